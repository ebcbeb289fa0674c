"""A stranger's annotations go out as they came in, as far as nobody changed them here."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.exchange.exporters import export, exporter
from reader.intake.sets import import_set
from reader.store import Library

ANNO = "http://www.w3.org/ns/anno.jsonld"
TEXT = "Lurah Sidorejo menyangkal. Warga bertahan."
FULL: dict[str, Any] = {
    "@context": ANNO, "id": "http://else.example/7", "type": "Annotation", "motivation": "commenting",
    "rights": "https://licence.example", "audience": {"id": "http://a.example", "type": "schema:Audience"},
    "creator": {"id": "http://who.example/s", "type": "Person", "name": "Sari"},
    "body": [
        {"type": "TextualBody", "value": "benarkah?", "purpose": "commenting", "language": "id"},
        {"type": "TextualBody", "value": "sangkalan", "purpose": "tagging"},
        {"id": "http://video.example/1", "type": "Video"},
    ],
    "target": {"source": "https://kabar.example/9", "selector": {"type": "TextQuoteSelector", "exact": "menyangkal"}},
}  # fmt: skip
PLAIN: dict[str, Any] = {
    "@context": ANNO, "id": "http://else.example/8", "type": "Annotation", "bodyValue": "catatan saja",
    "target": {"source": "https://kabar.example/9", "selector": {"type": "TextQuoteSelector", "exact": "Warga"}},
}  # fmt: skip


@pytest.fixture
def brought(tmp_path: Path) -> Library:
    (tmp_path / "set.txt").write_text(TEXT, "utf-8")
    (tmp_path / "set.jsonld").write_text(json.dumps([FULL, PLAIN]), "utf-8")
    library = Library.open(tmp_path / "desk.tilik")
    list(import_set(library, tmp_path / "set.jsonld"))
    return library


def out(library: Library, target: Path) -> dict[str, dict[str, Any]]:
    """The annotations that go out, by the words that they are on."""
    list(export(exporter("w3c"), library.dataset("set"), target))
    items = json.loads(target.read_text("utf-8"))["first"]["items"]
    return {words(item): item for item in items}


def words(item: dict[str, Any]) -> str:
    selector = item["target"]["selector"]
    return str((selector[0] if isinstance(selector, list) else selector)["exact"])


@pytest.mark.parametrize("theirs", [FULL, PLAIN], ids=["full", "plain"])
def test_everything_is_in_its_place_again(brought: Library, tmp_path: Path, theirs: dict[str, Any]) -> None:
    item = out(brought, tmp_path / "out.jsonld")[theirs["target"]["selector"]["exact"]]
    theirs = {name: value for name, value in theirs.items() if name != "@context"}
    assert {name: value for name, value in item.items() if name != "tilik"} == theirs


def test_what_was_changed_here_counts(brought: Library, tmp_path: Path) -> None:
    (mark,) = [m for d in brought.documents() for m in d.annotations if m.anchor.quote == "menyangkal"]
    brought.apply(edits.set_note(mark, "ya, benar"))
    brought.apply(edits.Edit("By", (edits.Swap(brought.annotation(mark.id),
                                               replace(brought.annotation(mark.id), annotator="Budi")),)))  # fmt: skip
    item = out(brought, tmp_path / "out.jsonld")["menyangkal"]
    assert [body["value"] for body in item["body"] if body.get("purpose") == "commenting"] == ["ya, benar"]
    assert item["creator"]["name"] == "Budi" and item["rights"] == FULL["rights"]


def test_our_own_file_gives_it_back_once_more(brought: Library, tmp_path: Path) -> None:
    first = tmp_path / "first.jsonld"
    out(brought, first)
    with Library.open(tmp_path / "other" / "desk.tilik") as other:
        list(import_set(other, first))
        out(other, tmp_path / "second.jsonld")
    assert (tmp_path / "second.jsonld").read_bytes() == first.read_bytes()
