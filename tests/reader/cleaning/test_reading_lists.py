"""Lists to read and web archives are known by what is in them, and every entry comes out with what the list says."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from reader.cleaning import Worker
from reader.cleaning.held import held_in
from reader.errors import CleaningError
from reader.model.articles import State
from reader.model.held import Held, Listed, SeveralError
from reader.sources import page_of_bytes
from tests import made_documents as made

ONE, TWO = "https://a.example/one", "https://a.example/two"
THEN = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
STAMP = "1700000000"


def held(data: bytes | str, name: str = "list.bin") -> Held:
    found = held_in(page_of_bytes(data.encode() if isinstance(data, str) else data, name, name))
    assert found is not None
    return found


def first(data: bytes | str, name: str = "list.bin") -> Listed:
    return held(data, name).entries[0]


WALLABAG = {"is_archived": 1, "is_starred": 1, "title": "One", "url": ONE, "tags": ["x"], "created_at": STAMP,
            "content": "<p>Words.</p>", "annotations": [{"quote": "Words", "text": "hm"}]}  # fmt: skip
LINKWARDEN = {"collections": [{"id": 1, "name": "Top", "parentId": None, "links": []}, {
    "id": 2, "name": "Sub", "parentId": 1,
    "links": [{"name": "One", "url": ONE, "tags": [{"name": "x"}], "createdAt": "2023-11-14T22:13:20Z"}]}]}  # fmt: skip
KARAKEEP = {"bookmarks": [{"createdAt": 1700000000, "title": "One", "tags": ["x"], "archived": True,
                           "content": {"type": "link", "url": ONE}}]}  # fmt: skip
FIREFOX = {"type": "text/x-moz-place-container", "title": "", "children": [{"title": "Bar", "children": [
    {"title": "One", "uri": ONE, "tags": "x", "dateAdded": 1700000000000000}]}]}  # fmt: skip
CASES: dict[str, tuple[str, str, Listed]] = {
    "pocket": (f"title,url,time_added,tags,status\nOne,{ONE},{STAMP},x|y,archive\n", "Pocket",
               Listed(ONE, "One", ("x", "y"), added=THEN, state=State.ARCHIVED)),
    "pocket with cursor": (f"title,url,time_added,cursor,tags,status\nOne,{ONE},{STAMP},7,x,unread\n", "Pocket",
                           Listed(ONE, "One", ("x",), added=THEN)),
    "pocket page": ("<!DOCTYPE html><head><title>Pocket Export</title></head><h1>Unread</h1><ul></ul><h1>Read Archive"
                    f'</h1><ul><li><a href="{ONE}" time_added="{STAMP}" tags="x,y">One</a></ul>', "Pocket",
                    Listed(ONE, "One", ("x", "y"), added=THEN, state=State.ARCHIVED)),
    "instapaper": (f"URL,Title,Selection,Folder\n{ONE},One,,Travel\n", "Instapaper",
                   Listed(ONE, "One", folders=("Travel",))),
    "instapaper with tags": (f'URL,Title,Selection,Folder,Timestamp,Tags\n{ONE},One,,Starred,{STAMP},"[""x""]"\n',
                             "Instapaper", Listed(ONE, "One", ("x",), added=THEN, favourite=True)),
    "reader": ("Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
               f"One,{ONE},1,\"['x', 'y']\",2023-11-14 22:13:20+00:00,0,archive,True\n", "Readwise Reader",
               Listed(ONE, "One", ("x", "y"), added=THEN, state=State.ARCHIVED)),
    "raindrop": ("id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
                 f'1,One,,,{ONE},News/Asia,"x, y",2023-11-14T22:13:20Z,,,true\n', "Raindrop",
                 Listed(ONE, "One", ("x", "y"), ("News", "Asia"), THEN, favourite=True)),
    "a table": (f"Title;Link\nOne;{ONE}\n", "a table", Listed(ONE, "One")),
    "netscape": (f'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>B</TITLE><H1>B</H1><DL><p><DT><H3>News</H3><DL><p>'
                 f'<DT><A HREF="{ONE}" ADD_DATE="{STAMP}" TAGS="x">One</A><DD>About it</DL></DL>', "bookmarks",
                 Listed(ONE, "One", ("x",), ("News",), THEN, note="About it")),
    "linkwarden": (json.dumps(LINKWARDEN), "Linkwarden", Listed(ONE, "One", ("x",), ("Top", "Sub"), THEN)),
    "karakeep": (json.dumps(KARAKEEP), "Karakeep", Listed(ONE, "One", ("x",), added=THEN, state=State.ARCHIVED)),
    "firefox": (json.dumps(FIREFOX), "bookmarks", Listed(ONE, "One", ("x",), ("Bar",), THEN)),
    "addresses": (f"# mine\n{ONE} | One\n- [Two]({TWO})\n", "addresses", Listed(ONE, "One")),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_list_is_known_whatever_it_is_called(case: str) -> None:
    text, what, listed = CASES[case]
    for name in ("a.bin", "a.txt"):
        found = held(text, name)
        assert (found.what, found.entries[0], found.problems) == (what, listed, ())


def test_a_list_with_texts_and_highlights_has_them() -> None:
    one = first(json.dumps([WALLABAG]))
    assert one.page is not None and one.page.data == b"<p>Words.</p>" and one.page.url == ONE
    assert [(mark.quote, mark.note) for mark in one.highlights] == [("Words", "hm")] and one.favourite
    meta = [{"slug": "one", "title": "One", "url": ONE, "labels": ["x"], "savedAt": "2023-11-14T22:13:20Z"}]
    files = {"metadata_0_to_1.json": json.dumps(meta), "content/one.html": "<p>Words.</p>", "../x": "y",
             "highlights/one.md": "> Words\n\nhm"}  # fmt: skip
    found = first(made.zipped(files), "a.zip")
    assert found.page is not None and found.highlights[0].quote == "Words" and found.added == THEN
    rows = "Highlight,Book Title,Book Author,Note\nWords,One,Ada,hm\nMore,One,Ada,\n"
    book = held(rows)
    assert len(book.entries) == 1 and [mark.quote for mark in book.entries[0].highlights] == ["Words", "More"]


def test_parts_in_an_archive_are_one_list_with_each_address_once() -> None:
    head = "title,url,time_added,tags,status\n"
    second = f"{head}One,{ONE},1,y,archive\n,{TWO},,,\n"
    parts = {"part_0.csv": f"{head}One,{ONE},{STAMP},x,unread\n", "part_1.csv": second}
    found = held(made.zipped(parts), "pocket.zip")
    assert [one.url for one in found.entries] == [ONE, TWO]
    assert found.entries[0].tags == ("x", "y") and found.entries[0].state is State.ARCHIVED


def test_what_is_no_address_is_counted_and_a_list_of_none_refused() -> None:
    text = (
        f"title,url,time_added,tags,status\nOne,{ONE},1,,\nBad,javascript:alert(1),1,,\nFile,file:///etc/passwd,1,,\n"
    )
    found = held(text, "a.csv")
    assert len(found.entries) == 1 and str(found.problems[0]).endswith("passed over: 2")
    with pytest.raises(CleaningError, match=r"a\.csv: there is no web address in this list"):
        held("title,url,time_added,tags,status\nBad,ftp://x,1,,\n", "a.csv")


def test_a_web_archive_holds_its_pages_with_address_and_day() -> None:
    records = [(ONE, 200, "text/html; charset=latin-1", "<p>caf\xe9</p>".encode("latin-1")),
               (TWO, 404, "text/html", b"no"),
               (f"{TWO}.png", 200, "image/png", b"x"), (TWO, 200, "application/xhtml+xml", b"<p>two</p>")]  # fmt: skip
    for packed in (False, True):
        found = held(made.warc(records, packed=packed), "a.warc")
        assert [one.url for one in found.entries] == [ONE, TWO] and found.what == "WARC"
        page = found.entries[0].page
        assert page is not None and page.encoding == "latin-1"
        assert page.retrieved == datetime(2020, 4, 5, 6, 7, 8, tzinfo=UTC)
    wacz = made.zipped({"datapackage.json": "{}", "archive/data.warc.gz": made.warc(records, packed=True)})
    assert len(held(wacz, "a.wacz").entries) == 2


def test_a_web_archive_that_is_cut_off_keeps_what_is_whole_and_tells() -> None:
    data = made.warc([(ONE, 200, "text/html", b"<p>one</p>"), (TWO, 200, "text/html", b"<p>two</p>" * 50)])
    found = held(data[:-200], "a.warc")
    assert [one.url for one in found.entries] == [ONE] and "a.warc, record 2" in str(found.problems[0])
    with pytest.raises(CleaningError, match=r"a\.warc\.gz: no page"):
        held(made.warc([(ONE, 500, "text/html", b"x")], packed=True), "a.warc.gz")


def test_the_cleaning_process_hands_over_what_a_file_holds() -> None:
    text, what, listed = CASES["pocket"]
    with Worker() as worker, pytest.raises(SeveralError) as caught:
        worker.clean(page_of_bytes(text.encode(), "a.csv", "a.csv"))
    assert caught.value.held == Held(what, (listed,))


def test_a_page_that_speaks_of_lists_is_a_page() -> None:
    for text in (
        "<!DOCTYPE html><p>Pocket Export and NETSCAPE-Bookmark-file</p>",
        f"See {ONE}\n{TWO}",
        ONE,
        '{"a": 1}',
    ):
        assert held_in(page_of_bytes(text.encode(), "a.txt", "a.txt")) is None
