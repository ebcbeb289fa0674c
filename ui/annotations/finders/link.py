"""Finds the other end of a link: type a few of its words, or take the last mark that fits with Enter."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidgetItem, QWidget

from reader.model.annotations import Annotation
from reader.model.labels import DETAILS
from reader.text.folding import fold, fold_text
from ui.annotations.finders.frame import CUT, FinderFrame
from ui.annotations.model import AnnotationModel
from ui.annotations.own_relation_kinds import LONGEST, own_kinds, plain_kind
from ui.annotations.relation_kinds import Way, linked, own_way, usual_way, ways
from ui.annotations.row import Card
from ui.language.i18n import label_name
from ui.look.badge import paint_badge
from ui.look.theme import Theme
from ui.session import Session

MOST = 50  # marks that are listed; more words find the others
PAUSE = 120  # milliseconds without a key after which is searched
_MARK = Qt.ItemDataRole.UserRole
_OWN = "own"  # stands in the list of kinds for one that is yet to be named
_BADGE, _SHARP = 15, 3
_BEFORE = 18  # letters of a quote before the words that were typed


class LinkFinder(FinderFrame):
    """`chosen` carries the id of the mark to link to.

    `way` is what kind of link is wanted, or None for the usual one of the two labels.
    """

    def __init__(self, session: Session, model: AnnotationModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session, self._model = session, model
        self._mark: Annotation | None = None
        self.kind, self.own = QComboBox(self), QLineEdit(self)
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        self.words.textChanged.connect(lambda: self._pause.start())
        self.kind.activated.connect(lambda _row: self._choose_kind())

    def _build(self) -> None:
        self.close_.setToolTip(self.tr("Make no link (Esc)"))
        self.close_.setAccessibleName(self.tr("Make no link"))
        self.words.setPlaceholderText(self.tr("Type words of the other mark"))
        self.words.setAccessibleName(self.tr("Words of the mark to link to"))
        self.words.setToolTip(self.tr("Arrows choose, Enter links, Esc gives up"))
        self.kind.setAccessibleName(self.tr("Kind of link"))
        self.kind.setToolTip(self.tr("What the link says"))
        self.own.setPlaceholderText(self.tr("In a word or two, as “contradicts”"))
        self.own.setAccessibleName(self.tr("Your own kind of link"))
        self.own.setToolTip(self.tr("What the link says, from this mark to the other; Enter links"))
        self.own.setMaxLength(LONGEST)
        self.list.setAccessibleName(self.tr("Marks to link to"))
        self.list.setIconSize(QSize(_BADGE, _BADGE))
        self.own.installEventFilter(self)
        self.lay_out(self.kind, self.own)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        self.draw_cross()
        self.refresh()

    def stops(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [self.close_, self.words, self.kind, self.own]

    # -- opening ---------------------------------------------------------------------------------------------------

    def open(self, mark: Annotation) -> None:
        """Look for the other end of a link from `mark`."""
        self._mark = mark
        number = self._model.number(mark.id)
        name = label_name(self._session.label(mark.label))
        self.title.setText(self.tr("Link {0}").format(f"{name} {number}" if number else name))
        self._offer_kinds(mark)
        self.words.clear()
        self._pause.stop()
        self._draw()
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offer_kinds(self, mark: Annotation) -> None:
        """The usual one first; a label of the user's own has only kinds of her own."""
        known = ways(mark.label)
        self.kind.clear()
        if known:
            self.kind.addItem(self.tr("As the labels say"), None)
        for way in known:
            names = ", ".join(label_name(self._session.label(label)).lower() for label in way.labels)
            self.kind.addItem(f"{way.word} ({names})", way)
        for kind in own_kinds(self._session.library):
            self.kind.addItem(kind, own_way(kind, self._any_label()))
        self.kind.addItem(self.tr("Another kind…"), _OWN)
        self.own.clear()
        self.own.setVisible(self.kind.currentData() == _OWN)

    def _any_label(self) -> list[str]:
        return [label.id for label in (*self._session.labels, *DETAILS)]

    def _choose_kind(self) -> None:
        own = self.kind.currentData() == _OWN
        self.own.setVisible(own)
        self.refresh()
        if own:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def unnamed(self) -> bool:
        """Whether a kind of the user's own is wanted that has no name yet."""
        return self.kind.currentData() == _OWN and not plain_kind(self.own.text())

    @property
    def way(self) -> Way | None:
        """The kind of link that was asked for; None for the usual one, or while an own one has no name."""
        found = self.kind.currentData()
        if found == _OWN:
            kind = plain_kind(self.own.text())
            return own_way(kind, self._any_label()) if kind else None
        return found if isinstance(found, Way) else None

    # -- what is listed --------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List the marks that fit: the last of each label first, when nothing is typed, then by age, newest first."""
        self.list.clear()
        revision, mark = self._session.revision, self._mark
        if revision is None or mark is None:
            return
        text, labels = self.words.text().strip(), self._labels(mark)
        first = {} if text else self._last_of_each(revision.id, labels)
        for id, words in first.items():
            self._add(id, words)
        rest = self._session.library.newest_marks(revision.id, labels, text, limit=MOST)
        self._model.prefetch(rest)
        for id in rest:
            if id not in first and self._free(id):
                self._add(id, "")
        self._after(bool(text))

    def _after(self, typed: bool) -> None:
        if self.list.count():
            self.list.setCurrentRow(0)
            return
        words = self.tr("No mark that fits has these words.") if typed else self.tr("There is no mark that fits yet.")
        self.say_nothing_found(words)

    def _labels(self, mark: Annotation) -> list[str]:
        if self.kind.currentData() == _OWN:
            return self._any_label()
        wanted: Iterable[Way] = [self.way] if self.way is not None else ways(mark.label)
        return list(dict.fromkeys(label for way in wanted for label in way.labels))

    def _last_of_each(self, revision_id: str, labels: list[str]) -> dict[str, str]:
        found = {}
        for label in labels:
            ids = self._session.library.newest_marks(revision_id, [label], limit=8)
            last = next((id for id in ids if self._free(id)), "")
            if last:
                name = label_name(self._session.label(label)).lower()
                found[last] = self.tr("Last {0}").format(name)
        return found

    def _free(self, id: str) -> bool:
        """Whether a mark can be linked and is not linked like that already."""
        mark, other = self._mark, self._model.annotation(id)
        if mark is None or other is None or id == mark.id:
            return False
        if self.unnamed:
            return True  # whether it is linked like that shows when the kind has a name
        way = self.way or usual_way(mark.label, other.label)
        return way is not None and not linked(self._model.relations_of(mark.id), way, mark.id, id)

    def _add(self, id: str, first: str) -> None:
        card = self._model.card_of(id)
        if card is None:
            return
        quote = f"“{_around(' '.join(card.quote.split()), self.words.text().strip())}”"
        item = QListWidgetItem(self._badge(card), f"{first}: {quote}" if first else f"{card.number or ''} {quote}")
        item.setData(_MARK, id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first} {card.name} {quote}".strip())
        item.setSizeHint(QSize(0, 28))
        self.list.addItem(item)

    def _badge(self, card: Card) -> QIcon:
        pixmap = QPixmap(_BADGE * _SHARP, _BADGE * _SHARP)
        pixmap.setDevicePixelRatio(_SHARP)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = self._theme.tint(card.label.colour)
        paint_badge(painter, QRectF(0, 0, _BADGE, _BADGE), card.letter, tint, self.font())
        painter.end()
        made = QIcon(pixmap)
        made.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt dyes it
        return made

    # -- what is taken ---------------------------------------------------------------------------------------------

    def enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.refresh()  # what was typed last counts
        super().enter()

    def take(self, item: QListWidgetItem | None) -> None:
        if self.unnamed:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        id = item.data(_MARK) if item is not None else None
        if id:
            self.chosen.emit(id)


def _around(quote: str, words: str) -> str:
    """The part of `quote` that shows `words`, which may stand far behind its beginning."""
    folded, wanted = fold(quote), fold_text(words)
    place = next(folded.places(wanted), None) if wanted else None
    start = folded.span(*place).start - _BEFORE if place is not None else 0
    return f"…{quote[start : start + CUT]}" if start > 0 else quote[:CUT]
