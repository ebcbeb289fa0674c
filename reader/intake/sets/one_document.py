"""One item of a set after the other into an import that stands open; what hangs together over several, at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reader.anchoring import Outcome
from reader.edits import Entity, Swap
from reader.errors import SetError
from reader.exchange.importers.importer import RawDocument, SetFile
from reader.exchange.records import Ids, Read, RecordError, belonging_to_none, document_of, label_of, objects
from reader.exchange.records.fields import made_id, text
from reader.exchange.records.kept import with_kept
from reader.intake.sets.comparing import difference, made_quote
from reader.intake.sets.file_ids import FileIds
from reader.intake.sets.fitting import Brought, onto, without_text
from reader.intake.sets.labels import label_changes
from reader.intake.sets.loose_ends import LooseEnds
from reader.intake.sets.remarks import meant, remarked
from reader.intake.sets.report import (
    ADDED,
    CHANGED,
    DIFFERS,
    FAILED,
    KNOWN,
    MOVED,
    ORPHAN,
    Differing,
    SetItem,
)
from reader.intake.sets.same_things import SameThings
from reader.intake.sets.waiting import text_for_who_waits, told_of_kept, waiting, with_what_waits
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision, State
from reader.model.dataset import Document, Problem, originals_of, pictures_of
from reader.model.kind_names import kind_word
from reader.model.kinds import kind_of
from reader.model.labels import Label
from reader.store.importing import Inside

_PLURALS = {
    "claims": Message("claims"), "sources": Message("sources"), "evidence": Message("evidence"),
    "reviews": Message("reviews"), "relations": Message("links between marks"),
}  # fmt: skip
_STANDS = {"moved": MOVED, "changed": CHANGED, "removed": ORPHAN}


class Bringing:
    """Takes raw items; `items` is what is told of them, `counts` the number of things by kind and status."""

    def __init__(self, inside: Inside, file: SetFile, choice: Differing, choices: Mapping[str, Differing]) -> None:
        self.items: list[SetItem] = []
        self.counts: Counter[tuple[str, str]] = Counter()
        self.wrote = False
        self.lacks_articles = False  # a table of ours speaks of articles that are not here
        self._has_article = False
        self._passed: set[str] = set()
        self._inside, self._file = inside, file
        self._choice, self._choices = choice, choices
        self._labels: dict[str, tuple[Label, Mapping[str, Any]]] = {}
        self._used: set[str] = set()
        self._made: set[str] = set()  # articles that came by this set
        self._ids_of_file = FileIds()
        self._was_empty = inside.view.count() == 0
        self._ends = LooseEnds(inside, self._ids_of_file)

    def close(self) -> None:
        self._ids_of_file.close()

    # -- an item --------------------------------------------------------------------------------------------------

    def take(self, raw: RawDocument | Problem) -> str:
        """Take one item; return what it is called."""
        if isinstance(raw, Problem):
            self._tell(SetItem("set", "", str(self._file.path), FAILED, "", raw.message))
            return str(self._file.path)
        self._define_labels(raw)
        try:
            return self._article(raw) if raw.is_article else self._of_none(raw)
        except RecordError as error:
            self._fail(raw, error.message)
            return str(self._file.path)

    def _define_labels(self, raw: RawDocument) -> None:
        try:
            if not raw.ours and not isinstance(raw.record.get("labels"), list):
                return
            for record in objects(raw.record, "labels"):
                label = label_of(record)
                self._labels.setdefault(label.id, (label, record))
        except RecordError as error:
            if not raw.ours and raw.is_article:
                return  # of others, `labels` may be anything
            raise SetError("{0}: {1}: {2}", self._file.path, raw.place or "", error.message) from error

    def _article(self, raw: RawDocument) -> str:
        ids = Ids(self._file.format, self._file.name, raw.ours)
        here, record = None, raw.record
        if raw.record.get("text") is None and isinstance(raw.record.get("annotations"), list):
            here = without_text(self._inside.view, raw.record, ours=raw.ours)
            if here is None:
                record = self._waiting(raw)
        read = document_of(record, ids, here)
        if record is not raw.record:
            read = with_what_waits(read)
        if not raw.ours:
            told_of_kept(read, record)
        self._refused(raw, read)
        if not raw.ours:
            self._ids_of_file.note(ids.of_marks)
        if here is None and (swaps := text_for_who_waits(self._inside.view, read.document, self._made)):
            self._inside.change(swaps)
            self.wrote = True
        brought = Brought(read.document, here[0]) if here else onto(self._inside.view, read.document, self._made)
        if not raw.ours and brought.here is not None:
            self._keep(brought.here, record)
            brought = self._ends.same(SameThings(self._inside.view, brought.here.id), brought)
        self._store(raw, read, brought)
        self._has_article = True
        return brought.document.article.title or brought.document.article.id

    def _keep(self, ours: Article, record: Mapping[str, Any]) -> None:
        """Keep what a stranger says of an article that is here beside its marks."""
        extra = with_kept(ours, record, self._file.format)
        if extra != ours.extra:
            self._inside.change([Swap(ours, replace(ours, extra=extra))])
            self.wrote = True

    def _waiting(self, raw: RawDocument) -> Mapping[str, Any]:
        """The record as that of an article to be fetched; of a table nothing is taken."""
        found = None if raw.follows else waiting(raw.record, self._file.format)
        if found is not None:
            return found
        self.lacks_articles = self.lacks_articles or raw.follows
        name = text(raw.record, "title") or str(raw.record.get("id") or "") or Message("no source")
        raise RecordError("the text of “{0}” is not in the file, and no such article is here; add it first", name)

    def _of_none(self, raw: RawDocument) -> str:
        if raw.follows and not self._has_article:
            self._pass_over(raw)
            return str(self._file.path)
        relations, known, read = belonging_to_none(raw.record, Ids(self._file.format, self._file.name, raw.ours))
        self._refused(raw, read)
        self._remarks(raw, read)
        self._write(raw, read, [*self._ends.relations(relations, set(), ours=raw.ours, place=raw.place), *known], "")
        return str(self._file.path)

    def _remarks(self, raw: RawDocument, read: Read) -> None:
        """See to what somebody said of marks that are here, who had nothing of them but their words."""
        for entry in objects(raw.record, "remarks"):
            ours = meant(self._inside.view, entry)
            theirs, record = remarked(ours, entry, self._inside.view.labels())
            read.entries[ours.id] = record
            self._compare(raw, read, [theirs], {ours.id: ours}, ours.article_id)

    # -- what is written ------------------------------------------------------------------------------------------

    def _store(self, raw: RawDocument, read: Read, brought: Brought) -> None:
        document = brought.document
        marks = {mark.id for mark in document.marks}
        relations = self._ends.relations(document.relations, marks, ours=raw.ours, place=raw.place)
        self._ends.mentions(document)
        things = [*self._bytes(document), *self._texts(document), *document.marks, *relations, *document.known]
        new = self._write(raw, read, things, document.article.id, brought)
        if document.article.id in new:
            self._made.add(document.article.id)
        self._tell_article(raw, read, brought, new)
        self._used |= {mark.label for mark in document.marks if mark.id in new}

    def _bytes(self, document: Document) -> list[Entity]:
        """The saved pages and pictures that the set carries for a document."""
        found: dict[str, Entity] = {}
        for id in originals_of(document):
            if id not in found and (original := self._file.original(id)) is not None:
                found[id] = original
        for id in pictures_of(document):
            if id not in found and (picture := self._file.picture(id)) is not None:
                found[id] = picture
        return list(found.values())

    def _texts(self, document: Document) -> list[Entity]:
        return [document.article, *document.revisions, document.revision]

    def _write(
        self, raw: RawDocument, read: Read, things: Sequence[Entity], article_id: str, brought: Brought | None = None
    ) -> set[str]:
        """Write what is not here, and see to what is and differs; return the ids of what is new."""
        here = self._inside.view.stored(things)
        _refuse_texts_of_others(things, here)
        first: dict[tuple[str, str], Entity] = {}
        for thing in things:
            first.setdefault((kind_of(thing), thing.id), thing)
        new = [thing for thing in first.values() if thing.id not in here]
        if brought is not None and brought.here is not None:
            new = _needed(new)
        self._ends.note(new, raw.place)
        new = [thing for thing in new if not self._ends.is_held(thing)]
        if at_once := self._ends.held_back(new):
            self._inside.add(at_once)
        self.wrote = self.wrote or bool(new)
        self.counts.update((kind_of(thing), ADDED) for thing in new)
        self._compare(raw, read, [t for t in first.values() if t.id in here], here, article_id)
        return {thing.id for thing in new}

    def _compare(
        self, raw: RawDocument, read: Read, things: Sequence[Entity], here: Mapping[str, Entity], article_id: str
    ) -> None:
        for theirs in things:
            ours = here[theirs.id]
            record = read.entries.get(theirs.id, raw.record if isinstance(theirs, Article) else {})
            if isinstance(theirs, Article) and not self._is_that_article(raw, theirs):
                found = None
            else:
                other = read.document.article if isinstance(theirs, Article) else theirs
                found = difference(ours, other, record)
            if found is None:
                self.counts[kind_of(theirs), KNOWN] += 1
                continue
            taken = self._choices.get(theirs.id, self._choice)
            if taken is Differing.BOTH and isinstance(theirs, Article):
                taken = Differing.SKIP
            if taken is Differing.UPDATE:
                self._inside.change([Swap(ours, found.taken)])
                self._ends.note([found.taken], raw.place)
                self.wrote = True
            elif taken is Differing.BOTH:
                self._keep_both(found.taken)
            reason = _what_was_done(theirs, taken, found.fields)
            kind, name = kind_of(theirs), _name(theirs)
            told = (kind, theirs.id, name, DIFFERS, article_id, reason, ours, found.taken, found.fields, taken)
            self._tell(SetItem(*told))

    def _is_that_article(self, raw: RawDocument, theirs: Article) -> bool:
        return raw.ours and raw.record.get("id") == theirs.id

    def _keep_both(self, theirs: Any) -> None:
        """Theirs under an id that follows from what it says: a second import finds it here."""
        said = replace(theirs, modified=None) if hasattr(theirs, "modified") else theirs
        copy = replace(theirs, id=made_id("both", theirs.id, repr(said)))
        if copy.id not in self._inside.view.stored([copy]):
            self._inside.add([copy])
            self.wrote = True
            self.counts[kind_of(copy), ADDED] += 1

    # -- what is told ---------------------------------------------------------------------------------------------

    def _tell(self, item: SetItem) -> None:
        self.items.append(item)
        if item.status in (FAILED, DIFFERS, MOVED, CHANGED, ORPHAN):
            self.counts[item.kind, item.status] += 1

    def _fail(self, raw: RawDocument, reason: Message) -> None:
        problem = Problem(str(self._file.path), raw.place, reason)
        id, file = str(raw.record.get("id") or ""), str(self._file.path)
        self._tell(SetItem("article", id, file, FAILED, "", problem.message))

    def _pass_over(self, raw: RawDocument) -> None:
        """Tell, once a kind, of what belongs to articles that are not here."""
        for name in raw.record.keys() - self._passed:
            self._passed.add(name)
            reason = Message("none of its articles is here; its {0} were left out", _PLURALS.get(name, name))
            problem = Problem(str(self._file.path), raw.place, reason)
            self._tell(SetItem("set", "", str(self._file.path), FAILED, "", problem.message))

    def _refused(self, raw: RawDocument, read: Read) -> None:
        for id, reason in read.told.refused:
            problem = Problem(str(self._file.path), raw.place, reason)
            self._tell(SetItem("annotation", id, str(self._file.path), FAILED, "", problem.message))
        if not raw.is_article and (said := read.told.sentences()):
            self._tell(SetItem("set", "", str(self._file.path), ADDED, "", Message("{0}", tuple(said))))

    def _tell_article(self, raw: RawDocument, read: Read, brought: Brought, new: set[str]) -> None:
        article = brought.document.article
        name = article.title or article.id
        said = read.told.sentences()
        if new and brought.standings and (stands := _stands(brought, new)):
            said.insert(0, stands)
        if brought.here is not None and brought.here.state is State.TRASHED:
            said.insert(0, Message("it is in the trash here"))
        problem = Problem(str(self._file.path), raw.place, Message("{0}: {1}", name, tuple(said)))
        reason = problem.message if said else None
        self._tell(SetItem("article", article.id, name, ADDED if new else KNOWN, article.id, reason))
        for mark in (m for m in brought.document.marks if m.id in new):
            self._tell_mark(mark, brought, read)

    def _tell_mark(self, mark: Annotation, brought: Brought, read: Read) -> None:
        was_carried = {one.after.id for one in brought.standings} | {m.id for m in read.looked_for}
        status = _STANDS.get(mark.origin.outcome) if mark.origin is not None and mark.id in was_carried else None
        if status is None:
            return
        reason = {
            MOVED: Message("annotation {0}: its words {1} were found elsewhere", mark.id, _quoted(mark)),
            CHANGED: Message("annotation {0}: only words like its {1} were found", mark.id, _quoted(mark)),
            ORPHAN: Message("annotation {0}: its words {1} are not in the text; it was kept with them", mark.id,
                            _quoted(mark)),
        }[status]  # fmt: skip
        self._tell(SetItem("annotation", mark.id, mark.label, status, mark.article_id, reason))

    # -- the end --------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Write labels, links that lead to another document, and cut what would be a circle or lead nowhere."""
        changes = label_changes(
            self._inside.view, self._labels, self._used, was_empty=self._was_empty, choices=self._choices,
            choice=self._choice,
        )  # fmt: skip
        if changes.new:
            self._inside.add(changes.new)
        if changes.swaps:
            self._inside.change(changes.swaps)
        self.wrote = self.wrote or bool(changes.new or changes.swaps)
        self.counts.update(("label", ADDED) for _ in changes.new)
        for item in changes.items:
            self._tell(item)
        for item in self._ends.tied(str(self._file.path)):
            self._tell(item)
        for relation in self._ends.added:
            self.counts["relation", ADDED] += 1
            self.wrote = self.wrote or bool(relation)


