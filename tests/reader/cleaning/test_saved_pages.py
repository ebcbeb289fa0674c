"""Pages saved in one file, beside a folder or in a web archive: their words, pictures, address and day."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import Worker
from reader.cleaning.by_media_type import clean
from reader.cleaning.saved import moments, opened
from reader.cleaning.saved.web_archives import copy_at
from reader.intake.add import AddResult, add
from reader.intake.reclean import Recleaned, reclean
from reader.model.articles import Article, BlockKind
from reader.model.pages import Cleaned, Page
from reader.notices import PICTURES, notice
from reader.sources import page_of, page_of_bytes, read
from reader.store import Library
from tests import saved_pages as saved

IMAGE = "https://gambar.example/one.png"
SAVED = datetime(2020, 3, 3, 7, 15, tzinfo=UTC)
PNG = saved.picture()
SINGLE_FILE = (
    f"<!--\n Page saved with SingleFile \n url: {saved.URL} \n saved date: Tue Mar 03 2020 08:15:00 GMT+0100 (CET)\n-->"
)
SCRAPBOOK = f' data-scrapbook-source="{saved.URL}" data-scrapbook-create="20200303071500000"'
SAVE_PAGE = (
    f'<meta name="savepage-url" content="{saved.URL}">'
    '<meta name="savepage-date" content="Tue Mar 03 2020 15:15:00 GMT+0800 (台北標準時間)">'
)
ARCHIVE = f"https://web.archive.org/web/20200303071500/{saved.URL}"
WITH_PICTURES = {
    "a.mhtml": saved.mhtml(saved.page(IMAGE), {IMAGE: ("image/png", PNG)}),
    "cid.mht": saved.mhtml(saved.page("cid:one@mhtml.blink"), {"cid:one@mhtml.blink": ("image/png", PNG)}),
    "a.htz": saved.zipped({"index.html": saved.page("one%20a.png?v=1", root=SCRAPBOOK), "one a.png": PNG}),
    "a.maff": saved.maff(PNG),
    "a.zip": saved.single_file_zip(PNG),
    "a.zip.html": b"<!DOCTYPE html><html><body>Please wait<!--" + saved.single_file_zip(PNG) + b"--></body></html>",
    "a.webarchive": saved.webarchive(saved.page("/one.png"), {"https://kabar.example/one.png": ("image/png", PNG)}),
    "xml.webarchive": saved.webarchive(saved.page(IMAGE), {IMAGE: ("image/png", PNG)}, binary=False),
}
TIMED = {
    "SingleFile": saved.page(before_head=SINGLE_FILE),
    "WebScrapBook": saved.page(root=SCRAPBOOK),
    "Save Page WE": saved.page(head=SAVE_PAGE),
    "monolith": saved.page(
        before_head=f"<!-- Saved from {saved.URL} at 2020-03-03T07:15:00Z using monolith v2.8.1 -->"
    ),
    "HTTrack": saved.page(
        before_head="<!-- Mirrored from kabar.example/berita/pasar by HTTrack Website Copier/3.x [XR&CO'2014], "
        "Tue, 03 Mar 2020 07:15:00 GMT -->"
    ),
}


def cleaned(data: bytes | str, name: str = "a.html", url: str = "") -> Cleaned:
    return clean(page_of_bytes(data.encode() if isinstance(data, str) else data, name, name, url=url))


def added(library: Library, worker: Worker, source: Path | Page) -> list[Article]:
    results = [step.result for step in add(library, [source], worker)]
    return [library.article(result.article_id) for result in results if isinstance(result, AddResult)]


def says_everything(found: Cleaned) -> bool:
    return found.metadata.title == saved.TITLE and all(words in found.text for words in saved.PARAGRAPHS)


@pytest.mark.parametrize("name", WITH_PICTURES)
def test_a_page_in_a_container_has_its_words_picture_address_and_day(name: str) -> None:
    found = cleaned(WITH_PICTURES[name], name)
    assert says_everything(found)
    assert found.metadata.url == saved.URL and found.captured == SAVED and found.metadata.basis["captured"]
    assert [picture.data for picture in found.pictures] == [PNG]
    (figure,) = (block for block in found.blocks if block.kind is BlockKind.FIGURE)
    assert figure.attrs["picture"] == found.pictures[0].id and "picture.invalid" not in str(found)


@pytest.mark.parametrize("program", TIMED)
def test_a_page_says_from_where_and_when_a_program_saved_it(program: str) -> None:
    found = cleaned(TIMED[program])
    assert found.metadata.url.removeprefix("http://").removeprefix("https://") == "kabar.example/berita/pasar"
    assert (found.captured, found.metadata.basis["captured"]) == (SAVED, program)


def test_a_browser_leaves_the_address_alone() -> None:
    found = cleaned(f"<!-- saved from url=(0035){saved.URL} -->\n" + saved.page())
    assert found.metadata.url == saved.URL and found.captured is None and "captured" not in found.metadata.basis


def test_signs_among_the_words_of_a_page_are_words_about_signs() -> None:
    found = cleaned(saved.page(more=SINGLE_FILE))
    assert found.metadata.url == "" and found.captured is None


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "windows-1250"])
def test_the_charset_of_a_part_is_its_own(charset: str) -> None:
    markup = saved.page().replace('<meta charset="utf-8">', "")
    assert says_everything(cleaned(saved.mhtml(markup, {}, charset=charset)))


def test_a_mail_is_read_once_and_has_its_subject_where_it_has_no_title() -> None:
    found = cleaned(saved.mail(saved.page().replace(f"<title>{saved.TITLE}</title>", "").replace("h1", "p")))
    assert found.text.count(saved.PARAGRAPHS[1]) == 1 and found.metadata.title == "Séroja tetap buka"


def test_the_picture_that_came_is_taken_whichever_address_the_page_prefers() -> None:
    markup = saved.page("small.png").replace(
        "<img ", '<picture><source srcset="https://gambar.example/far.webp 900w"><img '
        'srcset="https://gambar.example/wide.png 1200w, https://gambar.example/one.png 600w" '
    )  # fmt: skip
    found = cleaned(saved.mhtml(markup, {IMAGE: ("image/png", PNG)}))
    assert [picture.data for picture in found.pictures] == [PNG]


def test_a_broken_picture_in_a_container_is_said() -> None:
    found = cleaned(saved.mhtml(saved.page(IMAGE), {IMAGE: ("image/png", PNG[:200])}))
    assert found.pictures == () and notice(PICTURES, 1) in found.notices


def test_frames_that_came_with_a_page_stand_in_it() -> None:
    words = b"<p>The chair read the letter aloud.</p><img src='cid:two'>"
    more = '<iframe src="cid:f1"></iframe>'
    parts = {"cid:f1": ("text/html", words), "cid:f2": ("text/html", b"<p>Nobody showed this.</p>")}
    data = saved.mhtml(saved.page(more=more), {**parts, "cid:two": ("image/png", PNG)})
    from reader.cleaning.saved import read_as_saved

    found = opened(page_of_bytes(data, "a.mhtml", "a.mhtml"))
    text = read_as_saved(found, saved.page(more=more)).text
    assert 'srcdoc="&lt;p&gt;The chair read the letter aloud.' in text and "Nobody showed this." in text
    assert text.count("read the letter") == 1 and "picture.invalid" in text


def test_pages_of_framesets_have_their_words_in_frames() -> None:
    main = '<html><head><title>Tua</title></head><frameset cols="1"><frame src="https://kabar.example/isi"></frameset></html>'
    data = saved.mhtml(main, {"https://kabar.example/isi": ("text/html", saved.page().encode())})
    assert says_text(cleaned(data, "a.mht").text)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=4), st.sampled_from(["cid", "location", "webarchive", "zip"]))
def test_every_text_that_came_with_a_page_is_in_the_article_or_the_drawer(frames: list[str], kind: str) -> None:
    """Some are shown by a frame of the page, some by a frame in a frame, some by none."""
    numbered = list(enumerate(frames))
    names = [f"{'cid:' if kind == 'cid' else ''}frame{n}.html" for n, _ in numbered]
    words = [f"Kalimat bingkai nomor {n} dengan tanda {where}{n}." for n, where in numbered]
    inner = "".join(f'<iframe src="{names[n]}"></iframe>' for n, where in numbered if where == "b")
    texts = [f"<p>{words[n]}</p>{inner if where == 'a' else ''}" for n, where in numbered]
    shown = (f'<iframe src="{names[n]}"></iframe>' for n, where in numbered if where == "a")
    markup = saved.page(more="".join(shown))
    base = "" if kind == "cid" else "https://kabar.example/berita/"
    parts = {f"{base}{names[n]}": ("text/html", texts[n].encode()) for n, _ in numbered}
    if kind == "webarchive":
        data = saved.webarchive(markup, parts)
    elif kind == "zip":
        data = saved.zipped({"index.html": markup, **dict(zip(names, texts, strict=True))})
    else:
        data = saved.mhtml(markup, parts)
    found = cleaned(data, "a")
    everything = found.text + "\n".join(out.text for out in found.left_out)
    assert [text for text in words if text not in everything] == []


def test_a_copy_in_the_internet_archive_has_its_own_address_and_the_day_of_the_copy() -> None:
    head = f'<link rel="canonical" href="{ARCHIVE}">'
    bar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>42 captures of this page</p><!-- END WAYBACK TOOLBAR INSERT -->"
    links = (
        '<p>Baca <a href="/web/20200303071500/https://kabar.example/lain">berita lain</a> dan sebuah '
        '<a href="https://web.archive.org/web/20190101000000/https://arsip.example/">salinan lama</a> dari kota.</p>'
    )
    shown = "https://web.archive.org/web/20200303071500im_/" + IMAGE
    found = cleaned(saved.page(shown, head=head, more=links).replace("<body>", "<body>" + bar))
    assert (found.metadata.url, found.captured) == (saved.URL, SAVED) and "42 captures" not in str(found)
    assert [mark.target for mark in found.inline] == [
        "https://kabar.example/lain", "https://web.archive.org/web/20190101000000/https://arsip.example/",
    ]  # fmt: skip
    (figure,) = (block for block in found.blocks if block.kind is BlockKind.FIGURE)
    assert figure.attrs["src"] == IMAGE
    assert cleaned(saved.page(), url=ARCHIVE).captured == SAVED


@pytest.mark.parametrize(
    ("address", "stamp"),
    [
        ("https://web.archive.org/web/2020/https://a.example/b", "2020"),
        ("http://web.archive.org/web/20200303071500id_/http:/a.example/b", "20200303071500"),
        ("https://archive.ph/20200303071500/https://a.example/b", "20200303071500"),
        ("https://arquivo.pt/wayback/20200303071500/https://a.example/b", "20200303071500"),
        ("https://a.example/2020/https://b.example/", ""),
        ("https://a.example/b", ""),
    ],
)
def test_addresses_of_copies(address: str, stamp: str) -> None:
    copy = copy_at(address)
    assert (copy.stamp if copy else "") == stamp and (copy is None or copy.url.endswith("://a.example/b"))


@pytest.mark.parametrize("folder", ["Berita pasar_files", "Berita pasar-Dateien", "Berita pasar_fichiers"])
def test_a_page_beside_a_folder_keeps_its_pictures_when_it_is_cleaned_again(tmp_path: Path, folder: str) -> None:
    place = tmp_path / folder
    place.mkdir()
    (place / "one.png").write_bytes(PNG)
    (place / "two.png").write_bytes(saved.picture(colour=(1, 2, 3)))  # no page speaks of it
    (tmp_path / "Berita pasar.html").write_text(saved.page(f"./{folder.replace(' ', '%20')}/one.png"), "utf-8")
    with Library.open(tmp_path / "library.tilik") as library, Worker() as worker:
        (article,) = added(library, worker, tmp_path)
        revision = library.revision(article.revision_id)
        (figure,) = (block for block in revision.blocks if block.kind is BlockKind.FIGURE)
        assert library.picture(figure.attrs["picture"]).data == PNG and "src" not in figure.attrs
        for file in place.iterdir():
            file.unlink()
        (again,) = (step.result for step in reclean(library, [article.id], worker))
        assert isinstance(again, Recleaned) and again.edit is None


def test_what_was_added_as_the_source_of_a_container_is_mended_by_cleaning_again(tmp_path: Path) -> None:
    """Earlier versions took an MHTML file for a text, added in the minute of the import and without an address."""
    data = WITH_PICTURES["a.mhtml"]
    with Library.open(tmp_path / "library.tilik") as library, Worker() as worker:
        text = Page("a.mhtml", "a.mhtml", data.replace(b"MIME-Version", b"X-Version"), "text/plain")
        (article,) = added(library, worker, text)
        revision = library.revision(article.revision_id)
        assert "=C3" in revision.text and article.url == ""
        original = replace(library.original(revision.original_id), data=data)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(library, "original", lambda _: original)
            (found,) = (step.result for step in reclean(library, [article.id], worker))
        assert isinstance(found, Recleaned) and found.edit is not None
        library.apply(found.edit)
        article = library.article(article.id)
        mended = library.revision(article.revision_id)
        assert says_text(mended.text) and (article.url, mended.captured) == (saved.URL, SAVED)
        assert library.picture(next(b.attrs["picture"] for b in mended.blocks if "picture" in b.attrs)).data == PNG


def says_text(text: str) -> bool:
    return all(words in text for words in saved.PARAGRAPHS)


def test_a_page_of_webscrapbook_has_its_pictures_in_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(PNG)
    for name, root, expected in (("index.html", SCRAPBOOK, [PNG]), ("other.html", "", [])):
        (tmp_path / name).write_text(saved.page("one.png", root=root), "utf-8")
        assert [picture.data for picture in clean(page_of(tmp_path / name)).pictures] == expected


def test_a_page_that_was_packed_with_its_folder_is_the_one_above_its_frames() -> None:
    files: dict[str, bytes | str] = {
        "pages/Berita.html": saved.page("Berita_files/one.png", more='<iframe src="Berita_files/f.html"></iframe>'),
        "pages/Berita_files/one.png": PNG, "pages/Berita_files/f.html": "<p>Kalimat di dalam bingkai itu.</p>",
    }  # fmt: skip
    found = cleaned(saved.zipped(files), "a.zip")
    assert says_everything(found) and [picture.data for picture in found.pictures] == [PNG]
    assert [out.text for out in found.left_out] == ["Kalimat di dalam bingkai itu."]


def test_an_index_that_only_leads_to_the_page_is_followed() -> None:
    index = '<html><head><meta http-equiv="refresh" content="0; url=halaman%201.xhtml"></head><body></body></html>'
    files: dict[str, bytes | str] = {"index.html": index, "halaman 1.xhtml": saved.page(root=SCRAPBOOK)}
    found = cleaned(saved.zipped(files), "a.htz")
    assert says_everything(found) and found.captured == SAVED
    files["index.html"] = index.replace("halaman%201", "../../halaman")  # which leads out of the archive
    found = cleaned(saved.zipped(files), "a.htz")
    assert says_text(found.text + str(found.left_out))


def test_a_folder_beside_a_page_leads_nowhere_else(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(PNG)
    place = tmp_path / "pages" / "page_files"
    place.mkdir(parents=True)
    os.symlink(secret, place / "link.png")
    markup = saved.page("page_files/../../secret.png") + '<img src="page_files/link.png">'
    (place.parent / "page.html").write_text(markup, "utf-8")
    assert page_of(place.parent / "page.html").beside == ()


def test_no_folder_is_listed_for_a_page_that_speaks_of_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page.html").write_text(saved.page(IMAGE), "utf-8")

    def refuse(folder: Path) -> object:
        raise AssertionError(folder)

    monkeypatch.setattr("reader.sources.folder_beside._entries", refuse)
    assert page_of(tmp_path / "page.html").beside == ()


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names there are Unicode")
def test_a_picture_whose_name_is_no_unicode_breaks_nothing(tmp_path: Path) -> None:
    place = tmp_path / "page_files"
    place.mkdir()
    Path(os.fsdecode(os.fsencode(place) + b"/\xff.png")).write_bytes(PNG)
    (tmp_path / "page.html").write_text(saved.page("page_files/%FF.png"), "utf-8")
    assert len(page_of(tmp_path / "page.html").beside) == 1


def test_containers_in_a_folder_are_pages(tmp_path: Path) -> None:
    for name, data in WITH_PICTURES.items():
        (tmp_path / name).write_bytes(data)
    names = {page.name for page in read(tmp_path)}
    assert names == WITH_PICTURES.keys() - {"a.zip"}


# -- the day ---------------------------------------------------------------------------------------------------------


def test_the_date_of_the_file_counts_where_nothing_else_tells_the_day(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(saved.page(), "utf-8")
    os.utime(file, (SAVED.timestamp(), SAVED.timestamp()))
    found = clean(page_of(file))
    assert (found.captured, found.metadata.basis["captured"]) == (SAVED, "file date")
    file.write_text(saved.page(head='<meta property="article:published_time" content="2021-05-01">'), "utf-8")
    os.utime(file, (SAVED.timestamp(), SAVED.timestamp()))
    assert clean(page_of(file)).captured is None  # older than its own words: dated by something else
    file.write_text(saved.page(before_head=SINGLE_FILE), "utf-8")
    assert clean(page_of(file)).captured == SAVED


@pytest.mark.parametrize("stamp", ["19000101000000", "29990101000000", "20201399000000", "2020-03"])
def test_times_in_which_no_page_was_saved_are_none(stamp: str) -> None:
    assert moments.of_digits(stamp) is None


@given(st.text(max_size=60))
def test_no_words_are_a_time_that_breaks(words: str) -> None:
    found = moments.moment(words)
    assert found is None or found.tzinfo is UTC
