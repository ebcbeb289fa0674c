"""An import in the change log: known by ids and digests, taken back and done again whole, or refused, or forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.edits import Entity, Swap
from reader.edits.claims import add_evidence, assign
from reader.errors import ConflictError, NotFoundError
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision, State
from reader.model.claims import Claim, Evidence, Review, Source
from reader.model.labels import Label, Underline
from reader.model.stamps import now
from reader.store import Library
from tests.statements import recorded

from .conftest import add, make_article
from .test_door import mark
from .test_emptying import WORD, stands_in
from .test_importing import link, marks_of
from .test_quick import counted, really

PROMISE = Label("promise", "Promise", "4", "teal", Underline.DASHED, 3)


def brought(library: Library, count: int = 2, words: str = "stok cukup") -> list[tuple[Article, Revision]]:
    """Import some articles with marks, links, a claim and what hangs on it, a label."""
    articles = [make_article(f"Artikel {n}") for n in range(count)]
    claim, source = Claim("c" * 36, "Stok cukup.", now(), now()), Source("s" * 36, "Rauf Sembada", now(), now())
    with library.importing("Import set", who="Budi") as inside:
        inside.add([PROMISE, source, claim])
        for article, revision in articles:
            marks = marks_of(revision, words)
            marks[0] = replace(marks[0], label="promise", about=claim.id)
            inside.add([*marks, link(marks[0].id, marks[1].id), revision, article])
        inside.add(
            [
                Review("r" * 36, claim.id, now(), now()),
                Evidence("e" * 36, claim.id, "supports", "mark", marks[0].id, now()),
            ]
        )
    return articles


def everything(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of all tables but the log, without their numbers."""
    tables = "article revision annotation relation relation_member claim source evidence review label".split()  # noqa: SIM905
    with library._reading() as connection:
        found = {}
        for table in tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "number"]
            names = ", ".join(f'"{name}"' for name in columns)
            found[table] = sorted(tuple(row) for row in connection.execute(f"SELECT {names} FROM {table}"))
        return found


def test_the_log_holds_none_of_the_values(library: Library, path: Path) -> None:
    brought(library, 40)
    with library._reading() as connection:
        ((swaps,),) = connection.execute("SELECT swaps FROM change").fetchall()
        rows = connection.execute("SELECT kind, length(ids), length(digests), kept FROM change_added").fetchall()
    assert swaps == "[]" and {row["kept"] for row in rows} == {None}
    held = {row["kind"]: (row[1], row[2]) for row in rows}
    assert held["annotation"] == (120 * 16, 120 * 8) and held["revision"] == (40 * 16, 0)


@pytest.mark.parametrize("restart", [False, True])
def test_it_is_taken_back_whole_and_comes_back_the_same(path: Path, restart: bool) -> None:
    with Library.open(path) as library:
        _, text = add(library)
        mark(library, text, "Menteri")
        before = everything(library)
        articles = brought(library)
        with_it, counts = everything(library), counted(library)
        assert counts == really(library)
        library.undo()
        after = everything(library)
        assert {t: rows for t, rows in after.items() if t != "revision"} == {
            t: rows for t, rows in before.items() if t != "revision"
        }
        assert library.revisions(articles[0][0].id) == [] and library.search("catatan") == []
        assert counted(library) == really(library) and library.check() == []
        if not restart:
            redone = library.redo()
            assert redone is not None and redone.unlisted and redone.edit.swaps == ()
    with Library.open(path) as library:
        if restart:
            library.redo()
        assert everything(library) == with_it and library.check() == []
        assert counted(library) == really(library)
        assert len(library.search("catatan 1")) == 2 and len(library.search("artikel")) == 2
        with library._reading() as connection:
            assert connection.execute("SELECT count(kept) FROM change_added").fetchone()[0] == 0
        library.undo()
        library.redo()
        assert everything(library) == with_it and library.check() == []


def test_counts_are_right_however_things_come(library: Library) -> None:
    article, text = add(library)
    old = mark(library, text, "stok cukup")
    other, revision = make_article("Other")
    mine, theirs, late = marks_of(text), marks_of(revision), marks_of(text, "Menteri", 1)
    with library.importing("Import set") as inside:
        inside.add([*theirs, *mine[:1]])
        inside.change([Swap(mine[0], replace(mine[0], label="denial", annotator="Budi")), Swap(None, late[0])])
        inside.add([revision, other])
        inside.add(mine[1:])
        inside.change([Swap(theirs[2], None), Swap(old, None)])
        inside.change([Swap(other, replace(other, title="Renamed"))])
    assert counted(library) == really(library)
    assert [hit.article_id for hit in library.search("renamed")] == [other.id]
    assert len(library.annotations(article.id)) == 4 and len(library.annotations(other.id)) == 2
    library.undo()
    assert counted(library) == really(library) and library.annotations(article.id) == [old]
    library.redo()
    assert counted(library) == really(library) and library.check() == []
    mark(library, text, "Menteri")  # SQLite counts again
    assert counted(library) == really(library)


