"""Alembic's entry: runs the migrations on the copy that `upgrade` names."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, pool

from reader.store.schema import metadata


def run() -> None:
    url = context.config.get_main_option("sqlalchemy.url")
    assert url is not None
    with create_engine(url, poolclass=pool.NullPool).connect() as connection:
        context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
        with context.begin_transaction():
            context.run_migrations()


run()
