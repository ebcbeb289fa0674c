"""What must never lose or leak a mark: files, locks, kills, full disks, damaged and foreign libraries."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.errors import FullDiskError, LibraryError, LockedError, NewerLibraryError, ReadOnlyError
from reader.model.annotations import Annotation, Origin
from reader.model.articles import Place
from reader.model.spans import Span
from reader.model.stamps import now
from reader.store import Library, files, first_paint, mapping
from reader.store.integrity.sealing import seal
from reader.store.upgrade import upgrade
from tests.reader.store.conftest import add
from tests.reader.store.test_door import mark
from tests.statements import write_connection


def test_the_library_is_private_under_any_umask(path: Path) -> None:
    old = os.umask(0)
    try:
        with Library.open(path) as library:
            add(library)
            modes = {p.name: p.stat().st_mode & 0o777 for p in path.parent.iterdir() if p.is_file()}
            assert path.parent.stat().st_mode & 0o777 == 0o700
            assert set(modes.values()) == {0o600}, modes
            made = library.backup()
            kept = {p.stat().st_mode & 0o777 for p in (path.parent / "backups").rglob("*") if p.is_file()}
            assert kept == {0o600} and made.stat().st_mode & 0o777 == made.parent.stat().st_mode & 0o777 == 0o700
    finally:
        os.umask(old)


def test_every_commit_is_synced(library: Library) -> None:
    connection = write_connection(library)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_second_writer_is_told_who_holds_it_and_readers_still_read(library: Library, path: Path) -> None:
    add(library)
    with pytest.raises(LockedError, match=f"process {os.getpid()} on "):
        Library.open(path)
    with Library.open(path, readonly=True) as reader:
        assert reader.count() == 1


def test_a_killed_writer_leaves_its_marks_and_no_lock(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from reader.store import Library\n"
        "from tests.reader.store.conftest import add; from tests.reader.store.test_door import mark\n"
        "library = Library.open(Path(sys.argv[1])); article, revision = add(library)\n"
        "made = mark(library, revision, 'stok cukup'); print(made.id, flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    id = child.stdout.readline().strip()
    child.send_signal(signal.SIGKILL)
    child.communicate()
    with Library.open(path) as library:
        assert library.annotation(id).anchor.quote == "stok cukup"
        assert library.check() == []


def test_a_full_disk_fails_loudly_and_keeps_what_was_saved(library: Library) -> None:
    article, revision = add(library)
    saved = mark(library, revision, "stok cukup")
    (pages,) = write_connection(library).execute("PRAGMA page_count").fetchone()
    write_connection(library).execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(LibraryError, match="nothing was changed: database or disk is full"):
        add(library, "Panjang", ["kata " * 100_000])
    assert library.annotations(article.id) == [saved] and library.check() == []


def test_a_library_without_write_permission_opens_to_read(path: Path) -> None:
    with Library.open(path) as library:
        article, revision = add(library)
    path.chmod(0o400)
    with Library.open(path) as library:
        assert library.readonly and library.article(article.id) == article
        with pytest.raises(ReadOnlyError, match=path.name):
            mark(library, revision, "stok cukup")
        with pytest.raises(ReadOnlyError):
            library.remember_place(Place(article.id, 0, 0.0, now()))


@pytest.mark.parametrize("number", [files.SCHEMA + 1, 99])
def test_a_newer_library_is_left_as_it_is(path: Path, number: int) -> None:
    with Library.open(path) as library:
        add(library)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"PRAGMA user_version={number}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError, match="newer Tilik"):
        Library.open(path)
    assert path.read_bytes() == before and first_paint(path) is None


def test_a_foreign_database_and_a_damaged_one_are_named(path: Path) -> None:
    files.make_private(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE recipe(id)")
    raw.close()
    with pytest.raises(LibraryError, match="not a Tilik library"):
        Library.open(path)
    path.write_bytes(b"this is no database " * 500)
    with pytest.raises(LibraryError, match=f"{path.name} cannot be read as a library"):
        Library.open(path)
    assert first_paint(path) is None


def test_a_damaged_library_names_its_last_backup(path: Path) -> None:
    with Library.open(path) as library:
        add(library)
        saved = library.backup()
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])
    with pytest.raises(LibraryError, match=saved.name):
        Library.open(path)


def test_check_finds_a_quote_that_is_not_in_the_text(library: Library) -> None:
    _, revision = add(library)
    made = mark(library, revision, "stok cukup")
    write_connection(library).execute("UPDATE annotation SET quote = 'stok habis'")
    seal(write_connection(library), Annotation, [made.id])  # wrong from the start, and not damaged since
    problems = [str(problem) for problem in library.check() if "search index" not in str(problem)]
    assert problems == [f"annotation {made.id} does not say the words at its place in article {made.article_id}"]


NEXT = files.SCHEMA + 1
MIGRATION = """
from alembic import op
revision, down_revision = "{next:04d}", "{last:04d}"
def upgrade():
    op.execute("CREATE TABLE desk (id TEXT PRIMARY KEY)")
    {more}
