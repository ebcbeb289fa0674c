"""Alembic's entry: runs the migrations on the copy that `upgrade` names."""

from __future__ import annotations

from functools import partial

from alembic import context
from sqlalchemy import create_engine, pool

from reader.store import driver
from reader.store.schema import metadata


def run() -> None:
    opened = partial(driver.connect, context.config.attributes["library"], isolation_level="")
    with create_engine("sqlite://", creator=opened, poolclass=pool.NullPool).connect() as connection:
        context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
        with context.begin_transaction():
            context.run_migrations()


run()
