"""Plain records: times, folders, ids."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from reader.errors import ExportError
from reader.exchange.records import (
    Ids,
    document_of,
    document_out,
    local_name,
    plain_json,
    time_of,
    time_out,
    without_folders,
)
from reader.model.articles import Block, BlockKind, InlineKind, InlineMark, LeftOut
from reader.model.spans import Span
from tests.reader.exchange.exporters import made


def test_the_same_moment_is_written_the_same_in_every_time_zone() -> None:
    jakarta = datetime(2026, 11, 20, 14, 30, tzinfo=timezone(timedelta(hours=7)))
    assert time_out(jakarta) == time_out(jakarta.astimezone(UTC)) == "2026-11-20T07:30:00Z"
    assert time_of("2026-11-20T14:30:00+07:00") == time_of("2026-11-20T07:30:00") == jakarta


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("/home/rina/Unduhan/a.html", "a.html"), ("C:\\Users\\Rina\\a.html", "a.html"),
        ("file:///home/rina/a.html", "a.html"),
        ("a.html", "a.html"), ("https://kota.example/b/a.html", "https://kota.example/b/a.html"), ("-", "-"), ("", ""),
    ],
)  # fmt: skip
def test_a_source_is_named_without_its_folder(source: str, kept: str) -> None:
    assert local_name(source) == kept


def test_folders_are_taken_off_wherever_a_page_carries_them() -> None:
    document = made.english()
    home = "file:///home/rina/a.html"
    revision = replace(
        document.revision,
        metadata=replace(document.revision.metadata, url=home),
        inline=(InlineMark(Span(0, 1), InlineKind.LINK, home),),
        blocks=(Block(Span(0, 0), attrs={"src": "file:///home/rina/b.png", "alt": "x"}), *document.revision.blocks),
        left_out=(LeftOut("", "related", kind=BlockKind.FIGURE, attrs={"src": "FILE:///home/rina/c.png"}),),
    )
    document = replace(document, article=replace(document.article, url=home, origin=home), revision=revision)
    assert "/home" in plain_json(document_out(document))
    assert "/home" not in plain_json(document_out(without_folders(document)))
    assert without_folders(made.english()) == made.english()


def test_a_record_gives_its_document_back() -> None:
    document = made.canonical(made.indonesian())
    read = document_of(document_out(document), Ids("jsonl", "set", ours=True))
    assert (read.document, read.told.refused, read.told.sentences()) == (document, [], [])


def test_what_json_cannot_hold_is_an_error_of_ours() -> None:
    for value in (float("nan"), float("inf"), {1j}):
        with pytest.raises(ExportError, match="a value that JSON cannot"):
            plain_json({"x": value})
