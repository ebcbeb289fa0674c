"""What the library is asked for: words and filters, typed by a person or set by a click."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from reader.errors import TilikError
from reader.model.articles import State

ORDERS = ("added", "published", "title", "site")
_FIELDS: dict[str, str] = {"label": "label", "tag": "tag", "site": "site", "lang": "language", "annotator": "annotator"}
# Up to a space that does not stand between quotation marks; the last one may be missing while somebody types.
_TOKEN = re.compile(r'(?:[^\s"]|"[^"]*"?)+')


@dataclass(frozen=True, slots=True)
class Query:
    """Words in quotation marks stand one after the other. Filters are joined by "and"; an empty one filters nothing.
    Without a state the trash is left out."""

    words: str = ""
    state: State | None = None
    label: str = ""
    tag: str = ""
    site: str = ""
    language: str = ""
    annotator: str = ""
    order: str = "added"
    descending: bool = True

    @property
    def is_filtered(self) -> bool:
        """Whether it asks for more than a state and an order."""
        return any((self.words, self.label, self.tag, self.site, self.language, self.annotator))


EVERYTHING = Query()


def parse(text: str) -> Query:
    """`label:denial site:inews.id tag:"north korea" state:done words` as a `Query`.

    Words keep their quotation marks. A word with a colon that is no filter is a word.
    Raises `TilikError` for an unknown state.
    """
    query, words = Query(), []
    for token in _TOKEN.findall(text):
        name, colon, value = token.partition(":")
        value = value.replace('"', "")
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
