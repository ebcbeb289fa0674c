"""CSL-JSON, which pandoc, Zotero and citation processors read: an array with one item an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from reader.exchange.exporters.citations.references import HOLDS, INSTEAD, Options, Reference, References, losses
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.records import plain_json
from reader.messages import Message
from reader.model.dataset import Dataset
from reader.progress import Progress


def write(dataset: Dataset, out: BinaryIO, _options: Options) -> Iterator[Progress]:
    """Yield one reference an article."""
    references, joint = References(), b"["
    for done, document in enumerate(dataset.documents(), 1):
        out.write(joint + b"\n" + plain_json(item(references.of(document))).encode("utf-8", "backslashreplace"))
        joint = b","
        yield Progress(done, dataset.count, document.article.title)
    out.write(b"[]\n" if joint == b"[" else b"\n]\n")


def item(one: Reference) -> dict[str, Any]:
    """Return a reference as an item; what is not known is left out."""
    record = {
        "title": one.title, "author": [{"literal": name} for name in one.authors], "container-title": one.site,
        "issued": _date(one.day), "accessed": _date(one.seen), "URL": one.url, "language": one.language,
        "keyword": ", ".join(one.tags), "note": one.note,
    }  # fmt: skip
    return {"id": one.key, "type": "article-newspaper"} | {name: value for name, value in record.items() if value}


def _date(day: tuple[str, ...]) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in day]]} if day else None


EXPORTER = Exporter(
    "csl-json",
    "CSL-JSON",
    ".json",
    "application/vnd.citationstyles.csl+json",
    Message("For pandoc, Zotero and citation processors: the articles as references."),
    Options,
    Profile(HOLDS, instead=INSTEAD),
    write,
    losses,
    opens=rb'\[\]\n$|\[\n\{"URL":|\[\n\{"accessed":',
)
