"""The rows of one article: its marks, who says what in it, its other links, and itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from typing import Any

from reader.edits.attribution import attribution_of, stance
from reader.exchange.exporters.paper.words import Language
from reader.exchange.exporters.tables.comma_separated import joined
from reader.exchange.exporters.tables.record_rows import Rows
from reader.exchange.exporters.tables.spreadsheet import Value
from reader.exchange.records.plain_values import json_text
from reader.exchange.records.sheets import ARTICLES, ATTRIBUTES, LINKS, MARKS, REPLY, SIDES, UNANSWERED
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.dataset import Document

NOT_FOUND = "not found"
_WORDS = {
    "en": {"yes": "yes", "no": "no", "silent": "says nothing", NOT_FOUND: "not found in the newest text",
           "inbox": "inbox", "reading": "reading", "done": "done", "archived": "archived", "trashed": "trash"},
    "id": {"yes": "ya", "no": "belum", "silent": "diam", NOT_FOUND: "tidak ada di teks terbaru",
           "inbox": "kotak masuk", "reading": "dibaca", "done": "selesai", "archived": "arsip", "trashed": "sampah"},
}  # fmt: skip
Found = Iterator[list[Value]]


class DocumentRows:
    """Makes the rows of documents. `names` are what claims and sources are called, by their ids."""

    def __init__(self, say: Language, labels: Mapping[str, str], names: Mapping[str, str]) -> None:
        self._say, self._labels, self._names = say, labels, names
        self._words = _WORDS[say.id]
        self._marks, self._sides, self._reply = Rows(MARKS, say), Rows(SIDES, say), Rows(REPLY, say)
        self._links, self._articles = Rows(LINKS, say), Rows(ARTICLES, say)

    # -- marks ---------------------------------------------------------------------------------------------------------

    def marks(self, document: Document) -> Found:
        """Yield a row a piece of a mark."""
        article, revision = document.article, document.revision
        texts = {one.id: one.text for one in document.revisions} | {revision.id: revision.text}
        said: dict[str, Any] = {"article": article.title, "site": article.site, "doc": article.id}
        for a in document.marks:
            said |= self._mark(a, is_placed=a.anchor.revision_id == revision.id)
            pieces, text = a.anchor.spans, texts[a.anchor.revision_id]
            for n, span in enumerate(pieces, 1):
                said |= {"begin": span.start, "end": span.end, "piece": n, "pieces": len(pieces)}
                said["quote"] = text[span.start : span.end]
                yield self._marks.row(said)

    def _mark(self, a: Annotation, *, is_placed: bool) -> dict[str, Any]:
        return {
            "label_name": self._labels.get(a.label, a.label), "note": a.note, "tags": joined(a.tags) if a.tags else "",
            "mentions": self._names.get(a.about, "") if a.about else "", "annotator": a.annotator,
            "created": a.created, "modified": a.modified, "id": a.id, "label": a.label, "about": a.about,
            "stands": "" if is_placed else self._words[NOT_FOUND],
            "attributes": json_text(a.attributes) if a.attributes else "", "standing": "" if is_placed else NOT_FOUND,
        }  # fmt: skip

    # -- links ---------------------------------------------------------------------------------------------------------

    def side(self, article: Article, r: Relation, marks: Mapping[str, Annotation]) -> tuple[list[Value], list[Value]]:
        """Return the row of who says something and, when an answer was asked for, that of the right of reply, else
        nothing."""
        found = attribution_of(r)
        assert found is not None
        content, source = (
            next((marks[id] for id in ids if id in marks), None) for ids in (found.content, found.source)
        )
        shown = stance(found, content.label if content is not None else "")
        said: dict[str, Any] = {
            **{name: found.said(name) for name in ATTRIBUTES}, "claim": self._claim(content),
            "speaker": self._speaker(source), "quote": content.anchor.quote if content is not None else "",
            "article": article.title, "site": article.site, "published": article.published, **_plain_link(r),
            "stance_written": shown,
        }  # fmt: skip
        form = found.said("response_form")
        row = self._sides.row({**said, "stance": shown})
        if shown == "silent":
            row[2] = self._words["silent"]
        if not form:
            return row, []
        time = _first(marks, found.time)
        when = time.anchor.quote if time is not None else ""
        answered = self._words["no" if form in UNANSWERED else "yes"]
        return row, self._reply.row({**said, "answered": answered, "when": when, "form_written": form})

    def _claim(self, mark: Annotation | None) -> str:
        return (self._names.get(mark.about, "") or mark.anchor.quote) if mark is not None else ""

    def _speaker(self, mark: Annotation | None) -> str:
        return self._claim(mark)

    def link(self, article: Article, r: Relation, marks: Mapping[str, Annotation]) -> list[Value]:
        """Return the row of another link."""
        ends = [marks[m.annotation_id].anchor.quote if m.annotation_id in marks else "" for m in r.members]
        return self._links.row({
            **_plain_link(r), "article": article.title, "doc": article.id, "type": r.kind, "from": r.end("from"),
            "to": r.end("to"), "says": self._say.kind(r.kind, joins_two=len(r.members) == 2),
            "first": ends[0] if ends else "", "second": " | ".join(ends[1:]),
        })  # fmt: skip

    # -- the article ---------------------------------------------------------------------------------------------------

    def article(self, document: Document) -> list[Value]:
        """Return the row of the article itself."""
        article, revision = document.article, document.revision
        return self._articles.row({
            **{name: getattr(article, name) for name in
               ("id", "title", "byline", "site", "published", "published_basis", "url", "language")},
            "tags": joined(article.tags), "state": self._words.get(article.state.value, article.state.value),
            "captured": revision.captured, "count": len(document.marks), "fingerprint": revision.fingerprint,
            "notices": "\n".join(self._say.notice(one) for one in revision.notices),
        })  # fmt: skip


def _plain_link(r: Relation) -> dict[str, Any]:
    return {
        "id": r.id, "note": r.note, "annotator": r.annotator, "created": r.created, "within": r.within,
        "attributes": json_text(r.attributes) if r.attributes else "",
        "members": "; ".join(f"{m.role}: {m.annotation_id}" for m in r.members),
    }  # fmt: skip


def marks_of(
    document: Document, wanted: frozenset[str], kept: MutableMapping[str, Annotation]
) -> Mapping[str, Annotation]:
    """Return the marks of a document by their ids, with those that were `kept` of others; keep those that are
    `wanted`."""
    own = {mark.id: mark for mark in document.marks}
    for id in wanted & own.keys() if wanted else ():
        kept[id] = own[id]
    return {**kept, **own} if kept else own


def are_here(relation: Relation, marks: Mapping[str, Annotation]) -> bool:
    """Return whether every end of a link is known by now."""
    return all(m.annotation_id in marks for m in relation.members)


def _first(marks: Mapping[str, Annotation], ids: Sequence[str]) -> Annotation | None:
    return next((marks[id] for id in ids if id in marks), None)
