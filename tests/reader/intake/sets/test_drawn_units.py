"""Drawn texts and units: whatever a tool counts, no mark ever stands silently on other words than its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.exchange.importers import documents
from reader.model.dataset import Document

# Astral characters, ZWJ, decomposed letters, CR LF, right to left: what makes numbers drift apart.
PARTS = ["ferry ", "👩🏽‍🌾", "Zoe\u0308 ", "قال الوزير ", "שלום ", "\r\n", "no ", "🚢", "e\u0301", "a\u00a0b ", "."]
UNITS: dict[str, Callable[[str], int]] = {
    "code points": len,
    "UTF-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "UTF-8": lambda text: len(text.encode()),
}
texts = st.lists(st.sampled_from(PARTS), min_size=2, max_size=14).map(lambda parts: "Top " + "".join(parts))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), text=texts, unit=st.sampled_from(sorted(UNITS)), composed=st.booleans())
def test_no_mark_stands_on_other_words(
    tmp_path: Path, data: st.DataObject, text: str, unit: str, composed: bool
) -> None:
    seen = normalize("NFC", text) if composed else text  # as the tool that counted had it
    marks = []
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(seen) - 1))
        end = data.draw(st.integers(start + 1, len(seen)))
        size = UNITS[unit]
        marks.append({"label": "claim", "begin": size(seen[:start]), "end": size(seen[:end]), "quote": seen[start:end]})
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "d", "text": text, "annotations": marks}), "utf-8")
    (found,) = [one for one in documents(path) if isinstance(one, Document)]
    wanted = sorted(plain(str(mark["quote"])) for mark in marks if str(mark["quote"]).strip())
    assert len(found.marks) >= len(wanted)
    for mark in found.annotations:
        is_sure = mark.origin is None
        assert not is_sure or plain(mark.anchor.quote) in {plain(str(one["quote"])) for one in marks}
        assert mark.anchor.quote == mark.anchor.spans[0].of(found.revision.text)


def plain(words: str) -> str:
    return normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n"))
