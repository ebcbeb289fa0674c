"""An encrypted library: opened by its words and by nothing else, with nothing to read beside it, whatever is done."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import EncryptedError, LibraryError, WrongWordsError
from reader.model.erasing import Erasure
from reader.store import Library, Restored, backups_here, driver, key_files
from reader.store.encrypting import Encrypting, decrypt, plain_copies, remove_plain
from reader.store.integrity.examining import lenient
from reader.store.integrity.walking import walk
from tests.reader.store.conftest import add
from tests.reader.store.test_door import mark
from tests.reader.store.test_safety import back_to_the_first

pytest.importorskip("sqlcipher3")
pytest.importorskip("argon2")
WORDS, CANARY = "rahasia dapur 🧂", "Zirkoniumkanari"
BODY = [f"Juru bicara {CANARY} menyebut stok cukup.", "Kata yang lain."]


pytestmark = pytest.mark.usefixtures("quick_passphrases")


@pytest.fixture
def recovery(path: Path) -> str:
    """An encrypted library with a mark at `path`; its recovery words."""
    with Library.open(path) as library:
        _, revision = add(library, CANARY, BODY)
        mark(library, revision, CANARY)
    made = Encrypting(path, WORDS)
    assert made.carry_out() == []
    return made.recovery


def restarted(path: Path) -> None:
    """As another process would see it."""
    driver._held.clear()
    key_files._texts.clear()


def opened(path: Path, words: str = WORDS) -> Library:
    restarted(path)
    key_files.unlock(path, words)
    return Library.open(path)


def readable(folder: Path) -> list[str]:
    """Files in which the canary stands."""
    canaries = [code for word in (CANARY, CANARY.lower()) for code in (word.encode(), word.encode("utf-16-le"))]
    files = [one for one in folder.rglob("*") if one.is_file()]
    return [one.name for one in files if any(code in one.read_bytes() for code in canaries)]


@pytest.fixture
def watched(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What was readable in the library's folder, or the one for temporary files, whenever a file was renamed or
    removed."""
    passing = tmp_path_factory.mktemp("passing")
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    seen = list[str]()

    def look(real: Callable[..., object]) -> Callable[..., object]:
        def looked(*given: object, **more: object) -> object:
            seen.extend(readable(path.parent) + readable(passing))
            return real(*given, **more)

        return looked

    for module, name in ((os, "replace"), (Path, "unlink"), (shutil, "rmtree"), (os, "rename")):
        monkeypatch.setattr(module, name, look(getattr(module, name)))
    return seen


def test_only_its_words_open_it(path: Path, recovery: str) -> None:
    restarted(path)
    before = {one: one.read_bytes() for one in path.parent.iterdir() if one.is_file() and one.suffix != ".lock"}
    with pytest.raises(EncryptedError, match="its passphrase or its recovery words open it"):
        Library.open(path)
    with pytest.raises(EncryptedError):
        Library.open(path, readonly=True)
    with pytest.raises(WrongWordsError, match="nothing was changed"):
        key_files.unlock(path, "salah")
    assert {one: one.read_bytes() for one in before} == before
    for words in (WORDS, recovery, recovery.upper().replace("-", " ")):
        with opened(path, words) as library:
            assert not library.owed and library.count() == 1 and library.check() == []
            assert len(library.search(CANARY)) == 2  # the article and the mark


def test_nothing_can_be_read_beside_it_whatever_is_done(path: Path, recovery: str, watched: list[str]) -> None:
    for copy in plain_copies(path):
        remove_plain(path, [copy])
    with opened(path) as library:
        article, revision = add(library, f"{CANARY} lagi", BODY)
        mark(library, revision, CANARY)
        watched += readable(path.parent)  # the -wal too
        library.undo()
        library.backup()
        library.backup(path.with_name("copy.tilik"))
        library.compact()
        watched += readable(path.parent)
        list(library.erase_in_backups(Erasure(articles=(article.id,))))
    with closing(sqlite3.connect(":memory:")), Library.open(backups_here(path)[-1].path, readonly=True) as kept:
        assert kept.count() == 2 - 1
    healed = Library.open(path)
    healed.owed = True
    with healed.heal() as library:
        assert library.count() == 2 and library.check() == []
    Restored(path, backups_here(path)[-1].path).settle()
    with opened(path) as library:
        assert library.check() == []
    restarted(path)
    assert watched == [] and readable(path.parent) == []
    assert driver.is_encrypted(path.with_name("copy.tilik"))


