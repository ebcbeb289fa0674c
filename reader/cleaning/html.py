"""An HTML page to an article: decode, tree, blocks, extractor, metadata, rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cleaning.assemble import assemble
from reader.cleaning.decode import Decoded
from reader.cleaning.extract import kept_elements
from reader.cleaning.links import absolute
from reader.cleaning.metadata import read_metadata, settled
from reader.cleaning.select import select
from reader.cleaning.tables import MOST_CELLS
from reader.cleaning.tame import tamed
from reader.cleaning.walk import MOST_BLOCKS, MOST_MARKUP, Walk, Walked
from reader.errors import CleaningError
from reader.model import Cleaned, Page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


def clean_html(page: Page, decoded: Decoded) -> Cleaned:
    """The article of an HTML page; `CleaningError` when the page holds no words."""
    from reader.cleaning.pictures import settle_pictures

    text, tamer = tamed(decoded.text)
    tree = parse(text)
    base = _base(tree, page.url)
    walked = walk(tree, base)
    notices = [*decoded.notices, *tamer, *_cuts(walked)]
    if not any(block.text.strip() for block in walked.blocks):
        raise CleaningError(f"{page.source}: the page holds no text, so there is no article in it")
    metadata = read_metadata(tree, text, page, base, walked.blocks)
    blocks, metadata, told = select(walked.blocks, _kept(walked, notices), metadata)
    if not any(block.text.strip() and not block.reason for block in blocks):
        raise CleaningError(f"{page.source}: no article was found in it, only menus, links and the like")
    metadata = settled(metadata, blocks)
    pictures = settle_pictures(blocks, base, notices)
    return assemble(blocks, metadata, encoding=decoded.encoding, notices=[*notices, *told], pictures=pictures)


def parse(text: str) -> LexborHTMLParser:
    """The HTML5 tree of a page."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(text)


def walk(tree: LexborHTMLParser, base: str) -> Walked:
    """All blocks of a tree."""
    root = tree.root
    return Walk(base).run(root) if root is not None else Walked()


def _kept(walked: Walked, notices: list[str]) -> set[int]:
    if walked.copied <= MOST_MARKUP:
        return kept_elements("".join(walked.copy))
    notices.append("The page is too large for the extractor; nothing but what is plainly no article was left out.")
    return {block.owner for block in walked.blocks}


def _base(tree: LexborHTMLParser, url: str) -> str:
    """The address that relative links count from: `<base href>` against the page's own."""
    node = tree.css_first("base[href]")
    stated = absolute(node.attributes.get("href") or "", url) if node is not None else ""
    return stated if stated.startswith("http") else url


def _cuts(walked: Walked) -> list[str]:
    told = []
    if walked.cut:
        told.append(f"The page has more than {MOST_BLOCKS} blocks; {walked.cut} characters after them were cut.")
    if walked.cells > MOST_CELLS:
        told.append(f"The page's tables have more than {MOST_CELLS} cells; the rows after them are plain paragraphs.")
    if walked.swallowed:
        told.append(f"An unclosed script or style hides {walked.swallowed} characters of the page, as in a browser.")
    return told
