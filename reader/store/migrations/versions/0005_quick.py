"""Lists, filters and searches that cost what the screen shows.

Indexes for each order of the list, how many annotations an article has by label and by annotator, and beginnings of
words in the search indexes. The counts are made once for all before the triggers are there that keep them.
Written out here as they were then: the tables of a later Tilik may have others.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
ORDERS = ("added", "published", "title", "site")
_OUTCOME_ON = 'substr(origin, instr(origin, \'"outcome":"\') + 11)'
OUTCOME = f"substr({_OUTCOME_ON}, 1, instr({_OUTCOME_ON}, '\"') - 1)"
ASKS = "instr(origin, '\"needs_review\":true')"
INDEXES = (
    *((f"ix_article_state_{order}", f"article(state, {order})") for order in ORDERS),
    *((f"ix_article_listed_{order}", f"article({order}) WHERE state <> 'trashed'") for order in ORDERS),
    *((f"ix_article_{name}", f"article({name})") for name in ("site", "language", "tags")),
    ("ix_revision_cleaner", "revision(cleaner)"),
    ("ix_revision_heads", "revision(article_id, present, number, id, captured, origin, corrected, original_id)"),
    ("ix_annotation_about_label", "annotation(about, label)"),
    ("ix_annotation_carried", f"annotation(article_id, {OUTCOME}, {ASKS}) WHERE origin <> ''"),
    ("ix_relation_kind", "relation(kind)"),
)
TRIGGERS = ("count_made", "count_gone", "count_changed", "count_article_made", "count_article_gone")
TABLE = """CREATE TABLE annotation_count(field TEXT NOT NULL, value TEXT NOT NULL, article_number INTEGER NOT NULL,
    annotations INTEGER NOT NULL, CONSTRAINT pk_annotation_count PRIMARY KEY (field, value, article_number))
    WITHOUT ROWID"""
SEARCH = (
    """CREATE VIRTUAL TABLE article_search USING fts5(title, body, content='article_text', content_rowid='number',
       tokenize="unicode61 remove_diacritics 2", prefix='1 2 3')""",
    """CREATE VIRTUAL TABLE annotation_search USING fts5(quote, note, tags, content='annotation',
       content_rowid='number', tokenize="unicode61 remove_diacritics 2", prefix='1 2 3')""",
)
_COUNTED = "article_number = (SELECT number FROM article WHERE id = old.article_id)"
_COUNT_IN = """INSERT INTO annotation_count(field, value, article_number, annotations)
    SELECT 'label', new.label, number, 1 FROM article WHERE id = new.article_id
    UNION ALL SELECT 'annotator', new.annotator, number, 1 FROM article WHERE id = new.article_id
    ON CONFLICT DO UPDATE SET annotations = annotations + 1;"""
_COUNT_OUT = "".join(
    f"""UPDATE annotation_count SET annotations = annotations - 1
        WHERE field = '{field}' AND value = old.{field} AND {_COUNTED};
        DELETE FROM annotation_count
        WHERE field = '{field}' AND value = old.{field} AND {_COUNTED} AND annotations < 1;"""
    for field in ("label", "annotator")
)

# Within a transaction an annotation may come before its article, and stay after it.
COUNTS = (
    f"CREATE TRIGGER count_made AFTER INSERT ON annotation BEGIN {_COUNT_IN} END",
    f"CREATE TRIGGER count_gone AFTER DELETE ON annotation BEGIN {_COUNT_OUT} END",
    f"""CREATE TRIGGER count_changed AFTER UPDATE OF label, annotator, article_id ON annotation
        WHEN old.label <> new.label OR old.annotator <> new.annotator OR old.article_id <> new.article_id
        BEGIN {_COUNT_OUT} {_COUNT_IN} END""",
    """CREATE TRIGGER count_article_made AFTER INSERT ON article BEGIN
        INSERT INTO annotation_count(field, value, article_number, annotations)
        SELECT 'label', label, new.number, count(*) FROM annotation WHERE article_id = new.id GROUP BY label
        UNION ALL SELECT 'annotator', annotator, new.number, count(*) FROM annotation WHERE article_id = new.id
        GROUP BY annotator; END""",
    """CREATE TRIGGER count_article_gone AFTER DELETE ON article BEGIN
        DELETE FROM annotation_count WHERE article_number = old.number; END""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for trigger in TRIGGERS:
        op.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    for name, columns in INDEXES:
        connection.exec_driver_sql(f"CREATE INDEX IF NOT EXISTS {name} ON {columns}")
    op.execute("DROP INDEX IF EXISTS ix_annotation_about")
    op.execute("DROP TABLE IF EXISTS annotation_count")
    op.execute(TABLE)
    op.execute("CREATE INDEX ix_annotation_count_article_number ON annotation_count(article_number)")
    for field in ("label", "annotator"):
        op.execute(
            f"INSERT INTO annotation_count SELECT '{field}', m.{field}, a.number, count(*) FROM annotation m"
            " JOIN article a ON a.id = m.article_id GROUP BY 2, 3"
        )
    for statement in COUNTS:
        connection.exec_driver_sql(statement)
    for statement in SEARCH:
        name = statement.split()[3]
        op.execute(f"DROP TABLE {name}")
        connection.exec_driver_sql(statement)
        op.execute(f"INSERT INTO {name}({name}) VALUES ('rebuild')")
    op.execute("PRAGMA analysis_limit=1000")
    op.execute("ANALYZE")
