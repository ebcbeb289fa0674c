"""What `tilik annotate` is asked to mark: from the arguments or from a line of a batch, checked before it is done."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reader.errors import AnchorError, NotFoundError, TilikError
from reader.foreign_json import JsonError, parsed
from reader.model.articles import Revision
from reader.model.labels import Label
from reader.model.spans import Span
from reader.text.invariants import frozen

if TYPE_CHECKING:
    from reader.store import Library

FIELDS = ("article", "label", "start", "end", "quote", "prefix", "suffix", "note", "annotator")
Request = Mapping[str, Any]
_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class RequestError(TilikError):
    """A request that does not say what to mark."""


def request_of(line: bytes, options: argparse.Namespace) -> Request:
    """The request in a line of JSON; what it does not say is taken from the arguments. Raises `RequestError`."""
    try:
        found = parsed(_decoded(line))
    except JsonError as error:
        raise RequestError(f"{error.reason} at column {error.column}" if error.column else error.reason) from error
    if not isinstance(found, dict):
        raise RequestError("not a JSON object")
    if "tag" in found:
        found["tags"] = [found["tag"]] if isinstance(found["tag"], str) else found["tag"]
    given = {name: getattr(options, name) for name in ("article", "label", "annotator") if getattr(options, name)}
    return {**given, **found}


def _decoded(line: bytes) -> str:
    """The line as text, without the mark that some shells put before the first. Raises `RequestError`."""
    if line.startswith(_WIDE) or b"\x00" in line:
        raise RequestError("this is UTF-16; a batch must be UTF-8")
    try:
        return line.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise RequestError(f"not UTF-8 text ({error.reason} at byte {error.start})") from error


class Texts:
    """The texts of a batch: each article is read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: dict[str, Revision] = {}

    def of(self, name: str) -> Revision:
        """The current text of the article called `name`."""
        if name not in self._found:
            article = self._library.article(self._library.find(name))
            self._found[name] = self._library.revision(article.revision_id)
        return self._found[name]


def text_of(request: Request, name: str, default: str | None = None) -> str:
    """A text as it may be stored, see `frozen`. Raises `RequestError` when it is none, or missing with no default."""
    value = request.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, str) or (default is None and not value):
        raise RequestError(f"{name} is missing" if not value else f"{name} is not a text: {value!r}")
    return frozen(value)


def tags_of(request: Request) -> tuple[str, ...]:
    """Its tags: stripped, without repeats. Raises `RequestError` for anything but a list of texts."""
    value = request.get("tags") or ()
    if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
        raise RequestError(f"tags is not a list of texts: {value!r}")
    return tuple(dict.fromkeys(frozen(v).strip() for v in value if v.strip()))


def label_of(labels: Sequence[Label], name: str) -> Label:
    """The label of that id or name. Raises `NotFoundError` naming those there are."""
    folded = name.casefold()
    for label in labels:
        if label.id == name or label.name.casefold() == folded:
            return label
    raise NotFoundError(f"there is no label {name!r}; there are {', '.join(x.id for x in labels)}")


def spans_of(revision: Revision, request: Request) -> list[Span]:
    """Where to mark, by exactly one of `spans`, `quote`, `start` and `end`.

    Raises `RequestError` for none or several ways at once, `AnchorError` for a place or a quote that is not there.
    """
    numbers = request.get("start") is not None or request.get("end") is not None
    if sum((numbers, request.get("quote") is not None, request.get("spans") is not None)) != 1:
        raise RequestError("a mark needs --start and --end, or --quote, and not both")
    if request.get("spans") is not None:
        return [_span(revision, *_pair(p)) for p in _list(request["spans"])]
    if not numbers:
        sides = text_of(request, "prefix", ""), text_of(request, "suffix", "")
        return [locate(revision.text, text_of(request, "quote"), *sides)]
    return [_span(revision, request.get("start"), request.get("end"))]


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise RequestError(f"spans is not a list of [start, end]: {value!r}")
    return value


def _pair(value: object) -> tuple[Any, Any]:
    if not isinstance(value, list) or len(value) != 2:
        raise RequestError(f"not [start, end]: {value!r}")
    return value[0], value[1]


def _span(revision: Revision, start: object, end: object) -> Span:
    if type(start) is not int or type(end) is not int:
        raise RequestError(f"--start and --end are both needed, as whole numbers, not {start!r} and {end!r}")
    if not 0 <= start < end <= len(revision.text):
        raise AnchorError(f"[{start}, {end}) is no place in this text of {len(revision.text)} characters")
    return Span(start, end)


def locate(text: str, quote: str, prefix: str = "", suffix: str = "") -> Span:
    """The one place where `quote` stands between `prefix` and `suffix`. Raises `AnchorError` for none or several."""
    found, position = [], text.find(quote)
    while position >= 0:
        end = position + len(quote)
        if text.endswith(prefix, 0, position) and text.startswith(suffix, end):
            found.append(Span(position, end))
        position = text.find(quote, position + 1)
    if len(found) != 1:
        say = "does not stand" if not found else f"stands {len(found)} times"
        raise AnchorError(f"{quote!r} {say} in this text" + ("; say --prefix or --suffix" if found else ""))
    return found[0]
