"""`tilik import`."""

from __future__ import annotations

import argparse

from reader.commands import exits
from reader.commands.opening import open_library
from reader.commands.output import Output
from reader.errors import SourceError
from reader.exchange.confined import SetReader
from reader.inputs import why_no_file
from reader.intake.sets import Differing, SetItem, SetReport, import_set
from reader.intake.sets.report import ADDED, DIFFERS, FAILED
from reader.memory import gc_paused
from reader.model.codec import plain
from reader.model.kind_names import kind_word


def import_(options: argparse.Namespace, out: Output) -> int:
    """Bring a set in, as one step of undo; report each article and whatever differs or does not fit."""
    if why := why_no_file(options.path, folder=True):
        raise SourceError("{0}", why)
    try:
        choices = dict(_choice(words) for words in options.take)
    except ValueError as error:
        out.error(str(error))
        return exits.USAGE
    with SetReader() as reader:
        return _bring(options, out, choices, reader)


def _bring(options: argparse.Namespace, out: Output, choices: dict[str, Differing], reader: SetReader) -> int:
    from reader.intake.at_import import holds_several

    if not options.format and holds_several(options.path, reader):
        from reader.commands.desk import add

        given = {"source": [options.path], "base_url": "", "as_capture": False, "highlight_label": "highlight"}
        return add(argparse.Namespace(**vars(options), **given), out)
    choice, items, report = Differing(options.differing), list[SetItem](), None
    with open_library(options) as library, gc_paused():  # what goes by is let go of by itself
        for step in import_set(
            library, options.path, options.format, choice=choice, choices=choices, dry_run=options.dry_run,
            reader=reader,
        ):  # fmt: skip
            if isinstance(step.result, SetItem):
                items.append(step.result)
            elif isinstance(step.result, SetReport):
                report = step.result
            else:
                out.progress(step.what)
    for item in items:
        _say(item, out)
    if report is not None and not out.json:
        _sum_up(report, out)
    return exits.SOME_FAILED if any(_is_open(item) for item in items) else exits.DONE


def _choice(words: str) -> tuple[str, Differing]:
    id, _, choice = words.rpartition("=")
    if not id or choice not in list(Differing):
        raise ValueError(f"--take {words}: not ID=skip, ID=update or ID=both")
    return id, Differing(choice)


def _is_open(item: SetItem) -> bool:
    """Whether a person has still to see to it: it was not taken, or ours was kept where theirs differs."""
    return item.status == FAILED or (item.status == DIFFERS and item.taken is Differing.SKIP)


def _say(item: SetItem, out: Output) -> None:
    reason = str(item.reason) if item.reason is not None else None
    if out.json:
        out.result(_record(item, reason), "")
        return
    if item.kind == "article" and item.status != FAILED:
        out.result({}, f"{item.status}\t{item.article_id}\t{item.name}")
    if reason is not None:
        (out.warn if item.kind == "label" and item.status == ADDED else out.error)(reason)


def _record(item: SetItem, reason: str | None) -> dict[str, object]:
    return {
        "source": item.name, "status": item.status, "kind": item.kind, "id": item.id or None,
        "article": item.article_id or None, "reason": reason, "ours": _plain(item.ours), "theirs": _plain(item.theirs),
        "fields": list(item.fields), "taken": item.taken.value if item.taken is not None else None,
    }  # fmt: skip


def _plain(entity: object) -> object:
    return None if entity is None else plain(entity, sparse=True)


def _sum_up(report: SetReport, out: Output) -> None:
    """What came of all, for people; a script has it in the records."""
    counts = sorted(report.counts.items())
    told = "; ".join(f"{count} {kind_word(kind)} {status}" for (kind, status), count in counts)
    ending = " (tried out; nothing was changed)" if report.dry_run else ""
    out.warn(f"{told or 'nothing'}{ending}")
