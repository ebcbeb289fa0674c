"""Answers that cost what the screen shows: the ways SQLite takes, what is counted on the way, what can be stopped."""

from __future__ import annotations

import random
import re
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from reader import edits
from reader.edits.claims import new_claim
from reader.errors import InterruptedQueryError, LibraryError
from reader.model.articles import Place, State
from reader.model.labels import BUILTIN, CLAIM
from reader.model.spans import Span
from reader.model.stamps import now
from reader.query import ORDERS, Query, parse
from reader.store import Interrupt, Library, first_paint, search
from reader.store.connections import ReadConnections
from tests.statements import each_connection, plan, recorded, write_connection

from .conftest import add
from .test_door import mark

ROOT = Path(__file__).parents[3]
BIG = ("article", "annotation", "revision")


@pytest.fixture
def full(library: Library) -> Library:
    """Thirty articles in every state, of three sites, with annotations of two people."""
    for number in range(30):
        article, revision = add(library, f"Artikel {number % 7}", [f"Menteri membantah kabar {number}.", "Stok cukup."])
        changed = [
            edits.annotate(revision, [Span(n, n + 7)], BUILTIN[n % 3], ("Sari", "Budi")[n % 2]) for n in range(4)
        ]
        library.apply(edits.together("Mark", changed))
        library.apply(edits.set_state([article], tuple(State)[number % len(State)]))
        library.remember_place(Place(article.id, 0, 0.5, now()))
    return library


def hot(library: Library) -> None:
    """What a window asks at the start, while it is scrolled, filtered and searched, and at a key."""
    for order in ORDERS:
        for state in (None, *State):
            for descending in (True, False):
                library.summaries(Query(order=order, state=state, descending=descending), offset=5, limit=5)
                library.count(Query(order=order, state=state))
    words = ("stok", "-stok", "label:claim menteri")
    for asked in ("site:kabar", "lang:id", "tag:garam", "label:claim", "annotator:Sari", *words):
        library.count(parse(asked))
        library.summaries(parse(asked), limit=3)
    library.search("menteri")
    library.search("m -stok")
    library.titles_first("menteri bantah")
    library.state_counts()
    library.cleaned_otherwise("html/2", ["edited"])
    article = library.article(library.find(library.ids(Query(state=State.INBOX))[0]))
    library.find(article.id[:6])
    library.known(library.revision(article.revision_id).fingerprint, "original")
    library.newest_marks(article.revision_id, ["claim"], limit=3)
    library.page_annotations(article.revision_id)
    library.relations(article.id)
    library.place(article.id)
    library.next_undo(article.id)
    with library._reading() as connection:
        assert connection.execute("PRAGMA user_version").fetchone()


def is_ours(statement: str) -> bool:
    """Whether it is a question of ours about what grows: not one that the full-text index asks of its own tables, and
    not one about labels, of which there are few."""
    asks = statement.startswith(("SELECT", "WITH", "UPDATE", "DELETE"))
    return asks and not any(
        other in statement for other in ("'main'.", "sqlite_master", "FROM label", "FROM change_article")
    )


@pytest.mark.parametrize("analysed", [False, True])
def test_nothing_that_is_asked_often_goes_through_a_whole_table(full: Library, analysed: bool) -> None:
    if analysed:
        write_connection(full).execute("ANALYZE")
    with recorded(full) as asked:
        hot(full)
        mark(full, full.revision(full.article(full.ids()[0]).revision_id), "Menteri")
    assert len(asked) > 100
    for statement in asked:
        if not is_ours(statement):
            continue
        for line in plan(full, statement).splitlines():
            walked = "VIRTUAL TABLE" in line or (
                " USING " in line and "INDEX ix_article_" in line
            )  # from the top, as far as the list is seen
            small = "FROM article WHERE number IN" in statement  # a table of thirty rows is read whole as soon
            assert walked or small or not line.startswith(tuple(f"SCAN {name}" for name in (*BIG, "a", "m", "r"))), (
                statement, line,
            )  # fmt: skip
            assert "TEMP B-TREE" not in line, (statement, line)


