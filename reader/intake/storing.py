"""Pages that were cleaned into the library: what is known is skipped, what waits for its text gets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader import edits
from reader.credentials import without_credentials
from reader.errors import TilikError
from reader.intake.highlights import LABEL, Highlighting
from reader.intake.listed import is_to_fetch, with_highlights, with_list
from reader.intake.results import ADDED, CAPTURED, FAILED, KNOWN, AddResult
from reader.intake.same_address import older_version, same_address
from reader.messages import Message
from reader.model.articles import Article, Revision, fingerprint
from reader.model.captures import FILE_DATE
from reader.model.held import Listed
from reader.model.pages import Cleaned, Original, Page
from reader.model.stamps import new_id, now
from reader.revisions.carry_marks import recapture
from reader.revisions.first_text import fetch_text
from reader.store import Library
from reader.text.addresses import plain_address
from reader.text.invariants import count_words, frozen


@dataclass(frozen=True, slots=True)
class Fresh:
    """A page that was cleaned and is not stored. `name` is what its source is called, `listed` what the list `what`
    says of it."""

    name: str
    page: Page
    original: Original
    cleaned: Cleaned
    listed: Listed | None = None
    what: str = ""


def failed(name: str, error: TilikError) -> AddResult:
    """Return the outcome of a source that failed."""
    return AddResult(name, FAILED, "", error.message.changed(frozen), error)


class Storing:
    """Puts pages into the library, several in one transaction, each as a step of its own."""

    def __init__(self, library: Library, *, as_capture: bool, highlight_label: str = LABEL.id) -> None:
        self._library, self._as_capture = library, as_capture
        self._outcomes: list[AddResult] = []
        self._waiting: dict[int, tuple[str, edits.Edit]] = {}  # to be applied, by the number of their outcome
        self._highlighting = Highlighting(library, highlight_label)
        self._names: set[str] = set()  # by which what they add might be found

    def stored(self, looked: Sequence[AddResult | Fresh]) -> list[AddResult]:
        """Return what became of each; it is on the disk."""
        for number, one in enumerate(looked):
            self._outcomes.append(one if isinstance(one, AddResult) else self._outcome(number, one))
        self._apply()
        return self._outcomes

    def _outcome(self, number: int, fresh: Fresh) -> AddResult:
        article, revision = article_of(fresh.page, fresh.cleaned, fresh.original)
        if fresh.listed is not None:
            article = with_list(article, fresh.listed, fresh.what)
        addresses = [article.url, fresh.page.url]
        plain = {str(plain_address(address)) for address in addresses if address}
        names = {fresh.original.id, revision.fingerprint, article.title, *plain} - {""}
        if names & self._names:  # one before it may be the same page: the library is asked when it holds that
            self._apply()
        try:
            if same := self._library.known("", fresh.original.id) or self._library.known(revision.fingerprint):
                return AddResult(fresh.page.address, KNOWN, same)
            older = older_version(self._library, addresses, revision.text)
            if waiting := older or next(filter(None, (same_address(self._library, one) for one in addresses)), ""):
                self._apply()
                if (filled := self._fill(waiting, fresh, revision)) is not None:
                    return filled
            earlier = bool(older) and _is_earlier(self._library, older, revision)
            if older and self._as_capture and not earlier:
                self._apply()
                return _captured(self._library, older, fresh, revision)
            reason = _told(self._library, fresh, older, earlier=earlier) if older else None
        except TilikError as error:
            return failed(fresh.name, error)
        edit = edits.add_article(article, revision, fresh.original, fresh.cleaned.pictures)
        self._waiting[number] = (fresh.name, self._highlighting.with_marks(edit))
        self._names |= names
        return AddResult(
            fresh.page.address, ADDED, article.id, reason, newer_of="" if earlier else older, notices=revision.notices
        )

    def _fill(self, id: str, fresh: Fresh, made: Revision) -> AddResult | None:
        """Give an article to be fetched the text that came for its address; None when it has one."""
        article = self._library.article(id)
        empty = self._library.revision(article.revision_id)
        if not is_to_fetch(empty):
            return None
        made = replace(made, article_id=id)
        marks = self._library.annotations(id)
        edit = fetch_text(article, empty, made, fresh.original, fresh.cleaned.pictures, marks=marks)
        if fresh.listed is not None:
            edit = replace(edit, swaps=tuple(_with_highlights(swap, fresh.listed, fresh.what) for swap in edit.swaps))
        self._library.apply(self._highlighting.with_marks(edit), origin="import")
        return AddResult(fresh.page.address, ADDED, id, notices=made.notices)

    def _apply(self) -> None:
        """Store what waits; when that fails as a whole, each by itself, so that one does not lose the others."""
        waiting, self._waiting, self._names = self._waiting, {}, set()
        try:
            if waiting:
                self._library.apply_all([edit for _, edit in waiting.values()], origin="import")
        except TilikError:
            for number, (name, edit) in waiting.items():
                self._apply_one(number, name, edit)

    def _apply_one(self, number: int, name: str, edit: edits.Edit) -> None:
        try:
            self._library.apply(edit, origin="import")
        except TilikError as error:
            self._outcomes[number] = failed(name, error)


def _with_highlights(swap: edits.Swap, listed: Listed, what: str) -> edits.Swap:
    if not isinstance(swap.after, Article):
        return swap
    return replace(swap, after=with_highlights(swap.after, listed, what)[0])


def _is_earlier(library: Library, article_id: str, made: Revision) -> bool:
    """Whether a page says that it was saved before the newest text of an article: then it is no newer version of it."""
    stated = made.metadata.basis.get("captured", FILE_DATE) != FILE_DATE
    return stated and made.captured < library.revision(library.article(article_id).revision_id).captured


def _told(library: Library, fresh: Fresh, older: str, *, earlier: bool) -> Message:
    title = library.article(older).title or older
    if earlier:
        return Message(
            "{0}: its address is that of “{1}”, of which a later text is here; both were kept",
            fresh.page.address,
            title,
        )
    return Message(
        "{0}: its address is that of “{1}”, which is here; perhaps a newer version of that, both were kept",
        fresh.page.address, title,
    )  # fmt: skip


def _captured(library: Library, article_id: str, fresh: Fresh, made: Revision) -> AddResult:
    """The page as a newer text of an article, with the marks of that."""
    article, marks = library.article(article_id), library.annotations(article_id)
    made = replace(made, article_id=article_id)
    taken = recapture(
        article, made, marks, library.revisions(article_id), original=fresh.original, pictures=fresh.cleaned.pictures
    )
    library.apply(taken.edit)
    asks = sum(one.needs_review for one in taken.carried)
    reason = Message("{0}: captured again; marks to look at: {1}", fresh.page.address, asks) if asks else None
    return AddResult(fresh.page.address, CAPTURED, article_id, reason, notices=made.notices)


def article_of(page: Page, cleaned: Cleaned, original: Original) -> tuple[Article, Revision]:
    """Return A new article and its first revision."""
    metadata, at = replace(cleaned.metadata, url=without_credentials(cleaned.metadata.url)), now()
    captured = cleaned.captured or page.retrieved or at
    article_id, revision_id = new_id(), new_id()
    revision = Revision(
        revision_id, article_id, cleaned.text, cleaned.blocks, metadata, captured, cleaned.inline,
        cleaned.left_out, cleaned.notices, cleaned.cleaner, fingerprint(cleaned.text), original.id,
    )  # fmt: skip
    article = Article(
        article_id, revision_id, metadata.title or page.name, at, without_credentials(page.address), metadata.site,
        metadata.byline, metadata.published, metadata.published_basis, metadata.language,
        metadata.url or without_credentials(page.url), words=count_words(cleaned.text),
    )  # fmt: skip
    return article, revision
