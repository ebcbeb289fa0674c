"""Articles as sets: all of one answer from one moment, however long it takes to write it down."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.store.listing import Listing
from reader.store.reading import Reading

if TYPE_CHECKING:
    from reader.model.dataset import Dataset, Document
    from reader.model.labels import Label


class SetReading(Reading, Listing):
    """The part of `Library` that reads many articles from front to back."""

    def documents(self, article_ids: Sequence[str] | None = None) -> Iterator[Document]:
        """Yield articles with the text they have now and all their marks, one at a time: all but the trash, oldest
        first, or those asked for in that order. See `reader.model.dataset.Document`."""
        from reader.store.documents import documents  # here and below: no first paint needs it

        with self._reading() as connection:
            yield from documents(connection, article_ids, self.damaged.append)

    def dataset(self, name: str, article_ids: Sequence[str] | None = None) -> Dataset:
        """Return these articles, or all but the trash, as a set called `name`, which is read from one moment."""
        from reader.model.dataset import Dataset
        from reader.store.documents import documents
        from reader.store.set_facts import SetFacts
        from reader.store.set_scope import SetScope

        labels, count = self.labels(), len(article_ids) if article_ids is not None else self.count()

        @contextmanager
        def still() -> Iterator[Dataset]:
            with self._reading() as connection:
                facts = SetFacts(SetScope(connection, article_ids))
                chosen = labels_of_set(labels, facts.counts(), is_whole=article_ids is None)
                yield Dataset(
                    name, chosen, lambda: documents(connection, article_ids, self.damaged.append), count, facts
                )

        return Dataset(name, labels, lambda: self.documents(article_ids), count, snapshot=still)


def labels_of_set(labels: Sequence[Label], used: Container[str], *, is_whole: bool) -> tuple[Label, ...]:
    """Return the labels that belong to a set, numbered from 0: those in use and, of a whole library, all that are not
    as they came with Tilik."""
    own = [
        label
        for label in sorted(labels, key=lambda x: (x.position, x.id))
        if label.id in used or (is_whole and not _is_as_built_in(label))
    ]
    return tuple(replace(label, position=n) for n, label in enumerate(own))


def _is_as_built_in(label: Label) -> bool:
    from reader.model.labels import BUILTIN

    return any(replace(label, position=one.position) == one for one in BUILTIN)
