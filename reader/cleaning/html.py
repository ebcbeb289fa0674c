"""An HTML page to an article: tree, blocks, metadata, witnesses, judgement, rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.cleaning.assemble import assemble
from reader.cleaning.completed_metadata import completed
from reader.cleaning.copying import MOST_MARKUP
from reader.cleaning.decode import Decoded
from reader.cleaning.doubt import PAGE, expected_agreement
from reader.cleaning.emptiness import is_empty
from reader.cleaning.judge import is_doubted, judged
from reader.cleaning.linked_data import article_body, article_data
from reader.cleaning.links import absolute
from reader.cleaning.markup_words import put_markup_into_words
from reader.cleaning.metadata import language_tag, read_metadata
from reader.cleaning.page_data import is_much, unshown
from reader.cleaning.readable import notices_of_reading
from reader.cleaning.select import select
from reader.cleaning.struck import take_out_struck
from reader.cleaning.tables import MOST_CELLS
from reader.cleaning.tame import tamed
from reader.cleaning.walk import Walk, Walked
from reader.cleaning.wholeness import notices_of_parts
from reader.cleaning.witnesses import Witnesses, run_extractors
from reader.errors import CleaningError
from reader.model import left_out_reasons as reasons
from reader.model.articles import Metadata
from reader.model.pages import Cleaned, Page
from reader.notices import (
    DOUBT,
    EMPTY,
    MANY_CELLS,
    MORE_DATA,
    STRUCK_OUT,
    TOO_LARGE,
    TOO_LONG,
    UNCLOSED,
    UNSURE,
    notice,
)
from reader.text.invariants import frozen

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_CONTROLS = bytes({*range(1, 32)} - {9, 10, 13})
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())


@dataclass(slots=True)
class PageEvidence:
    """A page before anything is decided.

    `body` is the article's text as JSON-LD gives it, mere evidence, `language_tag` the language that the page states,
    with its country, `data` the article's JSON-LD.
    """

    walked: Walked
    metadata: Metadata
    witnesses: Witnesses
    body: str
    base: str
    language_tag: str
    notices: list[str]
    data: Mapping[str, Any]


def clean_html(page: Page, decoded: Decoded) -> Cleaned:
    """Return the article of an HTML page; `CleaningError` when the page holds no words."""
    from reader.cleaning.pictures import settle_pictures

    seen = gather_evidence(page, decoded)
    judgement = judged(seen.walked.blocks, seen.metadata, seen.witnesses, seen.body)
    blocks, metadata, notices = select(seen.walked.blocks, judgement.sure, seen.metadata)
    if not any(block.text.strip() and not block.reason for block in blocks):
        raise CleaningError("{0}: no article was found in it, only menus, links and the like", page.address)
    if is_empty(blocks, decoded.text):
        notices.append(EMPTY)
    elif is_doubted(judgement.lines):
        notices.append(DOUBT)
    elif judgement.sure and expected_agreement(blocks, judgement.sure) < PAGE:
        notices.append(UNSURE)
    notices += [*notices_of_parts(blocks, seen.data), *notices_of_reading(blocks)]
    hidden = unshown(seen.body, blocks) if seen.body else []
    if is_much(hidden, seen.body):
        seen.notices.append(notice(MORE_DATA, sum(len(block.text) for block in hidden)))
    blocks += hidden
    metadata = completed(metadata, blocks, seen.language_tag)
    pictures = settle_pictures(blocks, seen.base, seen.notices)
    return assemble(blocks, metadata, encoding=decoded.encoding, notices=[*notices, *seen.notices], pictures=pictures)


def gather_evidence(page: Page, decoded: Decoded) -> PageEvidence:
    """Return everything that is read from a page; `CleaningError` when it holds no words."""
    text, tamer = tamed(_printable(decoded.text))
    tree = parse(text)
    base = _base(tree, page.url)
    struck = put_markup_into_words(tree, text)
    walked = walk(tree, base)
    walked.blocks = take_out_struck(walked.blocks, struck)
    notices = list(dict.fromkeys([*decoded.notices, *tamer, *_cuts(walked)]))
    if places := sum(cut.reason == reasons.STRUCK for cut in struck):
        notices.append(notice(STRUCK_OUT, places))
    if not any(block.text.strip() for block in walked.blocks):
        raise CleaningError("{0}: the page holds no text, so there is no article in it", page.address)
    data = article_data(tree)
    metadata = read_metadata(tree, data, text, page, base, walked.blocks)
    return PageEvidence(
        walked, metadata, _witnesses(walked, notices), article_body(data), base, language_tag(tree), notices, data
    )


def _printable(text: str) -> str:
    """The page without control characters, which XML forbids and its libraries refuse; a form feed is a blank.

    Bytes are looked through, in a third of the time that `re` takes for the text.
    """
    data = text.encode("utf-8", "surrogatepass")
    clear = len(data.translate(None, _CONTROLS)) == len(data) and not any(no in data for no in _NO_CHARACTERS)
    return text if clear else frozen(text.replace("\f", " "))


def parse(text: str) -> LexborHTMLParser:
    """Return the HTML5 tree of a page."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(text)


def walk(tree: LexborHTMLParser, base: str) -> Walked:
    """Return all blocks of a tree."""
    root = tree.root
    return Walk(base).run(root) if root is not None else Walked()


def _witnesses(walked: Walked, notices: list[str]) -> Witnesses:
    if walked.copied <= MOST_MARKUP:
        return run_extractors("".join(walked.copy))
    notices.append(TOO_LARGE)
    return Witnesses()


def _base(tree: LexborHTMLParser, url: str) -> str:
    """The address that relative links count from: `<base href>` against the page's own, or the one it says it has."""
    if not url:
        own = tree.css_first("link[rel=canonical][href]")
        url = absolute(own.attributes.get("href") or "", "") if own is not None else ""
    node = tree.css_first("base[href]")
    stated = absolute(node.attributes.get("href") or "", url) if node is not None else ""
    return stated if stated.startswith("http") else url


def _cuts(walked: Walked) -> list[str]:
    notices = []
    if walked.cut:
        notices.append(TOO_LONG)
    if walked.cells > MOST_CELLS:
        notices.append(notice(MANY_CELLS, MOST_CELLS))
    if walked.swallowed:
        notices.append(notice(UNCLOSED, walked.swallowed))
    return notices
