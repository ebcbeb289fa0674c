"""Our CSV back, with any separator: corrections come home, with those of the links in the file beside it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.importer import BOM, RawDocument, SetFile, SetImporter, UndecodedError
from reader.exchange.importers.tables.article_facts import FACTS, ArticleFacts
from reader.exchange.importers.tables.cells import Row, row_place, split_members, split_tags
from reader.exchange.importers.tables.label_names import LabelNames
from reader.exchange.importers.tables.mark_rows import Articles, Given, MarkRows
from reader.exchange.records.csv_columns import COLUMNS, LINK_COLUMNS
from reader.exchange.records.table_cells import was_cut
from reader.messages import Message
from reader.model.dataset import Problem
from reader.system_reasons import reason_of

SEPARATORS = ",;\t|"
LONGEST = 1 << 26  # characters of a cell
BESIDE = ".relations.csv"
_MARKS = frozenset({"doc", "id", "begin", "end", "piece", "pieces", "quote"})
_LINKS = frozenset({"id", "type", "members"})
_NUMBERS = ("begin", "end", "piece", "pieces")
_GUARD = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_SOME = 500  # links that are given at once


@dataclass(slots=True)
class Table:
    """A file whose first line names our columns."""

    path: Path
    separator: str
    columns: Sequence[str]
    skipped: int  # lines before that of the names

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield every row with its number, as a spreadsheet counts. Raises `SetError` for what is no table."""
        with _opened(self.path) as file:
            lines = csv.reader(file, delimiter=self.separator, strict=True)
            number = 0
            try:
                for number, row in enumerate(lines, 1):
                    if number > self.skipped + 1 and any(row):
                        yield number, row
            except csv.Error as error:
                raise SetError("{0}: row {1}: {2}", self.path, number + 1, _why(error)) from error
            except UnicodeDecodeError as error:
                raise UndecodedError(self.path, number + 1, error) from error

    def unknown(self, known: Sequence[str]) -> list[str]:
        """Return the columns that are none of ours."""
        return [name for name in self.columns if name and name not in known]


def _why(error: csv.Error) -> Message:
    said = str(error)
    if "field larger" in said:
        return Message("a cell is longer than {0} characters; perhaps a quotation mark is not closed", LONGEST)
    return Message("its quotation marks do not fit ({0}); perhaps the file is cut off", said)


