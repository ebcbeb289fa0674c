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
from reader.system_reasons import complaint
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
    """Return the request in a line of JSON; what it does not say is taken from the arguments. Raises `RequestError`."""
    try:
        found = parsed(_decoded(line))
    except JsonError as error:
        raise RequestError("{0}", error.reason_at_column) from error
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
        raise RequestError("not UTF-8 text ({0} at byte {1})", complaint(error.reason), error.start) from error


class Texts:
    """The texts of a batch: each article is read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: dict[str, Revision] = {}

    def of(self, name: str) -> Revision:
        """Return the current text of the article called `name`."""
        if name not in self._found:
            article = self._library.article(self._library.find(name))
            self._found[name] = self._library.revision(article.revision_id)
        return self._found[name]


def text_of(request: Request, name: str, default: str | None = None) -> str:
    """Return A text as it may be stored, see `frozen`. Raises `RequestError` when it is none, or missing with no
    default."""
    value = request.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, str) or (default is None and not value):
        raise RequestError("{0} is missing" if not value else "{0} is not a text: {1}", name, repr(value))
    return frozen(value)


def tags_of(request: Request) -> tuple[str, ...]:
    """Return its tags: stripped, without repeats. Raises `RequestError` for anything but a list of texts."""
    value = request.get("tags") or ()
    if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
        raise RequestError("tags is not a list of texts: {0}", repr(value))
    return tuple(dict.fromkeys(frozen(v).strip() for v in value if v.strip()))


def label_of(labels: Sequence[Label], name: str) -> Label:
    """Return the label of that id or name. Raises `NotFoundError` naming those there are."""
    folded = name.casefold()
    for label in labels:
        if label.id == name or label.name.casefold() == folded:
            return label
    raise NotFoundError("there is no label {0}; there are {1}", repr(name), ", ".join(x.id for x in labels))


def spans_of(revision: Revision, request: Request) -> list[Span]:
    """Return where to mark, by exactly one of `spans`, `quote`, `start` and `end`.

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
        raise RequestError("spans is not a list of [start, end]: {0}", repr(value))
    return value


def _pair(value: object) -> tuple[Any, Any]:
    if not isinstance(value, list) or len(value) != 2:
        raise RequestError("not [start, end]: {0}", repr(value))
    return value[0], value[1]


def _span(revision: Revision, start: object, end: object) -> Span:
    if type(start) is not int or type(end) is not int:
        raise RequestError(
            "--start and --end are both needed, as whole numbers, not {0} and {1}", repr(start), repr(end)
        )
    if not 0 <= start < end <= len(revision.text):
        raise AnchorError("[{0}, {1}) is no place in this text of {2} characters", start, end, len(revision.text))
    return Span(start, end)


def locate(text: str, quote: str, prefix: str = "", suffix: str = "") -> Span:
    """Return the one place where `quote` stands between `prefix` and `suffix`, see `places_of`. Raises `AnchorError`
    for none or several."""
    from reader.text.quoted import places_of  # other commands need none of it

    found = places_of(text, quote, prefix, suffix)
    if len(found) != 1:
        if not found:
            raise AnchorError("{0} does not stand in this text", repr(quote))
        raise AnchorError("{0} stands {1} times in this text; say --prefix or --suffix", repr(quote), len(found))
    return found[0]
