"""Who speaks: `NAME: words` at the start of a line, as subtitles and transcripts write it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

# A name is a few words that begin with capitals, or are written in them, or a role such as "Speaker 2".
_WORD = r"(?:[^\W\d_a-z][\w.'\u2019-]*|(?:de|van|von|der|bin|binti|al|el|da|dos|di)\b)"
_NAME = rf"{_WORD}(?:[ \t]+(?:{_WORD}|\d{{1,2}}|\([^()\n]{{1,40}}\))){{0,5}}"
TURN = re.compile(rf"(?:>>+[ \t]*|[-\u2013\u2014][ \t]*)?(?P<name>{_NAME})[ \t]*:[ \t]+(?P<words>\S.*)", re.S)
_DASH = re.compile(r"[-\u2013\u2014][ \t]*(?=\S)|>>+[ \t]*")
# Words before a colon that name nobody.
_NOBODY = frozenset(
    (
        "note", "update", "source", "sources", "photo", "caption", "editor", "example", "warning", "question",
        "answer", "summary", "title", "date", "time", "place", "catatan", "sumber", "foto", "keterangan", "contoh",
        "tanggal", "waktu", "tempat", "judul", "reporter", "penulis", "baca", "subject", "topic", "perihal", "from",
        "to", "cc", "re",
    )
)  # fmt: skip


def speaker_of(line: str) -> tuple[str, str]:
    """Return who says a line and what; without a name where none stands before its colon."""
    found = TURN.match(line)
    if found is None or found["name"].casefold() in _NOBODY:
        return "", line
    return " ".join(found["name"].split()), found["words"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one says, and who where that is told; `turns` says that another spoke before, whether named or not."""

    name: str
    words: str
    turns: bool = False


def spoken(text: str) -> list[Turn]:
    """Return the turns in the lines of one cue; a line that begins with neither a name nor a dash goes on the one
    before."""
    turns: list[Turn] = []
    for line in text.split("\n"):
        name, words = speaker_of(" ".join(line.split()))
        dashed = _DASH.match(words) is not None
        words = _DASH.sub("", words, count=1) if dashed else words
        if name or dashed or not turns:
            turns.append(Turn(name, words, dashed or bool(name)))
        elif words:
            turns[-1] = replace(turns[-1], words=f"{turns[-1].words} {words}")
    return [one for one in turns if one.words]
