"""From pane to pane with one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.window_desk import Desk


def pane(desk: Desk) -> str:
    """The name of the pane that has the keyboard."""
    window, focus = desk.window, QApplication.focusWidget()
    panes: dict[str, QWidget] = {"library": window.library, "article": window.view, "annotations": window.panel}
    return next(
        (name for name, one in panes.items() if focus is not None and (one is focus or one.isAncestorOf(focus))), ""
    )


def round_trip(desk: Desk, steps: int) -> list[str]:
    """The panes that F6 goes through, from the article on."""
    desk.window.view.setFocus()
    assert pane(desk) == "article"
    seen = []
    for _ in range(steps):
        desk.key(Qt.Key.Key_F6)
        seen.append(pane(desk))
    return seen


def test_f6_goes_round_the_panes(desk: Desk) -> None:
    assert round_trip(desk, 4) == ["annotations", "library", "article", "annotations"]


@pytest.mark.parametrize(("folded", "others"), [("toggle_library", "annotations"), ("toggle_panel", "library")])
def test_f6_passes_a_folded_pane_by(desk: Desk, folded: str, others: str) -> None:
    desk.window.commands[folded].trigger()
    assert round_trip(desk, 3) == [others, "article", others]


def test_the_next_pane_is_entered_at_the_cards_not_at_a_button(desk: Desk) -> None:
    """Two marks on nearly the same words bring an offer to merge, with a button: Enter must not press it unseen."""
    for words in ("the night ferry never sailed", "night ferry never sailed"):
        desk.select(words)
        desk.key(Qt.Key.Key_1)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_F6)
    assert desk.window.panel.list.hasFocus()
    desk.key(Qt.Key.Key_Return)
    assert len(desk.session.library.annotations(desk.sample.article.id)) == 2
