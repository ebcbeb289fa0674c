"""What a person types into the search field."""

from __future__ import annotations

import pytest

from reader.errors import TilikError
from reader.model.articles import State
from reader.query import Query, parse


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
    ],
)
def test_typed_and_meant(typed: str, meant: Query) -> None:
    assert parse(typed) == meant


def test_an_unknown_state_is_told() -> None:
    with pytest.raises(TilikError, match="inbox"):
        parse("state:lost")
