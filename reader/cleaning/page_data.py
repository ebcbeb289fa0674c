"""An article's text that a page holds for machines alone: JSON-LD longer than what is shown, as behind a paywall."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.cleaning.page_view import plain
from reader.cleaning.raw import RawBlock, letters_and_digits
from reader.cleaning.runs import squeezed
from reader.model import left_out_reasons as reasons

_PIECE = 24  # letters and digits; so many of a sentence are looked for at once
_SHOWN = 0.8
_MUCH, _SHARE = 200, 0.1  # characters, and share of the text, that are worth a notice
_LONG = 400  # characters; a longer line is looked at sentence by sentence
_MOST = 400_000
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")


def unshown(body: str, blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return the parts of the text `body` that no block of the page holds, as blocks that are left out."""
    said = "".join(letters_and_digits(block.text) for block in blocks)
    return [RawBlock(text, reason=reasons.DATA_ONLY) for text in _missing(plain(body[:_MOST]), said)]


def is_much(parts: Sequence[RawBlock], body: str) -> bool:
    """Return whether so much is not shown that the reader should know."""
    missing = sum(len(part.text) for part in parts)
    return missing >= _MUCH and missing >= _SHARE * len(body)


def _missing(text: str, said: str) -> Iterator[str]:
    """Neighbouring sentences together."""
    for line in text.splitlines():
        run: list[str] = []
        for sentence in _SENTENCE.split(line) if len(line) > _LONG else [line]:
            if _is_said(letters_and_digits(sentence), said):
                yield from _joined(run)
            else:
                run.append(sentence)
        yield from _joined(run)


def _joined(run: list[str]) -> Iterator[str]:
    text = squeezed(" ".join(run))
    run.clear()
    if text:
        yield text


def _is_said(words: str, said: str) -> bool:
    if words in said:
        return True
    pieces = [words[at : at + _PIECE] for at in range(0, len(words) - _PIECE + 1, _PIECE)]
    return bool(pieces) and sum(piece in said for piece in pieces) >= _SHOWN * len(pieces)
