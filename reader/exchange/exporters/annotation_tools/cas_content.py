"""A document as the structures of a CAS: marks as spans, links of two as relations, and all else beside them.

What a stranger's CAS had that our model has no place for is among them again, as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reader.edits import CONTEXT
from reader.exchange.records import document_out, json_text, plain_json
from reader.exchange.records.cas import (
    ARTICLE,
    FORMAT,
    METADATA,
    PIECE_OF,
    RELATION,
    SPAN,
    VERSION,
    Cas,
    Structure,
    Units,
    main_ends,
)
from reader.exchange.records.cas_kept import KeptCas
from reader.exchange.records.out import mark_out, relation_out
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Document
from reader.model.spans import Span

# Fields of a record that stand in features of their own, or follow from the text.
_SAID = {
    "id",
    "label",
    "type",
    "note",
    "attributes",
    "begin",
    "end",
    "quote",
    "spans",
    "prefix",
    "suffix",
    "from",
    "to",
}
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Content:
    """Makes the structures of one document; `reference` is how a format names a feature that leads to another."""

    def __init__(self, document: Document, labels: list[dict[str, Any]], format: str, reference: str) -> None:
        self._document, self._labels, self._reference = document, labels, reference
        self._kept = KeptCas(document.article, document.revision.text, format)
        self._units = Units(self._kept.text)
        self._ids = iter(range(self._kept.next_id, 1 << 53))
        self._spans: dict[str, Structure] = {}
        self._strangers: dict[str, dict[str, Any]] = {}

    def cas(self) -> Cas:
        """Return the whole."""
        spans = [one for mark in self._document.annotations for one in (self._span(mark), *self._pieces(mark))]
        links = [made for link in self._document.relations if (made := self._link(link)) is not None]
        own = [self._article(links), *([] if self._kept.is_strangers else [self._metadata()])]
        whole = [*own, *spans, *(link for _, link in links), *self._kept.structures]
        return Cas(self._kept.text, self._kept.sofa, self._kept.facts, whole, self._kept.types)

    def _at(self, place: int) -> int:
        return self._units.out(self._kept.shifted(place))

    def _next(self) -> int:
        return next(self._ids)

    def _span(self, mark: Annotation) -> Structure:
        record = mark_out(mark, self._document.revision.text)
        place = self._place(mark.anchor.spans[0])
        made = self._kept.span(mark, place)
        if made is not None:
            self._strangers[str(made.id)] = _without_place(record, mark, self._document.revision.text)
        else:
            more = _further(record, mark, self._document.revision.text)
            made = Structure(self._next(), SPAN, place | {"label": mark.label} | _own(mark.id, mark, record, more))
        self._spans[mark.id] = made
        return made

    def _pieces(self, mark: Annotation) -> Iterator[Structure]:
        """The further pieces of a mark, spans of their own that say whose they are."""
        attributes = json_text(mark.attributes) if mark.attributes else ""
        for n, span in enumerate(mark.anchor.spans[1:], 2):
            values = {
                "label": mark.label,
                **_own(f"{mark.id}#{n}", mark, {"attributes": attributes}, {PIECE_OF: mark.id}),
            }
            yield Structure(self._next(), SPAN, self._place(span) | values)

    def _place(self, span: Span) -> dict[str, int]:
        return {"begin": self._at(span.start), "end": self._at(span.end)}

    def _link(self, link: Relation) -> tuple[str, Structure] | None:
        """A link from one mark of the text to another, with further ends beside it; any other is told beside the
        document."""
        first, last = main_ends([m.role for m in link.members])
        ends = [self._spans.get(link.members[n].annotation_id) for n in (first, last) if n < len(link.members)]
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
            return None
        record = relation_out(link)
        if (made := self._kept.relation(link, ends[0].id, ends[1].id)) is not None:
            self._strangers[str(made.id)] = {name: value for name, value in record.items() if value not in ("", [])}
            return link.id, made
        left = {"members"} if [m.role for m in link.members] == ["from", "to"] else set()
        more = {name: value for name, value in record.items() if name not in _SAID | left and value not in ("", [])}
        place = {name: ends[1].features[name] for name in ("begin", "end")}  # INCEpTION: a relation stands at its end
        to = {f"{self._reference}Governor": ends[0].id, f"{self._reference}Dependent": ends[1].id}
        return link.id, Structure(
            self._next(), RELATION, place | to | {"label": link.kind} | _own(link.id, link, record, more)
        )

    def _metadata(self) -> Structure:
        article, end = self._document.article, self._units.out(len(self._kept.text))
        values = {"language": article.language or "x-unspecified", "documentTitle": article.title,
                "documentId": article.id, "documentUri": article.url}  # fmt: skip
        return Structure(self._next(), METADATA, {"begin": 0, "end": end} | {k: v for k, v in values.items() if v})

    def _article(self, links: list[tuple[str, Structure]]) -> Structure:
        record = document_out(self._document)
        drawn = {id for id, _ in links}
        for name in ("text", "annotations"):
            del record[name]
        record["relations"] = [link for link in record["relations"] if link["id"] not in drawn]
        record |= {"format": f"{FORMAT}/{VERSION}", "labels": self._labels}
        if self._strangers:
            record["strangers"] = self._strangers
        return Structure(self._next(), ARTICLE, {"recordJson": _json(plain_json(record))})


def _own(id: str, thing: Annotation | Relation, record: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    label = thing.label if isinstance(thing, Annotation) else thing.kind
    odd = {name: said for name, said in (("label", label), ("note", thing.note)) if _NO_XML.search(said)}
    more = {**more, "exact": odd} if odd else more
    found = {"identifier": id, "note": thing.note, "attributesJson": _json(record["attributes"]),
             "moreJson": _json(plain_json(more)) if more else ""}  # fmt: skip
    return {name: value for name, value in found.items() if value}


def _json(text: str) -> str:
    """JSON in which what XML may not hold is escaped."""
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _further(record: Mapping[str, Any], mark: Annotation, text: str) -> dict[str, Any]:
    """What a mark says beyond label, note, attributes and a place in one piece."""
    found = {name: value for name, value in record.items() if name not in _SAID and value not in ("", [])}
    return found | dict(_odd_places(mark, text))


def _without_place(record: Mapping[str, Any], mark: Annotation, text: str) -> dict[str, Any]:
    """What a mark of a stranger's layer says here, beside its place."""
    left = {"begin", "end", "quote", "spans", "prefix", "suffix"}
    found = {name: value for name, value in record.items() if name not in left and value not in ("", [])}
    return found | dict(_odd_places(mark, text))


def _odd_places(mark: Annotation, text: str) -> Iterator[tuple[str, Any]]:
    anchor = mark.anchor
    if anchor.before != text[max(0, anchor.start - CONTEXT) : anchor.start]:
        yield "prefix", anchor.before
    if anchor.after != text[anchor.end : anchor.end + CONTEXT]:
        yield "suffix", anchor.after
