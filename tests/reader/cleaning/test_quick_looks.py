"""What a quicker look says is what the thorough one says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readability.readability import clean

from reader.cleaning import tame
from reader.cleaning.features import _counted
from reader.cleaning.quick_readability import _cleaned, _stands_in
from reader.cleaning.raw import letters_and_digits
from reader.cleaning.witnesses import ExtractedText
from reader.model.articles import BlockKind, LeftOut
from reader.model.codec import plain, restore

ANY = settings(max_examples=150, deadline=None)
TAGS = st.sampled_from(
    [f"{start}{name}{end}" for start in ("<", "</") for name in ("div", "DIV", "b", "A", "p", "svg", "style", "x-y")
     for end in (">", "/>", " a=1>", f" {'a=é ' * 9}>")] + ["words", "é “", "<", ">", "\n"]
)  # fmt: skip
BLANK = st.text(alphabet=" \t\n\r\f\v\x1c\xa0\u3000ab,", max_size=40)


@pytest.fixture
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    bounds = {"DEEPEST": 12, "MOST_ATTRIBUTES": 8, "_MOST_LOOSE": 5, "_STRETCH": 4, "_FEW": 0, "MOST_TAGS": 60}
    for name, bound in bounds.items():
        monkeypatch.setattr(tame, name, bound)


@pytest.mark.usefixtures("low")
def test_a_page_that_looks_tame_is_tame() -> None:
    looked: set[bool] = set()

    @ANY
    @given(pieces=st.lists(TAGS, max_size=80))
    def check(pieces: list[str]) -> None:
        page = "".join(pieces)
        looked.add(tame.is_tame(page))
        if tame.is_tame(page):
            followed = tame._Taming(page)
            followed.run()
            assert (followed.text(), followed.notices()) == (page, [])
            assert tame._without_open_styles(page) == page

    check()
    assert looked == {True, False}


@pytest.mark.parametrize(
    "rest", ["", "<div>" * 1001, "<b>" * 250, "<style>", "</div>" * 1000 + "<div>" * 1001, f"<p {'a=1 ' * 1001}>"]
)
def test_a_common_page_looks_tame_unless_something_is_in_it(rest: str) -> None:
    common = "<style>p {}</style><div><p>One <b>two</b><br/></p><ul><li>three</ul></div>" * 400
    assert tame.is_tame(common + rest) == (not rest)


@ANY
@given(text=st.text(min_size=1) | st.text(alphabet="aZ09 é²٣ÄЯя—ſ一", min_size=1))
def test_characters_are_counted_as_patterns_find_them(text: str) -> None:
    kinds = (r"\d", r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]", r"[^\W\d_]")
    assert _counted(text) == tuple(len(re.findall(kind, text)) for kind in kinds)


@ANY
@given(text=st.text() | st.text(alphabet="aZ_ß\n\x1c\u2028İ “.1"))
def test_letters_and_digits_alone(text: str) -> None:
    assert letters_and_digits(text) == re.sub(r"[\W_]+", "", text.casefold())
    assert len(ExtractedText(text)) == len(letters_and_digits(text))


@ANY
@given(text=BLANK | st.builds(lambda text, many: text + " " * many + text, BLANK, st.sampled_from([254, 255, 300])))
def test_white_space_goes_as_readability_takes_it_out(text: str) -> None:
    assert _cleaned(text) == clean(text)


@pytest.mark.parametrize(("names", "stand"), [("site-HEADER", True), ("ſidebar", True), ("b", False)])
def test_names_are_found_in_any_case(names: str, stand: bool) -> None:
    assert _stands_in(names, "unlikelyCandidatesRe") is stand


def test_short_forms_keep_what_stands_before_a_value() -> None:
    whole = LeftOut("a", "b", 0, BlockKind.PARAGRAPH, 0, {"src": "x"})
    assert plain(whole) == ["a", "b", 0, "paragraph", 0, {"src": "x"}]
    assert plain(LeftOut("a", "b")) == ["a", "b", 0, "paragraph", 0]
    assert restore(LeftOut, plain(whole)) == whole
