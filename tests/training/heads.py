"""The models of a dump's head: which line is the headline, the byline, the day of publishing."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from reader.cleaning.forest import Forest
from reader.cleaning.head_features import HEAD_NAMES, Head, head_of
from reader.cleaning.head_lines import PARTS, text_lines
from reader.cleaning.judge_lines import judged_lines
from reader.cleaning.languages import language_of
from reader.cleaning.lines import read_lines
from reader.cleaning.raw import RawBlock, fold
from reader.cleaning.written_dates import day_first, written_dates
from tests.training.fit import Table, exported, fitted
from tests.training.lines import Dump

_ROUNDS = 140
_SETTINGS = {"num_leaves": 16, "min_data_in_leaf": 12, "learning_rate": 0.06, "feature_fraction": 0.3, "lambda_l2": 5}
_KNOWN = 0.3  # how sure a headline or a day must be to be known when the next part is looked for
_SAMPLE = 600  # characters of which the language is told
_ALIKE = 0.75  # the share of words that a line and the headline of the gold have in common


@dataclass(slots=True)
class HeadSheet:
    """The head of one dump: the lines that are each part by the gold, and what the gold says."""

    publisher: str
    head: Head
    blocks: Sequence[RawBlock]
    told: dict[str, Any]
    right: dict[str, set[int]] = field(default_factory=dict)


def of_dumps(dumps: Sequence[Dump]) -> list[HeadSheet]:
    """The heads of dumps, their lines judged by the model of dumps that the program has."""
    found = []
    for dump in dumps:
        blocks, _ = read_lines(dump.text)
        sheet = head_sheet(dump.example.publisher, blocks, judged_lines(blocks), dump.example.told)
        found += [sheet] if sheet is not None else []
    return found


def head_sheet(
    publisher: str, blocks: Sequence[RawBlock], sure: dict[RawBlock, float], told: dict[str, Any]
) -> HeadSheet | None:
    """The head of a dump of which a model judged the lines like that; None where it holds no text."""
    first, last = text_lines(blocks, sure)
    if first < 0:
        return None
    language = language_of(max((block.text for block in blocks), key=len)[:_SAMPLE])
    head = head_of(blocks, first, last, sure, language)
    sheet = HeadSheet(publisher, head, blocks, told)
    order = day_first(language, (block.text for block in blocks[:200]))
    sheet.right = {"title": _titles(sheet), "day": _days(sheet, order, language), "byline": _bylines(sheet)}
    return sheet


def _titles(sheet: HeadSheet) -> set[int]:
    title = fold(" ".join(str(sheet.told.get("title") or "").split()))
    if not title:
        return set()
    exact = {n for n, line in sheet.head.lines.items() if line.folded == title}
    wanted = set(re.findall(r"\w+", title))
    return exact or {n for n, line in sheet.head.lines.items() if _alike(wanted, set(re.findall(r"\w+", line.folded)))}


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= _ALIKE * max(1, len(one | other))


def _days(sheet: HeadSheet, order: bool | None, language: str) -> set[int]:
    day = str(sheet.told.get("date") or "")[:10]
    return {
        n for n, line in sheet.head.lines.items()
        if day and len(line.text) < 200 and any(day == found for *_, found in written_dates(line.text, order, language))
    }  # fmt: skip


def _bylines(sheet: HeadSheet) -> set[int]:
    authors = sheet.told.get("authors") or sheet.told.get("byline") or []
    names = [fold(name) for name in (authors if isinstance(authors, list) else [authors]) if name]
    return {
        n for n, line in sheet.head.lines.items()
        if len(line.text) < 160 and any(name and name in line.folded for name in names)
    }  # fmt: skip


def table(sheets: Sequence[HeadSheet], part: str, known: Callable[[HeadSheet], None]) -> Table:
    """All rows of these heads for one part. Where the gold has the part but no line holds it, nothing is learnt; where
    the gold has none, that no line is it."""
    rows, label, weight, owner = [], [], [], []
    for number, sheet in enumerate(sheets):
        right = sheet.right[part]
        if not right and (part == "title" or sheet.told.get("date" if part == "day" else "authors")):
            continue
        known(sheet)
        for n in sheet.head.lines:
            rows.append(sheet.head.row(n))
            label.append(n in right)
            others = len(sheet.head.lines) - len(right)
            weight.append(1 / len(right) if n in right else 1 / max(1, others))
            owner.append(number)
    return Table(np.array(rows), np.array(label, dtype=np.float64), np.array(weight) / np.mean(weight), np.array(owner))


def gold_parts(sheet: HeadSheet) -> None:
    """Let the head know its title and day from the gold."""
    for part in ("title", "day"):
        right = sheet.right[part]
        near = min(right, key=lambda n: abs(n - sheet.head.first), default=-1)
        setattr(sheet.head, part, near)


Found = dict[str, tuple[int, float]]  # for each part its line, and how sure it is


def model(sheets: Sequence[HeadSheet], part: str) -> dict[str, Any]:
    """The trees of one part."""
    data = table(sheets, part, _without(part))
    return exported(fitted(data, np.ones(len(data.label), dtype=bool), _ROUNDS, _SETTINGS), HEAD_NAMES)


def _without(part: str) -> Callable[[HeadSheet], None]:
    """What is known when a part is looked for: the parts before it."""

    def known(sheet: HeadSheet) -> None:
        gold_parts(sheet)
        if part == "title":
            sheet.head.title = sheet.head.day = -1
        if part == "day":
            sheet.head.day = -1

    return known


def found(sheet: HeadSheet, models: dict[str, Forest]) -> Found:
    """The line of each part and how sure it is."""
    head = sheet.head
    head.title = head.day = -1
    out: Found = {}
    for part in PARTS:
        shares = {n: models[part].share(head.row(n)) for n in head.lines}
        best = max(shares, key=lambda n: (shares[n], -abs(n - head.first)))
        out[part] = best, shares[best]
        if part != "byline":
            setattr(head, part, best if shares[best] > _KNOWN else -1)
    return out


def held_out(sheets: Sequence[HeadSheet], folds: int = 5, seed: int = 0) -> Iterable[tuple[HeadSheet, Found]]:
    """Each head with what models say that have seen nothing of its publisher."""
    publishers = sorted({sheet.publisher for sheet in sheets})
    random.Random(seed).shuffle(publishers)
    number = {publisher: index % folds for index, publisher in enumerate(publishers)}
    for fold_number in range(folds):
        others = [sheet for sheet in sheets if number[sheet.publisher] != fold_number]
        made = {part: Forest(model(others, part)) for part in PARTS}
        for sheet in sheets:
            if number[sheet.publisher] == fold_number:
                yield sheet, found(sheet, made)


def validate(sheets: Sequence[HeadSheet]) -> list[str]:
    """A line a part: of the dumps that hold it, how often the model's line is that one."""
    seen = list(held_out(sheets))
    lines = ["heads of dumps, publishers held out"]
    for part in PARTS:
        holding = [(sheet, out) for sheet, out in seen if sheet.right[part]]
        right = sum(out[part][0] in sheet.right[part] for sheet, out in holding)
        lines.append(f"{part:<8} {right} of {len(holding)}")
    return lines


def train(sheets: Sequence[HeadSheet], target: Path) -> None:
    """The models of all heads, written where the program reads them."""
    for part in PARTS:
        trees = json.dumps(model(sheets, part), separators=(",", ":"))
        (target / f"model_{part}.json").write_text(trees + "\n", encoding="utf-8")
