"""A cleaner that is unsure says so on the article."""

from __future__ import annotations

from reader.cleaning.judge import is_doubted
from reader.cleaning.page_view import Line
from reader.cleaning.raw import RawBlock


def line(kept: bool, agreed: float, reason: str, size: float = 300.0) -> Line:
    block = RawBlock("x")
    block.reason = reason
    return Line(block, "x", size, 0.0, kept, agreed, 0.0, True)


def test_one_reading_for_all_is_not_doubted() -> None:
    assert not is_doubted([line(True, 1.0, ""), line(True, 1.0, ""), line(False, 0.0, "navigation")])


def test_a_witness_alone_is_not_believed() -> None:
    assert not is_doubted([line(False, 1.0, ""), line(True, 0.0, "navigation")])


def test_when_both_read_something_else_it_is_said() -> None:
    assert is_doubted([line(False, 0.0, ""), line(True, 1.0, "not part of the article")])


def test_a_page_that_was_not_judged_is_not_doubted_either() -> None:
    assert not is_doubted([])
