"""Marks on an article that its publisher edits: what stays, what moves, what is asked, what is gone."""

from __future__ import annotations

import unicodedata

import pytest

from reader.anchoring import Carried, Outcome, Why, carry
from reader.model.spans import Span

HEAD = "Pelabuhan Karang Biru ditutup dua hari"
FIRST = (
    "Kepala pelabuhan Ratna Siregar mengatakan penutupan itu perlu demi keselamatan."
    ' "Kami menunggu ombak reda," katanya.'
)
SECOND = "Menurut dua nelayan, tiga kapal rusak pada malam pertama. Perusahaan feri membantah ada kapal yang rusak."
THIRD = "The harbour office will publish its report on Friday. Three insurers have asked for copies of the report."
LAST = "Jadwal baru diumumkan lewat pengeras suara di dermaga timur setiap pagi dan sore."
TEXT = "\n".join((HEAD, FIRST, SECOND, THIRD, LAST))


def carried(quote: str, new: str, old: str = TEXT) -> Carried:
    """What became of the one place where `quote` stands in `old`."""
    assert old.count(quote) == 1
    start = old.index(quote)
    (only,) = carry(old, new, [Span(start, start + len(quote))])
    assert only.quote == quote
    assert only.span is None or only.wording == only.span.of(new)
    return only


def lines(*parts: str) -> str:
    return "\n".join(parts)


SENTENCE = "Perusahaan feri membantah ada kapal yang rusak."


def test_in_an_equal_text_every_mark_is_where_it_was() -> None:
    for quote in (SENTENCE, "Ratna Siregar", HEAD, "sore."):
        found = carried(quote, TEXT)
        assert (found.outcome, found.why, found.wording) == (Outcome.PLACED, Why.SAME_PLACE, quote)
        assert not found.asks


def test_a_mark_follows_its_words_past_what_was_put_in_and_taken_out() -> None:
    new = lines("Kabar pagi: cuaca buruk di seluruh teluk.", HEAD, SECOND, LAST)
    found = carried(SENTENCE, new)
    assert found.outcome is Outcome.PLACED and found.wording == SENTENCE


@pytest.mark.parametrize(
    "write",
    [
        lambda text: text.replace('"Kami', "“Kami").replace('reda,"', "reda,”"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "  \t").replace("\n", "\r\n\r\n"),
        lambda text: text.replace("penutupan", "penu\u00adtupan").replace("ombak", "om\u200bbak"),
        lambda text: unicodedata.normalize("NFD", text),
    ],
    ids=["quotes", "no-break spaces", "line ends", "soft hyphens", "decomposed"],
)
def test_typography_and_white_space_are_no_change(write) -> None:  # type: ignore[no-untyped-def]
    old = TEXT.replace("Ratna", "Renée")
    for quote in ('"Kami menunggu ombak reda," katanya.', "Renée Siregar", SENTENCE):
        found = carried(quote, write(old), old)
        assert found.outcome is Outcome.PLACED
        assert found.wording == write(quote)


@pytest.mark.parametrize(
    ("before", "after", "quote"),
    [
        ("itu perlu", "itu tidak perlu", "penutupan itu perlu demi keselamatan"),
        ("will publish", "will not publish", "The harbour office will publish its report on Friday."),
        ("membantah", "membenarkan", SENTENCE),
        ("tiga kapal", "13 kapal", "tiga kapal rusak pada malam pertama"),
        ("reda,", "reda?", '"Kami menunggu ombak reda,"'),
        ("Three insurers", "three insurers", "Three insurers have asked for copies"),
    ],
)
def test_other_words_are_a_change_and_shown_side_by_side(before: str, after: str, quote: str) -> None:
    found = carried(quote, TEXT.replace(before, after))
    assert found.outcome is Outcome.CHANGED and found.asks
    assert found.wording == quote.replace(before, after)


