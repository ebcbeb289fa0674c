"""Subtitles (SubRip, WebVTT): the words of a recording as paragraphs, with who says them and from when.

`attrs["time"]` of a block is when its first words are shown, `hours:minutes:seconds`, `attrs["speaker"]` who speaks.
Where the speaker changes, the name stands before the words as well, as in a printed transcript: there it can be
read, found and marked as the source of what is said.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from reader.cleaning.assemble import assemble
from reader.cleaning.completed_metadata import detected
from reader.cleaning.decode import decode
from reader.cleaning.documents.speakers import spoken
from reader.cleaning.lines import MOST_LINES
from reader.cleaning.raw import RawBlock
from reader.errors import CleaningError
from reader.model.articles import BlockKind, Metadata
from reader.model.pages import Cleaned, Page
from reader.notices import MANY_LINES, notice

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)[,.](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}[^\n]*")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]{1,120})>", re.I)
_TAG = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_ASIDE = ("NOTE", "STYLE", "REGION")
_ENDS = re.compile(r"[.!?…。！？؟۔][\"'”’»)\]]*$")
_PAUSE = 4.0  # seconds of silence after which a new paragraph begins
_LONG, _LONGEST = 400, 1500  # characters after which a paragraph ends with its sentence, and after which it ends


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that are shown together: from when until when, in seconds, and who says them where that is told.

    `turns` says that another begins to speak, who may not be named; `last` is the last line of the words.
    """

    start: float
    end: float
    text: str
    speaker: str = ""
    turns: bool = False
    last: str = ""


def read_subtitles(page: Page) -> Cleaned:
    """Return the words of a recording. Raises `CleaningError`, naming the file, when there are none."""
    decoded = decode(page.data, page.encoding)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = list(_paragraphs(_without_repeats(_cues(text))))
    if not blocks:
        raise CleaningError("{0}: there are no words in these subtitles", page.address)
    notices = [*decoded.notices]
    if cut := sum(len(block.text) for block in blocks[MOST_LINES:]):
        notices.append(notice(MANY_LINES, MOST_LINES, cut))
        del blocks[MOST_LINES:]
    title = _title(text) or PurePath(page.name).stem
    metadata = detected(Metadata(title=title, url=page.url), " ".join(block.text for block in blocks))
    blocks.insert(0, RawBlock(title, BlockKind.TITLE))
    return assemble(blocks, metadata, encoding=decoded.encoding, notices=notices)


def _title(text: str) -> str:
    """What WebVTT says behind its name."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    return first[6:].strip(" \t-:") if first.startswith("WEBVTT") else ""


def _cues(text: str) -> Iterator[Cue]:
    for group in re.split(r"\n[ \t]*\n+", text.lstrip("\ufeff")):
        lines = group.strip("\n").split("\n")
        at = next((n for n, line in enumerate(lines[:2]) if _TIMES.fullmatch(line)), -1)
        if at < 0 or lines[0].startswith(_ASIDE):
            continue
        numbers = _TIMES.fullmatch(lines[at])
        assert numbers is not None
        yield from _said(_seconds(numbers.groups()[:4]), _seconds(numbers.groups()[4:]), lines[at + 1 :])


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (one or "0" for one in clock)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")


def _said(start: float, end: float, lines: list[str]) -> Iterator[Cue]:
    """The words of one cue, of each of its speakers by itself: `<v Name>`, `NAME: words`, or a dash a speaker."""
    parts = _VOICE.split("\n".join(lines))
    if plain := _plain(parts[0]):
        last = " ".join(plain.rpartition("\n")[2].split())
        yield from (Cue(start, end, one.words, one.name, one.turns, last) for one in spoken(plain))
    for name, part in zip(parts[1::2], parts[2::2], strict=True):
        if said := _plain(part):
            words = " ".join(said.split())
            yield Cue(start, end, words, " ".join(html.unescape(name).split()), last=words)


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()


def _without_repeats(cues: Iterator[Cue]) -> Iterator[Cue]:
    """Rolling captions show each line twice, the second time above the next one: each is taken once."""
    before = ""
    for cue in cues:
        words = cue.text
        if before and (words == before or words.startswith(f"{before} ")):
            words = words[len(before) :].strip()
        before = cue.last
        if words:
            yield replace(cue, text=words)


def _paragraphs(cues: Iterator[Cue]) -> Iterator[RawBlock]:
    block, speaker, end = None, "", 0.0
    for cue in cues:
        turned = bool(cue.speaker) and cue.speaker != speaker
        if block is not None and (turned or cue.turns or _is_over(block.text, cue.start - end)):
            yield block
            block = None
        if block is None:
            speaker = cue.speaker or ("" if cue.turns else speaker)
            block = _begun(cue, speaker, named=turned)
        else:
            block.text += f" {cue.text}"
        end = cue.end
    if block is not None:
        yield block


def _begun(cue: Cue, speaker: str, *, named: bool) -> RawBlock:
    attrs = {"time": clock(cue.start), **({"speaker": speaker} if speaker else {})}
    return RawBlock(f"{speaker}: {cue.text}" if named else cue.text, attrs=attrs)


def _is_over(text: str, pause: float) -> bool:
    ended = _ENDS.search(text) is not None
    return len(text) > _LONGEST or (ended and (pause >= _PAUSE or len(text) > _LONG)) or pause >= 3 * _PAUSE


def clock(seconds: float) -> str:
    """Return a time in a recording as `hours:minutes:seconds`."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
