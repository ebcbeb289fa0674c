"""What the core says reaches an Indonesian reader in Indonesian, and what holes carry reaches him as it is."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reader import errors, notices
from reader.anchoring.outcome import Why
from reader.cleaning import Worker
from reader.errors import CleaningError, MessageError, TilikError
from reader.exchange.exporters import EXPORTERS
from reader.exchange.exporters.losses import KINDS, Loss
from reader.exchange.importers import documents
from reader.messages import Message
from reader.model import left_out_reasons
from reader.model.dataset import Problem
from reader.model.pages import Page
from reader.notices import notice
from reader.sources import page_of
from reader.store import Library
from tests.translations.core_templates import ROOT, core_templates, files
from tests.ui.window_desk import PAGE, Starter
from ui.dialogs.export_dialog import ExportDialog, Scope
from ui.dialogs.import_report import ImportReport
from ui.language import i18n
from ui.language.messages import sentence, translate_message, translate_stored
from ui.settings import Settings

OURS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, MessageError)}
ENGLISH = re.compile(
    r"\b(the|is|are|was|were|it|its|not|no|of|and|or|with|cannot|could|there|than|this|that|line|has)\b", re.I
)


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[list[QTranslator]]:
    installed = i18n.translators("id")
    for translator in installed:
        qapp.installTranslator(translator)
    yield installed
    for translator in installed:
        qapp.removeTranslator(translator)


def test_every_sentence_of_the_core_is_said_in_indonesian(indonesian: list[QTranslator]) -> None:
    for template in core_templates():
        text = translate_message(Message(template))
        assert (text != template or template == "label") and not ENGLISH.search(text), template


def test_in_english_the_core_is_shown_as_it_speaks(qapp: QApplication) -> None:
    for template in core_templates():
        assert translate_message(Message(template, *"abcd")) == str(Message(template, *"abcd"))


def test_what_holes_carry_is_never_changed(indonesian: list[QTranslator]) -> None:
    wrong = Message("“{0}” is not text but {1}", "pictures", "'left out'")
    told = Problem("/sets/a label.jsonl", Message("line {0}", 7), wrong).message
    assert translate_message(told) == "/sets/a label.jsonl: baris 7: “pictures” bukan teks, melainkan 'left out'"
    assert translate_message(Message("{0} is empty", "/home/ana/navigation")) == "/home/ana/navigation kosong"
    assert translate_message(Message("{0} is empty", "{0} is empty")) == "{0} is empty kosong"
    assert translate_message("navigation") == "navigation"  # words of others are no sentence of ours


def test_messages_in_holes_are_said_too(indonesian: list[QTranslator]) -> None:
    reasons = (Message("there is no text"), Message("it has no label"))
    told = translate_message(Message("{0}: nothing in it could be taken ({1})", "/f", reasons))
    assert told.startswith("/f: ") and not ENGLISH.search(told) and told.count("; ") == 1


def test_a_loss_is_counted_and_named(indonesian: list[QTranslator]) -> None:
    assert translate_message(Loss("links", 3).message) == "tautan antartanda: 3 (tidak ditulis)"
    assert not [kind for kind in KINDS if ENGLISH.search(translate_message(Loss(kind, 2).message))]


def test_stored_notices_and_reasons_are_said_too(indonesian: list[QTranslator]) -> None:
    for template in notices.ALL:
        text = translate_stored(notice(template, "12 places", "left_out", "\ufffd"))
        assert not ENGLISH.search(text.replace("left_out", "")) and text != template
        assert all(hole in text for hole in ("12 places", "left_out")[: template.count("{")])
    for name, reason in vars(left_out_reasons).items():
        if name.isupper():
            assert translate_stored(reason) != reason
    assert not [why for why in Why if ENGLISH.search(translate_stored(why))]
    for foreign in ("Harga beras naik: pasar ramai", "navigation\0 and more", "{0} {1}", ""):
        assert translate_stored(foreign) == foreign


def test_in_english_a_stored_notice_stays(qapp: QApplication) -> None:
    for template in notices.ALL:
        text = notice(template, "12", "read as", "x")
        assert translate_stored(text) == text


@pytest.mark.parametrize("length", [2_000, 200_000])
@pytest.mark.parametrize("part", ["{0}", "a; b: ", " places could not be read as ", " characters of the page, as in a"])
def test_a_hostile_name_keeps_no_one_waiting(part: str, length: int, indonesian: list[QTranslator]) -> None:
    """Of any length: it is said at once, and what is not ours stays."""
    text, began = (part * length)[:length] + "unknown words", time.monotonic()
    assert translate_stored(text) == text
    assert translate_message(Message("{0} is empty", text)) == f"{text} kosong"
    assert text in translate_stored(notice(notices.CHARSET_WRONG, text, text))
    assert time.monotonic() - began < 1


def test_the_drawer_says_why_in_indonesian(indonesian: list[QTranslator], start: Starter, tmp_path: Path) -> None:
    menu = "<nav><a href='/a'>Harbour news</a> <a href='/b'>Weather at sea</a></nav>"
    (tmp_path / "rice.html").write_text(PAGE.replace("<article>", f"{menu}<article>"))
    desk = start([str(tmp_path / "rice.html")], open_sample=False)
    desk.qtbot.waitUntil(lambda: desk.session.article is not None and "Rice" in desk.session.article.title)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_U)
    rows = desk.window.parts.left_out.drawer.list
    assert any(rows.item(n).text().startswith("navigasi:  Harbour news") for n in range(rows.count()))


def test_a_failed_page_is_reported_in_indonesian(indonesian: list[QTranslator], start: Starter, tmp_path: Path) -> None:
    (tmp_path / "bare.html").write_bytes(b"")
    desk = start()
    with desk.qtbot.waitSignal(desk.window.parts.adding.reported, timeout=60_000):
        desk.window.parts.adding.add([str(tmp_path / "bare.html")])
    assert desk.window.banner.isVisible()
    desk.window.commands["result"].trigger()
    (report,) = [found for found in desk.window.findChildren(ImportReport) if found.isVisible()]
    assert f"{tmp_path / 'bare.html'} kosong" in report.text
    report.accept()


def test_what_is_refused_is_warned_of_in_indonesian(indonesian: list[QTranslator], start: Starter) -> None:
    desk = start()
    desk.session.open("gone")
    assert desk.window.banner.text.text() == "Tidak ada artikel gone di pustaka ini"


def test_the_export_dialog_speaks_indonesian(indonesian: list[QTranslator], start: Starter) -> None:
    desk = start()
    dialog = ExportDialog(desk.session.library, [Scope("Semua", None)], "", desk.window)
    for exporter in EXPORTERS:
        dialog.format.setCurrentIndex(dialog.format.findData(exporter.id))
        shown = [dialog.users.text(), dialog.lost.text()]
        shown += [words for box in dialog.form.controls.values() for words in (box.accessibleName(), box.toolTip())]
        assert not [words for words in shown if ENGLISH.search(words)], exporter.id


def test_reasons_of_the_system_are_said_too(indonesian: list[QTranslator], tmp_path: Path) -> None:
    for broken, why in ((b"{", "baris 1 kolom 2"), (b"\xff", "bukan UTF-8"), (b"{}x", "ada kelebihan isi")):
        (tmp_path / "settings.json").write_bytes(broken)
        notice = Settings(tmp_path / "settings.json").notice
        assert why in notice and not ENGLISH.search(notice.replace(str(tmp_path), ""))


def test_errors_of_files_are_said_to_the_last_word(indonesian: list[QTranslator], tmp_path: Path) -> None:
    (tmp_path / "broken.jsonld").write_text("{")
    (tmp_path / "broken.tilik").write_bytes(b"x" * 9000)
    for call, why in (
        (lambda: list(documents(tmp_path / "broken.jsonld", "w3c")), "baris 1, kolom 2: bukan JSON: "),
        (lambda: Library.open(tmp_path / "broken.tilik"), "berkas ini bukan basis data"),
        (lambda: page_of(tmp_path / ("a" * 300)), "nama berkas terlalu panjang"),
    ):
        with pytest.raises(TilikError) as caught:
            call()
        text = translate_message(caught.value.message).replace(str(tmp_path), "")
        assert why in text and not ENGLISH.search(text)


def test_what_the_cleaners_process_refuses_is_said_too(indonesian: list[QTranslator]) -> None:
    with Worker() as worker, pytest.raises(CleaningError) as caught:
        worker.clean(Page("a.html", "a.html", b"%!PS-Adobe and so on", "text/html"))
    assert str(caught.value).startswith("a.html: this is a PostScript document, not a page of text; save it")
    said = translate_message(caught.value.message)
    assert said.startswith("a.html: ini dokumen PostScript, bukan halaman teks; simpan") and not ENGLISH.search(said)


def test_no_error_of_ours_is_made_a_string_before_it_is_worded() -> None:
    """A window that passed `str(error)` on could not say it in another language."""
    passed = {file.relative_to(ROOT).as_posix() for file in files("ui") if any(strings_of_errors(file))}
    assert passed == {"ui/headless.py"}  # it prints, in English


def strings_of_errors(file: Path) -> Iterator[ast.AST]:
    """`str(error)` and f-strings of errors that are caught as ours."""
    handlers = [one for one in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(one, ast.ExceptHandler)]
    for handler in handlers:
        caught = re.findall(r"\w+", ast.unparse(handler.type)) if handler.type is not None else []
        for node in ast.walk(handler) if OURS.intersection(caught) else ():
            called = isinstance(node, ast.Call) and ast.unparse(node) == f"str({handler.name})"
            if called or (isinstance(node, ast.FormattedValue) and ast.unparse(node.value) == handler.name):
                yield node


def test_a_sentence_has_a_capital_but_a_name_stays_as_it_is() -> None:
    assert sentence(Message("there are no words in that selection")) == "There are no words in that selection"
    assert sentence(Message("{0} is empty", "page.html")) == "page.html is empty"
    assert sentence(Message("{0}: {1}", Message("the disk is full"), "x")) == "The disk is full: x"
    assert sentence(Message("{0}", "page.html: what others said")) == "page.html: what others said"
    assert sentence("as it was said") == "as it was said"
