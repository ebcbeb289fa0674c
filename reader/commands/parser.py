"""The command line's words: every command, its arguments, its help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.commands.exits import TABLE

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
    made.add_argument("--library", type=Path, metavar="PATH", help="the library (default: yours; or TILIK_LIBRARY)")
    made.add_argument("--json", action="store_true", help="one JSON object a line")
    return made


def _takes_highlights(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--highlight-label", default="highlight", metavar="LABEL", help="the label of a reading list's highlights"
    )


def _articles(commands: Commands) -> None:
    clean = _command(commands, "clean", "show what Tilik makes of a page; needs no library")
    clean.add_argument("source", nargs="+", metavar="SOURCE", help="a file, a folder, an address, or - for stdin")
    shape = clean.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object a line")
    shape.add_argument("--text", action="store_true", help="the one text alone (the default)")
    shape.add_argument("--html", action="store_true", help="the blocks as plain HTML")
    clean.add_argument("--base-url", default="", metavar="U", help="the address that the page's links start from")
    add = _on_library(commands, "add", "put pages into the library")
    add.add_argument("source", nargs="+", metavar="SOURCE", help="a file, a folder, an address, or - for stdin")
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
    search.add_argument("--limit", type=int, default=50, metavar="N", help="at most N articles and N marks")
    original = _on_library(commands, "original", "give back the bytes an article came from, unchanged")
    original.add_argument("article", help="its id, the beginning of its id, its address or its title")
    original.add_argument("-o", "--output", type=Path, metavar="PATH", help="write them there (default: stdout)")
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
    imported.add_argument("path", type=Path, metavar="PATH")
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
    export.add_argument("-o", "--output", type=Path, metavar="PATH", help="the file (default: stdout)")
    _forced(export)


def _anchor(commands: Commands) -> None:
    about = "say where marked spans stand in another version of their text, one JSON object a line; needs no library"
    made = _command(commands, "anchor", about)
    made.add_argument("cases", type=Path, metavar="CASES", help="texts and cases as JSON, packed with gzip or not")
    made.set_defaults(json=True)


def _care(commands: Commands) -> None:
    _on_library(commands, "check", "look whether the library is sound")
    backup = _on_library(commands, "backup", "make a whole, checked copy of the library")
    backup.add_argument(
        "-o", "--output", type=Path, metavar="PATH",
        help="write a plain library file there (default: a backup that costs what changed, in backups/)",
    )  # fmt: skip
    place = backup.add_mutually_exclusive_group()
    place.add_argument(
        "--second-place", type=Path, metavar="FOLDER", help="keep backups there too from now on: another disk, a stick"
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


def _forced(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--force", action="store_true", help="replace a file that this command did not write; never a library"
    )
