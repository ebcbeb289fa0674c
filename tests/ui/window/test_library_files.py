"""What is done with the library's files from the menu."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from reader import edits
from reader.model.pages import Original
from tests.ui.conftest import make_sample
from tests.ui.window_desk import Desk, desk, start

__all__ = ["desk", "start"]


@pytest.mark.parametrize(
    ("name", "suggested"),
    [("ferry.html", "ferry.html"), ("../../con.html", "_con.html"), ("a:b?.html", "a_b_.html"),
     ("C:\\pages\\ferry.html.", "ferry.html"), ("..", "page.html"), ("", "page.html")],
)  # fmt: skip
def test_the_original_page_is_saved_under_a_name_that_every_system_takes(
    desk: Desk, name: str, suggested: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample, original = make_sample(title="Another"), Original.of(b"<p>The ferry", "text/html", name)
    revision = replace(sample.revision, original_id=original.id)
    desk.session.library.apply(edits.add_article(sample.article, revision, original))
    desk.window.open(sample.article.id)
    folder, starts = Path(desk.window.desk.settings.values.export_folder), list[Path]()

    def ask(_parent: QWidget, _title: str, start: str) -> tuple[str, str]:
        starts.append(Path(start))
        return str(tmp_path / Path(start).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    desk.window.commands["export_original"].trigger()
    assert starts == [folder / suggested]
    assert (tmp_path / suggested).read_bytes() == original.data
