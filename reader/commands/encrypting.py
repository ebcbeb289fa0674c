"""`tilik encrypt`, `tilik decrypt` and `tilik passphrase`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.commands import exits
from reader.commands.opening import known_library, library_path, open_library
from reader.commands.output import Output
from reader.commands.passphrase import given, new, say
from reader.errors import LibraryError, MissingLibraryError, WrongWordsError
from reader.store import driver, encrypting, key_files, opening
from reader.store.encrypting import Encrypting, plain_copies, remove_plain

_TRIES = 3
BEYOND = "what was exported, copies made by other programs, and what a disk keeps of deleted files are not encrypted"


def encrypt(options: argparse.Namespace, out: Output) -> int:
    """Encrypt the library once two of its recovery words came back right; say what plain copies are left."""
    path = library_path(options)
    if not driver.is_encrypted(path):
        _encrypt(options, path, out)
    elif not options.remove_plain:
        raise LibraryError("{0} is encrypted already", path)
    return _plain_left(options, known_library(options), out)


def _encrypt(options: argparse.Namespace, path: Path, out: Output) -> None:
    if options.new:
        _refuse_there(path, begin_new=options.begin_new)
    elif not path.exists():
        raise MissingLibraryError("there is no library at {0}; --new begins one", path)
    else:
        open_library(options).close()  # an older one is brought up to date, and what is wrong with it is said
    made = Encrypting(path, new(options.passphrase_file, path))
    words = made.recovery.split("-")
    plain = "\n".join(f"{number}. {word}" for number, word in enumerate(words, 1))
    out.result(
        {"recovery": words},
        f"Write these recovery words down. They open the library when the passphrase is lost,\n"
        f"they are shown this once, and they are kept nowhere:\n\n{plain}\n",
    )
    _ask_again(made)
    if options.new:
        open_library(options).close()  # it is made, with nothing in it
    for one in made.carry_out():
        out.error(str(one))
    out.result({"encrypted": str(path)}, f"{path} is encrypted, and its backups from now on")


def _refuse_there(path: Path, *, begin_new: bool) -> None:
    """Before any words are shown: nothing is begun where a library is, or was."""
    if path.exists():
        raise LibraryError("{0} is there already", path)
    opening.refuse_loose_link(path)
    if not begin_new:
        opening.refuse_gone(path)


def _ask_again(made: Encrypting) -> None:
    """Raise `WrongWordsError` when the words that were shown do not come back."""
    for number, word in made.asked():
        for _ in range(_TRIES):
            say(f"Word {number}:")
            if sys.stdin.readline().strip().casefold() == word:
                break
        else:
            raise WrongWordsError("word {0} of the recovery words is another one; nothing was changed", number)


def _plain_left(options: argparse.Namespace, path: Path, out: Output) -> int:
    copies = list(plain_copies(path))
    if copies and not options.remove_plain:
        out.error(f"{len(copies)} copies of it are not encrypted (tilik encrypt --remove-plain removes them):")
    refused = remove_plain(path, copies) if options.remove_plain else []
    left = {one.path for one in plain_copies(path)}
    for one in copies:
        removed = one.path not in left
        record = {"plain": str(one.path), "what": str(one.why), "removed": removed}
        out.result(record, f"{one.path}\t{one.why}" + ("\tremoved" if removed else ""))
    for said in refused:
        out.error(str(said))
    out.error(f"note: {BEYOND}")
    return exits.SOME_FAILED if refused else exits.DONE


def decrypt(options: argparse.Namespace, out: Output) -> int:
    """Write the library plain again."""
    path = known_library(options)
    encrypting.decrypt(path)
    out.result({"decrypted": str(path)}, f"{path} is no longer encrypted; its older backups still are")
    return exits.DONE


def passphrase(options: argparse.Namespace, out: Output) -> int:
    """Give the library another passphrase, by the one it has or by its recovery words."""
    path = library_path(options)
    if not driver.is_encrypted(path):
        raise LibraryError("{0} is not encrypted", path)
    asked = f"Passphrase or recovery words of {path}: "
    words = given(options.passphrase_file, asked, path)
    key_files.unlock(path, words)
    for one in key_files.change_passphrase(path, words, new(options.new_passphrase_file, path)):
        out.error(str(one))
    out.result({"changed": str(path)}, f"{path} has another passphrase; its recovery words are the same")
    return exits.DONE