def _refuse_texts_of_others(things: Iterable[Entity], here: Mapping[str, Entity]) -> None:
    """Raise `RecordError` for a text that is here as that of another article; its marks would belong to neither."""
    for thing in things:
        ours = here.get(thing.id)
        if isinstance(thing, Revision) and isinstance(ours, Revision) and ours.article_id != thing.article_id:
            raise RecordError("its text {0} is that of another article here", thing.id)


def _needed(new: Sequence[Entity]) -> list[Entity]:
    """Without texts of an article that is here on which no new mark was made."""
    used: set[str] = set()
    for thing in new:
        if isinstance(thing, Annotation):
            used.add(thing.anchor.revision_id)
            if thing.origin is not None:
                used.add(thing.origin.revision_id)
    return [thing for thing in new if not isinstance(thing, Revision) or thing.id in used]


def _stands(brought: Brought, new: Iterable[str]) -> Message | None:
    wanted = set(new)
    counts = Counter(one.outcome for one in brought.standings if one.after.id in wanted)
    if not counts:
        return None
    placed, moved, changed, removed = (counts[outcome] for outcome in Outcome)
    return Message(
        "marked on another text: {0} in place, {1} moved, {2} changed, {3} not found",
        placed, moved, changed, removed,
    )  # fmt: skip


def _quoted(mark: Annotation) -> str:
    quote = mark.origin.quote if mark.origin is not None else mark.anchor.quote
    return f"{quote!r:.60}"


def _name(thing: Entity) -> str:
    if isinstance(thing, Annotation):
        words = " ".join(made_quote(thing).split())
        return f"{thing.label}: {words[:60]}{'…' if len(words) > 60 else ''}"
    if isinstance(thing, Relation):
        return thing.kind
    return str(getattr(thing, "title", "") or getattr(thing, "name", "") or getattr(thing, "text", "") or thing.id)


def _what_was_done(thing: Entity, taken: Differing, fields: Sequence[str]) -> Message:
    named, what = kind_word(kind_of(thing)), ", ".join(fields)
    if taken is Differing.UPDATE:
        return Message("{0} {1} differs from the one here ({2}); what the set says was taken", named, thing.id, what)
    if taken is Differing.BOTH:
        return Message("{0} {1} differs from the one here ({2}); both were kept", named, thing.id, what)
    return Message("{0} {1} differs from the one here ({2}); ours was kept", named, thing.id, what)
