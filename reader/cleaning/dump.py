"""Plain text to an article, line by line: for pages that were copied or dumped with all that stood round the article.

What is removed is decided by a line's words (menus, counters, reading times, calls to follow), by its place
(before the headline, after the last sentence), by repetition (headlines and captions that stand twice), and by a
small model of trees that weighs each line among its neighbours (`line_features`).
A text with none of this is taken for a pasted article and stays whole.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

from reader.cleaning import phrases
from reader.cleaning.assemble import assemble
from reader.cleaning.completed_metadata import detected
from reader.cleaning.corrections import keep_corrections
from reader.cleaning.credits import with_credits
from reader.cleaning.decode import Decoded
from reader.cleaning.doubt import DUMP, expected_agreement
from reader.cleaning.dump_head import (
    byline,
    headline,
    is_headline,
    names_alone,
    shortest,
    suffixed,
    without_lead,
    without_suffix,
)
from reader.cleaning.dump_site import DATELINE, with_site_and_section
from reader.cleaning.head_lines import HeadLines, head_lines
from reader.cleaning.judge import SURE
from reader.cleaning.judge_lines import Judge, judged_lines
from reader.cleaning.languages import language_of
from reader.cleaning.leftovers import leave_out_leftovers
from reader.cleaning.lines import MOST_LINES, read_lines
from reader.cleaning.raw import RawBlock, fold
from reader.cleaning.readable import notices_of_reading
from reader.cleaning.select import line_reason
from reader.cleaning.shown_date import is_date_line, published_and_updated, shown_date
from reader.cleaning.wholeness import notices_of_parts
from reader.cleaning.written_dates import day_first
from reader.errors import CleaningError
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, Metadata
from reader.model.pages import Cleaned, Page
from reader.notices import MANY_LINES, UNSURE, notice

_ENDS = re.compile(r"[.!?…:;。！？،؟۔।][\"'”’»)\]]*$")
_CLOSED = re.compile(r"(?:[.…。۔।][\"'”’»)\]]*|[.!?,][\"”’»]|\((?:[A-Za-z./ ]{2,20})\))$")
_LONG = 100
_SIGNED = 8  # lines round the headline and before the end of the text among which it is signed
_SAMPLE = 600  # characters of which the language is told
_READS, _AFTER_KEPT = 0.22, 0.2  # how sure the model must be of a long line that reads as text
_BODY_SHARE = 0.6
_JUDGED = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM})
_BY_PLACE = frozenset({"", "navigation", "not part of the article"})  # reasons that a line's words do not give


def clean_dump(page: Page, decoded: Decoded, judge: Judge = judged_lines) -> Cleaned:
    """Return the article of a text dump, its lines weighed by `judge`; `CleaningError` when no line of it reads like
    one."""
    blocks, cut = read_lines(decoded.text)
    if not blocks:
        raise CleaningError("{0}: the text is empty", page.address)
    if not any(len(block.text) >= 20 for block in blocks):
        raise CleaningError("{0}: no article was found in it, only short lines such as those of a menu", page.address)
    dump = Dump(blocks, judge)
    metadata = detected(dump.clean(), " ".join(b.text for b in dump.blocks if not b.reason))
    if page.url:
        metadata = replace(metadata, url=page.url, basis={**metadata.basis, "url": "the address it came from"})
    if not any(not block.reason for block in dump.blocks):
        raise CleaningError("{0}: no article was found in it, only menus, links and the like", page.address)
    notices = [*decoded.notices]
    if cut:
        notices.append(notice(MANY_LINES, MOST_LINES, cut))
    notices += [*dump.doubts(), *notices_of_parts(dump.blocks), *notices_of_reading(dump.blocks)]
    return assemble(dump.blocks, metadata, encoding=decoded.encoding, notices=notices)


class Dump:
    """The lines of one dump on their way to an article."""

    def __init__(self, blocks: list[RawBlock], judge: Judge) -> None:
        self.blocks = blocks
        self._judge = judge
        self._times = Counter(block.folded for block in blocks)
        self._metadata = Metadata()
        self._title = -1
        self._sure: dict[RawBlock, float] = {}
        self._days_first: bool | None = None
        self._language = ""
        self._heads = HeadLines()

    def clean(self) -> Metadata:
        """Settle every line's kind and reason; the metadata that the lines give."""
        messy = self._is_messy()
        self._language = language_of(max((block.text for block in self.blocks), key=len)[:_SAMPLE])
        if messy:
            self._ask_model()
            self._heads = head_lines(self.blocks, self._sure, self._language)
        start = self._find_title(messy)
        end = self._end(messy)
        for block in self.blocks[: self._top(messy, start)]:
            block.reason = self._reason(block)
        self._head(start)
        self._body(start, end, messy)
        for block in self.blocks[end:]:
            block.reason = self._reason(block)
        self._comments(start, end)
        self._follow_model()
        if messy:
            leave_out_leftovers(self.blocks)
        keep_corrections(self.blocks)
        signing = [
            *self.blocks[max(0, self._title - _SIGNED) : start + _SIGNED],
            *self.blocks[max(start, end - _SIGNED) :],
        ]
        metadata = with_credits(
            self._metadata, (block.text for block in signing if block.kind is not BlockKind.LIST_ITEM)
        )
        return with_site_and_section(metadata, self.blocks, self._title)

    def doubts(self) -> list[str]:
        """Return the notice for a dump of which the model is not sure what the article is."""
        unsure = bool(self._sure) and expected_agreement(self.blocks, self._sure) < DUMP
        return [UNSURE] if unsure else []

    # --- what the model says

    def _ask_model(self) -> None:
        """Judge every line; a model that finds no article in the whole dump is not followed."""
        found = self._judge(self.blocks)
        if any(self._is_text(block) and share >= SURE for block, share in found.items()):
            self._sure = found

    def _follow_model(self) -> None:
        """Lines of which nothing but their place speaks are the article's when the model is sure of them.

        A long line that reads as text is kept on less, and on little right after a kept one, as last paragraphs are:
        what is put in the drawer by mistake is missed, what stands in the article too much is only in the way.
        """
        before = ""
        for block in self.blocks if self._sure else ():
            share = self._sure[block]
            if block.kind in _JUDGED and block.reason in _BY_PLACE and not line_reason(block.text):
                reads = len(block.text) >= _LONG and self._is_text(block)
                wanted = (_AFTER_KEPT if not before else _READS) if reads else SURE
                block.reason = "" if share >= wanted else self._reason(block)
            before = block.reason

    # --- what sort of text it is

    def _is_messy(self) -> bool:
        """True when some line is plainly page debris, so that lines round the article may be doubted."""
        debris = sum(bool(line_reason(block.text)) for block in self.blocks)
        doubled = sum(n > 1 and len(words) > 20 for words, n in self._times.items())
        also = sum(self._is_read_also(block.text) for block in self.blocks)
        return debris + also > 1 or (debris + also + doubled > 0 and len(self.blocks) > 4)

    def _is_read_also(self, text: str) -> bool:
        return len(text) < 260 and phrases.READ_ALSO.fullmatch(text) is not None

    def _is_text(self, block: RawBlock) -> bool:
        """A line that reads as the article's words: a sentence, or several."""
        text = block.text
        if len(text) < 15 or not _ENDS.search(text) or self._is_debris(text):
            return False
        return " " in text or len(text) > 30

    def _is_debris(self, text: str) -> bool:
        return bool(line_reason(text)) or self._is_read_also(text) or phrases.EDITOR.fullmatch(text) is not None

    def _is_body(self, block: RawBlock) -> bool:
        if not self._is_text(block) or (self._sure and self._sure[block] < _READS):
            return False
        return len(block.text) >= _LONG or self._names_place(block.text)

    def _names_place(self, text: str) -> bool:
        found = DATELINE.match(text)
        return found is not None and found["place"][:2].isupper() and len(text) > 40

    # --- headline

    def _find_title(self, messy: bool) -> int:
        """Find the headline; the index of the line after it (or of the first line when there is none)."""
        first = next((i for i, block in enumerate(self.blocks) if self._is_body(block)), None)
        if first is None:
            first = next((i for i, block in enumerate(self.blocks) if self._is_text(block)), 0)
        at, site = suffixed(self.blocks, first)
        if at < 0 and self._heads.title >= 0:
            at, site = shortest(self.blocks, self._heads.title), ""
        if at < 0:
            fit = [
                i for i in range(first) if is_headline(self.blocks[i].text) and not self._is_debris(self.blocks[i].text)
            ]
            at = headline(self.blocks, fit, first, self._times) if messy else (fit[0] if fit[:1] <= [2] and fit else -1)
        if at < 0:
            return 0 if not messy else self._first_text(first)
        self._title = at
        title = self.blocks[at]
        title.text, named = without_suffix(without_lead(title.text), self.blocks)
        title.kind, title.level, title.attrs, title.reason = BlockKind.TITLE, 0, {}, ""
        self._metadata = self._stated("title", title.text, "the headline's line")
        self._metadata = self._stated("site", site or named, "title suffix")
        return at + 1

    def _headline_above(self, first: int, messy: bool) -> int:
        """The most headline-like line above the text; in a text without debris one of its first three lines."""
        texts = [block.text for block in self.blocks[:first]]
        fit = [i for i, text in enumerate(texts) if is_headline(text) and not self._is_debris(text)]
        if messy:
            return headline(self.blocks, fit, first, self._times)
        return fit[0] if fit and fit[0] <= 2 else -1

    def _first_text(self, first: int) -> int:
        return next((i for i in range(first + 1) if self._is_text(self.blocks[i])), first)

    def _top(self, messy: bool, start: int) -> int:
        """How many lines before the headline are left out: all, unless nothing says that they are debris."""
        return (self._title if self._title >= 0 else start) if messy else 0

    # --- between headline and text

    def _head(self, start: int) -> None:
        """Standfirst, byline and date lines under the headline."""
        self._days_first = day_first(self._language, (block.text for block in self.blocks))
        if self._heads.day >= 0:
            self._date(self.blocks[self._heads.day])
        if self._heads.byline >= 0:
            self._byline(self.blocks[self._heads.byline], self._heads.names)
        end = next((i for i in range(start, len(self.blocks)) if self._is_body(self.blocks[i])), start)
        title = fold(self._metadata.title)
        for index in range(max(0, self._title - 6), min(len(self.blocks), self._title + 16)):
            block = self.blocks[index]
            if index == self._title or block.reason == reasons.REPEATED or block.kind is BlockKind.BYLINE:
                continue
            if block.folded == title:
                block.reason = reasons.REPEATED
            elif is_date_line(block.text, self._language):
                self._date(block)
            elif not _CLOSED.search(block.text) and (names := self._names(index)):
                self._byline(block, names)
            elif 0 <= self._title < index < end and not self._metadata.standfirst and self._is_standfirst(block):
                block.kind, block.reason = BlockKind.STANDFIRST, ""
                self._metadata = self._stated("standfirst", block.text, "the line under the headline")

    def _byline(self, block: RawBlock, names: str) -> None:
        block.kind, block.reason = BlockKind.BYLINE, ""
        self._metadata = self._stated("byline", names, "visible line")

    def _names(self, index: int) -> str:
        """Who a line says wrote it; a bare name says so beside a date, or right under the headline."""
        text = self.blocks[index].text
        if names := byline(text):
            return names
        beside = [self.blocks[at].text for at in (index - 1, index + 1, index + 2) if 0 <= at < len(self.blocks)]
        if (
            index > self._title >= 0
            and not self._metadata.byline
            and any(is_date_line(one, self._language) for one in beside)
        ):
            return names_alone(text, self._metadata.title)
        return ""

    def _date(self, block: RawBlock) -> None:
        block.kind, block.reason = BlockKind.DATELINE, ""
        published, updated = published_and_updated(block.text, self._days_first, self._language)
        day = shown_date(block.text, self._days_first, self._language) if not updated else published
        if day and not self._metadata.published:
            self._metadata = replace(self._stated("published", day, "visible line"), published_basis="stated")
        self._metadata = self._stated("updated", updated, "visible line")
        if (names := byline(block.text)) and not self._metadata.byline:
            self._metadata = self._stated("byline", names, "visible line")

    def _is_standfirst(self, block: RawBlock) -> bool:
        credit = phrases.CREDIT.fullmatch(block.text)
        return self._is_text(block) and 30 < len(block.text) < 400 and credit is None and self._more_text(block)

    def _more_text(self, but: RawBlock) -> bool:
        return sum(len(b.text) for b in self.blocks if b is not but and self._is_body(b)) > 2 * len(but.text)

    # --- the text

    def _end(self, messy: bool) -> int:
        """The index after the last line that reads as the article's; every line's when nothing is doubted."""
        if not messy:
            return len(self.blocks)
        if self._sure:
            return 1 + max(i for i, block in enumerate(self.blocks) if self._sure[block] >= SURE)
        last = [i for i, b in enumerate(self.blocks) if self._is_text(b) and _CLOSED.search(b.text)]
        return last[-1] + 1 if last else len(self.blocks)

    def _body(self, start: int, end: int, messy: bool) -> None:
        seen = {fold(self._metadata.title)}
        also = False
        for index in range(start, end):
            block = self.blocks[index]
            if block.reason:
                continue
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
                also = self._line(index, block, also, messy)
            if messy:
                self._once(block, seen)

    def _once(self, block: RawBlock, seen: set[str]) -> None:
        if block.reason or len(block.text) <= 15:
            return
        if block.folded in seen:
            block.reason = reasons.REPEATED
        seen.add(block.folded)

    def _line(self, index: int, block: RawBlock, also: bool, messy: bool) -> bool:
        """Settle one line of the body; True when it belongs to a "read also" part that may go on."""
        text = block.text
        editor = phrases.EDITOR.fullmatch(text)
        if len(text) < 260 and phrases.READ_ALSO_HEAD.fullmatch(text):
            block.reason = reasons.READ_ALSO
            return True
        if also and not self._is_body(block) and not _CLOSED.search(text) and len(text) < 220:
            block.reason = reasons.READ_ALSO
            return True
        if self._is_read_also(text):
            block.reason = reasons.READ_ALSO
        elif editor and len(text) < 90:
            block.reason = reasons.EDITOR_LINE
            self._metadata = self._stated("editor", editor["name"].strip(" .,|"), "visible line")
        elif messy and line_reason(text):
            block.reason = line_reason(text)
        else:
            self._settle_kind(index, block, messy)
        return False

    def _settle_kind(self, index: int, block: RawBlock, messy: bool) -> None:
        text = block.text
        if block.kind is not BlockKind.PARAGRAPH:
            return
        if len(text) < 250 and phrases.CREDIT.fullmatch(text):
            block.kind = BlockKind.CAPTION
        elif messy and self._times[block.folded] > 1 and len(text) > 20:
            if _CLOSED.search(text):
                block.kind = BlockKind.CAPTION
            else:
                block.reason = reasons.READ_ALSO
        elif len(text) < 100 and not re.search(r"[.,;:!…\"”’)]$", text) and self._leads(index) and " " in text:
            block.kind, block.level = BlockKind.HEADING, 2

    def _leads(self, index: int) -> bool:
        """True when text follows the line at once, as under a heading."""
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        return following is not None and index > 0 and self._is_body(following)

    def _comments(self, start: int, end: int) -> None:
        """After a comments' heading nothing is the article's, unless most of the text would stand there."""
        whole = sum(len(b.text) for b in self.blocks[start:end] if not b.reason)
        before = 0
        for index in range(start, end):
            block = self.blocks[index]
            before += 0 if block.reason else len(block.text)
            if block.reason == reasons.COMMENTS and before > whole * _BODY_SHARE:
                for later in self.blocks[index:end]:
                    later.reason = later.reason or reasons.COMMENTS
                return

    def _reason(self, block: RawBlock) -> str:
        if block.reason:
            return block.reason
        editor = phrases.EDITOR.fullmatch(block.text)
        if editor and len(block.text) < 90:
            self._metadata = self._stated("editor", editor["name"].strip(" .,|"), "visible line")
            return reasons.EDITOR_LINE
        if block.folded and block.folded == fold(self._metadata.title):
            return reasons.REPEATED
        if self._is_read_also(block.text):
            return reasons.READ_ALSO
        return line_reason(block.text) or (reasons.NAVIGATION if len(block.text) < 120 else reasons.NOT_ARTICLE)

    # --- metadata

    def _stated(self, what: str, value: str, basis: str) -> Metadata:
        """The metadata with one more value, unless it has that one."""
        if getattr(self._metadata, what) or not value:
            return self._metadata
        fields: dict[str, Any] = {what: value}
        return replace(self._metadata, basis={**self._metadata.basis, what: basis}, **fields)
