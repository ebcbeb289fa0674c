"""Stored pages cleaned again by this cleaner: first it is reported what that would change, and only then taken.

An article is never cleaned again under its marks in silence: what became of each is in the report. Articles whose
text was changed by hand are passed over, since cleaning would undo that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from reader import edits
from reader.anchoring import Outcome
from reader.cleaning.version import CLEANER
from reader.errors import TilikError
from reader.intake.add import Cleaner
from reader.intake.ahead import in_order
from reader.messages import Message
from reader.model.articles import Article, Revision, fingerprint
from reader.model.captures import BY_HAND, CLEANED_AGAIN
from reader.model.pages import Cleaned, Companion, Original, Page
from reader.model.stamps import new_id, now
from reader.progress import Progress
from reader.revisions.carry_marks import CarriedMark, recapture
from reader.store import Library


@dataclass(frozen=True, slots=True)
class Recleaned:
    """What cleaning one article again would do. Without an `edit` it reads as before, or `problem` says why not.

    `added` and `removed` count blocks; `carried` says what becomes of each mark.
    """

    article_id: str
    title: str
    added: int = 0
    removed: int = 0
    standings: tuple[CarriedMark, ...] = ()
    edit: edits.Edit | None = None
    problem: Message | None = None

    def count(self, outcome: Outcome) -> int:
        """Return how many marks have that outcome."""
        return sum(one.outcome is outcome for one in self.standings)

    @property
    def asks(self) -> int:
        """How many marks a person should look at."""
        return sum(one.needs_review for one in self.standings)


def outdated(library: Library) -> list[str]:
    """Return the articles whose text another cleaner made and nobody changed by hand, newest first."""
    return library.cleaned_otherwise(CLEANER, BY_HAND)


def reclean(library: Library, article_ids: Sequence[str], cleaner: Cleaner) -> Iterator[Progress]:
    """Yield A `Recleaned` for each article, in this order. Nothing is stored; `accept` makes the edit that does.

    Several `Workers` clean many at the same time; they are cancelled when the generator is closed before its end.
    """
    done = 0
    with closing(in_order(partial(_one, library, cleaner), article_ids, cleaner)) as found:
        for one in chain.from_iterable(found):
            done += 1
            yield Progress(done, len(article_ids), one.title, one)


def accept(found: Iterable[Recleaned]) -> edits.Edit:
    """Return all of them taken, as one step of undo."""
    return edits.together("Clean again", (one.edit for one in found if one.edit is not None))


def _one(library: Library, cleaner: Cleaner, article_id: str) -> Recleaned:
    article = library.article(article_id)
    try:
        return _again(library, article, cleaner)
    except TilikError as error:
        return Recleaned(article_id, article.title, problem=error.message)


def _again(library: Library, article: Article, cleaner: Cleaner) -> Recleaned:
    revision = library.revision(article.revision_id)
    original = library.original(revision.original_id)
    cleaned = cleaner.clean(replace(_page(article, original), beside=_pictures_beside(library, revision)))
    made = _revision(revision, cleaned)
    if (made.text, made.blocks, made.inline, made.left_out) == (
        revision.text, revision.blocks, revision.inline, revision.left_out
    ):  # fmt: skip
        return Recleaned(article.id, article.title)
    marks = library.annotations(article.id)
    taken = recapture(article, made, marks, library.revisions(article.id), pictures=cleaned.pictures)
    before, after = _blocks(revision), _blocks(made)
    added, removed = (after - before).total(), (before - after).total()
    return Recleaned(article.id, article.title, added, removed, taken.carried, taken.edit)


def _page(article: Article, original: Original) -> Page:
    return Page(article.origin, original.name, original.data, original.media_type, original.encoding, article.url)


def _pictures_beside(library: Library, revision: Revision) -> tuple[Companion, ...]:
    """The pictures that lay beside the page as files, which are not in its bytes."""
    ids = {block.attrs["file"]: block.attrs.get("picture", "") for block in revision.blocks if "file" in block.attrs}
    return tuple(Companion(name, library.picture(id).data) for name, id in ids.items() if id)


def _revision(before: Revision, cleaned: Cleaned) -> Revision:
    """The new text of the same capture: from the same bytes, captured when these say that they were, or as before."""
    captured = cleaned.captured or before.captured
    return Revision(
        new_id(), before.article_id, cleaned.text, cleaned.blocks, cleaned.metadata, captured, cleaned.inline,
        cleaned.left_out, cleaned.notices, cleaned.cleaner, fingerprint(cleaned.text), before.original_id,
        origin=CLEANED_AGAIN, corrected=now(),
    )  # fmt: skip


def _blocks(revision: Revision) -> Counter[str]:
    return Counter(block.span.of(revision.text) for block in revision.blocks)
