"""All words that a page's source holds, read without the cleaner: what must be in the article or among what was left
out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.cleaning.elements import names
from reader.model.pages import Cleaned

_WORD = re.compile(r"[^\W\d_]+")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff]")
_CODE = frozenset({"script", "style", "title", "-comment", "rp"})
_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math q rb rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr mi mo mn mrow msup msub mfrac"
)


def words_of(text: str) -> Counter[str]:
    """The words of a text, however often each."""
    return Counter(word.casefold() for word in _WORD.findall(_INVISIBLE.sub("", text)))


def source_words(source: str) -> Counter[str]:
    """The words of a page's text nodes and pictures, wherever they hide."""
    return words_of("".join(_pieces(LexborHTMLParser(source).root)))


def told_words(result: Cleaned) -> Counter[str]:
    """The words of the article, of what was left out, and of the attributes of both."""
    pieces = [result.text, *(part.text for part in result.left_out)]
    for attrs in (*(b.attrs for b in result.blocks), *(m.attrs for m in result.inline)):
        pieces += attrs.values()
    return words_of("\n".join(pieces))


def lost_words(source: str, result: Cleaned) -> Counter[str]:
    """The words that stand in neither."""
    return source_words(source) - told_words(result)


def _pieces(node: LexborNode | None) -> Iterator[str]:
    tag = (node.tag or "") if node is not None else "script"
    if node is None or tag in _CODE:
        return
    if tag == "-text":
        yield node.text_content or ""
        return
    apart = "" if tag in _INLINE else " "
    yield apart
    if tag == "img":
        yield f" {node.attributes.get('alt') or ''} "
    if tag in ("iframe", "noembed", "noframes"):
        yield from _pieces(LexborHTMLParser(node.attributes.get("srcdoc") or node.text() or "").root)
    elif tag == "template":
        for content in node.template_fragments():
            yield from _children(content)
    else:
        yield from _children(node)
    yield apart


def _children(node: LexborNode) -> Iterator[str]:
    child = node.child
    while child is not None:
        yield from _pieces(child)
        child = child.next
