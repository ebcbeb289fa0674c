"""The tables. One SQLite file is one library; the same metadata will make them in PostgreSQL.

Times are ISO 8601 text in UTC, lists and mappings are JSON text, so that the standard library's `sqlite3` reads
the same rows (see `glance`). `number` columns are stable integer keys: full-text search points at them.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    literal_column,
    text,
)

from reader.store.captures_reading import ASKS, OUTCOME
from reader.store.plain_schema import COUNTS as COUNTS
from reader.store.plain_schema import SEARCH as SEARCH

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, **options: object) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="", **options)  # type: ignore[arg-type]


article = Table(
    "article", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("revision_id", String(36), nullable=False),
    _text("title"), _text("added"), _text("source"), _text("site"), _text("byline"), _text("published"),
    _text("published_basis"), _text("language"), _text("url"), _text("state"), _text("tags"),
    Column("words", Integer, nullable=False, server_default="0"),
    _text("extra"), _text("as_published"), _text("digest"),
    *(Index(f"ix_article_state_{order}", "state", order) for order in ("added", "published", "title", "site")),
    *(Index(f"ix_article_{name}", name) for name in ("url", "site", "language", "tags")),
)  # fmt: skip

# The list but for the trash, in each of its orders. SQLite uses such an index where its condition stands literally.
for _order in ("added", "published", "title", "site"):
    Index(f"ix_article_listed_{_order}", article.c[_order], sqlite_where=text("state <> 'trashed'"))

# No foreign key to the article: revisions outlive an undone "Add article", so that redo finds them again.
revision = Table(
    "revision", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("article_id", String(36), nullable=False, index=True),
    Column("present", Integer, nullable=False, server_default="1"),
    _text("text"), _text("blocks"), _text("marks"), _text("metadata"), _text("left_out"), _text("notices"),
    _text("captured"), _text("cleaner", index=True), _text("fingerprint", index=True), _text("original_id", index=True),
    _text("origin"), _text("corrected"), _text("digest"),
    # What tells the texts of an article apart stands in the row behind the text, which may be long.
    Index("ix_revision_heads", "article_id", "present", "number", "id", "captured", "origin", "corrected",
          "original_id"),
)  # fmt: skip

original = Table(
    "original", metadata,
    Column("id", String(64), primary_key=True),
    _text("media_type"), _text("name"), _text("encoding"),
    Column("data", LargeBinary, nullable=False),
    _text("digest"),
)  # fmt: skip

picture = Table(
    "picture", metadata,
    Column("id", String(64), primary_key=True),
    _text("media_type"),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    _text("digest"),
)  # fmt: skip

annotation = Table(
    "annotation", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("article_id", String(36), ForeignKey("article.id"), nullable=False),
    Column("revision_id", String(36), ForeignKey("revision.id"), nullable=False),
    _text("label"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("spans", Text),  # JSON, only when there is more than one
    _text("quote"), _text("before"), _text("after"), _text("note"), _text("tags"), _text("attributes"),
    _text("annotator"), _text("created"), _text("modified"), _text("extra"), _text("about"),
    _text("origin"), _text("digest"),
    Index("ix_annotation_about_label", "about", "label"),
    Index("ix_annotation_place", "revision_id", "start", "end"),
    Index("ix_annotation_article_label", "article_id", "label"),
)  # fmt: skip

# What became of the marks that a capture carried, of which most articles have none.
Index("ix_annotation_carried", annotation.c.article_id, literal_column(OUTCOME), literal_column(ASKS),
      sqlite_where=text("origin <> ''"))  # fmt: skip

relation = Table(
    "relation", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    _text("kind"), _text("created"), _text("note"), _text("attributes"), _text("annotator"), _text("extra"),
    _text("within", index=True), _text("digest"),
    Index("ix_relation_kind", "kind"),
)  # fmt: skip

relation_member = Table(
    "relation_member", metadata,
    Column("relation_id", String(36), ForeignKey("relation.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("role"),
    Column("annotation_id", String(36), ForeignKey("annotation.id"), nullable=False, index=True),
)  # fmt: skip


def _known(name: str, *key: Column[str]) -> Table:
    """What lives across articles: what it is looked up by, and the rest of it as JSON (`reader.model.codec`)."""
    number = Column("number", Integer, primary_key=True)
    return Table(
        name,
        metadata,
        number,
        Column("id", String(36), nullable=False, unique=True),
        *key,
        _text("told"),
        _text("digest"),
    )


claim = _known("claim", _text("text"))
source = _known("source", _text("name"))
evidence = _known("evidence", _text("claim_id", index=True))
review = _known("review", _text("claim_id", index=True))

label = Table(
    "label", metadata,
    Column("id", String(64), primary_key=True),
    _text("name"), _text("key"), _text("colour"), _text("underline"),
    Column("position", Integer, nullable=False),
    Column("builtin", Integer, nullable=False),
    _text("digest"),
)  # fmt: skip

place = Table(
    "place", metadata,
    Column("article_id", String(36), ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("progress", Float, nullable=False),
    _text("opened", index=True),
)  # fmt: skip

setting = Table("setting", metadata, Column("key", Text, primary_key=True), _text("value"))

# The change log. `state`: done, undone (redo can bring it back) or dropped (a newer edit took its place); `turn`: the
# order in which steps came into their state.
change = Table(
    "change", metadata,
    Column("number", Integer, primary_key=True),
    _text("name"), _text("origin"), _text("at"), _text("who"), _text("swaps"), _text("state"),
    Column("turn", Integer, nullable=False, server_default="0"),
    _text("digest"), _text("chain"),
    Index("ix_change_state_turn", "state", "turn"),
    Index("ix_change_turn", "turn"),
    sqlite_autoincrement=True,
)  # fmt: skip

# The articles that a change touched; one row without an id for a change of the library as a whole. `state` and `turn`
# are those of the change, so that the last step of an article is found by the index alone. `moves`: the article came
# or went by it.
change_article = Table(
    "change_article", metadata,
    Column("number", Integer, primary_key=True),
    Column("article_id", String(36), primary_key=True),
    _text("state"),
    Column("turn", Integer, nullable=False),
    Column("moves", Integer, nullable=False),
    _text("title"),
    Index("ix_change_article_state_turn", "article_id", "state", "turn"),
    sqlite_with_rowid=False,
)  # fmt: skip

# What a change added that its swaps do not hold (`reader.store.pieces`): ids, 16 bytes each, and a digest of each row.
# `kept` holds what redo needs while the change is undone.
change_added = Table(
    "change_added", metadata,
    Column("piece", Integer, primary_key=True),
    Column("number", Integer, nullable=False, index=True),
    _text("kind"), _text("columns"),
    Column("ids", LargeBinary, nullable=False),
    Column("digests", LargeBinary, nullable=False),
    Column("kept", LargeBinary),
)  # fmt: skip

# How many annotations an article has by each label and each annotator, kept in step by SQLite itself: what a filter
# lets through and what a row of the list counts are read without reading annotations.
annotation_count = Table(
    "annotation_count", metadata,
    Column("field", Text, primary_key=True),  # label or annotator
    Column("value", Text, primary_key=True),
    Column("article_number", Integer, primary_key=True, index=True),
    Column("annotations", Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
