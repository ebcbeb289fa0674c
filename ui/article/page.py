"""The page: an article's document in a centred column, painted with its marks, scrolled by place; no input here."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QWidget

from reader.edits import Change
from reader.model.annotations import Annotation, PageAnnotation
from reader.model.articles import Block, BlockKind
from ui.annotation_index import AnnotationIndex
from ui.article.block_painter import BlockPainter, paint_boxes, paint_meta
from ui.article.document import ArticleDocument
from ui.article.figures import Figures, height_in
from ui.article.find import Finder
from ui.article.find_paint import paint_hits
from ui.article.geometry import Page, bands
from ui.article.inline_painter import InlinePainter
from ui.article.laying_out import FAR
from ui.article.mark_painter import GUTTER, MarkPainter, MarkState
from ui.article.meta import meta_parts
from ui.article.placed_sheet import PlacedSheet
from ui.look.scale import SCALE, px
from ui.look.theme import Theme, load
from ui.session import Session
from ui.settings import ReadingFace

TOP, BOTTOM = 78, 140  # points above the title (the line of facts stands there) and below the last line
_META = 44  # the baseline of that line
# What a narrow window leaves on the left and the right of the column: badges where lines begin, on the other side the
# strip of what is chosen. Connectors, `CONNECTORS` wide, are always on the right, between the column and the cards.
CONNECTORS = 24
_SIDES, _MIRRORED = (GUTTER + 8, CONNECTORS + 90), (90, GUTTER + CONNECTORS + 8)
_ROUND = 20  # points round the column that bars, dots, brackets and handles may take
_REST = 80  # milliseconds between two tellings of where the reader is


class ArticlePage(PlacedSheet):
    """Follows the session: shows its article, draws each mark in the frame after it was stored.

    `marksReset` comes with a new set of marks, `markMoved` with one that came (1) or went (-1): label, place; `laidOut`
    when the same words stand elsewhere, in another width or face."""

    marksReset = Signal()
    markMoved = Signal(str, int, int)
    laidOut = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme, self._face = theme or load("light"), ReadingFace()
        self.state, self.finder = MarkState(session.here), Finder("")
        self._left, self._width, self._facts = 0.0, 600.0, QFont()
        self._make_painters()
        self.dress(self._theme)
        self._flash = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=700)
        self._flash.valueChanged.connect(self._flashed)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self.tell_place)
        self.setAccessibleName(self.tr("Article"))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._resting.start())
        session.articleOpened.connect(self.show_article)
        session.articleClosed.connect(self._clear)
        session.changed.connect(self._follow)
        session.labelsChanged.connect(self._relook)
        session.showing.changed.connect(self._reshow)
        session.libraryOpened.connect(self.viewport().update)
        if session.revision is not None:
            self.show_article()

    def _make_painters(self) -> None:
        self.marks = MarkPainter(self._theme, self._session.label, self._session.letter)
        self.marks.role = self._session.role
        self.figures = Figures(lambda id: self._session.library.picture(id), self)
        self.figures.loaded.connect(self._fit_picture)
        self._inline = InlinePainter(self._theme)
        self._around = BlockPainter(self._theme, self._picture, self.tr("A picture that was not kept"))
        self._facts.setFamilies(["Inter", "Noto Sans", "DejaVu Sans"])
        SCALE.follow(self._fit)

    def _fit(self) -> None:
        self.marks.fit()
        self._around.fit()
        self._facts.setPixelSize(px(12))
        self.viewport().update()

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def index(self) -> AnnotationIndex:
        """The annotations of the article, by place: the session's index."""
        return self._session.annotations

    def show_article(self) -> None:
        """Put the session's article on the page, from its beginning."""
        revision = self._session.revision
        if revision is None:
            return
        self.state = MarkState(self._session.here, hidden=self.state.hidden)
        self.finder = Finder(revision.text)
        self._set_document()
        self.verticalScrollBar().setValue(0)
        self.marksReset.emit()
        self._resting.start()

    def _set_document(self) -> None:
        revision = self._session.revision
        if revision is None:
            return
        made = ArticleDocument(revision, self._theme, self._face, self, self._room())
        self._ahead.forget()
        old, self._page = self._page, made
        self._centre()
        self.setDocument(made)
        self.setCursorWidth(0)  # a property of the document's layout; the reading cursor says where the keyboard is
        self._unsee()
        for id in {block.attrs.get("picture", "") for block in made.blocks if block.kind is BlockKind.FIGURE}:
            if self.figures.is_read(id):
                self._fit_picture(id)
        made.documentLayout().documentSizeChanged.connect(self._unsee)  # lines that were read are worth nothing then
        if old is not None:
            old.deleteLater()

    def _clear(self) -> None:
        self._ahead.forget()
        self._page = None
        self._unsee()
        self.finder = Finder("")
        self.setDocument(QTextDocument(self))
        self.marksReset.emit()

    def _follow(self, change: Change) -> None:
        revision, moved = self._session.revision, list[PageAnnotation]()
        for swap in change.edit.swaps:
            for one, by in ((swap.before, -1), (swap.after, 1)):
                if isinstance(one, Annotation) and revision is not None and one.anchor.revision_id == revision.id:
                    self.markMoved.emit(one.label, one.anchor.start, by)
                    moved.append(PageAnnotation.of(one))
        if self.state.selected not in self.index:
            self.state.preview = ()
        if change.unlisted:
            self._relook()
        self.repaint_marks(moved)

    def _reshow(self) -> None:
        """Other marks are to be seen, or other colours."""
        self._session.here.keep_marks(self.index.shown)
        self._relook()

    def _relook(self) -> None:
        self.marks.forget_looks()
        self.marksReset.emit()
        self.viewport().update()

    # -- how it looks ----------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in `theme` from now on; the place stays."""
        changed, self._theme = theme.id != self._theme.id, theme
        self.marks.theme = self._around.theme = self._inline.theme = theme
        self.marks.forget_looks()
        self.dress(theme)
        if changed or self._page is None:
            self._remake()

    def set_face(self, face: ReadingFace) -> None:
        """Set the text in `face`; the first visible words stay where they are."""
        if face != self._face:
            self._face = face
            self._remake()

    def set_marks_hidden(self, hidden: bool) -> None:
        """Read without marks, or with them."""
        self.state.hidden = hidden
        self._relook()

    def _remake(self) -> None:
        place = self.first_visible()
        self._set_document()
        self.to_top(place)
        self.laidOut.emit()

    def _room(self) -> int:
        """What the viewport has room for between the margins."""
        return max(120, self.viewport().width() - sum(_SIDES))  # as much as of `_MIRRORED`

    def _centre(self) -> None:
        """Give the column the middle of the viewport; narrow windows give it all but the room for the badges."""
        if self._page is None:
            return
        width = self.viewport().width()
        column = min(self._page.styles.column, self._room())
        left, right = _MIRRORED if self._page.mirrored else _SIDES
        self._left = float(max(left, min((width - column) // 2, width - column - right)))
        form = self._page.rootFrame().frameFormat()
        form.setLeftMargin(self._left)
        form.setRightMargin(max(float(right) if self._page.mirrored else 10.0, width - column - self._left))
        self._width = width - self._left - form.rightMargin()
        form.setTopMargin(TOP)
        form.setBottomMargin(BOTTOM)
        self._page.rootFrame().setFrameFormat(form)
        self._unsee()

    @property
    def column(self) -> tuple[float, float]:
        """Left edge and width of the reading column, in the viewport."""
        return self._left, self._width

    @property
    def right_gutter(self) -> float:
        """The room on the right of the column that belongs to badges: a text read from the right has them there."""
        return float(GUTTER) if self._page is not None and self._page.mirrored else 0.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._page is not None and event.size().width() != event.oldSize().width():
            place = self.first_visible() if self.verticalScrollBar().value() else 0
            if place > FAR:
                self._set_document()  # Qt would lay this one out from its beginning, twice
            self._centre()
            super().resizeEvent(event)
            if self.viewport().width() != event.size().width():  # the scroll bar came or went
                self._centre()
            self._unsee()
            if self._page.has_tables and self._page.room != min(self._room(), self._page.styles.column):
                self._set_document()
            if place:
                self.to_top(place)
            self.laidOut.emit()
            return
        super().resizeEvent(event)

    # -- pictures --------------------------------------------------------------------------------------------------

    def _picture(self, block: Block) -> QPixmap | None:
        if not self._session.is_open:
            return None
        ratio = self.devicePixelRatioF()
        return self.figures.picture(block, round(self.column[1] * ratio))

    def _fit_picture(self, id: str) -> None:
        """Give a figure the height of its picture."""
        for block in self._page.blocks if self._page is not None else ():
            if block.kind is BlockKind.FIGURE and block.attrs.get("picture") == id:
                pixmap = self._picture(block)
                if pixmap is not None and self._page is not None:
                    self._page.give_height(block, height_in(pixmap, self.column[1]))
                    self._unsee()
        self.viewport().update()

    # -- painting --------------------------------------------------------------------------------------------------

    def repaint_marks(self, moved: list[PageAnnotation]) -> None:
        """Marks came, went or are others: paint what shows that. For the view to paint less."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        page, area = self.visible_page(), event.region()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.paper)
        read = [part for part in bands(area) if self._holds_words(part)]
        if page is not None and self._page is not None and (read or self._is_meta_or_badges(event.rect())):
            self._paint_under(painter, page, self._page, area)
        for part in read:
            self.paint_words(painter, part)
        if page is not None and read:
            self.paint_over(painter, page)
        painter.end()

    def _holds_words(self, part: QRect) -> bool:
        """Whether there may be words, or what stands round them, in a part of the viewport."""
        left, width = self.column
        return part.right() >= left - _ROUND and part.left() <= left + width + _ROUND

    def _is_meta_or_badges(self, part: QRect) -> bool:
        left, width = self.column
        in_margin = part.left() <= left or (self.right_gutter > 0 and part.right() >= left + width)
        return in_margin or part.top() + self.scrolled().y() < TOP

    def _paint_under(self, painter: QPainter, page: Page, document: ArticleDocument, area: QRegion) -> None:
        left, width = self.column
        article, revision = self._session.article, self._session.revision
        baseline = _META - self.scrolled().y()
        if article is not None and revision is not None and baseline > 0 and area.boundingRect().top() < _META + TOP:
            room = max(width, self.viewport().width() - left - _META)
            mirrored = document.starts_mirrored
            if mirrored:
                left, room = max(_META, left + width - room), min(room, left + width - _META)
            paint_meta(
                painter, meta_parts(article, revision, self.locale()), left, baseline, room, self._theme, self._facts,
                mirrored=mirrored,
            )  # fmt: skip
        self._around.paint(painter, page, document, *self.column)
        self.paint_chosen(painter, page)
        shown = document.code_point(page.start), document.code_point(page.end) + 1
        hits = [(self.boxes(page, span), current) for span, current in self.finder.between(*shown)]
        cursor = self.textCursor()
        selected = page.rects(cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else []

        def over_tints() -> None:
            paint_boxes(painter, selected, self._theme.selection)
            paint_hits(painter, hits, self._theme)

        self.marks.paint(
            painter, page, document, self.index, self.state, self.column,
            over_tints, area,
        )  # fmt: skip
        self._inline.paint(painter, page, document)

    def paint_chosen(self, painter: QPainter, page: Page) -> None:
        """What lies under the marks: the reading cursor, chosen pieces. For the view to fill in."""

    def paint_bar(self, painter: QPainter, page: Page, boxes: list[QRectF]) -> None:
        """The bar at the lines of `boxes`, on the side where they begin."""
        left, width = self.column
        line = next((line for line in page.lines if line.top == boxes[0].top()), None)
        x = left + width + 5 if line is not None and line.mirrored else left - 7
        height = boxes[-1].bottom() - boxes[0].top() - 6
        painter.fillRect(QRectF(x, boxes[0].top() + 3, 2, height), self._theme.accent)

    def paint_over(self, painter: QPainter, page: Page) -> None:
        """What lies over the words: the handles of the chosen mark. For the view to fill in."""

    def flash(self) -> None:
        """Light the chosen mark up for a moment."""
        self._flash.stop()
        self._flash.start()

    def _flashed(self, value: float) -> None:
        self.state.flash = float(value)
        self.viewport().update()
