"""What a terminal would obey is shown and not obeyed, wherever a name of somebody else is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.commands import main
from reader.store import Library
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
