"""A row of the board in words, made beside the window: ready to be sorted, filtered and grouped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from reader.board.counting import NOBODY, NOT_SAID
from reader.board.values import Row
from reader.board.voice import OWN, UNSAID, Voice
from reader.edits.attribution import DENY, SUPPORT
from reader.model import vocabulary
from reader.model.annotations import Annotation
from reader.model.articles import Article
from reader.model.claims_board import Outlet
from reader.text.folding import fold_text
from ui.board.counts import count_words, figures, name_with_standing, not_counted
from ui.language.plain_words import plain, source_not_marked

translate = QCoreApplication.translate
NEW = "untriaged"


class Column(IntEnum):
    WORDING = 0
    SAID = 1
    DENIED = 2
    EVIDENCE = 3
    SOURCES = 4
    VERDICT = 5
    STATUS = 6
    ARTICLES = 7


@dataclass(frozen=True, slots=True)
class LineFact:
    """By what a row is ordered, filtered and grouped.

    `keys` order it by each column, `found` is what a filter looks in, `groups` are the headings it stands under, by
    what it can be grouped by: each with its place in the order.
    """

    keys: tuple[tuple[float, str], ...]
    found: str
    groups: Mapping[str, tuple[tuple[int, str], ...]]

    def holds(self, words: Sequence[str]) -> bool:
        """Return whether each of the words, which are folded, stands somewhere in the row."""
        return all(word in self.found for word in words)

    def key(self, column: int) -> tuple[float, str]:
        """Return by what it is ordered."""
        return self.keys[column]

    def group(self, by: str) -> tuple[tuple[int, str], ...]:
        """Return the headings that it stands under."""
        return self.groups[by]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the board in the reader's language.

    `articles` are those that it stands in, `named` the source marks of these by the party that they name; None where
    that was not read.
    """

    row: Row
    cells: tuple[str, ...]
    hints: tuple[str, ...]
    fact: LineFact
    articles: Mapping[str, Article]
    named: Mapping[str, tuple[Annotation, ...]] | None = None


def outlet(article: Article | Outlet | None) -> str:
    """Return what an article's own voice is called."""
    name = (article.site or article.title) if article is not None else ""
    return translate("Board", "{0} itself").format(name)


def line_of(
    row: Row, articles: Mapping[str, Article], named: Mapping[str, tuple[Annotation, ...]] | None = None
) -> Line:
    """Return the row in words. `articles` may be more than its own."""
    said, denied = _names(row, SUPPORT, articles), _names(row, DENY, articles)
    if row.unsourced:
        standings = [row.standings.get(m.id, "") for m in row.unsourced]
        denied.append(name_with_standing(translate("Board", "source not marked"), standings))
    review, one, other = row.review, row.independent, row.against
    verdict, status = (review.verdict, review.status) if review is not None else ("", NEW)
    rating = plain("rating", review.rating) if review is not None else ""
    titles = [articles[id].title for id in row.articles if id in articles]
    bearings = [sum(e.bearing == b for e in row.evidence) for b in vocabulary.EVIDENCE["bearing"]]
    cells = (
        row.wording, ", ".join(said), ", ".join(denied), _evidence(bearings), figures(row),
        plain("verdict", verdict) or rating, plain("status", status), str(len(row.articles)),
    )  # fmt: skip
    hints = (
        row.wording, "\n".join(said), "\n".join(denied), _evidence_hint(bearings),
        _sources_hint(row),
        rating or cells[Column.VERDICT], cells[Column.STATUS], "\n".join(titles),
    )  # fmt: skip
    verdicts, states = vocabulary.REVIEW["verdict"], vocabulary.REVIEW["status"]
    keys = (
        (0.0, row.wording.casefold()), (0.0, cells[Column.SAID].casefold()), (0.0, cells[Column.DENIED].casefold()),
        (float(len(row.evidence)), ""), (float(one.least), f"{one.most:09}{other.least:09}{other.most:09}"),
        (_place(verdicts, verdict), rating), (_place(states, status), ""), (float(len(row.articles)), ""),
    )  # fmt: skip
    found = fold_text("\n".join((*cells, *titles)))
    fact = LineFact(keys, found, _groups(row, verdict, status, articles))
    return Line(row, cells, hints, fact, articles, named)


def _place(values: Sequence[str], value: str) -> float:
    return float(values.index(value) if value in values else len(values))


def _names(row: Row, stance: str, articles: Mapping[str, Article]) -> list[str]:
    voices = row.by(stance)
    names: dict[str, list[str]] = {}
    for v in voices:
        names.setdefault(_name(v, articles), []).append(v.standing)
    return [name_with_standing(name, standings) for name, standings in names.items()]


def _name(voice: Voice, articles: Mapping[str, Article]) -> str:
    """Who it is; of words without a source what was entered of that."""
    if voice.party not in (OWN, UNSAID):
        return voice.name
    if voice.why in (NOBODY, NOT_SAID):
        return source_not_marked(vocabulary.IMPLICIT if voice.why == NOBODY else "")
    return outlet(articles.get(voice.mark.article_id))


def _sources_hint(row: Row) -> str:
    lines = [
        translate("Board", "Independent sources for it: {0}").format(count_words(row.independent)),
        translate("Board", "Independent sources against it: {0}").format(count_words(row.against)),
        not_counted(row.voices),
    ]
    return "\n".join(line for line in lines if line)


def _evidence(bearings: Sequence[int]) -> str:
    supports, refutes, context = bearings
    return "  ".join(f"{sign}{n}" for sign, n in (("+", supports), ("−", refutes), ("○", context)) if n)


def _evidence_hint(bearings: Sequence[int]) -> str:
    words = translate("Board", "Evidence: {0} supporting, {1} refuting, {2} for context")
    return words.format(*bearings) if any(bearings) else translate("Board", "No evidence yet")


def _groups(
    row: Row, verdict: str, status: str, articles: Mapping[str, Article]
) -> Mapping[str, tuple[tuple[int, str], ...]]:
    worth = row.claim.worth if row.claim is not None else ""
    none = translate("Board", "none yet")
    titles = sorted({articles[id].title for id in row.articles if id in articles}) or [
        translate("Board", "in no article")
    ]
    return {
        "verdict": (_heading("verdict", vocabulary.REVIEW["verdict"], verdict, none),),
        "status": (_heading("status", vocabulary.REVIEW["status"], status, none),),
        "worth": (_heading("worth", vocabulary.CLAIM["worth"], worth, none),),
        "article": tuple((0, title) for title in titles),
    }


def _heading(name: str, values: Sequence[str], value: str, none: str) -> tuple[int, str]:
    return (int(_place(values, value)), plain(name, value) or none)
