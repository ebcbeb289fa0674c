"""The window's words in another size: one factor for all of them, in the widgets that are there, and nothing is cut."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QSpinBox, QWidget

from reader import edits
from reader.model.labels import CLAIM
from tests.ui.window_desk import Desk, Starter
from ui.dialogs.settings import SettingsDialog
from ui.look import scale, style, theme
from ui.look.scale import SCALE, px
from ui.settings import Settings


def shown(top: QWidget) -> list[QLabel | QAbstractButton]:
    every: list[QLabel | QAbstractButton] = [*top.findChildren(QLabel), *top.findChildren(QAbstractButton)]
    return [widget for widget in every if widget.isVisible() and widget.text()]


def scrolled(widget: QWidget | None) -> bool:
    """Whether it is in what can be scrolled up and down, and has the width that it needs there."""
    while widget is not None and not isinstance(held := widget, QScrollArea):
        widget = widget.parentWidget()
    return widget is not None and isinstance(held, QScrollArea) and held.horizontalScrollBar().maximum() == 0


def cut(top: QWidget) -> list[str]:
    """The labels and buttons whose words have not the room that they need."""
    found = []
    for widget in shown(top):
        if widget.__class__.__name__ in ("QuoteButton", "LabelChip", "ChipButton", "ChainChip"):
            continue  # data or names of labels, which are cut with an ellipsis; their tooltips have all of it
        if widget.text().endswith("…") and widget.toolTip():
            continue  # cut with an ellipsis; the tooltip has all of it
        if widget.objectName() in ("message", "qt_toolbar_ext_button"):
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        height = widget.heightForWidth(widget.width()) if wraps else widget.minimumSizeHint().height()
        wide = not wraps and widget.width() < widget.minimumSizeHint().width()
        bar = widget.parentWidget()
        if bar is not None and bar.objectName() == "target_bar" and not wraps:  # as wide as the margin lets it be
            wide = widget.width() - 8 < widget.fontMetrics().horizontalAdvance(widget.text())
        outside = not top.rect().contains(top.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0)))) and not scrolled(widget)
        if wide or widget.height() < height or outside:
            found.append(f"{widget.__class__.__name__} {widget.text()!r} {widget.size()} {widget.minimumSizeHint()}")
    return found


def marked(desk: Desk) -> None:
    assert desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("the night ferry")], CLAIM))
    desk.window.commands["next_mark"].trigger()
    desk.qtbot.waitUntil(lambda: bool(desk.session.here.marks))


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("size", [80, 100, 150])
def test_nothing_is_cut_at_any_usual_size(start: Starter, tmp_path: Path, size: int, language: str) -> None:
    (tmp_path / "settings.json").write_text(f'{{"words_size": {size}, "language": "{language}"}}')
    desk = start()
    window = desk.window
    window.resize(1280, 800)
    marked(desk)
    QApplication.processEvents()
    deadline = QDeadlineTimer(5000)
    while cut(window) and not deadline.hasExpired():
        desk.qtbot.wait(20)
    assert cut(window) == []
    assert window.width() <= 1280 and window.height() <= 800


def test_the_size_changes_in_the_same_widgets(desk: Desk) -> None:
    window, before = desk.window, desk.window.header.export
    marked(desk)
    small, low = before.fontMetrics().height(), before.height()
    states = window.library.states.list
    row = states.visualItemRect(states.item(0)).height()
    cards = window.panel.list
    desk.qtbot.waitUntil(lambda: cards.rowHeight(0) > 60)
    card, badge = cards.rowHeight(0), window.panel._delegate.faces.badge
    desk.program.settings.update(words_size=150)
    assert desk.window is window and window.header.export is before
    assert before.fontMetrics().height() > small * 1.3 and before.height() > low * 1.3
    assert QApplication.font().pixelSize() == 20 and window.menuBar().font().pixelSize() == 20
    desk.qtbot.waitUntil(lambda: states.visualItemRect(states.item(0)).height() > row * 1.3)
    desk.qtbot.waitUntil(lambda: cards.rowHeight(0) > card * 1.2)
    assert window.panel._delegate.faces.badge == pytest.approx(badge * 1.5, abs=1)
    desk.program.settings.update(words_size=100)
    desk.qtbot.waitUntil(lambda: cards.rowHeight(0) == card)
    desk.qtbot.waitUntil(lambda: before.fontMetrics().height() == small and before.height() == low)
    assert window.session.here.marks


def test_every_length_of_the_style_sheet_comes_from_the_scale(qapp: QApplication) -> None:
    light = theme.load("light")
    usual = [int(n) for n in re.findall(r"(\d+)px", style.sheet(light))]
    style.resize(qapp, 2.0, light)
    twice = [int(n) for n in re.findall(r"(\d+)px", style.sheet(light))]
    for one, two in zip(usual, twice, strict=True):
        assert two == one if one <= 1 else two >= one
        assert two in (one, 2 * one, 2 * one + 1, 2 * one + 2)
    assert sum(two > one for one, two in zip(usual, twice, strict=True)) > 60
    # Where the keyboard is, the edge is one pixel wider and the padding one narrower, so that nothing moves.
    assert "padding: 9px 23px" in style.sheet(light) and "padding: 10px 24px" in style.sheet(light)


def test_the_size_is_kept_and_bounded(desk: Desk) -> None:
    settings = desk.program.settings
    settings.update(words_size=150)
    assert Settings(settings.path).values.words_size == 150
    text = settings.path.read_text(encoding="utf-8")
    settings.path.write_text(text.replace('"words_size": 150', '"words_size": 5000'), encoding="utf-8")
    again = Settings(settings.path)
    assert again.values == replace(settings.values, words_size=200) and not again.notice


def test_the_settings_dialog_sets_it(desk: Desk) -> None:
    desk.window.commands["settings"].trigger()
    (dialog,) = desk.window.findChildren(SettingsDialog)
    field = dialog.findChild(QSpinBox)
    assert isinstance(field, QSpinBox) and (field.minimum(), field.maximum()) == (80, 200)
    field.setValue(130)
    assert SCALE.factor == pytest.approx(1.3) and dialog.isVisible()
    desk.qtbot.waitUntil(lambda: cut(dialog) == [])


@pytest.mark.parametrize(
    ("points", "dots", "expected"),
    [(9.0, 96, 1.0), (10.0, 96, 1.0), (15.0, 96, 1.5), (10.0, 144, 1.5), (90.0, 96, 3.0)],
)
def test_the_words_follow_the_systems_font(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, points: float, dots: int, expected: float
) -> None:
    class Screen:
        def logicalDotsPerInchY(self) -> float:
            return float(dots)

    font = QFont()
    font.setPointSizeF(points)
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(QGuiApplication, "primaryScreen", Screen)
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _kind: font)
    assert scale.of_system() == pytest.approx(expected)


def test_a_font_of_the_system_that_changes_is_followed_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "of_system", lambda: 1.5)
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.ThemeChange))
    desk.qtbot.waitUntil(lambda: SCALE.factor == 1.5 and px(10) == 15)
    assert QApplication.font().pixelSize() == 20
