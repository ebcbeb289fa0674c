"""RIS, which EndNote, Mendeley and Zotero read: one `TY  - NEWS` an article, lines with CR LF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from reader.exchange.exporters.citations.references import (
    HOLDS,
    INSTEAD,
    Options,
    Reference,
    References,
    encoded,
    losses,
)
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.messages import Message
from reader.model.dataset import Dataset
from reader.progress import Progress


def write(dataset: Dataset, out: BinaryIO, _options: Options) -> Iterator[Progress]:
    """Yield one reference an article."""
    references = References()
    for done, document in enumerate(dataset.documents(), 1):
        out.write(encoded(entry(references.of(document))))
        yield Progress(done, dataset.count, document.article.title)


def entry(one: Reference) -> str:
    """Return a reference as lines of two letters each."""
    lines = [
        ("TY", "NEWS"), ("ID", one.key), ("TI", one.title), *(("AU", name) for name in one.authors), ("T2", one.site),
        ("PY", "".join(one.day[:1])), ("DA", "/".join(one.day)), ("UR", one.url), ("Y2", "/".join(one.seen)),
        ("LA", one.language), *(("KW", tag) for tag in one.tags), ("N1", one.note),
    ]  # fmt: skip
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n\r\n"


EXPORTER = Exporter(
    "ris",
    "RIS",
    ".ris",
    "application/x-research-info-systems",
    Message("For EndNote, Mendeley and Zotero: the articles as references."),
    Options,
    Profile(HOLDS, instead=INSTEAD),
    write,
    losses,
    opens=rb"TY  - NEWS\r\nID  - ",
)
