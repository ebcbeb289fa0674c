"""Libraries for the benches: any number of short articles with annotations, made once and kept in `build/bench`.

The texts are of made words in the shares that Zipf's law gives words of a language, so that there are common, rare and
very rare ones. Rows are written by SQL: through the library's door 100,000 articles would take hours.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import uuid
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from reader.store import Library, schema, search_index

BUILD = Path(__file__).parents[2] / "build" / "bench"
CONSONANTS, VOWELS, VOCABULARY = "bcdfghjklmnprstvwyz", "aeiou", 60_000
LABELS, PEOPLE = ("claim", "source", "denial"), ("Sari", "Budi", "Ana")
STATES = (*["inbox"] * 6, "reading", "done", "done", "archived")
START = datetime(2022, 1, 1, tzinfo=UTC)
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def word(rank: int) -> str:
    """Return the word of a rank, each another one; 1 is the most common."""
    number, syllables = rank, []
    while number:
        number, consonant = divmod(number, len(CONSONANTS))
        number, vowel = divmod(number, len(VOWELS))
        syllables.append(CONSONANTS[consonant] + VOWELS[vowel])
    return "".join(syllables) + ("n" if rank % 3 else "ra")


WORDS = [word(rank) for rank in range(1, VOCABULARY + 1)]
SHARES = list(accumulate(1 / (rank + 2.7) for rank in range(1, VOCABULARY + 1)))


def kept_library(articles: int, per_article: int = 10) -> Path:
    """Return the path of a library of so many articles, made when there is none of today's schema yet."""
    path = BUILD / f"articles-{articles}-{per_article}-{_form():08x}.tilik"
    if not path.exists():
        print(f"    (making a library of {articles:,} articles, once)", file=sys.stderr, flush=True)
        made = path.with_suffix(".part")
        make_library(made, articles, per_article)
        os.replace(made, path)
    return path


def _form() -> int:
    """Return a number for the tables, indexes and triggers of today: a library of others is made anew."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.tilik"
        Library.open(empty).close()
        with contextlib.closing(sqlite3.connect(empty)) as database:
            parts = [str(row[0]) for row in database.execute("SELECT sql FROM sqlite_master ORDER BY name")]
    return zlib.crc32("\n".join(parts).encode())


def in_memory(path: Path, folder: Path) -> Path:
    """Return a copy of a library for a bench to change; in memory where the system has such a folder."""
    target = folder / "library.tilik"
    shutil.copyfile(path, target)
    return target


def memory_folder() -> Path | None:
    """Return a folder in memory, to tell the disk and the program apart; None where there is none."""
    found = Path("/dev/shm")
    return found if found.is_dir() and os.access(found, os.W_OK) else None


def make_library(path: Path, articles: int, per_article: int = 10) -> None:
    """Make a library of `articles` texts of about 3 KB with `per_article` annotations each."""
    for end in ("", "-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    Library.open(path).close()
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=OFF")
    database.execute("PRAGMA synchronous=OFF")
    database.execute("PRAGMA cache_size=-400000")
    database.execute("BEGIN")
    triggers = database.execute(TRIGGERS).fetchall()
    for name, _ in triggers:
        database.execute(f"DROP TRIGGER {name}")
    for table, rows in _rows(articles, per_article):
        columns = [column.name for column in schema.metadata.tables[table].columns if column.name in rows[0]]
        values = ", ".join(f":{name}" for name in columns)
        names = ", ".join(f'"{name}"' for name in columns)
        database.executemany(f"INSERT INTO {table}({names}) VALUES ({values})", rows)
    _count(database)
    for _, statement in triggers:
        database.execute(statement)
    search_index.make_anew(database, lambda done, total: None)
    last = database.execute("SELECT id, added FROM article ORDER BY number DESC LIMIT 1").fetchone()
    database.execute("INSERT INTO place(article_id, position, progress, opened) VALUES (?, 0, 0.0, ?)", last)
    database.execute("COMMIT")
    database.execute("PRAGMA journal_mode=WAL")
    database.close()


def _count(database: sqlite3.Connection) -> None:
    for field in ("label", "annotator"):
        database.execute(
            f"INSERT INTO annotation_count SELECT '{field}', m.{field}, a.number, count(*) FROM annotation m"
            " JOIN article a ON a.id = m.article_id GROUP BY 2, 3"
        )


def _rows(articles: int, per_article: int) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """Rows by the thousand articles, each table's after the other."""
    chance = random.Random(7)
    tables: dict[str, list[dict[str, object]]] = {"article": [], "revision": [], "annotation": []}
    for number in range(articles):
        _article(chance, number, per_article, tables)
        if number % 1000 == 999 or number == articles - 1:
            yield from ((table, rows) for table, rows in tables.items() if rows)
            for rows in tables.values():
                rows.clear()


def _article(chance: random.Random, number: int, per_article: int, tables: dict[str, list[dict[str, object]]]) -> None:
    paragraphs = _paragraphs(chance)
    text, title = "\n".join(paragraphs), paragraphs[0]
    blocks, at = [], 0
    for place, words in enumerate(paragraphs):
        blocks.append([at, at + len(words), "paragraph" if place else "title", 0])
        at += len(words) + 1
    id, revision = _uuid(chance), _uuid(chance)
    added, site = (START + timedelta(minutes=17 * number)).isoformat(), f"site{int(chance.paretovariate(1)) % 300}.test"
    tables["article"].append({
        "id": id, "revision_id": revision, "title": title, "added": added, "source": "", "site": site, "byline": "",
        "published": added, "published_basis": "meta", "language": "id" if number % 3 else "en",
        "url": f"https://{site}/{number}", "state": chance.choice(STATES),
        "tags": json.dumps([chance.choice(WORDS[100:140])]) if chance.random() < 0.3 else "",
        "words": len(text.split()), "extra": "",
    })  # fmt: skip
    tables["revision"].append({
        "id": revision, "article_id": id, "present": 1, "text": text, "blocks": json.dumps(blocks),
        "metadata": json.dumps({"title": title, "site": site}), "captured": added, "cleaner": "html/1",
        "fingerprint": _uuid(chance),
    })  # fmt: skip
    for place in range(per_article):
        start = chance.randrange(len(text) - 200)
        end = start + chance.randrange(20, 160)
        tables["annotation"].append({
            "id": _uuid(chance), "article_id": id, "revision_id": revision, "label": LABELS[place % 3], "start": start,
            "end": end, "quote": text[start:end], "before": text[max(0, start - 32) : start],
            "after": text[end : end + 32], "note": "checked by phone" if place == 4 else "",
            "annotator": PEOPLE[place % 3], "created": added, "modified": added,
        })  # fmt: skip


def _paragraphs(chance: random.Random) -> list[str]:
    """A title and some paragraphs of sentences of fourteen words."""
    words = chance.choices(WORDS, cum_weights=SHARES, k=chance.randrange(430, 560))
    found, at = [" ".join(words[:8]).capitalize()], 8
    while at < len(words):
        some = words[at : at + chance.randrange(40, 70)]
        at += len(some)
        sentences = (" ".join(some[n : n + 14]).capitalize() + "." for n in range(0, len(some), 14))
        found.append(" ".join(sentences))
    return found


def _uuid(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


if __name__ == "__main__":
    make_library(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:4]))
