"""What the documents and the packaging promise is so."""

from __future__ import annotations

import configparser
import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import dev
import reader
from reader.__main__ import COMMANDS
from ui.actions.pane_keys import PANE_KEYS
from ui.actions.table import TABLE

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def documents() -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS)


def test_every_command_of_the_documents_exists() -> None:
    for command in re.findall(r"dev\.py ([a-z-]+)", documents()):
        assert command in dev.COMMANDS, command
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`(?:[^`]* )?make ([a-z]+)`", documents()):
        assert re.search(rf"^[a-z ]*\b{target}\b[a-z ]*:", targets, re.MULTILINE), target


def test_every_subcommand_is_in_the_readme() -> None:
    told = set(re.findall(r"`tilik ([a-z]+(?:-[a-z]+)*)(?![\w.])", README))
    assert set(COMMANDS) <= told
    assert told <= set(COMMANDS)


def test_every_key_of_the_readme_is_a_key_of_the_program() -> None:
    tour = README[README.index("## Five minutes") : README.index("## Command line")]
    keys = {key for row in TABLE for key in row.keys} | {key for row in PANE_KEYS for key in row.keys}
    told = set(re.findall(r"`((?:(?:Ctrl|Shift|Alt)\+)*(?:[A-Z]|F\d+))`", tour))
    assert told
    assert told <= keys, told - keys


def test_every_picture_and_file_the_documents_name_is_there() -> None:
    for name in re.findall(r"\]\((?!https?:|#)([^)]+)\)", documents()):
        assert (ROOT / name).is_file(), name
    for name in re.findall(r"`((?:reader|ui|resources|seeds|tests)/[\w./]*)`", documents()):
        assert (ROOT / name).exists(), name


def test_the_lock_has_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pinned = re.findall(r"^[a-z0-9][\w.-]*==", lock, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^[a-z0-9]", lock, re.MULTILINE)), "every line pins one version"
    assert all("--hash=sha256:" in part for part in re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:])


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    for wish in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]:
        name = re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;]", wish)[0]).lower()
        assert name in locked, f"{name}: run python3 dev.py lock"


@pytest.mark.parametrize("name", ["LICENSE", *DOCUMENTS, "Makefile", ".ci/run", "requirements.lock"])
def test_a_promised_file_is_there(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8").strip()


def test_what_was_written_by_others_has_its_licence_beside_it() -> None:
    families = {file.name.split("_")[0] for file in (RESOURCES / "fonts").glob("*.ttf")}
    assert families == {"Literata", "Inter", "NotoNaskhArabic"}
    for family in families:
        text = (RESOURCES / "fonts" / f"LICENSE-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in text.upper()
    assert "ISC License" in (RESOURCES / "icons" / "LICENSE-Lucide.txt").read_text(encoding="utf-8")


def test_every_icon_of_an_action_is_there() -> None:
    missing = {row.icon for row in TABLE if row.icon and not (RESOURCES / "icons" / f"{row.icon}.svg").is_file()}
    assert not missing


@pytest.mark.parametrize("file", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda file: file.stem)
def test_an_icon_is_a_drawing_and_nothing_else(file: Path) -> None:
    drawing = ET.parse(file).getroot()
    assert drawing.tag.endswith("}svg")
    assert not {"script", "image", "foreignObject"} & {part.tag.split("}")[-1] for part in drawing.iter()}
    assert file.stem == "tilik" or 'stroke="currentColor"' in file.read_text(encoding="utf-8"), "it cannot be coloured"


def test_the_version_is_told_once_and_the_changelog_and_the_desktop_know_it() -> None:
    assert re.search(rf"^## {re.escape(reader.__version__)} \(", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    metainfo = ET.parse(RESOURCES / "desktop" / "tilik.metainfo.xml").getroot()
    release = metainfo.find("releases/release")
    assert release is not None
    assert release.get("version") == reader.__version__


class CasedParser(configparser.RawConfigParser):
    """Names of fields stay as they are written."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def test_the_desktop_entry_starts_the_program_on_what_it_can_open() -> None:
    entry = CasedParser()
    entry.read(RESOURCES / "desktop" / "tilik.desktop", encoding="utf-8")
    fields = entry["Desktop Entry"]
    assert fields["Exec"] == "tilik %U"
    assert "text/html" in fields["MimeType"].split(";")
    assert (RESOURCES / "icons" / f"{fields['Icon']}.svg").is_file()


def test_no_file_of_the_project_names_a_place_of_one_machine() -> None:
    # Put together here, so that this file does not find itself.
    places = ["/" + "root/", "/" + "work/", "/" + "opt/pypi", "find-" + "links", "index-" + "url ="]
    kinds = (".py", ".toml", ".md", ".txt", ".lock", ".desktop", ".xml", "")
    folders = [
        *ROOT.glob("*"),
        *(f for name in ("reader", "ui", "tests", "resources", ".ci") for f in (ROOT / name).rglob("*")),
    ]
    for file in folders:
        # `.git` is a file, with a place in it, in a second work tree.
        if (
            file.is_file()
            and file.suffix in kinds
            and file.name not in (".coverage", ".git")
            and "__pycache__" not in file.parts
        ):
            text = file.read_text(encoding="utf-8", errors="replace")
            assert not [place for place in places if place in text], file
