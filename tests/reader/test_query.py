"""What a person types into the search field."""

from __future__ import annotations

import pytest

from reader.errors import TilikError
from reader.model.articles import State
from reader.query import Part, Query, parse, parts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Query()),
        ("garam impor", Query(words="garam impor")),
        ('label:denial tag:"north korea" site:inews.id', Query(label="denial", tag="north korea", site="inews.id")),
        ("state:done lang:id senjata", Query(words="senjata", state=State.DONE, language="id")),
        ("Menteri: tidak", Query(words="Menteri: tidak")),
        ('kata "masih terbuka', Query(words='kata "masih terbuka')),
        ('kata "masih terbuka" lang:id', Query(words='kata "masih terbuka"', language="id")),
        ("don't", Query(words="don't")),
        ("“masih terbuka” site:inews.id", Query(words='"masih terbuka"', site="inews.id")),
        ("garam -impor lang:id", Query(words="garam -impor", language="id")),
    ],
)
def test_typed_and_meant(typed: str, meant: Query) -> None:
    assert parse(typed) == meant


def test_an_unknown_state_is_told() -> None:
    with pytest.raises(TilikError, match="inbox"):
        parse("state:lost")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("garam imp", [Part("garam"), Part("imp", ends=False)]),
        ("garam -impor", [Part("garam"), Part("impor", without=True)]),
        ('-"garam impor" x', [Part("garam impor", without=True), Part("x", ends=False)]),
        ("tekan-menekan", [Part("tekan-menekan", ends=False)]),
        ("suhu -40", [Part("suhu"), Part("-40", ends=False)]),
        ("garam - impor", [Part("garam"), Part("-"), Part("impor", ends=False)]),
        ('"garam imp', [Part("garam imp", ends=False)]),
        ('"garam impor"', [Part("garam impor")]),
        ("„garam impor“", [Part("garam impor")]),
    ],
)
def test_the_parts_of_what_is_typed(words: str, meant: list[Part]) -> None:
    assert parts(words) == meant


def test_what_is_only_not_wanted_is_no_question_for_hits() -> None:
    assert parse("garam -impor").has_hits and not parse("-impor").has_hits and not parse("garam lang:id").has_hits
