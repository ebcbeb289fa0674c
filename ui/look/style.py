"""The quiet chrome: a palette and a style sheet made from a theme, and the fonts that come with the program."""

from __future__ import annotations

import re
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui import paths
from ui.look.scale import SCALE, px
from ui.look.theme import Theme

CHROME_FACES = ("Inter", "Atkinson Hyperlegible Next", "Noto Sans", "DejaVu Sans")
CHROME_SIZE = 13  # pixels at the usual size of the words
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PIXELS = re.compile(r"(\d+)px")
_SIDE = re.compile(r"((?:width|height): )(\d+)px")
_PADDING = re.compile(r"padding[a-z-]*: [^;}]+")


def register_fonts() -> None:
    """Make the bundled faces known to Qt; to be called before the first text is laid out."""
    folder = paths.resources() / "fonts"
    for file in sorted([*folder.glob("**/*.ttf"), *folder.glob("**/*.otf")]):
        QFontDatabase.addApplicationFont(str(file))


def chrome_font() -> QFont:
    """Return the face of menus, buttons and lists."""
    known = set(QFontDatabase.families())
    font = QFont(next((face for face in CHROME_FACES if face in known), QFont().defaultFamily()))
    font.setPixelSize(px(CHROME_SIZE))
    return font


def palette(theme: Theme) -> QPalette:
    """Return the theme's colours in Qt's roles, so that widgets without a rule of their own agree with the rest."""
    role = QPalette.ColorRole
    made = QPalette()
    for name, colour in {
        role.Window: theme.chrome,
        role.WindowText: theme.chrome_text,
        role.Base: theme.raised,
        role.AlternateBase: theme.chrome,
        role.Text: theme.chrome_text,
        role.Button: theme.raised,
        role.ButtonText: theme.chrome_text,
        role.BrightText: theme.warning,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.chrome_text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.paper,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.border,
        role.Mid: theme.border,
        role.Dark: theme.faint,
        role.Shadow: theme.border,
        role.Accent: theme.accent,
    }.items():
        made.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, theme.faint)
    return made


def sheet(theme: Theme) -> str:
    """Return the style sheet of the whole program, in the size that the words have now."""
    return _scaled(_SHEET).substitute(
        **{name: _picture(name, theme) for name in ("arrow_down", "arrow_up", "check")},
        chrome=theme.chrome.name(),
        text=theme.chrome_text.name(),
        paper=theme.paper.name(),
        muted=theme.muted.name(),
        faint=theme.faint.name(),
        raised=theme.raised.name(),
        border=theme.border.name(),
        edge=theme.edge.name(),
        chosen=theme.selection.name(),
        accent=theme.accent.name(),
        warning=theme.warning.name(),
        handle=_between(theme.border, theme.faint, 0.35).name(),
        hover=_between(theme.raised, theme.selection, 0.5).name(),
    )


def _picture(name: str, theme: Theme) -> str:
    """The file of a small picture that a style sheet draws, for a dark or a light paper."""
    file = f"{name.replace('_', '-')}-{'dark' if theme.dark else 'light'}.svg"
    return (paths.resources() / "themes" / file).as_posix()


def _scaled(template: Template) -> Template:
    """All lengths at the size of the words. A ring of focus is one pixel wider than the edge that it covers, so the
    padding inside it is one narrower, at every size; a box that has it on both sides is two smaller."""

    def rule(found: re.Match[str]) -> str:
        selector, body = found[1], _PIXELS.sub(lambda length: f"{px(int(length[1]))}px", found[2])
        if ":focus" in selector:
            body = _PADDING.sub(lambda padding: _PIXELS.sub(_inside_ring, padding[0]), found[2])
            body = _SIDE.sub(lambda side: f"{side[1]}{px(int(side[2]) + 2) - 2}px", body)
        return f"{selector}{{{body}}}"

    return Template(_RULE.sub(rule, template.template))


def _inside_ring(length: re.Match[str]) -> str:
    return f"{px(int(length[1]) + 1) - 1}px"


def resize(application: QApplication, factor: float, theme: Theme) -> None:
    """Give all words of the window another size, in the widgets that are there."""
    if not SCALE.set(factor):
        return
    application.setFont(chrome_font())
    dress(application, theme)
    SCALE.tell()


def dress(application: QApplication, theme: Theme) -> None:
    """Put the theme on every window of the program."""
    application.setPalette(palette(theme))
    application.setStyleSheet(sheet(theme))


def _between(one: QColor, other: QColor, share: float) -> QColor:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    red, green, blue = (round(a + (b - a) * share) for a, b in parts)
    return QColor(red, green, blue)


