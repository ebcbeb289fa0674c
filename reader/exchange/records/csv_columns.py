"""The columns of marks and of links as comma-separated values, out and in."""

from __future__ import annotations

COLUMNS = (
    "doc", "id", "label", "begin", "end", "piece", "pieces", "quote", "note", "tags", "attributes", "annotator",
    "created", "modified", "title", "site", "byline", "url", "published", "published_basis", "language",
    "notices", "standing", "label_name", "about",
)  # fmt: skip
LINK_COLUMNS = ("doc", "id", "type", "from", "to", "members", "note", "attributes", "annotator", "created", "within")
