"""Rows of marks, a row a piece, to records of their articles: what was corrected comes home, a new row is a new mark,
and a row that is not there says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.exchange.importers.importer import RawDocument
from reader.exchange.importers.tables.cells import Row
from reader.exchange.records.fields import made_id
from reader.exchange.records.plain_values import time_out
from reader.messages import Message
from reader.model.dataset import Problem
from reader.model.stamps import now

NOT_FOUND = "not found"
_FIELDS = ("label", "note", "tags", "attributes", "annotator", "about", "created", "modified")
Given = Iterator[RawDocument | Problem]


@dataclass(slots=True)
class Articles:
    """Which articles the rows of a file speak of: a new row names its own by title or address, or there is but one."""

    ids: set[str] = field(default_factory=set)
    by_name: dict[str, str] = field(default_factory=dict)  # "" for a name that several have

    def note(self, id: str, *names: str) -> None:
        """Remember an article of the file."""
        if not id:
            return
        self.ids.add(id)
        for name in filter(None, names):
            key = " ".join(name.split()).casefold()
            self.by_name[key] = id if self.by_name.get(key, id) == id else ""

    def named(self, row: Row) -> str:
        """Return the id of the article that a row without one speaks of; empty when nobody can say."""
        names = [" ".join(str(row.get(name) or "").split()).casefold() for name in ("url", "title")]
        given = [name for name in names if name]
        if not given:
            return next(iter(self.ids)) if len(self.ids) == 1 else ""
        return next((found for name in given if (found := self.by_name.get(name))), "")


@dataclass(slots=True)
class MarkRows:
    """Takes the rows of a file in their order and gives a record for each run of rows of one article."""

    path: str
    articles: Articles
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)  # what else is said of an article, by its id
    _doc: str = ""
    _place: Message | None = None
    _marks: list[dict[str, Any]] = field(default_factory=list)
    _pieces: dict[str, dict[int, tuple[Row, Message]]] = field(default_factory=dict)
    _seen: dict[str, tuple[int, object]] = field(default_factory=dict)
    _made: dict[str, int] = field(default_factory=dict)

    def take(self, row: Row, place: Message) -> Given:
        """Take one row."""
        doc = str(row.get("doc") or "") or self.articles.named(row)
        if not doc:
            yield self._problem(place, Message("it does not say which article its words are in"))
            return
        if doc != self._doc:
            yield from self._run()
            self._doc, self._place = doc, place
        yield from self._mark(row, doc, place)

    def end(self) -> Given:
        """Give what is left; marks of which a piece is missing stay as they are, and are told."""
        yield from self._run()
        for id, found in self._pieces.items():
            row, place = next(iter(found.values()))
            reason = Message(
                "of mark {0} only {1} of {2} pieces are in the table; it was left as it is", id, len(found),
                int(row["pieces"]),
            )  # fmt: skip
            yield self._problem(place, reason)
        for id, facts in self.facts.items():
            yield RawDocument({"id": id, "annotations": [], **facts}, None, ours=True, follows=True)

    def _run(self) -> Given:
        if self._doc and (self._marks or self._doc in self.facts):
            record = {"id": self._doc, "annotations": self._marks, **self.facts.pop(self._doc, {})}
            self._marks = []
            yield RawDocument(record, self._place, ours=True, follows=True)

    def _mark(self, row: Row, doc: str, place: Message) -> Given:
        id, piece, pieces = str(row.get("id") or ""), int(row.get("piece") or 1), int(row.get("pieces") or 1)
        if id and (earlier := self._earlier(row, id, piece)) is not None:
            if earlier == (hash(row.get("quote")), row.get("label")):
                yield self._problem(place, Message("mark {0} stands in an earlier row too; this one was left out", id))
                return
            if earlier[0] != hash(row.get("quote")):  # a row that was copied for other words
                row = {**row, "begin": None, "end": None}
            id = ""
        if not id:
            if not str(row.get("quote") or "").strip():
                yield self._problem(place, Message("a new mark needs the words it stands on"))
                return
            self._marks.append(self._new(row, doc))
        elif pieces == 1:
            self._marks.append({"id": id, **_said(row), **_standing(row)})
        else:
            self._piece(row, id, piece, pieces, place)

    def _earlier(self, row: Row, id: str, piece: int) -> tuple[int, object] | None:
        """The words, as a number, and the label of an earlier row of the same piece of a mark."""
        key = f"{id}\n{piece}"
        if (before := self._seen.get(key)) is None:
            self._seen[key] = hash(row.get("quote")), row.get("label")
        return before

    def _piece(self, row: Row, id: str, piece: int, pieces: int, place: Message) -> None:
        some = self._pieces.setdefault(id, {})
        some[piece] = (row, place)
        if len(some) < pieces:
            return
        rows = [some[n][0] for n in sorted(some)]
        del self._pieces[id]
        self._marks.append({"id": id, **_said(rows[0]), "pieces": [_standing(one) for one in rows]})

    def _new(self, row: Row, doc: str) -> dict[str, Any]:
        """A new mark, whose id follows from its words: a second import finds it here."""
        quote = str(row["quote"])
        nth = self._made[f"{doc}\n{quote}"] = self._made.get(f"{doc}\n{quote}", 0) + 1
        at = time_out(now())
        return {
            **_said(row), **_standing(row), "id": made_id("row", doc, quote, str(nth)), "created": at, "modified": at
        }  # fmt: skip

    def _problem(self, place: Message, reason: Message) -> Problem:
        return Problem(self.path, place, reason)


def _said(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in _FIELDS if row.get(name) is not None}


def _standing(row: Row) -> Mapping[str, Any]:
    """Where a piece stands: a mark that a newer capture did not find has its words alone, its numbers are of another
    text."""
    quote, begin, end = row.get("quote"), row.get("begin"), row.get("end")
    found = {"quote": quote} if quote is not None else {}
    lost = row.get("standing") == NOT_FOUND and isinstance(quote, str) and bool(quote.strip())
    return found if lost or begin is None or end is None else {"begin": begin, "end": end, **found}
