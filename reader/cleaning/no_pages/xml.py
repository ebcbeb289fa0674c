"""XML that is no web page, by its root. What has paragraphs of words is read as a page all the same."""

from __future__ import annotations

import re

from reader.cleaning.no_pages import kinds
from reader.cleaning.no_pages.kinds import NoPage, Sample

_BEFORE = re.compile(
    r"\s*(?:<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^<>\[]*+(?:\[[^\]]*+\])?[^<>]*+>)"
)
_ROOT = re.compile(r"\s*<([A-Za-z_][\w.:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)")
_PARAGRAPH = re.compile(r"<(?:\w+:)?(?:p|para|div|body)[\s>]", re.I)
_ROOTS = {
    "rss": kinds.FEED, "feed": kinds.FEED, "opml": kinds.FEEDS, "svg": kinds.SVG, "xmi": kinds.ANNOTATED_SET,
    "cas": kinds.ANNOTATED_SET, "tt": kinds.SUBTITLES, "urlset": kinds.ADDRESSES, "sitemapindex": kinds.ADDRESSES,
    "xbel": kinds.BOOKMARKS, "gatedocument": kinds.ANNOTATED_SET,
}  # fmt: skip
_LISTS = ("rss", "feed", "opml", "tt", "xmi")  # these hold paragraphs of others


def xml_data(sample: Sample) -> NoPage | None:
    """Return what XML it is that is no page."""
    at, declared = 0, sample.start.startswith("<?xml")
    while (before := _BEFORE.match(sample.start, at)) is not None:
        at = before.end()
    root = _ROOT.match(sample.start, at)
    if root is None:
        return None
    name = root[1].rpartition(":")[2].casefold()
    if name == "rdf":
        return kinds.FEED if "purl.org/rss" in root[2] else kinds.XML
    if _PARAGRAPH.search(sample.start) is not None and name not in _LISTS:
        return None
    if name in _ROOTS and (declared or "xmlns" in root[2] or "version" in root[2]):
        return _ROOTS[name]
    return kinds.XML if declared and name != "html" else None
