"""Which side panes are to be seen: as the user left them, as far as the window is wide enough for the text."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.actions.actions import Actions
from ui.settings import Settings

NARROW = 940  # pixels; below, only one side pane stands beside the text
TEXT = 400  # pixels the text always keeps


class Folding:
    """Folds the library and the panel. In a narrow window only one of them stands, the panel unless asked otherwise."""

    def __init__(self, library: QWidget, panel: QWidget, settings: Settings, commands: Actions) -> None:
        self._panes = {"library": library, "panel": panel}
        self._settings, self._commands = settings, commands
        self._narrow = False

    def fold(self, name: str, *, shown: bool) -> None:
        """Fold "library" or "panel" away or back, as the user says; a narrow window does not change what is kept."""
        if not self._narrow:
            self._settings.note(**{f"{name}_shown": shown})
            self._show(name, shown)
            return
        other = "panel" if name == "library" else "library"
        self._show(name, shown)
        self._show(other, not shown and other == "panel" and self._wanted(other))

    def toggle(self, name: str) -> None:
        self.fold(name, shown=self._panes[name].isHidden())

    def fit(self, width: int) -> None:
        """The window is `width` pixels wide now."""
        if (width < NARROW) != self._narrow:
            self._narrow = width < NARROW
            self.settle()

    def settle(self, *, alone: bool = False) -> None:
        """Show what the user wants to see and there is room for; `alone`: the text and nothing else."""
        self._show("panel", self._wanted("panel") and not alone)
        self._show("library", self._wanted("library") and not alone and not self._narrow)

    def _wanted(self, name: str) -> bool:
        return bool(getattr(self._settings.values, f"{name}_shown"))

    def _show(self, name: str, shown: bool) -> None:
        self._panes[name].setVisible(shown)
        self._commands[f"toggle_{name}"].setChecked(shown)
