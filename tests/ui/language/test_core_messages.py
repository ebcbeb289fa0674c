"""What the core says reaches an Indonesian reader in Indonesian. The core's own source says what it can say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reader import errors
from reader.anchoring.outcome import Why
from reader.cleaning import select
from reader.exchange.exporters import EXPORTERS
from reader.exchange.exporters.losses import KINDS, Loss
from reader.model.dataset import Problem
from reader.revisions.edit_text import BY_HAND
from tests.ui.window_desk import PAGE, Starter
from ui.dialogs.export_dialog import ExportDialog, Scope
from ui.dialogs.import_report import ImportReport
from ui.language import i18n
from ui.language.core_messages import LONGEST, loss_said, said
from ui.settings import Settings

ROOT = Path(__file__).parents[3] / "reader"
# The command line's own; nothing of it reaches the window.
FILES = [file for file in sorted(ROOT.rglob("*.py")) if "commands" not in file.parts and file.name != "__main__.py"]
ENGLISH = re.compile(
    r"\b(the|is|are|was|were|it|its|not|no|of|and|or|with|cannot|could|there|than|this|that|line|has)\b", re.I
)
KEPT = {"SQLite", "JSON Lines", "Markdown", "W3C Web Annotation", "promotion"}
# What stands in a hole where the core puts another phrase of its own; anything else stands for data.
PHRASES = {
    "self._holder()": ["process 7 on desk", "its holder left no note"],
    "_last_backup(path)": [" The last backup is /b", " There is no backup beside it"],
    "_reason(error)": ["the connection broke off", "database or disk is full", "there is no room left on the disk"],
    "what": ["the line", "a label", "a PDF document"],
    "why": ["was cancelled", "took longer than 7 seconds"],
    "kind": ["article", "relation"],
    "reason": ["came before", "joins a mark that is not in the file: 7"],
    "source_of(annotation) or article or 'no source'": ["no source"],
    "reasons": ["/f: line 7: there is no text; /f: line 8: it has no label"],
    "kind.__name__.lower()": ["annotation"],
    "stands": ["marked on another text: 1 in place, 0 moved, 2 changed, 1 not found"],
}
TOLD = {name for name in vars(errors) if name.endswith("Error")} | {"RecordError", "NotTaken", "Problem", "Outcome"}


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[list[QTranslator]]:
    installed = i18n.translators("id")
    for translator in installed:
        qapp.installTranslator(translator)
    yield installed
    for translator in installed:
        qapp.removeTranslator(translator)


def samples(node: ast.expr, names: dict[str, ast.expr]) -> list[str]:
    """The texts that an expression may give: literals as they are, holes filled."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return samples(node.body, names) + samples(node.orelse, names)
    if isinstance(node, ast.BoolOp):
        return [text for value in node.values for text in samples(value, names)]
    if isinstance(node, ast.BinOp):
        return [a + b for a in samples(node.left, names) for b in samples(node.right, names)]
    if isinstance(node, ast.Name) and node.id in names:
        return samples(names[node.id], {})
    if isinstance(node, ast.JoinedStr):
        texts = [""]
        for value in node.values:
            filled = [str(value.value)] if isinstance(value, ast.Constant) else hole(value, names)
            texts = [text + more for text in texts for more in filled]
        return texts
    return []


def hole(value: ast.expr, names: dict[str, ast.expr]) -> list[str]:
    assert isinstance(value, ast.FormattedValue)
    written = ast.unparse(value.value)
    inner = samples(value.value, names) if isinstance(value.value, ast.Name) else []
    return [text for text in inner if " " in text] or PHRASES.get(written) or ["7"]


