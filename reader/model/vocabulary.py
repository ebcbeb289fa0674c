"""The field's standard values for what is said of an attribution, a claim, a source and a verdict. None is required.

Sources: PARC 3.0 and PDTB 2.0 (attribution type, polarity), FactBank (factuality per source), RumourEval (SDQC stance),
Appraisal theory (engagement), argument mining (attack), AVeriTeC (claim types, verdicts, strategies), ClaimBuster
(check-worthiness), Admiralty and AP practice (what only the desk may know).
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.errors import MessageError

Values = tuple[str, ...]

# Of an attribution: a relation `attributed_to`.
ATTRIBUTION: Mapping[str, Values] = {
    "stance": ("support", "deny", "query", "comment"),
    "factuality": ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"),
    "attribution_type": ("assertion", "belief", "fact", "eventuality"),
    "quote_type": ("direct", "indirect", "mixed"),
    "polarity": ("+", "-"),
    "explicitness": ("explicit", "anaphoric", "implicit", "author"),
    "channel": (
        "statement", "interview", "press_agency", "document", "letter", "speech", "social_post", "data",
        "leak_or_intelligence", "not_stated",
    ),
    "response_form": (
        "explicit_denial", "partial_denial", "premise_rejected", "counter_accusation", "no_comment", "declined",
        "not_reached", "silent",
    ),
    "engagement": ("acknowledge", "distance", "endorse", "deny"),
    "attack": ("rebuttal", "undercut"),
}  # fmt: skip
IMPLICIT, AUTHOR = "implicit", "author"  # of explicitness: nobody is named; the article itself says so
ATTRIBUTION_WORDS = ("hedge", "scope_note")  # free words

# What a response form says of the stance. Silence is recorded, and is no stance.
FORMS_THAT_DENY = ("explicit_denial", "partial_denial", "premise_rejected")
FORMS_THAT_COMMENT = ("counter_accusation", "no_comment", "declined", "not_reached")
SILENT = "silent"

CLAIM: Mapping[str, Values] = {
    "type": (
        "event_property", "numerical", "causal", "quote_verification", "position_statement", "speculative",
    ),
    "worth": ("CFS", "UFS", "NFS"),
    "event_time_basis": ("stated", "resolved", "inferred"),
    "credibility": ("1", "2", "3", "4", "5", "6"),
}  # fmt: skip
CLAIM_LINKS = ("narrower_than", "contradicts", "presupposes", "responds_to")

SOURCE: Mapping[str, Values] = {
    "kind": (
        "named_person", "unnamed_person", "named_organisation", "unnamed_organisation", "document", "media_outlet",
        "unspecified",
    ),
    "identification": ("named", "described", "unnamed_at_own_request", "unnamed_no_reason", "not_stated"),
    "identity_basis": ("stated", "resolved", "inferred"),
    "ground_rules": ("on_the_record", "background", "deep_background", "off_the_record"),
    "reliability": ("A", "B", "C", "D", "E", "F"),
}  # fmt: skip

EVIDENCE: Mapping[str, Values] = {
    "bearing": ("supports", "refutes", "context"),
    "form": ("address", "file", "span"),
    "grade": ("primary", "secondary"),
}

REVIEW: Mapping[str, Values] = {
    "verdict": ("supported", "refuted", "not_enough_evidence", "conflicting_evidence"),
    "status": ("untriaged", "assigned", "researching", "second_check", "done", "published", "corrected"),
    "strategy": (
        "written_evidence", "numerical_comparison", "consultation", "satirical_source", "image_analysis",
        "media_sourcing", "other_media",
    ),
    "rating": ("benar", "salah", "menyesatkan", "sebagian_benar", "satir", "belum_terbukti"),
}  # fmt: skip

BY_KIND: Mapping[str, Mapping[str, Values]] = {
    "claim": CLAIM, "source": SOURCE, "evidence": EVIDENCE, "review": REVIEW,
}  # fmt: skip


class VocabularyError(MessageError, ValueError):
    """A value is none that its field takes; the message names both."""


def check(kind: str, name: str, value: str) -> None:
    """Raise `VocabularyError` unless the field `name` of a claim record of that kind takes `value`, or it is empty."""
    among = BY_KIND[kind].get(name)
    if among is not None and value and value not in among:
        raise VocabularyError("{0} is {1}, none of {2}", name, f"{value!r:.60}", ", ".join(among))
