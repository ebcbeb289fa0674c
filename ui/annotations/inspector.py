"""What can be done to the chosen mark, in place under the cards: note, tags, label, links, delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader import edits
from reader.edits import Change
from reader.edits.attribution import CONTENT, Attribution, attribution_of, drop_member
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Claim, Source
from reader.model.labels import Label
from ui.actions.keys import KEYS, with_key
from ui.annotations.attribution_box import AttributionBox
from ui.annotations.attribution_choice import attribution_for
from ui.annotations.card_lines import attribution_words
from ui.annotations.chips import Chip, ChipBox
from ui.annotations.fields import MarkFields
from ui.annotations.finders.recent import KIND, RecentKnown
from ui.annotations.mention_box import MentionBox
from ui.annotations.model import AnnotationModel
from ui.annotations.relation_lines import links_of
from ui.annotations.relation_rows import Line, RelationRows
from ui.language.i18n import label_name
from ui.look.icons import icon
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, px
from ui.look.theme import Theme
from ui.session import Session


class Inspector(QFrame):
    """Follows the chosen marks. With several of them only their label can be changed, and all be deleted.

    `relabelRequested` carries a label's id, `goRequested` a mark's; what is typed comes as `editRequested`.
    """

    relabelRequested = Signal(str)
    editRequested = Signal(object)
    linkRequested = Signal(str)
    deleteRequested = Signal()
    goRequested = Signal(str)
    left = Signal()
    refreshed = Signal()
    shown = Signal()
    draftChanged = Signal(object)
    actionWanted = Signal(str)
    described = Signal(str, str)
    basisWanted = Signal(str)
    knownDescribed = Signal(str, str)

    def __init__(
        self, session: Session, model: AnnotationModel, recent: RecentKnown, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._session, self._model, self._recent, self._theme = session, model, recent, theme
        self._entered, self._entering = "", False
        self.ids: tuple[str, ...] = ()
        self._dressed = False
        self.title, self.extent = _words(self), _words(self)
        self.link = self._button(self.tr("Link"))
        self.delete = self._button(self.tr("Delete"))
        self.chips, self.relations = ChipBox(theme, self, rows=2), RelationRows(theme, self)
        self.mention, self.attribution = MentionBox(theme, self), AttributionBox(theme, self)
        self.fields = MarkFields(session, self)
        self._lay_out()
        self.name_keys()
        KEYS.changed.connect(self.name_keys)
        self._connect()
        self.set_theme(theme)
        SCALE.follow(self._fit)
        self.hide()

    def name_keys(self) -> None:
        """Say the keys that the buttons have now."""
        self.link.setToolTip(plain_tooltip(with_key(self.tr("Link to another mark"), "link")))
        self.delete.setToolTip(plain_tooltip(with_key(self.tr("Delete, undo brings it back"), "delete_mark")))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _fit(self) -> None:
        for button in (self.link, self.delete):
            button.setFixedSize(px(28), px(26))

    def _lay_out(self) -> None:
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        head.setSpacing(4)
        self.title.setObjectName("inspector_title")
        self.extent.setProperty("tone", "muted")
        for widget in (self.title, self.extent):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self.link, self.delete):
            head.addWidget(button)
        column.addLayout(head)
        for part in (self.fields, self.chips, self.mention, self.relations, self.attribution):
            column.addWidget(part)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._relabel)
        self.link.clicked.connect(lambda: self.linkRequested.emit(self.ids[0]))
        self.delete.clicked.connect(self.deleteRequested)
        self.relations.goRequested.connect(self.goRequested)
        self.relations.unlinkRequested.connect(self._unlink)
        self.fields.editRequested.connect(self.editRequested)
        self.fields.draftChanged.connect(self.draftChanged)
        self.fields.left.connect(self.left)
        self.mention.actionWanted.connect(self.actionWanted)
        self.mention.basisWanted.connect(self.basisWanted)
        self.mention.described.connect(self.knownDescribed)
        self.attribution.actionWanted.connect(self.actionWanted)
        self.attribution.described.connect(self.described)
        self.attribution.goWanted.connect(self.goRequested)
        self._session.changed.connect(self._follow)
        self._session.labelsChanged.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.chips.set_theme(theme)
        for part in (self.relations, self.mention, self.attribution):
            part.set_theme(theme)
        self._dressed = False
        if not self.isHidden():
            self._draw_icons()

    def _draw_icons(self) -> None:
        """Not before a mark is chosen: the first paint needs no icon."""
        if not self._dressed:
            self._dressed = True
            self.link.setIcon(icon("link", self._theme.chrome_text))
            self.delete.setIcon(icon("trash-2", self._theme.chrome_text))

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_marks(self, ids: Sequence[str]) -> None:
        """Show these marks, or nothing. A typed note is stored first."""
        if tuple(ids) == self.ids:
            return
        self.fields.apply_drafts()
        self.ids = tuple(ids)
        self.fields.load(self._model.annotation(ids[0]) if len(ids) == 1 else None)
        self.refresh()
        self.shown.emit()

    def refresh(self) -> None:
        """Say anew what is known of the shown marks, but for what is being typed."""
        mark = self._model.annotation(self.ids[0]) if self.ids else None
        self.setVisible(mark is not None)
        if mark is None:
            return
        self._draw_icons()
        one = len(self.ids) == 1
        self.title.setText(self._name(mark) if one else self.tr("{0} marks chosen").format(len(self.ids)))
        self.extent.setText(self._extent(mark) if one else "")
        self._show_chips(mark if one else None)
        self.relations.show_lines(links_of(self._model, mark) if one else [])
        self._show_mention(mark, KIND.get(mark.label, "") if one else "")
        self._show_attribution(mark if one else None)
        self.fields.setVisible(one)
        self.link.setVisible(one)
        self.refreshed.emit()

    def _name(self, mark: Annotation) -> str:
        name, number = label_name(self._session.label(mark.label)), self._model.number(mark.id)
        return f"{name} {number}" if number else name

    def _extent(self, mark: Annotation) -> str:
        """How many pieces of the text the mark has."""
        return self.tr("%n span(s)", "", len(mark.anchor.spans))

    def _show_chips(self, mark: Annotation | None) -> None:
        known = list(self._session.labels)
        if mark is not None and all(label.id != mark.label for label in known):
            known.append(self._session.label(mark.label))
        chips = [Chip(label, label.key, self._hint(label), self._session.letter(label)) for label in known]
        self.chips.show_chips(chips, [mark.label] if mark is not None else ())

    def _hint(self, label: Label) -> str:
        text = self.tr("Change to {0}").format(label_name(label))
        return f"{text} ({label.key})" if label.key else text

    def _show_mention(self, mark: Annotation, kind: str) -> None:
        known = self._recent.mentioned(mark) if kind else None
        offered = self._recent.offered(mark) if kind and (known is None or self._entering) else []
        self.mention.show_mention(mark, kind, known, offered)

    def show_entered(self, relation_id: str, entering: bool) -> None:
        """This attribution was entered last: of those that a mark is in, it is the one that is shown.

        While it is being entered, what a mark could mention instead is offered, too.
        """
        self._entered, self._entering = relation_id, entering
        self.refresh()

    def _show_attribution(self, mark: Annotation | None) -> None:
        relations = self._model.relations_of(mark.id) if mark is not None else []
        held = attribution_for(mark.id, relations, self._entered) if mark is not None else None
        outer = self._session.library.relations_by_id([held.relation.within]) if held and held.relation.within else []
        around = (attribution_words(self._model, outer[0]), outer[0].end(CONTENT)) if outer else ("", "")
        self.attribution.show_attribution(held, self._label_of(held), around)

    def _label_of(self, held: Attribution | None) -> str:
        content = self._model.annotation(held.content[0]) if held is not None else None
        return content.label if content is not None else ""

    def stops(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        links = self.relations.findChildren(QAbstractButton)
        parts = [*self.mention.stops(), *links, *self.attribution.stops()]
        return [self.link, self.delete, self.fields.note, self.fields.tags, *self.chips.chips.values(), *parts]

    # -- what is done ----------------------------------------------------------------------------------------------

    def _relabel(self, label_id: str) -> None:
        self.relabelRequested.emit(label_id)
        self.refresh()  # a chip that was pressed in vain stays as the mark is

    def _unlink(self, line: Line) -> None:
        """Take the link away; from an attribution of which more is known only the mark whose line it is."""
        held = attribution_of(line.relation)
        if held is None or (len(held.relation.members) <= 2 and not held.relation.attributes):
            self.editRequested.emit(edits.unlink(line.relation))
        else:
            gone = self.ids[0] if held.content == (line.other,) else line.other
            self.editRequested.emit(drop_member(line.relation, gone))

    def _follow(self, change: Change) -> None:
        """Follow the chosen mark, and the marks that its links lead to."""
        if not self.ids:
            return
        for swap in change.edit.swaps:
            if swap.entity.id == self.ids[0] and isinstance(swap.after, Annotation) and len(self.ids) == 1:
                self.fields.follow(swap.after)
        if change.unlisted or len(change.edit.swaps) > len(self.ids) or self._touches(change):
            self.refresh()

    def _touches(self, change: Change) -> bool:
        return any(isinstance(swap.entity, (Annotation, Relation, Claim, Source)) for swap in change.edit.swaps)


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
