"""Claims with their verdicts, evidence and sources, a row each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from reader.exchange.exporters.paper.words import Language
from reader.exchange.exporters.tables.comma_separated import joined
from reader.exchange.exporters.tables.spreadsheet import EARLIEST, Value
from reader.exchange.records.plain_values import json_text, plain_json
from reader.exchange.records.sheets import CHECKSUM, CLAIMS, EVIDENCE, SOURCES, WRITTEN, Kind, Sheet
from reader.exchange.records.table_cells import checksum, fitting
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")


class Rows:
    """Makes rows of one sheet from what is said by the keys of its columns, in one language."""

    def __init__(self, sheet: Sheet, say: Language) -> None:
        self._columns = [(c.key, c.among, c.kind is Kind.DAY, c.kind is Kind.TEXT) for c in sheet.columns]
        days = {c.key for c in sheet.columns if c.kind is Kind.DAY}
        self._summed = [(key, key in days) for key in sheet.summed]
        self._say = say

    def row(self, said: Mapping[str, Any]) -> list[Value]:
        """Return the cells of a row, in the order of the columns."""
        found: list[Value] = []
        for key, among, is_day, is_text in self._columns:
            value = said.get(key)
            if value and among:
                value = self._say.value(among, value)
            elif value and is_day:
                value = typed_day(value)
            elif value and is_text:
                value = fitting(value)
            elif key == WRITTEN:
                value = self._written(said)
            elif key == CHECKSUM:
                value = checksum([_shown(said.get(name), is_day=is_day) for name, is_day in self._summed])
            found.append(value)
        return found

    def _written(self, said: Mapping[str, Any]) -> str:
        days = {key: said.get(key) for key, _, is_day, _ in self._columns if is_day}
        return json_text({key: iso for key, iso in days.items() if iso and not _is_day_alone(iso)})


def typed_day(iso: str) -> date | str:
    """Return the day of the calendar; what is less precise, or none, stays as it is."""
    found = _DAY.fullmatch(iso)
    if found is None:
        return iso
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        return iso
    return day if day >= EARLIEST else iso


def _is_day_alone(iso: str) -> bool:
    found = typed_day(iso)
    return isinstance(found, date) and found.isoformat() == iso


def _shown(value: Any, *, is_day: bool) -> object:
    return str(typed_day(value)) if is_day and value else value


class Known:
    """The claims, evidence and sources of a set, and what they are called."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.sources: list[Source] = []
        self.evidence: list[Evidence] = []
        self.reviews: dict[str, list[Review]] = {}
        self.names: dict[str, str] = {}

    def take(self, things: Iterable[ClaimRecord]) -> None:
        """Take those that came with an article."""
        for thing in things:
            if isinstance(thing, Claim):
                self.claims.append(thing)
                self.names[thing.id] = thing.text
            elif isinstance(thing, Source):
                self.sources.append(thing)
                self.names[thing.id] = thing.name
            elif isinstance(thing, Evidence):
                self.evidence.append(thing)
            else:
                self.reviews.setdefault(thing.claim_id, []).append(thing)

    def claim_rows(self, say: Language) -> Iterator[list[Value]]:
        """Yield a row a claim with its newest verdict; earlier ones have rows of their own behind it. A verdict on a
        claim that is not in the set stands last."""
        rows, claims = Rows(CLAIMS, say), {claim.id: claim for claim in self.claims}
        for claim in sorted(self.claims, key=lambda one: (one.created, one.id)):
            reviews = sorted(self.reviews.get(claim.id, ()), key=lambda one: (one.modified, one.id), reverse=True)
            if not reviews:
                yield rows.row(_claim(claim))
            for review in reviews:
                yield rows.row({**_claim(claim), **_review(review)})
        for id in sorted(self.reviews.keys() - claims.keys()):
            for review in self.reviews[id]:
                yield rows.row({"id": id, **_review(review)})

    def evidence_rows(self, say: Language, quotes: Mapping[str, str]) -> Iterator[list[Value]]:
        """Yield a row a piece of evidence."""
        rows = Rows(EVIDENCE, say)
        for one in sorted(self.evidence, key=lambda e: (self.names.get(e.claim_id, ""), e.created, e.id)):
            yield rows.row({
                **_plain(one), "claim": self.names.get(one.claim_id, ""),
                "address": one.target if one.form == "address" else "", "quote": quotes.get(one.target, ""),
            })  # fmt: skip

    def source_rows(self, say: Language) -> Iterator[list[Value]]:
        """Yield a row a source."""
        rows = Rows(SOURCES, say)
        for one in sorted(self.sources, key=lambda s: (s.name.casefold(), s.id)):
            yield rows.row({
                **_plain(one), "aliases": joined(one.aliases), "speaks_for": self.names.get(one.party, ""),
            })  # fmt: skip


def _plain(thing: Claim | Evidence | Source | Review) -> dict[str, Any]:
    found = {name: getattr(thing, name) for name in thing.__dataclass_fields__}
    return {**found, "extra": json_text(thing.extra)}


def _claim(claim: Claim) -> dict[str, Any]:
    related = [[one.kind, one.claim_id] for one in claim.related]
    return {**_plain(claim), "related": plain_json(related) if related else ""}


def _review(review: Review) -> dict[str, Any]:
    sentences = [[one.text, list(one.cites)] for one in review.justification]
    return {
        "review_id": review.id, "verdict": review.verdict, "rating": review.rating, "status": review.status,
        "justification": "\n".join(one.text for one in review.justification), "reviewer": review.reviewer,
        "date": review.date, "address": review.address, "strategy": review.strategy, "review_note": review.note,
        "cites": plain_json(sentences) if sentences else "", "review_extra": json_text(review.extra),
        "review_created": review.created, "review_modified": review.modified,
    }  # fmt: skip
