"""A stored time that this machine cannot put into its own zone is shown in UTC, and ends nothing."""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Self

import pytest
from PySide6.QtWidgets import QApplication

from reader import edits
from reader.edits import Edit, Swap
from reader.local_time import local_time
from reader.model.annotations import Annotation
from reader.model.labels import CLAIM
from reader.model.stamps import new_id
from reader.store import Library
from tests.ui.conftest import Sample
from tests.ui.window_desk import Starter

ROOT = Path(__file__).parents[2]
YEAR_1 = datetime(1, 1, 1, tzinfo=UTC)
YEAR_1965 = datetime(1965, 5, 4, 12, tzinfo=UTC)
YEAR_9999 = datetime.max.replace(tzinfo=UTC)
MOMENTS = (YEAR_1, YEAR_1965, YEAR_9999)


@pytest.fixture(params=["America/New_York", "Asia/Jakarta", "UTC"])
def zone(request: pytest.FixtureRequest) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


def test_a_common_moment_is_in_the_zone_of_the_machine(zone: str) -> None:
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    hours = {"America/New_York": 7, "Asia/Jakarta": 19, "UTC": 12}
    assert local_time(noon) == noon and local_time(noon).hour == hours[zone]


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: str(moment.year))
def test_every_moment_has_a_local_time(zone: str, moment: datetime) -> None:
    assert local_time(moment) == moment
    far = timezone(timedelta(hours=14 if moment is YEAR_1 else -14))
    assert local_time(moment.replace(tzinfo=far)).year == moment.year


def test_where_the_system_refuses_old_moments_they_are_in_utc() -> None:
    """Windows refuses every moment before 1970."""

    class OnWindows(datetime):
        def astimezone(self, tz: tzinfo | None = None) -> Self:
            if tz is None and self.year < 1970:
                raise OSError(22, "Invalid argument")
            return super().astimezone(tz)

    assert local_time(OnWindows(1965, 5, 4, 12, tzinfo=UTC)) == YEAR_1965


def test_the_window_paints_an_article_of_distant_times(
    zone: str, start: Starter, sample: Sample, library_path: Path
) -> None:
    with Library.open(library_path) as library:
        for moment in MOMENTS:
            highlight = edits.annotate(sample.revision, [sample.span("night ferry")], CLAIM, "Sari")
            made = [
                replace(s.after, created=moment, modified=moment)
                for s in highlight.swaps
                if isinstance(s.after, Annotation)
            ]
            library.apply(Edit("Mark", tuple(Swap(None, mark) for mark in made)))
        older = [replace(sample.revision, id=new_id(), captured=moment) for moment in MOMENTS]
        library.apply(Edit("Capture", tuple(Swap(None, one) for one in older)))
    desk = start(open_sample=False)
    window = desk.window
    window.open(sample.article.id)
    bar = window.revisions.bar
    desk.qtbot.waitUntil(bar.isVisible, timeout=20_000)
    assert bar.picker.count() == 4
    shown = {word for n in range(4) for word in bar.picker.itemText(n).split()}
    assert shown >= ({"1965", "9999"} if zone == "Asia/Jakarta" else {"0001", "1965"})
    for one in older:
        window.revisions.show_revision(one.id)
        assert window.session.revision is not None and window.session.revision.captured == one.captured
        window.grab()
    window.panel.head.toggle_order()  # by time
    window.open(sample.article.id)
    window.grab()
    QApplication.processEvents()
    assert window.panel.model.rowCount() == 3


@pytest.mark.parametrize("file", [*(ROOT / "reader").rglob("*.py"), *(ROOT / "ui").rglob("*.py")], ids=lambda f: f.name)
def test_only_one_module_asks_for_the_zone_of_the_machine(file: Path) -> None:
    if file.name == "local_time.py":
        return
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asked = node.func.attr == "astimezone" and not node.args and not node.keywords
            assert not asked, f"{file.name}:{node.lineno} asks for the zone; use reader.local_time"
