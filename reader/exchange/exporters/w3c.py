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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from reader.exchange.exporters import jsonl
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.features import Feature
from reader.exchange.exporters.given_back import W3C, give_back, given_names
from reader.exchange.exporters.jsonl import encoded
from reader.exchange.exporters.options import choice, folders, older_texts
from reader.exchange.records import document_out, label_out, time_out, without_folders
from reader.exchange.records.beyond_w3c import own_fields_out
from reader.exchange.records.kept import HOLDERS, KEPT, kept_of
from reader.exchange.records.w3c_musts import ANNO, broken_rule
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

FORMAT = "tilik-w3c/2"
CONTEXT = 64  # characters of prefix and suffix; the Recommendation names no number
NAMESPACE = uuid.UUID("2d0f4a3e-92a5-4c6b-8d55-0f7f6d3b1c52")
TERMS = "urn:x-tilik:terms:"
CONTEXTS = [
    "http://www.w3.org/ns/anno.jsonld",
    {name: {"@id": TERMS + name, "@type": "@json"} for name in ("articles", "attributes", "labels", "tilik")},
]
_TEXTS = {"text", "blocks", "marks", "left_out", "notices", "revision", "revisions"}
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
    revisions: bool = older_texts()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one line an annotation, then one line an article, which wait in a passing file: the set is read once, and
    nothing is kept in memory."""
    head = {"@context": CONTEXTS, "type": "AnnotationCollection"}
    out.write(_json(head)[:-1] + b',"first":{"type":"AnnotationPage","startIndex":0,"items":[')
    total, digest, title = 0, hashlib.sha256(), ""
    holders: list[dict[str, Any]] = []
    with TemporaryFile() as articles:
        for done, document in enumerate(dataset.documents(), 1):
            for item in _items(document):
                out.write((b",\n" if total else b"\n") + _escaped(encoded(item)))
                total += 1
                digest.update(item["id"].encode())
            holders += kept_of(document.article.extra, W3C, HOLDERS)
            articles.write((b",\n" if done > 1 else b"\n") + _escaped(encoded(_article(dataset, document, options))))
            title = document.article.title if done == 1 else f"{done} articles"
            yield Progress(done, dataset.count, document.article.title)
        out.write(_tail(dataset, digest.hexdigest(), total, title) + b',"articles":[')
        articles.seek(0)
        copyfileobj(articles, out)
    # What strangers' collections say of themselves is a graph of its own in the same file.
    out.write(b"\n]" + (b',"@included":' + _json(holders) if holders else b"") + b"}\n")


def _tail(dataset: Dataset, digest: str, total: int, title: str) -> bytes:
    """Named by what is in it, not by the file: the same set gives the same bytes under every name."""
    page, collection = (f"urn:uuid:{uuid.uuid5(NAMESPACE, part + digest)}" for part in ("page", "collection"))
    labels = [label_out(x) for x in sorted(dataset.labels, key=lambda x: x.id)]
    own = _json({"id": collection, "label": title, "labels": labels, "tilik": {"format": FORMAT}, "total": total})
    return b'\n],"id":' + _json(page) + b"}," + own[1:-1]


def _article(dataset: Dataset, document: Document, options: Options) -> dict[str, Any]:
    whole = jsonl.with_older_texts(dataset, document) if options.revisions else document
    bare = replace(whole, annotations=(), orphans=(), relations=())
    record = document_out(bare if options.folders else without_folders(bare))
    left = {"annotations", "orphans", "relations"} | (set() if options.texts else _TEXTS)
    return {name: value for name, value in record.items() if name not in left}


def _json(value: object) -> bytes:
    return _escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace"))


def _escaped(data: bytes) -> bytes:
    """JSON that may stand within a page's script: no word of a stranger ends it."""
    return data.replace(b"<", b"\\u003c")


def iri(id: str) -> str:
    """`urn:uuid:` and the id; one that is no UUID gets a UUID made of it."""
    try:
        plain = str(uuid.UUID(id)) == id
    except ValueError:
        plain = False
    return f"urn:uuid:{id if plain else uuid.uuid5(NAMESPACE, id)}"


def _items(document: Document) -> Iterator[dict[str, Any]]:
    for annotation in document.annotations:
        yield give_back(_mark(document.article, document.revision, annotation), annotation.extra)
    texts = {one.id: one for one in document.revisions}
    for orphan in document.orphans:
        yield give_back(_mark(document.article, texts[orphan.anchor.revision_id], orphan, is_orphan=True), orphan.extra)
    names = given_names(document.marks)
    for relation in document.relations:
        yield give_back(_link(document.article, relation, names), relation.extra)
    for whole in kept_of(document.article.extra, W3C):
        if broken_rule(whole, ANNO) is not None:  # no annotation that came so
            continue
        yield whole | {"tilik": {"article": document.article.id, KEPT: True}}