def test_an_older_encrypted_library_is_brought_up_to_date(path: Path, recovery: str, watched: list[str]) -> None:
    for copy in plain_copies(path):
        remove_plain(path, [copy])
    with closing(driver.connect(path)) as raw:
        back_to_the_first(raw)
    watched.clear()
    with opened(path) as library:
        assert library.count() == 1 and library.check() == []
    assert driver.is_encrypted(path) and watched == [] and readable(path.parent) == []


def test_a_backup_costs_what_changed(path: Path, recovery: str) -> None:
    with opened(path) as library:
        for n in range(30):
            _, revision = add(library, f"Halaman {n}", [os.urandom(3000).hex()])
        library.backup()
        folder = backups_here(path)[-1].path.parent
        before = size(folder)
        mark(library, revision, "Halaman")
        library.backup()
        again = size(folder) - before
        assert 0 < again < before / 4
        mark(library, revision, "Hal")
        mark(library, revision, "man")
        with library._reading() as other:  # an older moment is being read: all of it is copied by SQLite
            other.execute("SELECT count(*) FROM article").fetchone()
            mark(library, revision, "lam")
            library.backup()
    assert [one.damage for one in backups_here(path)] == [None] * len(backups_here(path))
    with Library.open(backups_here(path)[-1].path, readonly=True) as kept:
        assert kept.check() == [] and kept.count() == 31


def size(folder: Path) -> int:
    return sum(one.stat().st_size for one in folder.glob("*.pack"))


