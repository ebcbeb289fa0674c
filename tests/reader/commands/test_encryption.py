"""`tilik encrypt`, `decrypt` and `passphrase`, and other commands on an encrypted library, as a person types them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from reader.store import driver, encrypting
from tests.reader.commands.test_backups import Tilik, tilik
from tests.reader.store.conftest import TITLE

__all__ = ["tilik"]
pytest.importorskip("sqlcipher3")
pytest.importorskip("argon2")


pytestmark = pytest.mark.usefixtures("quick_passphrases")


def secret(folder: Path, words: str) -> Path:
    file = folder / f"{words}.txt"
    file.write_text(f"{words}\nsecond line\n", encoding="utf-8")
    return file


def encrypted(tilik: Tilik, monkeypatch: pytest.MonkeyPatch, *more: str) -> str:
    """Encrypt it by the passphrase `one`; the recovery words."""
    with monkeypatch.context() as held:
        shown: list[str] = []
        real = encrypting.Encrypting.asked

        def answered(made: encrypting.Encrypting) -> list[tuple[int, str]]:
            found = real(made)
            shown.append(made.recovery)
            held.setattr("sys.stdin", io.StringIO("salah\n" + "".join(f"{word.upper()} \n" for _, word in found)))
            return found

        held.setattr(encrypting.Encrypting, "asked", answered)
        out, err = tilik("encrypt", "--passphrase-file", secret(tilik.library.parent, "one"), *more)
    assert all(word in out for word in shown[0].split("-")) and err.count("Word ") == 3
    return shown[0]


def test_it_is_encrypted_after_two_words_came_back_and_opened_by_a_file(
    tilik: Tilik, monkeypatch: pytest.MonkeyPatch
) -> None:
    tilik("backup")
    recovery = encrypted(tilik, monkeypatch)
    assert driver.is_encrypted(tilik.library)
    driver._held.clear()
    _, err = tilik("list", code=74)
    assert "is encrypted: give its passphrase at a terminal, or by --passphrase-file" in err
    wrong, right, words = (secret(tilik.library.parent, one) for one in ("two", "one", recovery))
    assert "do not open the library; nothing was changed" in tilik("list", "--passphrase-file", wrong, code=74)[1]
    for file in (right, words):
        driver._held.clear()
        assert "Menteri bantah" in tilik("list", "--passphrase-file", file)[0]
    driver._held.clear()
    assert "sound" in tilik("check", "--passphrase-file", right)[0]
    out, err = tilik("encrypt", "--passphrase-file", right, "--remove-plain")
    assert "a backup of" in out and out.strip().endswith("removed") and "are not encrypted" in err
    assert [one["number"] for one in tilik.json("restore", "--passphrase-file", str(right))] == [2]
    tilik("restore", "--latest", "--passphrase-file", right)
    assert driver.is_encrypted(tilik.library)


def test_a_new_one_is_encrypted_from_its_first_article_on(tilik: Tilik, monkeypatch: pytest.MonkeyPatch) -> None:
    _, err = tilik("encrypt", "--new", "--passphrase-file", secret(tilik.library.parent, "one"), code=74)
    assert "is there already" in err
    tilik.library = tilik.library.with_name("other.tilik")
    _, err = tilik("encrypt", "--passphrase-file", secret(tilik.library.parent, "one"), code=66)
    assert "there is no library at" in err and "--new begins one" in err and not tilik.library.exists()
    encrypted(tilik, monkeypatch, "--new")
    assert driver.is_encrypted(tilik.library) and tilik("list")[0] == ""


def test_where_a_library_was_none_is_begun_and_no_words_are_shown(tilik: Tilik) -> None:
    tilik("backup")
    tilik.library.unlink()
    out, err = tilik("encrypt", "--new", "--passphrase-file", secret(tilik.library.parent, "one"), code=74)
    assert "is not there any more" in err and not out and not tilik.library.exists()


def test_words_that_do_not_come_back_change_nothing(tilik: Tilik, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nb\nc\nd\ne\nf\n"))
    before = {one.name: one.read_bytes() for one in tilik.library.parent.iterdir() if one.is_file()}
    file = secret(tilik.library.parent, "one")
    _, err = tilik("encrypt", "--passphrase-file", file, code=74)
    assert "of the recovery words is another one; nothing was changed" in err
    file.unlink()
    assert tilik.library.read_bytes() == before[tilik.library.name]
    assert not tilik.library.with_name(tilik.library.name + ".key").exists()


def test_another_passphrase_and_plain_again(tilik: Tilik, monkeypatch: pytest.MonkeyPatch) -> None:
    recovery = encrypted(tilik, monkeypatch)
    lost, new = secret(tilik.library.parent, recovery), secret(tilik.library.parent, "new")
    tilik("passphrase", "--passphrase-file", lost, "--new-passphrase-file", new)
    driver._held.clear()
    tilik("list", "--passphrase-file", secret(tilik.library.parent, "one"), code=74)
    tilik("annotate", TITLE, "--quote", "Rauf", "--label", "claim", "--passphrase-file", new)
    driver._held.clear()
    (done,) = tilik.json("decrypt", "--passphrase-file", str(new))
    assert done == {"decrypted": str(tilik.library)} and not driver.is_encrypted(tilik.library)
    assert len(json.loads(tilik("show", TITLE, "--json")[0])["annotations"]) == 2
    assert "is not encrypted" in tilik("decrypt", code=74)[1]
    assert "is not encrypted" in tilik("passphrase", code=74)[1]


def test_a_copy_is_encrypted_and_has_its_key_file_and_no_export_replaces_either(
    tilik: Tilik, monkeypatch: pytest.MonkeyPatch
) -> None:
    encrypted(tilik, monkeypatch)
    copy = tilik.library.with_name("copy.tilik")
    tilik("backup", "-o", copy)
    assert driver.is_encrypted(copy)
    for target in (copy, copy.with_name("copy.tilik.key"), tilik.library):
        before = target.read_bytes()
        _, err = tilik("export", "--format", "jsonl", "-o", target, "--force", code=74)
        assert "library or another database" in err and target.read_bytes() == before
    driver._held.clear()
    tilik.library = copy
    assert "Menteri" in tilik("list", "--passphrase-file", secret(copy.parent, "one"))[0]
