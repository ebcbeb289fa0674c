"""Drawn sets: texts with every trap there is, marks that nest, cross, coincide, have gaps or no width."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from reader.text.invariants import frozen
from tests.reader.exchange.exporters import made

# Emoji with ZWJ and flags, NFD, NBSP, both directions, bidi controls, CR LF sources, markup of every format.
TRAPS = [
    "👩🏽‍🌾", "🇮🇩", "e\u0301", "\u00a0", "قال الوزير", "\u202eabc\u202c", "שלום", "a\r\nb", "<b>&amp;</b>", "]]>",
    "{{x}}", '"\\"', "=1+1", "｡＝", "```", "* _x_", "---", "1. ", "| a |", "\ufeff", "\u2028", "Kata menteri.", "\t",
    " ", "\n",
]  # fmt: skip
texts = st.lists(st.sampled_from(TRAPS), min_size=1, max_size=12).map(lambda parts: frozen("".join(["Judul", *parts])))
notes = st.one_of(st.just(""), st.sampled_from(TRAPS), st.text(max_size=20))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False) | notes,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(notes, inner, max_size=3),
    max_leaves=5,
)
mappings = st.dictionaries(notes, values, max_size=3)
labels = st.sampled_from(["claim", "source", "denial", made.RUMOUR.id])


@st.composite
def documents(draw: st.DrawFn, name: str) -> Document:
    """One article with up to eight marks and four links between them."""
    text = draw(texts)
    article, revision = made.article(name, text.split("\n"), tags=tuple(draw(st.lists(notes, max_size=2))))
    article = replace(article, title=draw(notes), extra=draw(mappings))
    marks = []
    for n in range(draw(st.integers(0, 8))):
        edges = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
        spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
        told = {"note": draw(notes), "tags": tuple(draw(st.lists(notes, max_size=2))), "annotator": draw(notes)}
        marks.append(made.mark(revision, draw(labels), *spans, n=n, attributes=draw(mappings), **told))
    marks.sort(key=lambda a: (a.anchor.start, a.anchor.end, a.id))
    return Document(article, revision, tuple(marks), tuple(draw(_links(marks))))


@st.composite
def _links(draw: st.DrawFn, marks: list[Annotation]) -> list[Relation]:
    found: dict[str, Relation] = {}
    for _ in range(draw(st.integers(0, 4)) if len(marks) > 1 else 0):
        ends = draw(st.lists(st.sampled_from(marks), min_size=2, max_size=3, unique_by=lambda a: a.id))
        roles = ("from", "to") if len(ends) == 2 else ("source", "cue", "content")
        made_ = made.link("denies", *zip(roles, ends, strict=True), note=draw(notes), extra=draw(mappings))
        found[made_.id] = made_
    return sorted(found.values(), key=lambda r: r.id)


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """One or two articles."""
    return made.dataset(*(draw(documents(f"drawn-{n}")) for n in range(draw(st.integers(1, 2)))))
