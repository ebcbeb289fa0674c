"""Label Studio's JSON: a list of tasks, each a text with its annotations; the labelling interface beside it.

Offsets are code points. A mark is a region; one in several pieces has a region a piece. A note and the attributes are
text areas of a region, as in the interface that goes with it (`NAME.labeling_config.xml`). What Label Studio has no
place for stands in a task's `meta`, which it keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from reader.exchange.exporters.annotation_tools.label_studio_config import write_config
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
from reader.exchange.exporters.exporter import Beside, Exporter, Profile
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.jsonl import encoded
from reader.exchange.records import json_text
from reader.exchange.records.label_studio import ID, LABELS, RELATION, TEXT_KEY, TILIK, kind_of, region_key, region_said
from reader.exchange.records.remainder import Shown
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

HELD = frozenset({"note", "attributes"})
Node = dict[str, Any]
Items = list[tuple[int | None, Any]]


def write(dataset: Dataset, out: BinaryIO, options: ToolOptions) -> Iterator[Progress]:
    """Yield one task an article, each on a line."""
    rest, between = Remainders(dataset, ID, whole=options.whole, folders=options.folders), b"[\n"
    for done, document in enumerate(dataset.documents(), 1):
        out.write(between + encoded(_Task(document).whole(rest)))
        between = b",\n"
        yield Progress(done, dataset.count, document.article.title)
    out.write(b"\n]\n" if between != b"[\n" else b"[]\n")


class _Task:
    """A task of a document; one that came from Label Studio is given back with what it had."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._theirs = theirs(document.article.extra, ID) or {}
        self._shown = Shown(HELD)
        self._lists: dict[int, Items] = {}  # results by the number of their annotation
        self._regions: dict[str, str] = {}  # the id of the first region of each mark

    def whole(self, rest: Remainders) -> Node:
        document = self._document
        for mark in document.annotations:
            self._mark(mark)
        for relation in document.relations:
            self._link(relation)
        task = self._task()
        if (record := rest.of(document, self._shown)) is not None:
            meta = task.get("meta")
            task["meta"] = {**(meta if isinstance(meta, Mapping) else {}), TILIK: record}
        return task

    def _mark(self, mark: Annotation) -> None:
        text, said = self._document.revision.text, theirs(mark.extra, ID) or {}
        raw = [one for item in said.get("results") or () if (one := placed(item)) and isinstance(one[1], dict)]
        spans, first = mark.anchor.spans, next((r["id"] for _, r in raw if isinstance(r.get("id"), str)), mark.id)
        ids = [first if n == 0 else f"{first}-{n + 1}" for n in range(len(spans))]
        at = _number(said)
        into = self._lists.setdefault(at, [])
        if raw and len(spans) == 1:
            into += _given_back(raw, mark, text)
        else:
            for n, id in enumerate(ids):
                into += [(None, result) for result in _results(mark, id, n, text)]
        self._regions[mark.id] = first
        self._shown.marks[mark.id] = ([region_key(at, id) for id in ids], [[s.start, s.end] for s in spans])

    def _link(self, link: Relation) -> None:
        """One from a mark to another of this article; others have no place in a task."""
        if (ends := plain_ends(link, self._regions)) is None:
            return
        start, end = (self._regions[id] for id in ends)
        said = theirs(link.extra, ID) or {}
        raw = placed(said.get("result"))
        made = {"type": RELATION, "from_id": start, "to_id": end, "direction": "right", "labels": [link.kind]}
        kept = raw is not None and isinstance(raw[1], dict) and _says(raw[1], made)
        at = _number(said)
        self._lists.setdefault(at, []).append(raw if raw is not None and kept else (None, made))
        self._shown.links[link.id] = ["\n".join((*(self._shown.marks[id][0][0] for id in ends), link.kind))]

    def _task(self) -> Node:
        task, key = self._theirs.get("task"), self._theirs.get("text_key")
        text, lists = self._document.revision.text, self._lists
        if not isinstance(task, Mapping):
            found = [{"result": in_order(lists[at])} for at in sorted(lists)]
            return {"annotations": found, "data": {TEXT_KEY: text, **facts_of(self._document.article)}}
        data, name = task.get("data"), str(self._theirs.get("list") or "annotations")
        given = task.get(name)
        annotations = (
            [dict(one) if isinstance(one, Mapping) else {} for one in given] if isinstance(given, list) else []
        )
        annotations += [{} for _ in range(len(annotations), max(lists, default=-1) + 1)]
        for at, one in enumerate(annotations):
            others = [kept for item in one.pop("other", ()) if (kept := placed(item))]
            if at in lists or others or "result" not in one:
                one["result"] = in_order([*lists.get(at, []), *others])
        return {
            **task, name: annotations,
            "data": {**(data if isinstance(data, Mapping) else {}), key if isinstance(key, str) else TEXT_KEY: text},
        }  # fmt: skip


