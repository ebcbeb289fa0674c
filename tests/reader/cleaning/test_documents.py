"""Books, Word, PDF, subtitles and transcripts become articles; broken and hostile ones are refused by name."""

from __future__ import annotations

import pytest

from reader.cleaning.by_media_type import clean
from reader.cleaning.documents import epub, unzipped
from reader.errors import CleaningError, LimitError
from reader.model.articles import Block, BlockKind, InlineKind
from reader.model.held import SeveralError
from reader.model.pages import Cleaned
from reader.sources import page_of_bytes
from tests import made_documents as made

LONG = "The harbour office said on Monday that the old crane will be moved before the winter, and denied a delay. "


def cleaned(data: bytes | str, name: str) -> Cleaned:
    return clean(page_of_bytes(data.encode() if isinstance(data, str) else data, name, name))


def told(found: Cleaned) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(found.text)) for block in found.blocks]


def block(found: Cleaned, words: str) -> Block:
    return next(one for one in found.blocks if words in one.span.of(found.text))


def test_a_book_is_one_article_with_its_chapters() -> None:
    facts = "<dc:title>The Crane</dc:title><dc:creator>Ada Lund</dc:creator><dc:date>2021-03-04</dc:date>"
    chapters = {"one": f"<h1>Moving</h1><p>{LONG}</p>", "two": f'<h1>Rust<a id="x"/></h1><p>{LONG}second</p>'}
    found = cleaned(made.epub(chapters, facts), "a.epub")
    assert [words for kind, words in told(found) if kind is BlockKind.HEADING] == ["Moving", "Rust"]
    assert told(found)[0] == (BlockKind.TITLE, "The Crane") and "second" in found.text
    metadata = found.metadata
    assert (metadata.title, metadata.byline, metadata.published) == ("The Crane", "Ada Lund", "2021-03-04")


def test_the_parts_of_a_periodical_are_articles_of_their_own() -> None:
    chapters = {name: f"<h2>Story {name}</h2><p>{LONG * 6}{name}</p>" for name in ("one", "two")}
    with pytest.raises(SeveralError) as caught:
        cleaned(made.epub(chapters, "<dc:title>Weekly</dc:title><dc:type>periodical</dc:type>"), "a.epub")
    assert len(caught.value.held.entries) == 2 and caught.value.held.entries[0].site == "Weekly"


def test_a_book_that_is_locked_or_broken_is_refused() -> None:
    lock = {"META-INF/encryption.xml": '<encryption><CipherReference URI="o/one.xhtml"/></encryption>'}
    with pytest.raises(CleaningError, match=r"a\.epub: this book is locked"):
        cleaned(made.epub({"one": "<p>x</p>"}, more=lock), "a.epub")
    with pytest.raises(CleaningError, match=r"a\.epub: there are no words"):
        cleaned(made.epub({"one": "<img src='../../../etc/passwd'/>"}), "a.epub")


def test_a_book_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "MOST_TEXT", 2**20)
    with pytest.raises(LimitError, match=r"a\.epub: this book holds more than 1 MB of text"):
        cleaned(made.epub({"one": "<p>" + "x " * 2**20}), "a.epub")


def test_entities_in_a_book_are_never_filled_in() -> None:
    bomb = '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    found = cleaned(made.epub({"one": f"<h1>One</h1><p>{LONG}</p>"}, f"{bomb}<dc:title>A &b; &f;</dc:title>"), "a.epub")
    assert "aaaa" not in found.metadata.title and "root" not in found.metadata.title


def test_word_keeps_headings_quotes_tables_links_and_notes() -> None:
    body = (
        made.par(made.run("The Crane"), "Title") + made.par(made.run("Moving"), "Heading1")
        + made.par(made.run("It was moved") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + made.run(" today."))
        + made.par(made.run("We deny it."), "Quote")
        + f"<w:tbl><w:tr><w:tc>{made.par(made.run('A'))}</w:tc><w:tc>{made.par(made.run('B'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{made.par(made.run('1'))}</w:tc><w:tc>{made.par(made.run('2'))}</w:tc></w:tr></w:tbl>"
        + made.par(f'<w:hyperlink r:id="rId9">{made.run("a link")}</w:hyperlink>')
    )  # fmt: skip
    found = cleaned(made.docx(body, note="Minutes, page 4."), "a.docx")
    kinds = [kind for kind, _ in told(found)]
    assert kinds[:2] == [BlockKind.TITLE, BlockKind.HEADING] and kinds.count(BlockKind.TABLE_ROW) == 2
    assert (BlockKind.QUOTE, "We deny it.") in told(found) and found.metadata.title == "The Crane"
    assert {(mark.kind, mark.span.of(found.text)) for mark in found.inline} == {
        (InlineKind.NOTE, "[1]"), (InlineKind.LINK, "a link"),
    }  # fmt: skip
    assert block(found, "Minutes, page 4.").attrs["role"] == "note"


def test_word_with_entities_or_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CleaningError, match=r"a\.docx: word/document\.xml in this document declares entities"):
        cleaned(made.docx(made.par(made.run("x")), before='<!DOCTYPE w [<!ENTITY a "b">]>'), "a.docx")
    with pytest.raises(CleaningError, match=r"a\.docx: this file is cut off or broken|this ZIP archive is broken"):
        cleaned(made.docx(made.par(made.run(LONG)))[:-40], "a.docx")
    monkeypatch.setattr(unzipped, "MOST_UNPACKED", 1000)
    monkeypatch.setattr(unzipped.Unzipped.__init__, "__defaults__", (1000,))
    with pytest.raises(LimitError, match=r"a\.docx: this archive unpacks to more than"):
        cleaned(made.docx(made.par(made.run("x" * 100_000))), "a.docx")


