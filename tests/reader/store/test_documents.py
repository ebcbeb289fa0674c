"""A set is read by few statements, from one moment, and with the values that every other question gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.errors import NotFoundError
from reader.exchange.exporters import EXPORTERS, Counted, Exporter, export
from reader.exchange.exporters.codes import Codes
from reader.exchange.exporters.scope import missing
from reader.model.articles import Block, State
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from reader.model.stamps import new_id
from reader.store import Library, set_scope
from reader.store.integrity.examining import examine_all
from tests.reader.exchange.exporters import made
from tests.statements import plan, recorded

from .conftest import add
from .test_door import mark

formats = pytest.mark.parametrize("form", EXPORTERS, ids=lambda x: x.id)


@pytest.fixture
def full(library: Library) -> Library:
    """Articles with marks of every kind, links within them, between them and out of the set, claims and sources, an
    article in the trash and one captured again."""
    library.apply(edits.save_labels(library.labels(), [*library.labels(), made.RUMOUR, made.UNUSED]))
    whole, told = [*made.whole().documents()], made.storied()
    for document in (*whole[:1], *whole[2:], told):
        things = (document.article, document.revision, *document.annotations, *document.relations, *document.known)
        library.apply(edits.Edit("Add", tuple(edits.Swap(None, thing) for thing in things)))
    article, revision = add(library, "Menteri bantah")
    old = mark(library, revision, "Menteri")
    newer = replace(revision, id=new_id(), text="Baru", blocks=(Block(Span(0, 4)),))
    library.apply(
        edits.Edit("x", (edits.Swap(None, newer), edits.Swap(article, replace(article, revision_id=newer.id))))
    )
    first, last = whole[0].annotations[0], told.annotations[0]
    for name, ends in (("out", (first, old)), ("across", (last, first))):
        link = made.link(name, ("from", ends[0]), ("to", ends[1]))
        library.apply(edits.Edit("Link", (edits.Swap(None, link),)))
    trashed, _ = add(library, "Sampah")
    library.apply(edits.set_state([trashed], State.TRASHED))
    return library


def asked_one_by_one(library: Library, ids: list[str]) -> Iterator[Document]:
    """The same documents, each by its own questions; what is known stands for itself, see below."""
    for id in ids:
        article = library.article(id)
        every = library.annotations(id)
        marks = tuple(m for m in every if m.anchor.revision_id == article.revision_id)
        orphans = tuple(m for m in every if m.anchor.revision_id != article.revision_id)
        own = {m.id for m in every}
        links = tuple(r for r in library.relations(id) if r.members[0].annotation_id in own)
        older = tuple(r for r in library.revisions(id) if r.id in {m.anchor.revision_id for m in orphans})
        yield Document(article, library.revision(article.revision_id), marks, links, (), orphans, older)


def test_documents_are_what_questions_one_by_one_give(full: Library) -> None:
    found = list(full.documents())
    ids = [d.article.id for d in found]
    assert len(ids) == 4 and [d.article.added for d in found] == sorted(d.article.added for d in found)
    assert [replace(d, known=()) for d in found] == list(asked_one_by_one(full, ids))
    assert sum(len(d.relations) for d in found) > 4
    told = next(d for d in found if d.known)
    assert told.known == tuple(sorted(made.storied().known, key=lambda k: k.id))


def test_documents_come_in_the_order_asked_for_also_twice(full: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_scope, "MOST", 2)
    every = {d.article.id: d for d in full.documents()}
    ids = [*reversed(every), next(iter(every))]
    assert list(full.documents(ids)) == [every[id] for id in ids]
    with pytest.raises(NotFoundError, match="there is no article nobody"):
        list(full.documents(["nobody"]))


def test_no_statement_is_asked_for_each_article(library: Library) -> None:
    for number in range(40):
        _, revision = add(library, f"Artikel {number}")
        mark(library, revision, "Menteri")
    with recorded(library) as asked:
        assert len(list(library.documents())) == 40
    assert 0 < sum(statement.startswith("SELECT") for statement in asked) <= 16
    for statement in asked:
        if statement.startswith("SELECT") and "json_each" in statement:
            assert "SCAN a" not in plan(library, statement) and "SCAN m" not in plan(library, statement)


@formats
def test_an_export_goes_once_through_the_set_and_sees_one_moment(form: Exporter, full: Library, tmp_path: Path) -> None:
    dataset, begun = full.dataset("set"), list[int]()
    before = tmp_path / f"before{form.suffix}"
    list(export(form, replace(dataset, name="set"), before))
    steps = export(form, dataset, tmp_path / f"after{form.suffix}")
    with recorded(full) as asked:
        next(steps)
        add(full, "Added meanwhile")
        first = next(iter(made.whole().documents()))
        full.apply(edits.delete_annotations([first.annotations[-1]], []))
        begun.extend(step.done for step in steps)
    assert (tmp_path / f"after{form.suffix}").read_bytes() == before.read_bytes() and begun
    passes = sum(statement.startswith("SELECT") and 'a."title"' in statement for statement in asked)
    assert passes <= 2 * {"w3c": 2, "markdown": 2, "html": 2, "pdf": 2, "docx": 2}.get(
        form.id, 1
    )  # Codes read the articles of links across


@formats
def test_what_was_counted_while_writing_is_the_plan(form: Exporter, full: Library, tmp_path: Path) -> None:
    plain = Dataset("set", full.labels(), full.documents, full.count())
    counted = Counted()
    list(export(form, full.dataset("set"), tmp_path / f"set{form.suffix}", counted=counted))
    assert counted.report == form.plan(plain) == form.plan(full.dataset("set"))
    assert counted.report.annotations == 12 and counted.report.count("outside_links") == 0


@pytest.mark.parametrize("some", [False, True], ids=["all", "some"])
def test_facts_by_statements_are_those_of_a_pass(full: Library, some: bool) -> None:
    ids = [d.article.id for d in full.documents()][1:] if some else None
    plain = Dataset("set", full.labels(), lambda: full.documents(ids), 4)
    with full.dataset("set", ids).still() as whole:
        assert whole.facts is not None
        assert missing(whole) == missing(plain)
        ours, theirs = Codes(whole), Codes(plain)
        assert ours.labels() == theirs.labels()
        for document in whole.documents():
            for mine, other in zip(ours.marks(document), theirs.marks(document), strict=True):
                assert mine == other
            assert ours.links(document, ours.marks(document)) == theirs.links(document, theirs.marks(document))


def test_a_mark_that_a_newer_capture_did_not_find_comes_with_its_links_and_the_text_it_stands_on(full: Library) -> None:
    (document,) = [d for d in full.documents() if d.orphans]
    (orphan,) = document.orphans
    assert [one.id for one in document.revisions] == [orphan.anchor.revision_id]
    assert orphan not in document.annotations
    (link,) = [r for d in full.documents() for r in d.relations if orphan.id in {m.annotation_id for m in r.members}]
    (alone,) = full.documents([document.article.id])
    assert link in alone.relations  # from either end, though it begins in an article that was not asked for


def test_check_asks_for_each_text_once(full: Library) -> None:
    with recorded(full) as asked, full._reading() as connection:
        assert list(examine_all(connection)) == []
    texts = [statement for statement in asked if statement.startswith("SELECT text FROM revision")]
    marked = {m.anchor.revision_id for d in full.documents() for m in full.annotations(d.article.id)}
    assert len(texts) == len(marked)
