"""What a page says of itself: JSON-LD, meta elements, links, then what it shows. Empty rather than guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reader.cleaning.authors import authors
from reader.cleaning.dates import iso
from reader.cleaning.invisible import visible
from reader.cleaning.linked_data import words
from reader.cleaning.links import web
from reader.cleaning.raw import Hint, RawBlock, fold
from reader.cleaning.struck import without_placeholders
from reader.model.articles import BlockKind, Metadata
from reader.model.pages import Page
from reader.text.invariants import frozen

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_SUFFIX = re.compile(r"\s+[-–—|·•:»«/]+\s+")
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\s*")
_LONGEST_FOR_DATES = 3_000_000
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "publishdate", "pubdate",
    "publish-date", "publication_date", "dc.date.issued", "dcterms.created", "sailthru.date", "dc.date", "date",
    "content_publisheddate", "cxenseparse:recs:publishtime",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified")


class Found:
    """Values and where each was read, the first one found of each."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.basis: dict[str, str] = {}

    def offer(self, what: str, value: str, basis: str) -> None:
        value = visible(unescape(without_placeholders(value)))  # some publishers escape twice
        value = frozen(" ".join(value.split()))[:1000]
        if value and what not in self.values:
            self.values[what] = value
            self.basis[what] = basis


def read_metadata(
    tree: LexborHTMLParser, data: dict[str, Any], html: str, page: Page, base: str, blocks: Sequence[RawBlock]
) -> Metadata:
    """Return the metadata of a page. `data` is its `article_data`, `blocks` are its visible ones. The language is only
    what the page states."""
    meta = _meta(tree)
    found = Found()
    _names(found, tree, meta, data)
    _addresses(found, tree, meta, base, page)
    _dates(found, tree, meta, data, html)
    _language(found, tree, meta)
    _headline(found, tree, meta, data, blocks)
    tags = meta.get("article:tag", []) or [t for t in words(data.get("keywords")).split(",") if t.strip()]
    tags = tags or [t for line in meta.get("keywords", [])[:1] for t in line.split(",")]
    v = found.values
    return Metadata(
        title=v.get("title", ""),
        standfirst=v.get("standfirst", ""),
        byline=v.get("byline", ""),
        editor=v.get("editor", ""),
        site=v.get("site", ""),
        published=v.get("published", ""),
        published_basis=v.get("published_basis", ""),
        updated=v.get("updated", ""),
        language=v.get("language", ""),
        url=v.get("url", ""),
        section=v.get("section", ""),
        tags=tuple(dict.fromkeys(frozen(" ".join(t.split()))[:100] for t in tags[:50] if t.strip())),
        basis=found.basis,
    )


