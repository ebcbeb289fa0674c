"""What is wrong with a library: one value for each thing that is damaged, in words and by id."""

from __future__ import annotations

from dataclasses import dataclass

from reader.messages import Message

FILE, INDEX, LOG = "file", "search index", "log"  # parts beside the kinds of things


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it was stored. `part` is its kind, or one of `FILE`, `INDEX`, `LOG`; `id` names it, and
    `article_id` the article that it belongs to, where these are known. `unreadable`: nothing of it can be read."""

    part: str
    message: Message
    id: str = ""
    article_id: str = ""
    unreadable: bool = False
