"""Where a carried annotation was made is a column of its own; it stood under `carried` in `extra`.

A library whose number was set back, by hand or by a tool, has the column already.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from reader.model.codec import plain
from reader.model.earlier_forms import split_origin

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    connection = op.get_bind()
    if "origin" not in {column["name"] for column in sa.inspect(connection).get_columns("annotation")}:
        op.add_column("annotation", sa.Column("origin", sa.Text, nullable=False, server_default=""))
    carried = connection.execute(sa.text("SELECT number, extra FROM annotation WHERE extra LIKE '%\"carried\"%'"))
    for number, extra in carried.all():
        origin, rest = split_origin(json.loads(extra))
        if origin is not None:
            values = {"origin": _json(plain(origin, sparse=True)), "extra": _json(rest) if rest else ""}
            connection.execute(
                sa.text("UPDATE annotation SET origin = :origin, extra = :extra WHERE number = :number"),
                {**values, "number": number},
            )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
