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
