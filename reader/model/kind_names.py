"""What the kinds of stored things are called in a sentence."""

from __future__ import annotations

from reader.messages import Message, Words

_NAMES = {
    str(name): name
    for name in (
        Message("article"),
        Message("annotation"),
        Message("relation"),
        Message("revision"),
        Message("label"),
        Message("picture"),
        Message("original"),
        Message("claim"),
        Message("source"),
        Message("evidence"),
        Message("review"),
    )
}


def kind_word(kind: str) -> Words:
    """Return what a kind is called in a sentence; the name of any other table as it is."""
    return _NAMES.get(kind, kind)


_PARTS = {"annotation": Message("mark"), "revision": Message("text"), "log": Message("step of the history")}


def part_word(part: str) -> Words:
    """Return what a damaged part of a library is called when it is shown: as the window calls these things."""
    return _PARTS.get(part) or kind_word(part)
