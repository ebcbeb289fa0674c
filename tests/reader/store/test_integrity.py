"""A library knows its own truth: what is damaged is named, comes back where a sound copy is, and is never believed."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader import edits
from reader.errors import ForeignError, GoneError, LibraryError
from reader.foreign_json import parsed
from reader.model.annotations import Annotation
from reader.model.articles import State
from reader.store import Library, files, healing
from reader.store.integrity import digests, seal
from reader.store.integrity.examining import examine
from reader.store.integrity.sealing import COLUMNS
from tests.reader.store.conftest import add, make_article
from tests.reader.store.test_door import mark

Break = Callable[[sqlite3.Connection], object]


@pytest.fixture
def closed(path: Path) -> Path:
    """A library with two articles and three marks, a backup of that, closed in order."""
    with Library.open(path) as library:
        _, first = add(library)
        add(library, "Ship leaves the harbour at nine")
        for words in ("stok cukup", "Rauf Sembada", "impor garam."):
            mark(library, first, words)
        library.examine()
        library.backup()
    return path


def broken(path: Path, *statements: str) -> list[str]:
    """Change rows behind the library's back; what a check says then."""
    with closing(sqlite3.connect(path)) as raw, raw:
        for statement in statements:
            raw.execute(statement)
    return [str(damage.message) for damage in examine(path)]


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE revision SET text = replace(text, 'cukup', 'habis')", "text “Menteri"),
        ("UPDATE revision SET present = 0 WHERE number = 1", "text “Menteri"),
        ("UPDATE article SET title = 'Ship leaves the harbour at ten' WHERE number = 2", "article “Ship leaves"),
        ("UPDATE article SET state = 'inbpx' WHERE number = 2", "article “Ship leaves"),
        ("UPDATE annotation SET note = 'no' WHERE number = 1", "“stok cukup” in “Menteri"),
        ("UPDATE annotation SET label = 'none' WHERE number = 1", "“stok cukup” in “Menteri"),
        ("UPDATE annotation SET created = '2030' WHERE number = 1", "“stok cukup” in “Menteri"),
        ("UPDATE annotation SET id = 'x' || substr(id, 2) WHERE number = 1", "“stok cukup” in “Menteri"),
        ("UPDATE original SET data = x'00' WHERE rowid = 1", "halaman.html"),
        ("UPDATE label SET name = 'Klaim' WHERE id = 'claim'", "label “Klaim”"),
        ("UPDATE change SET swaps = '[]' WHERE number = 2", "step 2"),
        ("DELETE FROM change WHERE number = 2", "before step 3"),
        ("UPDATE change SET state = 'undone' WHERE number = 2", "step 2"),
        ("INSERT INTO article_search(article_search) VALUES ('delete-all')", "search index"),
        ("UPDATE annotation_count SET annotations = 7", "counts of marks"),
        ("DROP TRIGGER count_made", "count_made is missing"),
        ("CREATE TRIGGER mine AFTER INSERT ON annotation BEGIN DELETE FROM label; END", "mine does not belong"),
    ],
)  # fmt: skip
def test_whatever_was_changed_is_named(closed: Path, statement: str, says: str) -> None:
    assert broken(closed) == []
    assert says in "\n".join(broken(closed, statement))


def test_all_that_is_done_leaves_a_sound_library(path: Path) -> None:
    with Library.open(path) as library:
        article, first = add(library)
        marks = [mark(library, first, words) for words in ("stok cukup", "Rauf Sembada", "impor garam.")]
        library.apply(edits.link("related", marks[0], marks[1]))
        library.apply(edits.set_state([article], State.ARCHIVED))
        library.apply(edits.save_labels(library.labels(), library.labels()[:2]))
        with library.importing("Bring") as inside:
            more, text = make_article("Another", ["Words of another."])
            inside.add([more, text])
        for step in (library.undo, library.undo, library.undo, library.redo, library.redo):
            step()
        trashed = library.article(article.id)
        library.apply(edits.set_state([trashed], State.TRASHED))
        assert library.check() == []
        library.delete_for_good([article.id])
        assert library.check() == [] and not library.owed


