"""Containers of pages that were made to do harm, or are damaged: read or refused by name, and bounded."""

from __future__ import annotations

import io
import plistlib
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning.by_media_type import clean
from reader.cleaning.saved import opened, zipped
from reader.cleaning.saved.parts import path_of
from reader.errors import CleaningError, LimitError
from reader.model.pages import Page
from reader.sources import page_of_bytes
from tests import saved_pages as saved
from tests.reader.cleaning.test_saved_pages import PNG, WITH_PICTURES, cleaned, says_everything


def test_no_name_in_an_archive_leads_out_of_it() -> None:
    assert [path_of(name, "a/b.html") for name in ("../../c", "/etc/passwd", "..\\..\\c", "C:\\c", "../c")] == [
        "", "", "", "", "c",
    ]  # fmt: skip
    names: dict[str, bytes | str] = {"index.html": saved.page("../one.png"), "../one.png": PNG, "/one.png": PNG}
    assert cleaned(saved.zipped(names), "a.htz").pictures == ()


def test_an_archive_that_unpacks_to_far_too_much_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 100_000)
    bomb = saved.zipped({"index.html": b"<p>" + b" " * 2_000_000})
    assert len(bomb) < 10_000
    with pytest.raises(LimitError, match=r"a\.htz: this archive unpacks to more than"):
        cleaned(bomb, "a.htz")


def test_an_archive_locked_or_damaged_is_refused_by_name() -> None:
    whole = bytearray(saved.zipped({"index.html": saved.page()}))
    locked = bytearray(whole)
    locked[6] |= 1
    locked[whole.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(CleaningError, match=r"a\.htz: this archive is locked"):
        cleaned(bytes(locked), "a.htz")
    whole[60:90] = bytes(30)
    with pytest.raises(CleaningError, match=r"a\.htz: index\.html in this archive cannot be read"):
        cleaned(bytes(whole), "a.htz")
    with pytest.raises(CleaningError, match=r"a\.htz: this ZIP archive is broken"):
        cleaned(bytes(whole[:80]), "a.htz")


@pytest.mark.parametrize(
    ("names", "what"),
    [
        (["mimetype", "META-INF/container.xml", "OEBPS/one.html"], "this EPUB book is broken"),
        (["[Content_Types].xml", "word/document.xml"], "this Word document is broken"),
        (["[Content_Types].xml", "xl/workbook.xml"], "a spreadsheet"),
        (["one.csv"], "a ZIP archive"),
        (["one.html", "two.html"], "several pages are in this ZIP archive"),
    ],
)
def test_archives_of_something_else_are_called_what_they_are(names: list[str], what: str) -> None:
    files: dict[str, bytes | str] = dict.fromkeys(names, "<p>one</p>")
    with pytest.raises(CleaningError, match=rf"a\.bin: .*{what}"):
        cleaned(saved.zipped(files), "a.bin")


def test_boxes_within_boxes_end(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "".join(f"Content-Type: multipart/related; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    with pytest.raises(CleaningError, match=r"a\.mht: "):
        cleaned(b"MIME-Version: 1.0\n" + deep.encode(), "a.mht")
    many = saved.mhtml(saved.page(), {f"cid:{n}": ("text/plain", b"word") for n in range(30)})
    monkeypatch.setattr("reader.cleaning.saved.mime.MOST_PARTS", 20)
    with pytest.raises(CleaningError, match=r"a\.mht: more than 20 parts"):
        cleaned(many, "a.mht")


def test_a_frame_in_itself_is_shown_once() -> None:
    loop = b'<p>Around and around.</p><iframe src="cid:f1"></iframe><iframe src="cid:f2"></iframe>'
    parts = {"cid:f1": ("text/html", loop), "cid:f2": ("text/html", loop)}
    assert says_everything(cleaned(saved.mhtml(saved.page(more='<iframe src="cid:f1"></iframe>'), parts)))


def test_a_property_list_that_holds_itself_is_refused() -> None:
    inner: dict[str, object] = {"WebMainResource": {}}
    inner["WebSubframeArchives"] = [inner]
    body = b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource\xd0\x08\x0b\x1d" + bytes(32)
    for data in (body, plistlib.dumps({"WebMainResource": "no page"}), plistlib.dumps(["WebMainResource"])):
        with pytest.raises(CleaningError, match=r"a\.webarchive: "):
            cleaned(data, "a.webarchive")


def test_the_index_of_an_archive_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("https://secret.example/", "utf-8")
    entity = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{tmp_path / "secret"}">]>'
    index = (
        f'<?xml version="1.0"?>{entity}<r><originalurl>&x;</originalurl><indexfilename>index.html</indexfilename></r>'
    )
    found = cleaned(saved.zipped({"1/index.rdf": index, "1/index.html": saved.page()}), "a.maff")
    assert says_everything(found) and found.metadata.url == ""


SEEDS = [*WITH_PICTURES.values()]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(SEEDS), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8)), max_size=12), st.floats(0, 1)
)
def test_a_damaged_container_is_read_or_refused(data: bytes, changes: list[tuple[float, bytes]], cut: float) -> None:
    made = bytearray(data)
    for where, what in changes:
        at = int(where * len(made))
        made[at : at + len(what)] = what
    made = made[: max(40, int(len(made) * max(cut, 0.3)))]
    page = page_of_bytes(bytes(made), "broken file", "broken file")
    with suppress(CleaningError):  # anything else is a failure
        assert clean(page).text


def test_only_pictures_that_are_shown_are_unpacked() -> None:
    files: dict[str, bytes | str] = {"index.html": saved.page("one.png"), "one.png": PNG, "film.mp4": bytes(5_000_000)}
    found = opened(Page("a", "a", saved.zipped(files), "application/zip"))
    read: list[str] = []
    real = zipfile.ZipFile.open

    def noted(self: zipfile.ZipFile, name: zipfile.ZipInfo, *rest: object) -> object:
        read.append(name.filename)
        return real(self, name, *rest)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zipfile.ZipFile, "open", noted)
        from reader.cleaning.saved import read_as_saved

        read_as_saved(found, saved.page("one.png"))
    assert read == ["one.png"] and io.BytesIO(PNG).getvalue() == PNG
