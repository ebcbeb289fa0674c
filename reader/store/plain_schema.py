"""What SQLite itself carries out in a library: its triggers, the view and the search indexes, as plain statements.

Apart from `schema`, so that whoever only reads knows them without SQLAlchemy.
"""

from __future__ import annotations

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

# Full-text search keeps no second copy of the texts. The indexes are given words, see `reader.text.index_words`: for
# the tokenizer each is ASCII letters, digits and signs, and whatever is not ASCII.
SEARCH = (
    """CREATE VIEW article_text AS SELECT a.number AS number, a.title AS title, r.text AS body
       FROM article a JOIN revision r ON r.id = a.revision_id""",
    """CREATE VIRTUAL TABLE article_search USING fts5(title, body, content='',
       tokenize="ascii tokenchars '+#%&'", prefix='1 2 3')""",
    """CREATE VIRTUAL TABLE annotation_search USING fts5(quote, note, tags, content='',
       tokenize="ascii tokenchars '+#%&'", prefix='1 2 3')""",
)
