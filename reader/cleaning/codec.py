"""Pages and articles as bytes for the pipe to the worker: JSON and raw bytes, never pickles."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from reader.model.articles import Block, BlockKind, InlineKind, InlineMark, LeftOut, Metadata
from reader.model.pages import Cleaned, Page, Picture
from reader.model.spans import Span


def page_head(page: Page) -> bytes:
    """Everything of a page but its bytes, which travel raw in a message of their own."""
    return _dump(
        {
            "address": page.address,
            "name": page.name,
            "media_type": page.media_type,
            "encoding": page.encoding,
            "url": page.url,
            "retrieved": page.retrieved.isoformat() if page.retrieved else "",
        }
    )


def page_back(head: bytes, data: bytes) -> Page:
    """The page whose head and bytes these are."""
    values = json.loads(head)
    retrieved = values.pop("retrieved")
    return Page(data=data, retrieved=datetime.fromisoformat(retrieved) if retrieved else None, **values)


def cleaned_out(cleaned: Cleaned) -> bytes:
    """An article as JSON."""
    return _dump(
        {
            "metadata": asdict(cleaned.metadata),
            "text": cleaned.text,
            "blocks": [[b.span.start, b.span.end, b.kind, b.level, dict(b.attrs)] for b in cleaned.blocks],
            "marks": [[m.span.start, m.span.end, m.kind, m.target] for m in cleaned.inline],
            "left_out": [[x.text, x.reason, x.after, x.kind, x.level] for x in cleaned.left_out],
            "pictures": [_picture_out(p) for p in cleaned.pictures],
            "notices": cleaned.notices,
            "cleaner": cleaned.cleaner,
            "encoding": cleaned.encoding,
        }
    )


def cleaned_back(message: bytes) -> Cleaned:
    """The article that `cleaned_out` wrote; equal to what went in."""
    v = json.loads(message)
    meta = v["metadata"]
    return Cleaned(
        Metadata(**{**meta, "tags": tuple(meta["tags"])}),
        v["text"],
        tuple(Block(Span(s, e), BlockKind(k), level, attrs) for s, e, k, level, attrs in v["blocks"]),
        tuple(InlineMark(Span(s, e), InlineKind(k), target) for s, e, k, target in v["marks"]),
        tuple(LeftOut(t, r, after, BlockKind(k), level) for t, r, after, k, level in v["left_out"]),
        tuple(_picture_back(p) for p in v["pictures"]),
        tuple(v["notices"]),
        v["cleaner"],
        v["encoding"],
    )


def _picture_out(picture: Picture) -> list[Any]:
    data = base64.b64encode(picture.data).decode("ascii")
    return [picture.id, picture.media_type, data, picture.width, picture.height]


def _picture_back(values: list[Any]) -> Picture:
    key, media_type, data, width, height = values
    return Picture(key, media_type, base64.b64decode(data), width, height)


def _dump(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")
