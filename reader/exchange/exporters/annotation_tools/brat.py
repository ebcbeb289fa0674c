"""brat's standoff format: a zip of a collection, for each article its text and its annotations.

Offsets are code points. A mark is cut where a line ends or a tab stands, since brat drops ranges over these. A link
from one mark to another is a relation; one with other ends is an event, with a trigger on its cue or its first mark.
A note is one line. Types are plain names; `visual.conf` has what they are called. What brat has no place for stands in
members that it passes over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from reader.exchange.exporters import jsonl
from reader.exchange.exporters.annotation_tools.brat_conf import Types, annotation_conf, visual_conf
from reader.exchange.exporters.annotation_tools.brat_lines import AnnLines
from reader.exchange.exporters.annotation_tools.shared import HOLDS, Remainders, theirs
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.jsonl import encoded
from reader.exchange.exporters.options import folders
from reader.exchange.exporters.package import package
from reader.exchange.records.brat import ID, NAME, REST, TILIK, TYPES
from reader.messages import Message
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

VERSION = 1
_NAME = re.compile(r"(?!\.)[\w][\w .-]*(/[\w][\w .-]*)*")


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for brat."""

    folders: bool = folders()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield article after article; what is told of the whole collection comes last."""
    confs = dict[str, str]()
    rest, types, names = Remainders(dataset, ID, whole=True, folders=options.folders), Types(dataset.labels), _Names()
    with package(out, is_packed=False) as made:
        made.put(TILIK, encoded({"format": f"{NAME}/{VERSION}"}))
        for done, document in enumerate(dataset.documents(), 1):
            name, lines = names.of(document, done), AnnLines(document, types)
            confs = confs or _confs(document)
            made.put(f"{name}.txt", document.revision.text.encode("utf-8", "replace"))
            made.put(f"{name}.ann", "".join(f"{line}\n" for line in lines.all()).encode("utf-8", "replace"))
            if (record := rest.of(document, lines.shown)) is not None:
                made.add_line(REST, encoded({**record, "name": name}))
            yield Progress(done, dataset.count, document.article.title)
        made.put_lists()
        made.put(TYPES, encoded(types.renamed))
        confs |= {"annotation.conf": annotation_conf(types, confs.get("annotation.conf", ""))}
        for name, text in sorted({"visual.conf": visual_conf(types), **confs}.items()):
            made.put(name, text.encode("utf-8", "replace"))


def _confs(document: Document) -> dict[str, str]:
    """The files that told brat of the collection from which a document came; the first of it has them."""
    given = (theirs(document.article.extra, ID) or {}).get("conf")
    pairs = given.items() if isinstance(given, Mapping) else ()
    return {name: text for name, text in pairs if isinstance(text, str) and _is_sound(name) and name.endswith(".conf")}


def _is_sound(name: object) -> bool:
    return isinstance(name, str) and len(name) < 200 and _NAME.fullmatch(name) is not None


class _Names:
    """Names of documents in a collection: the one that it came with, else a number and its title."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def of(self, document: Document, number: int) -> str:
        given = (theirs(document.article.extra, ID) or {}).get("name")
        name = str(given) if _is_sound(given) else f"{number:05}-{_plain(document.article.title)}".strip("-")
        while name.casefold() in self._used:
            name += "-"
        self._used.add(name.casefold())
        return name


def _plain(title: str) -> str:
    letters = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters)[:40].strip("-")


EXPORTER = Exporter(
    ID,
    "brat",
    ".zip",
    "application/zip",
    Message("For language technology laboratories with brat, and for corpora that are kept in its format."),
    Options,
    Profile(HOLDS, comes_back=True, instead=jsonl.INSTEAD),
    write,
    jsonl.losses,
    opens=rb"PK\x03\x04.{26}tilik\.json\{\"format\":\"tilik-brat/",
)
