"""A theme is data: the colours of the paper, of the chrome around it, and the tint and line of each label colour."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from reader.errors import TilikError
from ui import paths

THEMES = ("light", "sepia", "dark", "contrast", "contrast_light")


@dataclass(frozen=True)
class Tint:
    """What a label's colour role looks like here: `fill` behind the words, `line` under them and for its letter."""

    fill: QColor
    line: QColor


@dataclass(frozen=True)
class Theme:
    """One paper and its chrome. `tints` has an entry for each role of `reader.model.labels.COLOURS`.

    `muted` is for words that matter less (at least 4.5 : 1, also on a chosen row), `quiet` for such words of the
    article, which may be marked (4.5 : 1 on every tint), `faint` for what is asked for last (4.5 : 1 on every ground).
    `border` parts what stands side by side; `edge` shows where a control is (3 : 1), `accent` where the keyboard is
    (3 : 1, also on a chosen row and on every tint).
    """

    id: str
    name: str
    dark: bool
    paper: QColor
    text: QColor
    muted: QColor
    quiet: QColor
    faint: QColor
    chrome: QColor
    chrome_text: QColor
    raised: QColor
    border: QColor
    edge: QColor
    selection: QColor
    accent: QColor
    warning: QColor
    tints: Mapping[str, Tint]

    def tint(self, role: str) -> Tint:
        """Return what a label's colour role looks like; a role that the theme does not know looks like a selection."""
        return self.tints.get(role) or Tint(self.selection, self.text)


def load(id: str) -> Theme:
    """Return the theme `id` of `resources/themes`; raises `TilikError` when it is missing or broken."""
    return _read(paths.resources() / "themes" / f"{id}.toml", id)


@cache  # several widgets begin with the light one
def _read(file: Path, id: str) -> Theme:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        colours = {key: _colour(value) for key, value in data["colours"].items()}
        tints = {role: Tint(_colour(t["fill"]), _colour(t["line"])) for role, t in data["tints"].items()}
        return Theme(id=id, name=data["name"], dark=data["dark"], tints=tints, **colours)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TilikError("the theme {0} cannot be read: {1}", file.name, str(error)) from error


def _colour(text: str) -> QColor:
    colour = QColor(text)
    if not colour.isValid():
        raise ValueError(f"{text!r} is no colour")
    return colour


def paper_palette(palette: QPalette, theme: Theme) -> QPalette:
    """Return `palette` with the colours of the paper: for a widget that shows an article's text."""
    made = QPalette(palette)
    made.setColor(QPalette.ColorRole.Base, theme.paper)
    made.setColor(QPalette.ColorRole.Text, theme.text)
    made.setColor(QPalette.ColorRole.Highlight, theme.selection)
    made.setColor(QPalette.ColorRole.HighlightedText, theme.text)
    return made
