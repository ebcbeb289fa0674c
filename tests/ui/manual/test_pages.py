"""What the pages of the manual hold: every key by its action, the same in both languages, and no key in plain words."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from reader.model.labels import BUILTIN
from ui.actions.keys import ROWS
from ui.actions.pane_keys import PANE_KEYS
from ui.actions.table import TABLE
from ui.language.i18n import LANGUAGES
from ui.manual import pages

EVERY = [(language, page) for language in LANGUAGES for page in pages.PAGES]
LABELS = {f"label:{label.id}" for label in BUILTIN}
EVERYWHERE = {"Esc", "Enter", "Tab", "Home", "End", "Ctrl", "Shift"}  # no action has these
OF_PANES = {key for one in PANE_KEYS for key in one.keys}
MOST = 1_500_000  # bytes of all pictures
# Keys as people write them: with Ctrl, Alt or Shift, an F key, a named one, or a letter or digit that stands alone.
PLAIN_KEY = re.compile(
    r"\b(?:Ctrl|Alt|Shift|Esc|Enter|Return|Tab|Del|Backspace)\b|\bF\d{1,2}\b"
    r"|(?:[Pp]ress|[Tt]ekan|[Kk]ey|[Tt]ombol) [`“]?[A-Z0-9]\b"
)


def holes(language: str, page: str, kind: str) -> set[str]:
    return {hole[2] for hole in pages.HOLE.finditer(pages.read(page, language)) if hole[1] == kind}


@pytest.mark.parametrize(("language", "page"), EVERY)
def test_every_hole_of_a_page_can_be_filled(language: str, page: str) -> None:
    assert holes(language, page, "key") <= ROWS.keys() | LABELS
    assert holes(language, page, "name") <= ROWS.keys()
    assert holes(language, page, "fixed") <= EVERYWHERE | OF_PANES
    assert not re.findall(r"\{(?!key:|name:|fixed:)", pages.read(page, language))


def test_every_key_of_the_action_table_is_named_on_a_page() -> None:
    for language in LANGUAGES:
        told = set[str]().union(*(holes(language, page, "key") for page in pages.PAGES))
        assert {row.id for row in TABLE if row.keys} | LABELS <= told


def test_both_languages_have_the_same_pages_holes_and_pictures() -> None:
    for page in pages.PAGES:
        for kind in ("key", "name", "fixed"):
            assert holes("en", page, kind) == holes("id", page, kind), page
        assert shown("en", page) == shown("id", page), page
    for language in LANGUAGES:
        assert {file.stem for file in pages.folder(language).glob("*.md")} == set(pages.PAGES)


def shown(language: str, page: str) -> list[str]:
    """The pictures of a page, each of which is there, in this language."""
    named = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", pages.read(page, language))
    for words, at in named:
        assert words and at.startswith(f"../pictures/{language}/"), at
        assert (pages.folder(language) / at).resolve().is_file(), at
    return [at.rsplit("/", 1)[1] for _words, at in named]


@pytest.mark.parametrize(("language", "page"), EVERY)
def test_no_page_names_a_key_in_plain_words(language: str, page: str) -> None:
    assert PLAIN_KEY.findall(pages.HOLE.sub("", pages.read(page, language))) == []


@pytest.mark.parametrize("words", ["press A", "tekan J", "Ctrl+K", "F1 opens", "the key `N`", "Esc closes"])
def test_a_key_in_plain_words_is_found(words: str) -> None:
    assert PLAIN_KEY.search(words)


@pytest.mark.parametrize(("language", "page"), EVERY)
def test_links_lead_to_pages(language: str, page: str) -> None:
    text = pages.read(page, language)
    assert pages.title(text)
    assert set(re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", text)) <= {f"{one}.md" for one in pages.PAGES}


def test_the_pictures_are_small_and_every_one_is_on_a_page() -> None:
    made = sorted((pages.folder("en").parent / "pictures").rglob("*.png"))
    named = {(language, name) for language in LANGUAGES for page in pages.PAGES for name in shown(language, page)}
    assert {(file.parent.name, file.name) for file in made} == named
    assert sum(file.stat().st_size for file in made) <= MOST
    for file in made:
        with Image.open(file) as picture:
            assert picture.width >= 200 and picture.mode == "P", file
