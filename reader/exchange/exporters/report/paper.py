"""The report as a paper: open questions, who stands where, each claim, the sources, the articles."""

from __future__ import annotations

from collections.abc import Iterator

from reader.exchange.exporters.paper.opening import REPORT
from reader.exchange.exporters.paper.parts import (
    Grid,
    Heading,
    Paper,
    Paragraph,
    Part,
    Piece,
    Section,
    Words,
    linked,
    plain,
)
from reader.exchange.exporters.paper.words import Language
from reader.exchange.exporters.paper.writing import isolated
from reader.exchange.exporters.report.claims import ClaimParts
from reader.exchange.exporters.report.matrix import matrix
from reader.exchange.exporters.report.open_questions import open_questions
from reader.exchange.exporters.report.other_marks import other_marks
from reader.exchange.exporters.report.story import Story
from reader.exchange.exporters.report.wording import Wording
from reader.model.articles import Article
from reader.model.claims import Source


def report(story: Story, language: str) -> Paper:
    """Return the report of a story, in `en` or `id`."""
    say = Language(language)
    wording = Wording(story, say)
    counts = say.counted("claims", len(story.rows)), say.counted("articles", len(story.articles))
    lead = (
        Paragraph(plain(say("report_lead", *counts)), "lead"),
        Paragraph(plain(say("as_of", say.moment(story.as_of))), "facts"),
        *_cautions(wording),
    )
    if not story.rows:  # nothing to weigh, but what was marked is shown
        body: tuple[Part, ...] = (Paragraph(plain(say("no_claims")), "notice"),)
        sections: tuple[Section, ...] = (Section((*body, *_articles(wording), *other_marks(wording))),)
    else:
        chapters = (
            (*open_questions(story.rows, wording), *matrix(story.rows, wording)),
            tuple(ClaimParts(story.rows, wording).parts()),
            (*_sources(wording), *_articles(wording)),
            tuple(other_marks(wording)),
        )
        sections = tuple(Section(parts) for parts in chapters if parts)
    return Paper(
        say("report_title", story.name), say.id, REPORT, sections, lead, say("contents"), say("page"), story.as_of
    )


def _cautions(wording: Wording) -> Iterator[Part]:
    """What is not sure about the texts: whoever reads on must know it."""
    for id, kept in wording.story.kept.items():
        for said in kept.cautions:
            title = isolated(wording.story.articles[id].title)
            yield Paragraph((Piece(f"“{title}”: ", bold=True), Piece(wording.say.notice(said))), "notice")


def _sources(wording: Wording) -> Iterator[Part]:
    sources, say = wording.story.sources(), wording.say
    if not sources:
        return
    yield Heading(1, plain(say("sources")), "sources")
    head = (plain(say("source")), plain(say("who_that_is")), plain(say("how_named")))
    yield Grid("", head, tuple(_source(source, wording) for source in sources), (2, 3, 2), row_heads=True)


def _source(source: Source, wording: Wording) -> tuple[Words, ...]:
    say, party = wording.say, wording.story.known.get(source.party)
    who = [say.value("kind", source.kind)] if source.kind else []
    who += [x for x in (source.role, source.affiliation) if x]
    who += [say("speaks_for", wording.source_name(party))] if isinstance(party, Source) else []
    who += [say("also", ", ".join(source.aliases))] if source.aliases else []
    how = [say.value("identification", source.identification)] if source.identification else []
    how += [say.value("identity_basis", source.identity_basis)] if source.identity_basis else []
    how += [say.value("ground_rules", source.ground_rules)] if source.ground_rules else []
    how += [say("reliability", say.value("reliability", source.reliability))] if source.reliability else []
    own = [say("reached_at", source.address)] if source.address else []
    own += [say("note", source.note)] if source.note else []
    return plain(wording.source_name(source)), plain(", ".join(who)), plain("\n".join([", ".join(how), *own]).strip())


def _articles(wording: Wording) -> Iterator[Part]:
    say = wording.say
    yield Heading(1, plain(say("the_articles")), "articles")
    head = (plain(say("article")), plain(say("where_when")), plain(say("copy_kept")))
    yield Grid(
        "", head, tuple(_article(a, wording) for a in wording.story.articles.values()), (3, 3, 3), row_heads=True
    )


def _article(article: Article, wording: Wording) -> tuple[Words, ...]:
    say, kept = wording.say, wording.story.kept[article.id]
    where = [x for x in (article.site, article.byline, wording.published(article)) if x]
    address = (Piece("\n"), *linked(article.url, article.url)) if article.url else ()
    digest = say("sha", kept.original) if kept.original else say("no_original")
    return (
        plain(article.title),
        (Piece(", ".join(where)), *address),
        plain(f"{wording.captured(article)}\n{digest}"),
    )
