"""Who made the marks of the open article: a chip a person, pressed while her marks are shown; colours by person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.model.labels import Label, Underline
from ui.actions.keys import KEYS, with_key
from ui.annotations.chips import Chip, ChipBox
from ui.annotations.model import AnnotationModel
from ui.look.keys import native
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme
from ui.mark_filter import initials
from ui.session import Session


class PeopleBox(QWidget):
    """Hidden while the marks are one person's, unless some are hidden or colours were to tell the person.

    It shows and changes `session.showing`.
    """

    def __init__(self, session: Session, model: AnnotationModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._model = session, model
        self.title, self.colours = QLabel(self.tr("People"), self), QToolButton(self)
        self.chips = ChipBox(theme, self, rows=2)
        self.notice, self.everything = QLabel(self), QPushButton(self.tr("Show all"), self)
        self._build()
        self._lay_out()
        self.chips.chosen.connect(self._chosen)
        self.colours.clicked.connect(session.showing.set_by_person)
        self.everything.clicked.connect(session.showing.show_all)

    def _build(self) -> None:
        for words in (self.title, self.notice):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setProperty("tone", "muted")
            words.setWordWrap(True)
        self.colours.setText(self.tr("Colour by person"))
        self.colours.setAccessibleName(self.tr("Colour by person"))
        self.colours.setToolTip(self.tr("Marks take the colour of who made them; the underline tells the label"))
        self.colours.setCheckable(True)
        self.colours.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.everything.setAccessibleName(self.tr("Show all marks"))
        self.name_keys()
        KEYS.changed.connect(self.name_keys)
        self.everything.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def name_keys(self) -> None:
        """Say the key that shows all again."""
        self.everything.setToolTip(plain_tooltip(with_key(self.tr("Show every mark again"), "show_all_marks")))

    def _lay_out(self) -> None:
        column, head, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        head.addWidget(self.title, 1)
        head.addWidget(self.colours)
        foot.addWidget(self.notice, 1)
        foot.addWidget(self.everything)
        column.addLayout(head)
        column.addWidget(self.chips)
        column.addLayout(foot)

    def stops(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [self.colours, *self.chips.chips.values(), self.everything] if not self.isHidden() else []

    def set_theme(self, theme: Theme) -> None:
        self.chips.set_theme(theme)

    def refresh(self) -> None:
        """Count anew."""
        counts, showing = self._model.people, self._session.showing
        several = len(counts) > 1
        alone = showing.by_person and not several and bool(counts)
        self.setVisible(several or showing.active or alone)
        if self.isHidden():
            return
        showing.meet(counts)
        chips = [self._chip(person, count) for person, count in sorted(counts.items())]
        self.chips.show_chips(chips, [person for person in counts if person not in showing.hidden])
        self.colours.setChecked(showing.by_person)
        for part in (self.title, self.colours, self.chips):
            part.setVisible(several)
        hidden = sum(not showing.shows(mark) for mark in self._session.page_annotations) if showing.active else 0
        parts = [self.tr("%n mark(s) not shown on the page", "", hidden)] if showing.active else []
        parts += [alone_words(next(iter(counts)))] if alone else []
        self.notice.setText("\n".join(parts))
        self.notice.setVisible(bool(parts))
        self.everything.setVisible(showing.active)

    def _chip(self, person: str, count: int) -> Chip:
        name = person or self.tr("(no name)")
        hint = self.tr("{0}: {1} marks. A click hides or shows them; {2}click shows only them")
        label = Label(person, name, "", self._session.showing.colour(person), Underline.SOLID, 0)
        return Chip(label, str(count), hint.format(name, count, native("Alt+A").removesuffix("A")), initials(person))

    def _chosen(self, person: str) -> None:
        if QGuiApplication.keyboardModifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier):
            self._session.showing.only(person, self._model.people)
        else:
            self._session.showing.toggle(person)
        self.refresh()


def alone_words(person: str) -> str:
    """Return why marks are not coloured by their person in an article that one person marked."""
    translate = QCoreApplication.translate
    name = person or translate("PeopleBox", "(no name)")
    return translate("PeopleBox", "Colour by person: all marks here are of {0}, so colours tell the label.").format(
        name
    )
