"""The list of mutants is true: each change can be made, and the tests that must see it are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.mutants.mutants import ROOT, Mutant, chosen, mutants

ALL = mutants()
FEWEST = 40


def test_the_list_is_long_enough_and_every_mutant_has_a_name_of_its_own() -> None:
    assert len(ALL) >= FEWEST
    assert len({mutant.id for mutant in ALL}) == len(ALL)
    assert all(re.fullmatch(r"[a-z0-9-]+", mutant.id) for mutant in ALL)


@pytest.mark.parametrize("mutant", ALL, ids=lambda mutant: mutant.id)
def test_a_mutant_can_be_made_and_its_tests_are_there(mutant: Mutant) -> None:
    assert mutant.obstacle(ROOT) == ""
    assert mutant.old != mutant.new and mutant.promise.endswith(".")
    assert mutant.file.startswith(("reader/", "ui/"))
    changed = (ROOT / mutant.file).read_text(encoding="utf-8").replace(mutant.old, mutant.new)
    compile(changed, mutant.file, "exec")
    assert mutant.tests
    for test in mutant.tests:
        path, _, name = test.partition("::")
        assert (ROOT / path).exists(), test
        assert not name or f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), test


def test_what_cannot_be_changed_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("a = 1\nb = 1\n", "utf-8")
    twice = Mutant("twice", "It is.", "one.py", "= 1", "= 2", ())
    assert "stands 2 times in one.py" in twice.obstacle(tmp_path)
    with pytest.raises(ValueError, match="2 times"):
        twice.apply(tmp_path)
    assert "no two.py" in Mutant("gone", "It is.", "two.py", "a", "b", ()).obstacle(tmp_path)
    Mutant("once", "It is.", "one.py", "a = 1", "a = 2", ()).apply(tmp_path)
    assert (tmp_path / "one.py").read_text("utf-8") == "a = 2\nb = 1\n"


def test_some_can_be_chosen_and_an_unknown_name_is_an_error() -> None:
    assert chosen(ALL, [ALL[1].id]) == [ALL[1]]
    assert chosen(ALL, []) == ALL
    with pytest.raises(KeyError, match="nobody"):
        chosen(ALL, ["nobody"])
