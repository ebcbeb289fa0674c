"""What a set holds and what a format loses of it, counted while its documents go by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reader.exchange.exporters.features import WHOLE
from reader.exchange.exporters.losses import KEEP_IDS, OUTSIDE_LINKS, CutText, LossReport, Tally
from reader.exchange.exporters.scope import Scope
from reader.messages import Message
from reader.model.claims import ClaimRecord
from reader.model.dataset import Dataset, Document
from reader.notices import cuts

See = Callable[[Document], None]
Losses = Callable[[Document], Iterator[tuple[str, str]]]
OfLabels = Callable[[Dataset, Iterable[str]], Iterator[tuple[str, str]]]


class Counted:
    """The count of one export: given to a writer, it is told of every document, and has its `report` at the end."""

    def __init__(self) -> None:
        self._passes: list[_Pass] = []

    def begin(self, whole: Scope, losses: Losses, of_labels: OfLabels, instead: Mapping[str, Message]) -> See:
        """Begin at nought, as each pass over the documents does; return what is to be told of each."""
        self._passes = [_Pass(whole, losses, of_labels, instead)]
        return self._passes[0].see

    def end(self, known: Iterable[ClaimRecord]) -> None:
        """End a pass; `known` is what is said across the articles of the set, lost when there is no article."""
        for one in self._passes:
            one.see_nothing(known)

    @property
    def report(self) -> LossReport:
        """What was written and every loss; nothing before anything was written."""
        return self._passes[0].report() if self._passes else LossReport(0, 0, 0)


class _Pass:
    def __init__(self, whole: Scope, losses: Losses, of_labels: OfLabels, instead: Mapping[str, Message]) -> None:
        self._whole, self._losses, self._of_labels, self._instead = whole, losses, of_labels, instead
        self._tally, self._used = Tally(), set[str]()
        self._documents = self._annotations = self._relations = self._cuts = 0
        self._cut: list[CutText] = []

    def see(self, document: Document) -> None:
        self._used.update(a.label for a in document.marks)
        outside = self._whole.left_out(document)
        self._documents += 1
        self._annotations += len(document.annotations) + len(document.orphans)
        self._relations += len(document.relations) - len(outside)
        if cut := cuts(document.revision.notices):
            self._cuts += 1
            if len(self._cut) < KEEP_IDS:
                self._cut.append(CutText(document.article.id, document.article.title, cut))
        for relation in outside:
            self._tally.add(OUTSIDE_LINKS, relation.id)
        for kind, id in self._losses(document):
            self._tally.add(kind, id)

    def see_nothing(self, known: Iterable[ClaimRecord]) -> None:
        """Claims that no article of the set can bring, since there is none."""
        if not self._documents:
            for thing in known:
                self._tally.add(WHOLE[type(thing)], thing.id)

    def report(self) -> LossReport:
        tally = self._tally.copy()
        for kind, id in self._of_labels(self._whole.dataset, self._used):
            tally.add(kind, id)
        counts = self._documents, self._annotations, self._relations
        return LossReport(*counts, tally.losses(self._instead), tuple(self._cut), self._cuts)
