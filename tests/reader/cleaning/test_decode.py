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


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", "Die Behörde erklärte am Dienstag, die Fähre „Möwe“ habe den Hafen nie verlassen."),
        ("cp1250", "Úřad v úterý oznámil, že noční trajekt z přístavu vůbec nevyplul a nikdo nebyl zraněn."),
        ("cp1251", "Ведомство сообщило во вторник, что ночной паром так и не вышел из порта."),
        ("koi8-r", "Ведомство сообщило во вторник, что ночной паром так и не вышел из порта."),
        ("cp1254", "Müdürlük salı günü yaptığı açıklamada gece vapurunun limandan hiç ayrılmadığını söyledi."),
        ("cp1256", "قالت الهيئة يوم الثلاثاء إن العبارة الليلية لم تغادر الميناء قط ولم يصب أحد بأذى."),
        ("cp932", "港湾局は火曜日、夜のフェリーは港を出ていなかったと発表した。けが人はいない。"),
        ("euc_jp", "港湾局は火曜日、夜のフェリーは港を出ていなかったと発表した。けが人はいない。"),
        ("cp949", "항만청은 화요일 밤 여객선이 항구를 떠난 적이 없다고 밝혔다. 다친 사람은 없다."),
        ("gb18030", "港务局星期二表示，夜间渡轮从未离开港口，也没有人受伤。"),
        ("big5", "港務局星期二表示，夜間渡輪從未離開港口，也沒有人受傷。"),
    ],
)
def test_a_charset_that_nobody_names_is_detected(codec: str, text: str) -> None:
    page = f"<html><head><title>{text}</title></head><body><p>{text}</p><a href='/en'>English</a></body></html>"
    read = decode(page.encode(codec), markup=True)
    assert read.text == page and not read.notices


def test_a_large_page_is_detected_by_its_beginning() -> None:
    page = ("<p>Náměstek řekl, že příští týden přijede.</p>" + "<p>plain</p>" * 50) * 40_000
    assert decode(page.encode("cp1250"), markup=True).text == page


@pytest.mark.parametrize("label", ["iso-2022-jp", "iso-8859-3", "macintosh"])
def test_a_declared_charset_that_fits_needs_no_detection(label: str) -> None:
    text = "港を出ていなかった" if label == "iso-2022-jp" else "é"
    codec = {"macintosh": "mac_roman"}.get(label, label)
    assert decode(text.encode(codec), label).text == text


@pytest.mark.parametrize("text", ["a naïve answer", "– nothing –", "It’s over, he said."])
def test_one_or_two_odd_bytes_are_the_commonest_charset(text: str) -> None:
    read = decode(text.encode("cp1252"))
    assert (read.text, read.encoding) == (text, "cp1252")
