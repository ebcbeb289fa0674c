"""Which blocks are the article, what each of them is, and why the others are left out.

The model's judgement comes first; these rules say what each block is, and take out what words alone betray:
"read also" lines, calls to follow, headlines, bylines and credits inside the text, repeats.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.cleaning import phrases
from reader.cleaning.attributions import settle_attributions
from reader.cleaning.consent import leave_out_consent
from reader.cleaning.corrections import keep_corrections
from reader.cleaning.credits import credits_in
from reader.cleaning.datelines import is_dateline
from reader.cleaning.entries import settle_entries
from reader.cleaning.figures import settle_figures
from reader.cleaning.judge import SURE
from reader.cleaning.leftovers import leave_out_leftovers
from reader.cleaning.line_people import people_in
from reader.cleaning.links import is_elsewhere_on_site
from reader.cleaning.next_article import leave_out_next_article
from reader.cleaning.notes import keep_notes, settle_references
from reader.cleaning.raw import Hint, RawBlock, fold
from reader.cleaning.repeats import leave_out_repeats
from reader.cleaning.rules import keep_breaks, keep_table_captions, with_rules
from reader.cleaning.verse import settle_verse
from reader.cleaning.wholes import complete, leave_out_other_articles
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, InlineKind, Metadata
from reader.notices import ANOTHER, NOT_SURE

_OUT = (
    (Hint.HIDDEN, reasons.HIDDEN),
    (Hint.NAVIGATION, reasons.NAVIGATION),
    (Hint.COMMENTS, reasons.COMMENTS),
    (Hint.SHARE, reasons.SHARE),
    (Hint.RELATED, reasons.READ_ALSO),
    (Hint.PROMOTION, reasons.PROMOTION),
    (Hint.FORM, reasons.FORM),
    (Hint.FALLBACK, reasons.FALLBACK),
    (Hint.FOOTER, reasons.FOOTER),
)
_DOUBTED = Hint.HIDDEN | Hint.NAVIGATION | Hint.COMMENTS | Hint.SHARE | Hint.RELATED | Hint.PROMOTION | Hint.FORM
_DOUBTED |= Hint.FALLBACK | Hint.FOOTER
_NOT_HEAD = Hint.RELATED | Hint.NAVIGATION | Hint.HIDDEN
_WORDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CODE})
_LABELS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE})
_ALIKE, _MOSTLY, _DOUBTFUL, _WEIGHTY = 3, 0.5, 0.15, 600
_ALL_LINK, _FEW_WORDS = 0.9, 4
_SIGNED = 8  # kept blocks at the end among which those who wrote it sign
_HEAD_REACH = 12  # blocks between headline and first paragraph in which byline, date and standfirst are looked for
_SENTENCE_END = re.compile(r"[.!?…。]['\"”’»)]*$")


def select(
    blocks: list[RawBlock], sure: Mapping[RawBlock, float], metadata: Metadata
) -> tuple[list[RawBlock], Metadata, list[str]]:
    """Return the same blocks with kinds and reasons settled, the metadata they add to, and notices."""
    notices = _first_choice(blocks, sure)
    _with_their_like(blocks, sure)
    complete(blocks, sure, metadata.url)
    title = _title(blocks, metadata)
    if title is not None:
        leave_out_other_articles(blocks, title)
        notices += [ANOTHER] if leave_out_next_article(blocks, title) else []
    leave_out_consent(blocks, title)
    keep_notes(blocks)
    keep_table_captions(blocks)
    keep_breaks(blocks)
    settle_entries(blocks)
    _read_also(blocks)
    _leads_away(blocks, metadata.url)
    metadata = _lines(blocks, metadata, title)
    _captions(blocks)
    leave_out_leftovers(blocks)
    leave_out_repeats(blocks, metadata.title)
    keep_corrections(blocks)
    _kickers(blocks, title)
    _standfirst(blocks, metadata, title)
    settle_attributions(blocks)
    settle_figures(blocks)
    settle_references(blocks)
    blocks = settle_verse(_with_title(blocks, metadata, title))
    return with_rules(blocks), metadata, notices


def reason_for(block: RawBlock) -> str:
    """Return why a block that is not part of the article is not, as far as its place and words tell."""
    for hint, reason in _OUT:
        if block.hints & hint:
            return reason
    if block.kind is BlockKind.CAPTION:
        return reasons.OTHER_CAPTION
    line = line_reason(block.text)
    if line:
        return line
    return reasons.NAVIGATION if block.linked > 0.6 else reasons.NOT_ARTICLE


def line_reason(text: str) -> str:
    """Return why a line is page debris by its words alone; empty for a line that may be the article's."""
    if len(text) > 260:
        return ""
    if phrases.COMMENTS.fullmatch(text):
        return reasons.COMMENTS
    if phrases.COUNTER.fullmatch(text):
        return reasons.COUNTER
    if phrases.READING_TIME.fullmatch(text):
        return reasons.READING_TIME
    if phrases.READ_ALSO_HEAD.fullmatch(text):
        return reasons.READ_ALSO
    if phrases.SHARE.fullmatch(text) or phrases.is_call(text):
        return reasons.SHARE
    return reasons.NAVIGATION if phrases.SITE_PARTS.fullmatch(text) or phrases.is_pager(text) else ""


