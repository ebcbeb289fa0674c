"""XML of strangers as a tree: without a document type, so that no entity is filled in and nothing is looked up, and
within a depth."""

from __future__ import annotations

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
    """A tree that is not built past a depth."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise XmlError("it is nested too deeply")
        self.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def finish(self, name: str) -> None:
        self._depth -= 1
        self.end(_named(name))


def tree(data: bytes) -> Element:
    """Return the root of the XML in `data`, names with their namespaces as `{space}name`. Raises `XmlError`."""
    builder, parser = _Depth(), expat.ParserCreate("utf-8" if _is_utf8(data) else None, _APART)
    parser.StartElementHandler, parser.EndElementHandler = builder.begin, builder.finish
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = Message(
            "line {0}, column {1}: not XML: {2}", error.lineno, error.offset, expat.ErrorString(error.code)
        )
        raise XmlError("{0}", reason) from error
    except (UnicodeDecodeError, LookupError) as error:
        raise XmlError("{0}", Message("not XML: {0}", str(error))) from error
    found: Element = builder.close()
    return found


def _refuse(*_: object) -> NoReturn:
    raise XmlError("it has a DOCTYPE, which no file of this kind has; it was not read")


def _is_utf8(data: bytes) -> bool:
    return b"encoding" not in data[:200]


def _named(name: str) -> str:
    space, apart, local = name.rpartition(_APART)
    return f"{{{space}}}{local}" if apart else name
