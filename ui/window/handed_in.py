"""What was handed in to be added and is not done yet: kept in the library, so that neither quitting nor a kill loses
it. What an entry holds is on disk before its job begins, and every page that is done is noted before the next."""

from __future__ import annotations

import json
import threading
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import TilikError
from reader.model.pages import Page

if TYPE_CHECKING:
    from reader.store import Library

PAGES, SET, SAMPLES = "pages", "set", "samples"
Source = str | Path | Page
_INDEX = "handed in"
_guard = threading.Lock()  # the index is read and written by the window and by the thread that adds


@dataclass(frozen=True)
class Rest:
    """What is left of an entry: the sources that are not added yet, and how many were."""

    slot: str
    kind: str
    sources: tuple[Source, ...]
    added: int


@dataclass
class HandedIn:
    """One entry. `slot` is its name in the library."""

    library: Library
    slot: str
    _done: int = 0
    _failed: list[int] = field(default_factory=list)
    _notes: bool = True

    @classmethod
    def keep(cls, library: Library, kind: str, sources: Sequence[Source]) -> HandedIn:
        """Put `sources` on the disk as handed in. Raises `TilikError` when that is not possible."""
        with _guard:
            slots = _slots(library)
            slot = next(str(n) for n in range(1, len(slots) + 2) if str(n) not in slots)
            entry = cls(library, slot)
            entry._write(kind, sources)
            library.remember_setting(_INDEX, json.dumps([*slots, slot]))
        return entry

    def _write(self, kind: str, sources: Sequence[Source]) -> None:
        text = json.dumps({"kind": kind, "sources": [_stored(source) for source in sources]})
        self.library.remember_setting(f"{_INDEX} {self.slot} done", "")
        self.library.remember_setting(f"{_INDEX} {self.slot}", text)

    def lay_out(self, sources: Sequence[Source]) -> None:
        """From now on the entry is these single pages: what was in the folders."""
        self._write(PAGES, sources)

    def note(self, *, failed: bool, more: bool = False) -> None:
        """The next page in order is done; one that failed is tried once more at the next start.

        With `more` of what was stored at the same time to come, it is written with the last of that.
        """
        if failed:
            self._failed.append(self._done)
        self._done += 1
        if more or not self._notes:
            return
        try:
            self.library.remember_setting(
                f"{_INDEX} {self.slot} done", json.dumps({"done": self._done, "failed": self._failed})
            )
        except TilikError:  # a page that is not noted is met again, known by then, and nothing is added twice
            self._notes = False

    def forget(self) -> None:
        """The job has ended and told what became of every source."""
        with _guard:
            rest = [slot for slot in _slots(self.library) if slot != self.slot]
            self.library.remember_setting(_INDEX, json.dumps(rest) if rest else "")
            for key in (f"{_INDEX} {self.slot}", f"{_INDEX} {self.slot} done"):
                self.library.remember_setting(key, "")


def unfinished(library: Library) -> list[Rest]:
    """Return what an earlier run was handed and did not finish."""
    return [rest for slot in _slots(library) if (rest := _rest(library, slot)) is not None]


def _slots(library: Library) -> list[str]:
    return list(json.loads(library.setting(_INDEX) or "[]"))


def _rest(library: Library, slot: str) -> Rest | None:
    text = library.setting(f"{_INDEX} {slot}")
    if not text:
        return None
    entry, noted = json.loads(text), json.loads(library.setting(f"{_INDEX} {slot} done") or "{}")
    sources = [_source(one) for one in entry["sources"]]
    done, failed = int(noted.get("done", 0)), [int(n) for n in noted.get("failed", ())]
    left = [*(sources[n] for n in failed), *sources[done:]]
    return Rest(slot, entry["kind"], tuple(left), done - len(failed))


def _stored(source: Source) -> Any:
    if not isinstance(source, Page):
        return str(source)
    return {
        "address": source.address,
        "name": source.name,
        "data": b64encode(source.data).decode(),
        "media_type": source.media_type,
        "encoding": source.encoding,
        "url": source.url,
        "retrieved": source.retrieved.isoformat() if source.retrieved else "",
    }


def _source(stored: Any) -> Source:
    if isinstance(stored, str):
        return stored
    retrieved = datetime.fromisoformat(stored["retrieved"]) if stored["retrieved"] else None
    return Page(**{**stored, "data": b64decode(stored["data"]), "retrieved": retrieved})
