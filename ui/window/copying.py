"""Ctrl+C and Ctrl+Shift+C: whatever is chosen can be copied, a quotation with its source."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.article.copying import Quotation, copied, source_line
from ui.desk import Desk, is_typing
from ui.here import Target

translate = QCoreApplication.translate


def copy(desk: Desk) -> None:
    """Copy what is chosen where the keyboard is: words of a field, articles of the list, quotations of the article."""
    focus = QApplication.focusWidget()
    if is_typing():
        field_copy = getattr(focus, "copy", None)
        if callable(field_copy):
            field_copy()
    elif focus is not None and desk.library.isAncestorOf(focus):
        _copy_articles(desk)
    else:
        _copy_quotations(desk, with_source=False)


def copy_with_source(desk: Desk) -> None:
    """Copy the chosen words, sentence or marks, with a line that says where they stand."""
    _copy_quotations(desk, with_source=True)


def _copy_quotations(desk: Desk, *, with_source: bool) -> None:
    article, revision, found = desk.session.article, desk.session.revision, _quotations(desk)
    if article is None or revision is None or not found:
        desk.say(translate("Copying", "Choose words, a sentence or a mark first: there is nothing to copy."))
        return
    source = source_line(article, revision, desk.view.locale()) if with_source else ""
    QGuiApplication.clipboard().setMimeData(copied(revision, found, source))
    with_line = translate("Copying", "Copied with its source.")
    desk.say(with_line if with_source else translate("Copying", "Copied."))


def _quotations(desk: Desk) -> list[Quotation]:
    here = desk.session.here
    if here.target is not Target.MARKS:
        return [here.spans] if here.spans else []
    return [desk.view.index.marks[id].spans for id in here.marks if id in desk.view.index]


def _copy_articles(desk: Desk) -> None:
    library = desk.session.library
    chosen = [library.article(id) for id in desk.library.selected()]
    lines = [" ".join(part for part in (article.title, article.url) if part) for article in chosen]
    if lines:
        QGuiApplication.clipboard().setText("\n".join(lines))
        desk.say(translate("Copying", "Copied."))
