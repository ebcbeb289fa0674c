"""JSON and JSON lines, by the names of their members."""

from __future__ import annotations

import json
import re
from typing import Any

from reader.cleaning.no_pages import kinds
from reader.cleaning.no_pages.kinds import NoPage, Sample

_OPENS = re.compile(r"\{\s*\"(?:[^\"\\\n]|\\.){0,200}\"\s*:|\[\s*(?:[\[{]|\]\s*$)")
_LARGEST = 64 * 1024 * 1024  # bytes that are parsed; of more the first line decides
# The members that make a record one of a text with marks, as the tools that annotate write them.
_MARKED: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in (
        "text labels", "text label", "text spans", "text entities", "text annotations", "text relations",
        "text denotations", "data annotations", "data predictions", "tokens ner_tags", "tokens tags",
        "tokens labels", "document annotations", "target document", "body target", "%TYPES", "%FEATURE_STRUCTURES",
        "%VIEWS", "format annotations", "revision annotations",
    )
)  # fmt: skip
_BOOKMARKS = (frozenset({"source_url"}), frozenset({"uri", "title"}))
_ANNOTATION = re.compile(r"ns/anno\.jsonld|\"(?:oa:)?Annotation(?:Page|Collection)?\"")


def json_data(sample: Sample) -> NoPage | None:
    """Return what JSON it is."""
    if _OPENS.match(sample.start) is None:
        return None
    records = _records(sample)
    if not records:
        return kinds.JSON if sample.start[:1] == "{" or sample.start.startswith("[{") else None
    return _kind(records, sample.start)


def _kind(records: list[Any], start: str) -> NoPage:
    first = next((one for one in records if isinstance(one, dict)), {})
    names = set(first)
    if _ANNOTATION.search(start) is not None or any(marked <= names for marked in _MARKED):
        return kinds.ANNOTATED_SET
    if str(first.get("version", "")).startswith("https://jsonfeed.org"):
        return kinds.FEED
    return kinds.BOOKMARKS if any(listed <= names for listed in _BOOKMARKS) else kinds.JSON


def _records(sample: Sample) -> list[Any]:
    """The values of a list, the one value, or those of the first lines; none when it is no JSON."""
    try:
        if len(sample.data) <= _LARGEST:
            whole = json.loads(
                sample.data if sample.data[:1] in (b"\xff", b"\xfe") else sample.data.decode("utf-8-sig")
            )
            return whole if isinstance(whole, list) else [whole]
    except (ValueError, RecursionError):
        pass  # it may be JSON lines, or cut
    lines = sample.lines[:2]
    try:
        return [json.loads(line) for line in lines]
    except (ValueError, RecursionError):
        return []
