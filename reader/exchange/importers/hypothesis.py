"""Hypothesis: the file that its client exports (`annotations`), and the answer of its interface for programs (`rows`).

The file is gone through twice, as with W3C Web Annotation, so that nothing is held but the marks of one page. Its
offsets are UTF-16 units of the page as the browser has it: words count, numbers only say which of equal words are
meant. Page notes, replies and marks without words are kept whole with the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.annotation_index import Index, Range, put, values_in
from reader.exchange.importers.first_names import first_names
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter
from reader.exchange.importers.json_stream import JsonStream
from reader.exchange.importers.w3c import text_beside
from reader.exchange.records.fields import RecordError, text
from reader.exchange.records.hypothesis import DUBLIN, ID, address_of, label_and_tags, place_in, who
from reader.exchange.records.kept import KEPT
from reader.exchange.records.w3c_musts import listed
from reader.messages import Message
from reader.model.dataset import Problem
from reader.system_reasons import reason_of

_LISTS = ("annotations", "rows")
_NOT_OURS = {b"@context", b"tilik"}
_EXPORTED = {b"export_userid", b"client_version"}
_ROWS = re.compile(rb'"rows"\s*:\s*\[')
_Node = Mapping[str, Any]


def read(path: Path) -> SetFile:
    """Return the file as one document a page, and a `Problem` for each annotation that cannot be read."""
    return SetFile(path, ID, _items(path))


def _items(path: Path) -> Iterator[RawDocument | Problem]:
    index = Index()
    try:
        with door.opened(path) as file:
            yield from _scan(path, JsonStream(path, file), index)
        beside = text_beside(path) if len(index.groups) == 1 else {}
        with door.opened(path) as file:
            for address, ranges in index.groups.items():
                yield _document(file, address, ranges, beside, path)
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error


def _scan(path: Path, stream: JsonStream, index: Index) -> Iterator[Problem]:
    if stream.peek() != "{":
        raise SetError("{0}: line {1}: {2}", path, 1, Message("neither an export of Hypothesis nor an answer of it"))
    found = False
    for name in stream.members():
        if name in _LISTS and stream.peek() == "[":
            found = True
            yield from _annotations(path, stream, index)
        else:
            stream.value()
    stream.end()
    if not found:
        raise SetError("{0}: it has no list of {1}", path, " / ".join(_LISTS))


def _annotations(path: Path, stream: JsonStream, index: Index) -> Iterator[Problem]:
    for number, line in enumerate(stream.items(), 1):
        start, value = stream.position, stream.value()
        try:
            address = address_of(value)
        except RecordError as error:
            index.last = None
            id = value.get("id") if isinstance(value, dict) else None
            reason = Message("{0}: {1}", Message("annotation {0}", str(id or number)), error.message)
            yield Problem(str(path), Message("line {0}", line), reason)
            continue
        put(index, index.groups.setdefault(address, []), Range(start, stream.position, line))


def _document(file: BinaryIO, address: str, ranges: Sequence[Range], beside: _Node, path: Path) -> RawDocument:
    marks: list[_Node] = []
    kept: list[_Node] = []
    named: dict[str, str] = {}
    for where in ranges:
        for _line, one in values_in(file, where):
            named = named or _named(one)
            place = None if one.get("references") else place_in(one)
            if place is None:
                kept.append(one)
            else:
                marks.append(_mark(one) | place)
    record = {"id": address or path.stem, "url": address, "title": path.stem if not address else None, **named,
              **beside, "annotations": marks, **({KEPT: kept} if kept else {})}  # fmt: skip
    return RawDocument(record, Message("line {0}", ranges[0].line))


def _named(one: _Node) -> dict[str, str]:
    """What it says of the page: its title, and where else than under a name of its own it stands."""
    values = one.get("document")
    page = values if isinstance(values, dict) else {}
    title = next((x for x in listed(page.get("title")) if isinstance(x, str) and x.strip()), "")
    hrefs = [link.get("href") for link in listed(page.get("link")) if isinstance(link, dict)]
    values = page.get("dc")
    facts = {ours: found for ours, theirs in DUBLIN.items() if (found := _first(values, theirs))}
    address = "" if str(one.get("uri", "")).startswith("http") else next((h for h in hrefs if _is_web(h)), "")
    return facts | ({"title": title} if title else {}) | ({"url": str(address)} if address else {})


def _first(values: object, name: str) -> str:
    some = listed(values.get(name)) if isinstance(values, dict) else []
    return next((one for one in some if isinstance(one, str) and one), "")


def _is_web(address: object) -> bool:
    return isinstance(address, str) and address.startswith(("http://", "https://"))


def _mark(one: _Node) -> dict[str, Any]:
    label, tags = label_and_tags(one)
    return {
        "id": str(one.get("id") or ""), "label": label, "tags": tags, "note": text(one, "text"),
        "annotator": who(one), "created": one.get("created"), "modified": one.get("updated"),
        "extra": {ID: dict(one)},
    }  # fmt: skip


def knows(_path: Path, head: bytes) -> bool:
    """Return true for the two shapes by what their first lines name."""
    names = first_names(head) if head[:1] == b"{" else frozenset()
    if not names or names & _NOT_OURS:
        return False
    answered = _ROWS.search(head) is not None and (b'"selector"' in head or b'"uri"' in head)
    return (b"annotations" in names and bool(names & _EXPORTED)) or (b"rows" in names and answered)


IMPORTER = SetImporter(ID, "Hypothesis", (".json",), knows, read)
