"""The passphrase of an encrypted library: from the terminal, unseen, or from a file; never from the command's words."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.errors import EncryptedError, LibraryError, WrongWordsError
from reader.system_reasons import reason_of

_TRIES = 3
_MOST = 4096  # characters


def open_by_words(options: argparse.Namespace, path: Path) -> None:
    """Open the encrypted library, or backup, at `path` for this process. Raises `EncryptedError`, `LibraryError`."""
    from reader.store import unlock

    tries = _TRIES if options.passphrase_file is None else 1
    for left in reversed(range(tries)):
        words = given(options.passphrase_file, f"Passphrase or recovery words of {path}: ", path)
        try:
            told = unlock(path, words)
        except WrongWordsError as error:
            if not left:
                raise
            say(str(error))
            continue
        if told is not None:
            say(f"tilik: {told}")
        return


def given(file: Path | None, prompt: str, library: Path) -> str:
    """Return the first line of `file`, or what is typed at the terminal. Raises `EncryptedError` without either."""
    if file is not None:
        try:
            with open(file, encoding="utf-8") as lines:
                return lines.readline(_MOST).rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise LibraryError("{0} cannot be read: {1}", file, reason_of(error)) from error
    if not sys.stdin.isatty():
        raise EncryptedError("{0} is encrypted: give its passphrase at a terminal, or by --passphrase-file", library)
    import getpass

    return getpass.getpass(prompt)


def new(file: Path | None, library: Path) -> str:
    """Return a passphrase that is to be: typed twice alike, or out of `file`. Raises `WrongWordsError`."""
    words = given(file, "New passphrase: ", library)
    if file is None and given(None, "The same again: ", library) != words:
        raise WrongWordsError("the two are not alike; nothing was changed")
    return words


def say(text: str) -> None:
    """Say something to the person at the terminal, beside the results."""
    print(text, file=sys.stderr, flush=True)
