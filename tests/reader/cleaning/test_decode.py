"""Bytes become text by mark, header, meta, detection; a wrong charset loses nothing without a word."""

import pytest

from reader.cleaning import clean
from reader.cleaning.decode import decode
from reader.errors import CleaningError
from reader.model.pages import Page

WORDS = "Škoda žluťoučký kůň said “no” to the board of Velden on Tuesday. " * 4


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_wins(codec: str) -> None:
    assert decode(WORDS.encode(codec), "windows-1252").text == WORDS


@pytest.mark.parametrize(
    ("codec", "label"), [("cp1250", "windows-1250"), ("iso8859-2", "latin2"), ("koi8-r", "koi8-r")]
)
def test_a_declared_charset_is_used(codec: str, label: str) -> None:
    text = "Москва" if codec == "koi8-r" else "žluťoučký"
    assert decode(text.encode(codec), label).text == text
    assert decode(f'<meta charset="{label}">{text}'.encode(codec), markup=True).text.endswith(text)


def test_utf_8_is_seen_through_a_wrong_label() -> None:
    read = decode(b'<meta charset="iso-2022-jp">' + WORDS.encode(), markup=True)
    assert read.text.endswith(WORDS)
    assert any("iso2022_jp" in notice for notice in read.notices)


def test_utf_7_is_never_decoded() -> None:
    read = decode(b'<meta charset="utf-7">+ADw-script+AD4-', markup=True)
    assert "+ADw-script" in read.text
    assert any("utf-7" in notice for notice in read.notices)


def test_meta_utf_16_means_utf_8() -> None:
    assert decode(b'<meta charset="utf-16">' + "é".encode(), markup=True).encoding == "utf-8"


def test_bytes_that_fit_no_charset_are_said() -> None:
    read = decode("naïve café ".encode() * 20 + b"\xff\xfe", "utf-8")
    assert read.text.startswith("naïve café")
    assert any("2 places" in notice for notice in read.notices)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n0000", "PNG"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04aaaa", "ZIP"),
        (bytes(range(256)) * 9, "binary"),
        (b" \n", "empty"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(CleaningError, match=rf"odd\.html: .*{what}"):
        clean(Page("odd.html", "odd.html", data, "text/html"))
