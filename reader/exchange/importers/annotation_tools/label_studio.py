"""Label Studio's JSON back: ours whole with what was marked there since, and tasks of others.

The file is read task by task. What Label Studio says and we have no place for is kept as it came, under the id of the
format, and goes back there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.first_names import first_names
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter
from reader.exchange.importers.json_stream import JsonStream
from reader.exchange.records.fields import RecordError, objects
from reader.exchange.records.label_studio import (
    ID,
    LABELS,
    RELATION,
    TEXT_KEY,
    TILIK,
    Region,
    kind_of,
    region_key,
    region_said,
)
from reader.exchange.records.remainder import ToolLink, ToolMark, is_of, rest_of, together
from reader.messages import Message
from reader.model.dataset import Problem
from reader.system_reasons import reason_of

Node = dict[str, Any]
_LARGEST_TASK = 1 << 26  # bytes of a file that is one task
_LISTS = ("annotations", "completions", "predictions")
_WORDS = [f'"{name}"'.encode() for name in _LISTS]


def read(path: Path) -> SetFile:
    """Return the file as one document a task."""
    return SetFile(path, ID, _items(path))


def _items(path: Path) -> Iterator[RawDocument | Problem]:
    try:
        with door.opened(path) as file:
            stream = JsonStream(path, file)
            for number, value in enumerate(_values(path, stream), 1):
                yield from _documents(path, number, value)
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error


def _values(path: Path, stream: JsonStream) -> Iterator[Any]:
    start = stream.peek()
    if start not in ("[", "{"):
        stream.value()
        raise SetError("{0}: line {1}: {2}", path, 1, Message("neither a task of Label Studio nor a list of them"))
    if start == "{":
        yield stream.value()
    else:
        for _ in stream.items():
            yield stream.value()
    stream.end()


def _documents(path: Path, number: int, value: Any) -> Iterator[RawDocument | Problem]:
    place = Message("task {0}", number)
    try:
        if not isinstance(value, dict):
            raise RecordError("{0} is not an object", Message("the task"))
        task = _Task(value)
        yield from (Problem(str(path), place, reason) for reason in task.problems)
        rest = _rest(value)
        if rest is not None and is_of(rest, task.text):
            yield RawDocument(together(rest, task.text, task.marks(), task.links()), place, ours=True)
            return
        if rest is not None:
            yield Problem(str(path), place, Message("its text was changed elsewhere; it is taken as a text of others"))
        yield RawDocument(task.record(), place)
    except RecordError as error:
        yield Problem(str(path), place, error.message)


def _rest(task: Node) -> Mapping[str, Any] | None:
    meta = task.get("meta")
    return rest_of(meta.get(TILIK)) if isinstance(meta, dict) else None


class _Task:
    """One task: its text, its regions by annotation and id, its relations, and what is neither."""

    def __init__(self, task: Node) -> None:
        self.problems: list[Message] = []
        self._task = task
        self._data = task.get("data")
        if not isinstance(self._data, dict):
            raise RecordError("a task has no “data”")
        self._list = next((name for name in _LISTS if _has_results(task.get(name))), "annotations")
        self._annotations = list(objects(task, self._list)) if isinstance(task.get(self._list), list) else []
        self._regions: dict[tuple[int, str], list[list[Any]]] = {}
        self._relations: list[tuple[int, int, Node]] = []
        self._others: dict[int, list[list[Any]]] = {}
        for at, annotation in enumerate(self._annotations):
            self._sort(at, annotation)
        self._said = {key: said for key, some in self._regions.items() if (said := region_said([r for _, r in some]))}
        self._text_key = _text_key(self._data, self._said.values())
        self.text: str = self._data[self._text_key]

    def _sort(self, at: int, annotation: Mapping[str, Any]) -> None:
        results = annotation.get("result")
        listed = [[n, one] for n, one in enumerate(results if isinstance(results, list) else [])]
        labelled = {r["id"] for _, r in listed if _is_region(r)}
        for n, result in listed:
            if isinstance(result, dict) and isinstance(result.get("id"), str) and result["id"] in labelled:
                self._regions.setdefault((at, result["id"]), []).append([n, result])
            elif isinstance(result, dict) and result.get("type") == RELATION:
                self._relations.append((at, n, result))
            else:
                self._others.setdefault(at, []).append([n, result])
                if isinstance(result, dict) and str(result.get("type")).endswith(LABELS):
                    self.problems.append(Message("region {0} is no place in a plain text; it was not taken",
                                                 str(result.get("id"))))  # fmt: skip

    # -- ours ---------------------------------------------------------------------------------------------------------

    def marks(self) -> Iterator[ToolMark]:
        for (at, id), said in self._said.items():
            given = {"note": said.note, "attributes": said.attributes}
            yield ToolMark(region_key(at, id), said.label, [[said.begin, said.end]], given)

    def links(self) -> Iterator[ToolLink]:
        for at, _, relation in self._relations:
            start, end = _ends(relation)
            kind = kind_of(relation)
            ends = [region_key(at, start), region_key(at, end)]
            yield ToolLink("\n".join((*ends, kind)), kind, [("from", ends[0]), ("to", ends[1])])

    # -- others' ------------------------------------------------------------------------------------------------------

    def record(self) -> Node:
        """A record of others, with what we have no place for under names of Label Studio."""
        data = self._data
        assert isinstance(data, dict)
        relations = [self._relation(*one) for one in self._relations if self._joins(*one)]
        kept = [{**{k: v for k, v in one.items() if k != "result"}, **({"other": self._others[at]} if at in self._others
                else {})} for at, one in enumerate(self._annotations)]  # fmt: skip
        task = {**self._task, "data": {k: v for k, v in data.items() if k != self._text_key}}
        if self._list in self._task:
            task[self._list] = kept
        found: Node = {
            "text": self.text, "annotations": [self._annotation(*key, said) for key, said in self._said.items()],
            "relations": relations, "task": task, "text_key": self._text_key, "list": self._list,
            "id": str(self._task["id"]) if isinstance(self._task.get("id"), int | str) else None,
        }  # fmt: skip
        for ours, names in (("title", ("title", "headline")), ("url", ("url", "link"))):
            found[ours] = next((data[name] for name in names if isinstance(data.get(name), str) and data[name]), None)
        return {name: value for name, value in found.items() if value is not None}

    def _annotation(self, at: int, id: str, said: Region) -> Node:
        one = self._annotations[at]
        return {
            "id": region_key(at, id), "label": said.label, "begin": said.begin, "end": said.end, "quote": said.quote,
            "note": said.note, "attributes": said.attributes, "tags": list(said.labels[1:]),
            "labels": list(said.labels[1:]) or None,
            "created": one.get("created_at") if isinstance(one.get("created_at"), str) else None,
            "annotator": _who(one), "results": self._regions[at, id], "annotation": at,
        }  # fmt: skip

    def _joins(self, at: int, n: int, relation: Node) -> bool:
        if all((at, id) in self._said for id in _ends(relation)):
            return True
        self._others.setdefault(at, []).append([n, relation])
        self.problems.append(Message("a relation joins what is no region of the text; it was not taken"))
        return False

    def _relation(self, at: int, n: int, relation: Node) -> Node:
        start, end = _ends(relation)
        return {"type": kind_of(relation), "from": region_key(at, start), "to": region_key(at, end),
                "annotation": at, "result": [n, relation]}  # fmt: skip


def _has_results(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) and one.get("result") for one in value)


def _is_region(result: Any) -> bool:
    return region_said([result]) is not None and isinstance(result.get("id"), str)


def _ends(relation: Node) -> tuple[str, str]:
    start, end = str(relation.get("from_id")), str(relation.get("to_id"))
    return (end, start) if relation.get("direction") == "left" else (start, end)


def _who(annotation: Mapping[str, Any]) -> str:
    who = annotation.get("completed_by", annotation.get("model_version"))
    if isinstance(who, dict):
        who = who.get("email") or who.get("username") or who.get("id")
    return str(who) if who not in (None, "") else ""


def _text_key(data: Node, regions: Any) -> str:
    """The name under which the text stands: `text`, else the one whose words the regions quote, else the longest."""
    names = [name for name, value in data.items() if isinstance(value, str)]
    if not names:
        raise RecordError("a task has no text")
    quoted = next((said for said in regions if said.quote), None)
    fitting = [n for n in names if quoted is not None and data[n][quoted.begin : quoted.end] == quoted.quote]
    if TEXT_KEY in names and (not fitting or TEXT_KEY in fitting):
        return TEXT_KEY
    return max(fitting or names, key=lambda name: len(data[name]))


def knows(path: Path, head: bytes) -> bool:
    """Return true when the first value is a task: an object with “data” and a list of annotations or predictions."""
    is_one = head[:1] == b"{"
    if head[:1] not in (b"[", b"{") or not any(word in head for word in (b'"data"', *([] if is_one else _WORDS))):
        return False
    try:
        if is_one and (b"@context" in first_names(head) or door.size(path) > _LARGEST_TASK):
            return False
        with door.opened(path) as file:
            first = next(_values(path, JsonStream(path, file)), None)
    except (SetError, OSError):
        return False
    return isinstance(first, dict) and isinstance(first.get("data"), dict) and any(name in first for name in _LISTS)


IMPORTER = SetImporter(ID, "Label Studio", (".json",), knows, read)
