"""Our workbook back: what a desk corrected in its sheets comes home, whichever program it was saved with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter
from reader.exchange.importers.tables.cells import split_tags
from reader.exchange.importers.tables.label_names import LabelNames
from reader.exchange.importers.tables.mark_rows import Articles, Given, MarkRows
from reader.exchange.importers.tables.record_rows import RecordRows, link_record, side_record
from reader.exchange.importers.tables.sheet_rows import SheetRow, SheetRows, sheets_of
from reader.exchange.importers.tables.spreadsheet import Book, is_workbook, opened
from reader.exchange.records.sheets import SHEETS
from reader.messages import Message
from reader.model.dataset import Problem

_FACTS = ("title", "byline", "site", "published", "url", "language", "fingerprint")
_SOME = 200  # links that are given at once
Made = Mapping[str, Any] | None


def read(path: Path) -> SetFile:
    """Return the file: one article after the other, then claims and what belongs to them, then links."""
    book = opened(path)
    sheets, problems = sheets_of(book)
    if not sheets.keys() - {"labels"}:
        names = ", ".join(f"{sheet.en} / {sheet.id}" for sheet in SHEETS if not sheet.hidden)
        raise SetError("{0}: this workbook has none of the sheets that Tilik writes ({1})", path, names)
    return SetFile(path, "workbook", _Reading(book, sheets).items(problems))


@dataclass
class _Reading:
    book: Book
    sheets: Mapping[str, SheetRows]
    _labels: LabelNames = field(default_factory=LabelNames)
    _articles: Articles = field(default_factory=Articles)
    _facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    _answers: dict[str, str] = field(default_factory=dict)
    _records: RecordRows = field(default_factory=RecordRows)

    def items(self, problems: list[Problem]) -> Given:
        """Yield everything, in the order in which it is needed."""
        yield from problems
        if self.book.leads_out:
            yield Problem(str(self.book.path), None, Message("it has links to other workbooks; they were not followed"))
        for row in self._rows("labels"):
            self._labels.add(str(row.said.get("id", "")), str(row.said.get("name", "")))
        steps = (self._known_articles, self._marks, self._claims, self._evidence, self._sources, self._replies,
                 self._links)  # fmt: skip
        for step in steps:
            yield from step()
        for sheet in self.sheets.values():
            yield from sheet.problems

    def _rows(self, key: str) -> Iterator[SheetRow]:
        return iter(self.sheets[key]) if key in self.sheets else iter(())

    def _problem(self, row: SheetRow, reason: Message) -> Problem:
        return Problem(str(self.book.path), row.place, reason)

    # -- claims, evidence, sources -------------------------------------------------------------------------------------

    def _claims(self) -> Given:
        for row in self._rows("claims"):
            yield from row.problems
            for name, record in self._records.claim(row.said):
                yield RawDocument({name: [record]}, row.place, ours=True, is_article=False, follows=True)

    def _evidence(self) -> Given:
        reason = Message("new evidence needs its claim, as the sheet of claims words it, and an address")
        yield from self._each("evidence", "evidence", self._records.evidence, reason)

    def _sources(self) -> Given:
        yield from self._each("sources", "sources", self._records.source, Message("a source needs a name"))

    def _each(self, key: str, plural: str, make: Callable[[Mapping[str, Any]], Made], reason: Message) -> Given:
        for row in self._rows(key):
            yield from row.problems
            record = make(row.said)
            if record is None:
                yield self._problem(row, reason)
            else:
                yield RawDocument({plural: [record]}, row.place, ours=True, is_article=False, follows=True)

    # -- articles and marks --------------------------------------------------------------------------------------------

    def _known_articles(self) -> Given:
        for row in self._rows("articles"):
            yield from row.problems
            id = str(row.said.get("id") or "")
            if not id:
                yield self._problem(row, Message("an article is added in Tilik, not here"))
                continue
            facts = {name: row.said[name] for name in _FACTS if name in row.said}
            if "tags" in row.said:
                facts["tags"] = split_tags(row.said["tags"])
            self._facts[id] = facts
            self._articles.note(id, facts.get("title", ""), facts.get("url", ""))

    def _marks(self) -> Given:
        gathering = MarkRows(str(self.book.path), self._articles, self._facts)
        for row in self._rows("marks"):
            yield from row.problems
            yield from gathering.take(self._mark(row.said), row.place)
        yield from gathering.end()

    def _mark(self, said: dict[str, Any]) -> dict[str, Any]:
        """A row of a mark: a name of a label that is not that of its hidden id was changed by somebody."""
        if "tags" in said:
            said["tags"] = split_tags(said["tags"])
        name, id = str(said.get("label_name") or "").strip(), str(said.get("label") or "")
        if name and name != self._labels.names.get(id, id):
            said["label"] = self._labels.called(name)
        if not said.get("id"):
            said["title"] = said.get("article", "")
        return said

    # -- links ---------------------------------------------------------------------------------------------------------

    def _replies(self) -> Given:
        for row in self._rows("reply"):
            yield from row.problems
            form, id = row.said.get("response_form"), str(row.said.get("id") or "")
            if not id:
                yield self._problem(row, Message("who was asked is marked in Tilik, not here"))
            elif form is not None and form != row.said.get("form_written"):
                self._answers[id] = form

    def _links(self) -> Given:
        for key, make in (("sides", self._side), ("links", link_record)):
            some: list[Mapping[str, Any]] = []
            for row in self._rows(key):
                yield from row.problems
                if (record := make(row.said)) is None:
                    yield self._problem(row, Message("a link is made in Tilik, not here"))
                    continue
                some.append(record)
                if len(some) == _SOME:
                    yield self._given(some, key)
                    some = []
            if some:
                yield self._given(some, key)

    def _side(self, said: Mapping[str, Any]) -> Made:
        return side_record(said, self._answers.get(str(said.get("id"))))

    def _given(self, some: list[Mapping[str, Any]], key: str) -> RawDocument:
        place = Message("{0}", self.sheets[key].name)
        return RawDocument({"relations": some}, place, ours=True, is_article=False, follows=True)


IMPORTER = SetImporter("workbook", "Workbook", (".xlsx",), is_workbook, read)
