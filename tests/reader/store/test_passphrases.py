"""The key of an encrypted library: opened by its passphrase and by its recovery words, and by nothing else."""

from __future__ import annotations

import json
import random
import sqlite3
from pathlib import Path

import pytest

from reader.errors import LibraryError, WrongWordsError
from reader.store import passphrases
from reader.store.passphrases import is_recovery, new_key, normal, opened, recovery_words


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("argon2")
    monkeypatch.setattr(passphrases, "MEMORY", 64)
    monkeypatch.setattr(passphrases, "PASSES", 1)
    monkeypatch.setattr(passphrases, "LANES", 1)


@pytest.mark.usefixtures("quick")
def test_the_passphrase_and_the_recovery_words_open_it_and_nothing_else() -> None:
    key, file, recovery = new_key("rahasia dapur 🧂")
    assert opened(file, "rahasia dapur 🧂") == opened(file, recovery.upper().replace("-", " ")) == key
    for wrong in ("rahasia dapur", "", recovery[:-6], recovery_words(bytes(16))):
        with pytest.raises(WrongWordsError):
            opened(file, wrong)
    assert key.hex() not in file and recovery not in file


@pytest.mark.usefixtures("quick")
def test_a_keyboard_that_types_accents_apart_opens_it_too() -> None:
    together, apart = "caf\u00e9 di tepi kali", "cafe\u0301 di tepi kali"
    key, file, _ = new_key(together)
    assert opened(file, apart) == key


@pytest.mark.usefixtures("quick")
def test_another_passphrase_leaves_the_key_and_the_recovery_words() -> None:
    key, file, recovery = new_key("one")
    later = passphrases.with_passphrase(file, recovery, "two")
    assert opened(later, "two") == opened(later, recovery) == key
    with pytest.raises(WrongWordsError):
        opened(later, "one")


@pytest.mark.usefixtures("quick")
def test_a_changed_or_hostile_key_file_is_refused() -> None:
    _, file, _ = new_key("one")
    told = json.loads(file)
    for field in ("salt", "hidden", "check"):
        spoilt = json.loads(file)
        value = spoilt["passphrase"][field]
        spoilt["passphrase"][field] = ("0" if value[0] != "0" else "1") + value[1:]
        with pytest.raises(LibraryError, match="damaged"):
            opened(json.dumps(spoilt), "one")
    told["passphrase"]["memory"] = 1 << 40
    for bad in (json.dumps(told), "", "[]", "{}", json.dumps({**told, "recovery": 3})):
        with pytest.raises(LibraryError, match="key file"):
            opened(bad, "one")


def test_recovery_words_hold_their_bits_and_a_slip_of_the_pen_is_noticed() -> None:
    chance = random.Random(7)
    seen = 0
    for _ in range(200):
        words = recovery_words(chance.randbytes(16))
        assert is_recovery(words) and is_recovery(f"  {words.replace('-', ' ').title()} ")
        at = chance.randrange(len(words))
        other = words[:at] + chance.choice("bdfghjklmnprstvzaiou") + words[at + 1 :]
        seen += is_recovery(other) and normal(other) != words
    assert seen == 0


@pytest.mark.usefixtures("quick")
def test_sqlcipher_takes_the_key_and_leaves_nothing_to_read(tmp_path: Path) -> None:
    cipher = pytest.importorskip("sqlcipher3.dbapi2")
    key, _, _ = new_key("one")
    path = tmp_path / "l.tilik"
    made = cipher.connect(str(path))
    made.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    made.execute("PRAGMA journal_mode=WAL")
    made.execute("CREATE VIRTUAL TABLE found USING fts5(words, content='')")
    made.execute("INSERT INTO found(words) VALUES ('Zirkonium')")
    made.commit()
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    made.close()
    assert b"irkonium" not in held and not held.startswith(b"SQLite format 3")
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT count(*) FROM sqlite_master").fetchone()
