"""JSON lines in the shape of Prodigy: one article a line, with spans and relations between spans.

Every line has the same columns of the same types, so that data tools read it. A mark in several pieces is a span a
piece. What Prodigy has no place for stands in a column of its own, as text; Prodigy keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from reader.exchange.exporters.annotation_tools.shared import (
    HOLDS,
    INSTEAD,
    SHOWN,
    Remainders,
    ToolOptions,
    facts_of,
    in_order,
    losses,
    placed,
    plain_ends,
    theirs,
)
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.jsonl import encoded
from reader.exchange.records import json_text, plain_json
from reader.exchange.records.remainder import Shown
from reader.exchange.records.tool_rows import PRODIGY as ID
from reader.exchange.records.tool_rows import TILIK, PlaceKeys
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from reader.progress import Progress

HELD = frozenset({"note", "attributes"})
Node = dict[str, Any]


def write(dataset: Dataset, out: BinaryIO, options: ToolOptions) -> Iterator[Progress]:
    """Yield one line an article."""
    rest = Remainders(dataset, ID, whole=options.whole, folders=options.folders)
    for done, document in enumerate(dataset.documents(), 1):
        out.write(encoded(_Row(document).whole(rest, options)) + b"\n")
        yield Progress(done, dataset.count, document.article.title)


class _Row:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._theirs = theirs(document.article.extra, ID) or {}
        self._shown = Shown(HELD)
        self._spans: list[tuple[int | None, Any]] = []
        self._relations: list[tuple[int | None, Any]] = []
        self._ends: dict[str, Node] = {}  # the first span of each mark, as relations name it
        self._keys = PlaceKeys()

    def whole(self, rest: Remainders, options: ToolOptions) -> Node:
        for mark in self._document.annotations:
            self._mark(mark)
        for link in self._document.relations:
            self._link(link)
        row, record = self._columns(), rest.of(self._document, self._shown)
        if record is not None:
            row[TILIK] = plain_json(record)
        elif options.whole and "row" not in self._theirs:
            row[TILIK] = ""
        return row

    def _mark(self, mark: Annotation) -> None:
        raw, spans = placed((theirs(mark.extra, ID) or {}).get("span")), mark.anchor.spans
        keys = [self._keys.of(span.start, span.end, mark.label) for span in spans]
        for n, span in enumerate(spans):
            made = _span(mark, span, n, self._document.revision.text)
            if raw is not None and isinstance(raw[1], Mapping) and n == 0:
                self._spans.append((raw[0], _as_theirs(raw[1], made)))
            else:
                self._spans.append((None, made))
        first = spans[0]
        end = {"start": first.start, "end": first.end, "label": mark.label}
        self._ends[mark.id] = end if raw is not None else {**end, "id": mark.id}
        self._shown.marks[mark.id] = (keys, [[s.start, s.end] for s in spans])

    def _link(self, link: Relation) -> None:
        if (ends := plain_ends(link, self._ends)) is None:
            return
        head, child = (self._ends[id] for id in ends)
        raw = placed((theirs(link.extra, ID) or {}).get("relation"))
        if raw is not None and isinstance(raw[1], Mapping) and _says(raw[1], head, child, link.kind):
            self._relations.append(raw)
        else:
            self._relations.append((None, {"head_span": head, "child_span": child, "label": link.kind}))
        self._shown.links[link.id] = ["\n".join((*(self._shown.marks[id][0][0] for id in ends), link.kind))]

    def _columns(self) -> Node:
        text, row = self._document.revision.text, self._theirs.get("row")
        others = [kept for one in self._theirs.get("others") or () if (kept := placed(one))]
        relations = in_order([*self._relations, *others])
        made: Node = {"text": text, "spans": in_order(self._spans)}
        if not isinstance(row, Mapping):
            return {**made, "relations": relations, "meta": facts_of(self._document.article)}
        return {**row, **made} | ({"relations": relations} if relations or not self._theirs.get("without_relations")
                                  else {})  # fmt: skip


def _span(mark: Annotation, span: Span, n: int, text: str) -> Node:
    return {
        "start": span.start, "end": span.end, "label": mark.label, "text": span.of(text),
        "id": mark.id if n == 0 else f"{mark.id}-{n + 1}", "note": mark.note,
        "attributes": json_text(mark.attributes),
    }  # fmt: skip


def _as_theirs(raw: Mapping[str, Any], made: Node) -> Node:
    """The span as it came, with what is said otherwise here."""
    changed = {name: made[name] for name in ("start", "end", "label") if raw.get(name) != made[name]}
    moved = {"text": made["text"]} if "text" in raw and raw["text"] != made["text"] else {}
    note = {"note": made["note"]} if (raw.get("note") or "") != made["note"] else {}
    said = raw.get("attributes")
    attributes = said if isinstance(said, str) else json_text(said) if isinstance(said, Mapping) else ""
    values = {"attributes": made["attributes"]} if attributes != made["attributes"] else {}
    return {**raw, **changed, **moved, **note, **values}


def _says(raw: Mapping[str, Any], head: Node, child: Node, kind: str) -> bool:
    ends = [raw.get(name) for name in ("head_span", "child_span")]
    places = [[one.get("start"), one.get("end")] for one in ends if isinstance(one, Mapping)]
    return raw.get("label") == kind and (
        not places or places == [[head["start"], head["end"]], [child["start"], child["end"]]]
    )


def _holds(options: ToolOptions) -> frozenset[F]:
    return HOLDS if options.whole else SHOWN | {F.ZERO_WIDTH, F.NOTES, F.ATTRIBUTES}


EXPORTER = Exporter(
    ID,
    "Prodigy",
    ".jsonl",
    "application/jsonl",
    Message("For who trains models with Prodigy and spaCy: texts with spans and relations, one a line."),
    ToolOptions,
    Profile(HOLDS, comes_back=True, instead=INSTEAD),
    write,
    losses,
    opens=rb'\{"meta":\{"byline":',
    holds=_holds,
)
