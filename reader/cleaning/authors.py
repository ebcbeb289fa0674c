"""Who wrote a page: names the page states for machines, and those it shows under the headline.

What machines are told is often the publisher or a login ("TC Redazione", "kffnirmitap"); a name that stands on the
page is then believed more. Sources: schema.org `author`, HTML `rel=author`, microdata `itemprop=author`, hAtom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from reader.cleaning import hints
from reader.cleaning.raw import Hint, letters_and_digits
from reader.cleaning.tree import ancestors

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Offer = tuple[str, str]  # names, and where they were read
_META = ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author", "content_author")
_SHOWN = (
    ("[itemprop=author] [itemprop=name]", "itemprop author"),
    ("[rel~=author]", "rel author"),
    ("[itemprop=author]", "itemprop author"),
    ("a[href*='/author/'], a[href*='/authors/'], a[href*='/penulis/'], a[href*='/reporter/']", "author link"),
    (
        ".author-name, .authorname, .author_name, .byline__name, .byline-name, .author .fn, .vcard .fn",
        "author element",
    ),
    (".byline, .by-line, .article-author, .article__author, .post-author, .entry-author, .author", "author element"),
    ("[class*=byline], [class*=Byline], [class*=author-name], [data-testid*=byline]", "author element"),
)
_LEAD_IN = re.compile(
    r"^\W*(?:(?:written|reported|story|words|text|posted|published|ditulis|dilaporkan)\s+)?"
    r"(?:by|oleh|von|par|por|av|di|penulis|reporter|wartawan|pewarta|kontributor|author|authors|autor(?:in)?|"
    r"writer|redactor|contributor)s?\b\s*[:|]?\s*",
    re.I,
)
_JOINTS = re.compile(r"\s*(?:,|;|&|\||·|•|/|\s(?:and|dan|und|et|og|och|with|y)\s)\s*", re.I)
_NO_NAME = re.compile(
    r"\d|@|https?:|www\.|\b(?:follow|more|about|read|share|updated|published|posted|min|view|all|articles?|posts|"
    r"bio|profile|comments?|subscribe|lihat|semua|tentang|ikuti|staff reporter)\b",
    re.I,
)
_ELSEWHERE = Hint.COMMENTS | Hint.RELATED | Hint.NAVIGATION | Hint.FOOTER | Hint.PROMOTION
_MOST_NAMES = 8
_HIGHEST = 14  # ancestors looked at


def authors(tree: LexborHTMLParser, meta: dict[str, list[str]], data: dict[str, Any], site: str) -> Iterator[Offer]:
    """Names, the most trustworthy first; each as one line joined by commas. The caller takes the first."""
    stated = [*_linked(data), *_named(meta)]
    strong = [offer for offer in stated if _is_person(offer[0], site)]
    yield from strong[:1]
    for query, basis in _SHOWN:
        names = _shown(tree, query)
        if names:
            yield ", ".join(names), basis
    yield from stated


def _linked(data: dict[str, Any]) -> Iterator[Offer]:
    found = data.get("author") or data.get("creator")
    people = found if isinstance(found, list) else [found]
    names = [name for person in people[:_MOST_NAMES] for name in _names_of(person)]
    if names:
        yield ", ".join(dict.fromkeys(names)), "JSON-LD author"


def _names_of(person: object) -> list[str]:
    name = person.get("name") if isinstance(person, dict) else person
    found = name if isinstance(name, list) else [name]
    return [n for text in found[:_MOST_NAMES] if isinstance(text, str) if (n := _clean(text))]


def _named(meta: dict[str, list[str]]) -> Iterator[Offer]:
    for key in _META:
        people = [p for p in map(_clean, meta.get(key, [])[:_MOST_NAMES]) if p and "://" not in p and p[0] != "@"]
        if people:
            yield ", ".join(dict.fromkeys(people)), f"meta {key}"


def _clean(text: str) -> str:
    """A name without "by", without marks around it."""
    return _LEAD_IN.sub("", " ".join(text.split())).strip(" .,;|·•-–—:")


def _is_person(names: str, site: str) -> bool:
    """False for the publisher's own name, a login, or a role that stands for nobody."""
    letters = letters_and_digits(names)
    if not letters or _NO_NAME.search(names):
        return False
    known = letters_and_digits(site)
    if len(known) > 2 and (letters in known or known in letters):
        return False
    return " " in names or not names.isascii() or "," in names


def _shown(tree: LexborHTMLParser, query: str) -> list[str]:
    """The names in the first elements of that sort that stand together outside teasers and comments."""
    group: LexborNode | None = None
    names: list[str] = []
    for node in tree.css(query)[:40]:
        if group is not None and not _together(group, node):
            break
        if _stands_elsewhere(node):
            continue
        found = _split(node.text(separator=" "))
        if not found and group is None:
            continue
        group = node
        names += found
    return list(dict.fromkeys(names))[:_MOST_NAMES]


def _split(text: str) -> list[str]:
    """The names in a byline; none when it holds more than names."""
    text = " ".join(text.split())
    if not text or len(text) > 160:
        return []
    parts = [part for part in map(_clean, _JOINTS.split(_clean(text))) if part]
    return parts if parts and all(_is_name(part) for part in parts) else []


def _is_name(part: str) -> bool:
    words: Sequence[str] = part.split()
    return 1 < len(part) < 50 and len(words) <= 5 and not _NO_NAME.search(part) and not part.islower()


def _together(one: LexborNode, other: LexborNode) -> bool:
    """Whether both stand in one small part of the page."""
    ancestors = [node.mem_id for node in _ancestors(one, 4)]
    return any(node.mem_id in ancestors for node in _ancestors(other, 4))


def _stands_elsewhere(node: LexborNode) -> bool:
    for around in (node, *_ancestors(node, _HIGHEST)):
        attributes = around.attributes
        own = hints.of_tag(around.tag or "")
        own |= hints.of_names(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")
        if own & _ELSEWHERE or (around.tag == "li" and around.parent is not None and _many(around.parent)):
            return True
    return False


def _many(parent: LexborNode) -> bool:
    return sum(1 for _ in parent.iter()) > 4


def _ancestors(node: LexborNode, most: int) -> Iterator[LexborNode]:
    return islice(takewhile(lambda one: one.tag not in ("body", "html"), ancestors(node)), most)
