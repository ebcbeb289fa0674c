"""The texts of articles of which only the address is here: fetched when somebody asks for them, and never else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.credentials import without_credentials
from reader.errors import SourceError, TilikError
from reader.intake.add import Cleaner, article_of
from reader.intake.highlights import LABEL, Highlighting
from reader.intake.listed import is_to_fetch
from reader.intake.results import ADDED, FAILED, KNOWN, AddResult
from reader.messages import Message
from reader.model.pages import Original
from reader.progress import Progress
from reader.query import EVERYTHING
from reader.revisions.first_text import fetch_text
from reader.sources import Fetch, page_of
from reader.store import Library
from reader.text.invariants import frozen


def to_fetch(library: Library) -> list[str]:
    """Return the articles outside the trash of which only the address is here, newest first."""
    without = [one.id for one in library.every_summary(EVERYTHING) if not one.words]
    return [id for id in without if is_to_fetch(library.revision(library.article(id).revision_id))]


def fetch_texts(
    library: Library,
    article_ids: Sequence[str],
    cleaner: Cleaner,
    *,
    fetch: Fetch | None = None,
    highlight_label: str = LABEL.id,
) -> Iterator[Progress]:
    """Fetch and clean the address of each article, one after the other; each text is stored, as a step of its own,
    before its outcome is yielded. What fails stays to be fetched, and its outcome says why; what has a text already is
    `known`."""
    for number, id in enumerate(article_ids, 1):
        outcome = _fetched(library, id, cleaner, fetch, Highlighting(library, highlight_label))
        yield Progress(number, len(article_ids), outcome.address, outcome)


def _fetched(library: Library, id: str, cleaner: Cleaner, fetch: Fetch | None, highlighting: Highlighting) -> AddResult:
    name = id
    try:
        article = library.article(id)
        name = without_credentials(article.url) or article.title
        empty = library.revision(article.revision_id)
        if not is_to_fetch(empty):
            return AddResult(name, KNOWN, id)
        if not article.url:
            raise SourceError("{0} has no address to fetch its text from", article.title or id)
        page = page_of(article.url, fetch=fetch)
        cleaned = cleaner.clean(page)
        original = Original.of(page.data, page.media_type, page.name, cleaned.encoding)
        made = replace(article_of(page, cleaned, original)[1], article_id=id)
        marks = library.annotations(id)
        edit = fetch_text(library.article(id), empty, made, original, cleaned.pictures, marks=marks)
        library.apply(highlighting.with_marks(edit), origin="import")
    except TilikError as error:
        why = Message("{0}; it stays to be fetched", error.message.changed(frozen))
        return AddResult(frozen(name), FAILED, id, why, error)
    return AddResult(name, ADDED, id, notices=made.notices)
