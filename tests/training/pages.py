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
from reader.cleaning.html import PageEvidence, gather_evidence
from reader.cleaning.judge import SURE
from reader.cleaning.page_view import PageView
from reader.cleaning.pictures import settle_pictures
from reader.cleaning.raw import RawBlock
from reader.cleaning.select import select
from reader.cleaning.witnesses import Witnesses
from reader.errors import CleaningError
from reader.model.articles import BlockKind
from reader.model.pages import Cleaned
from tests.training.corpus import Example
from tests.training.fit import Table, exported, fitted
from tests.training.labels import labels
from tests.training.measure import f1, page_scores, shingles, words

FOLDS = 5
_DEPRIVED = 0.1  # how much a row with failing witnesses counts
BODY = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW,
                  BlockKind.CODE, BlockKind.STANDFIRST})  # fmt: skip


@dataclass(slots=True)
class Rows:
    """What the model learns of a page: the indices of the blocks among all, their features, labels and weights."""

    places: list[int]
    rows: list[list[float]]
    labels: list[bool]
    weights: list[float]


@dataclass(slots=True)
class Sheet:
    """One page as the model sees it, and as it would with witnesses that fail."""

    example: Example
    seen: PageEvidence
    usual: Rows
    deprived: list[Rows]


def sheet(example: Example) -> Sheet | None:
    """A page's rows with their labels; None for a page without words."""
    page = example.page
    try:
        seen = gather_evidence(page, decode(page.data, page.encoding, markup=True))
    except CleaningError:
        return None
    usual = learnt(seen, seen.witnesses, example.text)
    deprived = [learnt(seen, witnesses, example.text) for witnesses in failing(seen.witnesses)]
    seen.walked.copy.clear()
    return Sheet(example, seen, usual, deprived)


def learnt(seen: PageEvidence, witnesses: Witnesses, text: str) -> Rows:
    """The rows of a page of which the witnesses say that."""
    view = PageView(seen.walked.blocks, seen.metadata, witnesses, seen.body)
    at = {block: index for index, block in enumerate(seen.walked.blocks)}
    found = labels([line.block.text for line in view.lines], text)
    runs = [shingles(words(line.block.text)).total() for line in view.lines]
    whole = max(20, sum(run for run, label in zip(runs, found, strict=True) if label))
    kept = [(index, row) for index, row in enumerate(rows(view)) if row is not None]
    # The root of a block's share of its article: long blocks count more in the measure, short ones to a reader.
    weights = [(min(runs[index], whole) / whole) ** 0.5 for index, _ in kept]
    places = [at[view.lines[index].block] for index, _ in kept]
    return Rows(places, [row for _, row in kept], [found[index] for index, _ in kept], weights)


def failing(heard: Witnesses) -> list[Witnesses]:
    """Witnesses as they fail now and then, one finding nothing; without these the model believes them too much."""
    return [Witnesses(frozenset(), heard.text), Witnesses(heard.elements, "")]


def table(sheets: Sequence[Sheet]) -> Table:
    """All rows of these pages."""
    return _table([(number, sheet.usual, 1.0) for number, sheet in enumerate(sheets)])


def doubled(sheets: Sequence[Sheet]) -> Table:
    """All rows of these pages, and those with failing witnesses, which count less."""
    usual = [(number, sheet.usual, 1.0) for number, sheet in enumerate(sheets)]
    return _table(usual + [(number, rows, _DEPRIVED) for number, sheet in enumerate(sheets) for rows in sheet.deprived])


def _table(parts: Sequence[tuple[int, Rows, float]]) -> Table:
    weight = np.array([w * share for _, part, share in parts for w in part.weights])
    return Table(
        np.array([row for _, part, _ in parts for row in part.rows], dtype=np.float64),
        np.array([label for _, part, _ in parts for label in part.labels], dtype=np.float64),
        weight / weight.mean(),
        np.array([number for number, part, _ in parts for _ in part.rows]),
    )


def folds(sheets: Sequence[Sheet], seed: int) -> np.ndarray:
    """A number for each page, equal for pages of one publisher."""
    publishers = sorted({s.example.publisher for s in sheets})
    random.Random(seed).shuffle(publishers)
    number = {publisher: index % FOLDS for index, publisher in enumerate(publishers)}
    return np.array([number[s.example.publisher] for s in sheets])


def held_out(sheets: Sequence[Sheet], seed: int, also: Sequence[Sheet] = ()) -> np.ndarray:
    """For each row how sure a model is that has seen nothing of its publisher; every model has seen `also`."""
    data, here, fold = doubled([*sheets, *also]), table(sheets), folds(sheets, seed)
    known = np.append(fold, np.full(len(also), -1))[data.owner]
    sure = np.zeros(len(here.label))
    for number in range(FOLDS):
        test = fold[here.owner] == number
        sure[test] = fitted(data, known != number).predict(here.rows[test])
    return sure


def article_of(sheet: Sheet, sure: Sequence[float]) -> Cleaned:
    """The article that the cleaner makes of a page with these judgements."""
    seen = copy.deepcopy(sheet.seen)
    judged: dict[RawBlock, float] = dict(zip((seen.walked.blocks[at] for at in sheet.usual.places), sure, strict=True))
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
    data = doubled(sheets)
    model = exported(fitted(data, np.ones(len(data.label), dtype=bool)), NAMES)
    target.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
