"""What a backup is: a folder under its number and time, with a file that names the pieces and says what they are."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from reader.foreign_json import parsed
from reader.store.backups.packs import DIGEST
from reader.system import PART, sync_folder, write_whole

FILE = "backup.json"
_NAME = re.compile(r"(\d{6,12})-\d{8}T\d{6}Z")
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup as it stands in its folder. `number` orders the backups of a folder, whatever the clock said.

    `change` and `turn` are those of the library's last step; `whole` is the digest of the library's `size` bytes;
    `origin` is where the library lay, and `second` the second place that its owner chose, so that it is known when the
    library cannot be read.
    """

    number: int
    library: str
    name: str
    made: str
    why: str
    size: int
    articles: int
    marks: int
    schema: int
    change: int
    turn: int
    problems: int
    whole: str
    origin: str
    second: str
    pieces: bytes

    @property
    def time(self) -> datetime:
        """When it was made, as the clock said."""
        return datetime.fromisoformat(self.made)

    def names(self) -> Iterator[bytes]:
        """Yield the digest of each piece, in the order of the library's bytes."""
        return (self.pieces[at : at + DIGEST] for at in range(0, len(self.pieces), DIGEST))


def write(folder: Path, made: Manifest) -> Path:
    """Put the backup into `folder` under its name, whole or not at all. Raises `OSError`."""
    into = folder / f"{made.number:06d}-{made.time:%Y%m%dT%H%M%S}Z"
    into.mkdir(mode=0o700)
    try:
        rewrite(into, made)  # its list makes it a backup: that gets its name at once, and whole
        sync_folder(folder)
    except BaseException:
        with contextlib.suppress(OSError):
            remove(into)
        raise
    return into


def rewrite(backup: Path, made: Manifest) -> None:
    """Let the folder `backup` say `made`, as before or so after a kill. Raises `OSError`."""
    body = {"format": _FORMAT, **asdict(made), "pieces": base64.b64encode(made.pieces).decode()}
    text = json.dumps(body).encode()
    write_whole(backup / FILE, f"{_seal(text)}\n".encode() + text + b"\n")


def remove(backup: Path) -> None:
    """Take a backup away; after a kill it is there whole, or not at all. Raises `OSError`."""
    (backup / FILE).unlink(missing_ok=True)
    _empty(backup)


def remove_left(folder: Path) -> None:
    """Remove backups that a kill left half made or half removed; to be called by whoever alone writes in `folder`."""
    for left in left_in(folder):
        _empty(left)


def left_in(folder: Path) -> list[Path]:
    """Return the folders in `folder` that hold nothing but files on their way: a kill left them."""
    named = (path for path in folder.iterdir() if _NAME.fullmatch(path.name) or PART.fullmatch(path.name))
    return [path for path in named if path.is_dir() and not path.is_symlink() and _is_left(path)]


def _is_left(path: Path) -> bool:
    return bool(PART.fullmatch(path.name)) or all(PART.fullmatch(file.name) for file in path.iterdir())


def _empty(passing: Path) -> None:
    if passing.is_dir():
        for file in passing.iterdir():
            file.unlink()
        passing.rmdir()


def read(backup: Path) -> Manifest:
    """Return the backup in the folder `backup`. Raises `ValueError` for one that is damaged, and `OSError`."""
    seal, _, text = (backup / FILE).read_bytes().partition(b"\n")
    text = text.removesuffix(b"\n")
    if seal.decode("ascii", "replace") != _seal(text):
        raise ValueError("its list of pieces is damaged")
    body = parsed(text.decode())
    if body.pop("format") != _FORMAT:
        raise ValueError("it was made by a newer Tilik")
    return Manifest(**{**body, "pieces": base64.b64decode(body["pieces"])})


def numbers(folder: Path) -> dict[int, Path]:
    """Return the backups in `folder` by their number, lowest first, whole or damaged; none that is being made."""
    found = ((_NAME.fullmatch(path.name), path) for path in folder.iterdir()) if folder.is_dir() else ()
    return dict(sorted((int(m[1]), path) for m, path in found if m and not (path.is_dir() and _is_left(path))))


def is_backup(path: Path) -> bool:
    """Return whether a backup of this kind stands at `path`, under whatever name."""
    return (path / FILE).is_file()


def _seal(text: bytes) -> str:
    return hashlib.blake2b(text, digest_size=DIGEST).hexdigest()