def _first_choice(blocks: list[RawBlock], sure: Mapping[RawBlock, float]) -> list[str]:
    """Keep what the model is sure of; when that is nothing, what is not plainly something else."""
    for block in blocks:
        block.reason = "" if sure.get(block, 0.0) > SURE else reason_for(block)
    if any(not block.reason for block in blocks):
        return []
    for block in blocks:
        plain = not block.hints & _DOUBTED and block.linked <= 0.6 and not line_reason(block.text)
        block.reason = "" if plain and block.text.strip() else reason_for(block)
    if all(block.reason for block in blocks):
        for block in blocks:
            block.reason = ""
    return [NOT_SURE]


def _with_their_like(blocks: list[RawBlock], sure: Mapping[RawBlock, float]) -> None:
    """Of blocks with the same place in the page of which most words are kept, the doubtful ones are kept too.

    The entries of a live page are set alike, and the model, which asks extractors, is less and less sure of them.
    """
    alike: dict[int, list[RawBlock]] = defaultdict(list)
    for block in blocks:
        if block in sure and block.text.strip():
            alike[block.place.path].append(block)
    for group in alike.values():
        weights = [min(_WEIGHTY, len(block.text)) for block in group]
        mean = sum(sure[block] * weight for block, weight in zip(group, weights, strict=True)) / sum(weights)
        often = Counter(block.text for block in group)
        for block in group if len(group) >= _ALIKE and mean >= _MOSTLY else ():
            if often[block.text] < _ALIKE and block.reason and sure[block] >= _DOUBTFUL and not line_reason(block.text):
                block.reason = ""


# --- the headline


def _title(blocks: list[RawBlock], metadata: Metadata) -> RawBlock | None:
    """Make the visible headline a title block, once; None when the page shows none."""
    wanted = fold(metadata.title)
    if not wanted:
        return None
    same = [block for block in blocks if block.text and block.folded == wanted]
    same = same or [block for block in blocks if _with_kicker(block, wanted)][:1]
    shown = [block for block in same if not block.hints & Hint.HIDDEN] or same
    if not shown:
        return None
    title = min(shown, key=lambda block: (block.kind is not BlockKind.HEADING, block.level or 9))
    for block in same:
        block.reason = reasons.REPEATED
    title.reason, title.kind, title.level = "", BlockKind.TITLE, 0
    return title


def _with_kicker(block: RawBlock, wanted: str) -> bool:
    """A top heading that holds the headline after a section's name or a catchword."""
    return block.kind is BlockKind.HEADING and block.level == 1 and len(wanted) > 15 and block.folded.endswith(wanted)


