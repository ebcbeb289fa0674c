"""The list of mutants, read from the TOML files of this folder, one file an area."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of `file`: `old`, which stands there once, becomes `new`, and `promise` no longer holds.

    `tests` are paths or node ids of pytest, relative to the checkout, of which at least one has to fail then.
    """

    id: str
    promise: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def obstacle(self, checkout: Path) -> str:
        """Return why the change cannot be made in `checkout`; empty when it can."""
        path = checkout / self.file
        if not path.is_file():
            return f"there is no {self.file}"
        count = path.read_text(encoding="utf-8").count(self.old)
        return "" if count == 1 else f"its text stands {count} times in {self.file}, not once"

    def apply(self, checkout: Path) -> None:
        """Make the change in `checkout`. Raises `ValueError` when its text does not stand there once."""
        if reason := self.obstacle(checkout):
            raise ValueError(reason)
        path = checkout / self.file
        path.write_text(path.read_text(encoding="utf-8").replace(self.old, self.new), encoding="utf-8")


def mutants(folder: Path = Path(__file__).parent) -> list[Mutant]:
    """Return all mutants of the TOML files in `folder`, by file and place. Raises `TypeError` for an unknown key."""
    found: list[Mutant] = []
    for file in sorted(folder.glob("*.toml")):
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["mutant"]:
            found.append(Mutant(**{**entry, "tests": tuple(entry["tests"])}))
    return found


def chosen(found: Sequence[Mutant], ids: Sequence[str]) -> list[Mutant]:
    """Return the mutants with these ids, or all without any. Raises `KeyError` with the ids that do not exist."""
    if unknown := set(ids) - {mutant.id for mutant in found}:
        raise KeyError(", ".join(sorted(unknown)))
    return [mutant for mutant in found if not ids or mutant.id in ids]
