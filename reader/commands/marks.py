"""`tilik annotate` and `tilik labels`. A mark is told only when it is durably stored."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reader import edits
from reader.commands import exits
from reader.commands.output import Output
from reader.commands.run import open_library
from reader.errors import AnchorError, NotFoundError, TilikError
from reader.model import Annotation, Label, Revision, Span

if TYPE_CHECKING:
    from reader.store import Library


class RequestError(TilikError):
    """A request that does not say what to mark."""


def annotation_record(a: Annotation) -> dict[str, Any]:
    """The contract's JSON object, with what its annotator said of it."""
    return {
        "annotation": a.id, "article": a.article_id, "label": a.label,
        "spans": [[s.start, s.end] for s in a.anchor.spans], "quote": a.anchor.quote, "note": a.note,
        "tags": list(a.tags), "annotator": a.annotator,
    }  # fmt: skip


def annotate(options: argparse.Namespace, out: Output) -> int:
    """One mark from the arguments, or a batch of them from stdin."""
    if options.batch:
        return _batch(options, out)
    if not options.article or not options.label:
        out.warn("annotate needs an ARTICLE and --label (or --batch)")
        return exits.USAGE
    request = {name: getattr(options, name) for name in _FIELDS} | {"tags": options.tag}
    with open_library(options) as library:
        _tell(_mark(library, request), options, out)
    return exits.DONE


_FIELDS = ("article", "label", "start", "end", "quote", "prefix", "suffix", "note", "annotator")


def _tell(made: Annotation, options: argparse.Namespace, out: Output) -> None:
    if options.ack:
        print(f"ACK {made.id}", flush=True)
    else:
        out.result(annotation_record(made), f"{made.id}\t{made.label}\t{made.anchor.quote}")


def _batch(options: argparse.Namespace, out: Output) -> int:
    """Requests as they come; a broken one is answered in its place and the rest goes on."""
    failed = 0
    with open_library(options) as library:
        texts = Texts(library)
        if options.ack:
            print("READY", flush=True)
        for number, line in enumerate(sys.stdin, 1):
            if not line.strip():
                continue
            try:
                _tell(_mark(library, _request(line, options), texts), options, out)
            except TilikError as error:
                failed += 1
                _refuse(number, error, out)
    return exits.SOME_FAILED if failed else exits.DONE


def _refuse(number: int, error: TilikError, out: Output) -> None:
    if out.json:
        out.result({"error": str(error), "line": number}, "")
    else:
        out.warn(f"line {number}: {error}")


def _request(line: str, options: argparse.Namespace) -> Mapping[str, Any]:
    """A request; what a line does not say is taken from the arguments."""
    try:
        found = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise RequestError(f"not JSON: {error}") from error
    if not isinstance(found, dict):
        raise RequestError("not a JSON object")
    if "tag" in found:
        found["tags"] = [found["tag"]] if isinstance(found["tag"], str) else found["tag"]
    given = {name: getattr(options, name) for name in ("article", "label", "annotator") if getattr(options, name)}
    return {**given, **found}


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


def _mark(library: Library, request: Mapping[str, Any], texts: Texts | None = None) -> Annotation:
    revision = (texts or Texts(library)).of(_text(request, "article"))
    label = _label(library.labels(), _text(request, "label"))
    spans = _spans(revision, request)
    tags = tuple(_strings(request.get("tags") or (), "tags"))
    edit = edits.highlight(
        revision, spans, label, _text(request, "annotator", ""), note=_text(request, "note", ""), tags=tags
    )
    library.apply(edit)
    made = edit.swaps[0].after
    assert isinstance(made, Annotation)
    return made


def _text(request: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = request.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, str) or (default is None and not value):
        raise RequestError(f"{name} is missing" if value is None else f"{name} is not a text: {value!r}")
    return value


def _strings(value: object, name: str) -> Sequence[str]:
    if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
        raise RequestError(f"{name} is not a list of texts: {value!r}")
    return list(value)


def _label(labels: Sequence[Label], name: str) -> Label:
    folded = name.casefold()
    for label in labels:
        if label.id == name or label.name.casefold() == folded:
            return label
    raise NotFoundError(f"there is no label {name!r}; there are {', '.join(x.id for x in labels)}")


def _spans(revision: Revision, request: Mapping[str, Any]) -> list[Span]:
    if request.get("spans") is not None:
        return [_span(revision, *_pair(p)) for p in _list(request["spans"])]
    if request.get("quote") is not None:
        sides = _text(request, "prefix", ""), _text(request, "suffix", "")
        return [locate(revision.text, _text(request, "quote"), *sides)]
    if request.get("start") is None or request.get("end") is None:
        raise RequestError("a mark needs --start and --end, or --quote")
    return [_span(revision, request["start"], request["end"])]


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
        raise RequestError(f"start and end are whole numbers, not {start!r} and {end!r}")
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


def labels(options: argparse.Namespace, out: Output) -> int:
    """The labels in their order."""
    with open_library(options, readonly=True) as library:
        for x in library.labels():
            record = {"label": x.id, "name": x.name, "key": x.key, "colour": x.colour, "underline": x.underline.value,
                      "builtin": x.builtin}  # fmt: skip
            out.result(record, f"{x.id}\t{x.name}\t{x.key}")
    return exits.DONE
