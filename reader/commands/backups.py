"""`tilik backup` and `tilik restore`: backups made, listed, compared with what is there now, and put back."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands import exits
from reader.commands.opening import known_library, library_path, open_library
from reader.commands.output import Output
from reader.commands.passphrase import open_by_words
from reader.errors import EncryptedError, NotFoundError, TilikError
from reader.local_time import local_time

if TYPE_CHECKING:
    from reader.store import Backup, Differences


def backup(options: argparse.Namespace, out: Output) -> int:
    """Return A whole, checked copy, also while a window has the library open."""
    from reader.store import Made

    if options.second_place is not None or options.no_second_place:
        with open_library(options) as library:
            library.use_second_place(options.second_place)
    with open_library(options, readonly=True) as library:
        if options.output is not None:
            made = Made(library.backup(options.output, overwrite=options.force))
        else:
            made = library.back_up()
    for one in made.warnings:
        out.error(str(one))
    warnings = {"warnings": [str(one) for one in made.warnings]} if made.warnings else {}
    out.result({"path": str(made.path), **warnings}, str(made.path))
    return exits.DONE


def back_up_if_due(options: argparse.Namespace, out: Output) -> None:
    """After a command that wrote: keep a backup of it when the newest is half an hour old. That it cannot be made is
    said and ends nothing: what the command did is on the disk."""
    path = getattr(options, "written", None)
    if path is None or not path.exists():
        return
    from reader.store.backing_up import back_up, is_due

    try:
        if is_due(path):
            for one in back_up(path, "command", thorough=False).warnings:
                out.error(str(one))
    except TilikError as error:
        out.error(f"no backup was made: {error}")


def restore(options: argparse.Namespace, out: Output) -> int:
    """Put a backup back, or only say what differs; without one named list them, the newest first."""
    from reader.store import Restored, backups_here, differences

    library = known_library(options)
    found = backups_here(library)
    if not options.backup and not options.latest:
        return _listing(found, out)
    chosen = _chosen(found, options)
    try:
        read = Restored(library, chosen)
    except EncryptedError:  # of a library that is plain now, or that was elsewhere
        open_by_words(options, chosen)
        read = Restored(library, chosen)
    try:
        differs = differences(library, read.path) if library.exists() else None
        kept = None if options.dry_run else read.settle()
    finally:
        read.discard()
    record = {
        "backup": str(chosen), "restored": None if options.dry_run else str(library), "kept": str(kept or "") or None,
        "differs": asdict(differs) if differs is not None and differs.known else None,
    }  # fmt: skip
    out.result(record, "\n".join(_words(chosen, differs, kept, dry=options.dry_run)))
    return exits.DONE


def _chosen(found: list[Backup], options: argparse.Namespace) -> Path:
    whole = [one for one in found if one.damage is None and not one.replaced]
    if options.latest:
        if not whole:
            raise NotFoundError("there is no backup of {0}", library_path(options))
        return whole[-1].path
    numbered = [one.path for one in found if str(one.number) == options.backup and one.number]
    if numbered:
        return numbered[0]
    if not os.path.exists(options.backup):
        raise NotFoundError("there is no backup {0}; `tilik restore` lists them", options.backup)
    return Path(options.backup)


def _listing(found: list[Backup], out: Output) -> int:
    for one in reversed(found):
        record = {
            "number": one.number or None, "made": one.made.isoformat(), "path": str(one.path), "of": one.of,
            "articles": None if one.articles < 0 else one.articles, "marks": None if one.marks < 0 else one.marks,
            "second_place": one.elsewhere, "replaced": one.replaced,
            "damaged": str(one.damage) if one.damage is not None else None,
        }  # fmt: skip
        out.result(record, "\t".join(_line(one)))
    if not found:
        out.warn("there are no backups of this library")
    return exits.DONE


def _line(one: Backup) -> list[str]:
    holds = "" if one.articles < 0 else f"{one.articles} articles, {one.marks} marks"
    said = [
        f"damaged: {one.damage}" if one.damage is not None else "",
        "at the second place" if one.elsewhere else "",
        "was replaced by a backup" if one.replaced else "",
    ]
    words = ", ".join(x for x in said if x)
    at = f"{local_time(one.made):%Y-%m-%d %H:%M}"
    return [str(one.number or "-"), at, holds, str(one.path), *([words] if words else [])]


def _words(chosen: Path, differs: Differences | None, kept: Path | None, *, dry: bool) -> list[str]:
    lines = [f"{chosen} is whole" if dry else f"restored {chosen}"]
    if differs is not None and not differs.known:
        lines.append("what differs is not known: the library cannot be read")
    elif differs is not None:
        for name, of in (("articles", differs.articles), ("marks", differs.marks)):
            lines.append(f"{name}: {of.now} only now, {of.then} only in the backup, {of.differing} that differ")
    return [*lines, *([f"the library that was replaced is {kept}"] if kept is not None else [])]


COMMANDS: dict[str, Callable[[argparse.Namespace, Output], int]] = {"backup": backup, "restore": restore}
