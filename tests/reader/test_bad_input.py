"""What a script meets on the command line when a file, a library or a disk is bad: a sentence, a code, no loss."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.store import Library
from tests.refused_files import refuse_to_open

ROOT = Path(__file__).parents[2]
WORDS = "The harbour office of Lembayung says that the night ferry never sailed, and that nobody had been hurt."
PAGE = f"<!doctype html><html><body><article><h1>Ferry</h1>{f'<p>{WORDS}</p>' * 3}</article></body></html>"
MENU = "<html><body><nav><ul>" + "<li><a href='/x'>Home</a></li>" * 9 + "</ul></nav></body></html>"

BAD: dict[str, tuple[str, bytes, str, int]] = {
    "empty": ("empty.html", b"", "is empty", 66),
    "picture": ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "PNG picture", 65),
    "zeros": ("program.html", b"\x00\x7f\x03\x00\x02" * 4000, "binary file", 65),
    "controls as a page": ("controls.html", bytes(range(1, 9)) * 900, "binary file", 65),
    "controls as a text": ("controls.txt", b"\x01\x02\x0e\x0f word \x05\x06" * 200, "binary file", 65),
    "no article": ("menu.html", MENU.encode(), "no article", 65),
}


def tilik(*words: str | Path, stdin: str = "", limit: int = 0) -> subprocess.CompletedProcess[str]:
    """One command; `limit` bounds the bytes of any file that it writes."""

    def bound() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    environment = {**os.environ, "PYTHONUTF8": "1"}
    if limit:  # what measures the coverage writes a file too, and would complain
        environment.pop("COVERAGE_PROCESS_CONFIG", None)
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, words)], input=stdin, capture_output=True, encoding="utf-8",
        cwd=ROOT, env=environment, check=False, preexec_fn=bound if limit else None,
    )  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one article."""
    (tmp_path / "good.html").write_text(PAGE, "utf-8")
    done = tilik("add", tmp_path / "good.html", "--library", tmp_path / "l.tilik")
    assert done.returncode == 0, done.stderr
    return tmp_path / "l.tilik"


def sound(path: Path, articles: int = 1) -> None:
    with Library.open(path) as library:
        assert library.count() == articles and library.check() == []


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("command", ["clean", "add"])
def test_a_file_without_an_article_is_named(tmp_path: Path, library: Path, case: str, command: str) -> None:
    name, data, why, code = BAD[case]
    (tmp_path / name).write_bytes(data)
    done = tilik(command, tmp_path / name, *(("--library", library) if command == "add" else ()))
    assert done.returncode == code and name in done.stderr and why in done.stderr
    assert "Traceback" not in done.stderr
    sound(library)


def test_the_others_are_added_beside_a_bad_one(tmp_path: Path, library: Path) -> None:
    (tmp_path / "bad.html").write_bytes(bytes(range(1, 9)) * 900)
    (tmp_path / "other.html").write_text(PAGE.replace("night", "day"), "utf-8")
    done = tilik("add", tmp_path / "bad.html", tmp_path / "other.html", "--library", library)
    assert done.returncode == 1 and "bad.html" in done.stderr
    sound(library, 2)


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from reader.commands.run import run

    secret = tmp_path / "secret.html"
    secret.write_text(PAGE, "utf-8")
    refuse_to_open(monkeypatch, secret)
    assert run(["clean", str(secret)]) == 66
    assert "secret.html cannot be read: Permission denied" in capsys.readouterr().err


def test_a_wrong_charset_is_said_and_read_right(tmp_path: Path) -> None:
    page = PAGE.replace("<body>", '<head><meta charset="utf-8"></head><body>').replace("night ferry", "“été” à Nîmes")
    (tmp_path / "lying.html").write_bytes(page.encode("cp1252"))
    told = json.loads(tilik("clean", tmp_path / "lying.html", "--json").stdout.splitlines()[0])
    assert "“été” à Nîmes" in told["text"]
    assert any("utf-8" in notice for notice in told["notices"])


