"""One walk over an HTML5 tree: our blocks, and a plain copy of the page for the extractor.

The tree is lexbor's (through selectolax), which follows the HTML standard: an unclosed `<svg>` or `<form>`
swallows nothing. The walk keeps its own stack, so that no nesting is too deep for it. The copy holds only what
the extractor looks at, bounded in depth and length so that lxml has nothing to cut silently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.cleaning import hints
from reader.cleaning.code import Lines
from reader.cleaning.copying import Copy
from reader.cleaning.elements import BLOCKS, INLINE, MEANINGS, PICTURES, RAW, READINGS, SKIPPED, WHOLE
from reader.cleaning.images import is_glyph, is_tiny, named
from reader.cleaning.links import absolute
from reader.cleaning.meanings import meaning
from reader.cleaning.places import NOTE_NAME, SHAPING, Place, shape, turn
from reader.cleaning.raw import Cut, Element, Hint, RawBlock
from reader.cleaning.runs import Run, squeezed
from reader.cleaning.tables import MOST_CELLS, Table
from reader.cleaning.unseen import WHY, Aside, unseen_words
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, InlineKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_BLOCKS = 60_000
MOST_NODES = 400_000  # elements and pieces of text; a page of 20 MB has half as many
_DEEPEST_TABLE = 6
_MOST_SOURCES = 20
_LONGEST_NAMES = 1000  # characters of class names that are worth remembering what they mean
_DIGITS = re.compile(r"\d+")
Open = tuple["LexborNode", str, int, str]  # an open element, its tag and number, and what ends it in the copy


@dataclass(slots=True)
class Walked:
    """What the walk found. `cells` and `cut` say whether a limit was met, `swallowed` characters in a raw element."""

    blocks: list[RawBlock] = field(default_factory=list)
    copy: list[str] = field(default_factory=list)
    copied: int = 0
    cells: int = 0
    depth: int = 0
    cut: bool = False
    swallowed: int = 0


class Walk:
    """Reads one tree. `run` may be called once.

    What is done at each of a page's thousands of nodes asks first whether there is anything to do, and is written for
    speed where that differs from the shortest way to write it.
    """

    def __init__(self, base: str) -> None:
        self.out = Walked()
        self._base = base
        self._run = Run()
        self._code = Lines()
        self._copy = Copy()
        self._places = [Place()]
        self._tables: list[Table] = []
        self._depths: list[bool] = []  # for each open table: whether it has a frame
        self._sources: list[str] = []  # of the picture being read
        self._number = self._emitted = 0
        self._aside = Aside()
        self._begun = 0  # hints of the spans in which the run began
        self._breaks = 0  # line ends since the last block
        self._ruled = False  # a rule has come in, and no block since
        self._paths: dict[tuple[int, str, str], int] = {}

    def run(self, root: LexborNode) -> Walked:
        """Return every block below `root`, in order."""
        node: LexborNode | None = root
        stack: list[Open] = []
        left = MOST_NODES
        while node is not None:
            left -= 1
            if left < 0 or self._emitted >= MOST_BLOCKS:
                self._cut_here(stack)
                break
            tag = node.tag or ""
            if tag == "-text":
                self._text(node.text_content or "")
            elif (down := self._enter(node, tag, stack)) is not None:
                node = down
                continue
            step = node.next
            while step is None and stack:
                parent, tag, number, ending = stack.pop()
                self._leave(tag, number, ending)
                step = parent.next if stack else None
            node = step
        self._flush()
        self._aside.finish(self.out.blocks)
        self.out.copy, self.out.copied = self._copy.pieces, self._copy.length
        return self.out

    def _cut_here(self, stack: list[Open]) -> None:
        """Close what is open, as if the page ended here."""
        self.out.cut = True
        while stack:
            _, tag, number, ending = stack.pop()
            self._leave(tag, number, ending)

    def _enter(self, node: LexborNode, tag: str, stack: list[Open]) -> LexborNode | None:
        """Take an element in; its first child when the walk goes down into it."""
        if tag in SKIPPED or tag[:1] == "-":
            if tag in RAW:
                self._look_swallowed(node)
            if tag in WHY:
                self._aside.add(unseen_words(node, tag))
            elif tag in READINGS:
                self._run.read(squeezed(node.text() or ""))
            return None
        if tag in ("td", "th") and self.out.cells >= MOST_CELLS:
            return self._plain_cell(node, stack)
        self._number += 1
        number = self._number
        child = node.child
        ending = self._open(tag, node.attributes, number, len(stack))
        if child is None:
            self._leave(tag, number, ending)
            return None
        stack.append((node, tag, number, ending))
        if len(stack) > self.out.depth:
            self.out.depth = len(stack)
        return child

    def _plain_cell(self, node: LexborNode, stack: list[Open]) -> LexborNode | None:
        """A cell past the limit is words in a line: its row becomes a paragraph. There may be millions of them."""
        self.out.cells += 1
        self._run.add(" ")
        if self._tables:
            self._tables[-1].nested = True
        child = node.child
        if child is not None:
            stack.append((node, "span", -1, ""))
        return child

    def _look_swallowed(self, node: LexborNode) -> None:
        """An unclosed script or style takes the rest of the page with it; a browser shows nothing of it either."""
        text = node.text() or ""
        if "</body" in text[-200_000:].lower() or (node.next is None and "</p>" in text):
            self.out.swallowed += len(text)

    def _open(self, tag: str, attributes: dict[str, str | None], number: int, depth: int) -> str:
        if tag in BLOCKS:
            if self._run.length or self._code.length:
                self._flush()
            self._places.append(self._place(tag, attributes, number))
            self._breaks = 0
            if tag == "table" or self._tables:
                self._table(tag, attributes, number)
            return self._copy.open(tag, attributes, number, depth)
        if tag in INLINE:
            self._inline(tag, attributes, number)
        elif tag in PICTURES:
            self._image(attributes)
        elif tag in ("picture", "source"):
            self._picture(tag, attributes)
        elif tag == "br":
            self._break()
        else:
            if tag in MEANINGS and not self._places[-1].pre:
                self._meaning(tag, attributes, number)
            if attributes:
                self._span(attributes, number)
        return self._copy.open(tag, attributes, 0, depth)

    def _leave(self, tag: str, number: int, ending: str) -> None:
        if ending:
            self._copy.pieces.append(ending)
        if tag in BLOCKS:
            if self._run.length or self._code.length:
                self._flush()
            self._places.pop()
            if self._depths:
                self._table_end(tag)
        elif tag in INLINE:
            self._run.close(number)
            self._code.close(number)
        elif tag == "picture":
            self._sources = []
        else:
            if tag in MEANINGS:
                self._run.close(number)
            if self._places[-1].element == number:
                self._used(self._places.pop())

    def _inline(self, tag: str, attributes: dict[str, str | None], number: int) -> None:
        target = absolute(attributes.get("href") or "", self._base) if tag == "a" else ""
        if self._places[-1].pre:
            self._code.open(number, target)
        elif NOTE_NAME in attributes:
            found = meaning(tag, attributes, self._base) if attributes[NOTE_NAME] else None
            self._run.open(number, *(found or (InlineKind.LINK, "", {})))
        elif tag != "a" or "href" in attributes:
            self._run.open(number, INLINE[tag], target)

    def _meaning(self, tag: str, attributes: dict[str, str | None], number: int) -> None:
        """An inline element that says more than its words; it may be without what makes it one."""
        found = meaning(tag, attributes, self._base)
        if found is not None:
            self._run.open(number, *found)

    def _span(self, attributes: dict[str, str | None], number: int) -> None:
        """An inline element without a mark still says what its words are when nothing stands before them."""
        hints = self._hints_of("span", attributes)
        if hints and not self._run.length:
            here = self._places[-1]
            self._places.append(replace(here, hints=here.hints | hints, element=number))

    def _used(self, place: Place) -> None:
        """A span that closes gives its hints to the run begun in it, and says whether it used the item's marker."""
        self._begun |= place.hints if self._run.length else 0
        self._places[-1].fresh &= place.fresh

    def _hints_of(self, tag: str, attributes: dict[str, str | None]) -> int:
        if not attributes:
            return hints.of_tag(tag)
        names, own = attributes.get("class") or "", attributes.get("id") or ""
        known = len(names) + len(own) < _LONGEST_NAMES
        found = _named(tag, names, own) if known else _named.__wrapped__(tag, names, own)
        if len(attributes) > ("class" in attributes) + ("id" in attributes):
            found |= self._said(attributes)
        return found

    def _said(self, attributes: dict[str, str | None]) -> int:
        """What other attributes than names say."""
        found = 0
        if attributes.get("role"):
            found |= hints.of_role(attributes["role"] or "")
        if attributes.get("rel") == "author" or attributes.get("itemprop") == "author":
            found |= Hint.BYLINE
        style = attributes.get("style")
        self._ruled |= attributes.get("role") == "separator"
        if "hidden" in attributes or (style and hints.unseen(style)):
            found |= Hint.HIDDEN
        return found

    def _place(self, tag: str, attributes: dict[str, str | None], number: int) -> Place:
        """What the blocks of a newly opened element will be."""
        above = self._places[-1]
        hints = self._hints_of(tag, attributes)
        place = Place(
            above.kind, above.level, above.attrs, number, above.hints | hints, above.pre, above.lists, above.quotes,
            False, 0, above.fresh, 0, self._chained(above.chain, tag, attributes, number, hints),
        )  # fmt: skip
        if "dir" in attributes:
            turn(place, above, (attributes["dir"] or "").lower())
        if tag in SHAPING:
            shape(place, above, tag, attributes)
        elif tag == "hr":
            self._ruled = True
        if hints & Hint.NOTE and attributes.get(NOTE_NAME):
            place.attrs = {**place.attrs, "role": "note", "note": attributes[NOTE_NAME] or ""}
        return place

    def _chained(self, above: Element, tag: str, attributes: dict[str, str | None], number: int, hints: int) -> Element:
        names = attributes.get("class")
        key = (above.path, tag, _DIGITS.sub("", names) if names else "")
        path = self._paths.setdefault(key, len(self._paths) + 1)
        return Element(number, tag, hints, above.depth + 1, path, above)

    # --- words

    def _text(self, text: str) -> None:
        if self._places[-1].pre:
            self._code.add(text)
        else:
            self._run.add(text)
        self._copy.text(text)

    def _break(self) -> None:
        """A line end of the source is a new block in running text, a space where a block must stay one."""
        if self._places[-1].kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and not self._tables:
            self._flush()
            self._breaks += 1
        elif self._places[-1].pre:
            self._code.add("\n")
        else:
            self._run.add(" ")

    def _flush(self) -> None:
        if self._code.length:
            for line, inks, linked in self._code.take():
                self._emit(RawBlock(line, BlockKind.CODE, marks=inks, link_length=linked))
        if not self._run.length:
            return
        text, marks, links = self._run.take()
        begun, self._begun = self._begun, 0
        if text.strip():
            self._emit(RawBlock(text, marks=marks, link_length=links, hints=begun))

    def _emit(self, block: RawBlock) -> None:
        if self._emitted >= MOST_BLOCKS:
            self.out.cut = True
            return
        self._emitted += 1
        place = self._places[-1]
        if block.kind is BlockKind.PARAGRAPH:
            block.kind, block.level = place.kind, place.level
        block.attrs = {**place.attrs, **block.attrs}
        block.ruled, self._ruled = self._ruled, False
        self._aside.step(block)
        block.broken, self._breaks = self._breaks, 0
        block.owner, block.hints, block.place = place.owner, block.hints | place.hints, place.chain
        if block.kind is BlockKind.LIST_ITEM:
            self._use_marker(block)
        (self._tables[-1].sink() if self._tables else self.out.blocks).append(block)

    def _use_marker(self, block: RawBlock) -> None:
        """Only the first block of an item carries its number; the others continue it."""
        fresh = next((p for p in reversed(self._places) if p.kind is BlockKind.LIST_ITEM), None)
        if fresh is not None and not fresh.fresh:
            block.kind, block.level = BlockKind.PARAGRAPH, 0
            block.attrs = {k: v for k, v in block.attrs.items() if k not in ("ordered", "number", "type")}
        for place in reversed(self._places):
            if place.kind is not BlockKind.LIST_ITEM:
                break
            place.fresh = False

    def _picture(self, tag: str, attributes: dict[str, str | None]) -> None:
        """A `<picture>` begins, or one of its sources is named."""
        if tag == "picture":
            self._sources = []
        elif len(self._sources) < _MOST_SOURCES:
            self._sources += [value for key, value in attributes.items() if key.endswith("srcset") and value]

    def _image(self, attributes: dict[str, str | None]) -> None:
        shown = (attributes.get("alt") or "").strip()
        if is_glyph(shown):
            self._run.add(shown)
            return
        if is_tiny(attributes):
            if shown:
                self._aside.add([Cut(squeezed(shown), reasons.NOT_ARTICLE)])
            return
        target = self._run.target
        self._flush()
        found = named(attributes, self._sources)
        self._emit(RawBlock("", BlockKind.FIGURE, attrs={**found, "link": target} if target else found))

    # --- tables

    def _table(self, tag: str, attributes: dict[str, str | None], number: int) -> None:
        if tag == "table":
            if self._tables:
                self._tables[-1].nested = True
            framed = len(self._tables) < _DEEPEST_TABLE and self.out.cells < MOST_CELLS
            self._depths.append(framed)
            if framed:
                self._tables.append(Table(number, self._places[-1].quotes))
        elif self._tables and self._depths and self._depths[-1]:
            self._table_part(tag, attributes, number)

    def _table_part(self, tag: str, attributes: dict[str, str | None], number: int) -> None:
        table = self._tables[-1]
        if tag in ("thead", "tbody", "tfoot"):
            table.start_group(tag == "thead")
        elif tag == "tr":
            table.start_row(number)
        elif tag in ("td", "th"):
            self.out.cells += 1
            wide, high = attributes.get("colspan") or "", attributes.get("rowspan") or ""
            table.start_cell(number, wide, high, tag == "th")

    def _table_end(self, tag: str) -> None:
        if tag == "table" and self._depths and self._depths.pop():
            table = self._tables.pop()
            (self._tables[-1].sink() if self._tables else self.out.blocks).extend(table.finish())
        elif tag in ("td", "th", "tr") and self._tables and self._depths and self._depths[-1]:
            self._tables[-1].open_cell = False


@lru_cache(8192)
def _named(tag: str, names: str, own: str) -> int:
    """The hints of an element by its tag, class names and id."""
    found = hints.of_tag(tag)
    return found | hints.of_names(f"{names} {own}") if (names or own) and tag not in WHOLE else found
