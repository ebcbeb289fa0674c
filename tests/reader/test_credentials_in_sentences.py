"""Names and passwords are taken out of addresses, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from reader.credentials import without_credentials, words_without_secrets
from reader.exchange.exporters import EXPORTERS, export
from reader.model.articles import InlineKind, InlineMark, LeftOut
from reader.model.dataset import Document
from reader.model.spans import Span
from tests.reader.exchange.exporters import made
from tests.reader.test_bad_input import PAGE, tilik


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("http://me:s3cret@host/a", "http://host/a"),
        ("https://token@host:81/a?b=c@d#e", "https://host:81/a?b=c@d#e"),
        ("http://me:p@ss@host", "http://host"),
        ("HTTP://me:@host/", "HTTP://host/"),
        ("http:\\\\me:s3cret@host\\a", "http:\\\\host\\a"),
        ("cannot fetch http://a:b@c/ nor ftp://d:e@f/", "cannot fetch http://c/ nor ftp://f/"),
        ("https://host/@writer/2024", "https://host/@writer/2024"),
        ("https://host/?mail=a@b", "https://host/?mail=a@b"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("desk@paper.example", "desk@paper.example"),
        ("", ""),
    ],
)
def test_only_what_stands_before_the_host_goes(given: str, left: str) -> None:
    assert without_credentials(given) == left


def test_a_password_is_neither_kept_nor_exported_nor_said(tmp_path: Path) -> None:
    library = tmp_path / "l.tilik"
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    said = tilik("add", tmp_path / "a.html", "--base-url", "http://me:Zirkonium@host.example/a", "--library", library)
    assert said.returncode == 0, said.stderr
    told = [tilik("export", "--format", form, "--library", library).stdout for form in ("jsonl", "markdown", "html")]
    failed = tilik("add", "http://me:Zirkonium@127.0.0.1:9/a", "--library", library)
    assert failed.returncode != 0 and "127.0.0.1:9" in failed.stderr and "host.example" in told[0]
    kept = [file.read_bytes() for file in tmp_path.glob("l.tilik*")]
    assert "Zirkonium" not in "".join((*told, said.stdout, failed.stdout, failed.stderr))
    assert not any(b"Zirkonium" in data for data in kept)


SECRET = "http://me:Zirkonium@host.example/a"


def _with_secrets(document: Document) -> Document:
    """As an older Tilik stored it: a password in a link, in where a picture is, in an older text."""
    text = document.revision
    blocks = (replace(text.blocks[0], attrs={**text.blocks[0].attrs, "src": SECRET}), *text.blocks[1:])
    link = InlineMark(Span(0, 3), InlineKind.LINK, SECRET)
    left = LeftOut("A picture", "advertising", attrs={"src": SECRET, "alt": "x"})
    had = replace(text, blocks=blocks, inline=(*text.inline, link), left_out=(*text.left_out, left))
    older = replace(text, id=f"{text.id}-older", inline=(link,))
    return replace(document, revision=had, revisions=(older, *document.revisions))


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda x: x.id)
def test_a_password_in_a_link_or_a_picture_of_an_older_library_does_not_leave(exporter: Any, tmp_path: Path) -> None:
    held = [_with_secrets(document) for document in made.whole().documents()]
    target = tmp_path / f"set{exporter.suffix}"
    list(export(exporter, made.dataset(*held), target, exporter.options()))
    found = target.read_bytes()
    if found[:2] == b"PK":
        with ZipFile(target) as package:
            found = b"".join(map(package.read, package.namelist()))
    assert b"Zirkonium" not in found


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("look http://me:Zirk onium@host", "look …host"), ("me:Zirkonium@host/a", "…host/a"), ("ferry", "ferry"),
        ("http://me:Zirk/onium@host", "…host"), ("desk@paper.example", "desk@paper.example"),
    ],
)  # fmt: skip
def test_what_was_typed_to_name_an_article_is_repeated_without_a_password(typed: str, said: str) -> None:
    assert words_without_secrets(typed) == said


def test_an_article_that_is_not_there_is_named_without_a_password(tmp_path: Path) -> None:
    library = tmp_path / "l.tilik"
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    assert tilik("add", tmp_path / "a.html", "--library", library).returncode == 0
    found = tilik("fetch", "see me:Zirk/onium@host", "--library", library)
    assert found.returncode != 0 and "host" in found.stderr and "onium" not in found.stderr + found.stdout
