"""On how many independent words a claim rests, as far as that is known: a range, and never more than was confirmed.

Nobody can say how many people "a fisherman", "sources" and "Fishermen" are. So the count has two ends:

- `least`, the lower bound: voices that are certainly distinct, because the desk has said who each of them is
  (`reader.board.identity`). One that is not identified may be any of them, whoever passes on what they say, or the
  outlet itself, so it adds nothing here. Of an identified party at least one voice speaks, whoever that is.
- `most`, the upper bound: as many as they would be if each that is not identified were somebody else. One name in two
  articles is two such, until somebody makes them one source.

In neither end: words that the publisher has changed or taken back and nobody confirmed (`reader.board.standing`), words
of the outlet itself, or of which it is not said yet who says so, and whoever only passes on, or comes through, somebody
that stands in the row already (`reader.board.relays`). So no newer capture and no second name raises `least`; only what
a person says does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.board.voice import Voice

# Why a voice does not count as a source of its own.
OUTLET, NOBODY, NOT_SAID = "outlet", "nobody", "not_said"  # the article itself; nobody is named; nothing entered yet
UNSPECIFIED, RELAY, THROUGH = "unspecified", "relay", "through"  # of the voice alone, too
AGAIN, SPOKEN_FOR = "again", "spoken_for"  # beside the others: counted already; its people are counted
UNIDENTIFIED = "unidentified"  # counts in the upper bound alone


class Count(NamedTuple):
    """From `least` to `most` sources, both included; the difference are those that are not identified."""

    least: int
    most: int

    @property
    def unidentified(self) -> int:
        """How many more there are if each that is not identified is somebody else."""
        return self.most - self.least

    @property
    def figure(self) -> str:
        """The range in figures, as short as can be."""
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"


def count(voices: Sequence[Voice]) -> Count:
    """Return how many independent sources the voices of one stance are."""
    reasons = [why for _, why in counted(voices)]
    least = reasons.count("")
    return Count(least, least + reasons.count(UNIDENTIFIED))


def counted(voices: Sequence[Voice]) -> list[tuple[Voice, str]]:
    """Return each voice of one stance with the reason why it is no further independent source; empty where it counts.

    A party's own words count only when none of its people is among them: what a spokesman says is what it says.
    `unidentified` voices are counted in the upper bound.
    """
    own = [voice.standing or voice.why for voice in voices]
    free = [voice for voice, why in zip(voices, own, strict=True) if not why]
    people = {v.party for v in free if v.key != v.party}
    named = {v.party for v in free if v.known and v.key != v.party}
    reasons: list[tuple[Voice, str]] = []
    seen: set[tuple[str, str]] = set()
    spoken: set[str] = set(named)  # identified parties that somebody counted speaks for
    for voice, why in zip(voices, own, strict=True):
        if not why:
            why = _beside(voice, people, spoken, seen)
        reasons.append((voice, why))
    return reasons


def _beside(voice: Voice, people: set[str], spoken: set[str], seen: set[tuple[str, str]]) -> str:
    """Why a voice that may count does not beside the others of its stance, and note that it was seen."""
    if voice.key == voice.party and voice.party in people:
        return SPOKEN_FOR
    who = (voice.key, "" if voice.recorded else voice.mark.article_id)
    if who in seen:
        return AGAIN
    seen.add(who)
    if voice.known:
        return ""
    if voice.party_known and voice.party not in spoken:
        spoken.add(voice.party)
        return ""
    return UNIDENTIFIED
