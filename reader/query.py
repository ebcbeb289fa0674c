"""What the library is asked for: words and filters, typed by a person or set by a click."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from typing import Any

from reader.errors import TilikError
from reader.model.articles import State

ORDERS = ("added", "published", "title", "site")
_FIELDS: dict[str, str] = {"label": "label", "tag": "tag", "site": "site", "lang": "language", "annotator": "annotator"}


@dataclass(frozen=True, slots=True)
class Query:
    """Filters are joined by "and"; an empty one filters nothing. Without a state the trash is left out."""

    words: str = ""
    state: State | None = None
    label: str = ""
    tag: str = ""
    site: str = ""
    language: str = ""
    annotator: str = ""
    order: str = "added"
    descending: bool = True


EVERYTHING = Query()


def parse(text: str) -> Query:
    """`label:denial site:inews.id tag:"north korea" state:done words` as a `Query`.

    Raises `TilikError` for an unknown state. A word with a colon that is no filter is a word.
    """
    query, words = Query(), []
    for token in _tokens(text):
        name, colon, value = token.partition(":")
        if colon and value and name in _FIELDS:
            filters: dict[str, Any] = {_FIELDS[name]: value}
            query = replace(query, **filters)
        elif colon and name == "state":
            query = replace(query, state=_state(value))
        else:
            words.append(token)
    return replace(query, words=" ".join(words))


def _state(value: str) -> State:
    try:
        return State(value)
    except ValueError:
        raise TilikError("there is no state {0}; there are {1}", repr(value), ", ".join(State)) from None


def _tokens(text: str) -> list[str]:
    lexer = shlex.shlex(text, posix=True)
    lexer.whitespace_split, lexer.commenters, lexer.quotes, lexer.escape = True, "", '"', ""
    try:
        return list(lexer)
    except ValueError:  # an open quotation mark while typing: take the words as they stand
        return text.replace('"', " ").split()
