"""Marks carried over 1,000 systematic edits of the seeds' texts, and the speed of it.

`python -m tests.bench.bench_anchoring`; beside what most tools do: the exact quote nearest to its old place.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reader.anchoring import Outcome, carry
from reader.cleaning import clean
from reader.model.spans import Span
from reader.sources import read
from tests.bench.systematic_edits import Trial, Truth, trials

SEEDS = Path(__file__).parents[2] / "seeds"
EDITS = 1_000
SIZES = ((5_000, 100), (50_000, 1_000), (500_000, 10_000))
Answer = tuple[str, Span | None]  # "same", "changed" or "gone", and where


def texts() -> list[str]:
    """The seeds as the cleaner leaves them."""
    pages = [page for path in sorted(SEEDS.iterdir()) if path.is_file() for page in read(path)]
    return [cleaned.text for cleaned in map(clean, pages) if len(cleaned.text) > 800]


def ours(old: str, new: str, marks: Sequence[Span]) -> list[Answer]:
    found = carry(old, new, marks)
    return [
        ("gone" if one.outcome is Outcome.REMOVED else "changed" if one.asks else "same", one.span) for one in found
    ]


def nearest_quote(old: str, new: str, marks: Sequence[Span]) -> list[Answer]:
    """The reference: the exact quote, of several places the one nearest to the old place."""
    answers: list[Answer] = []
    for mark in marks:
        quote = mark.of(old)
        behind, before = new.find(quote, mark.start), new.rfind(quote, 0, mark.end)
        places = sorted((abs(place - mark.start), place) for place in (behind, before) if place >= 0)
        answers.append(("same", Span(places[0][1], places[0][1] + len(quote))) if places else ("gone", None))
    return answers


def verdict(new: str, truth: Truth, answer: Answer) -> str:
    """Right, or how it is wrong; a place is right when at least half of its letters are the truth's."""
    said, span = answer
    if truth.kind == "either":
        return "right" if said != "same" else "silent"
    if span is None:
        return "right" if truth.kind == "gone" else "missed"
    if truth.span is None or not _touches(new, truth.span, span):
        return "silent" if said == "same" else "wrong place, asked"
    if truth.kind == "turned":  # whether the sense is another is for a person to say
        return "right"
    if truth.kind == "same":
        return "right" if said == "same" else "needless question"
    return "right" if said == "changed" else "unflagged"


def _touches(new: str, one: Span, two: Span) -> bool:
    first, second = ({n for n in range(s.start, s.end) if new[n].isalnum()} for s in (one, two))
    return len(first & second) >= 0.5 * max(1, len(first | second))


def judged(cases: Sequence[Trial], carrier: object = ours) -> Counter[tuple[str, str, str]]:
    """How many answers of each edit, truth and verdict."""
    assert callable(carrier)
    counts: Counter[tuple[str, str, str]] = Counter()
    for trial in cases:
        for truth, answer in zip(trial.truths, carrier(trial.old, trial.new, trial.marks), strict=True):
            counts[trial.edit, truth.kind, verdict(trial.new, truth, answer)] += 1
    return counts


def share(counts: Counter[tuple[str, str, str]], wanted: Sequence[str], kinds: Sequence[str] = ()) -> float:
    """The share, in percent, of these verdicts among the marks with a truth of these kinds."""
    of = {key: count for key, count in counts.items() if not kinds or key[1] in kinds}
    return 100 * sum(count for key, count in of.items() if key[2] in wanted) / max(1, sum(of.values()))


def line(name: str, counts: Counter[tuple[str, str, str]]) -> str:
    found = ("right", "needless question", "unflagged")
    return (
        f"{name}: {sum(counts.values())} marks; silently on other words {share(counts, ['silent']):.2f} %,"
        f" changed and not told {share(counts, ['unflagged']):.2f} %,"
        f" untouched in place {share(counts, found, ['same']):.2f} %,"
        f" edited found and told {share(counts, ['right'], ['edited']):.2f} %,"
        f" needless questions {share(counts, ['needless question']):.2f} %"
    )


def article(size: int, rng: random.Random) -> str:
    """A text of about `size` characters in which hardly a sentence comes twice."""
    words = " ".join(texts()).split()
    lines: list[str] = []
    while sum(map(len, lines)) < size:
        lines.append(" ".join(" ".join(rng.choices(words, k=rng.randrange(6, 24))) + "." for _ in range(4)))
    return "\n".join(lines)


def edited(text: str, rng: random.Random) -> str:
    """One line in twenty left out, one new, one moved to the end, and a word in a hundred another."""
    lines = text.split("\n")
    for _ in range(max(1, len(lines) // 20)):
        lines.pop(rng.randrange(len(lines)))
        lines.insert(
            rng.randrange(len(lines)), "Sebuah alinea baru yang belum ada sebelumnya, nomor " + str(rng.random())
        )
        lines.append(lines.pop(rng.randrange(len(lines))))
    return "\n".join(
        " ".join("lain" if rng.random() < 0.01 else word for word in line.split(" ")) for line in lines
    )  # fmt: skip


def timed(carrier: object, old: str, new: str, marks: Sequence[Span]) -> float:
    """Milliseconds, the best of three."""
    assert callable(carrier)
    took = []
    for _ in range(3):
        start = time.perf_counter()
        carrier(old, new, marks)
        took.append((time.perf_counter() - start) * 1000)
    return min(took)


def main() -> None:
    cases = list(trials(texts(), EDITS))
    counts = judged(cases)
    print(f"{EDITS} systematic edits")
    print("  " + line("carried", counts))
    print("  " + line("exact quote, nearest place", judged(cases, nearest_quote)))
    for edit in dict.fromkeys(trial.edit for trial in cases):
        part = Counter({key: count for key, count in counts.items() if key[0] == edit})
        print(f"  {edit:10}" + ", ".join(f"{verdict} {share(part, [verdict]):.1f} %" for verdict in _verdicts(part)))
    rng = random.Random(1)
    for size, count in SIZES:
        old = article(size, rng)
        new = edited(old, rng)
        starts = [rng.randrange(len(old) - 200) for _ in range(count)]
        marks = [Span(start, start + rng.randrange(8, 180)) for start in starts]
        print(f"{count} marks on {size // 1000} KB: {timed(ours, old, new, marks):.0f} ms"
              f" | exact quote, nearest place: {timed(nearest_quote, old, new, marks):.0f} ms")  # fmt: skip


def _verdicts(counts: Counter[tuple[str, str, str]]) -> list[str]:
    return sorted({verdict for _, _, verdict in counts}, key=lambda v: -share(counts, [v]))


if __name__ == "__main__":
    main()
