"""What comes from outside ends in a sentence that names the file and the place, never in a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from reader import system
from reader.cleaning import Worker, clean, worker
from reader.cleaning.pipe import READY
from reader.commands.packed_json import packed_json
from reader.commands.requests import RequestError, request_of
from reader.errors import CleaningError, SetError, TilikError
from reader.exchange.exporters import EXPORTERS
from reader.foreign_json import JsonError, parsed
from reader.intake.sets import SetItem, import_set
from reader.intake.sets.report import ADDED
from reader.model.articles import fingerprint
from reader.model.pages import Page
from reader.sandbox.frames import receive
from reader.store import Library
from tests.reader.exchange.exporters import made

from .cleaning.test_html import page

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
LONG = "4" * 5000
DEEP = "[" * 100_000


def written(folder: Path, id: str) -> Path:
    """A whole set as a file in the format `id`."""
    exporter = next(x for x in EXPORTERS if x.id == id)
    out = io.BytesIO()
    for _ in exporter.write(made.whole(), out):
        pass
    target = folder / f"set{exporter.suffix}"
    target.write_bytes(out.getvalue())
    return target


def imported(library: Library, path: Path) -> list[SetItem]:
    return [step.result for step in import_set(library, path) if isinstance(step.result, SetItem)]


# --- JSON


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        (f'{{\n "a": {LONG}}}', "a number has more than 4300 digits", (2, 7)),
        (f"[-{LONG}]", "a number has more than 4300 digits", (1, 3)),
        (DEEP, "nested too deeply", (0, 0)),
        ('{"a": }', "not JSON: Expecting value", (1, 7)),
    ],
)
def test_what_cannot_be_read_says_why_and_where(text: str, reason: str, place: tuple[int, int]) -> None:
    with pytest.raises(JsonError) as caught:
        parsed(text)
    assert (str(caught.value.reason), (caught.value.line, caught.value.column)) == (reason, place)


def test_half_characters_become_the_sign_for_lost_ones() -> None:
    assert parsed('{"a\\ud800": ["\\udc00", "\\ud83d\\ude00"]}') == {"a\ufffd": ["\ufffd", "😀"]}


@pytest.mark.parametrize("bad", [LONG, DEEP, '"\\ud800'], ids=["long", "deep", "open"])
def test_every_reader_of_foreign_json_refuses_in_a_sentence(tmp_path: Path, library: Library, bad: str) -> None:
    for name in ("a.jsonl", "a.jsonld"):
        (tmp_path / name).write_text(f'{{"text": "x", "type": "Annotation", "annotations": {bad}}}', "utf-8")
        with pytest.raises(SetError, match=rf"{name}.*(4300 digits|nested too deeply|not JSON)"):
            imported(library, tmp_path / name)
    (tmp_path / "cases.json").write_text(f'{{"texts": {bad}}}', "utf-8")
    with pytest.raises(SetError, match=r"cases\.json"):
        packed_json(tmp_path / "cases.json")
    with pytest.raises(RequestError):
        request_of(f'{{"start": {bad}}}'.encode(), None)  # type: ignore[arg-type]
    script = f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":{bad}}}</script>'
    found = clean(
        page(f"<head>{script}</head><article><h1>Ferry</h1><p>The ferry never sailed that night.</p></article>")
    )
    assert "never sailed" in found.text


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "l.tilik") as opened:
        yield opened


def test_labels_that_are_no_list_are_named_with_their_line(tmp_path: Path, library: Library) -> None:
    path = written(tmp_path, "jsonl")
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    lines[1]["labels"] = 7
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    with pytest.raises(SetError, match=r"set\.jsonl: line 2: “labels” is not a list"):
        imported(library, path)


ODD: list[Any] = [7, -1, 10**4000, "x", "", [], {}, [[]], [{}], None, True, 1e308, float("nan"), "a\ud800b"]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a value, lists by their first item."""
    if path:
        yield path
    items: Any = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    copy = json.loads(json.dumps(value))
    at = copy
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = new
    return copy


@pytest.mark.parametrize("id", ["jsonl", "w3c"])
def test_any_odd_value_at_any_place_of_a_set_is_taken_or_refused(tmp_path: Path, library: Library, id: str) -> None:
    path = written(tmp_path, id)
    first = path.read_text("utf-8")
    value = json.loads(first.splitlines()[0] if id == "jsonl" else first)
    for number, where in enumerate(places(value)):
        for odd in ODD[number % 5 :: 5]:
            path.write_text(json.dumps(replaced(value, where, odd)), "utf-8")
            refused = refusal(library, path)
            assert path.name in refused or not refused, (where, odd)


def refusal(library: Library, path: Path) -> str:
    """What an import was refused with; empty when it was taken, and then it is taken back."""
    try:
        imported(library, path)
    except SetError as error:
        return str(error)
    library.undo()
    return ""


# --- a set without a fingerprint


