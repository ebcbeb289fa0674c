"""Nobody learns from a set who a protected source is, unless the person who exports says so; her rule goes with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.exchange.exporters import EXPORTERS, Exporter, Release, export
from reader.model.claims import Claim, Source
from reader.model.dataset import Document
from reader.store import Library
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.opened import words_in

formats = pytest.mark.parametrize("form", EXPORTERS, ids=lambda x: x.id)
SECRETS = (
    "Rahasia Hartati",
    "Kantor Bunga",
    "bertemu di rumahnya",
    "R. Bunga",
    "https://bunga.example/r",
    "juru ketik",
)
HIDDEN = Source(
    made.uid("hidden"), SECRETS[0], made.WHEN, made.WHEN, (SECRETS[3],), "unnamed_person", SECRETS[1], SECRETS[5],
    "unnamed_at_own_request", address=SECRETS[4], note=SECRETS[2], reliability="A", extra={"brat": {"id": SECRETS[0]}},
)  # fmt: skip
OPEN = Source(made.uid("open"), "Dana Whitlock", made.WHEN, made.WHEN, note="desk: call before noon", reliability="B")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    document = made.english()
    source, claim, denial = document.annotations
    told = Claim(made.uid("told"), "The bridge is late", made.WHEN, made.WHEN, credibility="2")
    marks = (replace(source, about=HIDDEN.id), replace(claim, about=told.id), replace(denial, about=OPEN.id))
    whole = Document(document.article, document.revision, marks, document.relations, (HIDDEN, OPEN, told))
    library = Library.open(tmp_path / "desk.tilik")
    things = (whole.article, whole.revision, *marks, *whole.relations, *whole.known)
    library.apply(edits.Edit("Add", tuple(edits.Swap(None, thing) for thing in things)))
    return library


def written(form: Exporter, library: Library, folder: Path, release: Release | None = None) -> str:
    """All that an export writes, packages opened."""
    target = folder / f"set{form.suffix}"
    list(export(form, library.dataset("set"), target, release=release or Release()))
    return "\n".join(words_in(path) for path in sorted(folder.glob("set*")))


@formats
def test_nothing_of_her_is_in_any_format(form: Exporter, library: Library, tmp_path: Path) -> None:
    text = written(form, library, tmp_path)
    assert not [secret for secret in SECRETS if secret in text]
    if f'"name":"{OPEN.name}"' in text:  # a format that writes sources
        assert '"Source 1"' in text and "unnamed_at_own_request" in text
    report = form.plan(library.dataset("set"))
    assert report.count("protected") == 1 and report.count("desk_only") == 2
    assert not any(secret in str(loss) for loss in report.losses for secret in SECRETS)


@pytest.mark.parametrize("form", [x for x in EXPORTERS if x.profile.comes_back], ids=lambda x: x.id)
def test_she_leaves_whole_when_the_person_who_exports_says_so(form: Exporter, library: Library, tmp_path: Path) -> None:
    release = Release(protected_sources=True, desk_values=True)
    text = written(form, library, tmp_path, release)
    assert all(secret in text for secret in SECRETS) and OPEN.note in text
    report = form.plan(library.dataset("set"), release=release)
    assert report.count("protected") == report.count("desk_only") == 0


def test_what_only_the_desk_knows_of_others_stays(library: Library, tmp_path: Path) -> None:
    text = written(EXPORTERS[0], library, tmp_path)
    assert OPEN.name in text and OPEN.note not in text and '"credibility":"2"' not in text


def test_her_number_stays_when_others_are_protected_later(library: Library, tmp_path: Path) -> None:
    later = Source(made.uid("0"), "Nama Lain", made.WHEN, made.WHEN, ground_rules="off_the_record")
    library.apply(edits.Edit("Add", (edits.Swap(None, later),)))
    text = written(EXPORTERS[0], library, tmp_path)
    assert f'"id":"{HIDDEN.id}"' in text and text.count('"Source 1"') == text.count('"Source 2"') == 1
    line = next(line for line in text.splitlines() if HIDDEN.id in line and '"Source ' in line)
    assert '"Source 1"' in line


@pytest.mark.parametrize("rule", ["background", "deep_background", "off_the_record"])
def test_every_rule_that_keeps_a_name_back_protects(library: Library, tmp_path: Path, rule: str) -> None:
    library.apply(edits.Edit("Change", (edits.Swap(OPEN, replace(OPEN, ground_rules=rule)),)))
    text = written(EXPORTERS[0], library, tmp_path)
    assert OPEN.name not in text.replace("Mayor Dana Whitlock", "") and rule in text


@formats
def test_notes_that_name_her_are_told(form: Exporter, library: Library) -> None:
    mark = library.annotation(made.english().annotations[0].id)
    library.apply(edits.set_note(mark, f"tanya {SECRETS[0].upper()} lagi"))
    assert form.plan(library.dataset("set")).count("named_in_words") == 1
