"""REFI-QDA (.qdpx), the exchange form of ATLAS.ti, MAXQDA, NVivo and QualCoder: articles are sources, labels codes.

A mark is a selection with a coding; in several pieces it is as many selections. Its note is the selection's
description, whose last line holds tags and attributes, as one line of JSON. Positions are characters, the end
exclusive. What a stranger's project had besides is written again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO

from reader.exchange.exporters.annotation_tools.refi_sources import Sources
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.package import Package, package
from reader.exchange.records.refi import COLOURS, ORIGIN, SECTIONS, SPACE, guid, in_text, tag
from reader.messages import Message
from reader.model.dataset import Dataset, Document
from reader.model.labels import Label
from reader.progress import Progress

PROJECT = "project.qde"


@dataclass(frozen=True, slots=True)
class Options:
    """There is nothing to choose."""


@dataclass
class _Parts:
    """The sections of a project while it grows: elements by their GUIDs, sources in a passing file."""

    sources: IO[bytes]
    links: IO[bytes]
    kept: dict[str, dict[str, str]] = field(default_factory=lambda: {name: {} for name in SECTIONS})


def write(dataset: Dataset, out: BinaryIO, _options: Options) -> Iterator[Progress]:
    """Write the texts as they come, then the project that speaks of them."""
    labels = {label.id: label for label in dataset.labels}
    with TemporaryFile() as sources, TemporaryFile() as links, package(out, is_packed=False) as made:
        parts, writer = _Parts(sources, links), Sources()
        for done, document in enumerate(dataset.documents(), 1):
            source = writer.source(document)
            made.put(f"Sources/{source.file}", document.revision.text.encode("utf-8", "replace"))
            sources.write(source.xml.encode("utf-8") + b"\n")
            links.writelines(link.encode("utf-8") + b"\n" for link in source.links)
            for section, id, xml in source.kept:
                parts.kept[section].setdefault(id, xml)
            yield Progress(done, dataset.count, document.article.title)
        links.writelines(link.encode("utf-8") + b"\n" for link in writer.last_links())
        _users_and_codes(writer, labels, parts)
        _project(made, dataset.name, writer, parts)


def _users_and_codes(writer: Sources, labels: dict[str, Label], parts: _Parts) -> None:
    for name, id in sorted(writer.users.items()):
        parts.kept["Users"].setdefault(id, tag("User", {"guid": id, "name": name}))
    for name in sorted(writer.codes.keys() | labels.keys() - writer.strangers):
        id = writer.codes.get(name) or guid("code", name)
        parts.kept["Codes"].setdefault(id, _code(id, name, labels.get(name)))
    for name, id in sorted(writer.variables.items()):
        parts.kept["Variables"].setdefault(id, tag("Variable", {"guid": id, "name": name, "typeOfVariable": "Text"}))


def _code(id: str, name: str, label: Label | None) -> str:
    shown = label.name if label is not None else name
    record = {"guid": id, "name": name, "isCodable": "true", "color": COLOURS[label.colour] if label else ""}
    return tag("Code", record, f"<Description>{in_text(shown)}</Description>" if shown != name else "")


def _project(made: Package, name: str, writer: Sources, parts: _Parts) -> None:
    """The project's own file, put together from its sections in the order that the standard has."""
    record: dict[str, Any] = {"xmlns": SPACE, "name": name or ORIGIN, "origin": ORIGIN, **writer.project}
    made.begin_list(PROJECT)
    made.add_line(PROJECT, b'<?xml version="1.0" encoding="utf-8"?>')
    made.add_line(PROJECT, tag("Project", record, " ").removesuffix(" </Project>").encode())
    for section in SECTIONS:
        file = {"Sources": parts.sources, "Links": parts.links}.get(section)
        lines = chain(_lines(file), (line.encode("utf-8") for line in parts.kept[section].values()))
        if (first := next(lines, None)) is not None:
            opening, closing = _around(section)
            for line in chain((opening, first), lines, (closing,)):
                made.add_line(PROJECT, line)
    made.add_line(PROJECT, (writer.tail + "</Project>").encode("utf-8"))
    made.put_lists()


def _lines(file: IO[bytes] | None) -> Iterator[bytes]:
    if file is not None:
        file.seek(0)
        yield from (line.rstrip(b"\n") for line in file)


def _around(section: str) -> tuple[bytes, bytes]:
    if section == "Codes":
        return b"<CodeBook><Codes>", b"</Codes></CodeBook>"
    return f"<{section}>".encode(), f"</{section}>".encode()


def losses(document: Document, _options: Options) -> Iterator[tuple[str, str]]:
    """Yield links from or to marks that are not in the text: these are not written."""
    lost = {mark.id for mark in document.orphans}
    for link in document.relations:
        if len(link.members) == 2 and any(m.annotation_id in lost for m in link.members):
            yield F.LINKS, link.id


_AS_IT_CAME = Message("what came in this format is written as it came")
EXPORTER = Exporter(
    "refi",
    "REFI-QDA",
    ".qdpx",
    "application/zip",
    Message("For researchers with ATLAS.ti, MAXQDA, NVivo or QualCoder."),
    Options,
    Profile(
        frozenset({
            F.ARTICLES,
            F.TEXTS, F.UNMARKED, F.PLACES, F.OVERLAP, F.ZERO_WIDTH, F.NOTES, F.TAGS, F.ATTRIBUTES, F.PEOPLE, F.TIMES,
            F.LINKS, F.CROSS_LINKS, F.LINK_NOTES, F.NOTICES, F.PUBLISHER_VALUES,
        }),
        instead={
            F.PIECES: Message("each piece is a selection of its own"),
            F.MANY_ENDED: Message("the link from the first end to the second is written, where it has both"),
            F.LABELS: Message("labels and their colours are written as codes"),
            F.ORIGINALS: Message("the cleaned text is written"),
            F.EXTRA: _AS_IT_CAME, F.ARTICLE_EXTRA: _AS_IT_CAME, F.LINK_EXTRA: _AS_IT_CAME,
        },
    ),
    write,
    losses,
    opens=rb"PK\x03\x04.{6}\x00\x00\x21\x00.{16}(?:Sources/|project\.qde)",
)  # fmt: skip
