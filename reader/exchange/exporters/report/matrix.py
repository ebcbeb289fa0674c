"""Claims by who speaks, as tables that a reader can follow by ear: signs with words, heads of rows and columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.board.values import Row, cell_of
from reader.board.voice import OWN, UNSAID
from reader.exchange.exporters.paper.parts import Grid, Heading, Paragraph, Part, Piece, Words, plain
from reader.exchange.exporters.report.wording import Wording, short
from reader.model.vocabulary import SILENT

WIDE = 4  # parties beside the claims on one page
MOST = 20  # parties that are shown at all
_CLAIM_SHARE = 2
FORMS_SAID = ("explicit_denial", SILENT)  # said by the sign already


def matrix(rows: list[Row], wording: Wording) -> Iterator[Part]:
    """Yield tables of so many parties as stand beside each other on a page."""
    parties, more = _parties(rows, wording)
    if not rows or not parties:
        return
    say = wording.say
    yield Heading(1, plain(say("matrix")), "matrix")
    yield Paragraph(plain(say("matrix_lead")), "facts")
    for start in range(0, len(parties), WIDE):
        some = parties[start : start + WIDE]
        caption = say("matrix_table", start + 1, start + len(some), len(parties)) if len(parties) > WIDE else ""
        head = (plain(say("claim")), *(plain(short(name, 60)) for _, name in some))
        yield Grid(
            caption, head, tuple(_line(n, row, some, wording) for n, row in enumerate(rows, 1)),
            (_CLAIM_SHARE, *(1 for _ in some)), row_heads=True,
        )  # fmt: skip
    if more:
        yield Paragraph(plain(say("more_parties", more)), "facts")


def _parties(rows: list[Row], wording: Wording) -> tuple[list[tuple[str, str]], int]:
    """The keys and names of who speaks, the most quoted first, and how many more there are."""
    quoted: Counter[str] = Counter()
    names: dict[str, str] = {}
    for row in rows:
        for voice in row.voices:
            quoted[voice.party] += 1
            names.setdefault(voice.party, wording.name(voice.party, voice.name))
    say = wording.say
    names |= {OWN: say("own_words")} if OWN in names else {}
    names |= {UNSAID: say("not_said_who")} if UNSAID in names else {}
    found = sorted(names.items(), key=lambda one: (one[0] in (OWN, UNSAID), -quoted[one[0]], one[1].casefold()))
    return found[:MOST], max(0, len(found) - MOST)


def _line(number: int, row: Row, parties: Sequence[tuple[str, str]], wording: Wording) -> tuple[Words, ...]:
    return (wording.reference(number, row), *(_cell(row, party, wording) for party, _ in parties))


def _cell(row: Row, party: str, wording: Wording) -> Words:
    cell, say = cell_of(row, party, present=False), wording.say
    lines = [say(f"cell_{stance}") for stance in cell.stances] + ([say("cell_silent")] if cell.silent else [])
    lines += [say.value("factuality", value) for value in cell.factuality]
    lines += [say.value("response_form", form) for form in cell.forms if form not in FORMS_SAID]
    return (Piece("\n".join(lines)),) if lines else ()
