"""The table of bad inputs: words, where {0} stands for a file of a bad kind, and what right answers are.

A row: the words; the kinds of files in the place of {0} (one of none: ""); the exit codes that are right; what the
sentence must name (a file's own name, where nothing else is said). `{a}` is an article that is there, `{l}` the
library, `{f}` a file of somebody else, `{p}` a good page, `{d}` the folder.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `stdin` is what is typed in, None: the stream is closed; `out`: where standard output goes."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    codes: tuple[int, ...]
    names: str = ""
    stdin: bytes | None = b""
    out: str = ""


_SPECIAL = ("pipe", "socket", "loop", "lost-link", "not-there", "closed.html")
_NO_SET = (
    "empty",
    "zeros",
    "one-byte",
    "half.json",
    "deep.json",
    "words.jsonl",
    "numbers.json",
    "null.json",
    "types.json",
    "huge.jsonl",
    "wide.jsonl",
    "latin.jsonl",
    "surrogate.jsonl",
    "nul.jsonl",
    "picture.png",
    "cut.pdf",
    "cut.zip",
    "head.zip",
    "climbing.zip",
    "bomb.zip",
    "cut.gz",
    "twice.gz",
    "cut.xlsx",
    "bad.xlsx",
    "stranger.sqlite",
    "cut.sqlite",
    "program",
    "entities.xml",
)
_NO_PAGE = ("empty", "zeros", "picture.png", "cut.pdf", "head.zip", "cut.zip", "bomb.zip", "stranger.sqlite", "program")
_MARK = ("annotate", "{a}", "--label", "claim")
_BATCH = ("annotate", "--batch")
_EXPORT = ("export", "--format", "jsonl")


def _option(
    *words: str, codes: tuple[int, ...] = (2,), names: str = "", stdin: bytes | None = b"", out: str = ""
) -> Row:
    return Row(words, ("",), codes, names, stdin, out)


def _line(text: bytes, names: str, codes: tuple[int, ...] = (1, 2, 65, 66)) -> Row:
    return Row(_BATCH, ("",), codes, names, text + b"\n")


ROWS: tuple[Row, ...] = (
    # files of bad kinds, for each command that reads one
    Row(("add", "{0}"), _SPECIAL, (65, 66, 74)),
    Row(("add", "{0}"), _NO_PAGE, (65, 66)),
    Row(("add", "{0}"), ("closed-folder",), (65, 66, 74)),
    Row(("clean", "{0}"), (*_SPECIAL, "empty", "picture.png", "cut.zip"), (65, 66, 74)),
    Row(("import", "{0}"), (*_SPECIAL, "folder"), (65, 66, 74)),
    Row(("import", "{0}"), _NO_SET, (1, 65)),
    Row(("import", "{0}", "--dry-run"), ("pipe", "deep.json", "cut.zip"), (65, 66, 74)),
    Row(
        ("anchor", "{0}"),
        (*_SPECIAL, "folder", "empty", "deep.json", "cut.gz", "twice.gz", "numbers.json"),
        (65, 66, 74),
    ),
    Row(("recapture", "{a}", "{0}"), (*_SPECIAL, "folder", "empty", "picture.png"), (65, 66, 74)),
    Row(
        ("restore", "{0}"),
        (*_SPECIAL, "folder", "empty", "zeros", "cut.sqlite", "stranger.sqlite", "words.jsonl"),
        (65, 66, 74),
    ),
    Row(
        ("list", "--library", "{0}"),
        (*_SPECIAL, "folder", "zeros", "one-byte", "cut.sqlite", "stranger.sqlite", "words.jsonl"),
        (66, 74),
    ),
    Row(
        ("add", "{p}", "--library", "{0}"),
        ("pipe", "socket", "loop", "lost-link", "folder", "closed.html", "zeros", "stranger.sqlite"),
        (66, 74),
    ),
    Row(("check", "--copy", "{0}"), ("folder", "stranger.sqlite", "words.jsonl", "pipe"), (74, 2)),
    Row(("backup", "--second-place", "{0}"), ("not-there", "words.jsonl", "pipe", "loop", "closed-folder"), (74,)),
    # results onto something that is no place for them
    *(
        Row(
            (*verb, "-o", "{0}"),
            ("folder", "pipe", "socket", "loop", "stranger.sqlite", "words.jsonl", "closed.html"),
            (74,),
        )
        for verb in (_EXPORT, ("backup",), ("original", "{a}"))
    ),
    *(
        _option(*verb, "-o", place, codes=(74,), names=name)
        for verb in (_EXPORT, ("backup",), ("original", "{a}"))
        for place, name in (
            ("{l}", "l.tilik"),
            ("{l}-wal", "l.tilik"),
            ("{d}/none/set", "none"),
            ("/dev/full", "full"),
            ("/dev/null/x", "x"),
        )
    ),
    _option(*_EXPORT, "-o", "{l}", "--force", codes=(74,), names="l.tilik"),
    _option("original", "{a}", "-o", "{l}", "--force", codes=(74,), names="l.tilik"),
    _option("backup", "-o", "{l}", "--force", codes=(74,), names="l.tilik"),
    # names
    *(
        _option(*words, "", names="empty")
        for words in (("add",), ("clean",), ("import",), ("backup", "-o"), (*_EXPORT, "-o"))
    ),
    *(_option(*words, "   ", names="empty") for words in (("add",), ("import",))),
    *(
        _option(verb, name, codes=(65, 66, 74), names=says)
        for verb in ("add", "import", "restore")
        for name, says in (
            ("caf\udce9.html", "caf"),
            ("\x1b[31mred", "red"),
            ("a\nb", "a"),
            ("x" * 300, "xxx"),
            ("-" * 2 + "\u202ex", "x"),
        )
        if not name.startswith("-")
    ),
    # numbers
    *(
        _option(*_MARK, "--start", start, "--end", end, codes=(2, 65), names=name)
        for start, end, name in (
            ("-5", "9", "-5"),
            ("9", "3", ""),
            ("3", "3", ""),
            ("0", "9" * 12, "9" * 12),
            ("9" * 40, "9" * 41, ""),
            ("x", "9", "--start"),
            ("1.5", "9", "--start"),
            ("", "9", "--start"),
            ("0", "5 0", "--end"),
        )
    ),
    _option(*_MARK, codes=(2, 65), names="--start"),
    _option(*_MARK, "--quote", "", codes=(2, 65), names="quote"),
    _option(*_MARK, "--quote", "never in it at all", codes=(65,), names="never in it"),
    _option(*_MARK, "--quote", "he", codes=(65,), names="he"),
    _option("annotate", "{a}", "--label", "no-such", "--start", "0", "--end", "4", codes=(2, 65, 66), names="no-such"),
    _option("annotate", "{a}", "--label", "", "--start", "0", "--end", "4", codes=(2, 65, 66), names="label"),
    _option("annotate", "nobody", "--label", "claim", "--start", "0", "--end", "4", codes=(66,), names="nobody"),
    _option("annotate", "", "--label", "claim", "--start", "0", "--end", "4", codes=(2, 66), names=""),
    *(_option("search", "ferry", "--limit", n, names="--limit") for n in ("-1", "x", "1e3")),
    *(_option("compact", "--days", n, names="days") for n in ("-1", "0", "89", "x", "")),
    *(_option("publisher", "--worst", n, codes=(2, 65), names="worst") for n in ("x", "", "1e9")),
    _option("publisher", "--worst", "5", "--best", "1", codes=(2, 65), names=""),
    _option("publisher", "--grade", "nothing", codes=(2, 65), names="nothing"),
    _option("publisher", "--grade", "benar=x", codes=(2, 65), names="x"),
    _option("publisher", "--call", "true", codes=(2, 65), names="true"),
    _option("publisher", "--address", "no address", codes=(2, 65), names="no address"),
    *(_option("restore", n, codes=(66,), names=n.strip("-")) for n in ("99", "0", "9" * 40, "1.5")),
    *(_option("compare", "{a}", "--from", n, codes=(2, 65, 66), names="once") for n in ("99", "9" * 40, "no-text")),
    # things that are not there
    *(
        _option(verb, "nobody", codes=(66,), names="nobody")
        for verb in ("show", "original", "erase", "fetch", "compare")
    ),
    _option("recapture", "nobody", "{p}", codes=(66,), names="nobody"),
    *(_option("erase", option, "nobody", "--yes", codes=(0, 66), names="") for option in ("--mark", "--note")),
    *(_option("erase", option, "nobody", "--yes", codes=(66,), names="nobody") for option in ("--source", "--claim")),
    _option("erase", "--yes", codes=(66,), names="nothing is named"),
    _option("check", "--heal", "--only", "nobody", codes=(0, 66), names=""),
    # options of a set
    _option("export", "--format", "nothing", codes=(2, 65, 74), names="nothing"),
    _option("export", "--format", "", codes=(2, 65, 74), names=""),
    *(
        _option(*_EXPORT, option, value, codes=codes, names=value.partition("=")[0])
        for option, value, codes in (
            ("--article", "nobody", (66,)),
            ("--since", "someday", (2, 65, 74)),
            ("--until", "2026-13-45", (2, 65, 74)),
            ("--option", "originals", (2, 65, 74)),
            ("--option", "nothing=yes", (2, 65, 74)),
            ("--label", "no-such", (2, 65, 66, 74)),
        )
    ),
    _option("import", "{f}", "--format", "nothing", codes=(2, 65), names="nothing"),
    _option("import", "{f}", "--take", "x", codes=(2, 65), names="x"),
    _option("import", "{f}", "--take", "x=perhaps", codes=(2, 65), names="perhaps"),
    _option("import", "{f}", "--differing", "perhaps", codes=(2,), names="perhaps"),
    _option("edit", "{a}", "--published", "some day", codes=(2, 65), names="some day"),
    _option("edit", "{a}", "--published", "2026-02-31", codes=(2, 65), names="2026-02-31"),
    _option("edit", "{a}", "--url", "no address", codes=(2, 65), names="no address"),
    _option("edit", "{a}", "--published", "1 May", "--lang", "xx-nowhere", codes=(2, 65), names=""),
    _option("edit", "{a}", "--title", "", codes=(2, 65), names="title"),
    _option("list", "state:nowhere", codes=(0, 2, 65), names=""),
    _option("list", "published:yesterday..", codes=(0, 2, 65), names=""),
    _option("search", "", codes=(0, 2), names=""),
    _option("search", '"', "(", "*", codes=(0,), names=""),
    _option("search", "x" * 100_000, codes=(0,), names=""),
    _option("search", "\udce9", codes=(0,), names=""),
    _option("no-such-command", names="no-such-command"),
    _option("add", "--no-such-option", "x", names="--no-such-option"),
    # addresses
    *(
        _option("add", address, codes=(65, 66, 69), names=name)
        for address, name in (
            ("http://127.0.0.1:1/x", "127.0.0.1"),
            ("http://[::1", "[::1"),
            ("http://", "http"),
            ("file:///etc/passwd", "passwd"),
            ("ftp://example.invalid/x", "example"),
            ("http://user:s3cret@127.0.0.1:1/", "127.0.0.1"),
            ("http://x:99999999/", "99999999"),
            ("javascript:alert(1)", "javascript"),
            ("http://" + "a" * 300 + ".invalid/", "aaa"),
        )
    ),
    # what is typed in
    _line(b"not json", "line 1"),
    _line(b"[1]", "line 1"),
    _line(b'{"op": "nothing"}', "nothing"),
    _line(b"\xff\xfe{\x00", "UTF-16"),
    _line(b'{"label": "claim"}', "line 1"),
    _line(b'{"article": 5, "label": "claim", "start": 1, "end": 2}', "line 1"),
    _line(b'{"op": "claim", "text": ""}', "text"),
    _line(b'{"op": "claim", "text": "x", "worth": "very"}', "very"),
    _line(b'{"op": "evidence", "claim": "none", "bearing": "supports", "target": "/dev/zero"}', "none"),
    _line(b"{" * 90_000, "line 1"),
    _line(b'{"op": "source", "name": "\\ud800"}', "line 1", (0, 1, 65)),
    _line(b'{"op": "mark", "start": NaN}', "line 1"),
    _option(*_BATCH, codes=(0, 2, 65, 66, 74), stdin=None),
    _option("add", "-", codes=(65, 66, 74), stdin=None),
    _option("add", "-", codes=(65, 66), stdin=b""),
    _option("import", "-", codes=(65, 66, 74), stdin=b""),
    # streams that are closed or full
    *(
        _option(*words, codes=(74,), names="", out="/dev/full")
        for words in (("list",), ("show", "{a}"), ("labels", "--json"), _EXPORT)
    ),
    *(
        _option(*words, codes=(0, 74), names="", out="closed")
        for words in (("list",), ("show", "{a}"), _EXPORT, ("backup",))
    ),
)
