"""A page of an invented story into which tests put what they are about."""

from __future__ import annotations

from reader.cleaning import clean
from reader.model.articles import Block, BlockKind, InlineKind
from reader.model.pages import Cleaned, Page

FIRST = (
    "The lighthouse council of Ostrava Bay said on Monday that the lamp had burned without a break since the "
    "spring, that no keeper had complained, and that every log was signed by the same hand."
)
SECOND = (
    "Three keepers, who wished to stay unnamed, told another story: the lamp had gone out twice in April, for "
    "a whole night each time, and two fishing boats had come close to the reef before it was lit again."
)
LAST = (
    "The council answered on Friday that it knew of one such night only, and that the boats had been warned by "
    "radio in good time, as the harbour master had written down in his own book that evening."
)
TITLE = "Lamp went out twice"


def lamp(inside: str, *, after: str = "", lang: str = "en", head: str = "") -> Cleaned:
    """The cleaned story with `inside` behind its first paragraph and `after` behind its article."""
    body = f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{LAST}</p></article>{after}"
    html = f"<!doctype html><html lang={lang}><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    return clean(Page("lamp.html", "lamp.html", html.encode(), "text/html", url="https://bay.example/lamp"))


def line(inside: str) -> str:
    """A paragraph of the story's that holds `inside`."""
    before = "The oldest keeper, who has served for thirty years, wrote of"
    return f"<p>{before} {inside} in his log, and nobody in the tower doubted that it was so.</p>"


def blocks(result: Cleaned, kind: BlockKind) -> list[Block]:
    return [block for block in result.blocks if block.kind is kind]


def words(result: Cleaned, kind: BlockKind) -> list[str]:
    return [block.span.of(result.text) for block in blocks(result, kind)]


def marked(result: Cleaned, kind: InlineKind) -> list[tuple[str, str, dict[str, str]]]:
    """Words, target and attributes of each inline mark of a kind."""
    return [(m.span.of(result.text), m.target, dict(m.attrs)) for m in result.inline if m.kind is kind]
