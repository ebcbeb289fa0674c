"""Claims, sources, evidence and reviews; what a mark is about, and what an attribution is nested in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
KEYS = {"claim": "text", "source": "name", "evidence": "claim_id", "review": "claim_id"}


def upgrade() -> None:
    op.add_column("annotation", _text("about"))
    op.create_index("ix_annotation_about", "annotation", ["about"])
    op.add_column("relation", _text("within"))
    op.create_index("ix_relation_within", "relation", ["within"])
    for table, key in KEYS.items():
        op.create_table(
            table,
            sa.Column("number", sa.Integer, primary_key=True),
            sa.Column("id", sa.String(36), nullable=False, unique=True),
            _text(key),
            _text("told"),
        )
    for table in ("evidence", "review"):
        op.create_index(f"ix_{table}_claim_id", table, ["claim_id"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")
