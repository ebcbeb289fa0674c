"""What is said of a link or a mark by name, in plain words: stance, certainty, and whatever a desk adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reader.exchange.exporters.paper.words import Language
from reader.exchange.records import plain_json
from reader.model.vocabulary import ATTRIBUTION

_WORDS = {"hedge": "hedge", "scope_note": "exactly"}
_USUAL = {("attribution_type", "assertion"), ("polarity", "+")}


def attributes_said(attributes: Mapping[str, Any], say: Language) -> Iterator[str]:
    """Yield each as a few words: those of the vocabulary first and without their names, in its order."""
    seen = set[str]()
    form = attributes.get("response_form")
    for name, among in ATTRIBUTION.items():
        value = attributes.get(name)
        if isinstance(value, str) and value in among:
            seen.add(name)
            if (name, value) not in _USUAL and not (name == "stance" and form):
                yield say.value(name, value)
    for name, value in sorted(attributes.items()):
        if name in seen or value in ("", None):
            continue
        if name in _WORDS and isinstance(value, str):
            yield say(_WORDS[name], value)
        else:
            yield f"{name.replace('_', ' ')}: {value if isinstance(value, str) else plain_json(value)}"
