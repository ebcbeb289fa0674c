"""Whether a file may be a newer version of an article: a quick look at its bytes, before anything is cleaned.

Its canonical address speaks for it, or that the article's words stand in it. The page is only searched here, as text,
and never parsed: what this misses can still be captured by hand.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from reader.sources import page_of
from reader.text.addresses import plain_address

LIMIT = 16 * 1024 * 1024  # characters that are looked at
ENOUGH = 0.2  # of the article's runs of words, in the page: unrelated news share less than a hundredth
_RUN = 4  # words
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# No pattern looks past the next `<`, so that a page made to be slow is read as quickly as any.
_SILENT = re.compile(r"<(/?)(?:script|style)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")
_ADDRESSES = (
    re.compile(r"<link\b(?=[^<>]*\brel\s*=\s*[\"']?canonical\b)[^<>]*\bhref\s*=\s*[\"']?([^\"'\s<>]+)", re.I),
    re.compile(r"<meta\b(?=[^<>]*\bproperty\s*=\s*[\"']?og:url\b)[^<>]*\bcontent\s*=\s*[\"']?([^\"'\s<>]+)", re.I),
    re.compile(r"saved from url=\(\d+\)([^\s<>]+)", re.I),
    re.compile(r"^\s*(?:url|Snapshot-Content-Location): *(https?://[^\s<>]+)", re.I | re.M),
)


def may_be_newer(path: Path, address: str, text: str) -> bool:
    """Return whether the file speaks for being a version of the article with that address and text.

    Raises `SourceError` for a file that cannot be read.
    """
    page = _decoded(page_of(path).data)[:LIMIT]
    same = bool(address) and plain_address(address) in {plain_address(found) for found in _addresses(page, address)}
    return same or shared_words(text, _words_of(page)) >= ENOUGH


def _words_of(page: str) -> str:
    """What stands between the tags, without scripts and styles."""
    first, *rest = _SILENT.split(page)
    spoken = [first, *(text for slash, text in zip(rest[::2], rest[1::2], strict=True) if slash)]
    return html.unescape(_TAG.sub(" ", " ".join(spoken)))


def shared_words(text: str, page: str) -> float:
    """Return the share of the text's runs of words that stand in the page too, whatever stands around them."""
    wanted = set(_runs(text))
    return len(wanted.intersection(_runs(page))) / len(wanted) if wanted else 0.0


def _addresses(page: str, base: str) -> Iterator[str]:
    for pattern in _ADDRESSES:
        for found in pattern.findall(page):
            try:
                yield urljoin(base, html.unescape(found))
            except ValueError:  # no address at all
                continue


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    size = min(_RUN, len(words))
    return (tuple(words[at : at + size]) for at in range(len(words) - size + 1)) if size else iter(())


def _decoded(data: bytes) -> str:
    """The page as text, as it names itself; letters that come out wrong only make it less alike."""
    named = _CHARSET.search(data[:4096])
    for name in ([named[1].decode("ascii")] if named else []) + ["utf-8"]:
        try:
            return codecs.decode(data, name)
        except (LookupError, UnicodeDecodeError, TypeError):
            continue
    return data.decode("cp1252", "replace")
