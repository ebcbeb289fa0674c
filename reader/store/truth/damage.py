"""What is wrong with a library: one value for each thing that is damaged, in words and by id."""

from __future__ import annotations

from dataclasses import dataclass

from reader.messages import Message, Words
from reader.model.kind_names import kind_word

FILE, INDEX, LOG = "file", "search index", "log"  # parts beside the kinds of things


_WORDS = {"annotation": Message("mark"), "revision": Message("text"), LOG: Message("step of the history")}


def part_word(part: str) -> Words:
    """Return what a part is called when it is shown."""
    return _WORDS.get(part) or kind_word(part)


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it was stored. `part` is its kind, or one of `FILE`, `INDEX`, `LOG`; `id` names it, and
    `article_id` the article that it belongs to, where these are known. `unreadable`: nothing of it can be read."""

    part: str
    message: Message
    id: str = ""
    article_id: str = ""
    unreadable: bool = False