def _number(said: Mapping[str, Any]) -> int:
    """Of the annotation of its task in which something stood, 0 for what is new."""
    at = said.get("annotation")
    return at if type(at) is int and at >= 0 else 0


def _results(mark: Annotation, key: str, n: int, text: str) -> Iterator[Node]:
    """A region with the note and the attributes; each piece of a mark is one."""
    span = mark.anchor.spans[n]
    place: Node = {"start": span.start, "end": span.end}
    yield _result(key, "label", LABELS, {**place, "text": span.of(text), "labels": [mark.label]})
    if mark.note:
        yield _result(key, "note", "textarea", {**place, "text": [mark.note]})
    if mark.attributes:
        yield _result(key, "attributes", "textarea", {**place, "text": [json_text(mark.attributes)]})


def _result(key: str, name: str, kind: str, value: Node) -> Node:
    return {"id": key, "from_name": name, "to_name": "text", "type": kind, "value": value}


def _given_back(raw: list[tuple[int, Node]], mark: Annotation, text: str) -> Items:
    """The results of a region as they were; where a person changed something here, as it is now."""
    was, span = region_said([result for _, result in raw]), mark.anchor.spans[0]
    is_there = was is not None and [was.begin, was.end] == [span.start, span.end] and was.label == mark.label
    notes = was is not None and was.note == mark.note
    attributes = was is not None and was.attributes == dict(mark.attributes)
    if is_there and notes and attributes:
        return [*raw]
    made = {result["from_name"]: result for result in _results(mark, str(raw[0][1]["id"]), 0, text)}
    found: Items = []
    for at, result in raw:
        if result.get("type") == LABELS and "label" in made:
            found.append((at, _moved(result, made.pop("label"))))
        elif result.get("type") == "textarea" and result.get("from_name") == "note":
            found += [(at, result if notes else made["note"])] if mark.note else []
            made.pop("note", None)
        elif attributes or not _is_of_attributes(result):
            found.append((at, result))
    if notes:
        made.pop("note", None)
    if attributes:
        made.pop("attributes", None)
    return [*found, *((None, one) for one in made.values())]


def _moved(result: Node, made: Node) -> Node:
    value = result.get("value")
    return {**result, "value": {**(value if isinstance(value, Mapping) else {}), **made["value"]}}


def _is_of_attributes(result: Node) -> bool:
    return result.get("type") in ("textarea", "choices")


def _says(raw: Node, made: Node) -> bool:
    start, end = (raw.get("to_id"), raw.get("from_id")) if raw.get("direction") == "left" else (
        raw.get("from_id"), raw.get("to_id"))  # fmt: skip
    return [start, end, [kind_of(raw)]] == [made["from_id"], made["to_id"], made["labels"]]


def _holds(options: ToolOptions) -> frozenset[F]:
    return HOLDS if options.whole else SHOWN | {F.ZERO_WIDTH, F.NOTES, F.ATTRIBUTES}


EXPORTER = Exporter(
    ID,
    "Label Studio",
    ".json",
    "application/json",
    Message("For data teams and volunteers who label in Label Studio; what they mark comes back."),
    ToolOptions,
    Profile(HOLDS, comes_back=True, instead=INSTEAD),
    write,
    losses,
    Beside(".labeling_config.xml", lambda _options: True, write_config, rb"<View>\n  <Relations>"),
    rb'\[\n\{"annotations":\[',
    _holds,
)
