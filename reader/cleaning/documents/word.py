"""Word documents (`.docx`): headings, lists, tables, links, notes, quotations and pictures, by mammoth."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from reader.cleaning.documents.unzipped import Unzipped
from reader.cleaning.documents.whole import Whole
from reader.errors import CleaningError
from reader.model.articles import Metadata
from reader.model.pages import Cleaned, Page

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
b => strong
i => em
strike => s
"""
_BACK = re.compile(r"\s*<a href=\"#(?:foot|end)note-ref-\d+\">\u2191</a>")
_REFERENCE = re.compile(r"<sup>(<a href=\"#(?:foot|end)note-[^<]*</a>)</sup>")
_FAULTS = (
    zipfile.BadZipFile, KeyError, ValueError, IndexError, AttributeError, TypeError, OSError, EOFError,
    NotImplementedError, RecursionError,
)  # fmt: skip
_PROGRAMS = ("python-docx", "microsoft office user", "user", "admin", "administrator", "windows user", "un-named")
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def read_word(page: Page) -> Cleaned:
    """Return the document. Raises `CleaningError`, naming the file, when it is broken or has no words."""
    archive = Unzipped(page)
    archive.refuse_too_large()
    _refuse_entities(page, archive)
    whole = Whole.of(_BACK.sub("", _markup(page)), page.url)
    if not whole.has_words:
        raise CleaningError("{0}: there are no words in this document", page.address)
    metadata = whole.entitle(_metadata(archive), "document properties", "first heading")
    return whole.cleaned(metadata, "utf-8")


def _refuse_entities(page: Page, archive: Unzipped) -> None:
    """No program that writes such documents declares entities, which may name files or grow without end."""
    for path in archive.paths:
        if path.endswith((".xml", ".rels")) and _FORBIDDEN.search(archive.read(path) or b"") is not None:
            raise CleaningError("{0}: {1} in this document declares entities; it was not read", page.address, path)


def _markup(page: Page) -> str:
    from xml.parsers.expat import ExpatError

    import mammoth

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(page.data), style_map=_STYLES, convert_image=mammoth.images.data_uri,
            external_file_access=False,
        )  # fmt: skip
    except (*_FAULTS, ExpatError) as error:
        raise CleaningError("{0}: this Word document is broken ({1})", page.address, str(error)) from error
    return _REFERENCE.sub(r"<sup>\1</sup>", str(made.value))


def _metadata(archive: Unzipped) -> Metadata:
    """Title, author, day and language as the document's properties have them. The day is that of the last change, and
    no day of publication; it is not taken for one."""
    root = archive.tree("docProps/core.xml")
    title, author, language = (_property(root, name) for name in ("title", "creator", "language"))
    author = "" if author.casefold() in _PROGRAMS else author
    basis = {name: "document properties" for name, value in (("byline", author), ("language", language)) if value}
    return Metadata(title=title, byline=author, language=language.partition("-")[0].casefold()[:8], basis=basis)


def _property(root: Any, name: str) -> str:
    found = next(root.iter(f"{{*}}{name}"), None) if root is not None else None
    return " ".join("".join(found.itertext()).split())[:500] if found is not None else ""
