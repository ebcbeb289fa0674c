"""Whatever happens to the library: index, page, strip and panel agree with it after every step."""

from __future__ import annotations

import tempfile
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from reader import edits
from reader.edits import Edit
from reader.exchange.exporters.codes import Codes
from reader.model.annotations import Annotation, PageAnnotation
from reader.model.articles import Article, Revision
from reader.model.dataset import Dataset
from reader.model.labels import CLAIM, CUE, DENIAL, DETAILS, SOURCE
from reader.model.spans import Span
from reader.model.stamps import now
from reader.revisions import edit_text
from reader.revisions.carry_marks import made_on, recapture
from reader.store import Library
from tests.ui.conftest import PARAGRAPHS, Marker, Sample, make_sample
from ui.annotation_index import AnnotationIndex
from ui.annotations.model import AnnotationModel
from ui.annotations.panel import AnnotationPanel
from ui.annotations.row import Role
from ui.article.overview_strip import OverviewStrip
from ui.article.view import ArticleView
from ui.session import Session

LABELS, PEOPLE, WORDS = (CLAIM, SOURCE, DENIAL, CUE), ("Sari", "Budi", ""), ("", "ferry", "the", "note")
LONG = " ".join(f"Sailor {n} said that the ferry never left the quay that night." for n in range(60))
Step = tuple[str, int, int, int]


