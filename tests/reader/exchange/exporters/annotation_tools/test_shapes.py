"""What the tools themselves read: shapes, offsets, pieces, links, names; and that nothing is lost in silence."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from reader.exchange.exporters import Exporter, export, exporter
from reader.exchange.records.brat import cut, joined, line_of
from reader.model.annotations import Annotation
from reader.model.dataset import Dataset, Document
from reader.model.labels import BUILTIN, COLOURS, Label, Underline
from reader.model.spans import Span
from reader.store import Library
from tests.reader.exchange.exporters import made
from tests.reader.exchange.filled import filled
from tests.reader.exchange.test_silent_losses import kinds_of, reported

TOOLS = ("label-studio", "doccano", "prodigy", "brat")


def rich() -> Document:
    """A text of two lines and a tab, with marks over both, in pieces, between characters and of one place."""
    article, revision = made.article("rich", ["Warga 🧂 bantah", "Satu\tdua tiga. Empat."], language="id")
    text = revision.text
    over = made.mark(revision, "claim", Span(6, text.index("dua") + 3), note="baris 1\nbaris 2")
    pieces = made.mark(revision, "source", "Warga", "tiga", note="dua potong", attributes={"role": "saksi", "n": [1]})
    empty = made.mark(revision, "denial", Span(8, 8))
    twin = made.mark(revision, "denial", "bantah")
    other = made.mark(revision, "denial", "bantah", n=1)
    links = (
        made.link("attributed_to", ("from", over), ("to", pieces), ("cue", twin), note="siapa\nbilang"),
        made.link("denies", ("from", other), ("to", over)),
        made.link("attributed_to", ("from", twin)),
    )
    return Document(article, revision, (over, pieces, empty, twin, other), links)


def written(form: Exporter, *documents: Document, **options: bool) -> bytes:
    out = io.BytesIO()
    list(form.write(made.dataset(*documents), out, form.options(**options)))
    return out.getvalue()


def rows(id: str, *documents: Document, **options: bool) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(exporter(id), *documents, **options).splitlines()]


def members(*documents: Document, **options: bool) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(written(exporter("brat"), *documents, **options))) as found:
        return {name: found.read(name).decode() for name in found.namelist()}


@pytest.mark.parametrize("form", [exporter(id) for id in TOOLS if id != "brat"], ids=lambda form: form.id)
def test_without_what_is_beside_every_word_is_there_or_told(form: Exporter, tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tilik") as library:
        words = filled(library, 5).words
        told = reported(form, library, tmp_path / f"set{form.suffix}", whole=False)
    text = (tmp_path / f"set{form.suffix}").read_text("utf-8")
    silent = {(kind.__name__, name) for word, (kind, name) in words.items() if word not in text
              and not told & {*kinds_of(kind, name), *({"orphans"} if kind is Annotation else ())}}  # fmt: skip
    assert not silent and "tilik-remainder" not in text


def test_label_studio_gets_regions_with_notes_and_the_links_between_them() -> None:
    document = rich()
    (task,) = json.loads(written(exporter("label-studio"), document))
    results, text = task["annotations"][0]["result"], task["data"]["text"]
    assert text == document.revision.text and task["data"]["title"] == document.article.title
    regions = [r for r in results if r["type"] == "labels"]
    assert len(regions) == 6 and all(
        r["value"]["text"] == text[r["value"]["start"] : r["value"]["end"]] for r in regions
    )
    pieces = [r["id"] for r in regions if r["value"]["labels"] == ["source"]]
    notes = {r["id"]: r["value"]["text"] for r in results if r.get("from_name") == "note" and r["id"] in pieces}
    assert len(pieces) == 2 and notes == {id: ["dua potong"] for id in pieces}
    said = [json.loads(r["value"]["text"][0]) for r in results if r.get("from_name") == "attributes"]
    assert said == [{"n": [1], "role": "saksi"}] * 2
    links = {(r["from_id"], r["to_id"], r["labels"][0]) for r in results if r["type"] == "relation"}
    over, source, _, _, other = document.annotations
    assert links == {(over.id, source.id, "attributed_to"), (other.id, over.id, "denies")}


def test_label_studio_gets_an_interface_with_every_label_and_kind(tmp_path: Path) -> None:
    document = rich()
    odd = replace(document.annotations[0], label='"angin" & <b>')
    list(export(exporter("label-studio"), made.dataset(replace(document, annotations=(odd, *document.annotations[1:]))),
                tmp_path / "set.json"))  # fmt: skip
    config = ElementTree.parse(tmp_path / "set.labeling_config.xml").getroot()
    assert {one.get("value") for one in config.iter("Label")} == {*(x.id for x in BUILTIN), made.RUMOUR.id, odd.label}
    assert {one.get("value") for one in config.iter("Relation")} >= {"attributed_to", "denies"}
    assert {one.get("name") for one in config.iter("TextArea")} == {"note", "attributes"}


def test_every_colour_of_a_label_is_shown_by_the_tools() -> None:
    from reader.exchange.exporters.annotation_tools.label_studio_config import COLOURS as SHOWN

    assert {*SHOWN} == {*COLOURS}


def test_doccano_gets_ascii_without_empty_entities_and_with_numbers_of_the_whole_file() -> None:
    raw = written(exporter("doccano"), rich(), made.english())
    assert raw.isascii()
    first, second = (json.loads(line) for line in raw.splitlines())
    assert all(e["start_offset"] < e["end_offset"] for e in first["entities"]) and len(first["entities"]) == 5
    ids = [e["id"] for e in (*first["entities"], *second["entities"])]
    assert ids == list(range(1, len(ids) + 1))
    assert {r["type"] for r in first["relations"]} == {"attributed_to", "denies"}
    assert {r["from_id"] for r in first["relations"]} <= {e["id"] for e in first["entities"]}


@pytest.mark.parametrize("id", ["doccano", "prodigy"])
def test_every_line_has_the_same_columns(id: str) -> None:
    whole = rows(id, rich(), made.arabic(), replace(made.english(), annotations=(), relations=()))
    assert len({tuple((name, type(value)) for name, value in row.items()) for row in whole}) == 1


def test_prodigy_gets_spans_and_relations_between_them() -> None:
    document = rich()
    (row,) = rows("prodigy", document)
    assert all(row["text"][s["start"] : s["end"]] == s["text"] for s in row["spans"]) and len(row["spans"]) == 6
    by_id = {s["id"]: s for s in row["spans"]}
    for relation in row["relations"]:
        for end in (relation["head_span"], relation["child_span"]):
            assert {k: end[k] for k in ("start", "end", "label")} == {
                k: by_id[end["id"]][k] for k in ("start", "end", "label")}  # fmt: skip
    assert {r["label"] for r in row["relations"]} == {"attributed_to", "denies"}


def test_brat_gets_marks_cut_at_line_ends_and_tabs() -> None:
    document = rich()
    found = members(document)
    (ann,) = (text for name, text in found.items() if name.endswith(".ann"))
    (text,) = (text for name, text in found.items() if name.endswith(".txt"))
    lines = [line_of(raw) for raw in ann.splitlines()]
    bound = [line for line in lines if line is not None and line.kind == "T"]
    for line in bound:
        assert line.words == " ".join(text[start:end] for start, end in line.places)
    over = bound[1]
    assert [text[start:end] for start, end in over.places] == ["🧂 bantah", "Satu", "dua"]
    assert [note for note in ann.splitlines() if note.startswith("#") and note.endswith("baris 1\\nbaris 2")]


def test_brat_gets_links_with_other_ends_as_events_on_their_cue() -> None:
    found = members(rich())
    (ann,) = (text for name, text in found.items() if name.endswith(".ann"))
    lines = {line.id: line for raw in ann.splitlines() if (line := line_of(raw)) is not None}
    events = [line for line in lines.values() if line.kind == "E"]
    assert [[role for role, _ in event.ends[1:]] for event in sorted(events, key=lambda e: -len(e.ends))] == [
        ["from", "to", "cue"], ["from"]]  # fmt: skip
    assert all(lines[event.target].type == event.type == "attributed_to" for event in events)
    assert [line.type for line in lines.values() if line.kind == "R"] == ["denies"]
    conf = found["annotation.conf"]
    assert conf.index("[events]") < conf.index("attributed_to\t") < conf.index("[attributes]") < conf.index("role\t")


def test_brat_gets_plain_names_and_what_they_are_called() -> None:
    document = rich()
    odd = [
        replace(document.annotations[n], label=name)
        for n, name in ((1, "kabar angin"), (3, "kabar_angin"), (4, "ادعاء"))
    ]
    label = Label("kabar angin", "Kabar | angin", "", "blue", Underline.SOLID, 9)
    out = io.BytesIO()
    some = replace(document, annotations=(document.annotations[0], *odd), relations=())
    list(exporter("brat").write(Dataset("x", (*BUILTIN, label), lambda: iter([some]), 1), out))
    with zipfile.ZipFile(out) as found:
        ann = next(found.read(name).decode() for name in found.namelist() if name.endswith(".ann"))
        types = json.loads(found.read("tilik-types.json"))["entities"]
        assert "kabar_angin | Kabar / angin\n" in found.read("visual.conf").decode()
    used = {line.type for raw in ann.splitlines() if (line := line_of(raw)) is not None and line.kind == "T"}
    assert all(name.isascii() and " " not in name for name in used) and len(used) == 4
    assert {types.get(name, name) for name in used} == {"claim", "kabar angin", "kabar_angin", "ادعاء"}


def test_brat_gets_attributes_in_one_order_however_they_are_kept() -> None:
    document = rich()
    odd = {"kadar ä": "satu", "kadar ü": "dua"}  # of both nothing stays but "kadar_"

    def types(attributes: dict[str, str]) -> str:
        mark = replace(document.annotations[0], attributes=attributes)
        return members(replace(document, annotations=(mark,), relations=()))["tilik-types.json"]

    assert types(odd) == types(dict(reversed(odd.items())))


@pytest.mark.parametrize("spans", [[(0, 4)], [(1, 3), (5, 9)], [(2, 2)], [(3, 4)], [(0, 20)]])
def test_pieces_that_brat_needs_are_put_together_again(spans: list[tuple[int, int]]) -> None:
    text = "abc\n\n\tdefg hij\nklmno"
    pieces = cut(text, spans)
    assert all("\n" not in text[start:end] and "\t" not in text[start:end] for start, end in pieces) and pieces
    assert cut(text, joined(text, pieces)) == pieces