_SHEET = Template("""
QMainWindow, QDialog, QMessageBox { background: $chrome; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }
QMenuBar { background: $chrome; color: $text; border: none; padding: 1px 8px; spacing: 0; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $chosen; }
QMenu { background: $raised; color: $text; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 26px; border-radius: 5px; }
QMenu::item:selected { background: $chosen; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::icon { padding-left: 7px; }
QMenu::indicator { width: 13px; height: 13px; left: 7px; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }
#header { background: $chrome; border-bottom: 1px solid $border; }
#brand { color: $text; }
#status { background: $chrome; border-top: 1px solid $border; }
#status QLabel, #status QToolButton { color: $muted; background: transparent; border: none; padding: 0; }
#status QToolButton { padding: 2px 5px; border-radius: 4px; border: 1px solid transparent; }
#status QToolButton:hover { background: $chosen; color: $text; }
#status QToolButton:focus { border: 2px solid $accent; padding: 1px 4px; }
#status QLabel[tone="warning"] { color: $warning; }
#status QProgressBar { max-width: 120px; min-width: 120px; max-height: 6px; border: none; border-radius: 3px;
  background: $chosen; }
#status QProgressBar::chunk { background: $accent; border-radius: 3px; }
#banner { background: $raised; border-bottom: 1px solid $border; border-left: 3px solid $accent; }
#banner[tone="warning"] { border-left-color: $warning; }
#banner QLabel { color: $text; background: transparent; }
#leave { color: $muted; background: transparent; border: 1px solid $edge; border-radius: 6px; padding: 3px 9px; }
#leave:hover, #leave:focus { color: $text; border-color: $accent; background: $raised; }
#leave:focus { border-width: 2px; padding: 2px 8px; }
#desk { background: $paper; border: none; }
#panel_title, #inspector_title, #finder_title, #recovery_word { font-weight: 600; }
#recovery_word { font-size: 17px; }
#annotations QLabel[tone="muted"] { color: $muted; }
#annotations QScrollArea { background: transparent; }
#annotations QTableView::item:selected { background: $chrome; }
#inspector { border: none; border-top: 1px solid $border; }
#inspector QPushButton { text-align: left; background: transparent; border: 1px solid transparent; padding: 2px 4px; }
#inspector QPushButton:hover { background: $hover; }
#inspector QPushButton:focus { border: 2px solid $accent; padding: 1px 3px; }
#finder { background: $raised; border: 1px solid $border; border-radius: 8px; }
#finder QListWidget { background: $raised; }
#board { background: $chrome; }
#board QTreeView::item { padding: 3px 0; }
#board QListView::item { padding: 1px 0; }
#matrix { gridline-color: $border; outline: none; }
#matrix::item { padding: 3px 6px; }
#drop_target { background: transparent; border: 3px solid $accent; border-radius: 8px; }
#drop_target QLabel { background: $raised; color: $text; border: 2px solid $accent; border-radius: 8px;
  padding: 14px 26px; font-weight: 600; }
#adding_line { color: $text; background: $raised; border-left: 3px solid $accent; padding: 6px 11px; }
#welcome { background: $paper; color: $muted; }
QAbstractScrollArea { border: none; }
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $raised; color: $text;
  border: 1px solid $edge; border-radius: 6px; padding: 5px 8px; selection-background-color: $accent;
  selection-color: $paper; placeholder-text-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; padding: 4px 7px; }
QSpinBox, QDoubleSpinBox { padding-right: 26px; min-height: 18px; }
QSpinBox:focus, QDoubleSpinBox:focus { padding-right: 25px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 22px; border: none;
  border-left: 1px solid $edge; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; border-top-right-radius: 6px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; border-bottom-right-radius: 6px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-button:pressed, QAbstractSpinBox::down-button:pressed { background: $chosen; }
QAbstractSpinBox::up-arrow { image: url("$arrow_up"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$arrow_down"); width: 10px; height: 10px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow_down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $edge;
  selection-background-color: $chosen; selection-color: $text; outline: none; }
QCheckBox { spacing: 8px; color: $text; min-height: 24px; }
QCheckBox:disabled { color: $faint; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; border: 1px solid $edge;
  border-radius: 4px; background: $raised; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$check"); }
QCheckBox:focus { text-decoration: underline; }
QPushButton { background: $raised; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $chosen; }
QPushButton:default { border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled { color: $faint; border-color: $border; }
QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px;
  padding: 4px 8px; }
QToolButton:focus { border: 2px solid $accent; padding: 3px 7px; }
QToolButton:checked { background: $chosen; }
#header QToolButton { background: $raised; border-color: $edge; padding: 5px 10px; }
#header QToolButton:hover { background: $hover; }
#header QToolButton:focus { border: 2px solid $accent; padding: 4px 9px; }
#header QToolButton::menu-indicator { image: none; }
#library QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; }
#library QToolButton { padding-right: 14px; }
QListView, QTreeView, QTableView { background: $chrome; color: $text; placeholder-text-color: $muted; border: none;
  outline: none; }
QTableView { outline: 2px solid $accent; }
QListView::item, QTreeView::item { border: 2px solid transparent; padding: 1px 2px; min-height: 18px; }
QListView::item:focus, QTreeView::item:focus { border-color: $accent; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $chosen; color: $text; }
QHeaderView::section { background: $chrome; color: $muted; border: none; border-bottom: 1px solid $border;
  padding: 4px 8px; }
QTableCornerButton::section { background: $chrome; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: 4px 10px; border: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { border-color: $accent; border-radius: 4px; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QGroupBox { border: 1px solid $border; border-radius: 8px; margin-top: 10px; padding: 10px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; color: $muted; }
""")
