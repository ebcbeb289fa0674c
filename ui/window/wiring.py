"""Who tells whom in the window: the widgets do not know each other, so all their signals meet here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.language import i18n
from ui.window import dialogs, label_filter, trouble

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def connect(window: MainWindow) -> None:
    """The session and the panes."""
    session, view, panel, library, bar = window.session, window.view, window.panel, window.library, window.bar
    session.articleOpened.connect(window.article_opened)
    session.articleClosed.connect(window.article_closed)
    session.changed.connect(window.tell_change)
    session.labelsChanged.connect(window.show_labels)
    session.failed.connect(window.warn)
    session.undoChanged.connect(window.name_undo)
    session.libraryOpened.connect(window.library_opened)
    view.markClicked.connect(window.mark_clicked)
    view.respanRequested.connect(window.marking.respan)
    view.linkActivated.connect(partial(dialogs.link, window))
    view.readingMoved.connect(window.places.note)
    bar.labelChosen.connect(window.marking.mark)
    bar.noteChosen.connect(window.marking.note_on_selection)
    bar.linkChosen.connect(window.marking.link_selection)
    panel.cardActivated.connect(window.card_activated)
    panel.editRequested.connect(session.do)
    panel.goRequested.connect(lambda id: window.guarded(lambda: window.go(id)))
    library.articleActivated.connect(window.open)
    library.hitActivated.connect(window.open_hit)
    panel.head.labelFiltered.connect(partial(label_filter.filtered, window))
    session.showing.changed.connect(window.show_marks_shown)
    for start in (library, window.welcome):
        start.samplesWanted.connect(window.adding.add_samples)
        start.addWanted.connect(window.adding.ask_files)


def connect_own(window: MainWindow) -> None:
    """What the window itself brings: its actions, its marking and adding, the line below and the bar above."""
    marking, adding, places, status = window.marking, window.adding, window.places, window.status
    window.commands.labelTriggered.connect(marking.use_label)
    window.commands.relabelTriggered.connect(marking.relabel)
    marking.said.connect(status.say)
    marking.panelWanted.connect(lambda: window.folding.fold("panel", shown=True))
    adding.said.connect(status.say)
    adding.failed.connect(window.warn)
    adding.fetching.connect(status.show_network)
    adding.reported.connect(partial(dialogs.report, window))
    places.moved.connect(status.show_reading)
    places.failed.connect(window.warn)
    window.jobs.changed.connect(window.show_jobs)
    status.backupWanted.connect(lambda: trouble.say_again(window))
    status.cancelWanted.connect(window.jobs.cancel)
    status.leftOutWanted.connect(window.commands["left_out"].trigger)
    window.header.searched.connect(window.search)
    window.header.search.left.connect(window.view.setFocus)


def add_menus(window: MainWindow) -> None:
    """The menus whose rows are known only now: what was opened lately, and the languages."""
    values, status = window.settings.values, window.status
    window.menus.add_recents(lambda: window.settings.values.recents, lambda source: window.adding.add([source]))
    language = i18n.chosen(values.language)
    languages = window.menus.add_languages(language, window.languageWanted.emit)
    status.languageWanted.connect(
        lambda: languages.popup(status.language.mapToGlobal(status.language.rect().topLeft()))
    )
    status.language.setText(i18n.LANGUAGES[language])
    status.show_network("")
