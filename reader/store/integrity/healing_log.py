"""The history of a damaged library made whole: each step as it was, else as a sound backup has it, else by its name.

Which steps are missing is known by the chain: what a backup has between two steps is taken when the chain closes over
it, and what it has after the last one when that is where the library ended when it was closed.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reader.messages import Message
from reader.model.steps import DONE, DROPPED, UNDONE
from reader.store.asking import rows
from reader.store.integrity.digests import HEX, STEP, digest, linked, standing, step_digest
from reader.store.integrity.walking import walk

Row = dict[str, Any]
COLUMNS = ("number", *STEP, "state", "turn", "digest", "chain")
OF_ARTICLES = ("number", "article_id", "state", "turn", "moves", "title")
_NO_MOMENT = "1970-01-01T00:00:00+00:00"  # of a step of which nothing can be read
_STATES = (DONE, UNDONE, DROPPED)
STRAY = Message("its own place; a stray copy of it is left out here")  # a row of another table in this one's page
NAME_ALONE = Message("its name alone; it cannot be taken back any more")


@dataclass(frozen=True, slots=True)
class Mended:
    """A step that is not as it was kept: what there was of it, what it is now, from where; `source` is None where it
    stays as it was."""

    number: int
    before: Row | None
    after: Row
    source: Message | None


class HealedLog:
    """The steps as they are to be, in `steps`, and what was mended of them."""

    def __init__(
        self, damaged: sqlite3.Connection, backup: sqlite3.Connection | None, name: str, end: str,
        only: frozenset[str] | None,
    ) -> None:  # fmt: skip
        """`end` is the link of the last step as it was when the library was closed; empty when that is not known."""
        self._damaged, self._source, self._only = damaged, Message("the backup of {0}", name), only
        kept = _read(backup) if backup is not None else ()
        self._kept = {row["number"]: row for row in kept if _is_sound(row)}
        self._backup = backup
        self.mended: list[Mended] = []
        self.steps: list[Row] = []
        for row in [*_sound_first(_read(damaged))]:
            self._take(row)
        self._close_end(end)

    def articles(self) -> Iterator[Sequence[Any]]:
        """Yield the rows that say which articles the steps are of, one or more for each."""
        of = _of_articles(self._damaged)
        kept = _of_articles(self._backup) if self._backup is not None else {}
        for step in self.steps:
            number = step["number"]
            same = self._kept.get(number)
            found = of.get(number)
            if same is not None and same["digest"][:HEX] == str(step["digest"])[:HEX]:
                found = kept.get(number) or found
            for _, article, _, _, moves, title in found or [(number, "", "", 0, 0, "")]:
                yield number, article, step["state"], step["turn"], moves, title

    def _take(self, row: Row) -> None:
        link = self.steps[-1]["chain"] if self.steps else ""
        if row["chain"] != linked(link, row["digest"]):
            self._close_gap(link, row)
        if not _is_sound(row):
            if row["number"] not in self._kept and not _is_moment(row["at"]) and row["state"] not in _STATES:
                self.mended.append(Mended(row["number"], row, row, STRAY))
                return
            row = self._mend(row)
        self.steps.append(row)

    def _close_gap(self, link: str, row: Row) -> None:
        """Take the steps that the backup has before this one, where the chain then closes."""
        first = self.steps[-1]["number"] if self.steps else 0
        found = [self._kept[n] for n in range(first + 1, row["number"]) if n in self._kept]
        for one in found:
            link = linked(link, one["digest"])
        if found and linked(link, row["digest"]) == row["chain"]:
            self._bring(found)

    def _close_end(self, end: str) -> None:
        last, link = (self.steps[-1]["number"], self.steps[-1]["chain"]) if self.steps else (0, "")
        found = [row for number, row in sorted(self._kept.items()) if number > last]
        for one in found:
            link = linked(link, one["digest"])
        if found and end and link == end:
            self._bring(found)

    def _bring(self, found: Sequence[Row]) -> None:
        for one in found:
            if self._only is None or str(one["number"]) in self._only:
                self.steps.append(one)
                self.mended.append(Mended(one["number"], None, one, self._source))

    def _is_same(self, kept: Row, row: Row) -> bool:
        """Whether the backup's step of that number is this one: it says so, or the chain goes on with it."""
        if kept["at"] == row["at"] or str(kept["digest"])[:HEX] == str(row["digest"])[:HEX]:
            return True
        return bool(kept["chain"] == linked(self.steps[-1]["chain"] if self.steps else "", kept["digest"]))

    def _mend(self, row: Row) -> Row:
        number = row["number"]
        if self._only is not None and str(number) not in self._only:
            self.mended.append(Mended(number, row, row, None))
            return row
        kept = self._kept.get(number)
        if kept is not None and self._is_same(kept, row):
            kept = _as_it_stood(kept, row)
            self.mended.append(Mended(number, row, kept, self._source))
            return kept
        named = {**row, "swaps": "[]", "state": DROPPED}
        for name in ("name", "origin", "who"):
            named[name] = row[name] if isinstance(row[name], str) else ""
        named["at"] = row["at"] if _is_moment(row["at"]) else self.steps[-1]["at"] if self.steps else _NO_MOMENT
        named["turn"] = row["turn"] if isinstance(row["turn"], int) else 0
        named = {**named, "digest": step_digest(named, DROPPED, named["turn"])}
        self.mended.append(Mended(number, row, named, NAME_ALONE))
        return named


def _is_moment(value: object) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value) is not None
    except ValueError:
        return False


def _as_it_stood(kept: Row, row: Row) -> Row:
    """The step as the backup has it, done or undone as it was here, where that can still be told."""
    state, turn = row["state"], row["turn"]
    if not isinstance(turn, int) or str(row["digest"])[HEX:] != standing(str(state), turn):
        return kept
    return {**kept, "state": state, "turn": turn, "digest": str(kept["digest"])[:HEX] + standing(state, turn)}


def _is_sound(row: Mapping[str, Any]) -> bool:
    own = digest(tuple(row[name] for name in STEP)) + standing(str(row["state"]), row["turn"])
    return bool(row["digest"] == own)


def _read(connection: sqlite3.Connection) -> Iterator[Row]:
    asked = ", ".join(f'"{name}"' for name in COLUMNS)
    for cells in walk(connection, "change", asked):
        row = dict(zip(COLUMNS, cells, strict=True))
        if isinstance(row["number"], int) and row["number"] > 0:
            yield row


def _sound_first(found: Iterator[Row]) -> Iterator[Row]:
    """In the order of their numbers, each number once."""
    told: dict[int, Row] = {}
    for row in found:
        if row["number"] not in told or not _is_sound(told[row["number"]]):
            told[row["number"]] = row
    return iter([told[number] for number in sorted(told)])


def _of_articles(connection: sqlite3.Connection) -> dict[int, list[Sequence[Any]]]:
    """Of each step its articles, as far as they can be read: by the table, else by its index."""
    found: dict[int, list[Sequence[Any]]] = {}
    asked = ", ".join(OF_ARTICLES)
    with contextlib.suppress(sqlite3.Error):
        for row in rows(connection, f"SELECT {asked} FROM change_article ORDER BY number, article_id"):
            found.setdefault(row["number"], []).append(tuple(row))
    return found
