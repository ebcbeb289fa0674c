"""Entries of lists to read as articles: with their text where the list has it, else to be fetched when that is asked.

What is to be fetched has a text without words, whose origin says so: nothing else of an article needs to know it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader import edits
from reader.credentials import without_credentials
from reader.errors import TilikError
from reader.intake.highlights import LABEL, LIST, Highlighting, are_waiting
from reader.intake.results import ADDED, CAPTURED, FAILED, KNOWN, OPENED, AddResult
from reader.intake.same_address import same_address
from reader.messages import Message
from reader.model.articles import Article, Metadata, Revision
from reader.model.captures import TO_FETCH
from reader.model.held import Held, Listed
from reader.model.stamps import new_id, now
from reader.notices import NOT_FETCHED
from reader.progress import Progress
from reader.revisions.first_text import add_listed
from reader.store import Library

FAVOURITE = "favourite"
_STEP = 200  # entries after which a list that is being looked through may be stopped


def is_to_fetch(revision: Revision) -> bool:
    """Return whether nothing but an address is here."""
    return revision.origin == TO_FETCH


def listed_article(listed: Listed, what: str) -> tuple[Article, Revision]:
    """Return an article to be fetched, with its text without words."""
    article_id, revision_id, at = new_id(), new_id(), now()
    listed = replace(listed, url=without_credentials(listed.url))
    facts: dict[str, Any] = {
        "title": listed.title, "byline": listed.byline, "published": listed.published, "site": listed.site,
    }  # fmt: skip
    basis = {name: what for name, value in facts.items() if value}
    metadata = Metadata(
        **facts, published_basis="stated" if listed.published else "", language=listed.language, url=listed.url,
        basis=basis,
    )  # fmt: skip
    revision = Revision(
        revision_id, article_id, "", (), metadata, listed.added or at, notices=(NOT_FETCHED,), origin=TO_FETCH
    )
    article = Article(
        article_id, revision_id, listed.title or listed.url, at, listed.url, listed.site, listed.byline,
        listed.published, metadata.published_basis, listed.language, listed.url,
    )  # fmt: skip
    return with_list(article, listed, what), revision


def with_list(article: Article, listed: Listed, what: str) -> Article:
    """Return the article with what its list says of it: tags and folders, when it was put there, and its state."""
    tags = edits.clean_tags([*listed.tags, *listed.folders, *([FAVOURITE] if listed.favourite else [])])
    extra = _extra(listed, what)
    return replace(
        article, tags=tags or article.tags, added=listed.added or article.added, state=listed.state,
        title=_title(article, listed), byline=article.byline or listed.byline, site=article.site or listed.site,
        published=article.published or listed.published,
        published_basis=article.published_basis or ("stated" if listed.published else ""),
        extra={**article.extra, **({LIST: extra} if extra else {})},
    )  # fmt: skip


def _title(article: Article, listed: Listed) -> str:
    """A page that an archive has as a file names itself; one without a title has that of its list."""
    named = listed.page is not None and article.title == listed.page.name
    return listed.title if listed.title and (named or listed.page is None) else article.title


def _extra(listed: Listed, what: str) -> Mapping[str, Any]:
    found = {
        "note": listed.note, "highlights": _marks(listed), "folders": list(listed.folders),
        "favourite": listed.favourite,
    }  # fmt: skip
    kept = {name: value for name, value in found.items() if value}
    return {"from": what, **kept} if kept or listed.page is None else {}


def _marks(listed: Listed) -> list[dict[str, str]]:
    return [{"quote": one.quote, "note": one.note, "at": one.at} for one in listed.highlights]


def keep_highlights(library: Library, known: Iterable[tuple[str, Listed]], what: str, label: str = LABEL.id) -> int:
    """Keep the highlights that a list has of articles that are here, beside those kept before, as one step of undo;
    return how many are new. Where the text of an article is here they are marks at once."""
    swaps: dict[str, edits.Swap] = {}
    new = 0
    for id, listed in known:
        before = library.article(id) if id not in swaps else _article(swaps[id])
        after, more = with_highlights(before, listed, what)
        if more or (are_waiting(before) and before.words):
            swaps[id] = edits.Swap(swaps[id].before if id in swaps else before, after)
            new += more
    if swaps:
        edit = edits.Edit("Add list", tuple(swaps.values()))
        library.apply(Highlighting(library, label).with_marks(edit), origin="import")
    return new


def with_highlights(article: Article, listed: Listed, what: str) -> tuple[Article, int]:
    """Return the article with the highlights that a list has of it beside those kept before, and how many are new."""
    said = article.extra.get(LIST) or {"from": what}
    kept = list(said.get("highlights", ()))
    more = [mark for mark in _marks(listed) if mark not in kept]
    if not more:
        return article, 0
    return replace(article, extra={**article.extra, LIST: {**said, "highlights": kept + more}}), len(more)


def _article(swap: edits.Swap) -> Article:
    assert isinstance(swap.after, Article)
    return swap.after


@dataclass(slots=True)
class Counts:
    """What became of the entries of one file."""

    fetch: int = 0
    texts: int = 0
    known: int = 0
    failed: int = 0
    highlights: int = 0
    marked: list[tuple[str, Listed]] = field(default_factory=list)  # articles here of which there are highlights

    def count(self, outcome: AddResult, listed: Listed) -> None:
        """Add one entry and its outcome."""
        self.known += outcome.status == KNOWN
        if outcome.status in (KNOWN, CAPTURED) and listed.highlights:
            self.marked.append((outcome.article_id, listed))
        self.failed += outcome.status == FAILED
        if outcome.status == ADDED:
            self.texts += listed.page is not None
            self.fetch += listed.page is None
            self.highlights += len(listed.highlights)

    def told(self, path: str, what: str) -> Message:
        """Return how many there are of each, in one sentence."""
        parts = (
            (self.texts, Message("with their text: {0}", self.texts)),
            (self.fetch, Message("to be fetched: {0}", self.fetch)),
            (self.known, Message("already here: {0}", self.known)),
            (self.failed, Message("failed: {0}", self.failed)),
            (self.highlights, Message("highlights kept: {0}", self.highlights)),
        )
        return Message("{0}: {1} ({2})", path, what, tuple(said for number, said in parts if number))


def store_addresses(library: Library, path: str, held: Held, counts: Counts) -> Iterator[Progress]:
    """Store every entry without a text as one step of undo; then yield the outcome of each. What is here already, at
    its address or by its title where it has none, stays as it is."""
    made: list[tuple[Article, Revision]] = []
    outcomes: list[AddResult] = []
    entries = [one for one in held.entries if one.page is None]
    for number, one in enumerate(entries, 1):
        outcomes.append(_outcome(library, path, one, held.what, made))
        if number % _STEP == 0:
            yield Progress(0, None, path)
    outcomes = _applied(library, made, outcomes)
    for number, (one, outcome) in enumerate(zip(entries, outcomes, strict=True), 1):
        counts.count(outcome, one)
        yield Progress(number, len(entries), outcome.address, outcome, more=number < len(entries))


def _outcome(library: Library, path: str, one: Listed, what: str, made: list[tuple[Article, Revision]]) -> AddResult:
    name = without_credentials(one.url) or one.title
    try:
        if here := same_address(library, one.url) if one.url else _titled(library, one.title):
            return AddResult(name, KNOWN, here, within=path)
    except TilikError as error:
        return AddResult(name, FAILED, "", error.message, error, within=path)
    made.append(listed_article(one, what))
    return AddResult(name, ADDED, made[-1][0].id, within=path)


def _titled(library: Library, title: str) -> str:
    """The one article of that title, which may be what an entry without an address speaks of."""
    try:
        return library.find(title) if title else ""
    except TilikError:  # none, or several of which nobody can say which is meant
        return ""


def _applied(library: Library, made: Sequence[tuple[Article, Revision]], outcomes: list[AddResult]) -> list[AddResult]:
    try:
        if made:
            library.apply(add_listed(made), origin="import")
    except TilikError as error:
        return [
            replace(one, status=FAILED, article_id="", reason=error.message, error=error)
            if one.status == ADDED else one for one in outcomes
        ]  # fmt: skip
    return outcomes


def summary(library: Library, path: str, held: Held, counts: Counts, label: str = LABEL.id) -> AddResult:
    """Return what became of a whole file, and keep the highlights of what was here already."""
    try:
        counts.highlights += keep_highlights(library, counts.marked, held.what, label)
    except TilikError as error:
        return AddResult(path, FAILED, "", error.message, error)
    told = counts.told(path, held.what)
    reason = Message("{0}; {1}", told, held.problems) if held.problems else told
    return AddResult(path, OPENED, "", reason)
