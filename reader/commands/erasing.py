"""`tilik erase`, `empty-trash`, `compact`: deleted for good when that was said twice, and a smaller file."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from reader.commands import exits
from reader.commands.opening import known_library, open_library
from reader.commands.output import Output
from reader.errors import NotFoundError
from reader.model.erasing import Erasure
from reader.store import backups_here

if TYPE_CHECKING:
    from reader.model.steps import Emptied
    from reader.store import Library

_ID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# What no program can promise: said each time, because who erases for a source decides by it.
BEYOND = (
    "sets exported earlier, copies of the library made by other programs, and what a solid-state disk or a file system"
    " with snapshots keeps of overwritten blocks are beyond Tilik's reach"
)


def empty_trash(options: argparse.Namespace, out: Output) -> int:
    """Delete for good what is in the trash with `--yes`; without it list what would go."""
    with open_library(options, readonly=not options.yes) as library:
        wanted = Erasure(articles=tuple(library.trashed()))
        if not options.yes:
            _list_articles(library, wanted, out)
            out.warn(f"{len(wanted.articles)} articles in the trash; --yes deletes them for good, with no undo")
            return exits.DONE
        done = library.delete_for_good(wanted.articles)
    return _told(options, wanted, done, out)


def erase(options: argparse.Namespace, out: Output) -> int:
    """Delete what is named for good with `--yes`; without it list what would go."""
    with open_library(options, readonly=not options.yes) as library:
        wanted = _wanted(library, options)
        if not options.yes:
            _list(library, wanted, out)
            out.error("nothing was changed; --yes deletes this for good, with no undo")
            _tell_backups(options, out)
            return exits.DONE
        done = library.erase(wanted)
    return _told(options, wanted, done, out)


def _wanted(library: Library, options: argparse.Namespace) -> Erasure:
    articles = tuple(_article(library, name) for name in options.article)
    sources = tuple(_source(library, name) for name in options.source)
    claims = tuple(_claim(library, id) for id in options.claim)
    wanted = Erasure(articles, tuple(options.mark), tuple(options.note), sources, claims)
    if not wanted:
        raise NotFoundError("nothing is named that could be deleted: an article, --mark, --note, --source or --claim")
    return wanted


def _article(library: Library, name: str) -> str:
    """One that is not here may still stand in backups: an id of our own form is taken as it is."""
    try:
        return library.find(name)
    except NotFoundError:
        if _ID.fullmatch(name):
            return name
        raise


def _claim(library: Library, id: str) -> str:
    """As for an article; one that is not there now may still stand in the steps of undo, too."""
    found = [one.id for one in library.claims() if one.id.startswith(id)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError("{0}", f"several claims begin with {id}; give the whole id")
    if _ID.fullmatch(id):
        return id
    raise NotFoundError("{0}", f"there is no claim {id} in this library")


def _source(library: Library, name: str) -> str:
    found = [one.id for one in library.sources() if name in (one.id, one.name, *one.aliases)]
    if not found and _ID.fullmatch(name):
        return name
    if len(found) != 1:
        why = "there is no source {0} in this library" if not found else "several sources are named {0}; give the id"
        raise NotFoundError("{0}", why.format(name))
    return found[0]


def _list(library: Library, wanted: Erasure, out: Output) -> None:
    _list_articles(library, wanted, out)
    for kind, ids in (
        ("mark", wanted.marks),
        ("note", wanted.notes),
        ("source", wanted.sources),
        ("claim", wanted.claims),
    ):
        for id in ids:
            out.result({kind: id}, f"{kind}\t{id}")


def _list_articles(library: Library, wanted: Erasure, out: Output) -> None:
    for article in library.articles(wanted.articles).values():
        out.result({"article": article.id, "title": article.title}, f"{article.id}\t{article.title}")


def _told(options: argparse.Namespace, wanted: Erasure, done: Emptied, out: Output) -> int:
    """Say what went, then deal with the backups."""
    record = {
        "articles": done.articles, "marks": done.marks, "notes": done.notes, "sources": done.sources,
        "claims": done.claims, "originals": done.originals, "steps": done.steps,
    }  # fmt: skip
    words = (
        (done.articles, "articles"), (done.marks, "marks"), (done.notes, "notes"), (done.sources, "sources"),
        (done.claims, "claims"),
        (done.originals, "original pages"), (done.steps, "steps of undo"),
    )  # fmt: skip
    out.result(record, "deleted for good: " + (", ".join(f"{n} {what}" for n, what in words if n) or "nothing"))
    code = _clean_backups(options, wanted, out) if options.backups else exits.DONE
    if not options.backups:
        _tell_backups(options, out, _again(wanted))
    out.error(f"note: {BEYOND}")
    return code


def _again(wanted: Erasure) -> str:
    """The command that deletes it from the backups, too: what was deleted is no longer found by its name."""
    options = (("--mark", wanted.marks), ("--note", wanted.notes), ("--source", wanted.sources))
    named = [f"{name} {id}" for name, ids in (*options, ("--claim", wanted.claims)) for id in ids]
    return " ".join(("tilik erase", *wanted.articles, *named, "--backups --yes"))


def _tell_backups(options: argparse.Namespace, out: Output, command: str = "--backups") -> None:
    if found := [one.path for one in backups_here(known_library(options))]:
        out.error(f"{len(found)} backups may still hold it; this deletes it there too: {command}")
    for path in found:
        out.result({"backup": str(path), "cleaned": False}, str(path))


def _clean_backups(options: argparse.Namespace, wanted: Erasure, out: Output) -> int:
    from reader.store.erased_backups import erase_in_backups

    code = exits.DONE
    for one in erase_in_backups(known_library(options), wanted):
        if one.refused:
            code = exits.SOME_FAILED
            out.error(str(one.refused))
        plain = "left as it is" if one.refused else "written anew" if one.done else "held nothing of it"
        record = {"backup": str(one.path), "cleaned": not one.refused, "reason": str(one.refused) or None}
        out.result(record, f"{one.path}\t{plain}")
    return code


def compact(options: argparse.Namespace, out: Output) -> int:
    """Let go of what is older than `--days`, and write the file anew."""
    with open_library(options) as library:
        done = library.compact(options.days)
    plain = f"{done.steps} steps older than {options.days} days can no longer be taken back"
    out.result(
        {"steps": done.steps, "texts": done.texts, "bytes": done.saved},
        f"{plain}; {done.texts} texts that only they needed went; the file is {done.saved} bytes smaller",
    )
    return exits.DONE
