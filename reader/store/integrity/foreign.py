"""What does not belong in a library of ours: triggers, views and tables that another program put in."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from reader.messages import Message
from reader.store.integrity.damage import FILE, Damage
from reader.store.plain_schema import COUNTS, SEARCH

TABLES = frozenset({
    "annotation", "annotation_count", "article", "change", "change_added", "change_article", "claim", "evidence",
    "label", "original", "picture", "place", "relation", "relation_member", "review", "revision", "setting", "source",
    "alembic_version", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4",
})  # fmt: skip
INDEXES = frozenset({
    "ix_annotation_about_label", "ix_annotation_article_label", "ix_annotation_carried",
    "ix_annotation_count_article_number", "ix_annotation_place", "ix_article_language", "ix_article_listed_added",
    "ix_article_listed_published", "ix_article_listed_site", "ix_article_listed_title", "ix_article_site",
    "ix_article_state_added", "ix_article_state_published", "ix_article_state_site", "ix_article_state_title",
    "ix_article_tags", "ix_article_url", "ix_change_added_number", "ix_change_article_state_turn",
    "ix_change_state_turn", "ix_change_turn", "ix_evidence_claim_id", "ix_place_opened", "ix_relation_kind",
    "ix_relation_member_annotation_id", "ix_relation_within", "ix_review_claim_id", "ix_revision_article_id",
    "ix_revision_cleaner", "ix_revision_fingerprint", "ix_revision_heads", "ix_revision_original_id",
})  # fmt: skip
_SHADOW = re.compile(r"(article|annotation)_search(_data|_idx|_content|_docsize|_config)?")
_NAME = re.compile(r"CREATE (?:VIRTUAL )?(?:TRIGGER|VIEW|TABLE) (\w+)")
# What stands before a bracket in our tables and indexes. Anything else would be carried out: a function, a check, a
# value that is made up when it is read.
_PLAIN = TABLES | {"key", "unique", "varchar", "substr", "instr"}
_UNICODE = """tokenize="unicode61 remove_diacritics 2\""""


def _plain(sql: str) -> str:
    return re.sub(r"\s+", " ", sql.strip().rstrip(";"))


# Only these are carried out by SQLite itself, so they must be ours to the letter.
LIVE = {name: _plain(sql) for sql in (*COUNTS, *SEARCH) for name in _NAME.findall(sql)[:1]}
# The search indexes of schemas 1 to 5, which an upgrade makes anew.
OLDER = frozenset(
    f"CREATE VIRTUAL TABLE {columns} content_rowid='number', {_UNICODE}{prefix})"
    for columns in ("article_search USING fts5(title, body, content='article_text',",
                    "annotation_search USING fts5(quote, note, tags, content='annotation',")
    for prefix in ("", ", prefix='1 2 3'")
)  # fmt: skip


def foreign_names(connection: sqlite3.Connection) -> list[str]:
    """Return the names of what is not ours, or is not as a Tilik makes it; none of it is asked for anything."""
    found = connection.cursor()
    found.row_factory = None
    parts = found.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()
    return [str(name) for kind, name, table, sql in parts if not _is_ours(str(kind), str(name), str(table), sql)]


def _is_ours(kind: str, name: str, table: str, sql: object) -> bool:
    if name in LIVE:
        return (told := _plain(str(sql))) == LIVE[name] or told in OLDER
    if kind not in ("table", "index") or (kind == "table" and str(sql).upper().startswith("CREATE VIRTUAL")):
        return False
    if table in TABLES:
        return sql is None or _is_plain(str(sql))
    return kind == "table" and _SHADOW.fullmatch(table) is not None and str(sql).count("(") < 3


def _is_plain(sql: str) -> bool:
    """Whether before each bracket stands a word that we write there."""
    return all((piece.split() or [""])[-1].lower() in _PLAIN for piece in sql.split("(")[:-1])


def foreign_parts(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield what does not belong in the library, and what is missing of what SQLite keeps in step."""
    for name in foreign_names(connection):
        yield Damage(FILE, Message("{0} does not belong in a library of Tilik", name), name)
    found = connection.cursor()
    found.row_factory = None
    there = {str(name) for (name,) in found.execute("SELECT name FROM sqlite_master")}
    for name in sorted((set(LIVE) | TABLES | INDEXES) - there - {"alembic_version", "sqlite_stat1", "sqlite_stat4"}):
        yield Damage(FILE, Message("{0} is missing in the library", name), name)
