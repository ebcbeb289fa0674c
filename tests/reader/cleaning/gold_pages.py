"""Pages of our own with their gold beside them, and how near the cleaner comes to it."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from reader.cleaning import clean
from reader.errors import CleaningError
from reader.model.articles import BlockKind
from reader.model.pages import Cleaned, Page

PAGES = Path(__file__).parent / "pages"
UNREAD = PAGES / "unread"
BODY = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW}
# Written without spaces between words, so that a word is no token there.
SPACELESS = {"ja", "zh", "th"}
SHINGLE = 4


@dataclass(frozen=True, eq=False)
class GoldPage:
    """One page: its file and what an annotator took from it."""

    path: Path
    gold: dict[str, Any]

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def media_type(self) -> str:
        return "text/html" if self.path.suffix == ".html" else "text/plain"

    def known(self, part: str) -> str | dict[str, str]:
        """Why the cleaner does not get this part right: one reason, or for `left_out` one a line. Empty: it does."""
        reason: str | dict[str, str] = self.gold.get("known", {}).get(part, {} if part == "left_out" else "")
        return reason

    def clean(self) -> Cleaned:
        return clean(Page(self.path.name, self.path.name, self.path.read_bytes(), self.media_type))

    def words(self) -> str:
        """All the words of the page, those of its head, scripts and attributes not."""
        text = self.path.read_text(encoding="utf-8")
        if self.path.suffix == ".txt":
            return text
        body = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8")).find("body")
        if body is None:
            raise ValueError(f"{self.path.name}: no body")
        etree.strip_elements(body, "script", "style", with_tail=False)
        return "".join(map(str, body.itertext()))


def read_pages(folder: Path = PAGES) -> list[GoldPage]:
    """The pages of a folder (not of those in it), by name."""
    files = sorted(path for path in folder.iterdir() if path.suffix in (".html", ".txt"))
    return [GoldPage(path, json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))) for path in files]


def squeezed(text: str) -> str:
    """Text without white space, for looking whether it occurs."""
    return "".join(text.split())


def level(text: str) -> str:
    """Text on one line, with one space between words."""
    return " ".join(text.split())


def shingles(text: str, language: str) -> Counter[tuple[str, ...]]:
    """Runs of four words (of four characters where a script has no spaces), counted; a shorter text is one run."""
    tokens = list(squeezed(text)) if language in SPACELESS else re.findall(r"\w+|[^\w\s]", text)
    last = max(1, len(tokens) - SHINGLE + 1)
    return Counter(tuple(tokens[n : n + SHINGLE]) for n in range(last)) if tokens else Counter()


def f1(found: str, gold: str, language: str) -> float:
    """The harmonic mean of precision and recall of the shingles, as multisets."""
    got, want = shingles(found, language), shingles(gold, language)
    common = sum((got & want).values())
    return 2 * common / max(1, sum(got.values()) + sum(want.values()))


def names(byline: str) -> set[str]:
    """The people of a byline, whatever stands between their names."""
    return {name.strip().casefold() for name in re.split(r",|;|/|&| dan | and ", byline) if name.strip()}


@dataclass
class Score:
    """How one page came out. `wrong` counts lines by sort of fault, `faults` are the lines themselves."""

    name: str
    f1: float = 0.0
    title: bool = False
    byline: bool = False
    date: bool = False
    kinds: float = 0.0
    wrong: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, str]] = field(default_factory=list)
    failed: str = ""

    def note(self, sort: str, line: str) -> None:
        self.wrong[sort] += 1
        self.faults.append((sort, line))


def body_of(result: Cleaned) -> list[tuple[str, str]]:
    """The body blocks as (kind, words)."""
    return [(b.kind.value, level(b.span.of(result.text))) for b in result.blocks if b.kind in BODY]


def score(page: GoldPage) -> Score:
    """The page cleaned and held against its gold; nothing is right of a page in which no article was found."""
    try:
        result = page.clean()
    except CleaningError as error:
        return Score(page.name, failed=str(error))
    return compared(page, result)


def compared(page: GoldPage, result: Cleaned) -> Score:
    """What the cleaner made of a page, held against its gold. Dates are held against each other by day."""
    gold = page.gold
    found, language = body_of(result), gold["language"]
    wanted = [(entry["kind"], level(entry["text"])) for entry in gold["body"]]
    done = Score(page.name)
    done.f1 = f1("\n".join(t for _, t in found), "\n".join(t for _, t in wanted), language)
    done.title = level(result.metadata.title) == level(gold["title"])
    done.byline = names(result.metadata.byline) == names(gold["byline"])
    done.date = result.metadata.published[:10] == gold["date"][:10]
    compare(done, found, wanted)
    whole = squeezed(result.text)
    for line in gold["left_out"]:
        if squeezed(line) in whole:
            done.note("debris kept", line)
    return done


def compare(done: Score, found: list[tuple[str, str]], wanted: list[tuple[str, str]]) -> None:
    """Line by line: what is missing, what is extra, what stands there as another kind."""
    kinds = {text: kind for kind, text in found}
    same = [kind == kinds[text] for kind, text in wanted if text in kinds]
    done.kinds = sum(same) / max(1, len(same))
    for kind, text in wanted:
        if text not in kinds:
            done.note("missing or cut", text)
        elif kinds[text] != kind:
            done.note(f"{kind} as {kinds[text]}", text)
    known = {text for _, text in wanted}
    for _, text in found:
        if text not in known:
            done.note("extra or joined", text)


@cache
def score_of(page: GoldPage) -> Score:
    """Like `score`, the page cleaned once in a process."""
    return score(page)
