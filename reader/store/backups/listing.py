"""The backups of a library, wherever and in whatever form: in its folder, at its second place, and of older Tiliks."""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.database_files import PLAIN, is_encrypted_head
from reader.messages import Message
from reader.model.stamps import now
from reader.store.backups import manifest
from reader.store.backups.packs import Packs
from reader.system_reasons import reason_of

FOLDER = "backups"  # beside the library
SECOND = "tilik-backups"  # at a second place
KEPT = "replaced"  # in the name of a library that a backup took the place of
_OLD = r"-(\d{8}T\d{6})(\d{6})"
_KEPT = rf"\.{KEPT}-(\d{{8}}T\d{{6}})(?:-\d+)?"
_PAGE = 4096  # bytes of a page of an encrypted library
_DAMAGED = r"\.damaged-(\d{8}T\d{6})(?:-\d+)?"
_HEADER = struct.Struct(">16sH10xI")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as lists show it. `articles` and `marks` are -1 where that is not known; `damage` says why it cannot
    be put back; `of` is the name of the library that it was made of; `elsewhere`: it is at the second place;
    `replaced`: it is a library that a backup, or a healed one, took the place of."""

    path: Path
    made: datetime
    of: str
    number: int = 0
    articles: int = -1
    marks: int = -1
    damage: Message | None = None
    elsewhere: bool = False
    replaced: bool = False


def backups_of(library: Path, id: str = "", second: str = "") -> list[Backup]:
    """Return the backups of `library`, oldest first, of the same one that at the second place first; of another
    library none.

    Those in folders of its id, or made of a library of its name beside it: the id is not known when the library cannot
    be read.
    """
    real = Path(os.path.realpath(library))
    found = [*_old(real), *_replaced(real)]
    places = {second} if second else set()
    for folder in folders(real.parent / FOLDER):
        some = [one for one, own in _in(folder) if own.library == id or own.name == real.name]
        places |= {own.second for _, own in _in(folder) if own.second and own.name == real.name}
        found += some if some else _unreadable(folder, real, id)
    for place in sorted(places):
        for folder in folders(Path(place) / SECOND):
            found += [one for one, own in _in(folder, elsewhere=True) if own.library == id or own.name == real.name]
    return sorted(found, key=lambda one: (one.number > 0, one.number, not one.elsewhere, one.made))


def last_whole(library: Path) -> Backup | None:
    """Return the newest backup that was made of the library of this name and is not seen to be damaged."""
    own = [one for one in backups_of(library) if one.of == Path(os.path.realpath(library)).name and not one.replaced]
    return next((one for one in reversed(own) if one.damage is None and _has_all(one)), None)


def folders(folder: Path) -> list[Path]:
    """Return the folders of backups in `folder`, one a library."""
    try:
        return sorted(one for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
    except OSError:  # it is not there, or no folder
        return []


def _in(folder: Path, *, elsewhere: bool = False) -> Iterator[tuple[Backup, manifest.Manifest]]:
    for number, path in manifest.numbers(folder).items():
        try:
            found = manifest.read(path)
        except (OSError, ValueError, KeyError, TypeError):
            continue
        yield Backup(path, found.time, found.name, number, found.articles, found.marks, None, elsewhere), found


def _unreadable(folder: Path, real: Path, id: str) -> Iterator[Backup]:
    """Those of the library's own folder whose list cannot be read: shown, and never taken for one."""
    if folder.name != id:
        return
    for number, path in manifest.numbers(folder).items():
        try:
            manifest.read(path)
        except (OSError, ValueError, KeyError, TypeError) as error:
            yield Backup(path, _time(path.name[-16:-1], "000000"), real.name, number, damage=_why(error))


def _why(error: Exception) -> Message:
    return Message("{0}", reason_of(error)) if isinstance(error, OSError) else Message("its list of pieces is damaged")


def _has_all(backup: Backup) -> bool:
    if not backup.number:
        return True
    with Packs(backup.path.parent) as packs:
        return all(name in packs for name in manifest.read(backup.path).names())


def _old(real: Path) -> Iterator[Backup]:
    """Whole files that an older Tilik made, by their names; another library's may begin alike."""
    name = re.compile(re.escape(real.stem) + _OLD + re.escape(real.suffix))
    for path in sorted((real.parent / FOLDER).glob("*")) if (real.parent / FOLDER).is_dir() else ():
        if (match := name.fullmatch(path.name)) and path.is_file():
            yield Backup(path, _time(match[1], match[2]), real.name, damage=_half(path))


def _replaced(real: Path) -> Iterator[Backup]:
    name = re.compile(re.escape(real.stem) + _KEPT + re.escape(real.suffix))
    damaged = re.compile(re.escape(real.name) + _DAMAGED)
    for path in sorted(real.parent.iterdir()) if real.parent.is_dir() else ():
        if (match := name.fullmatch(path.name) or damaged.fullmatch(path.name)) and path.is_file():
            yield Backup(path, _time(match[1], "000000"), real.name, damage=_half(path), replaced=True)


def is_kept_damaged(library: Path, backup: Path) -> bool:
    """Return whether `backup` is the damaged file that a healing of `library` kept."""
    return re.fullmatch(re.escape(library.name) + _DAMAGED, backup.name) is not None


def free_replaced_name(library: Path) -> Path:
    """Return a name, by the time of day, for a library that a backup takes the place of."""
    return _free(library, f"{library.stem}.{KEPT}-", library.suffix)


def free_damaged_name(library: Path) -> Path:
    """Return a name, by the time of day, for a damaged library that a healed one takes the place of."""
    return _free(library, f"{library.name}.damaged-", "")


def _free(library: Path, begins: str, ends: str) -> Path:
    """Of two in one second both are kept."""
    names = (f"{begins}{now():%Y%m%dT%H%M%S}{more}{ends}" for more in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(library.with_name(one) for one in names if not os.path.lexists(library.with_name(one)))


def _time(day: str, micro: str) -> datetime:
    try:
        return datetime.strptime(day + micro, "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def _half(path: Path) -> Message | None:
    """Why a whole file cannot be one: it is empty, or shorter than its head says."""
    try:
        with open(path, "rb") as file:
            head, size = file.read(_HEADER.size), os.fstat(file.fileno()).st_size
    except OSError as error:
        return Message("{0}", reason_of(error))
    if is_encrypted_head(head):
        return Message("a part of it is missing") if size % _PAGE else None
    if len(head) < _HEADER.size or not head.startswith(PLAIN):
        return Message("it is no library")
    _, page, pages = _HEADER.unpack(head)
    return Message("a part of it is missing") if size < (65536 if page == 1 else page) * pages else None