def test_after_a_set_without_fingerprints_other_pages_are_added(tmp_path: Path, library: Library) -> None:
    from reader.intake.add import AddResult, add

    path = written(tmp_path, "jsonl")
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for line in lines:
        line["revision"]["fingerprint"] = ""
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    assert all(one.status == ADDED for one in imported(library, path))
    assert library.known("") == "" and library.known("", "no such original") == ""
    with Worker() as cleaner:
        steps = list(add(library, [SEEDS / "bay-monitor-reef-survey.html"], cleaner))
    assert isinstance(steps[0].result, AddResult) and steps[0].result.status == ADDED
    for document in library.documents():
        assert document.revision.fingerprint == fingerprint(document.revision.text)


# --- names and pages


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are not Unicode")
def test_a_name_that_is_not_utf8_does_not_end_a_folder(tmp_path: Path) -> None:
    body = "<article><h1>Ferry {0}</h1><p>The ferry {0} never sailed that night, says the harbour office.</p></article>"
    for number, name in enumerate((b"a.html", b"caf\xe9.html", b"z.html")):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(body.format(["one", "two", "three"][number]).encode())
    (tmp_path / "desk").mkdir()
    for command, more in (("add", ["--library", str(tmp_path / "desk" / "l.tilik")]), ("clean", [])):
        done = subprocess.run(
            [sys.executable, "-m", "reader", command, str(tmp_path), "--json", *more],
            cwd=ROOT, capture_output=True, timeout=120, check=False,
        )  # fmt: skip
        found = [json.loads(line) for line in done.stdout.splitlines()]
        assert done.returncode == 0 and len(found) == 3, done.stderr
        assert Path(found[1]["source"]).name == "caf\ufffd.html"
    with open(os.path.join(os.fsencode(tmp_path), b"empty\xe9.html"), "wb"):
        pass
    where = ["--library", str(tmp_path / "desk" / "l.tilik")]
    done = subprocess.run(
        [sys.executable, "-m", "reader", "add", str(tmp_path), "--json", *where],
        cwd=ROOT, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    (failed,) = [one for line in done.stdout.splitlines() if (one := json.loads(line))["status"] == "failed"]
    assert Path(failed["source"]).name == "empty\ufffd.html" and "empty\ufffd.html is empty" in failed["reason"]


CONTROLS = ["\x01", "\x08", "\x0b", "\x0c", "\x1f", "\x7f", "\ufffe", "\uffff", "&#12;", "&#1;"]


@pytest.mark.parametrize("sign", CONTROLS, ids=ascii)
def test_a_control_character_anywhere_leaves_a_page_readable(sign: str) -> None:
    whole = (
        "<!doctype html><html><head>@<title>Ferry@</title><script>x@</script>@<link rel=canonical href='/a@'></head>"
        "<body><h1>Ferry@ stays</h1>@<p>The ferry never@ sailed that night, says the office.</p><!--@--></body>@</html>"
    )
    pieces = whole.split("@")
    for at in range(1, len(pieces)):
        text = "".join(pieces[:at]) + sign + "".join(pieces[at:])
        assert "sailed that night" in clean(Page("a.html", "a.html", text.encode(), "text/html")).text


ANSWERS: dict[str, bytes] = {
    "no JSON": b"\0\0\0\0\0\0\0\2+{", "nothing": b"\0\0\0\0\0\0\0\3+{}", "a list": b"\0\0\0\0\0\0\0\3+[]",
    "deep": (100_001).to_bytes(8, "big") + b"+" + b"[" * 100_000, "no end": b"\x7f" + b"\xff" * 7 + b"+{}",
}  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_cleaner_that_was_taken_over_cannot_end_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    said = READY + b'[["none",false,""]]'
    ready = len(said).to_bytes(8, "big") + said
    code = (
        f"import sys\nout = sys.stdout.buffer\nout.write({ready!r})\nout.flush()\n"
        f"sys.stdin.buffer.read(8)\nout.write({answer!r})\nout.flush()\n"
    )
    (tmp_path / "hostile_probe.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    real = system.start_isolated

    def start(module: str, *arguments: str, stderr: IO[bytes], memory_mb: int, **more: Any) -> subprocess.Popen[bytes]:
        return real("hostile_probe", *arguments, stderr=stderr, **more)

    monkeypatch.setattr(worker, "start", start)
    with Worker(seconds=60) as cleaner, pytest.raises(CleaningError, match="the cleaner broke down on this page"):
        cleaner.clean(page("<p>The ferry never sailed.</p>"))


def test_a_message_that_claims_to_be_endless_is_no_message() -> None:
    assert receive(io.BytesIO(b"\xff" * 8 + b"x")) is None


def test_words_with_half_a_character_are_looked_for_all_the_same(library: Library) -> None:
    with pytest.raises(TilikError, match="there is no article"):
        library.find("caf\udce9")