def test_a_library_that_was_closed_in_order_is_believed_and_no_other(closed: Path) -> None:
    def owed() -> bool:
        with Library.open(closed, readonly=True) as library:
            return library.owed

    assert not owed()
    data = bytearray(closed.read_bytes())
    data[len(data) // 2] ^= 4
    closed.write_bytes(data)
    assert owed()
    data[len(data) // 2] ^= 4
    closed.write_bytes(data)
    assert not owed()
    seal.take_off(closed)  # as a kill leaves it
    assert owed()
    with Library.open(closed, readonly=True) as library:
        assert library.examine() == []
    assert not owed()  # what was found sound is sealed again


def test_while_it_is_open_nobody_else_checks_it(closed: Path) -> None:
    with Library.open(closed) as library, Library.open(closed, readonly=True) as reader:
        assert not library.owed and not reader.owed and not seal.seal_of(closed).exists()


def test_an_unknown_state_is_listed_and_a_broken_mark_costs_itself(closed: Path) -> None:
    assert broken(closed, "UPDATE article SET state = 'inbpx', added = '2026-13-45' WHERE number = 2")
    with Library.open(closed) as library:
        assert library.owed and len(library.summaries()) == 2
        assert sum(library.state_counts().values()) == 2
        other = next(s for s in library.summaries() if not s.title.startswith("Menteri"))
        with pytest.raises(LibraryError, match="is damaged"):
            library.article(other.id)
    assert library.owed


@pytest.mark.parametrize("statement", [
    "UPDATE revision SET text = replace(text, 'cukup', 'habis'), blocks = '[[' WHERE number = 1",
    "UPDATE annotation SET note = 'no', tags = '{' WHERE number = 1",
    "UPDATE label SET name = 'Klaim' WHERE id = 'claim'",
    "UPDATE original SET data = x'00' WHERE rowid = 1",
])  # fmt: skip
def test_what_a_backup_holds_comes_back_and_the_damaged_file_is_kept(closed: Path, statement: str) -> None:
    with Library.open(closed, readonly=True) as library:
        before = list(library.documents())
    assert broken(closed, statement)
    (remedy,) = healing.plan(closed)
    assert remedy.source is not None and "the backup" in str(remedy.source)
    done = healing.heal(closed)
    assert [one.id for one in done.remedies] == [remedy.id] and done.kept.exists()
    with Library.open(closed) as library:
        assert library.check() == [] and list(library.documents()) == before
        assert library.undo() is not None


def test_a_mark_without_a_backup_comes_back_from_the_history(closed: Path) -> None:
    shutil.rmtree(closed.parent / "backups")
    assert broken(closed, "UPDATE annotation SET note = 'no' WHERE number = 1")
    (remedy,) = healing.heal(closed).remedies
    assert str(remedy.source) == "the history" and broken(closed) == []


def test_what_nothing_sound_is_found_of_stays_and_is_named(closed: Path) -> None:
    shutil.rmtree(closed.parent / "backups")
    assert broken(closed, "UPDATE revision SET text = replace(text, 'cukup', 'habis') WHERE number = 1")
    (remedy,) = healing.heal(closed).remedies
    assert remedy.source is None and broken(closed)


def test_what_another_program_put_in_is_not_carried_out_and_a_copy_is_clean(closed: Path, tmp_path: Path) -> None:
    broken(closed, "CREATE TRIGGER mine AFTER INSERT ON annotation BEGIN UPDATE article SET title = 'x'; END")
    for readonly in (True, False):
        with pytest.raises(ForeignError, match="mine"):
            Library.open(closed, readonly=readonly)
    target = tmp_path / "clean.tilik"
    healing.copy_clean(closed, target)
    with Library.open(target) as library:
        assert library.count() == 2 and library.check() == []


@pytest.mark.parametrize("emptied", [True, False])
def test_no_library_is_made_where_one_was(closed: Path, emptied: bool) -> None:
    closed.write_bytes(b"") if emptied else closed.unlink()
    for readonly in (True, False):
        with pytest.raises(GoneError, match=r"with 2 articles.*newest backup is"):
            Library.open(closed, readonly=readonly)
    assert not closed.exists() or closed.stat().st_size == 0
    Library.begin_new(closed)
    with Library.open(closed) as library:
        assert library.count() == 0
    assert len(list((closed.parent / "backups").iterdir())) == 1


def test_a_link_leads_to_one_library_with_one_lock(closed: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.tilik"
    link.symlink_to(closed)
    with Library.open(link) as library:
        assert library.path == closed.resolve()
        with pytest.raises(LibraryError, match="open in another"):
            Library.open(closed)
        assert library.backup().parent.parent == closed.resolve().parent / "backups"
    assert link.is_symlink() and not list(tmp_path.glob("link.tilik.*"))


@pytest.mark.parametrize("seed", range(4))
def test_no_flipped_bit_goes_unseen(closed: Path, seed: int) -> None:
    chance, whole = random.Random(seed), closed.read_bytes()
    for _ in range(6):
        data = bytearray(whole)
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
        closed.write_bytes(data)
        try:
            with Library.open(closed, readonly=True) as library:
                assert library.owed
                library.examine()
        except LibraryError:
            pass  # said in a sentence


@pytest.mark.parametrize("kind", ["zero", "junk", "cut", "swap"])
def test_a_damaged_page_ends_no_check(closed: Path, kind: str) -> None:
    chance, whole = random.Random(kind), closed.read_bytes()
    for number in chance.sample(range(1, len(whole) // 4096 - 1), 8):
        data, at = bytearray(whole), number * 4096
        if kind == "cut":
            del data[at:]
        elif kind == "swap":
            data[at : at + 4096], data[at + 4096 : at + 8192] = data[at + 4096 : at + 8192], data[at : at + 4096]
        else:
            data[at : at + 4096] = bytes(4096) if kind == "zero" else chance.randbytes(4096)
        if bytes(data) == whole:
            continue
        closed.write_bytes(data)
        list(examine(closed))


def test_originals_are_known_by_their_bytes(closed: Path) -> None:
    other = zlib.compress(b"<p>other</p>").hex()
    assert "halaman.html" in "\n".join(broken(closed, f"UPDATE original SET data = x'{other}' WHERE rowid = 1"))


def test_a_damaged_article_and_a_damaged_mark_cost_themselves_in_a_set(closed: Path) -> None:
    broken(
        closed,
        "UPDATE revision SET blocks = '[[' WHERE number = 2",
        "UPDATE annotation SET tags = '{' WHERE number = 1",
    )
    with Library.open(closed, readonly=True) as library:
        (document,) = library.documents()
        assert len(document.annotations) == 2
        assert ["text" if "revision" in str(m) else "mark" for m in reversed(library.damaged)] == ["text", "mark"]


def test_a_library_whose_holder_died_and_that_is_gone_is_asked_about(path: Path) -> None:
    """No seal and no backup were made yet: the note of who held it is the only trace."""
    with Library.open(path) as library:
        add(library)
    for trace in (path, seal.seal_of(path)):
        trace.unlink()
    path.with_name(f"{path.name}.owner").write_text("{}")
    with pytest.raises(GoneError, match="is not there any more"):
        Library.open(path)


def test_digests_of_other_columns_are_made_anew_and_what_was_damaged_stays_so(closed: Path) -> None:
    """A later Tilik knows more of a mark than an older one made digests of."""
    with closing(sqlite3.connect(closed)) as raw, raw:
        raw.row_factory = sqlite3.Row
        known = [name for name in digests.columns(Annotation) if name != "note"]
        for row in raw.execute("SELECT * FROM annotation").fetchall():
            older = digests.digest(tuple(row[name] for name in known))
            raw.execute("UPDATE annotation SET digest = ? WHERE id = ?", (older, row["id"]))
        noted = parsed(raw.execute("SELECT value FROM setting WHERE key = ?", (COLUMNS,)).fetchone()[0])
        noted["annotation"] = known
        raw.execute("UPDATE setting SET value = ? WHERE key = ?", (json.dumps(noted), COLUMNS))
        raw.execute("UPDATE annotation SET created = '2001-02-03T04:05:06+00:00' WHERE number = 2")
        raw.execute(f"PRAGMA user_version={files.SCHEMA - 1}")
    with Library.open(closed) as library:
        (damage,) = library.examine()
        assert damage.part == "annotation" and "Rauf Sembada" in str(damage.message)