def test_the_first_paint_goes_through_no_whole_table(full: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    from reader.store import files

    connect = files.connect

    def traced(path: Path, *, readonly: bool) -> sqlite3.Connection:
        found = connect(path, readonly=readonly)
        found.set_trace_callback(asked.append)
        return found

    monkeypatch.setattr(files, "connect", traced)
    assert first_paint(full.path) is not None
    for statement in asked:
        if is_ours(statement):
            lines = plan(full, statement)
            assert not re.search(r"SCAN article$|SCAN annotation", lines, re.M), (statement, lines)
            assert "TEMP B-TREE" not in lines, (statement, lines)


def counted(library: Library) -> Counter[tuple[str, str, int, int]]:
    with library._reading() as connection:
        stored = connection.execute("SELECT field, value, article_number, annotations FROM annotation_count")
        return Counter(tuple(row) for row in stored)


def really(library: Library) -> Counter[tuple[str, str, int, int]]:
    with library._reading() as connection:
        rows: list[tuple[str, str, int, int]] = []
        for field in ("label", "annotator"):
            asked = (
                f"SELECT '{field}', m.{field}, a.number, count(*) FROM annotation m JOIN article a"
                " ON a.id = m.article_id GROUP BY m.article_id, 2"
            )
            rows += [tuple(row) for row in connection.execute(asked)]
        return Counter(rows)


@pytest.mark.parametrize("seed", range(4))
def test_the_counts_follow_whatever_is_done(library: Library, seed: int) -> None:
    chance = random.Random(seed)
    texts = [add(library, f"Artikel {number}") for number in range(3)]
    for _ in range(40):
        _, revision = chance.choice(texts)
        known = library.annotations(revision.article_id)
        what = chance.randrange(6)
        if what < 2 or not known:
            start = chance.randrange(20)
            span, label = Span(start, start + 5), chance.choice(BUILTIN)
            library.apply(edits.annotate(revision, [span], label, chance.choice(["Sari", "", "Budi"])))
        elif what == 2:
            library.apply(edits.relabel(chance.choice(known), chance.choice(BUILTIN)))
        elif what == 3:
            library.apply(edits.delete_annotations([chance.choice(known)], library.relations(revision.article_id)))
        elif what == 4:
            library.undo()
        else:
            library.redo()
        texts = [(a, r) for a, r in texts if a.id in library.ids()] or [add(library, "Artikel baru")]
        assert counted(library) == really(library)
    for article, _ in texts:
        library.apply(edits.set_state([library.article(article.id)], State.TRASHED))
    library.delete_for_good(library.trashed())
    assert counted(library) == really(library) == Counter()


def test_rows_and_filters_count_by_them(library: Library) -> None:
    _, revision = add(library)
    add(library, "Tanpa tanda")
    made = mark(library, revision, "stok cukup")
    mark(library, revision, "Menteri")
    assert [dict(s.counts) for s in library.summaries()] == [{}, {"claim": 2}]
    assert library.count(parse("label:claim")) == library.count(parse("annotator:Sari")) == 1
    library.apply(edits.relabel(made, BUILTIN[2]))
    assert dict(library.summaries(parse("label:denial"))[0].counts) == {"claim": 1, "denial": 1}


def test_a_filtered_list_is_of_one_moment_and_a_page_of_it_looks_for_nothing_again(library: Library) -> None:
    articles = [add(library, f"Artikel {number}") for number in range(6)]
    for _, revision in articles[:5]:
        mark(library, revision, "stok cukup")
    listed = library.listed(parse("label:claim"))
    before = library.rows_of(listed, 0, 10)
    library.undo()
    library.apply(edits.set_state([articles[1][0]], State.TRASHED))
    with recorded(library) as asked:
        pages = [*library.rows_of(listed, 0, 3), *library.rows_of(listed, 3, 3)]
    assert [s.id for s in pages] == [s.id for s in before] == library.ids_of(listed) and listed.count == 5
    assert not [one for one in asked if "field = 'label' AND value" in one]
    assert library.listed(parse("label:claim")).count == library.count(parse("label:claim")) == 3


def test_a_page_in_the_middle_is_the_page_of_the_whole(full: Library) -> None:
    for query in (Query(order="title", descending=False), parse("label:claim"), parse("menteri")):
        whole = full.summaries(query, limit=1000)
        assert [s.id for s in whole] == full.ids(query) == [s.id for s in full.every_summary(query)]
        assert full.summaries(query, offset=3, limit=4) == whole[3:7]
        assert full.count(query) == len(whole) > 7


def test_no_question_needs_more_values_than_every_sqlite_takes(full: Library) -> None:
    """SQLite before 3.32 takes 999 variables a statement, and a library may have more sites than any of them."""
    many = [(f"id{n}", "r", f"site{n}.example", "inbox") for n in range(2_000)]
    insert = "INSERT INTO article(id, revision_id, site, state) VALUES (?, ?, ?, ?)"
    write_connection(full).executemany(insert, many)
    with each_connection(full, lambda one: one.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)):
        hot(full)
        assert full.count(parse("site:example")) == len(full.ids(parse("site:example"))) == 2_000
        assert len(full.summaries(parse("site:example"), limit=5_000)) == 2_000
        assert [s.site for s in full.summaries(parse("site:SITE1999"))] == ["site1999.example"]
        assert len(list(full.every_summary())) > 2_000 and len(full.times_of_texts(full.ids())) > 20