@pytest.mark.parametrize(
    ("before", "after", "quote"),
    [
        ("feri membantah", "feri tidak membantah", "membantah ada kapal yang rusak"),
        ("itu perlu", "itu belum perlu", "perlu demi keselamatan"),
        ("have asked", "have never asked", "asked for copies of the report"),
    ],
)
def test_a_negation_right_beside_a_mark_is_a_change(before: str, after: str, quote: str) -> None:
    found = carried(quote, TEXT.replace(before, after))
    assert (found.outcome, found.why, found.wording) == (Outcome.CHANGED, Why.NEGATED, quote)


@pytest.mark.parametrize(
    ("old", "new", "quote"),
    [
        ("The harbour fund is empty.", "It is false that the harbour fund is empty.", "harbour fund is empty"),
        ("Kas dermaga itu kosong sejak Mei.", "Kabar bohong: kas dermaga itu kosong sejak Mei.", "dermaga itu kosong"),
        ("“Kasnya kosong,” kata Okora.", "“Kasnya kosong,” bantah Okora.", "“Kasnya kosong,”"),
        ("“Kasnya kosong,” kata Okora.", "“Kasnya kosong,” kata Rella.", "Kasnya kosong"),
        ("“It is empty!” said Okora on Friday.", "“It is empty!” joked Okora on Friday.", "“It is empty!”"),
        ("The fund, said Okora, is not empty.", "The fund, said Okora, is empty.", "The fund, said Okora"),
    ],
)
def test_the_same_words_of_which_something_else_is_said_are_a_change(old: str, new: str, quote: str) -> None:
    (found,) = carry(lines(FIRST, old, LAST), lines(FIRST, new, LAST), [located(lines(FIRST, old, LAST), quote)])
    assert (found.outcome, found.why, found.wording) == (Outcome.CHANGED, Why.TURNED, quote)


@pytest.mark.parametrize(
    ("old", "new", "quote"),
    [
        ("The harbour fund is empty.", "On Friday the harbour fund is empty.", "harbour fund is empty"),
        ("“Kasnya kosong,” kata Okora.", "“Kasnya kosong,” kata Okora, Senin.", "Kasnya kosong"),
        ("The fund is empty. Nobody lied.", "The fund is empty. Somebody lied, it was said.", "The fund is empty"),
        ("The fund, said Okora, is\nempty.", "The fund, said Okora, is empty.", "The fund, said Okora"),
    ],
)
def test_other_edits_of_its_sentence_leave_a_mark_where_it_is(old: str, new: str, quote: str) -> None:
    (found,) = carry(lines(FIRST, old, LAST), lines(FIRST, new, LAST), [located(lines(FIRST, old, LAST), quote)])
    assert found.outcome is Outcome.PLACED


