"""The command line's words: every command, its arguments, its help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.commands.exits import TABLE
from reader.model.steps import DAYS

_ABOUT = """Tilik reads saved news articles clean, keeps who claims, says and denies what, and hands on the set.

tilik [FILE|FOLDER|ADDRESS ...] [--library PATH]   open the window on them
tilik COMMAND ...                                  do it here, without a window"""


def parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    top = argparse.ArgumentParser(
        "tilik", description=_ABOUT, epilog=TABLE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"tilik {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _articles(commands)
    _facts(commands)
    _revisions(commands)
    _marks(commands)
    _sets(commands)
    _anchor(commands)
    _care(commands)
    _trash(commands)
    _erasing(commands)
    _encryption(commands)
    return top


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse gives it no public name


def _command(commands: Commands, name: str, about: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=about, epilog=TABLE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    return made


def _on_library(commands: Commands, name: str, about: str) -> argparse.ArgumentParser:
    made = _command(commands, name, about)
    made.add_argument("--library", type=_path, metavar="PATH", help="the library (default: yours; or TILIK_LIBRARY)")
    made.add_argument("--json", action="store_true", help="one JSON object a line")
    made.add_argument(
        "--passphrase-file", type=_path, metavar="PATH",
        help="the first line of it opens an encrypted library (default: asked for at the terminal); /dev/fd/3 too",
    )  # fmt: skip
    made.add_argument(
        "--begin-new", action="store_true", help="begin a new library where one was; its backups stay, renamed"
    )
    return made


def named(text: str) -> str:
    """Return the name of a file, a folder or an address. An empty one is a variable that a script forgot to fill, and
    not the current folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a name is empty")
    return text


def _path(text: str) -> Path:
    return Path(named(text))


def _takes_sources(command: argparse.ArgumentParser) -> None:
    about = "a file, a folder, an address, or - for stdin"
    command.add_argument("source", nargs="+", type=named, metavar="SOURCE", help=about)


def _takes_highlights(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--highlight-label", default="highlight", metavar="LABEL", help="the label of a reading list's highlights"
    )


def _articles(commands: Commands) -> None:
    clean = _command(commands, "clean", "show what Tilik makes of a page; needs no library")
    clean.add_argument(
        "source", nargs="+", type=named, metavar="SOURCE", help="a file, a folder, an address, or - for stdin"
    )
    shape = clean.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object a line")
    shape.add_argument("--text", action="store_true", help="the one text alone (the default)")
    shape.add_argument("--html", action="store_true", help="the blocks as plain HTML")
    clean.add_argument("--base-url", default="", metavar="U", help="the address that the page's links start from")
    add = _on_library(commands, "add", "put pages into the library")
    add.add_argument(
        "source", nargs="+", type=named, metavar="SOURCE", help="a file, a folder, an address, or - for stdin"
    )
    add.add_argument("--base-url", default="", metavar="U", help="the address that the page's links start from")
    add.add_argument(
        "--as-capture", action="store_true",
        help="take a page at the address of an article that is here as a newer text of that, with its marks",
    )  # fmt: skip
    _takes_highlights(add)
    fetch = _on_library(commands, "fetch", "fetch the texts of articles of which only the address is here")
    fetch.add_argument("article", nargs="*", help="its id, the beginning of its id, its address or its title")
    fetch.add_argument("--all", action="store_true", help="of all that wait for theirs")
    _takes_highlights(fetch)
    listing = _on_library(commands, "list", "list the articles")
    listing.add_argument("query", nargs="*", help="words and filters: state:inbox label:denial site:… tag:… lang:…")
    show = _on_library(commands, "show", "show an article with its marks")
    show.add_argument("article", help="its id, the beginning of its id, its address or its title")
    search = _on_library(commands, "search", "find words in articles, marks, notes and tags")
    search.add_argument(
        "query", nargs="+", help='words; the last may be a beginning; "a phrase"; -word: without it (behind --)'
    )
    search.add_argument("--limit", type=_number, default=50, metavar="N", help="at most N articles and N marks")
    original = _on_library(commands, "original", "give back the bytes an article came from, unchanged")
    original.add_argument("article", help="its id, the beginning of its id, its address or its title")
    original.add_argument("-o", "--output", type=_path, metavar="PATH", help="write them there (default: stdout)")
    _forced(original)


def _facts(commands: Commands) -> None:
    about = "correct what an article says of itself; the publisher's values are kept beside yours"
    edit = _on_library(commands, "edit", about)
    edit.add_argument("article", help="its id, the beginning of its id, its address or its title")
    edit.add_argument("--title", metavar="T")
    edit.add_argument("--byline", metavar="B")
    edit.add_argument("--published", metavar="D", help="2026-02-16, or a day in words of --lang; empty: none")
    edit.add_argument("--url", metavar="U", help="the address of the page")
    edit.add_argument("--lang", default="en", metavar="L", help="the language of a day in words (default: en)")
    edit.add_argument(
        "--back", action="append", default=[], choices=("title", "byline", "published", "url"), metavar="F",
        help="go back to the publisher's title, byline, published or url; may be repeated",
    )  # fmt: skip