def _with_title(blocks: list[RawBlock], metadata: Metadata, title: RawBlock | None) -> list[RawBlock]:
    """The headline first among what is kept: moved up when the page shows it late, added when it shows none."""
    if not metadata.title:
        return blocks
    first = next((index for index, block in enumerate(blocks) if not block.reason), 0)
    if title is None:
        return [*blocks[:first], RawBlock(metadata.title, BlockKind.TITLE), *blocks[first:]]
    before = [block for block in blocks[first : blocks.index(title)] if not block.reason]
    if sum(len(block.text) for block in before) > 200:
        rest = [block for block in blocks if block is not title]
        return [*rest[:first], title, *rest[first:]]
    return blocks


# --- lines about the article


def _lines(blocks: list[RawBlock], metadata: Metadata, title: RawBlock | None) -> Metadata:
    """Byline, date and editor lines: blocks of their kind near the headline, metadata anywhere."""
    first, last = _head(blocks, title)
    end = [index for index, block in enumerate(blocks) if not block.reason and block.text][-_SIGNED:]
    for index, block in enumerate(blocks):
        if (block.kind not in _WORDS and block.kind is not BlockKind.HEADING) or not 2 < len(block.text) < 200:
            continue
        if block.attrs.get("role") == "entry":
            continue
        near = first <= index < last
        kept = not block.reason or near
        editor = phrases.EDITOR.fullmatch(block.text)
        if editor and kept:
            block.reason = reasons.EDITOR_LINE
            metadata = _named(metadata, "editor", editor["name"])
        elif near and block.kind is not BlockKind.TABLE_ROW and not block.hints & _NOT_HEAD:
            metadata = _head_line(block, metadata)
        elif not block.reason and (_is_the_byline(block, metadata) or (index in end and _signs(block))):
            block.reason = reasons.BYLINE
        elif not block.reason and (block.linked > 0 or block.kind is BlockKind.HEADING) and line_reason(block.text):
            block.reason = line_reason(block.text)
    return metadata


def _signs(block: RawBlock) -> bool:
    """A line below the text that says who did what; a list of books names authors, too."""
    return block.kind in _LABELS and bool(credits_in(block.text))


def _head(blocks: list[RawBlock], title: RawBlock | None) -> tuple[int, int]:
    """The stretch from a little before the headline to the first long paragraph after it."""
    at = blocks.index(title) if title is not None else _first_kept(blocks)
    body = at + 1
    while body < len(blocks) and body < at + _HEAD_REACH * 2:
        block = blocks[body]
        if not block.reason and len(block.text) > 160 and block.kind in _WORDS:
            break
        body += 1
    return max(0, at - 4), body


def _first_kept(blocks: list[RawBlock]) -> int:
    return next((index for index, block in enumerate(blocks) if not block.reason), 0)


def _head_line(block: RawBlock, metadata: Metadata) -> Metadata:
    by = phrases.BYLINE.fullmatch(block.text)
    by = by if by is not None and people_in(f"by {by['name']}") else None  # "laporan kas dibuka" names nobody
    if is_dateline(block.text, metadata.language):
        block.kind, block.level, block.reason = BlockKind.DATELINE, 0, ""
    elif len(block.text) < 120 and (by or _names_author(block, metadata) or credits_in(block.text)):
        block.kind, block.level, block.reason = BlockKind.BYLINE, 0, ""
        if by:
            return _named(metadata, "byline", by["name"])
    elif not block.reason and line_reason(block.text):
        block.reason = line_reason(block.text)
    return metadata


def _names_author(block: RawBlock, metadata: Metadata) -> bool:
    if _SENTENCE_END.search(block.text) and len(block.text) > 60:
        return False
    author = fold(metadata.byline)
    if author and (block.folded == author or block.folded in (f"by {author}", f"oleh {author}")):
        return True
    return bool(block.hints & Hint.BYLINE) and len(block.text) < 80 and not line_reason(block.text)


def _is_the_byline(block: RawBlock, metadata: Metadata) -> bool:
    """The author's name alone, or with "by" before it, far from the headline."""
    author = fold(metadata.byline)
    return len(author) > 4 and len(block.text) < 80 and phrases.BY.sub("", block.folded) == author


