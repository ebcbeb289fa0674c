"""What stands before and behind a printed article: where it comes from, and the notes of its marks by number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from reader.exchange.exporters.excerpt import excerpt_text
from reader.exchange.exporters.struck import struck_notice
from reader.local_time import local_time
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision
from reader.model.struck_places import StruckPlace, struck_over, struck_places
from ui.article.block_styles import FALLBACKS
from ui.language.dates import day
from ui.language.messages import translate_stored
from ui.look.theme import Theme

translate = QCoreApplication.translate
_LONGEST_QUOTE = 120
FAMILIES = ("Inter", "Noto Sans", *FALLBACKS)


@dataclass(frozen=True, slots=True)
class Note:
    """A note in print: its number, the mark's short name, the marked words, what was written."""

    number: int
    code: str
    quote: str
    words: str


def notes_of(marks: Sequence[Annotation], code: Callable[[str], str], revision: Revision) -> list[Note]:
    """Return the notes of `marks`, numbered in their order; tags are written behind the note."""
    noted, struck = [mark for mark in marks if mark.note.strip() or mark.tags], struck_places(revision)
    return [
        Note(number, code(mark.id), _short(_quote(mark, revision, struck)), _written(mark))
        for number, mark in enumerate(noted, 1)
    ]


def _quote(mark: Annotation, revision: Revision, struck: Sequence[StruckPlace]) -> str:
    """The marked words; what was struck in them is said there."""
    if not struck_over(struck, mark.anchor.spans):
        return mark.anchor.quote
    return excerpt_text(revision, mark.anchor.spans, translate("Copying", "[struck out: {0}]"))


def _written(mark: Annotation) -> str:
    tags = translate("Print", "Tags: {0}").format(", ".join(mark.tags)) if mark.tags else ""
    return "\n".join(part for part in (mark.note.strip(), tags) if part)


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1].rstrip() + "…"


def facts(article: Article, revision: Revision, locale: QLocale) -> list[str]:
    """Return the lines on where an article comes from: title; byline, site and date; address; when it was captured;
    how many places its publisher has struck."""
    when = day(article.published, locale) if article.published else ""
    if when and article.published_basis == "inferred":
        when = translate("Print", "{0} (inferred)").format(when)
    here = local_time(revision.captured)
    captured = f"{locale.toString(QDate(here.year, here.month, here.day), 'd MMMM yyyy')} {here:%H:%M}"
    lines = [
        article.title,
        # Each isolated: an Arabic name must not turn the date behind it round.
        " · ".join(f"\u2068{part}\u2069" for part in (article.byline, article.site, when) if part),
        article.url,
        translate("Print", "Captured {0}").format(captured),
    ]
    struck = (translate_stored(told) for told in struck_notice(struck_places(revision)))
    return [line for line in (*lines, *struck) if line]


def plain(family_size: int, *, bold: bool = False) -> QFont:
    """Return the face of what is not of the article, so many pixels high."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(family_size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def facts_document(lines: Sequence[str], width: float, theme: Theme, *, mirrored: bool) -> QTextDocument:
    """Return the lines on where an article comes from, laid out; the first is the title. `mirrored`: at the right."""
    made = _empty(width)
    cursor, form = QTextCursor(made), QTextBlockFormat()
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    form.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    for n, line in enumerate(lines):
        if n:
            cursor.insertBlock()
        cursor.setBlockFormat(form)
        cursor.insertText(line, _letters(plain(12, bold=not n), theme.text if not n else theme.muted))
    return made


def notes_document(notes: Sequence[Note], width: float, theme: Theme) -> QTextDocument:
    """Return the notes, laid out, a heading above them."""
    made = _empty(width)
    cursor, heading = QTextCursor(made), QTextBlockFormat()
    heading.setHeadingLevel(2)
    heading.setBottomMargin(8)
    cursor.setBlockFormat(heading)
    cursor.insertText(translate("Print", "Notes"), _letters(plain(15, bold=True), theme.text))
    hanging = QTextBlockFormat()
    hanging.setLeftMargin(26)
    hanging.setTextIndent(-26)
    hanging.setBottomMargin(7)
    for note in notes:
        cursor.insertBlock(hanging)
        cursor.insertText(f"{note.number}.  {note.code} ", _letters(plain(12, bold=True), theme.text))
        cursor.insertText(f"“\u2068{note.quote}\u2069”", _letters(plain(12), theme.muted))
        for line in note.words.split("\n"):
            cursor.insertText(f"\u2028{line}", _letters(plain(12), theme.text))
    return made


def _empty(width: float) -> QTextDocument:
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    made.setDocumentMargin(0)
    made.setUseDesignMetrics(True)
    option = made.defaultTextOption()
    option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    made.setDefaultTextOption(option)
    made.setTextWidth(width)
    return made


def _letters(font: QFont, colour: object) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(colour)  # type: ignore[arg-type]
    return form
