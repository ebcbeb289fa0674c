"""The shape of the code: who may import whom, what is loaded when, how large a file may be, what is declared."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = [one for some in PYPROJECT["project"]["optional-dependencies"].values() for one in some]
MOST_LINES = 400
VAGUE = {"manager", "managers", "helper", "helpers", "util", "utils", "base", "common", "misc"}


def sources(*folders: str) -> Iterator[Path]:
    """The Python files of these folders of the checkout."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """The import rules of pyproject.toml, applied to the packages below `folder`."""
    tool = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([tool, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def test_the_import_rules_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packages, to break rules in."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("reader", "ui"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize(
    ("file", "line", "rule"),
    [
        ("reader/events.py", "import PySide6.QtCore", "The core knows no window and no Qt"),
        ("reader/query.py", "import ui.paths", "The core knows no window and no Qt"),
        ("ui/session.py", "import sqlalchemy", "The window knows no database"),
        ("ui/session.py", "import reader.store.schema", "The window uses the store by its public names only"),
        ("reader/model/spans.py", "import reader.text", "Inside the core imports go down only"),
        ("reader/cleaning/by_media_type.py", "import reader.store", "Inside the core imports go down only"),
        (
            "reader/exchange/records/shape.py",
            "import reader.store",
            "Sets are written and read as values, without the store",
        ),
        ("reader/model/dataset.py", "import sqlalchemy", "The database library is used in the store only"),
        ("reader/edits/__init__.py", "import lxml.html", "HTML libraries are used where pages come in and go out only"),
        ("ui/annotations/panel.py", "import ui.article.view", "Panes do not know each other"),
        ("ui/window/handlers.py", "import ui.window.main_window", "Nobody but the program makes the window"),
        ("ui/jobs.py", "import ui.desk", "No module imports itself by way of others"),
    ],
)
def test_a_breach_of_a_rule_is_found(copied: Path, file: str, line: str, rule: str) -> None:
    broken = copied / file
    sound = broken.read_text(encoding="utf-8")
    # Behind the docstring and the __future__ line, where an import would stand.
    broken.write_text(sound + f"\n{line}\n", encoding="utf-8")
    try:
        done = lint(copied)
    finally:
        broken.write_text(sound, encoding="utf-8")
    assert done.returncode != 0
    assert re.search(rf"{re.escape(rule)} BROKEN", done.stdout), done.stdout


@pytest.mark.parametrize("file", list(sources("reader", "ui", "tests")), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_small_and_its_name_says_something(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert not VAGUE & set(file.stem.lower().split("_"))


def imported(*folders: str) -> set[str]:
    """The top-level names that these folders import, at the top of a file or late."""
    names: set[str] = set()
    for file in sources(*folders):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"reader", "ui", "tests", "dev"}


def plain(name: str) -> str:
    """A distribution's name as PEP 503 compares it, without version, extra or marker."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;]", name)[0]).lower()


def declared(*names: str) -> set[str]:
    return {plain(name) for name in names}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    brought = packages_distributions()
    used = {plain(brought[name][0]) for name in imported("reader", "ui") if name in brought}
    unknown = {name for name in imported("reader", "ui") if name not in brought}
    assert not unknown
    # Qt's binding is one thing in two distributions; readability imports lxml-html-clean, and old pips miss it there;
    # of what argon2-cffi brings one system wants an older one.
    known = declared(*PYPROJECT["project"]["dependencies"], *EXTRAS)
    assert used - {"shiboken6"} == known - {"lxml-html-clean", "argon2-cffi-bindings"}


def test_what_the_tests_import_is_declared() -> None:
    brought = packages_distributions()
    groups = PYPROJECT["dependency-groups"]
    allowed = declared(*PYPROJECT["project"]["dependencies"], *groups["dev"], *groups["train"], "shiboken6")
    assert {plain(brought[name][0]) for name in imported("tests") if name in brought} <= allowed


HEAVY = (
    "sqlalchemy",
    "alembic",
    "lxml",
    "readability",
    "htmldate",
    "chardet",
    "numpy",
    "jinja2",
    "urllib3",
    "sentencex",
    "rapidfuzz",
    "trafilatura",
    "dateparser",
)


def loaded(statement: str) -> set[str]:
    """The top-level names that are loaded once `statement` was carried out in a new Python."""
    code = f"{statement}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_the_window_starts_without_what_only_later_work_needs() -> None:
    assert not loaded("import ui.app") & set(HEAVY)


def test_the_first_paint_folds_nothing() -> None:
    """What all searches compare by is a table of letters and many patterns, which take a frame to make."""
    code = "import sys, ui.app\nsys.exit(bool({'reader.text.folding', 'reader.store.search'} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_the_command_line_needs_no_qt() -> None:
    clean = "main(['clean', 'seeds/harian-samudra-kapal-riset.txt', '--json'])"
    assert "PySide6" not in loaded(f"from ui.__main__ import main\n{clean}")
