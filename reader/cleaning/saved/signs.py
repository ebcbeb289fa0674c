"""What a saved page says of its saving, in the signs that programs leave in it: from where it came, and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from reader.cleaning.saved import moments

_HEAD = 1 << 20  # characters in which a program leaves its signs
_BODY = re.compile(r"<body\b", re.I)
_LONGEST = 4000  # characters of a comment
_ROOT = re.compile(r"<html\b([^<>]{0,4000})>", re.I)
_META = re.compile(r"<meta\b([^<>]{0,4000})>", re.I)
_VALUE = r"\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
_SINGLE_FILE = re.compile(r"\s*(?:Page saved with|Archive processed by) SingleFile\b")
_URL_LINE = re.compile(r"^\s*url:\s*(\S+)", re.M)
_DATE_LINE = re.compile(r"^\s*saved date:\s*(.+?)\s*$", re.M)
_BROWSER = re.compile(r"\s*saved from url=\((\d{1,5})\)\s*(\S+)", re.I)
_MONOLITH = re.compile(r"\s*Saved from (\S+) at (\S+) using monolith", re.I)
_HTTRACK = re.compile(r"\s*Mirrored from (\S+) by HTTrack[^,]*,[^,]*, (.{10,40}?)\s*$", re.I)
_MAOXIAN = re.compile(r"\s*OriginalSrc: (\S+)")


@dataclass(frozen=True, slots=True)
class Told:
    """From where a page came and when it was saved, as far as it says so; `basis` names who says when."""

    url: str = ""
    moment: datetime | None = None
    basis: str = ""


def told_by(text: str) -> Told:
    """Return what the page says, the first sign of each: of its address and of its day. Only what stands before the
    page's own words counts."""
    body = _BODY.search(text)
    head = text[: min(_HEAD, body.start() if body is not None else _HEAD)]
    found = [sign for read in _SIGNS for sign in read(head)]
    url = next((sign.url for sign in found if sign.url), "")
    timed = next((sign for sign in found if sign.moment is not None), Told())
    return Told(url, timed.moment, timed.basis)


def _single_file(head: str) -> Iterator[Told]:
    for comment in _comments(head):
        if _SINGLE_FILE.match(comment):
            yield _sign(_first(_URL_LINE, comment), moments.moment(_first(_DATE_LINE, comment)), "SingleFile")


def _scrapbook(head: str) -> Iterator[Told]:
    root = _ROOT.search(head)
    if root is not None and "data-scrapbook-" in root[1]:
        stamp = moments.of_digits(_attribute(root[1], "data-scrapbook-create"))
        yield _sign(_attribute(root[1], "data-scrapbook-source"), stamp, "WebScrapBook")


def _save_page(head: str) -> Iterator[Told]:
    if "savepage-" not in head:
        return
    metas = {_attribute(meta[1], "name"): _attribute(meta[1], "content") for meta in _META.finditer(head)}
    url = metas.get("savepage-from") or metas.get("savepage-url") or ""
    yield _sign(url, moments.moment(metas.get("savepage-date", "")), "Save Page WE")


def _other_programs(head: str) -> Iterator[Told]:
    for comment in _comments(head):
        if (monolith := _MONOLITH.match(comment)) is not None:
            yield _sign(monolith[1], moments.moment(monolith[2]), "monolith")
        if (mirror := _HTTRACK.match(comment)) is not None:
            url = mirror[1] if "://" in mirror[1] else f"http://{mirror[1]}"
            yield _sign(url, moments.moment(mirror[2]), "HTTrack")
        if (clipped := _MAOXIAN.match(comment)) is not None:
            yield _sign(clipped[1], None, "")


def _browser(head: str) -> Iterator[Told]:
    """`saved from url=(0023)https://...`: the number is that of the characters of the address."""
    for comment in _comments(head):
        if (saved := _BROWSER.match(comment)) is not None:
            yield _sign(saved[2].replace("%2D%2D", "--"), None, "")


_SIGNS: tuple[Callable[[str], Iterator[Told]], ...] = (_single_file, _scrapbook, _save_page, _other_programs, _browser)


def _comments(head: str) -> Iterator[str]:
    at = 0
    while (start := head.find("<!--", at)) >= 0 and (end := head.find("-->", start)) >= 0:
        yield head[start + 4 : min(end, start + _LONGEST)]
        at = end + 3


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found is not None else ""


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"(?:^|\s){name}{_VALUE}", tag, re.I)
    return unescape(next((value for value in found.groups() if value), "")) if found is not None else ""


def _sign(url: str, moment: datetime | None, program: str) -> Told:
    url = unescape(url.strip())
    on_web = url.casefold().startswith(("http://", "https://"))
    return Told(url if on_web else "", moment, program if moment is not None else "")
