"""The names of the months in a language, to their numbers. Source: the CLDR names that dateparser carries."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from unicodedata import normalize

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_EVERYWHERE = ("en", "id")  # pages in any language have machines that write these
_LIKELY = ("de", "es", "fr", "pt", "it", "nl", "ms", "ar", "ru", "tr", "pl", "sv", "nb")  # where it is not known
_MORE = {"ags": 8}  # short names of Indonesian pages that CLDR does not have
_SAME = {"no": "nb", "in": "id", "iw": "he", "nn": "nb"}
_LEAST = 3  # characters of a name that tell it, in alphabets


def month(name: str, language: str = "") -> int:
    """Return the number of the month `name` in a language (ISO 639), in English or Indonesian, in
    the languages of most pages where it is empty; 0 for any other word."""
    folded = _folded(name)
    for one in (language, *_EVERYWHERE) if language else (*_EVERYWHERE, *_LIKELY):
        if found := _names(one).get(folded, 0):
            return found
    return _MORE.get(folded, 0)


@cache
def _names(language: str) -> dict[str, int]:
    """Every name and short name, and each beginning that only one of them has."""
    try:
        data = import_module(f"dateparser.data.date_translation_data.{_SAME.get(language, language)}").info
    except ModuleNotFoundError:
        return {}
    written = {_folded(name): n for n, key in enumerate(_MONTHS, 1) for name in data.get(key, ())}
    cut: dict[str, int] = {}
    for name, number in written.items():
        for length in range(_LEAST, len(name)):
            start = name[:length]
            cut[start] = number if cut.get(start, number) == number else 0
    return {start: number for start, number in cut.items() if number} | written


def _folded(name: str) -> str:
    return normalize("NFC", name.casefold().strip("."))
