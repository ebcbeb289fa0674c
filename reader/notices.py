"""What the cleaner has to say of a text. Notices are stored as sentences, so their words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.messages import Hole, filled, translatable

UTF16 = translatable("The page names no charset; it was read as UTF-16.")
CHARSET_UNKNOWN = translatable("The page names the charset “{0}”, which is not allowed or not known; it was detected.")
CHARSET_WRONG = translatable("The page says its charset is {0}, but it was read as {1}.")
UNREADABLE = translatable("{0} places could not be read as {1} and show as “{2}”.")
NUL = translatable("The page holds NUL characters; they show as “{0}”.")
MANY_LINES = translatable("The text has more than {0} lines; {1} characters after them were cut.")
TOO_LARGE = translatable(
    "The page is too large for the extractors; nothing but what is plainly no article was left out."
)
TOO_LONG = translatable("The page is too long to be read whole; what follows the last block here was cut.")
MANY_CELLS = translatable("The page's tables have more than {0} cells; the rows after them are plain paragraphs.")
UNCLOSED = translatable("An unclosed script or style hides {0} characters of the page, as in a browser.")
PICTURES = translatable("{0} pictures in the page were too large, broken or of a kind that is not shown.")
DEEP = translatable("The page nests elements more than {0} deep; {1} were flattened, their words kept.")
ATTRIBUTES = translatable("{0} elements had more than {1} attributes; these were dropped, the words kept.")
DOUBT = translatable("Two readings of this page differ; compare with the whole page.")
NO_EXTRACT = translatable(  # of an earlier version
    "The extractor found no article; what is not plainly a menu or a call was kept."
)
NOT_SURE = translatable("No article was found for sure; what is not plainly a menu or a call was kept.")
ANOTHER = translatable("Another article follows on this page; it is among what was left out.")
EMPTY = translatable(
    "This page seems to hold no article. If scripts draw it, save it again when all of it is shown in the browser."
)
UNSURE = translatable("It is not sure which parts of this page are the article: compare with what was left out.")
FURTHER_PAGES = translatable(
    "The article has further pages, which are not here: save them too, or save it as one page."
)
ONLY_BEGINNING = translatable(
    "This may be only the beginning: the page says that the article goes on elsewhere, or for subscribers."
)
TWICE_ENCODED = translatable(
    "Signs such as “{0}” stand here where “{1}” was probably meant: the text was decoded twice."
)
MACHINE_TEXT = translatable("Much of this text is not written for people; the file may not be what it seems.")
MORE_DATA = translatable(
    "The page's data hold {0} characters of the article that it does not show; they are among what was left out."
)
STRUCK_OUT = translatable("Places where the publisher struck words out, which are no part of the text: {0}.")
PAGES_WITHOUT_TEXT = translatable("{0} of the {1} pages hold pictures and no text; what stands on them is not here.")
TOO_MANY_PAGES = translatable("The document has more than {0} pages; {1} pages after them were cut.")
NOT_FETCHED = translatable("Only the address of this article is here; its text has not been fetched.")
ALL = (
    UTF16, CHARSET_UNKNOWN, CHARSET_WRONG, UNREADABLE, NUL, MANY_LINES, TOO_LARGE, TOO_LONG, MANY_CELLS, UNCLOSED,
    PICTURES, DEEP, ATTRIBUTES, DOUBT, NO_EXTRACT, NOT_SURE, STRUCK_OUT, ANOTHER, EMPTY,
    UNSURE, FURTHER_PAGES, ONLY_BEGINNING, TWICE_ENCODED, MACHINE_TEXT,
    MORE_DATA, PAGES_WITHOUT_TEXT, TOO_MANY_PAGES, NOT_FETCHED,
)  # fmt: skip
# By their words, as they are stored: articles that an earlier version cleaned have them too.
_CUT = re.compile(
    r"\b(?:was|were) cut\.$|\bhides \d+ characters of the page\b|\bplaces could not be read as\b"
    r"|\bpages hold pictures and no text\b"
)
_DOUBTS = tuple(
    template.partition("{")[0]
    for template in (DOUBT, NO_EXTRACT, NOT_SURE, EMPTY, ANOTHER, UNSURE, FURTHER_PAGES, ONLY_BEGINNING, TWICE_ENCODED,
                     MACHINE_TEXT, MORE_DATA)
)  # fmt: skip


def notice(template: str, *holes: Hole) -> str:
    """Return the sentence of one of the templates above."""
    return filled(template, holes)


def cuts(notices: Iterable[str]) -> tuple[str, ...]:
    """Return the notices of text that was cut at a limit, hidden, or could not be read."""
    return tuple(notice for notice in notices if _CUT.search(notice))


def cautions(notices: Iterable[str]) -> tuple[str, ...]:
    """Return the notices that whoever reads the text must know: what was cut, and what is not sure about it."""
    given = tuple(notices)
    cut = cuts(given)
    return tuple(one for one in given if one in cut or one.startswith(_DOUBTS))


def struck_told(notices: Iterable[str], count: int) -> tuple[str, ...]:
    """Return the notices with the one of struck places saying that there are `count`; without it for none."""
    begins = STRUCK_OUT.partition("{0}")[0]
    told = (notice(STRUCK_OUT, count) if one.startswith(begins) and count else one for one in notices)
    return tuple(one for one in told if count or not one.startswith(begins))