def _revisions(commands: Commands) -> None:
    again = _on_library(commands, "recapture", "take a newer version of an article and tell what becomes of each mark")
    again.add_argument("article", help="its id, the beginning of its id, its address or its title")
    again.add_argument(
        "source", nargs="?", default="", metavar="SOURCE", help="a file or an address (default: its own)"
    )
    made = _on_library(commands, "compare", "report what two captures of an article show, and which marks it touches")
    made.add_argument("article", help="its id, the beginning of its id, its address or its title")
    made.add_argument("--from", dest="old", default="", metavar="REV", help="number or id (default: the one before)")
    made.add_argument("--to", dest="new", default="", metavar="REV", help="number or id (default: the newest)")
    made.add_argument("--format", choices=("md", "html", "json"), default="md")


def _marks(commands: Commands) -> None:
    made = _on_library(commands, "annotate", "mark words in an article; reported only when durably stored")
    made.add_argument("article", nargs="?", help="its id, the beginning of its id, its address or its title")
    made.add_argument("--label", metavar="L", help="claim, source, denial or one of yours (see labels)")
    made.add_argument("--start", type=int, metavar="N", help="first character, counted in code points")
    made.add_argument("--end", type=int, metavar="M", help="one past the last character")
    made.add_argument("--quote", metavar="Q", help="the words to mark, which must stand there exactly once")
    made.add_argument("--prefix", default="", metavar="P", help="what stands right before them")
    made.add_argument("--suffix", default="", metavar="S", help="what stands right after them")
    made.add_argument("--note", default="", metavar="N")
    made.add_argument("--tag", action="append", default=[], metavar="T")
    made.add_argument("--annotator", default="", metavar="A")
    made.add_argument(
        "--batch",
        action="store_true",
        help="read requests as JSON lines on stdin, also for claims, sources, attributions",
    )
    made.add_argument(
        "--ack", action="store_true", help="answer READY once and then ACK and the id for each stored mark"
    )
    _on_library(commands, "labels", "list the labels")


def _sets(commands: Commands) -> None:
    _export(commands)
    _publisher(commands)
    formats = _command(commands, "formats", "list the formats of annotated sets, their options, what they cannot hold")
    formats.add_argument("--json", action="store_true", help="one JSON object a line")
    imported = _on_library(commands, "import", "bring in an annotated set, whole")
    imported.add_argument("path", type=_path, metavar="PATH")
    imported.add_argument("--format", default="", metavar="F", help="jsonl or w3c (default: known by what is in it)")
    imported.add_argument("--dry-run", action="store_true", help="change nothing; tell what would come in and what not")
    imported.add_argument(
        "--differing", choices=("skip", "update", "both"), default="skip",
        help="of what is here and differs: keep ours (skip, the default), take theirs, or keep both",
    )  # fmt: skip
    imported.add_argument(
        "--take", action="append", default=[], metavar="ID=CHOICE",
        help="the same for one thing: ID=update; may be repeated",
    )  # fmt: skip


def _publisher(commands: Commands) -> None:
    about = "show or set who publishes the reviews of the library and how they are rated, for ClaimReview and Check"
    made = _on_library(commands, "publisher", about)
    made.add_argument("--name", metavar="N", help="the house, as its readers know it")
    made.add_argument("--address", metavar="U", help="the address of its site")
    made.add_argument("--logo", metavar="U", help="the address of its logo")
    made.add_argument("--worst", type=int, metavar="N", help="the number of what is all wrong (1)")
    made.add_argument("--best", type=int, metavar="N", help="the number of what is all right (5)")
    made.add_argument(
        "--grade", action="append", default=[], metavar="RATING=N",
        help="the number of a rating or a verdict, or none: sebagian_benar=3; may be repeated",
    )  # fmt: skip
    made.add_argument(
        "--call", action="append", default=[], metavar="RATING:LANG=NAME",
        help="what it is called in a language: salah:en=False; may be repeated",
    )  # fmt: skip


def _export(commands: Commands) -> None:
    export = _on_library(commands, "export", "write an annotated set; what the format cannot hold is said on stderr")
    export.add_argument("--format", required=True, metavar="F", help="one of those that `tilik formats` lists")
    export.add_argument("--article", action="append", default=[], metavar="A", help="only this one; may be repeated")
    export.add_argument("--query", default="", metavar="Q", help="only articles that `tilik list Q` lists")
    export.add_argument("--label", action="append", default=[], metavar="L", help="only marks of it; may be repeated")
    export.add_argument("--annotator", action="append", default=[], metavar="N", help="only marks by N; as often")
    export.add_argument("--since", default="", metavar="D", help="only marks made on that day or later")
    export.add_argument("--until", default="", metavar="D", help="only marks made on that day or before")
    export.add_argument(
        "--option", action="append", default=[], metavar="NAME=VALUE", help="an option of the format: originals=yes"
    )
    export.add_argument(
        "--with-protected-sources", action="store_true",
        help="write who protected sources are, into this one set; else they are “Source 1” with their rule",
    )  # fmt: skip
    export.add_argument(
        "--with-desk-values", action="store_true",
        help="write what only the desk may know: sources' notes, addresses, ground rules, reliability; credibility",
    )  # fmt: skip
    export.add_argument("-o", "--output", type=_path, metavar="PATH", help="the file (default: stdout)")
    _forced(export)


