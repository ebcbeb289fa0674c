"""Articles that come from outside: nothing is fetched or opened by showing them, whatever they point to."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPixmap, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.articles import Block, BlockKind, InlineKind, InlineMark
from reader.model.spans import Span
from tests.ui.conftest import Sample, make_sample
from tests.ui.hands import click, quotes, seen
from tests.ui.window_desk import Starter
from ui.dialogs.link_dialog import LinkDialog

RED = 0xFFD01020
MARKUP = '<b>Bold</b> &amp; <img src="file:///etc/hostname"> <a href="//host/share">here</a>'
PARAGRAPHS = ("The trap", "Follow the bait to the share.", MARKUP, "The last line.")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A red picture on this disk that no article may show."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(tmp_path / "secret.png"))
    return tmp_path / "secret.png"


@pytest.fixture
def sample(secret: Path) -> Sample:
    """An article whose picture and links lead to this disk and to a share."""
    made = make_sample(PARAGRAPHS, "The trap")
    end = len(made.revision.text)
    figures = tuple(
        Block(Span(end + n, end + n), BlockKind.FIGURE, attrs={"src": address, "alt": "bait"})
        for n, address in enumerate((secret.as_uri(), "//host/share/x.png"), 1)
    )
    links = tuple(
        InlineMark(made.span(words), InlineKind.LINK, target)
        for words, target in (("bait", secret.as_uri()), ("share.", "//host/share/page"))
    )
    text = made.revision.text + "\n" * len(figures)
    revision = replace(made.revision, text=text, blocks=(*made.revision.blocks, *figures), inline=links)
    return Sample(made.article, revision)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked of the network and of the desktop, which are not there."""
    asked: list[str] = []

    def refuse(_socket: socket.socket, address: object) -> None:
        asked.append(str(address))
        raise OSError("no network in this test")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(QUrl(url).toString()))
    return asked


def test_a_picture_of_this_disk_is_not_shown_and_no_share_is_asked(calls: list[str], start: Starter) -> None:
    desk = start()
    image = seen(desk)
    assert not any(image.pixel(x, y) == RED for y in range(image.height()) for x in range(0, image.width(), 4))
    assert calls == []


def test_qt_is_given_something_empty_for_every_address(start: Starter, secret: Path) -> None:
    document = start().window.view.document()
    for address in (secret.as_uri(), "//host/share/x.png", "https://herald.example/x.png", "relative.css"):
        picture = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
        assert isinstance(picture, QPixmap) and not picture.isNull() and picture.width() == 1
        style = document.resource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl(address))
        assert style is not None and not bytes(style).strip()


def test_markup_in_the_text_is_words(start: Starter) -> None:
    desk = start()
    assert MARKUP in desk.window.view.document().toRawText()
    desk.select(MARKUP)
    desk.key(Qt.Key.Key_1)
    assert quotes(desk) == [("claim", MARKUP)]


@pytest.mark.parametrize("words", ["bait", "share."])
def test_a_click_on_a_link_asks_first_and_opens_no_file_and_no_share(
    calls: list[str], start: Starter, qtbot: QtBot, words: str
) -> None:
    click(start(), words)
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, LinkDialog) and w.isVisible()]
    dialog.open_.click()
    assert calls == []


def test_a_click_beside_a_link_asks_nothing(start: Starter) -> None:
    click(start(), "Follow")
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, LinkDialog) and w.isVisible()]
