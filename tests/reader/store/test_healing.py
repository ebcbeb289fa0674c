"""What is missing or damaged is known, comes back from wherever a sound one is, and the damaged file is kept."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.cleaning.by_media_type import clean
from reader.intake.add import add as add_pages
from reader.model.pages import Cleaned, Page
from reader.model.stamps import now
from reader.store import Library, healing
from reader.store.backups import listing
from reader.store.integrity import foreign, seal
from reader.store.restoring import Restored, backups_here
from tests.reader.store.conftest import add
from tests.reader.store.test_door import mark

PAGE = "<!doctype html><article><h1>Night ferry</h1>" + "<p>The night ferry to the harbour never sailed.</p>" * 6
Spoil = Callable[[sqlite3.Connection], object]


class _Cleaner:
    def clean(self, page: Page) -> Cleaned:
        return clean(page)


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        for statement in statements:
            raw.execute(statement)


def checked(path: Path) -> list[str]:
    with Library.open(path, readonly=True) as library:
        return [str(one) for one in library.check()]


@pytest.fixture
def kept(path: Path) -> Path:
    """Two articles, a mark with a note, two that a set brought, a link, a claim of another; closed in order."""
    with Library.open(path) as library:
        _, revision = add(library)
        add(library, "Ship leaves the harbour at nine")
        made = mark(library, revision, "stok cukup")
        other = mark(library, revision, "impor garam.")
        library.apply(edits.set_note(made, "a note"))
        library.apply(edits.link("related", made, other))
        with library.importing("Import set") as inside:
            inside.add([replace(made, id=made.id[::-1], note="brought")])
        library.examine()
    return path


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("DELETE FROM annotation WHERE number = 2", "mark “impor garam.” in “"),
        ("DELETE FROM article WHERE number = 2", "article “Ship leaves the harbour at nine” is missing"),
        ("DELETE FROM relation", "relation “related” is missing"),
        ("DELETE FROM annotation WHERE note = 'brought'", "is missing"),
        ("DELETE FROM change WHERE number = (SELECT max(number) FROM change)", "the history does not say rightly"),
        ("DELETE FROM change_article WHERE number = 3", "note of which article a step is of"),
        ("UPDATE setting SET value = value || 'x'", "changed by something else"),
        ("DROP INDEX ix_annotation_place", "ix_annotation_place is missing"),
    ],
)  # fmt: skip
def test_what_is_gone_is_noticed_and_named(kept: Path, statement: str, says: str) -> None:
    assert checked(kept) == []
    spoil(kept, statement)
    assert says in "\n".join(checked(kept))


@pytest.mark.parametrize("table", ["annotation", "relation", "relation_member", "change", "change_article", "revision"])
def test_what_is_gone_comes_back_from_history_and_backup(kept: Path, table: str) -> None:
    with Library.open(kept) as library:
        library.examine()
        library.backup()
        before = list(library.documents()), library.history()
    spoil(kept, f"DELETE FROM {table} WHERE rowid = 1" if table != "change_article" else
          "DELETE FROM change_article WHERE number = 4")  # fmt: skip
    assert checked(kept) != []
    healing.heal(kept)
    with Library.open(kept) as library:
        assert library.check() == []
        assert (list(library.documents()), library.history()) == before


def test_a_link_comes_back_from_the_history_alone(kept: Path) -> None:
    with Library.open(kept) as library:
        (before,) = library.relations(library.ids()[1]) or library.relations(library.ids()[0])
    spoil(kept, "UPDATE relation SET kind = 'denies'")
    assert [str(one.source) for one in healing.heal(kept).remedies] == ["the history"]
    with Library.open(kept) as library:
        assert library.relations_of([before.members[0].annotation_id]) == [before]


def test_a_damaged_text_is_cleaned_again_of_its_page_and_no_other_text_is_taken(path: Path) -> None:
    with Library.open(path) as library:
        page = Page("ferry.html", "ferry.html", PAGE.encode(), "text/html", "utf-8", "")
        for _ in add_pages(library, [page], _Cleaner()):
            pass
        library.examine()
        (id,) = library.ids()
        before = library.revisions(id)
    spoil(path, "UPDATE revision SET text = replace(text, 'never', 'twice')")
    other = healing.plan(path, lambda page: clean(replace(page, data=PAGE.replace("ferry", "bus").encode())))
    assert [one.source for one in other] == [None]
    (done,) = healing.heal(path, clean=clean).remedies
    assert "original page" in str(done.source) and "twice" in done.before and "never" in done.after
    with Library.open(path) as library:
        assert library.check() == [] and library.revisions(id) == before


def test_an_older_backup_heals_what_the_newest_has_damaged_and_says_since_when(kept: Path) -> None:
    with Library.open(kept) as library:
        library.backup()
    spoil(kept, "UPDATE annotation SET note = 'forged' WHERE note = 'brought'")
    with Library.open(kept) as library:
        library.backup()
    (found,) = healing.plan(kept)
    assert "already" in str(found.since) and (found.before, found.after) == ("forged", "brought")


def test_healing_is_taken_back_by_putting_the_damaged_file_back(kept: Path) -> None:
    spoil(kept, "UPDATE annotation SET note = 'forged' WHERE note = 'a note'")
    done = healing.heal(kept)
    assert [one.path for one in backups_here(kept) if one.replaced] == [done.kept]
    Restored(kept, done.kept).settle()
    assert "“stok cukup”" in "\n".join(checked(kept))


def test_a_file_with_damaged_pages_is_put_back_too_by_whoever_takes_healing_back(kept: Path) -> None:
    data = bytearray(kept.read_bytes())
    data[-4096:] = bytes(4096)
    kept.write_bytes(data)
    damaged = checked(kept)
    done = healing.heal(kept)
    assert checked(kept) == []
    Restored(kept, done.kept).settle()
    assert checked(kept) == damaged != []


def test_of_two_that_are_healed_in_one_second_both_damaged_files_are_kept(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = now()
    monkeypatch.setattr(listing, "now", lambda: moment)
    for n in range(2):
        spoil(kept, f"UPDATE annotation SET note = 'forged {n}'")
        assert f"forged {n}".encode() in healing.heal(kept).kept.read_bytes()
    replaced = b"".join(one.path.read_bytes() for one in backups_here(kept) if one.replaced)
    assert b"forged 0" in replaced and b"forged 1" in replaced


def test_a_large_library_is_compared_beside_whoever_opened_it(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal, "WHOLE", 0)
    stands = kept.stat()
    with Library.open(kept, readonly=True) as library:
        assert library.unread and library.is_as_closed() and not library.owed
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 4
    kept.write_bytes(data)
    os.utime(kept, ns=(stands.st_atime_ns, stands.st_mtime_ns))
    with Library.open(kept, readonly=True) as library:
        assert not library.owed and not library.is_as_closed() and library.owed


def test_an_article_is_compared_when_it_is_opened_and_handed_out(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal, "WHOLE", 0)
    stands = kept.stat()
    spoil(kept, "UPDATE annotation SET note = 'forged' WHERE note = 'a note'")
    os.utime(kept, ns=(stands.st_atime_ns, stands.st_mtime_ns))
    with Library.open(kept, readonly=True) as library:
        first, second = sorted(library.ids(), key=lambda id: not library.annotations(id))
        assert ["“stok cukup”" in str(one.message) for one in library.examine_article(first)] == [True]
        assert library.examine_article(second) == []
        assert len(list(library.documents())) == 2 and "not as it was stored" in str(library.damaged[0])


def test_marks_that_an_index_hides_are_told_when_the_article_is_opened(kept: Path) -> None:
    with Library.open(kept) as library:
        id = next(id for id in library.ids() if library.annotations(id))
        spoil(kept, "PRAGMA writable_schema=ON")
        with closing(sqlite3.connect(kept)) as raw, raw:
            raw.execute("UPDATE annotation_count SET annotations = annotations + 1 WHERE field = 'label'")
        assert ["missing" in str(one.message) for one in library.examine_article(id)] == [True]


def test_changes_that_the_log_beside_the_file_lost_are_told(kept: Path) -> None:
    with Library.open(kept) as library:
        _, revision = add(library, "Third one")
        mark(library, revision, "Third")
        beside = kept.with_name(kept.name + "-wal").read_bytes()
        held = kept.read_bytes()
    kept.write_bytes(held)
    spoilt = bytearray(beside)
    spoilt[len(spoilt) // 2] ^= 1
    for data, told in ((beside, False), (bytes(spoilt), True)):
        kept.write_bytes(held)
        kept.with_name(kept.name + "-wal").write_bytes(data)
        kept.with_name(kept.name + "-shm").unlink(missing_ok=True)
        assert any("newest changes" in one for one in checked(kept)) is told


def test_all_indexes_of_the_schema_are_known() -> None:
    from reader.store import schema

    made = {str(one.name) for table in schema.metadata.tables.values() for one in table.indexes}
    assert made == foreign.INDEXES


def test_another_library_that_was_put_in_its_place_is_not_compared_with_it(kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.tilik"
    for path in (kept, other):
        with Library.open(path) as library:
            library.backup()
    kept.write_bytes(other.read_bytes())
    assert checked(kept) == []


def test_a_text_that_is_none_costs_its_hit_and_not_the_search(kept: Path) -> None:
    spoil(kept, "UPDATE annotation SET quote = CAST(quote AS BLOB) WHERE number = 1")
    with Library.open(kept) as library:
        assert len(library.search("stok cukup")) > 1
