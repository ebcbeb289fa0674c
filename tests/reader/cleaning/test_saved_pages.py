"""Pages saved in one file, beside a folder or in a web archive: their words, pictures, address and day."""

from __future__ import annotations

import io
import os
import plistlib
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import Worker
from reader.cleaning.clean import clean
from reader.cleaning.saved import moments, opened, zipped
from reader.cleaning.saved.parts import path_of
from reader.cleaning.saved.web_archives import copy_at
from reader.errors import CleaningError, LimitError
from reader.intake.add import add
from reader.intake.reclean import reclean
from reader.model.articles import BlockKind
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
    from reader.cleaning.saved import read_as_saved

    text = read_as_saved(opened(page_of_bytes(data, "a.mht", "a.mht")), main).text
    assert "<frameset" not in text and "<iframe" in text and saved.PARAGRAPHS[1] in text


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
        (step,) = add(library, [tmp_path], worker)
        article = library.article(step.result.article_id)  # type: ignore[attr-defined]
        revision = library.revision(article.revision_id)
        (figure,) = (block for block in revision.blocks if block.kind is BlockKind.FIGURE)
        assert library.picture(figure.attrs["picture"]).data == PNG and "src" not in figure.attrs
        for file in place.iterdir():
            file.unlink()
        (again,) = (step.result for step in reclean(library, [article.id], worker))
        assert again is not None and again.edit is None  # type: ignore[attr-defined]


def test_a_folder_beside_a_page_leads_nowhere_else(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(PNG)
    place = tmp_path / "pages" / "page_files"
    place.mkdir(parents=True)
    os.symlink(secret, place / "link.png")
    markup = saved.page("page_files/../../secret.png") + '<img src="page_files/link.png">'
    (place.parent / "page.html").write_text(markup, "utf-8")
    assert page_of(place.parent / "page.html").beside == ()


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


# -- files that were made to do harm ---------------------------------------------------------------------------------


def test_no_name_in_an_archive_leads_out_of_it() -> None:
    assert [path_of(name, "a/b.html") for name in ("../../c", "/etc/passwd", "..\\..\\c", "C:\\c", "../c")] == [
        "", "", "", "", "c",
    ]  # fmt: skip
    names: dict[str, bytes | str] = {"index.html": saved.page("../one.png"), "../one.png": PNG, "/one.png": PNG}
    assert cleaned(saved.zipped(names), "a.htz").pictures == ()


def test_an_archive_that_unpacks_to_far_too_much_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 100_000)
    bomb = saved.zipped({"index.html": b"<p>" + b" " * 2_000_000})
    assert len(bomb) < 10_000
    with pytest.raises(LimitError, match=r"a\.htz: this archive unpacks to more than"):
        cleaned(bomb, "a.htz")


def test_an_archive_locked_or_damaged_is_refused_by_name() -> None:
    whole = bytearray(saved.zipped({"index.html": saved.page()}))
    locked = bytearray(whole)
    locked[6] |= 1
    locked[whole.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(CleaningError, match=r"a\.htz: this archive is locked"):
        cleaned(bytes(locked), "a.htz")
    whole[60:90] = bytes(30)
    with pytest.raises(CleaningError, match=r"a\.htz: index\.html in this archive cannot be read"):
        cleaned(bytes(whole), "a.htz")
    with pytest.raises(CleaningError, match=r"a\.htz: this ZIP archive is broken"):
        cleaned(bytes(whole[:80]), "a.htz")


@pytest.mark.parametrize(
    ("names", "what"),
    [
        (["mimetype", "META-INF/container.xml", "OEBPS/one.html"], "an EPUB book"),
        (["[Content_Types].xml", "word/document.xml"], "a Word document"),
        (["[Content_Types].xml", "xl/workbook.xml"], "a spreadsheet"),
        (["one.csv"], "a ZIP archive"),
        (["one.html", "two.html"], "several pages are in this ZIP archive"),
    ],
)
def test_archives_of_something_else_are_called_what_they_are(names: list[str], what: str) -> None:
    files: dict[str, bytes | str] = dict.fromkeys(names, "<p>one</p>")
    with pytest.raises(CleaningError, match=rf"a\.bin: .*{what}"):
        cleaned(saved.zipped(files), "a.bin")


def test_boxes_within_boxes_end(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "".join(f"Content-Type: multipart/related; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    with pytest.raises(CleaningError, match=r"a\.mht: "):
        cleaned(b"MIME-Version: 1.0\n" + deep.encode(), "a.mht")
    many = saved.mhtml(saved.page(), {f"cid:{n}": ("text/plain", b"word") for n in range(30)})
    monkeypatch.setattr("reader.cleaning.saved.mime.MOST_PARTS", 20)
    with pytest.raises(CleaningError, match=r"a\.mht: more than 20 parts"):
        cleaned(many, "a.mht")


def test_a_frame_in_itself_is_shown_once() -> None:
    loop = b'<p>Around and around.</p><iframe src="cid:f1"></iframe><iframe src="cid:f2"></iframe>'
    parts = {"cid:f1": ("text/html", loop), "cid:f2": ("text/html", loop)}
    assert says_everything(cleaned(saved.mhtml(saved.page(more='<iframe src="cid:f1"></iframe>'), parts)))


def test_a_property_list_that_holds_itself_is_refused() -> None:
    inner: dict[str, object] = {"WebMainResource": {}}
    inner["WebSubframeArchives"] = [inner]
    body = b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource\xd0\x08\x0b\x1d" + bytes(32)
    for data in (body, plistlib.dumps({"WebMainResource": "no page"}), plistlib.dumps(["WebMainResource"])):
        with pytest.raises(CleaningError, match=r"a\.webarchive: "):
            cleaned(data, "a.webarchive")


def test_the_index_of_an_archive_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("https://secret.example/", "utf-8")
    entity = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{tmp_path / "secret"}">]>'
    index = (
        f'<?xml version="1.0"?>{entity}<r><originalurl>&x;</originalurl><indexfilename>index.html</indexfilename></r>'
    )
    found = cleaned(saved.zipped({"1/index.rdf": index, "1/index.html": saved.page()}), "a.maff")
    assert says_everything(found) and found.metadata.url == ""


SEEDS = [*WITH_PICTURES.values()]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(SEEDS), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8)), max_size=12), st.floats(0, 1)
)
def test_a_damaged_container_is_read_or_refused(data: bytes, changes: list[tuple[float, bytes]], cut: float) -> None:
    made = bytearray(data)
    for where, what in changes:
        at = int(where * len(made))
        made[at : at + len(what)] = what
    made = made[: max(40, int(len(made) * max(cut, 0.3)))]
    page = page_of_bytes(bytes(made), "broken file", "broken file")
    with suppress(CleaningError):  # anything else is a failure
        assert clean(page).text


def test_only_pictures_that_are_shown_are_unpacked() -> None:
    files: dict[str, bytes | str] = {"index.html": saved.page("one.png"), "one.png": PNG, "film.mp4": bytes(5_000_000)}
    found = opened(Page("a", "a", saved.zipped(files), "application/zip"))
    read: list[str] = []
    real = zipfile.ZipFile.open

    def noted(self: zipfile.ZipFile, name: zipfile.ZipInfo, *rest: object) -> object:
        read.append(name.filename)
        return real(self, name, *rest)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zipfile.ZipFile, "open", noted)
        from reader.cleaning.saved import read_as_saved

        read_as_saved(found, saved.page("one.png"))
    assert read == ["one.png"] and io.BytesIO(PNG).getvalue() == PNG
