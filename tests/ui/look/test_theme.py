from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from reader.errors import TilikError
from reader.model.labels import BUILTIN, COLOURS
from ui import paths
from ui.actions import table
from ui.look import theme
from ui.look.paper_names import paper_name
from ui.settings import PAPERS


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    parts: list[float] = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("id", theme.THEMES)
def test_words_can_be_read_on_every_paper(id: str) -> None:
    found = theme.load(id)
    assert contrast(found.text, found.paper) >= 10
    for ground in (found.paper, found.chrome, found.raised):
        assert contrast(found.muted, ground) >= 4.5, ground.name()
    for ground in (found.chrome, found.raised, found.selection):
        assert contrast(found.chrome_text, ground) >= 7, ground.name()
    for ground in (found.paper, found.chrome, found.raised):
        assert contrast(found.accent, ground) >= 4.5
        assert contrast(found.warning, ground) >= 4.5
    assert contrast(found.text, found.selection) >= 7


@pytest.mark.parametrize("id", theme.THEMES)
@pytest.mark.parametrize("role", COLOURS)
def test_each_label_colour_is_legible(id: str, role: str) -> None:
    found = theme.load(id)
    tint = found.tints[role]
    assert contrast(found.text, tint.fill) >= 7
    assert contrast(found.quiet, tint.fill) >= 4.5
    for ground in (found.paper, found.chrome, found.raised, tint.fill):
        assert contrast(tint.line, ground) >= 4.5, ground.name()


@pytest.mark.parametrize("id", theme.THEMES)
def test_label_colours_differ_from_each_other(id: str) -> None:
    tints = theme.load(id).tints
    assert len({tints[role].line.name() for role in COLOURS}) == len(COLOURS)
    assert len({tints[role].fill.name() for role in COLOURS}) == len(COLOURS)


def test_built_in_labels_differ_without_colour() -> None:
    assert len({label.underline for label in BUILTIN}) == len(BUILTIN)
    assert len({label.name[0] for label in BUILTIN}) == len(BUILTIN)


def test_each_paper_has_a_name_a_row_in_the_menu_and_a_theme_of_that_name() -> None:
    rows = {row.id for row in table.TABLE}
    assert {f"paper_{paper}" for paper in PAPERS} <= rows
    assert [paper for paper in PAPERS if paper != "system"] == list(theme.THEMES)
    assert [theme.load(id).name for id in theme.THEMES] == [paper_name(id) for id in theme.THEMES]
    assert len({paper_name(paper) for paper in PAPERS}) == len(PAPERS)


def test_a_theme_that_is_missing_or_broken_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(TilikError, match=r"light\.toml"):
        theme.load("light")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "light.toml").write_text(
        'name = "x"\ndark = false\n[colours]\npaper = "no colour"\n[tints]\n'
    )
    with pytest.raises(TilikError, match="no colour"):
        theme.load("light")