def functions(tree: ast.Module) -> Iterator[tuple[ast.FunctionDef, dict[str, ast.expr]]]:
    """Every function with what it assigns to plain names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = {
                one.targets[0].id: one.value
                for one in ast.walk(node)
                if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
            }
            yield node, names


def trees(files: Iterable[Path] = FILES) -> Iterator[tuple[Path, ast.Module]]:
    for file in files:
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def told_errors() -> set[str]:
    """What errors, problems and outcomes are made with."""
    found: set[str] = set()
    for _, tree in trees():
        for function, names in functions(tree):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TOLD:
                    found |= set(samples(node.args[-1], names))
    return {text for text in found if " " in text}


def told_by_musts_and_checks() -> set[str]:
    """Rules that a foreign annotation breaks, and what a check of the library finds: given back, not raised."""
    found: set[str] = set()
    for _, tree in trees([ROOT / "exchange/importers/musts.py", ROOT / "store/checking.py", ROOT / "sources/web.py"]):
        for function, names in functions(tree):
            if function.name in ("is_iri", "listed", "fetch"):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Return | ast.Yield) and node.value is not None:
                    items = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
                    found |= {text for item in items for text in samples(item, names)}
    return {text for text in found if " " in text}


def told_notices() -> set[str]:
    """Whole sentences of the cleaner."""
    found: set[str] = set()
    for _, tree in trees(sorted((ROOT / "cleaning").glob("*.py"))):
        notes = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        inside = {id(part) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for part in n.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in notes | inside:
                found |= {text for text in samples(node, {}) if re.fullmatch(r"[A-Z\d][^\n]* [^\n]*\.", text)}
    return found


def told_reasons() -> set[str]:
    """Why the cleaner leaves a block out."""
    found = {BY_HAND, *(reason for _, reason in select._OUT)}
    for _, tree in trees(sorted((ROOT / "cleaning").glob("*.py"))):
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                found |= set(reasons_set(node))
            elif isinstance(node, ast.FunctionDef) and "reason" in node.name:
                for given in ast.walk(node):
                    if isinstance(given, ast.Return) and given.value is not None:
                        found |= set(samples(given.value, {}))
    return found - {""}


def reasons_set(node: ast.Assign) -> Iterator[str]:
    for target in node.targets:
        pairs = [(target, node.value)]
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            pairs = list(zip(target.elts, node.value.elts, strict=True))
        for place, value in pairs:
            if isinstance(place, ast.Attribute) and place.attr == "reason":
                yield from samples(value, {})


def told_by_exporters() -> set[str]:
    found = {text for exporter in EXPORTERS for text in (exporter.users, exporter.name)} - KEPT
    for exporter in EXPORTERS:
        found |= {str(field.metadata[key]) for field in fields(exporter.options) for key in ("label", "help")}
    return found


ALL = {
    "errors": (told_errors, 100),
    "rules and checks": (told_by_musts_and_checks, 25),
    "notices": (told_notices, 12),
    "reasons": (told_reasons, 16),
    "exporters": (told_by_exporters, 15),
    "losses": (lambda: {text for pair in KINDS.values() for text in pair}, 20),
    "carrying": (lambda: {str(why) for why in Why}, 8),
}


@pytest.mark.parametrize("kind", ALL)
def test_what_the_core_says_is_said_in_indonesian(kind: str, indonesian: list[QTranslator]) -> None:
    tell, least = ALL[kind]
    texts = tell()
    assert len(texts) >= least, "the sentences are no longer found in the source"
    left = {text: said(text) for text in texts if said(text) == text or ENGLISH.search(said(text))}
    assert left == {}


@pytest.mark.parametrize("kind", ALL)
def test_in_english_the_core_is_heard_as_it_speaks(kind: str, qapp: QApplication) -> None:
    for text in ALL[kind][0]():
        assert said(text) == text


def test_what_holes_carry_is_never_changed(indonesian: list[QTranslator]) -> None:
    told = str(Problem("/sets/a label.jsonl", "line 7", "“pictures” is not text but 'left out'"))
    assert said(told) == "/sets/a label.jsonl: baris 7: “pictures” bukan teks, melainkan 'left out'"
    assert said("/home/ana/navigation is empty") == "/home/ana/navigation kosong"
    assert said("Harga beras naik: pasar ramai") == "Harga beras naik: pasar ramai"


def test_a_loss_is_counted_and_named(indonesian: list[QTranslator]) -> None:
    assert loss_said(Loss("links", 3)) == "3 tautan antartanda: tidak ditulis"


def test_the_drawer_says_why_in_indonesian(indonesian: list[QTranslator], start: Starter, tmp_path: Path) -> None:
    menu = "<nav><a href='/a'>Harbour news</a> <a href='/b'>Weather at sea</a></nav>"
    (tmp_path / "rice.html").write_text(PAGE.replace("<article>", f"{menu}<article>"))
    desk = start([str(tmp_path / "rice.html")], open_sample=False)
    desk.qtbot.waitUntil(lambda: desk.session.article is not None and "Rice" in desk.session.article.title)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_U)
    rows = desk.window.drawer.list
    assert any(rows.item(n).text().startswith("navigasi:  Harbour news") for n in range(rows.count()))


def test_a_failed_page_is_reported_in_indonesian(indonesian: list[QTranslator], start: Starter, tmp_path: Path) -> None:
    (tmp_path / "bare.html").write_bytes(b"")
    desk = start()
    with desk.qtbot.waitSignal(desk.window.adding.reported, timeout=60_000):
        desk.window.adding.add([str(tmp_path / "bare.html")])
    assert desk.window.banner.isVisible()
    desk.window.commands["result"].trigger()
    (report,) = [found for found in desk.window.findChildren(ImportReport) if found.isVisible()]
    assert f"{tmp_path / 'bare.html'} kosong" in report.text
    report.accept()


def test_what_is_refused_is_warned_of_in_indonesian(indonesian: list[QTranslator], start: Starter) -> None:
    desk = start()
    desk.session.open("gone")
    assert desk.window.banner.text.text() == "tidak ada artikel gone di pustaka ini"


def test_the_export_dialog_speaks_indonesian(indonesian: list[QTranslator], start: Starter) -> None:
    desk = start()
    dialog = ExportDialog(desk.session.library, [Scope("Semua", None)], "", desk.window)
    for index, exporter in enumerate(EXPORTERS):
        dialog.format.setCurrentIndex(index)
        shown = [dialog.users.text(), dialog.lost.text()]
        shown += [words for box in dialog.options.values() for words in (box.text(), box.toolTip())]
        assert not [words for words in shown if ENGLISH.search(words)], exporter.id


def test_reasons_of_the_system_are_said_too(indonesian: list[QTranslator], tmp_path: Path) -> None:
    assert said("/a.html cannot be read: Permission denied") == "/a.html tidak bisa dibaca: akses ditolak"
    for broken, why in ((b"{", "baris 1 kolom 2"), (b"\xff", "bukan UTF-8"), (b"{}x", "ada kelebihan isi")):
        (tmp_path / "settings.json").write_bytes(broken)
        notice = Settings(tmp_path / "settings.json").notice
        assert why in notice and not ENGLISH.search(notice.replace(str(tmp_path), ""))


@pytest.mark.parametrize("part", ["a; b: ", "x: line 7, column 7: ", "x was made by a newer Tilik (schema 7, this "])
def test_a_hostile_name_keeps_no_one_waiting(part: str, indonesian: list[QTranslator]) -> None:
    """Of any length, and cut where it is looked through: it ends, and what is not understood stays."""
    for length in (LONGEST - 20, 100 * LONGEST):
        text = (part * length)[:length] + "unknown words"
        assert said(text).endswith("unknown words")