def _opened(path: Path) -> io.TextIOWrapper:
    csv.field_size_limit(LONGEST)
    try:
        return io.TextIOWrapper(door.opened(path), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error


def table_of(path: Path, head: bytes) -> Table | None:
    """Return the table whose first lines are `head`; None when it is none of ours."""
    first = head.removeprefix(BOM).split(b"\n", 2)[:2]
    for skipped, raw in enumerate(first):
        line = raw.decode("utf-8", "replace").strip("\r")
        for separator in SEPARATORS:
            names = [name.strip().strip('"').strip() for name in line.split(separator)]
            if len(names) > 2 and (set(names) >= _MARKS or set(names) >= _LINKS):
                return Table(path, separator, names, skipped)
        if not line.lower().startswith("sep="):
            return None
    return None


def knows(path: Path, head: bytes) -> bool:
    """Return whether the first line names our columns, in any order and with any separator."""
    return table_of(path, head) is not None


def read(path: Path) -> SetFile:
    """Return the file. A row that cannot be understood is a `Problem`, and the others are taken."""
    return SetFile(path, "csv", _items(path))


def _items(path: Path) -> Given:
    table = _table(path)
    if not set(table.columns) >= _MARKS:
        yield from _links(table, follows=False)
        return
    yield from _unknown(table, COLUMNS)
    yield from _marks(table)
    beside = path.with_suffix(BESIDE)
    if beside != path and door.is_file(beside):
        yield from _links(_table(beside), follows=True)


def _table(path: Path) -> Table:
    with _opened(path) as file:
        try:
            head = "".join(file.readline(1 << 16) for _ in range(2))
        except UnicodeDecodeError as error:
            raise UndecodedError(path, 1, error) from error
    table = table_of(path, head.encode("utf-8", "replace"))
    if table is None:
        raise SetError("{0}: its first line does not name the columns that Tilik writes", path)
    return table


def _unknown(table: Table, known: Sequence[str]) -> Given:
    if names := table.unknown(known):
        reason = Message("the columns {0} are none that Tilik writes; they were left out", ", ".join(names))
        yield Problem(str(table.path), row_place(table.skipped + 1), reason)


# -- marks -------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Looked:
    """What is to be known of all rows before the first is taken."""

    articles: Articles = field(default_factory=Articles)
    labels: LabelNames = field(default_factory=LabelNames)
    facts: ArticleFacts = field(default_factory=ArticleFacts)


def _marks(table: Table) -> Given:
    looked = _looked(table)
    yield from (Problem(str(table.path), Message("article {0}", id), reason) for id, reason in looked.facts.problems())
    gathering = MarkRows(str(table.path), looked.articles, {**looked.facts.said})
    for number, cells in table.rows():
        place = row_place(number)
        values = _values(table, cells)
        reasons: list[Message] = []
        row = _mark(values, looked.labels, reasons)
        yield from (Problem(str(table.path), place, reason) for reason in reasons)
        if row is not None:
            yield from gathering.take(row, place)
    yield from gathering.end()


def _looked(table: Table) -> _Looked:
    found = _Looked()
    at = {name: n for n, name in enumerate(table.columns)}
    pairs: Counter[tuple[str, str]] = Counter()
    label, name = at.get("label", len(at)), at.get("label_name", len(at))
    facts = {fact: at[fact] for fact in FACTS if fact in at}
    seen: set[tuple[str, ...]] = set()
    for _, cells in table.rows():
        cells = [*cells, *[""] * (len(at) + 1 - len(cells))]
        pairs[cells[label], _unguarded(cells[name])] += 1
        article = (cells[at["doc"]], *(cells[n] for n in facts.values()))
        if article not in seen and article[0]:
            seen.add(article)
            said = {fact: _unguarded(cells[n]) for fact, n in facts.items() if not was_cut(cells[n])}
            found.articles.note(article[0], said.get("title", ""), said.get("url", ""))
            found.facts.note(article[0], said)
    found.labels.note(pairs)
    return found


def _values(table: Table, cells: Sequence[str]) -> dict[str, str]:
    return {
        name: _unguarded(cell) if cell[:1] == "'" else cell
        for name, cell in zip(table.columns, cells, strict=False)
        if not was_cut(cell)
    }


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARD.match(cell) else cell


def _mark(values: dict[str, str], labels: LabelNames, reasons: list[Message]) -> Row | None:
    """A row of a mark as its record has it; None, with the reasons, for one that is not whole."""
    row: dict[str, Any] = dict(values)
    for name in _NUMBERS:
        given = row.get(name, "").strip()
        if given and _number(given) is None:
            reasons.append(Message("“{0}” is not a whole number but {1}", name, f"{given!r:.60}"))
            return None
        row[name] = _number(given) if given else None
    if row["begin"] is not None and row["end"] is not None and row["begin"] > row["end"]:
        reasons.append(Message("[{0}, {1}) is no place", row["begin"], row["end"]))
        return None
    if "quote" not in values and (row["begin"] is None or row["end"] is None):
        reasons.append(Message("the row ends early; perhaps the file is cut off"))
        return None
    if "tags" in values:
        row["tags"] = split_tags(values["tags"])
    row["label"] = labels.id_of(values.get("label", ""), values.get("label_name", ""), reasons)
    return row


def _number(given: str) -> int | None:
    """A whole number, also as a table with gaps writes it: 9.0."""
    whole = given.removesuffix(".0").removesuffix(",0")
    return int(whole) if whole.isdecimal() and len(whole) < 16 else None


# -- links -------------------------------------------------------------------------------------------------------------


def _links(table: Table, *, follows: bool) -> Given:
    yield from _unknown(table, LINK_COLUMNS)
    some: list[Mapping[str, Any]] = []
    for number, cells in table.rows():
        values: dict[str, Any] = _values(table, cells)
        members = split_members(values.get("members", ""))
        if not values.get("id") or not members:
            reason = Message("a link needs an id and the marks that it joins")
            yield Problem(str(table.path), row_place(number), reason)
            continue
        said = {name: value for name, value in values.items() if name in LINK_COLUMNS}
        some.append({**{k: v for k, v in said.items() if k not in ("doc", "from", "to")}, "members": members})
        if len(some) == _SOME:
            yield _given(table, some, follows=follows)
            some = []
    if some:
        yield _given(table, some, follows=follows)


def _given(table: Table, some: list[Mapping[str, Any]], *, follows: bool) -> RawDocument:
    return RawDocument(
        {"relations": some}, Message("{0}", table.path.name), ours=True, is_article=False, follows=follows
    )


IMPORTER = SetImporter("csv", "CSV", (".csv", ".tsv"), knows, read)
