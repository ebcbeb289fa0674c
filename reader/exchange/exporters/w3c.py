"""W3C Web Annotation (Recommendation of 2017): an AnnotationCollection in JSON-LD with its first page inside.

Offsets are code points, as section 4.2.5 of the data model demands. A mark in several pieces has several targets:
Composite targets fail W3C's own assertions. What the vocabulary has no word for stands under a second context, as
JSON literals, so that other programs pass over it and our own import gives the set back unchanged.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from reader.exchange.exporters import jsonl
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.jsonl import encoded
from reader.exchange.exporters.options import choice, folders
from reader.exchange.records import document_out, label_out, time_out, without_folders
from reader.exchange.records.beyond_w3c import own_fields_out
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from reader.progress import Progress

FORMAT = "tilik-w3c/1"
CONTEXT = 64  # characters of prefix and suffix; the Recommendation names no number
NAMESPACE = uuid.UUID("2d0f4a3e-92a5-4c6b-8d55-0f7f6d3b1c52")
TERMS = "urn:x-tilik:terms:"
CONTEXTS = [
    "http://www.w3.org/ns/anno.jsonld",
    {name: {"@id": TERMS + name, "@type": "@json"} for name in ("articles", "attributes", "labels", "tilik")},
]
_IRI = re.compile(r'https?://[^\s<>"{}|\\^`\x00-\x20]+')


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for W3C Web Annotation."""

    texts: bool = choice(
        True,
        Message("Texts of the articles"),
        Message(
            "Carry each article's text, so that the set can be brought back. Without it, the file holds marks alone."
        ),
    )
    folders: bool = folders()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one line an annotation, then one line an article: ids and counts come last, so that nothing is kept in
    memory."""
    head = {"@context": CONTEXTS, "type": "AnnotationCollection"}
    out.write(_json(head)[:-1] + b',"first":{"type":"AnnotationPage","startIndex":0,"items":[')
    total, digest, used, title = 0, hashlib.sha256(), set[str](), ""
    for done, document in enumerate(dataset.documents(), 1):
        for item in _items(document):
            out.write((b",\n" if total else b"\n") + encoded(item))
            total += 1
            digest.update(item["id"].encode())
        used |= {a.label for a in document.annotations}
        title = document.article.title if done == 1 else f"{done} articles"
        yield Progress(done, 2 * dataset.count, document.article.title)
    out.write(_tail(dataset, digest.hexdigest(), total, used, title))
    yield from _articles(dataset, out, options)


def _tail(dataset: Dataset, digest: str, total: int, used: set[str], title: str) -> bytes:
    """Named by what is in it, not by the file: the same set gives the same bytes under every name."""
    page, collection = (f"urn:uuid:{uuid.uuid5(NAMESPACE, part + digest)}" for part in ("page", "collection"))
    labels = [label_out(x) for x in sorted(dataset.labels, key=lambda x: x.id) if x.id in used]
    own = _json({"id": collection, "label": title, "labels": labels, "tilik": {"format": FORMAT}, "total": total})
    return b'\n],"id":' + _json(page) + b"}," + own[1:-1]


def _articles(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    out.write(b',"articles":[')
    for done, document in enumerate(dataset.documents(), 1):
        bare = replace(document, annotations=(), relations=())
        record = document_out(bare if options.folders else without_folders(bare))
        left = {"annotations", "relations"} | (set() if options.texts else {"text", "blocks", "marks", "left_out"})
        kept = {name: value for name, value in record.items() if name not in left}
        out.write((b",\n" if done > 1 else b"\n") + encoded(kept))
        yield Progress(dataset.count + done, 2 * dataset.count, document.article.title)
    out.write(b"\n]}\n")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def iri(id: str) -> str:
    """`urn:uuid:` and the id; one that is no UUID gets a UUID made of it."""
    try:
        plain = str(uuid.UUID(id)) == id
    except ValueError:
        plain = False
    return f"urn:uuid:{id if plain else uuid.uuid5(NAMESPACE, id)}"


def _items(document: Document) -> Iterator[dict[str, Any]]:
    for annotation in document.annotations:
        yield _mark(document, annotation)
    for relation in document.relations:
        yield _link(document.article, relation)


def _mark(document: Document, a: Annotation) -> dict[str, Any]:
    bodies = [_body("classifying", a.label), *([_body("commenting", a.note)] if a.note else [])]
    targets = [_target(document, a, n) for n in range(len(a.anchor.spans))]
    return {
        "id": iri(a.id), "type": "Annotation", "motivation": "highlighting", "created": time_out(a.created),
        "modified": time_out(a.modified), **_creator(a.annotator),
        "body": [*bodies, *(_body("tagging", tag) for tag in a.tags)],
        "target": targets[0] if len(targets) == 1 else targets, **_own(a, document.article),
    }  # fmt: skip


def _own(thing: Annotation | Relation, article: Article) -> dict[str, Any]:
    """What only our terms can say."""
    own: dict[str, Any] = {"article": article.id}
    if iri(thing.id) != f"urn:uuid:{thing.id}":
        own["id"] = thing.id
    own |= own_fields_out(thing)
    attributes = {"attributes": dict(thing.attributes)} if thing.attributes else {}
    return {**attributes, "tilik": own}


def _creator(name: str) -> dict[str, Any]:
    return {"creator": {"type": "Person", "name": name}} if name else {}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(document: Document, a: Annotation, n: int) -> dict[str, Any]:
    spans, text = a.anchor.spans, document.revision.text
    span = spans[n]
    before = a.anchor.before if n == 0 else text[max(0, span.start - CONTEXT) : span.start]
    after = a.anchor.after if n == len(spans) - 1 else text[span.end : span.end + CONTEXT]
    return {
        "type": "SpecificResource",
        "source": document.article.url if _IRI.fullmatch(document.article.url) else iri(document.article.id),
        "selector": _selectors(span, text, before, after),
    }


def _selectors(span: Span, text: str, before: str, after: str) -> list[dict[str, Any]]:
    quote = {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": after}
    return [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]


def _link(article: Article, r: Relation) -> dict[str, Any]:
    """From the first mark (`target`) to the others (bodies that link); the kind is a body that classifies."""
    first, *others = sorted(r.members, key=lambda m: m.role != "from")
    bodies: list[dict[str, str]] = [
        {"type": "SpecificResource", "purpose": "linking", "source": iri(m.annotation_id)} for m in others
    ]
    bodies += [_body("classifying", r.kind), *([_body("commenting", r.note)] if r.note else [])]
    own = _own(r, article)
    own["tilik"]["members"] = [{"role": m.role, "annotation": m.annotation_id} for m in r.members]
    return {
        "id": iri(r.id), "type": "Annotation", "motivation": "linking", "created": time_out(r.created),
        **_creator(r.annotator), "body": bodies, "target": iri(first.annotation_id), **own,
    }  # fmt: skip


def losses(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield what only the library has, and the texts when they are not wanted."""
    yield from jsonl.losses(document, jsonl.Options(folders=options.folders))
    if not options.texts:
        yield "texts", document.article.id


EXPORTER = Exporter(
    "w3c",
    "W3C Web Annotation",
    ".jsonld",
    "application/ld+json",
    Message("The open standard for annotations: archives, open-data desks, developers. Comes back into Tilik."),
    Options,
    Profile(comes_back=True),
    write,
    losses,
    opens=rb'\{"@context":\["http://www\.w3\.org/ns/anno\.jsonld",\{"articles":\{"@id":"urn:x-tilik:terms:',
)
