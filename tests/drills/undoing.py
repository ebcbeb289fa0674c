"""Marks, undo and redo at random until it is killed: ACK and the mark's id when it is there, GONE before it goes."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from reader import edits
from reader.model.spans import Span
from reader.store import Library


def main(path: Path) -> None:
    """Go on until somebody kills this."""
    chance = random.Random(path.stat().st_size)
    library = Library.open(path)
    first = next(iter(library.every_summary()))
    revision, label = library.revision(library.article(first.id).revision_id), library.labels()[0]
    print("READY", flush=True)
    done, undone = list[str](), list[str]()
    while True:
        dice = chance.random()
        if dice < 0.3 and done:
            undone.append(done.pop())
            print("GONE", undone[-1], flush=True)  # from here on it may be there or not
            library.undo()
        elif dice < 0.5 and undone:
            library.redo()
            done.append(undone.pop())
            print("ACK", done[-1], flush=True)
        else:
            start = chance.randrange(60)
            made = edits.annotate(revision, [Span(start, start + 5)], label, "drill")
            change = library.apply(made)
            done.append(next(swap.after.id for swap in change.edit.swaps if swap.before is None and swap.after))
            undone.clear()
            print("ACK", done[-1], flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
