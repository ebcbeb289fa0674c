"""How each kind of block is set: its letters, its indents, the space above and below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextOption,
)

from reader.model.articles import Block, BlockKind, InlineKind
from ui.article.table_columns import Columns, columns_of
from ui.look.theme import Theme
from ui.settings import ReadingFace

K = BlockKind
FALLBACKS = ("Noto Naskh Arabic", "Noto Serif", "Noto Sans", "Noto Color Emoji", "DejaVu Serif")
# Letters of a usual text in the two languages of the interface, to measure a character by.
_SAMPLE = "Juru bicara menolak berkomentar sebelum audit selesai. The auditors said on Monday that nothing was signed."
_SCALE = {K.TITLE: 1.66, K.STANDFIRST: 1.04, K.BYLINE: 0.84, K.DATELINE: 0.84, K.CAPTION: 0.8}
_SCALE |= {K.CODE: 0.84, K.TABLE_ROW: 0.84}
_HEADINGS = {1: 1.42, 2: 1.26, 3: 1.12}
_QUIET = (K.STANDFIRST, K.BYLINE, K.DATELINE, K.CAPTION)
_STRONG_ROLES, _QUIET_ROLES = frozenset({"term", "entry", "table"}), frozenset({"attribution", "note"})
_ROLE_SCALE = {"attribution": 0.88, "note": 0.88}
_ROLE_INDENT = {"definition": 1.4, "verse": 1.3, "stanza": 1.3}  # in reading sizes, beside the kind's own
_ROLE_SPACES = {  # above and below, in reading sizes
    "term": (0.0, 0.1), "definition": (0.0, 0.55), "verse": (0.0, 0.05), "stanza": (0.7, 0.05), "note": (0.0, 0.5),
    "table": (0.6, 0.3), "entry": (0.9, 0.3),
}  # fmt: skip
_RAISED = {
    InlineKind.SUPERSCRIPT: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    InlineKind.SUBSCRIPT: QTextCharFormat.VerticalAlignment.AlignSubScript,
}
_STRUCK = 0.84  # of the size of the words round them
_NONE: Mapping[int, int] = {}
FIGURE_HEIGHT = 96  # points, until the picture's own size is known


def role_of(block: Block) -> str:
    """Return what a block is beside its kind: a role of the model, `stanza` for the first line of one but the first,
    `table` for a table's caption; empty for most."""
    attrs = block.attrs
    if not attrs:
        return ""
    role = attrs.get("role", "")
    if role == "verse":
        return "stanza" if attrs.get("stanza") else role
    return attrs.get("of", "") if block.kind is K.CAPTION else role


