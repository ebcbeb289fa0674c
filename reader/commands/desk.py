"""The library's commands: add, list, show, search, original, check."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from reader.commands import exits
from reader.commands.marks import annotation_record
from reader.commands.opening import open_library
from reader.commands.output import Output, on_one_line
from reader.commands.places import open_stream, put
from reader.commands.structure import structure
from reader.credentials import without_credentials
from reader.edits.facts import BASIS
from reader.intake.add import FAILED, AddResult
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision
from reader.model.captures import capture_numbers, is_correction, made_words
from reader.query import parse
from reader.text.invariants import frozen

_AS_CAPTURE = "; next time --as-capture takes it as that"
_PIECE = 500  # lines of the list that are read at once


def add(options: argparse.Namespace, out: Output) -> int:
    """Add each source; report each failure in input order and go on with the rest."""
    from reader.cleaning import Workers
    from reader.intake.add import add as steps

    outcomes: list[AddResult] = []
    with open_library(options) as library, Workers() as workers:
        for step in steps(
            library, options.source, workers, base_url=options.base_url, as_capture=options.as_capture,
            highlight_label=options.highlight_label,
        ):  # fmt: skip
            if isinstance(step.result, AddResult):
                outcomes.append(step.result)
                _tell(step.result, out)
    errors = [o.error for o in outcomes if o.error is not None]
    return exits.of_all(errors, len(outcomes) - len(errors))


def _tell(outcome: AddResult, out: Output) -> None:
    if outcome.status == FAILED and not out.json:
        out.error(str(outcome.reason))
        return
    record = {
        "source": outcome.address, "status": outcome.status, "article": outcome.article_id or None,
        "reason": str(outcome.reason) if outcome.reason is not None else None,
        **({"newer_of": outcome.newer_of} if outcome.newer_of else {}),
        **({"notices": list(outcome.notices)} if outcome.notices else {}),
    }  # fmt: skip
    out.incomplete(outcome.address, outcome.notices)
    if outcome.reason is not None and not out.json:
        out.error(f"{outcome.reason}{_AS_CAPTURE if outcome.newer_of else ''}")
    out.result(record, f"{outcome.status}\t{outcome.article_id}\t{on_one_line(outcome.address)}")


def listing(options: argparse.Namespace, out: Output) -> int:
    """Return one line an article, newest first."""
    query = parse(frozen(" ".join(options.query)))
    with open_library(options, readonly=True) as library:
        found = library.every_summary(query)
        while some := list(islice(found, _PIECE)):
            times = library.times_of_texts([s.id for s in some]) if out.json else {}
            for s in some:
                captured, origin, corrected = times.get(s.id, ("", "", ""))
                record = {
                    "article": s.id, "title": s.title, "site": s.site, "published": s.published,
                    "language": s.language, "state": s.state.value, "words": s.words, "annotations": dict(s.counts),
                    "captured": captured, "origin": origin, "corrected": corrected or None,
                }  # fmt: skip
                out.result(record, f"{s.id}\t{s.state.value}\t{sum(s.counts.values())}\t{on_one_line(s.title)}")
    return exits.DONE


def show(options: argparse.Namespace, out: Output) -> int:
    """Return one article: what is known of it, its text, its marks."""
    with open_library(options, readonly=True) as library:
        article = library.article(library.find(options.article))
        revision = library.revision(article.revision_id)
        marks = [a for a in library.annotations(article.id) if a.anchor.revision_id == revision.id]
        texts = library.revisions(article.id)
        relations = library.relations(article.id)
        damaged = [] if library.owed else library.examine_article(article.id)  # said already when it is owed a check
    for damage in damaged:
        out.error(f"damaged: {damage.message}")
    record = {
        "article": article.id, "title": article.title, "site": article.site, "byline": article.byline,
        "published": article.published, "published_basis": article.published_basis, "language": article.language,
        "url": without_credentials(article.url), "state": article.state.value, "tags": list(article.tags),
        "revision": revision.id,
        "as_published": dict(article.as_published), **_capture(revision, texts),
        "notices": list(revision.notices), "text": revision.text,
        **structure(revision.blocks, revision.inline),
        "left_out": [{"text": x.text, "reason": x.reason} for x in revision.left_out],
        "annotations": [annotation_record(a) for a in marks],
        "relations": [
            {"relation": r.id, "kind": r.kind,
             "members": [{"role": m.role, "annotation": m.annotation_id} for m in r.members]}
            for r in relations
        ],
    }  # fmt: skip
    out.result(record, _readable(article, revision, marks))
    return exits.DONE


def _capture(revision: Revision, texts: list[Revision]) -> dict[str, Any]:
    """When the text was captured, as which of how many, and when it was corrected here since."""
    of = capture_numbers(texts)[texts.index(revision)]
    return {
        "captured": revision.captured.isoformat(), "captured_basis": revision.metadata.basis.get("captured", "added"),
        "capture": of.number, "captures": of.count,
        "origin": revision.origin, "corrected": revision.corrected.isoformat() if revision.corrected else None,
    }  # fmt: skip


def _readable(article: Article, revision: Revision, marks: list[Annotation]) -> str:
    about = " · ".join(x for x in (article.site, article.byline, article.published, article.language) if x)
    said = [f"As published: {name} {value!r}" for name, value in article.as_published.items() if name != BASIS]
    notices = [*said, *([f"Text {made_words(revision)}"] if is_correction(revision) else [])]
    text = "\n\n".join(b.span.of(revision.text) for b in revision.blocks if b.span.end > b.span.start)
    notices += [f"Note: {notice}" for notice in revision.notices]
    lines = [*([about] if about else []), *notices, *([""] if about or notices else []), text]
    if marks:
        lines += ["", "-" * 40]
    for a in marks:
        lines.append(f"[{a.label}] “{a.anchor.quote}”" + (f"\n    {a.note}" if a.note else ""))
    return "\n".join(lines)


def search(options: argparse.Namespace, out: Output) -> int:
    """Return articles and marks that hold the words; exit 0 also when nothing does."""
    with open_library(options, readonly=True) as library:
        for hit in library.search(frozen(" ".join(options.query)), limit=options.limit):
            snippet = hit.snippet.replace("\ue000", "[").replace("\ue001", "]").replace("\n", " ")
            record = {
                "article": hit.article_id, "annotation": hit.annotation_id or None, "title": hit.title,
                "site": hit.site, "field": hit.field, "snippet": snippet,
            }  # fmt: skip
            out.result(record, f"{hit.article_id}\t{hit.field}\t{snippet}")
    return exits.DONE


def original(options: argparse.Namespace, out: Output) -> int:
    """Return the bytes an article came from, unchanged."""
    with open_library(options, readonly=True) as library:
        article = library.article(library.find(options.article))
        found = library.original(library.revision(article.revision_id).original_id)
    record = {"article": article.id, "name": found.name, "media_type": found.media_type, "sha256": found.id}
    if (stream := open_stream(options.output)) is not None:
        with stream:
            stream.write(found.data)
        return exits.DONE
    put(Path(options.output), found.data, overwrite=options.force)
    out.result({**record, "path": str(options.output)}, str(options.output))
    return exits.DONE


def check(options: argparse.Namespace, out: Output) -> int:
    """Return what is wrong with the library, a line each; exit 65 when anything is."""
    if options.sandbox:
        from reader.commands.sandboxed import check_sandbox

        return check_sandbox(options, out)
    if options.heal or options.copy is not None:
        from reader.commands.healing import heal

        return heal(options, out)
    with open_library(options, readonly=True) as library:
        before = library.last_sound()
        problems = library.examine()
        for damage in problems:
            record = {"problem": str(damage.message), "part": damage.part, "id": damage.id or None,
                      "article": damage.article_id or None}  # fmt: skip
            out.result(record, str(damage.message))
        if problems:
            out.error(f"the library was last found sound on {before}" if before else "it was never found sound before")
            return exits.BAD_DATA
        if not out.json:
            out.result({}, f"sound: {library.count()} articles")
    return exits.DONE


COMMANDS: dict[str, Callable[[argparse.Namespace, Output], int]] = {
    "add": add, "list": listing, "show": show, "search": search, "original": original, "check": check,
}  # fmt: skip
