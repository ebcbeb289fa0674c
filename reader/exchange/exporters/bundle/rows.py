"""What goes into a bundle of each article as it goes by, and what is written when all have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from reader.errors import NotFoundError
from reader.exchange.exporters.bundle.archived import WITHHELD_WORDS, Archived
from reader.exchange.exporters.bundle.checklist import Checklist
from reader.exchange.exporters.bundle.items import Items, short_name, suffix_of
from reader.exchange.exporters.bundle.lists import LISTS, EndLists, Named, Row
from reader.exchange.exporters.bundle.spoken import INDONESIAN, Spoken
from reader.exchange.exporters.claim_files import ClaimFiles
from reader.exchange.exporters.tables.comma_separated import joined
from reader.exchange.records import local_name, time_out
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Revision
from reader.model.captures import BY_HAND
from reader.model.claims import Claim, Evidence, Source
from reader.model.dataset import Dataset, Document
from reader.model.pages import Original

_TOGETHER = 1000  # rows of a list that are written together


class Bundle:
    """Fills the items of one bundle."""

    def __init__(self, items: Items, dataset: Dataset, language: str) -> None:
        self._items, self._dataset, self._facts = items, dataset, dataset.facts
        self.say = Spoken(language)
        self._named, self._found = Named(), ClaimFiles()
        self._archived = Archived(self._found, self._named.articles, self._named.marks, self.say)
        self._labels = {label.id: self.say.label(label) for label in dataset.labels}
        for name, headings in LISTS.items():
            separator = ";" if language == INDONESIAN else ","  # as Excel opens a list in the settings of the country
            items.begin_list(self._list(name), [self.say(one) for one in headings], separator)

    def _list(self, name: str) -> str:
        return self.say(name) + ".csv"

    def _rows(self, name: str, rows: Sequence[Row]) -> None:
        self._items.add_rows(self._list(name), rows)

    def _all_rows(self, name: str, rows: Iterator[Row]) -> None:
        while some := [*islice(rows, _TOGETHER)]:
            self._rows(name, some)

    # -- as articles go by -----------------------------------------------------------------------------------------

    def add(self, document: Document) -> None:
        """Put in an article: its texts, its originals, its marks and links."""
        self._number(document)
        self._found.add(document)
        self._article(document)
        self._rows("marks", [self._mark(document, mark) for mark in document.marks])
        self._rows("links", [self._link(link) for link in document.relations])

    def _number(self, document: Document) -> None:
        named = self._named
        named.articles.of(document.article.id)
        for thing in document.known:
            numbers = {Claim: named.claims, Source: named.sources, Evidence: named.evidence}.get(type(thing))
            if numbers is not None:
                numbers.of(thing.id)

    def _article(self, document: Document) -> None:
        article, say, number = document.article, self.say, self._named.articles.of(document.article.id)
        name = short_name(article.title)
        folder = f"{say('articles')}/{number:04}{'-' + name if name else ''}"
        texts, originals = self._captures(document, folder, number)
        captured = document.revision.captured.date().isoformat()
        self._archived.add(article, captured, originals or texts)
        withheld = say(WITHHELD_WORDS)
        files = (withheld, withheld) if document.files_withheld else (texts, originals)
        self._rows("articles", [(
            number, article.title, article.site, article.byline, article.published,
            say(say.value("event_time_basis", article.published_basis)), article.language, article.url,
            local_name(article.origin), time_out(article.added), time_out(document.revision.captured), *files,
        )])  # fmt: skip

    def _captures(self, document: Document, folder: str, number: int) -> tuple[str, str]:
        """Put in every text of an article and what each came from; the items of the present one."""
        present, put = ("", ""), dict[str, str]()
        for n, revision in enumerate(self._revisions(document), 1):
            is_present = revision.id == document.revision.id
            if document.files_withheld:
                text, original, kind, name = (self.say(WITHHELD_WORDS),) * 2 + ("", "")
                digest = digest_of_original = ""
            else:
                end = "" if is_present else f"-{self.say('earlier')}-{n}"
                text = f"{folder}/{self.say('text')}{end}.txt"
                digest = self._items.put(text, revision.text.encode("utf-8", "replace"))
                original, kind, name = self._original(revision, folder, put)
                digest_of_original = revision.original_id if original else ""
            if is_present:
                present = (text, original)
            self._rows("captures", [(
                number, time_out(revision.captured), self._made(revision),
                time_out(revision.corrected) if revision.corrected else "", self.say("yes" if is_present else "no"),
                text, digest, original, digest_of_original, kind, name, revision.cleaner, revision.fingerprint,
                " ".join(revision.notices),
            )])  # fmt: skip
        return present if not document.files_withheld else ("", "")

    def _revisions(self, document: Document) -> Sequence[Revision]:
        """Every text that the article has had, the present one last."""
        older = document.revisions if self._facts is None else self._facts.revisions(document.article.id)
        return (*(one for one in older if one.id != document.revision.id), document.revision)

    def _made(self, revision: Revision) -> str:
        how = "corrected by hand" if revision.origin in BY_HAND else revision.origin
        return self.say(how)

    def _original(self, revision: Revision, folder: str, put: dict[str, str]) -> tuple[str, str, str]:
        """Put in what a text came from, once; the item, its kind, the name that it had."""
        original = self._stored(revision.original_id)
        if original is None:
            return "", "", ""
        if original.id not in self._archived.copies:
            more = f"-{len(put) + 1}" if put else ""
            name = f"{folder}/{self.say('original')}{more}{suffix_of(original)}"
            self._items.put(name, original.data)
            put[original.id] = self._archived.copies[original.id] = name
        return self._archived.copies[original.id], original.media_type, local_name(original.name)

    def _stored(self, id: str) -> Original | None:
        """A stored file; None where the library has it by name alone, as after an import without originals."""
        try:
            return self._facts.original(id) if self._facts is not None and id else None
        except NotFoundError:
            return None

    def _mark(self, document: Document, mark: Annotation) -> Row:
        places = "; ".join(f"{span.start}–{span.end}" for span in mark.anchor.spans)
        if mark.anchor.revision_id != document.revision.id:
            places += f" ({self.say('stands on an earlier text')})"
        return (
            self._named.marks.of(mark.id), self._named.articles.of(mark.article_id),
            self._labels.get(mark.label, mark.label), places, mark.anchor.quote, self._mentioned(mark.about),
            mark.note, joined(mark.tags), self.say.described(mark.attributes), mark.annotator,
            time_out(mark.created), time_out(mark.modified),
        )  # fmt: skip

    def _mentioned(self, id: str) -> str:
        for kind, numbers in (("Claim", self._named.claims), ("Source", self._named.sources)):
            if number := numbers.known(id):
                return f"{self.say(kind)} {number}"
        return ""

    def _link(self, link: Relation) -> Row:
        marks, ends = self._named.marks, {role: link.end(role) for role in ("from", "to")}
        members = "; ".join(f"{self.say(m.role)}: {marks.of(m.annotation_id)}" for m in link.members)
        return (
            self._named.links.of(link.id), self.say.kind(link),
            *(marks.of(id) if id else "" for id in ends.values()), members,
            self._named.links.of(link.within) if link.within else "", self.say.described(link.attributes), link.note,
            link.annotator, time_out(link.created),
        )  # fmt: skip

    # -- when all have gone by -------------------------------------------------------------------------------------

    def end(self) -> None:
        """Put in the evidence, the lists and the checklist."""
        self._found.find(self._dataset)
        files = sorted(self._found.files(), key=lambda one: self._named.claims.of(one.claim.id))
        self._evidence_files()
        lists = EndLists(self._found, self._named, self._archived, self.say)
        for name, rows in (
            ("claims", lists.claims(files)), ("reviews", lists.reviews(files)), ("who-says", lists.said(files)),
            ("evidence", lists.evidence(files)), ("sources", lists.sources()),
        ):  # fmt: skip
            self._all_rows(name, rows)
        self._all_rows("changes", self._steps())
        self._items.end_lists()
        checklist = Checklist(files, self._named, self._archived, self.say).text()
        self._items.put(self.say("checklist") + ".txt", checklist.encode("utf-8", "replace"))

    def _evidence_files(self) -> None:
        copies = self._archived.copies
        for piece in sorted(self._found.evidence.values(), key=lambda one: self._named.evidence.of(one.id)):
            original = self._stored(piece.target) if piece.form == "file" and piece.target not in copies else None
            if original is not None:
                number, name = self._named.evidence.of(piece.id), short_name(piece.title)
                item = f"{self.say('evidence')}/{number:04}{'-' + name if name else ''}{suffix_of(original)}"
                self._items.put(item, original.data)
                copies[original.id] = item

    def _steps(self) -> Iterator[Row]:
        for step in self._facts.steps([*self._named.articles]) if self._facts is not None else ():
            here = self._named.articles.cell(one.article_id for one in step.articles)
            yield time_out(step.at), step.who, self.say.edit(step.name), here
