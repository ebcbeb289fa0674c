"""One entry of a list out of what a program wrote for it: addresses, days, tags and states in all their ways."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from reader.messages import Message
from reader.model.articles import State
from reader.model.held import Held, Listed
from reader.model.pages import Page
from reader.text.invariants import frozen

MOST = 100_000  # entries of one list
_LONGEST = 2000  # characters of an address
_TITLE = 500
_SECONDS = (1e8, 1e11)  # stamps in seconds; milliseconds and microseconds are larger


def address(value: object) -> str:
    """Return a web address; empty for anything else."""
    text = "".join(value.split()) if isinstance(value, str) else ""
    on_web = text.casefold().startswith(("http://", "https://")) and len(text) <= _LONGEST
    return frozen(text) if on_web else ""


def line(value: object, most: int = _TITLE) -> str:
    """Return words in one line; empty for what is no text."""
    return frozen(" ".join(value.split())[:most]) if isinstance(value, str) else ""


def paragraph(value: object) -> str:
    """Return words as they are, without white space round them."""
    return frozen(value.strip()) if isinstance(value, str) else ""


def moment(value: object) -> datetime | None:
    """Return a time that is written as a stamp or by ISO 8601. One without a zone is that of UTC."""
    if isinstance(value, str) and not value.strip().replace(".", "", 1).isdigit():
        return _iso(value)
    try:
        stamp = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    while stamp >= _SECONDS[1]:
        stamp /= 1000
    try:
        return datetime.fromtimestamp(int(stamp), UTC) if stamp >= _SECONDS[0] else None
    except (OverflowError, OSError, ValueError):
        return None


def _iso(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.strip().replace(" UTC", "+00:00"))
    except ValueError:
        return None
    return (found if found.tzinfo is not None else found.replace(tzinfo=UTC)).astimezone(UTC)


def words(value: object, parts: str = "") -> tuple[str, ...]:
    """Return tags: of a list, of objects with a name, or of a text that is parted by one of these signs or is a list
    itself, as JSON and Python write them."""
    if isinstance(value, str):
        value = _parted(value.strip(), parts)
    if not isinstance(value, list):
        return ()
    names = (one.get("name", one.get("label")) if isinstance(one, dict) else one for one in value)
    return tuple(dict.fromkeys(name for one in names if (name := line(one, 100))))


def _parted(text: str, parts: str) -> list[Any]:
    if text[:1] == "[" and text[-1:] == "]" and len(text) < 100_000:
        for read in (json.loads, ast.literal_eval):
            try:
                found = read(text)
            except (ValueError, SyntaxError, RecursionError, MemoryError):
                continue
            return found if isinstance(found, list) else []
    for sign in parts:
        text = text.replace(sign, "\n")
    return text.split("\n")


def state(*, archived: bool = False, read: bool = False) -> State:
    """Return the state here that one there comes to."""
    return State.ARCHIVED if archived else State.DONE if read else State.INBOX


def is_true(value: object) -> bool:
    """Return whether a value is a yes, as JSON, SQL or a spreadsheet write it."""
    return value is True or value == 1 or (isinstance(value, str) and value.strip().casefold() in ("true", "1", "yes"))


def part(page: Page, number: int, url: str, html: object, title: str = "") -> Page | None:
    """Return the text that a list has of an entry, as a page; None when it has none."""
    text = paragraph(html)
    if not text:
        return None
    where = url or f"{page.address}#{number}"
    return Page(where, title or where, text.encode("utf-8", "replace"), "text/html", "utf-8", url, written=page.written)


def held(what: str, entries: Iterable[Listed | None], page: Page) -> Held:
    """Return what a list holds. What has no web address and no text is counted among the problems."""
    kept: list[Listed] = []
    lost = more = 0
    for one in entries:
        if one is None or not (one.url or one.page or one.highlights):
            lost += 1
        elif len(kept) < MOST:
            kept.append(one)
        else:
            more += 1
    problems = []
    if lost:
        problems.append(Message("{0}: entries without a web address, which were passed over: {1}", page.address, lost))
    if more:
        problems.append(Message("{0}: entries past the first {1}, which were left: {2}", page.address, MOST, more))
    return Held(what, tuple(kept), tuple(problems))


def at_once(found: Held) -> Held:
    """Return the list with each address once: its tags, folders and highlights together, the earliest day."""
    places: dict[str, int] = {}
    kept: list[Listed] = []
    for one in found.entries:
        if one.url and one.url in places:
            kept[places[one.url]] = _merged(kept[places[one.url]], one)
            continue
        places[one.url] = len(kept)
        kept.append(one)
    return replace(found, entries=tuple(kept))


def _merged(one: Listed, two: Listed) -> Listed:
    days = [day for day in (one.added, two.added) if day is not None]
    return replace(
        one, title=one.title or two.title, tags=_both(one.tags, two.tags), folders=_both(one.folders, two.folders),
        added=min(days, default=None), state=one.state if one.state is not State.INBOX else two.state,
        favourite=one.favourite or two.favourite, page=one.page or two.page, note=one.note or two.note,
        highlights=tuple(dict.fromkeys((*one.highlights, *two.highlights))),
    )  # fmt: skip


def _both(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *two)))


def dicts(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects in a list, and nothing else of it."""
    yield from (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
