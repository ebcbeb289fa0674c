"""What the parts of the window work with, in place of the window: the session, the panes, and how to say things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from reader.errors import NotFoundError, TilikError
from reader.messages import Words
from reader.model.spans import Span
from ui.actions.actions import Actions
from ui.actions.reading_keys import ReadingKeys
from ui.annotations.panel import AnnotationPanel
from ui.article.view import ArticleView
from ui.frame.banner import Banner
from ui.frame.folding import Folding
from ui.frame.header import Header
from ui.frame.history import History, Spot
from ui.frame.places import Places
from ui.frame.status_bar import StatusBar
from ui.frame.welcome import Welcome
from ui.jobs import Jobs
from ui.language.messages import sentence
from ui.library.pane import LibraryPane
from ui.look.theme import Theme
from ui.session import Session
from ui.settings import ReadingFace, Settings

translate = QCoreApplication.translate


@dataclass(eq=False, repr=False, match_args=False)
class Desk:
    """One value that each part of the window is given. `window` is the parent of dialogs and of what lives as long.

    `middle` holds the text, in `column`, between the panes; `body` is all below the menu bar. `theme` is the one that
    the window wears now. `heir` is the desk of the window that took this one's place, in another language.
    """

    window: QMainWindow
    session: Session
    settings: Settings
    jobs: Jobs
    theme: Theme
    commands: Actions
    reading_keys: ReadingKeys
    header: Header
    library: LibraryPane
    view: ArticleView
    panel: AnnotationPanel
    banner: Banner
    welcome: Welcome
    status: StatusBar
    body: QWidget
    middle: QWidget
    column: QVBoxLayout
    folding: Folding
    places: Places
    history: History
    heir: Desk | None = None

    @property
    def latest(self) -> Desk:
        """The desk of the window that is on the screen: where a job that ends reports."""
        desk = self
        while desk.heir is not None:
            desk = desk.heir
        return desk

    # -- saying ----------------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Say `text` in the line below for a while."""
        self.status.say(text)

    def warn(self, words: Words) -> None:
        """Say what failed, above the text, until it is read; what the core says is put in the reader's language."""
        self.banner.tell(sentence(words))

    def refuse(self, words: Words) -> None:
        """Say why something was not done where the reader is; it goes away when another article is opened."""
        self.banner.tell(sentence(words), about=self.session.article.id if self.session.article else "nothing")

    def guarded(self, act: Callable[[], object]) -> None:
        """Do `act`; warn of what it refuses."""
        try:
            act()
        except TilikError as error:
            self.refuse(error.message)

    # -- going -----------------------------------------------------------------------------------------------------

    def open(self, article_id: str) -> None:
        """Put an article on the desk, where the reader left it."""
        self._put_on_desk(article_id)
        self.view.setFocus()

    def open_first(self, article_id: str) -> bool:
        """Put an article on an empty desk while nothing is being typed; False when that is not so.

        The keyboard stays where it is, unless it was on the empty desk.
        """
        if self.session.article is not None or is_typing():
            return False
        focus = QApplication.focusWidget()
        stays = focus is not None and not self.middle.isAncestorOf(focus)
        self._put_on_desk(article_id)
        if not stays:
            self.view.setFocus()
        return True

    def here(self) -> Spot | None:
        """Return where the reader is; None at an empty desk."""
        article = self.session.article
        return Spot(article.id, self.view.first_visible()) if article is not None else None

    def back(self) -> None:
        """Go to where the reader was before the last jump."""
        if not self._return_to(self.history.back):
            self.say(translate("Desk", "There is nothing to go back to."))

    def forward(self) -> None:
        """Go to where `back` came from."""
        if not self._return_to(self.history.forward):
            self.say(translate("Desk", "There is nothing to go forward to."))

    def _return_to(self, step: Callable[[Spot | None], Spot | None]) -> bool:
        """False when there is no step; one to an article that is gone is passed over."""
        while (spot := step(self.here())) is not None:
            article = self.session.article
            if article is None or article.id != spot.article_id:
                if not self._is_there(spot.article_id):
                    continue
                self._load(spot.article_id)
            self.view.to_top(spot.position)
            self.view.setFocus()
            return True
        return False

    def _is_there(self, article_id: str) -> bool:
        try:
            self.session.library.article(article_id)
        except NotFoundError:
            return False
        return True

    def _put_on_desk(self, article_id: str) -> None:
        self.history.leave(self.here())
        self._load(article_id)

    def _load(self, article_id: str) -> None:
        self.panel.apply_drafts()
        self.places.keep()
        self.session.open(article_id)

    def open_hit(self, article_id: str, annotation_id: str) -> None:
        """Put an article on the desk at one of its marks, or at the words that were searched."""
        self.open(article_id)
        if annotation_id:
            self.view.select_mark(annotation_id)

    def go(self, annotation_id: str) -> None:
        """Go to a mark, in this article or another."""
        if self.panel.model.holds(annotation_id):
            self.history.leave(self.here())
        else:
            self.open(self.session.library.annotation(annotation_id).article_id)
        self.view.select_mark(annotation_id)
        self.panel.reveal(annotation_id)

    def go_to(self, place: Span) -> None:
        """Go to a place of the article, from which `back` comes back."""
        self.history.leave(self.here())
        self.view.read_at(place)

    def search(self, words: str) -> None:
        """List the articles and marks that hold `words`, in the library pane, which is unfolded for it."""
        if words and self.library.isHidden():
            self.folding.fold("library", shown=True)
        self.library.search(words)

    def zoom(self, steps: int) -> None:
        """Set the text larger by so many steps, or smaller."""
        face = self.settings.values.face
        self.set_face(replace(face, size=face.size + steps))

    def set_face(self, face: ReadingFace) -> None:
        """Set the text in `face` from now on; the first visible words stay where they are."""
        face = face.clamped()
        self.settings.note(face=face)
        self.wear_face(face)

    def wear_face(self, face: ReadingFace) -> None:
        """Set the text in `face`, and the panel in letters that go with it."""
        self.view.set_face(face)
        self.panel.set_text_size(face.beside)


def is_typing() -> bool:
    """Return whether the keyboard is in a field that takes letters, or in a dialog or menu that is open."""
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit  # not at the start

    focus = QApplication.focusWidget()
    if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
        return True
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not focus.isReadOnly()
    return isinstance(focus, QComboBox) and focus.isEditable()
