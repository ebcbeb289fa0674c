"""The families of errors that Tilik raises and a person may read.

Every message names the file, address or record it speaks of and says what was kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.messages import Hole, Message

if TYPE_CHECKING:
    from datetime import datetime


class MessageError(Exception):
    """An error that is worded as a `Message`: made from a literal template and its holes, as a message is."""

    def __init__(self, template: str, *holes: Hole) -> None:
        super().__init__(template, *holes)
        self.message = Message(template, *holes)

    def __str__(self) -> str:
        return str(self.message)


class TilikError(MessageError):
    """Anything Tilik can explain in a sentence; `str(error)` is that sentence."""


class SourceError(TilikError):
    """A source could not be read or holds no article; nothing was stored."""


class FetchError(SourceError):
    """An address could not be fetched (offline, refused, too large, too slow)."""


class CleaningError(SourceError):
    """A page was read but no article could be made of it."""


class LimitError(CleaningError):
    """A page ran past its limit of time, memory or size and was given up."""


class SetError(TilikError):
    """An annotated set is broken; the message names the file, the line and the reason."""


class LibraryError(TilikError):
    """The library could not be opened, read or written."""


class NotFoundError(TilikError):
    """No article, revision or annotation of that name."""


class MissingLibraryError(LibraryError, NotFoundError):
    """There is no library at the place named; none was made."""


class LockedError(LibraryError):
    """Another program holds the library; the message says which."""


class FullDiskError(LibraryError):
    """The disk is full: nothing can be written, but what is there can be read."""


class NewerLibraryError(LibraryError):
    """The library was made by a newer Tilik; it was not touched."""


class DamagedError(LibraryError):
    """One thing in the library is damaged and cannot be read; the others can."""


class GoneError(LibraryError):
    """A library was here and is not any more, or is empty; none was made in its place. `day` (ISO 8601) and `articles`
    say what is known of it, `backup` when the newest backup was made; None where that is not known."""

    day: str | None = None
    articles: int = 0
    backup: datetime | None = None


class ForeignError(LibraryError):
    """Something in the library was put there by another program; nothing of it was carried out."""


class EncryptedError(LibraryError):
    """The library is encrypted, and no passphrase was given that opens it; nothing was changed."""


class WrongWordsError(EncryptedError):
    """A passphrase or recovery words that do not open the library; nothing was changed."""


class ReadOnlyError(LibraryError):
    """The library can only be read; the change was not made."""


class ConflictError(LibraryError):
    """What an edit wanted to change is no longer what is stored; nothing was changed."""


class InterruptedQueryError(LibraryError):
    """The question was stopped before it was answered; the next one made it needless."""


class AnchorError(TilikError):
    """A quote or a span does not fit the text."""


class LinkError(TilikError):
    """Marks, claims or sources cannot be joined or described in that way."""


class FactError(TilikError):
    """What was given as a fact of an article (title, date, address) cannot be one; nothing was changed."""


class ExportError(TilikError):
    """A set could not be written; the message names the file, and nothing of it was left behind."""
