"""The signals of the window: the widgets do not know each other, so they are connected here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF

from ui.annotations.draft import Draft
from ui.article.target_bar import TargetBar
from ui.desk import Desk
from ui.language import i18n
from ui.window import add_report, dialogs, label_filter, set_import
from ui.window.back_buttons import BackButtons
from ui.window.menus import Menus
from ui.window.parts import Parts


def connect_panes(parts: Parts, bar: TargetBar) -> None:
    """Connect the text, the panel and the library pane with what they ask for."""
    desk, marking = parts.desk, parts.marking
    view, panel, library = desk.view, desk.panel, desk.library
    view.markClicked.connect(marking.linking.finish)
    view.respanRequested.connect(marking.respan)
    view.pictureWanted.connect(partial(dialogs.picture, desk))
    view.linkActivated.connect(partial(dialogs.link, desk))
    view.placeWanted.connect(desk.go_to)
    view.copyWanted.connect(desk.commands["copy"].trigger)
    view.menuWanted.connect(partial(_text_menu, desk))
    view.readingMoved.connect(desk.places.note)
    view.zoomWanted.connect(desk.zoom)
    bar.labelChosen.connect(marking.use_label)
    bar.attributeChosen.connect(desk.commands["attribute_assertion"].trigger)
    bar.noteChosen.connect(marking.note)
    bar.linkChosen.connect(marking.link)
    panel.cardActivated.connect(marking.linking.finish)
    panel.cardActivated.connect(view.select_mark)
    panel.editRequested.connect(desk.session.do)
    panel.draftChanged.connect(partial(_show_draft, desk))
    panel.goRequested.connect(lambda id: desk.guarded(lambda: desk.go(id)))
    panel.head.labelFiltered.connect(partial(label_filter.filtered, desk))
    library.articleActivated.connect(desk.open)
    library.hitActivated.connect(desk.open_hit)
    lists = (library.list, library.results.list, panel.list, view)
    BackButtons(desk.commands, (desk.window, *(widget.viewport() for widget in lists)), desk.window)
    library.deleteWanted.connect(lambda ids: parts.trash.delete(ids))
    panel.eraseRequested.connect(lambda wanted: parts.trash.erase(wanted))
    desk.welcome.samplesWanted.connect(parts.adding.add_samples)
    desk.welcome.addWanted.connect(parts.adding.ask_files)
    desk.welcome.manualWanted.connect(partial(dialogs.manual, desk, "start"))
    panel.manualWanted.connect(partial(dialogs.manual, desk, "marking"))


def _text_menu(desk: Desk, at: QPointF) -> None:
    from ui.window.text_menu import open_text_menu  # no first paint needs it

    open_text_menu(desk, at)


def _article_menu(parts: Parts, article_ids: Sequence[str], at: QPoint) -> None:
    from ui.window.article_menu import open_menu  # no first paint needs it

    open_menu(parts, article_ids, at)


def _show_draft(desk: Desk, draft: Draft) -> None:
    desk.status.show_draft(typed=draft is Draft.TYPED, refused=draft is Draft.REFUSED)


def connect_parts(parts: Parts) -> None:
    """Connect what the parts say and bring with the line below, the banner and the bar above."""
    desk, marking, adding, status = parts.desk, parts.marking, parts.adding, parts.desk.status
    desk.commands.labelTriggered.connect(marking.use_label)
    desk.commands.relabelTriggered.connect(marking.relabel)
    marking.said.connect(status.say)
    marking.panelWanted.connect(lambda: desk.folding.fold("panel", shown=True))
    adding.said.connect(status.say)
    adding.failed.connect(desk.warn)
    adding.fetching.connect(status.show_network)
    adding.reported.connect(partial(add_report.report, desk, parts.results))
    adding.resumed.connect(partial(add_report.resumed, desk))
    adding.setChosen.connect(lambda path, quietly: set_import.preview(desk, adding, path, quietly=quietly))
    desk.library.said.connect(status.say)
    desk.library.menuWanted.connect(partial(_article_menu, parts))
    desk.places.failed.connect(desk.warn)
    status.cancelWanted.connect(desk.jobs.cancel)
    status.leftOutWanted.connect(desk.commands["left_out"].trigger)
    desk.header.searched.connect(desk.search)
    desk.header.search.left.connect(desk.view.setFocus)


def add_menus(parts: Parts, menus: Menus) -> None:
    """Add the menus whose rows are known only now: what was opened lately, and the languages."""
    desk: Desk = parts.desk
    settings, status = desk.settings, desk.status
    menus.add_recents(lambda: settings.values.recents, lambda source: parts.adding.add([source]))
    menus.add_libraries(lambda: settings.values.recent_libraries, parts.libraries.open)
    language = i18n.chosen(settings.values.language)
    languages = menus.add_languages(language, lambda chosen: settings.update(language=chosen))
    status.languageWanted.connect(
        lambda: languages.popup(status.language.mapToGlobal(status.language.rect().topLeft()))
    )
    status.language.setText(i18n.LANGUAGES[language])
    status.show_network("")
