"""A text of which something is missing says so wherever it is added, shown or handed on."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cleaning.lines import MOST_LINES
from reader.exchange.exporters import EXPORTERS
from reader.exchange.exporters.features import Feature
from reader.notices import FURTHER_PAGES, TOO_LONG, UNSURE, cuts
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.opened import words_of

# The formats that hand on a text or what is said of it.
OF_TEXTS = [x for x in EXPORTERS if x.held(x.options()) & {Feature.TEXTS, Feature.NOTICES}]
ROOT = Path(__file__).parents[2]
WORDS = "The harbour office of Lembayung says that the night ferry never sailed, and that nobody had been hurt."
HIDDEN = f"<html><body><article><h1>Ferry</h1>{f'<p>{WORDS}</p>' * 3}</article><script>{WORDS * 20}</body></html>"
PAGES = {
    "hidden.html": (HIDDEN, "An unclosed script or style hides"),
    "long.txt": ("Ferry\n" + "\n".join(f"{WORDS} {n}" for n in range(MOST_LINES + 9)), f"more than {MOST_LINES} lines"),
}


def tilik(*words: str | Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "reader", *map(str, words)],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=180, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.parametrize("name", PAGES)
def test_the_commands_say_that_a_text_was_cut(tmp_path: Path, name: str) -> None:
    text, why = PAGES[name]
    page, where = tmp_path / name, ("--library", tmp_path / "l.tilik")
    page.write_text(text, "utf-8")
    for form in ("--text", "--html"):
        assert why in tilik("clean", page, form).stderr
    added = tilik("add", page, *where)
    assert why in added.stderr and name in added.stderr and added.stdout.startswith("added")
    again = tilik("add", page, "--json", "--library", tmp_path / "other.tilik")
    record = json.loads(again.stdout)
    assert record["status"] == "added" and any(why in notice for notice in record["notices"]) and not again.stderr
    article = record["article"]
    there = ("--library", tmp_path / "other.tilik")
    assert any(why in notice for notice in json.loads(tilik("show", article, "--json", *there).stdout)["notices"])
    assert why in tilik("show", article, *there).stdout
    tilik("annotate", article, "--label", "claim", "--start", "0", "--end", "5", *there)
    for id, suffix in (("jsonl", ".jsonl"), ("csv", ".csv"), ("html", ".html")):  # of each format: the test below
        file = tmp_path / f"set{suffix}"
        tilik("export", "--format", id, "--force", "-o", file, *there)
        assert why in file.read_text("utf-8"), id
    page.write_text(text.replace("never sailed", "never left"), "utf-8")
    assert why in tilik("recapture", article, page, *there).stderr


@pytest.mark.parametrize("form", EXPORTERS, ids=lambda form: form.id)
@pytest.mark.parametrize(
    ("said", "words"),
    [(TOO_LONG, b"was cut."), (UNSURE, b"It is not sure"), (FURTHER_PAGES, b"further pages"), ("", b"was cut.")],
)
def test_an_export_says_which_text_was_cut_or_is_not_sure(form: object, said: str, words: bytes) -> None:
    exporter = next(x for x in EXPORTERS if x is form)
    document = made.english()
    document = replace(document, revision=replace(document.revision, notices=(said,) if said else ()))
    out = io.BytesIO()
    for _ in exporter.write(made.dataset(replace(document, relations=())), out):
        pass
    told = exporter.plan(made.dataset(document)).count(Feature.NOTICES)
    if exporter in OF_TEXTS:
        assert (words.decode() in " ".join(words_of(out.getvalue()).split())) is bool(said)
    else:  # it holds no text of which anything could be missing
        assert told == bool(said)
    if exporter.id == "csv":
        rows = list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))
        assert {row["notices"] for row in rows} == {said}


def test_a_doubt_is_no_cut() -> None:
    lost = "3 places could not be read as utf-8 and show as “\ufffd”."
    doubts = ("Two readings of this page differ; compare with the whole page.", "The page holds NUL characters.")
    assert cuts((*doubts, TOO_LONG, lost)) == (TOO_LONG, lost)
