"""What the parts of the window work with, in place of the window: the session, the panes, and how to say things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from reader.errors import TilikError
from reader.messages import Words
from ui.actions.actions import Actions
from ui.annotations.panel import AnnotationPanel
from ui.article.view import ArticleView
from ui.frame.banner import Banner
from ui.frame.folding import Folding
from ui.frame.header import Header
from ui.frame.places import Places
from ui.frame.status_bar import StatusBar
from ui.frame.welcome import Welcome
from ui.jobs import Jobs
from ui.language.messages import sentence
from ui.library.pane import LibraryPane
from ui.look.theme import Theme
from ui.session import Session
from ui.settings import ReadingFace, Settings


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

    def _put_on_desk(self, article_id: str) -> None:
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
        if not self.panel.model.holds(annotation_id):
            self.open(self.session.library.annotation(annotation_id).article_id)
        self.view.select_mark(annotation_id)
        self.panel.reveal(annotation_id)

    def search(self, words: str) -> None:
        """List the articles and marks that hold `words`, in the library pane, which is unfolded for it."""
        if words and self.library.isHidden():
            self.folding.fold("library", shown=True)
        self.library.search(words)

    def set_face(self, face: ReadingFace) -> None:
        """Set the text in `face` from now on; the first visible words stay where they are."""
        face = face.clamped()
        self.settings.update(face=face)
        self.view.set_face(face)


def is_typing() -> bool:
    """Return whether the keyboard is in a field that takes letters, or in a dialog or menu that is open."""
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit  # not at the start

    focus = QApplication.focusWidget()
    if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
        return True
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not focus.isReadOnly()
    return isinstance(focus, QComboBox) and focus.isEditable()
