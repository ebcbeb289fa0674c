"""Bad inputs as a table: each ends with its exit code and a sentence that names it, never in a traceback or a wait,
and the library holds afterwards what it held before."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
from pathlib import Path

from tests.drills.bad_files import MAKE, put_right
from tests.drills.bad_table import ROWS, Row
from tests.drills.desk import Desk, Said, batch, kill

Case = tuple[Row, str]
CASES: tuple[Case, ...] = tuple((row, kind) for row in ROWS for kind in row.kinds)
_ALONE = {"closed.html", "closed-folder"}  # the rights of a file bind root only without its privileges
_NAMED = 40  # characters of a long name that a sentence must hold


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Try `count` of the cases, chosen by the seed; all when there are fewer. Some are always tried."""
    base = Desk(folder / "base")
    (article,) = base.add("one")
    base("annotate", "--batch", stdin=batch(article, ["before"]))
    base("backup")
    chosen = random.Random(seed).sample(CASES, min(count, len(CASES)))
    return [reason for number, case in enumerate(chosen) if (reason := _one(base, article, folder / str(number), case))]


def _one(base: Desk, article: str, folder: Path, case: Case) -> str:
    row, kind = case
    desk = Desk(folder)
    shutil.copytree(base.folder, folder, dirs_exist_ok=True)
    place, stranger = folder / f"bad-{kind}", folder / "stranger.txt"
    stranger.write_text("of somebody else", "utf-8")
    if kind:
        MAKE[kind](place)
    given = {"a": article, "l": desk.library, "d": folder, "f": stranger, "p": desk.article("page")}
    words = [word.format(place, **given) if "{" in word else word for word in row.words]
    said = _call(desk, words, row, weak=kind in _ALONE)
    reason = _judged(row, said, row.names if row.names or not kind else place.name[:_NAMED])
    put_right(place)
    if not reason and not _is_whole(desk):
        reason = "the library does not hold what it held"
    if not reason and stranger.read_text("utf-8") != "of somebody else":
        reason = "a file of somebody else was written onto"
    shutil.rmtree(folder, ignore_errors=True)
    return reason and f"{' '.join(row.words)[:120]} {kind}: {reason}"


def _call(desk: Desk, words: list[str], row: Row, *, weak: bool) -> Said:
    alone = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if weak and shutil.which("setpriv") else []
    own = "--library" in words or words[0] in ("clean", "anchor", "formats", "no-such-command")
    whole = desk.words(*words)[: -2 if own else None]
    out = open(row.out, "wb") if row.out.startswith("/") else None  # noqa: SIM115 - closed below
    closed = ("<&-",) * (row.stdin is None) + (">&-",) * (row.out == "closed")
    shell = ["sh", "-c", f'exec "$@" {" ".join(closed)}', "sh"] if closed else []
    running = subprocess.Popen(
        [*alone, *shell, *whole], stdin=subprocess.PIPE, stdout=out or subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=desk.folder, env=desk.environment(), start_new_session=True,
    )  # fmt: skip
    try:
        told, err = running.communicate(row.stdin, 60)
    except subprocess.TimeoutExpired:
        kill(running)
        return Said(-1, "", "it hangs")
    finally:
        if out is not None:
            out.close()
    return Said(running.returncode, (told or b"").decode("utf-8", "replace"), err.decode("utf-8", "replace"))


def _judged(row: Row, said: Said, name: str) -> str:
    """Why the answer is not right; empty when it is."""
    told = f"exit {said.code}: {said.err[-300:].strip()}"
    if said.broke or said.code == -1:
        return told
    if said.code not in row.codes:
        return f"{told} (right: {row.codes})"
    if said.code and not row.out and (not said.err.strip() or name not in said.err + said.out):
        return f"{told} (does not name {name!r})"
    return f"{told} (a control character as it is)" if "\x1b" in said.err + said.out else ""


def _is_whole(desk: Desk) -> bool:
    """Whether the mark and the article are there, and SQLite finds the file sound."""
    with contextlib.closing(sqlite3.connect(desk.library)) as found:
        marks = found.execute("SELECT count(*) FROM annotation WHERE note = 'before'").fetchone()[0]
        articles = found.execute("SELECT count(*) FROM article").fetchone()[0]
        sound = found.execute("PRAGMA quick_check").fetchone()[0]
    return marks == 1 and articles >= 1 and sound == "ok" and os.access(desk.library, os.R_OK)
