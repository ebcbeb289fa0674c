"""Where the annotations and articles of a W3C file stand: found in one pass that keeps places alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.json_stream import JsonStream
from reader.exchange.records.w3c_annotation import source_of
from reader.exchange.records.w3c_musts import ANNO, broken_rule, is_iri, listed
from reader.foreign_json import DECODER, whole_characters
from reader.messages import Message
from reader.model.dataset import Problem

_BETWEEN = " \t\r\n,"


@dataclass(slots=True)
class Range:
    """Bytes of a file that hold values one after the other, and the line of the first."""

    start: int
    end: int
    line: int


@dataclass(slots=True)
class Index:
    """`groups` are the annotations by the article or source that they speak of, `links` those that speak of none."""

    top: dict[str, Any] = field(default_factory=dict)
    groups: dict[str, list[Range]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    links: list[Range] = field(default_factory=list)
    articles: list[Range] = field(default_factory=list)
    last: list[Range] | None = None
    holder: dict[str, Any] = field(default_factory=dict)  # what a stranger's collection or page says of itself


def values_in(file: BinaryIO, where: Range) -> Iterator[tuple[int, Any]]:
    """Yield the line and the value of each that a range holds; it was read once, so that all of it is JSON."""
    file.seek(where.start)
    text, at, line = file.read(where.end - where.start).decode("utf-8"), 0, where.line
    while at < len(text):
        while at < len(text) and text[at] in _BETWEEN:
            line += text[at] == "\n"
            at += 1
        if at == len(text):
            return
        value, end = DECODER.raw_decode(text, at)
        yield line, whole_characters(value, text, at, end)
        line += text.count("\n", at, end)
        at = end


def scan(path: Path, index: Index) -> Iterator[Problem]:
    """Fill `index`; yield a `Problem` for each annotation that breaks a rule. Raises `SetError` with the place where
    the file stops being JSON, or when it is neither an annotation nor a list of them."""
    with door.opened(path) as file:
        found = _Scan(path, JsonStream(path, file), index)
        yield from found.whole()


class _Scan:
    def __init__(self, path: Path, stream: JsonStream, index: Index) -> None:
        self.path, self.stream, self.index = path, stream, index
        self.number = 0

    def whole(self) -> Iterator[Problem]:
        start = self.stream.peek()
        if start == "[":
            yield from self._annotations(None)
            self.stream.end()
        elif start == "{":
            yield from self._object()
        else:
            self.stream.value()
            raise self._no_set()

    def _no_set(self) -> SetError:
        return SetError("{0}: line {1}: {2}", self.path, 1, Message("neither an annotation nor a list of them"))

    def _object(self) -> Iterator[Problem]:
        top, start = self.index.top, self.stream.position
        page: dict[str, Any] = {}
        streamed = False
        for name in self.stream.members():
            opening = self.stream.peek()
            if name == "articles" and opening == "[":
                for line in self.stream.items():
                    self._keep(self.index.articles, line)
            elif name == "items" and opening == "[":
                streamed = True
                yield from self._annotations(top.get("@context") or ANNO)
            elif name == "first" and opening == "{":
                for inner in self.stream.members():
                    if inner == "items" and self.stream.peek() == "[":
                        streamed = True
                        yield from self._annotations(page.get("@context") or top.get("@context") or ANNO)
                    else:
                        page[inner] = self.stream.value()
            else:
                top[name] = self.stream.value()
        end = self.stream.position
        self.stream.end()
        yield from self._judge(page, start, end, streamed=streamed)

    def _judge(self, page: dict[str, Any], start: int, end: int, *, streamed: bool) -> Iterator[Problem]:
        """What the object as a whole was; known only now, since its members may come in any order."""
        top = self.index.top
        types = listed(top.get("type"))
        if streamed:
            if ANNO not in listed(page.get("@context") or top.get("@context") or ANNO):
                raise SetError("{0}: {1}", self.path, Message("its @context is not {0}", ANNO))
            self.index.holder = _facts(top) | ({"first": _facts(page)} if _facts(page) else {})
        elif "AnnotationCollection" in types and ANNO in listed(top.get("@context")) and _is_elsewhere(top):
            self.index.holder = _facts(top)
        elif "AnnotationCollection" in types:
            if top.get("tilik") is None or "first" in top:  # a newer version is told by who reads that
                raise SetError("{0}: its pages are elsewhere ({1}); nothing is fetched", self.path,
                               f"{top.get('first')!r:.80}")  # fmt: skip
        elif "AnnotationPage" not in types:
            yield from self._annotation(top, top.get("@context"), Range(start, end, 1))

    def _annotations(self, context: object) -> Iterator[Problem]:
        for line in self.stream.items():
            start = self.stream.position
            value = self.stream.value()
            if isinstance(value, dict):
                yield from self._annotation(
                    value, value.get("@context") or context, Range(start, self.stream.position, line)
                )

    def _annotation(self, value: dict[str, Any], context: object, where: Range) -> Iterator[Problem]:
        self.number += 1
        if rule := broken_rule(value, context):
            self.index.last = None
            yield self._problem(value, where.line, rule)
            return
        own = value.get("tilik")
        article = str(own.get("article", "")) if isinstance(own, dict) else ""
        if not article and "linking" in listed(value.get("motivation")):
            put(self.index, self.index.links, where)
            return
        source = source_of(value)
        if not (article or source):
            self.index.last = None
            yield self._problem(value, where.line, Message("it does not say what text it speaks of"))
            return
        key = article or source
        self.index.sources.setdefault(key, source)
        put(self.index, self.index.groups.setdefault(key, []), where)

    def _problem(self, value: dict[str, Any], line: int, reason: Message) -> Problem:
        id = value.get("id")
        named = Message("annotation {0}", id if isinstance(id, str) else self.number)
        return Problem(str(self.path), Message("line {0}", line), Message("{0}: {1}", named, reason))

    def _keep(self, ranges: list[Range], line: int) -> None:
        start = self.stream.position
        self.stream.value()
        ranges.append(Range(start, self.stream.position, line))


def _is_elsewhere(top: dict[str, Any]) -> bool:
    """Whether it is a stranger's collection whose first page has an address: it is kept, and nothing is fetched."""
    return is_iri(top.get("first")) and is_iri(top.get("id")) and "tilik" not in top


def _facts(holder: dict[str, Any]) -> dict[str, Any]:
    """What a collection or page says beside its context and what is read of it; nothing when that is its class only."""
    found = {name: value for name, value in holder.items() if name != "@context"}
    return found if found.keys() - {"type"} else {}


def put(index: Index, ranges: list[Range], where: Range) -> None:
    """Note where a value stands; one range goes on while annotations of one article follow each other."""
    if index.last is ranges:
        ranges[-1].end = where.end
    else:
        ranges.append(where)
    index.last = ranges
