"""Making a backup: a checked copy of one moment, kept in pieces of which only what changed is written.

The order is what makes it safe: pieces are synced under their names before the list that names them gets its own, and
nothing is removed before that. A kill or a power cut leaves the backup or none, and never an older one without a piece.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from reader.errors import LibraryError
from reader.messages import Message
from reader.model.stamps import now
from reader.store import driver, files, identity
from reader.store.backups import keeping, leftovers, listing, manifest
from reader.store.backups.packs import DIGEST, PIECE, Packs, digest
from reader.store.integrity import examining
from reader.system import hold, part_name, sync_folder
from reader.system_reasons import reason_of

EVERY = timedelta(minutes=30)
_HEADER = 100  # bytes of an SQLite file that hold its counters
_PAGE = 4096  # bytes that hold them in an encrypted one: each page is a secret by itself


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, or the newest, where nothing had changed since. `warnings` are what a person should know
    though there is one: the second place is not there, or something in the library is wrong."""

    path: Path
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy of the library, and what its backup says of it."""

    path: Path
    about: manifest.Manifest


def back_up(path: Path, why: str, *, always: bool = True, thorough: bool = True) -> Made:
    """Make a backup of the library at `path`; without `always` only when the newest holds something else.

    `thorough`: all pieces that older backups wrote are read again, and damaged ones written anew. Raises
    `LibraryError`: then the older backups are all still there.
    """
    real = Path(os.path.realpath(path))
    id = identity.id_of(real, give=why != "upgrade")  # an upgrade does not touch the library itself
    (second,) = identity.settings_of(real, identity.SECOND)
    folder = real.parent / listing.FOLDER / id
    try:
        _private(folder)
        with leftovers.alone(folder), _copied(real, folder, id, why, second) as copy:
            return _into_all(copy, folder, second, always=always, thorough=thorough)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError("{0} was not written: {1}", folder, reason_of(error)) from error


def is_due(path: Path, *, closing: bool = False) -> bool:
    """Return whether something was changed since the newest backup, and that is half an hour ago, or `closing`."""
    change, turn, *_ = _steps(path)
    if not change:
        return False
    real = Path(os.path.realpath(path))
    newest = _newest(real, *identity.settings_of(real, identity.ID))
    if newest is None:
        return True
    since = now() - newest.time
    return (newest.change, newest.turn) != (change, turn) and (closing or since >= EVERY or since < timedelta(0))


def back_up_if_due(path: Path, why: str = "timed") -> Made | None:
    """Make a backup when `is_due` says so; `why` "closing" or "start": at the end of a session, or the
    beginning, when only what was changed counts. Raises `LibraryError`."""
    if not is_due(path, closing=why in ("closing", "start")):  # who died before could not make one
        return None
    return back_up(path, why, thorough=why == "start")


def _newest(real: Path, id: str) -> manifest.Manifest | None:
    for backup in reversed(manifest.numbers(real.parent / listing.FOLDER / id).values() if id else ()):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            if (found := manifest.read(backup)).name == real.name:
                return found
    return None


def _steps(path: Path) -> tuple[int, int]:
    try:
        with contextlib.closing(files.connect(path, readonly=True)) as found:
            return _last_step(found)
    except sqlite3.Error as error:
        raise LibraryError("{0} cannot be read: {1}", path, reason_of(error)) from error


def _last_step(found: sqlite3.Connection) -> tuple[int, int]:
    return (
        int(found.execute("SELECT coalesce(max(number), 0) FROM change").fetchone()[0]),
        int(found.execute("SELECT coalesce(max(turn), 0) FROM change").fetchone()[0]),
    )


def _private(folder: Path) -> None:
    for one in (folder.parent, folder):
        if not one.is_dir():
            one.mkdir(mode=0o700, parents=True)
            sync_folder(one.parent)


@contextlib.contextmanager
def _copied(real: Path, folder: Path, id: str, why: str, second: str) -> Iterator[_Copy]:
    """A copy of one moment, which is gone afterwards. It need not outlive a power cut, and is not synced."""
    passing = folder / part_name()
    descriptor = os.open(passing, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    hold(descriptor)
    try:
        files.copy_pages(real, passing, synced=False, raw=True)
        with contextlib.closing(examining.lenient(passing)) as found:
            about = _about(found, real, id, why, second)
        yield _Copy(passing, replace(about, size=passing.stat().st_size))
    finally:
        os.close(descriptor)
        for suffix in ("", "-journal"):
            passing.with_name(passing.name + suffix).unlink(missing_ok=True)


def _about(found: sqlite3.Connection, real: Path, id: str, why: str, second: str) -> manifest.Manifest:
    schema = int(found.execute("PRAGMA user_version").fetchone()[0])
    articles, marks = (found.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("article", "annotation"))
    today = schema == files.SCHEMA
    change, turn = _last_step(found) if today else (0, 0)
    problems = len(list(examining.examine_all(found))) if today and why == "hand" else 0
    return manifest.Manifest(
        0, id, real.name, now().isoformat(), why, 0, articles, marks, schema, change, turn, problems, "", str(real),
        second, b"",
    )  # fmt: skip


def _into_all(copy: _Copy, folder: Path, second: str, *, always: bool, thorough: bool) -> Made:
    told = []
    if copy.about.problems:
        told.append(Message("the library has {0} problems; `tilik check` lists them", copy.about.problems))
    other = Path(second) / listing.SECOND / folder.name if second else None
    there = other is not None and other.parent.is_dir()
    number = 1 + max([0, *manifest.numbers(folder), *(manifest.numbers(other) if other and there else ())])
    path = _into(copy, folder, number, always=always, thorough=thorough, local=True)
    if other is not None and not there:
        told.append(Message("the second place of backups is not there: {0}", second))
    elif other is not None:
        try:
            _private(other)
            with leftovers.alone(other):
                _into(copy, other, number, always=always, thorough=thorough, local=False)
        except OSError as error:
            told.append(Message("no backup at the second place: {0}: {1}", second, reason_of(error)))
        except LibraryError as error:
            told.append(error.message)
    return Made(path, tuple(told))


def _into(copy: _Copy, folder: Path, number: int, *, always: bool, thorough: bool, local: bool) -> Path:
    if encrypted := driver.key_of(copy.path) is not None:
        from reader.store import key_files

        key_files.put_with_backups(Path(copy.about.origin), folder)
    with Packs(folder) as packs:
        names, whole = add_pieces(copy.path, packs, number, thorough=thorough)
        newest = None if always else _newest_in(folder, copy.about)
        if newest is not None and _alike(packs, newest[1].pieces, names, _PAGE if encrypted else _HEADER):
            return newest[0]
        made = manifest.write(folder, replace(copy.about, number=number, whole=whole, pieces=names))
        _thin(folder, packs, number, copy.about, local=local)
    return made


def _alike(packs: Packs, one: bytes, other: bytes, head: int) -> bool:
    """Whether two libraries hold the same, but for the counters of writes in their heads of so many bytes."""
    if one[DIGEST:] != other[DIGEST:]:
        return False
    heads = packs.read(one[:DIGEST]), packs.read(other[:DIGEST])
    return heads[0] is not None and heads[1] is not None and heads[0][head:] == heads[1][head:]


def _newest_in(folder: Path, about: manifest.Manifest) -> tuple[Path, manifest.Manifest] | None:
    for backup in reversed(manifest.numbers(folder).values()):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            if (found := manifest.read(backup)).name == about.name:
                return backup, found
    return None


def add_pieces(copy: Path, packs: Packs, number: int, *, thorough: bool) -> tuple[bytes, str]:
    """Write the pieces of `copy` that no pack has; the names of all, and the digest of the whole."""
    names, whole, added = bytearray(), hashlib.blake2b(digest_size=32), set[bytes]()

    def new() -> Iterator[tuple[bytes, bytes]]:
        with open(copy, "rb") as file:
            while data := file.read(PIECE):
                names.extend(name := digest(data))
                whole.update(data)
                here = name in added or (packs.read(name) is not None if thorough else name in packs)
                if not here:
                    added.add(name)
                    yield name, data

    packs.add(number, new())
    return bytes(names), whole.hexdigest()


def still_needed(folder: Path) -> set[bytes]:
    """Return the pieces that the backups in `folder` name; a damaged list names none, and cannot be put back."""
    needed = set[bytes]()
    for path in manifest.numbers(folder).values():
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            needed.update(manifest.read(path).names())
    return needed


def _thin(folder: Path, packs: Packs, number: int, about: manifest.Manifest, *, local: bool) -> None:
    """Remove backups of this library that are not to stay, and pieces that no backup in the folder needs.

    A backup whose list cannot be read is nobody's to remove, and neither is any piece then: it may need it.
    """
    found, damaged = dict[int, tuple[Path, manifest.Manifest]](), False
    for each, path in manifest.numbers(folder).items():
        try:
            found[each] = path, manifest.read(path)
        except (OSError, ValueError, KeyError, TypeError):
            damaged = True
    own = {n: m for n, (_, m) in found.items() if (m.name == about.name if local else m.origin == about.origin)}
    stay = keeping.kept((n, m.time) for n, m in own.items())
    for gone in own.keys() - stay:
        manifest.remove(found.pop(gone)[0])
    sync_folder(folder)
    if not damaged:
        packs.drop_all_but({name for _, one in found.values() for name in one.names()}, number)
