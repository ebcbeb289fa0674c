from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from reader import edits
from reader.edits import Change
from reader.model.articles import Place
from reader.model.labels import CLAIM, DENIAL, DETAILS, Label, Underline
from reader.model.spans import Span
from reader.model.stamps import now
from reader.revisions import edit_text
from reader.store import Library, first_paint
from tests.ui.conftest import Marker, Sample
from ui.session import Session


def test_opening_an_article_puts_text_and_marks_on_the_desk(session: Session, sample: Sample) -> None:
    assert session.article == sample.article
    assert session.revision == sample.revision
    assert session.page_annotations == []


def test_marks_stay_sorted_as_the_library_has_them(
    session: Session, library: Library, mark: Marker, sample: Sample
) -> None:
    for words, label in (
        ("The operator denies", "denial"),
        ("harbour office", "source"),
        ("The harbour office says", "claim"),
    ):
        mark(words, label)
        assert session.page_annotations == library.page_annotations(sample.revision.id)


def test_relabel_respan_delete_and_undo_are_followed(
    session: Session, library: Library, mark: Marker, sample: Sample
) -> None:
    id = mark("night ferry", "claim")
    mark("harbour office", "source")
    steps = [
        lambda a: edits.relabel(a, DENIAL),
        lambda a: edits.respan(a, sample.revision, [sample.span("Two anglers"), sample.span("lights")]),
        lambda a: edits.set_note(a, "check the log book"),
        lambda a: edits.delete_annotations([a]),
    ]
    for step in steps:
        assert session.do(step(library.annotation(id)))
        assert session.page_annotations == library.page_annotations(sample.revision.id)
    for _ in steps:
        session.undo()
        assert session.page_annotations == library.page_annotations(sample.revision.id)
    for _ in steps:
        session.redo()
        assert session.page_annotations == library.page_annotations(sample.revision.id)


def test_a_change_on_a_worker_thread_arrives_on_the_main_thread(
    session: Session, library: Library, sample: Sample, qtbot: QtBot
) -> None:
    heard: list[threading.Thread] = []
    session.changed.connect(lambda _change: heard.append(threading.current_thread()))
    edit = edits.annotate(sample.revision, [sample.span("night ferry")], CLAIM)
    with qtbot.waitSignal(session.changed):
        worker = threading.Thread(target=lambda: library.apply(edit))
        worker.start()
    worker.join()
    assert heard == [threading.main_thread()]
    assert session.page_annotations == library.page_annotations(sample.revision.id) != []


def test_changes_are_shown_in_the_order_they_were_made(
    session: Session, library: Library, sample: Sample, qtbot: QtBot
) -> None:
    edit = edits.annotate(sample.revision, [sample.span("night ferry")], CLAIM)
    worker = threading.Thread(target=lambda: library.apply(edit))
    worker.start()
    worker.join()
    # The queued change waits; what the user does now must not overtake it.
    annotation = library.annotation(library.page_annotations(sample.revision.id)[0].id)
    assert session.do(edits.relabel(annotation, DENIAL))
    assert [h.label for h in session.page_annotations] == ["denial"]


def test_what_is_refused_is_told_and_nothing_changes(
    session: Session, library: Library, mark: Marker, qtbot: QtBot
) -> None:
    id = mark("night ferry")
    stale = library.annotation(id)
    assert session.do(edits.set_note(stale, "one"))
    with qtbot.waitSignal(session.failed) as told:
        assert not session.do(edits.set_note(stale, "two"))
    assert told.args and told.args[0]
    assert library.annotation(id).note == "one"


def test_a_missing_article_is_told(session: Session, sample: Sample, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.failed):
        session.open("no-such-article")
    assert session.article == sample.article


def test_put_back_brings_the_new_text_and_undo_the_old_one(
    session: Session, library: Library, sample: Sample, mark: Marker, qtbot: QtBot
) -> None:
    mark("night ferry")
    edit = edit_text.put_back(sample.article, sample.revision, 0, library.annotations(sample.article.id))
    with qtbot.waitSignal(session.articleOpened):
        session.do(edit)
    assert session.revision is not None
    assert "Read also" in session.revision.text
    assert session.page_annotations == library.page_annotations(session.revision.id) != []
    with qtbot.waitSignal(session.articleOpened):
        session.undo()
    assert session.revision == sample.revision
    assert session.page_annotations == library.page_annotations(sample.revision.id) != []


def test_undoing_the_adding_of_the_open_article_clears_the_desk(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.articleClosed):
        session.undo()
    assert session.article is None and session.revision is None and session.page_annotations == []


def test_names_of_undo_and_redo(session: Session, mark: Marker) -> None:
    mark("night ferry", "denial")
    assert (session.undo_name, session.redo_name) == ("Mark as denial", "")
    session.undo()
    assert (session.undo_name, session.redo_name) == ("Add article", "Mark as denial")


def test_labels_follow_the_library(session: Session, qtbot: QtBot) -> None:
    mine = Label("rumour", "Rumour", "4", "violet", Underline.DOUBLE, 3)
    with qtbot.waitSignal(session.labelsChanged):
        session.do(edits.save_labels(session.labels, (*session.labels, mine)))
    assert session.label("rumour") == mine
    assert session.label("gone").colour == "slate"


def test_the_details_of_an_attribution_are_known_without_a_row_in_the_library(session: Session) -> None:
    assert [session.label(id) for id in ("cue", "via", "time", "evidence")] == list(DETAILS)
    assert not set(DETAILS) & set(session.labels)


def test_a_glance_shows_the_article_before_the_library_is_open(library: Library, sample: Sample, mark: Marker) -> None:
    mark("night ferry")
    library.remember_place(Place(sample.article.id, 10, 0.5, now()))
    seen = first_paint(library.path)
    opened: list[bool] = []

    def opener() -> Library:
        opened.append(True)
        return library

    session = Session(opener, seen)
    assert session.article == sample.article
    assert session.page_annotations == library.page_annotations(sample.revision.id)
    assert not opened and not session.is_open
    assert session.library is library and session.is_open


def test_an_edit_without_swaps_is_no_step(session: Session) -> None:
    before = session.undo_name
    assert session.do(edits.Edit("nothing", ()))
    assert session.undo_name == before


def test_marks_of_other_articles_do_not_come_on_the_desk(session: Session, library: Library, sample: Sample) -> None:
    from tests.ui.conftest import make_sample

    other = make_sample(("Another", "Rice prices rose in Tanjung Senja."), "Another")
    heard: list[Change] = []
    session.changed.connect(heard.append)
    assert session.do(edits.add_article(other.article, other.revision))
    assert session.do(edits.annotate(other.revision, [Span(8, 19)], CLAIM))
    assert session.page_annotations == [] and len(heard) == 2
