"""Times that no program of our days wrote are told with their place, and none of them reaches the library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.exchange.records import RecordError, time_of
from reader.intake.sets import SetItem, import_set
from reader.store import Library

ABSURD = [
    "0001-01-01",
    "0001-01-01T00:00:00+00:00",
    "1969-12-31T23:59:59Z",
    "3000-01-01T00:00:00Z",
    "9999-12-31T23:59:59",
]
GOOD = [
    "1970-01-01T00:00:00Z",
    "2999-12-31T23:59:59Z",
    "2026-04-21",
    "2026-04-21T10:00:00",
    "2026-04-21T10:00:00+07:00",
]
BEFORE_ALL = "0001-01-01T00:00:00+14:00"  # in UTC there is no such time


def record(**more: Any) -> dict[str, Any]:
    text = "The ferry never sailed that night."
    mark = {"id": "m", "label": "claim", "begin": 0, "end": 9, "quote": "The ferry", "about": "c"}
    other = {"id": "n", "label": "source", "begin": 10, "end": 15, "quote": "never"}
    link = {"id": "r", "type": "said_by", "from": "m", "to": "n"}
    claim = {
        "id": "c",
        "text": "It never sailed",
        "created": "2026-01-01T00:00:00Z",
        "modified": "2026-01-01T00:00:00Z",
    }
    made = {"id": "a", "text": text, "annotations": [mark, other], "relations": [link], "claims": [claim]}
    for place, value in more.items():
        at: Any = made
        *folders, name = place.split("__")
        for folder in folders:
            at = at[int(folder)] if isinstance(at, list) else at.setdefault(folder, {})
        at[name] = value
    return made


def imported(tmp_path: Path, told: dict[str, Any]) -> tuple[Library, list[SetItem]]:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(told), "utf-8")
    library = Library.open(tmp_path / "l.tilik")
    return library, [s.result for s in import_set(library, path) if isinstance(s.result, SetItem)]


def years(library: Library) -> set[int]:
    """Of everything that is stored."""
    (document,) = library.documents()
    times = [document.article.added, document.revision.captured]
    for thing in (*document.annotations, *document.relations, *document.known):
        times += [thing.created, getattr(thing, "modified", thing.created)]
    return {at.year for at in times}


OPTIONAL = [
    "added",
    "revision__captured",
    "annotations__0__created",
    "annotations__0__modified",
    "relations__0__created",
]


@pytest.mark.parametrize("value", ABSURD)
@pytest.mark.parametrize("place", OPTIONAL)
def test_an_absurd_time_is_left_out_and_told(tmp_path: Path, place: str, value: str) -> None:
    library, outcomes = imported(tmp_path, record(**{place: value}))
    with library:
        reasons = [str(one.reason) for one in outcomes]
        told = [one for one in reasons if "outside the years 1970 to 2999; it was left out" in one]
        assert len(told) == 1 and "set.jsonl: line 1" in told[0] and value in told[0]
        assert place.rpartition("__")[2] in told[0]
        (document,) = library.documents()
        assert len(document.annotations) == 2 and len(document.relations) == 1
        assert all(1970 <= year <= 2999 for year in years(library))


@pytest.mark.parametrize("value", [*ABSURD, BEFORE_ALL])
@pytest.mark.parametrize("name", ["created", "modified"])
def test_a_claim_with_an_absurd_time_is_refused(tmp_path: Path, name: str, value: str) -> None:
    library, outcomes = imported(tmp_path, record(**{f"claims__0__{name}": value}))
    with library:
        reasons = [str(one.reason) for one in outcomes]
        assert [one for one in reasons if "set.jsonl: line 1" in one and value in one]
        assert library.claims() == [] and all(1970 <= year <= 2999 for year in years(library))


@pytest.mark.parametrize("value", GOOD)
def test_times_of_our_days_are_taken_without_a_word(tmp_path: Path, value: str) -> None:
    library, outcomes = imported(tmp_path, record(**dict.fromkeys(OPTIONAL, value)))
    with library:
        assert not [one for one in outcomes if one.status == "failed"]
        (document,) = library.documents()
        assert document.revision.captured == time_of(value) == document.annotations[0].created


def test_a_time_that_utc_does_not_have_is_no_time() -> None:
    with pytest.raises(RecordError, match="is not a time"):
        time_of(BEFORE_ALL)
