"""`tilik export` and `tilik import`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from reader.commands import exits
from reader.commands.opening import open_library
from reader.commands.output import Output
from reader.commands.places import is_file, open_stream
from reader.errors import SourceError
from reader.intake.add import FAILED, AddResult
from reader.progress import Progress


def export(options: argparse.Namespace, out: Output) -> int:
    """Write a set to a file, whole or not at all, or to stdout; report on stderr what the format cannot hold."""
    from reader.exchange.exporters import EXPORTERS, Counted
    from reader.exchange.exporters import export as write

    found = {x.id: x for x in EXPORTERS}
    if options.format not in found:
        out.error(f"there is no format {options.format!r}; there are {', '.join(found)}")
        return exits.USAGE
    chosen = found[options.format]
    with open_library(options, readonly=True) as library:
        ids = [library.find(name) for name in options.article] or None
        name = Path(options.output).stem if is_file(options.output) else "tilik"
        dataset, counted = library.dataset(name, ids), Counted()
        # One stream holds one file: what a format writes beside it would have no name there.
        stream = open_stream(options.output)
        alone = stream is not None and chosen.beside is not None
        settings = chosen.options(relations=False) if alone else chosen.options()
        if stream is not None:
            with stream:
                _write(chosen.write(dataset, stream, settings, counted), out)
        else:
            target = Path(options.output)
            _write(write(chosen, dataset, target, settings, overwrite=options.force, counted=counted), out)
    report = counted.report
    for loss in report.losses:
        out.warn(f"{chosen.name} cannot hold {loss}")
    if stream is not None:
        return exits.DONE
    record = {"path": str(options.output), "format": chosen.id, "articles": report.documents,
              "annotations": report.annotations, "relations": report.relations,
              "losses": [str(loss) for loss in report.losses]}  # fmt: skip
    out.result(record, f"{options.output}\t{report.documents} articles\t{report.annotations} marks")
    return exits.DONE


def _write(steps: Iterator[Progress], out: Output) -> None:
    for step in steps:
        out.progress(step.what)


def import_(options: argparse.Namespace, out: Output) -> int:
    """Bring a set in, as one step of undo; report each article and each problem."""
    from reader.commands.desk import add
    from reader.intake.add import import_set
    from reader.intake.at_import import holds_several

    outcomes: list[AddResult] = []
    if not options.path.exists():
        raise SourceError("{0}: there is no such file", options.path)
    if not options.format and holds_several(options.path):
        return add(argparse.Namespace(**vars(options), source=[options.path], base_url="", as_capture=False), out)
    with open_library(options) as library:
        for step in import_set(library, options.path, options.format):
            if isinstance(step.result, AddResult):
                outcomes.append(step.result)
    for outcome in outcomes:
        record = {"source": outcome.address, "status": outcome.status, "article": outcome.article_id or None,
                  "reason": str(outcome.reason) if outcome.reason is not None else None}  # fmt: skip
        if outcome.status == FAILED and not out.json:
            out.error(str(outcome.reason))
        else:
            out.result(record, f"{outcome.status}\t{outcome.article_id}\t{outcome.address}")
    return exits.SOME_FAILED if any(o.status == FAILED for o in outcomes) else exits.DONE
