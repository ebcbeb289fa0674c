"""The text of an article as parts of a paper, with its marks over the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.exchange.exporters.coded import Coded
from reader.exchange.exporters.paper.parts import (
    Bullets,
    Code,
    Grid,
    Heading,
    Item,
    Paragraph,
    Part,
    Piece,
    Quotation,
    Rule,
    Sign,
    Words,
)
from reader.exchange.exporters.paper.words import Language
from reader.exchange.exporters.runs import Cutter, Run, Shown
from reader.exchange.exporters.sections import (
    CODE,
    LIST,
    QUOTE,
    TABLE,
    Section,
    is_table_caption,
    sections,
)
from reader.model.articles import Block, BlockKind, InlineKind, Revision
from reader.model.list_numbers import list_number
from reader.model.struck_places import StruckPlace

K = InlineKind
_BOLD = frozenset({K.STRONG, K.HIGHLIGHT})
_ITALIC = frozenset({K.EMPHASIS, K.CITATION})
_CODE = frozenset({K.CODE, K.KEYBOARD})
SignOf = Callable[[Coded], Sign]


class Body:
    """Writes the blocks of one article; `sign_of` says what stands on a mark."""

    def __init__(self, revision: Revision, say: Language, sign_of: SignOf) -> None:
        self._revision, self._say, self._sign_of = revision, say, sign_of

    def parts(self, marks: Sequence[Coded], struck: Sequence[StruckPlace]) -> Iterator[Part]:
        """Yield the article from front to back."""
        for section in sections(Cutter(self._revision, marks, struck).blocks()):
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Part]:
        blocks = section.blocks
        match section.kind:
            case k if k == TABLE:
                yield from self._table(blocks)
            case k if k == LIST:
                yield Bullets(tuple(self._item(shown) for shown in blocks))
            case k if k == QUOTE:
                yield from self._quote(blocks)
            case k if k == CODE and not any(run.marks for shown in blocks for run in shown.cells[0]):
                yield Code("\n".join(_plain(shown) for shown in blocks))
            case _:
                yield from map(self._block, blocks)

    def _block(self, shown: Shown) -> Part:
        block, words = shown.block, self.words(shown.cells[0])
        match block.kind:
            case BlockKind.TITLE:
                return Heading(1, words)
            case BlockKind.HEADING:
                return Heading(max(2, min(block.level, 6)), words)
            case BlockKind.RULE:
                return Rule()
            case BlockKind.FIGURE:
                return Paragraph((Piece(self._picture(block)),), "facts")
            case BlockKind.STANDFIRST:
                return Paragraph(words, "lead")
            case BlockKind.BYLINE | BlockKind.DATELINE | BlockKind.CAPTION:
                return Paragraph(words, "facts")
        return Paragraph(words, "term" if block.attrs.get("role") in ("term", "entry") else "")

    def _picture(self, block: Block) -> str:
        alt = block.attrs.get("alt", "")
        return self._say("picture", alt) if alt else self._say("picture_unsaid")

    def _item(self, shown: Shown) -> Item:
        block = shown.block
        sign = f"{list_number(block)}." if block.attrs.get("ordered") else ""
        return Item(self.words(shown.cells[0]), max(1, min(block.level, 4)), sign)

    def _quote(self, blocks: Sequence[Shown]) -> Iterator[Part]:
        *said, last = blocks
        by = last.block.attrs.get("role") == "attribution" and bool(said)
        whole = said if by else blocks
        for n, shown in enumerate(whole):
            named = self.words(last.cells[0]) if by and n == len(whole) - 1 else ()
            yield Quotation(self.words(shown.cells[0]), named, max(1, shown.block.level))

    def _table(self, blocks: Sequence[Shown]) -> Iterator[Part]:
        yield from (Paragraph(self.words(x.cells[0]), "facts") for x in blocks if is_table_caption(x.block))
        rows = [shown for shown in blocks if shown.block.kind is BlockKind.TABLE_ROW]
        if rows:
            cells = [tuple(self.words(cell) for cell in shown.cells) for shown in rows]
            headed = bool(rows[0].block.attrs.get("header"))
            yield Grid("", cells[0] if headed else (), tuple(cells[1:] if headed else cells))

    # -- words ---------------------------------------------------------------------------------------------------------

    def words(self, runs: Iterable[Run]) -> Words:
        """Return runs as words."""
        return tuple(piece for run in runs for piece in self._pieces(run))

    def _pieces(self, run: Run) -> Iterator[Piece]:
        kinds = {mark.kind for mark in run.inline}
        link = next((m.target for m in run.inline if m.kind is K.LINK), "")
        yield Piece(
            run.struck or run.text, bold=bool(kinds & _BOLD), italic=bool(kinds & _ITALIC), struck=bool(run.struck),
            code=bool(kinds & _CODE), raised=1 if K.SUPERSCRIPT in kinds else -1 if K.SUBSCRIPT in kinds else 0,
            link=link, signs=tuple(map(self._sign_of, run.marks)), begins=tuple(map(self._sign_of, run.begins)),
        )  # fmt: skip
        for mark in run.inline:
            if mark.kind is K.RUBY and mark.attrs.get("reading") and mark.span.end == run.end:
                yield Piece(f" ({mark.attrs['reading']})", muted=True)


def _plain(shown: Shown) -> str:
    return "".join(run.struck or run.text for run in shown.cells[0])
