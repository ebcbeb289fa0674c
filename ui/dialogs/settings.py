"""The settings in one place: who marks, which language, which paper, and where the library lies."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.parts import FRAME, add_row, align_number, button
from ui.language.i18n import LANGUAGES
from ui.look.paper_names import paper_name
from ui.look.scale import SCALE
from ui.settings import PAPERS, WORDS, Settings

LONGEST = 240  # minutes until everything is hidden


class SettingsDialog(QDialog):
    """Every change holds at once; there is nothing to confirm. `keysWanted` asks for the editor of keys,
    `publisherWanted` for who publishes and the rating scale, `secondWanted` for where backups go too."""

    keysWanted, publisherWanted = Signal(), Signal()
    secondWanted = Signal(bool)  # true: no second place any more

    def __init__(self, settings: Settings, library: Path, parent: QWidget | None = None, *, second: str = "") -> None:
        """`second` is where backups of the library go too; empty: nowhere."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(460)
        self._settings = settings
        form = QFormLayout()
        add_row(form, self.tr("Your name on marks:"), self._annotator())
        add_row(form, self.tr("Language:"), self._language())
        add_row(form, self.tr("Paper:"), self._paper())
        add_row(form, self.tr("Size of the window's words:"), self._words())
        add_row(form, self.tr("Selecting:"), self._snap())
        add_row(form, self.tr("Hide when idle:"), self._lock_after())
        add_row(form, self.tr("Keys:"), self._keys())
        add_row(form, self.tr("Library:"), self._path(library))
        add_row(form, self.tr("Backups also in:"), self._second_place(second))
        add_row(form, self.tr("Published reviews:"), self._publisher())
        add_row(form, self.tr("Settings file:"), self._path(settings.path))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)
        SCALE.follow(self._fit)

    def _fit(self) -> None:
        """Take the room that the words need at their size."""
        if self.isVisible():
            QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize() - FRAME))

    def _annotator(self) -> QLineEdit:
        self.annotator = QLineEdit(self._settings.values.annotator, self)
        self.annotator.setAccessibleName(self.tr("Your name on marks"))
        self.annotator.setToolTip(self.tr("Written on every mark you make, and into the sets you export"))
        self.annotator.editingFinished.connect(lambda: self._settings.update(annotator=self.annotator.text().strip()))
        return self.annotator

    def _language(self) -> QComboBox:
        self.language = QComboBox(self)
        self.language.setAccessibleName(self.tr("Language"))
        self.language.setToolTip(self.tr("The language of the window"))
        self.language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self._settings.values.language))
        # The window is made anew in the other language, which closes this dialog with it.
        self.language.activated.connect(lambda _row: self._choose_language())
        return self.language

    def _choose_language(self) -> None:
        code = self.language.currentData()
        self.accept()
        self._settings.update(language=code)

    def _paper(self) -> QComboBox:
        self.paper = QComboBox(self)
        self.paper.setAccessibleName(self.tr("Paper"))
        self.paper.setToolTip(self.tr("The colours of the window and of the page"))
        for paper in PAPERS:
            self.paper.addItem(paper_name(paper), paper)
        self.paper.setCurrentIndex(self.paper.findData(self._settings.values.theme))
        self.paper.activated.connect(lambda _row: self._settings.update(theme=self.paper.currentData()))
        return self.paper

    def _words(self) -> QSpinBox:
        self.words = QSpinBox(self)
        align_number(self.words)
        self.words.setRange(*WORDS)
        self.words.setSingleStep(10)
        self.words.setSuffix(self.tr(" %"))
        self.words.setKeyboardTracking(False)  # 150 is not 1 and 15 first
        self.words.setAccessibleName(self.tr("Size of the window's words"))
        self.words.lineEdit().setAccessibleName(self.words.accessibleName())
        self.words.setToolTip(self.tr("Menus, lists and buttons; 100 % is the size that the system asks for"))
        self.words.setValue(self._settings.values.words_size)
        self.words.valueChanged.connect(lambda size: self._settings.update(words_size=size))
        return self.words

    def _snap(self) -> QCheckBox:
        self.snap = QCheckBox(self.tr("Whole words"), self)
        self.snap.setAccessibleName(self.tr("Select whole words"))
        self.snap.setToolTip(self.tr("What the mouse selects are whole words; hold Alt while dragging for letters"))
        self.snap.setChecked(self._settings.values.snap_words)
        self.snap.toggled.connect(lambda on: self._settings.update(snap_words=on))
        return self.snap

    def _lock_after(self) -> QSpinBox:
        self.lock_after = QSpinBox(self)
        align_number(self.lock_after)
        self.lock_after.setRange(0, LONGEST)
        self.lock_after.setSpecialValueText(self.tr("Never"))
        self.lock_after.setSuffix(self.tr(" min"))
        self.lock_after.setKeyboardTracking(False)
        self.lock_after.setAccessibleName(self.tr("Hide everything after so many minutes without a key"))
        self.lock_after.lineEdit().setAccessibleName(self.lock_after.accessibleName())
        self.lock_after.setToolTip(self.tr("An encrypted library is shown again for its passphrase, others for a key"))
        self.lock_after.setValue(self._settings.values.lock_after)
        self.lock_after.valueChanged.connect(lambda minutes: self._settings.update(lock_after=minutes))
        return self.lock_after

    def _keys(self) -> QPushButton:
        self.keys = button(self.tr("Change the keys…"), self.tr("Give actions other keys"), self)
        self.keys.setAutoDefault(False)
        self.keys.clicked.connect(self.keysWanted)
        return self.keys

    def _publisher(self) -> QPushButton:
        hint = self.tr("Name, address and logo of who publishes, and what ratings are called; kept in this library")
        self.publisher = button(self.tr("Publisher and rating scale…"), hint, self)
        self.publisher.setAutoDefault(False)
        self.publisher.clicked.connect(self.publisherWanted)
        return self.publisher

    def _second_place(self, second: str) -> QWidget:
        """Where backups go too, and a way to none."""
        hint = self.tr("A second place for backups, such as a stick or another disk; kept in this library")
        self.second = button(self.tr("Choose a folder…"), hint, self)
        self.second.setAccessibleName(self.tr("Backups also in: {0}").format(second or self.tr("nowhere")))
        self.no_second = button(self.tr("Nowhere else"), self.tr("Keep backups beside the library only"), self)
        self.no_second.setVisible(bool(second))
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        if second:
            column.addWidget(self._path(Path(second)))
        for one, none in ((self.second, False), (self.no_second, True)):
            one.setAutoDefault(False)
            one.clicked.connect(partial(self._choose_second, none))
            column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _choose_second(self, none: bool, _checked: bool = False) -> None:
        self.accept()
        self.secondWanted.emit(none)

    def _path(self, path: Path) -> QLabel:
        label = QLabel(str(path), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        return label
