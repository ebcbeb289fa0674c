"""Undo and redo where the reader is: what lies elsewhere is gone to first, and no article comes or goes unasked.

The rule, which menu and line below say beforehand by naming the step:

1. The last step of all, when it is one of the library as a whole (labels, a claim's wording): at once.
2. Else the last step of the open article: at once.
3. The open article has none left: the last step of all, elsewhere. The first press opens its article, at the mark that
   it changed; there it is the article's last step, and the next press takes it back.
4. A step by which articles come or go (added, into or out of the trash) is asked about, wherever it is.

Redo goes by the same rule through the steps that were taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader.model.annotations import Annotation
from reader.model.steps import Step
from ui.desk import Desk
from ui.language.i18n import edit_name
from ui.language.steps import shortened
from ui.window.dialogs import message


class Undoing(QObject):
    """What the actions undo and redo do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def undo(self) -> None:
        """Take the next step back, or go to where it was made."""
        self._desk.panel.apply_drafts()
        self._take(self._desk.session.next_undo, again=False)

    def redo(self) -> None:
        """Do the next step again, or go to where it was made."""
        self._desk.panel.apply_drafts()
        self._take(self._desk.session.next_redo, again=True)

    def _take(self, step: Step | None, *, again: bool) -> None:
        if step is None:
            return
        if step.moves:
            self.ask(step, again=again)
        elif self._elsewhere(step):
            self.go(step)
            undo, redo = self.tr("{0}: press once more to undo."), self.tr("{0}: press once more to do it again.")
            self._desk.say((redo if again else undo).format(edit_name(step.name)))
        else:
            self.carry_out(step, again=again)

    def _elsewhere(self, step: Step) -> bool:
        session = self._desk.session
        if step.everywhere:
            return False
        return session.article is None or not session.library.step_touches(step.number, session.article.id)

    def take_back(self, step: Step) -> None:
        """Take that step back, which need not be the next; asked when an article comes or goes by it."""
        if step.moves:
            self.ask(step, again=False)
        else:
            self._desk.session.take_back(step.number)

    # -- asking ----------------------------------------------------------------------------------------------------

    def ask(self, step: Step, *, again: bool) -> None:
        """Ask before an article comes or goes; Enter does it, Esc leaves all as it is."""
        yes = self.tr("&Redo") if again else self.tr("&Undo")
        asked = self.tr("Redo “{0}”?") if again else self.tr("Undo “{0}”?")
        text = "\n".join([asked.format(edit_name(step.name)), "", *self._consequences(step, again=again)])
        self._question(text, yes, partial(self.carry_out, step, again=again))

    def ask_from_here(self, step: Step) -> None:
        """Ask before all steps of the step's article from that one on are taken back, the last of them first."""
        numbers = self._desk.session.library.steps_since(step.number, step.articles[0].article_id)
        text = self.tr("Undo %n step(s) of “{0}”, back to and with “{1}”?", "", len(numbers))
        text = text.format(shortened(step.articles[0].title), edit_name(step.name))
        whole = self.tr("All of them are taken back, or none; redo brings them again one by one.")
        lines = [text, "", *self._consequences(step, again=False), whole]
        self._question("\n".join(lines), self.tr("&Undo"), partial(self._desk.session.take_all_back, numbers))

    def _question(self, text: str, yes: str, act: Callable[[], object]) -> None:
        from PySide6.QtWidgets import QMessageBox  # no first paint needs it

        box = message(QApplication.activeModalWidget() or self._desk.window, text)
        sure = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(sure)
        sure.clicked.connect(lambda: act())
        box.open()

    def _consequences(self, step: Step, *, again: bool) -> list[str]:
        """Which articles come and go by it, a sentence each."""
        comes, goes = (step.comes, step.goes) if again else (step.goes, step.comes)
        title = shortened(step.articles[0].title)
        lines = []
        if goes == 1:
            lines.append(self.tr("“{0}” goes from the list, with its marks.").format(title))
        elif goes:
            lines.append(self.tr("%n article(s) go from the list, with their marks.", "", goes))
        if comes == 1:
            lines.append(self.tr("“{0}” comes back to the list.").format(title))
        elif comes:
            lines.append(self.tr("%n article(s) come back to the list.", "", comes))
        return lines

    # -- going and doing -------------------------------------------------------------------------------------------

    def go(self, step: Step) -> None:
        """Open the step's article at the mark that it changed, or where that stood."""
        desk, article_id = self._desk, step.articles[0].article_id
        if desk.session.article is None or desk.session.article.id != article_id:
            desk.open(article_id)
        mark = desk.session.library.mark_of(step.number, article_id)
        if mark is not None:
            self._show(mark)

    def _show(self, mark: Annotation) -> None:
        desk, revision = self._desk, self._desk.session.revision
        if desk.panel.model.holds(mark.id):
            desk.view.select_mark(mark.id)
            desk.panel.reveal(mark.id)
        elif revision is not None and revision.id == mark.anchor.revision_id:
            desk.view.scroll_to(mark.anchor.spans[0])

    def carry_out(self, step: Step, *, again: bool) -> None:
        """Do it. The keyboard stays where it is while that is there; an article that comes onto an empty desk is
        opened."""
        session, focus = self._desk.session, QApplication.focusWidget()
        (session.do_again if again else session.take_back)(step.number)
        comes = step.comes if again else step.goes
        if session.article is None and comes == 1 and step.count == 1:
            self._desk.open(step.articles[0].article_id)
        if focus is None or QApplication.focusWidget() is not focus:
            self._to_text()

    def _to_text(self) -> None:
        desk = self._desk
        if desk.session.article is not None:
            desk.view.setFocus()
        else:
            (desk.library.list if desk.library.isVisible() else desk.welcome).setFocus()
