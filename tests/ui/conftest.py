"""What the window's tests share: an article of our own writing, a library that holds it, a session on that."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from reader import edits
from reader.model.articles import Article, Block, BlockKind, LeftOut, Metadata, Revision, fingerprint
from reader.model.labels import CLAIM, DENIAL, SOURCE
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library
from ui.look import style, theme
from ui.session import Session

TITLE = "Ferry timetable at Lembayung Bay is disputed"
PARAGRAPHS = (
    TITLE,
    "The harbour office says that the night ferry never sailed.",
    "A sailor who asked not to be named said that it left at nine. 🙂 Two anglers saw its lights.",
    "The operator denies having sold tickets for it.",
)


@dataclass(frozen=True)
class Sample:
    """An article with its revision."""

    article: Article
    revision: Revision

    def span(self, words: str) -> Span:
        start = self.revision.text.index(words)
        return Span(start, start + len(words))


def make_sample(paragraphs: tuple[str, ...] = PARAGRAPHS, title: str = TITLE) -> Sample:
    text, blocks, at = "\n".join(paragraphs), [], 0
    for number, paragraph in enumerate(paragraphs):
        blocks.append(Block(Span(at, at + len(paragraph)), BlockKind.PARAGRAPH if number else BlockKind.TITLE))
        at += len(paragraph) + 1
    article_id, revision_id = new_id(), new_id()
    left_out = (LeftOut("Read also: the bay in pictures", "a pointer to another page", 2),)
    revision = Revision(
        revision_id, article_id, text, tuple(blocks), Metadata(title=title), now(), left_out=left_out,
        fingerprint=fingerprint(text),
    )  # fmt: skip
    article = Article(
        article_id, revision_id, title, now(), site="Lembayung Herald", published="2024-03-05",
        published_basis="stated", language="en", words=len(text.split()),
    )  # fmt: skip
    return Sample(article, revision)


@pytest.fixture(autouse=True, scope="module")
def collected() -> Iterator[None]:
    """Nothing of Qt is left to be collected by a thread of a later test: Qt's timers end on their own thread alone."""
    yield
    gc.collect()


@pytest.fixture
def sample() -> Sample:
    return make_sample()


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library.tilik"


@pytest.fixture
def library(library_path: Path, sample: Sample) -> Iterator[Library]:
    """A library that holds `sample`."""
    with Library.open(library_path) as opened:
        opened.apply(edits.add_article(sample.article, sample.revision))
        yield opened


@pytest.fixture
def session(library: Library, sample: Sample, qtbot: QtBot) -> Session:
    """A session on `library` with the sample open."""
    made = Session(lambda: library, None)
    made.open(sample.article.id)
    return made


PATIENCE = 30_000  # milliseconds; a loaded machine is slow, and a test that passes never waits so long


class PatientBot(QtBot):
    """pytest-qt's robot, which waits for `PATIENCE` unless a test says otherwise."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self,
        signal: SignalInstance,
        *,
        timeout: int = PATIENCE,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Drives widgets and waits for what they do."""
    return PatientBot(request)


Marker = Callable[[str, str], str]


@pytest.fixture
def mark(session: Session, sample: Sample) -> Marker:
    """Mark words with a label through the session; the mark's id."""
    labels = {label.id: label for label in (CLAIM, SOURCE, DENIAL)}

    def do(words: str, label: str = "claim") -> str:
        id = new_id()
        assert session.do(edits.annotate(sample.revision, [sample.span(words)], labels[label], id=id))
        return id

    return do


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test reads is English with English dates and numbers, whatever language the machine speaks."""
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en"))
    QLocale.setDefault(QLocale("en"))


_EVERY = 15  # tests between two collections: each takes a tenth of a second
_left = _EVERY


@pytest.fixture(autouse=True)
def garbage_is_collected_here() -> Iterator[None]:
    """Delete windows of earlier tests on the thread they belong to. Python's collector runs on whatever thread comes
    first: on that of a job it would stop their timers and close their sockets from another thread, which Qt forbids."""
    global _left
    gc.disable()
    yield
    _left -= 1
    if _left <= 0:
        gc.collect()
        _left = _EVERY
    gc.enable()


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Put the application object back as a test found it: its look, no Shift or Ctrl held, and no `quit` pending.

    Closing the last window calls `quit`, and Qt then runs no event loop until the next `exec`.
    """
    light = theme.load("light")
    yield
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    style.resize(application, 1.0, light)
    if application.styleSheet() != style.sheet(light):
        style.dress(application, light)
    QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)
    QTimer.singleShot(0, application.quit)
    application.exec()
