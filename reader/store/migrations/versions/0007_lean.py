"""A step of undo need not hold what it added: it knows where that is, and whether it is still the same."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute("DROP TABLE IF EXISTS change_added")
    op.execute(
        "CREATE TABLE change_added (piece INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT DEFAULT '' NOT NULL,"
        " \"columns\" TEXT DEFAULT '' NOT NULL, ids BLOB NOT NULL, digests BLOB NOT NULL, kept BLOB,"
        " CONSTRAINT pk_change_added PRIMARY KEY (piece))"
    )
    op.execute("CREATE INDEX ix_change_added_number ON change_added (number)")
