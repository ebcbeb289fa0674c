"""An annotated set is tried out first: what it would bring is shown, and brought in when that is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.progress import Progress
from ui.desk import Desk
from ui.window.dialogs import show
from ui.window.stopper import Stopper

if TYPE_CHECKING:
    from reader.store import Library
    from ui.window.add_sources import Adding

translate = QCoreApplication.translate


def preview(desk: Desk, adding: Adding, path: Path, *, quietly: bool = False) -> None:
    """Try out the set at `path`, show what it would bring, and import it when the reader says so. A list to read is
    added.

    Done `quietly`, as when a file was dropped, it is imported at once when nothing of it asks for a look.
    """
    stopper = Stopper()
    name = translate("Dialogs", "Looking at {0}").format(path.name)
    job = desk.jobs.start(name, partial(_tried_out, desk.session.library, path, stopper), stop=stopper.stop)
    job.done.connect(lambda results: _tell(desk.latest, adding, path, results, quietly=quietly))
    job.failed.connect(lambda reason: desk.latest.warn(reason))


def _tried_out(library: Library, path: Path, stopper: Stopper) -> Iterator[Progress]:
    """Try it out; of what is no set but a list to read, or a web archive, that was chosen for one, nothing is told."""
    from reader.exchange.confined import SetReader
    from reader.intake.at_import import holds_several
    from reader.intake.sets import import_set

    with SetReader() as reader:
        stopper.works_with(reader)
        if not holds_several(path, reader):
            yield from import_set(library, path, dry_run=True, reader=reader)


def _tell(desk: Desk, adding: Adding, path: Path, results: list[object], *, quietly: bool) -> None:
    from reader.intake.sets import SetItem, SetReport
    from ui.dialogs.set_preview import SetPreview, asks

    if not results:
        adding.latest.add_pages([path])
        return
    items = [one for one in results if isinstance(one, SetItem)]
    report = next(one for one in results if isinstance(one, SetReport))
    if quietly and not asks(items):
        adding.latest.import_set(path)
        return
    dialog = SetPreview(items, report, path.name, desk.window, labels=desk.session.library.labels())
    dialog.accepted.connect(lambda: adding.latest.import_set(path, dialog.choice, dialog.choices))
    show(dialog)
