"""What the cleaner keeps of an article's structure: headings, lists, quotes, tables, links, pictures, captions.

`python -m tests.training.structure CORPUS [--held-out]` reads the pages with a parser of its own and looks for what
stands in the gold text there: an element counts when its words are the gold's, and is kept when the article has it as
what it is. Posts quoted from elsewhere and pictures are no gold text: posts count when they stand in the element that
holds most of the gold, pictures and their captions where the gold names them (fundus) or holds them (mozilla).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.cleaning.decode import decode
from reader.model.articles import BlockKind, InlineKind
from reader.model.pages import Cleaned
from tests.training.articles import made
from tests.training.corpus import Example
from tests.training.measure import shingles, words

GOALS = {"headings": 0.97, "list items": 0.80, "quotes": 0.92, "quoted posts": 0.92, "table cells": 1.00, "links": 0.96,
         "pictures": 0.80, "captions": 0.85}  # fmt: skip
_HEADS = {BlockKind.HEADING, BlockKind.STANDFIRST, BlockKind.TITLE}
_MOSTLY, _FEW = 0.6, 4
_POSTS = (
    "blockquote.twitter-tweet, blockquote.twitter-video, blockquote.instagram-media, blockquote.tiktok-embed, "
    "blockquote.bluesky-embed, blockquote.mastodon-embed, blockquote.reddit-embed-bq, blockquote.text-post-media"
)
_HOLDERS = {"p", "li", "blockquote", "h2", "h3", "h4", "td", "dd", "div"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that stands in an article: what it is, its words (or address), and whether it was kept."""

    sort: str
    what: str
    kept: bool


class Gold:
    """A gold text, asked whether words stand in it."""

    def __init__(self, text: str) -> None:
        self._whole = " " + " ".join(words(text)) + " "
        self._lines = {tuple(words(line)) for line in text.split("\n")}
        self._runs = shingles(words(text))

    def is_line(self, tokens: Sequence[str]) -> bool:
        return tuple(tokens) in self._lines

    def holds(self, tokens: Sequence[str]) -> bool:
        """True when the words stand there in a row, or, being few, as a line."""
        if len(tokens) < _FEW:
            return self.is_line(tokens)
        return f" {' '.join(tokens)} " in self._whole

    def share(self, tokens: Sequence[str]) -> float:
        own = shingles(tokens)
        return (own & self._runs).total() / max(1, own.total())


@dataclass(frozen=True)
class Result:
    """What a cleaned article has of each kind, as words."""

    article: Cleaned

    def of(self, *kinds: BlockKind) -> list[list[str]]:
        return [words(b.span.of(self.article.text)) for b in self.article.blocks if b.kind in kinds]

    @cached_property
    def heads(self) -> set[tuple[str, ...]]:
        return {tuple(tokens) for tokens in self.of(*_HEADS)}

    @cached_property
    def items(self) -> Gold:
        return Gold("\n".join(" ".join(tokens) for tokens in self.of(BlockKind.LIST_ITEM)))

    @cached_property
    def quotes(self) -> Gold:
        return Gold("\n".join(" ".join(tokens) for tokens in self.of(BlockKind.QUOTE)))

    @cached_property
    def cells(self) -> set[tuple[str, ...]]:
        rows = [b.span.of(self.article.text) for b in self.article.blocks if b.kind is BlockKind.TABLE_ROW]
        return {tuple(words(cell)) for row in rows for cell in row.split("\t")}

    @cached_property
    def links(self) -> set[tuple[str, ...]]:
        marks = [m for m in self.article.inline if m.kind is InlineKind.LINK]
        return {tuple(words(m.span.of(self.article.text))) for m in marks}

    @cached_property
    def pictures(self) -> list[tuple[str, str]]:
        """The address of each picture and the caption that follows it."""
        found, blocks = [], self.article.blocks
        for index, block in enumerate(blocks):
            if block.kind is BlockKind.FIGURE:
                after = (b for b in blocks[index + 1 : index + 4] if b.kind is not BlockKind.FIGURE)
                near = next(after, None)
                caption = near.span.of(self.article.text) if near and near.kind is BlockKind.CAPTION else ""
                found.append((block.attrs.get("src", ""), caption))
        return found


def pieces(example: Example, article: Cleaned) -> Iterator[Piece]:
    """Everything of an article's structure that its page has, each once."""
    page = example.page
    tree = LexborHTMLParser(decode(page.data, page.encoding, markup=True).text)
    for node in tree.css("script, style, template"):
        node.decompose()
    gold, result = Gold(example.text), Result(article)
    yield from _once(
        [*_headings(tree, gold, result, example), *_items(tree, gold, result), *_cells(tree, gold, result)]
    )
    yield from dict.fromkeys((*_quotes(tree, gold, result), *_posts(tree, gold, result), *_links(tree, gold, result)))
    yield from _pictures(tree, example, result)


def _once(found: list[Piece]) -> Iterator[Piece]:
    """Each wording once: a heading's words stand in the table of contents too, but only once in the gold."""
    kept = {piece.what: piece for piece in reversed(found) if piece.kept}
    yield from ({piece.what: piece for piece in reversed(found)} | kept).values()


def _tokens(node: LexborNode) -> list[str]:
    return words(node.text(separator=" ") or "")


def _headings(tree: LexborHTMLParser, gold: Gold, result: Result, example: Example) -> Iterator[Piece]:
    title = words(example.told.get("title") or "")
    for node in tree.css("h1, h2, h3, h4, h5, h6"):
        tokens = words(node.text() or "")
        if tokens and tokens != title and gold.is_line(tokens):
            yield Piece("headings", " ".join(tokens), tuple(tokens) in result.heads)


