"""A damaged library made whole: a new file of what is sound, with the rest from the newest sound backup or the log.

The damaged file is never written: it is kept beside the healed one, so that healing can be taken back. A kill leaves
the one or the other.
"""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from reader.edits import Entity
from reader.messages import Message
from reader.model.annotations import Relation
from reader.model.articles import Revision
from reader.model.kinds import kind_name
from reader.store import driver
from reader.store.asking import rows, scalars
from reader.store.integrity import chain, digests, seal
from reader.store.integrity.damage import LOG
from reader.store.integrity.examining import lenient
from reader.store.integrity.expected import Things, expected, name_of
from reader.store.integrity.from_log import last_in_log
from reader.store.integrity.from_original import Clean, text_again
from reader.store.integrity.healing_log import OF_ARTICLES, STRAY, HealedLog
from reader.store.integrity.rows_checked import is_sound
from reader.store.integrity.walking import ids_by_index, walk
from reader.store.whole_rows import MEMBERS


@dataclass(frozen=True, slots=True)
class SoundBackup:
    """A backup of the day and time `made` that was read whole into the file `place`, a library of today."""

    made: str
    place: Path


_DIGEST = re.compile(f"[0-9a-f]{{{digests.HEX}}}[01]?")
_NAMED = 50  # characters of a name
_SHOWN = 80  # characters of a value before and after
_BESIDE = ("relation_member", "place", "setting", "change_added")
_INSERTED = 500
Row = dict[str, Any]
_NONE: tuple[str, sqlite3.Connection | None] = "", None


@dataclass(frozen=True, slots=True)
class Remedy:
    """What becomes of one damaged thing: where a sound one was found, and the value that differs before and after.
    `source` is None where nothing sound was found: it stays as it is, or is left out when it cannot be read. `since`
    says since when it is damaged, as far as backups tell, `name` what it is called."""

    part: str
    id: str
    source: Message | None
    before: str = ""
    after: str = ""
    since: Message | None = None
    name: str = ""


