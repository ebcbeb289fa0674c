"""Highlights of lists to read become marks: when their article has its text, and else when that comes.

They stay in `Article.extra` as the list has them, with the number of those that were made marks: one that somebody
deleted does not come again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reader.edits import Edit, Entity, Swap
from reader.exchange.records import RecordError
from reader.exchange.records.fields import made_id, time_of
from reader.exchange.records.locating import located
from reader.exchange.records.marks import Floating
from reader.exchange.records.places import Piece, Place
from reader.messages import Message
from reader.model.articles import Article, Revision
from reader.model.labels import DETAILS, Label, Underline
from reader.store import Library
from reader.text.invariants import frozen

LIST = "list"  # in `Article.extra`: what a list says that is no fact of an article
LABEL = Label("highlight", "Highlight", "", "green", Underline.SOLID, 0)
_MARKED = "marked"


def are_waiting(article: Article) -> bool:
    """Return whether there are highlights of which no mark was made."""
    said = _said(article)
    return len(_listed(said)) > _done(said)


@dataclass(slots=True)
class Highlighting:
    """Makes marks of highlights for the edits of one import. `label` is the id of theirs, which is made when it is not
    here."""

    library: Library
    label: str = LABEL.id
    _has_label: bool = False

    def with_marks(self, edit: Edit) -> Edit:
        """Return the edit with the marks of every article in it that has a text then."""
        swaps: list[Swap] = []
        new: list[Entity] = []
        for swap in edit.swaps:
            article = swap.after
            if isinstance(article, Article) and are_waiting(article):
                revision = self._revision(edit, article)
                if revision.text:
                    swap, made = Swap(swap.before, _marked(article)), _marks(article, revision, self.label)
                    new += [*self._needed(), *made] if made else []
            swaps.append(swap)
        return replace(edit, swaps=(*swaps, *(Swap(None, thing) for thing in new)))

    def _revision(self, edit: Edit, article: Article) -> Revision:
        made = (swap.after for swap in edit.swaps if isinstance(swap.after, Revision))
        found = next((one for one in made if one.id == article.revision_id), None)
        return found if found is not None else self.library.revision(article.revision_id)

    def _needed(self) -> list[Label]:
        """The label, where it is not here yet."""
        if self._has_label:
            return []
        self._has_label = True
        labels = self.library.labels()
        if any(label.id == self.label for label in (*labels, *DETAILS)):
            return []
        name = LABEL.name if self.label == LABEL.id else self.label
        position = max((label.position for label in labels), default=-1) + 1
        return [replace(LABEL, id=self.label, name=name, position=position)]


def _said(article: Article) -> Mapping[str, Any]:
    found = article.extra.get(LIST)
    return found if isinstance(found, Mapping) else {}


def _listed(said: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found = said.get("highlights")
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list | tuple) else []


def _done(said: Mapping[str, Any]) -> int:
    found = said.get(_MARKED)
    return found if isinstance(found, int) else 0


def _marked(article: Article) -> Article:
    said = _said(article)
    return replace(article, extra={**article.extra, LIST: {**said, _MARKED: len(_listed(said))}})


def _marks(article: Article, revision: Revision, label: str) -> list[Entity]:
    """A mark for each highlight that is none yet: on its words, or with them as one that is not in the text."""
    said = _said(article)
    waiting = list(enumerate(_listed(said)))[_done(said) :]
    floating = [
        _floating(article, number, one, str(said.get("from") or ""), label)
        for number, one in waiting
        if frozen(str(one.get("quote") or "")).strip()
    ]
    found = located(floating, revision)
    words = [found.words] if found.words is not None else []
    return [*words, *found.placed, *found.orphans]


def _floating(article: Article, number: int, one: Mapping[str, Any], what: str, label: str) -> Floating:
    quote, at = frozen(str(one["quote"])).strip(), str(one.get("at") or "")
    when = _moment(at) or article.added
    values: dict[str, Any] = {
        "id": made_id("highlight", article.id, str(number), quote), "article_id": article.id, "label": label,
        "created": when, "modified": when, "note": frozen(str(one.get("note") or "")),
        "extra": {LIST: {name: value for name, value in (("from", what), ("at", at)) if value}},
    }  # fmt: skip
    return Floating(values, Place((Piece(None, None, quote),)), None, Message("highlight {0}", number + 1))


def _moment(at: str) -> datetime | None:
    try:
        return time_of(at) if at else None
    except RecordError:
        return None
