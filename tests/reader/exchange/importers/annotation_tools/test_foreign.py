"""What tools wrote comes in whole, and goes out as it came, as far as nobody changed it here."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.edits import Edit, Swap
from reader.exchange.exporters import export, exporter
from reader.exchange.importers import detect, documents
from reader.intake.sets import SetItem, import_set
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Document, Problem
from reader.model.spans import Span
from reader.store import Library
from tests.reader.exchange.exporters import made
from tests.reader.exchange.importers.annotation_tools import samples
from tests.reader.exchange.importers.annotation_tools.samples import TEXT, put, values

TOOLS = ("label-studio", "doccano", "prodigy", "brat")
tools = pytest.mark.parametrize("id", TOOLS)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "desk" / "a.tilik") as opened:
        yield opened


def brought(library: Library, path: Path) -> list[SetItem]:
    return [step.result for step in import_set(library, path) if isinstance(step.result, SetItem)]


def out(library: Library, id: str, folder: Path) -> Path:
    target = folder / f"out{exporter(id).suffix}"
    list(export(exporter(id), library.dataset("set"), target))
    return target


def first(library: Library) -> Document:
    return next(d for d in library.documents() if d.revision.text == TEXT)


def marks(document: Document) -> dict[str, Annotation]:
    """By their words; of equal ones the first."""
    return {mark.anchor.quote: mark for mark in reversed(document.annotations)}


def kinds(document: Document) -> dict[str, Relation]:
    return {link.kind: link for link in document.relations}


@tools
def test_a_file_of_a_tool_is_known_by_what_is_in_it(id: str, tmp_path: Path) -> None:
    path = put(tmp_path, id)
    renamed = path.rename(tmp_path / "something")
    assert detect(renamed).id == id


@tools
def test_it_goes_out_as_it_came(id: str, library: Library, tmp_path: Path) -> None:
    path = put(tmp_path, id)
    assert not [item for item in brought(library, path) if item.status == "failed"]
    there, back = values(path), values(out(library, id, tmp_path))
    assert library.count() == 2
    assert _canonical(back) == _canonical(there)


def _canonical(found: Any) -> Any:
    """Texts in one order; of brat, lines as a set, without ends of lines that say nothing."""
    if isinstance(found, dict):
        return {name: sorted(filter(None, text)) if isinstance(text, list) else text for name, text in found.items()}
    return sorted(found, key=lambda row: json.dumps(row, sort_keys=True))


@tools
def test_and_so_it_does_through_another_library(id: str, library: Library, tmp_path: Path) -> None:
    path = put(tmp_path, id)
    brought(library, path)
    target = out(library, id, tmp_path)
    with Library.open(tmp_path / "other" / "b.tilik") as other:
        brought(other, target)
        assert _canonical(values(out(other, id, tmp_path))) == _canonical(values(path))


def test_a_region_of_label_studio_is_a_mark_with_what_was_chosen_for_it(library: Library, tmp_path: Path) -> None:
    brought(library, put(tmp_path, "label-studio"))
    document = first(library)
    found = marks(document)
    lurah, denial = found["Lurah"], found["menyangkal kabar.\nWarga"]
    assert (lurah.label, lurah.tags, lurah.note) == ("source", ("pejabat",), "siapa?\nlurah baru")
    assert lurah.annotator == "sari@example.org" and lurah.created.year == 2026 and lurah.created.day == 23
    assert denial.attributes == {"sikap": "kuat"} and found["Warga"].annotator == "2"
    link = kinds(document)["says"]  # its direction is left
    assert (link.end("from"), link.end("to")) == (denial.id, lurah.id)
    assert document.article.url == "https://kabar.example/1" and "related" in kinds(document)


def test_predictions_are_taken_where_nobody_annotated(tmp_path: Path) -> None:
    task = {"data": {"text": TEXT}, "annotations": [], "predictions": [
        {"model_version": "m1", "score": 0.5, "result": [samples._region("p", "Warga", ["source"])]}]}  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(task), "utf-8")
    (document,) = documents(tmp_path / "a.json")
    assert isinstance(document, Document)
    assert [(m.anchor.quote, m.annotator) for m in document.annotations] == [("Warga", "m1")]


def test_a_region_of_a_page_of_html_is_told(tmp_path: Path) -> None:
    html = {"id": "h", "type": "hypertextlabels", "value": {"start": "/p[1]", "startOffset": 0, "labels": ["x"]}}
    task = {"data": {"text": TEXT}, "annotations": [{"result": [html, samples._region("p", "Warga", ["source"])]}]}
    (tmp_path / "a.json").write_text(json.dumps([task]), "utf-8")
    found = list(documents(tmp_path / "a.json"))
    assert [str(x) for x in found if isinstance(x, Problem)] == [
        f"{tmp_path / 'a.json'}: task 1: region h is no place in a plain text; it was not taken"]  # fmt: skip
    assert [len(x.annotations) for x in found if isinstance(x, Document)] == [1]


def test_an_event_of_brat_is_a_link_of_its_trigger_with_all_who_take_part(library: Library, tmp_path: Path) -> None:
    brought(library, put(tmp_path, "brat"))
    document = first(library)
    found, links = marks(document), kinds(document)
    ends = [(m.role, m.annotation_id) for m in links["Menyangkal"].members]
    assert ends == [("trigger", found["menyangkal"].id), ("Siapa", found["Lurah"].id), ("Apa", found["kabar"].id),
                    ("Apa", found["kabar"].id)]  # fmt: skip
    assert links["Menyangkal"].attributes == {"Yakin": "Tinggi"} and links["Keluarga"].note == "saudara"
    assert [m.role for m in links["Bagian"].members] == ["Utuh", "Potong"]
    assert [m.role for m in links["Alias"].members] == ["same", "same"]
    lurah = found["Lurah"]
    assert lurah.attributes == {"Pejabat": True, "Lama": True, "Peran": "lurah baru"}
    assert lurah.note == "siapa ini?\nbenar?" and found["bertahan"].note == "sampai kapan"
    assert {label.id: label.name for label in library.labels()}["Orang"] == "Orang atau jabatan"
    start, end = samples.place("kabar.\nWarga")
    assert found["kabar.\nWarga"].anchor.spans == (Span(start, end),)  # brat had to cut it where the line ends


@tools
def test_what_was_changed_here_counts(id: str, library: Library, tmp_path: Path) -> None:
    brought(library, put(tmp_path, id))
    document = first(library)
    lurah = marks(document)["Lurah"]
    library.apply(edits.set_note(lurah, "catatan baru"))
    now = library.annotation(lurah.id)
    library.apply(Edit("Label", (Swap(now, replace(now, label="claim", attributes={"sikap": "lemah"})),)))
    target = out(library, id, tmp_path)
    with Library.open(tmp_path / "other" / "b.tilik") as other:
        brought(other, target)
        back = {mark.id: mark for mark in first(other).annotations}[lurah.id]
        assert (back.label, back.note, back.attributes) == ("claim", "catatan baru", {"sikap": "lemah"})
        ours, theirs = first(library), first(other)
        same = [{m.id: m for m in one.annotations if m.id != lurah.id} for one in (ours, theirs)]
        assert same[0] == same[1]
        assert {x.id: x for x in theirs.relations} == {x.id: x for x in ours.relations}
    text = target.read_text("utf-8", "replace")
    assert "catatan baru" in text and ("N1\tReference T4" in text or id != "brat")


def test_a_mark_that_was_made_here_joins_those_of_the_tool(library: Library, tmp_path: Path) -> None:
    brought(library, put(tmp_path, "brat"))
    document = first(library)
    new_mark = replace(document.annotations[0], id="baru", label="claim", extra={}, note="", attributes={})
    library.apply(Edit("Mark", (Swap(None, new_mark),)))
    lines = values(out(library, "brat", tmp_path))
    assert isinstance(lines, dict)
    new = set(lines["sub/kabar.ann"]) - {*samples.BRAT["sub/kabar.ann"].split("\n")}
    assert new == {"T14\tclaim 0 5\tLurah"}  # the next number, and every other line as it was


def test_a_collection_of_brat_may_be_a_folder_or_one_document(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    for name, text in samples.BRAT.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    brought(library, folder)
    assert library.count() == 2 and len(first(library).annotations) == 5
    (alone,) = documents(folder / "sub" / "kabar.ann")
    assert isinstance(alone, Document) and len(alone.annotations) == 5
    (folder / "sub" / "kabar.txt").unlink()
    (problem,) = (one for one in documents(folder) if isinstance(one, Problem))
    assert str(problem).endswith("sub/kabar.ann: its text sub/kabar.txt is not there")


def test_lines_of_brat_that_speak_of_nothing_are_told_and_kept(library: Library, tmp_path: Path) -> None:
    wrong = ["T1\tclaim 0 5\tLurah", "T1\tclaim 6 7\t🧂", "R1\tsays Arg1:T1 Arg2:T9", "E1\tA:E2", "E2\tA:E1",
             "A1\tPeran T9 x", "bukan brat", "T3\tclaim a b\tx", "*\tAlias T1"]  # fmt: skip
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.ann").write_text("\n".join(wrong) + "\n", "utf-8")
    items = brought(library, tmp_path / "a.ann")
    told = [str(item.reason) for item in items if item.status == "failed"]
    assert len(told) == 8 and "a.ann: line 7 was not taken: 'bukan brat'" in told[0] + " ".join(told)
    found = values(out(library, "brat", tmp_path))
    assert isinstance(found, dict) and sorted(found["a.ann"]) == sorted([*wrong, ""])


def test_doccano_may_write_a_value_over_several_lines_or_a_zip_of_people(library: Library, tmp_path: Path) -> None:
    pretty = tmp_path / "pretty.jsonl"
    pretty.write_text("\n".join(json.dumps(row, indent=2) for row in samples.DOCCANO), "utf-8")
    assert [len(d.annotations) for d in documents(pretty) if isinstance(d, Document)] == [3, 2]
    with zipfile.ZipFile(tmp_path / "people.zip", "w") as people:
        people.writestr("sari.jsonl", samples.lines(samples.DOCCANO[:1]))
        people.writestr("unknown.jsonl", samples.lines(samples.DOCCANO[1:]))
    brought(library, tmp_path / "people.zip")
    assert {m.annotator for d in library.documents() for m in d.annotations} == {"sari", ""}


def test_what_tells_brat_of_types_stays_and_gets_what_is_new(library: Library, tmp_path: Path) -> None:
    brought(library, put(tmp_path, "brat"))

    def confs() -> dict[str, str]:
        with zipfile.ZipFile(out(library, "brat", tmp_path)) as found:
            return {name: found.read(name).decode() for name in found.namelist() if name.endswith(".conf")}

    assert confs()["visual.conf"] == samples.BRAT["visual.conf"]
    first_conf = confs()["annotation.conf"]
    assert first_conf.startswith("[entities]\nsource\nOrang\n") and "[events]" in first_conf
    document = first(library)
    new_mark = replace(document.annotations[0], id="baru", label="claim", extra={}, note="", attributes={})
    library.apply(Edit("Mark", (Swap(None, new_mark),)))
    assert confs()["annotation.conf"].startswith("[entities]\nclaim\nsource\nOrang\n")


@tools
def test_a_link_whose_mark_is_not_in_the_set_is_not_lost(id: str, tmp_path: Path) -> None:
    whole = next(d for d in documents(put(tmp_path, id)) if isinstance(d, Document) and d.relations)
    gone = whole.relations[0].members[0].annotation_id
    some = replace(whole, annotations=tuple(m for m in whole.annotations if m.id != gone))
    target = tmp_path / f"some{exporter(id).suffix}"
    list(export(exporter(id), made.dataset(some), target))
    (back,) = (one for one in documents(target) if isinstance(one, Document))
    assert {link.id for link in back.relations} == {link.id for link in whole.relations}
    assert {mark.id for mark in back.annotations} == {mark.id for mark in some.annotations}
