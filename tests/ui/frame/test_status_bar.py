from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from reader.progress import Progress
from ui.frame.cut_label import CutLabel
from ui.frame.status_bar import StatusBar
from ui.jobs import Jobs
from ui.language import i18n


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    made = StatusBar()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def english_plurals(qapp: object) -> Iterator[None]:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    assert application is not None
    installed = i18n.translators("en")
    for translator in installed:
        application.installTranslator(translator)
    yield
    for translator in installed:
        application.removeTranslator(translator)


def test_reading_is_told_as_share_and_minutes(bar: StatusBar, english_plurals: None) -> None:
    bar.show_reading(0.43, 2)
    assert bar.reading.text() == "43 % read · 2 min left"
    bar.show_reading(1.0, 0)
    assert bar.reading.text() == "100 % read · read to the end"
    bar.show_reading(-1, 0)
    assert bar.reading.text() == ""


def test_left_out_blocks_are_counted_and_open_the_drawer(bar: StatusBar, english_plurals: None, qtbot: QtBot) -> None:
    bar.show_left_out(14)
    assert bar.left_out.text() == "Left out of this page: 14 blocks"
    with qtbot.waitSignal(bar.leftOutWanted):
        bar.left_out.click()
    bar.show_left_out(0)
    assert not bar.left_out.isVisible()


def test_a_job_shows_how_far_it_is_and_can_be_cancelled(bar: StatusBar, jobs: Jobs, qtbot: QtBot) -> None:
    go = Event()

    def work() -> Iterator[Progress]:
        yield Progress(3, 12, "page3.html")
        go.wait(10)
        yield Progress(4, 12)

    jobs.changed.connect(lambda: bar.show_jobs(jobs.running))
    bar.cancelWanted.connect(jobs.cancel)
    jobs.start("Adding 12 sources", work)
    qtbot.waitUntil(lambda: bar.job.text() == "Adding 12 sources 3/12")
    assert bar.bar.maximum() == 12 and bar.bar.value() == 3
    bar.cancel.click()
    go.set()
    qtbot.waitUntil(lambda: not jobs.running)
    assert not bar.cancel.isVisible() and not bar.job.isVisible()


def test_the_network_is_told(bar: StatusBar) -> None:
    bar.show_network("example.org")
    assert bar.network.text() == "Fetching example.org"
    bar.show_network("")
    assert bar.network.text() == "Offline"


def test_a_read_only_library_is_not_called_saved(bar: StatusBar) -> None:
    assert "Saved" in bar.saved.text()
    bar.show_saved(readonly=True)
    assert "Saved" not in bar.saved.text() and "Read only" in bar.saved.text()


def test_a_message_does_not_push_the_others_away(bar: StatusBar) -> None:
    before = bar.minimumSizeHint().width()
    bar.say("x" * 2000)
    assert bar.minimumSizeHint().width() == before


def test_a_message_that_is_too_long_is_cut_where_one_sees_it(bar: StatusBar) -> None:
    said = "Link this mark: click another one, or type its words and press Enter. Esc gives up."
    bar.say(said)
    bar.resize(1800, 30)
    assert bar.message.shown == said
    bar.resize(520, 30)
    assert bar.message.text() == said and bar.message.shown.endswith("…")


def test_what_has_no_room_is_cut_with_an_ellipsis(bar: StatusBar) -> None:
    bar.show_reading(0.43, 2)
    assert isinstance(bar.reading, CutLabel)
    bar.reading.resize(bar.reading.sizeHint())
    assert bar.reading.shown == bar.reading.text()
    bar.reading.resize(bar.reading.width() // 2, bar.reading.height())
    assert bar.reading.shown.endswith("…")
