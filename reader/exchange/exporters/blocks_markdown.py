"""Sections of an article as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.exchange.exporters.inline_markdown import InlineMarkdown, escaped
from reader.exchange.exporters.runs import Run, Shown
from reader.exchange.exporters.sections import CODE, DEFINITIONS, LIST, QUOTE, TABLE, VERSE, Section
from reader.model.articles import Block, BlockKind
from reader.model.list_numbers import list_number

_SPLIT = "<!-- -->"  # between two lists that a reader would take for one and number anew
_IN = "\u2003"  # before an item whose number Markdown has no sign for


class BlocksMarkdown:
    """Writes the sections of one article."""

    def __init__(self, inline: InlineMarkdown) -> None:
        self.inline = inline

    def sections(self, found: Iterable[Section]) -> Iterator[str]:
        """Yield what is to stand between empty lines."""
        for section in found:
            match section.kind:
                case k if k == TABLE:
                    yield from self._table(section.blocks)
                case k if k == LIST:
                    yield from self._list(section.blocks)
                case k if k == DEFINITIONS:
                    yield from self._definitions(section.blocks)
                case k if k == QUOTE:
                    yield self._quote(section.blocks)
                case k if k == VERSE:
                    yield self._verse(section.blocks)
                case k if k == CODE:
                    yield _fenced("\n".join(_plain(shown) for shown in section.blocks))
                case _:
                    yield from map(self.block, section.blocks)

    def line(self, runs: Sequence[Run]) -> str:
        """Return words on one line."""
        return " ".join(self.inline.words(runs).split("\n"))

    def block(self, shown: Shown) -> str:
        """Return a block that stands alone."""
        block, runs = shown.block, shown.cells[0]
        match block.kind:
            case BlockKind.TITLE:
                return f"# {self.line(runs)}"
            case BlockKind.HEADING:
                return f"{'#' * min(max(block.level, 2), 6)} {self.line(runs)}"
            case BlockKind.RULE:
                return "***"
            case BlockKind.FIGURE:
                return f"*\\[{' '.join(escaped(block.attrs.get('alt') or 'picture').split())}\\]*"
        words = self._lines(shown)
        return f"<strong>{words}</strong>" if block.attrs.get("role") == "entry" else words

    def _lines(self, shown: Shown) -> str:
        block = shown.block
        words = self.inline.words(shown.cells[0]).replace("\n", "\\\n")
        if block.attrs.get("role") != "note" or not block.attrs.get("note"):
            return words
        name, back = self.inline.note(block.attrs["note"])
        return name + words + back

    def _quote(self, blocks: Sequence[Shown]) -> str:
        depth, parts = "> " * max(1, min(6, blocks[0].block.level)), []
        for shown in blocks:
            words = self._lines(shown)
            if shown.block.attrs.get("role") == "attribution":
                words = words if words.startswith(("—", "–")) else f"— {words}"
            else:
                words = words.replace("\\\n", "\n\n")
            parts.append(words)
        lines = "\n\n".join(parts).split("\n")
        return "\n".join((depth + line).rstrip() for line in lines)

    def _verse(self, blocks: Sequence[Shown]) -> str:
        lines = "\\\n".join(self._lines(shown) for shown in blocks).split("\n")
        return "\n".join(f"> {line}" for line in lines) if blocks[0].block.kind is BlockKind.QUOTE else "\n".join(lines)

    def _definitions(self, blocks: Sequence[Shown]) -> Iterator[str]:
        """A term and what it means, each term with what follows it."""
        lines: list[str] = []
        for shown in blocks:
            is_term = shown.block.attrs.get("role") == "term"
            if is_term and lines and lines[-1].startswith(": "):
                yield "\n".join(lines)
                lines = []
            lines.append(self.line(shown.cells[0]) if is_term else f": {self.line(shown.cells[0])}")
        yield "\n".join(lines)

    # -- lists -----------------------------------------------------------------------------------------------------

    def _list(self, blocks: Sequence[Shown]) -> Iterator[str]:
        """The items; where Markdown would number them otherwise than the page, each begins a list of its own, and where
        it has no such numbers, they stand as words."""
        lines: list[str] = []
        for native, group in groupby(_signed(blocks), key=lambda one: one[1] != ""):
            for n, (shown, sign, room, parted) in enumerate(group):
                words = self._item(shown)
                if native:
                    lines += ["", room + _SPLIT, ""] if parted and lines else [""] if lines and not n else []
                    lines.append(f"{room}{sign} {words}")
                else:
                    lines += [""] if lines else []
                    lines.append(room + words)
        yield "\n".join(lines)

    def _item(self, shown: Shown) -> str:
        words, block = self.line(shown.cells[0]), shown.block
        name, back = self.inline.note(block.attrs["note"]) if block.attrs.get("note") else ("", "")
        number = "" if _is_native(block) else f"{list_number(block)}. "
        depth = 0 if _is_native(block) else max(0, block.level - 1)
        return f"{_IN * depth}{name}{number}{words}{back}"

    # -- tables ----------------------------------------------------------------------------------------------------

    def _table(self, blocks: Sequence[Shown]) -> Iterator[str]:
        rows = [shown for shown in blocks if shown.block.kind is BlockKind.TABLE_ROW]
        yield from (self.block(shown) for shown in blocks if shown.block.kind is not BlockKind.TABLE_ROW)
        if rows:
            width = max(len(row.cells) for row in rows)
            lines = [self._row(row, width) for row in rows]
            yield "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _row(self, shown: Shown, width: int) -> str:
        cells = [re.sub(r"(?<!\\)\|", r"\\|", self.line(runs)) for runs in shown.cells]
        return f"| {' | '.join(cells + [''] * (width - len(cells)))} |"


def _is_native(block: Block) -> bool:
    """Whether Markdown has a sign for an item: a bullet or a whole number."""
    number = list_number(block)
    return not number or (number.isdecimal() and number.isascii() and len(number) < 10)


def _signed(blocks: Sequence[Shown]) -> Iterator[tuple[Shown, str, str, bool]]:
    """Each item with its sign (empty where Markdown has none), the room before it, and whether a new list has to begin
    with it for its number to stay."""
    open_: list[tuple[int, str, int]] = []  # level, sign and number of the items that this one may stand in
    for shown in blocks:
        block = shown.block
        level, number = max(1, block.level), list_number(block)
        while open_ and open_[-1][0] > level:
            open_.pop()
        before = open_.pop() if open_ and open_[-1][0] == level else None
        sign = (f"{number}." if number else "-") if _is_native(block) else ""
        counted = int(number) if number and sign else -1
        parted = before is not None and sign != "" and before[1] != "" and not _follows(before, sign, counted)
        yield shown, sign, "".join(" " * max(4, len(one) + 1) for _, one, _ in open_ if one), parted
        open_.append((level, sign, counted))


def _follows(before: tuple[int, str, int], sign: str, number: int) -> bool:
    if sign == "-" or before[1] == "-":
        return True  # another kind of sign begins another list by itself
    return number == before[2] + 1


def _plain(shown: Shown) -> str:
    """The words of a line of code; there is no way to strike any in it but to say so."""
    return "".join(f"[-{run.struck}-]" if run.struck else run.text for run in shown.cells[0])


def _fenced(words: str) -> str:
    longest = max((len(run) for run in re.findall("`+", words)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{words}\n{fence}"
