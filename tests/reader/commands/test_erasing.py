"""`tilik erase` for claims and for what is already gone; a library whose disk is not there."""

from __future__ import annotations

import json
from pathlib import Path

from tests.reader.commands.test_commands import PAGE, Shell, tilik

__all__ = ["tilik"]


def test_a_link_that_leads_nowhere_makes_no_library(tilik: Shell, tmp_path: Path) -> None:
    """The stick with the library is not there: nothing is made where it will be."""
    link = tmp_path / "link.tilik"
    link.symlink_to(tmp_path / "stick" / "real.tilik")
    for words in (("add", PAGE), ("list",)):
        tilik(*words, "--library", link)
        assert tilik.code == 74 and "leads to" in tilik.errors and not (tmp_path / "stick").exists()
    tilik("add", PAGE, "--library", link, "--begin-new")
    assert tilik.code == 0 and (tmp_path / "stick" / "real.tilik").is_file() and link.is_symlink()


def test_what_was_erased_is_deleted_from_backups_later_by_the_command_that_was_told(tilik: Shell) -> None:
    (one,) = tilik.json("add", PAGE)
    (backup,) = tilik.json("backup")
    tilik("erase", one["article"], "--yes")
    told = next(line for line in tilik.errors.splitlines() if "--backups" in line)
    words = told.rpartition("tilik ")[2].split()
    assert words == ["erase", one["article"], "--backups", "--yes"]
    (done, *cleaned) = tilik.json(*words)
    assert done["articles"] == 0 and all(one["cleaned"] for one in cleaned) and cleaned[-1]["backup"] == backup["path"]
    assert tilik.json("restore")[0]["articles"] == 0


def test_a_claim_is_erased_by_the_beginning_of_its_id(tilik: Shell) -> None:
    tilik("add", PAGE)
    made = [json.dumps({"op": "claim", "text": text}) for text in ("Salt is dear", "Salt is cheap")]
    first, second = (row["id"] for row in tilik.json("annotate", "--batch", stdin="\n".join(made) + "\n"))
    listed, *_ = tilik.json("erase", "--claim", first)
    assert listed == {"claim": first} and tilik.code == 0
    (done, *_) = tilik.json("erase", "--claim", first[:13], "--yes")
    assert done["claims"] == 1 and tilik.code == 0
    tilik("erase", "--claim", "nothing", "--yes")
    assert tilik.code == 66 and "nothing" in tilik.errors
    assert second in tilik("export", "--format", "jsonl")
