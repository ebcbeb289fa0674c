"""What is handed to people, described once: headings, paragraphs, quotations, lists, tables. Each writer of a format
writes these and nothing else; all texts are data, never markup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)  # the first moment that a zip can name


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark over words: its short name, its label's name and looks, and what is said of it, a line each.

    The first of these lines, so many as `own` says, are what a person wrote; the others are told by the program.
    """

    id: str
    code: str
    name: str
    colour: str
    underline: str
    said: tuple[str, ...] = ()
    who: str = ""
    when: datetime | None = None
    own: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one kind. `link` is an address, or `#` and the anchor of a heading; `signs` are the marks over
    them, `begins` those of them that begin here."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    muted: bool = False
    code: bool = False
    raised: int = 0  # 1: above the line, -1: below
    link: str = ""
    signs: tuple[Sign, ...] = ()
    begins: tuple[Sign, ...] = ()


Words = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` from 1; `anchor` is its name within the file. Headings of the first two levels are the bookmarks."""

    level: int
    words: Words
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`look` is empty, `lead`, `facts`, `result` (a verdict), `notice`, or `term`."""

    words: Words
    look: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody else; `by` says whose."""

    words: Words
    by: Words = ()
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list. `sign` is its number with what stands behind it, or empty for a dot."""

    words: Words
    level: int = 1
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines whose blanks count."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between what stands above and below."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. The first column heads its rows where `row_heads`; `widths` are shares of the whole."""

    caption: str
    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...] = ()
    row_heads: bool = False


Part = Heading | Paragraph | Quotation | Bullets | Code | Rule | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper that begins on a page of its own where it is printed; `language` is that of its words."""

    parts: tuple[Part, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """All of it. `language` is `en` or `id`; `contents` is the heading of a table of contents, empty for none.

    `kind` (a name of `opening.KINDS`) is written where its file begins, so that only an earlier one of the same kind is
    replaced without asking.
    """

    title: str
    language: str
    kind: str
    sections: tuple[Section, ...] = ()
    lead: tuple[Part, ...] = ()
    contents: str = ""
    foot: str = ""  # what a page calls itself: `{0} of {1}`
    as_of: datetime = EPOCH  # the newest moment in it: the file's own date, so that the same set gives the same bytes


def plain(text: str, *, bold: bool = False, muted: bool = False) -> Words:
    """Return words without more."""
    return (Piece(text, bold=bold, muted=muted),) if text else ()


def linked(text: str, link: str) -> Words:
    """Return words that lead somewhere: a web address, or an anchor of the same paper; others stand as they are."""
    return (Piece(text, link=link if is_link(link) else ""),)


def is_link(link: str) -> bool:
    """Return whether an address may be followed from a paper."""
    return link.startswith(("http://", "https://", "#")) and not any(c.isspace() or ord(c) < 32 for c in link)


def text_of(words: Words) -> str:
    """Return words without their looks."""
    return "".join(piece.text for piece in words)


def contents_of(paper: Paper) -> list[Heading]:
    """Return the headings that a table of contents has: those of the first two levels with an anchor."""
    parts = (part for section in paper.sections for part in section.parts)
    return [part for part in parts if isinstance(part, Heading) and part.anchor and part.level <= 2]