def without_suffix(title: str, site: str) -> tuple[str, str]:
    """Return A page title without the site's name at either end, and that name as written ("" when none stands
    there)."""
    parts = _SUFFIX.split(title)
    known = _letters(site)
    if len(parts) < 2 or not known:
        return title, ""
    for part, rest in ((parts[-1], title[: title.rfind(parts[-1])]), (parts[0], title[len(parts[0]) :])):
        letters = _letters(part)
        if len(letters) > 2 and (letters in known or known in letters) and len(part) < 60:
            return rest.strip(" -–—|·•:»«/"), part
    return title, ""


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _meta(tree: LexborHTMLParser) -> dict[str, list[str]]:
    """Every `<meta>`'s content by its lower-case name, property or itemprop."""
    found: dict[str, list[str]] = {}
    for node in tree.css("meta[content]")[:500]:
        attributes = node.attributes
        content = (attributes.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            name = (attributes.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def _first(meta: dict[str, list[str]], names: Sequence[str]) -> tuple[str, str]:
    return next(((meta[name][0], name) for name in names if name in meta), ("", ""))


def _names(found: Found, tree: LexborHTMLParser, meta: dict[str, list[str]], data: dict[str, Any]) -> None:
    found.offer("site", *_first(meta, ["og:site_name"]))
    found.offer("site", words(data.get("publisher")), "JSON-LD publisher")
    found.offer("site", *_first(meta, ["application-name", "apple-mobile-web-app-title"]))
    for names, basis in authors(tree, meta, data, found.values.get("site", "")):
        found.offer("byline", names, basis)
        if "byline" in found.values:  # the others need not be looked for
            break
    found.offer("editor", words(data.get("editor")), "JSON-LD editor")
    found.offer("section", *_first(meta, ["article:section"]))
    found.offer("section", words(data.get("articleSection")), "JSON-LD articleSection")
    found.offer("standfirst", *_first(meta, ["og:description", "description", "twitter:description"]))


def _addresses(found: Found, tree: LexborHTMLParser, meta: dict[str, list[str]], base: str, page: Page) -> None:
    canonical = tree.css_first("link[rel=canonical][href]")
    if canonical is not None:
        found.offer("url", web(canonical.attributes.get("href") or "", base), "link canonical")
    found.offer("url", web(_first(meta, ["og:url"])[0], base), "og:url")
    found.offer("url", web(page.url, ""), "the address it came from")


def _dates(found: Found, tree: LexborHTMLParser, meta: dict[str, list[str]], data: dict[str, Any], html: str) -> None:
    found.offer("published", iso(words(data.get("datePublished"))), "JSON-LD datePublished")
    found.offer("updated", iso(words(data.get("dateModified"))), "JSON-LD dateModified")
    for what, names in (("published", _PUBLISHED), ("updated", _UPDATED)):
        for name in names:
            found.offer(what, next((d for v in meta.get(name, []) if (d := iso(v))), ""), f"meta {name}")
    for query in (
        "time[itemprop=datePublished][datetime]",
        "time[pubdate][datetime]",
        "time.published[datetime]",
        "time.entry-date[datetime]",
    ):
        node = tree.css_first(query) if "published" not in found.values else None
        found.offer("published", iso(node.attributes.get("datetime") or "") if node is not None else "", "time element")
    if "published" in found.values:
        found.values["published_basis"] = "stated"
    elif len(html) < _LONGEST_FOR_DATES:
        _infer(found, html)


def _infer(found: Found, html: str) -> None:
    """What htmldate makes of addresses, elements and words; always shown as inferred."""
    from htmldate import find_date
    from lxml.etree import LxmlError

    try:
        date = find_date(html, original_date=True, extensive_search=False)
    except (LxmlError, ValueError, TypeError, AttributeError, OverflowError):  # it meets odd pages with each of these
        return
    if date:
        found.offer("published", date, "htmldate")
        found.values["published_basis"] = "inferred"


def language_tag(tree: LexborHTMLParser) -> str:
    """Return the language that the page's root states, with its country; empty without one."""
    root = tree.css_first("html")
    return (root.attributes.get("lang") or root.attributes.get("xml:lang") or "").strip() if root is not None else ""


def _language(found: Found, tree: LexborHTMLParser, meta: dict[str, list[str]]) -> None:
    for value, basis in (
        (language_tag(tree), "html lang"),
        _first(meta, ["content-language", "og:locale", "language", "inlanguage"]),
    ):
        shape = _LANGUAGE.fullmatch(value)
        found.offer("language", shape.group(1).lower() if shape else "", basis)


def _headline(
    found: Found, tree: LexborHTMLParser, meta: dict[str, list[str]], data: dict[str, Any], blocks: Sequence[RawBlock]
) -> None:
    """The visible headline that the page's own titles agree with; else the best of those titles."""
    node = tree.css_first("title")
    page_title = " ".join((node.text() or "").split()) if node is not None else ""
    site = found.values.get("site", "") or _host(found.values.get("url", ""))
    named = [
        (words(data.get("headline")), "JSON-LD headline"),
        _first(meta, ["og:title"]),
        (page_title, "title element"),
    ]
    named.append(_first(meta, ["twitter:title"]))
    titles = [(without_suffix(title, site)[0], basis) for title, basis in named if title]
    tops = [
        b
        for b in blocks
        if b.kind is BlockKind.HEADING and b.level <= 2 and not b.hints & (Hint.RELATED | Hint.NAVIGATION)
    ]
    for block in sorted(tops[:40], key=lambda b: b.level):
        agreeing = next((title for title, _ in titles if _agrees(block.folded, fold(title))), "")
        if agreeing:
            # A section's name glued before the headline ("Kultur: ...") is not in what the page calls itself.
            kicker = block.folded.endswith(fold(agreeing)) and block.folded != fold(agreeing)
            found.offer("title", agreeing if kicker else block.text, f"h{block.level}")
    for title, basis in titles:
        found.offer("title", title, basis)
    ones = [b for b in tops if b.level == 1]
    found.offer("title", ones[0].text if len(ones) == 1 else "", "h1")
    if "site" not in found.values:
        found.offer("site", without_suffix(page_title, _host(found.values.get("url", "")))[1], "title suffix")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").rsplit(".", 1)[0]
    except ValueError:
        return ""


def _agrees(shown: str, title: str) -> bool:
    if shown == title:
        return True
    return len(shown) > 15 and (shown in title or (len(title) > 15 and title in shown and len(shown) < 2 * len(title)))
