"""The left pane: the states with their counts, and below them the articles of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from reader import edits
from reader.errors import TilikError
from reader.messages import Message
from reader.model.articles import State
from reader.query import ORDERS, Query, parse
from ui.jobs import Jobs
from ui.language.messages import translate_message
from ui.library.article_list import ArticleList
from ui.library.card import ArticleDelegate
from ui.library.choice import Choice
from ui.library.model import LibraryModel, Role
from ui.library.search_results import SearchResults
from ui.library.state_list import StateList
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme
from ui.session import Session


class LibraryPane(QWidget):
    """`articleActivated` carries the article to open, `hitActivated` an article and a mark in it (or ""); `stateChosen`
    the state that is shown (None: all); `menuWanted` the articles that a menu is wanted of and where on the screen;
    `said` a sentence on what was done, `filled` whether the library has articles. `deleteWanted` asks for articles of
    the trash to be deleted for good."""

    articleActivated = Signal(str)
    hitActivated = Signal(str, str)
    stateChosen = Signal(object)
    menuWanted = Signal(object, QPoint)
    said = Signal(str)
    filled = Signal(bool)
    deleteWanted = Signal(object)

    def __init__(self, session: Session, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self._session = session
        self.states = StateList(session, theme, self)
        self.model = LibraryModel(session, jobs, self)
        self.list = ArticleList(self)
        self.results = SearchResults(session, theme, jobs, self)
        self.empty = self._nothing()
        self._first: tuple[str, int, int] = "", 0, 0  # what stands first: article, row, pixels from the top
        self._delegate = ArticleDelegate(theme, session, self.list)
        self._count = QLabel(self)
        self._sort = self._sort_button()
        self._words = ""
        self._wants_hits = False  # whether what is typed asks for hits, and not for a list
        self._base = Query()  # the state and the order that were chosen, without what is typed
        self._dress_list()
        self.choice = Choice(self.list, self.model)
        self._lay_out()
        self._connect()

    # -- made once -------------------------------------------------------------------------------------------------

    def _dress_list(self) -> None:
        self.list.dress(self.model, self._delegate)
        self.list.setAccessibleName(self.tr("Articles"))
        self.list.setToolTip(self.tr("Articles (Enter opens, E moves to done, Del to the trash, and there for good)"))
        self.setFocusProxy(self.list)

    def _nothing(self) -> QLabel:
        words = QLabel(self.tr("Your library is empty."), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setMargin(16)
        return words

    def _sort_button(self) -> QToolButton:
        button, menu = QToolButton(self), QMenu(self)
        names = {
            "added": self.tr("Newest added first"),
            "published": self.tr("Newest published first"),
            "title": self.tr("By title"),
            "site": self.tr("By site"),
        }
        for order in ORDERS:
            action = menu.addAction(names[order])
            action.setCheckable(True)
            action.setChecked(order == "added")
            action.triggered.connect(lambda _checked=False, order=order: self.sort(order))
        button.setText(self.tr("Sort"))
        button.setAccessibleName(self.tr("Sort the articles"))
        button.setToolTip(self.tr("Sort the articles"))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _lay_out(self) -> None:
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)  # a reason is a sentence: it must not push the text aside
        self._count.setObjectName("section")
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 4)
        head.addWidget(self._count, 1)
        head.addWidget(self._sort)
        self._stack = QStackedWidget(self)
        for page in (self.list, self.results, self.empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.states)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.states.chosen.connect(self._choose_state)
        self.list.clicked.connect(self._clicked)
        self.list.opened.connect(self._open)
        self.list.moveWanted.connect(self._take_key)
        self.list.customContextMenuRequested.connect(self._menu)
        self.results.hitActivated.connect(self.hitActivated)
        self.results.answered.connect(self._show_hits)
        self.results.refused.connect(self._say)
        self.model.refused.connect(self._say)
        self.model.modelAboutToBeReset.connect(self._hold)
        self.model.modelReset.connect(self._reset)
        self._session.libraryOpened.connect(self._look)
        self._session.articleOpened.connect(self._follow)
        self._session.articleClosed.connect(self._follow)
        self._reset()

    # -- what is shown ---------------------------------------------------------------------------------------------

    def search(self, words: str) -> None:
        """Look for `words` and filters in the library; no words show the list again.

        What takes long is found beside the window: what is in sight stays until the answer is there, and what was
        looked for before is looked for no longer.
        """
        self._words = words.strip()
        self._look()

    def _look(self) -> None:
        if not self._words or not self._session.is_open:
            self._list(self._base)
            return
        try:
            query = parse(self._words)
        except TilikError as error:
            self.results.stop()
            self.model.stay()
            self._wants_hits = False
            self._say(error.message)
            return
        if query.has_hits:
            self._wants_hits = True
            self.model.stay()
            self.results.ask(query.words)
        else:  # filters choose articles; words among them, and those that are not wanted, narrow the list
            state, order = query.state or self._base.state, self._base.order
            self._list(replace(query, state=state, order=order, descending=self._base.descending))

    def _list(self, query: Query) -> None:
        """Show the articles that `query` finds, when they are found."""
        self.results.stop()
        self._wants_hits = False
        self.model.ask(query)
        if self.model.query == query:
            self._show_list()

    def _show_hits(self, found: int, more: bool) -> None:
        self._tell(self.tr("The first %n hit(s)", "", found) if more else self.tr("%n hit(s)", "", found))
        self._stack.setCurrentWidget(self.results)

    def _say(self, reason: Message) -> None:
        text = translate_message(reason)
        self._tell(text, text)  # where a low window has no room for all of it

    def _tell(self, text: str, hint: str = "") -> None:
        self._count.setText(text)
        self._count.setToolTip(plain_tooltip(hint))

    def sort(self, order: str) -> None:
        """Order the list by `added`, `published`, `title` or `site`."""
        for action in self._sort.menu().actions():
            action.setChecked(action is self._sort.menu().actions()[ORDERS.index(order)])
        descending = order in ("added", "published")
        self._base = replace(self._base, order=order, descending=descending)
        self.model.ask(replace(self.model.wanted, order=order, descending=descending))

    def _choose_state(self, state: State | None) -> None:
        self._base = replace(self._base, state=state)
        # Where hits are shown, what is typed chooses among the articles of the state.
        wanted = replace(self._base, words=parse(self._words).words) if self._wants_hits else self.model.wanted
        self._list(replace(wanted, state=state))
        self.stateChosen.emit(state)

    def _hold(self) -> None:
        """Remember what stands first: the rows are read anew."""
        index, top = self.list.first_row()
        self._first = str(index.data(Role.ID) or ""), index.row(), top

    def _reset(self) -> None:
        """Say what there is now; what stood first stands there again, and what was chosen is chosen."""
        chosen = self.choice.take()
        if not self._wants_hits or self._stack.currentWidget() is not self.results:
            self._show_list()
        self.tell_filled()
        article_id, near, top = self._first
        self._follow(near)
        row = self.model.find(article_id, near)
        if not near and not top:
            self.list.scrollToTop()  # what is new there is to be seen
        elif row >= 0:
            self.list.executeDelayedItemsLayout()
            self.list.put_first(self.model.index(row), top)
        if len(chosen) > 1:
            self.choice.come_back(chosen, near)

    def _show_list(self) -> None:
        count = self.model.rowCount()
        # Before the library is open only the top of the list is known.
        self._tell(self.tr("%n article(s)", "", count) if self._session.is_open else "")
        nothing = self._session.is_open and not count and self.model.query == Query()
        self._stack.setCurrentWidget(self.empty if nothing else self.list)

    def tell_filled(self) -> None:
        """Say whether there is anything to choose from, once that is known."""
        if self._session.is_open:
            self.filled.emit(self.model.rowCount() > 0 or self._session.library.count() > 0)

    def _follow(self, near: int = 0) -> None:
        """Show which article is open, when it is one of those round the current row or the row `near`."""
        article = self._session.article
        self._delegate.opened = article.id if article else ""
        row = self.model.find(self._delegate.opened, max(near, self.list.currentIndex().row()))
        if row >= 0 and self.list.currentIndex().row() != row:
            self.choice.row(row)
        self.list.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in `theme` from now on."""
        for part in (self._delegate, self.states, self.results):
            part.set_theme(theme)
        self.list.viewport().update()

    # -- what the user does ----------------------------------------------------------------------------------------

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.choice.ids) == 1:
            self._open(str(index.data(Role.ID)))

    def _open(self, article_id: str) -> None:
        if article_id:
            self.articleActivated.emit(article_id)

    def step(self, direction: int) -> None:
        """Open the article after (1) or before (-1) the one that is open, or that is chosen when the list has not that
        one."""
        here = self.model.find(self._delegate.opened, self.list.currentIndex().row())
        row = max(0, (here if here >= 0 else self.list.currentIndex().row()) + direction)
        if row < self.model.rowCount():
            self.choice.row(row)
            self._open(str(self.model.index(row).data(Role.ID)))

    def select(self, article_ids: Sequence[str]) -> None:
        """Choose these articles, as far as they are at the top of the list or on the screen."""
        self.model.summary(0)  # reads the top
        self.choice.add([row for id in article_ids if (row := self.model.row_of(id)) >= 0])

    def selected(self) -> list[str]:
        """Return the ids of the chosen articles, from the top."""
        return self.choice.ids

    @property
    def filtered(self) -> bool:
        """Whether the list shows less than everything."""
        return replace(self.model.query, order=Query().order, descending=Query().descending) != Query()

    def listed(self) -> list[str]:
        """Return the ids of all articles of the list, in its order."""
        return self.model.ids(0, self.model.rowCount() - 1)

    def move_selected(self, state: State) -> None:
        """Move the chosen articles to `state`, as one step of undo."""
        self.move_articles(self.selected(), state)

    def move_articles(self, article_ids: Sequence[str], state: State) -> None:
        """Move articles to `state`, as one step of undo, and say how many they were."""
        articles = [self._session.library.article(id) for id in article_ids]
        if articles and self._session.do(edits.set_state(articles, state)):
            where = self.states.names()[state]
            self.said.emit(self.tr("Moved %n article(s) to {0}", "", len(articles)).format(where))

    @property
    def in_trash(self) -> bool:
        """Whether the trash is shown."""
        return self.model.query.state == State.TRASHED  # Qt gives the plain text of a state back

    def _take_key(self, state: State) -> None:
        """Del moves to the trash, and in the trash deletes for good."""
        if state is State.TRASHED and self.in_trash:
            self._delete_selected()
        else:
            self.move_selected(state)

    def _delete_selected(self) -> None:
        if chosen := self.selected():
            self.deleteWanted.emit(chosen)

    def _menu(self, at: QPoint) -> None:
        """Ask for a menu of the row there, and of all that are chosen when that is one of them."""
        index = self.list.indexAt(at)
        index = index if index.isValid() else self.list.currentIndex()
        article_id, chosen = str(index.data(Role.ID) or ""), self.selected()
        if article_id:
            self._point_at(article_id)
            self.menuWanted.emit(chosen if article_id in chosen else [article_id], self.list.viewport().mapToGlobal(at))

    def _point_at(self, article_id: str) -> None:
        self._delegate.pointed = article_id
        self.list.viewport().update()

    def menu_gone(self) -> None:
        """The menu of a row was closed."""
        self._point_at("")

    def show_progress(self, article_id: str, progress: float) -> None:
        """Say how much of an article was read by now."""
        self.model.show_progress(article_id, progress)
