"""Paths and names of other systems: what is made of them is right on Windows and on POSIX, whichever this is."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exchange.records.out import local_name
from reader.store import Library
from reader.store.files import connect, sqlite_uri
from reader.system import write_whole
from reader.targets import safe_file_name
from tests.reader.store.conftest import add
from tests.reader.store.test_safety import back_to_the_first
from tests.rules_of_windows import FORBIDDEN, RESERVED

# Each with SQLite's address of it and the name of the file that SQLite opens then. On Windows it takes the slash away
# that stands before a drive, and either slash for the other, but not after `\\?\`.
PATHS = [
    (PureWindowsPath(r"C:\desk\library.tilik"), "file:///C:/desk/library.tilik", "/C:/desk/library.tilik"),
    (PureWindowsPath(r"D:\My desk\50%#.tilik"), "file:///D:/My%20desk/50%25%23.tilik", "/D:/My desk/50%#.tilik"),
    (PureWindowsPath(r"\\nas\desk\library.tilik"), "file:////nas/desk/library.tilik", "//nas/desk/library.tilik"),
    (PureWindowsPath(r"\\nas\desk\x y\ü.tilik"), "file:////nas/desk/x%20y/%C3%BC.tilik", "//nas/desk/x y/ü.tilik"),
    (PureWindowsPath(r"\\?\C:\desk\l.tilik"), "file:%5C%5C%3F%5CC:%5Cdesk%5Cl.tilik", "\\\\?\\C:\\desk\\l.tilik"),
    (PureWindowsPath(r"\\.\C:\l.tilik"), "file:%5C%5C.%5CC:%5Cl.tilik", "\\\\.\\C:\\l.tilik"),
    (PureWindowsPath(r"\\?\UNC\nas\desk\l.tilik"), "file:%5C%5C%3F%5CUNC%5Cnas%5Cdesk%5Cl.tilik",
     "\\\\?\\UNC\\nas\\desk\\l.tilik"),
    (PurePosixPath("/home/ani/l.tilik"), "file:///home/ani/l.tilik", "/home/ani/l.tilik"),
    (PurePosixPath("//nas/desk/l.tilik"), "file:////nas/desk/l.tilik", "//nas/desk/l.tilik"),
    (PurePosixPath("/a?mode=memory#b%20 ñ.tilik"), "file:///a%3Fmode%3Dmemory%23b%2520%20%C3%B1.tilik",
     "/a?mode=memory#b%20 ñ.tilik"),
]  # fmt: skip
NAMES = ["plain.tilik", "what?mode=memory&cache=shared.tilik", "a#b.tilik", "100%25 %.tilik", "two  words.tilik",
         "pulau ñandú 礁.tilik", "semi;colon&and=.tilik", "c:d.tilik", "back\\slash.tilik"]  # fmt: skip
posix = pytest.mark.skipif(os.name == "nt", reason="these names cannot be on Windows")


@pytest.mark.parametrize(("path", "uri", "opened"), PATHS)
def test_sqlite_is_given_an_address_that_names_the_file(path: PurePath, uri: str, opened: str) -> None:
    assert sqlite_uri(path, "ro") == f"{uri}?mode=ro"


@posix
@pytest.mark.parametrize(("path", "uri", "opened"), PATHS)
def test_sqlite_reads_from_that_address_what_was_meant(
    path: PurePath, uri: str, opened: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies at the root is put under a folder; SQLite's own parser stays the one that reads the address."""
    address, name = sqlite_uri(path, "rwc"), opened
    if address.startswith("file:///"):
        address, name = address.replace("file://", f"file://{tmp_path}"), str(tmp_path) + opened
    monkeypatch.chdir(tmp_path)
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(sqlite3.connect(address, uri=True)) as found:
        found.execute("CREATE TABLE t (x)")
    assert Path(name).is_file()


@posix
@pytest.mark.parametrize("name", [*NAMES, os.fsdecode(b"not \xff utf-8.tilik")])
def test_a_library_of_any_name_is_opened_read_and_upgraded(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with Library.open(path) as library:
        article, _ = add(library)
    with contextlib.closing(connect(path, readonly=False)) as raw:
        back_to_the_first(raw)
    with Library.open(path) as library:
        assert library.article(article.id) == article
    with Library.open(path, readonly=True) as library:
        assert library.article(article.id).title == article.title
    assert {file.name.removeprefix(name) for file in tmp_path.iterdir()} <= {
        "", "-wal", "-shm", ".lock", ".seal", ".unsealed", "backups",
    }  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [r"C:\Users\ani\page.html", r"\\nas\ani\page.html", r"\\?\C:\Users\ani\page.html", r"\\?\UNC\nas\ani\page.html",
     "file:///C:/Users/ani/page.html", "file://nas/ani/page.html", "/home/ani/page.html", "page.html"],
)  # fmt: skip
def test_a_set_names_no_folder_of_any_system(source: str) -> None:
    assert local_name(source) == "page.html"


FILE_NAMES = {
    "page.html": "page.html",
    "berita – laut 礁.html": "berita – laut 礁.html",
    ".hidden": ".hidden",
    "con.html": "_con.html",
    "CON": "_CON",
    "aux .tar.gz": "_aux .tar.gz",
    "Lpt9.txt": "_Lpt9.txt",
    "com¹.txt": "_com¹.txt",
    "conin$": "_conin$",
    "console.html": "console.html",
    "a:b.html": "a_b.html",
    "what? <now>|\"*\".html": "what_ _now_____.html",
    "x.": "x",
    "x. . ": "x",
    " x": "x",
    ".": "otherwise",
    "..": "otherwise",
    "": "otherwise",
    "/": "otherwise",
    "../../etc/passwd": "passwd",
    "..\\..\\boot.ini": "boot.ini",
    "C:\\Users\\ani\\page.html": "page.html",
    "\\\\nas\\desk\\page.html": "page.html",
    "\\\\?\\C:\\page.html": "page.html",
    "folder/": "folder",
    "folder/..": "otherwise",
    "C:": "C_",
    "line\nbreak\x00\x1b\x7f\x85.html": "line_break____.html",
    "photo\u202egpj.exe": "photo_gpj.exe",
    "half \udcff.html": "half _.html",
    "k" * 300 + ".html": "k" * 195 + ".html",
    "礁" * 100 + ".html": "礁" * 65 + ".html",
    "a" + "." + "b" * 300: "a." + "b" * 198,
    "." * 300: "otherwise",
}  # fmt: skip


@pytest.mark.parametrize(("name", "safe"), FILE_NAMES.items(), ids=ascii)
def test_a_foreign_name_becomes_one_that_every_system_takes(name: str, safe: str, tmp_path: Path) -> None:
    assert safe_file_name(name, "otherwise") == safe
    assert safe_file_name(safe, "") == safe
    write_whole(tmp_path / safe, b"kept")
    assert [file.name for file in tmp_path.iterdir()] == [safe]


@given(st.text(st.characters(), max_size=400) | st.from_regex(RESERVED) | st.text("./\\: nulco1", max_size=9))
def test_no_name_is_too_odd(name: str) -> None:
    safe = safe_file_name(name, "otherwise")
    assert not FORBIDDEN.search(safe) and not RESERVED.fullmatch(safe) and not {"/", "\\"} & set(safe)
    assert safe not in ("", ".", "..") and len(safe.encode()) <= 201
    assert PurePosixPath(safe).name == safe == PureWindowsPath(safe).name
