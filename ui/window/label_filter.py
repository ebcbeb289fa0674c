"""The page shows one label, when wanted: that of the panel's filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def follow(window: MainWindow) -> None:
    """From now on the page shows only the label that the panel is filtered by, or all labels again."""
    on = not window.settings.values.page_follows
    window.settings.update(page_follows=on)
    label = window.panel.model.label
    window.session.showing.set_label(label if on else "")
    window.commands["page_follows"].setChecked(on)
    if on and not label:
        window.status.say(window.tr("From now on a label chosen in the panel is the only one on the page."))


def filtered(window: MainWindow, label: str) -> None:
    """The panel is filtered by another label, or by none."""
    if window.settings.values.page_follows:
        window.session.showing.set_label(label)


def changed(window: MainWindow) -> None:
    """Tell it in the menu. A mark that had to be seen ends the filter in the panel too."""
    showing, model = window.session.showing, window.panel.model
    window.commands["by_person"].setChecked(showing.by_person)
    if window.settings.values.page_follows and not showing.label and model.label:
        model.choose(label="")
