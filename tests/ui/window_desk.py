"""A whole program on a small library, for the tests that drive the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.articles import Article
from reader.store import Library
from tests.ui.conftest import Sample
from ui.app import Program
from ui.session import Session
from ui.settings import Settings
from ui.window.main_window import MainWindow

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Rice prices rise in Tanjung Senja</title></head><body><article>
<h1>Rice prices rise in Tanjung Senja</h1>
<p>The market office says that the price of rice rose by a tenth within a week in the harbour town of Tanjung Senja,
after two ships had been held up by storms near the strait for several days in a row.</p>
<p>A trader who asked not to be named said that more ships were on their way and that prices would soon fall again.</p>
<p>The mayor denies that the town has run out of rice, and asks people to buy no more than they need for a week.</p>
</article></body></html>"""


@dataclass
class Desk:
    """A program on the sample's library, as a user meets it."""

    program: Program
    sample: Sample
    qtbot: QtBot

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def session(self) -> Session:
        return self.program.session

    @property
    def article(self) -> Article:
        """The article that is open."""
        assert self.session.article is not None
        return self.session.article

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(focus, key, modifier)

    def pause(self) -> None:
        """Let the hands rest: what is typed next does not belong to what was typed before."""
        typing = self.window.reading_keys.typing
        now = typing.clock() + 60_000
        typing.clock = lambda: now

    def select(self, words: str) -> None:
        """Select words in the text, as a mouse would."""
        from reader.model.spans import Span

        span = self.sample.span(words)
        assert isinstance(span, Span)
        cursor = self.window.view.textCursor()
        text = self.window.view.document().toRawText().replace("\u2029", "\n")
        start = text.index(words)
        before = len(text[:start].encode("utf-16-le")) // 2
        cursor.setPosition(before)
        cursor.setPosition(before + len(words.encode("utf-16-le")) // 2, cursor.MoveMode.KeepAnchor)
        self.window.view.setTextCursor(cursor)
        self.window.view.setFocus()


Starter = Callable[..., Desk]


@pytest.fixture
def start(library_path: Path, sample: Sample, tmp_path: Path, qtbot: QtBot) -> Iterator[Starter]:
    """Start the program on a library that holds the sample, as often as wanted; it is open when this returns."""
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    made: list[Program] = []

    def begin(sources: list[str] | None = None, *, open_sample: bool = True) -> Desk:
        program = Program(library_path, Settings(tmp_path / "settings.json"), sources or [])
        made.append(program)
        qtbot.addWidget(program.window)
        program.window.resize(1280, 800)
        with qtbot.waitSignal(program.session.libraryOpened):
            program.start()
        desk = Desk(program, sample, qtbot)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        if open_sample and program.session.article is None:
            program.window.open(sample.article.id)
        return desk

    yield begin
    for program in made:
        stop(program)


def stop(program: Program) -> None:
    program.window.close()
    program.close()


@pytest.fixture
def desk(start: Starter) -> Desk:
    return start()


# -- marking ------------------------------------------------------------------------------------------
