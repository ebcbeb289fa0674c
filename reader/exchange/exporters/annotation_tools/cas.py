"""UIMA CAS, as INCEpTION and other programs of research take it: a zip file with a CAS for each article.

Marks are spans of INCEpTION's own layer `custom.Span`, links of two marks `custom.Relation`. What these layers cannot
say stands in features beside (`moreJson`, and `tilik.Article` for the document), and from these it comes back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reader.exchange.exporters import jsonl
from reader.exchange.exporters.annotation_tools.cas_content import Content
from reader.exchange.exporters.annotation_tools.cas_forms import cas_json, type_system, xmi
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.options import folders, older_texts
from reader.exchange.exporters.package import package
from reader.exchange.records import label_out, without_folders
from reader.exchange.records.cas import FORMAT, VERSION, Cas, Types
from reader.messages import Message
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

XMI, JSON = "cas-xmi", "cas-json"
NOTE = "tilik-cas.txt"  # the first in the zip file, by which it is known for one of ours
TYPES = "TypeSystem.xml"
_NO_NAME = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for a CAS."""

    folders: bool = folders()
    revisions: bool = older_texts()


def write_xmi(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Write an XMI an article, and last the type system of all."""
    types: Types = {}

    def written(cas: Cas) -> bytes:
        types.update(cas.types)
        return xmi(cas)

    with package(out, is_packed=False) as made:
        made.put(NOTE, f"{FORMAT}/{VERSION} xmi\n".encode())
        for name, data, step in _members(dataset, options, XMI, written):
            made.put(f"{name}.xmi", data)
            yield step
        made.put(TYPES, type_system(types))


def write_json(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Write a JSON an article, each with the types that it uses."""
    with package(out, is_packed=False) as made:
        made.put(NOTE, f"{FORMAT}/{VERSION} json\n".encode())
        for name, data, step in _members(dataset, options, JSON, cas_json):
            made.put(f"{name}.json", data)
            yield step


def _members(
    dataset: Dataset, options: Options, format: str, written: Callable[[Cas], bytes]
) -> Iterator[tuple[str, bytes, Progress]]:
    labels = {label.id: label_out(label) for label in dataset.labels}
    for done, document in enumerate(dataset.documents(), 1):
        whole = jsonl.with_older_texts(dataset, document) if options.revisions else document
        whole = whole if options.folders else without_folders(whole)
        used = {mark.label for mark in document.marks} if done > 1 else labels.keys()
        content = Content(whole, [labels[id] for id in sorted(used & labels.keys())], format,
                          "@" if format == JSON else "")  # fmt: skip
        yield _name(whole, done), written(content.cas()), Progress(done, dataset.count, document.article.title)


def _name(document: Document, number: int) -> str:
    """A name of the document that a person knows, and that no other of the set has."""
    title = _NO_NAME.sub("-", document.article.title).strip("-")[:60]
    return f"{number:04}-{title}".rstrip("-")


def _exporter(id: str, name: str, users: Message, write: Callable[..., Iterator[Progress]]) -> Exporter:
    kind = id.removeprefix("cas-")
    return Exporter(
        id, name, f".{kind}.zip", "application/zip", users, Options,
        Profile(jsonl.HOLDS, offset_unit="UTF-16 units", comes_back=True, instead=jsonl.INSTEAD),
        write, jsonl.losses,
        opens=rb"PK\x03\x04.{26}tilik-cas\.txt.{0,64}?tilik-cas/\d+ " + kind.encode(),
    )  # fmt: skip


EXPORTER = _exporter(
    XMI,
    "UIMA CAS (XMI)",
    Message("For research partners with INCEpTION, WebAnno or dkpro-cassis. Comes back into Tilik."),
    write_xmi,
)
JSON_EXPORTER = _exporter(
    JSON,
    "UIMA CAS (JSON)",
    Message("For programs in Python that read UIMA CAS as JSON, and newer INCEpTION. Comes back into Tilik."),
    write_json,
)
