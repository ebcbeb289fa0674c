"""What counts and what does not, in words and signs: the same on every page of the board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from reader.board.counting import (
    AGAIN,
    NOBODY,
    NOT_SAID,
    OUTLET,
    RELAY,
    SPOKEN_FOR,
    THROUGH,
    UNIDENTIFIED,
    UNSPECIFIED,
    Count,
)
from reader.board.standing import CHANGED, REMOVED, UNCONFIRMED, worst
from reader.board.values import Row
from reader.board.voice import Voice
from reader.model.vocabulary import AUTHOR, IMPLICIT
from ui.language.plain_words import plain, source_not_marked

translate = QCoreApplication.translate


SIGNS = {CHANGED: "≠", REMOVED: "∅", UNCONFIRMED: "≈"}


def _said(standing: str) -> str:
    return {
        CHANGED: translate("Board", "words changed since"),
        REMOVED: translate("Board", "words taken back"),
        UNCONFIRMED: translate("Board", "not confirmed since"),
    }.get(standing, "")


def standing_words(standing: str) -> str:
    """Return what a newer capture did to words, with its sign; empty for words that stand."""
    return f"{SIGNS[standing]} {_said(standing)}" if standing in SIGNS else ""


def standing_of_all(standings: Sequence[str]) -> str:
    """Return that in words of several voices; where some of them stand, that it is of a part only."""
    found = standing_words(worst(standings))
    return translate("Board", "in part: {0}").format(found) if found and not all(standings) else found


def name_with_standing(name: str, standings: Sequence[str]) -> str:
    """Return a name with what became of its words: the sign before it, where no narrow column cuts it off."""
    found = worst(standings)
    if not found:
        return name
    said = _said(found) if all(standings) else translate("Board", "in part: {0}").format(_said(found))
    return translate("Board", "{0} {1} ({2})").format(SIGNS[found], name, said)


def figures(row: Row) -> str:
    """Return the sources for and against in figures, with the sign of words that do not count since a capture."""
    sign = SIGNS.get(worst(voice.standing for voice in row.voices), "")
    return f"{row.independent.figure} : {row.against.figure} {sign}".rstrip()


def not_counted(voices: Iterable[Voice]) -> str:
    """Return how many of these voices do not count since a newer capture; empty for none."""
    number = sum(bool(voice.standing) for voice in voices)
    return translate("Board", "Not counted since a newer capture: {0}").format(number) if number else ""


def count_words(count: Count) -> str:
    """Return the number of sources, or their range with how many of them are not identified."""
    if not count.unidentified:
        return str(count.least)
    return translate("Board", "{0} to {1}: {2} not identified").format(*count, count.unidentified)


def reason_words(why: str) -> str:
    """Return why a voice does not count as a source of its own, or that it does."""
    return (
        standing_words(why)
        or {
            "": translate("Board", "counts"),
            OUTLET: plain("explicitness", AUTHOR),
            NOBODY: plain("explicitness", IMPLICIT),
            NOT_SAID: translate("Board", "who says so: {0}").format(source_not_marked("")),
            UNSPECIFIED: translate("Board", "nobody knows who that is"),
            RELAY: translate("Board", "only passes it on"),
            THROUGH: translate("Board", "comes through one that stands here"),
            AGAIN: translate("Board", "the same source again"),
            SPOKEN_FOR: translate("Board", "counted by its own people"),
            UNIDENTIFIED: translate("Board", "may count: not identified"),
        }[why]
    )


def reason_hint(why: str) -> str:
    """Return what to do so that the voice counts; empty when nothing is to be done."""
    look = translate("Board", "A newer capture has other words here. Look at the mark in its article and confirm it.")
    return {
        UNIDENTIFIED: translate(
            "Board", "This may be somebody who is counted already. On the page Sources say which kind of source it is."
        ),
        CHANGED: look,
        REMOVED: translate("Board", "These words are not in the newest text of the article."),
        UNCONFIRMED: look,
    }.get(why, "")
