"""`python -m tests.training.language_table`: the table of `reader.cleaning.languages`, out of py3langid's own.

py3langid (BSD, see `reader/cleaning/LICENSE-language-table.txt`) looks for its runs of bytes with an automaton; here
the runs are read back out of it. A row holds, in one byte a language, how far the logarithm of the run's probability
lies above the least of that language; most are zero. It is not packed: unpacking takes longer than asking it.
"""

from __future__ import annotations

import json
from collections import deque
from importlib.metadata import version
from pathlib import Path

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE
from py3langid.modelio import load_model

TARGET = Path(__file__).resolve().parents[2] / "reader" / "cleaning" / "language_table.bin"
SCALE = 20  # steps of a twentieth; the largest difference is a little over twelve


def runs(nextmove: np.ndarray, row_of: np.ndarray, output: np.ndarray) -> list[bytes]:
    """The run of bytes of each feature, in the features' order: the shortest way to a state that gives it."""
    moves = nextmove.reshape(-1, 256)
    ways: dict[int, bytes] = {0: b""}
    found: dict[int, bytes] = {}
    waiting = deque([0])
    while waiting:
        state = waiting.popleft()
        feature = int(output[state])
        if feature >= 0:
            found.setdefault(feature, ways[state])
        targets = moves[row_of[state]]
        for byte in np.nonzero(targets)[0].tolist():
            target = int(targets[byte])
            if target not in ways:
                ways[target] = ways[state] + bytes([byte])
                waiting.append(target)
    return [found[feature] for feature in range(len(found))]


def packed(values: np.ndarray, prior: np.ndarray, languages: list[str], names: list[bytes]) -> bytes:
    """The file: a line of JSON, the runs by length and order, then their rows."""
    order = sorted(range(len(names)), key=lambda number: (len(names[number]), names[number]))
    values = values.astype(np.float32)
    floor = values.min(axis=0)
    rows = np.clip(np.round((values - floor) * SCALE), 0, 255).astype(np.uint8)[order]
    lengths = [len(name) for name in names]
    head = {
        "from": f"py3langid {version('py3langid')}",
        "languages": languages,
        "prior": [round(float(value), 4) for value in prior],
        "floor": [round(float(value), 4) for value in floor],
        "scale": SCALE,
        "runs": [[length, lengths.count(length)] for length in sorted(set(lengths))],
    }
    body = b"".join(names[number] for number in order) + rows.tobytes()
    return b"\n".join((json.dumps(head, separators=(",", ":")).encode(), body))


def main() -> None:
    """Write the table where the program reads it."""
    values, prior, languages, nextmove, row_of, output = load_model(MODEL_DIR / MODEL_FILE)
    if len(languages) % 2:
        raise ValueError("the reader of the table adds two languages at a time; there is an odd number of them")
    names = runs(np.asarray(nextmove), np.asarray(row_of), np.asarray(output))
    TARGET.write_bytes(packed(values, prior, languages, names))


if __name__ == "__main__":
    main()
