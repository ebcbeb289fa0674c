"""Captures and corrections of an article told apart: a capture is new bytes, a correction a new reading of the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

PUT_BACK, TAKEN_OUT, CLEANED_AGAIN = "put back", "taken out", "clean again"  # origins of revisions
TO_FETCH = "to fetch"  # origin of a text without words: only the address is here
BY_HAND = (PUT_BACK, TAKEN_OUT)
CORRECTIONS = (*BY_HAND, CLEANED_AGAIN)

# Who says when a page was captured, where no program does that saved it: `metadata.basis["captured"]`.
FETCHED, FILE_DATE = "fetched", "file date"

Outcomes = Counter[tuple[str, bool]]  # how many marks came out so of a capture, and whether they ask for a person


class Text(Protocol):
    """What tells captures and corrections apart: a `Revision`, or the head of one."""

    @property
    def id(self) -> str: ...
    @property
    def captured(self) -> datetime: ...
    @property
    def origin(self) -> str: ...
    @property
    def corrected(self) -> datetime | None: ...
    @property
    def original_id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RevisionHead:
    """A revision without its words: what its name is made of."""

    id: str
    captured: datetime
    origin: str = "capture"
    corrected: datetime | None = None
    original_id: str = ""


@dataclass(frozen=True, slots=True)
class CaptureNumber:
    """Which capture of how many a text is of."""

    number: int
    count: int


def is_correction(revision: Text) -> bool:
    """Return whether the text was made here, of the bytes of a capture that had a text already."""
    return revision.origin in CORRECTIONS


def capture_numbers(revisions: Sequence[Text]) -> list[CaptureNumber]:
    """Return the capture that each text is of, in the order of `revisions`, which are an article's from the oldest."""
    found: list[int] = []
    by_bytes: dict[str, int] = {}
    for revision in revisions:
        if is_correction(revision):
            last = found[-1] if found else 1
            found.append(by_bytes.get(revision.original_id, last))
        else:
            found.append(max(found, default=0) + 1)
            if revision.original_id:
                by_bytes[revision.original_id] = found[-1]
    return [CaptureNumber(number, max(found)) for number in found]


def made_words(revision: Text) -> str:
    """Return when the text was captured and, when it was made here since, how and when, in English for reports."""
    captured = f"captured {revision.captured:%Y-%m-%d %H:%M:%S %Z}".strip()
    return f"{captured}, {corrected_words(revision)}" if is_correction(revision) else captured


def corrected_words(revision: Text) -> str:
    """Return how and when a correction was made, in English for reports."""
    how = "corrected by hand" if revision.origin in BY_HAND else "cleaned again"
    return f"{how} {revision.corrected:%Y-%m-%d %H:%M:%S %Z}".strip() if revision.corrected else how
