"""A person at random: keys, mouse, panes, typing, undo and jobs in any order, and what must hold after each of them.

What was highlighted is read from the widgets (Qt's text cursor, the list's selection, the sentence as it is painted),
not from the state that the program itself goes by.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMessageBox, QPlainTextEdit, QTextEdit, QWidget

from reader import edits
from reader.model.annotations import Annotation
from reader.model.spans import Span
from tests.ui.conftest import make_sample
from tests.ui.window_desk import Desk

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
KEYS: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
    *((key, NONE) for key in (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_J, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)),
    *((key, NONE) for key in (Qt.Key.Key_H, Qt.Key.Key_N, Qt.Key.Key_T, Qt.Key.Key_L, Qt.Key.Key_A, Qt.Key.Key_Q)),
    *((key, NONE) for key in (Qt.Key.Key_0, Qt.Key.Key_R, Qt.Key.Key_G, Qt.Key.Key_E, Qt.Key.Key_B, Qt.Key.Key_M)),
    *((key, NONE) for key in (Qt.Key.Key_I, Qt.Key.Key_O, Qt.Key.Key_Z, Qt.Key.Key_Escape, Qt.Key.Key_Delete)),
    *((key, NONE) for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_F6)),
    *((key, SHIFT) for key in (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_D, Qt.Key.Key_I)),
    *((key, ALT) for key in (Qt.Key.Key_Down, Qt.Key.Key_Up)),
    *((key, CTRL) for key in (Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_1, Qt.Key.Key_F)),
    *((key, ALT | SHIFT) for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)),
)
WORDS = "the ferry sailed; kapal itu berangkat, 12 Juni "


@dataclass
class Seen:
    """What was highlighted and what was stored before a step."""

    words: list[Span]
    marks: set[str]
    stored: dict[str, Annotation]
    text: str
    focus: QWidget | None
    top: float
    article: str


@dataclass
class RandomHands:
    """Does `steps` things on `desk`, and looks after each whether it hit what was highlighted."""

    desk: Desk
    random: random.Random
    done: list[str] = field(default_factory=list)
    made: int = 0
    gesture: list[Span] = field(default_factory=list)  # what was highlighted when the mouse let go

    def __post_init__(self) -> None:
        self.desk.window.view.gestureMade.connect(self._gestured)

    def _gestured(self, spans: list[Span], _adding: bool) -> None:
        self.gesture = spans

    def go(self, steps: int) -> None:
        acts: list[tuple[int, Callable[[], None]]] = [
            (10, self._key), (3, self._click), (3, self._drag), (1, self._second_click), (2, self._card),
            (2, self._type), (1, self._pane), (1, self._job),
        ]  # fmt: skip
        self._settle()  # what the sequence before has begun
        chosen = self.random.choices([act for _, act in acts], [weight for weight, _ in acts], k=steps)
        for act in chosen:
            before, self.gesture = self._look(), []
            act()
            self._settle()
            self._judge(before)

    # -- what is seen ----------------------------------------------------------------------------------------------

    def _look(self) -> Seen:
        window, view = self.desk.window, self.desk.window.view
        cards, model = window.panel.list.selectionModel().selectedRows(), window.panel.model
        words = view.selection()
        sentence = self.desk.session.here.sentence
        if not words and sentence is not None:
            words = [sentence]
        marks = {model.id_at(index.row()) for index in cards} | {view.selected_mark} - {""}
        return Seen(
            words, marks, self._stored(), view.text, QApplication.focusWidget(), view.scrolled().y(), self._article(),
        )  # fmt: skip

    def _article(self) -> str:
        return self.desk.session.article.id if self.desk.session.article is not None else ""

    def _stored(self) -> dict[str, Annotation]:
        article = self.desk.session.article
        found = self.desk.session.library.annotations(article.id) if article is not None else []
        return {mark.id: mark for mark in found}

    def _judge(self, before: Seen) -> None:
        """Every mark that is new lies in what was highlighted; every mark that changed or went was highlighted."""
        step, now = (self.done or [""])[-1], self._stored()
        if step.startswith(("undo", "redo")):
            return
        if self._article() != before.article:  # Enter in the list of articles opens the one that is chosen there
            assert before.focus is self.desk.window.library.list, self.done[-8:]
            return
        for id, mark in now.items():
            if id not in before.stored:
                self.made += 1
                lit = [*before.words, *self.gesture]
                assert _inside(mark, lit), (self.done[-8:], mark.anchor.quote, lit)
            elif mark != before.stored[id]:
                hit = id in before.marks or (step.startswith("click") and id == self.desk.window.view.selected_mark)
                hit = hit or bool(self.gesture and _inside(mark, self.gesture))  # the mark on the very words
                assert hit or step == "leave a field", (self.done[-8:], mark, before.stored[id])
        # The button of an offer to merge names both marks: pressed with the keyboard on it, it is meant.
        offered = type(before.focus.parent()).__name__ == "MergeOffer" if before.focus is not None else False
        for id in before.stored.keys() - now.keys():
            assert id in before.marks or offered, (self.done[-8:], before.focus, before.stored[id])
        assert self.desk.window.view.text == before.text, self.done[-8:]

    # -- what is done ----------------------------------------------------------------------------------------------

    def _key(self) -> None:
        key, modifier = self.random.choice(KEYS)
        if _is_field(QApplication.focusWidget()) and (key, modifier) != (Qt.Key.Key_Escape, NONE):
            key, modifier = Qt.Key.Key_Escape, NONE
        if key == Qt.Key.Key_Z and modifier == CTRL and not self._stored():
            return  # the article itself came in with the step before
        name = {(Qt.Key.Key_Z, CTRL): "undo", (Qt.Key.Key_Y, CTRL): "redo"}.get((key, modifier), f"{modifier} {key}")
        if _is_field(QApplication.focusWidget()):
            name = "leave a field"
        self.done.append(name)
        if self.random.random() < 0.7:
            self.desk.pause()
        QTest.keyClick(QApplication.focusWidget() or self.desk.window, key, modifier)

    def _place(self) -> QPoint:
        port, view = self.desk.window.view.viewport(), self.desk.window.view
        left, width = view.column
        x = self.random.randint(round(left) - 30, round(left + width) + 60)
        return QPoint(min(x, port.width() - 2), self.random.randint(2, port.height() - 2))

    def _mouse_is_free(self, at: QPoint) -> bool:
        return not self.desk.window.bar.isVisible() or not self.desk.window.bar.geometry().contains(at)

    def _click(self) -> None:
        at = self._place()
        self.done.append(f"click {at.x()},{at.y()}")
        if self._mouse_is_free(at):
            QTest.mouseClick(self.desk.window.view.viewport(), LEFT, NONE, at)

    def _second_click(self) -> None:
        """Shift+click and double click near what is selected: they never mark."""
        at = self._place()
        self.done.append(f"second click {at.x()},{at.y()}")
        port = self.desk.window.view.viewport()
        if self.random.random() < 0.5:
            QTest.mouseDClick(port, LEFT, NONE, at)
        elif not self.desk.window.parts.marking.attributing.under_way:
            QTest.mouseClick(port, LEFT, SHIFT, at)

    def _drag(self) -> None:
        port, start, end = self.desk.window.view.viewport(), self._place(), self._place()
        modifier = self.random.choice((NONE, NONE, NONE, CTRL))
        QTest.mousePress(port, LEFT, modifier, start)
        for at in (QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2), end):
            QTest.mouseEvent(QTest.MouseAction.MouseMove, port, Qt.MouseButton.NoButton, modifier, at)
        self.done.append(f"drag {start.toTuple()} {end.toTuple()}")
        QTest.mouseRelease(port, LEFT, modifier, end)

    def _card(self) -> None:
        panel = self.desk.window.panel
        self.done.append("card")
        if not panel.isVisible() or not panel.list.isVisible() or not panel.model.rowCount():
            return
        index = panel.model.index(self.random.randrange(panel.model.rowCount()))
        modifier = self.random.choice((NONE, NONE, CTRL, SHIFT))
        box = panel.list.visualRect(index)
        if panel.list.viewport().rect().contains(box.center()) and not self._mode():
            QTest.mouseClick(panel.list.viewport(), LEFT, modifier, QPoint(box.center().x(), box.top() + 6))

    def _mode(self) -> bool:
        return self.desk.window.parts.marking.attributing.under_way or self.desk.window.parts.marking.linking.under_way

    def _type(self) -> None:
        """Type into a field: all of it arrives there, and nothing of it is a command."""
        window = self.desk.window
        fields: list[QLineEdit | QPlainTextEdit] = [window.header.search]
        if window.panel.isVisible() and window.panel.head.search.isVisible():
            fields.append(window.panel.head.search)
        target = self.random.choice(fields)
        words = WORDS[: self.random.randint(4, len(WORDS))]
        target.setFocus()
        target.clear() if isinstance(target, QLineEdit) else None
        self.done.append("type")
        before = self._stored()
        QTest.keyClicks(target, words)
        assert isinstance(target, QLineEdit) and target.text() == words, (self.done[-8:], words)
        assert self._stored() == before, self.done[-8:]
        target.clear()
        window.view.setFocus()

    def _pane(self) -> None:
        name = self.random.choice(("toggle_library", "toggle_panel", "next_pane", "zoom_in", "zoom_out"))
        self.done.append(name)
        self.desk.window.commands[name].trigger()

    def _job(self) -> None:
        """A job ends: the keyboard, the place and what is chosen stay where they are."""
        session, window = self.desk.session, self.desk.window
        before, chosen = self._look(), (session.here.words, session.here.marks, session.here.sentence)
        other = make_sample(title=f"Arrived {self.random.random()}")
        count, library = session.library.count(), session.library
        with ThreadPoolExecutor(1) as thread:
            thread.submit(library.apply, edits.add_article(other.article, other.revision)).result()
        self.desk.qtbot.waitUntil(lambda: session.library.count() == count + 1)
        window.parts.results.tell("1 page added: open", lambda: window.desk.open(other.article.id))
        self._settle()
        after = self._look()
        self.done.append("job")
        now, then = (after.focus, after.top), (before.focus, before.top)
        assert now == then, (self.done[-8:], now, then)
        assert chosen == (session.here.words, session.here.marks, session.here.sentence), self.done[-8:]

    def _settle(self) -> None:
        for _ in range(4):  # what is put off till the end of an event, and what that puts off again
            QApplication.processEvents()
        for _ in range(20):
            box = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if box is None:
                return
            box.close()
            QApplication.processEvents()


def answer_questions(desk: Desk) -> Callable[[], None]:
    """What to call when a question comes: only the letters are meant, as highlighted."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            buttons: list[QAbstractButton] = [b for b in box.buttons() if "letters" in b.text()]
            QTest.mouseClick(buttons[0] if buttons else box.buttons()[-1], LEFT)

    return answer


def _inside(mark: Annotation, words: list[Span]) -> bool:
    """Whether all that the mark holds was highlighted; pieces that touch or overlap become one."""
    lit = {at for span in words for at in range(span.start, span.end)}
    return all(lit.issuperset(range(span.start, span.end)) for span in mark.anchor.spans)


def _is_field(widget: QWidget | None) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and not widget.isReadOnly()