def mono_family() -> str:
    """Return the system's fixed-width face."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


class BlockStyles:
    """The formats for one theme and one reading face. All lengths in pixels of the reading size."""

    def __init__(self, theme: Theme, face: ReadingFace) -> None:
        self.theme, self.face = theme, face
        self.font = self._font(1.0)
        metrics = QFontMetricsF(self.font)
        self.column = round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * face.measure)
        self._natural = metrics.height() / face.size

    def _font(self, scale: float, *, bold: bool = False, italic: bool = False, mono: bool = False) -> QFont:
        font = QFont()
        font.setFamilies([mono_family()] if mono else [self.face.family, *FALLBACKS])
        font.setPixelSize(max(8, round(self.face.size * scale)))
        font.setBold(bold)
        font.setItalic(italic)
        if self.face.letter_spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.face.letter_spacing)
        return font

    def scale(self, kind: BlockKind, level: int) -> float:
        """Return the size of a block's letters against the reading size."""
        return _HEADINGS.get(level, 1.0) if kind is K.HEADING else _SCALE.get(kind, 1.0)

    def char_format(self, kind: BlockKind, level: int, *, header: bool = False, role: str = "") -> QTextCharFormat:
        form = QTextCharFormat()
        bold = header or kind in (K.TITLE, K.HEADING) or role in _STRONG_ROLES
        scale = self.scale(kind, level) * _ROLE_SCALE.get(role, 1.0)
        form.setFont(self._font(scale, bold=bold, italic=kind is K.STANDFIRST, mono=kind is K.CODE))
        form.setForeground(self.theme.quiet if kind in _QUIET or role in _QUIET_ROLES else self.theme.text)
        return form

    def struck_format(self, kind: BlockKind, level: int) -> QTextCharFormat:
        """Return the letters of words that the publisher struck out: small, pale and struck."""
        form = QTextCharFormat()
        font = self._font(_STRUCK * self.scale(kind, level), mono=kind is K.CODE)
        font.setStrikeOut(True)
        form.setFont(font)
        form.setForeground(self.theme.muted)
        return form

    def inline_format(self, kind: InlineKind) -> QTextCharFormat:
        """Return what the publisher's emphasis adds to the block's letters."""
        form = QTextCharFormat()
        if kind is InlineKind.EMPHASIS:
            form.setFontItalic(True)
        elif kind is InlineKind.STRONG:
            form.setFontWeight(QFont.Weight.Bold)
        elif kind in (InlineKind.CODE, InlineKind.KEYBOARD):
            form.setFontFamilies([mono_family()])
        elif kind in (InlineKind.CITATION, InlineKind.MATH):
            form.setFontItalic(True)
        elif kind is InlineKind.INSERTION:
            form.setFontUnderline(True)
        elif kind is InlineKind.ABBREVIATION:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(self.theme.muted)
        elif kind in _RAISED:
            form.setVerticalAlignment(_RAISED[kind])
        elif kind in (InlineKind.LINK, InlineKind.NOTE):
            # A quiet hairline: underlines in full colour are kept for marks.
            form.setForeground(self.theme.accent)
        return form

    def block_format(
        self, kind: BlockKind, level: int, *, rtl: bool = False, first: bool = True, role: str = ""
    ) -> QTextBlockFormat:
        """`first`: the block above is of another kind."""
        em, form = float(self.face.size), QTextBlockFormat()
        above, below = _ROLE_SPACES.get(role) or self._spaces(kind, level, first)
        form.setTopMargin(round(above * em))
        form.setBottomMargin(round(below * em))
        self._line_height(form, kind)
        indent = self.indent(kind, level) + round(_ROLE_INDENT.get(role, 0.0) * em)
        if rtl:
            form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        # Qt's margins are of the page and not of the direction.
        (form.setRightMargin if rtl else form.setLeftMargin)(indent)
        if kind is K.HEADING or kind is K.TITLE:
            form.setHeadingLevel(max(1, min(6, level or 1)))
        if self.face.justify and kind in (K.PARAGRAPH, K.QUOTE, K.LIST_ITEM):
            form.setAlignment(Qt.AlignmentFlag.AlignJustify)
        return form

    def indent(self, kind: BlockKind, level: int) -> float:
        """Return how far a block is set in, which is where its bullet or its rule is drawn."""
        depth = max(1, min(6, level))
        if kind is K.LIST_ITEM:
            return round(1.4 * self.face.size * depth)
        if kind is K.QUOTE:
            return round(1.3 * self.face.size * depth)
        return round(0.7 * self.face.size) if kind is K.CODE else 0.0

    def columns(self, rows: Sequence[str], width: float) -> Columns:
        """Return the columns of a table in `width` points."""
        em = self.face.size * self.scale(K.TABLE_ROW, 0)
        return columns_of(rows, QFontMetricsF(self._font(self.scale(K.TABLE_ROW, 0), bold=True)), width, 1.1 * em)

    def cells_format(
        self, columns: Columns, first: int, last: int, *, rtl: bool = False, wide: Mapping[int, int] = _NONE
    ) -> QTextBlockFormat:
        """Return how the cells `first` to `last` of a row stand side by side: what the last one has no room for goes on
        below it, in its column. `wide` says how many columns cells take, of those that take more than one."""
        last = next((at for at, count in wide.items() if at < last < at + count), last)
        form, inset, begins = QTextBlockFormat(), columns.start(last), columns.start(first)
        # Qt counts them from where the line begins.
        stops = (x - begins for x in columns.stops(wide) if x > begins)
        form.setTabPositions([QTextOption.Tab(x, QTextOption.TabType.LeftTab) for x in stops])
        (form.setRightMargin if rtl else form.setLeftMargin)(inset)
        form.setTextIndent(begins - inset)
        return form

    def _spaces(self, kind: BlockKind, level: int, first: bool) -> tuple[float, float]:
        """Above and below, in reading sizes."""
        if kind is K.TITLE:
            return (0.2 if first else 0.0), 0.5
        if kind is K.HEADING:
            return (1.3 if level <= 2 else 0.9), 0.3
        if kind in (K.BYLINE, K.DATELINE):
            return 0.0, 0.55
        if kind is K.STANDFIRST:
            return 0.0, 0.95
        if kind is K.LIST_ITEM:
            return (0.2 if first else 0.0), 0.3
        if kind is K.TABLE_ROW:
            return (0.4 if first else 0.1), 0.22
        if kind is K.CAPTION:
            return 0.0, 1.1
        if kind is K.FIGURE:
            return 0.4, 0.35
        return 0.0, (0.0 if kind is K.CODE else 0.82)

    def _line_height(self, form: QTextBlockFormat, kind: BlockKind) -> None:
        if kind is K.FIGURE:
            form.setLineHeight(FIGURE_HEIGHT, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            return
        # Large letters need less room between their lines.
        wanted = self.face.line_height * (0.84 if kind in (K.TITLE, K.HEADING) else 1.0)
        # Qt counts from the face's own line height, readers from its size.
        form.setLineHeight(100 * wanted / self._natural, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
