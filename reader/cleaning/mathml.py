"""MathML read in one line: fractions with a stroke, powers raised, roots with their sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cleaning.superscripts import lowered, raised
from reader.cleaning.tree import children

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DEEPEST = 40
_SPACED = frozenset("=≠≈≡<>≤≥+−±×÷→⇒∈∼∝")
_UNSAID = frozenset({"annotation", "annotation-xml", "mphantom", "mspace", "-comment"})
_INVISIBLE = str.maketrans(dict.fromkeys("\u2061\u2062\u2063\u2064"))


def linear(node: LexborNode | None) -> str:
    """Return a formula as one line; empty for none."""
    return " ".join(_said(node, 0).split()) if node is not None else ""


def _said(node: LexborNode, depth: int) -> str:
    tag = node.tag or ""
    if tag in _UNSAID or depth > _DEEPEST:
        return ""
    if tag == "-text":
        return " ".join((node.text_content or "").translate(_INVISIBLE).split())
    parts = [_said(one, depth + 1) for one in children(node) if one.is_element_node or (one.text_content or "").strip()]
    if tag == "mo":
        return f" {''.join(parts)} " if "".join(parts) in _SPACED else "".join(parts)
    if tag in _WRITTEN and len(parts) >= _WRITTEN[tag][0]:
        return _WRITTEN[tag][1].format(*_shaped(tag, parts))
    if tag == "mfenced":
        return f"{node.attributes.get('open') or '('}{', '.join(parts)}{node.attributes.get('close') or ')'}"
    if tag in ("msqrt", "mtable"):
        return f"√{_grouped(''.join(parts))}" if tag == "msqrt" else f"[{'; '.join(parts)}]"
    return (", " if tag in ("mtr", "mlabeledtr") else "").join(parts)


# How many parts each needs, and how they are written.
_WRITTEN = {
    "msup": (2, "{0}{1}"), "msub": (2, "{0}{1}"), "msubsup": (3, "{0}{1}{2}"), "mover": (2, "{0}{1}"),
    "munder": (2, "{0}{1}"), "munderover": (3, "{0}{1}{2}"), "mfrac": (2, "{0}/{1}"), "mroot": (2, "{1}√{0}"),
}  # fmt: skip


def _shaped(tag: str, parts: list[str]) -> list[str]:
    base = _grouped(parts[0]) if tag in ("mfrac", "mroot") else parts[0]
    if tag in ("msup", "mover"):
        return [base, raised(parts[1])]
    if tag in ("msub", "munder"):
        return [base, lowered(parts[1])]
    if tag in ("msubsup", "munderover"):
        return [base, lowered(parts[1]), raised(parts[2])]
    return [base, _grouped(parts[1]) if tag == "mfrac" else raised(parts[1])]


def _grouped(words: str) -> str:
    bare = words.strip()
    return bare if bare.isalnum() or len(bare) < 2 else f"({bare})"
