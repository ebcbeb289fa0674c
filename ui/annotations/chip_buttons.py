"""Rows of chips are made anew when what they say changes: the old buttons go, the new ones say which was pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QAbstractButton


def dismiss(buttons: Iterable[QAbstractButton]) -> None:
    """Hide buttons at once, and delete them when the event loop comes round: one of them may be the sender."""
    for button in buttons:
        button.hide()
        button.deleteLater()


def present(buttons: Mapping[str, QAbstractButton], chosen: Callable[[str], None]) -> None:
    """Show buttons; a click on one calls `chosen` with its id."""
    for id, button in buttons.items():
        button.clicked.connect(lambda _checked=False, id=id: chosen(id))
        button.show()
