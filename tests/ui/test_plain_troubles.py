"""Damage, backups, refusals, deletion and sets of others show names, ids and paths of strangers as plain text, too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from reader.errors import ForeignError, GoneError, LibraryError, TilikError
from reader.exchange.exporters import EXPORTERS, export
from reader.intake.sets import Differing, SetItem, SetReport, import_set
from reader.messages import Message
from reader.model.erasing import Erasure
from reader.model.stamps import now
from reader.store import Backup, Library, Remedy
from reader.store.differing import Counts, Differences
from reader.store.integrity.damage import Damage
from tests.ui.test_plain_everywhere import Bait, assert_plain
from tests.ui.test_plain_everywhere import bait as bait
from tests.ui.test_plain_everywhere import hostile as hostile
from tests.ui.window_desk import Desk
from ui.dialogs.healing import HealingDialog
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.set_comparison import SetComparison
from ui.dialogs.set_preview import SetPreview
from ui.window import dialogs
from ui.window.refused import refusal


def shown(desk: Desk, dialog: QDialog) -> set[str]:
    desk.qtbot.addWidget(dialog)
    dialog.show()
    seen = assert_plain()
    dialog.close()
    return seen


def test_the_page_of_backups(hostile: Desk, bait: Bait) -> None:
    damage = Message("{0} is damaged", bait("file"))
    some = [Backup(Path(bait("file")), now(), bait("title"), 1, 3, 4)]
    some += [replace(some[0], damage=damage, elsewhere=True), replace(some[0], number=0, replaced=True)]
    dialog = RestoreDialog(some, hostile.window)
    for row in range(len(dialog.backups)):
        dialog.begin()
        dialog.table.selectRow(row)
        one = dialog.backups[row]
        dialog.show_examined(one, Differences(Counts(1, 2, 3), Counts(4, 5, 6)))
        dialog.show_refused(one, Message("{0}: {1}", bait("reason"), damage))
        assert "file" in shown(hostile, dialog)


def test_damage_and_what_can_be_healed(hostile: Desk, bait: Bait) -> None:
    damages = hostile.window.parts.damages
    id = hostile.article.id
    for part, article in (("article", id), ("file", ""), (bait("label"), "")):
        damages._take([Damage(part, Message("{0} is not as it was stored", bait("title")), bait("note"), article)])
        hostile.window.grab()
        assert_plain()
    remedies = [
        Remedy("annotation", bait("note"), Message("the backup {0}", bait("file")), bait("claim"), bait("source")),
        Remedy("article", bait("title"), None, bait("title")),
    ]
    assert_plain() and shown(hostile, HealingDialog(remedies, hostile.window))
    damages._show(remedies)
    assert_plain()
    for box in [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]:
        box.close()


@pytest.mark.parametrize("kind", [LibraryError, ForeignError, GoneError])
def test_a_library_that_is_not_opened(hostile: Desk, bait: Bait, kind: type[TilikError]) -> None:
    seen: set[str] = set()

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):  # not shown yet
            QTimer.singleShot(20, hostile.window, look)
            return
        try:
            seen.update(assert_plain())
        finally:
            box.reject()

    text = refusal(kind("{0}: {1}", Path(bait("file")), bait("reason")), Path(bait("title")))
    QTimer.singleShot(0, hostile.window, look)
    assert dialogs.ask_refused(hostile.window, text, ("restore", "copy", "elsewhere", "new", "readonly")) == "quit"
    assert {"file", "reason"} <= seen


def test_what_is_asked_before_something_is_deleted_for_good(hostile: Desk) -> None:
    library = hostile.session.library
    marks = [mark.id for mark in library.annotations(hostile.article.id)]
    sources = [one.id for one in library.sources()]
    wanted = [
        Erasure(articles=(hostile.article.id,)), Erasure(marks=tuple(marks[:1])), Erasure(marks=tuple(marks)),
        Erasure(notes=tuple(marks[-1:])), Erasure(sources=tuple(sources[:1])),
    ]  # fmt: skip
    seen: set[str] = set()
    for one in wanted:
        hostile.window.parts.trash.erase(one)
        box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
        seen |= assert_plain()
        box.reject()
        box.deleteLater()
    assert {"title", "person"} <= seen


def test_a_set_that_is_looked_at(hostile: Desk, bait: Bait, tmp_path: Path) -> None:
    exporter = next(one for one in EXPORTERS if one.id == "jsonl")
    path = tmp_path / "set.jsonl"
    list(export(exporter, hostile.session.library.dataset("set"), path, exporter.options()))
    with Library.open(tmp_path / "other.tilik") as other:
        told = [step.result for step in import_set(other, path, dry_run=True)]
    items = [one for one in told if isinstance(one, SetItem)]
    mark = hostile.session.library.annotations(hostile.article.id)[0]
    differs = SetItem(
        "annotation", mark.id, bait("label"), "differs", hostile.article.id, Message("{0} differs", bait("note")),
        mark, replace(mark, note=bait("note")), ("note",), Differing.SKIP,
    )  # fmt: skip
    items += [differs, SetItem("set", "", bait("file"), "failed", "", Message("{0}", bait("reason")))]
    report = next(one for one in told if isinstance(one, SetReport))
    preview = SetPreview(items, report, bait("file"), hostile.window, labels=hostile.session.library.labels())
    seen = shown(hostile, preview)
    compared = SetComparison(hostile.window)
    compared.compare(differs)
    assert_plain()
    assert "file" in seen
