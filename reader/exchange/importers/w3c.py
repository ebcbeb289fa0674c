"""W3C Web Annotation back: ours whole, and others' when the text they speak of is there.

The text of others is looked for beside the file: `NAME.txt` for `NAME.jsonld`, when all annotations have one source.
Contexts and pages are never fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers.flat import NotTaken, link_record, mark_record, source_of
from reader.exchange.importers.importer import BOM, SetImporter, decoded, is_newer
from reader.exchange.importers.linked import Closing
from reader.exchange.importers.musts import broken_rule, listed
from reader.exchange.records import RecordError, document_of, label_of, mapping_of
from reader.foreign_json import JsonError, parsed
from reader.messages import Message
from reader.model.dataset import Document, Problem
from reader.model.labels import Label
from reader.system_reasons import reason_of

VERSION = 2


@dataclass
class _File:
    """A parsed file: its annotations with the context that each stands under, and where a thing stands in it."""

    path: Path
    raw: str
    top: Any
    annotations: list[tuple[dict[str, Any], object]] = field(default_factory=list)

    def place(self, id: object) -> Message | None:
        """The line where `id` first stands."""
        at = self.raw.find(json.dumps(id, ensure_ascii=False)[1:-1]) if isinstance(id, str) and id else -1
        return Message("line {0}", self.raw.count("\n", 0, at) + 1) if at >= 0 else None

    def problem(self, annotation: dict[str, Any], reason: Message) -> Problem:
        """Return why an annotation was not taken; one without an id is named by its number."""
        id = annotation.get("id")
        if isinstance(id, str):
            return Problem(str(self.path), self.place(id), Message("annotation {0}: {1}", id, reason))
        number = next((n for n, (one, _) in enumerate(self.annotations, 1) if one is annotation), 1)
        return Problem(str(self.path), Message("annotation {0}", number), reason)

    def own(self, name: str) -> list[Any]:
        """Return one of our own terms of the collection."""
        return listed(self.top.get(name)) if isinstance(self.top, dict) else []


def _load(path: Path) -> _File:
    try:
        raw = path.read_bytes().removeprefix(BOM)
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error
    text = decoded(path, raw)
    try:
        file = _File(path, text, parsed(text))
    except JsonError as error:
        if not error.line:
            raise SetError("{0}: {1}", path, error.reason) from error
        raise SetError("{0}: line {1}, column {2}: {3}", path, error.line, error.column, error.reason) from error
    _check_version(file)
    file.annotations = _annotations(file.path, file.top)
    return file


def _check_version(file: _File) -> None:
    value = file.top.get("tilik") if isinstance(file.top, dict) else None
    name, _, version = str(value.get("format", "") if isinstance(value, dict) else "").partition("/")
    if name == "tilik-w3c" and is_newer(version, VERSION):
        raise SetError(
            "{0}: written by a newer Tilik ({1}); this one reads {2}",
            file.path,
            f"{name}/{version}",
            f"{name}/{VERSION}",
        )


def _annotations(path: Path, top: Any) -> list[tuple[dict[str, Any], object]]:
    """From a collection with its first page inside, a page, a list, or one annotation."""
    if isinstance(top, list):
        return [(a, a.get("@context")) for a in top if isinstance(a, dict)]
    if not isinstance(top, dict):
        raise SetError("{0}: line {1}: {2}", path, 1, Message("neither an annotation nor a list of them"))
    context, types = top.get("@context"), listed(top.get("type"))
    if "AnnotationCollection" in types:
        page = top.get("first")
        if not isinstance(page, dict):
            raise SetError("{0}: its pages are elsewhere ({1}); nothing is fetched", path, f"{page!r:.80}")
        top, types, context = page, ["AnnotationPage"], page.get("@context") or context
    if "AnnotationPage" not in types:
        return [(top, context)]
    return [(a, a.get("@context") or context) for a in listed(top.get("items")) if isinstance(a, dict)]


def read(path: Path) -> Iterator[Document | Problem]:
    """Yield one document an article; a `Problem` for each annotation that could not be taken."""
    file = _load(path)
    sound: list[dict[str, Any]] = []
    for annotation, context in file.annotations:
        rule = broken_rule(annotation, context)
        if rule:
            yield file.problem(annotation, rule)
        else:
            sound.append(annotation)
    made = list(_documents(file, sound))
    closing = Closing(str(path), {a.id for d in made if isinstance(d, Document) for a in d.annotations})
    for item in made:
        yield from (item,) if isinstance(item, Problem) else closing.once(item, None)


def labels(path: Path) -> tuple[Label, ...]:
    """Return the labels that our own sets define."""
    file = _load(path)
    try:
        found = [label_of(mapping_of(value, Message("a label"))) for value in file.own("labels")]
    except RecordError as error:
        raise SetError("{0}: labels: {1}", path, reason_of(error)) from error
    return tuple(sorted(found, key=lambda x: (x.position, x.id)))


def _documents(file: _File, annotations: list[dict[str, Any]]) -> Iterator[Document | Problem]:
    records: dict[str, dict[str, Any]] = {}
    by_source: dict[str, str] = {}
    for value in file.own("articles"):
        record = dict(value) if isinstance(value, dict) else {}
        records[str(record.get("id", ""))] = record | {"annotations": [], "relations": []}
    if not records:
        records, by_source = _beside(file, annotations)
    for annotation in annotations:
        try:
            _put(annotation, records, by_source)
        except NotTaken as error:
            yield file.problem(annotation, error.message)
    for record in records.values():
        yield from _document(file, record)


def _put(annotation: dict[str, Any], records: dict[str, dict[str, Any]], by_source: dict[str, str]) -> None:
    """Add an annotation to the record of its article, as a mark or as a link."""
    own = annotation.get("tilik")
    article = str(own.get("article", "")) if isinstance(own, dict) else by_source.get(source_of(annotation), "")
    is_link = "linking" in listed(annotation.get("motivation"))
    record = records.get(article)
    if record is None and is_link and len(records) == 1:
        record = next(iter(records.values()))
    if record is None or not isinstance(record.get("text"), str):
        raise NotTaken(
            "the text it speaks of ({0}) is not in the file", source_of(annotation) or article or Message("no source")
        )
    if is_link:
        record["relations"].append(link_record(annotation))
    else:
        record["annotations"].append(mark_record(annotation, record["text"]))


def _beside(file: _File, annotations: list[dict[str, Any]]) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """The one text that others ship beside their file."""
    beside = file.path.with_suffix(".txt")
    sources = {source_of(a) for a in annotations if "linking" not in listed(a.get("motivation"))}
    if len(sources) != 1 or not beside.is_file():
        return {}, {}
    source = sources.pop()
    text = decoded(beside, beside.read_bytes().removeprefix(BOM))
    address = source if source.startswith(("http://", "https://")) else ""
    record = {"text": text, "url": address, "source": beside.name, "annotations": [], "relations": []}
    return {source: record}, {source: source}


def _document(file: _File, record: dict[str, Any]) -> Iterator[Document | Problem]:
    if not isinstance(record.get("text"), str):
        name = record.get("title") or record.get("id")
        missing = Message("the text of “{0}” is not in the file", str(name))
        yield Problem(str(file.path), file.place(record.get("id")), missing)
        return
    try:
        document, refused = document_of(record)
    except RecordError as error:
        yield Problem(str(file.path), file.place(record.get("id")), error.message)
        return
    yield from (Problem(str(file.path), file.place(id), reason) for id, reason in refused)
    yield document


def knows(path: Path, head: bytes) -> bool:
    """Return true when the first bytes name the context or a class of the vocabulary."""
    words = (b"ns/anno.jsonld", b'"AnnotationCollection"', b'"AnnotationPage"', b'"Annotation"')
    return head[:1] in (b"{", b"[") and any(word in head for word in words)


IMPORTER = SetImporter("w3c", "W3C Web Annotation", (".jsonld", ".json"), knows, read, labels)
