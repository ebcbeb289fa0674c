"""What an element's name, role and class names say of the words inside it."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.cleaning.raw import Hint

_TAGS = {
    "nav": Hint.NAVIGATION,
    "menu": Hint.NAVIGATION,
    "aside": Hint.ASIDE,
    "header": Hint.HEADER,
    "footer": Hint.FOOTER,
    "figure": Hint.FIGURE,
    "figcaption": Hint.FIGURE,
    "address": Hint.BYLINE,
    "time": Hint.DATE,
    "select": Hint.FORM,
    "button": Hint.FORM,
    "textarea": Hint.FORM,
    "option": Hint.FORM,
    "label": Hint.FORM,
    "dialog": Hint.PROMOTION,
    "video": Hint.FALLBACK,
    "audio": Hint.FALLBACK,
    "canvas": Hint.FALLBACK,
    "noscript": Hint.FALLBACK,
    "svg": Hint.FALLBACK,
    "object": Hint.FALLBACK,
    "xmp": Hint.FALLBACK,
    "article": Hint.ARTICLE,
    "main": Hint.ARTICLE,
}
_ROLES = {
    "navigation": Hint.NAVIGATION,
    "menu": Hint.NAVIGATION,
    "menubar": Hint.NAVIGATION,
    "search": Hint.FORM,
    "complementary": Hint.ASIDE,
    "contentinfo": Hint.FOOTER,
    "banner": Hint.HEADER,
    "dialog": Hint.PROMOTION,
    "alertdialog": Hint.PROMOTION,
    "doc-endnote": Hint.NOTE,
    "doc-endnotes": Hint.NOTE,
    "doc-footnote": Hint.NOTE,
}
_EDGE = r"(?:^|[\s_:-])"
_NAMES = (
    (Hint.NAVIGATION, r"nav(?:bar|igation)?|menu|breadcrumbs?|pagination|pager|topbar|toc"),
    (Hint.COMMENTS, r"comments?|komentar|disqus|responses|livefyre"),
    (Hint.RELATED, r"related|recommend(?:ed|ations?)?|read-?(?:also|more|next)|bacajuga|baca-juga|"
     r"more-?(?:stories|news)|terkait|also-?read|lihat-?juga|simak-?juga|trending|popular|terpopuler|most-?read|outbrain|taboola|inline-?related"),
    (Hint.SHARE, r"shar(?:e|ing)(?:daddy|this|bar|-?(?:buttons?|tools?|links?))?|"
     r"social(?:-?(?:media|links?|share))?|addtoany|bagikan|follow(?:-us)?"),
    (Hint.PROMOTION, r"newsletter|subscri(?:be|ption)|promo(?:tion)?|sponsor(?:ed)?|advert(?:isement|s)?|ads?|banner|"
     r"paywall|cookie(?:s|-consent)?|consent|iklan|signup|sign-up|donat(?:e|ion)|cta|popup|modal|gdpr"),
    (Hint.BYLINE, r"by-?line|authors?|writer|penulis|reporter|journalist|contributors?"),
    (Hint.EDITOR, r"editor|penyunting"),
    (Hint.DATE, r"dates?|time|timestamp|datetime|"
     r"pubdate|publish(?:ed)?(?:-(?:date|on|at))?|posted(?:-on)?|tanggal|waktu|dateline"),
    (Hint.STANDFIRST, r"standfirst|stand-first|dek|deck|subtitle|sub-?head(?:line)?|"
     r"summary|excerpt|lead-?(?:text|in)|sapo|strapline"),
    (Hint.CREDIT, r"captions?|credits?|photo-?(?:credit|by)|wp-caption-text|copyright"),
)  # fmt: skip
# These say little alone; the model weighs them.
_CUES = (
    (Hint.BODY, r"(?:article|story|entry|post|content|main|news|text)-?(?:body|content|text|copy|main|inner|wrapper)|body-?(?:text|copy|content)|"
     r"articlebody|paragraphs?|rich-?text|prose|field--name-body|wysiwyg|content|isi|artikel"),
    (Hint.TEASER, r"teasers?|cards?|tiles?|carousel|slider|swiper|slick|grid|listing|feed|items?|thumb(?:nail)?s?|posts|articles|stories|headlines|latest|list"),
    (Hint.SIDE, r"sidebar|side|rail|widgets?|right|left|aside|secondary|column-?(?:right|left)|sticky"),
    (Hint.EMBED, r"embeds?|twitter(?:-tweet)?|tweet|instagram(?:-media)?|facebook|tiktok|bluesky|social-?embed|iframe|oembed"),
    (Hint.TAGS, r"tags?|topics?|keywords?|categor(?:y|ies)|labels?|kicker|rubric|section-?name|channel"),
    (Hint.ABOUT, r"(?:author-?)?bio(?:graphy)?|about|profile|author-?(?:box|info|card)"),
    (Hint.LEGAL, r"copyrights?|legal|disclaimer|corrections?|terms|privacy|policy|licen[cs]e"),
    (Hint.BOX, r"(?:fact|info|text)-?box|factbox|infobox|note|box|callout|panel|accordion|key-?points|takeaways?"),
    (Hint.LEAD, r"lead|intro|perex|abstract|chapo|entradilla|preamble|ingress|bajada|teaser-?text|description|leitura|lede"),
    (Hint.META, r"meta|info|details?|data|footer|head(?:er)?|toolbar|tools|actions|utility|stats"),
    (Hint.NOTE, r"(?:foot|end)-?notes?|note-?list|fn-?(?:group|list)"),
    (Hint.MEDIA, r"gallery|video|player|media|image|img|photo|picture|foto|lightbox|audio|podcast|wp-caption"),
)  # fmt: skip


def _found(names: tuple[tuple[Hint, str], ...]) -> re.Pattern[str]:
    groups = "|".join(f"(?P<n{i}>{words})" for i, (_, words) in enumerate(names))
    return re.compile(rf"{_EDGE}(?:{groups})(?=$|[\s_:\d-])")  # the edge once: every word begins with a letter


_TABLES = ((_NAMES, _found(_NAMES)), (_CUES, _found(_CUES)))
# `relatedPosts` is two words, `header` is one: "ad" and "lead" must not be found inside others.
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NONE_SHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)


def of_tag(tag: str) -> int:
    """Return the hints of an element's name."""
    return int(_TAGS.get(tag, 0))


def of_names(names: str) -> int:
    """Return the hints of an element's class and id, joined by a space."""
    hints = 0
    for name in names[:300].split():
        hints |= _of_name(name)
    return hints


@lru_cache(maxsize=16384)  # a site's elements share their names in ever new company
def _of_name(name: str) -> int:
    hints = 0
    lower = _CAMEL.sub("-", name).lower()
    for table, pattern in _TABLES:
        for found in pattern.finditer(lower):
            hints |= int(table[int((found.lastgroup or "n0")[1:])][0])
    return hints


def of_role(role: str) -> int:
    """Return the hints of an ARIA role."""
    return int(_ROLES.get(role.strip().lower(), 0))


def unseen(style: str) -> bool:
    """Return true when an inline style keeps the element off the screen."""
    return _NONE_SHOWN.search(style) is not None
