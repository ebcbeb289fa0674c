"""REFI-QDA projects of other programs: taken as far as they are text, told where not, given back as they came."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from reader import edits
from reader.errors import SetError
from reader.exchange.exporters import export, exporter
from reader.exchange.importers import detect, documents
from reader.intake.sets import SetItem, SetReport, import_set
from reader.model.dataset import Document, Problem
from reader.store import Library

TEXT = "Lurah Sidorejo 🧂 menyangkal.\r\nWarga bertahan di balai desa."
ONE, TWO, THREE = (f"{n}0000000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))
CLAIM, PERSON = "AAAAAAAA-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002"
USER = "bbbbbbbb-0000-4000-8000-000000000001"


def selection(id: str, words: str, *codes: str, more: str = "", body: str = TEXT) -> str:
    start = body.index(words)
    codings = "".join(
        f'<Coding guid="cccccccc-0000-4000-8000-{id[:6]}{n:06}" creatingUser="{USER}">'
        f'<CodeRef targetGUID="{code}"/></Coding>'
        for n, code in enumerate(codes)
    )
    return (f'<PlainTextSelection guid="{id}" name="{words}" startPosition="{start}" endPosition="{start + len(words)}"'
            f' creationDateTime="2026-03-04T05:06:07Z">{more}{codings}</PlainTextSelection>')  # fmt: skip


def qde(selections: str, sources: str = "", rest: str = "", head: str = "") -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>{head}
<Project xmlns="urn:QDA-XML:project:1.0" name="Desa" origin="ATLAS.ti 26">
<Users><User guid="{USER}" name="Sari"/></Users>
<CodeBook><Codes><Code guid="{PERSON}" name="person" isCodable="true" color="#ff8800">
<Code guid="{CLAIM}" name="klaim utama" isCodable="true"/></Code></Codes></CodeBook>
<Sources><TextSource guid="dddddddd-0000-4000-8000-000000000001" name="Desa.txt" plainTextPath="internal://desa.txt">
{selections}</TextSource>{sources}</Sources>{rest}</Project>"""


def archive(path: Path, project: str, *, name: str = "Desa.qde", texts: dict[str, str] | None = None) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(name, project)
        for member, text in ({"sources/desa.txt": TEXT} if texts is None else texts).items():
            made.writestr(member, text)
    return path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "l.tilik") as opened:
        yield opened


ENDS = f'originGUID="{ONE}" targetGUID="{TWO.upper()}"'
LINK = f'<Links><Link guid="{THREE}" name="denies" direction="OneWay" {ENDS}/></Links>'
SETS = '<Sets><Set guid="eeeeeeee-0000-4000-8000-000000000001" name="Semua"/></Sets>'
WHOLE = qde(
    selection(ONE, "Lurah Sidorejo", PERSON, CLAIM, more="<Description>siapa?</Description>")
    + selection(TWO, "Warga bertahan", CLAIM),
    rest=LINK + SETS,
)


def test_codings_are_marks_and_links_lead_from_one_to_another(library: Library, tmp_path: Path) -> None:
    path = archive(tmp_path / "desa.qdpx", WHOLE)
    assert detect(path).id == "refi"
    list(import_set(library, path))
    (document,) = library.documents()
    assert sorted((m.label, m.anchor.quote, m.note, m.annotator) for m in document.annotations) == [
        ("klaim utama", "Lurah Sidorejo", "siapa?", "Sari"),
        ("klaim utama", "Warga bertahan", "", "Sari"),
        ("person", "Lurah Sidorejo", "siapa?", "Sari"),
    ]
    (link,) = document.relations
    quotes = {mark.id: mark.anchor.quote for mark in document.annotations}
    assert (link.kind, quotes[link.end("from")], quotes[link.end("to")]) == (
        "denies", "Lurah Sidorejo", "Warga bertahan"
    )  # fmt: skip
    assert {label.id for label in library.labels()} >= {"klaim utama", "person"}
    assert next(label.colour for label in library.labels() if label.id == "person") == "amber"


def test_line_ends_may_count_as_one_or_as_two(tmp_path: Path) -> None:
    short = TEXT.replace("\r\n", "\n")
    path = archive(tmp_path / "desa.qdpx", qde(selection(TWO, "Warga bertahan", CLAIM, body=short)))
    (document,) = (one for one in documents(path) if isinstance(one, Document))
    assert document.annotations[0].anchor.quote == "Warga bertahan"


