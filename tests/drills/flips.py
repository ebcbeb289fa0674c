"""One bit of a closed library turned round: what is shown differently must have been said, and nothing breaks."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from tests.drills.desk import Desk, batch


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Turn one bit round `count` times, each in a fresh copy."""
    chance, wrong = random.Random(seed), list[str]()
    desk = Desk(folder / "desk")
    first, _ = desk.add("one", "two")
    desk("annotate", "--batch", stdin=batch(first, [f"note {n}" for n in range(20)]))
    truth = _shown(desk)
    for number in range(count):
        spoilt = Desk(folder / f"spoilt{number}")
        shutil.copyfile(desk.library, spoilt.library)
        data = bytearray(spoilt.library.read_bytes())
        at = chance.randrange(100, len(data))
        data[at] ^= 1 << chance.randrange(8)
        spoilt.library.write_bytes(data)
        checked, shown = spoilt("check"), _shown(spoilt)
        if checked.broke or shown is None:
            wrong.append(f"bit in byte {at}: a traceback")
        elif checked.code == 0 and shown != truth:
            wrong.append(f"bit in byte {at}: shown differently, and called sound")
        shutil.rmtree(spoilt.folder)
    return wrong


def _shown(desk: Desk) -> tuple[str, ...] | None:
    """What a person sees of it; None when a command breaks. A command that refuses says so."""
    said = [desk("list"), desk("search", "harbour"), desk("export", "--format", "jsonl")]
    if any(one.broke for one in said):
        return None
    return tuple("refused" if one.code else one.out for one in said)
