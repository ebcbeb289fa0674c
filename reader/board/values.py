"""Who stands where to each claim: the values of the claims board, and how independent sources are counted.

Stances are SDQC (RumourEval) or `silent`, factuality is FactBank's, for that source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.edits.attribution import DENY, SUPPORT
from reader.model import vocabulary
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import Claim, Evidence, Review, Source

OWN = ""  # the party of words that nobody is said to have said: the outlet's own voice

# Why a voice does not count as a source of its own.
OUTLET, UNSPECIFIED, RELAY = "outlet", "unspecified", "relay"  # of the voice alone
AGAIN, SPOKEN_FOR = (
    "again",
    "spoken_for",
)  # beside the others: counted already; its people are counted


@dataclass(frozen=True, slots=True)
class Material:
    """What a board is made of. `marks` are all that are claims or denials, or take part in one of the `relations`."""

    articles: Mapping[str, Article]
    marks: Sequence[Annotation]
    relations: Sequence[Relation]
    claims: Sequence[Claim] = ()
    sources: Sequence[Source] = ()
    evidence: Sequence[Evidence] = ()
    reviews: Sequence[Review] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """One source to one claim, in one article. `key` is who, `party` whom it speaks for: ids, or names as found.

    `chain` are the names from whoever is committed to the outlet. `mark` is the content's, `source` that of the one
    who speaks, `relation` empty for words that are not attributed. `why` says why it can never count, if so.
    """

    stance: str
    key: str
    name: str
    party: str
    mark: Annotation
    relation: str = ""
    factuality: str = ""
    scope: str = ""
    form: str = ""
    chain: tuple[str, ...] = ()
    why: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim. `independent` and `against` count the sources that support and that deny it on their own word.

    `unsourced` are denials of it for which no source is marked yet: they are nobody's.
    """

    id: str
    wording: str
    claim: Claim | None
    mentions: tuple[Annotation, ...]
    voices: tuple[Voice, ...]
    evidence: tuple[Evidence, ...]
    review: Review | None
    articles: tuple[str, ...]
    unsourced: tuple[Annotation, ...] = ()

    def by(self, stance: str) -> tuple[Voice, ...]:
        """Return the voices of that stance."""
        return tuple(v for v in self.voices if v.stance == stance)

    @property
    def independent(self) -> int:
        return sum(not why for _, why in counted(self.by(SUPPORT)))

    @property
    def against(self) -> int:
        return sum(not why for _, why in counted(self.by(DENY)))


def counted(voices: Sequence[Voice]) -> list[tuple[Voice, str]]:
    """Return each voice of one stance with the reason why it is no further independent source; empty where it counts.

    A party's own words count only when none of its people is among them: what a spokesman says is what it says.
    """
    people = {v.party for v in voices if not v.why and v.key != v.party}
    reasons: list[tuple[Voice, str]] = []
    counted: set[str] = set()
    for voice in voices:
        why = voice.why or (SPOKEN_FOR if voice.key == voice.party and voice.party in people else "")
        why = why or (AGAIN if voice.key in counted else "")
        reasons.append((voice, why))
        if not why:
            counted.add(voice.key)
    return reasons


@dataclass(frozen=True, slots=True)
class Cell:
    """What a party says to a claim. `stances` is empty where it says nothing; `silent` when that was recorded.

    `present` says that an article of the claim names the party. `elsewhere` are the scopes of denials that deny
    something else than the claim's own words, or a part of it.
    """

    stances: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    silent: bool = False
    present: bool = False
    elsewhere: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """All rows, the denials that are linked to no claim yet, each party's name and the source marks that name it."""

    rows: tuple[Row, ...]
    loose: tuple[Annotation, ...]
    parties: Mapping[str, str] = field(default_factory=dict)
    named_in: Mapping[str, frozenset[str]] = field(default_factory=dict)
    named: Mapping[str, tuple[Annotation, ...]] = field(default_factory=dict)

    def cell(self, row: Row, party: str) -> Cell:
        """Return what the party, or the outlet itself (`OWN`), says to the row's claim."""
        voices = tuple(v for v in row.voices if v.party == party)
        voiced = [v for v in voices if v.stance != vocabulary.SILENT]
        denied = [v for v in voiced if v.stance == DENY]
        return Cell(
            distinct(v.stance for v in voiced), distinct(v.factuality for v in voiced if v.stance in (SUPPORT, DENY)),
            distinct(v.scope for v in denied), distinct(v.form for v in voiced),
            len(voiced) < len(voices), bool(self.named_in.get(party, frozenset()) & set(row.articles)),
            distinct(v.scope or v.form for v in denied if _differs(v, row.wording)), voices,
        )  # fmt: skip


def _differs(denial: Voice, wording: str) -> bool:
    """Whether it says that something else is denied than the claim; without a word on it, it is taken for the claim."""
    return denial.form == "partial_denial" or bool(denial.scope and _plain(denial.scope) != _plain(wording))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Return the values that are not empty, each once, in the order in which they first come."""
    return tuple(dict.fromkeys(v for v in values if v))