def located(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def test_lines_that_moved_together_take_their_marks_along() -> None:
    for quote in ("Three insurers have asked for copies of the report.", "publish its report", LAST):
        found = carried(quote, lines(HEAD, THIRD, LAST, FIRST, SECOND))
        assert (found.outcome, found.wording, found.asks) == (Outcome.MOVED, quote, False)


def test_one_sentence_that_was_cut_and_stands_elsewhere_is_asked_about() -> None:
    new = lines(HEAD, SENTENCE, FIRST, SECOND.removesuffix(" " + SENTENCE), THIRD, LAST)
    found = carried(SENTENCE, new)
    assert (found.outcome, found.wording, found.asks) == (Outcome.MOVED, SENTENCE, True)


def test_a_mark_is_removed_with_its_sentence_though_another_has_the_same_words() -> None:
    old = lines(HEAD, FIRST, "Kapal itu rusak berat.", SECOND, THIRD, "Kapal itu rusak berat.", LAST)
    start = old.index("Kapal itu rusak berat.")
    (found,) = carry(old, lines(HEAD, FIRST, SECOND, THIRD, "Kapal itu rusak berat.", LAST), [Span(start, start + 22)])
    assert (found.outcome, found.span) == (Outcome.REMOVED, None)


def test_a_copy_right_beside_the_marked_sentence_is_asked_about() -> None:
    found = carried(SENTENCE, lines(HEAD, FIRST, SECOND + " " + SENTENCE, THIRD, LAST))
    assert (found.why, found.wording, found.asks) == (Why.TWICE, SENTENCE, True)


def test_a_copy_far_away_changes_nothing() -> None:
    new = lines(SENTENCE, TEXT, SENTENCE)
    found = carried(SENTENCE, new)
    assert found.outcome is Outcome.PLACED
    assert found.span is not None and found.span.start == new.index(SENTENCE, 60)


def test_in_another_article_nothing_is_found() -> None:
    other = "Dewan kota membahas anggaran taman kota. Warga meminta lebih banyak bangku dan pohon di pinggir jalan."
    for quote in (SENTENCE, "Ratna Siregar", "rusak"):
        start = TEXT.index(quote)
        (found,) = carry(TEXT, other, [Span(start, start + len(quote))])
        assert (found.outcome, found.span, found.wording) == (Outcome.REMOVED, None, "")


@pytest.mark.parametrize(
    ("old", "quote", "new"),
    [
        ("Kepala desa melihat lima orang di dermaga.\nHari itu hujan deras sekali.", "lima orang",
         "Pasar dibuka lagi minggu depan.\nMenurut polisi lima orang ditahan semalam."),
        ("The mayor said on Monday that the bridge will stay open. The union denied it.", "denied it",
         "The court heard three cases. A clerk denied it and left the room."),
        ("Alpha beta gamma delta epsilon zeta the report says eta theta iota kappa.", "the report says",
         "One two three four five six the report says seven eight nine ten."),
    ],
)  # fmt: skip
def test_the_same_few_words_in_other_surroundings_are_not_the_marked_ones(old: str, quote: str, new: str) -> None:
    found = carried(quote, new, old)
    assert (found.outcome, found.why, found.span) == (Outcome.REMOVED, Why.NOT_FOUND, None)


def test_a_few_words_that_were_exchanged_are_gone_and_the_new_ones_are_offered() -> None:
    new = TEXT.replace("Ratna Siregar", "Budi Hartono")
    found = carried("Ratna Siregar", new)
    assert (found.outcome, found.span, found.why) == (Outcome.REMOVED, None, Why.IN_ITS_PLACE)
    assert found.wording == "Budi Hartono" and found.place is not None and found.place.of(new) == "Budi Hartono"


def test_a_rewritten_sentence_far_from_its_place_is_found_and_never_called_the_same() -> None:
    quote = "Three insurers have asked for copies of the report."
    said = "Three big insurers have asked for copies of the full report."
    found = carried(quote, lines(said, HEAD, FIRST, SECOND, THIRD.removesuffix(" " + quote), LAST))
    assert found.outcome is Outcome.CHANGED
    assert found.wording == said


def test_a_mark_inside_a_word_stays_inside_it() -> None:
    found = carried("tutup", "Baru: " + TEXT, TEXT.replace("penutupan", "penyelesaian"))
    assert found.outcome is Outcome.PLACED and found.wording == "tutup"


def test_white_space_alone_cannot_be_followed() -> None:
    (found,) = carry("satu dua", "satu dua", [Span(4, 5)])
    assert (found.outcome, found.why) == (Outcome.REMOVED, Why.NO_WORDS)


def test_a_span_past_the_end_is_an_error() -> None:
    with pytest.raises(ValueError, match="past the end"):
        carry("satu", "satu", [Span(0, 5)])


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", TEXT), (TEXT, ""), (TEXT, "\n \n")])
def test_empty_texts_are_no_trouble(old: str, new: str) -> None:
    assert carry(old, new, []) == ()
    if old:
        (found,) = carry(old, new, [Span(0, 10)])
        assert found.outcome is Outcome.REMOVED


def test_scripts_without_spaces_are_compared_by_character() -> None:
    old = "港は二日間閉鎖された。漁師によると三隻の船が壊れた。会社はそれを否定した。"
    quote = "三隻の船が壊れた"
    start = old.index(quote)
    new = "速報です。" + old
    (found,) = carry(old, new, [Span(start, start + len(quote))])
    assert (found.outcome, found.wording) == (Outcome.PLACED, quote)
    (changed,) = carry(old, old.replace("三隻", "十隻"), [Span(start, start + len(quote))])
    assert changed.outcome is Outcome.CHANGED
