"""The list of an article's marks in the report: a card each. In Python and not in the template, which takes four times
as long where marks come by the thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape

from reader.exchange.exporters.coded import Coded, End, Link
from reader.exchange.exporters.paper.attributes import attributes_said
from reader.exchange.exporters.paper.words import Language

# Names of labels, people and colours come again and again.
escaped_name = lru_cache(maxsize=4096)(escape)


def cards_html(
    marks: Sequence[Coded], quotes: Mapping[str, str], links: Mapping[str, Sequence[Link]], say: Language, *,
    is_text_shown: bool,
) -> str:  # fmt: skip
    """Return the cards of `marks` in their lists; `quotes` are their words as HTML by code, `links` by mark."""
    placed = [mark for mark in marks if mark.is_placed]
    parts = [_list(placed, quotes, links, say, is_text_shown=is_text_shown)] if placed else []
    if len(placed) < len(marks):
        lost = [mark for mark in marks if not mark.is_placed]
        parts += [
            f'<h3 class="part">{escape(say("orphans"))}</h3>',
            _list(lost, quotes, links, say, is_text_shown=False),
        ]
    return "\n".join(parts)


def _list(
    marks: Iterable[Coded], quotes: Mapping[str, str], links: Mapping[str, Sequence[Link]], say: Language, *,
    is_text_shown: bool,
) -> str:  # fmt: skip
    cards = (
        "\n".join(_card(m, quotes[m.code], links.get(m.annotation.id, ()), say, is_text_shown=is_text_shown))
        for m in marks
    )
    return '<ol class="cards">\n' + "\n".join(cards) + "\n</ol>"


def _card(mark: Coded, quote: str, links: Sequence[Link], say: Language, *, is_text_shown: bool) -> Iterator[str]:
    a, label = mark.annotation, mark.label
    id = escape(a.id)
    day = say.day(f"{a.created:%Y-%m-%d}")
    who = f"{escaped_name(a.annotator)}, {day}" if a.annotator else day
    place = f' href="#t-{id}"' if is_text_shown else ""
    yield f'<li id="m-{id}" class="c-{escaped_name(label.colour)}">'
    yield f'<a class="badge"{place}>{mark.code}</a>\n<div>'
    yield (
        f'<span class="what mark u-{label.underline.value}" dir="auto">{escaped_name(label.name)}</span>'
        f' <span class="who">{who}</span>\n<q dir="auto">{quote or escape(say("no_words"))}</q>'
    )
    if a.note:
        yield f'<p class="note" dir="auto">{escape(a.note)}</p>'
    if a.tags:
        yield _items("tags", map(escaped_name, a.tags))
    if a.attributes:
        yield _items("values", map(escape, attributes_said(a.attributes, say)))
    if links:
        yield _items("links", (_link(link, say) for link in links))
    yield "</div>\n</li>"


def _items(name: str, items: Iterable[str]) -> str:
    return f'<ul class="{name}">' + "".join(f'<li dir="auto">{item}</li>' for item in items) + "</ul>"


def _link(link: Link, say: Language) -> str:
    if link.directed:
        words = f"{_end(link.ends[0], say)} {escaped_name(link.kind)} → {_end(link.ends[1], say)}"
    else:
        words = f"{escape(link.kind)}: " + ", ".join(f"{escape(e.role)} {_end(e, say)}" for e in link.ends)
    how = f" ({escape('; '.join(link.said))})" if link.said else ""
    note = f" — {escape(link.note)}" if link.note else ""
    return (
        words + how + note + (f' <span class="who">({escaped_name(link.annotator)})</span>' if link.annotator else "")
    )


def _end(end: End, say: Language) -> str:
    shown = f'<a href="#{escape(end.anchor)}">{escape(end.code)}</a>'
    return f"{shown} {escape(say('in_article', end.title))}" if end.title else shown
