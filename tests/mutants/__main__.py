"""Which broken promises the tests see: `python3 dev.py mutants [-- [--jobs N] ID...]`.

Each mutant is applied to a copy of the checkout in a temporary folder, and the tests named beside it are run there. It
is seen when one of them fails; when all pass it has survived, and the tests have to become better. Before, all named
tests are run on an unchanged copy: a test that fails anyway sees nothing. Exit codes: 0 all were seen, 1 not so.
Needs only Python's own library beside pytest.
"""

from __future__ import annotations

import argparse
import compileall
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.mutants.mutants import ROOT, Mutant, chosen, mutants

LIMIT = 300  # seconds for the tests of one mutant
UNCHANGED = Mutant("unchanged", "Without a change all of these tests pass.", "", "", "", ())
UNSEEN = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "__pycache__", ".*_cache", ".coverage*", ".hypothesis"
)
SURROUNDINGS = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
SEEN, SURVIVED, BROKEN = "seen", "SURVIVED", "BROKEN"
PASSED, FAILED = 0, 1  # exit codes of pytest


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one mutant, `why` in a few words, and how many seconds it took."""

    mutant: Mutant
    outcome: str
    why: str
    seconds: float


def pristine(folder: Path) -> Path:
    """Copy the checkout into `folder` and compile it, so that no run has to compile more than what was changed.

    The compiled files are checked by their sources' hashes: a change may leave a file's size and second as they were.
    """
    copy = folder / "unchanged"
    shutil.copytree(ROOT, copy, ignore=UNSEEN)
    for part in ("reader", "ui", "tests"):
        compileall.compile_dir(copy / part, quiet=1, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    return copy


def judged(mutant: Mutant, copy: Path, folder: Path, limit: float) -> Verdict:
    """Apply the mutant to a copy of `copy` in `folder`, run its tests and remove the copy again."""
    began, place = time.monotonic(), folder / mutant.id
    shutil.copytree(copy, place)
    try:
        mutant.apply(place)
        outcome, why = answer(place, mutant.tests, limit)
    except ValueError as error:
        outcome, why = BROKEN, str(error)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return Verdict(mutant, outcome, why, time.monotonic() - began)


def alone() -> dict[str, str]:
    """Return our environment without what a run of pytest tells its own processes: this is another run."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COVERAGE_", "COV_"))}


def answer(place: Path, tests: Sequence[str], limit: float) -> tuple[str, str]:
    """Run the tests in `place`: what they say of what was changed there, and the first that failed or the reason."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--tb=no", *tests]
    made = place.with_name(f"{place.name}.made")  # what the tests write, gone with the copy
    made.mkdir()
    variables = {**alone(), **SURROUNDINGS, "TMPDIR": str(made)}
    try:
        done = subprocess.run(
            command, cwd=place, env=variables, capture_output=True, text=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return BROKEN, f"its tests were not over after {limit:g} seconds"
    finally:
        shutil.rmtree(made, ignore_errors=True)
    said = done.stdout + done.stderr
    failed = [line for line in said.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    if done.returncode == PASSED:
        return SURVIVED, "all its tests pass"
    if done.returncode == FAILED:
        return SEEN, failed[0] if failed else "a test ran past its own limit"
    return BROKEN, f"pytest ended with {done.returncode}: {(failed or said.strip().splitlines() or [''])[-1]}"


def unchanged(some: Sequence[Mutant], copy: Path, limit: float) -> Verdict:
    """Run the tests of all of `some` without a change; broken when one fails."""
    began, tests = time.monotonic(), tuple(dict.fromkeys(test for mutant in some for test in mutant.tests))
    outcome, why = answer(copy, tests, limit * max(1, len(some)))
    passed = outcome == SURVIVED
    return Verdict(UNCHANGED, SEEN if passed else BROKEN, "all pass" if passed else why, time.monotonic() - began)


def tell(verdict: Verdict) -> None:
    """Print one line on a mutant, and the promise when nothing holds it."""
    print(f"{verdict.outcome:9}{verdict.seconds:6.1f} s  {verdict.mutant.id}: {verdict.why[:200]}", flush=True)
    if verdict.outcome != SEEN:
        print(f"{'':20}{verdict.mutant.promise}", flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Judge the named mutants, or all; returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("ids", nargs="*", metavar="ID", help="mutants to judge; all when none is named")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (2)")
    parser.add_argument("--limit", type=float, default=LIMIT, help=f"seconds for the tests of one ({LIMIT})")
    options = parser.parse_args(argv)
    try:
        some = chosen(mutants(), options.ids)
    except KeyError as error:
        parser.error(f"there is no mutant {error.args[0]}")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="tilik-mutants-") as made, ThreadPoolExecutor(options.jobs) as pool:
        folder = Path(made)
        copy = pristine(folder)
        jobs = [partial(judged, mutant, copy, folder, options.limit) for mutant in some]
        jobs.insert(0, partial(unchanged, some, copy, options.limit))
        verdicts = []
        waiting = [pool.submit(job) for job in jobs]
        try:
            for one in as_completed(waiting):
                verdicts.append(one.result())
                tell(verdicts[-1])
        except BaseException:  # such as Ctrl+C: what has not begun shall not begin
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return summed(verdicts, time.monotonic() - began)


def summed(verdicts: Sequence[Verdict], seconds: float) -> int:
    """Print how it came out; 1 when a mutant was not seen, else 0."""
    bad = [verdict for verdict in verdicts if verdict.outcome != SEEN]
    print(f"{len(verdicts) - 1} mutants in {seconds:.0f} seconds, {len(bad)} not as promised.")
    for verdict in bad:
        print(f"    {verdict.mutant.id}: {verdict.outcome}, {verdict.why[:200]}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