def _items(tree: LexborHTMLParser, gold: Gold, result: Result) -> Iterator[Piece]:
    for node in tree.css("li"):
        tokens = words(node.text() or "")
        if len(node.css("li, table")) == 1 and tokens and gold.holds(tokens):
            yield Piece("list items", " ".join(tokens), result.items.holds(tokens))


def _quotes(tree: LexborHTMLParser, gold: Gold, result: Result) -> Iterator[Piece]:
    posts = {node.mem_id for node in tree.css(_POSTS)}
    for node in tree.css("blockquote"):
        tokens = _tokens(node)
        if node.mem_id not in posts and len(tokens) >= _FEW and gold.share(tokens) > _MOSTLY:
            yield Piece("quotes", " ".join(tokens), result.quotes.share(tokens) > _MOSTLY)


def _posts(tree: LexborHTMLParser, gold: Gold, result: Result) -> Iterator[Piece]:
    for node in tree.css(_POSTS):
        tokens = words(" ".join(p.text() or "" for p in node.css("p")))
        if len(tokens) >= _FEW and (gold.share(tokens) > _MOSTLY or _among(node, gold)):
            yield Piece("quoted posts", " ".join(tokens), result.quotes.share(tokens) > _MOSTLY)


def _among(node: LexborNode, gold: Gold) -> bool:
    """True when gold text stands both before and after an element, close to it."""
    step: LexborNode | None = node
    for _ in range(4):
        if step is None or step.parent is None:
            return False
        if _beside(step, gold, back=True) and _beside(step, gold, back=False):
            return True
        step = step.parent
    return False


def _beside(node: LexborNode, gold: Gold, *, back: bool) -> bool:
    near = node.prev if back else node.next
    for _ in range(12):
        if near is None:
            return False
        tokens = _tokens(near) if near.tag != "-comment" else []
        if len(tokens) > 2 * _FEW:
            return gold.share(tokens) > _MOSTLY
        near = near.prev if back else near.next
    return False


def _cells(tree: LexborHTMLParser, gold: Gold, result: Result) -> Iterator[Piece]:
    for table in tree.css("table"):
        rows = [row.css("td, th") for row in table.css("tr")]
        if (
            len(table.css("table")) > 1
            or len(rows) < 2
            or max(map(len, rows)) < 2
            or gold.share(_tokens(table)) < _MOSTLY
        ):
            continue
        for cell in (cell for row in rows for cell in row):
            tokens = words(cell.text() or "")
            if tokens:
                yield Piece("table cells", " ".join(tokens), tuple(tokens) in result.cells)


def _links(tree: LexborHTMLParser, gold: Gold, result: Result) -> Iterator[Piece]:
    for node in tree.css("a[href]"):
        tokens = words(node.text() or "")
        address = (node.attributes.get("href") or "").strip()
        if not tokens or not address or address.startswith(("#", "javascript:")):
            continue
        around = words(_holder(node).text() or "")
        if (
            len(around) > len(tokens)
            and len(around) >= 2 * _FEW
            and gold.share(around) > 0.8
            and gold.holds(around[:_FEW])
        ):
            yield Piece("links", " ".join(tokens), tuple(tokens) in result.links)


def _holder(node: LexborNode) -> LexborNode:
    while node.parent is not None and node.tag not in _HOLDERS:
        node = node.parent
    return node


def _pictures(tree: LexborHTMLParser, example: Example, result: Result) -> Iterator[Piece]:
    """The pictures that the gold names and the page shows, and their captions."""
    shown = [set(_stems(node)) for node in tree.css("picture, img, amp-img")]
    for address, words_under in _named(example):
        same = [names for names in shown if stem(address) in names]
        if not same:
            continue
        names = set().union(*same)
        found = [caption for kept, caption in result.pictures if stem(kept) in names]
        yield Piece("pictures", address, bool(found))
        if caption := words(words_under):
            yield Piece("captions", words_under, any(Gold(under).share(caption[:12]) > _MOSTLY for under in found))


def _stems(node: LexborNode) -> Iterator[str]:
    """What names a picture in every address that its element has for it."""
    for inner in node.css("img, amp-img, source"):
        for key, value in inner.attributes.items():
            if value and (key in ("src", "srcset") or key.startswith("data-")):
                yield from (stem(part) for part in value.split()[:40] if "/" in part)


def _named(example: Example) -> Iterator[tuple[str, str]]:
    for image in example.told.get("images") or []:
        yield image.get("url") or "", image.get("caption") or ""
    if html := example.told.get("html"):
        tree = LexborHTMLParser(html)
        for node in tree.css("p img[src], figure img[src], div > img[src]"):
            yield node.attributes.get("src") or "", ""


def stem(address: str) -> str:
    """What names the picture in an address, whatever its size: the longest part of the path."""
    parts = [part for part in re.split(r"[/,]", urlsplit(address).path) if part]
    return max(parts[-2:], key=len) if parts else ""


def main() -> int:
    """Print the shares of the whole corpus, and with `--lines` what was lost."""
    counts: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    options, articles = made(__doc__ or "")
    for example, article in articles:
        for piece in pieces(example, article):
            counts[piece.sort] += 1
            kept[piece.sort] += piece.kept
            if options.lines and not piece.kept:
                print(f"{example.id} {piece.sort}: {piece.what[:140]}")
    for sort, goal in GOALS.items():
        print(
            f"{sort:<14} {kept[sort]:>5} of {counts[sort]:>5}  {kept[sort] / max(1, counts[sort]):.3f}  goal {goal:.2f}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
