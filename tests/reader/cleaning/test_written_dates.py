"""Days as lines write them, in the languages of many papers."""

import pytest

from reader.cleaning.month_names import month
from reader.cleaning.shown_date import published_and_updated
from reader.cleaning.written_dates import day_first, written_dates


def days(line: str, days_first: bool | None = None, language: str = "") -> list[str]:
    return [day for _, _, day in written_dates(line, days_first, language)]


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("id", "Senin, 9 Ags 2026 | 10:05 WIB", "2026-08-09"),
        ("ms", "9 Ogos 2026", "2026-08-09"),
        ("pl", "2 lutego 2026, 12:30", "2026-02-02"),
        ("ru", "5 августа 2026 года", "2026-08-05"),
        ("tr", "5 Şubat 2026", "2026-02-05"),
        ("sv", "torsdag 8 januari 2026", "2026-01-08"),
        ("nb", "8. mai 2026 kl. 14:47", "2026-05-08"),
        ("el", "5 Ιουλίου 2026", "2026-07-05"),
        ("hu", "2026. április 3.", "2026-04-03"),
        ("vi", "5 Tháng 6, 2026", "2026-06-05"),
        ("ko", "2026년 4월 3일", "2026-04-03"),
        ("ko", "입력 2026. 4. 3. 오후", "2026-04-03"),
        ("ja", "2026年1月13日 20時01分", "2026-01-13"),
        ("ar", "٥ فبراير ٢٠٢٦", "2026-02-05"),
        ("fa", "۵ فوریه ۲۰۲۶", "2026-02-05"),
        ("bn", "৫ ফেব্রুয়ারি ২০২৬", "2026-02-05"),
        ("hi", "5 मार्च 2026", "2026-03-05"),
        ("th", "5 กุมภาพันธ์ 2569", "2026-02-05"),
        ("en", "December 22, 20263:00 AM ET", "2026-12-22"),
        ("", "5 de febrero de 2026", "2026-02-05"),
    ],
)
def test_a_day_is_read_in_the_language_of_its_line(language: str, line: str, day: str) -> None:
    assert days(line, None, language) == [day]


@pytest.mark.parametrize(
    ("line", "first", "found"),
    [
        ("3/4/2026", None, []),
        ("3/4/2026", True, ["2026-04-03"]),
        ("3/4/2026", False, ["2026-03-04"]),
        ("25/4/2026", None, ["2026-04-25"]),
        ("4/25/2026", None, ["2026-04-25"]),
        ("25.4.26", None, ["2026-04-25"]),
        ("08/25/26 12:54pm", None, ["2026-08-25"]),
        ("25.4.98", None, []),
        ("Issue 12-4-26 of the paper", None, []),
        ("31/2/2026", True, []),
        ("1.2.3.2026", True, []),
        ("12 men 2026", True, []),
        ("1403/02/05", None, []),
    ],
)
def test_numbers_are_a_day_only_where_nobody_could_read_another(
    line: str, first: bool | None, found: list[str]
) -> None:
    assert days(line, first) == found


def test_places_are_those_of_the_line() -> None:
    line = "Terbit ٥ فبراير ٢٠٢٦, diperbarui 9/2/2026"
    places = [line[start:end] for start, end, _ in written_dates(line, True, "ar")]
    assert places == ["٥ فبراير ٢٠٢٦", "9/2/2026"]


def test_another_date_of_the_page_says_which_number_is_the_month() -> None:
    assert day_first("en", ["on 21/4/2026"]) is True and day_first("en", ["on 4/21/2026"]) is False


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nb", "Publisert: 02.05.26 kl. 14:47 Oppdatert: 09.05.26"),
        ("sv", "Publicerad 2 maj 2026, uppdaterad 9 maj 2026"),
        ("pl", "Aktualizacja: 9 maja 2026. Data publikacji: 2 maja 2026"),
        ("ru", "Обновлено 9 мая 2026, опубликовано 2 мая 2026"),
        ("tr", "Yayınlanma: 2 Mayıs 2026 Güncelleme: 9 Mayıs 2026"),
        ("ko", "입력 2026.05.02 수정 2026.05.09"),
        ("vi", "Đăng 2 tháng 5, 2026 - Cập nhật 9 tháng 5, 2026"),
        ("ja", "公開 2026年5月2日 更新 2026年5月9日"),
        ("es", "Publicado el 2 de mayo de 2026. Actualizado el 9 de mayo de 2026"),
        ("fr", "Mis à jour le 9 mai 2026, publié le 2 mai 2026"),
    ],
)
def test_publishing_and_changing_are_told_apart_in_either_order(language: str, line: str) -> None:
    assert published_and_updated(line, True, language) == ("2026-05-02", "2026-05-09")


def test_a_word_that_is_no_month_is_none() -> None:
    assert month("marry", "en") == month("", "xx") == 0 and month("Sept.", "en") == 9
