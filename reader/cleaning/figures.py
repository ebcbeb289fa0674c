"""Which pictures are the article's, and which words stand under them as captions.

A picture that leads to another page is that page's teaser; the article's own stand between its words, or in a
`<figure>` close above its headline. A caption shares its picture's box: the figure, or the innermost element named so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning import phrases
from reader.cleaning.raw import Element, Hint, RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind

_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])", re.I)
_ELSEWHERE = Hint.NAVIGATION | Hint.COMMENTS | Hint.SHARE | Hint.RELATED | Hint.FOOTER | Hint.HIDDEN | Hint.ABOUT
_NAMED = Hint.FIGURE | Hint.MEDIA | Hint.CREDIT
_ABOVE = 10  # blocks above the first kept one in which the article's opening picture stands
_BELOW = 3
_REACH = 8  # blocks on either side of a picture in which its caption is looked for
_DEEP = 20  # elements below a box in which its caption may stand
_HIGH = 5  # elements round a picture that may be its box
_LONGEST = 600  # characters; longer words in a box are the article's
_SHORT = 300  # characters; so few in a box are a caption even when they read like the article's


def settle_figures(blocks: Sequence[RawBlock]) -> None:
    """Keep the article's pictures and make the words in their boxes captions."""
    kept = [index for index, block in enumerate(blocks) if not block.reason and block.text]
    if not kept:
        return
    shown: set[str] = set()
    for index in range(max(0, kept[0] - _ABOVE), min(len(blocks), kept[-1] + 1 + _BELOW)):
        block = blocks[index]
        if block.kind is not BlockKind.FIGURE or not _is_the_articles(blocks, index, kept[0], kept[-1]):
            continue
        address = block.attrs.get("srcset") or block.attrs.get("data-src") or block.attrs.get("src") or ""
        block.reason = reasons.REPEATED if address in shown else ""
        shown.add(address)
        if not block.reason:
            _take_captions(blocks, index)


def _is_the_articles(blocks: Sequence[RawBlock], index: int, first: int, last: int) -> bool:
    block = blocks[index]
    target = block.attrs.get("link", "")
    if target and not _PICTURE.search(target) and not _is_framed(block):
        return False
    if _doubted(block):
        return False
    if first < index < last:
        return True
    return _is_framed(block) and not target


def _is_framed(block: RawBlock) -> bool:
    return _above(block.place, "figure") is not None


def _doubted(block: RawBlock) -> bool:
    """True when an element close round a picture says that it belongs to something else."""
    step: Element | None = block.place
    for _ in range(_HIGH):
        if step is None or step.own & Hint.ARTICLE:
            return False
        if step.own & _ELSEWHERE:
            return True
        step = step.parent
    return False


def _above(place: Element, tag: str) -> Element | None:
    step: Element | None = place
    for _ in range(_HIGH + 3):
        if step is None or step.tag == tag:
            return step
        step = step.parent
    return None


def _box(block: RawBlock) -> Element | None:
    """The figure round a picture, or else the outermost element near it that is named as holding one."""
    figure = _above(block.place, "figure")
    if figure is not None:
        return figure
    found, step = None, block.place
    for _ in range(_HIGH):
        found = step if step.own & _NAMED else found
        if step.parent is None:
            break
        step = step.parent
    return found


def _take_captions(blocks: Sequence[RawBlock], index: int) -> None:
    """Every line in the picture's box becomes a caption, but for buttons and the words of the article."""
    box = _box(blocks[index])
    near = [*range(index + 1, min(len(blocks), index + 1 + _REACH)), *range(max(0, index - 3), index)]
    within = [at for at in near if blocks[at].text and _stands_in(blocks[at], box)]
    whole = sum(len(blocks[at].text) for at in within)
    framed = whole <= _SHORT or (box is not None and box.tag == "figure")
    for at in near:
        block = blocks[at]
        marked = bool(block.hints & Hint.CREDIT) and (at in within or at == index + 1)
        boxed = at in within and whole <= _LONGEST and (framed or bool(block.reason))
        if block.text and (marked or boxed) and _is_caption(block):
            block.kind, block.level, block.reason = BlockKind.CAPTION, 0, ""


def _is_caption(block: RawBlock) -> bool:
    if len(block.text) > _LONGEST or block.linked > 0.8 or block.hints & (Hint.FORM | Hint.SHARE | Hint.HIDDEN):
        return False
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.HEADING):
        return False
    return phrases.COUNTER.fullmatch(block.text) is None and phrases.SHARE.fullmatch(block.text) is None


def _stands_in(block: RawBlock, box: Element | None) -> bool:
    step: Element | None = block.place
    for _ in range(_DEEP):
        if box is None or step is None or step is box:
            break
        step = step.parent
    return box is not None and step is box
