"""The main job on a machine without a screen: samples in, one mark, a set out, and a picture of the window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from reader import edits
from reader.errors import TilikError
from reader.model.articles import Article, BlockKind, Revision
from reader.model.labels import CLAIM
from reader.model.spans import Span
from reader.progress import Progress
from reader.store import Library
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.app import Program

SIZE = (1440, 900)


def demo(folder: Path) -> int:
    """Do all of it in `folder` and say where everything is; 0, or 1 with the reason on stderr."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _demo(folder)
    except (TilikError, OSError) as error:
        print(f"tilik: {error}", file=sys.stderr)
        return 1
    return 0


def _demo(folder: Path) -> None:
    path = folder / "library.tilik"
    _forget(path)
    with Library.open(path) as library:
        _add_samples(library)
        marked = _mark_one(library)
        exported = _export(library, folder / "samples.jsonl")
    picture = photograph(path, marked, folder)
    print(f"Library    {path}")
    print(f"Set        {exported}")
    print(f"Picture    {picture}")


def _forget(path: Path) -> None:
    """A demo starts from nothing each time; only files that it made itself are removed, and its backups stay."""
    for file in path.parent.glob(path.name + "*"):
        file.unlink()
    Library.begin_new(path)


def _add_samples(library: Library) -> None:
    from reader.cleaning import Workers
    from reader.intake.add import add
    from reader.intake.sets import import_set
    from ui.window.add_sources import samples

    pages, sets = samples()
    for file in sets:
        _tell(import_set(library, file))
    with Workers() as workers:
        _tell(add(library, pages, workers))


def _tell(steps: Iterator[Progress]) -> None:
    for step in steps:
        outcome = step.result
        if outcome is not None:
            status, source = getattr(outcome, "status", ""), getattr(outcome, "source", "")
            reason = getattr(outcome, "reason", "")
            print(f"{status:<10} {Path(str(source)).name}" + (f" ({reason})" if reason else ""))


def _mark_one(library: Library) -> str:
    """Mark the first sentence of an article that has no mark yet; the article's id."""
    for summary in library.summaries():
        article = library.article(summary.id)
        revision = library.revision(article.revision_id)
        span = _first_sentence(article, revision)
        if span is not None and not summary.counts:
            library.apply(edits.annotate(revision, [span], CLAIM, "demo"))
            print(f"marked     “{span.of(revision.text)}” in {article.title}")
            return _showpiece(library) or article.id
    raise TilikError("there is no sample article to mark")


def _first_sentence(article: Article, revision: Revision) -> Span | None:
    from reader.text.sentences import sentences

    for block in revision.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.span.end > block.span.start:
            found = sentences(block.span.of(revision.text), article.language)
            first = found[0]
            return Span(block.span.start + first.start, block.span.start + first.end)
    return None


def _showpiece(library: Library) -> str:
    """The article with the most marks: the annotated sample."""
    best = max(library.summaries(), key=lambda s: sum(s.counts.values()), default=None)
    return best.id if best is not None and sum(best.counts.values()) > 1 else ""


def _export(library: Library, target: Path) -> Path:
    from reader.exchange.exporters import EXPORTERS, export

    exporter = next(e for e in EXPORTERS if e.id == "jsonl")
    for _step in export(exporter, library.dataset("samples"), target, exporter.options()):
        pass
    return target


def photograph(library: Path, article_id: str, folder: Path) -> Path:
    """Return A picture of the real window on `library` with `article_id` open."""
    from ui.app import Program, make_application

    application = make_application()
    program = Program(library, Settings(folder / "settings.json"))
    window = program.window
    window.resize(*SIZE)
    program.session.libraryOpened.connect(lambda: window.open(article_id))
    program.start()
    _until_open(program)
    application.processEvents()
    target = folder / "window.png"
    if not window.grab().save(str(target)):
        raise TilikError("{0} could not be written", target)
    window.close()
    program.close()
    return target


def _until_open(program: Program) -> None:
    """Let the window live until its library is open and the last paint is done."""
    loop = QEventLoop()
    session = program.session
    if not session.is_open:
        session.libraryOpened.connect(lambda: QTimer.singleShot(0, loop.quit))
        loop.exec()
