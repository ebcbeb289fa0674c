"""A digest beside each row, and the chain of the change log; `reader.store.upgrade` fills them."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0008"
down_revision = "0007"
TABLES = (
    "article", "revision", "original", "picture", "annotation", "relation", "label", "claim", "source", "evidence",
    "review", "change",
)  # fmt: skip


def upgrade() -> None:
    for table in TABLES:
        _add(table, "digest")
    _add("change", "chain")


def _add(table: str, column: str) -> None:
    found = op.get_bind().execute(text(f"PRAGMA table_info({table})"))
    if column not in {row[1] for row in found}:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT DEFAULT '' NOT NULL")
