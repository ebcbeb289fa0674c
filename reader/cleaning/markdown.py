"""Markdown to an article: rendered to HTML by markdown-it (CommonMark, tables, struck words), all of it as blocks."""

from __future__ import annotations

from dataclasses import replace

from reader.cleaning.completed_metadata import detected
from reader.cleaning.decode import Decoded
from reader.cleaning.documents.whole import Whole
from reader.cleaning.raw import RawBlock
from reader.errors import CleaningError
from reader.model.articles import BlockKind, Metadata
from reader.model.pages import Cleaned, Page


def clean_markdown(page: Page, decoded: Decoded) -> Cleaned:
    """Return the whole text of a Markdown file as blocks; nothing is cleaned away. `CleaningError` when it has no
    words."""
    from markdown_it import MarkdownIt

    body, front = _front_matter(decoded.text)
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    whole = Whole.of(html, page.url, decoded.notices)
    if not any(block.text.strip() for block in whole.blocks):
        raise CleaningError("{0}: the file holds no text", page.address)
    return whole.cleaned(_metadata(whole.blocks, front, page), decoded.encoding)


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    """The text after a leading `---` block of `key: value` lines, and those values."""
    lines = text.lstrip("\ufeff").split("\n")
    if lines[0].rstrip() != "---":
        return text, {}
    end = next((i for i, line in enumerate(lines[1:60], 1) if line.rstrip() == "---"), 0)
    pairs = [line.partition(":") for line in lines[1:end]]
    if not end or not all(colon or not key.strip() for key, colon, _ in pairs):
        return text, {}
    values = {key.strip().lower(): value.strip().strip("\"'") for key, _, value in pairs}
    return "\n".join(lines[end + 1 :]), values


def _metadata(blocks: list[RawBlock], front: dict[str, str], page: Page) -> Metadata:
    from reader.cleaning.dates import iso

    first = next((block for block in blocks if block.text.strip()), None)
    metadata = Metadata(url=page.url, byline=front.get("author", ""), site=front.get("site", ""))
    basis = {name: "front matter" for name in ("byline", "site") if getattr(metadata, name)}
    if first is not None and first.kind is BlockKind.HEADING and first.level == 1:
        first.kind, first.level = BlockKind.TITLE, 0
        metadata, basis = replace(metadata, title=first.text), {**basis, "title": "first heading"}
    elif front.get("title"):
        blocks.insert(0, RawBlock(front["title"], BlockKind.TITLE))
        metadata, basis = replace(metadata, title=front["title"]), {**basis, "title": "front matter"}
    date = iso(front.get("date", ""))
    if date:
        metadata, basis = (
            replace(metadata, published=date, published_basis="stated"),
            {**basis, "published": "front matter"},
        )
    metadata = replace(metadata, language=front.get("language", front.get("lang", ""))[:8].lower(), basis=basis)
    return metadata if metadata.language else detected(metadata, " ".join(block.text for block in blocks))
