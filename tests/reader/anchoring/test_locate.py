"""Quotes from other tools: their offsets, their white space, their text around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring import Locator, Outcome, Selector, Unit, Why, locate
from reader.anchoring.units import Counted
from reader.model.spans import Span

TEXT = (
    "Kafe Renée 😀 di dermaga\r\n\r\ndibuka  lagi.\r\nPemiliknya menolak berkomentar. Wartawan menunggu di dermaga\r\n"
    "sampai malam. Pemiliknya menolak berkomentar lagi pada hari Selasa dan tetap diam sampai pekan berakhir.\r\n"
)


def foreign(unit: Unit, text: str) -> str | bytes:
    """The text as the other tool holds it, so that its own indexing is the reference."""
    return {
        Unit.CODE_POINT: text,
        Unit.UTF16: text.encode("utf-16-le"),
        Unit.UTF8: text.encode(),
        Unit.LF: text.replace("\r\n", "\n"),
        Unit.COLLAPSED: " ".join(text.split()),
    }[unit]


def offsets(unit: Unit, quote: str) -> tuple[int, int]:
    whole, part = foreign(unit, TEXT), foreign(unit, quote)
    width = 2 if unit is Unit.UTF16 else 1
    start = whole.index(part)  # type: ignore[arg-type]
    return start // width, (start + len(part)) // width


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("quote", ["Wartawan", "😀 di dermaga", "Pemiliknya menolak berkomentar. Wartawan"])
def test_offsets_in_any_unit_lead_to_the_quote(quote: str, unit: Unit, told: bool) -> None:
    start, end = offsets(unit, quote)
    found = locate(TEXT, quote, start=start, end=end, unit=unit if told else None)
    assert (found.outcome, found.wording) == (Outcome.PLACED, quote)


def test_white_space_of_the_quote_may_differ() -> None:
    found = locate(TEXT, "dermaga dibuka lagi.", start=13, end=33, unit=Unit.COLLAPSED)
    assert (found.outcome, found.wording) == (Outcome.PLACED, "dermaga\r\n\r\ndibuka  lagi.")


def test_offsets_that_lead_to_other_words_are_not_believed() -> None:
    found = locate(TEXT, "tetap diam sampai pekan", start=0, end=23, unit=Unit.CODE_POINT)
    assert (found.outcome, found.wording) == (Outcome.PLACED, "tetap diam sampai pekan")


def test_a_quote_that_stands_twice_is_asked_about_unless_what_is_around_tells() -> None:
    quote = "Pemiliknya menolak berkomentar"
    assert locate(TEXT, quote).why is Why.TWICE
    told = locate(TEXT, quote, prefix="sampai malam. ", suffix=" lagi pada hari Selasa")
    assert told.outcome is Outcome.PLACED and told.span is not None and told.span.start == TEXT.rindex(quote)
    one_side = locate(TEXT, quote, suffix=". Wartawan")
    assert one_side.outcome is Outcome.PLACED and one_side.span is not None and one_side.span.start == TEXT.index(quote)


def test_a_short_quote_alone_is_asked_about() -> None:
    found = locate(TEXT, "diam")
    assert (found.outcome, found.why, found.asks) == (Outcome.MOVED, Why.ELSEWHERE, True)


def test_a_quote_in_other_surroundings_is_asked_about() -> None:
    found = locate(TEXT, "Wartawan menunggu", prefix="Gubernur pulang. ", suffix=" jawaban dari partai")
    assert found.outcome is Outcome.MOVED and found.asks


def test_alike_words_are_never_placed() -> None:
    found = locate(TEXT, "Pemiliknya menolak berkomentar apa pun pada hari Selasa dan tetap diam sampai pekan berakhir")
    assert (found.outcome, found.why) == (Outcome.CHANGED, Why.ALIKE)
    assert found.wording.startswith("Pemiliknya menolak berkomentar lagi") and found.wording.endswith("berakhir")


@pytest.mark.parametrize("quote", ["", " \n", "\u200b", "Harga cabai naik di pasar induk"])
def test_what_is_not_there_is_removed(quote: str) -> None:
    assert locate(TEXT, quote, start=0, end=5).outcome is Outcome.REMOVED


def test_many_quotes_of_one_text() -> None:
    locator = Locator(TEXT)
    found = [locator.locate(Selector(quote)) for quote in ("hari Selasa dan", "di dermaga\r\nsampai")]
    assert [one.wording for one in found] == ["hari Selasa dan", "di dermaga\r\nsampai"]


@given(st.text(alphabet="a é😀 \r\n\u00a0", max_size=30), st.data())
def test_units_agree_with_the_other_tool_on_every_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for unit, encoding, width in ((Unit.UTF16, "utf-16-le", 2), (Unit.UTF8, "utf-8", 1)):
        counted = Counted(text, unit)
        first, last = (len(text[:n].encode(encoding)) // width for n in (start, end))
        assert counted.span(first, last) == (Span(start, end) if start < end else None)
    assert Counted(text, Unit.COLLAPSED).span(0, len(" ".join(text.split())) + 1) is None
