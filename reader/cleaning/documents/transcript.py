"""Transcripts as plain text: `SPEAKER: words` line after line, perhaps with the time of each turn.

The words stay as they are, names before them included; who speaks and when are data of the blocks beside that.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePath

from reader.cleaning.assemble import assemble
from reader.cleaning.completed_metadata import detected
from reader.cleaning.decode import Decoded
from reader.cleaning.documents.speakers import speaker_of
from reader.cleaning.lines import MOST_LINES
from reader.cleaning.raw import RawBlock
from reader.model.articles import BlockKind, Metadata
from reader.model.pages import Cleaned, Page
from reader.notices import MANY_LINES, notice

_TIME = re.compile(r"[\[(]?(?P<time>(?:\d{1,2}:)?\d{1,2}:\d\d)(?:[.,]\d{1,3})?[\])]?[ \t]*(?:-[ \t]*)?(?=\S)")
_SOME, _MOSTLY = 4, 0.5  # turns, and the share of lines that begin with a name
_OFTEN = 2  # times that a speaker speaks
_HEADLINE = 160


def transcript(page: Page, decoded: Decoded) -> Cleaned | None:
    """Return the text as a transcript; None when it is none: fewer than two who speak in turns, or other lines."""
    lines = [" ".join(line.split()) for line in decoded.text.splitlines()]
    lines = [line for line in lines if line]
    turns = [_turn(line) for line in lines]
    speakers = Counter(name for _, name, _ in turns if name)
    often = [times for times in speakers.values() if times >= _OFTEN]
    named = speakers.total()
    if len(often) < 2 or named < _SOME or named <= _MOSTLY * len(lines) or 2 * sum(often) < named:
        return None
    return _cleaned(page, decoded, turns)


def _turn(line: str) -> tuple[str, str, str]:
    """When, who and what a line says."""
    found = _TIME.match(line)
    time, rest = (found["time"], line[found.end() :]) if found is not None else ("", line)
    return time, speaker_of(rest)[0], rest


def _cleaned(page: Page, decoded: Decoded, turns: list[tuple[str, str, str]]) -> Cleaned:
    blocks, speaker = [], ""
    notices = [*decoded.notices]
    if cut := sum(len(words) for _, _, words in turns[MOST_LINES:]):
        notices.append(notice(MANY_LINES, MOST_LINES, cut))
    for time, name, words in turns[:MOST_LINES]:
        speaker = name or speaker
        told = {"time": time, "speaker": speaker}
        blocks.append(RawBlock(words, attrs={key: value for key, value in told.items() if value}))
    first = blocks[0]
    title = first.text if "speaker" not in first.attrs and len(first.text) < _HEADLINE else ""
    if title:
        first.kind = BlockKind.TITLE
    metadata = Metadata(
        title=title or PurePath(page.name).stem, url=page.url, basis={"title": "first line"} if title else {}
    )
    metadata = detected(metadata, " ".join(words for _, _, words in turns[:200]))
    return assemble(blocks, metadata, encoding=decoded.encoding, notices=notices)
