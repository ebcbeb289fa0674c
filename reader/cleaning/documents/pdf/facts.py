"""Title, author and day of a PDF: from what its head shows, else from its properties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.cleaning.completed_metadata import detected
from reader.cleaning.dump_head import byline
from reader.cleaning.raw import RawBlock
from reader.cleaning.shown_date import is_date_line, shown_date
from reader.cleaning.written_dates import day_first
from reader.model.articles import BlockKind, Metadata

_STAMP = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
# What programs write when nobody has written a title.
_NO_TITLE = re.compile(
    r"(?:Microsoft (?:Word|PowerPoint|Excel) - )|\.(?:docx?|indd|pdf|tex|dvi|qxp|rtf|odt|pages|html?|xlsx?|cdr)$"
    r"|^untitled|^document\d*$|^\W*$|^layout \d|^slide \d",
    re.I,
)
_NO_AUTHOR = re.compile(r"^(?:user|admin\w*|owner|windows user|microsoft office user|unknown|pc|acer|asus|hp)$", re.I)
_HEAD = 12  # blocks among which the head of a document is looked for
PROPERTIES = "document properties"


def facts(blocks: list[RawBlock], properties: Mapping[str, str]) -> Metadata:
    """Return what is known of the document; its title and byline become blocks of that kind."""
    metadata = detected(Metadata(), " ".join(block.text for block in blocks))
    metadata = _titled(blocks, properties.get("Title", ""), metadata)
    for block in blocks[:_HEAD]:
        if block.kind is BlockKind.PARAGRAPH and not metadata.byline and (names := byline(block.text)):
            block.kind = BlockKind.BYLINE
            metadata = _with(metadata, "visible line", byline=names)
    author = " ".join(properties.get("Author", "").split())
    if author and not metadata.byline and not _NO_AUTHOR.search(author):
        metadata = _with(metadata, PROPERTIES, byline=author[:300])
    return _dated(blocks, properties, metadata)


def _with(metadata: Metadata, basis: str, **values: str) -> Metadata:
    """With those facts, all of which were read there."""
    told = {**metadata.basis, **dict.fromkeys(values, basis)}
    fields: dict[str, str] = values
    return replace(metadata, basis=told, **fields)  # type: ignore[arg-type]


def _titled(blocks: list[RawBlock], stated: str, metadata: Metadata) -> Metadata:
    stated = " ".join(stated.split())
    stated = "" if _NO_TITLE.search(stated) else stated
    heads = [block for block in blocks[:_HEAD] if block.kind is BlockKind.HEADING]
    shown = next((block for block in heads if stated and _alike(block.text, stated)), None)
    if shown is None and (not stated or (heads and heads[0].level == 1 and heads[0].attrs["page"] == "1")):
        largest = min((block.level for block in heads), default=0)
        shown = next((block for block in heads if block.level == largest), None)
    if shown is not None:
        shown.kind, shown.level = BlockKind.TITLE, 0
        return _with(metadata, "largest words of its head", title=shown.text)
    if stated:
        blocks.insert(0, RawBlock(stated, BlockKind.TITLE, attrs={"page": "1"}))
        return _with(metadata, PROPERTIES, title=stated)
    return metadata


def _alike(shown: str, stated: str) -> bool:
    one, two = (" ".join(text.casefold().split()) for text in (shown, stated))
    return one in two or two in one


def _dated(blocks: Sequence[RawBlock], properties: Mapping[str, str], metadata: Metadata) -> Metadata:
    """The day that a line of the head shows, else the one on which the file was made, which is only near it."""
    first = day_first(metadata.language, (block.text for block in blocks[:_HEAD]))
    for block in blocks[:_HEAD]:
        if len(block.text) < 120 and is_date_line(block.text, metadata.language):
            day = shown_date(block.text, first, metadata.language)
            if day:
                block.kind = BlockKind.DATELINE if block.kind is BlockKind.PARAGRAPH else block.kind
                return replace(_with(metadata, "visible line", published=day), published_basis="stated")
    made = _STAMP.match(properties.get("CreationDate", ""))
    if made is None or not (made[1] >= "1990" and "01" <= made[2] <= "12" and "01" <= made[3] <= "31"):
        return metadata
    day = f"{made[1]}-{made[2]}-{made[3]}"
    return replace(_with(metadata, "when the PDF was made", published=day), published_basis="inferred")
