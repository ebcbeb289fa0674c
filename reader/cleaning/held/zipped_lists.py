"""Lists in a ZIP archive: Omnivore's with texts and highlights, Pocket's in parts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from reader.cleaning.decode import decode
from reader.cleaning.documents.unzipped import Unzipped
from reader.cleaning.held.entries import at_once, dicts, held, part
from reader.cleaning.held.json_lists import list_in_json, omnivore
from reader.cleaning.held.tables import list_in_table
from reader.errors import CleaningError
from reader.messages import Message
from reader.model.held import Held, Highlight, Listed
from reader.model.pages import Page

_METADATA = re.compile(r"(?:^|/)metadata_\d+_to_\d+\.json$")
_TABLE = re.compile(r"\.(?:csv|json)$", re.I)
_MOST_TABLES = 200


def list_in_zip(page: Page) -> Held | None:
    """Return the list in an archive; None when it holds none."""
    try:
        archive = Unzipped(page)
    except CleaningError:  # a page that is followed by an archive, or one that is broken: told by who reads these
        return None
    paths = archive.paths
    metadata = sorted(path for path in paths if _METADATA.search(path))
    if metadata:
        return at_once(_omnivore(page, archive, metadata))
    tables = sorted(path for path in paths if _TABLE.search(path) and "__MACOSX" not in path)
    if not tables or len(tables) > _MOST_TABLES or any(path.endswith((".html", ".htm", ".xhtml")) for path in paths):
        return None
    return _tables(page, archive, tables)


def _tables(page: Page, archive: Unzipped, paths: list[str]) -> Held | None:
    found: list[Held] = []
    for path in paths:
        inner = replace(page, address=f"{page.address}/{path}", name=path, data=b"", media_type="text/plain")
        text = decode(archive.read(path) or b"").text.lstrip("\ufeff")
        part = list_in_json(inner, text) or list_in_table(inner, text)
        if part is not None:
            found.append(part)
    if not found:
        return None
    entries = tuple(one for some in found for one in some.entries)
    return at_once(Held(found[0].what, entries, tuple(one for some in found for one in some.problems)))


def _omnivore(page: Page, archive: Unzipped, metadata: list[str]) -> Held:
    problems: list[Message] = []
    found = held("Omnivore", _entries(page, archive, metadata, problems), page)
    return replace(found, problems=(*problems, *found.problems))


def _entries(page: Page, archive: Unzipped, metadata: list[str], problems: list[Message]) -> Iterator[Listed]:
    number = 0
    for path in metadata:
        try:
            value = json.loads(archive.read(path) or b"")
        except (ValueError, RecursionError) as error:
            problems.append(Message("{0}, {1}: {2}", page.address, path, str(error)))
            continue
        folder = path.rpartition("/")[0]
        root = f"{folder}/" if folder else ""
        for one, raw in zip(omnivore(page, value), dicts(value), strict=True):
            number += 1
            yield _with_text(page, archive, one, root, str(raw.get("slug") or ""), number)


def _with_text(page: Page, archive: Unzipped, one: Listed, root: str, slug: str, number: int) -> Listed:
    text = archive.read(f"{root}content/{slug}.html") or b"" if slug else b""
    marks = archive.read(f"{root}highlights/{slug}.md") or b"" if slug else b""
    return replace(
        one,
        page=part(page, number, one.url, decode(text, "utf-8", markup=True).text, one.title) if text else None,
        highlights=tuple(_highlights(decode(marks, "utf-8").text)) if marks else (),
    )


def _highlights(text: str) -> Iterator[Highlight]:
    """Quotations of Markdown, each perhaps with a note below it."""
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = block.strip().split("\n")
        quote = "\n".join(line[1:].strip() for line in lines if line.startswith(">"))
        note = "\n".join(line for line in lines if not line.startswith((">", "#")))
        if quote.strip():
            yield Highlight(quote.strip(), note.strip())
