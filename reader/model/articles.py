"""An article and its revisions: one immutable text with blocks and inline marks over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from reader.model.short import written_short
from reader.model.spans import Span


class BlockKind(StrEnum):
    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FIGURE = "figure"
    CAPTION = "caption"
    CODE = "code"
    RULE = "rule"


@written_short(4)
@dataclass(frozen=True, slots=True)
class Block:
    """One block of the one text; blocks joined by a line feed are the text.

    `level` is the heading's level (1-6) or the depth of a list item or quote. `attrs` may hold

    - `dir` (`rtl`);
    - list items: `ordered`, `number`, `type` (`a`, `A`, `i`, `I`: how the publisher writes the number);
    - table rows: `header` (a head row), `headers` (the cells that head a row, by column: `0 2`), `spans` (cells that
      take more than their own place, `column:columns x rows` as in `0:1x2 3:2x1`). Cells are separated by a tab and
      stand in their columns: a place that a spanning cell takes is an empty cell;
    - figures: `src`, `alt`, `picture` (address, words and the id of the stored picture), `file` (the name of a picture
      that lay beside the page as a file);
    - `role`: `term` and `definition` of a definition list, `attribution` (who is quoted in the quote before), `note` (a
      footnote; `note` is its name, to which inline marks refer), `verse`, `entry` (the head of an entry of a live
      page);
    - captions: `of` (`table`);
    - of a PDF: `page` (on which the block begins, counted from 1);
    - of subtitles and transcripts: `speaker` and `time` (`hours:minutes:seconds` from the start of the recording).

    A figure or a rule is an empty block: its picture is drawn, its caption is its own block.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    attrs: Mapping[str, str] = field(default_factory=dict)


class InlineKind(StrEnum):
    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"
    CODE = "code"
    KEYBOARD = "keyboard"
    INSERTION = "insertion"
    QUOTATION = "quotation"
    CITATION = "citation"
    ABBREVIATION = "abbreviation"
    RUBY = "ruby"
    HIGHLIGHT = "highlight"
    TIME = "time"
    NOTE = "note"
    MATH = "math"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@written_short(4)
@dataclass(frozen=True, slots=True)
class InlineMark:
    """Inline structure of the publisher's; the words stand in the text, in `attrs` what the markup says beside them.

    `target` is the absolute address of a link, of the source of a quotation or insertion, or the name of the note that
    a reference is to. `attrs` may hold `title` (an abbreviation in full), `reading` (of a ruby), `datetime` (of a time
    or an insertion), `tex` (of a formula). Superscripts and subscripts are those whose signs stand in the text as they
    are ("1st"); 10⁶, CO₂ and `^(n+1)` need no mark.
    """

    span: Span
    kind: InlineKind
    target: str = ""
    attrs: Mapping[str, str] = field(default_factory=dict)


@written_short(5)
@dataclass(frozen=True, slots=True)
class LeftOut:
    """A block of the source that is not in the article, why, and after which kept block it stood.

    `after` counts the kept blocks that stand before it (0: before the first). `attrs` as in `Block`, and `at` for words
    struck out within the last of these blocks: where they stood, in code points from its start. `text` of a figure is
    what it shows in words.
    """

    text: str
    reason: str
    after: int = 0
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    attrs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself. Empty when it does not say; `basis` names where each value was read.

    Dates are ISO 8601 as precise as the page is. `published_basis` is `stated`, `inferred` or empty. `byline` names who
    signs the article: who wrote it, else who reported it; `reporter`, `editor` and `agency` are those that are named
    for that part.
    """

    title: str = ""
    standfirst: str = ""
    byline: str = ""
    editor: str = ""
    site: str = ""
    published: str = ""
    published_basis: str = ""
    updated: str = ""
    language: str = ""
    url: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    reporter: str = ""
    agency: str = ""
    basis: Mapping[str, str] = field(default_factory=dict)


class State(StrEnum):
    INBOX = "inbox"
    READING = "reading"
    DONE = "done"
    ARCHIVED = "archived"
    TRASHED = "trashed"


@dataclass(frozen=True, slots=True)
class Article:
    """The thing on the desk. Its words are those of the revision `revision_id`.

    `as_published` holds what the publisher says where a person corrected it, by the field's name.
    """

    id: str
    revision_id: str
    title: str
    added: datetime
    origin: str = ""
    site: str = ""
    byline: str = ""
    published: str = ""
    published_basis: str = ""
    language: str = ""
    url: str = ""
    state: State = State.INBOX
    tags: tuple[str, ...] = ()
    words: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)
    as_published: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Revision:
    """One captured, cleaned text of an article: immutable; a re-capture or a put-back adds another.

    `captured` is when the bytes of its original came. `corrected` is when a person, or a newer cleaner, made this text
    of a capture that had one already; None for the first text of a capture. A text without words of the origin
    `captures.TO_FETCH` stands for one that is not here yet.
    """

    id: str
    article_id: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    captured: datetime
    inline: tuple[InlineMark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[str, ...] = ()
    cleaner: str = ""
    fingerprint: str = ""
    original_id: str = ""
    origin: str = "capture"
    corrected: datetime | None = None


def fingerprint(text: str) -> str:
    """SHA-256 of the words alone: the same article saved twice has one, whatever the white space."""
    import hashlib
    import unicodedata

    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was in an article: the first visible character, and the share that was read."""

    article_id: str
    position: int
    progress: float
    opened: datetime
