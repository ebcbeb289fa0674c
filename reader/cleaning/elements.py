"""HTML elements by what the walk does with them. Anything not named here is an inline element without a mark."""

from __future__ import annotations

from reader.model.articles import InlineKind


def names(line: str) -> frozenset[str]:
    """Return the names in a line."""
    return frozenset(line.split())


BLOCKS = names(
    "address article aside audio blockquote body button canvas caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript "
    "object ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul video "
    "xmp listing plaintext svg"
)
SKIPPED = names("script style head template noembed noframes iframe datalist rt rp rtc")
READINGS = names("rt rtc")  # of the ruby text before them
RAW = names("script style iframe noembed noframes")
VOID = names("img br hr input wbr source track area col embed param link meta base")
PICTURES = names("img amp-img")
PREFORMATTED = names("pre xmp listing plaintext textarea")
# Elements that would swallow what follows, or that lxml treats in a way of its own, are plain boxes in the copy.
STAND_INS = names("xmp plaintext listing select option textarea svg canvas audio video object frameset")
INLINE = {
    "b": InlineKind.STRONG,
    "strong": InlineKind.STRONG,
    "i": InlineKind.EMPHASIS,
    "em": InlineKind.EMPHASIS,
    "cite": InlineKind.CITATION,
    "dfn": InlineKind.EMPHASIS,
    "code": InlineKind.CODE,
    "kbd": InlineKind.KEYBOARD,
    "samp": InlineKind.CODE,
    "tt": InlineKind.CODE,
    "a": InlineKind.LINK,
}
# Marks that say something beside their words. The extractors see a `span` in their place, as they always have.
MEANINGS = {
    "q": InlineKind.QUOTATION,
    "ins": InlineKind.INSERTION,
    "abbr": InlineKind.ABBREVIATION,
    "acronym": InlineKind.ABBREVIATION,
    "ruby": InlineKind.RUBY,
    "mark": InlineKind.HIGHLIGHT,
    "time": InlineKind.TIME,
    "math": InlineKind.MATH,
    "var": InlineKind.EMPHASIS,
    "sup": InlineKind.SUPERSCRIPT,
    "sub": InlineKind.SUBSCRIPT,
}
LISTS = names("ul ol menu dir")
HEADINGS = {f"h{n}": n for n in range(1, 7)}
WHOLE = names("html body article main")  # their class names speak of the page, not of one part


# The element that stands for each in the extractor's copy; for all others it is a `span`.
COPIED = {tag: "div" if tag in STAND_INS else tag for tag in BLOCKS | INLINE.keys() | VOID | STAND_INS}
