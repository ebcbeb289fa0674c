"""Where upgrades start: schema 1, which `reader.store.upgrade.create` makes whole. Nothing to do."""

from __future__ import annotations

revision = "0001"
down_revision = None


def upgrade() -> None:
    """A library is stamped with the revision of its `user_version` before Alembic goes on from there."""
