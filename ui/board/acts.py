"""What is done from the board, each one step of undo. A row that is no claim yet becomes one with the first change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from reader import edits
from reader.board.values import Row
from reader.edits import Change, Edit, Swap, attribution
from reader.edits import claims as claiming
from reader.errors import TilikError
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Sentence, Source
from reader.model.pages import Original
from ui.session import Session


class Acts(QObject):
    """`failed` is the reason why something was not done; nothing was changed then."""

    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._typing: tuple[object, ...] = ()  # the thing and the fields that are being typed into
        self._step, self._asked = 0, Edit("", ())
        session.changed.connect(self._learn)

    def _do(self, make: Callable[[], Edit]) -> bool:
        try:
            edit = make()
        except TilikError as error:
            self.failed.emit(error.message)
            return False
        return self._session.do(edit)

    def _type(self, make: Callable[[], Edit], fields: Mapping[str, Any]) -> bool:
        """As `_do`; goes on with the last step when the same field of the same thing is still being typed into."""

        def going_on() -> Edit:
            edit = make()
            typing = (edit.name, *sorted(fields), *(swap.entity.id for swap in edit.swaps))
            self._asked = replace(edit, continues=self._step if typing == self._typing else 0)
            self._typing = typing
            return self._asked

        return self._do(going_on)

    def end_typing(self) -> None:
        """What is typed from now on is a step of its own."""
        self._typing, self._step = (), 0

    def _learn(self, change: Change) -> None:
        if change.edit is self._asked:
            self._step = change.number

    def _now(self, kind: str, thing: ClaimRecord) -> ClaimRecord:
        """As it is stored now: what is shown may be a moment old."""
        return self._session.library.of_kind(kind, [thing.id]).get(thing.id, thing)

    # -- one claim -------------------------------------------------------------------------------------------------

    def _claim(self, row: Row) -> tuple[Claim, tuple[Swap, ...]]:
        """The row's claim as it is stored now, and what makes it when it is none yet."""
        library = self._session.library
        if row.claim is not None:
            found = library.of_kind("claim", [row.id]).get(row.id)
            return (found if isinstance(found, Claim) else row.claim), ()
        marks = self._own_marks([row])
        since = library.of_kind("claim", [m.about for m in marks if m.about])
        if since:  # made one a moment ago, and not shown yet
            return cast(Claim, next(iter(since.values()))), ()
        made = claiming.new_claim(marks, row.wording, self._session.annotator).swaps
        claim = made[0].after
        assert isinstance(claim, Claim)
        return claim, made

    def _own_marks(self, rows: Iterable[Row]) -> list[Annotation]:
        """The marks that make up these rows; a denial belongs to a claim by its link."""
        ids = [m.id for row in rows if row.claim is None for m in row.mentions if m.label != "denial"]
        return self._session.library.annotations_by_id(ids)

    def change(self, row: Row, fields: Mapping[str, Any]) -> bool:
        """Set fields of the row's claim."""

        def make() -> Edit:
            claim, made = self._claim(row)
            edit = claiming.change(claim, fields)
            if not made:
                return edit
            after = edit.swaps[0].after if edit.swaps else claim
            return Edit("Make claim", (Swap(None, after), *made[1:]))

        return self._type(make, fields)

    def add_evidence(self, row: Row, bearing: str, target: str | Original | Annotation, grade: str = "") -> bool:
        """Attach an address, a file or a mark's words to the row's claim."""

        def make() -> Edit:
            claim, made = self._claim(row)
            edit = claiming.add_evidence(claim, bearing, target, grade=grade, annotator=self._session.annotator)
            kept = [s for s in edit.swaps if not (isinstance(s.after, Original) and self._is_kept(s.after))]
            return Edit(edit.name, (*made, *kept))

        return self._do(make)

    def _is_kept(self, original: Original) -> bool:
        return bool(self._session.library.stored([original]))

    def change_evidence(self, evidence: Evidence, fields: Mapping[str, Any]) -> bool:
        """Set fields of what was attached."""
        return self._type(lambda: claiming.change(self._now("evidence", evidence), fields), fields)

    def take_evidence(self, evidence: Evidence) -> bool:
        """Detach it."""
        now = self._session.library.of_kind("evidence", [evidence.id]).get(evidence.id)
        return isinstance(now, Evidence) and self._do(lambda: claiming.take_evidence(now))

    def review(self, row: Row, fields: Mapping[str, Any]) -> bool:
        """Set fields of the claim's last review, or begin one."""

        def make() -> Edit:
            claim, made = self._claim(row)
            if now := self._session.library.reviews([claim.id]):
                return claiming.change(max(now, key=lambda r: (r.modified, r.id)), fields)
            values = {"reviewer": self._session.annotator, **{n: v for n, v in fields.items() if isinstance(v, str)}}
            sentences: Sequence[Sentence] = fields.get("justification", ())
            edit = claiming.add_review(claim, values, sentences)
            return Edit(edit.name, (*made, *edit.swaps))

        return self._type(make, fields)

    # -- several claims --------------------------------------------------------------------------------------------

    def merge(self, rows: Sequence[Row], kept: Row) -> bool:
        """All rows are one claim, worded as `kept`."""
        return self._do(lambda: self._merged(rows, kept))

    def _merged(self, rows: Sequence[Row], kept: Row) -> Edit:
        real = [row for row in rows if row.claim is not None]
        marks = self._own_marks(rows)
        if not real:
            made = claiming.new_claim(marks, kept.wording, self._session.annotator)
            return replace(made, name="Merge claims")
        first = kept if kept.claim is not None else real[0]
        claim, _ = self._claim(first)
        gone = [self._claim(row)[0] for row in real if row.id != first.id]
        swaps = self._joined(claim, gone) if gone else (Swap(claim, claim),)
        swaps = (*_worded(swaps, claim, kept.wording), *claiming.assign(marks, claim).swaps)
        return Edit("Merge claims", tuple(s for s in swaps if s.before != s.after))

    def _joined(self, claim: Claim, gone: Sequence[Claim]) -> tuple[Swap, ...]:
        library, ids = self._session.library, [c.id for c in gone]
        return claiming.merge_claims(claim, gone, library.mentions(ids), self._hanging(ids), library.claims()).swaps

    def _hanging(self, ids: Sequence[str]) -> list[Evidence | Review]:
        return [*self._session.library.evidence(ids), *self._session.library.reviews(ids)]

    def split(self, row: Row, marks: Sequence[Annotation], text: str) -> bool:
        """Return these mentions are of another claim, worded `text` or as the first of them."""

        def make() -> Edit:
            found = self._session.library.annotations_by_id([m.id for m in marks])
            if row.claim is not None:
                return claiming.split_claim(row.claim, found, text, self._session.annotator)
            return replace(claiming.new_claim(found, text, self._session.annotator), name="Split claim")

        return self._do(make)

    def delete(self, rows: Sequence[Row]) -> bool:
        """Delete the claims of these rows with what hangs on them; their marks stay."""

        def make() -> Edit:
            library = self._session.library
            claims = [self._claim(row)[0] for row in rows if row.claim is not None]
            ids = [c.id for c in claims]
            if not claims:
                return Edit("Delete claim", ())
            return claiming.remove(claims, library.mentions(ids), self._hanging(ids), library.claims())

        return self._do(make)

    # -- silence ---------------------------------------------------------------------------------------------------

    def silence(self, row: Row, named: Sequence[Annotation]) -> bool:
        """Record that the party, which these marks in articles of the claim name, says nothing to it; or take that
        back."""
        if found := self._silences(row, named):
            return self._do(lambda: edits.together("Remove link", map(edits.unlink, found)))
        pair = silent_pair(row, named)
        if pair is None:
            return False
        return self._do(lambda: attribution.silent(*pair, self._session.annotator))

    def _silences(self, row: Row, named: Sequence[Annotation]) -> list[Relation]:
        """What says so of the party now: a key that is pressed twice is faster than the board is read again."""
        mentions, naming = {m.id for m in row.mentions}, {m.id for m in named}
        held = map(attribution.attribution_of, self._session.library.relations_of(sorted(mentions)))
        return [
            one.relation for one in held
            if one is not None and one.silent and mentions & set(one.content) and naming & set(one.source)
        ]  # fmt: skip

    # -- sources ---------------------------------------------------------------------------------------------------

    def new_source(self, name: str) -> bool:
        """Return A source that no mark names yet."""
        return self._do(lambda: claiming.new_source([], name, self._session.annotator))

    def change_source(self, source: Source, fields: Mapping[str, Any]) -> bool:
        """Set fields of a source."""
        return self._type(lambda: claiming.change(self._now("source", source), fields), fields)

    def merge_sources(self, kept: Source, gone: Sequence[Source]) -> bool:
        """Return several names are one source."""
        library = self._session.library
        mentions = library.mentions([s.id for s in gone])
        return self._do(lambda: claiming.merge_sources(kept, gone, mentions, library.sources()))

    def delete_sources(self, sources: Sequence[Source]) -> bool:
        """Delete sources; the marks that name them stay."""
        library = self._session.library
        mentions = library.mentions([s.id for s in sources])
        return self._do(lambda: claiming.remove(sources, mentions, (), library.sources()))


def silent_pair(row: Row, named: Sequence[Annotation]) -> tuple[Annotation, Annotation] | None:
    """Return the mention and the source mark of one article that silence would be recorded between."""
    for source in named:
        for mention in row.mentions:
            if mention.article_id == source.article_id:
                return mention, source
    return None


def _worded(swaps: Sequence[Swap], claim: Claim, wording: str) -> tuple[Swap, ...]:
    """The same swaps with the kept claim worded so."""
    out = []
    for swap in swaps:
        if isinstance(swap.after, Claim) and swap.after.id == claim.id:
            swap = Swap(swap.before, replace(swap.after, text=wording))
        out.append(swap)
    return tuple(out)