def taken(ours: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the tables that are taken over, each with its columns in a library of ours."""
    tables = (*_BESIDE, *map(kind_name, digests.KINDS_KEPT))
    asked = "SELECT name FROM pragma_table_info(?)"
    return {table: [str(name) for name in scalars(ours, asked, (table,))] for table in tables}


def remedies(path: Path, backups: Iterable[SoundBackup] = (), clean: Clean | None = None) -> list[Remedy]:
    """Return what healing would do, thing by thing; nothing is written. `backups`: the newest first; `clean` makes a
    text of a page."""
    return list(_Healing(path, None, None, backups, clean).all())


def write_healed(
    path: Path,
    target: Path,
    only: frozenset[str] | None = None,
    backups: Iterable[SoundBackup] = (),
    clean: Clean | None = None,
) -> list[Remedy]:
    """Write a whole library of what is sound in `path` to `target`, a file of no tables yet but ours; what was done.

    With `only`, things of other ids stay as they are, damaged or not.
    """
    with closing(driver.connect(target, like=path)) as into:
        into.execute("PRAGMA synchronous=OFF")  # the file is synced before it takes the other one's place
        into.execute("BEGIN")
        into.execute("DELETE FROM label")
        done = list(_Healing(path, into, only, backups, clean).all())
        chain.rechain(into)
        into.execute("COMMIT")
    return done


class _Found(NamedTuple):
    row: Row | None = None
    source: Message | None = None
    since: Message | None = None


class _Healing:
    """Goes once through a damaged library; writes what it takes into `into`, if any."""

    def __init__(
        self, path: Path, into: sqlite3.Connection | None, only: frozenset[str] | None,
        backups: Iterable[SoundBackup], clean: Clean | None,
    ) -> None:  # fmt: skip
        self._clean = clean
        self._damaged, self._into, self._only = lenient(path), into, only
        self._older = iter(backups)
        self._kept: list[tuple[str, sqlite3.Connection]] = []
        self._newest, self._backup = next(self._copies(), _NONE)
        self._sealed = seal.last(path)
        self._expected = self._told_by_history()

    def all(self) -> Iterator[Remedy]:
        try:
            for table in _BESIDE:
                self._copy(table)
            for kind in digests.KINDS_KEPT:
                yield from self._heal(kind)
            yield from self._log()
        finally:
            for _, one in [("", self._damaged), *self._kept]:
                one.close()

    def _told_by_history(self) -> Things:
        try:
            return expected(self._damaged)
        except sqlite3.Error:
            return {}

    def _log(self) -> Iterator[Remedy]:
        end = self._sealed.link if self._sealed is not None else ""
        found = HealedLog(self._damaged, self._backup, self._newest, end, self._only)
        self._insert("change", found.steps)
        self._insert("change_article", [dict(zip(OF_ARTICLES, one, strict=True)) for one in found.articles()])
        for one in found.mended:
            name = f"{one.number}: {_around(one.after['name'], '')}"
            yield Remedy(LOG, str(one.number), one.source, name=name)  # what a step holds is no text for people

    def _heal(self, kind: type[Entity]) -> Iterator[Remedy]:
        """Sound rows first, then what comes from elsewhere: a damaged row keeps its number only where nothing sound has
        it, because it may be its id that is damaged."""
        table, names = kind_name(kind), self._columns(kind_name(kind))
        seen: set[str] = set()
        sound: list[Row] = []
        damaged: dict[str, Row] = {}
        for cells in walk(self._damaged, table, ", ".join(f'"{name}"' for name in names)):
            row = dict(zip(names, cells, strict=True))
            if not self._is_sound(self._damaged, kind, row):
                damaged.setdefault(str(row["id"]), row)
                continue
            seen.add(row["id"])
            sound.append(row)
            if len(sound) >= _INSERTED:
                self._insert(table, sound)
                sound = []
        self._insert(table, sound)
        for id in seen & damaged.keys():
            del damaged[id]
        yield from self._all_mended(kind, damaged, self._lost(kind, seen | damaged.keys()))

    def _all_mended(self, kind: type[Entity], damaged: dict[str, Row], lost: Sequence[str]) -> Iterator[Remedy]:
        marked = {row[name]: id for id, row in damaged.items() for name in ("number", "digest") if name in row}
        for id in [*lost, *list(damaged)]:
            found, source, since = self._chosen(kind, id, damaged.get(id))
            if found is None and id in damaged:
                continue
            if found is not None:
                self._insert(kind_name(kind), [found])
            before = damaged.pop(id, None)
            for name in ("number", "digest"):  # the same row under an id that is damaged
                before = damaged.pop(marked.get((found or {}).get(name), ""), before)
            yield Remedy(kind_name(kind), id, source, *_difference(before, found), since, _name(found or before))
        for id, row in damaged.items():
            if self._is_stray(kind, id, row):
                yield Remedy(kind_name(kind), id, STRAY, name=_name(row))
                continue
            self._insert(kind_name(kind), [row])
            yield Remedy(kind_name(kind), id, None, name=_name(row))

    def _copies(self) -> Iterator[tuple[str, sqlite3.Connection]]:
        """The backups, the newest first; an older one is read when all newer ones were of no use."""
        yield from self._kept
        for backup in self._older:
            self._kept.append((backup.made, lenient(backup.place)))
            yield self._kept[-1]

    def _is_stray(self, kind: type[Entity], id: str, row: Row) -> bool:
        """Whether it is a row of another table, of which a page stands in this one's place: its id is one of another
        kind, or neither id nor digest are what they are here."""
        if id in ids_by_index(self._damaged, kind_name(kind)):
            return False
        if not isinstance(row["id"], str) or not _DIGEST.fullmatch(str(row["digest"])):
            return True
        with contextlib.suppress(sqlite3.Error, UnicodeError):
            others = (other for other in digests.KINDS_KEPT if other is not kind)
            return any(
                self._in_backups(other, id)[0].row is not None or last_in_log(self._damaged, other, id) is not None
                for other in others
            )
        return False

    def _chosen(self, kind: type[Entity], id: str, damaged: Row | None) -> _Found:
        if self._only is not None and id not in self._only:
            return _Found()
        found = self._sound(kind, id)
        if found.row is None and kind is Revision and damaged is not None and self._clean is not None:
            again = text_again(self._damaged, damaged, self._clean)
            return _Found(again, Message("its original page, cleaned again") if again is not None else None)
        return found

    def _lost(self, kind: type[Entity], seen: set[str]) -> list[str]:
        """Ids of what is not here any more and ought to be: as the index of ids, the history or the seal knows."""
        table = kind_name(kind)
        lost = (ids_by_index(self._damaged, table) | self._expected.get(kind, {}).keys()) - seen
        if self._backup is None:
            return sorted(lost)
        kept = set(scalars(self._backup, f"SELECT id FROM {table}")) - seen
        before = self._sealed.rows.get(table, 0) if self._sealed is not None else 0
        if len(kept | lost) == before - len(seen):  # nothing else can be what is missing
            lost |= kept
        return sorted(lost)

    def _sound(self, kind: type[Entity], id: str) -> _Found:
        """A sound row of that id: of the newest backup that has one, or of the history where that knows it otherwise,
        which is newer."""
        found, made, members = self._in_backups(kind, id)
        with contextlib.suppress(sqlite3.Error, UnicodeError):
            row = last_in_log(self._damaged, kind, id)
            if row is not None and (found.row is None or row["digest"] != found.row["digest"]):
                self._put_members(id, row.pop(MEMBERS, None))
                number = {"number": found.row["number"]} if found.row and "number" in found.row else {}
                return _Found({**row, **number}, Message("the history"))
        if made and kind is Relation:
            self._put_members(id, members)
        return found

    def _in_backups(self, kind: type[Entity], id: str) -> tuple[_Found, str, Sequence[Sequence[str]]]:
        damaged = ""
        for made, backup in self._copies():
            row = _row(backup, kind, id)
            if row is None:
                continue
            if not self._is_sound(backup, kind, row):
                damaged = made
                continue
            members = json.loads(digests.members_of(backup, [id]).get(id, "[]")) if kind is Relation else []
            since = Message("damaged since then")
            if damaged:
                since = Message("damaged since then, in the backup of {0} already", damaged)
            return _Found(row, Message("the backup of {0}", made), since), made, members
        return _Found(), "", []

    def _put_members(self, id: str, members: Sequence[Sequence[str]] | None) -> None:
        if self._into is None or members is None:
            return
        self._into.execute("DELETE FROM relation_member WHERE relation_id = ?", (id,))
        ends = [
            {"relation_id": id, "position": n, "role": role, "annotation_id": mark}
            for n, (role, mark) in enumerate(members)
        ]
        self._insert("relation_member", ends)

    @staticmethod
    def _is_sound(connection: sqlite3.Connection, kind: type[Entity], row: Row) -> bool:
        cells = [row[name] for name in digests.columns(kind) if name != MEMBERS]
        return is_sound(connection, kind, row["digest"], [*cells, row["present"]] if kind is Revision else cells)

    def _copy(self, table: str) -> None:
        """A table whose rows have no digest: what can be read of it, with what the backup has where rows are fewer than
        when the library was closed and nothing else can be missing."""
        names = self._columns(table)
        asked = ", ".join(f'"{name}"' for name in names)
        found = [tuple(row) for row in walk(self._damaged, table, asked)]
        before = self._sealed.rows.get(table, 0) if self._sealed is not None else 0
        if self._backup is not None and len(found) < before:
            keys = 2 if table == "relation_member" else 1
            held = {row[:keys] for row in found}
            more = [tuple(row) for row in rows(self._backup, f"SELECT {asked} FROM {table}")]
            more = [row for row in more if row[:keys] not in held]
            found += more if len(more) == before - len(found) else []
        self._insert(table, [dict(zip(names, cells, strict=True)) for cells in found])

    def _columns(self, table: str) -> list[str]:
        of = self._into if self._into is not None else self._damaged
        return [str(name) for name in scalars(of, "SELECT name FROM pragma_table_info(?)", (table,))]

    def _insert(self, table: str, found: Sequence[Row]) -> None:
        if self._into is None or not found:
            return
        names = list(found[0])
        columns, values = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        put = f"INSERT OR IGNORE INTO {table}({columns}) VALUES ({values})"
        for row in found:
            with contextlib.suppress(sqlite3.IntegrityError):  # an empty cell where a damaged row may not have one
                self._into.execute(put, [_storable(row[name]) for name in names])


def _row(connection: sqlite3.Connection, kind: type[Entity], id: str) -> Row | None:
    id = _storable(id)
    for row in rows(connection, f"SELECT * FROM {kind_name(kind)} WHERE id = ?", (id,)):
        return dict(zip(row.keys(), row, strict=True))
    return None


def _storable(value: Any) -> Any:
    """Bytes that are no text stand as U+FFFD; the damaged file is kept."""
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if isinstance(value, str) else value


def _difference(before: Row | None, after: Row | None) -> tuple[str, str]:
    """The first value that differs, before and after."""
    if before is None or after is None:
        return "", ""
    names = [name for name in after if name in before and before[name] != after[name] and name != "digest"]
    name = names[0] if names else "digest"
    return _around(before[name], after[name]), _around(after[name], before[name])


def _name(row: Row | None) -> str:
    """What the thing of a row is called; empty where it has no name."""
    name = name_of(row or {})
    name = " ".join(name.split()) if row and row.get("quote") else name.split("\n")[0]
    return f"“{_storable(name if len(name) <= _NAMED else name[: _NAMED - 1] + '…')}”" if name else ""


def _around(value: Any, other: Any) -> str:
    if not isinstance(value, str) or not isinstance(other, str):
        return str(value)[:_SHOWN]
    alike = next((n for n, (a, b) in enumerate(zip(value, other, strict=False)) if a != b), 0)
    start = max(0, alike - _SHOWN // 4)
    shown = str(_storable(value[start : start + _SHOWN])).replace("\n", " ")
    return "…" * bool(start) + shown + "…" * (start + _SHOWN < len(value))