def _named(metadata: Metadata, what: str, value: str) -> Metadata:
    value = value.strip(" .,|")
    if getattr(metadata, what) or not value:
        return metadata
    basis = {**metadata.basis, what: "visible line"}
    if what == "editor":
        return replace(metadata, editor=value, basis=basis)
    return replace(metadata, byline=value, basis=basis)


def _standfirst(blocks: list[RawBlock], metadata: Metadata, title: RawBlock | None) -> None:
    """The first block under the headline that is marked up as one, or stands there as the page describes itself."""
    if title is None:
        return
    wanted = fold(metadata.standfirst)
    last = _head(blocks, title)[1]
    at = blocks.index(title)
    for index in range(at + 1, min(last + 1, len(blocks))):
        block = blocks[index]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or not 30 < len(block.text) < 600:
            continue
        described = bool(wanted) and block.folded == wanted
        marked = bool(block.hints & Hint.STANDFIRST) or (block.kind is BlockKind.HEADING and described)
        lone = described and index <= at + 3 and _others(blocks, block)
        if (marked or lone) and not block.hints & (Hint.RELATED | Hint.NAVIGATION | Hint.HIDDEN | Hint.PROMOTION):
            block.kind, block.level, block.reason = BlockKind.STANDFIRST, 0, ""
            return


def _others(blocks: Sequence[RawBlock], but: RawBlock) -> bool:
    """True when text is left without that block."""
    return sum(len(b.text) for b in blocks if not b.reason and b is not but and b.kind in _WORDS) > 400


# --- debris inside the article


def _read_also(blocks: list[RawBlock]) -> None:
    """Leave out "read also" lines, and the linked headlines under a bare "Baca juga"."""
    under = 0
    for block in blocks:
        text = block.text
        if block.reason or not text:
            continue
        if len(text) < 260 and phrases.READ_ALSO_HEAD.fullmatch(text):
            block.reason, under = reasons.READ_ALSO, 8
        elif len(text) < 260 and phrases.READ_ALSO.fullmatch(text) and (block.linked > 0.3 or len(text) < 60):
            block.reason = reasons.READ_ALSO
        elif under and block.linked > 0.8 and len(text) < 260:
            block.reason, under = reasons.READ_ALSO, under - 1
        else:
            under = 0
            if phrases.is_call(text) and (block.linked > 0 or len(text) < 140 or len(text) > 260):
                block.reason = reasons.SHARE


def _leads_away(blocks: list[RawBlock], address: str) -> None:
    """A paragraph or headline that is all link, to another page of the same site, is that page's teaser."""
    if not address:
        return
    for block in blocks:
        if block.reason or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or block.linked < _ALL_LINK:
            continue
        targets = [target for _, _, kind, target, _ in block.marks if kind is InlineKind.LINK]
        few = block.kind is BlockKind.HEADING and len(block.text.split()) < _FEW_WORDS
        if targets and not few and all(is_elsewhere_on_site(target, address) for target in targets):
            block.reason = reasons.READ_ALSO


def _captions(blocks: list[RawBlock]) -> None:
    """Captions and credits that pose as paragraphs become captions."""
    after_figure = False
    for block in blocks:
        if block.kind is BlockKind.FIGURE:
            after_figure = True
            continue
        if block.reason or not block.text:
            continue
        short = len(block.text) < 300 and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        marked = bool(block.hints & (Hint.CREDIT | Hint.FIGURE))
        if short and (marked or (after_figure and phrases.CREDIT.fullmatch(block.text))):
            block.kind, block.level = BlockKind.CAPTION, 0
        else:
            after_figure = False


def _kickers(blocks: list[RawBlock], title: RawBlock | None) -> None:
    """A word or two above the headline name the section; they are no part of the story."""
    for block in blocks[: blocks.index(title)] if title is not None else ():
        short = len(block.text) <= 40 and not _SENTENCE_END.search(block.text)
        if not block.reason and block.kind in _LABELS and block.text and short:
            block.reason = reasons.SECTION_LABEL
