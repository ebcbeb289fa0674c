"""How the report words what it has: who speaks, how, where, through whom, and why that does or does not count."""

from __future__ import annotations

import re

from reader.board.counting import NOBODY
from reader.board.values import Row
from reader.board.voice import OWN, UNSAID, Voice
from reader.exchange.exporters.paper.parts import Piece, Words, linked, plain
from reader.exchange.exporters.paper.words import Language
from reader.exchange.exporters.paper.writing import isolated
from reader.exchange.exporters.report.story import Story
from reader.exchange.exporters.withheld import WITHHELD
from reader.model.articles import Article
from reader.model.claims import Source
from reader.model.protection import PROTECTING_RULES, UNNAMED

SHORT = 90  # characters of a claim's wording in tables and lists
_NUMBERED = re.compile(r"Source (\d+)")


class Wording:
    """The words of one story in one language."""

    def __init__(self, story: Story, say: Language) -> None:
        self.story, self.say = story, say
        self._sources = {s.id: s for s in story.sources()}

    # -- who -----------------------------------------------------------------------------------------------------------

    def source_name(self, source: Source) -> str:
        """Return the name of a source; of one that is withheld, its number and what protects it."""
        number = _NUMBERED.fullmatch(source.name)
        if WITHHELD in source.extra and number is not None:
            return self.say("withheld_source", number[1], self.protection(source))
        return source.name

    def protection(self, source: Source) -> str:
        """Return the rule that protects a source."""
        if source.ground_rules in PROTECTING_RULES:
            return self.say.value("ground_rules", source.ground_rules)
        return self.say.value("identification", UNNAMED) if source.identification == UNNAMED else self.say("protected")

    def name(self, key: str, name: str) -> str:
        """Return the name of whoever a key of the board names."""
        if source := self._sources.get(key):
            return self.source_name(source)
        return name

    def speaker(self, voice: Voice) -> str:
        """Return who speaks."""
        if voice.name:
            party = self._sources.get(voice.party)
            name = self.name(voice.key, voice.name)
            if party is not None and voice.party != voice.key:
                return f"{name} ({self.say('speaks_for', self.source_name(party))})"
            return name
        return self.unnamed(voice.party, voice.why, self.story.articles.get(voice.mark.article_id))

    def unnamed(self, party: str, why: str, article: Article | None) -> str:
        """Return whose words without a source are."""
        if party == UNSAID:
            return self.say("not_said_who")
        if party == OWN and why == NOBODY:
            return self.say("nobody_named")
        return self.say("outlet_of", article.site) if article is not None and article.site else self.say("own_words")

    def chain(self, voice: Voice) -> str:
        """Return the names from who is committed to the outlet; empty where the speaker stands in it directly."""
        by_name = {s.name: self.source_name(s) for s in self._sources.values()}
        names = [by_name.get(name, name) for name in voice.chain]
        return " → ".join(map(isolated, names)) if len(names) > 1 else ""

    # -- how -----------------------------------------------------------------------------------------------------------

    def manner(self, voice: Voice) -> str:
        """Return how somebody stands to a claim: what the form of an answer is, how sure, word for word or not."""
        said = [self.say.value("response_form", voice.form) if voice.form else self.stance(voice.stance)]
        if voice.factuality:
            said.append(self.say.value("factuality", voice.factuality))
        attribution = self.story.attribution(voice.relation)
        for field in ("attribution_type", "quote_type", "channel", "engagement") if attribution else ():
            value = attribution.said(field) if attribution else ""
            if value and (field, value) != ("attribution_type", "assertion"):
                said.append(self.say.value(field, value))
        if attribution is not None and (hedge := attribution.said("hedge")):
            said.append(self.say("hedge", hedge))
        return ", ".join(said)

    def stance(self, stance: str) -> str:
        """Return a stance in words."""
        return self.say.value("response_form" if stance == "silent" else "stance", stance)

    def why(self, reason: str) -> str:
        """Return why a voice does not count as a source of its own."""
        return self.say(f"why_{reason}")

    # -- where ---------------------------------------------------------------------------------------------------------

    def published(self, article: Article) -> str:
        """Return the date of an article, and that it is inferred where it is."""
        day = self.say.day(article.published) if article.published else ""
        if day and article.published_basis in ("inferred", "corrected"):
            return self.say(f"published_{article.published_basis}", day)
        return day

    def captured(self, article: Article) -> str:
        """Return when the text of an article was captured."""
        return self.say("captured", self.say.moment(self.story.kept[article.id].captured))

    def place(self, article_id: str) -> Words:
        """Return outlet, title, date and capture of an article; the title leads to the page."""
        article = self.story.articles.get(article_id)
        if article is None:
            return ()
        before = plain(f"{isolated(article.site)}, ") if article.site else ()
        behind = ", ".join(x for x in (self.published(article), self.captured(article)) if x)
        return (*before, *linked(f"“{isolated(article.title)}”", article.url), Piece(f", {behind}"))

    # -- which claim ---------------------------------------------------------------------------------------------------

    def claim(self, row: Row) -> str:
        """Return the claim in short."""
        return short(row.wording) or self.say("no_words")

    def reference(self, number: int, row: Row) -> Words:
        """Return the number and the wording of a claim, leading there."""
        return (Piece(self.say("number", number, self.claim(row)), link=f"#claim-{number}"),)


def short(text: str, most: int = SHORT) -> str:
    """Return a text on one line, cut at a word when it is long."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
