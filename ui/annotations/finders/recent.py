"""The claims and sources that were mentioned last: what a mark is most likely to be about."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.edits import Change
from reader.model.annotations import Annotation
from reader.model.claims import Claim, Source
from ui.annotations.known_kinds import KIND as KIND
from ui.session import Session

MOST = 9  # that are offered, each with a key
_MARKS = 60  # of the article, that are looked through when it is opened
_LABELS = {"claim": ("claim", "denial"), "source": ("source", "via")}


class RecentKnown(QObject):
    """Follows `session`: what a mark came to mention last is first; before that what the article's newest marks do."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._used: dict[str, list[str]] = {kind: [] for kind in _LABELS}
        self._article: dict[str, list[str]] = {}
        session.changed.connect(self._follow)
        session.articleOpened.connect(self._forget_article)

    def _forget_article(self) -> None:
        self._article.clear()

    def offered(self, mark: Annotation) -> list[Claim | Source]:
        """Return what `mark` could mention, the last one first, without what it mentions already."""
        kind = KIND.get(mark.label, "")
        if not kind:
            return []
        ids = [id for id in dict.fromkeys((*self._used[kind], *self._of_article(kind))) if id != mark.about]
        if not ids:
            return []
        known = self._session.library.of_kind(kind, ids[: 3 * MOST])
        found = (known.get(id) for id in ids)
        return [one for one in found if isinstance(one, Claim | Source)][:MOST]

    def mentioned(self, mark: Annotation) -> Claim | Source | None:
        """Return what `mark` mentions; None when it mentions nothing."""
        kind = KIND.get(mark.label, "")
        found = self._session.library.of_kind(kind, [mark.about]).get(mark.about) if kind and mark.about else None
        return found if isinstance(found, Claim | Source) else None

    def _of_article(self, kind: str) -> list[str]:
        revision = self._session.revision
        if kind not in self._article and revision is not None:
            library = self._session.library
            newest = library.newest_marks(revision.id, list(_LABELS[kind]), limit=_MARKS)
            about = {mark.id: mark.about for mark in library.annotations_by_id(newest)}
            self._article[kind] = [about[id] for id in newest if about.get(id)]
        return self._article.get(kind, [])

    def _follow(self, change: Change) -> None:
        if change.unlisted:
            self._forget_article()
        for swap in change.edit.swaps:
            before, after = swap.before, swap.after
            earlier = before.about if isinstance(before, Annotation) else ""
            if isinstance(after, Annotation) and after.about and after.about != earlier and after.label in KIND:
                used = self._used[KIND[after.label]]
                if after.about in used:
                    used.remove(after.about)
                used.insert(0, after.about)
