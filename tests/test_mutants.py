"""The list of mutants is true: each change can be made, and the tests that must see it are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.mutants.__main__ import BROKEN, SEEN, SURVIVED, Verdict, answer, summed
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


@pytest.mark.parametrize(
    ("test", "outcome", "why"),
    [
        ("def test_one(): assert 1", SURVIVED, "all its tests pass"),
        ("def test_one(): assert 0", SEEN, "FAILED test_it.py::test_one"),
        ("import time\ndef test_one(): time.sleep(60)", BROKEN, "not over after 5 seconds"),
        ("import nothing_of_that_name", BROKEN, "pytest ended with 2"),
        ("", BROKEN, "pytest ended with 5"),
    ],
)
def test_what_pytest_says_of_a_mutant(tmp_path: Path, test: str, outcome: str, why: str) -> None:
    """A test that cannot even be read, or one that never ends, has seen nothing."""
    place = tmp_path / "copy"
    place.mkdir()
    (place / "test_it.py").write_text(test, "utf-8")
    found = answer(place, ["test_it.py"], 5 if "sleep" in test else 60)
    assert found[0] == outcome and why in found[1]
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


def test_one_that_was_not_seen_is_named_and_makes_the_command_fail(capsys: pytest.CaptureFixture[str]) -> None:
    seen, survived = Verdict(ALL[0], SEEN, "FAILED x", 1.0), Verdict(ALL[1], SURVIVED, "all its tests pass", 1.0)
    assert summed([seen, seen], 2) == 0
    assert summed([seen, survived], 2) == 1
    assert f"{ALL[1].id}: SURVIVED" in capsys.readouterr().out
