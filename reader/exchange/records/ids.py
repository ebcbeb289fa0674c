"""Which ids the things of a set get. What Tilik wrote has ours; of all others nothing is taken as an id of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.exchange.records.fields import made_id, old_id


@dataclass(slots=True)
class Ids:
    """The ids of one document. `format` and `set_name` name the set, `document` tells it from others of the set.

    `of_marks` has our id by theirs, so that links of the document lead to its own marks.
    """

    format: str
    set_name: str
    ours: bool
    document: str = ""
    of_marks: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, int] = field(default_factory=dict)

    def article(self, record: Mapping[str, Any], fingerprint: str, *parts: str) -> str:
        """Return the id of the document; those of its marks are made of it."""
        old = old_id(record)
        self.document = f"{old}\n{fingerprint}"
        if self.ours:
            return old or made_id("article", *parts)
        return made_id(self.format, self.set_name, self.document)

    def of(self, kind: str, record: Mapping[str, Any], *parts: str) -> str:
        """Return the id of a mark or a link; `parts` say what it is when it has none. Equal ids are kept apart."""
        old = old_id(record)
        if self.ours:
            return old or made_id(kind, *parts)
        key = f"{kind}\n{old}" if old else f"{kind}\n\n" + "\n".join(parts)
        nth = self._seen[key] = self._seen.get(key, 0) + 1
        again = (str(nth),) if nth > 1 else ()
        return made_id(self.format, self.set_name, self.document, key, *again)

    def first(self, kind: str, old: str) -> str:
        """Return the id that the first thing of that old id in the document gets."""
        return made_id(self.format, self.set_name, self.document, f"{kind}\n{old}")

    def known(self, id: str) -> str:
        """Return the id of a claim, source, piece of evidence or review, which belong to no document."""
        return id if self.ours or not id else made_id(self.format, self.set_name, "known", id)

    def kept(self, record: Mapping[str, Any]) -> str:
        """Return the id to be kept beside ours: none where it is ours."""
        return "" if self.ours else old_id(record)
