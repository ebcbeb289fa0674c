"""BibTeX as biblatex reads it: `@online`, UTF-8, titles in double braces so that no style changes their letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from reader.exchange.exporters.citations.references import (
    HOLDS,
    INSTEAD,
    Options,
    Reference,
    References,
    encoded,
    losses,
)
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.messages import Message
from reader.model.dataset import Dataset
from reader.progress import Progress

_NAMES = {
    "id": "indonesian", "en": "english", "ar": "arabic", "ms": "malay", "de": "german", "fr": "french",
    "es": "spanish", "pt": "portuguese", "nl": "dutch", "ja": "japanese", "zh": "chinese", "ru": "russian",
    "it": "italian", "tr": "turkish", "hi": "hindi", "th": "thai", "vi": "vietnamese", "ko": "korean", "fa": "persian",
}  # fmt: skip
_ESCAPES = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\u00a0": "~",
    "`": r"\textasciigrave{}", "‘": "{‘}",
})  # fmt: skip
# What LaTeX would make one sign of: two hyphens a dash, two apostrophes a quotation mark.
_LIGATURE = re.compile(r"(-(?=-)|'(?='))")
# In an address they are written as they are, but for what would end the field or begin a comment.
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def write(dataset: Dataset, out: BinaryIO, _options: Options) -> Iterator[Progress]:
    """Yield one reference an article."""
    references = References()
    for done, document in enumerate(dataset.documents(), 1):
        out.write(encoded(entry(references.of(document))))
        yield Progress(done, dataset.count, document.article.title)


def entry(one: Reference) -> str:
    """Return a reference as an entry."""
    fields = {
        "title": f"{{{_escaped(one.title)}}}" if one.title else "",
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in one.authors),
        "organization": f"{{{_escaped(one.site)}}}" if one.site else "", "date": "-".join(one.day),
        "url": one.url.translate(_IN_ADDRESS), "urldate": "-".join(one.seen), "langid": _language(one.language),
        "keywords": ", ".join(_escaped(tag.replace(",", ";")) for tag in one.tags), "note": _escaped(one.note),
    }  # fmt: skip
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{one.key},\n{lines}\n}}\n\n"


def _escaped(text: str) -> str:
    return _LIGATURE.sub(r"\1{}", text.translate(_ESCAPES))


def _language(code: str) -> str:
    return _NAMES.get(code.split("-")[0].lower(), "")


EXPORTER = Exporter(
    "bibtex",
    "BibTeX",
    ".bib",
    "application/x-bibtex",
    Message("For LaTeX, JabRef and Zotero: the articles as references."),
    Options,
    Profile(HOLDS, instead=INSTEAD),
    write,
    losses,
    opens=rb"@online\{",
)
