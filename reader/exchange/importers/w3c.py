"""W3C Web Annotation back: ours whole, and others' whose text is beside them, or in the library.

The file is gone through twice: once to see what stands where, by its articles, and once to read each article with its
annotations; so nothing is held but an article. The text of others is looked for beside the file: `NAME.txt` for
`NAME.jsonld`, when all annotations have one source. Contexts and pages are never fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.annotation_index import Index, Range, scan, values_in
from reader.exchange.importers.importer import BOM, RawDocument, SetFile, SetImporter, decoded, is_newer
from reader.exchange.records.kept import HOLDERS, KEPT
from reader.exchange.records.w3c_annotation import NotTaken, NoWords, as_it_came, link_record, mark_record
from reader.exchange.records.w3c_musts import listed
from reader.messages import Message
from reader.model.dataset import Problem
from reader.system_reasons import reason_of

VERSION = 2


def read(path: Path) -> SetFile:
    """Return the file as one document an article, and a `Problem` for each annotation that breaks a rule."""
    return SetFile(path, "w3c", _items(path))


def _items(path: Path) -> Iterator[RawDocument | Problem]:
    index = Index()
    try:
        yield from scan(path, index)
        ours = _is_ours(path, index)
        with door.opened(path) as file:
            yield from _Reading(path, index, ours, file).documents()
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error


def _is_ours(path: Path, index: Index) -> bool:
    value = index.top.get("tilik")
    name, _, version = str(value.get("format", "") if isinstance(value, dict) else "").partition("/")
    if name == "tilik-w3c" and is_newer(version, VERSION):
        theirs, ours = f"{name}/{version}", f"{name}/{VERSION}"
        raise SetError("{0}: written by a newer Tilik ({1}); this one reads {2}", path, theirs, ours)
    return name == "tilik-w3c"


@dataclass
class _Reading:
    """The second time: each article with its annotations, by the places that were found."""

    path: Path
    index: Index
    ours: bool
    file: Any
    problems: list[Problem] = field(default_factory=list)

    def documents(self) -> Iterator[RawDocument | Problem]:
        others = {name: value for name, value in self.index.top.items() if name == "labels"}
        if others:
            yield RawDocument(others, Message("labels"), self.ours, is_article=False)
        for where in self.index.articles:
            for line, article in values_in(self.file, where):
                record = dict(article) if isinstance(article, dict) else {}
                key = str(record.get("id", ""))
                yield from self._document(record, line, self.index.groups.pop(key, []))
        alone = text_beside(self.path) if len(self.index.groups) == 1 and not self.index.articles else {}
        links = self.index.links if len(self.index.groups) == 1 else []
        holders = {} if self.ours or not self.index.holder else {HOLDERS: [self.index.holder]}
        if holders and not self.index.groups:
            yield from self._document({**_named_as(self.index.holder), **holders}, 1, [])
        for key in list(self.index.groups):
            ranges = self.index.groups.pop(key)
            named = _named(key, self.index.sources.get(key, ""))
            yield from self._document({**named, **alone, **holders}, 0, ranges + links)
            holders = {}
        if self.index.links and not links:
            yield from self._document({}, 0, self.index.links, is_article=False)

    def _document(
        self, record: dict[str, Any], line: int, ranges: list[Range], *, is_article: bool = True
    ) -> Iterator[RawDocument | Problem]:
        marks: list[Any] = []
        orphans: list[Any] = []
        kept: list[Any] = []
        links: list[Any] = list(record.get("relations") or ()) if isinstance(record.get("relations"), list) else []
        for where in ranges:
            for at, annotation in values_in(self.file, where):
                if _is_kept(annotation):  # its article has it
                    continue
                try:
                    is_link = "linking" in listed(annotation.get("motivation"))
                    made = (link_record if is_link else mark_record)(annotation)
                    (links if is_link else orphans if "revision" in made else marks).append(made)
                except NoWords:
                    kept.append(as_it_came(annotation))
                except NotTaken as error:
                    reason = Message("annotation {0}: {1}", str(annotation.get("id")), error.message)
                    yield Problem(str(self.path), Message("line {0}", at), reason)
        if marks or links or is_article:
            line = line or (ranges[0].line if ranges else 1)
            told = record | {"annotations": marks, "orphans": orphans, "relations": links}
            told |= {KEPT: kept} if kept else {}
            yield RawDocument(told, Message("line {0}", line), self.ours, is_article=is_article)


def text_beside(path: Path) -> dict[str, Any]:
    """Return the one text that others ship beside their file, as a record has it."""
    beside = path.with_suffix(".txt")
    if not door.is_file(beside):
        return {}
    with door.opened(beside) as file:
        raw = file.read()
    return {"text": decoded(beside, raw.removeprefix(BOM)), "source": beside.name}


def _named(key: str, source: str) -> dict[str, Any]:
    """What is known of a text by the annotations that speak of it: where it is."""
    is_address = source.startswith(("http://", "https://"))
    return {"id": key, "url": source if is_address else "", "source": source}


def _named_as(holder: dict[str, Any]) -> dict[str, Any]:
    """A collection whose pages are elsewhere, as what is to be fetched."""
    id, label = str(holder.get("id", "")), holder.get("label")
    return {**_named(id, id), "title": label if isinstance(label, str) else id}


def _is_kept(annotation: dict[str, Any]) -> bool:
    own = annotation.get("tilik")
    return isinstance(own, dict) and own.get(KEPT) is True


def knows(path: Path, head: bytes) -> bool:
    """Return true when the first bytes name the context or a class of the vocabulary."""
    words = (b"ns/anno.jsonld", b'"AnnotationCollection"', b'"AnnotationPage"', b'"Annotation"')
    return head[:1] in (b"{", b"[") and any(word in head for word in words)


IMPORTER = SetImporter("w3c", "W3C Web Annotation", (".jsonld", ".json"), knows, read)
