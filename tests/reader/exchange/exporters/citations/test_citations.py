"""Articles as references: each once, under a key of its own, every letter of its title as it is."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import pytest

from reader.exchange.exporters import exporter
from reader.exchange.exporters.citations.references import authors
from reader.model.articles import Article
from reader.model.dataset import Dataset, Document
from tests.reader.exchange.exporters import made

TITLES = (
    "{Kurung} & 100% $5 #1 a_b ~x ^y \\z",
    "Ångström 👩🏽‍🌾 e\u0301 الميناء",
    "two -- “three” ‘four’ `five`",
    "lines\nof two",
)
FORMATS = ("bibtex", "ris", "csl-json")


def article(n: int, **told: str) -> Document:
    document = made.english()
    given = {"title": TITLES[n % len(TITLES)], "url": f"https://x.example/{n}?a=b&c={{d}}", **told}
    changed: Article = replace(document.article, id=made.uid(f"cited{n}"), **given)  # type: ignore[arg-type]
    return replace(document, article=changed)


def written(id: str, dataset: Dataset) -> str:
    out, form = io.BytesIO(), exporter(id)
    list(form.write(dataset, out))
    return out.getvalue().decode()


def cited() -> Dataset:
    days = ("2026-11-19", "2026-11", "2026", "")
    return made.dataset(*(article(n, published=day, byline="Sri dan Budi") for n, day in enumerate(days)))


def unescaped(text: str) -> str:
    """BibTeX back to the letters that it stands for."""
    for code, sign in (
        ("textbackslash", "\\"),
        ("textasciitilde", "~"),
        ("textasciicircum", "^"),
        ("textasciigrave", "`"),
    ):
        text = text.replace(f"\\{code}{{}}", f"\0{sign}")
    text = text.replace("-{}", "-").replace("{‘}", "‘")
    return re.sub(r"\\([{}&%$#_])", r"\1", text).replace("\0", "")


def test_every_letter_of_a_title_comes_through() -> None:
    wanted = [title.replace("\n", " ") for title in TITLES]
    assert [unescaped(t) for t in re.findall(r"  title = \{\{(.*)\}\},\n", written("bibtex", cited()))] == wanted
    assert re.findall(r"\r\nTI  - (.*)\r\n", written("ris", cited())) == wanted
    assert [item["title"] for item in json.loads(written("csl-json", cited()))] == wanted


def test_dates_are_as_precise_as_the_article() -> None:
    parts = [item.get("issued", {}).get("date-parts") for item in json.loads(written("csl-json", cited()))]
    assert parts == [[[2026, 11, 19]], [[2026, 11]], [[2026]], None]
    assert re.findall(r"  date = \{(.*)\}", written("bibtex", cited())) == ["2026-11-19", "2026-11", "2026"]
    assert re.findall(r"DA  - (.*)\r", written("ris", cited())) == ["2026/11/19", "2026/11", "2026"]


def test_a_key_is_plain_and_nobody_else_s() -> None:
    same = made.dataset(*(article(0, title="Kabar sama", site="Situs", published="2026-01-02") for _ in range(3)))
    keys = re.findall(r"@online\{(.*),", written("bibtex", same))
    assert keys == ["situs2026kabar", "situs2026kabar-2", "situs2026kabar-3"]
    assert keys == re.findall(r"ID  - (.*)\r", written("ris", same))
    assert keys == [item["id"] for item in json.loads(written("csl-json", same))]
    assert all(key.isascii() for key in re.findall(r"@online\{(.*),", written("bibtex", cited())))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Oleh: Sri Wening dan Budi", ("Sri Wening", "Budi")), ("Rina/Antara", ("Rina", "Antara")),
        ("By A. Writer and B. Other", ("A. Writer", "B. Other")),
        ("Smith, John; Doe, Jane", ("Smith, John", "Doe, Jane")),
        ("Dandung Andalas", ("Dandung Andalas",)), ("", ()),
    ],
)  # fmt: skip
def test_names_are_told_apart_where_the_byline_does(byline: str, names: tuple[str, ...]) -> None:
    assert authors(byline) == names


@pytest.mark.parametrize("id", FORMATS)
def test_no_field_can_be_left_by_what_stands_in_it(id: str) -> None:
    evil = made.dataset(article(0, title="a\r\nER  - \r\nTY  - BOOK", site="x}, url = {https://evil.example"))
    text = written(id, evil)
    assert text.count("TY  - ") <= 2 and "\r\nTY  - BOOK" not in text
    if id == "bibtex":
        assert r"x\}, url = \{https" in text and text.count("{") == text.count("}")


@pytest.mark.parametrize("id", FORMATS)
def test_a_file_s_address_is_told_and_not_written(id: str) -> None:
    report = exporter(id).plan(made.dataset(article(0, url="file:///home/rina/a.html"), article(1)))
    assert report.count("addresses") == 1
    assert "rina" not in written(id, made.dataset(article(0, url="file:///home/rina/a.html")))
