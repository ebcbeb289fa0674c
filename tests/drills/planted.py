"""Files of the current folder that have the names of modules: none of them runs, whatever is called there."""

from __future__ import annotations

import random
from pathlib import Path

from tests.drills.desk import Desk

NAMES = ("socket.py", "json.py", "numpy.py", "lxml.py", "sqlite3.py", "encodings.py", "sitecustomize.py", "reader.py")


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Plant them and call commands that clean pages, write and read."""
    desk, ran = Desk(folder), folder / "ran"
    for name in NAMES:
        (folder / name).write_text(f"open({str(ran)!r}, 'w').close()\n", "utf-8")
    (folder / "reader").mkdir()
    (folder / "reader" / "__init__.py").write_text(f"open({str(ran)!r}, 'w').close()\n", "utf-8")
    wrong = []
    chance = random.Random(seed)
    for number in range(count):
        for words in (("add", desk.article(f"page{number}")), (chance.choice(("list", "check", "backup")),)):
            # As the installed program starts: not from the folder that it stands in.
            said = desk(*words, before=("env", "PYTHONSAFEPATH=1"))
            if ran.exists() or said.code:
                wrong.append(f"{words[0]}: {'a planted module ran' if ran.exists() else said.err}")
                ran.unlink(missing_ok=True)
    return wrong
