"""Steps of undo by article, facts that a person corrected, and when a text was corrected after its capture.

Which articles a change touched is read from the log once, here. A text that was made by hand said that it was
captured then; it gets the time of its capture back, and its own as that of the correction.
A library whose number was set back, by hand or by a tool, has some of this already.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
COLUMNS = (
    ("article", "as_published", sa.Text, ""), ("revision", "corrected", sa.Text, ""), ("change", "who", sa.Text, ""),
    ("change", "turn", sa.Integer, "0"),
)  # fmt: skip
BY_HAND = ("put back", "taken out")  # the origins of texts that said that they were captured when they were made
LATER = (*BY_HAND, "clean again")  # those of texts that are no capture of their own
OF_LIBRARY = ""


def upgrade() -> None:
    connection = op.get_bind()
    for table, name, kind, default in COLUMNS:
        if name not in {column["name"] for column in sa.inspect(connection).get_columns(table)}:
            op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))
    _make_steps()
    _fill_steps(connection)
    _fill_corrected(connection)


def _make_steps() -> None:
    op.execute("DROP TABLE IF EXISTS change_article")
    for index in ("ix_change_state_number", "ix_change_state_turn", "ix_change_turn"):
        op.execute(f"DROP INDEX IF EXISTS {index}")
    op.create_table(
        "change_article",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.String(36), primary_key=True),
        sa.Column("state", sa.Text, nullable=False, server_default=""),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("moves", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False, server_default=""),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_change_article_state_turn", "change_article", ["article_id", "state", "turn"])
    op.create_index("ix_change_state_turn", "change", ["state", "turn"])
    op.create_index("ix_change_turn", "change", ["turn"])


def _fill_steps(connection: sa.Connection) -> None:
    """What was undone was undone from the last back: the first of it is what redo takes first."""
    last = connection.execute(sa.text("SELECT COALESCE(max(number), 0) FROM change")).scalar_one()
    turns = "CASE state WHEN 'undone' THEN :twice - number ELSE number END"
    connection.execute(sa.text(f"UPDATE change SET turn = {turns}"), {"twice": 2 * last + 1})
    insert = sa.text("INSERT INTO change_article SELECT :number, :id, state, turn, :moves, :title FROM change"
                     " WHERE number = :number")  # fmt: skip
    seen: dict[str, str] = {}
    for number in connection.execute(sa.text("SELECT number FROM change ORDER BY number")).scalars().all():
        swaps = connection.execute(sa.text("SELECT swaps FROM change WHERE number = :n"), {"n": number}).scalar_one()
        touched = _touched(connection, json.loads(swaps), seen) or {OF_LIBRARY: (0, "")}
        connection.execute(insert, [{"number": number, "id": k, "moves": m, "title": t}
                                    for k, (m, t) in touched.items()])  # fmt: skip


def _touched(connection: sa.Connection, swaps: list[Any], seen: dict[str, str]) -> dict[str, tuple[int, str]]:
    """The articles of an entry of the log: whether each comes (1) or goes (-1) by it, and its title."""
    found: dict[str, tuple[int, str]] = {}
    for before, after in swaps:
        kind, body = after or before
        if kind == "article":
            found[body["id"]] = (_listed(after) - _listed(before), body.get("title", ""))
        elif kind == "annotation":
            seen[body["id"]] = body["article_id"]
            found.setdefault(body["article_id"], (0, ""))
        elif kind == "revision":
            for id in _looked_up(connection, "revision", str(body)):
                found.setdefault(id, (0, ""))
    for mark in _ends(swaps):
        for id in [seen[mark]] if mark in seen else _looked_up(connection, "annotation", mark):
            found.setdefault(id, (0, ""))
    return found


def _listed(side: Any) -> int:
    return int(bool(side) and side[1].get("state") != "trashed")


def _ends(swaps: list[Any]) -> Iterator[str]:
    for side in (side for swap in swaps for side in swap if side and side[0] == "relation"):
        for member in side[1].get("members", ()):
            yield str(member["annotation_id"] if isinstance(member, dict) else member[1])


def _looked_up(connection: sa.Connection, table: str, id: str) -> list[str]:
    return list(connection.execute(sa.text(f"SELECT article_id FROM {table} WHERE id = :id"), {"id": id}).scalars())


def _fill_corrected(connection: sa.Connection) -> None:
    """The first text of the same bytes that is a capture says when these came."""
    rows = _asking(
        "SELECT number, article_id, original_id, captured FROM revision WHERE corrected = '' AND origin IN :made",
        "made",
    )
    first = _asking(
        "SELECT captured FROM revision WHERE article_id = :article AND original_id = :original AND number < :number"
        " AND origin NOT IN :later ORDER BY number",
        "later",
    )
    for number, article, original, captured in connection.execute(rows, {"made": BY_HAND}).all():
        asked = {"article": article, "original": original, "number": number, "later": LATER}
        came = connection.execute(first, asked).scalars().first() or captured
        connection.execute(
            sa.text("UPDATE revision SET captured = :came, corrected = :own WHERE number = :number"),
            {"came": came, "own": captured, "number": number},
        )


def _asking(statement: str, several: str) -> sa.TextClause:
    return sa.text(statement).bindparams(sa.bindparam(several, expanding=True))