def test_what_a_later_step_did_and_took_back_is_no_obstacle(library: Library) -> None:
    (article, _), _ = brought(library)
    first = library.annotations(article.id)[0]
    (relation,) = library.relations(article.id)
    before = everything(library)
    library.apply(edits.Edit("Edit link", (Swap(relation, replace(relation, note="!")),)))
    library.apply(edits.delete_annotations([first], library.relations_of([first.id])))
    library.undo()
    library.undo()
    assert everything(library) == before
    library.undo()
    assert library.count() == 0
    library.redo()
    assert everything(library) == before and library.check() == []


Later = Callable[[Library, Article, Annotation], object]
LATER: dict[str, tuple[Later, str]] = {
    "a mark was changed": (lambda lib, a, m: lib.apply(edits.set_note(m, "!")), "annotation {mark} was changed"),
    "a mark was deleted": (
        lambda lib, a, m: lib.apply(edits.delete_annotations([m], lib.relations_of([m.id]))), "was changed meanwhile",
    ),
    "an article was": (lambda lib, a, m: lib.apply(edits.set_state([a], State.DONE)), "article {article} was changed"),
    "a mark was made": (
        lambda lib, a, m: mark(lib, lib.revision(a.revision_id), "Menteri"), "builds on (article|revision)",
    ),
    "a link was made": (
        lambda lib, a, m: lib.apply(edits.link("related", m, mark(lib, add(lib)[1], "stok cukup"))),
        "builds on annotation {mark}",
    ),
    "a label was used": (
        lambda lib, a, m: mark(lib, add(lib)[1], "stok cukup", PROMISE), "builds on label promise",
    ),
    "a claim was mentioned": (
        lambda lib, a, m: lib.apply(assign([mark(lib, add(lib)[1], "stok cukup")], lib.claims()[0])),
        "builds on claim",
    ),
    "a claim has evidence": (
        lambda lib, a, m: lib.apply(add_evidence(lib.claims()[0], "refutes", mark(lib, add(lib)[1], "stok cukup"))),
        "builds on claim",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LATER)
def test_it_is_refused_when_later_work_builds_on_it(library: Library, case: str) -> None:
    articles = brought(library)
    number = library.history(limit=1)[0].number
    article = articles[0][0]
    made = library.annotations(article.id)[0]
    later, sentence = LATER[case]
    later(library, article, made)
    before, steps = everything(library), library.history()
    wanted = sentence.format(mark=made.id, article=article.id)
    assert library.objection(number) is not None
    with pytest.raises(ConflictError, match=wanted):
        library.undo(number)
    with pytest.raises(ConflictError, match=wanted):
        library.undo_all([number])
    assert everything(library) == before and library.history() == steps and library.check() == []
    assert counted(library) == really(library)


def test_it_does_not_come_back_where_something_is_missing(library: Library) -> None:
    add(library)
    claim = Claim("c" * 36, "A claim.", now(), now())
    library.apply(edits.Edit("Make claim", (Swap(None, claim),)))
    made = library.history(limit=1)[0].number
    with library.importing("Import set") as inside:
        inside.add([Review("r" * 36, claim.id, now(), now())])
    number = library.history(limit=1)[0].number
    library.undo()
    library.undo(made)
    with pytest.raises(ConflictError, match="needs what is no longer there"):
        library.redo(number)
    assert library.reviews([claim.id]) == [] and library.count() == 1


def test_a_mark_of_it_is_found_done_and_undone(library: Library) -> None:
    (article, _), (other, _) = brought(library)
    number = library.history(limit=1)[0].number
    there = [library.mark_of(number, one.id) for one in (article, other)]
    assert [mark.article_id for mark in there if mark is not None] == [article.id, other.id]
    library.undo()
    assert [library.mark_of(number, one.id) for one in (article, other)] == there
    assert library.mark_of(number, "elsewhere") is None


def test_what_was_undone_is_let_go_when_a_newer_step_takes_its_place(library: Library) -> None:
    article, text = add(library)
    with library.importing("Import set") as inside:
        inside.add(marks_of(text))
    library.undo()
    mark(library, text, "Menteri")
    assert library.next_redo(article.id) is None
    with library._reading() as connection:
        assert connection.execute("SELECT count(kept) FROM change_added").fetchone()[0] == 0


def test_an_import_drops_what_was_undone_in_its_articles(library: Library) -> None:
    article, text = add(library)
    other, second = add(library, "Other")
    mark(library, text, "Menteri")
    mark(library, second, "Juru bicara")
    library.undo()
    library.undo()
    with library.importing("Import set") as inside:
        inside.add(marks_of(text))
    assert library.next_undo(article.id).name == "Import set"  # type: ignore[union-attr]
    redo = library.next_redo(article.id)
    assert redo is not None and [a.article_id for a in redo.articles] == [other.id]


def test_a_text_that_an_undone_import_left_is_shown_again(library: Library) -> None:
    article, revision = make_article()
    for _ in range(2):
        with library.importing("Import set") as inside:
            inside.add([article, revision, *marks_of(revision)])
        assert library.revision(revision.id) == revision and library.next_undo(article.id) is not None
        library.undo()
    with pytest.raises(NotFoundError):
        library.article(article.id)
    assert library.check() == []


def test_an_article_that_is_deleted_for_good_leaves_nothing_in_an_import(library: Library, path: Path) -> None:
    kept, text = add(library)
    secret, revision = make_article(f"{WORD} title", [f"{WORD} was found by the auditors."])
    theirs, ours = marks_of(revision, f"{WORD} was found"), marks_of(text)
    joined, own = link(ours[0].id, theirs[0].id), link(ours[0].id, ours[1].id)
    with library.importing("Import set") as inside:
        inside.add([*theirs, *ours, joined, own, secret, revision])
    number = library.history(limit=1)[0].number
    library.apply(edits.Edit("Unlink", (Swap(joined, None),)))
    library.apply(edits.delete_annotations([theirs[1]]))  # known to the import by its id alone
    library.apply(edits.set_state([secret], State.TRASHED))
    assert stands_in(path)
    library.delete_for_good([secret.id])
    assert not stands_in(path) and library.check() == []
    before = everything(library)
    library.undo(number)
    assert library.annotations(kept.id) == [] and library.relations(kept.id) == []
    assert not stands_in(path)
    library.redo(number)
    assert everything(library) == before and library.relations(kept.id) == [own]
    assert counted(library) == really(library) and library.check() == []


def test_an_import_of_nothing_else_is_forgotten_whole(library: Library, path: Path) -> None:
    secret, revision = make_article(f"{WORD} title", [f"{WORD} was found by the auditors."])
    with library.importing("Import set") as inside:
        inside.add([secret, revision, *marks_of(revision, f"{WORD} was found")])
    library.apply(edits.set_state([secret], State.TRASHED))
    assert library.delete_for_good([secret.id]).steps == 2
    assert library.history() == [] and not stands_in(path)
    with library._reading() as connection:
        assert connection.execute("SELECT count(*) FROM change_added").fetchone()[0] == 0


def test_an_undone_import_forgets_what_it_held_of_an_article_deleted_for_good(library: Library, path: Path) -> None:
    kept, text = add(library)
    secret, revision = make_article(f"{WORD} title", [f"{WORD} was found by the auditors."])
    library.apply(edits.add_article(secret, revision))
    library.apply(edits.set_state([secret], State.TRASHED))
    theirs, ours = marks_of(revision, f"{WORD} was found"), marks_of(text)
    joined = link(ours[0].id, theirs[0].id)
    with library.importing("Import set") as inside:
        inside.add([*theirs, *ours, joined])
    library.undo()
    library.delete_for_good([secret.id])
    assert not stands_in(path)
    library.redo()
    assert library.annotations(kept.id) == sorted(ours, key=lambda m: m.id) and library.relations(kept.id) == []
    assert library.check() == [] and counted(library) == really(library)


def test_an_import_asks_by_batches_and_not_by_things(library: Library) -> None:
    few: list[str] = []
    many: list[str] = []
    for count, asked in ((1, few), (60, many)):
        article, revision = make_article(f"Artikel {count}")
        things: list[Entity] = [article, revision, *marks_of(revision, count=count)]
        with recorded(library) as found, library.importing("Import set") as inside:
            inside.add(things)
        asked += [s for s in found if s.startswith(("SELECT", "UPDATE", "DELETE")) and "annotation_search" not in s]
    assert len(many) - len(few) < 10


def test_a_log_of_before_is_undone_as_ever(library: Library) -> None:
    article, revision = make_article()
    marks = marks_of(revision)
    things: list[Entity] = [article, revision, *marks]
    library.apply(edits.Edit("Import set", tuple(Swap(None, t) for t in things)), origin="import")
    library.undo()
    redone = library.redo()
    assert redone is not None and not redone.unlisted and len(redone.edit.swaps) == 5
    assert library.annotations(article.id) == sorted(marks, key=lambda m: m.id)
