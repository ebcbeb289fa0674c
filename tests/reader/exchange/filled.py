"""A library that uses every field of every type, made from a seed; each text in it is a word of its own.

Nothing here names the fields: a field that is added to the model is filled without a word.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from reader import edits
from reader.model.annotations import Anchor, Annotation, Member, Origin, Relation
from reader.model.articles import (
    Article,
    Block,
    BlockKind,
    InlineKind,
    InlineMark,
    LeftOut,
    Revision,
    State,
    fingerprint,
)
from reader.model.claims import Claim, Evidence, Related, Review, Sentence, Source
from reader.model.labels import BUILTIN, COLOURS, Label, Underline
from reader.model.pages import Original, Picture
from reader.model.spans import Span
from reader.model.vocabulary import BY_KIND
from reader.store import Library

BEGAN = datetime(2026, 11, 3, 4, 5, 6, 789_012, tzinfo=UTC)
Where = tuple[type[Any], str]


@dataclass
class Filled:
    """What was put into the library: every entity, and of every word the type and the field that it stands in."""

    random: Random
    things: list[edits.Entity] = field(default_factory=list)
    words: dict[str, Where] = field(default_factory=dict)
    _count: int = 0

    def id(self) -> str:
        return str(UUID(int=self.random.getrandbits(128), version=4))

    def moment(self) -> datetime:
        self._count += 1
        return BEGAN + timedelta(seconds=self._count)

    def word(self, kind: type[Any], name: str) -> str:
        self._count += 1
        made = f"kata{self._count:04}{self.random.choice('qxjv')}"
        self.words[made] = (kind, name)
        return made

    def make(self, kind: type[Any], /, **given: Any) -> Any:
        """An entity with every field filled, those `given` as they are."""
        hints = get_type_hints(kind)
        values = {
            f.name: given[f.name] if f.name in given else self.value(kind, f.name, hints[f.name]) for f in fields(kind)
        }
        self.things.append(made := kind(**values))
        return made

    def value(self, kind: type[Any], name: str, hint: Any) -> Any:
        among = BY_KIND.get(kind.__name__.lower(), {}).get(name)
        if among is not None:
            return self.random.choice(among)
        if hint is str:
            return self.word(kind, name)
        if hint in (int, bool):
            return hint(self.random.randint(1, 9))
        if hint is datetime or datetime in get_args(hint):
            return self.moment()
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return self.random.choice(list(hint))
        return self._several(kind, name, hint)

    def _several(self, kind: type[Any], name: str, hint: Any) -> Any:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            return None
        if origin is tuple:
            return tuple(self.word(kind, name) for _ in range(2)) if arguments[0] is str else ()
        if origin is not None and issubclass(origin, Mapping):
            if arguments[1] is str:
                return {self.word(kind, name): self.word(kind, name)}
            return {"key": self.word(kind, name), "number": 3, "yes": True, "list": [1, None, {"a": "b"}]}
        inner: Any = hint
        return self._inner(kind, name, inner)

    def _inner(self, kind: type[Any], name: str, hint: Any) -> Any:
        """A dataclass within another, as the metadata of a text."""
        hints = get_type_hints(hint)
        values = {f.name: self.value(hint, f.name, hints[f.name]) for f in fields(hint)}
        return hint(**values)


def filled(library: Library, seed: int, articles: int = 0) -> Filled:
    """Fill an empty library from `seed`, with so many articles or a few."""
    made = Filled(Random(seed))
    own = Label("angka", "Angka kata", "7", "green", Underline.DOUBLE, 5)
    several = [_article(made, n) for n in range(articles or made.random.randint(2, 4))]
    labels = [*(label.id for label in BUILTIN), own.id]
    claims, sources, known = _known(made)
    marks = [_marks(made, *one, labels, [*claims, *sources]) for one in several]
    placed = [mark for some in marks for mark in some]
    _evidence(made, known, placed)
    _relations(made, placed)
    library.apply(edits.Edit("labels", (edits.Swap(None, own),)))
    renamed = replace(BUILTIN[0], name="Klaim kami", colour=made.random.choice(COLOURS))
    library.apply(edits.Edit("rename", (edits.Swap(library.labels()[0], renamed),)))
    library.apply(edits.Edit("fill", tuple(edits.Swap(None, thing) for thing in made.things)))
    return made


def _article(made: Filled, n: int) -> tuple[Article, Revision, Revision]:
    article_id = made.id()
    older, revision = (_revision(made, article_id, f"Judul {n} {x}", is_older=x == "lama") for x in ("lama", "baru"))
    article = made.make(
        Article, id=article_id, revision_id=revision.id, url=f"https://kabar.example/{n}", origin=f"halaman{n}.html",
        published="2026-11-19", published_basis="corrected", language="id",
        as_published={name: made.word(Article, "as_published") for name in ("title", "byline")},
        state=made.random.choice([state for state in State if state is not State.TRASHED]),
    )  # fmt: skip
    return article, older, revision


def _revision(made: Filled, article_id: str, title: str, *, is_older: bool) -> Revision:
    lines = [title, *(" ".join(made.word(Revision, "text") for _ in range(12)) + " 🧂 é." for _ in range(4))]
    text, blocks, at = "\n".join(lines), list[Block](), 0
    for line in lines:
        kind = BlockKind.TITLE if not blocks else made.random.choice((BlockKind.PARAGRAPH, BlockKind.QUOTE))
        blocks.append(Block(Span(at, at + len(line)), kind, 1, {"dir": "rtl"} if at else {}))
        at += len(line) + 1
    page = Original.of(made.word(Original, "data").encode(), "text/html", made.word(Original, "name"), "utf-8")
    data = made.word(Picture, "data").encode()
    picture = Picture(Original.of(data, "", "").id, "image/png", data, 3, 2)
    made.things += [page, picture]
    figure = Block(
        Span(len(text), len(text)), BlockKind.FIGURE, 0, {"picture": picture.id, "src": "https://x.example/p"}
    )
    left_out = LeftOut(made.word(LeftOut, "text"), "read also", 2, BlockKind.PARAGRAPH, 0, {"dir": "rtl"})
    found: Revision = made.make(
        Revision, id=made.id(), article_id=article_id, text=text, blocks=(*blocks, figure), original_id=page.id,
        fingerprint=fingerprint(text), origin="capture", left_out=(left_out,),
        inline=(InlineMark(Span(0, 3), InlineKind.STRONG), InlineMark(Span(4, 6), InlineKind.LINK, "https://l.example")),
        corrected=None if is_older else made.moment(),
    )  # fmt: skip
    return found


def _marks(
    made: Filled, article: Article, older: Revision, revision: Revision, labels: list[str], about: list[str]
) -> list[Annotation]:
    places = [
        [Span(0, 20)], [Span(10, 30)], [Span(10, 30)], [Span(40, 45), Span(50, 55), Span(60, 60)], [Span(70, 70)],
    ]  # fmt: skip
    found = [_mark(made, article, revision, spans, made.random.choice(labels), about) for spans in places]
    quote = older.text[5:15]
    origin = Origin(older.id, (Span(5, 15),), quote, "moved", "kata", needs_review=True)
    carried = _mark(made, article, revision, [Span(80, 90)], "claim", about, origin=origin)
    lost = Origin(older.id, (Span(20, 28),), older.text[20:28], "removed", "kata", needs_review=True)
    return [*found, carried, _mark(made, article, older, [Span(20, 28)], "denial", about, origin=lost)]


def _mark(
    made: Filled, article: Article, revision: Revision, spans: list[Span], label: str, about: list[str],
    origin: Origin | None = None,
) -> Annotation:  # fmt: skip
    text, start, end = revision.text, spans[0].start, spans[-1].end
    quote = edits.JOIN.join(span.of(text) for span in spans)
    anchor = Anchor(revision.id, tuple(spans), quote, text[max(0, start - 64) : start], text[end : end + 64])
    found: Annotation = made.make(
        Annotation, id=made.id(), article_id=article.id, label=label, anchor=anchor, origin=origin,
        about=made.random.choice(about),
    )  # fmt: skip
    return found


def _known(made: Filled) -> tuple[list[str], list[str], list[Claim]]:
    """Claims and sources: the ids of those that may be mentioned, and all claims; the last of each never is."""
    claims: list[Claim] = []
    for _ in range(3):
        related = tuple(Related("contradicts", claim.id) for claim in claims)
        claims.append(made.make(Claim, id=made.id(), related=related))
    rules = {"ground_rules": "on_the_record", "identification": "named"}
    house = made.make(Source, id=made.id(), party="", **rules)
    sources = [made.make(Source, id=made.id(), party=house.id, **rules) for _ in range(3)]
    return [c.id for c in claims[:-1]], [s.id for s in sources[:-1]], claims


def _evidence(made: Filled, claims: list[Claim], marks: list[Annotation]) -> None:
    page = Original.of(made.word(Original, "data").encode(), "application/pdf", "bukti.pdf")
    made.things.append(page)
    for claim in claims:
        for form, target in (("address", "https://b.example"), ("file", page.id), ("span", marks[0].id)):
            made.make(Evidence, id=made.id(), claim_id=claim.id, form=form, target=target)
        cites = (marks[0].id,)
        sentence = Sentence(made.word(Review, "justification"), cites)
        made.make(Review, id=made.id(), claim_id=claim.id, justification=(sentence, Sentence("kata.", ())))


def _relations(made: Filled, marks: list[Annotation]) -> None:
    outer = ""
    for roles in (("from", "to"), ("from", "to", "cue"), ("from",), ("from", "to"), ("from", "to")):
        ends = made.random.sample(marks, len(roles))
        members = tuple(Member(role, mark.id) for role, mark in zip(roles, ends, strict=True))
        kind = "attributed_to" if len(roles) != 2 else made.random.choice(("denies", "same_claim"))
        outer = made.make(Relation, id=made.id(), kind=kind, members=members, within=outer).id
