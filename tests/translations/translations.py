"""Qt's translation files: brought up to date from the source, looked through, and made ready to be loaded."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.translations.core_templates import ROOT, files, for_lupdate

FOLDER = ROOT / "resources" / "i18n"
INDONESIAN, ENGLISH = FOLDER / "tilik_id.ts", FOLDER / "tilik_en.ts"  # English has its plurals only
OURS = (INDONESIAN, ENGLISH)
_FORM = ("-locations", "none", "-no-obsolete", "-source-language", "en")


def update(indonesian: Path = INDONESIAN, english: Path = ENGLISH) -> None:
    """Put what the window and the core say into the files, with the translations that are there, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        core = Path(folder, "core_templates.py")
        core.write_text(for_lupdate(), encoding="utf-8")
        sources = [*map(str, files("ui")), str(core)]
        _run("lupdate", *sources, *_FORM, "-target-language", "id", "-ts", str(indonesian))
        _run("lupdate", *sources, *_FORM, "-pluralonly", "-target-language", "en", "-ts", str(english))


def release() -> None:
    """Make of each file the one that the program loads."""
    for file in sorted(FOLDER.glob("*.ts")):
        released(file, file.with_suffix(".qm"))


def released(file: Path, made: Path) -> None:
    """Make `made` of one file."""
    _run("lrelease", str(file), "-qm", str(made))


def unfinished(file: Path) -> list[tuple[str, str]]:
    """The strings without a translation, by context and source."""
    return [key for key, one in messages(file).items() if one.get("type") == "unfinished" or not all(translated(one))]


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    """Every translation by context and source; those that are no longer in the program are left out."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            if translation.get("type") not in ("vanished", "obsolete"):
                found[context.findtext("name") or "", message.findtext("source") or ""] = translation
    return found


def translated(translation: ET.Element) -> list[str]:
    """Its texts: one, or one a form of the plural."""
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def _run(tool: str, *arguments: str) -> None:
    """A program that came with PySide6, beside the Python that runs this."""
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(program), *arguments], check=True, capture_output=True, cwd=ROOT)