def test_another_passphrase_writes_the_key_files_alone(path: Path, recovery: str, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    with opened(path) as library:
        library.use_second_place(second)
        library.backup()
    held = path.read_bytes()
    with pytest.raises(WrongWordsError):
        key_files.change_passphrase(path, "salah", "lain")
    assert key_files.change_passphrase(path, recovery, "lain") == []
    assert path.read_bytes() == held
    copies = [*second.rglob("*.key"), *(path.parent / "backups").rglob("*.key")]
    assert len(copies) == 2 and {one.read_text() for one in copies} == {key_files.beside(path).read_text()}
    with pytest.raises(WrongWordsError):
        opened(path)
    opened(path, "lain").close()
    shutil.rmtree(second)
    assert "is not there" in str(key_files.change_passphrase(path, "lain", "ketiga")[0])


@pytest.mark.parametrize("damage", ["gone", "bit", "half"])
def test_a_damaged_key_file_is_mended_from_a_copy(path: Path, recovery: str, damage: str) -> None:
    own = key_files.beside(path)
    whole = own.read_bytes()
    if damage == "gone":
        own.unlink()
    else:
        own.write_bytes(whole[:200] if damage == "half" else whole.replace(b"a", b"b", 1))
    restarted(path)
    with pytest.raises(WrongWordsError):
        key_files.unlock(path, "salah")
    assert "made anew from a copy" in str(key_files.unlock(path, recovery))
    assert own.read_bytes() == whole and own.stat().st_mode & 0o077 == 0
    for copy in path.parent.rglob("*.key"):
        copy.unlink()
    restarted(path)
    with pytest.raises(LibraryError, match="there is no copy of it with the backups"):
        key_files.unlock(path, WORDS)


def test_behind_damaged_pages_it_is_read_checked_and_healed(path: Path, recovery: str) -> None:
    with opened(path) as library:
        for n in range(20):
            _, revision = add(library, f"Halaman {n}", [os.urandom(1500).hex(), *BODY])
            mark(library, revision, CANARY)
        library.backup()
    size = path.stat().st_size // 4096
    with open(path, "r+b") as file:
        for page in (size - 12, size - 3):
            file.seek(page * 4096 + 100)
            file.write(b"junk")
    library = opened(path)
    told = [damage.message for damage in library.examine() if damage.part == "file"]
    assert any(f"page {size - 11}" in str(one) for one in told) and len(told) < 10
    for summary in library.summaries():  # what is damaged costs itself
        with contextlib.suppress(LibraryError):
            library.annotations(summary.id)
    with library.heal() as healed:
        assert healed.count() == 21 and healed.check() == []
        assert sum(len(healed.annotations(one.id)) for one in healed.summaries()) == 21
        assert driver.is_encrypted(path) and readable(path.parent) == []


def test_rows_behind_damaged_pages_are_read(path: Path, recovery: str) -> None:
    with opened(path) as library:
        for n in range(60):
            _, revision = add(library, f"Halaman {n}", [os.urandom(1500).hex(), *BODY])
            mark(library, revision, CANARY)
    size = path.stat().st_size // 4096
    with open(path, "r+b") as file:
        for page in range(size * 2 // 3, size, 9):
            file.seek(page * 4096 + 100)
            file.write(b"junk")
    with closing(lenient(path)) as connection:
        found = [
            len(list(walk(connection, table, "rowid"))) for table in ("revision", "change", "annotation", "article")
        ]
    assert sum(found) > 3 * 40


def test_damage_of_its_first_bytes_costs_nothing(path: Path, recovery: str) -> None:
    with open(path, "r+b") as file:
        file.write(b"\0\0\0")
    with opened(path) as library:
        assert library.count() == 1 and library.check() == []


def test_a_kill_at_any_rename_leaves_the_old_one_or_the_new_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class KilledError(BaseException):
        pass

    with Library.open(path) as library:
        add(library, CANARY, BODY)
    plain, real, last = path.read_bytes(), os.replace, False
    for at in range(1, 20):
        calls = 0

        def replace(*given: str, at: int = at) -> None:
            nonlocal calls
            calls += 1
            if calls == at:
                raise KilledError
            real(*given)

        with monkeypatch.context() as held:
            held.setattr(os, "replace", replace)
            try:
                Encrypting(path, WORDS).carry_out()
                last = True
            except KilledError:
                pass
        restarted(path)
        if driver.is_encrypted(path):
            key_files.unlock(path, WORDS)
        with Library.open(path) as library:
            assert library.count() == 1 and library.check() == []
        if driver.is_encrypted(path):
            decrypt(path)
        if last:
            break
        assert len(path.read_bytes()) >= len(plain) // 2
    assert last


def test_plain_copies_are_told_and_removed_and_encrypted_ones_stay(path: Path) -> None:
    with Library.open(path) as library:
        _, revision = add(library, CANARY, BODY)
        library.backup()
        mark(library, revision, CANARY)
        library.backup()
    Restored(path, backups_here(path)[0].path).settle()
    path.with_name(f"{path.name}.damaged-20260101T000000").write_bytes(path.read_bytes())
    Encrypting(path, WORDS).carry_out()
    found = list(plain_copies(path))
    assert len(found) == 4 and readable(path.parent)
    assert remove_plain(path, found) == [] and list(plain_copies(path)) == []
    assert readable(path.parent) == []
    assert [one.damage for one in backups_here(path)] == [None]
    with Library.open(backups_here(path)[0].path, readonly=True) as kept:
        assert kept.count() == 1


def test_a_plain_backup_put_back_into_it_is_encrypted(path: Path) -> None:
    with Library.open(path) as library:
        add(library, CANARY, BODY)
        library.backup()
    Encrypting(path, WORDS).carry_out()
    kept = Restored(path, next(one.path for one in backups_here(path) if one.number == 1)).settle()
    assert kept is not None and driver.is_encrypted(kept) and driver.is_encrypted(path)
    with opened(path) as library:
        assert library.count() == 1 and library.check() == []


def test_a_backup_goes_elsewhere_with_its_key_file(path: Path, recovery: str, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    shutil.copytree(path.parent / "backups", other / "carried")
    backup = next(other.rglob("backup.json")).parent
    shutil.rmtree(path.parent)
    restarted(path)
    new = other / "library.tilik"
    with pytest.raises(EncryptedError, match="is encrypted"):
        Restored(new, backup)
    with pytest.raises(WrongWordsError):
        key_files.unlock(backup, "salah")
    key_files.unlock(backup, WORDS)
    Restored(new, backup).settle()
    with opened(new, recovery) as library:
        assert library.count() == 1 and library.check() == []


def test_it_can_be_written_plain_again_and_its_backups_still_open(path: Path, recovery: str) -> None:
    opened(path).close()
    decrypt(path)
    restarted(path)
    with Library.open(path) as library:
        assert library.count() == 1 and library.check() == []
    backup = backups_here(path)[-1].path
    key_files.unlock(backup, WORDS)
    with Library.open(backup, readonly=True) as kept:
        assert kept.count() == 1
    Encrypting(path, "kedua").carry_out()
    opened(path, "kedua").close()


def test_without_the_packages_it_says_what_to_install(
    path: Path, recovery: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from reader import store

    restarted(path)
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    monkeypatch.delitem(sys.modules, "reader.store.ciphered", raising=False)
    monkeypatch.delattr(store, "ciphered", raising=False)
    with pytest.raises(LibraryError, match=r"pip install 'tilik\[encryption\]'"):
        key_files.unlock(path, WORDS)


def test_a_plain_library_loads_no_other_driver(path: Path) -> None:
    import subprocess
    import sys

    asked = (
        f"import sys; from pathlib import Path; from reader.store import Library, first_paint; p = Path({str(path)!r});"
        " Library.open(p).close(); first_paint(p); Library.open(p).close();"
        " print([n for n in sys.modules if n.startswith(('sqlcipher3', 'argon2', 'reader.store.key_files'))])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
