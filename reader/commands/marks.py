"""`tilik annotate` and `tilik labels`. A mark is reported only when it is durably stored."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from reader.commands import exits
from reader.commands.batch import Batch
from reader.commands.opening import open_library
from reader.commands.output import Output
from reader.commands.requests import FIELDS
from reader.errors import TilikError
from reader.model.annotations import Annotation

if TYPE_CHECKING:
    from reader.store import Library


def annotation_record(a: Annotation) -> dict[str, Any]:
    """Return the contract's JSON object, with what its annotator said of it."""
    return {
        "annotation": a.id, "article": a.article_id, "label": a.label,
        "spans": [[s.start, s.end] for s in a.anchor.spans], "quote": a.anchor.quote, "note": a.note,
        "tags": list(a.tags), "annotator": a.annotator,
    }  # fmt: skip


def annotate(options: argparse.Namespace, out: Output) -> int:
    """Return one mark from the arguments, or a batch of them from stdin."""
    if options.batch:
        return _batch(options, out)
    if not options.article or not options.label:
        out.error("annotate needs an ARTICLE and --label (or --batch)")
        return exits.USAGE
    request = {name: getattr(options, name) for name in FIELDS} | {"tags": options.tag}
    with open_library(options) as library:
        _tell(library, Batch(library).carry_out(request), options, out)
    return exits.DONE


def _tell(library: Library, made: tuple[str, str, str], options: argparse.Namespace, out: Output) -> None:
    op, id, ref = made
    if options.ack:
        print(f"ACK {id}", flush=True)
    elif op == "mark":
        mark = library.annotation(id)
        record = annotation_record(mark) | ({"ref": ref} if ref else {}) | ({"about": mark.about} if mark.about else {})
        out.result(record, f"{mark.id}\t{mark.label}\t{mark.anchor.quote}")
    else:
        out.result({"op": op, "id": id} | ({"ref": ref} if ref else {}), f"{id}\t{op}\t{ref}")


def _batch(options: argparse.Namespace, out: Output) -> int:
    """Requests as they come; a broken one is answered in its place and the rest goes on."""
    failed = 0
    with open_library(options) as library:
        batch = Batch(library)
        if options.ack:
            print("READY", flush=True)
        # Bytes, so that a line that is not UTF-8 is one broken request and not the end of the batch.
        for number, line in enumerate(sys.stdin.buffer, 1):
            if not line.strip():
                continue
            try:
                made = batch.line(line, options)
            except TilikError as error:
                failed += 1
                _refuse(number, error, out)
            else:
                _tell(library, made, options, out)
    return exits.SOME_FAILED if failed else exits.DONE


def _refuse(number: int, error: TilikError, out: Output) -> None:
    if out.json:
        out.result({"error": str(error), "line": number}, "")
    else:
        out.error(f"line {number}: {error}")


def labels(options: argparse.Namespace, out: Output) -> int:
    """Return the labels in their order."""
    with open_library(options, readonly=True) as library:
        for x in library.labels():
            record = {"label": x.id, "name": x.name, "key": x.key, "colour": x.colour, "underline": x.underline.value,
                      "builtin": x.builtin}  # fmt: skip
            out.result(record, f"{x.id}\t{x.name}\t{x.key}")
    return exits.DONE
