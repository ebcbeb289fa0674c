"""An article's text changed by hand: a left-out block put back, a block taken out. Marks stay on their words.

Pure functions that return an `Edit`, as in `reader.edits`: a new revision beside the old one, and the marks on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from reader.edits import Edit, Swap, anchor
from reader.errors import AnchorError
from reader.model.annotations import Annotation
from reader.model.articles import Article, Block, BlockKind, InlineMark, LeftOut, Revision, fingerprint
from reader.model.captures import PUT_BACK, TAKEN_OUT
from reader.model.left_out_reasons import BY_HAND
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.model.struck_places import AT, WAS_AT, StruckPlace, pieces_at, struck_places
from reader.notices import struck_told

_WORDLESS = frozenset({BlockKind.FIGURE, BlockKind.RULE})


def put_back(
    article: Article, revision: Revision, index: int, annotations: Iterable[Annotation], *, at: datetime | None = None
) -> Edit:
    """Put `revision.left_out[index]` back in a new revision: as a block, and words that were struck out within a block
    where they stood in it. Every mark stays on its words, those that a capture has left on an older text there.

    A mark that runs across the place is split there into two pieces, so that its words stay the same.
    """
    block = revision.left_out[index]
    place = next((one for one in struck_places(revision) if one.left_out == index and not one.alone), None)
    if place is not None and 0 < block.after <= len(revision.blocks):
        return _finished(article, revision, _within(revision, place, at), place.at, annotations)
    if block.kind in _WORDLESS:
        block = replace(block, text="")  # it is drawn, and says nothing in the text
    position = _gap(revision, block.after)
    inserted, shift = _insertion(revision, block, position)
    made = replace(
        revision,
        text=inserted,
        blocks=_with_block(revision, block, position, shift),
        inline=tuple(_shift_mark(m, position, shift) for m in revision.inline),
        left_out=_without(revision.left_out, index),
        corrected=at or now(),
    )
    return _finished(article, revision, made, position, annotations)


def _finished(
    article: Article, revision: Revision, longer: Revision, position: int, annotations: Iterable[Annotation]
) -> Edit:
    """The step to a text that holds more words at one place, with the marks on it."""
    text, shift = longer.text, len(longer.text) - len(revision.text)
    told = struck_told(revision.notices, len(struck_places(longer)))
    made = replace(longer, id=new_id(), fingerprint=fingerprint(text), origin=PUT_BACK, notices=told)
    shifted = [(a, _shift_spans(a.anchor.spans, position, shift)) for a in _on(revision, annotations)]
    moved = [Swap(a, replace(a, anchor=anchor(made, spans))) for a, spans in shifted]
    return Edit("Put back", (Swap(None, made), Swap(article, replace(article, revision_id=made.id)), *moved))


def _within(revision: Revision, place: StruckPlace, at: datetime | None) -> Revision:
    """The text with struck words in it, in the block where they stood."""
    text, position = revision.text, place.at
    words, number = "".join(pieces_at(text, position, place.words)), revision.left_out[place.left_out].after - 1
    shift = len(words)
    own = revision.blocks[number]
    longer = replace(own, span=Span(own.span.start, own.span.end + shift))
    return replace(
        revision,
        text=text[:position] + words + text[position:],
        blocks=(*revision.blocks[:number], longer, *(_moved(b, shift) for b in revision.blocks[number + 1 :])),
        inline=tuple(_stretched(m, position, shift) for m in revision.inline),
        left_out=_behind_struck(revision, place, shift),
        corrected=at or now(),
    )


def _stretched(mark: InlineMark, position: int, shift: int) -> InlineMark:
    """A mark that has the place within it is longer by what is put there."""
    span = mark.span
    if span.start < position < span.end:
        return replace(mark, span=Span(span.start, span.end + shift))
    return _shift_mark(mark, position, shift)


def _behind_struck(revision: Revision, place: StruckPlace, shift: int) -> tuple[LeftOut, ...]:
    """The others that were left out; what was struck in the same block behind the place stands further on there."""
    own = revision.left_out[place.left_out]
    offset, rest = place.at - revision.blocks[own.after - 1].span.start, list[LeftOut]()
    for n, item in enumerate(revision.left_out):
        at = item.attrs.get(AT, "")
        is_behind = item.after == own.after and at.isdecimal() and (int(at), n) > (offset, place.left_out)
        if n != place.left_out:
            rest.append(replace(item, attrs={**item.attrs, AT: str(int(at) + shift)}) if is_behind else item)
    return tuple(rest)


def _on(revision: Revision, annotations: Iterable[Annotation]) -> list[Annotation]:
    """Those that stand on this text: the spans of others are places in another one."""
    return [one for one in annotations if one.anchor.revision_id == revision.id]


def _gap(revision: Revision, after: int) -> int:
    """Where a block that follows `after` kept blocks begins."""
    if not revision.blocks or after <= 0:
        return 0
    if after >= len(revision.blocks):
        return len(revision.text) + 1
    return revision.blocks[after].span.start


def _insertion(revision: Revision, block: LeftOut, position: int) -> tuple[str, int]:
    if not revision.blocks:
        return block.text, len(block.text) + 1
    if position > len(revision.text):
        return f"{revision.text}\n{block.text}", len(block.text) + 1
    return f"{revision.text[:position]}{block.text}\n{revision.text[position:]}", len(block.text) + 1


def _with_block(revision: Revision, block: LeftOut, position: int, shift: int) -> tuple[Block, ...]:
    attrs = {name: value for name, value in block.attrs.items() if name not in (AT, WAS_AT)}
    made = Block(Span(position, position + len(block.text)), block.kind, block.level, attrs)
    before = [b for b in revision.blocks if b.span.start < position]
    behind = revision.blocks[len(before) :]
    return (*before, made, *(_moved(b, shift) for b in behind))


def _moved(block: Block, shift: int) -> Block:
    return replace(block, span=Span(block.span.start + shift, block.span.end + shift))


def _without(left_out: tuple[LeftOut, ...], index: int) -> tuple[LeftOut, ...]:
    """The others, those behind it counting one kept block more; what was struck in it stands in it again."""
    own, rest = True, list(left_out[:index])
    for item in left_out[index + 1 :]:
        own = own and WAS_AT in item.attrs
        rest.append(replace(_renamed(item, WAS_AT, AT) if own else item, after=item.after + 1))
    return tuple(rest)


def _renamed(item: LeftOut, old: str, new: str) -> LeftOut:
    return replace(item, attrs={new if name == old else name: value for name, value in item.attrs.items()})


def _shift_mark(mark: InlineMark, position: int, shift: int) -> InlineMark:
    span = mark.span
    return replace(mark, span=Span(span.start + shift, span.end + shift)) if span.start >= position else mark


def _shift_spans(spans: Iterable[Span], position: int, shift: int) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        if span.end <= position:
            out.append(span)
        elif span.start >= position:
            out.append(Span(span.start + shift, span.end + shift))
        else:
            out += [Span(span.start, position), Span(position + shift, span.end + shift)]
    return out


def take_out(
    article: Article, revision: Revision, index: int, annotations: Iterable[Annotation], *, at: datetime | None = None
) -> Edit:
    """Leave `revision.blocks[index]` out in a new revision; every mark stays on its words.

    Raises `AnchorError` when marks stand on words of the block, or when it is the article's only block: nothing that
    somebody marked goes away with a key.
    """
    block = revision.blocks[index]
    annotations = _on(revision, annotations)
    _check_free(revision, block, annotations)
    start, shift = block.span.start, -(block.span.end - block.span.start + 1)
    last = index == len(revision.blocks) - 1
    text = revision.text[: max(0, start - 1)] if last else revision.text[:start] + revision.text[block.span.end + 1 :]
    behind = tuple(_moved(b, shift) for b in revision.blocks[index + 1 :])
    made = replace(
        revision,
        id=new_id(),
        text=text,
        blocks=(*revision.blocks[:index], *behind),
        inline=tuple(_shift_mark(m, start, shift) for m in revision.inline if not _touches(m.span, block.span)),
        left_out=_with_left_out(revision, block, index),
        corrected=at or now(),
        fingerprint=fingerprint(text),
        origin=TAKEN_OUT,
    )
    made = replace(made, notices=struck_told(revision.notices, len(struck_places(made))))
    shifted = [(a, _shift_spans(a.anchor.spans, start, shift)) for a in annotations]
    moved = [Swap(a, replace(a, anchor=anchor(made, spans))) for a, spans in shifted]
    return Edit("Take out", (Swap(None, made), Swap(article, replace(article, revision_id=made.id)), *moved))


def _check_free(revision: Revision, block: Block, annotations: Iterable[Annotation]) -> None:
    if all(b.kind in _WORDLESS or b is block for b in revision.blocks):
        raise AnchorError("this is the only block of the article")
    count = sum(any(_touches(s, block.span) for s in a.anchor.spans) for a in annotations)
    if count:
        raise AnchorError("{0} marks stand on these words; delete them or move them first", count)


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _with_left_out(revision: Revision, block: Block, index: int) -> tuple[LeftOut, ...]:
    """The left-out blocks with this one in its place, those behind it counting one kept block less. What was struck in
    it follows it, and is shown nowhere while the block is out."""
    words = block.span.of(revision.text) or block.attrs.get("alt") or block.attrs.get("src", "")
    made = LeftOut(words, BY_HAND, index, block.kind, block.level, block.attrs)
    before = [item for item in revision.left_out if item.after <= index]
    own = [_renamed(item, AT, WAS_AT) for item in revision.left_out if item.after == index + 1 and AT in item.attrs]
    others = [item for item in revision.left_out if item.after > index]
    behind = [item for item in others if not (item.after == index + 1 and AT in item.attrs)]
    return (*before, made, *(replace(item, after=item.after - 1) for item in (*own, *behind)))
