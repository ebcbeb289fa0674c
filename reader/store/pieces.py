"""What an import added, as the change log knows it: ids and a digest of each row, a thousand to a piece.

No values: these stand in the tables, and only there while the import is done. When it is undone they go into `kept` of
its pieces, compressed, from where redo brings them back. Texts stay in the file, shown or hidden, as for every step.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from reader.edits import Entity
from reader.model.kinds import TYPES, kind_name
from reader.store.asking import rows, scalars
from reader.store.mapping import dump
from reader.store.whole_rows import Cells

SIZE = 1000  # things in a piece
DIGEST = 8  # bytes: enough that no change goes unseen by chance
_UUIDS = re.compile("(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})+")
_INSERT = 'INSERT INTO change_added(number, kind, "columns", ids, digests) VALUES (?, ?, ?, ?, ?)'


@dataclass(frozen=True, slots=True)
class Piece:
    """Things of one kind that a step added. `digests` is empty for texts, which do not change; `rows` is what redo
    needs, None while the step is done."""

    piece: int
    kind: type[Entity]
    columns: tuple[str, ...]
    ids: tuple[str, ...]
    digests: bytes
    rows: tuple[Cells, ...] | None

    def digest(self, at: int) -> bytes:
        return self.digests[at * DIGEST : (at + 1) * DIGEST]


def digest_of(cells: Cells) -> bytes:
    """Return what tells whether a row is still the same."""
    return blake2b("\x1f".join(map(str, cells)).encode(), digest_size=DIGEST).digest()


class Noting:
    """Notes the things that a step adds, a piece at a time."""

    def __init__(self, connection: sqlite3.Connection, number: int) -> None:
        self._connection, self._number = connection, number
        self._waiting: dict[type[Entity], tuple[tuple[str, ...], list[str], bytearray]] = {}

    def note(self, kind: type[Entity], columns: tuple[str, ...], ids: Iterable[str], digests: Iterable[bytes]) -> None:
        _, kept, held = self._waiting.setdefault(kind, (columns, [], bytearray()))
        kept.extend(ids)
        held.extend(b"".join(digests))
        if len(kept) >= SIZE:
            self._write(kind)

    def finish(self) -> None:
        """Write what is not written yet."""
        for kind in list(self._waiting):
            self._write(kind)

    def _write(self, kind: type[Entity]) -> None:
        columns, ids, digests = self._waiting.pop(kind)
        told = self._number, kind_name(kind), ",".join(columns)
        for start in range(0, len(ids), SIZE):
            some = digests[start * DIGEST : (start + SIZE) * DIGEST]
            self._connection.execute(_INSERT, (*told, _packed(ids[start : start + SIZE]), bytes(some)))


def pieces(connection: sqlite3.Connection, number: int, kind: type[Entity] | None = None) -> Iterator[Piece]:
    """Yield the pieces of a step, all or of one kind, in the order in which they were written, one at a time."""
    wanted = 'SELECT piece, kind, "columns", ids, digests, kept FROM change_added WHERE piece = ?'
    numbers = "SELECT piece FROM change_added WHERE number = ? AND ? IN ('', kind) ORDER BY piece"
    for piece in scalars(connection, numbers, (number, kind_name(kind) if kind is not None else "")):
        ((_, name, columns, ids, digests, kept),) = rows(connection, wanted, (piece,))
        values = None if kept is None else tuple(map(tuple, json.loads(zlib.decompress(kept))))
        yield Piece(piece, TYPES[name], tuple(columns.split(",")), _unpacked(ids), digests, values)


def is_lean(connection: sqlite3.Connection, number: int) -> bool:
    """Return whether the step added things that its swaps do not hold."""
    return bool(scalars(connection, "SELECT 1 FROM change_added WHERE number = ? LIMIT 1", (number,)))


def keep_rows(connection: sqlite3.Connection, piece: int, values: Sequence[Cells] | None) -> None:
    """Keep what redo needs of a piece, or, with None, no longer."""
    kept = None if values is None else zlib.compress(dump(values).encode(), 1)
    connection.execute("UPDATE change_added SET kept = ? WHERE piece = ?", (kept, piece))


def leave_out(connection: sqlite3.Connection, piece: Piece, is_gone: Callable[[int], bool]) -> int:
    """Forget things of a piece, by their place in it; how many are left."""
    stay = [n for n in range(len(piece.ids)) if not is_gone(n)]
    if not stay:
        connection.execute("DELETE FROM change_added WHERE piece = ?", (piece.piece,))
    elif len(stay) < len(piece.ids):
        digests = b"".join(piece.digest(n) for n in stay)
        told = _packed([piece.ids[n] for n in stay]), digests, piece.piece
        connection.execute("UPDATE change_added SET ids = ?, digests = ? WHERE piece = ?", told)
        if piece.rows is not None:
            keep_rows(connection, piece.piece, [piece.rows[n] for n in stay])
    return len(stay)


def leave_out_ids(connection: sqlite3.Connection, number: int, kind: type[Entity], ids: Collection[str]) -> None:
    """Forget these things of a step."""
    for piece in pieces(connection, number) if ids else ():
        if piece.kind is kind:
            leave_out(connection, piece, lambda n, of=piece: of.ids[n] in ids)  # type: ignore[misc]


def _packed(ids: Sequence[str]) -> bytes | str:
    """Ids as 16 bytes each, or as JSON text where not all of them are of that form."""
    if all(len(id) == 36 for id in ids) and _UUIDS.fullmatch(joined := "".join(ids)):
        return bytes.fromhex(joined.replace("-", ""))
    return dump(list(ids))


def _unpacked(ids: bytes | str) -> tuple[str, ...]:
    if isinstance(ids, str):
        return tuple(json.loads(ids))
    h = ids.hex()
    return tuple(
        f"{h[n : n + 8]}-{h[n + 8 : n + 12]}-{h[n + 12 : n + 16]}-{h[n + 16 : n + 20]}-{h[n + 20 : n + 32]}"
        for n in range(0, len(h), 32)
    )
