"""Two marks of one kind on nearly the same words: the offer to make them one, and the key that does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout

from reader.edits import Change, Edit
from reader.model.annotations import Annotation
from reader.model.claims import Claim, Evidence, Review, Source
from reader.model.labels import DETAILS
from ui.actions.actions import hint
from ui.actions.keys import key_name, with_keys
from ui.annotations.finders.recent import KIND
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.annotations.merge_offer import MergeOffer

_MOST = 4  # marks made in one step that are looked at: what makes more is no hand
_CUT = 44  # characters of the other mark that the offer shows
_LOOKED = 200  # marks on the same words that are looked at


class Merging(QObject):
    """Looks, when a mark was made by hand, whether another one lies there. The older of the two is kept.

    An offer that was refused is not made again for the same pair. Other people's marks are named, never merged.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._session = desk, desk.session
        self._line: MergeOffer | None = None
        self._pair: tuple[str, str] | None = None  # what is kept, what goes
        self._refused: set[frozenset[str]] = set()
        self._made: list[Annotation] = []
        self._soon = QTimer(self, singleShot=True, interval=0)  # the mark itself is shown first
        self._soon.timeout.connect(lambda: desk.guarded(self._look))
        self._session.changed.connect(self._follow)
        self._session.articleOpened.connect(self._end)
        self._session.articleClosed.connect(self._end)
        desk.view.readingMoved.connect(lambda: self._lapse())
        desk.panel.list.selectionModel().selectionChanged.connect(lambda: self._lapse())

    # -- the offer -------------------------------------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        marks = [swap for swap in change.edit.swaps if isinstance(swap.entity, Annotation)]
        if self._pair is not None and not all(id in self._session.annotations for id in self._pair):
            self._end()
        quiet = {label.id for label in DETAILS}
        made = [s.after for s in marks if s.before is None and isinstance(s.after, Annotation)]
        if change.origin == "user" and 0 < len(made) <= _MOST and not self._session.past:
            self._made = [mark for mark in made if mark.label not in quiet]
            self._soon.start()

    def _look(self) -> None:
        for mark in filter(self._stands, self._made):
            mine, theirs = self._near(mark)
            fresh = [other for other in mine if frozenset((mark.id, other.id)) not in self._refused]
            if fresh:
                self._offer(fresh[0], mark)
                return
            if theirs and not mine:
                self._tell_theirs(theirs[0])

    def _stands(self, mark: Annotation) -> bool:
        """Whether it is still there as it was made; what was done to it since was no making of a mark."""
        now = self._desk.view.index.marks.get(mark.id)
        return now is not None and (now.label, now.spans) == (mark.label, mark.anchor.spans)

    def _near(self, mark: Annotation) -> tuple[list[Annotation], list[Annotation]]:
        """The marks on nearly the same words: of the same person, and of others."""
        from reader.edits import JOIN
        from reader.edits.merge import near, nearly_same

        index, text = self._desk.view.index, self._desk.view.text
        pieces = (piece for span in mark.anchor.spans for piece in index.between(span.start, span.end))
        ids = list(dict.fromkeys(p.id for p in pieces if p.id != mark.id and index.marks[p.id].label == mark.label))
        spans, quote = mark.anchor.spans, mark.anchor.quote

        def is_close(id: str) -> bool:
            there = index.marks[id].spans
            return nearly_same(spans, quote, there, JOIN.join(span.of(text) for span in there))

        # By the text on the desk: only of those that are near is more read than where they are.
        close = [id for id in ids[:_LOOKED] if is_close(id)]
        others = self._session.library.annotations_by_id(close) if close else []
        found = near(mark, others, anyone=True)
        mine = [other for other in found if other.annotator == mark.annotator]
        return mine, [other for other in found if other.annotator != mark.annotator]

    def _offer(self, other: Annotation, mark: Annotation) -> None:
        self._pair = other.id, mark.id
        name = self._desk.panel.model.quote_line(other.id)
        name = name if len(name) <= _CUT else f"{name[: _CUT - 2].rstrip()}…”"
        key = key_name("merge_mark")
        self._made_line().offer(self.tr("Nearly the same as {0}").format(name))
        self._desk.say(self.tr("Nearly the same as {0}. {1} merges them.").format(name, key))

    def _made_line(self) -> MergeOffer:
        if self._line is None:
            from ui.annotations.merge_offer import MergeOffer

            panel = self._desk.panel
            self._line = MergeOffer(hint(self.tr("Make these two marks one"), self._desk.commands["merge_mark"]), panel)
            self._line.mergeWanted.connect(lambda: self._desk.guarded(lambda: self._merge(self._pair)))
            self._line.refused.connect(self.refuse)
            column = panel.layout()
            assert isinstance(column, QBoxLayout)
            column.insertWidget(column.indexOf(panel.cards), self._line)
        return self._line

    def _tell_theirs(self, other: Annotation) -> None:
        who = other.annotator or self.tr("Somebody else")
        text = self.tr("{0} marked nearly the same words. Marks of two people are not merged.").format(who)
        self._desk.say(text)

    def refuse(self) -> None:
        """Leave both marks, and do not offer it for them again."""
        if self._pair is not None:
            self._refused.add(frozenset(self._pair))
        self._end()

    def _lapse(self) -> None:
        """The reader went on: the offer goes when another mark is chosen, or neither of its two is in sight."""
        chosen = set(self._desk.panel.chosen)
        if self._pair is not None and ((chosen and not chosen & set(self._pair)) or not self._in_sight(self._pair)):
            self._end()

    def _in_sight(self, ids: Sequence[str]) -> bool:
        view = self._desk.view
        page, document = view.visible_page(), view.page
        if page is None or document is None:
            return True
        start, end = document.code_point(page.start), document.code_point(page.end)
        spans = [span for id in ids if id in view.index for span in view.index.marks[id].spans]
        return any(span.start < end and span.end > start for span in spans)

    def _end(self) -> None:
        self._pair = None
        if self._line is not None and not self._line.isHidden():
            focus = QApplication.focusWidget()
            held = focus is not None and self._line.isAncestorOf(focus)
            self._line.hide()
            if held:
                self._desk.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- doing it --------------------------------------------------------------------------------------------------

    def merge(self) -> None:
        """What the key does: the chosen mark and the one on nearly the same words become one."""
        chosen = self._chosen()
        self._merge(self._pair if self._pair and chosen in ("", *self._pair) else self._chosen_pair(chosen))

    def _merge(self, pair: tuple[str, str] | None) -> None:
        self._desk.panel.apply_drafts()  # what was typed last is part of it
        marks = self._session.library.annotations_by_id(pair) if pair else []
        if len(marks) != 2:
            return
        kept, gone = marks
        self._end()
        if self._session.do(self._edit(kept, gone)):
            self._desk.view.select_mark(kept.id)
            self._desk.say(with_keys(self.tr("The marks are one now. {0} brings both back."), "undo"))

    def _edit(self, kept: Annotation, gone: Annotation) -> Edit:
        from reader.edits.merge import merge

        library = self._session.library
        relations = library.relations_of([kept.id, gone.id])
        nested = library.nested_in([relation.id for relation in relations])
        return merge(kept, [gone], relations, nested, self._hanging(), names=self._names(kept.label, [gone.about]))

    def _hanging(self) -> list[Evidence | Review]:
        ids = [claim.id for claim in self._session.library.claims()]
        return [*self._session.library.evidence(ids), *self._session.library.reviews(ids)]

    def _names(self, label: str, ids: Sequence[str]) -> dict[str, str]:
        """The words of a claim and the name of a source, by id."""
        kind = KIND.get(label, "")
        known = self._session.library.of_kind(kind, [id for id in ids if id]) if kind else {}
        texts = {id: one.text for id, one in known.items() if isinstance(one, Claim)}
        return texts | {id: one.name for id, one in known.items() if isinstance(one, Source)}

    def _chosen(self) -> str:
        return self._session.here.mark

    def _chosen_pair(self, id: str) -> tuple[str, str] | None:
        """That mark and the nearest to it, the older first; None, and the reason said, when there is none."""
        found = self._session.library.annotations_by_id([id]) if id else []
        if not found:
            self._desk.say(with_keys(self.tr("Choose a mark first, with {0} or a click."), "next_mark"))
            return None
        mine, theirs = self._near(found[0])
        if mine:
            first, second = sorted((found[0], mine[0]), key=lambda mark: (mark.created, mark.id))
            return first.id, second.id
        if theirs:
            self._tell_theirs(theirs[0])
        else:
            self._desk.say(self.tr("No mark of this kind is on nearly the same words."))
        return None
