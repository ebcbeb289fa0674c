"""The model of text dumps: the visible text of the corpus' pages, line by line."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reader.cleaning.decode import decode
from reader.cleaning.dump import clean_dump
from reader.cleaning.forest import Forest
from reader.cleaning.html import parse, walk
from reader.cleaning.line_features import LINE_NAMES, line_rows
from reader.cleaning.lines import read_lines
from reader.cleaning.raw import Hint, RawBlock
from reader.cleaning.tame import tamed
from reader.errors import CleaningError
from reader.model.pages import Page
from tests.training.corpus import Example
from tests.training.fit import Table, exported, fitted
from tests.training.labels import labels
from tests.training.measure import f1, page_scores, shingles, words
from tests.training.pages import BODY, FOLDS

_ROUNDS = 360
_SETTINGS = {"num_leaves": 20, "min_data_in_leaf": 80, "learning_rate": 0.05, "feature_fraction": 0.2, "lambda_l2": 30}


@dataclass(slots=True)
class Dump:
    """A page's visible text as a dump of it gives it, its rows and their labels."""

    example: Example
    text: str
    rows: list[list[float]]
    labels: list[bool]
    weights: list[float]


def dumps(example: Example) -> Iterable[Dump]:
    """The page as a browser's text of it, and with what scripts would have hidden, as simpler tools give it."""
    for hidden in (False, True):
        text = visible(example.page, hidden=hidden)
        blocks, _ = read_lines(text)
        if blocks:
            found = labels([block.text for block in blocks], example.text)
            runs = [shingles(words(block.text)).total() for block in blocks]
            whole = max(20, sum(run for run, label in zip(runs, found, strict=True) if label))
            yield Dump(example, text, line_rows(blocks), found, [(min(run, whole) / whole) ** 0.5 for run in runs])


def visible(page: Page, *, hidden: bool = False) -> str:
    """Every block's words on a line of its own."""
    text, _ = tamed(decode(page.data, page.encoding, markup=True).text)
    blocks = walk(parse(text), "").blocks
    return "\n".join(
        b.text.replace("\n", " ") for b in blocks if b.text.strip() and (hidden or not b.hints & Hint.HIDDEN)
    )


def table(found: Sequence[Dump]) -> Table:
    """All rows of these dumps."""
    weight = np.array([w for dump in found for w in dump.weights])
    return Table(
        np.array([row for dump in found for row in dump.rows], dtype=np.float64),
        np.array([label for dump in found for label in dump.labels], dtype=np.float64),
        weight / weight.mean(),
        np.array([number for number, dump in enumerate(found) for _ in dump.rows]),
    )


def _model(data: Table, chosen: np.ndarray) -> Forest:
    """Trees of the chosen rows: more and larger ones than a page needs, since all that is left is the lines' order."""
    return Forest(exported(fitted(data, chosen, _ROUNDS, _SETTINGS), LINE_NAMES))


def validate(found: Sequence[Dump], seed: int) -> list[str]:
    """Figures of the whole cleaner on the dumps of held-out publishers."""
    publishers = sorted({dump.example.publisher for dump in found})
    random.Random(seed).shuffle(publishers)
    number = {publisher: index % FOLDS for index, publisher in enumerate(publishers)}
    data = table(found)
    fold = np.array([number[dump.example.publisher] for dump in found])
    scores: dict[str, list[tuple[float | None, float | None]]] = {}
    for held in range(FOLDS):
        model = _model(data, fold[data.owner] != held)
        for one in (dump for dump, at in zip(found, fold, strict=True) if at == held):
            score = page_scores(one.example.text, _cleaned(one, model))
            for name in ("all", one.example.collection):
                scores.setdefault(name, []).append(score)
    return [f"dumps, publishers held out, seed {seed}"] + [
        f"{name:<8} {len(some):>4} dumps  F1 {f1(some)[0]:.4f}  P {f1(some)[1]:.4f}  R {f1(some)[2]:.4f}"
        for name, some in sorted(scores.items())
    ]


def _cleaned(dump: Dump, model: Forest) -> str:
    """The text that the cleaner makes of a dump with these trees."""

    def judge(blocks: Sequence[RawBlock]) -> dict[RawBlock, float]:
        return {block: model.share(row) for block, row in zip(blocks, dump.rows, strict=True)}

    page = Page(dump.example.id, f"{dump.example.id}.txt", dump.text.encode(), "text/plain")
    try:
        found = clean_dump(page, decode(page.data), judge)
    except CleaningError:
        return ""
    return "\n".join(block.span.of(found.text) for block in found.blocks if block.kind in BODY)


def train(found: Sequence[Dump], target: Path) -> None:
    """The model of all dumps, written where the program reads it."""
    data = table(found)
    model = exported(fitted(data, np.ones(len(data.label), dtype=bool), _ROUNDS, _SETTINGS), LINE_NAMES)
    target.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
