"""One annotation of Hypothesis: what it says of its place, its label, who made it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reader.exchange.records.fields import RecordError, mapping_of, text, words
from reader.exchange.records.w3c_musts import listed
from reader.messages import Message

_Node = Mapping[str, Any]
ID = "hypothesis"
HIGHLIGHT, NOTED = "highlighting", "commenting"  # labels of marks without a tag: the motives that W3C has for them
NOBODY = "acct:tilik@tilik.invalid"  # who marked what nobody is named for: its client asks for an account
DUBLIN = {"byline": "creator", "site": "publisher", "published": "date", "language": "language"}


def address_of(value: object) -> str:
    """Return the address that an annotation speaks of. Raises `RecordError` for what is none."""
    one = mapping_of(value, Message("an item of “{0}”", "annotations"))
    text(one, "text"), words(one, "tags"), words(one, "references"), text(one, "user")
    if not all(isinstance(target, dict) for target in listed(one.get("target"))):
        raise RecordError("“{0}” is not a list", "target")
    return text(one, "uri") or next((text(t, "source") for t in listed(one.get("target")) if t.get("source")), "")


def place_in(one: _Node) -> dict[str, Any] | None:
    """Return the words of the first target that has any, and where they stood; None for a note on the whole page."""
    selectors = [s for t in listed(one.get("target")) for s in listed(t.get("selector")) if isinstance(s, dict)]
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), {})
    position = next((s for s in selectors if s.get("type") == "TextPositionSelector"), {})
    exact, start, end = quote.get("exact"), position.get("start"), position.get("end")
    if not isinstance(exact, str) or not exact.strip():
        return None
    beside = {name: quote[name] for name in ("prefix", "suffix") if isinstance(quote.get(name), str)}
    numbers = {"begin": start, "end": end} if type(start) is int and type(end) is int and 0 <= start <= end else {}
    return {"quote": exact, **beside, **numbers}


def label_and_tags(one: _Node) -> tuple[str, list[str]]:
    """Return what a mark is called: its first tag; without one, what it is for. And its other tags."""
    first, *others = [tag for tag in words(one, "tags") if tag.strip()] or [""]
    return first or (NOTED if text(one, "text") else HIGHLIGHT), others


def who(one: _Node) -> str:
    """Return the name that somebody shows, else that of the account."""
    info = one.get("user_info")
    shown = info.get("display_name") if isinstance(info, dict) else None
    if isinstance(shown, str) and shown:
        return shown
    account = text(one, "user")
    return "" if account == NOBODY else account.removeprefix("acct:")
