"""The command line's contract, by running it as a script would."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader import edits
from reader.commands import COMMANDS
from reader.model.articles import State
from reader.store import Library
from tests.in_backups import stands_in_backup

ROOT = Path(__file__).parents[3]
SEEDS = ROOT / "seeds"
PAGE = SEEDS / "kabar-pesisir-impor-garam.html"
DUMP = SEEDS / "harian-samudra-kapal-riset.txt"


class Shell:
    """Runs `tilik` on one library; keeps the last exit code and stderr."""

    def __init__(self, library: Path) -> None:
        self.library, self.code, self.errors = library, 0, ""

    def __call__(self, *words: str | Path, stdin: str | None = None) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *map(str, words)], input=stdin, capture_output=True, encoding="utf-8",
            cwd=ROOT, env={**os.environ, "TILIK_LIBRARY": str(self.library), "PYTHONUTF8": "1"}, check=False,
        )  # fmt: skip
        self.code, self.errors = done.returncode, done.stderr
        return done.stdout

    def json(self, *words: str | Path, stdin: str | None = None) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self(*words, "--json", stdin=stdin).splitlines()]


@pytest.fixture
def tilik(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "desk" / "library.tilik")


@pytest.fixture
def article(tilik: Shell) -> str:
    (found,) = tilik.json("add", PAGE)
    assert found["status"] == "added" and tilik.code == 0
    return str(found["article"])


def test_clean_answers_by_contract_and_needs_no_library(tilik: Shell) -> None:
    page, dump = tilik.json("clean", PAGE, DUMP)
    wanted = {
        "source", "title", "standfirst", "byline", "site", "published", "published_basis", "language", "url", "text",
        "blocks", "inline", "left_out",
    }  # fmt: skip
    for found in (page, dump):
        assert wanted <= set(found)
        assert all(set(b) == {"kind", "start", "end", "level", "attrs"} for b in found["blocks"])
        assert all(set(m) == {"kind", "start", "end", "target", "attrs"} for m in found["inline"])
        assert "\n".join(found["text"][b["start"] : b["end"]] for b in found["blocks"]) == found["text"]
        assert all(set(x) == {"text", "reason"} and x["reason"] for x in found["left_out"])
    assert page["title"] in page["text"] and page["published_basis"] == "stated"
    assert dump["published"] == "" and dump["language"] == "id"
    assert not tilik.library.exists()


def test_clean_as_text_and_html_and_from_stdin(tilik: Shell) -> None:
    text = tilik("clean", DUMP)
    assert "Baca Juga" not in text and text == tilik("clean", "-", "--text", stdin=DUMP.read_text("utf-8"))
    html = tilik("clean", PAGE, "--html")
    assert "<h1>" in html and "<script" not in html and "onclick" not in html
    assert html.count("<figcaption>") == html.count("<figure>") > 0


def test_the_core_loads_no_qt_and_clean_no_database() -> None:
    script = (
        "import sys; from reader.__main__ import main\n"
        f"assert main(['clean', {str(DUMP)!r}]) == 0\n"
        "loaded = {m.partition('.')[0] for m in sys.modules}\n"
        "assert not loaded & {'PySide6', 'sqlalchemy', 'alembic'}, loaded"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT, capture_output=True)


def test_add_tells_added_known_and_failed(tilik: Shell, article: str, tmp_path: Path) -> None:
    (tmp_path / "blank.html").write_text(" ")
    known, failed, added = tilik.json("add", PAGE, tmp_path / "blank.html", DUMP)
    assert known == {"source": str(PAGE), "status": "known", "article": article, "reason": None}
    assert failed["status"] == "failed" and "blank.html is empty" in failed["reason"]
    assert added["status"] == "added" and tilik.code == 1


def test_a_mark_by_offsets_and_by_quote(tilik: Shell, article: str) -> None:
    text = tilik.json("show", article)[0]["text"]
    start = text.index("membantah")
    (one,) = tilik.json("annotate", article, "--label", "denial", "--start", str(start), "--end", str(start + 9))
    assert (one["article"], one["label"], one["spans"], one["quote"]) == (
        article, "denial", [[start, start + 9]], "membantah",
    )  # fmt: skip
    before = text[start - 5 : start]
    (two,) = tilik.json(
        "annotate", article[:8], "--label", "Claim", "--quote", text[start : start + 30], "--prefix", before,
        "--note", "cek", "--tag", "a", "--tag", "b", "--annotator", "Sari",
    )  # fmt: skip
    assert (two["note"], two["tags"], two["annotator"]) == ("cek", ["a", "b"], "Sari")
    shown = tilik.json("show", article)[0]["annotations"]
    assert {a["annotation"] for a in shown} == {one["annotation"], two["annotation"]}
    assert "[denial] “membantah”" in tilik("show", article)


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (["--label", "claim", "--quote", "zzz"], 65, "does not stand in this text"),
        (["--label", "claim", "--quote", "a"], 65, "times in this text"),
        (["--label", "rumour", "--start", "0", "--end", "5"], 66, "there are claim, source, denial"),
        (["--label", "claim", "--start", "5", "--end", "999999"], 65, "no place in this text"),
        (["--label", "claim"], 2, "--start and --end, or --quote"),
        (["--label", "claim", "--start", "0"], 2, "both needed"),
        (["--label", "claim", "--start", "0", "--end", "4", "--quote", "a"], 2, "not both"),
        ([], 2, "--label"),
    ],
)
def test_a_mark_that_cannot_be_made_is_explained(
    tilik: Shell, article: str, words: list[str], code: int, why: str
) -> None:
    assert tilik("annotate", article, *words) == ""
    assert tilik.code == code and why in tilik.errors


def test_a_batch_is_answered_in_order_and_goes_on_after_a_broken_line(tilik: Shell, article: str) -> None:
    lines = [
        json.dumps({"article": article, "label": "claim", "start": 0, "end": 12}),
        "not json",
        json.dumps({"start": 3, "end": 2}),
        json.dumps({"label": "source", "spans": [[0, 4], [6, 9]], "tags": ["x"], "note": "dua"}),
    ]
    found = tilik.json("annotate", article, "--label", "denial", "--batch", stdin="\n".join(lines) + "\n")
    assert [("annotation" in f, f.get("line")) for f in found] == [(True, None), (False, 2), (False, 3), (True, None)]
    assert len(found[3]["spans"]) == 2 and tilik.code == 1
    assert {a["label"] for a in tilik.json("show", article)[0]["annotations"]} == {"claim", "source"}


def test_a_batch_outlives_lines_that_no_program_should_write(tilik: Shell, article: str) -> None:
    good = b'{"label": "claim", "start": 0, "end": 9, "note": "cek"}'
    surrogate = b'{"label": "claim", "start": 0, "end": 9, "note": "a\\ud800b", "tags": [" x ", "x"]}'
    lines = [b"\xff\xfe{}", b'{"start": ' + b"9" * 5000 + b"}", b"[" * 100_000, surrogate, good]
    done = subprocess.run(
        [sys.executable, "-m", "reader", "annotate", article, "--batch", "--json", "--library", str(tilik.library)],
        input=b"\n".join(lines), capture_output=True, cwd=ROOT, check=False,
    )  # fmt: skip
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [f.get("line") for f in found] == [1, 2, 3, None, None] and done.returncode == 1
    assert (found[3]["note"], found[3]["tags"], found[4]["note"]) == ("a\ufffdb", ["x"], "cek")


def test_what_a_batch_acknowledged_outlives_a_kill(tilik: Shell, article: str) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "reader", "annotate", article, "--batch", "--ack", "--library", str(tilik.library)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert child.stdin is not None and child.stdout is not None
    assert child.stdout.readline() == "READY\n"
    child.stdin.write(json.dumps({"label": "claim", "start": 0, "end": 9}) + "\n")
    child.stdin.flush()
    said = child.stdout.readline().split()
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert said[0] == "ACK"
    with Library.open(tilik.library) as library:
        assert library.annotation(said[1]).label == "claim"


def test_list_search_labels_and_check(tilik: Shell, article: str) -> None:
    tilik("add", DUMP)
    assert {x["article"] for x in tilik.json("list")} >= {article} and len(tilik("list").splitlines()) == 2
    assert [x["article"] for x in tilik.json("list", "impor", "garam")] == [article]
    (hit, *_) = tilik.json("search", "petambak")
    assert hit["article"] == article and "[" in hit["snippet"]
    assert tilik("search", "tidakadakataini") == "" and tilik.code == 0
    assert [x["label"] for x in tilik.json("labels")] == ["claim", "source", "denial"]
    assert "sound" in tilik("check") and tilik.code == 0


def test_export_and_import_give_the_same_bytes(tilik: Shell, article: str, tmp_path: Path) -> None:
    tilik("annotate", article, "--label", "claim", "--start", "0", "--end", "9")
    (done,) = tilik.json("export", "--format", "jsonl", "-o", tmp_path / "set.jsonl")
    assert (
        done["annotations"] == 1
        and done["losses"]
        and all("loss" in json.loads(line) for line in tilik.errors.splitlines())
    )
    other = Shell(tmp_path / "other.tilik")
    assert [x["status"] for x in other.json("import", tmp_path / "set.jsonl")] == ["added"]
    assert other("export", "--format", "jsonl").encode() == (tmp_path / "set.jsonl").read_bytes()
    for format in ("w3c", "csv", "markdown", "html"):
        assert tilik("export", "--format", format, "--article", article) != "" and tilik.code == 0
    assert tilik("export", "--format", "wordstar") == "" and tilik.code == 2


def test_the_original_comes_back_unchanged(tilik: Shell, article: str, tmp_path: Path) -> None:
    tilik("original", article, "-o", tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == PAGE.read_bytes()


def test_the_original_comes_out_of_a_pipe_byte_for_byte(tilik: Shell, tmp_path: Path) -> None:
    page = tmp_path / "odd.html"
    page.write_bytes(PAGE.read_bytes().replace(b"\n", b"\r\n") + b"<!-- \xff -->\r\n \n\n")
    (found,) = tilik.json("add", page)
    command = [sys.executable, "-m", "reader", "original", str(found["article"]), "--library", str(tilik.library)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=True)
    assert done.stdout == page.read_bytes()


def test_exit_codes_for_what_is_not_there(tilik: Shell, tmp_path: Path) -> None:
    assert tilik("list") == "" and tilik.code == 66 and "there is no library" in tilik.errors
    assert tilik("clean", tmp_path / "missing.html") == "" and tilik.code == 66
    (tmp_path / "bad.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    tilik("clean", tmp_path / "bad.html")
    assert tilik.code == 65 and "bad.html" in tilik.errors
    tilik("import", tmp_path / "missing.jsonl")
    assert tilik.code == 66
    (tmp_path / "bad.jsonl").write_text("no set")
    tilik("import", tmp_path / "bad.jsonl")
    assert tilik.code == 65 and "bad.jsonl" in tilik.errors
    tilik("add", tmp_path / "missing.html")
    assert tilik.code == 66
    tilik("add", "http://kabar.invalid/1")
    assert tilik.code == 69
    for wrong in (["wrong"], ["list", "state:nowhere"], ["clean", PAGE, "--json", "--html"]):
        tilik(*wrong)
        assert tilik.code == 2


def test_a_bad_file_does_not_stop_the_rest_of_a_folder(tilik: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(PAGE.read_bytes())
    assert [x["source"] for x in tilik.json("clean", tmp_path)] == [str(tmp_path / "b.html")]
    assert tilik.code == 1 and "a.html is empty" in tilik.errors


def test_json_loses_nothing_where_stdout_cannot_say_it(tilik: Shell) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader", "clean", str(SEEDS / "sahifat-al-marsa-water.html"), "--json"],
        capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=True,
    )  # fmt: skip
    (same,) = tilik.json("clean", SEEDS / "sahifat-al-marsa-water.html")
    assert json.loads(done.stdout) == same and not same["title"].isascii()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_under_stdout_is_said(tilik: Shell, article: str) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "list", "--library", str(tilik.library)],
            stdout=full, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT, check=False,
        )  # fmt: skip
    assert done.returncode == 74 and "No space left" in done.stderr and "Traceback" not in done.stderr


def test_control_c_ends_with_130_and_without_a_traceback(tilik: Shell, article: str) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "reader", "annotate", article, "--batch", "--ack", "--library", str(tilik.library)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert child.stdout is not None and child.stdout.readline() == "READY\n"
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate()
    assert child.returncode == 130 and "Traceback" not in errors


def test_a_library_in_use_is_refused_for_writing_and_served_for_reading(tilik: Shell, article: str) -> None:
    with Library.open(tilik.library):
        tilik("annotate", article, "--label", "claim", "--start", "0", "--end", "9")
        assert tilik.code == 74 and f"process {os.getpid()}" in tilik.errors
        assert len(tilik.json("list")) == 1 and "backups" in tilik("backup")


def test_help_names_every_command_and_exit_code(tilik: Shell) -> None:
    shown = tilik("--help")
    assert all(name in shown for name in COMMANDS) and "130" in shown
    assert tilik("--version").startswith("tilik ")


def test_facts_are_corrected_told_and_taken_back(tilik: Shell, article: str) -> None:
    said = tilik.json("show", article)[0]
    (made,) = tilik.json("edit", article, "--title", "Better", "--published", "16 Februari 2026", "--lang", "id")
    assert (made["title"], made["published"]) == ("Better", "2026-02-16")
    assert made["as_published"]["title"] == said["title"]
    assert f"As published: title {said['title']!r}" in tilik("show", article)
    tilik("edit", article, "--published", "3/4/2026")
    assert tilik.code == 65 and "two ways" in tilik.errors
    tilik("edit", article)
    assert tilik.code == 2
    (back,) = tilik.json("edit", article, "--back", "title", "--back", "published")
    assert back["title"] == said["title"] and back["as_published"] == {}
    assert (said["capture"], said["captures"], said["corrected"]) == (1, 1, None)
    (row,) = tilik.json("list")
    assert (row["captured"], row["origin"], row["corrected"]) == (said["captured"], "capture", None)


def test_the_trash_is_listed_and_emptied_when_told_twice(tilik: Shell, article: str) -> None:
    with Library.open(tilik.library) as library:
        library.apply(edits.set_state([library.article(article)], State.TRASHED))
    assert [one["article"] for one in tilik.json("empty-trash")] == [article]
    assert [one["article"] for one in tilik.json("empty-trash")] == [article], "listing deletes nothing"
    done, *kept = tilik.json("empty-trash", "--yes")
    assert [one["cleaned"] for one in kept] == [False], "the backup that was made after the article came"
    assert done["articles"] == 1 and tilik.json("empty-trash") == []
    assert "sound" in tilik("check")


def test_the_window_starts_no_command_as_the_name_of_a_file() -> None:
    """What is no name of a command opens the window on a file; the names are known before the parser is loaded."""
    from reader.commands.parser import parser

    (commands,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    assert set(commands.choices) == COMMANDS


def test_an_article_is_erased_with_its_backups_when_told_twice(tilik: Shell, article: str) -> None:
    (made,) = tilik.json("annotate", article, "--label", "claim", "--start", "3", "--end", "9", "--note", "Zirkonium")
    (backup,) = tilik.json("backup")
    listed = tilik.json("erase", article)
    assert listed[0]["article"] == article and listed[-1]["backup"] == backup["path"]
    assert "nothing was changed" in tilik.errors and len(tilik.json("list")) == 1
    done, *kept = tilik.json("erase", "--note", made["annotation"], "--yes")
    assert done["notes"] == 1 and kept[-1] == {"backup": backup["path"], "cleaned": False}
    assert "solid-state" in tilik.errors and stands_in_backup(Path(backup["path"]), b"Zirkonium")
    assert "held" not in tilik("erase", article, "--note", made["annotation"], "--backups", "--yes")
    assert tilik.json("list") == [] and "sound" in tilik("check")
    assert not stands_in_backup(Path(backup["path"]), b"Zirkonium")
    tilik("erase", "--yes")
    assert tilik.code == 66
    tilik("erase", "--source", "Nobody", "--yes")
    assert tilik.code == 66 and "no source Nobody" in tilik.errors


def test_the_log_is_compacted_and_never_what_is_young(tilik: Shell, article: str) -> None:
    (done,) = tilik.json("compact")
    assert done["steps"] == 0 and tilik.code == 0
    tilik("compact", "--days", "89")
    assert tilik.code == 2 and "90 days" in tilik.errors