@dataclass
class Reader:
    """One who reads and marks: the real session, page, strip and panel on a real library."""

    library: Library
    sample: Sample
    failures: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session = Session(lambda: self.library, None)
        assert self.session.library is self.library
        self.session.open(self.sample.article.id)
        self.view = ArticleView(self.session)
        self.strip = OverviewStrip(self.view)
        self.strip.resize(14, 300)
        self.panel = AnnotationPanel(self.session)
        self.view.resize(500, 400)

    def close(self) -> None:
        for widget in (self.strip, self.view, self.panel):
            widget.close()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents()

    # -- what can happen -------------------------------------------------------------------------------------------

    def step(self, kind: str, a: int, b: int, c: int) -> None:
        getattr(self, f"_{kind}")(a, b, c)

    def _mine(self, at: int) -> Annotation | None:
        """Some mark of the article, on the text that is shown or on another."""
        found = sorted(self.library.annotations(self.sample.article.id), key=lambda mark: (mark.created, mark.id))
        return found[at % len(found)] if found else None

    def _spans(self, a: int, b: int, c: int) -> list[Span]:
        assert self.session.revision is not None
        size = len(self.session.revision.text)
        start = a * 37 % (size - 200)
        first = Span(start, start + 2 + b * 13 % 90)
        length = 2500 if c % 7 == 0 else 2 + c * 11 % 60
        return [first] if c % 3 else [first, Span(first.end + 3, min(size, first.end + 3 + length))]

    def _mark(self, a: int, b: int, c: int) -> None:
        revision = self.session.revision
        assert revision is not None
        self.session.do(edits.annotate(revision, self._spans(a, b, c), LABELS[a % 4], PEOPLE[b % 3]))

    def _change(self, make: Callable[[Annotation], Edit], at: int) -> None:
        if (mark := self._mine(at)) is not None:
            self.session.do(make(mark))

    def _relabel(self, a: int, b: int, c: int) -> None:
        self._change(lambda mark: edits.relabel(mark, LABELS[b % 4]), a)

    def _note(self, a: int, b: int, c: int) -> None:
        self._change(lambda mark: edits.set_note(mark, WORDS[b % 4]), a)

    def _respan(self, a: int, b: int, c: int) -> None:
        revision = self.session.revision
        assert revision is not None
        if not self.session.past:
            self._change(lambda mark: edits.respan(mark, revision, self._spans(b, c, a)), a)

    def _delete(self, a: int, b: int, c: int) -> None:
        found = {mark.id: mark for at in range(a, a + 1 + b % 4) if (mark := self._mine(at * (1 + c))) is not None}
        if found:
            self.session.do(edits.delete_annotations(list(found.values()), self.library.relations_of(list(found))))

    def _link(self, a: int, b: int, c: int) -> None:
        one, other = self._mine(a), self._mine(b)
        if one is not None and other is not None and one.id != other.id:
            self.session.do(edits.link(("supports", "answers")[c % 2], one, other))

    def _worker(self, a: int, b: int, c: int) -> None:
        """Another thread marks; what it made may arrive after what the reader does next."""
        edit = edits.annotate(self.sample.revision, self._sample_spans(a, b), LABELS[c % 4], PEOPLE[c % 3])
        worker = threading.Thread(target=lambda: self.library.apply(edit, origin="import"))
        worker.start()
        worker.join()

    def _sample_spans(self, a: int, b: int) -> list[Span]:
        start = a * 31 % (len(self.sample.revision.text) - 100)
        return [Span(start, start + 2 + b % 90)]

    def _undo(self, a: int, b: int, c: int) -> None:
        for _ in range(1 + a % 3):
            if self.session.undo_name not in ("", "Add article"):
                self.session.undo()

    def _redo(self, a: int, b: int, c: int) -> None:
        for _ in range(1 + a % 3):
            if self.session.redo_name:
                self.session.redo()

    def _choose(self, a: int, b: int, c: int) -> None:
        label = ("", "", "claim", "cue")[a % 4]
        self.panel.model.choose(label=label, text=WORDS[b % 4], by_time=c % 2 == 0)

    def _hide(self, a: int, b: int, c: int) -> None:
        if b % 2:
            self.session.showing.show_all()
        else:
            self.session.showing.toggle(PEOPLE[a % 3])

    def _select(self, a: int, b: int, c: int) -> None:
        self.view.next_mark(1 if a % 2 else -1)
        self.panel.select(self.view.selected_mark)

    def _put_back(self, a: int, b: int, c: int) -> None:
        """A text with one paragraph more; the marks go along."""
        article, revision = self.session.article, self.session.revision
        assert article is not None and revision is not None
        if revision.left_out and not self.session.past:
            self.session.do(edit_text.put_back(article, revision, 0, self.library.annotations(article.id)))

    def _capture(self, a: int, b: int, c: int) -> None:
        """The page again, with other words in it: marks are carried over, or stay on the older text."""
        article, revision = self.session.article, self.session.revision
        assert article is not None and revision is not None
        if not self.session.past:
            paragraphs = (LONG, "The harbour office denies it.") if a % 2 else (f"{LONG} Nobody knows.", LONG)
            self.session.take(captured_again(article, revision, self.library, (article.title, *paragraphs)))

    def _turn(self, a: int, b: int, c: int) -> None:
        """Look at an older text, or come back to the newest."""
        revisions = self.library.revisions(self.sample.article.id)
        self.session.show_revision(revisions[a % len(revisions)].id)

    # -- what has to be so -----------------------------------------------------------------------------------------

    def stored(self) -> list[PageAnnotation]:
        """What the library says is on the text that is shown."""
        revision = self.session.revision
        assert revision is not None
        if self.session.past:
            return made_on(revision, self.library.annotations(self.sample.article.id))
        return self.library.page_annotations(revision.id)

    def check(self) -> None:
        QApplication.processEvents()
        stored, index = self.stored(), self.session.annotations
        fresh = AnnotationIndex(stored)
        assert self.session.page_annotations == stored and dict(index.marks) == {one.id: one for one in stored}
        assert index.counts == Counter(one.label for one in stored) == self.panel.model.counts
        assert index.people == Counter(one.annotator for one in stored) == self.panel.model.people
        assert index.between(0, 10**6) == fresh.between(0, 10**6)
        assert index.between(900, 950) == fresh.between(900, 950)
        for label in index.counts:
            own = [one.id for one in stored if one.label == label]
            assert [index.number(id) for id in own] == list(range(1, len(own) + 1))
        self._check_page()
        self._check_panel(stored)

    def _check_page(self) -> None:
        view = self.view
        assert view.index is self.session.annotations
        assert not view.selected_mark or view.selected_mark in view.index
        assert not view.grab().isNull() and not self.strip.grab().isNull()
        assert self.strip._ticks is not None
        assert {k: v for k, v in self.strip._ticks.items() if v} == {
            k: v for k, v in self.strip._counted().items() if v
        }

    def _check_panel(self, stored: list[PageAnnotation]) -> None:
        model = self.panel.model
        anew = AnnotationModel(self.session)
        anew.choose(label=model.label, text=model.text, by_time=model.by_time)
        assert rows(model, Role.ID) == rows(anew, Role.ID)
        assert rows(model, Role.CARD) == rows(anew, Role.CARD)
        assert [model.row_of(id) for id in rows(model, Role.ID)] == list(range(model.rowCount()))
        if not model.filtered and not model.by_time:
            hidden, quiet = self.session.showing.hidden, {label.id for label in DETAILS}
            shown = [one.id for one in stored if one.annotator not in hidden and one.label not in quiet]
            assert rows(model, Role.ID) == shown
        assert all(map(model.holds, self.panel.chosen))
        self.session.disconnect(anew)


def captured_again(article: Article, revision: Revision, library: Library, paragraphs: tuple[str, ...]) -> Edit:
    """The edit that takes a newer text of an article."""
    newer = replace(make_sample(paragraphs).revision, article_id=article.id)
    return recapture(article, newer, library.annotations(article.id), library.revisions(article.id)).edit


