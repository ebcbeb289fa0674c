"""Sets for the tests: our own invented news in four scripts, with every kind of mark and link."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from reader import edits
from reader.model.annotations import Anchor, Annotation, Member, Relation
from reader.model.articles import (
    Article,
    Block,
    BlockKind,
    InlineKind,
    InlineMark,
    LeftOut,
    Metadata,
    Revision,
    State,
    fingerprint,
)
from reader.model.claims import Claim, ClaimRecord, Evidence, Related, Review, Sentence, Source
from reader.model.dataset import Dataset, Document
from reader.model.labels import BUILTIN, Label, Underline
from reader.model.protection import DESK_ONLY
from reader.model.spans import Span

WHEN = datetime(2026, 11, 20, 7, 30, 15, 250_000, tzinfo=UTC)
RUMOUR = Label("kabar-angin", "Kabar “angin” <b>", "4", "violet", Underline.DOUBLE, 3)
UNUSED = Label("unused", "Never used", "5", "teal", Underline.DASHED, 4)
EVIL = '=HYPERLINK("https://jahat.example","klik")'


def uid(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://tilik.example/{name}"))


def article(name: str, lines: Sequence[str], **told: Any) -> tuple[Article, Revision]:
    """An article whose blocks are `lines`, the first its title."""
    text, blocks, position = "\n".join(lines), [], 0
    for n, line in enumerate(lines):
        kind = BlockKind.TITLE if n == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(Span(position, position + len(line)), kind))
        position += len(line) + 1
    metadata = Metadata(title=lines[0], site="Kabar Pesisir", published="2026-11-19", basis={"published": "time"})
    revision = Revision(
        uid(f"{name}/r"), uid(name), text, tuple(blocks), metadata, WHEN, fingerprint=fingerprint(text), cleaner="x/1"
    )
    made = Article(revision.article_id, revision.id, lines[0], WHEN, site="Kabar Pesisir", words=12)
    return replace(made, **told), revision


def mark(revision: Revision, label: str, *words: str | Span, n: int = 0, **told: Any) -> Annotation:
    """A mark on the first place of each of `words`, or on spans as they are."""
    spans = tuple(w if isinstance(w, Span) else _found(revision.text, w) for w in words)
    first, last = spans[0], spans[-1]
    context = edits.CONTEXT
    anchor = Anchor(
        revision.id, spans, edits.JOIN.join(s.of(revision.text) for s in spans),
        revision.text[max(0, first.start - context) : first.start], revision.text[last.end : last.end + context],
    )  # fmt: skip
    id = uid(f"{revision.id}/{label}/{spans}/{n}")
    made = Annotation(id, revision.article_id, label, anchor, WHEN, WHEN + timedelta(hours=1))
    return replace(made, **told)


def _found(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def link(kind: str, *members: tuple[str, Annotation], **told: Any) -> Relation:
    ends = tuple(Member(role, a.id) for role, a in members)
    made = Relation(uid(f"{kind}/{ends}"), kind, ends, WHEN, annotator="Rina")
    return replace(made, **told)


def indonesian() -> Document:
    made, revision = article(
        "garam",
        [
            "Menteri bantah impor garam 🧂",
            "Menteri Kelautan Rauf Sembada 👩🏽‍🌾 membantah kabar impor garam. “Tidak ada satu kapal pun,” ujarnya.",
            "* Juru bicara itu menyebut stok [cukup] <hingga> Mei | Andre\u0301e\u00a0diam.",
        ],
        origin="/home/rina/Unduhan/garam.html", url="https://kabar-pesisir.example/garam?id=1&x=2",
        byline="Sri Wening", language="id", published="2026-11-19", published_basis="stated",
        state=State.DONE, tags=("garam", "impor"), extra={"pocket": {"time": 1}},
    )  # fmt: skip
    revision = replace(
        revision,
        inline=(
            InlineMark(_found(revision.text, "impor garam"), InlineKind.LINK, "https://kabar-pesisir.example/garam-2"),
        ),
        left_out=(LeftOut("Baca juga: Harga garam naik", "read also", 2),),
    )
    source = mark(
        revision, "source", "Menteri Kelautan Rauf Sembada 👩🏽‍🌾",
        note="- bukan *juru bicara*\n# lihat `arsip`", tags=("pejabat", "=1+1"), annotator="Rina",
        attributes={"role": "official", "named": True, "n": [1, None, {"a": 2.5}]},
    )  # fmt: skip
    claim = mark(revision, "claim", "kabar impor garam", note=EVIL, annotator="Budi")
    marks = [
        source,
        claim,
        mark(revision, "claim", "impor garam. “Tidak", n=1),
        mark(revision, "denial", "membantah", "“Tidak ada satu kapal pun,”", extra={"brat": {"id": "T7"}}),
        mark(revision, "denial", "kabar impor garam"),
        mark(revision, RUMOUR.id, "[cukup] <hingga> Mei | Andre\u0301e\u00a0diam"),
    ]
    links = [link("attributed_to", ("from", claim), ("to", source), note="katanya 🧐", attributes={"sure": 0.5})]
    return Document(made, revision, tuple(sorted(marks, key=_place)), tuple(links))


def english() -> Document:
    made, revision = article(
        "bridge",
        ["Mayor denies 🚧 bridge delay", "Mayor Dana Whitlock called the figure “pure fiction 🙄”, she said."],
        url="https://ledger.example/2026/bridge", language="en", site="=cmd|' /C calc'!A0",
    )  # fmt: skip
    source = mark(revision, "source", "Mayor Dana Whitlock", annotator="Budi", note='see minutes, item 4; "quoted"')
    claim = mark(revision, "claim", "the figure")
    denial = mark(revision, "denial", "“pure fiction 🙄”")
    links = [
        link("denies", ("from", denial), ("to", claim)),
        link("attribution", ("source", source), ("cue", claim), ("content", denial), note="three ends"),
    ]
    return Document(made, revision, (source, claim, denial), tuple(links))


def arabic() -> Document:
    made, revision = article(
        "port",
        ["الوزير ينفي إغلاق الميناء", "قال الوزير سالم نور 🚢 إن الميناء مفتوح، ونفى الخبر."],
        language="ar",
    )  # fmt: skip
    claim = mark(revision, "claim", "الميناء مفتوح", note="تحقق من الخبر", tags=("ميناء",))
    zero = mark(revision, "claim", Span(5, 5), note="here something is missing")
    return Document(made, revision, (zero, claim), ())


def cross(first: Document, second: Document) -> Relation:
    return link("same_claim", ("from", first.annotations[0]), ("to", second.annotations[0]))


def dataset(*documents: Document, labels: tuple[Label, ...] = (*BUILTIN, RUMOUR)) -> Dataset:
    return Dataset("Garam & jembatan", labels, lambda: iter(documents), len(documents))


def whole() -> Dataset:
    """Three articles, and a link from the second to the third."""
    one, two, three = indonesian(), english(), arabic()
    two = Document(two.article, two.revision, two.annotations, (*two.relations, cross(two, three)))
    return dataset(one, two, three)


def _place(a: Annotation) -> tuple[int, int, str]:
    return a.anchor.start, a.anchor.end, a.id


def canonical(document: Document) -> Document:
    """What `Document` a set in canonical order gives back."""
    return Document(
        document.article,
        document.revision,
        tuple(sorted(document.annotations, key=_place)),
        tuple(sorted(document.relations, key=lambda r: r.id)),
        tuple(sorted((_shared(k) for k in document.known), key=lambda k: (PLURALS.index(type(k)), k.id))),
    )


PLURALS = (Claim, Source, Evidence, Review)


def _shared(thing: ClaimRecord) -> ClaimRecord:
    """Without what only the desk may know."""
    hidden: dict[str, Any] = dict.fromkeys(DESK_ONLY.get(type(thing), ()), "")
    return replace(thing, **hidden)


def storied() -> Document:
    """An article whose marks mention a claim and a source, with evidence, a review and a nested attribution."""
    document = english()
    source, claim, denial = document.annotations
    told = Claim(uid("c"), "The bridge is late", WHEN, WHEN, worth="CFS", related=(Related("contradicts", uid("d")),))
    mayor = Source(uid("s"), "Dana Whitlock", WHEN, WHEN, ("the mayor",), "named_person", party=uid("city"))
    city = Source(uid("city"), "City of Ledger", WHEN, WHEN, reliability="B", ground_rules="on_the_record")
    proof = Evidence(uid("e"), told.id, "refutes", "span", claim.id, WHEN, excerpt="the figure", grade="primary")
    review = Review(
        uid("v"), told.id, WHEN, WHEN, "done", "refuted", justification=(Sentence("It opened.", (proof.id,)),)
    )
    marks = (replace(source, about=mayor.id), replace(claim, about=told.id), replace(denial, about=told.id))
    outer = link("attributed_to", ("from", claim), attributes={"explicitness": "author"})
    inner = link("attributed_to", ("from", denial), ("to", source), within=outer.id)
    return Document(document.article, document.revision, marks, (outer, inner), (told, mayor, city, proof, review))