def canonical(element: Element) -> Any:
    inner = sorted((canonical(one) for one in element), key=str)
    attributes = {name: value.lower() if "GUID" in name else value for name, value in element.attrib.items()}
    return element.tag, sorted(attributes.items()), (element.text or "").strip(), inner


def out(library: Library, path: Path) -> Any:
    list(export(exporter("refi"), library.dataset("s"), path))
    with zipfile.ZipFile(path) as made:
        return canonical(fromstring(made.read("project.qde")))


def test_what_came_goes_out_equal(library: Library, tmp_path: Path) -> None:
    plain = TEXT.replace("\r\n", "\n")
    path = archive(tmp_path / "desa.qdpx", WHOLE.replace(*_moved(plain)), texts={"Sources/desa.txt": plain})
    list(import_set(library, path))
    with zipfile.ZipFile(path) as given:
        theirs = given.read("Desa.qde").decode().replace("internal://desa.txt", f"internal://{SOURCE}.txt")
    assert out(library, tmp_path / "out.qdpx") == canonical(fromstring(theirs))
    again = [step.result for step in import_set(library, path)][-1]
    assert isinstance(again, SetReport) and not again.count("annotation", "added")


SOURCE = "dddddddd-0000-4000-8000-000000000001"


def _moved(plain: str) -> tuple[str, str]:
    before = selection(TWO, "Warga bertahan", CLAIM)
    return before, selection(TWO, "Warga bertahan", CLAIM, body=plain)


def test_a_note_that_was_changed_here_goes_out_changed(library: Library, tmp_path: Path) -> None:
    list(import_set(library, archive(tmp_path / "desa.qdpx", WHOLE)))
    (mark,) = [m for d in library.documents() for m in d.annotations if m.anchor.quote == "Warga bertahan"]
    library.apply(edits.set_note(mark, "di mana?"))
    assert "di mana?" in str(out(library, tmp_path / "out.qdpx"))


def test_a_text_that_is_missing_and_what_is_no_text_are_told_and_the_rest_is_taken(
    library: Library, tmp_path: Path
) -> None:
    others = ('<TextSource guid="f0000000-0000-4000-8000-000000000001" name="Hilang.docx"'
              f' plainTextPath="internal://x.txt">{selection(THREE, "Warga", CLAIM)}</TextSource>'
              '<PDFSource guid="f0000000-0000-4000-8000-000000000002" name="Laporan.pdf"/>')  # fmt: skip
    path = archive(tmp_path / "desa.qdpx", qde(selection(ONE, "Lurah", PERSON), others))
    items = [step.result for step in import_set(library, path) if isinstance(step.result, SetItem)]
    told = [str(one.reason) for one in items if one.status == "failed"]
    assert any("the text of “Hilang.docx” is not in the file; selections that were lost with it: 1" in x for x in told)
    assert any("“Laporan.pdf” is no text (PDFSource)" in one for one in told)
    assert library.count() == 1 and len(told) == 2


@pytest.mark.parametrize(
    ("project", "reason"),
    [
        (qde("", head='<!DOCTYPE x [<!ENTITY a "b">]>'), "it has a DOCTYPE"),
        (qde("")[:-30], "not XML"),
        (qde("<a>" * 300 + "</a>" * 300), "nested too deeply"),
    ],
)
def test_a_project_that_cannot_be_read_is_refused_whole(tmp_path: Path, project: str, reason: str) -> None:
    with pytest.raises(SetError, match=reason):
        list(documents(archive(tmp_path / "desa.qdpx", project)))


def test_two_projects_in_one_file_are_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "desa.qdpx", qde(""), texts={"other.qde": "x"})
    with pytest.raises(SetError, match="should have one project file"):
        list(documents(path))


def test_a_place_outside_the_text_is_told(tmp_path: Path) -> None:
    project = qde(selection(ONE, "Lurah", PERSON).replace('endPosition="5"', 'endPosition="500"'))
    found = list(documents(archive(tmp_path / "desa.qdpx", project)))
    assert any(isinstance(one, Problem) and "[0, 500) is no place" in str(one.reason) for one in found)
