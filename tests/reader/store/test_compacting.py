"""The change log made smaller: old steps lose their way back and nothing else, and undo of 90 days stays."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from reader import edits
from reader.model.stamps import now
from reader.model.steps import DONE, DROPPED
from reader.store import Library, files
from reader.store.erasing import compacting

from .conftest import add, make_article
from .test_door import mark
from .test_lean_log import brought, everything


def worked(library: Library, steps: int) -> None:
    """An article, an import, and a note that is changed again and again."""
    brought(library)
    _, text = add(library)
    made = mark(library, text, "stok cukup")
    for n in range(steps):
        library.apply(edits.set_note(library.annotation(made.id), f"note {n} " * 20))


def aged(path: Path, days: float, below: int = 10**9) -> None:
    """Set the steps below that number back by so many days."""
    with closing(files.connect(path, readonly=False)) as found:
        at = (now() - timedelta(days=days)).isoformat()
        found.execute("UPDATE change SET at = ? WHERE number < ?", (at, below))


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compacting, "NEWEST", 5)
    monkeypatch.setattr(compacting, "PIECE", 7)


def test_old_steps_go_and_what_is_in_the_library_stays(library: Library, path: Path) -> None:
    worked(library, 60)
    with library._reading() as connection:
        newest = connection.execute("SELECT max(number) FROM change").fetchone()[0]
    aged(path, 100, newest - 9)
    before, names = everything(library), [(s.number, s.name, s.at) for s in library.history(limit=1000)]
    assert library.old_steps() == newest - 10
    done = library.compact()
    assert done.steps == newest - 10 and done.saved > 0
    assert everything(library) == before and library.check() == []
    history = library.history(limit=1000)
    assert [(s.number, s.name, s.at) for s in history] == names, "the history still tells of them"
    assert [s.state for s in history] == [DONE] * 10 + [DROPPED] * (newest - 10)
    undone = 0
    while library.undo():
        undone += 1
    assert undone == 10 and library.check() == []
    while library.redo():
        undone -= 1
    assert undone == 0 and everything(library) == before
    assert library.compact().steps == 0


def test_undo_of_ninety_days_stays(library: Library, path: Path) -> None:
    worked(library, 30)
    aged(path, 89)
    assert library.old_steps() == 0 and library.compact().steps == 0


def test_a_clock_that_was_wrong_once_takes_no_undo_away(library: Library, path: Path) -> None:
    worked(library, 30)
    with closing(files.connect(path, readonly=False)) as found:  # the newest step was made "in ten years"
        at = (now() + timedelta(days=3650)).isoformat()
        found.execute("UPDATE change SET at = ? WHERE number = (SELECT max(number) FROM change)", (at,))
    assert library.old_steps() == 0
    aged(path, 400)  # all of it long ago, as after a long absence: the newest work counts, not today
    assert library.old_steps() == 0


def test_texts_that_only_old_steps_could_show_go_with_their_bytes(library: Library, path: Path) -> None:
    add(library)
    article, _ = add(library, "Gone again", ["Words that nobody kept."])
    library.undo()
    kept, text = add(library, "Another", ["And more."])
    for n in range(9):
        library.apply(edits.set_note(library.annotation(mark(library, text, "And more").id), f"{n}"))
    with library._reading() as connection:
        newest = connection.execute("SELECT max(number) FROM change").fetchone()[0]
    aged(path, 100, newest - 5)
    assert library.compact().texts == 1 and library.check() == []
    assert b"nobody kept" not in path.read_bytes()
    assert library.original(library.revision(kept.revision_id).original_id).data
    assert article.id not in {one.id for one in library.every_summary()}


def test_a_text_that_redo_would_show_stays(library: Library, path: Path) -> None:
    worked(library, 20)
    article, revision = make_article("Comes back", ["It was taken back only now."])
    library.apply(edits.add_article(article, revision))
    with library._reading() as connection:
        newest = connection.execute("SELECT max(number) FROM change").fetchone()[0]
    aged(path, 100, newest - 6)
    library.undo()
    assert library.compact().steps > 0
    library.redo()
    assert library.revision(revision.id).text == revision.text and library.check() == []


def test_it_may_end_anywhere_and_goes_on(library: Library, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worked(library, 60)
    aged(path, 100, 50)
    before, calls = everything(library), 0

    def end(connection: object, days: int) -> object:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise KeyboardInterrupt
        return real(connection, days)  # type: ignore[arg-type]

    real = compacting.let_go
    monkeypatch.setattr(compacting, "let_go", end)
    with pytest.raises(KeyboardInterrupt):
        library.compact()
    assert everything(library) == before and 0 < library.old_steps() < 49
    monkeypatch.setattr(compacting, "let_go", real)
    assert library.compact().steps > 0 and library.old_steps() == 0 and everything(library) == before


def test_the_window_compacts_many_old_steps_and_not_a_few(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import compaction

    worked(library, 30)
    aged(path, 100, 20)
    assert compaction.compacted(library) == 0, "a few are not worth it"
    monkeypatch.setattr(compaction, "MANY", 10)
    assert compaction.compacted(library) == 19 and library.old_steps() == 0 and library.check() == []
