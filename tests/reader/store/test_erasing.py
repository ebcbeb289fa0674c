"""A mark, a note, a person deleted for good: nothing of it is left in tables, indexes, undo, bytes, backups."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from reader import edits
from reader.edits.claims import (
    add_evidence,
    assign,
    change,
    merge_claims,
    merge_sources,
    new_claim,
    new_source,
    remove,
    take_evidence,
)  # fmt: skip
from reader.model.claims import Claim, Evidence, Related, Review, Sentence, Source
from reader.model.erasing import Erasure
from reader.model.pages import Original
from reader.model.stamps import new_id, now
from reader.store import Library
from reader.store.backups.packs import Packs
from reader.store.erased_backups import erase_in_backups
from reader.store.files import connect

from .conftest import add, make_article
from .test_door import mark
from .test_emptying import WORD, secret, stands_in
from .test_importing import link, marks_of


def held(library: Library, edit: edits.Edit) -> list[object]:
    return [swap.after for swap in library.apply(edit).edit.swaps if swap.before is None]


def undone_and_redone(library: Library) -> None:
    """Every step that is left can be taken back, and done again."""
    while library.undo():
        pass
    while library.redo():
        pass
    assert library.check() == []


def a_mark(library: Library) -> Erasure:
    _, text = add(library)
    made, other = mark(library, text, "stok cukup"), mark(library, text, "Juru bicara")
    library.apply(edits.set_note(made, f"the {WORD} note"))
    library.apply(edits.link("related", other, library.annotation(made.id)))
    (claim,) = held(library, new_claim([other], "A claim."))
    assert isinstance(claim, Claim)
    library.apply(add_evidence(claim, "supports", library.annotation(made.id)))
    cited = Review(new_id(), claim.id, now(), now(), justification=(Sentence("Because.", (made.id, other.id)),))
    library.apply(edits.Edit("Add review", (edits.Swap(None, cited),)))
    library.apply(edits.set_note(library.annotation(other.id), "stays"))
    return Erasure(marks=(made.id,))


def a_deleted_mark(library: Library) -> Erasure:
    wanted = a_mark(library)
    library.apply(edits.delete_annotations([library.annotation(wanted.marks[0])], library.relations(_only(library))))
    return wanted


def every_mark(library: Library) -> set[str]:
    return {m.id for one in library.every_summary() for m in library.annotations(one.id)}


def _only(library: Library) -> str:
    return next(iter(library.every_summary())).id


def a_note(library: Library) -> Erasure:
    _, text = add(library)
    made = mark(library, text, "stok cukup")
    for note in ("first", f"{WORD} said", "last"):
        library.apply(edits.set_note(library.annotation(made.id), note))
    return Erasure(notes=(made.id,))


def a_person(library: Library) -> Erasure:
    _, text = add(library)
    one, other = mark(library, text, "Rauf Sembada"), mark(library, text, "Juru bicara")
    person, alias, speaker = (
        next(x for x in held(library, new_source([], name)) if isinstance(x, Source))
        for name in (f"{WORD} Hartati", f"Ibu {WORD}", "A spokesperson")
    )
    library.apply(change(person, {"note": f"met {WORD} at home", "address": f"{WORD} street"}))
    library.apply(assign([one, other], person))
    library.apply(change(speaker, {"party": person.id}))
    now_is = library.of_kind("source", [person.id])[person.id]
    assert isinstance(now_is, Source)
    library.apply(merge_sources(now_is, [alias], []))
    return Erasure(sources=(person.id,))


def an_imported_note(library: Library) -> Erasure:
    _, text = add(library)
    theirs = [replace(m, note=f"{WORD} {n}") for n, m in enumerate(marks_of(text))]
    with library.importing("Import set") as inside:
        inside.add([*theirs, link(theirs[0].id, theirs[1].id)])
    library.apply(edits.set_note(theirs[0], "another"))  # the import's own note is only in this step now
    return Erasure(notes=tuple(m.id for m in theirs))


def an_imported_person(library: Library) -> Erasure:
    _, text = add(library)
    person = Source(new_id(), f"{WORD} Hartati", now(), now())
    with library.importing("Import set") as inside:
        inside.add([person, *(replace(m, about=person.id) for m in marks_of(text))])
    return Erasure(sources=(person.id,))


def a_claim(library: Library) -> Erasure:
    """With evidence that is a file, also one that was taken away again, a review, another wording, a neighbour."""
    _, text = add(library)
    one = mark(library, text, "Rauf Sembada")
    claim, twin, other = (
        next(x for x in held(library, new_claim([], words)) if isinstance(x, Claim))
        for words in (f"{WORD} lied.", f"It was {WORD}.", "Another claim.")
    )
    library.apply(assign([one], claim))
    library.apply(change(other, {"related": (Related("supports", claim.id),)}))
    for name in ("first", "taken away"):
        file = Original(sha256(name.encode()).hexdigest(), "text/plain", f"{name}.txt", f"{WORD} {name}".encode(), "")
        (last,) = (x for x in held(library, add_evidence(claim, "supports", file)) if isinstance(x, Evidence))
    library.apply(take_evidence(last))
    library.apply(edits.Edit("Add review", (edits.Swap(None, _review(claim)),)))
    (now_is,) = (c for c in library.claims() if c.id == claim.id)
    library.apply(merge_claims(now_is, [twin], [], []))
    return Erasure(claims=(claim.id,))


def _review(claim: Claim) -> Review:
    return Review(new_id(), claim.id, now(), now(), justification=(Sentence(f"{WORD} said so."),))


def an_imported_claim(library: Library) -> Erasure:
    _, text = add(library)
    claim = Claim(new_id(), f"{WORD} lied.", now(), now())
    file = Original(sha256(b"x").hexdigest(), "text/plain", "x.txt", f"{WORD}".encode(), "")
    shown = Evidence(new_id(), claim.id, "supports", "file", file.id, now(), title=WORD)
    with library.importing("Import set") as inside:
        inside.add([claim, file, shown, _review(claim), *(replace(m, about=claim.id) for m in marks_of(text))])
    return Erasure(claims=(claim.id,))


def an_imported_claim_undone(library: Library) -> Erasure:
    wanted = an_imported_claim(library)
    library.undo()
    return wanted


def an_article(library: Library) -> Erasure:
    add(library)
    _, gone = secret(library)
    return Erasure(articles=(gone,))


CASES: list[Callable[[Library], Erasure]] = [
    a_mark, a_deleted_mark, a_note, a_person, an_imported_note, an_imported_person, an_article, a_claim,
    an_imported_claim, an_imported_claim_undone,
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_nothing_of_it_is_left(library: Library, path: Path, case: Callable[[Library], Erasure]) -> None:
    wanted = case(library)
    marks = every_mark(library) - {m.id for id in wanted.articles for m in library.annotations(id)}
    assert stands_in(path)
    done = library.erase(wanted)
    assert done and not stands_in(path) and not stands_packed(path) and library.check() == []
    assert every_mark(library) == marks - set(wanted.marks)
    assert not library.erase(wanted), "it is not there a second time"
    undone_and_redone(library)
    assert not stands_in(path)


def test_what_stays_points_at_nothing_that_went(library: Library) -> None:
    wanted = a_mark(library)
    told: list[edits.Edit] = []
    library.changed.subscribe(lambda change: told.append(change.edit))
    library.erase(wanted)
    (claim,) = library.claims()
    (review,) = library.reviews([claim.id])
    (kept,) = library.annotations(_only(library))
    assert review.justification[0].cites == (kept.id,) and library.evidence([claim.id]) == []
    gone = {swap.before.id for swap in told[0].swaps if swap.before is not None and swap.after is None}
    assert wanted.marks[0] in gone and told[0].name == "Delete for good"


def test_the_marks_on_a_person_stay_and_are_about_nobody(library: Library) -> None:
    done = library.erase(a_person(library))
    assert done.sources == 1 and [s.name for s in library.sources()] == ["A spokesperson"]
    assert [m.about for m in library.annotations(_only(library))] == ["", ""] and library.sources()[0].party == ""


def test_the_marks_on_a_claim_stay_and_mention_none(library: Library) -> None:
    done = library.erase(a_claim(library))
    (left,) = library.claims()
    assert done.claims == 1 and left.text == "Another claim." and left.related == ()
    assert [m.about for m in library.annotations(_only(library))] == [""]
    assert library.evidence([left.id]) == [] == library.reviews([left.id])


def test_deleting_a_neighbour_is_no_merging(library: Library) -> None:
    """Whoever pointed at what an earlier step deleted changed with it; that step and its words stay."""
    gone, kept = (next(x for x in held(library, new_claim([], w)) if isinstance(x, Claim)) for w in ("Gone.", "Kept."))
    library.apply(change(kept, {"related": (Related("supports", gone.id),)}))
    (now_is,) = (c for c in library.claims() if c.id == kept.id)
    library.apply(remove([gone], [], [], [now_is]))
    assert library.erase(Erasure(claims=(kept.id,))).claims == 1
    assert library.undo() and [c.text for c in library.claims()] == ["Gone."]


def test_the_note_goes_and_the_mark_stays(library: Library) -> None:
    assert library.erase(a_note(library)).notes == 1
    (made,) = library.annotations(_only(library))
    assert made.note == "" and library.search("stok cukup")


@pytest.mark.parametrize("case", CASES[:-1])  # an undone import lies packed in its pieces
def test_backups_are_written_anew_when_that_is_wanted(
    library: Library, path: Path, case: Callable[[Library], Erasure]
) -> None:
    add(library, "Another", ["Of something else."])
    before = library.backup()
    wanted = case(library)
    backup = library.backup()
    library.erase(wanted)
    assert stands_in_backups(path)
    untouched = (before / "backup.json").read_bytes()
    rewritten = list(erase_in_backups(path, wanted))
    assert [(one.path, bool(one.done), one.refused) for one in rewritten] == [
        (before, False, ""), (backup, True, ""),
    ]  # fmt: skip
    assert (before / "backup.json").read_bytes() == untouched, "one that holds nothing of it is left as it is"
    assert not stands_in_backups(path) and not list(backup.parent.glob(".tilik-*"))
    with Library.open(backup, readonly=True) as copy:
        assert copy.check() == [] and copy.count() == library.count()


def test_whole_files_beside_the_library_are_written_anew_too(library: Library, path: Path) -> None:
    """Backups of an older Tilik, and a library that another took the place of, are plain files."""
    wanted = a_note(library)
    old = path.parent / "backups" / f"{path.stem}-20260101T000000000000{path.suffix}"
    replaced = path.with_name(f"{path.stem}.replaced-20260101T000000{path.suffix}")
    old.parent.mkdir(exist_ok=True)
    for plain in (old, replaced):
        library.backup(plain)
    assert stands_in(old) and stands_in(replaced)
    assert all(one.done and not one.refused for one in erase_in_backups(path, wanted))
    assert not stands_in(old) and not stands_in(replaced)
    with Library.open(old, readonly=True) as copy:
        assert copy.check() == [] and copy.count() == library.count()


def test_what_could_not_be_written_anew_is_named(library: Library, path: Path) -> None:
    wanted = a_note(library)
    backup, kept = library.backup(), path.with_name(f"{path.name}.damaged-20260101T000000")
    kept.write_bytes(b"damaged")
    (backup / "backup.json").write_text("damaged")
    told = {one.path: str(one.refused) for one in erase_in_backups(path, wanted)}
    assert "may still hold" in told[kept] and "damaged" in told[backup]
    assert not stands_in_backups(path), "a backup whose list is damaged is none, and its pieces go"


def test_an_article_need_not_be_in_the_trash(library: Library) -> None:
    article, _ = make_article("Another", ["Of something else."])
    assert not library.erase(Erasure(articles=(article.id,)))
    kept, _ = add(library)
    assert library.erase(Erasure(articles=(kept.id,))).articles == 1 and library.count() == 0
    assert library.history() == []


def stands_packed(path: Path) -> bool:
    """Whether the word stands in what redo of an import needs."""
    with closing(connect(path, readonly=True)) as found:
        packed = [row[0] for row in found.execute("SELECT kept FROM change_added WHERE kept IS NOT NULL")]
    return any(WORD.encode() in zlib.decompress(one) for one in packed)


def stands_in_backups(library: Path) -> bool:
    """Whether the word stands in any piece that is kept for backups, needed or not."""
    for folder in (library.parent / "backups").iterdir():
        with Packs(folder) as packs:
            if any(WORD.encode() in (packs.read(name) or b"") for name in packs.names()):
                return True
    return False