def pages(count: int) -> list[list[made.Placed]]:
    made_pages = []
    for number in range(1, count + 1):
        lines: list[made.Placed] = [(60, 780, 8, f"Harbour Review {number}"), (290, 20, 8, str(number))]
        lines += [(60, 700, 20, "The Crane Moves")] if number == 1 else []
        lines += [
            (60, 650 - 14 * n, 10, f"Line {number} {n} of a paragraph that fills its width, and the inspec-")
            if n % 2 == 0 else (60, 650 - 14 * n, 10, f"tors went on {number} {n} to the end of the long quay and")
            for n in range(6)
        ]  # fmt: skip
        made_pages.append(lines)
    return made_pages


def test_a_pdf_reads_without_what_only_its_paper_needs() -> None:
    info = "/Title(Microsoft Word - x.docx)/Author(Ada Lund)/CreationDate(D:20210304)"
    found = cleaned(made.pdf(pages(3), info), "a.pdf")
    assert found.metadata.title == "The Crane Moves" and found.metadata.byline == "Ada Lund"
    assert (found.metadata.published, found.metadata.published_basis) == ("2021-03-04", "inferred")
    assert "inspectors went on 1 1" in found.text and "Harbour Review" not in found.text
    assert {one.text for one in found.left_out} >= {"Harbour Review 2", "3"}
    assert block(found, "The Crane Moves").attrs["page"] == "1"


def test_two_columns_are_read_one_after_the_other() -> None:
    rows: list[made.Placed] = []
    for n in range(10):
        rows += [(40, 700 - 14 * n, 10, f"left {n} words that fill the first of two columns"),
                 (320, 700 - 14 * n, 10, f"right {n} words that fill the second one of them")]  # fmt: skip
    text = cleaned(made.pdf([rows]), "a.pdf").text
    assert text.index("left 9") < text.index("right 0")


def test_a_pdf_of_pictures_and_a_broken_one_are_told_as_such() -> None:
    with pytest.raises(CleaningError, match=r"a\.pdf: this PDF holds pictures of pages and no text"):
        cleaned(made.pdf([[], []]), "a.pdf")
    with pytest.raises(CleaningError, match=r"a\.pdf: this PDF is broken"):
        cleaned(b"%PDF-1.7\n" + bytes(60), "a.pdf")
    some = cleaned(made.pdf([*pages(1), []]), "a.pdf")
    assert any("1 of the 2 pages hold pictures" in notice for notice in some.notices)


VTT = (
    "WEBVTT - Council\n\nNOTE mine\n\n00:01.000 --> 00:02.000\n<v Ada Lund>We never\n\n"
    "00:02.100 --> 00:04.000\n<v Ada Lund>received it &amp; <i>said so</i>.\n\n"
    "01:00:05.000 --> 01:00:06.000\n<v Bo>No.\n"
)
SRT = "1\r\n00:00:01,000 --> 00:00:02,000\r\nADA LUND: We never\r\nreceived it.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- Really?\r\n"  # noqa: E501


def test_subtitles_have_speaker_and_time_as_data_and_joined_lines() -> None:
    found = cleaned(VTT, "a.vtt")
    assert found.text == "Council\nAda Lund: We never received it & said so.\nBo: No."
    assert [dict(one.attrs) for one in found.blocks[1:]] == [
        {"time": "0:00:01", "speaker": "Ada Lund"}, {"time": "1:00:05", "speaker": "Bo"},
    ]  # fmt: skip
    second = cleaned(SRT, "talk.srt")
    assert second.text == "talk\nADA LUND: We never received it.\nReally?"
    assert "speaker" not in second.blocks[2].attrs


def test_subtitles_without_end_are_cut_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.cleaning.documents.subtitles.MOST_LINES", 2)
    many = "".join(f"0{n}:00:00.000 --> 0{n}:00:01.000\nWords {n}.\n\n" for n in range(5))
    found = cleaned(f"WEBVTT\n\n{many}", "a.vtt")
    assert "Words 1." in found.text and "Words 2." not in found.text and any("were cut" in n for n in found.notices)


def test_rolling_captions_say_each_line_once() -> None:
    rolling = "WEBVTT\n\n00:01.000 --> 00:02.000\none two\n\n00:02.000 --> 00:03.000\none two\nthree four\n"
    rolling += "\n00:03.000 --> 00:04.000\nthree four\nfive six\n"
    assert cleaned(rolling, "a.vtt").text.endswith("one two three four five six")


def test_a_transcript_has_its_speakers_and_times() -> None:
    lines = ["RADIO TALK", "[00:01] HOST: Good morning.", "[00:05] ADA LUND: Good morning.", "I am here.",
             "[00:15] HOST: Is it true?", "[00:20] ADA LUND: It is not."]  # fmt: skip
    found = cleaned("\n\n".join(lines), "a.txt")
    assert block(found, "I am here.").attrs["speaker"] == "ADA LUND"
    assert block(found, "Is it true?").attrs == {"time": "00:15", "speaker": "HOST"}
    assert found.metadata.title == "RADIO TALK"
    prose = "\n".join([LONG, f"Note: {LONG}", LONG, f"Source: {LONG}"])
    assert not any("speaker" in one.attrs for one in cleaned(prose, "b.txt").blocks)
