"""A known article captured again, from its address or from a newer file: reported first, stored when it is taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.edits import Edit
from reader.errors import SourceError
from reader.intake.add import Cleaner, article_of
from reader.intake.highlights import Highlighting
from reader.intake.listed import is_to_fetch
from reader.model.pages import Original, Page
from reader.progress import Progress
from reader.revisions.carry_marks import CarriedMark, recapture
from reader.revisions.first_text import fetch_text
from reader.sources import Fetch, page_of
from reader.store import Library


@dataclass(frozen=True, slots=True)
class Captured:
    """What a capture brings. Without an `edit` nothing has changed since the newest revision.

    `carried` says what becomes of each mark, in text order.
    """

    article_id: str
    title: str
    address: str
    carried: tuple[CarriedMark, ...] = ()
    edit: Edit | None = None

    @property
    def asks(self) -> int:
        """How many marks a person should look at."""
        return sum(one.needs_review for one in self.carried)


def capture(
    library: Library, article_id: str, source: str | Path | Page, cleaner: Cleaner, *, fetch: Fetch | None = None
) -> Captured:
    """Read and clean `source` as a newer version of the article; nothing is stored.

    An empty `source` is the article's own address. Raises what reading and cleaning raise, and `SourceError` for an
    article that has no address.
    """
    article = library.article(article_id)
    wanted = source or article.url
    if not wanted:
        raise SourceError("{0} has no address to capture it from", article.title or article.id)
    page = wanted if isinstance(wanted, Page) else page_of(wanted, fetch=fetch)
    newest = library.revision(article.revision_id)
    original = Original.of(page.data, page.media_type, page.name, page.encoding)
    if original.id == newest.original_id:
        return Captured(article.id, article.title, page.address)
    cleaned = cleaner.clean(page)
    original = replace(original, encoding=cleaned.encoding)
    _, made = article_of(page, cleaned, original)
    if made.text == newest.text:
        return Captured(article.id, article.title, page.address)
    made = replace(made, article_id=article.id)
    if is_to_fetch(newest):
        waiting = library.annotations(article.id)
        edit = fetch_text(article, newest, made, original, cleaned.pictures, marks=waiting)
        edit = Highlighting(library).with_marks(edit)
        return Captured(article.id, article.title, page.address, (), edit)
    marks = library.annotations(article.id)
    taken = recapture(article, made, marks, library.revisions(article.id), original=original, pictures=cleaned.pictures)
    return Captured(article.id, article.title, page.address, taken.carried, taken.edit)


def steps(
    library: Library, article_id: str, source: str | Path | Page, cleaner: Cleaner, *, fetch: Fetch | None = None
) -> Iterator[Progress]:
    """Yield `capture` as the one step of a job."""
    found = capture(library, article_id, source, cleaner, fetch=fetch)
    yield Progress(1, 1, found.address, found)
