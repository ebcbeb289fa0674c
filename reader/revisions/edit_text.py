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

_WORDLESS = frozenset({BlockKind.FIGURE, BlockKind.RULE})


def put_back(
    article: Article, revision: Revision, index: int, annotations: Iterable[Annotation], *, at: datetime | None = None
) -> Edit:
    """Put `revision.left_out[index]` back as a block of a new revision; every mark stays on its words, those that a
    capture has left on an older text there.

    A mark that runs across the place is split there into two pieces, so that its words stay the same.
    """
    block = revision.left_out[index]
    if block.kind in _WORDLESS:
        block = replace(block, text="")  # it is drawn, and says nothing in the text
    position = _gap(revision, block.after)
    inserted, shift = _insertion(revision, block, position)
    made = replace(
        revision,
        id=new_id(),
        text=inserted,
        blocks=_with_block(revision, block, position, shift),
        inline=tuple(_shift_mark(m, position, shift) for m in revision.inline),
        left_out=_without(revision.left_out, index),
        corrected=at or now(),
        fingerprint=fingerprint(inserted),
        origin=PUT_BACK,
    )
    shifted = [(a, _shift_spans(a.anchor.spans, position, shift)) for a in _on(revision, annotations)]
    moved = [Swap(a, replace(a, anchor=anchor(made, spans))) for a, spans in shifted]
    return Edit("Put back", (Swap(None, made), Swap(article, replace(article, revision_id=made.id)), *moved))


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
    made = Block(Span(position, position + len(block.text)), block.kind, block.level, block.attrs)
    before = [b for b in revision.blocks if b.span.start < position]
    behind = revision.blocks[len(before) :]
    return (*before, made, *(_moved(b, shift) for b in behind))


def _moved(block: Block, shift: int) -> Block:
    return replace(block, span=Span(block.span.start + shift, block.span.end + shift))


def _without(left_out: tuple[LeftOut, ...], index: int) -> tuple[LeftOut, ...]:
    """The others, those behind it counting one kept block more."""
    rest = [(n, item) for n, item in enumerate(left_out) if n != index]
    return tuple(replace(item, after=item.after + 1) if n > index else item for n, item in rest)


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
    """The left-out blocks with this one in its place, those behind it counting one kept block less."""
    words = block.span.of(revision.text) or block.attrs.get("alt") or block.attrs.get("src", "")
    made = LeftOut(words, BY_HAND, index, block.kind, block.level, block.attrs)
    before = [item for item in revision.left_out if item.after <= index]
    behind = [replace(item, after=item.after - 1) for item in revision.left_out if item.after > index]
    return (*before, made, *behind)
