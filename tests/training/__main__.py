"""`python -m tests.training CORPUS [--seeds N] [--no-write]`: figures on held-out publishers, then the models."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.training import heads, lines, pages
from tests.training.corpus import examples, own

_TARGET = Path(__file__).resolve().parents[2] / "reader" / "cleaning"


def main(argv: list[str] | None = None) -> int:
    """Train on a corpus; returns the exit code."""
    parser = argparse.ArgumentParser(prog="training", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seeds", type=int, default=1, help="how many ways of splitting the publishers to measure")
    parser.add_argument("--no-write", action="store_true", help="measure only")
    options = parser.parse_args(argv)
    found = [(example, pages.sheet(example)) for example in examples(options.corpus)]
    sheets = [sheet for _, sheet in found if sheet is not None]
    ours = [sheet for example in own() if (sheet := pages.sheet(example)) is not None]
    missing = [example for example, sheet in found if sheet is None]
    print(f"{len(sheets)} pages, {sum(len(s.usual.rows) for s in sheets)} blocks, {len(missing)} pages without words")
    for seed in range(options.seeds):
        print("\n".join(pages.validate(sheets, missing, seed, ours)), flush=True)
    dumps = [dump for example, _ in found for dump in lines.dumps(example)]
    for seed in range(options.seeds):
        print("\n".join(lines.validate(dumps, seed)), flush=True)
    print("\n".join(heads.validate(heads.of_dumps(dumps))), flush=True)
    if not options.no_write:
        pages.train([*sheets, *ours], _TARGET / "model_page.json")
        dumps += [dump for example in own() for dump in lines.dumps(example)]
        lines.train(dumps, _TARGET / "model_dump.json")
        heads.train(heads.of_dumps(dumps), _TARGET)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
