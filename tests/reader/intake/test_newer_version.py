"""Which files speak for being a newer version of an article: by their address or by their words."""

from __future__ import annotations

import time
from itertools import permutations
from pathlib import Path

import pytest

from reader.cleaning import clean
from reader.intake.newer_version import ENOUGH, may_be_newer, shared_words
from reader.sources import page_of

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.html"))
TEXT = "The harbour office says that the night ferry never sailed, and that nobody was on board of it that evening."


def test_no_sample_is_a_version_of_another_and_each_is_one_of_itself() -> None:
    texts = {path: clean(page_of(path)).text for path in SEEDS}
    assert len(texts) > 4
    for path, text in texts.items():
        assert may_be_newer(path, "", text), path
    for path, other in permutations(SEEDS, 2):
        assert not may_be_newer(path, "", texts[other]), (path, other)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://www.bay.example/ferry/">', "<link href=/ferry rel=canonical>",
        '<meta property="og:url" content="http://bay.example/ferry#top">',
        "<!-- saved from url=(0026)https://bay.example/ferry -->",
    ],
)  # fmt: skip
def test_the_same_address_speaks_for_it_whatever_the_words(head: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><html><head>{head}</head><body><p>Quite another text.</p></body></html>")
    assert may_be_newer(page, "https://bay.example/ferry", TEXT)
    assert not may_be_newer(page, "https://bay.example/other", TEXT)
    assert not may_be_newer(page, "", TEXT)


def test_a_text_that_was_changed_in_half_is_still_known(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes("<html><meta charset=windows-1252><p>The harbour office says that the night ferry never sailed, "
                     "whatever the caf\xe9 says.</p><script>nothing</script></html>".encode("cp1252"))  # fmt: skip
    assert may_be_newer(page, "", TEXT)
    assert shared_words(TEXT, "The office of the harbour says nothing of a ferry that evening.") < ENOUGH


@pytest.mark.parametrize("piece", ["<script>", "<link rel=canonical ", "<meta property=og:url ", "<style", "<"])
def test_a_page_that_is_made_to_be_slow_is_not(piece: str, tmp_path: Path) -> None:
    sizes, times = (100_000, 400_000), []
    for size in sizes:
        page = tmp_path / "page.html"
        page.write_text(f"<html>{piece * (size // len(piece))}")
        before = time.perf_counter()
        assert not may_be_newer(page, "https://bay.example/ferry", TEXT)
        times.append(time.perf_counter() - before)
    assert times[1] < 12 * times[0] + 0.5, "four times the page, not sixteen times the work"
