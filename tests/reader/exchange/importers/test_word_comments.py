"""Comments that an editor changed, answered, added or resolved in a Word document of ours come home."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from reader.errors import SetError
from reader.exchange.importers import detect
from reader.intake.sets import Differing
from reader.intake.sets.remarks import RESOLVED
from reader.model.annotations import Annotation
from reader.store import Library
from tests.reader.exchange.filled import filled as fill
from tests.reader.exchange.importers.tables.made_tables import back, desk, out

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
EVIL = '=HYPERLINK("https://jahat.example","klik")'
Parts = dict[str, Any]


@pytest.fixture
def path(library: Library, tmp_path: Path) -> Path:
    return out(desk(library, tmp_path), tmp_path, "docx", language="id")


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def edited(path: Path, change: Callable[[Any, Any], str | None]) -> Path:
    """Change the document and its comments as Word would; what is returned is the part that says how they hang
    together."""
    with ZipFile(path) as found:
        parts = {info.filename: found.read(info) for info in found.infolist()}
    document, comments = (etree.fromstring(parts[f"word/{name}.xml"]) for name in ("document", "comments"))
    extended = change(document, comments)
    parts |= {"word/document.xml": etree.tostring(document), "word/comments.xml": etree.tostring(comments)}
    if extended:
        parts["word/commentsExtended.xml"] = extended.encode()
    with ZipFile(path, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return path


def comment_with(comments: Any, words: str) -> Any:
    return next(one for one in comments if words in "".join(one.itertext()))


def added(comments: Any, id: str, who: str, text: str) -> Any:
    """A comment as an editor writes it."""
    made = etree.SubElement(comments, w("comment"), {w("id"): id, w("author"): who, w("date"): "2026-11-30T08:00:00Z"})
    paragraph = etree.SubElement(made, w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = text
    return made


def over(document: Any, id: str, words: str) -> str:
    """Put a comment on the run that has these words; return all of its words."""
    run = next(t for t in document.iter(w("t")) if words in (t.text or "")).getparent()
    run.addprevious(etree.Element(w("commentRangeStart"), {w("id"): id}))
    run.addnext(etree.Element(w("commentRangeEnd"), {w("id"): id}))
    return "".join(run.itertext())


def marks(library: Library) -> list[Annotation]:
    return [mark for document in library.documents() for mark in document.marks]


@pytest.mark.parametrize("language", ["en", "id"])
def test_an_unchanged_document_changes_nothing(library: Library, tmp_path: Path, language: str) -> None:
    fill(library, 6)
    path = out(library, tmp_path, "docx", language=language)
    before = list(library.documents())
    assert detect(path).id == "docx"
    assert back(library, path) == [] and list(library.documents()) == before


def test_a_changed_note_and_words_behind_the_label_come_home(library: Library, path: Path) -> None:
    def change(_document: Any, comments: Any) -> None:
        one = comment_with(comments, EVIL)
        next(t for t in one.iter(w("t")) if EVIL in (t.text or "")).text = "tautan mati"
        bare = comment_with(comments, "see minutes")
        next(bare.iter(w("t"))).text = "Sumber: cek jabatannya"

    assert [item.fields for item in back(library, edited(path, change), Differing.UPDATE)] == [("note",), ("note",)]
    notes = {mark.note for mark in marks(library)}
    assert {"tautan mati", 'cek jabatannya\nsee minutes, item 4; "quoted"'} <= notes and EVIL not in notes


def test_an_answer_a_resolved_comment_and_a_new_one_come_home(library: Library, path: Path) -> None:
    words: list[str] = []

    def change(document: Any, comments: Any) -> str:
        parent, reply = comment_with(comments, "see minutes"), added(comments, "900", "Wati", "sudah dicek")
        new = added(comments, "901", "Wati", "Stok di gudang mana?")
        words.append(over(document, "901", "Juru bicara itu"))
        for n, one in enumerate((parent, reply, new), 1):
            list(one.iter(w("p")))[-1].set(f"{{{W14}}}paraId", f"0000000{n}")
        rows = '<w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        rows += '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/>'
        return f'<w15:commentsEx xmlns:w15="{W15}">{rows}</w15:commentsEx>'

    before = {mark.id for mark in marks(library)}
    edited(path, change)
    told = back(library, path)
    assert [(item.status, item.fields) for item in told if item.fields] == [("differs", ("attributes", "note"))]
    (answered,) = [mark for mark in marks(library) if "see minutes" in mark.note]
    assert answered.note == 'see minutes, item 4; "quoted"\nWati: sudah dicek' and answered.attributes[RESOLVED] is True
    (new,) = [mark for mark in marks(library) if mark.id not in before]
    assert (new.label, new.annotator, new.note) == ("comment", "Wati", "Stok di gudang mana?")
    assert new.anchor.quote == words[0].strip() and new.created.isoformat() == "2026-11-30T08:00:00+00:00"
    assert "Comment" in [label.name for label in library.labels()]
    assert not [item for item in back(library, path) if item.status in ("differs", "failed")]
    assert len(marks(library)) == len(before) + 1


def test_words_put_in_or_struck_under_track_changes_do_not_move_a_comment(library: Library, path: Path) -> None:
    def change(document: Any, comments: Any) -> None:
        added(comments, "901", "Wati", "hm")
        over(document, "901", "Juru bicara itu")
        run = next(t for t in document.iter(w("t")) if "Juru bicara itu" in (t.text or "")).getparent()
        put_in = etree.Element(w("ins"))
        etree.SubElement(etree.SubElement(put_in, w("r")), w("t")).text = "konon "
        run.addprevious(put_in)
        for text in run.iter(w("t")):
            text.tag = w("delText")

    back(library, edited(path, change))
    (new,) = [mark for mark in marks(library) if mark.note == "hm"]
    assert "Juru bicara itu" in new.anchor.quote and new.origin is None


def test_a_comment_outside_of_articles_is_told(library: Library, path: Path) -> None:
    def change(document: Any, comments: Any) -> None:
        added(comments, "901", "Wati", "judulnya?")
        first = next(document.iter(w("p")))
        first.insert(0, etree.Element(w("commentRangeEnd"), {w("id"): "901"}))
        first.insert(0, etree.Element(w("commentRangeStart"), {w("id"): "901"}))

    (item,) = back(library, edited(path, change))
    assert item.status == "failed" and "judulnya?" in str(item.reason)


def test_a_document_of_others_is_no_set_and_a_damaged_one_is_refused(library: Library, path: Path) -> None:
    with ZipFile(path) as found:
        parts = {info.filename: found.read(info) for info in found.infolist()}
    with ZipFile(path, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data[:-40] if name == "word/comments.xml" else data)
    with pytest.raises(SetError, match=r"comments\.xml is broken"):
        back(library, path)
    with ZipFile(path, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data.replace(b"_Tilik", b"_Other"))
    with pytest.raises(SetError, match="not a set"):
        back(library, path)
