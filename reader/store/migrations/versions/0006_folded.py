"""Search indexes that hold folded words and no texts; `reader.store.upgrade` fills them."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
SEARCH = (
    """CREATE VIRTUAL TABLE article_search USING fts5(title, body, content='',
       tokenize="ascii tokenchars '+#%&'", prefix='1 2 3')""",
    """CREATE VIRTUAL TABLE annotation_search USING fts5(quote, note, tags, content='',
       tokenize="ascii tokenchars '+#%&'", prefix='1 2 3')""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in SEARCH:
        op.execute(f"DROP TABLE {statement.split()[3]}")
        connection.exec_driver_sql(statement)
    op.execute("DELETE FROM setting WHERE key = 'search index'")
