"""One source: who it is, whom it speaks for, and what only the desk may know of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from reader.model.claims import Source
from reader.model.vocabulary import SOURCE
from ui.board.acts import Acts
from ui.board.fields import Fields, Spec
from ui.board.picture import Picture
from ui.dialogs.parts import add_row, words
from ui.language.plain_words import field_name


class SourceEditor(QWidget):
    """Shows a source; each change is saved at once."""

    def __init__(self, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._source: Source | None = None
        self._sources: list[Source] = []
        title = words(self.tr("Source"), self)
        title.setObjectName("panel_title")
        self.fields = Fields((
            Spec("name"), Spec("aliases", lines=3, hint=self.tr("One name a line")), Spec("kind", SOURCE["kind"]),
            Spec("affiliation"), Spec("role"), Spec("identification", SOURCE["identification"]),
            Spec("identity_basis", SOURCE["identity_basis"]), Spec("address", hint="https://…"),
            Spec("ground_rules", SOURCE["ground_rules"], desk=True),
            Spec("reliability", SOURCE["reliability"], desk=True), Spec("note", lines=2),
        ), self)  # fmt: skip
        self.party = QComboBox(self)
        self.party.setAccessibleName(field_name("party"))
        self.party.setToolTip(self.tr("The party that this source speaks for"))
        self.party.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.party.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column, form = QVBoxLayout(self), QFormLayout()
        column.setContentsMargins(14, 12, 14, 14)
        add_row(form, field_name("party"), self.party)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(self.fields)
        column.addStretch(1)
        self.fields.changed.connect(self._change)
        self.fields.left.connect(self._acts.end_typing)
        self.party.activated.connect(lambda _at: self._change({"party": str(self.party.currentData() or "")}))

    def follow(self, picture: Picture) -> None:
        """Know the sources of this moment."""
        self._sources = list(picture.sources)

    def show_source(self, source: Source | None) -> None:
        """Show that source; what was typed for the one before is saved first."""
        fresh = source is None or self._source is None or source.id != self._source.id
        if fresh:
            self.save()
        self._source = source
        if source is None:
            return
        values = {n: str(getattr(source, n)) for n in self.fields.widgets if n != "aliases"}
        self.fields.show_values(values | {"aliases": "\n".join(source.aliases)}, fresh=fresh)
        self.party.clear()
        self.party.addItem("–", "")
        for other in sorted(self._sources, key=lambda s: s.name.casefold()):
            if other.id not in self._led(source.id):
                self.party.addItem(other.name, other.id)
        self.party.setCurrentIndex(max(0, self.party.findData(source.party)))

    def _led(self, id: str) -> set[str]:
        """The source and whoever speaks for it: it cannot speak for one of them."""
        found, size = {id}, 0
        while len(found) != size:
            size = len(found)
            found |= {s.id for s in self._sources if s.party in found}
        return found

    def save(self) -> None:
        """Take what is typed and was not left yet."""
        if self._source is not None:
            self.fields.save()

    def _change(self, fields: object) -> None:
        if self._source is None or not isinstance(fields, dict):
            return
        values = dict(fields)
        if "aliases" in values:
            values["aliases"] = tuple(
                dict.fromkeys(n.strip() for n in str(values["aliases"]).splitlines() if n.strip())
            )
        if values.get("name") != "":
            self._acts.change_source(self._source, values)
