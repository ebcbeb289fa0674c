"""The key file of an encrypted library: beside it, with its backups, and at their second place.

Without it the library and its backups are worth nothing, so it lies with each of them. A changed passphrase writes all
that can be reached anew; damage of the one beside the library is mended from the others.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from reader.errors import EncryptedError, LibraryError, WrongWordsError
from reader.messages import Message
from reader.store import driver, passphrases
from reader.store.backups import listing, manifest
from reader.system import PassingFile, sync_folder
from reader.system_reasons import reason_of

SUFFIX = ".key"
_texts: dict[bytes, str] = {}  # of the keys that are held
_MOST = 1 << 16  # bytes of a key file


def beside(library: Path) -> Path:
    """Return where the key file of the library is."""
    return library.with_name(library.name + SUFFIX)


def unlock(path: Path, words: str) -> Message | None:
    """Hold the key of the library, or of the backup, at `path` by its passphrase or its recovery words.

    What a person should know is returned: that the key file was missing or damaged, and made anew from a copy. Raises
    `WrongWordsError`, and `LibraryError` where no key file can be read.
    """
    driver.ciphered()
    real = Path(os.path.realpath(path))
    own = _text(beside(real))
    copies = [own] if own else list(dict.fromkeys(filter(None, map(_text, _copies(real)))))
    if not copies:
        raise LibraryError(
            "{0} is encrypted, and its key file {1} is missing or damaged; there is no copy of it with the backups",
            path, beside(real),
        )  # fmt: skip
    keys = {}
    for text in copies:
        with contextlib.suppress(WrongWordsError):
            keys[passphrases.opened(text, words)] = text
    _texts.update(keys)
    if real.is_dir():  # which of them opens it is seen when it is read
        for text_key, text in keys.items():
            driver.hold(real / passphrases.name_of(text), text_key)
    elif (key := next((one for one in keys if driver.opens(real, one)), None)) is not None:
        driver.hold(real, key)
        return None if own else _mended(real, keys[key])
    if not (keys and real.is_dir()):
        raise WrongWordsError("these words do not open the library; nothing was changed")
    return None


def _mended(real: Path, text: str) -> Message:
    try:
        put(beside(real), text)
    except OSError as error:
        return Message(
            "the key file {0} is missing or damaged and was not written: {1}", beside(real), reason_of(error)
        )
    return Message("the key file {0} was missing or damaged; it was made anew from a copy of it", beside(real))


def check_words(path: Path, words: str) -> None:
    """Raise `WrongWordsError` for words that do not open the library; nothing is held by this."""
    passphrases.opened(text_of(path), words)


def text_of(path: Path) -> str:
    """Return the key file of an encrypted library. Raises `LibraryError` where none can be read."""
    real = Path(os.path.realpath(path))
    text = _text(beside(real)) or _texts.get(driver.key_of(real) or b"", "")
    if not text:
        raise EncryptedError("the key file {0} is missing or damaged", beside(real))
    return text


def begin(library: Path, key: bytes, text: str) -> None:
    """Write the key file of a library that is to be encrypted. Raises `OSError`."""
    put(beside(library), text)
    _texts[key] = text


def put(target: Path, text: str) -> None:
    """Write a key file, whole or not at all; one of another key is kept under another name. Raises `OSError`."""
    old = _text(target)
    if old and passphrases.name_of(old) != passphrases.name_of(text):
        os.replace(target, target.with_name(f"{target.name.removesuffix(SUFFIX)}.{passphrases.name_of(old)}{SUFFIX}"))
    if old == text:
        return
    passing = PassingFile(target)
    try:
        passing.file.write(text.encode())
        passing.finish()
        passing.settle()
        sync_folder(target.parent)
    finally:
        passing.discard()


def put_with_backups(library: Path, folder: Path) -> None:
    """Lay the key file of an encrypted library into a folder of backups. Raises `OSError`, `LibraryError`."""
    if driver.key_of(library) is not None:
        text = text_of(library)
        put(folder / f"{passphrases.name_of(text)}{SUFFIX}", text)


def put_beside(library: Path, copy: Path) -> None:
    """Lay the key file of an encrypted copy beside the library that it becomes. Raises `OSError`."""
    if (key := driver.key_of(copy)) is not None and key in _texts:
        begin(library, key, _texts[key])
        driver.hold(library, key)


def change_passphrase(library: Path, words: str, passphrase: str) -> list[Message]:
    """Give the library another passphrase; by `words`, which are the one it has or the recovery words. Copies of the
    key file that cannot be written are told: the older passphrase still opens these. Raises `WrongWordsError`,
    `LibraryError`."""
    old = text_of(library)
    new = passphrases.with_passphrase(old, words, passphrase)
    try:
        begin(library, passphrases.opened(new, passphrase), new)
    except OSError as error:
        raise LibraryError("{0} was not written: {1}", beside(library), reason_of(error)) from error
    told = []
    for copy in _copies(Path(os.path.realpath(library))):
        text = _text(copy)
        if not text or passphrases.name_of(text) != passphrases.name_of(new) or copy == beside(library):
            continue
        try:
            put(copy, new)
        except OSError as error:
            told.append(Message("{0} was not written, and the older passphrase still opens it: {1}",
                                copy, reason_of(error)))  # fmt: skip
    return told + [
        Message("the second place of backups is not there: {0}; the older passphrase still opens the key file there",
                place)
        for place in _places(Path(os.path.realpath(library))) if not (Path(place) / listing.SECOND).is_dir()
    ]  # fmt: skip


def _copies(real: Path) -> Iterator[Path]:
    """Key files that may be of the library, or the backup, at `real`: those near it first."""
    yield from _near(real)
    for folder in listing.folders(real.parent / listing.FOLDER):
        yield from sorted(folder.glob(f"*{SUFFIX}"))
    for place in sorted(_places(real)):
        for folder in listing.folders(Path(place) / listing.SECOND):
            yield from sorted(folder.glob(f"*{SUFFIX}"))


def _near(real: Path) -> list[Path]:
    return sorted(real.parent.glob(f"*{SUFFIX}"))


def _places(real: Path) -> set[str]:
    """The second places that the backups beside the library tell of."""
    places = set()
    for folder in listing.folders(real.parent / listing.FOLDER):
        for backup in manifest.numbers(folder).values():
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                places.add(manifest.read(backup).second)
    return places - {""}


def _text(path: Path) -> str:
    """The text of a key file; empty where there is none, or a damaged one."""
    try:
        with open(path, "rb") as file:
            text = file.read(_MOST).decode()
        passphrases.name_of(text)
    except (OSError, UnicodeDecodeError, LibraryError):
        return ""
    return text
