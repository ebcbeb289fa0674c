"""The key of an encrypted library: made at random, kept beside it wrapped by a passphrase and by recovery words.

The key file holds the same key twice, each time hidden by what Argon2id makes of words and a salt of its own: 32 bytes
that hide it, and 32 by which a wrong passphrase and a changed file are noticed. The hiding bytes are as long as the key
and are used once, so that nothing is learnt from the file; the recovery words are 128 random bits. Parameters of
Argon2id: RFC 9106, its second recommended choice (64 MB, 3 passes), stored beside, so that later ones can be stronger.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any

from reader.errors import LibraryError, WrongWordsError
from reader.foreign_json import JsonError, parsed

KEY, SALT = 32, 16  # bytes
MEMORY, PASSES, LANES = 65_536, 3, 4  # kB, -, threads
_MOST = {"memory": 1 << 21, "passes": 32, "lanes": 16}  # a hostile file must not take all memory
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aiou"
_WORDS = 9  # of 16 bits each: 128 random ones and 16 that check them


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The key, hidden by some words."""

    salt: bytes
    hidden: bytes
    check: bytes
    memory: int
    passes: int
    lanes: int

    @classmethod
    def of(cls, key: bytes, words: str) -> Wrapped:
        salt = secrets.token_bytes(SALT)
        mask, proof = _derived(words, salt, MEMORY, PASSES, LANES)
        hidden = _both(key, mask)
        return cls(salt, hidden, _proved(proof, hidden), MEMORY, PASSES, LANES)

    def open(self, words: str) -> bytes:
        """Return the key. Raises `WrongWordsError`."""
        mask, proof = _derived(words, self.salt, self.memory, self.passes, self.lanes)
        if not hmac.compare_digest(_proved(proof, self.hidden), self.check):
            raise WrongWordsError("these words do not open the library; nothing was changed")
        return _both(self.hidden, mask)


def new_key(passphrase: str) -> tuple[bytes, str, str]:
    """Return a new key, the text of its key file, and the recovery words, which are kept nowhere."""
    if not passphrase:
        raise WrongWordsError("a passphrase cannot be empty")
    key, recovery = secrets.token_bytes(KEY), recovery_words(secrets.token_bytes(16))
    return key, _written(Wrapped.of(key, passphrase), Wrapped.of(key, normal(recovery))), recovery


def opened(file: str, words: str) -> bytes:
    """Return the key by a passphrase or by the recovery words. Raises `WrongWordsError`, `LibraryError`."""
    by_passphrase, by_recovery = _read(file)
    if is_recovery(words):
        return by_recovery.open(normal(words))
    return by_passphrase.open(words)


def with_passphrase(file: str, words: str, passphrase: str) -> str:
    """Return the key file with another passphrase; the key and the recovery words stay. Raises as `opened`."""
    if not passphrase:
        raise WrongWordsError("a passphrase cannot be empty")
    return _written(Wrapped.of(opened(file, words), passphrase), _read(file)[1])


def name_of(file: str) -> str:
    """Return what tells the key of this file from others, whatever its passphrase is. Raises `LibraryError`."""
    return _read(file)[1].salt.hex()


def recovery_words(bits: bytes) -> str:
    """Return 128 bits as nine words that can be said and written down in any language, the last of which checks the
    others. Each is 16 bits: https://arxiv.org/html/0901.4016."""
    return "-".join(_word(number) for number in _numbers(bits + hashlib.sha256(bits).digest()[:2]))


def is_recovery(words: str) -> bool:
    """Return whether these are recovery words without a slip of the pen."""
    found = normal(words).split("-")
    if len(found) != _WORDS or not all(_is_word(word) for word in found):
        return False
    bits = b"".join(_number(word).to_bytes(2, "big") for word in found)
    return hashlib.sha256(bits[:16]).digest()[:2] == bits[16:]


def normal(words: str) -> str:
    """Return recovery words as they were shown, however they were typed."""
    return "-".join(words.replace("-", " ").casefold().split())


def _derived(words: str, salt: bytes, memory: int, passes: int, lanes: int) -> tuple[bytes, bytes]:
    try:
        from argon2 import low_level as argon2  # no plain library needs it
    except ImportError as error:
        raise LibraryError(
            "an encrypted library needs the packages of tilik[encryption]: pip install 'tilik[encryption]'"
        ) from error
    secret = unicodedata.normalize("NFC", words).encode("utf-8", "surrogatepass")  # keyboards differ in how they type é
    made = argon2.hash_secret_raw(secret, salt, passes, memory, lanes, 2 * KEY, argon2.Type.ID)
    return made[:KEY], made[KEY:]


def _both(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _proved(proof: bytes, hidden: bytes) -> bytes:
    return hmac.new(proof, hidden, hashlib.sha256).digest()


def _written(*wrapped: Wrapped) -> str:
    names = ("passphrase", "recovery")
    told = {name: _plain(one) for name, one in zip(names, wrapped, strict=True)}
    return json.dumps({"tilik": "key", "version": 1, **told, "sum": _sum(told)}, indent=1)


def _sum(told: dict[str, Any]) -> str:
    """By which damage is told from a wrong passphrase."""
    parts = json.dumps([told["passphrase"], told["recovery"]], sort_keys=True)
    return hashlib.blake2b(parts.encode(), digest_size=16).hexdigest()


def _plain(one: Wrapped) -> dict[str, Any]:
    numbers = {"memory": one.memory, "passes": one.passes, "lanes": one.lanes}
    return {"salt": one.salt.hex(), "hidden": one.hidden.hex(), "check": one.check.hex(), **numbers}


def _read(file: str) -> tuple[Wrapped, Wrapped]:
    try:
        told = parsed(file)
        if told["tilik"] != "key" or told["sum"] != _sum(told):
            raise ValueError("not as it was written")
        return _wrapped(told["passphrase"]), _wrapped(told["recovery"])
    except (JsonError, KeyError, TypeError, ValueError) as error:
        raise LibraryError("the key file is damaged or is none") from error


def _wrapped(told: Any) -> Wrapped:
    numbers = {name: int(told[name]) for name in _MOST}
    if any(not 0 < numbers[name] <= most for name, most in _MOST.items()):
        raise ValueError("more than any library asks for")
    salt, hidden, check = (bytes.fromhex(told[name]) for name in ("salt", "hidden", "check"))
    if (len(salt), len(hidden), len(check)) != (SALT, KEY, KEY):
        raise ValueError("not of their length")
    return Wrapped(salt, hidden, check, **numbers)


def _numbers(bits: bytes) -> list[int]:
    return [int.from_bytes(bits[at : at + 2], "big") for at in range(0, len(bits), 2)]


def _word(number: int) -> str:
    c, v = _CONSONANTS, _VOWELS
    return f"{c[number >> 12]}{v[number >> 10 & 3]}{c[number >> 6 & 15]}{v[number >> 4 & 3]}{c[number & 15]}"


def _is_word(word: str) -> bool:
    letters = (_CONSONANTS, _VOWELS, _CONSONANTS, _VOWELS, _CONSONANTS)
    return len(word) == len(letters) and all(a in some for a, some in zip(word, letters, strict=True))


def _number(word: str) -> int:
    number = 0
    for at, letter in enumerate(word):  # four bits for a consonant, two for a vowel
        number = number << 2 | _VOWELS.index(letter) if at % 2 else number << 4 | _CONSONANTS.index(letter)
    return number
