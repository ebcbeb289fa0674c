"""Lines that are a date and nothing else."""

from __future__ import annotations

import pytest

from reader.cleaning.datelines import is_dateline


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Senin, 12 Juni 2023 | 10:05 WIB", "id"),
        ("3 May 2026, 13:20 (started 05:52)", "en"),
        ("27 يناير 2026", "ar"),
        ("Пятница, 3 марта 2025", "ru"),
        ("2026年1月27日 10:20", "ja"),
    ],
)
def test_dates_are_found_in_the_page_s_language(line: str, language: str) -> None:
    assert is_dateline(line, language)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Pada 2026 pelabuhan ditutup", "id"),
        ("В 2025 году порт закрыли", "ru"),
        ("27 يناير 2026", ""),
        ("240", "ar"),
        ("The port closed on 3 May 2026, officials said in a statement on Monday evening.", "fr"),
    ],
)
def test_sentences_and_numbers_are_no_dates(line: str, language: str) -> None:
    assert not is_dateline(line, language)
