"""Captures and corrections are told apart: the capture's time and number come from the original's bytes alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.model.captures import CaptureNumber, capture_numbers, is_correction, made_words
from reader.model.pages import Original
from reader.model.stamps import new_id
from reader.revisions import edit_text
from reader.revisions.compare import compare
from reader.revisions.compare_report import FORMATS, record
from reader.store import Library
from tests.reader.store.conftest import add, make_article

CAME = datetime(2026, 11, 29, 12, 52, tzinfo=UTC)


def test_put_back_is_no_capture(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.tilik") as library:
        article, first = add(library)
        library.apply(edit_text.put_back(article, first, 0, []))
        article = library.article(article.id)
        library.apply(edit_text.take_out(article, library.revision(article.revision_id), 1, []))
        texts = library.revisions(article.id)
        assert [r.captured for r in texts] == [first.captured] * 3
        assert [is_correction(r) for r in texts] == [False, True, True]
        assert [r.corrected is not None for r in texts] == [False, True, True]
        assert capture_numbers(texts) == [CaptureNumber(1, 1)] * 3
        found = compare(library, article.id)
        assert all(f"corrected by hand {texts[2].corrected:%Y-%m-%d}" in form(found) for form in FORMATS.values())
        assert all("corrected here" in form(found) for form in FORMATS.values())
        told = record(found)["to"]
        assert (told["captured"], told["origin"]) == (first.captured.isoformat(), "taken out") and told["corrected"]


def test_each_capture_has_its_number_and_its_corrections_share_it() -> None:
    base = replace(make_article()[1], captured=CAME)
    one, two = (Original.of(words, "text/html", "", "utf-8").id for words in (b"one", b"two"))
    later = CAME + timedelta(hours=1)
    texts = [
        replace(base, original_id=one), replace(base, original_id=two, captured=later),
        replace(base, original_id=one, origin="clean again", corrected=later),
        replace(base, original_id=two, captured=later, origin="put back", corrected=later),
    ]  # fmt: skip
    texts = [replace(text, id=new_id()) for text in texts]
    assert capture_numbers(texts) == [CaptureNumber(n, 2) for n in (1, 2, 1, 2)]
    assert made_words(texts[0]) == "captured 2026-11-29 12:52:00 UTC"
    assert made_words(texts[2]) == "captured 2026-11-29 12:52:00 UTC, cleaned again 2026-11-29 13:52:00 UTC"
    assert made_words(replace(texts[3], corrected=None)).endswith(", corrected by hand")
