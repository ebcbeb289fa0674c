"""Print and PDF of the open article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QPixmap

from reader.errors import TilikError
from reader.model.articles import Block
from reader.system import write_whole
from reader.system_reasons import reason_of
from reader.targets import safe_file_name
from ui.desk import Desk
from ui.language.i18n import label_name
from ui.language.messages import translate_message

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

    from ui.printing.printed import Content, PrintedArticle

translate = QCoreApplication.translate
_MARGIN = 16.0  # millimetres
_WIDE = 1600  # pixels of a picture


def print_article(desk: Desk) -> None:
    """Ask the system which printer and how; then print the open article with its marks."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    if desk.session.revision is None:
        desk.say(translate("Print", "Open an article first."))
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_name(desk))
    printer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, desk.window)
    if dialog.exec():
        send(desk, printer)


def send(desk: Desk, printer: QPrinter) -> None:
    """Print the open article on `printer`."""
    if _onto(desk, printer).paint(printer, printer.newPage):
        desk.say(translate("Print", "Printed “{0}”").format(_name(desk)))
    else:
        desk.warn(translate("Print", "The printer took nothing; nothing was printed."))


def save_pdf(desk: Desk) -> None:
    """Ask where to, and write the open article with its marks as a PDF."""
    from PySide6.QtWidgets import QFileDialog

    if desk.session.revision is None:
        desk.say(translate("Print", "Open an article first."))
        return
    start = Path(desk.settings.values.export_folder) / safe_file_name(f"{_name(desk)}.pdf", "article.pdf")
    name, _ = QFileDialog.getSaveFileName(desk.window, translate("Print", "Save as PDF"), str(start), "PDF (*.pdf)")
    if not name:
        return
    path = Path(name)
    path = path if path.suffix else path.with_suffix(".pdf")
    data = pdf_of(desk)
    try:
        write_whole(path, data)
    except OSError as error:
        reason = translate_message(reason_of(error))
        desk.warn(translate("Print", "{0} could not be written: {1}").format(path, reason))
        return
    desk.settings.update(export_folder=str(path.parent))
    desk.say(translate("Print", "Saved {0}").format(path))


def pdf_of(desk: Desk) -> bytes:
    """Return the open article as a PDF on A4, whole before any of it is written."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    writer.setTitle(_name(desk))
    writer.setCreator("Tilik")
    _onto(desk, writer).paint(writer, writer.newPage)
    buffer.close()
    return bytes(buffer.data().data())


def _margins() -> QMarginsF:
    return QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)


def _name(desk: Desk) -> str:
    article = desk.session.article
    return " ".join(article.title.split()) if article is not None else ""


def _onto(desk: Desk, device: QPagedPaintDevice) -> PrintedArticle:
    """The open article laid out for the pages of a printer or of a PDF."""
    from ui.printing.printed import DPI, PrintedArticle

    inches = device.pageLayout().paintRect(QPageLayout.Unit.Inch)
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return PrintedArticle(content_of(desk), QSizeF(inches.width() * DPI, inches.height() * DPI))
    finally:
        QGuiApplication.restoreOverrideCursor()


def content_of(desk: Desk) -> Content:
    """Return what is printed: the open article with every mark, whichever of them the page shows."""
    from ui.printing.printed import Content

    session = desk.session
    assert session.article is not None and session.revision is not None
    marks = list(session.page_annotations)
    written = session.library.annotations_by_id([mark.id for mark in marks])
    by_id = {annotation.id: annotation for annotation in written}
    pictures: dict[str, QPixmap | None] = {}

    def picture(block: Block) -> QPixmap | None:
        id = block.attrs.get("picture", "")
        if id and id not in pictures:
            pictures[id] = _picture(desk, id)
        return pictures.get(id)

    return Content(
        session.article, session.revision, marks, [by_id[mark.id] for mark in marks if mark.id in by_id],
        session.label, label_name, session.letter, picture, desk.settings.values.face,
    )  # fmt: skip


def _picture(desk: Desk, id: str) -> QPixmap | None:
    from ui.article.figures import decoded

    try:
        return decoded(desk.session.library.picture(id), _WIDE)
    except TilikError:
        return None  # its place says that it was not kept