# -- searching ---------------------------------------------------------------------------------------------------------


def test_words_in_quotation_marks_stand_one_after_the_other(library: Library) -> None:
    near, _ = add(library, "Satu", ["Menteri membantah kabar impor."])
    far, _ = add(library, "Dua", ["Kabar itu dibantah; menteri menolak impor."])
    found = {hit.article_id for hit in library.search("menteri kabar")}
    assert found == {near.id, far.id}
    assert [hit.article_id for hit in library.search('"kabar impor"')] == [near.id]
    assert [hit.article_id for hit in library.search('"kabar imp')] == [near.id], "while it is typed"
    assert library.search('"kabar imp"') == [], "a word that is ended is whole"
    assert [s.id for s in library.summaries(parse('lang: "kabar impor"'.replace("lang: ", "")))] == [near.id]


def test_of_many_hits_the_newest_come_first_and_of_few_the_best(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    best, _ = add(library, "Garam garam garam", ["Harga garam."])
    last, _ = add(library, "Lain", ["Panjang sekali uraiannya sampai akhirnya menyebut garam."])
    assert [hit.article_id for hit in library.search("garam")] == [best.id, last.id]
    monkeypatch.setattr(search, "FEW", 1)
    assert [hit.article_id for hit in library.search("garam")] == [last.id, best.id]


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


def test_a_search_that_runs_is_stopped_from_another_thread(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    add(library)
    running, interrupt = threading.Event(), Interrupt()

    def endless(connection: sqlite3.Connection, words: str, limit: int) -> list[object]:
        running.set()
        return connection.execute(ENDLESS).fetchall()

    monkeypatch.setattr(search, "search", endless)

    def stop() -> None:
        running.wait(30)
        interrupt.stop()

    stopping = threading.Thread(target=stop)
    stopping.start()
    with pytest.raises(InterruptedQueryError):
        library.search("stok", interrupt=interrupt)
    stopping.join()
    monkeypatch.undo()
    with pytest.raises(InterruptedQueryError):
        library.search("stok", interrupt=interrupt)
    assert library.search("stok"), "the connection is as good as before"


def test_a_stopped_question_for_a_list_is_asked_anew(library: Library) -> None:
    _, revision = add(library)
    mark(library, revision, "stok cukup")
    interrupt = Interrupt()
    interrupt.stop()
    with pytest.raises(InterruptedQueryError):
        library.listed(parse("label:claim"), interrupt=interrupt)
    assert library.listed(parse("label:claim")).count == 1


# -- connections -------------------------------------------------------------------------------------------------------


def test_reading_needs_no_sqlalchemy_and_the_first_change_loads_it(full: Library, path: Path) -> None:
    full.close()
    code = (
        "import sys; from pathlib import Path; from reader.store import Library; from reader.query import parse\n"
        "library = Library.open(Path(sys.argv[1])); library.summaries(parse('label:claim menteri'))\n"
        "library.next_undo(); "
        "library.annotations(library.ids()[0]); library.claims(); library.history(); library.search('m')\n"
        "assert 'sqlalchemy' not in sys.modules; library.remember_setting('a', 'b'); assert 'sqlalchemy' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=True, timeout=60)


def test_a_file_that_cannot_be_read_says_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_connections: ReadConnections) -> sqlite3.Connection:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(ReadConnections, "_take", broken)
    with pytest.raises(LibraryError, match="disk I/O error"):
        library.count()


def test_connections_are_used_again_and_closed_with_the_library(library: Library) -> None:
    seen: set[int] = set()
    for _ in range(5):
        with library._reading() as connection:
            seen.add(id(connection))
            assert connection.in_transaction
    assert len(seen) == 1
    with library._reading() as lent:
        library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        lent.execute("SELECT 1")


def test_a_claim_is_still_found_by_its_marks(library: Library) -> None:
    _, revision = add(library)
    made = mark(library, revision, "stok cukup", CLAIM)
    (claim,) = [s.after for s in library.apply(new_claim([made], "A claim.")).edit.swaps if s.before is None]
    assert claim is not None
    assert [found.id for found in library.mentions([claim.id])] == [made.id]
