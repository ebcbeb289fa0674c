"""The model of pages: its rows, its figures on publishers it has not seen, and the last training on all."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reader.cleaning.assemble import assemble
from reader.cleaning.decode import decode
from reader.cleaning.features import NAMES, rows
from reader.cleaning.html import Seen, look
from reader.cleaning.judge import SURE
from reader.cleaning.page_view import PageView
from reader.cleaning.pictures import settle_pictures
from reader.cleaning.raw import RawBlock
from reader.cleaning.select import select
from reader.errors import CleaningError
from reader.model import BlockKind, Cleaned
from tests.training.corpus import Example
from tests.training.fit import Table, exported, fitted
from tests.training.labels import labels
from tests.training.measure import f1, page_scores, shingles, words

FOLDS = 5
BODY = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW,
                  BlockKind.CODE, BlockKind.STANDFIRST})  # fmt: skip


@dataclass(slots=True)
class Sheet:
    """One page as the model sees it. `places` are the indices in `seen`'s blocks of the rows."""

    example: Example
    seen: Seen
    places: list[int]
    rows: list[list[float]]
    labels: list[bool]
    weights: list[float]


def sheet(example: Example) -> Sheet | None:
    """A page's rows with their labels; None for a page without words."""
    page = example.page
    try:
        seen = look(page, decode(page.data, page.encoding, markup=True))
    except CleaningError:
        return None
    view = PageView(seen.walked.blocks, seen.metadata, seen.witnesses, seen.body)
    at = {block: index for index, block in enumerate(seen.walked.blocks)}
    found = labels([line.block.text for line in view.lines], example.text)
    runs = [shingles(words(line.block.text)).total() for line in view.lines]
    whole = max(20, sum(run for run, label in zip(runs, found, strict=True) if label))
    kept = [(index, row) for index, row in enumerate(rows(view)) if row is not None]
    # The root of a block's share of its article: long blocks count more in the measure, short ones to a reader.
    weights = [(min(runs[index], whole) / whole) ** 0.5 for index, _ in kept]
    places = [at[view.lines[index].block] for index, _ in kept]
    seen.walked.copy.clear()
    return Sheet(example, seen, places, [row for _, row in kept], [found[index] for index, _ in kept], weights)


def table(sheets: Sequence[Sheet]) -> Table:
    """All rows of these pages."""
    weight = np.array([w for s in sheets for w in s.weights])
    return Table(
        np.array([row for s in sheets for row in s.rows], dtype=np.float64),
        np.array([label for s in sheets for label in s.labels], dtype=np.float64),
        weight / weight.mean(),
        np.array([number for number, s in enumerate(sheets) for _ in s.rows]),
    )


def folds(sheets: Sequence[Sheet], seed: int) -> np.ndarray:
    """A number for each page, equal for pages of one publisher."""
    publishers = sorted({s.example.publisher for s in sheets})
    random.Random(seed).shuffle(publishers)
    number = {publisher: index % FOLDS for index, publisher in enumerate(publishers)}
    return np.array([number[s.example.publisher] for s in sheets])


def held_out(sheets: Sequence[Sheet], seed: int, also: Sequence[Sheet] = ()) -> np.ndarray:
    """For each row how sure a model is that has seen nothing of its publisher; every model has seen `also`."""
    data, count = table([*sheets, *also]), sum(len(sheet.rows) for sheet in sheets)
    fold = np.append(folds(sheets, seed), np.full(len(also), -1))[data.owner]
    sure = np.zeros(len(data.label))
    for number in range(FOLDS):
        test = fold == number
        sure[test] = fitted(data, ~test).predict(data.rows[test])
    return sure[:count]


def article_of(sheet: Sheet, sure: Sequence[float]) -> Cleaned:
    """The article that the cleaner makes of a page with these judgements."""
    seen = copy.deepcopy(sheet.seen)
    judged: dict[RawBlock, float] = dict(zip((seen.walked.blocks[at] for at in sheet.places), sure, strict=True))
    blocks, metadata, _ = select(seen.walked.blocks, judged, seen.metadata)
    return assemble(blocks, metadata, encoding="", pictures=settle_pictures(blocks, seen.base, []))


def body(article: Cleaned) -> str:
    """The words of an article that gold texts hold: no headline, byline, date or caption."""
    return "\n".join(block.span.of(article.text) for block in article.blocks if block.kind in BODY)


def text_of(sheet: Sheet, sure: Sequence[float]) -> str:
    """The body text that the cleaner makes of a page with these judgements."""
    return body(article_of(sheet, sure))


def report(sheets: Sequence[Sheet], texts: dict[str, str], missing: Sequence[Example]) -> list[str]:
    """A line a set: F1, precision and recall by the benchmark's measure."""
    scores: dict[str, list[tuple[float | None, float | None]]] = {}
    for example in (*(s.example for s in sheets), *missing):
        one = page_scores(example.text, texts.get(example.id, ""))
        scores.setdefault(example.collection, []).append(one)
        scores.setdefault("all", []).append(one)
    return [f"{name:<8} {len(found):>4} pages  F1 {f1(found)[0]:.4f}  P {f1(found)[1]:.4f}  R {f1(found)[2]:.4f}"
            for name, found in sorted(scores.items())]  # fmt: skip


def validate(sheets: Sequence[Sheet], missing: Sequence[Example], seed: int, also: Sequence[Sheet] = ()) -> list[str]:
    """Figures of the whole cleaner on held-out publishers."""
    sure, data = held_out(sheets, seed, also), table(sheets)
    texts = {s.example.id: text_of(s, sure[data.owner == number]) for number, s in enumerate(sheets)}
    return [f"publishers held out, seed {seed}, kept above {SURE}", *report(sheets, texts, missing)]


def train(sheets: Sequence[Sheet], target: Path) -> None:
    """The model of all pages, written where the program reads it."""
    data = table(sheets)
    model = exported(fitted(data, np.ones(len(data.label), dtype=bool)), NAMES)
    target.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
