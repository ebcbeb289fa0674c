"""JSON in the shape of AVeriTeC (Schlichtkrull and others 2023), for research on fact-checking.

One object a claim with a verdict. Its questions and answers are made of the evidence: Tilik keeps no questions, so the
title of a piece stands in the question's place, and its excerpt or the marked words are the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from reader.exchange.exporters.claim_files import ClaimFile, Words, reasons
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.fact_checking.gathered import INSTEAD, gathered, write_array
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.losses import NOT_JUDGED
from reader.exchange.records import local_name
from reader.messages import Message
from reader.model.claims import Evidence, Review
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

LABELS = {
    "supported": "Supported", "refuted": "Refuted", "not_enough_evidence": "Not Enough Evidence",
    "conflicting_evidence": "Conflicting Evidence/Cherrypicking",
}  # fmt: skip
TYPES = {
    "event_property": "Event/Property Claim", "numerical": "Numerical Claim", "causal": "Causal Claim",
    "quote_verification": "Quote Verification", "position_statement": "Position Statement",
    "speculative": "Speculative Claim",
}  # fmt: skip
STRATEGIES = {
    "written_evidence": "Written Evidence", "numerical_comparison": "Numerical Comparison",
    "consultation": "Consultation", "satirical_source": "Satirical Source Identification",
    "image_analysis": "Image analysis", "media_sourcing": "Media Source Discovery",
    "other_media": "Fact-checker Reference",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """Nothing may be chosen for AVeriTeC."""


def write(dataset: Dataset, out: BinaryIO, _options: Options) -> Iterator[Progress]:
    """Yield one article after the other; the claims are written when all have gone by."""
    found = yield from gathered(dataset)
    write_array(
        out, (_object(one, one.review, found.words) for one in found.files() if one.review and one.review.verdict)
    )


def _object(one: ClaimFile, review: Review, found: Mapping[str, Words]) -> dict[str, Any]:
    place = one.places[0].article if one.places else None
    speaker = next((said.name for said in one.speakers if said.name), None)
    return {
        "claim": one.claim.text, "required_reannotation": False, "label": LABELS[review.verdict],
        "justification": reasons(review), "claim_date": _date(place.published if place else ""), "speaker": speaker,
        "original_claim_url": (place.url if place else "") or None, "cached_original_claim_url": None,
        "fact_checking_article": review.address or None, "reporting_source": (place.site if place else "") or None,
        "location_ISO_code": None, "claim_types": [TYPES[one.claim.type]] if one.claim.type else [],
        "fact_checking_strategies": [STRATEGIES[review.strategy]] if review.strategy else [],
        "questions": [_question(piece, found) for piece in one.evidence],
    }  # fmt: skip


def _question(piece: Evidence, found: Mapping[str, Words]) -> dict[str, Any]:
    words = found.get(piece.target) if piece.form == "span" else None
    address = words.article.url if words is not None else piece.target if piece.form == "address" else ""
    answer = piece.excerpt or (words.quote if words is not None else "") or piece.note
    kind = "Extractive" if piece.excerpt or words is not None else "Abstractive" if answer else "Unanswerable"
    shown = {
        "answer": answer, "answer_type": kind, "source_url": local_name(address) if address else None,
        "source_medium": "Web text" if address else "Other", "cached_source_url": None,
    }  # fmt: skip
    return {"question": piece.title, "answers": [shown]}


def _date(day: str) -> str | None:
    """A day as AVeriTeC has it, 20-11-2026; nothing for less than a day."""
    parts = day[:10].split("-")
    return "-".join(reversed(parts)) if len(parts) == 3 and all(part.isdigit() for part in parts) else None


def losses(document: Document, _options: Options) -> Iterator[tuple[str, str]]:
    """Yield the reviews without a verdict, whose claims are not written."""
    yield from ((NOT_JUDGED, k.id) for k in document.known if isinstance(k, Review) and not k.verdict)


_INSTEAD: Mapping[str, Message] = {
    **INSTEAD,
    F.CLAIMS: Message("wording and type of those with a verdict are written"),
    F.EVIDENCE: Message("titles stand for questions, excerpts are the answers"),
    F.REVIEWS: Message("verdict, reasons, method and address are written"),
}
EXPORTER = Exporter(
    "averitec",
    "AVeriTeC",
    ".json",
    "application/json",
    Message("For research on fact-checking: claims with verdict, reasons and evidence, as the AVeriTeC data has them."),
    Options,
    Profile(frozenset(), instead=_INSTEAD),
    write,
    losses,
    opens=rb'\[\]\n$|\[\n\{"cached_original_claim_url":',
)
