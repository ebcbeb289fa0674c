"""`tilik publisher`: set and shown, and refused where it does not hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.commands.run import run
from reader.model.publisher import PUBLISHER, Grade, Publisher, parsed, written
from reader.store import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "desk.tilik"
    Library.open(found).close()
    return found


def called(path: Path, *words: str) -> int:
    return run(["publisher", "--library", str(path), "--json", *words])


def test_what_is_set_is_shown_and_stays(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--name", "Cek Pesisir", "--address", "https://cek.example", "--best", "6", "--grade", "benar=6",
             "--grade", "satir=none", "--call", "salah:en=Hoax")  # fmt: skip
    assert called(path, *given) == 0
    assert json.loads(capsys.readouterr().out)["changed"] is True
    assert called(path) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["name"], told["best"], told["changed"]) == ("Cek Pesisir", 6, False)
    assert told["grades"]["salah"] == {"value": 1, "names": {"en": "Hoax", "id": "Salah"}}
    with Library.open(path, readonly=True) as library, library.dataset("set").still() as whole:
        assert whole.facts is not None and whole.facts.publisher().grade("benar").value == 6


@pytest.mark.parametrize(
    "words",
    [("--grade", "hoaks=1"), ("--grade", "salah=x"), ("--grade", "salah=9"), ("--worst", "7"), ("--call", "salah=x"),
     ("--address", "cek.example"), ("--call", "salah:fr=Faux")],
)  # fmt: skip
def test_what_does_not_hold_is_refused(path: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert called(path, *words) != 0 and "Traceback" not in capsys.readouterr().err
    with Library.open(path, readonly=True) as library:
        assert not library.setting(PUBLISHER)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name":3,"worst":"x","grades":{"salah":[],"x":{}}}', "null"])
def test_what_a_hand_broke_is_read_as_far_as_it_goes(text: str) -> None:
    assert (parsed(text).name, parsed(text).worst) == ("", 1)


def test_it_is_read_as_it_was_written() -> None:
    made = Publisher("A", "https://a.example", "", 0, 10).with_grade("salah", Grade(0, {"en": "No", "id": "Tidak"}))
    assert parsed(written(made)) == made
