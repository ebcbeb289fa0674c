"""Articles as papers: facts, text with marks in place, and, where no comments carry them, each mark with its note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.exchange.exporters.coded import Coded, End, Link
from reader.exchange.exporters.codes import Codes
from reader.exchange.exporters.corrections import basis_words, corrections
from reader.exchange.exporters.marked.body import Body
from reader.exchange.exporters.paper.attributes import attributes_said
from reader.exchange.exporters.paper.parts import (
    Heading,
    Paragraph,
    Part,
    Piece,
    Quotation,
    Section,
    Sign,
    linked,
    plain,
)
from reader.exchange.exporters.paper.words import Language
from reader.exchange.exporters.struck import quotation
from reader.model.articles import Article, BlockKind
from reader.model.dataset import Document
from reader.model.struck_places import StruckPlace, struck_places
from reader.notices import cautions

Links = Mapping[str, Sequence[Link]]


def legend(codes: Codes, say: Language) -> Paragraph:
    """Return the labels of the set with their letters and how many marks each has."""
    return Paragraph(plain(say("legend", ", ".join(f"{c} {x.name} ({n})" for c, x, n in codes.labels()))), "facts")


class MarkedArticle:
    """One article of a set; `comments`: what is said of its marks stands in comments, and is not listed again."""

    def __init__(self, document: Document, codes: Codes, say: Language, *, texts: bool, comments: bool) -> None:
        self._document, self._say = document, say
        self._texts, self._comments = texts, comments
        self.marks = codes.marks(document)
        self._links: Links = codes.links(document, self.marks)
        self._signs: dict[str, Sign] = {}

    def section(self) -> Section:
        """Return the whole of it."""
        return Section(tuple(self._parts()), self._document.article.language)

    def _parts(self) -> Iterator[Part]:
        article, revision = self._document.article, self._document.revision
        struck = struck_places(revision)
        body = list(Body(revision, self._say, self.sign).parts(self.marks, struck)) if self._texts else []
        blocks = revision.blocks
        titled = (
            bool(body) and bool(blocks) and blocks[0].kind is BlockKind.TITLE and "title" not in article.as_published
        )
        anchor = f"article-{article.id}"
        if titled and isinstance(body[0], Heading):
            yield from self._facts(article, struck)
            yield Heading(1, body[0].words, anchor)
            body = body[1:]
        else:
            yield Heading(1, plain(article.title or self._say("article")), anchor)
            yield from self._facts(article, struck)
        yield from body
        yield from self._list(struck)

    def _facts(self, article: Article, struck: Sequence[StruckPlace]) -> Iterator[Part]:
        say, revision = self._say, self._document.revision
        published = say.day(article.published) + basis_words(article, say) if article.published else ""
        facts = [
            x for x in (article.site, article.byline, published, say("captured", say.moment(revision.captured))) if x
        ]
        address = (Piece("\n"), *linked(article.url, article.url)) if article.url else ()
        yield Paragraph((Piece(" · ".join(facts)), *address), "facts")
        if article.tags:
            yield Paragraph(plain(say("tags", ", ".join(article.tags))), "facts")
        yield from (Paragraph(plain(words), "facts") for words in corrections(self._document, say))
        noted = [say.notice(one) for one in cautions(revision.notices)]
        noted += [say.counted("struck_places", len(struck))] if struck else []
        yield from (Paragraph(plain(say("notice", words)), "notice") for words in noted)

    # -- the marks -----------------------------------------------------------------------------------------------------

    def sign(self, mark: Coded) -> Sign:
        """Return what stands on a mark in the text."""
        a, label = mark.annotation, mark.label
        if a.id not in self._signs:
            said = tuple(self._said(mark)) if self._comments else ()
            self._signs[a.id] = Sign(
                a.id, mark.code, label.name, label.colour, label.underline.value, said, a.annotator, a.created,
                own=int(bool(a.note)),
            )  # fmt: skip
        return self._signs[a.id]

    def _said(self, mark: Coded) -> Iterator[str]:
        """What is said of a mark, a line each."""
        a, say = mark.annotation, self._say
        if a.note:
            yield a.note
        if a.tags:
            yield say("tags", ", ".join(a.tags))
        yield from attributes_said(a.attributes, say)
        yield from (self._link(link) for link in self._links.get(a.id, ()))

    def _list(self, struck: Sequence[StruckPlace]) -> Iterator[Part]:
        placed = [mark for mark in self.marks if mark.is_placed]
        lost = [mark for mark in self.marks if not mark.is_placed]
        if not self.marks:
            yield Paragraph(plain(self._say("no_marks")), "facts")
        if placed and not (self._comments and self._texts):
            yield Heading(2, plain(self._say("marks")))
            yield from (part for mark in placed for part in self._mark(mark, struck))
        if lost:
            yield Heading(2, plain(self._say("orphans")))
            yield from (part for mark in lost for part in self._mark(mark, ()))

    def _mark(self, mark: Coded, struck: Sequence[StruckPlace]) -> Iterator[Part]:
        a, say = mark.annotation, self._say
        who = ", ".join(x for x in (a.annotator, say.day(a.created.date().isoformat())) if x)
        yield Paragraph((Piece(f"{mark.code} · {mark.label.name}", bold=True), Piece(f" ({who})", muted=True)), "who")
        words = tuple(Piece(one, struck=is_struck) for one, is_struck in quotation(self._document.revision, a, struck))
        yield Quotation(words if a.anchor.quote else plain(say("no_words")))
        if lines := list(self._said(mark)):
            yield Paragraph(plain("\n".join(lines)))

    def _link(self, link: Link) -> str:
        if link.directed:
            words = f"{self._end(link.ends[0])} {link.kind} {self._end(link.ends[1])}"
        else:
            words = f"{link.kind}: " + ", ".join(f"{end.role} {self._end(end)}" for end in link.ends)
        how = f" ({'; '.join(link.said)})" if link.said else ""
        note = f" — {link.note}" if link.note else ""
        return words + how + note + (f" ({link.annotator})" if link.annotator else "")

    def _end(self, end: End) -> str:
        return f"{end.code} {self._say('in_article', end.title)}" if end.title else end.code
