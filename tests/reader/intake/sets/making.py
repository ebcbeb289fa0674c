"""Small sets of strangers, made in the test, and what an import tells of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.intake.sets import SetItem, SetReport, import_set
from reader.model.annotations import Annotation
from reader.model.dataset import Document
from reader.store import Library

ANNO = "http://www.w3.org/ns/anno.jsonld"
SOURCE = "https://ferry.example/today"


def lines(path: Path, *records: dict[str, Any]) -> Path:
    """Write records, a line each."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8", newline="")
    return path


def flat(text: str, *marks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a record of another tool: a text, and marks that are claims unless they say otherwise."""
    return {"id": "d", "text": text, "annotations": [{"label": "claim", **mark} for mark in marks], **more}


def beside(path: Path, text: str, *selectors: list[dict[str, Any]]) -> Path:
    """Write web annotations, one for each list of selectors, and the text that they speak of beside them."""
    made = [
        {
            "@context": ANNO, "id": f"https://ferry.example/{n}", "type": "Annotation",
            "body": [{"type": "TextualBody", "purpose": "classifying", "value": "claim"}],
            "target": {"source": SOURCE, "selector": some},
        }
        for n, some in enumerate(selectors)
    ]  # fmt: skip
    path.write_text(json.dumps(made, ensure_ascii=False), "utf-8")
    path.with_suffix(".txt").write_text(text, "utf-8", newline="")
    return path


def quote(exact: str | None, **around: str | None) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, **around}


def position(start: int | None, end: int | None) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def told(library: Library, path: Path, **options: Any) -> list[SetItem]:
    """Import a set; return what was told of its things."""
    return [step.result for step in import_set(library, path, **options) if isinstance(step.result, SetItem)]


def report(library: Library, path: Path, **options: Any) -> SetReport:
    """Import a set; return what was told in sum."""
    return next(s.result for s in import_set(library, path, **options) if isinstance(s.result, SetReport))


def reasons(items: list[SetItem]) -> str:
    return "\n".join(str(item.reason) for item in items if item.reason is not None)


def only(library: Library) -> Document:
    (document,) = library.documents()
    return document


def words(marks: tuple[Annotation, ...]) -> list[str]:
    return [mark.anchor.quote for mark in marks]
