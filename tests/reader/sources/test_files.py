"""Files, folders and the clipboard become pages, known by what is in them."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources import addresses, files, page_of, paste, read

HTML = "<!doctype html><html><body><p>Menteri membantah.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.html", HTML, "text/html"),
        ("saved", HTML, "text/html"),
        ("dump.txt", "Beranda\nMenteri membantah.\n", "text/plain"),
        ("page.txt", HTML, "text/html"),
        ("about.txt", "Write <p> for a paragraph and <b> for bold.", "text/plain"),
        (
            "guide.txt",
            "The old <div> box.\n\nA <table> in a <table> in a <div>, or a <span>.\n\nAnd <br> ends.",
            "text/plain",
        ),
        ("first.txt", "<table> and <div> are not the same, as the guide says.\n\nIt says so twice.", "text/plain"),
        ("part.txt", "Top\n<p>One word.</p>\n<p>Two.</p>\n<p>Three.</p>\n<p>Four.</p>\n<p>Five.</p>", "text/html"),
        ("piece.txt", "<p>One word.<p>Two words.", "text/html"),
        ("dump.html", "Beranda\nMenteri membantah.\n", "text/plain"),
        ("short.html", "<b>Menteri</b> membantah.", "text/html"),
        ("notes.md", "# Judul\n\nMenteri *membantah*.", "text/markdown"),
    ],
)
def test_the_type_is_read_from_the_bytes(tmp_path: Path, name: str, text: str, kind: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    page = page_of(tmp_path / name, base_url="https://kabar.example/1")
    assert (page.media_type, page.name, page.url) == (kind, name, "https://kabar.example/1")


def test_utf16_markup_is_markup(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(HTML.encode("utf-16"))
    assert page_of(tmp_path / "a").media_type == "text/html"


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"\n  ")
    for name, why in (("empty.html", "is empty"), ("missing.html", "no such file")):
        with pytest.raises(SourceError, match=f"{name}.*{why}"):
            page_of(tmp_path / name)
    (tmp_path / "nothing").mkdir()
    with pytest.raises(SourceError, match="holds no page"):
        list(read(tmp_path / "nothing"))


def test_a_folder_is_read_in_order_without_what_browsers_put_beside_pages(tmp_path: Path) -> None:
    for name in ("b.html", "a.html", "sub/c.txt", "a_files/ad.html", ".hidden/x.html", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HTML)
    found = [Path(p.address).relative_to(tmp_path).as_posix() for p in read(tmp_path)]
    assert found == ["a.html", "b.html", "sub/c.txt"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text(HTML)
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a.html").write_text(HTML)
    (folder / "b.html").symlink_to(secret)
    assert [p.name for p in read(folder)] == ["a.html"]


def test_a_page_is_found_in_a_folder_by_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "article-123").write_text("<?xml version='1.0'?><!-- saved -->" + HTML)
    (tmp_path / "notes").write_text("Menteri membantah.")
    assert [p.name for p in read(tmp_path)] == ["article-123"]


def test_links_that_go_round_and_folders_that_cannot_be_read_do_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "loop.html").symlink_to(tmp_path / "loop.html")
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "shut").mkdir()
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    failed: list[SourceError] = []
    assert [p.name for p in read(tmp_path, failed=failed.append)] == ["a.html"]
    assert ["loop.html" in str(failed[0]), "shut cannot be read" in str(failed[1])] == [True, True]


@pytest.mark.parametrize("name", ["x" * 5000, "zero\0byte.html", "ftp://kabar.example/1"])
def test_a_name_that_no_file_can_have_is_an_error_like_any(name: str) -> None:
    with pytest.raises(SourceError):
        list(read(name))


def test_standard_input_is_not_cut_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 10)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"0123456789a")))
    with pytest.raises(SourceError, match="standard input is larger"):
        page_of("-")


def test_paste_takes_html_that_has_structure_and_words_otherwise() -> None:
    assert paste("Menteri", "<p>Menteri</p><p>membantah</p>").media_type == "text/html"
    assert paste("Menteri membantah", "<span>Menteri</span>").media_type == "text/plain"
    with pytest.raises(SourceError):
        paste("  ", "<p> </p>")


def test_pasted_addresses_are_addresses_only_when_alone() -> None:
    assert addresses("https://a.example/1\nhttp://b.example") == ["https://a.example/1", "http://b.example"]
    assert addresses("see https://a.example/1") == []
    assert addresses("") == []
