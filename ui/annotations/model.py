"""The marks of the open article as rows: ids in order, the marks themselves fetched only where someone looks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.edits import Change, Entity, Swap
from reader.model.annotations import Annotation, PageAnnotation, Relation
from reader.model.labels import DETAILS
from ui.annotations.facts import Fact
from ui.annotations.row import READ, Card, Role
from ui.annotations.shown_rows import Filter, ShownRows
from ui.session import Session

if TYPE_CHECKING:
    from ui.annotations.card_lines import CardLine
    from ui.annotations.known import Known

PAGE = 48  # marks fetched at once around a row that is looked at
KEPT = 2000  # marks kept in memory; more than any screen shows
_NEVER = datetime.max.replace(tzinfo=UTC)  # when a mark was made that is gone meanwhile: behind all others
NUMBERED = 5000  # above so many marks a card bears its letter only
BULK = 200  # changes with more marks than this read the rows anew

Index = QModelIndex | QPersistentModelIndex
Key = tuple[Any, ...]


class AnnotationModel(QAbstractListModel):
    """Rows for the marks of `session`'s article, following its changes one by one.

    `choose` filters and sorts. A row's mark is read from the library, a page at a time, when it is first asked for.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._index = session, session.annotations
        self._rows: list[PageAnnotation] = []
        self._marks: dict[str, Annotation] = {}
        self._relations: dict[str, list[Relation]] = {}
        self._leaving: dict[str, Annotation] = {}
        self._said: dict[str, tuple[tuple[CardLine, ...], tuple[Fact, ...]]] = {}
        self.entered = ""  # the attribution that was entered last: of several, a card shows its facts
        self.removing = False  # while a row is taken out: what was chosen is not so by the reader's hand then
        self._starts: list[int] = []
        self.asked, self.finder = Filter(), ShownRows(session, self)
        self.label, self.text, self.by_time = self.asked  # what the rows are of: of many, a little later
        self._read_of = ""  # the text that they are of
        session.libraryOpened.connect(self.reload)
        session.articleOpened.connect(self.reload)
        session.articleClosed.connect(self.reload)
        session.labelsChanged.connect(self._repaint)
        session.changed.connect(self._follow)
        session.showing.changed.connect(self.reload)
        self.reload()

    @cached_property
    def known(self) -> Known:
        """What is known of the marks, read with the first card."""
        from ui.annotations.known import Known

        return Known(self._session)

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        if role == Role.ID:
            return self._rows[index.row()].id
        read = READ.get(role)
        card = self.card(index.row()) if read is not None else None
        return read(card) if read is not None and card is not None else None

    # -- rows ------------------------------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        """How many marks the article has, whatever the filter."""
        return len(self._index)

    @property
    def counts(self) -> dict[str, int]:
        """How many marks of the article carry each label, by label id, whatever the filter."""
        return self._index.counts

    @property
    def people(self) -> dict[str, int]:
        """How many marks of the article each person made, whatever the filter."""
        return self._index.people

    @property
    def filtered(self) -> bool:
        return bool(self.label or self.text)

    @property
    def several(self) -> bool:
        """Whether more than one person has marked the article."""
        return self._index.several

    def choose(self, *, label: str | None = None, text: str | None = None, by_time: bool | None = None) -> None:
        """Show only marks of a label id and with a text in them, by place or by time; None leaves as it is.

        Of very many marks the rows are others a little later: those that are there stay until then.
        """
        wanted = Filter(
            self.asked.label if label is None else label,
            self.asked.text if text is None else text.strip(),
            self.asked.by_time if by_time is None else by_time,
        )
        if wanted != self.asked:
            self.asked = wanted
            self.finder.find(wanted, self._take)

    def reload(self) -> None:
        """Read the rows anew from the session and, for a filter or an order by time, from the library."""
        self.finder.find(self.asked, self._take)
        revision = self._session.revision
        if self.finder.waiting and (revision is None or revision.id != self._read_of):
            self._take([])  # never the rows of another text
        elif self.finder.waiting:
            self._forget()

    def _take(self, rows: list[PageAnnotation]) -> None:
        self.beginResetModel()
        revision = self._session.revision
        self._read_of = revision.id if revision is not None else ""
        self._forget()
        self._starts = (
            [block.span.start for block in revision.blocks if block.span.start < block.span.end] if (revision) else []
        )
        self.label, self.text, self.by_time = self.asked
        self._rows = rows
        self.endResetModel()

    def _forget(self) -> None:
        self._marks, self._relations = {}, {}
        self.__dict__.pop("known", None)
        self._said.clear()

    @property
    def quiet(self) -> int:
        """How many marks have no card because they are details of an attribution."""
        return 0 if self.filtered else sum(self.counts[label] for label in self.finder.quiet_labels())

    def row_of(self, id: str) -> int:
        """Return the row of mark `id`, or -1 when it is not shown."""
        mark = self._index.marks.get(id)
        return -1 if mark is None else self._row_at(mark)

    def _row_at(self, mark: PageAnnotation) -> int:
        """The row of a mark that stands, or stood, at this place; -1 when it is not shown."""
        row = bisect_left(self._rows, self._key(mark), key=self._key)
        return row if row < len(self._rows) and self._rows[row].id == mark.id else -1

    def id_at(self, row: int) -> str:
        return self._rows[row].id if 0 <= row < len(self._rows) else ""

    def _key(self, mark: PageAnnotation) -> Key:
        if not self.by_time:
            return _by_place(mark)
        found = self._leaving.get(mark.id) or self.annotation(mark.id)
        return (found.created, mark.id) if found else (_NEVER, mark.id)

    # -- one mark --------------------------------------------------------------------------------------------------

    def annotation(self, id: str) -> Annotation | None:
        """Return the mark `id` of any article; None when it is gone."""
        if id not in self._marks:
            self._fetch([id])
        return self._marks.get(id)

    def holds(self, id: str) -> bool:
        """Return whether mark `id` is one of the open article, shown by the filter or not."""
        return id in self._index

    def prefetch(self, ids: Sequence[str]) -> None:
        """Read these marks at once, since each is about to be asked for."""
        self._fetch(ids)

    def relations_of(self, id: str) -> list[Relation]:
        """Return the links that mark `id` is an end of."""
        if id not in self._relations:
            self._fetch([id])
        return self._relations.get(id, [])

    def card(self, row: int) -> Card | None:
        """Return what the card of `row` shows."""
        id = self.id_at(row)
        if id not in self._marks or id not in self._relations:
            start = max(0, row - PAGE // 4)
            self._fetch([mark.id for mark in self._rows[start : start + PAGE]])
        mark = self._marks.get(id)
        return None if mark is None else self._card(mark)

    def card_of(self, id: str) -> Card | None:
        """Return what a card of mark `id` shows, in the list or not."""
        mark = self.annotation(id)
        return None if mark is None else self._card(mark)

    def _card(self, mark: Annotation) -> Card:
        if mark.id not in self._said:
            self._said[mark.id] = self._say(mark)
        (relations, facts), label = self._said[mark.id], self._session.label(mark.label)
        here, origin = self._index.marks.get(mark.id), mark.origin
        made_on = origin.quote if origin is not None and self._session.past else ""  # the words of an older text
        quote = made_on or mark.anchor.quote
        start = here.start if here is not None else mark.anchor.start
        return Card(
            mark.id, label, self.number(mark.id), quote, mark.note, mark.tags, relations, self.paragraph(start),
            mark.annotator, mark.modified, self._session.letter(label), facts,
            origin is not None and origin.needs_review,
        )  # fmt: skip

    def _say(self, mark: Annotation) -> tuple[tuple[CardLine, ...], tuple[Fact, ...]]:
        from ui.annotations.card_lines import said  # no first paint needs it

        return said(self, mark)

    def _fetch(self, ids: Sequence[str]) -> None:
        wanted = [id for id in ids if id not in self._marks or id not in self._relations]
        if len(self._marks) > KEPT:
            self._marks, self._relations = {}, {}
            self._said.clear()
            wanted = list(ids)
        # Until the library is open (after the first paint) there are no cards yet: asking would open it at once.
        if not wanted or not self._session.is_open:
            return
        for found in self._session.library.annotations_by_id(wanted):
            self._marks[found.id] = found
        self._relations |= {id: [] for id in wanted}
        for relation in self._session.library.relations_of(wanted):
            for end in {m.annotation_id for m in relation.members} & set(wanted):
                self._relations[end].append(relation)
        self._fetch_named(wanted)

    def _fetch_named(self, ids: Sequence[str]) -> None:
        """Read at once what the cards of these marks name: the other ends of their links, claims, sources, reviews."""
        marks = [self._marks[id] for id in ids if id in self._marks]
        named = self.known.read(marks)
        named |= {m.annotation_id for id in ids for r in self._relations.get(id, ()) for m in r.members}
        missing = [id for id in named if id not in self._marks]
        found = self._session.library.annotations_by_id(missing) if missing else []
        self._marks |= {mark.id: mark for mark in found}
        self.known.read(found)

    def number(self, id: str) -> int:
        """Return which of its label mark `id` is in the text, from 1; 0 when there are too many to number."""
        return 0 if len(self._index) > NUMBERED else self._index.number(id)

    def paragraph(self, position: int) -> int:
        """Return the paragraph, from 1, that holds the code point at `position`; a block without words counts as
        none."""
        return bisect_left(self._starts, position + 1)

    def enter(self, relation_id: str) -> None:
        """This attribution was entered last."""
        changed, self.entered = {self.entered, relation_id}, relation_id
        if len(changed) > 1:
            self._said.clear()
            for id in [id for id, held in self._relations.items() if any(one.id in changed for one in held)]:
                self._tell(id)

    def quote_line(self, id: str) -> str:
        """Return A mark in a few words: its letter and number, and what it says."""
        mark = self.annotation(id)
        if mark is None:
            return self.tr("a mark that is gone")
        return f"{self.sign(mark)}“{' '.join(mark.anchor.quote.split())}”"

    def sign(self, mark: Annotation) -> str:
        """Return a mark's letter and number, as its badge has them, and a space; empty when it has none."""
        label = self._session.label(mark.label)
        number = self.number(mark.id) if label not in DETAILS else 0
        return f"{self._session.letter(label)}{number} " if number else ""

    # -- changes ---------------------------------------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        marks = [s for s in change.edit.swaps if isinstance(s.entity, Annotation)]
        if len(marks) > BULK or change.unlisted:
            self.reload()
            return
        # The library has those that went no more, and in the order by time their time is wanted to find their rows.
        self._leaving = {swap.before.id: swap.before for swap in marks if isinstance(swap.before, Annotation)}
        touched: set[str] = set()
        for swap in marks:
            touched |= self._follow_mark(swap)
        self._leaving = {}
        for swap in change.edit.swaps:  # after the marks, which may have been made in the same step
            if isinstance(swap.entity, Relation):
                touched |= self._follow_relation(swap)
        told = touched | self._follow_known(change)
        self._said.clear()  # a number in a line may be another one now, and new rows were measured without their links
        for id in told:
            self._tell(id)
        if marks and self.finder.waiting:  # the answer would be of what was there before
            self.finder.find(self.asked, self._take)

    def _follow_known(self, change: Change) -> set[str]:
        """The marks that say something else now because of what they, or those they are linked to, mention."""
        known = self.known.follow(change, {id: mark.about for id, mark in self._marks.items() if mark.about})
        said = {id for id, mark in self._marks.items() if mark.about in known}
        held = self._relations.items() if said else ()
        return said | {id for id, ones in held if any(m.annotation_id in said for r in ones for m in r.members)}

    def _follow_relation(self, swap: Swap) -> set[str]:
        ends = {m.annotation_id for r in (swap.before, swap.after) if isinstance(r, Relation) for m in r.members}
        for id in ends:
            self._relations.pop(id, None)
        return ends

    def _follow_mark(self, swap: Swap) -> set[str]:
        """Bring the row of one mark to where the index has it; the ids whose cards say something else now."""
        before, after = swap.before, swap.after
        assert isinstance(swap.entity, Annotation)
        id = swap.entity.id
        others = {m.annotation_id for r in self._relations.get(id, ()) for m in r.members}
        row = self._row_at(PageAnnotation.of(before)) if isinstance(before, Annotation) else -1
        if isinstance(after, Annotation):
            self._marks[id] = after
            if before is None:
                self._relations.setdefault(id, [])
        else:
            self._marks.pop(id, None)
        # Rows that were read anew meanwhile have the mark where it is now.
        self._place(row if row >= 0 else self.row_of(id), self._wanted(id, after))
        if isinstance(before, Annotation) and isinstance(after, Annotation) and before.label != after.label:
            self._renumber()  # others of both labels have another number now
        return others | {id}

    def _wanted(self, id: str, after: Entity | None) -> PageAnnotation | None:
        """What the row of mark `id` is to hold; None when it is to have none."""
        mark = self._index.marks.get(id)
        return mark if mark is not None and isinstance(after, Annotation) and self._shows(after) else None

    def _place(self, row: int, mark: PageAnnotation | None) -> None:
        """Bring `mark`, which has `row` (-1 for none), to the row where it belongs; None takes the row out."""
        if mark is None:
            if row >= 0:
                self._remove(row)
            return
        at = bisect_left(self._rows, self._key(mark), key=self._key)
        if row < 0:
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, mark)
            self.endInsertRows()
        elif at in (row, row + 1):
            self._rows[row] = mark
        else:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), at)
            del self._rows[row]
            self._rows.insert(at - 1 if at > row else at, mark)
            self.endMoveRows()

    def _remove(self, row: int) -> None:
        self.removing = True
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()
        self.removing = False

    def _shows(self, mark: Annotation) -> bool:
        if mark.label != self.label if self.label else not self.text and self._session.label(mark.label) in DETAILS:
            return False
        if mark.annotator in self._session.showing.hidden:
            return False
        if not self.text:
            return True
        from reader.text.folding import fold_text, holds  # no first paint needs it

        return holds(fold_text(self.text), mark.anchor.quote, mark.note, *mark.tags)

    def _tell(self, id: str) -> None:
        row = self.row_of(id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _renumber(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Role.NUMBER])

    def _repaint(self) -> None:
        self._said.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def _by_place(mark: PageAnnotation) -> Key:
    return mark.start, mark.end, mark.id
