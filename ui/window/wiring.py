"""The signals of the window: the widgets do not know each other, so they are connected here."""

from __future__ import annotations

from functools import partial

from ui.article.target_bar import TargetBar
from ui.desk import Desk
from ui.language import i18n
from ui.window import add_report, dialogs, label_filter
from ui.window.menus import Menus
from ui.window.parts import Parts
from ui.window.text_menu import open_text_menu


def connect_panes(parts: Parts, bar: TargetBar) -> None:
    """Connect the text, the panel and the library pane with what they ask for."""
    desk, marking = parts.desk, parts.marking
    view, panel, library = desk.view, desk.panel, desk.library
    view.markClicked.connect(marking.linking.finish)
    view.respanRequested.connect(marking.respan)
    view.linkActivated.connect(partial(dialogs.link, desk))
    view.copyWanted.connect(desk.commands["copy"].trigger)
    view.menuWanted.connect(partial(open_text_menu, desk))
    view.readingMoved.connect(desk.places.note)
    bar.labelChosen.connect(marking.use_label)
    bar.attributeChosen.connect(desk.commands["attribute_assertion"].trigger)
    bar.noteChosen.connect(marking.note)
    bar.linkChosen.connect(marking.link)
    panel.cardActivated.connect(marking.linking.finish)
    panel.cardActivated.connect(view.select_mark)
    panel.editRequested.connect(desk.session.do)
    panel.goRequested.connect(lambda id: desk.guarded(lambda: desk.go(id)))
    panel.head.labelFiltered.connect(partial(label_filter.filtered, desk))
    library.articleActivated.connect(desk.open)
    library.hitActivated.connect(desk.open_hit)
    for start in (library, desk.welcome):
        start.samplesWanted.connect(parts.adding.add_samples)
        start.addWanted.connect(parts.adding.ask_files)


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
    desk.places.moved.connect(status.show_reading)
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
