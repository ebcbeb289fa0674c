"""What became of one source that was to be added."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.errors import TilikError
from reader.messages import Message

ADDED, KNOWN, FAILED, CAPTURED = "added", "known", "failed", "captured"
OPENED = "opened"


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of one source: `added`, already `known`, `captured` as a newer text of the article that has its
    address, or `failed` and why; then `article_id` may be empty.

    `newer_of` is another article with the address of an added one, which may be an older version of it; nothing was
    done to that, and `reason` says so. `error` is what a failed source failed with, when it was an error. `notices`
    are the cleaner's sentences on an added text, as that it was cut.

    A file that holds several (a list, a web archive) is `opened`, and `reason` counts them; each of them has an outcome
    of its own before that, `within` the file.
    """

    address: str
    status: str
    article_id: str = ""
    reason: Message | None = None
    error: TilikError | None = field(default=None, compare=False, repr=False)
    newer_of: str = ""
    notices: tuple[str, ...] = ()
    within: str = ""
