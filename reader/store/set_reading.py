"""Articles as sets: all of one answer from one moment, however long it takes to write it down."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from reader.model.dataset import Dataset, Document
from reader.model.labels import Label
from reader.store.documents import SetFacts
from reader.store.documents import documents as read_documents


class SetReading:
    """The part of `Library` that reads many articles from front to back."""

    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError

    def labels(self) -> tuple[Label, ...]:
        raise NotImplementedError

    def count(self) -> int:
        raise NotImplementedError

    def documents(self, article_ids: Sequence[str] | None = None) -> Iterator[Document]:
        """Yield articles with the text they have now and the marks on it, one at a time: all but the trash, oldest
        first, or those asked for in that order. A relation comes with the article of its first mark."""
        with self._reading() as connection:
            yield from read_documents(connection, article_ids)

    def dataset(self, name: str, article_ids: Sequence[str] | None = None) -> Dataset:
        """Return these articles, or all but the trash, as a set called `name`, which is read from one moment."""
        labels, count = self.labels(), len(article_ids) if article_ids is not None else self.count()

        @contextmanager
        def still() -> Iterator[Dataset]:
            with self._reading() as connection:
                facts = SetFacts(connection, article_ids)
                yield Dataset(name, labels, lambda: read_documents(connection, article_ids), count, facts)

        return Dataset(name, labels, lambda: self.documents(article_ids), count, snapshot=still)
