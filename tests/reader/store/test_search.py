"""What search and its filters find, and what they must not find."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import edits
from reader.edits import Edit, Swap
from reader.errors import TilikError
from reader.model.articles import Article, State
from reader.model.labels import CLAIM
from reader.model.spans import Span
from reader.query import parse
from reader.store import Library, backups_here, schema, search, search_index, upgrade
from reader.text.index_words import indexed
from tests.reader.store.conftest import add
from tests.reader.store.test_door import mark
from tests.statements import recorded, write_connection


def changed(library: Library, article: Article, **fields: object) -> Article:
    """The article with other values, stored."""
    after = replace(article, **fields)  # type: ignore[arg-type]
    library.apply(Edit("Change", (Swap(article, after),)))
    return after


def listed(library: Library, query: str) -> list[str]:
    """The titles that a query finds, in the order of the alphabet."""
    return sorted(summary.title for summary in library.summaries(parse(query)))


def test_neither_the_words_nor_the_marks_of_the_trash_are_found(library: Library) -> None:
    article, revision = add(library)
    start = revision.text.index("stok cukup")
    made = edits.annotate(revision, [Span(start, start + 10)], CLAIM, note="Periksa gudang")
    library.apply(made)
    assert [hit.annotation_id != "" for hit in library.search("stok cukup")] == [False, True]
    assert len(library.search("periksa gudang")) == 1
    library.apply(edits.set_state([article], State.TRASHED))
    assert library.search("stok cukup") == []
    assert library.search("periksa gudang") == []
    library.undo()
    assert len(library.search("periksa gudang")) == 1


def test_a_tag_is_found_whole(library: Library) -> None:
    north, _ = add(library, "Launch from the north")
    other, _ = add(library, "A choir from Korinthos", ["The choir sang."])
    changed(library, north, tags=("north korea", "100%"))
    changed(library, other, tags=("kor",))
    assert listed(library, "tag:kor") == ["A choir from Korinthos"]
    assert listed(library, 'tag:"north korea"') == ["Launch from the north"]
    assert listed(library, "tag:100%") == ["Launch from the north"]
    assert listed(library, "tag:north") == listed(library, "tag:%") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("site:harian", ["One"]),
        ("site:HARIAN", ["One"]),
        ("lang:ID", ["One", "Two"]),
        ("site:%", ["Two"]),
        ("site:a_i", []),
        ("site:_", []),
        ("site:100%", ["Two"]),
        ("site:Čas", ["Three"]),
        ("site:čAS", ["Three"]),
        ("site:cas", ["Three"]),
    ],
)
def test_sites_and_languages_are_found_in_any_case_and_as_they_are_typed(
    library: Library, query: str, found: list[str]
) -> None:
    one, _ = add(library, "One")
    two, _ = add(library, "Two", ["Another text stands here."])
    three, _ = add(library, "Three", ["And a third one."])
    changed(library, three, site="Čas")
    changed(library, one, site="Harian Samudra", language="id")
    changed(library, two, site="Kabar 100%", language="id")
    assert listed(library, query) == found


def test_a_name_of_two_articles_is_no_name(library: Library) -> None:
    one, _ = add(library, "Harbour audit opens", ["The auditors began on Monday."])
    two, _ = add(library, "Harbour audit opens", ["The auditors ended on Friday."])
    with pytest.raises(TilikError, match="names several articles") as error:
        library.find("Harbour audit opens")
    assert one.id in str(error.value) and two.id in str(error.value)
    assert library.find(one.id) == one.id


# -- what is typed -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("garam", ["Both", "First"]),
        ("garam -impor", ["First"]),
        ('garam -"dari luar"', ["First"]),
        ("garam -imp", ["Both", "First"]),
        ("C++", ["Signs"]),
        ('"C"', ["Other", "Signs"]),
        ("C", ["First", "Other", "Signs"]),
        ("C#", []),
        ("“garam impor”", ["Both"]),
        ("-impor -C", ["First"]),
    ],
)
def test_words_behind_a_minus_are_not_wanted_and_signs_count(library: Library, typed: str, found: list[str]) -> None:
    add(library, "First", ["Stok garam cukup."])
    add(library, "Both", ["Ada garam impor dari luar."])
    add(library, "Signs", ["It is written in C++."])
    add(library, "Other", ["Vitamin C, as they say."])
    assert listed(library, typed) == found
    hits = {hit.title for hit in library.search(typed)}
    assert hits == (set() if typed.startswith("-") else set(found))


def test_of_marks_too(library: Library) -> None:
    _, revision = add(library)
    made = mark(library, revision, "stok cukup")
    assert [hit.annotation_id for hit in library.search("stok cukup -garam")] == [made.id]
    assert [hit.annotation_id for hit in library.search("stok -cukup")] == []


@given(st.text(st.sampled_from("署名契約見た山ア한국น้ำ。 ab1+"), min_size=1, max_size=20), st.data())
def test_whatever_stands_in_a_text_without_spaces_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    typed = text[start : data.draw(st.integers(start + 1, len(text)))]
    asked = search.asked(typed).match
    if not asked or (start > 0 and text[start - 1 : start + 1].isascii() and text[start - 1].isalnum()):
        return  # no word at all, or a place within a word of a script that has words
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(schema.SEARCH[1])
        connection.execute("INSERT INTO article_search(rowid, title, body) VALUES (1, '', ?)", (indexed(text),))
        found = connection.execute("SELECT rowid FROM article_search WHERE article_search MATCH ?", (asked,)).fetchall()
    assert found


# -- what is shown -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "typed", "shown"),
    [
        ("Bun\xaddes\xadrech\xadnungs\xadhof", "bundesrechnungshof", "[Bun\xaddes\xadrech\xadnungs\xadhof]"),
        ("the oﬃce", "off", "the [oﬃce]"),
        ("市長は契約書に署名した", "署名", "市長は契約書に[署名]した"),
        ("قال السـيد إن", "السيد", "قال [السـيد] إن"),
        ("e\u0301lan vital", "elan", "[e\u0301lan] vital"),
        ("C++ or C", "c", "[C]++ or [C]"),
        ("said, “fund bridge” twice", '"fund bridge"', "said, “[fund bridge]” twice"),
    ],
)
def test_the_words_are_marked_in_the_text_as_it_stands(library: Library, body: str, typed: str, shown: str) -> None:
    add(library, "Lead", [body])
    (hit,) = library.search(typed)
    assert hit.snippet.replace(search.OPEN, "[").replace(search.CLOSE, "]") == f"Lead\n{shown}"


def test_of_a_long_text_the_part_is_shown_where_most_of_the_words_stand(library: Library) -> None:
    filler = "Lain lagi ceritanya di sini. " * 2_000
    add(library, "Judul", [f"Menteri bicara. {filler} Di gudang menteri menyebut garam. {filler}"])
    (hit,) = library.search("garam menteri")
    assert f"{search.OPEN}menteri{search.CLOSE} menyebut {search.OPEN}garam{search.CLOSE}" in hit.snippet
    assert hit.snippet.startswith("…") and hit.snippet.endswith("…") and len(hit.snippet) < 300


def test_a_hit_in_a_tag_shows_tags_and_no_json(library: Library) -> None:
    _, revision = add(library)
    made = mark(library, revision, "stok cukup")
    library.apply(edits.set_tags(made, ("état civil", "statement")))
    (hit,) = library.search("etat")
    assert hit.snippet == f"{search.OPEN}état{search.CLOSE} civil, statement"


# -- titles first ------------------------------------------------------------------------------------------------------


def test_a_title_stands_before_a_text_and_its_beginning_before_its_middle(library: Library) -> None:
    add(library, "Mayor answers on the bridge fund", ["One."])
    add(library, "Why the mayor answers", ["Two."])
    add(library, "Answers of a mayor", ["Three."])
    add(library, "Questions on the bridge", ["The mayor answers nothing."])
    gone, _ = add(library, "Mayor answers again", ["Four."])
    library.apply(edits.set_state([gone], State.TRASHED))
    found = [summary.title for summary in library.titles_first("mayor ans")]
    assert found == [
        "Mayor answers on the bridge fund", "Why the mayor answers", "Answers of a mayor", "Questions on the bridge",
    ]  # fmt: skip
    assert [s.title for s in library.titles_first("mayor -why", limit=1)] == ["Mayor answers on the bridge fund"]
    assert library.titles_first("-mayor") == library.titles_first("?") == []


def test_when_the_titles_are_enough_no_text_is_asked_for(library: Library) -> None:
    for number in range(3):
        add(library, f"Garam {number}", ["Garam."])
    with recorded(library) as asked:
        assert len(library.titles_first("garam", limit=3)) == 3
    assert [one.count("article_search MATCH") for one in asked if "MATCH" in one and "%_" not in one] == [1]


# -- indexes of another folding ----------------------------------------------------------------------------------------


def spoiled(path: Path) -> None:
    """Make the indexes what another folding would have made, with nothing in them that is found today."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE setting SET value = '0' WHERE key = 'search index'")
        for index in ("article_search", "annotation_search"):
            raw.execute(f"INSERT INTO {index}({index}) VALUES ('delete-all')")