def _mark(article: Article, revision: Revision, a: Annotation, *, is_orphan: bool = False) -> dict[str, Any]:
    """A mark on the text that it stands on. An orphan has no position: the text that others have is another one."""
    bodies = [_body("classifying", a.label), *([_body("commenting", a.note)] if a.note else [])]
    targets = [_target(article, revision.text, a, n, is_orphan=is_orphan) for n in range(len(a.anchor.spans))]
    own = _own(a, article)
    if is_orphan:
        own["tilik"] |= {"revision": revision.id, "spans": [[s.start, s.end] for s in a.anchor.spans]}
    return {
        "id": iri(a.id), "type": "Annotation", "motivation": "highlighting", "created": time_out(a.created),
        "modified": time_out(a.modified), **_creator(a.annotator),
        "body": [*bodies, *(_body("tagging", tag) for tag in a.tags)],
        "target": targets[0] if len(targets) == 1 else targets, **own,
    }  # fmt: skip


def _own(thing: Annotation | Relation, article: Article) -> dict[str, Any]:
    """What only our terms can say."""
    own: dict[str, Any] = {"article": article.id}
    if iri(thing.id) != f"urn:uuid:{thing.id}" or W3C in thing.extra:
        own["id"] = thing.id
    own |= own_fields_out(thing)
    attributes = {"attributes": dict(thing.attributes)} if thing.attributes else {}
    return {**attributes, "tilik": own}


def _creator(name: str) -> dict[str, Any]:
    return {"creator": {"type": "Person", "name": name}} if name else {}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(article: Article, text: str, a: Annotation, n: int, *, is_orphan: bool) -> dict[str, Any]:
    spans = a.anchor.spans
    span = spans[n]
    before = a.anchor.before if n == 0 else text[max(0, span.start - CONTEXT) : span.start]
    after = a.anchor.after if n == len(spans) - 1 else text[span.end : span.end + CONTEXT]
    quote = {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": after}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "type": "SpecificResource",
        "source": article.url if _IRI.fullmatch(article.url) else iri(article.id),
        "selector": [quote] if is_orphan else [quote, position],
    }


def _link(article: Article, r: Relation, names: Mapping[str, str]) -> dict[str, Any]:
    """From the first mark (`target`) to the others (bodies that link); the kind is a body that classifies."""

    def named(id: str) -> str:
        return names.get(id) or iri(id)

    first, *others = sorted(r.members, key=lambda m: m.role != "from")
    bodies: list[dict[str, str]] = [
        {"type": "SpecificResource", "purpose": "linking", "source": named(m.annotation_id)} for m in others
    ]
    bodies += [_body("classifying", r.kind), *([_body("commenting", r.note)] if r.note else [])]
    own = _own(r, article)
    own["tilik"]["members"] = [{"role": m.role, "annotation": m.annotation_id} for m in r.members]
    return {
        "id": iri(r.id), "type": "Annotation", "motivation": "linking", "created": time_out(r.created),
        **_creator(r.annotator), "body": bodies, "target": named(first.annotation_id), **own,
    }  # fmt: skip


def losses(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield the folders of this computer that are not written."""
    yield from jsonl.losses(document, options)


def _holds(options: Options) -> frozenset[Feature]:
    return jsonl.HOLDS if options.texts else jsonl.HOLDS - _WITHOUT_TEXTS


_WITHOUT_TEXTS = frozenset(
    {
        Feature.TEXTS, Feature.STRUCTURE, Feature.STRUCK, Feature.LEFT_OUT, Feature.NOTICES, Feature.CAPTURE,
        Feature.REVISIONS,
    }
)  # fmt: skip


EXPORTER = Exporter(
    "w3c",
    "W3C Web Annotation",
    ".jsonld",
    "application/ld+json",
    Message("The open standard for annotations: archives, open-data desks, developers. Comes back into Tilik."),
    Options,
    Profile(
        jsonl.HOLDS,
        comes_back=True,
        instead={
            Feature.ORIGINALS: Message("the cleaned text is written"),
            Feature.TEXTS: Message("quotes with what stands around them are written"),
        },
    ),
    write,
    losses,
    holds=_holds,
    opens=rb'\{"@context":\["http://www\.w3\.org/ns/anno\.jsonld",\{"articles":\{"@id":"urn:x-tilik:terms:',
)
