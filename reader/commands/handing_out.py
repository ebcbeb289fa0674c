"""`tilik export` and `tilik formats`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, asdict, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.commands import exits
from reader.commands.opening import open_library
from reader.commands.output import Output, on_one_line
from reader.commands.places import is_file, open_stream
from reader.errors import TilikError
from reader.memory import gc_paused
from reader.progress import Progress

if TYPE_CHECKING:
    from reader.exchange.exporters import Exporter, Loss, LossReport
    from reader.exchange.selection import Selection
    from reader.store import Library


def export(options: argparse.Namespace, out: Output) -> int:
    """Write a set to a file, whole or not at all, or to stdout; report on stderr what the format cannot hold."""
    from reader.exchange.exporters import EXPORTERS, Counted, Release
    from reader.exchange.exporters import export as write
    from reader.exchange.exporters.options import chosen_options
    from reader.exchange.selection import selected

    found = {x.id: x for x in EXPORTERS}
    if options.format not in found:
        out.error(f"there is no format {options.format!r}; there are {', '.join(found)}")
        return exits.USAGE
    chosen = found[options.format]
    settings = chosen_options(chosen.options, options.option)
    release = Release(options.with_protected_sources, options.with_desk_values)
    with open_library(options, readonly=True) as library:
        name = Path(options.output).stem if is_file(options.output) else "tilik"
        dataset = selected(library.dataset(name, _articles(library, options)), _selection(library, options))
        counted = Counted()
        damaged = library.damaged
        stream = open_stream(options.output)
        if stream is not None:
            with stream:
                _write(chosen.write(dataset, stream, _alone(chosen, settings), counted, release), out)
        else:
            target, force = Path(options.output), options.force
            steps = write(chosen, dataset, target, settings, overwrite=force, counted=counted, release=release)
            _write(steps, out)
    report = counted.report
    _tell_losses(chosen, report.losses, out)
    _tell_cuts(report, out)
    for message in dict.fromkeys(map(str, damaged)):
        out.error(f"damaged: {message}")
    if stream is None:
        record = {"path": str(options.output), "format": chosen.id, "articles": report.documents,
                  "annotations": report.annotations, "relations": report.relations,
                  "losses": [_loss_record(loss) for loss in report.losses],
                  **({"cut": [asdict(one) for one in report.cut]} if report.cut else {})}  # fmt: skip
        out.result(record, f"{options.output}\t{report.documents} articles\t{report.annotations} marks")
        if library.encrypted:
            out.warn(f"{options.output} is not encrypted, as the library is")
    return exits.SOME_FAILED if damaged else exits.DONE


def _tell_losses(chosen: Exporter, losses: tuple[Loss, ...], out: Output) -> None:
    """On stderr, whoever reads it; as JSON where that was asked for."""
    for loss in losses:
        if out.json:
            out.aside({"format": chosen.id, "loss": _loss_record(loss)})
        else:
            out.error(f"{chosen.name} cannot hold {loss}")


def _tell_cuts(report: LossReport, out: Output) -> None:
    """Texts that lack something since they were added, in a file that looks whole."""
    for one in report.cut:
        if out.json:
            out.aside({"cut": asdict(one)})
        else:
            out.error(f"{on_one_line(one.title)}: {' '.join(one.notices)}")
    if report.cuts > len(report.cut):
        out.error(f"and {report.cuts - len(report.cut)} more texts of which a part is missing")


def _loss_record(loss: Loss) -> dict[str, object]:
    return {"kind": str(loss.kind), "count": loss.count, "what": str(loss.what), "instead": str(loss.instead)}


def _alone(chosen: Exporter, settings: Any) -> Any:
    """One stream holds one file: what a format writes beside it would have no name there."""
    values = _values(settings)
    return chosen.options(**values | {"relations": False}) if "relations" in values else settings


def _values(settings: Any) -> dict[str, Any]:
    return {f.name: getattr(settings, f.name) for f in fields(settings)}


def _articles(library: Library, options: argparse.Namespace) -> list[str] | None:
    """The articles that are asked for, by name or by a query; None for all."""
    if not options.query and not options.article:
        return None
    ids = [library.find(name) for name in options.article]
    if options.query:
        from reader.query import parse

        ids += library.ids_of(library.listed(parse(options.query)))
    return [*dict.fromkeys(ids)]


def _selection(library: Library, options: argparse.Namespace) -> Selection:
    from reader.exchange.selection import Selection
    from reader.model.labels import DETAILS

    known = {label.id for label in (*library.labels(), *DETAILS)}
    if unknown := [label for label in options.label if label not in known]:
        raise TilikError("there is no label {0}; there are {1}", repr(unknown[0]), ", ".join(sorted(known)))
    return Selection(
        frozenset(options.label), frozenset(options.annotator), _time(options.since), _time(options.until, end=True)
    )


def _time(value: str, *, end: bool = False) -> datetime | None:
    """A moment in UTC; a day alone begins, or ends, as it does here. Raises `TilikError` for what is none."""
    if not value:
        return None
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        raise TilikError("{0} is not a day or a time, as in 2026-11-30", repr(value)) from None
    if end and len(value) == len("2026-11-30"):
        time += timedelta(days=1)
    return time.astimezone(UTC)


def _write(steps: Iterator[Progress], out: Output) -> None:
    with gc_paused():  # what goes by is let go of by itself; looking through it costs a tenth of the time
        for step in steps:
            out.progress(step.what)


def formats(_options: argparse.Namespace, out: Output) -> int:
    """List the formats: what they are for, which way they go, their options, what they cannot hold."""
    from reader.exchange.exporters import EXPORTERS
    from reader.exchange.importers import SET_IMPORTERS

    importers = {importer.id: importer for importer in SET_IMPORTERS}
    for exporter in EXPORTERS:
        record = _exporter_record(exporter) | {"import": importers.pop(exporter.id, None) is not None}
        ways = "export, import" if record["import"] else "export"
        out.result(record, f"{exporter.id}\t{exporter.suffix}\t{ways}\t{exporter.name}: {exporter.users}")
    for importer in importers.values():
        record = {"id": importer.id, "name": str(importer.name), "suffix": importer.suffixes[0], "export": False,
                  "import": True}  # fmt: skip
        out.result(record, f"{importer.id}\t{importer.suffixes[0]}\timport\t{importer.name}")
    return exits.DONE


def _exporter_record(exporter: Exporter) -> dict[str, object]:
    from reader.exchange.exporters.features import ALL
    from reader.exchange.exporters.losses import KINDS

    lacking = ALL - exporter.held(exporter.options())
    return {
        "id": exporter.id, "name": str(exporter.name), "suffix": exporter.suffix, "media_type": exporter.media_type,
        "users": str(exporter.users), "export": True, "offsets": exporter.profile.offset_unit,
        "options": [_option_record(f.name, f.default, f.metadata) for f in fields(exporter.options)],
        "lacks": [str(KINDS[feature]) for feature in KINDS if feature in lacking],
    }  # fmt: skip


def _option_record(name: str, default: object, told: Mapping[str, Any]) -> dict[str, object]:
    record: dict[str, object] = {"name": name, "default": None if default is MISSING else default}
    if "choices" in told:
        record["choices"] = list(told["choices"])
    return record | {"label": str(told["label"]), "help": str(told["help"])}
