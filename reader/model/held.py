"""What a file holds that is not one article: the pages of a web archive, or a list of what somebody meant to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.errors import CleaningError
from reader.messages import Message
from reader.model.articles import State
from reader.model.pages import Page


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that somebody marked elsewhere, and what was written on them."""

    quote: str
    note: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry: an address, and what the list says of it. Empty, what it does not say.

    `page` is its text where the file has that; without one it is an article to be fetched. `added` is when it was put
    on the list, `folders` where it stood there, from the outermost.
    """

    url: str
    title: str = ""
    tags: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    added: datetime | None = None
    state: State = State.INBOX
    favourite: bool = False
    byline: str = ""
    site: str = ""
    published: str = ""
    language: str = ""
    note: str = ""
    highlights: tuple[Highlight, ...] = ()
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """Everything in a file, in its order. `what` is the program or format that it is of, as a name: `Pocket`.

    `problems` say which places could not be read, and why.
    """

    what: str
    entries: tuple[Listed, ...]
    problems: tuple[Message, ...] = ()


class SeveralError(CleaningError):
    """A file holds not one article but several, or a list; what it holds is with the error, to be added one by one."""

    def __init__(self, address: str, held: Held) -> None:
        super().__init__("{0}: this is not one page but {1}; add it with File > Add files, or with “tilik add”",
                         address, Message("{0} (entries: {1})", held.what, len(held.entries)))  # fmt: skip
        self.held = held
