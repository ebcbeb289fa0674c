"""A closed library spoilt in twelve ways, half of them one bit: nothing wrong is shown in silence, and what is damaged
comes back from the backup beside it. In this process, by the core: a thousand take some minutes."""

from __future__ import annotations

import random
import shutil
import sys
import traceback
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader import edits
from reader.errors import TilikError
from reader.model.articles import State
from reader.store import Damage, Library, healing
from reader.store.restoring import Restored, backups_here
from tests.drills.shown import Shown, is_open, shown
from tests.drills.spoiling import KINDS
from tests.reader.exchange.filled import filled

ARTICLES = 32


@dataclass
class Truth:
    """The library as it is, in the folder in which copies of it are spoilt, with a backup beside."""

    path: Path
    articles: list[str]
    files: dict[str, bytes]
    killed: dict[str, bytes]  # the same as a kill leaves it, with a -wal beside
    shown: Shown
    counts: Counter[str] = field(default_factory=Counter)

    def lay(self, files: dict[str, bytes]) -> None:
        """Put the files of the library in their place, and nothing else beside them but the backups."""
        for one in self.path.parent.iterdir():
            if one.is_file():
                one.unlink()
        for suffix, data in files.items():
            self.path.with_name(self.path.name + suffix).write_bytes(data)


def run(seed: int, count: int, folder: Path, only: tuple[str, ...] = ()) -> list[str]:
    """Spoil a copy `count` times; with `only`, in these ways alone, in turn."""
    chance, wrong = random.Random(seed), list[str]()
    truth = made(seed, folder, 4 if count < ARTICLES else ARTICLES)
    kinds = [*KINDS]
    for number in range(count):
        kind = only[number % len(only)] if only else ("bit" if number % 2 else kinds[number // 2 % len(kinds)])
        own = random.Random(chance.getrandbits(64))
        wrong += [f"{number}, {kind}: {reason}" for reason in _one(truth, kind, own)]
    print(*(f"{what}: {number}" for what, number in sorted(truth.counts.items())), sep="; ", file=sys.stderr)
    return wrong


def made(seed: int, folder: Path, articles: int) -> Truth:
    """Make a library with everything in it, and keep its files."""
    folder.mkdir(parents=True)
    path = folder / "l.tilik"
    with Library.open(path) as library:
        filled(library, seed, articles)
        ids = library.ids()
        _use(library, ids)
        library.examine()
        library.backup()
        killed = _files(path)
    with Library.open(path, readonly=True) as library:
        truth = shown(library, ids)
    assert not truth.broke and None not in truth.parts.values(), truth
    return Truth(path, ids, _files(path), killed, truth)


def _use(library: Library, ids: list[str]) -> None:
    """A history: notes, states, what was undone and done again."""
    for number, id in enumerate(ids):
        mark = library.annotations(id)[0]
        library.apply(edits.set_note(mark, f"seen {number}"))
    library.apply(edits.set_state([library.article(ids[0])], State.ARCHIVED))
    library.undo()
    library.apply(edits.set_state([library.article(ids[1])], State.DONE))
    library.undo()
    library.redo()
    with library.importing("Import set") as inside:  # a copy of some marks, as a set brings them
        old = [library.annotations(id)[1] for id in ids]
        inside.add([replace(mark, id=mark.id[::-1], note="brought") for mark in old])


def _files(path: Path) -> dict[str, bytes]:
    beside = {s: path.with_name(path.name + s) for s in ("", "-wal", ".seal", ".unsealed")}
    return {suffix: one.read_bytes() for suffix, one in beside.items() if one.exists()}


def _one(truth: Truth, kind: str, chance: random.Random) -> list[str]:
    truth.lay(truth.killed if kind == "junk in -wal" and chance.random() < 0.8 else truth.files)
    told = KINDS[kind](truth.path, chance)
    what, reasons = _judged(truth)
    truth.counts[f"{kind}: {what}"] += 1
    return [f"{told}: {reason}" for reason in reasons]


def _judged(truth: Truth) -> tuple[str, list[str]]:
    """What became of it, and what did not hold."""
    try:
        library = is_open(truth.path)
    except Exception as error:  # noqa: BLE001 - a traceback is what is looked for
        return "refused", [f"a traceback at opening: {error!r}"]
    if library is None:
        return "refused", _healed(truth, [])
    with library:
        found, broke = _examined(library) if library.owed else ([], "")
        seen = shown(library, truth.articles)
    reasons = [f"a traceback in {one}" for one in (*seen.broke, broke) if one]
    wrong = seen.wrong(truth.shown)
    if wrong and not found:
        reasons.append(f"SILENT in {', '.join(wrong[:6])}")
    if not found:
        return "harmless", reasons
    return "noticed", reasons + _healed(truth, found)


def _examined(library: Library) -> tuple[list[Damage], str]:
    try:
        return library.examine(), ""
    except Exception as error:  # noqa: BLE001 - a traceback is what is looked for
        return [], f"check: {error!r}"


def _heal(path: Path, found: list[Damage]) -> None:
    """Heal it; where nothing of the file can be read, or its newest changes are lost, put the backup back."""
    with suppress(TilikError):
        if all(one.id != "-wal" for one in found):
            healing.heal(path)
            return
    Restored(path, backups_here(path)[-1].path).settle()


def _healed(truth: Truth, damages: list[Damage]) -> list[str]:
    """Heal it by what lies beside it; a file of which nothing can be read comes back by the backup."""
    with suppress(FileNotFoundError):
        shutil.copyfile(truth.path, truth.path.with_name("spoilt"))
    try:
        _heal(truth.path, damages)
        library = Library.open(truth.path)
    except TilikError as error:
        truth.counts["not healed"] += 1
        return [f"not healed: {error}"]
    except Exception:  # noqa: BLE001
        return [f"a traceback in healing: {traceback.format_exc(limit=-3)}"]
    with library:
        found, _ = _examined(library)
        seen = shown(library, truth.articles)
    left = [name for name in seen.parts if seen.parts[name] != truth.shown.parts[name]]
    reasons = [f"healed and damaged still: {found[0].message}"] if found else []
    if left or seen.broke:
        reasons.append(f"healed, but otherwise in {', '.join((*left, *seen.broke)[:6])}")
    truth.counts["healed" if not reasons else "not healed"] += 1
    return reasons
