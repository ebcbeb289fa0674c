"""The page shows one label, when wanted: that of the panel's filter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.desk import Desk


def follow(desk: Desk) -> None:
    """From now on the page shows only the label that the panel is filtered by, or all labels again."""
    on = not desk.settings.values.page_follows
    desk.settings.note(page_follows=on)
    label = desk.panel.model.asked.label
    desk.session.showing.set_label(label if on else "")
    desk.commands["page_follows"].setChecked(on)
    if on and not label:
        desk.say(
            QCoreApplication.translate(
                "MainWindow", "From now on a label chosen in the panel is the only one on the page."
            )
        )


def filtered(desk: Desk, label: str) -> None:
    """The panel is filtered by another label, or by none."""
    if desk.settings.values.page_follows:
        desk.session.showing.set_label(label)


def changed(desk: Desk) -> None:
    """Tell it in the menu. A mark that had to be seen ends the filter in the panel too."""
    showing, model = desk.session.showing, desk.panel.model
    desk.commands["by_person"].setChecked(showing.by_person)
    if desk.settings.values.page_follows and not showing.label and model.asked.label:
        model.choose(label="")
