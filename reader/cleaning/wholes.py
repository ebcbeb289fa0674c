"""What belongs together stays together: a section's heading, a list's items, a table's rows, quoted posts.

The model judges block by block; of a list it may be sure of nine items and doubt the tenth.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reader.cleaning.enclosed import settle_lists
from reader.cleaning.features import outermost_article
from reader.cleaning.members import settle_members
from reader.cleaning.raw import Element, Hint, RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind

_ELSEWHERE = Hint.NAVIGATION | Hint.COMMENTS | Hint.FOOTER | Hint.HIDDEN | Hint.FORM
_GRIDS = frozenset({BlockKind.TABLE_ROW, BlockKind.CODE})
_LISTS = frozenset({"ul", "ol", "dl", "table"})
_UNDECIDED = reasons.NOT_ARTICLE
_MOSTLY, _ENTIRELY = 0.5, 0.7
_DOUBTFUL = 0.1  # how sure the model must be at least of a heading over kept words
_OFTEN = 3  # a heading that stands so often on a page is the page's
_SECTION = 30  # blocks of a section that are looked at
_STORY = 800  # characters that an article with the headline in it must hold
_HEADLINE = 100
_NEAR = 4  # blocks on either side of a quoted post in which the article's words stand


def complete(blocks: Sequence[RawBlock], sure: Mapping[RawBlock, float], address: str = "") -> None:
    """Keep what stands in lists, tables and sections of the page at `address` that are the article's but for it."""
    _rows_between(blocks)
    for group in _groups(blocks):
        kept = sum(len(block.text) for block in group if not block.reason)
        if kept > _MOSTLY * sum(len(block.text) for block in group):
            for block in group:
                block.reason = "" if block.reason == _UNDECIDED else block.reason
    settle_lists(blocks, sure, address)
    settle_members(blocks, sure, address)
    _headings(blocks, sure)
    _posts(blocks)


def _rows_between(blocks: Iterable[RawBlock]) -> None:
    """Rows and lines of code right between two kept parts are kept with them, and what stands over them too."""
    run: list[RawBlock] = []
    after_kept = False
    for block in blocks:
        if not block.text:
            continue
        if block.reason == _UNDECIDED and (block.kind in _GRIDS or _may_be_over(block)):
            run.append(block)
            continue
        if after_kept and not block.reason and any(row.kind in _GRIDS for row in run):
            for row in run:
                row.reason = ""
        after_kept, run = not block.reason, []


def _may_be_over(block: RawBlock) -> bool:
    """True for what may be a table's headline: a heading, or a short line in a quote that holds the table."""
    return block.kind is BlockKind.HEADING or (block.kind is BlockKind.QUOTE and len(block.text) < _HEADLINE)


def _groups(blocks: Iterable[RawBlock]) -> Iterable[list[RawBlock]]:
    """The items of each list and the rows of each table."""
    groups: dict[int, list[RawBlock]] = defaultdict(list)
    for block in blocks:
        if block.text and block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            around = _list_round(block.place)
            if around:
                groups[around].append(block)
    return (group for group in groups.values() if len(group) > 1)


def _list_round(place: Element) -> int:
    step: Element | None = place
    for _ in range(6):
        if step is None:
            return 0
        if step.tag in _LISTS:
            return step.number
        step = step.parent
    return 0


def _headings(blocks: Sequence[RawBlock], sure: Mapping[RawBlock, float]) -> None:
    """A heading over words that are kept is kept with them."""
    texts = [block for block in blocks if block.text]
    often = Counter(block.text for block in texts)
    started = False
    for index, block in enumerate(texts):
        started = started or not block.reason
        doubted = (
            block.reason == _UNDECIDED and started and often[block.text] < _OFTEN and sure.get(block, 0.0) >= _DOUBTFUL
        )
        if doubted and block.kind is BlockKind.HEADING and _is_kept_below(texts, index):
            block.reason = ""


def _is_kept_below(texts: Sequence[RawBlock], index: int) -> bool:
    kept = whole = 0
    for block in texts[index + 1 : index + 1 + _SECTION]:
        if block.kind is BlockKind.HEADING and block.level <= texts[index].level:
            break
        whole += len(block.text)
        kept += 0 if block.reason else len(block.text)
    return kept > _ENTIRELY * whole and index + 1 < len(texts) and not texts[index + 1].reason


def _posts(blocks: Sequence[RawBlock]) -> None:
    """Posts quoted from elsewhere, and quotations set off as figures, that stand between the article's words."""
    texts = [block for block in blocks if block.text]
    said = [block.folded for block in texts if not block.reason]
    for index, block in enumerate(texts):
        if not block.reason or block.kind is not BlockKind.QUOTE or not (_is_post(block) or _is_set_off(block, said)):
            continue
        before = any(not b.reason for b in texts[max(0, index - _NEAR) : index])
        after = any(not b.reason or _is_post(b) for b in texts[index + 1 : index + 1 + _NEAR])
        if before and after:
            block.reason = ""


def leave_out_other_articles(blocks: Sequence[RawBlock], title: RawBlock) -> None:
    """What stands in another `<article>` than the headline, when that one holds enough to be the whole story."""
    known: dict[int, int] = {}
    home = outermost_article(title.place, known)
    if not home:
        return
    inside = {block: outermost_article(block.place, known) for block in blocks if not block.reason}
    if sum(len(block.text) for block, article in inside.items() if article == home) >= _STORY:
        for block, article in inside.items():
            if article not in (0, home):
                block.reason = _UNDECIDED


def _is_post(block: RawBlock) -> bool:
    """True for words in a `<blockquote>` that is marked as an embedded post."""
    step: Element | None = block.place
    while step is not None:
        if step.tag == "blockquote":
            return bool(step.own & Hint.EMBED) and not block.hints & _ELSEWHERE
        step = step.parent
    return False


def _is_set_off(block: RawBlock, said: Sequence[str]) -> bool:
    """True for a quotation that is a figure, and no sentence pulled out of what is `said` anyway."""
    quote, figure = _around(block.place, "blockquote"), _around(block.place, "figure")
    inside = quote is not None and figure is not None and quote.depth > figure.depth
    return inside and not block.hints & _ELSEWHERE and not any(block.folded in text for text in said)


def _around(place: Element, tag: str) -> Element | None:
    step: Element | None = place
    while step is not None and step.tag != tag:
        step = step.parent
    return step