@pytest.mark.parametrize("what", ["page", "cells", "nested"])
def test_what_is_very_large_ends_in_words_or_in_a_refusal(tmp_path: Path, library: Path, what: str) -> None:
    large = {
        "page": "<article>" + "".join(f"<p>{n} {WORDS}</p>\n" for n in range(450_000)) + "</article>",
        "cells": f"<p>{WORDS}</p><table>" + "<tr>" * 1000 + "<td>x</td>" * 1_000_000 + "</table>",
        "nested": f"<p>{WORDS}</p>" + "<div>" * 100_000 + WORDS,
    }[what]
    (tmp_path / "large.html").write_text(f"<!doctype html><html><body>{large}</body></html>", "utf-8")
    assert what != "page" or (tmp_path / "large.html").stat().st_size > 50_000_000
    done = tilik("add", tmp_path / "large.html", "--library", library)
    refused = done.returncode == 65 and "large.html" in done.stderr and "given up" in done.stderr
    assert refused or done.returncode == 0, done.stderr
    sound(library, 1 if refused else 2)


def test_a_library_that_can_only_be_read_refuses_and_names_itself(library: Path, tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text(PAGE.replace("night", "day"), "utf-8")
    library.chmod(0o400)
    done = tilik("add", tmp_path / "other.html", "--library", library)
    assert done.returncode == 74 and "l.tilik" in done.stderr
    sound(library)


def test_a_disk_that_is_full_refuses_the_mark_and_keeps_the_rest(library: Path) -> None:
    with Library.open(library) as opened:
        id = opened.summaries()[0].id
    mark = json.dumps({"article": id, "label": "claim", "start": 8, "end": 30, "note": "word " * 20_000})
    full = tilik("annotate", "--batch", "--library", library, stdin=mark, limit=library.stat().st_size // 2)
    assert full.returncode != 0 and "Traceback" not in full.stderr and full.stderr.startswith("tilik: ")
    sound(library)
    with Library.open(library) as opened:
        assert opened.annotations(id) == []
    again = tilik("annotate", "--batch", "--library", library, stdin=mark)
    assert again.returncode == 0, again.stderr
    with Library.open(library) as opened:
        assert len(opened.annotations(id)) == 1


def test_a_library_of_a_newer_version_is_left_as_it_is(library: Path) -> None:
    with closing(sqlite3.connect(library)) as raw, raw:
        raw.execute("PRAGMA user_version=99")
    raw.close()
    before = library.read_bytes()
    done = tilik("list", "--library", library)
    assert done.returncode == 74 and "newer" in done.stderr and "l.tilik" in done.stderr
    assert library.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe with a name")
def test_a_pipe_is_no_library_and_no_backup_and_nobody_waits_for_it(library: Path, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    for words in (("list", "--library", pipe), ("add", tmp_path / "good.html", "--library", pipe)):
        done = tilik(*words)
        assert done.returncode == 74 and f"{pipe} is not a file" in done.stderr
    done = tilik("restore", pipe, "--library", library)
    assert done.returncode == 74 and f"{pipe} is not a file" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("pipe")) == ["pipe"]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 74), ("<&-", 0), ("2>&-", 0)])
def test_a_closed_stream_ends_in_no_traceback(library: Path, closed: str, code: int) -> None:
    """What cannot be told is no success, and no message comes among the results."""
    command = f'"$0" -m reader list --json --library "$1" {closed}'
    ran = subprocess.run(
        ["sh", "-c", command, sys.executable, library], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == code and "Traceback" not in ran.stderr
    assert all(line.startswith("{") for line in ran.stdout.splitlines()) and bool(ran.stdout) == (code == 0)


def test_a_copy_makes_no_folder_for_a_disk_that_is_not_there(library: Path, tmp_path: Path) -> None:
    done = tilik("backup", "-o", tmp_path / "stick" / "copy.tilik", "--library", library)
    assert done.returncode == 74 and "No such file" in done.stderr and not (tmp_path / "stick").exists()


def test_a_number_below_nought_is_wrong_usage(library: Path) -> None:
    done = tilik("search", "ferry", "--limit", "-1", "--library", library)
    assert done.returncode == 2 and "--limit" in done.stderr
