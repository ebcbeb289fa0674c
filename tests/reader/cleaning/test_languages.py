"""The language of a text is told without numpy, whatever the table was made with."""

from __future__ import annotations

import math
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from reader.cleaning import languages
from reader.cleaning.completed_metadata import detected
from reader.cleaning.languages import language_of
from reader.model.articles import Metadata
from tests.reader.cleaning.gold_pages import PAGES, UNREAD, GoldPage, read_pages

ROOT = Path(__file__).parents[3]
ALL = read_pages(PAGES) + read_pages(UNREAD)


def body(page: GoldPage) -> str:
    return " ".join(entry["text"] for entry in page.gold["body"])


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_the_words_of_our_pages_tell_their_language(page: GoldPage) -> None:
    assert language_of(body(page)[:4000]) == page.gold["language"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Hafenbehörde bestreitet, dass die Nachtfähre in dieser Woche ausgelaufen ist."),
        ("fr", "La capitainerie nie que le ferry de nuit ait quitté le port cette semaine."),
        ("es", "La autoridad portuaria niega que el transbordador nocturno zarpara esa semana."),
        ("pt", "A autoridade portuária nega que a balsa noturna tenha partido naquela semana."),
        ("nl", "De havendienst ontkent dat de nachtveerboot die week is uitgevaren."),
        ("tr", "Liman idaresi gece feribotunun o hafta yola çıktığını reddediyor."),
        ("vi", "Cơ quan cảng vụ phủ nhận việc chuyến phà đêm đã rời bến trong tuần đó."),
        ("tl", "Itinanggi ng tanggapan ng daungan na umalis ang lantsa noong linggong iyon."),
        ("ru", "Портовое управление отрицает, что ночной паром выходил в море на той неделе."),
        ("hi", "बंदरगाह कार्यालय इस बात से इनकार करता है कि रात की नौका उस सप्ताह चली थी।"),
        ("ta", "அந்த வாரம் இரவுப் படகு புறப்பட்டதை துறைமுக அலுவலகம் மறுக்கிறது."),
        ("th", "สำนักงานท่าเรือปฏิเสธว่าเรือข้ามฟากกลางคืนออกเดินทางในสัปดาห์นั้น"),
        ("zh", "港务局否认夜间渡轮在那一周曾经启航。"),
        ("ja", "港湾局は、夜のフェリーがその週に出港したことを否定している。"),
        ("ko", "항만청은 그 주에 야간 여객선이 출항했다는 사실을 부인한다."),
        ("ar", "تنفي هيئة الميناء أن تكون العبارة الليلية قد أبحرت في ذلك الأسبوع."),
        ("fa", "اداره بندر تکذیب می‌کند که کشتی شبانه در آن هفته حرکت کرده باشد."),
    ],
)
def test_one_sentence_tells_its_language(language: str, text: str) -> None:
    assert language_of(text) == language
    assert language_of(text.upper()) == language


@pytest.mark.parametrize(
    ("indonesian", "malay"),
    [
        (
            "Menteri mengatakan bahwa kapal itu tidak berlayar karena cuaca buruk.",
            "Menteri berkata bahawa kapal itu tidak belayar kerana cuaca buruk.",
        ),
        (
            "Polisi memeriksa perusahaan itu pada Jumat terkait uang 4 miliar.",
            "Polis memeriksa syarikat itu pada Jumaat berhubung wang 4 bilion.",
        ),
        (
            "Universitas itu berbeda pendapat soal kualitas air di pabrik.",
            "Universiti itu berbeza pendapat tentang kualiti air di kilang.",
        ),
    ],
)
def test_indonesian_and_malay_are_told_apart(indonesian: str, malay: str) -> None:
    assert [language_of(indonesian), language_of(malay)] == ["id", "ms"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Menteri Besar Selangor berkata bahwa sekolah rendah akan dibuka pada hari Senin.", "id"),
        ("Polisi Diraja Malaysia menahan dua lelaki di Kota Kinabalu karena membawa dadah.", "id"),
        ("Presiden Joko Widodo tiba di Jakarta pada Khamis.", "ms"),
        ("Menteri itu bilang dana tersebut dikirim ke Jakarta bahawa benar.", "ms"),
    ],
)
def test_spelling_tells_more_than_places_and_names(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12.345 67", "🚢👻", "\ud800"])
def test_no_language_is_made_up(text: str) -> None:
    assert language_of(text) == ""


def test_a_page_of_figures_alone_states_no_language() -> None:
    assert detected(Metadata(), "1 2 3 4 5 6 7 8 9 10 11 12") == Metadata()


def test_rows_are_added_as_they_are_one_by_one() -> None:
    table, width = languages._table(), len(languages._table().languages)
    places = random.Random(1).sample(sorted(table.places.values()), languages._MOST_ROWS)
    rows = [table.rows[place : place + width] for place in places]
    assert table._sums(places) == [sum(row[number] for row in rows) for number in range(width)]
    full = languages._Table(["a", "b"], [0, 0], [0, 0], 1, [2], {b"ab": 0}, memoryview(b"\xff\xff"))
    assert full._sums([0] * languages._MOST_ROWS) == [255 * languages._MOST_ROWS] * 2


def test_a_run_counts_by_the_logarithm_of_how_often_it_stands_there() -> None:
    table = languages._Table(
        ["a", "b"], [0.5, 0.25], [-9, -8], 20, [2], {b"ab": 0, b"cd": 2}, memoryview(bytes([40, 0, 10, 60]))
    )
    weights = [math.log1p(3), math.log1p(1)]
    a = weights[0] * (40 / 20 - 9) + weights[1] * (10 / 20 - 9) + 0.5
    b = weights[0] * (0 - 8) + weights[1] * (60 / 20 - 8) + 0.25
    assert table._scores(Counter([0, 0, 2, 0])) == pytest.approx([a, b])


def test_the_longest_run_of_bytes_counts() -> None:
    table = languages._Table(
        ["a", "b"], [0, 0], [0, 0], 1, [3, 2], {b"bc": 0, b"abc": 2}, memoryview(bytes([9, 1, 0, 5]))
    )
    assert table._runs(b"abcbc") == [2, 0]
    assert table.language("abc") == "b"
    assert table.language("bc") == "a"
    assert table.language("xyz") == ""


def test_numpy_is_not_needed() -> None:
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "from reader.cleaning.languages import language_of\n"
        "print(language_of('Kementerian itu membantah bahwa izin sudah terbit.'))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "id", done.stderr