def _anchor(commands: Commands) -> None:
    about = "say where marked spans stand in another version of their text, one JSON object a line; needs no library"
    made = _command(commands, "anchor", about)
    made.add_argument("cases", type=_path, metavar="CASES", help="texts and cases as JSON, packed with gzip or not")
    made.set_defaults(json=True)


def _care(commands: Commands) -> None:
    check = _on_library(commands, "check", "look whether the library is sound")
    check.add_argument("--heal", action="store_true", help="say what can be healed, and from where; with --yes do it")
    check.add_argument("--yes", action="store_true", help="heal it; the damaged file is kept beside the healed one")
    check.add_argument("--only", action="append", default=[], metavar="ID", help="heal only what has that id")
    check.add_argument("--copy", type=Path, metavar="PATH", help="make a clean library of its rows there instead")
    check.add_argument(
        "--sandbox", action="store_true",
        help="instead try what a page that took over its reader could reach on this machine; 1 when anything",
    )  # fmt: skip
    backup = _on_library(commands, "backup", "make a whole, checked copy of the library")
    backup.add_argument(
        "-o", "--output", type=_path, metavar="PATH",
        help="write a plain library file there (default: a backup that costs what changed, in backups/)",
    )  # fmt: skip
    place = backup.add_mutually_exclusive_group()
    place.add_argument(
        "--second-place", type=_path, metavar="FOLDER", help="keep backups there too from now on: another disk, a stick"
    )
    place.add_argument("--no-second-place", action="store_true", help="keep them beside the library only")
    _forced(backup)
    restore = _on_library(commands, "restore", "put a backup back; the library that is replaced is kept beside")
    restore.add_argument(
        "backup", nargs="?", default="", metavar="BACKUP", help="its number or its path (default: list the backups)"
    )
    restore.add_argument("--latest", action="store_true", help="the newest that is not damaged")
    restore.add_argument(
        "--dry-run", action="store_true", help="read it whole, say what differs from now, and change nothing"
    )


def _trash(commands: Commands) -> None:
    about = "delete what is in the trash for good: articles, marks, original pages, their steps of undo"
    empty = _on_library(commands, "empty-trash", about)
    empty.add_argument("--yes", action="store_true", help="do it; without it the articles are only listed")
    _cleans_backups(empty)


def _erasing(commands: Commands) -> None:
    about = "delete articles, marks, notes, people or claims for good, with everything here that ever held them"
    made = _on_library(commands, "erase", about)
    made.add_argument("article", nargs="*", help="its id, the beginning of its id, its address or its title")
    made.add_argument("--mark", action="append", default=[], metavar="ID", help="a mark; may be repeated")
    made.add_argument(
        "--note", action="append", default=[], metavar="ID",
        help="the note of this mark, link, claim, source, evidence or review, which stays; may be repeated",
    )  # fmt: skip
    made.add_argument(
        "--source", action="append", default=[], metavar="NAME",
        help="a person or organisation, by name or id; marks stay and are about nobody; may be repeated",
    )  # fmt: skip
    made.add_argument(
        "--claim", action="append", default=[], metavar="ID",
        help="a claim with its evidence and reviews, by id; marks stay and mention none; may be repeated",
    )  # fmt: skip
    made.add_argument("--yes", action="store_true", help="do it; without it what would go is only listed")
    _cleans_backups(made)
    about = "let go of the way back of old steps, which stay in the history by their names, and make the file smaller"
    compact = _on_library(commands, "compact", about)
    compact.add_argument(
        "--days", type=_days, default=DAYS, metavar="N",
        help=f"keep undo of the last N days (default and least: {DAYS})",
    )  # fmt: skip


def _number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{number} is less than none")
    return number


def _encryption(commands: Commands) -> None:
    about = "encrypt the library: it shows recovery words once and asks for two of them, before anything is changed"
    made = _on_library(commands, "encrypt", about)
    made.add_argument(
        "--remove-plain", action="store_true", help="remove backups and kept libraries that are not encrypted, then"
    )
    made.add_argument("--new", action="store_true", help="begin a library that is encrypted from its first article on")
    _on_library(commands, "decrypt", "write an encrypted library plain again; its backups stay as they are")
    changed = _on_library(commands, "passphrase", "give an encrypted library another passphrase")
    changed.add_argument(
        "--new-passphrase-file", type=_path, metavar="PATH", help="the first line of it is the new one"
    )


def _days(text: str) -> int:
    days = int(text)
    if days < DAYS:
        raise argparse.ArgumentTypeError(f"undo of the last {DAYS} days is always kept")
    return days


def _cleans_backups(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--backups", action="store_true", help="delete it from the library's backups too, which are written anew"
    )


def _forced(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--force", action="store_true", help="replace a file that this command did not write; never a library"
    )
