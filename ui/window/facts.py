"""The open article's facts corrected: the dialog, and what it gives as one step of undo."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from reader.edits import correct_facts
from reader.errors import FactError
from reader.text.invariants import frozen
from reader.text.typed_date import typed_date
from ui.desk import Desk
from ui.dialogs.facts import FactsDialog
from ui.dialogs.parts import open_within_screen
from ui.language import i18n


def edit_facts(desk: Desk) -> None:
    """Correct the open article's title, byline, day of publishing and address."""
    article = desk.session.article
    if article is None:
        desk.say(QCoreApplication.translate("MainWindow", "Open an article first."))
        return
    dialog = FactsDialog(article, desk.window)
    dialog.saveWanted.connect(partial(_take, desk, dialog, article.id))
    open_within_screen(dialog)


def _take(desk: Desk, dialog: FactsDialog, article_id: str, given: Mapping[str, str]) -> None:
    values = {name: frozen(text) for name, text in given.items()}
    try:
        if "published" in values:
            values["published"] = typed_date(values["published"], i18n.chosen(desk.settings.values.language))
        edit = correct_facts(desk.session.library.article(article_id), values)
    except FactError as error:
        dialog.refuse(error.message)
        return
    if desk.session.do(edit):
        dialog.accept()
        desk.view.setFocus()
