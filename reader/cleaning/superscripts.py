"""Raised and lowered signs, and references to notes, in words that read right where nothing is raised.

10<sup>6</sup> is 10⁶ and never 106; what Unicode has no sign for is `^(n+1)` or `_(i)`; a reference to a note is `[4]`
with a space before it, so that it is never taken for a part of the word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.cleaning.elements import names
from reader.cleaning.note_names import Notes, take_out_back_links
from reader.cleaning.tree import ancestors, char_before, text_nodes

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_MOST = 20_000
_RAISED = str.maketrans("0123456789+-−–=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_SIGNS = re.compile(r"[\d+\-−–=() ]*[\d+\-−–][\d+\-−–=() ]*", re.ASCII)
_PRIMES = frozenset("′″‴∗*†°'")
_AS_THEY_ARE = re.compile(r"[^\w^_]+|[ªº]|\W*[⁰¹²³⁴-⁹₀-₉].*")  # signs that are small or raised by themselves
_LETTERS = {"tm": "™", "sm": "℠", "o": "º", "a": "ª"}
# Endings of numbers ("1st", "3e") and of shortened words ("Mme", "Dr"): nothing but their height changes.
_ENDINGS = names("st nd rd th e er ers re res ère ères ème eme èmes nde os as ra ta to de ste te da")
_SHORTENED = names("me mes lle lles gr rs dr ie te os as")
_LONGEST = 24  # characters; more is small print
_LABEL = re.compile(r"[\[(]?\s*(?:\d{1,4}[a-z]?|[a-z]{1,3}|[ivxlc]{1,6}|[*†‡§¶#]{1,4}|(?:note|n\.?|fn)\s?\d{1,4})"
                    r"(?:\s*[,;–-]\s*(?:\d{1,4}|[a-z]))*\s*[\])]?", re.I)  # fmt: skip
_NOTE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:foot-?note|end-?note|note|fn|sidenote)-?(?:ref(?:erence)?|link|anchor|call|marker|number)?(?=$|[\s_:\d-])"
    r"|(?:^|\s)(?:reference|noteref|cite[_-]ref)(?=$|[\s_:\d-])",
    re.I,
)
_NAMED_NOTES = (
    "_ftn",
    "fn",
    "footnote",
    "endnote",
    "note",
    "_edn",
    "sdfootnote",
    "sdendnote",
)  # by tools that write notes
_REFERENCES = (
    "sup, sub, [role~=doc-noteref], a.footnote-ref, a.footnote-reference, a.noteref, a[data-footnote-ref], "
    + ", ".join(f"a[href*='#{name}']" for name in _NAMED_NOTES)
)
_NUMBER = re.compile(r"[\[(]?\d{1,4}[\])]?")


def write_out_superscripts(tree: LexborHTMLParser) -> list[LexborNode]:
    """Write every raised or lowered run of a page so that it reads right alone; name the notes that are referred to.

    Return what leads back from notes in so many words.
    """
    known: Notes | None = None
    for node in reversed(tree.css(_REFERENCES)[:_MOST]):  # those inside others first
        words = " ".join((node.text() or "").split())
        if not words or len(words) > _LONGEST or node.css_first("img, svg, input, math") is not None:
            continue
        if node.tag == "a" and not _stands_for_note(node, words):
            continue
        link = _link(node, words)
        target = (link.attributes.get("href") or "") if link is not None else ""
        if known is None and "#" in target:
            known = Notes(tree)
        if node.tag != "sub" and _is_reference(node, link, words, known):
            outer = node if link is None else _outer(node, link)
            _write_reference(outer, words)
            if link is not None and known is not None:
                known.refer(_fragment(target), outer, link)
        elif node.tag in ("sup", "sub"):
            _write_signs(node, words)
    return take_out_back_links(tree) if known is not None else []


def _stands_for_note(node: LexborNode, words: str) -> bool:
    """True for a link that is named as a reference, or is a number behind words of its line."""
    attributes = node.attributes
    if "doc-noteref" in (attributes.get("role") or "") or "data-footnote-ref" in attributes:
        return True
    if _NOTE_NAMES.search(attributes.get("class") or ""):
        return True
    raised = any(one.tag == "sup" for one, _ in zip(ancestors(node), range(3), strict=False))
    return not raised and _NUMBER.fullmatch(words) is not None and char_before(node) != ""


def raised(words: str) -> str:
    """Return words as a power is written: in raised signs where all of them have one, else `^(n+1)`."""
    bare = words.strip()
    if _SIGNS.fullmatch(bare):
        return bare.replace(" ", "").translate(_RAISED)
    return bare if bare in _PRIMES else f"^({bare})" if bare else ""


def lowered(words: str) -> str:
    """Return words as an index is written: in lowered signs where all of them have one, else `_(i)`."""
    bare = words.strip()
    return bare.replace(" ", "").translate(_LOWERED) if _SIGNS.fullmatch(bare) else f"_({bare})" if bare else ""


def _link(node: LexborNode, words: str) -> LexborNode | None:
    """The link in a raised run, or the one round it that holds nothing else."""
    if node.tag == "a":
        return node
    inner = node.css_first("a[href]")
    if inner is not None:
        return inner
    for _, one in zip(range(3), ancestors(node), strict=False):
        if one.tag == "a":
            return one if " ".join((one.text() or "").split()) == words else None
    return None


def _outer(node: LexborNode, link: LexborNode) -> LexborNode:
    """Whichever of a raised run and its link holds the other."""
    return link if any(one.mem_id == link.mem_id for one in ancestors(node)) else node


def _fragment(address: str) -> str:
    """The name in the page that an address leads to."""
    return unquote(address.partition("#")[2])


def _is_reference(node: LexborNode, link: LexborNode | None, words: str, known: Notes | None) -> bool:
    if _LABEL.fullmatch(words) is None:
        return False
    href = (link.attributes.get("href") or "") if link is not None else ""
    named = known is not None and _fragment(href) in known
    if named and not href.startswith("#"):
        return True  # tools that save pages write the whole address
    if href.startswith("#") and len(href) > 1:
        return named or words.strip("[]() ").replace(",", "").replace(" ", "").isdigit()
    for one in (node, *([link] if link is not None else [])):
        attributes = one.attributes
        if "doc-noteref" in (attributes.get("role") or "") or "noteref" in (attributes.get("epub:type") or ""):
            return True
        if _NOTE_NAMES.search(f"{attributes.get('class') or ''}"):
            return True
    return False


def _write_reference(node: LexborNode, words: str) -> None:
    """`[4]`, with a space before it where a word or a mark stands there."""
    before = char_before(node)
    filled = [one for one in text_nodes(node) if (one.text_content or "").strip()]
    opening, closing = ("", "") if words[0] in "[(" and words[-1] in "])" else ("[", "]")
    if len(filled) == 1:
        filled[0].replace_with(f"{opening}{words}{closing}")
    else:
        filled[0].replace_with(opening + (filled[0].text_content or "").lstrip())
        filled[-1].replace_with((filled[-1].text_content or "").rstrip() + closing)
    if before and not before.isspace() and before not in "([]":
        node.insert_before(" ")


def _write_signs(node: LexborNode, words: str) -> None:
    """The signs in their own shape where all of them have one."""
    filled = [one for one in text_nodes(node) if (one.text_content or "").strip()]
    before = char_before(node)
    signs = _SIGNS.fullmatch(words) is not None
    if signs or not _is_plain(words, before, node.tag == "sup"):
        table = _RAISED if node.tag == "sup" else _LOWERED
        for index, one in enumerate(filled):
            text = one.text_content or ""
            if signs:
                one.replace_with(text.translate(table))
            elif words.lower() in _LETTERS and node.tag == "sup" and _is_letters_base(words, before):
                one.replace_with(_LETTERS[words.lower()])
            else:
                opening = ("^(" if node.tag == "sup" else "_(") if index == 0 else ""
                one.replace_with(opening + text.strip() + (")" if index == len(filled) - 1 else ""))


def _is_letters_base(words: str, before: str) -> bool:
    """`TM` is a mark after anything; `o` and `a` are endings after a number or as in nº."""
    return len(words) > 1 or before.isdigit() or before in "nNNª.º"


def _is_plain(words: str, before: str, raised: bool) -> bool:
    """Words that keep their sense when they are neither raised nor lowered."""
    if _AS_THEY_ARE.fullmatch(words) or not (before.isalnum() or before in ")]}|"):
        return True
    lower = words.lower()
    if not raised:
        return False
    return (before.isdigit() and lower in _ENDINGS) or (before.isalpha() and lower in _SHORTENED)
