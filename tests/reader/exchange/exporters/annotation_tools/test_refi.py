"""REFI-QDA projects: what every program of the kind needs, and what comes back of ours."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from reader.exchange.exporters import export, exporter
from reader.exchange.exporters.features import Feature
from reader.exchange.records.refi import SPACE, guid
from reader.exchange.records.refi_words import described, read_description
from reader.intake.sets import import_set
from reader.model.articles import Article
from reader.model.dataset import Dataset
from reader.store import Library
from tests.reader.exchange.exporters import made

NAMES = {"q": SPACE}


def written(dataset: Dataset) -> zipfile.ZipFile:
    out = io.BytesIO()
    list(exporter("refi").write(dataset, out))
    return zipfile.ZipFile(out)


def project(archive: zipfile.ZipFile) -> Element:
    return fromstring(archive.read("project.qde"))


def selections(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The code and the words of each selection, as a stranger finds them."""
    root = project(archive)
    codes = {one.get("guid"): str(one.get("name")) for one in root.iterfind(".//q:Code", NAMES)}
    for source in root.iterfind(".//q:TextSource", NAMES):
        file = str(source.get("plainTextPath")).removeprefix("internal://")
        text = archive.read(f"Sources/{file}").decode("utf-8")
        for one in source.iterfind("q:PlainTextSelection", NAMES):
            words = text[int(str(one.get("startPosition"))) : int(str(one.get("endPosition")))]
            for ref in one.iterfind("q:Coding/q:CodeRef", NAMES):
                yield codes[ref.get("targetGUID")], words


def test_each_mark_is_a_selection_with_its_words_and_code() -> None:
    document = made.english()
    found = list(selections(written(made.dataset(document))))
    assert found == [(mark.label, mark.anchor.quote) for mark in document.annotations]


def test_a_mark_in_pieces_is_a_selection_for_each_and_told() -> None:
    archive = written(made.whole())
    found = list(selections(archive))
    assert ("denial", "membantah") in found and ("denial", "“Tidak ada satu kapal pun,”") in found
    assert exporter("refi").plan(made.whole()).count(str(Feature.PIECES)) == 1


def test_texts_have_no_mark_of_byte_order_and_line_feeds_alone() -> None:
    archive = written(made.whole())
    texts = [archive.read(name) for name in archive.namelist() if name.startswith("Sources/")]
    assert len(texts) == 3 and all(b"\r" not in text and text[:3] != b"\xef\xbb\xbf" for text in texts)


def test_sources_of_one_title_are_told_apart() -> None:
    one = made.english()
    other = replace(made.arabic(), article=replace(made.arabic().article, title=one.article.title))
    names = [one.get("name") for one in project(written(made.dataset(one, other))).iterfind(".//q:TextSource", NAMES)]
    assert len(set(names)) == 2


def test_guids_are_ours_or_follow_from_ours() -> None:
    document = made.english()
    root = project(written(made.dataset(document)))
    assert [one.get("guid") for one in root.iterfind(".//q:PlainTextSelection", NAMES)] == [
        mark.id for mark in document.annotations
    ]
    assert guid("", "no uuid") == guid("", "no uuid") != guid("", "another")


def test_notes_of_links_have_what_qualcoder_asks_of_a_note() -> None:
    (note,) = project(written(made.dataset(made.indonesian()))).iterfind("q:Notes/q:Note", NAMES)
    assert note.get("creationDateTime") and note.findtext("q:PlainTextContent", "", NAMES) == "katanya 🧐"


def test_our_project_brings_back_all_that_was_not_told_as_lost(tmp_path: Path) -> None:
    path = tmp_path / "set.qdpx"
    list(export(exporter("refi"), made.whole(), path))
    with Library.open(tmp_path / "l.tilik") as library:
        list(import_set(library, path))
        for sent in made.whole().documents():
            article = library.article(sent.article.id)
            for name in ("id", "title", "url", "language", "site", "byline", "published", "published_basis"):
                assert getattr(article, name) == getattr(sent.article, name), name
            here = {mark.id: mark for mark in library.annotations(article.id)}
            for mark in (m for m in sent.annotations if len(m.anchor.spans) == 1):
                back = here[mark.id]
                assert back.anchor.spans == mark.anchor.spans
                assert replace(back, anchor=mark.anchor, extra={}) == replace(mark, extra={})
            links = {link.id: link for link in library.relations(article.id)}
            for link in (r for r in sent.relations if len(r.members) == 2):
                assert (links[link.id].kind, links[link.id].members, links[link.id].note) == (
                    link.kind, link.members, link.note
                )  # fmt: skip
        assert library.check() == []


@pytest.mark.parametrize(
    ("note", "tags", "attributes"),
    [
        ("", (), {}),
        ("catatan\nbaris kedua", (), {}),
        ("catatan", (), {"stance": "high"}),
        ("catatan", ("a", "b"), {"stance": "high"}),
        ("", ("a",), {}),
        ("", (), {"tags": ["x"], "attributes": {}}),
        ('a note that ends with\n{"json": 1}', (), {}),
        ("{broken", (), {}),
    ],
)
def test_a_description_is_read_as_it_was_written(note: str, tags: tuple[str, ...], attributes: dict[str, str]) -> None:
    assert read_description(described(note, tags, attributes)) == (note, tags, attributes)


def test_an_article_is_no_field_short() -> None:
    """Facts that are variables are fields of an article."""
    from reader.exchange.records.refi import VARIABLES

    assert set(VARIABLES) <= set(Article.__dataclass_fields__)
