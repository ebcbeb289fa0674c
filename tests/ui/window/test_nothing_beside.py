"""Nothing is read beside the window that nobody asked for; what is written for the reader's place waits for no key."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.annotations import Annotation, Origin
from reader.model.articles import Place
from reader.model.labels import CLAIM
from reader.model.stamps import new_id, now
from reader.store import Library, captures_reading
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk, Starter
from ui.jobs import Jobs


def captured_twice(library: Library, title: str) -> Sample:
    """Another article with two texts, and a mark that was carried from the first and asks for a person."""
    made = make_sample(title=title)
    first, later = made.revision, make_sample(title=title).revision
    library.apply(edits.add_article(made.article, first))
    from dataclasses import replace

    second = replace(later, article_id=made.article.id)
    article = replace(made.article, revision_id=second.id)
    library.apply(edits.Edit("Capture again", (edits.Swap(None, second), edits.Swap(made.article, article))))
    anchor = edits.anchor(second, [made.span("night ferry")])
    origin = Origin(first.id, anchor.spans, anchor.quote, "changed", needs_review=True)
    mark = Annotation(new_id(), article.id, CLAIM.id, anchor, now(), now(), origin=origin)
    library.apply(edits.Edit("Fill", (edits.Swap(None, mark),)))
    return Sample(article, second)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is begun beside the window."""
    names: list[str] = []
    then = Jobs.then

    def told(jobs: Jobs, call: Callable[[], Any], *rest: Any) -> Any:
        names.append(getattr(getattr(call, "func", call), "__qualname__", repr(call)))
        return then(jobs, call, *rest)

    monkeypatch.setattr(Jobs, "then", told)
    return names


@pytest.fixture
def no_reader_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads all marks, nor all texts."""

    def refused(*_: object) -> None:
        raise AssertionError("all of an article was read")

    for name in ("annotations", "revisions", "carried_marks"):
        monkeypatch.setattr(Library, name, refused)


def reads(begun: list[str]) -> list[str]:
    """What was begun but for what a start does once, and the writing of the place and of the settings."""
    return [
        name
        for name in begun
        if not name.startswith(
            ("Places.", "Settings.", "Library.prepare", "Program.", "_outdated", "Safekeeping.", "Damages.")
        )
    ]


def test_an_article_captured_once_has_no_reader_beside_it(
    desk: Desk, begun: list[str], no_reader_of_all: None, qtbot: QtBot
) -> None:
    other = make_sample(title="Another ferry")
    desk.session.library.apply(edits.add_article(other.article, other.revision))
    desk.window.open(other.article.id)
    desk.window.open(desk.sample.article.id)
    desk.select("night ferry")
    desk.key(Qt.Key.Key_C)
    assert len(desk.session.page_annotations) == 1
    assert reads(begun) == []
    assert desk.window.parts.revisions.bar.isHidden()


def test_of_an_article_captured_twice_heads_and_counts_are_read_once(
    desk: Desk, begun: list[str], no_reader_of_all: None, qtbot: QtBot
) -> None:
    twice = captured_twice(desk.session.library, "Twice")
    bar = desk.window.parts.revisions.bar
    desk.window.open(twice.article.id)
    qtbot.waitUntil(bar.isVisible)
    assert reads(begun) == ["known_texts"] and bar.picker.count() == 2
    assert "1 mark" in bar.marks.text()
    desk.select("The operator denies")
    desk.key(Qt.Key.Key_C)
    desk.window.commands["undo"].trigger()
    assert reads(begun) == ["known_texts"]


def test_what_becomes_of_a_carried_mark_is_counted_from_the_change(
    desk: Desk, begun: list[str], no_reader_of_all: None, qtbot: QtBot
) -> None:
    from reader.revisions.carry_marks import confirm

    twice = captured_twice(desk.session.library, "Twice")
    bar = desk.window.parts.revisions.bar
    desk.window.open(twice.article.id)
    qtbot.waitUntil(bar.isVisible)
    (mark,) = desk.session.page_annotations
    assert desk.session.do(confirm(desk.session.library.annotation(mark.id)))
    assert bar.marks.isHidden()
    desk.window.commands["undo"].trigger()
    assert bar.marks.isVisible() and "1 mark" in bar.marks.text()
    assert reads(begun) == ["known_texts"]


def test_the_heads_of_texts_are_read_without_their_words() -> None:
    for statement in (captures_reading._HEADS, captures_reading._TEXTS, captures_reading._OUTCOMES):
        chosen = statement.partition("FROM")[0]
        assert not any(name in chosen for name in ("*,", " text", "quote", "blocks", "spans"))


def test_what_is_read_for_an_article_that_was_left_is_dropped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """As with a switch every few milliseconds: only the last one is answered, those in between do not begin."""
    library = desk.session.library
    twice = [captured_twice(library, f"Number {n}") for n in range(20)]
    gate, asked = threading.Event(), []
    read = Library.heads_and_outcomes

    def held(self: Library, article_id: str) -> Any:
        asked.append(article_id)
        gate.wait(20)
        return read(self, article_id)

    monkeypatch.setattr(Library, "heads_and_outcomes", held)
    monkeypatch.setattr(desk.window.desk.places, "_beside", None)  # the threads are for the readers alone
    shown: list[str] = []
    bar = desk.window.parts.revisions.bar
    monkeypatch.setattr(bar, "show_revisions", lambda heads, id: shown.append(id))
    for one in twice:
        desk.window.open(one.article.id)
        qtbot.wait(1)
    gate.set()
    qtbot.waitUntil(lambda: shown == [twice[-1].revision.id])
    assert len(asked) <= 4 and asked[-1] == twice[-1].article.id


def test_a_mark_waits_for_no_other_file_than_the_library(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[object] = []
    monkeypatch.setattr("os.fsync", lambda file: synced.append(threading.current_thread()))
    for key, words in ((Qt.Key.Key_C, "night ferry"), (Qt.Key.Key_S, "harbour office"), (Qt.Key.Key_D, "operator")):
        desk.select(words)
        desk.key(key)
    assert len(desk.session.page_annotations) == 3
    assert threading.main_thread() not in synced
    assert desk.program.settings.values.last_label == "denial"


def test_the_label_used_last_is_there_after_the_program_was_closed(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    from ui.settings import Settings

    desk.select("operator")
    desk.key(Qt.Key.Key_D)
    desk.window.close()
    desk.program.close()
    assert Settings(tmp_path / "settings.json").values.last_label == "denial"


def test_a_switch_does_not_wait_for_the_place_to_be_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    other = make_sample(title="Another ferry")
    desk.session.library.apply(edits.add_article(other.article, other.revision))
    on: list[threading.Thread] = []
    keep = Library.remember_place

    def slow(self: Library, place: Place) -> None:
        on.append(threading.current_thread())
        keep(self, place)

    monkeypatch.setattr(Library, "remember_place", slow)
    desk.window.open(other.article.id)
    qtbot.waitUntil(lambda: bool(on))
    assert threading.main_thread() not in on


def test_the_place_of_an_article_left_a_moment_ago_is_not_lost_when_the_program_closes(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = start()
    other = make_sample(title="Another ferry")
    first.session.library.apply(edits.add_article(other.article, other.revision))
    places, id = first.window.desk.places, first.sample.article.id
    monkeypatch.setattr(places, "_beside", lambda *_: None)  # the disk has not come to it yet
    places.note(12, 40)
    first.window.open(other.article.id)
    assert places._stored(id) is not None and places._stored(id).position == 12  # type: ignore[union-attr]
    first.window.close()
    kept = first.session.library.place(id)
    assert kept is not None and kept.position == 12