def rows(model: AnnotationModel, role: Role) -> list[Any]:
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


KINDS = ("mark", "mark", "mark", "relabel", "note", "respan", "delete", "link", "undo", "redo", "worker", "choose",
         "hide", "select", "put_back", "capture", "turn")  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), *[st.integers(0, 90)] * 3), min_size=4, max_size=24)


@pytest.mark.usefixtures("qapp")
# Not shrunk: a step takes a committed transaction and a painted frame, and 24 of them can be read as they are.
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(STEPS)
def test_index_page_and_panel_agree_with_the_library_after_every_step(steps: list[Step]) -> None:
    sample = make_sample(("The night ferry", LONG, LONG, "The harbour office denies it."), "The night ferry")
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.tilik") as library:
        library.apply(edits.add_article(sample.article, sample.revision))
        reader = Reader(library, sample)
        for kind, a, b, c in steps:
            reader.step(kind, a, b, c)
            if kind != "worker":  # what another thread made arrives behind the next step
                reader.check()
        reader.check()
        reader.close()


def test_a_change_that_waits_while_the_article_is_opened_anew_is_there_once(
    session: Session, library: Library, sample: Sample
) -> None:
    edit = edits.annotate(sample.revision, [sample.span("night ferry")], CLAIM)
    worker = threading.Thread(target=lambda: library.apply(edit))
    worker.start()
    worker.join()
    session.open(sample.article.id)
    QApplication.processEvents()
    assert session.page_annotations == library.page_annotations(sample.revision.id) and len(session.annotations) == 1


def test_an_older_text_keeps_its_marks_on_page_and_panel_when_one_of_them_changes(
    session: Session, library: Library, sample: Sample, mark: Marker
) -> None:
    id = mark("night ferry", "claim")
    library.apply(captured_again(sample.article, sample.revision, library, PARAGRAPHS))
    view, panel = ArticleView(session), AnnotationPanel(session)
    session.show_revision(sample.revision.id)
    assert session.past and id in view.index
    session.take(edits.set_note(library.annotation(id), "ask the harbour office"))
    assert id in view.index and view.index.at(sample.span("night ferry").start) == [id]
    assert rows(panel.model, Role.ID) == [id] and rows(panel.model, Role.NOTE) == ["ask the harbour office"]


def test_the_numbers_on_the_page_are_those_on_paper(
    session: Session, library: Library, sample: Sample, mark: Marker
) -> None:
    for words, label in (
        ("The operator denies", "denial"), ("Two anglers saw", "claim"), ("harbour office", "source"),
        ("The harbour office says", "claim"), ("harbour", "claim"), ("office", "source"),
    ):  # fmt: skip
        mark(words, label)
    dataset = Dataset("one", library.labels(), library.documents, 1)
    (document,) = dataset.documents()
    codes = {one.annotation.id: one.code for one in Codes(dataset).marks(document)}
    assert {id: int(code[1:]) for id, code in codes.items()} == {id: session.annotations.number(id) for id in codes}
    assert set(codes) == set(session.annotations.marks)


def test_marks_deleted_together_leave_the_cards_in_the_order_by_time(
    session: Session, library: Library, sample: Sample
) -> None:
    size = len(sample.revision.text) - 12
    at = now()
    made = [
        edits.annotate(sample.revision, [Span(n * 41 % size, n * 41 % size + 9)], CLAIM, at=at + timedelta(seconds=n))
        for n in range(60)
    ]
    session.do(edits.together("Fill", made))
    model = AnnotationModel(session)
    model.choose(by_time=True)
    gone = library.annotations_by_id([model.id_at(row) for row in (3, 20, 41, 42, 59)])
    model.reload()  # with nothing read yet of what goes
    session.do(edits.delete_annotations(gone))
    assert rows(model, Role.ID) == [one.id for one in sorted(library.annotations(sample.article.id), key=created)]


def test_a_mark_that_moves_past_another_stays_chosen_in_its_new_row(
    session: Session, library: Library, sample: Sample, mark: Marker
) -> None:
    id, other = mark("night ferry", "claim"), mark("Two anglers", "source")
    panel = AnnotationPanel(session)
    panel.select(id)
    session.do(edits.respan(library.annotation(id), sample.revision, [sample.span("The operator denies")]))
    assert rows(panel.model, Role.ID) == [other, id]
    assert panel.chosen == [id] and [row.row() for row in panel.list.selectionModel().selectedRows()] == [1]
    session.undo()
    assert rows(panel.model, Role.ID) == [id, other]
    assert panel.chosen == [id] and [row.row() for row in panel.list.selectionModel().selectedRows()] == [0]


def created(annotation: Annotation) -> datetime:
    return annotation.created
