"""What a terminal would obey is shown and not obeyed, wherever a name of somebody else is printed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.commands import main
from reader.store import Library
from reader.system import is_windows
from tests.newsroom import Newsroom

OBEYED = "\x1b[2J\x1b]0;title\x07\r\x9b31m\x7f"
SHOWN = "\\x1b[2J\\x1b]0;title\\x07\\x0d\\x9b31m\\x7f"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "l.tilik"
    with Library.open(path) as made:
        room = Newsroom(made)
        id = room.article("site", f"Ferry {OBEYED}", "The ferry never sailed that night.")
        room.mark(id, "claim", "never sailed")
    return path


@pytest.mark.parametrize(
    "words", [["list"], ["show", "Ferry"], ["search", "ferry"], ["show", "no such " + OBEYED], ["list", "--json"]]
)
def test_no_command_prints_what_a_terminal_obeys(
    library: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    main([*words, "--library", str(library)])
    out, err = capsys.readouterr()
    assert out or err
    assert not [c for c in out + err if (ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0]


def test_a_row_shows_the_controls_and_json_keeps_them(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["list", "--library", str(library)])
    assert f"Ferry {SHOWN}" in capsys.readouterr().out
    main(["list", "--json", "--library", str(library)])
    assert json.loads(capsys.readouterr().out)["title"] == f"Ferry {OBEYED}"


@pytest.mark.parametrize("name", ["a\x1b[31m.html", "a\nadded\tfake\tb.html"])
def test_the_name_of_a_file_makes_no_row_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = tmp_path / name
    try:
        path.write_text("<article><h1>Ferry</h1><p>The ferry never sailed that night, it says.</p></article>", "utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    assert main(["add", str(path), "--library", str(tmp_path / "l.tilik")]) == 0
    out, _ = capsys.readouterr()
    assert out.startswith("added\t") and out.count("\n") == 1 and "\x1b" not in out


def _is_plain(text: str) -> bool:
    return not [c for c in text if (ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0]


@pytest.mark.parametrize(
    "words",
    [["restore"], ["restore", "--json"], ["restore", "1", "--dry-run"], ["restore", "no such " + OBEYED], ["check"],
     ["check", "--json"], ["check", "--heal"], ["check", "--copy", "clean.tilik"], ["check", "--sandbox"],
     ["erase", "Ferry"], ["erase", "Ferry", "--json"], ["erase", "--source", "Mayor"], ["erase", "no such " + OBEYED],
     ["erase", "--source", "no such " + OBEYED], ["fetch", "Ferry"], ["fetch", "no such " + OBEYED], ["compact"],
     ["import", "set.jsonl"], ["import", "set.jsonl", "--dry-run"], ["import", "odd.jsonl"], ["backup"],
     ["empty-trash"]],
    ids=lambda words: " ".join(words).encode("unicode_escape").decode()[:30],
)  # fmt: skip
def test_no_command_of_healing_backups_deletion_and_sets_prints_what_a_terminal_obeys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], words: list[str]
) -> None:
    """In a library whose every name holds controls, and of which one text and one mark are damaged."""
    path = _damaged(tmp_path, monkeypatch)
    main([*words, "--library", str(path)])
    out, err = capfd.readouterr()
    assert out or err
    assert _is_plain(out) and _is_plain(err), (out, err)


def _damaged(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(folder)
    path = folder / ("l.tilik" if is_windows() else f"l{OBEYED[:1]}[31m.tilik")  # no name holds controls there
    with Library.open(path) as made:
        room = Newsroom(made)
        id = room.article(f"site {OBEYED}", f"Ferry {OBEYED}", f"The ferry never sailed {OBEYED} that night.")
        source = room.source(f"Mayor {OBEYED}")
        room.mark(id, "claim", "never sailed", source)
        made.backup()
    main(["export", "--format", "jsonl", "-o", str(folder / "set.jsonl"), "--library", str(path)])
    (folder / "odd.jsonl").write_text(json.dumps({"id": OBEYED, "text": "x", "annotations": [OBEYED]}), "utf-8")
    with closing(sqlite3.connect(path)) as found:
        found.execute("UPDATE revision SET text = replace(text, 'night', 'light')")
        found.execute("UPDATE annotation SET note = 'x' || char(27) || '[31m'")
        found.commit()
    return path


def test_a_set_that_is_written_to_a_terminal_is_not_obeyed_and_one_to_a_pipe_is_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = _damaged(tmp_path, monkeypatch)
    main(["export", "--format", "csv", "--library", str(path)])
    piped = capfdbinary.readouterr().out
    monkeypatch.setattr("os.isatty", lambda _number: True)
    main(["export", "--format", "csv", "--library", str(path)])
    shown = capfdbinary.readouterr().out
    assert OBEYED.encode() in piped and b"\x1b" not in shown
    assert b"\\x1b[2J" in shown and shown.replace(b"\\x1b", b"\x1b").count(b"\x1b") == piped.count(b"\x1b")
