"""`tilik backup` and `tilik restore` as a person types them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reader.commands import main
from reader.store import Library, backups_here
from tests.reader.store.conftest import add
from tests.reader.store.test_door import mark


class Tilik:
    """Commands on one library, run here."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.library, self._capsys = library, capsys

    def __call__(self, *words: str | Path, code: int = 0) -> tuple[str, str]:
        assert main([*map(str, words), "--library", str(self.library)]) == code
        said = self._capsys.readouterr()
        return said.out, said.err

    def json(self, *words: str | Path) -> list[dict[str, object]]:
        return [json.loads(line) for line in self(*words, "--json")[0].splitlines()]


@pytest.fixture
def tilik(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Tilik:
    path = tmp_path / "l.tilik"
    with Library.open(path) as library:
        _, revision = add(library)
        mark(library, revision, "stok cukup")
    return Tilik(path, capsys)


def test_backups_are_listed_newest_first_compared_and_put_back(tilik: Tilik) -> None:
    (made,) = tilik.json("backup")
    with Library.open(tilik.library) as library:
        add(library, "Sesudahnya")
    tilik("backup")
    listed = tilik.json("restore")
    assert [(one["number"], one["articles"], one["marks"]) for one in listed] == [(2, 2, 1), (1, 1, 1)]
    assert "\t1 articles, 1 marks\t" in tilik("restore")[0]
    before = tilik.library.read_bytes()
    (tried,) = tilik.json("restore", "1", "--dry-run")
    assert tried["restored"] is None and tried["kept"] is None and tilik.library.read_bytes() == before
    assert tried["differs"] == {
        "articles": {"now": 1, "then": 0, "differing": 0}, "marks": {"now": 0, "then": 0, "differing": 0},
        "known": True,
    }  # fmt: skip
    out, _ = tilik("restore", str(made["path"]))
    assert "articles: 1 only now, 0 only in the backup" in out and "the library that was replaced is" in out
    assert len(tilik.json("list")) == 1
    tilik("restore", "--latest")
    assert len(tilik.json("list")) == 2


def test_a_library_that_is_gone_or_damaged_comes_back(tilik: Tilik) -> None:
    tilik("backup")
    tilik.library.write_bytes(tilik.library.read_bytes()[:5000])
    assert "000001-" in tilik("list", code=74)[1]
    assert "cannot be read" in tilik("restore", "1")[0]
    assert len(tilik.json("list")) == 1
    tilik.library.unlink()
    tilik("restore", "--latest")
    assert len(tilik.json("list")) == 1 and tilik("check")[0].startswith("sound")


def test_what_is_no_backup_is_refused_in_words(tilik: Tilik, tmp_path: Path) -> None:
    before = tilik.library.read_bytes()
    assert "no backup 7" in tilik("restore", "7", code=66)[1]
    assert "no backup of" in tilik("restore", "--latest", code=66)[1]
    (tmp_path / "thesis.odt").write_bytes(b"years of work")
    assert "thesis.odt" in tilik("restore", tmp_path / "thesis.odt", code=74)[1]
    assert tilik.library.read_bytes() == before and not list(tmp_path.glob(".tilik-*"))


def test_a_command_that_writes_keeps_a_backup_now_and_then(tilik: Tilik) -> None:
    words = ["--label", "claim", "--start", "0", "--end", "3"]
    (article,) = (str(one["article"]) for one in tilik.json("list"))
    assert backups_here(tilik.library) == []
    tilik("annotate", article, *words)
    assert [one.marks for one in backups_here(tilik.library)] == [2]
    tilik("annotate", article, *words)
    assert len(backups_here(tilik.library)) == 1, "the newest is younger than half an hour"


def test_a_backup_that_cannot_be_made_is_told_and_ends_nothing(tilik: Tilik) -> None:
    (article,) = (str(one["article"]) for one in tilik.json("list"))
    (tilik.library.parent / "backups").write_text("in the way")
    out, err = tilik("annotate", article, "--label", "claim", "--start", "0", "--end", "3")
    assert out and "no backup was made" in err


def test_a_second_place_by_command(tilik: Tilik, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    tilik("backup", "--second-place", stick)
    assert [one["second_place"] for one in tilik.json("restore")].count(True) == 1
    shutil.rmtree(stick)
    out, err = tilik("backup")
    assert "000002-" in out and "second place of backups is not there" in err
    tilik("backup", "--no-second-place")
    assert tilik("backup")[1] == ""


def test_a_plain_file_by_choice(tilik: Tilik, tmp_path: Path) -> None:
    tilik("backup", "-o", tmp_path / "plain.tilik")
    tilik.library.unlink()
    tilik("restore", tmp_path / "plain.tilik")
    assert len(tilik.json("list")) == 1
