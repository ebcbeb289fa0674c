"""Everything that puts articles or sets into the library from the window: menu, drop, paste, samples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from reader.errors import TilikError
from reader.messages import Words
from reader.progress import Progress
from ui import paths
from ui.jobs import Job, Jobs
from ui.session import Session
from ui.settings import RECENTS, Settings
from ui.window.handed_in import PAGES, SAMPLES, SET, HandedIn, Rest, unfinished
from ui.window.heirs import Heritable
from ui.window.stopper import Stopper

if TYPE_CHECKING:
    from reader.intake.sets import Differing
    from reader.model.pages import Page

Steps = Callable[[Stopper, HandedIn], Iterator[Progress]]
SET_SUFFIXES = (".jsonl", ".jsonld", ".ndjson", ".tilik-set")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".md")


class Adding(Heritable):
    """Starts the jobs and hands their outcomes on as `reported`, in the window that is there when they end."""

    reported = Signal(object, bool)
    said = Signal(str)
    failed = Signal(object)
    fetching = Signal(str)
    resumed = Signal(int, int)
    setChosen = Signal(object, bool)  # its path, and whether it need only be shown when something asks for a look

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._jobs, self._window = session, settings, jobs, window

    # -- asked from the menu -----------------------------------------------------------------------------------------

    def ask_files(self) -> None:
        """Choose saved pages, texts or sets."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add files"), self._settings.values.add_folder,
            self.tr(
                "Pages and texts (*.html *.htm *.xhtml *.mht *.mhtml *.htz *.maff *.webarchive"
                " *.txt *.text *.md *.markdown *.pdf *.docx *.epub *.srt *.vtt *.warc *.warc.gz *.wacz);;"
                "Lists to read (*.csv *.json *.html *.zip *.txt);;All files (*)"
            ),
        )  # fmt: skip
        if names:
            self._settings.update(add_folder=str(Path(names[0]).parent))
            self.add(names)

    def ask_folder(self) -> None:
        """Choose a folder; all pages in it are added."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Add folder"), self._settings.values.add_folder)
        if name:
            self._settings.update(add_folder=name)
            self.add([name])

    def ask_address(self) -> None:
        """Type or paste an address; it is fetched now, and never again by itself."""
        clip = QGuiApplication.clipboard().text().strip()
        address, sure = QInputDialog.getText(
            self._window,
            self.tr("Add address"),
            self.tr("Address of the page (it is fetched once, now):"),
            text=clip if is_address(clip) else "",
        )
        if sure and address.strip():
            text = address.strip()
            self.add([text if "://" in text else f"https://{text}"])

    def ask_set(self) -> None:
        """Choose an annotated set."""
        from reader.exchange.importers import SET_IMPORTERS

        endings = dict.fromkeys(suffix for importer in SET_IMPORTERS for suffix in importer.suffixes)
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import annotated set"), self._settings.values.add_folder,
            self.tr("Annotated sets ({0});;All files (*)").format(" ".join(f"*{one}" for one in endings)),
        )  # fmt: skip
        if name:
            self._settings.update(add_folder=str(Path(name).parent))
            self.setChosen.emit(Path(name), False)

    # -- dropped and pasted ------------------------------------------------------------------------------------------

    def takes(self, mime: QMimeData) -> bool:
        """Return whether there is something in `mime` that could become an article."""
        return mime.hasUrls() or mime.hasHtml() or mime.hasText()

    def take(self, mime: QMimeData) -> None:
        """Add what was dropped or pasted: files, folders and addresses before the words beside them.

        Raises `SourceError` when there are no words in it.
        """
        from reader.sources import addresses, paste

        urls = [url.toLocalFile() if url.isLocalFile() else url.toString() for url in mime.urls()]
        self.add(urls or addresses(mime.text()) or [paste(mime.text(), mime.html())])

    def paste(self) -> None:
        """Add what is on the clipboard, unless it was copied from the open article itself."""
        mime = QGuiApplication.clipboard().mimeData()
        if not mime.hasUrls() and self._is_from_here(mime.text()):
            self.said.emit(self.tr("These words stand in the open article already; nothing was added."))
        else:
            self.take(mime)

    def _is_from_here(self, text: str) -> bool:
        """Whether these are words of the open article, in one piece, whatever the white space between them."""
        revision, words = self._session.revision, f" {' '.join(text.split())} "
        if revision is None or not words.strip():
            return False
        return words.strip() in " ".join(revision.text.split())

    def add_samples(self) -> Job | None:
        """Add the sample pages, and the set that shows what a finished article looks like."""
        pages, sets = samples()
        if pages or sets:
            return self._start(self.tr("Adding the samples"), SAMPLES, (), partial(self._sample_steps, pages, sets))
        self.failed.emit(self.tr("The sample articles are missing from this installation ({0}).").format(paths.seeds()))
        return None

    # -- the jobs ----------------------------------------------------------------------------------------------------

    def add(self, sources: Sequence[str | Path | Page]) -> Job | None:
        """Add `sources` beside the window; sets among them are imported as sets."""
        sets = [Path(s) for s in sources if isinstance(s, str | Path) and _is_set(Path(s))]
        rest = [s for s in sources if not (isinstance(s, str | Path) and Path(s) in sets)]
        for path in sets:
            self.setChosen.emit(path, True)
        if not rest:
            return None
        for source in [one for one in rest if isinstance(one, str | Path)][-RECENTS:]:
            self._settings.remember_recent(str(source))
        return self.add_pages(rest)

    def add_pages(self, rest: Sequence[str | Path | Page]) -> Job | None:
        """Add pages, lists to read and web archives beside the window."""
        hosts = [urlsplit(s).hostname or "" for s in rest if isinstance(s, str) and is_address(s)]
        job = self._start(self.tr("Adding %n source(s)", "", len(rest)), PAGES, rest, partial(self._page_steps, rest))
        if job is not None and hosts:
            self.fetching.emit(hosts[0])
            job.ended.connect(lambda: self.latest.fetching.emit(""))
        return job

    def import_set(
        self, path: Path, choice: Differing | None = None, choices: Mapping[str, Differing] | None = None
    ) -> Job | None:
        """Import the annotated set at `path` beside the window, in one step of undo; of what is here and differs by
        `choice`, which is to keep ours, and for single things by `choices`."""
        name = self.tr("Importing {0}").format(path.name)
        return self._start(name, SET, (path,), lambda stopper, _entry: self._set_steps(path, stopper, choice, choices))

    def _set_steps(
        self, path: Path, stopper: Stopper, choice: Differing | None = None,
        choices: Mapping[str, Differing] | None = None,
    ) -> Iterator[Progress]:  # fmt: skip
        """Import a set; what is told of its things goes on, the sum of them is nothing that is shown here."""
        from reader.exchange.confined import SetReader
        from reader.intake.sets import Differing, SetItem, import_set

        reader = SetReader()
        stopper.works_with(reader)
        taken = choice or Differing.SKIP
        for step in import_set(self._session.library, path, choice=taken, choices=choices, reader=reader):
            yield step if isinstance(step.result, SetItem | None) else replace(step, result=None)

    def take_up(self) -> None:
        """Go on with what an earlier run was handed and did not finish, and say so."""
        if self._session.library.readonly:
            return
        for rest in unfinished(self._session.library):
            if self._again(rest):  # the new entry is on the disk before the old one goes
                self._forget(HandedIn(self._session.library, rest.slot))
                self.resumed.emit(len(rest.sources) if rest.kind == PAGES else -1, rest.added)

    def _again(self, rest: Rest) -> bool:
        if not rest.sources and rest.kind == PAGES:
            return True
        if rest.kind == SAMPLES:
            return self.add_samples() is not None
        if rest.kind == SET:
            return self.import_set(Path(str(rest.sources[0]))) is not None
        return self.add_pages(rest.sources) is not None

    def _start(self, name: str, kind: str, sources: Sequence[str | Path | Page], work: Steps) -> Job | None:
        if self._session.library.readonly:
            self.failed.emit(self.tr("This library can only be read; nothing was added."))
            return None
        try:
            entry = HandedIn.keep(self._session.library, kind, sources)
        except TilikError as error:
            self.failed.emit(error.message)
            return None
        stopper = Stopper()
        job = self._jobs.start(
            name, partial(work, stopper, entry), stop=stopper.stop, kept=True,
            expected=len(sources) if kind == PAGES else 0,
        )  # fmt: skip
        job.done.connect(lambda outcomes: self.latest._report(entry, outcomes, cancelled=False))
        job.cancelled.connect(lambda outcomes: self.latest._report(entry, outcomes, cancelled=True))
        job.failed.connect(lambda reason: self.latest._fail(entry, reason))
        return job

    def _report(self, entry: HandedIn, outcomes: list[object], *, cancelled: bool) -> None:
        self.reported.emit(outcomes, cancelled)
        self._forget(entry)
        from reader.sandbox import lacking  # loaded already, where anything was read

        if (missing := lacking.take()) is not None:
            self.failed.emit(missing)

    def _fail(self, entry: HandedIn, reason: Words) -> None:
        self.failed.emit(reason)
        self._forget(entry)

    def _forget(self, entry: HandedIn) -> None:
        """What the reader was told of is not done again."""
        try:
            entry.forget()
        except TilikError as error:
            self.failed.emit(error.message)

    def _page_steps(
        self, sources: Sequence[str | Path | Page], stopper: Stopper, entry: HandedIn
    ) -> Iterator[Progress]:
        """Add all pages; what is told of is noted as done on the disk before anything else is stored."""
        pages = single_pages(sources)
        entry.lay_out(pages)
        half = False
        for step in self._steps(pages, stopper):
            failed = getattr(step.result, "status", "") == "failed"
            half = half or (failed and stopper.stopped)  # a page that was stopped half way is not done
            if not half and getattr(step.result, "within", None) == "":  # a file is done when all that it holds is
                entry.note(failed=failed, more=step.more)
            yield step

    def _steps(self, sources: Sequence[str | Path | Page], stopper: Stopper) -> Iterator[Progress]:
        from reader.cleaning import Workers
        from reader.intake.add import add

        with Workers(background=True) as workers:
            stopper.works_with(workers)
            yield from add(self._session.library, sources, workers)

    def _sample_steps(
        self, pages: Sequence[Path], sets: Sequence[Path], stopper: Stopper, _entry: HandedIn
    ) -> Iterator[Progress]:
        for path in sets:
            yield from self._set_steps(path, stopper)
        yield from self._steps(pages, stopper)


def _is_set(path: Path) -> bool:
    """By its name; a file of JSON by what is in it."""
    if path.suffix.lower() != ".json":
        return path.suffix.lower() in SET_SUFFIXES
    from reader.intake.sets.detecting import is_set

    return is_set(path)


def single_pages(sources: Sequence[str | Path | Page]) -> list[str | Path | Page]:
    """Return the pages in `sources`, those in folders each by itself; what cannot be read stays, to be reported."""
    from reader.model.pages import Page
    from reader.sources import expand

    pages: list[str | Path | Page] = []
    for source in sources:
        try:
            pages += [source] if isinstance(source, Page) else expand(source)
        except TilikError:
            pages.append(source)
    return pages


def samples() -> tuple[list[Path], list[Path]]:
    """Return the sample pages and the sample sets that come with the program."""
    folder = paths.seeds()
    files = sorted(file for file in folder.rglob("*") if file.is_file()) if folder.is_dir() else []
    sets = [file for file in files if file.suffix.lower() in SET_SUFFIXES]
    pages = [
        f for f in files if f.suffix.lower() in (".html", ".htm", ".txt", ".md") and not f.name.startswith("README")
    ]
    return pages, sets


def is_address(text: str) -> bool:
    """Return whether `text` is one web address and nothing else."""
    parts = urlsplit(text) if text and not any(c.isspace() for c in text) else None
    return parts is not None and parts.scheme in ("http", "https") and bool(parts.hostname)
