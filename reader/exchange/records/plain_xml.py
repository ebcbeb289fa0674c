"""XML of strangers as a tree: without a document type, so that no entity is filled in and nothing is looked up, and
within a depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from reader.errors import MessageError
from reader.messages import Message

DEEPEST = 200
_APART = "\x01"  # between a namespace and a name, as expat gives them


class XmlError(MessageError, ValueError):
    """Bytes that cannot be read as XML, or that we refuse to read; the message says why and where."""


class _Depth(TreeBuilder):
    """A tree that is not built past a depth. Below `cut` levels each element is a tree of its own: `done` has those
    that have ended, with the names of what they stand in, and what stands above is not kept."""

    def __init__(self, cut: int = 0) -> None:
        super().__init__()
        self.done: list[tuple[tuple[str, ...], Element]] = []
        self._cut, self._path = cut, list[str]()
        self._inner: TreeBuilder | None = None

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= DEEPEST:
            raise XmlError("it is nested too deeply")
        tag = _named(name)
        self._path.append(tag)
        record = {_named(key): value for key, value in attributes.items()}
        if not self._cut:
            self.start(tag, record)
        elif len(self._path) > self._cut:
            self._inner = self._inner or TreeBuilder()
            self._inner.start(tag, record)
        else:
            self.done.append((tuple(self._path[:-1]), Element(tag, record)))

    def finish(self, name: str) -> None:
        if not self._cut:
            self.end(_named(name))
        elif self._inner is not None:
            self._inner.end(_named(name))
            if len(self._path) == self._cut + 1:
                self.done.append((tuple(self._path[:-1]), self._inner.close()))
                self._inner = None
        self._path.pop()

    def words(self, data: str) -> None:
        if not self._cut:
            self.data(data)
        elif self._inner is not None:
            self._inner.data(data)


def tree(data: bytes) -> Element:
    """Return the root of the XML in `data`, names with their namespaces as `{space}name`. Raises `XmlError`."""
    builder = _Depth()
    _fed(_parser(builder, _encoding(data)), data, final=True)
    found: Element = builder.close()
    return found


def elements(chunks: Iterable[bytes], depth: int) -> Iterator[tuple[tuple[str, ...], Element]]:
    """Yield the elements that stand `depth` levels deep, each whole, and the names of what they stand in; those above
    them as soon as they begin, without what is in them. Nothing else is held. Raises `XmlError`."""
    builder = _Depth(depth)
    parser = None
    for chunk in chunks:
        parser = parser or _parser(builder, _encoding(chunk))
        _fed(parser, chunk, final=False)
        yield from builder.done
        builder.done.clear()
    _fed(parser or _parser(builder, None), b"", final=True)
    yield from builder.done


def _parser(builder: _Depth, encoding: str | None) -> expat.XMLParserType:
    parser = expat.ParserCreate(encoding, _APART)
    parser.StartElementHandler, parser.EndElementHandler = builder.begin, builder.finish
    parser.CharacterDataHandler = builder.words
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    return parser


def _fed(parser: expat.XMLParserType, data: bytes, *, final: bool) -> None:
    try:
        parser.Parse(data, final)
    except expat.ExpatError as error:
        reason = Message(
            "line {0}, column {1}: not XML: {2}", error.lineno, error.offset, expat.ErrorString(error.code)
        )
        raise XmlError("{0}", reason) from error
    except (UnicodeDecodeError, LookupError) as error:
        raise XmlError("{0}", Message("not XML: {0}", str(error))) from error


def _refuse(*_: object) -> NoReturn:
    raise XmlError("it has a DOCTYPE, which no file of this kind has; it was not read")


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the file names no other."""
    return None if b"encoding" in data[:200] else "utf-8"


def local(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]


def _named(name: str) -> str:
    space, apart, local = name.rpartition(_APART)
    return f"{{{space}}}{local}" if apart else name
