"""The window of the claims board: four pages over one scope, and the chosen claim or source at the side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from reader.board.values import Row
from reader.messages import Words
from reader.model.annotations import Annotation
from reader.model.claims import Source
from reader.model.erasing import Erasure
from ui.board.acts import Acts
from ui.board.chain_page import ChainPage
from ui.board.claims_page import ClaimsPage
from ui.board.gatherer import Gatherer
from ui.board.matrix_page import MatrixPage
from ui.board.picture import SCREEN, Picture, View
from ui.board.side import Side
from ui.board.sources_page import SourcesPage
from ui.dialogs.parts import open_within_screen, words
from ui.jobs import Jobs
from ui.language.messages import translate_message
from ui.look.keys import native
from ui.look.theme import Theme
from ui.session import Session

Scope = tuple[str, str, Callable[[], Sequence[str] | None]]  # key, name, and which articles


class BoardWindow(QWidget):
    """`placeWanted` carries an article and a mark, `addressWanted` an address that somebody wants to open."""

    placeWanted = Signal(str, str)
    addressWanted = Signal(str)
    eraseWanted = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, scopes: Sequence[Scope], chosen_mark: Callable[[], str], theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Claims board – Tilik"))
        self.setObjectName("board")
        self._fit()
        self._session = session
        self._scopes = {key: call for key, _, call in scopes}
        self._picture: Picture | None = None
        self._ids: Sequence[str] | None = None
        self.acts = Acts(session, self)
        self.gatherer = Gatherer(session, jobs, self._articles, self._view, self)
        self.scope = QComboBox(self)
        self.counts = words("", self)
        self.pages = QTabWidget(self)
        self.claims, self.matrix = ClaimsPage(self), MatrixPage(theme, self)
        self.chain, self.sources = ChainPage(self), SourcesPage(self)
        self.side = Side(session, self.acts, chosen_mark, self)
        self._name(scopes)
        self._lay_out()
        self._connect()

    # -- made once -------------------------------------------------------------------------------------------------

    def _name(self, scopes: Sequence[Scope]) -> None:
        for key, name, _ in scopes:
            self.scope.addItem(name, key)
        self.scope.setCurrentIndex(self.scope.count() - 1)
        self.scope.setAccessibleName(self.tr("Articles of the board"))
        self.scope.setToolTip(self.tr("Which articles the board is of"))
        self.pages.setAccessibleName(self.tr("Pages of the board"))
        for number, (page, name) in enumerate((
            (self.claims, self.tr("Claims")), (self.matrix, self.tr("Who says what")),
            (self.chain, self.tr("Chain of reporting")), (self.sources, self.tr("Sources")),
        ), 1):  # fmt: skip
            self.pages.addTab(page, name)
            self.pages.setTabToolTip(number - 1, f"{name} ({native(f'Alt+{number}')})")

    def _fit(self) -> None:
        """Most of the screen: a matrix is wide."""
        room = self.screen().availableGeometry()
        self.resize(min(room.width() - 40, max(1240, room.width() * 4 // 5)), min(room.height() - 40, 1000))

    def _lay_out(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(12, 10, 12, 4)
        head.setSpacing(12)
        head.addWidget(self.scope)
        head.addWidget(self.counts, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.splitter.setSizes([840, 400])
        self.splitter.setHandleWidth(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.scope.activated.connect(lambda _at: self._pick())
        self.gatherer.gathered.connect(self._show)
        self.gatherer.failed.connect(self._warn)
        self.gatherer.filled.connect(self.claims.filled)
        self.gatherer.filled.connect(self._fill_matrix)
        self.gatherer.arranged.connect(self.claims.take)
        self.claims.model.arrangingWanted.connect(self.gatherer.arrange)
        for model in (self.claims.model, self.matrix.model):
            model.linesWanted.connect(self.gatherer.want)
        self.acts.failed.connect(self._warn)
        self._session.failed.connect(self._warn)
        self._session.articleOpened.connect(self._follow_article)
        self._session.articleClosed.connect(self._follow_article)
        self.claims.chosen.connect(self._choose)
        self.claims.wanted.connect(self._do)
        self.matrix.chosen.connect(lambda row: self._choose([row]))
        self.matrix.silenceWanted.connect(self.acts.silence)
        self.sources.openWanted.connect(self._open_source)
        self.sources.chosen.connect(self.side.show_sources)
        self.sources.mergeWanted.connect(self.acts.merge_sources)
        self.sources.deleteWanted.connect(self.acts.delete_sources)
        self.sources.eraseWanted.connect(self.eraseWanted)
        self.sources.newWanted.connect(self.acts.new_source)
        for page in (self.matrix, self.chain, self.side):
            page.placeWanted.connect(self._place)
        self.side.addressWanted.connect(self.addressWanted)
        self.pages.currentChanged.connect(self._turned)
        self._keys()

    def _keys(self) -> None:
        again = partial(self._session.undo_newest, again=True)
        calls: dict[str, Callable[[], object]] = {
            "Ctrl+Z": self._session.undo_newest, "Ctrl+Shift+Z": again, "Ctrl+Y": again,
            "Esc": self.close, "Ctrl+W": self.close, "Ctrl+F": self._find,
        }  # fmt: skip
        calls |= {f"Alt+{n + 1}": partial(self.pages.setCurrentIndex, n) for n in range(self.pages.count())}
        for key, call in calls.items():
            QShortcut(QKeySequence(key), self).activated.connect(call)

    def _find(self) -> None:
        page = self.sources if self.pages.currentWidget() is self.sources else self.claims
        self.pages.setCurrentWidget(page)
        page.filter.setFocus()
        page.filter.selectAll()

    # -- what it shows ---------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # a window that was folded away only comes back
            self._forget_order()
        self.gatherer.watch(True)
        self.claims.table.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.side.save()
        self.gatherer.watch(False)
        super().closeEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Tint in `theme` from now on."""
        self.matrix.set_theme(theme)

    def choose_scope(self, key: str) -> None:
        """Show the articles of that scope: `article`, `chosen` or `library`."""
        self.scope.setCurrentIndex(max(0, self.scope.findData(key)))
        self._pick()

    def _pick(self) -> None:
        """The articles are those of now: choosing others in the library meanwhile changes nothing here."""
        self._ids = self._scopes[str(self.scope.currentData())]()
        self._forget_order()
        self.gatherer.ask()

    def _forget_order(self) -> None:
        """What is read next stands in its own order; from then on rows keep their place."""
        self.claims.forget_order()
        self.matrix.forget_order()

    def _articles(self) -> Sequence[str] | None:
        return self._ids

    def _follow_article(self) -> None:
        if self.isVisible() and self.scope.currentData() == "article":
            self._pick()

    def _view(self) -> View:
        """What is to be read again when it changes."""
        page = self.pages.currentWidget()
        worked = [*self.claims.keys()[:SCREEN], self._key_of(self.side.row)]
        keys = {key: None for key in (*worked, *self.claims.on_screen(), *self.matrix.on_screen()) if key}
        return View(tuple(keys), self.claims.model.filtered, page is self.matrix, page is self.sources)

    def _key_of(self, row: Row | None) -> int:
        return self.gatherer.rows.keys.get(row.id, 0) if row is not None else 0

    def _show(self, picture: Picture) -> None:
        self._picture = picture
        index, read = picture.index, self.gatherer.rows
        count = len(index.keys)
        self.counts.setText(
            " · ".join((self.tr("%n claim(s)", "", count), self.tr("%n article(s)", "", index.articles)))
        )
        self.side.show_picture(picture, read)
        self.claims.show_picture(picture, read)
        self.matrix.show_picture(picture, read)
        self.sources.show_picture(picture)
        if not self.claims.keys() and count and self.pages.currentWidget() is self.claims and not self.side.row:
            self.claims.choose([index.keys[0]])

    def _fill_matrix(self) -> None:
        if self.pages.currentWidget() is self.matrix:
            self.matrix.filled()

    def _choose(self, rows: Sequence[Row], count: int = -1) -> None:
        if self.pages.currentWidget() is self.sources:
            return
        self.side.show_rows(rows, count)
        self.chain.show_row(rows[0] if len(rows) == 1 else None)

    def _turned(self, _page: int) -> None:
        page = self.pages.currentWidget()
        if page is not self.claims and self._picture is not None and not self._picture.few:
            self.gatherer.look_again()
        if page is self.sources:
            self.side.show_sources(self.sources.selected())
            return
        keys, rows = self.claims.keys(), self.claims.rows()
        if page is self.matrix and keys:
            self.matrix.select(keys[0])
        self._choose(rows if keys or self.side.row is None else [self.side.row], len(keys) if keys else -1)

    def _warn(self, reason: Words) -> None:
        if self.isVisible():
            self.counts.setText(translate_message(reason))

    # -- what it does ----------------------------------------------------------------------------------------------

    def _place(self, mark: Annotation) -> None:
        self.side.save()
        self.placeWanted.emit(mark.article_id, mark.id)

    def _do(self, asked: str) -> None:
        """Do it with the chosen rows, as soon as all of them are read."""
        if keys := self.claims.keys():
            self.gatherer.whole_rows(keys, lambda rows: self._do_with(asked, rows))

    def _do_with(self, asked: str, rows: Sequence[Row]) -> None:
        if asked == "open" and rows and rows[0].mentions:
            self._place(rows[0].mentions[0])
        elif asked == "merge" and len(rows) > 1:
            self._merge(rows)
        elif asked == "split" and len(rows) == 1 and len(rows[0].mentions) > 1:
            self._split(rows[0])
        elif asked == "delete" and rows:
            self.acts.delete(rows)
        elif asked == "erase" and (claims := tuple(row.claim.id for row in rows if row.claim is not None)):
            self.side.save()
            self.eraseWanted.emit(Erasure(claims=claims))

    def _merge(self, rows: Sequence[Row]) -> None:
        from ui.board.joining import MergeQuestion

        question = MergeQuestion([row.wording for row in rows], self)
        question.accepted.connect(lambda: self.acts.merge(rows, rows[question.kept]))
        open_within_screen(question)

    def _split(self, row: Row) -> None:
        from ui.board.joining import SplitQuestion

        line = self.gatherer.rows.lines[self._key_of(row)]
        question = SplitQuestion(row.mentions, line.articles, self)
        question.accepted.connect(lambda: self.acts.split(row, question.marks, question.wording))
        open_within_screen(question)

    def _open_source(self, source: Source) -> None:
        self.gatherer.first_naming(source.id, self._place)
