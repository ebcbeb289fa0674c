"""What the keys act on now: the one state that page, panel, keys, menus and the strip at the words read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from reader.model.spans import Span


class Target(StrEnum):
    """The kind of thing that is chosen."""

    NOTHING = "nothing"
    WORDS = "words"
    MARKS = "marks"
    SENTENCE = "sentence"


class Mode(StrEnum):
    """What the next click or selection is for."""

    READING = "reading"
    ATTRIBUTION = "attribution"
    LINK = "link"
    ATTACH = "attach"


class Here(QObject):
    """The chosen words, marks or sentence of the open article; choosing one kind lets go of the others.

    In a mode words may be chosen beside a mark: the mark is what the mode is about. Spans are half-open code points
    of the text on the desk. `changed` follows every change, `modeChanged` one of the mode.
    """

    changed = Signal()
    modeChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[Span, ...] = ()
        self._marks: tuple[str, ...] = ()
        self._sentence: Span | None = None
        self._mode, self._asked = Mode.READING, ""

    # -- reading it ------------------------------------------------------------------------------------------------

    @property
    def words(self) -> tuple[Span, ...]:
        """The selected words, a span a piece."""
        return self._words

    @property
    def marks(self) -> tuple[str, ...]:
        """The ids of the chosen marks."""
        return self._marks

    @property
    def mark(self) -> str:
        """The id of the first chosen mark; empty for none."""
        return self._marks[0] if self._marks else ""

    @property
    def sentence(self) -> Span | None:
        """The sentence, or the sentences in a row, that were taken by key or click."""
        return self._sentence

    @property
    def mode(self) -> Mode:
        """What the next click or selection is for."""
        return self._mode

    @property
    def asked(self) -> str:
        """What the mode waits for, in words; empty while reading."""
        return self._asked

    @property
    def target(self) -> Target:
        """The kind of thing that a key acts on."""
        if self._words:
            return Target.WORDS
        if self._marks:
            return Target.MARKS
        return Target.SENTENCE if self._sentence is not None else Target.NOTHING

    @property
    def spans(self) -> list[Span]:
        """The words that a label would mark: those that are selected, else the sentence; none beside a mark."""
        if self._words:
            return list(self._words)
        return [self._sentence] if self._sentence is not None else []

    # -- choosing --------------------------------------------------------------------------------------------------

    def choose_words(self, spans: Iterable[Span]) -> None:
        """Choose words; none of an empty list."""
        words = tuple(spans)
        if words and self._mode is Mode.READING:
            self._set(words, (), None)
        else:
            self._set(words, self._marks, self._sentence)

    def choose_marks(self, ids: Iterable[str]) -> None:
        """Choose marks; none of an empty list."""
        marks = tuple(ids)
        if marks:
            self._set((), marks, None)
        else:
            self._set(self._words, (), self._sentence)

    def choose_sentence(self, span: Span | None) -> None:
        """Take a sentence, or let go of the one that is taken."""
        if span is not None:
            self._set((), () if self._mode is Mode.READING else self._marks, span)
        else:
            self._set(self._words, self._marks, None)

    def restore(self, words: Iterable[Span], marks: Iterable[str], sentence: Span | None) -> None:
        """Choose what was chosen before, all at once."""
        self._set(tuple(words), tuple(marks), sentence)

    def clear(self) -> None:
        """Let go of everything."""
        self._set((), (), None)

    def leave(self) -> bool:
        """Let go of the innermost thing that is chosen; False when there is none."""
        if self._words:
            self._set((), self._marks, self._sentence)
        elif self._marks or self._sentence is not None:
            self._set((), (), None)
        else:
            return False
        return True

    def keep_marks(self, holds: Callable[[str], bool]) -> None:
        """Let go of the marks that `holds` is False for: they are gone, or not shown any more."""
        kept = tuple(id for id in self._marks if holds(id))
        if kept != self._marks:
            self._set(self._words, kept, self._sentence)

    def enter(self, mode: Mode, asked: str = "") -> None:
        """Begin or leave a mode; `asked` says what it waits for."""
        if (mode, asked) != (self._mode, self._asked):
            self._mode, self._asked = mode, asked
            self.modeChanged.emit()
            self.changed.emit()

    def _set(self, words: tuple[Span, ...], marks: tuple[str, ...], sentence: Span | None) -> None:
        if (words, marks, sentence) != (self._words, self._marks, self._sentence):
            self._words, self._marks, self._sentence = words, marks, sentence
            self.changed.emit()
