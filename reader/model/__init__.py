"""The nouns: frozen values that may be kept, compared and sent between threads.

Offsets everywhere are Unicode code points over a revision's one text, half-open.
Ids are UUIDs made by the client (`new_id`), times are timezone-aware UTC (`now`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple


def new_id() -> str:
    """A fresh random UUID."""
    from uuid import uuid4  # here and below: what no first paint needs

    return str(uuid4())


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points of a revision's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


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


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the one text; blocks joined by a line feed are the text.

    `level` is the heading's level (1-6) or the depth of a list item or quote. `attrs` may hold
    `dir` (`rtl`), `ordered` and `number` (list items), `header` (a table's head row), `src`, `alt`,
    `picture` (a figure's address, words and the id of the stored picture). The cells of a table row are
    separated by a tab. A figure or a rule is an empty block: its picture is drawn, its caption is its own block.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    attrs: Mapping[str, str] = field(default_factory=dict)


class MarkKind(StrEnum):
    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline structure of the publisher's: emphasis, strong, link (with its absolute address)."""

    span: Span
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A block of the source that is not in the article, why, and after which kept block it stood.

    `after` counts the kept blocks that stand before it (0: before the first). `attrs` as in `Block`; `text` of a
    figure is what it shows in words.
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

    Dates are ISO 8601 as precise as the page is. `published_basis` is `stated`, `inferred` or empty.
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
    basis: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture, known by the SHA-256 of its bytes. Raster formats only."""

    id: str
    media_type: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes an article came from, exactly as they came, known by their SHA-256."""

    id: str
    media_type: str
    name: str
    data: bytes
    encoding: str = ""

    @classmethod
    def of(cls, data: bytes, media_type: str, name: str, encoding: str = "") -> Original:
        import hashlib

        return cls(hashlib.sha256(data).hexdigest(), media_type, name, data, encoding)


@dataclass(frozen=True, slots=True)
class Page:
    """What an importer hands to the cleaner: bytes and what is known of them.

    `encoding` is a declared one (an HTTP header), `url` the page's address or the base for its links.
    """

    source: str
    name: str
    data: bytes
    media_type: str
    encoding: str = ""
    url: str = ""
    retrieved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What the cleaner made of a page. `notices` are sentences for the reader: cuts, doubts, fall-backs."""

    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notices: tuple[str, ...] = ()
    cleaner: str = ""
    encoding: str = ""


class State(StrEnum):
    INBOX = "inbox"
    READING = "reading"
    DONE = "done"
    ARCHIVED = "archived"
    TRASHED = "trashed"


@dataclass(frozen=True, slots=True)
class Article:
    """The thing on the desk. Its words are those of the revision `revision_id`."""

    id: str
    revision_id: str
    title: str
    added: datetime
    source: str = ""
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


@dataclass(frozen=True, slots=True)
class Revision:
    """One captured, cleaned text of an article: immutable; a re-capture or a put-back adds another."""

    id: str
    article_id: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    captured: datetime
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[str, ...] = ()
    cleaner: str = ""
    fingerprint: str = ""
    original_id: str = ""
    origin: str = "capture"


def fingerprint(text: str) -> str:
    """SHA-256 of the words alone: the same article saved twice has one, whatever the white space."""
    import hashlib
    import unicodedata

    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a mark sits: spans on one revision, the quote, and up to 64 characters on either side.

    `spans` are sorted and do not overlap; more than one makes a discontinuous mark, whose quote
    joins the pieces with ` … `.
    """

    revision_id: str
    spans: tuple[Span, ...]
    quote: str
    before: str = ""
    after: str = ""

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark: a label on a piece of an article. `about` is the id of the claim or source it mentions, or denies."""

    id: str
    article_id: str
    label: str
    anchor: Anchor
    created: datetime
    modified: datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict)
    annotator: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One end of a relation: an annotation and the role it plays there."""

    role: str
    annotation_id: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between annotations, in one article or across; `within` is the one it is nested in (see `attributing`)."""

    id: str
    kind: str
    members: tuple[Member, ...]
    created: datetime
    note: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    annotator: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    within: str = ""

    def end(self, role: str) -> str:
        """The id of the first annotation in `role`, or an empty string."""
        return next((m.annotation_id for m in self.members if m.role == role), "")


class Underline(StrEnum):
    SOLID = "solid"
    DOTTED = "dotted"
    WAVY = "wavy"
    DASHED = "dashed"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as data. `id` is what sets carry, `colour` a role that each theme fills in."""

    id: str
    name: str
    key: str
    colour: str
    underline: Underline
    position: int
    builtin: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """One row of the article list: what is needed to draw it, and nothing more."""

    id: str
    title: str
    site: str
    published: str
    published_basis: str
    language: str
    state: State
    words: int
    progress: float
    counts: Mapping[str, int]


class Highlight(NamedTuple):
    """A mark as the page needs it: no quote, no note. Its order is by place: first character, last, id.

    `[start, end)` goes from its first span to its last; `pieces` are its spans when there are several. A tuple, since
    an article may have 100,000 of them: they are made and ordered by the interpreter itself.
    """

    start: int
    end: int
    id: str
    label: str
    noted: bool = False
    pieces: tuple[Span, ...] = ()
    annotator: str = ""

    @classmethod
    def of(cls, mark: Annotation) -> Highlight:
        spans = mark.anchor.spans
        pieces = spans if len(spans) > 1 else ()
        return cls(spans[0].start, spans[-1].end, mark.id, mark.label, bool(mark.note), pieces, mark.annotator)

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.pieces or (Span(self.start, self.end),)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was in an article: the first visible character, and the share that was read."""

    article_id: str
    position: int
    progress: float
    opened: datetime


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer to a search: where, and a snippet whose matches stand between U+E000 and U+E001."""

    article_id: str
    title: str
    site: str
    field: str
    snippet: str
    annotation_id: str = ""
