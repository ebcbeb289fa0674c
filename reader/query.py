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
_PART = re.compile(r'((?<!\S)-(?!\d))?(?:"([^"]*)("?)|([^\s"]+))')
_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))  # what a keyboard or a word processor makes of them


@dataclass(frozen=True, slots=True)
class Query:
    """Words in quotation marks stand one after the other, and one behind a minus does not stand there. Filters are
    joined by "and"; an empty one filters nothing.
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

    @property
    def has_hits(self) -> bool:
        """Whether it is words alone, some of which are wanted: what is found then are places in texts and marks."""
        return self == Query(words=self.words) and not all(part.without for part in parts(self.words))


EVERYTHING = Query()


@dataclass(frozen=True, slots=True)
class Part:
    """Words that were typed together: within quotation marks, which `ends` them, or up to a space; `without` them when
    a minus stands before, but for a number, whose own it is."""

    words: str
    without: bool = False
    ends: bool = True


def parts(words: str) -> list[Part]:
    """Return what `words` ask for, in the order typed. The last word may be a beginning, so it does not end."""
    found = [
        Part(quoted or plain, bool(minus), bool(closed) or bool(minus))
        for minus, quoted, closed, plain in _PART.findall(words.translate(_STRAIGHT))
    ]
    return [replace(part, ends=True) for part in found[:-1]] + found[-1:]


def parse(text: str) -> Query:
    """`label:denial site:inews.id tag:"north korea" state:done words -without` as a `Query`.

    Words keep their quotation marks and a minus, see `parts`. A word with a colon that is no filter is a word.
    Raises `TilikError` for an unknown state.
    """
    query, words = Query(), []
    for token in _TOKEN.findall(text.translate(_STRAIGHT)):
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