def test_indexes_of_another_folding_are_made_anew_when_the_library_is_opened(path: Path) -> None:
    with Library.open(path) as library:
        article, revision = add(library)
        made = mark(library, revision, "stok cukup")
    spoiled(path)
    with Library.open(path, readonly=True) as library:
        assert library.search("stok") == [], "nothing is written where nothing may be written"
    with Library.open(path) as library:
        assert [hit.annotation_id for hit in library.search("stok")] == ["", made.id]
        library.undo()
        assert [hit.article_id for hit in library.search("stok")] == [article.id]
        assert backups_here(path)
        before = len(backups_here(path))
    with Library.open(path) as library:
        assert len(backups_here(path)) == before, "once"


def test_that_can_be_killed_at_any_row_and_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        for number in range(4):
            _, revision = add(library, f"Artikel {number}")
        mark(library, revision, "stok cukup")
    spoiled(path)
    monkeypatch.setattr(search_index, "_PIECE", 2)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        upgrade.upgrade(path, told=stop)
    assert told == [(2, 5), (4, 5)]
    with Library.open(path, readonly=True) as library:
        assert library.count() == 4 and library.search("stok") == []
    with Library.open(path) as library:
        assert len(library.search("stok")) == 5
    assert not list(path.parent.glob("*.upgrading*"))


def test_a_change_takes_out_the_very_words_it_was_put_in_with(library: Library) -> None:
    article, _ = add(library, "One", ["Bun\xaddes ﬁn 10⁶."])
    article = changed(library, article, title="Straße 署名 C++ ＡＢＣ")
    assert all(len(library.search(typed)) == 1 for typed in ("strasse", "署", "abc", "C++"))
    changed(library, article, title="Other")
    index = write_connection(library)
    for table in ("article_search", "annotation_search"):
        index.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
    assert library.search("strasse") == library.search("署") == library.search("abc") == []
    assert len(library.search("bundes")) == 1
