"""All that the program shows of a library, part by part: what a damaged one shows is compared with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from reader.board.pages import read_page
from reader.board.row_index import Scope, read_row_index
from reader.errors import TilikError
from reader.store import Library

WORDS = ("kata", "kata0", "judul", "night ferry", "seen", "halaman")


@dataclass(frozen=True, slots=True)
class Shown:
    """`parts`: what each part shows, as a digest; None where it says that it cannot. `broke`: tracebacks."""

    parts: dict[str, str | None]
    broke: tuple[str, ...]

    def wrong(self, truth: Shown) -> list[str]:
        """Return the parts that show something else than the truth."""
        return [name for name, told in self.parts.items() if told is not None and told != truth.parts.get(name)]


def shown(library: Library, articles: list[str]) -> Shown:
    """Return all of it; `articles` are those that ought to be there."""
    parts: dict[str, str | None] = {}
    broke: list[str] = []
    for name, read in _questions(library, articles):
        before = len(library.damaged)
        try:
            told = repr(read())
        except TilikError:
            parts[name] = None
        except Exception as error:  # noqa: BLE001 - a traceback is what is looked for
            broke.append(f"{name}: {error!r}")
        else:
            parts[name] = None if len(library.damaged) > before else sha256(told.encode("utf-8", "replace")).hexdigest()
    return Shown(parts, tuple(broke))


def _questions(library: Library, articles: list[str]) -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "list", lambda: list(library.every_summary())
    yield "counts", lambda: (library.count(), library.state_counts(), library.trashed())
    yield "labels", library.labels
    yield "history", lambda: library.history(limit=1000)
    yield "undo", lambda: (library.next_undo(), library.next_redo())
    yield "export", lambda: list(library.documents())
    yield "facts", lambda: _facts(library)
    yield "board", lambda: _board(library)
    for words in WORDS:
        yield f"search {words}", partial(library.search, words, limit=500)
    for number, id in enumerate(articles):
        yield f"show {number}", partial(_article, library, id)
        yield f"marks {number}", partial(_marks, library, id)
        yield f"bytes {number}", partial(_bytes, library, id)


def _article(library: Library, id: str) -> Any:
    return library.article(id), library.revisions(id), library.place(id), library.find(id)


def _marks(library: Library, id: str) -> Any:
    page = library.page_annotations(library.article(id).revision_id)
    return library.annotations(id), library.relations(id), page


def _bytes(library: Library, id: str) -> list[Any]:
    found: list[Any] = []
    for text in library.revisions(id):
        found.append(library.original(text.original_id))
        pictures = [str(block.attrs["picture"]) for block in text.blocks if "picture" in block.attrs]
        found += [library.picture(one) for one in pictures]
    return found


def _facts(library: Library) -> Any:
    still = library.dataset("set").snapshot
    assert still is not None
    with still() as found:
        facts = found.facts
        assert facts is not None
        return list(facts.claims()), facts.people(), facts.publisher(), facts.protected()


def _board(library: Library) -> Any:
    with library.moment() as moment:
        index = read_row_index(moment, Scope().article_ids)
        page = read_page(moment, index, index.keys, moment.sources())
        return index, page, moment.named_sources(), list(moment.unnamed_words())


def is_open(path: Path) -> Library | None:
    """Return the library, only to read; None when it says why it is not opened."""
    try:
        return Library.open(path, readonly=True)
    except TilikError:
        return None
