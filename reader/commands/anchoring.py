"""`tilik anchor`: where marked spans stand in another version of their text, as lines that can be scored."""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.anchoring import Carried, Comparison, Locator, Outcome, Selector, Unit, carry_over
from reader.commands import exits
from reader.commands.output import Output
from reader.commands.packed_json import packed_json
from reader.errors import SetError

_GONE: dict[str, object] = {"status": "orphan", "start": None, "end": None}


@dataclass(frozen=True, slots=True)
class _Case:
    """One mark of the file: in which text it was made, in which it is looked for."""

    id: str
    old: str
    new: str
    selector: Selector


def anchor(options: argparse.Namespace, out: Output) -> int:
    """Answer every case, in the file's order; nothing is printed when the file is broken."""
    path = Path(options.cases)
    texts, cases = _read(path)
    for case, found in zip(cases, _carried(texts, cases), strict=True):
        out.result({"id": case.id, **_answer(found)}, "")
    return exits.DONE


def _answer(found: Carried) -> dict[str, object]:
    """In the form of the cases: what a person is asked about, moved or changed, is `changed`."""
    if found.span is None:
        return _GONE
    status = "changed" if found.asks else "same"
    return {"status": status, "start": found.span.start, "end": found.span.end}


def _carried(texts: dict[str, str], cases: list[_Case]) -> list[Carried]:
    """Each pair of texts is compared once."""
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        pairs[case.old, case.new].append(number)
    found: dict[int, Carried] = {}
    for (old, new), numbers in pairs.items():
        located = _located(texts[old], [cases[n] for n in numbers])
        found.update(zip(numbers, located if old == new else _moved_on(texts[old], texts[new], located), strict=True))
    return [found[number] for number in range(len(cases))]


def _located(text: str, cases: list[_Case]) -> list[Carried]:
    """Where the marks stand in the text they were made on."""
    locator = Locator(text)
    return [locator.locate(case.selector) for case in cases]


def _moved_on(old: str, new: str, located: list[Carried]) -> list[Carried]:
    """The marks in the new text; one that was not surely found in the old text is never sure in the new one."""
    standing = [found.span for found in located if found.span]
    onward = iter(carry_over(Comparison(old, new), standing))
    return [_doubted(next(onward), found) if found.span else found for found in located]


def _doubted(onward: Carried, found: Carried) -> Carried:
    if found.outcome is Outcome.PLACED or onward.asks:
        return onward
    return Carried(found.outcome, onward.span, found.quote, onward.wording, found.why, onward.place)


# --- reading the file


def _read(path: Path) -> tuple[dict[str, str], list[_Case]]:
    data = packed_json(path)
    texts = data.get("texts") if isinstance(data, dict) else None
    cases = data.get("cases") if isinstance(data, dict) else None
    if not isinstance(texts, dict) or not isinstance(cases, list):
        raise SetError('{0} holds no cases: it must be an object with "texts" and "cases"', path)
    if wrong := next((key for key, text in texts.items() if not isinstance(text, str)), None):
        raise SetError("{0}: text {1} is no string", path, repr(wrong))
    return texts, [_case(record, f"{path}, case {number}", texts) for number, record in enumerate(cases, 1)]


def _case(record: Any, place: str, texts: dict[str, str]) -> _Case:
    if not isinstance(record, dict):
        raise SetError("{0} is no object", place)
    old, new = (_text_key(record, name, place, texts) for name in ("old", "new"))
    start, end = _number(record, "start", place), _number(record, "end", place)
    if not 0 <= start < end:
        raise SetError("{0}: [{1}, {2}) is no span", place, start, end)
    foreign = "unit" in record
    if not foreign and end > len(texts[old]):
        raise SetError(
            "{0}: [{1}, {2}) reaches past the end of text {3} ({4} characters)",
            place,
            start,
            end,
            repr(old),
            len(texts[old]),
        )
    unit = _unit(record["unit"], place) if foreign else Unit.CODE_POINT
    quote = _words(record, "exact", place, "" if foreign else texts[old][start:end])
    around = _words(record, "prefix", place, ""), _words(record, "suffix", place, "")
    return _Case(_words(record, "id", place, None), old, new, Selector(quote, *around, start, end, unit))


def _text_key(record: dict[str, Any], name: str, place: str, texts: dict[str, str]) -> str:
    key = _words(record, name, place, None)
    if key not in texts:
        raise SetError("{0}: there is no text {1}", place, repr(key))
    return key


def _words(record: dict[str, Any], name: str, place: str, otherwise: str | None) -> str:
    value = record.get(name, otherwise)
    if not isinstance(value, str):
        raise SetError("{0}: {1} must be a string", place, repr(name))
    return value


def _number(record: dict[str, Any], name: str, place: str) -> int:
    value = record.get(name)
    if type(value) is not int:
        raise SetError("{0}: {1} must be a whole number", place, repr(name))
    return value


def _unit(value: object, place: str) -> Unit | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in list(Unit):
        raise SetError("{0}: there is no unit {1}; there are {2}", place, repr(value), ", ".join(Unit))
    return Unit(value)
