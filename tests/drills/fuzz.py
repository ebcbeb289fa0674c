"""Foreign bytes that are almost right: pages, documents and sets changed at random, read by the code that the confined
processes run, and some of the sets brought into a library. Each is read or refused in a sentence, in time, and what is
read hangs together."""

from __future__ import annotations

import io
import random
import signal
import traceback
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from typing import Any

from reader.cleaning.by_media_type import clean
from reader.errors import TilikError
from reader.exchange.exporters import EXPORTERS, Exporter
from reader.exchange.importers import SET_IMPORTERS, documents
from reader.intake.sets import Differing, import_set
from reader.model.dataset import Document
from reader.model.held import SeveralError
from reader.sources import page_of_bytes
from reader.store import Library
from tests import made_documents, saved_pages
from tests.drills.desk import ROOT
from tests.reader.exchange.exporters import made

SECONDS = 30  # for one file
_PIECES = (
    b"\x00", b"\xff", b"<", b">", b"&#0;", b"&#x110000;", b"</p>", b"<table><tr><td>", b"<svg><style>", b"<!--",
    b"]]>", b"\\ud800", b"1e999", b"-1", b"99999999999999999999", b"null", b"[]", b"{}", b'"', b"\r\n\r\n", b"..",
    b"http://[", b"data:;base64,", "\u202e\u0301\ufeff".encode(),
)  # fmt: skip
_MOST = 6  # changes of one file
_BROUGHT = 5  # one set of so many is brought into the library
Change = Callable[[random.Random, bytearray], None]


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Read `count` files, each one of the corpus with a few changes; what came of them that may not come."""
    folder.mkdir(parents=True)
    corpus = sorted(_corpus().items())
    found = []
    with Library.open(folder / "l.tilik") as library:
        for number in range(count):
            chance = random.Random(f"{seed} {number}")
            name, data = chance.choice(corpus)
            path = folder / name
            path.write_bytes(_changed(chance, data))
            if reason := _wrong(path, library if not chance.randrange(_BROUGHT) else None):
                found.append(f"{name}, try {number}: {reason}")
        return found + [str(problem) for problem in library.check()]


def _wrong(path: Path, library: Library | None) -> str:
    """Why it may not end so; empty when it may."""
    try:
        with _in_time(), redirect_stderr(io.StringIO()):  # warcio complains there
            return _read_set(path, library) if path.name.startswith("set-") else _read_page(path)
    except (TilikError, SeveralError):
        return ""
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({place.filename}:{place.lineno})"[:300]


def _read_page(path: Path) -> str:
    read = clean(page_of_bytes(path.read_bytes(), path.name, path.name))
    read.text.encode()
    inside = all(block.span.end <= len(read.text) for block in read.blocks)
    return "" if inside else "a block lies outside of its text"


def _read_set(path: Path, library: Library | None) -> str:
    for one in documents(path):
        if isinstance(one, Document):
            one.revision.text.encode()
            spans = [span for mark in one.annotations for span in mark.anchor.spans]
            if not all(span.end <= len(one.revision.text) for span in spans):
                return "a mark lies outside of its text"
    if library is not None:
        list(import_set(library, path, choice=Differing.BOTH))
    return ""


@contextmanager
def _in_time() -> Iterator[None]:
    def late(*_: Any) -> None:
        raise TimeoutError(f"not read in {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


# -- the corpus --------------------------------------------------------------------------------------------------------


def _corpus() -> Mapping[str, bytes]:
    """Small files by their names: one of each kind of page, and one set of each format that can be imported."""
    image = saved_pages.picture()
    page = saved_pages.page("one.png")
    plain = [words.encode("ascii", "ignore").decode() for words in saved_pages.PARAGRAPHS]
    parts = {"https://kabar.example/one.png": ("image/png", image)}
    pages = {
        "page.html": (ROOT / "seeds" / "tidewater-post-port-deal.html").read_bytes(),
        "short.html": page.encode(),
        "page.mhtml": saved_pages.mhtml(page, parts),
        "page.maff": saved_pages.maff(image),
        "page.htz": saved_pages.single_file_zip(image),
        "page.webarchive": saved_pages.webarchive(page, parts),
        "page.eml": saved_pages.mail(page),
        "page.docx": made_documents.docx(made_documents.par(made_documents.run(" ".join(saved_pages.PARAGRAPHS)))),
        "page.epub": made_documents.epub({"one.xhtml": "".join(f"<p>{p}</p>" for p in saved_pages.PARAGRAPHS)}),
        "page.pdf": made_documents.pdf([[(60, 700 - 20 * n, 12, p) for n, p in enumerate(plain)] for _ in range(2)]),
        "page.warc": made_documents.warc([(saved_pages.URL, 200, "text/html", page.encode())] * 2),
        "page.md": "\n\n".join(["---\ntitle: Pasar\n---", "# Pasar", *saved_pages.PARAGRAPHS]).encode(),
    }
    known = {one.id for one in SET_IMPORTERS}
    return pages | {f"set-{one.id}{one.suffix}": _set_of(one) for one in EXPORTERS if one.id in known}


def _set_of(exporter: Exporter) -> bytes:
    out = io.BytesIO()
    list(exporter.write(made.whole(), out, exporter.options()))
    return out.getvalue()


# -- changes -----------------------------------------------------------------------------------------------------------


def _changed(chance: random.Random, data: bytes) -> bytes:
    """The file with some changes; of an archive in one of its members, every second time."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _changed_within(chance, data)
    found = bytearray(data)
    for _ in range(chance.randint(1, _MOST)):
        chance.choice(_CHANGES)(chance, found)
    return bytes(found)


def _changed_within(chance: random.Random, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, _changed(chance, part) if name == hit else part)
    return out.getvalue()


def _place(chance: random.Random, data: bytearray) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.random() ** 4 * 400))


def _flip(chance: random.Random, data: bytearray) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _leave_out(chance: random.Random, data: bytearray) -> None:
    start, end = _place(chance, data)
    del data[start:end]


def _repeat(chance: random.Random, data: bytearray) -> None:
    start, end = _place(chance, data)
    data[start:start] = data[start:end] * chance.choice((1, 2, 50))


def _put_in(chance: random.Random, data: bytearray) -> None:
    start, end = _place(chance, data)
    data[start : end if chance.random() < 0.5 else start] = chance.choice(_PIECES)


def _move(chance: random.Random, data: bytearray) -> None:
    start, end = _place(chance, data)
    piece = data[start:end]
    del data[start:end]
    at = chance.randrange(len(data) + 1)
    data[at:at] = piece


def _cut(chance: random.Random, data: bytearray) -> None:
    del data[chance.randrange(len(data) + 1) :]


_CHANGES: tuple[Change, ...] = (_flip, _flip, _leave_out, _repeat, _put_in, _put_in, _move, _cut)
