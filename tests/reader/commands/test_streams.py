"""What a pipe or a file gets is UTF-8, whatever the console's code page is; what comes in may have a mark."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ARABIC = ROOT / "seeds" / "sahifat-al-marsa-water.html"


def tilik(*words: str | Path, stdin: bytes = b"", encoding: str = "cp1252") -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUTF8"}
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, words)], input=stdin, capture_output=True, cwd=ROOT,
        env={**environment, "PYTHONIOENCODING": encoding}, timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A library with the Arabic sample, marked; the article's id."""
    folder = tmp_path_factory.mktemp("desk")
    library = folder / "مكتبة.tilik"
    added = json.loads(tilik("add", ARABIC, "--json", "--library", library).stdout)
    tilik("annotate", added["article"], "--label", "claim", "--start", "0", "--end", "5", "--library", library)
    page = folder / "newer.html"
    page.write_bytes(ARABIC.read_bytes().replace(b"</p>", " كلمة</p>".encode(), 1))
    assert tilik("recapture", added["article"], page, "--library", library).returncode == 0
    return library, added["article"]


COMMANDS = {
    "clean": "clean PAGE", "clean as text": "clean PAGE --text", "clean as HTML": "clean PAGE --html",
    "clean as JSON": "clean PAGE --json", "add": "add PAGE --json", "list": "list", "show": "show ID",
    "search": "search المياه", "annotate": "annotate ID --label claim --start 0 --end 9", "compare": "compare ID",
    "compare as HTML": "compare ID --format html", "recapture": "recapture ID PAGE", "labels": "labels",
    "jsonl": "export --format jsonl", "w3c": "export --format w3c", "csv": "export --format csv",
    "markdown": "export --format markdown", "html": "export --format html", "original": "original ID",
    "check": "check", "backup": "backup", "help": "--help",
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_no_letter_is_lost_in_a_pipe(desk: tuple[Path, str], command: str) -> None:
    library, article = desk
    words = [{"PAGE": str(ARABIC), "ID": article}.get(word, word) for word in COMMANDS[command].split()]
    more = [] if words[0] in ("clean", "--help") else ["--library", str(library)]
    done = tilik(*words, *more)
    shown = done.stdout.decode("utf-8")
    assert done.returncode == 0, done.stderr
    assert "\ufffd" not in shown and "????" not in shown
    if command not in ("csv", "original", "labels", "help", "check", "add", "backup"):
        assert any("\u0600" <= letter <= "\u06ff" for letter in shown), shown[:300]
    if command not in ("csv", "original"):
        assert b"\r\n" not in done.stdout
    if not words[0].startswith(("backup", "recapture", "annotate")):
        assert done.stdout == tilik(*words, *more, encoding="utf-8").stdout


def test_an_error_keeps_its_letters(tmp_path: Path) -> None:
    done = tilik("clean", tmp_path / "صفحة.html")
    assert "صفحة.html" in done.stderr.decode("utf-8") and done.returncode == 66


def test_a_batch_may_begin_with_a_byte_order_mark(desk: tuple[Path, str]) -> None:
    library, article = desk
    line = json.dumps({"article": article, "label": "source", "start": 0, "end": 4}).encode()
    done = tilik("annotate", "--batch", "--json", "--library", library, stdin=b"\xef\xbb\xbf" + line + b"\r\n" + line)
    answers = [json.loads(one) for one in done.stdout.splitlines()]
    assert done.returncode == 0 and [one["label"] for one in answers] == ["source", "source"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_batch_in_utf16_is_refused_by_name(desk: tuple[Path, str], encoding: str) -> None:
    library, article = desk
    line = json.dumps({"article": article, "label": "source", "start": 0, "end": 4}) + "\n"
    done = tilik("annotate", "--batch", "--json", "--library", library, stdin=line.encode(encoding))
    answers = [json.loads(one) for one in done.stdout.splitlines()]
    assert done.returncode == 1 and answers and all("this is UTF-16" in one["error"] for one in answers)
