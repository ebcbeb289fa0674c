"""Papers for people: the claims report and articles with marks, in each language and each format."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import replace
from zipfile import ZipFile

import pytest

from reader.errors import ExportError
from reader.exchange.exporters import exporter
from reader.exchange.exporters.paper.phrases import PHRASES
from reader.exchange.exporters.withheld import WITHHELD
from reader.exchange.records.values_in_words import VALUES
from reader.model import vocabulary
from reader.model.claims import Source
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.opened import words_of

REPORTS = ("report-html", "report-pdf", "report-docx", "report-markdown")
PAPERS = (*REPORTS, "pdf", "docx")


def written(id: str, dataset: Dataset, **options: object) -> bytes:
    out, form = io.BytesIO(), exporter(id)
    list(form.write(dataset, out, form.options(**options)))
    return out.getvalue()


def flat(data: bytes) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", words_of(data)).split())


def protected() -> Document:
    """A story whose source asked not to be named."""
    document = made.storied()
    known = tuple(
        replace(k, identification=vocabulary.SOURCE["identification"][2]) if isinstance(k, Source) and k.party else k
        for k in document.known
    )
    return replace(document, known=known)


@pytest.mark.parametrize("id", PAPERS)
def test_the_same_set_gives_the_same_bytes(id: str) -> None:
    assert written(id, made.whole()) == written(id, made.whole())


@pytest.mark.parametrize("id", REPORTS)
@pytest.mark.parametrize(("language", "said"), [("en", "Open questions"), ("id", "Pertanyaan terbuka")])
def test_a_report_says_who_stands_where_in_the_language_chosen(id: str, language: str, said: str) -> None:
    text = flat(written(id, made.dataset(made.storied()), language=language))
    verdict = {"en": "refuted", "id": "terbantah"}[language]
    assert said in text and "The bridge is late" in text and verdict in text and "Dana Whitlock" in text
    assert "named_person" not in text and "not_enough_evidence" not in text and made.uid("s") not in text


@pytest.mark.parametrize("id", REPORTS)
def test_a_protected_source_leaves_as_a_number_with_its_rule(id: str) -> None:
    data = written(id, made.dataset(protected()), language="en")
    assert "Source 1 (protected: unnamed at own request)" in flat(data).replace("\\", "")
    assert WITHHELD not in flat(data)


@pytest.mark.parametrize("id", ["report-html", "html"])
def test_no_script_and_no_load_from_anywhere_is_in_a_page(id: str) -> None:
    page = written(id, made.dataset(made.storied(), made.indonesian(), made.english())).decode()
    assert "<script" not in page and not re.search(r"(?:src|srcset)=", page) and "default-src 'none'" in page


def test_word_has_a_comment_of_its_own_on_each_mark() -> None:
    from docx import Document as open_word

    dataset = made.whole()
    document = open_word(io.BytesIO(written("docx", dataset)))
    pieces = sum(len(m.anchor.spans) for d in dataset.documents() for m in d.annotations)
    assert len(list(document.comments)) == pieces
    assert any(made.EVIL in comment.text for comment in document.comments)
    with ZipFile(io.BytesIO(written("docx", dataset))) as found:
        assert {info.date_time for info in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_pdf_has_bookmarks_pages_and_its_title() -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(written("report-pdf", made.dataset(made.storied()), language="en")))
    titles = [str(getattr(one, "title", "")) for one in reader.outline if not isinstance(one, list)]
    assert (
        titles[0] == "Open questions" and reader.metadata is not None and "Claims report" in str(reader.metadata.title)
    )
    assert "Page 1 of" in reader.pages[0].extract_text()


def test_every_value_has_words_in_both_languages() -> None:
    for among in (vocabulary.ATTRIBUTION, *vocabulary.BY_KIND.values()):
        for field, values in among.items():
            assert all(all(VALUES[field][value]) for value in values)


def test_every_phrase_has_the_same_holes_in_both_languages() -> None:
    for key, (english, indonesian) in PHRASES.items():
        assert set(re.findall(r"\{\d\}", english)) == set(re.findall(r"\{\d\}", indonesian)), key


def test_what_is_too_long_for_one_pdf_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.exchange.exporters.paper.pdf.LIMIT", 1000)
    with pytest.raises(ExportError, match="too long for one PDF"):
        written("pdf", made.whole())


def test_where_typst_is_not_made_for_the_system_a_pdf_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExportError, match="choose HTML or Word"):
        written("report-pdf", made.whole())


def test_a_mark_between_two_characters_keeps_its_comment_in_word() -> None:
    document = made.storied()
    mark = replace(document.annotations[0], id=made.uid("nowhere"), note="here it is missing")
    start = mark.anchor.spans[0].start
    mark = replace(mark, anchor=replace(mark.anchor, spans=(Span(start, start),), quote=""))
    whole = replace(made.whole(), documents=lambda: iter([replace(document, annotations=(mark,))]))
    with ZipFile(io.BytesIO(written("docx", whole))) as found:
        words, comments = (found.read(f"word/{name}.xml").decode() for name in ("document", "comments"))
    assert "here it is missing" in comments
    assert words.count("<w:commentReference") == 1 and words.count("<w:commentRangeStart") == 1
