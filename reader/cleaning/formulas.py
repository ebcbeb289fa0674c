"""Formulas once: pages hold each of them two or three times, drawn, for screen readers and as it was written.

The TeX that the author wrote is what stands in the text; without it a reading in one line of the MathML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.cleaning.mathml import linear
from reader.cleaning.meanings import TEX
from reader.cleaning.tree import ancestors

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SCRIPTS = "script[type^='math/tex'], script[type^='math/asciimath']"
_DRAWN = re.compile(r"(?:^|\s)MathJax(?:_\w+)?(?=$|\s)")
_BOXES = (
    "mjx-container, .katex, .MathJax, .MathJax_Display, .MathJax_SVG, .MathJax_CHTML, .mwe-math-element, math, "
    "img.tex, img.latex, img.math, img[class*='mwe-math'], img[src*='latex.php'], img[src*='codecogs.com']"
)
_STYLE = re.compile(r"\\(?:display|text|script)style\b\s*")
_FENCES = (("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]"))
_MOST = 5_000
_LONGEST = 4_000


def write_out_formulas(tree: LexborHTMLParser) -> None:
    """Put one `<math>` with one reading in place of everything that stands for a formula."""
    for script in tree.css(_SCRIPTS)[:_MOST]:
        _take_drawings_before(script)
        if tex := bare_tex(script.text() or ""):
            _replace(tree, script, tex, tex)
    done: set[int] = set()
    for box in tree.css(_BOXES)[:_MOST]:
        if box.attributes.get(TEX) is not None or any(one.mem_id in done for one in ancestors(box)):
            continue
        tex = _tex(box)
        words = tex or linear(_mathml(tree, box))
        if words:
            done.add(box.mem_id)
            _replace(tree, box, words, tex)


def bare_tex(text: str) -> str:
    """Return TeX without what only sets its size or marks its ends."""
    tex = " ".join(text.split())
    for opening, closing in _FENCES:
        if tex.startswith(opening) and tex.endswith(closing) and len(tex) > len(opening) + len(closing):
            tex = tex[len(opening) : -len(closing)].strip()
            break
    if tex.startswith("{") and _STYLE.match(tex[1:]) and tex.endswith("}"):
        tex = tex[1:-1]
    return _STYLE.sub("", tex).strip()[:_LONGEST]


def _take_drawings_before(script: LexborNode) -> None:
    """What MathJax drew of a script stands right before it."""
    step = script.prev
    while step is not None:
        before = step.prev
        blank = step.tag == "-text" and not (step.text_content or "").strip()
        if not blank and not (step.is_element_node and _DRAWN.search(step.attributes.get("class") or "")):
            return
        if not blank:
            step.remove()
        step = before


def _tex(box: LexborNode) -> str:
    """The TeX of a formula: its annotation, the words in place of its MathML, or those in place of its picture."""
    for note in box.css("annotation"):
        if "tex" in (note.attributes.get("encoding") or "").lower() and (tex := bare_tex(note.text() or "")):
            return tex
    own = [box, *box.css("math[alttext], img[alt]")]
    said = (one.attributes.get(name) or "" for one in own for name in ("alttext", "data-tex", "data-latex", "alt"))
    return next((tex for one in said if (tex := bare_tex(one))), "")


def _mathml(tree: LexborHTMLParser, box: LexborNode) -> LexborNode | None:
    """The MathML of a formula without TeX; MathJax keeps it in an attribute too."""
    if box.tag == "math":
        return box
    found = box.css_first("math")
    kept = box.attributes.get("data-mathml") or ""
    if found is None and kept:
        holder = tree.create_node("div")
        holder.inner_html = kept
        found = holder.css_first("math")
    return found


def _replace(tree: LexborHTMLParser, node: LexborNode, words: str, tex: str) -> None:
    formula = tree.create_node("math")
    formula.attrs[TEX] = tex
    formula.insert_child(words)
    node.insert_before(formula)
    node.remove()
