"""A library with a long list, for the tests of what it costs to show."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.ui.window_desk import Desk, Starter

LONG = 5_000
_ROW = (
    "INSERT INTO article(id, revision_id, title, added, source, site, byline, published, published_basis, language,"
    " url, state, tags, words, extra) VALUES (?, ?, ?, ?, '', ?, '', '', '', 'en', '', 'inbox', '', 200, '')"
)


def title(number: int) -> str:
    """Return the title of an article of the long list; they are listed from 0 on."""
    return f"Tug {number:05} came in"


@pytest.fixture
def long_desk(start: Starter, library_path: Path) -> Desk:
    """The window on a library of `LONG` articles and, above them, the sample, which is open."""
    rows = [(f"a{n:05}", f"r{n:05}", title(n), f"2001-01-01T00:00:00.{LONG - n:06}+00:00", f"port{n % 7}.example")
            for n in range(LONG)]  # fmt: skip
    connection = sqlite3.connect(library_path)
    with connection:
        connection.executemany(_ROW, rows)
    connection.close()
    desk = start()
    desk.qtbot.waitUntil(lambda: desk.window.library.model.rowCount() == LONG + 1)
    desk.qtbot.waitUntil(lambda: desk.window.library.list.indexAt(desk.window.library.list.rect().center()).isValid())
    return desk
