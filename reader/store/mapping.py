"""Values to rows and back, by the fields of their dataclasses (`reader.model.codec`).

A field is a column of its name; what is a list or an object stands there as JSON text, empty when it holds nothing.
Rows are read by column name, so SQLAlchemy's and `sqlite3`'s serve alike, and so do the rows that the change log
keeps as JSON: a column that these do not have yet is the field's default.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from reader.errors import DamagedError
from reader.model.annotations import Anchor, Annotation, Member, PageAnnotation, Relation
from reader.model.articles import Article, Place, Revision
from reader.model.codec import FieldCodec, description, field_value, plain
from reader.model.earlier_forms import CARRIED, split_origin
from reader.model.labels import Label
from reader.model.spans import Span
from reader.store.damaged import WRONG, reads

# Columns that were named before their fields had today's names.
_COLUMNS: Mapping[type[Any], Mapping[str, str]] = {Article: {"origin": "source"}, Revision: {"inline": "marks"}}
# Fields that are no column of their own.
_APART = frozenset({"anchor", "members", "data"})


class Row(Protocol):
    """Anything with columns by name."""

    def __getitem__(self, name: str, /) -> Any: ...


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def dump(value: object) -> str:
    """Return compact JSON with sorted keys."""
    return _ENCODER.encode(value)


_BY_COLUMN: dict[type[Any], tuple[tuple[str, FieldCodec], ...]] = {}


def by_column(kind: type[Any]) -> tuple[tuple[str, FieldCodec], ...]:
    """The columns of `kind` that are one field each, with those fields."""
    if kind not in _BY_COLUMN:
        names = _COLUMNS.get(kind, {})
        _BY_COLUMN[kind] = tuple((names.get(f.name, f.name), f) for f in description(kind) if f.name not in _APART)
    return _BY_COLUMN[kind]


def row_of(entity: object) -> dict[str, Any]:
    return {name: _cell(f, getattr(entity, f.name)) for name, f in by_column(type(entity))}


def _cell(f: FieldCodec, value: Any) -> Any:
    if f.is_json or value is None:
        return dump(f.encode(value)) if value else ""
    return int(value) if isinstance(value, bool) else f.encode(value)


def cell_writer(f: FieldCodec) -> Callable[[Any], Any]:
    """Return what makes the cell of a value of that field that is not empty."""
    if not f.is_json:
        return int if f.hint is bool else f.encode
    encode = f.encode
    return lambda value: dump(encode(value))


def fields_of(kind: type[Any], row: Row) -> dict[str, Any]:
    """The values of the fields that have a column in `row`. A `CodecError` names an unfit field."""
    given = {}
    for name, f in by_column(kind):
        try:
            cell = row[name]
        except (KeyError, IndexError):  # a row of the change log that is older than the column
            continue
        if cell is not None and not (cell == "" and (f.is_json or f.default is None)):
            given[f.name] = field_value(f, json.loads(cell) if f.is_json else cell)
    return given


def article_row(article: Article) -> dict[str, Any]:
    return row_of(article)


@reads("article")
def article_of(row: Row) -> Article:
    return Article(**fields_of(Article, row))


def revision_row(revision: Revision) -> dict[str, Any]:
    return {**row_of(revision), "present": 1}


@reads("revision")
def revision_of(row: Row) -> Revision:
    return Revision(**{"blocks": (), **fields_of(Revision, row)})


def annotation_row(annotation: Annotation) -> dict[str, Any]:
    """Return the anchor's fields are columns of their own; `spans` only when there are several."""
    anchor = annotation.anchor
    return {
        **row_of(annotation), "revision_id": anchor.revision_id, "start": anchor.start, "end": anchor.end,
        "spans": dump(plain_spans(anchor.spans)) if len(anchor.spans) > 1 else None,
        "quote": anchor.quote, "before": anchor.before, "after": anchor.after,
    }  # fmt: skip


def plain_spans(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as JSON holds them."""
    return [plain(span) for span in spans]


@reads("annotation")
def annotation_of(row: Row) -> Annotation:
    spans = (Span(row["start"], row["end"]),) if row["spans"] is None else pieces(row["spans"])
    anchor = Anchor(row["revision_id"], spans, row["quote"], row["before"], row["after"])
    return Annotation(**with_origin(fields_of(Annotation, row)), anchor=anchor)


def with_origin(given: dict[str, Any]) -> dict[str, Any]:
    """An entry of the change log may be older than the column."""
    if "origin" not in given and CARRIED in given.get("extra", ()):
        given["origin"], given["extra"] = split_origin(given["extra"])
    return given


# Few columns, for each costs as much as the search: a note and several spans, which few marks have, share the last one.
PAGE_ANNOTATIONS = (
    "SELECT start, \"end\", id, label, annotator, CASE note WHEN '' THEN spans ELSE '+' || coalesce(spans, '') END"
    " FROM annotation WHERE revision_id = ? ORDER BY start"
)
_PageRow = tuple[int, int, str, str, str, str | None]
_ONE_SPAN: tuple[Span, ...] = ()


def page_annotations_of(rows: Iterable[_PageRow]) -> list[PageAnnotation]:
    """Return from the rows of `PAGE_ANNOTATIONS`, by place. Raises `DamagedError` when one cannot be read."""
    try:
        return _page_annotations_of(rows)
    except WRONG as error:
        raise DamagedError("a mark of this article is damaged; tilik check says more") from error


def _page_annotations_of(rows: Iterable[_PageRow]) -> list[PageAnnotation]:
    """For speed without a call: an article may hold 100,000."""
    new, kind = tuple.__new__, PageAnnotation
    made: list[PageAnnotation] = [
        new(kind, (start, end, id, label, False, _ONE_SPAN, annotator))
        if more is None
        else new(kind, (start, end, id, label, *_noted_and_pieces(more), annotator))
        for start, end, id, label, annotator, more in rows
    ]
    made.sort()  # ordered by start already, as the index is: the rest is quicker here than in SQLite
    return made


def _noted_and_pieces(more: str) -> tuple[bool, tuple[Span, ...]]:
    spans = more.removeprefix("+")
    return spans != more, pieces(spans) if spans else _ONE_SPAN


def page_annotations(connection: sqlite3.Connection, revision_id: str) -> list[PageAnnotation]:
    """Return every mark of a revision by place. The driver's own rows: there may be 100,000."""
    plain = connection.cursor()
    plain.row_factory = None
    return page_annotations_of(plain.execute(PAGE_ANNOTATIONS, (revision_id,)))


def pieces(spans: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(spans))


def relation_row(relation: Relation) -> dict[str, Any]:
    return row_of(relation)


def member_rows(relation: Relation) -> list[dict[str, Any]]:
    return [
        {"relation_id": relation.id, "position": n, "role": m.role, "annotation_id": m.annotation_id}
        for n, m in enumerate(relation.members)
    ]


@reads("relation")
def relation_of(row: Row, members: tuple[Member, ...]) -> Relation:
    return Relation(**fields_of(Relation, row), members=members)


def label_row(label: Label) -> dict[str, Any]:
    return row_of(label)


@reads("label")
def label_of(row: Row) -> Label:
    return Label(**fields_of(Label, row))


def place_of(row: Row) -> Place:
    return Place(row["article_id"], row["position"], row["progress"], datetime.fromisoformat(row["opened"]))
