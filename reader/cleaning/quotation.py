"""`<q>` as browsers show it: with the quotation marks of its language, those for a quote in a quote inside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cleaning.tree import ancestors, char_before, text_nodes

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_MOST = 5_000
_ENGLISH = "“”‘’"
# Outer pair, inner pair: Unicode CLDR's delimiters, as the HTML standard's style sheet has them.
_MARKS = {
    "«»‹›": "fa de-ch fr-ch it-ch gsw",
    "«»«»": "fr eu",
    "«»“”": "es it ca gl pt-pt ast el hy az kk mn",
    "«»„“": "ru uk be lv",
    "«»‘’": "no nb nn sq",
    "„“‚‘": "de cs sk sl lb is lt et ka mk bg hr bs",
    "„”«»": "pl ro hu",
    "„”’’": "sr",
    "””’’": "sv fi he",
    "”“’‘": "ar ur",
    "‘’“”": "nl cy",
    "「」『』": "ja zh-tw zh-hk zh-mo zh-hant",
}
_BY_LANGUAGE = {language: marks for marks, languages in _MARKS.items() for language in languages.split()}
_OPENING, _CLOSING = frozenset("\"'“”„‘‚’«»‹›「『『‟"), frozenset("\"'“”‘’«»‹›」』")


def put_quotation_marks(tree: LexborHTMLParser) -> None:
    """Put the marks into the words of every `<q>` that the publisher has not typed them round."""
    settled: list[tuple[LexborNode, str, str]] = []
    for node in tree.css("q")[:_MOST]:
        words = (node.text() or "").strip()
        typed = words[:1] in _OPENING and words[-1:] in _CLOSING
        if words and not typed and (char_before(node) not in _OPENING or _is_in_quote(node)):
            settled.append((node, *_marks(node)))
    for node, opening, closing in reversed(settled):  # those inside others first
        _put_round(node, opening, closing)


def _is_in_quote(node: LexborNode) -> bool:
    return any(one.tag == "q" for one in ancestors(node))


def _put_round(node: LexborNode, opening: str, closing: str) -> None:
    """Put the marks directly round the words: a line end of the source before them is no part of the quote."""
    filled = [one for one in text_nodes(node) if (one.text_content or "").strip()]
    if len(filled) == 1:
        words = filled[0].text_content or ""
        bare = words.strip()
        start = words.index(bare)
        filled[0].replace_with(f"{words[:start]}{opening}{bare}{closing}{words[start + len(bare) :]}")
    elif filled:
        first, last = filled[0].text_content or "", filled[-1].text_content or ""
        filled[0].replace_with(f"{first[: len(first) - len(first.lstrip())]}{opening}{first.lstrip()}")
        filled[-1].replace_with(f"{last.rstrip()}{closing}{last[len(last.rstrip()) :]}")


def _marks(node: LexborNode) -> tuple[str, str]:
    depth = sum(one.tag == "q" for one in ancestors(node))
    marks = marks_of(_language(node))
    return (marks[0], marks[1]) if depth % 2 == 0 else (marks[2], marks[3])


def marks_of(language: str) -> str:
    """Return the four quotation marks of a language, outer and inner pair; the English ones for any other."""
    tag = language.strip().lower().replace("_", "-")
    return _BY_LANGUAGE.get(tag) or _BY_LANGUAGE.get(tag.partition("-")[0]) or _ENGLISH


def _language(node: LexborNode) -> str:
    """The language that the quote, or the nearest element round it, says it is in."""
    for one in (node, *ancestors(node)):
        if stated := (one.attributes.get("lang") or one.attributes.get("xml:lang") or ""):
            return stated
    return ""
