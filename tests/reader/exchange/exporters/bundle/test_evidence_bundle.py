"""The evidence bundle: whoever changes a byte is found out, and an assessor sees what there is and what is lacking."""

from __future__ import annotations

import ast
import csv
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reader.exchange.exporters import Counted, Release, export, exporter
from reader.exchange.exporters.bundle.items import short_name, template
from reader.exchange.exporters.bundle.spoken import WORDS
from reader.exchange.selection import Selection, selected
from reader.intake.sets import Differing, import_set
from reader.store import Library
from tests.reader.exchange.exporters import made, stories

BUNDLE = exporter("bundle")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the story, and its bundles in both languages and with all that a person may let out."""
    found = tmp_path_factory.mktemp("bundle")
    with Library.open(found / "desk.tilik") as library:
        stories.fill(library)
        for name, release in (("en", Release()), ("again", Release()), ("id", Release()), ("all", Release(True, True))):
            options = BUNDLE.options(language="id" if name == "id" else "en")
            list(export(BUNDLE, library.dataset(name), found / f"{name}.zip", options, release=release))
    return found


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as found:
        return {name: found.read(name) for name in found.namelist()}


def table(path: Path, name: str, separator: str = ",") -> list[dict[str, str]]:
    text = members(path)[name].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


def unpacked(path: Path, into: Path) -> Path:
    with zipfile.ZipFile(path) as found:
        found.extractall(into)
    return into


def verified(place: Path, *more: str, script: Path | None = None) -> tuple[int, str]:
    """Run `verify.py` alone, without our packages; its exit code and what it says."""
    words = [sys.executable, "-I", str(script or place / "verify.py"), *([str(place)] if script else []), *more]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, cwd="/")
    assert not done.stderr
    return done.returncode, done.stdout


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= 1
    path.write_bytes(data)


def test_one_flipped_byte_names_its_item(folder: Path, tmp_path: Path) -> None:
    place, script = unpacked(folder / "en.zip", tmp_path / "out"), tmp_path / "verify.py"
    script.write_bytes((place / "verify.py").read_bytes())
    assert verified(place)[0] == verified(place, script=script)[0] == 0
    for n, (name, data) in enumerate(members(folder / "en.zip").items()):
        for at in {n * 7, len(data) - 1} if name.startswith("manifest") else {n * 7}:
            flip(place / name, at)
            code, said = verified(place, script=script)
            assert code == 1 and re.search(rf"^{re.escape(name)}: (changed|broken line)", said, re.MULTILINE), (
                name,
                said,
            )
            others = {line.split(": ")[0] for line in said.splitlines()[:-2]} - {name}
            assert not others or name == "manifest-sha256.txt", said
            (place / name).write_bytes(data)
    assert verified(place)[0] == 0


def test_what_is_missing_or_extra_is_named(folder: Path, tmp_path: Path) -> None:
    place = unpacked(folder / "en.zip", tmp_path / "out")
    (place / "claims.csv").unlink()
    (place / "articles" / "more.txt").write_text("x")
    code, said = verified(place)
    assert code == 1
    assert "claims.csv: missing\n" in said and "articles/more.txt: extra, not part of the bundle\n" in said


def test_it_is_checked_before_it_is_unpacked_and_by_its_seal(folder: Path, tmp_path: Path) -> None:
    script = unpacked(folder / "en.zip", tmp_path / "out") / "verify.py"
    code, said = verified(folder / "en.zip", script=script)
    seal = re.search(r"Seal: ([0-9a-f]{64})", said)
    assert code == 0 and seal is not None
    assert verified(folder / "en.zip", "--seal", seal[1], script=script)[0] == 0
    assert verified(folder / "en.zip", "--seal", "0" * 64, script=script)[0] == 1
    data = bytearray((folder / "en.zip").read_bytes())
    data[data.index(b"<html>")] ^= 1
    (tmp_path / "changed.zip").write_bytes(data)
    code, said = verified(tmp_path / "changed.zip", script=script)
    assert code == 1 and "original.html: changed" in said


def test_what_is_no_bundle_is_told(folder: Path, tmp_path: Path) -> None:
    script = unpacked(folder / "en.zip", tmp_path / "out") / "verify.py"
    (tmp_path / "empty").mkdir()
    (tmp_path / "no.zip").write_bytes(b"no zip")
    for place in (tmp_path / "empty", tmp_path / "no.zip", tmp_path / "not here"):
        assert verified(place, script=script)[0] == 2
    assert verified(tmp_path / "out", "--what")[0] == 2


def test_the_script_needs_only_python_and_speaks_the_language_of_the_bundle(folder: Path, tmp_path: Path) -> None:
    tree = ast.parse(template("verify.py.txt"), feature_version=(3, 8))
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {(getattr(node, "module", None) or node.names[0].name) for node in names}
    assert modules <= {"hashlib", "os", "re", "sys", "zipfile", "zlib"}
    place = unpacked(folder / "id.zip", tmp_path / "out")
    assert "masih seperti semula" in verified(place)[1]
    flip(place / "klaim.csv", 5)
    assert "klaim.csv: berubah" in verified(place)[1]


def test_the_same_set_gives_the_same_bytes(folder: Path) -> None:
    assert (folder / "en.zip").read_bytes() == (folder / "again.zip").read_bytes()


def test_the_lists_say_what_there_is_and_what_is_lacking(folder: Path) -> None:
    found = {row["Title"] or row["Form"] or row["What it is"]: row for row in table(folder / "en.zip", "evidence.csv")}
    page, letter, words = found["The page"], found["Letter"], found["words of an article"]
    assert page["Archived copy"].endswith("original.html") and page["Retrieved"] == "2026-11-20"
    assert letter["What it is"] == letter["Archived copy"] == "evidence/" + letter["Number"].zfill(4) + "-letter.pdf"
    assert members(folder / "en.zip")[letter["What it is"]] == stories.LETTER.data
    assert "“Mayor Dana Whitlock”" in words["What it is"] and words["Has an archived copy"] == "yes"
    lost = found["address"]
    assert [lost[f"Has {what}"] for what in ("an address", "a date", "an archived copy")] == ["yes", "no", "no"]
    checklist = members(folder / "en.zip")["checklist.txt"].decode()
    assert f"[ ] There is an archived copy of it: 3/5; lacking: {', '.join(lacking(found))}" in checklist
    assert "retrieved: 3/5" in checklist and "[ ] The verdict gives its reasons: 1/2" in checklist


def lacking(found: dict[str, dict[str, str]]) -> list[str]:
    return sorted((row["Number"] for row in found.values() if row["Has an archived copy"] == "no"), key=int)


def test_claims_who_says_what_and_the_log(folder: Path) -> None:
    claims = {row["Wording"]: row for row in table(folder / "en.zip", "claims.csv")}
    late = claims["'" + stories.LATE.text]  # no cell is a formula
    assert (late["Says it"], late["Denies it"]) == ("Dana Whitlock", "Dana Whitlock")
    assert (late["Verdict"], late["House rating"]) == ("not enough evidence", "partly true")
    (review,) = table(folder / "en.zip", "reviews.csv")
    assert review["Rests on"] == "Evidence " + numbered(folder, "Letter")
    assert {row["Stance"] for row in table(folder / "en.zip", "who-says.csv")} == {"says so", "denies it"}
    (step,) = table(folder / "en.zip", "changes.csv")
    assert (step["Who"], step["What"], step["Where"]) == ("Rina", "Add article", "1, 2")
    marks = table(folder / "en.zip", "marks.csv")
    text = members(folder / "en.zip")[table(folder / "en.zip", "articles.csv")[0]["Text"]].decode()
    places = [row["Characters"].split("–") for row in marks if row["Article"] == "1"]
    assert [text[int(a) : int(b)] for a, b in places] == [row["Quote"] for row in marks if row["Article"] == "1"]


def numbered(folder: Path, title: str) -> str:
    return next(row["Number"] for row in table(folder / "en.zip", "evidence.csv") if row["Title"] == title)


def test_files_that_could_tell_who_a_protected_source_is_stay_with_the_desk(folder: Path) -> None:
    kept, whole = members(folder / "en.zip"), members(folder / "all.zip")
    assert not [data for data in kept.values() if data in (stories.TRANSCRIPT.data, stories.LEAK.data)]
    assert {stories.TRANSCRIPT.data, stories.LEAK.data, stories.PAGE.data, stories.LETTER.data} <= {*whole.values()}
    digests = (stories.TRANSCRIPT.id.encode(), stories.LEAK.id.encode())
    assert not [name for name, data in kept.items() if any(digest in data for digest in digests)]
    articles = table(folder / "en.zip", "articles.csv")
    assert articles[1]["Text"].startswith("withheld") and articles[0]["Text"].endswith("text.txt")
    assert "1 of the files of evidence stay with the desk" in kept["checklist.txt"].decode()
    assert {row["Name"] for row in table(folder / "en.zip", "sources.csv")} == {"Source 1", "Dana Whitlock"}


def test_what_stays_is_told_beforehand(folder: Path) -> None:
    with Library.open(folder / "desk.tilik", readonly=True) as library:
        for release, count in ((Release(), 2), (Release(protected_sources=True), 0)):
            counted = Counted()
            list(BUNDLE.write(library.dataset("set"), io.BytesIO(), counted=counted, release=release))
            assert counted.report.count("protected_files") == count
        assert exporter("jsonl").plan(library.dataset("set")).count("protected_files") == 2
        native = exporter("native")
        assert native.plan(library.dataset("set"), native.options(originals=True)).count("protected_files") == 2


def test_our_own_package_keeps_these_files_back_too(folder: Path) -> None:
    native, out = exporter("native"), io.BytesIO()
    with Library.open(folder / "desk.tilik", readonly=True) as library:
        options = native.options(originals=True, revisions=True)
        list(native.write(library.dataset("set"), out, options))
    with zipfile.ZipFile(out) as found:
        data = b"".join(found.read(name) for name in found.namelist())
    assert stories.PAGE.data in data and stories.LETTER.data in data
    assert stories.TRANSCRIPT.data not in data and stories.LEAK.data not in data


def test_the_indonesian_bundle_has_no_code_and_no_english_in_its_lists(folder: Path) -> None:
    found = members(folder / "id.zip")
    headings = [data.decode("utf-8-sig").splitlines()[0] for name, data in found.items() if name.endswith(".csv")]
    english = {word for word, other in WORDS.items() if word != other} - {"Status", "Label", "Tag"}
    assert not {heading for line in headings for heading in line.split(";")} & english
    lists = "\n".join(data.decode() for name, data in found.items() if name.endswith((".csv", ".txt")))
    assert not re.search(r"\b(?:not_enough_evidence|off_the_record|attributed_to|named_person|span|refutes)\b", lists)
    assert table(folder / "id.zip", "klaim.csv", ";")[0]["Kesimpulan"] == "bukti belum cukup"


def test_the_readme_names_what_is_there(folder: Path) -> None:
    for name, readme in (("en", "README.txt"), ("id", "BACA-SAYA.txt")):
        found = members(folder / f"{name}.zip")
        told = found[readme].decode()
        tops = {item.split("/")[0] for item in found} - {readme}
        assert not [top for top in tops if top not in told]


def test_a_set_that_left_without_her_files_comes_back_without_erasing_them(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "set.jsonl"
    with Library.open(tmp_path / "desk.tilik") as library:
        stories.fill(library)
        list(export(exporter("jsonl"), library.dataset("set"), target))
        assert "Rahasia.txt" not in target.read_text("utf-8") and stories.TRANSCRIPT.id not in target.read_text("utf-8")
        list(import_set(library, target, choice=Differing.UPDATE))
        (talk,) = [document for document in library.documents() if document.article.title == "Talk"]
        assert (talk.article.origin, talk.revision.original_id) == ("Rahasia.txt", stories.TRANSCRIPT.id)
        evidence = {piece.id: piece.target for piece in library.evidence([stories.MOVED.id])}
        assert evidence == {made.uid("leak"): stories.LEAK.id}


def test_names_of_folders_are_plain_and_short() -> None:
    assert short_name("Menteri bantah buka keran impor garam per Mei 2026") == "menteri-bantah-buka-keran-impor-garam"
    assert short_name("الوزير ينفي 🧂") == "" and short_name("Zoë: “Ça va?”") == "zoe-ca-va"
    assert short_name("x" * 90) == "x" * 40


def test_some_marks_make_a_bundle_of_their_articles(folder: Path) -> None:
    out = io.BytesIO()
    with Library.open(folder / "desk.tilik", readonly=True) as library:
        some = selected(library.dataset("set"), Selection(frozenset({"denial"})))
        list(BUNDLE.write(some, out))
    (folder / "some.zip").write_bytes(out.getvalue())
    assert len(table(folder / "some.zip", "articles.csv")) == len(table(folder / "some.zip", "marks.csv")) == 1
    assert [step["Where"] for step in table(folder / "some.zip", "changes.csv")] == ["1"]