"""


def scripts(tmp_path: Path, more: str = "pass") -> Path:
    import shutil

    folder = tmp_path / "scripts"
    shutil.copytree(Path(files.__file__).parent / "migrations", folder)
    (folder / "versions" / f"{NEXT:04d}_desk.py").write_text(MIGRATION.format(more=more, next=NEXT, last=files.SCHEMA))
    return folder


def test_an_upgrade_keeps_everything_and_a_backup_of_before(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        article, _ = add(library)
    saved = upgrade(path, scripts=scripts(tmp_path), target=NEXT)
    with closing(sqlite3.connect(path)) as raw, raw:
        assert raw.execute("SELECT count(*) FROM desk").fetchone() == (0,)
        assert raw.execute("PRAGMA user_version").fetchone() == (NEXT,)
        assert raw.execute("SELECT title FROM article").fetchone() == (article.title,)
    raw.close()
    with Library.open(saved, readonly=True) as before:
        assert before.article(article.id) == article


# The columns of schema 2; whatever later schemas added is taken off to have such a library.
SECOND = {
    "article": "number id revision_id title added source site byline published published_basis language url state tags"
    " words extra",
    "revision": "number id article_id present text blocks marks metadata left_out notices captured cleaner fingerprint"
    " original_id origin",
    "annotation": "number id article_id revision_id label start end spans quote before after note tags attributes"
    " annotator created modified extra about",
    "relation": "number id kind created note attributes annotator extra within",
    "label": "id name key colour underline position builtin",
    "change": "number name origin at swaps state",
}


def _back_to_the_fourth(raw: sqlite3.Connection) -> None:
    """Make the library what schema 4 had."""
    quick = importlib.import_module("reader.store.migrations.versions.0005_quick")
    for trigger in quick.TRIGGERS:
        raw.execute(f"DROP TRIGGER {trigger}")
    for name, _ in quick.INDEXES:
        raw.execute(f"DROP INDEX {name}")
    for table in ("annotation_count", "change_added"):
        raw.execute(f"DROP TABLE {table}")
    raw.execute("CREATE INDEX ix_annotation_about ON annotation(about)")


def back_to_the_second(raw: sqlite3.Connection) -> None:
    """Make the library what schema 2 had."""
    _back_to_the_fourth(raw)
    raw.executescript("DROP TABLE change_article; DROP INDEX ix_change_state_turn; DROP INDEX ix_change_turn;"
                      "CREATE INDEX ix_change_state_number ON change (state, number)")  # fmt: skip
    for table, columns in SECOND.items():
        there = {name for _, name, *_ in raw.execute(f"PRAGMA table_info({table})").fetchall()}
        for name in sorted(there - set(columns.split())):
            raw.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
    raw.execute("PRAGMA user_version = 2")


_BACK_TO_THE_FIRST = """
DROP INDEX ix_annotation_about; DROP INDEX ix_relation_within;
ALTER TABLE annotation DROP COLUMN about; ALTER TABLE relation DROP COLUMN within;
DROP TABLE claim; DROP TABLE source; DROP TABLE evidence; DROP TABLE review; PRAGMA user_version = 1;
"""


def back_to_the_first(raw: sqlite3.Connection) -> None:
    """Make the library what schema 1 had."""
    back_to_the_second(raw)
    raw.executescript(_BACK_TO_THE_FIRST)


def test_a_library_of_the_first_schema_is_opened_with_its_marks_and_its_undo(path: Path) -> None:
    with Library.open(path) as library:
        article, revision = add(library)
        made = mark(library, revision, "stok cukup")
    with closing(sqlite3.connect(path)) as raw, raw:
        back_to_the_first(raw)
        raw.execute("UPDATE change SET swaps = replace(swaps, '\"about\":\"\",', '')")
    raw.close()
    with Library.open(path) as library:
        assert library.annotations(article.id) == [made]
        library.undo()
        assert library.annotations(article.id) == []
        library.redo()
        assert library.annotations(article.id) == [made]
        assert library.claims() == [] and library.check() == []


def test_where_a_mark_was_made_moves_out_of_the_extra_values_also_in_the_log(path: Path) -> None:
    with Library.open(path) as library:
        _, revision = add(library)
        made = mark(library, revision, "stok cukup")
        origin = Origin(revision.id, (Span(0, 4),), "Stok", "changed", "the words differ", needs_review=True)
        carried = replace(made, origin=origin, extra={"jsonl": {"colour": "red"}})
        library.apply(edits.Edit("Capture again", (edits.Swap(made, carried),)))
        foreign = replace(carried, origin=None, extra={"carried": "by hand"})
        library.apply(edits.Edit("Change", (edits.Swap(carried, foreign),)))
        library.undo()
    told = {
        "revision": revision.id, "spans": [[0, 4]], "quote": "Stok", "outcome": "changed", "why": "the words differ",
        "asks": True,
    }  # fmt: skip
    extra = mapping.dump({"carried": told, "jsonl": {"colour": "red"}})
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE annotation SET extra = ?", [extra])
        for number, swaps in raw.execute("SELECT number, swaps FROM change").fetchall():
            raw.execute("UPDATE change SET swaps = ? WHERE number = ?", [_without_origin(swaps, extra), number])
        back_to_the_second(raw)
    raw.close()
    with Library.open(path) as library:
        assert library.annotation(made.id) == carried
        library.redo()
        assert library.annotation(made.id) == foreign
        library.undo()
        assert library.annotation(made.id) == carried
        library.undo()
        assert library.annotation(made.id) == made
        library.redo()
        assert library.annotation(made.id) == carried and library.check() == []


def test_a_library_whose_number_was_set_back_is_upgraded_again(path: Path) -> None:
    with Library.open(path) as library:
        _, revision = add(library)
        made = mark(library, revision, "stok cukup")
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("PRAGMA user_version = 2")
    raw.close()
    with Library.open(path) as library:
        assert library.annotation(made.id) == made and library.check() == []


def _without_origin(swaps: str, extra: str) -> str:
    """The entry as schema 2 wrote it: the origin among the extra values."""
    pairs = json.loads(swaps)
    for side in (side for pair in pairs for side in pair if side is not None and isinstance(side[1], dict)):
        if side[1].pop("origin", ""):
            side[1]["extra"] = extra
    return mapping.dump(pairs)


def held(path: Path) -> list[str]:
    """All that a library holds, as SQL."""
    with contextlib.closing(sqlite3.connect(path)) as raw:
        return [line for line in raw.iterdump() if "_search" not in line]


def test_a_failed_upgrade_leaves_the_library_as_it_was(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        article, _ = add(library)
    before = held(path)
    with pytest.raises(LibraryError, match="was left as it is"):
        upgrade(path, scripts=scripts(tmp_path, "op.execute('nonsense')"), target=NEXT)
    assert held(path) == before, "what the migration did before it failed is in its copy only"
    assert not path.with_name(path.name + ".upgrading").exists()
    with Library.open(path) as library:
        assert library.article(article.id) == article


def test_the_first_glance_equals_the_library(library: Library, path: Path) -> None:
    article, revision = add(library)
    add(library, "Harbour audit opens", ["The auditors began on Monday."])
    made = mark(library, revision, "stok cukup")
    library.apply(edits.set_note(made, "!"))
    library.remember_place(Place(article.id, 12, 0.25, now()))
    first = first_paint(path)
    assert first is not None
    assert (first.article, first.revision) == (article, revision)
    assert first.page_annotations == library.page_annotations(revision.id) and first.page_annotations[0].noted
    assert first.place == library.place(article.id)
    assert first.summaries == library.summaries() and first.summaries[1].progress == 0.25
    assert first.counts == library.state_counts() and first.labels == library.labels()


def test_the_first_glance_loads_no_sqlalchemy(path: Path) -> None:
    with Library.open(path) as library:
        add(library)
    script = (
        "import sys; from pathlib import Path; from reader.store import first_paint\n"
        "assert first_paint(Path(sys.argv[1]))\nassert 'sqlalchemy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)


def test_no_library_yet_is_no_glance(path: Path) -> None:
    assert first_paint(path) is None
    with pytest.raises(LibraryError, match="there is no library"):
        Library.open(path, readonly=True)


def test_a_full_disk_is_read_from_a_copy_that_goes_when_it_is_closed(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library)
    library.close()
    real = files.connect

    def connect(where: Path, *, readonly: bool) -> sqlite3.Connection:
        if where.parent == path.parent:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = 4874  # SQLITE_IOERR_SHMSIZE: no room for 32 KB beside the library
            raise error
        return real(where, readonly=readonly)

    monkeypatch.setattr(files, "connect", connect)
    with Library.open(path, readonly=True) as found:
        copy = found._place
        assert found.count() == 1 and copy != path and copy.exists()
    assert not copy.parent.exists(), "nothing of it is left elsewhere"
    with pytest.raises(FullDiskError, match=r"No space left on device.*can still be read"):
        Library.open(path)
