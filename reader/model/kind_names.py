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


def kind_name(kind: str) -> Words:
    """The name of a kind, given as its class or its table is called; of any other table, that name."""
    return _NAMES.get(kind.lower(), kind)
