"""What is known of an article once its blocks are chosen: its language, its authors, the dates that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.cleaning.credits import with_credits
from reader.cleaning.languages import is_surely, language_of
from reader.cleaning.person_names import persons
from reader.cleaning.phrases import DATE
from reader.cleaning.raw import Hint, RawBlock
from reader.cleaning.shown_date import is_about_dates, is_date_line, published_and_updated, shown_date
from reader.cleaning.written_dates import day_first
from reader.model.articles import BlockKind, Metadata

_SAMPLE = 1_500  # characters of which the language is told
_ENOUGH = 200  # characters; in fewer the page's own word counts for more
_NEAR = 15  # blocks below the first kept one in which its dates stand
_SIGNED = 8  # blocks before the end of the text among which it is signed
_UNDER = 5  # blocks under the headline where a day may stand alone
_LONGEST = 160
_ELSEWHERE = Hint.RELATED | Hint.COMMENTS | Hint.NAVIGATION | Hint.HIDDEN | Hint.FOOTER
_FOREIGN = Hint.RELATED | Hint.COMMENTS | Hint.NAVIGATION | Hint.HIDDEN
_SAME = ({"no", "nb", "nn"}, {"hr", "sr", "bs", "sh"}, {"zh", "yue", "wuu"}, {"tl", "fil"}, {"he", "iw"}, {"id", "in"})
_FROM_WORDS = "detected from the words"


def completed(metadata: Metadata, blocks: Sequence[RawBlock], tag: str = "") -> Metadata:
    """The metadata once the blocks are chosen. `tag` is the page's language with its country, as it states them."""
    shown = next((b.text for b in blocks if not b.reason and b.kind is BlockKind.STANDFIRST), "")
    basis = {k: v for k, v in metadata.basis.items() if k != "standfirst"}
    metadata = replace(metadata, standfirst=shown, basis=basis | ({"standfirst": "visible"} if shown else {}))
    metadata = with_credits(metadata, _signing(blocks))
    if metadata.byline:
        metadata = replace(metadata, byline=persons(metadata.byline, metadata.site))
    metadata = in_language(metadata, " ".join(b.text for b in blocks if not b.reason))
    return _with_shown_dates(metadata, blocks, tag)


def _signing(blocks: Sequence[RawBlock]) -> list[str]:
    """The lines round the headline and the end of the text, where those who made an article are named."""
    kept = [n for n, block in enumerate(blocks) if not block.reason and block.text] or [0]
    title = next((n for n, block in enumerate(blocks) if block.kind is BlockKind.TITLE), kept[0])
    text = next((n for n in kept if n > title and len(blocks[n].text) > _LONGEST), title + 1)
    last = range(max(text, kept[-1] - _SIGNED), min(len(blocks), kept[-1] + _NEAR))
    end = [n for n in last if not _is_listed(blocks[n])]
    near = [*range(max(0, title - _SIGNED), min(text, title + _NEAR)), *end]
    return [blocks[n].text for n in near if blocks[n].text and not blocks[n].hints & _FOREIGN]


def _is_listed(block: RawBlock) -> bool:
    return block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


def in_language(metadata: Metadata, text: str) -> Metadata:
    """With the language of `text`; the page's own word stays where the text is too short or leaves a doubt."""
    if not metadata.language:
        return detected(metadata, text)
    if len(text) < _ENOUGH:
        return metadata
    sample = text[:_SAMPLE]
    language = language_of(sample)
    if not language or language == metadata.language or any({language, metadata.language} <= same for same in _SAME):
        return metadata
    if not is_surely(language, sample):
        return metadata
    return replace(metadata, language=language, basis={**metadata.basis, "language": _FROM_WORDS})


def detected(metadata: Metadata, text: str) -> Metadata:
    """With the language of `text` when there are words enough to tell."""
    sample = text[:4000]
    if len(sample.split()) < 5 and len(sample) < 40:
        return metadata
    language = language_of(sample)
    basis = {**metadata.basis, "language": _FROM_WORDS}
    return replace(metadata, language=language, basis=basis) if language else metadata


def _with_shown_dates(metadata: Metadata, blocks: Sequence[RawBlock], tag: str) -> Metadata:
    """Where the page states no date of publishing, the one that it shows; never that of the last change."""
    if metadata.published_basis == "stated":
        return metadata
    first = next((index for index, block in enumerate(blocks) if not block.reason and block.text), 0)
    language = metadata.language
    title = next((index for index, block in enumerate(blocks) if block.kind is BlockKind.TITLE), -_NEAR)
    below = blocks[max(0, title + 1) : max(0, title + 1 + _UNDER)]
    near = [b for b in blocks[max(0, first - 4) : first + _NEAR] if _may_tell(b, language, b in below)]
    order = day_first(_tag_of(metadata, tag), (block.text for block in near))
    dated = [(published_and_updated(b.text, order, language), b.text) for b in near]
    published, line = next(((days[0], text) for days, text in dated if days[0]), ("", ""))
    updated = next((days[1] for days, _ in dated if days[1]), "")
    basis = dict(metadata.basis)
    if updated and not metadata.updated:
        metadata, basis["updated"] = replace(metadata, updated=updated), "visible line"
    if published:
        basis["published"] = "visible line"
        day = shown_date(line, order, language) if not updated else published
        metadata = replace(metadata, published=day if day[:10] == published else published, published_basis="stated")
    elif updated and metadata.published[:10] == updated:
        basis.pop("published", None)
        metadata = replace(metadata, published="", published_basis="")
    return replace(metadata, basis=basis)


def _tag_of(metadata: Metadata, tag: str) -> str:
    """The stated tag while it is of the language that the words are in."""
    return tag if tag.lower().replace("_", "-").partition("-")[0] == metadata.language else metadata.language


def _may_tell(block: RawBlock, language: str, under: bool) -> bool:
    """A line about the article near its head: marked as a date, set as one, telling of publishing, or a day and little
    else right under the headline."""
    if not 6 <= len(block.text) <= _LONGEST or block.hints & _ELSEWHERE or block.kind is BlockKind.TITLE:
        return False
    if block.kind is BlockKind.DATELINE or DATE.fullmatch(block.text) or (under and is_date_line(block.text, language)):
        return True
    published, updated = published_and_updated(block.text, language=language)
    marked = bool(block.hints & (Hint.DATE | Hint.META | Hint.BYLINE))
    return bool(published or updated) and (marked or is_about_dates(block.text))
