"""Run drills; the exit code is 1 when one did not hold. See `tests.drills`."""

from __future__ import annotations

import argparse
import importlib
import random
import sys
import tempfile
import time
from pathlib import Path

# How often each is tried when nothing else is said: some minutes in all.
DRILLS = {
    "kills": 30, "power": 60, "flips": 60, "integrity": 600, "disk": 60, "planted": 3, "inputs": 400, "canary": 10,
    "walk": 4, "restoring": 25, "encrypted": 15, "fuzz": 5000, "examples": 5,
}  # fmt: skip


def main(argv: list[str] | None = None) -> int:
    """Run the named drills, or all; say the seed, so that a run can be had again."""
    parser = argparse.ArgumentParser(prog="python -m tests.drills", description=__doc__)
    parser.add_argument("drill", nargs="*", help=", ".join(DRILLS))
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--count", type=int, default=0, help="how often each is tried")
    options = parser.parse_args(argv)
    failed = [name for name in options.drill or DRILLS if not _held(name, options.seed, options.count or DRILLS[name])]
    print(f"drills, seed {options.seed}: " + (f"not held: {', '.join(failed)}" if failed else "all held"), flush=True)
    return 1 if failed else 0


def _held(name: str, seed: int, count: int) -> bool:
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="tilik-drill-") as folder:
        wrong = importlib.import_module(f"tests.drills.{name}").run(seed, count, Path(folder) / name)
    for reason in wrong:
        print(f"  {reason}")
    print(f"{name}: {count} tries, {len(wrong)} wrong, {time.monotonic() - began:.0f} s", flush=True)
    return not wrong


if __name__ == "__main__":
    sys.exit(main())
