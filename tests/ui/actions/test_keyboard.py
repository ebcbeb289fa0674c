"""Key presses as six keyboards send them: which action they mean. Codes are X11's, as Xvfb and setxkbmap give them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.actions import keyboard
from ui.actions.actions import keys_of
from ui.actions.keyboard import chord, place_of, sign
from ui.actions.table import TABLE

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEVEL_3 = 0x80
DIGITS, ROWS = range(10, 20), (range(24, 34), range(38, 47), range(52, 59))
# What each keyboard's rows write, from the key right of Tab on, as far as the US keyboard has letters there.
LAYOUTS = {
    "us": ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "de": ("1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm"),
    "fr": ("&é\"'(-è_çà", "azertyuiop", "qsdfghjkl", "wxcvbn,"),
    "es": ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "tr": ("1234567890", "qwertyuıop", "asdfghjkl", "zxcvbnm"),
    "pl": ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "cz": ("+ěščřžýáíé", "qwertzuiop", "asdfghjkl", "yxcvbnm"),
    "ru": ("1234567890", "йцукенгшщз", "фывапролд", "ячсмить"),
    "ara": ("1234567890", "ضصثقفغعهخح", "شسيبلاتنم", "ئءؤرىةو"),
    "gr": ("1234567890", ";ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"),
}


@pytest.fixture(autouse=True)
def of_x11(monkeypatch: pytest.MonkeyPatch) -> None:
    """The codes below are X11's, whatever this machine is."""
    monkeypatch.setattr(keyboard, "is_windows", lambda: False)
    monkeypatch.setattr(keyboard, "is_macos", lambda: False)


def press(text: str, code: int, held: Qt.KeyboardModifier = NONE, native: int = 0, key: int = 0) -> QKeyEvent:
    """A key press as Qt makes it of X11's: its key is the capital of what the key writes."""
    found = key or (ord(text.upper()) if text and len(text.upper()) == 1 else 0)
    return QKeyEvent(QEvent.Type.KeyPress, found, held, code, 0, native, text)


def keys(layout: str) -> list[tuple[int, str]]:
    """Code and sign of each key of a layout's four rows."""
    codes = [code for row in (DIGITS, *ROWS) for code in row]
    return list(zip(codes, "".join(LAYOUTS[layout]), strict=True))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_letter_and_digit_is_on_every_keyboard(layout: str) -> None:
    for held, before in ((NONE, ""), (SHIFT, "Shift+"), (ALT, "Alt+"), (CTRL, "Ctrl+")):
        found = {chord(press(text, code, held)) for code, text in keys(layout)}
        wanted = {before + one for one in "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
        assert wanted <= found, (held, sorted(wanted - found))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_two_keys_mean_one_thing_and_no_key_two(layout: str) -> None:
    for held in (NONE, SHIFT, ALT):
        found = [chord(press(text, code, held)) for code, text in keys(layout)]
        assert len(set(found)) == len(found) == 36, held


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sign_is_never_the_key_of_another_action_than_its_place(layout: str) -> None:
    table = {key.toString(): row.id for row in TABLE if row.reading for key in keys_of(row)}
    for code, text in keys(layout):
        event = press(text, code)
        assert sign(event) not in table or table.get(chord(event)) is None, text


def test_keys_of_the_reading_views_are_on_every_keyboard_without_alt_gr() -> None:
    """Letters, digits and named keys only; a sign may stand beside them, never alone."""
    for row in TABLE:
        if row.reading:
            names = [key.toString().split("+")[-1] for key in keys_of(row)]
            assert any(name.isalnum() for name in names), row.id


def test_digits_go_by_their_key_whether_shifted_or_not() -> None:
    assert chord(press("&", 10)) == "1" and chord(press("1", 10, SHIFT)) == "Shift+1"  # French
    assert chord(press("+", 10)) == "1" and chord(press("1", 10, SHIFT)) == "Shift+1"  # Czech
    assert chord(press("/", 16, SHIFT)) == "Shift+7"  # German
    assert chord(press("!", 10, SHIFT)) == "Shift+1"  # US


def test_letters_go_by_what_is_printed_and_by_place_where_no_latin_letter_is() -> None:
    assert chord(press("a", 24)) == "A" and chord(press("q", 38)) == "Q"  # French
    assert chord(press("о", 44)) == "J" and chord(press("л", 45, CTRL)) == "Ctrl+K"  # Russian
    assert chord(press("ı", 31)) == "I"  # Turkish


def test_a_sign_by_alt_gr_is_that_sign_and_no_digit() -> None:
    event = press("[", 17, native=LEVEL_3)  # German
    assert chord(event) == "" and sign(event) == "["


def test_the_number_pad_writes_digits_and_named_keys_have_their_names() -> None:
    assert chord(press("1", 87, Qt.KeyboardModifier.KeypadModifier)) == "1"
    assert chord(press("", 116, ALT, key=Qt.Key.Key_Down)) == "Alt+Down"
    assert chord(press("", 50, SHIFT, key=Qt.Key.Key_Shift)) == ""
    assert place_of(press("ö", 47)) == ""


def test_what_is_sent_without_a_code_goes_by_its_sign() -> None:
    assert chord(press("j", 0)) == "J" and chord(press("1", 0, SHIFT)) == "Shift+1"
    assert QKeySequence(chord(press("j", 0))) == QKeySequence("J")


@pytest.mark.parametrize(("system", "code"), [("is_windows", 0x1E), ("is_macos", 0)])
def test_windows_and_macos_number_their_keys_otherwise(monkeypatch: pytest.MonkeyPatch, system: str, code: int) -> None:
    """The key A: a Cyrillic letter is written by it."""
    monkeypatch.setattr(keyboard, system, lambda: True)
    event = QKeyEvent(QEvent.Type.KeyPress, ord("Ф"), NONE, code or 1, code, 0, "ф")
    assert chord(event) == "A"
