"""Tilik's own package: all that a library knows of some articles, as a zip of JSON lines and texts.

The same set gives the same bytes on every machine; see `resources/schemas/` for what each member holds. Members:

- `manifest.json`: format and version, how many of each thing, the SHA-256 of each list;
- `labels.json`, `people.json`;
- `documents.jsonl`, `annotations.jsonl` (orphans too), `relations.jsonl` in the order of the articles,
  `revisions.jsonl` (older texts), `claims.jsonl`, `sources.jsonl`, `evidence.jsonl`, `reviews.jsonl`;
- `texts/ARTICLE.txt` and `revisions/REVISION.txt`: the texts, UTF-8 with line feeds;
- on wish `originals/SHA256` and `pictures/SHA256`, the bytes, listed in `originals.jsonl` and `pictures.jsonl`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from reader.exchange.exporters import jsonl
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.features import ALL, Feature
from reader.exchange.exporters.jsonl import encoded
from reader.exchange.exporters.options import choice, folders, older_texts, words
from reader.exchange.exporters.package import Package, package
from reader.exchange.records import document_out, label_out, without_folders
from reader.messages import Message
from reader.model.dataset import Dataset, Document, Facts, originals_of, pictures_of
from reader.progress import Progress

FORMAT, VERSION = "tilik-set", "1.0"
LISTS = ("documents", "annotations", "relations", "revisions", "claims", "sources", "evidence", "reviews")
_KNOWN = ("claims", "sources", "evidence", "reviews")
NEWER = "newer"  # in `extra`: fields and values of a later Tilik


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for Tilik's own package."""

    originals: bool = choice(
        False, Message("Original files"), Message("Put in the saved pages and other files that the texts came from.")
    )
    pictures: bool = choice(False, Message("Pictures"), Message("Put in the pictures of the articles."))
    revisions: bool = older_texts()
    folders: bool = folders()
    compressed: bool = choice(
        False,
        Message("Compressed"),
        Message("Make the file about five times smaller. Its contents stay the same, its bytes may differ by machine."),
    )
    by: str = words("", Message("Sent by"), Message("Your name, for whoever takes corrections from the set; or none."))


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one article after the other; lists wait in passing files, so that memory does not grow with the set."""
    with package(out, is_packed=options.compressed) as made:
        for name in LISTS:
            made.begin_list(f"{name}.jsonl")
        writer = _Writer(made, dataset.facts, options)
        for done, document in enumerate(dataset.documents(), 1):
            whole = jsonl.with_older_texts(dataset, document) if options.revisions else document
            writer.add(whole if options.folders else without_folders(whole))
            yield Progress(done, dataset.count, document.article.title)
        _end(made, dataset, writer.people, options)


def _end(made: Package, dataset: Dataset, people: Iterable[str], options: Options) -> None:
    labels = [label_out(label) for label in sorted(dataset.labels, key=lambda x: (x.position, x.id))]
    whole = {
        "labels.json": encoded(labels),
        "people.json": encoded([{"name": name} for name in sorted(people) if name]),
    }
    made.put_lists()
    for name, data in whole.items():
        made.put(name, data)
    digests = made.digests | {name: hashlib.sha256(data).hexdigest() for name, data in whole.items()}
    counts = {name.removesuffix(".jsonl"): count for name, count in made.counts.items()}
    manifest = {
        "format": FORMAT, "version": VERSION, "counts": counts, "members": digests,
        **({"by": options.by} if options.by else {}),
    }  # fmt: skip
    made.put("manifest.json", encoded(manifest))


class _Writer:
    """Puts documents into a package, each of their bytes once."""

    def __init__(self, made: Package, facts: Facts | None, options: Options) -> None:
        self._made, self._facts, self._options = made, facts, options
        self._put: set[str] = set()
        self.people: set[str] = set()

    def add(self, document: Document) -> None:
        """Put a document in."""
        record = document_out(document)
        article = document.article.id
        self._text(f"texts/{article}.txt", record)
        orphans = record.pop("orphans")
        marks = [{**mark, "revision": document.revision.id} for mark in record.pop("annotations")]
        for mark in (*marks, *orphans):
            self._line("annotations", {**mark, "article": article})
        self._lines("relations", ({**link, "article": article} for link in record.pop("relations")))
        for older in record.pop("revisions"):
            self._text(f"revisions/{older['id']}.txt", older)
            self._line("revisions", {**older, "article": article})
        for name in _KNOWN:
            self._lines(name, record.pop(name))
        self._line("documents", record)
        self.people |= {a.annotator for a in document.marks} | {r.annotator for r in document.relations}
        if self._facts is not None:
            self._bytes(document, self._facts)

    def _text(self, name: str, record: dict[str, Any]) -> None:
        data = record.pop("text").encode("utf-8", "surrogatepass")
        self._made.put(name, data)
        record["text_sha256"] = hashlib.sha256(data).hexdigest()

    def _lines(self, name: str, records: Iterable[Mapping[str, Any]]) -> None:
        for record in records:
            self._line(name, record)

    def _line(self, name: str, record: Mapping[str, Any]) -> None:
        self._made.add_line(f"{name}.jsonl", encoded(record))

    def _bytes(self, document: Document, facts: Facts) -> None:
        if self._options.originals:
            for id in self._new(originals_of(document)):
                original = facts.original(id)
                self._made.put(f"originals/{id}", original.data)
                told = {"id": id, "media_type": original.media_type, "name": original.name}
                self._line("originals", {**told, "encoding": original.encoding})
        if self._options.pictures:
            for id in self._new(pictures_of(document)):
                picture = facts.picture(id)
                self._made.put(f"pictures/{id}", picture.data)
                told = {"id": id, "media_type": picture.media_type}
                self._line("pictures", {**told, "width": picture.width, "height": picture.height})

    def _new(self, ids: Iterable[str]) -> list[str]:
        found = [id for id in dict.fromkeys(ids) if id not in self._put]
        self._put.update(found)
        return found


def _holds(options: Options) -> frozenset[Feature]:
    wished = {Feature.ORIGINALS: options.originals, Feature.PICTURES: options.pictures}
    return ALL - {feature for feature, is_wished in wished.items() if not is_wished}


EXPORTER = Exporter(
    "native",
    Message("Tilik set"),
    ".tilik-set",
    "application/zip",
    Message("For colleagues with Tilik: everything, and corrections come back."),
    Options,
    Profile(ALL, comes_back=True, instead=jsonl.INSTEAD),
    write,
    jsonl.losses,
    opens=rb"PK\x03\x04.{26}(?:texts/|annotations\.jsonl)",
    holds=_holds,
)
