"""What `-o` may be put on: nothing that holds somebody's work is ever replaced."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader import system
from reader.errors import ExportError
from reader.exchange.exporters import EXPORTERS, Exporter, export
from reader.store import Library
from tests.reader.exchange.exporters import made

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "seeds" / "kabar-pesisir-impor-garam.html"
COMMANDS = ["export", "original", "backup"]


class Desk:
    """A library with one article, and the commands that write a file from it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.library = folder, folder / "l.tilik"
        assert self("add", PAGE).returncode == 0
        with Library.open(self.library) as library:
            self.article = library.summaries()[0].id

    def __call__(self, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "reader", *map(str, words), "--library", str(self.library)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)

    def write(self, command: str, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
        more = {"export": ["--format", "jsonl"], "original": [self.article], "backup": []}[command]
        return self(command, *more, *words)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def targets(tmp_path: Path, desk: Desk) -> dict[str, Path]:
    """What a command must leave alone, by name."""
    other = tmp_path / "other.tilik"
    with Library.open(other) as library:
        library.backup(tmp_path / "backup.tilik")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(other)
    return {
        "the library itself": desk.library, "another library": other, "a link to a library": tmp_path / "link",
        "a backup": tmp_path / "backup.tilik", "a part of a library": tmp_path / "other.tilik-wal",
        "a folder": tmp_path / "folder",
    }  # fmt: skip


def state(path: Path) -> object:
    return path.read_bytes() if path.is_file() else (path.exists(), path.is_dir())


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("force", [False, True])
def test_no_library_and_no_folder_is_written_onto(
    desk: Desk, targets: dict[str, Path], command: str, force: bool
) -> None:
    for name, target in targets.items():
        before = state(target)
        done = desk.write(command, "-o", target, *(["--force"] if force else []))
        said = done.stderr.decode()
        assert done.returncode == 74 and str(target) in said and "nothing was written" in said, (name, said)
        assert state(target) == before and not list(target.parent.glob(".tilik-*")), name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("command", COMMANDS)
def test_no_pipe_is_replaced_and_none_is_waited_for(desk: Desk, tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = desk.write(command, "-o", tmp_path / "pipe", "--force")
    assert done.returncode == 74 and b"a device or a pipe; nothing was written" in done.stderr
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_of_somebody_is_replaced_only_when_that_is_asked_for(desk: Desk, tmp_path: Path, command: str) -> None:
    target = tmp_path / "thesis.odt"
    target.write_bytes(b"four years of work")
    done = desk.write(command, "-o", target)
    assert done.returncode == 74 and b"thesis.odt was not written: there is a file already" in done.stderr
    assert b"--force" in done.stderr and b"Traceback" not in done.stderr
    assert target.read_bytes() == b"four years of work"
    done = desk.write(command, "-o", target, "--force")
    assert done.returncode == 0 and len(target.read_bytes()) > 500
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.odt"]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_file_is_nobodys_work(desk: Desk, tmp_path: Path, command: str) -> None:
    target = tmp_path / "made.by-mktemp"
    target.touch()
    assert desk.write(command, "-o", target).returncode == 0 and target.stat().st_size > 500


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """An export in each format."""
    folder, found = tmp_path_factory.mktemp("earlier"), dict[str, bytes]()
    for form in EXPORTERS:
        target = folder / f"{form.id}{form.suffix}"
        list(export(form, made.dataset(made.storied()), target, overwrite=False))
        found[form.id] = target.read_bytes()
    return found


@pytest.mark.parametrize("form", EXPORTERS, ids=lambda form: form.id)
def test_an_export_takes_the_place_of_one_of_the_same_format(
    tmp_path: Path, form: Exporter, earlier: dict[str, bytes]
) -> None:
    for id, before in earlier.items():
        target = tmp_path / f"{id}.set"
        target.write_bytes(before)
        if id == form.id:
            list(export(form, made.dataset(made.storied()), target, overwrite=False))
        else:
            with pytest.raises(ExportError, match="nothing was written"):
                list(export(form, made.dataset(made.storied()), target, overwrite=False))
        assert target.read_bytes() == before


def test_the_file_beside_is_no_less_somebodys(tmp_path: Path) -> None:
    (tmp_path / "set.relations.csv").write_text("mine", "utf-8")
    form = next(x for x in EXPORTERS if x.id == "csv")
    with pytest.raises(ExportError, match=r"set\.relations\.csv was not written"):
        list(export(form, made.whole(), tmp_path / "set.csv", overwrite=False))
    assert [p.name for p in tmp_path.iterdir()] == ["set.relations.csv"]


def test_the_window_which_asks_itself_still_cannot_replace_a_library(targets: dict[str, Path]) -> None:
    for name in ("another library", "a backup", "a part of a library", "a link to a library"):
        before = state(targets[name])
        with pytest.raises(ExportError, match="database; nothing was written"):
            list(export(EXPORTERS[0], made.whole(), targets[name]))
        with pytest.raises(FileExistsError, match="database; nothing was written"):
            system.write_whole(targets[name], b"a report")
        assert state(targets[name]) == before


@pytest.mark.skipif(not Path("/dev/fd").exists() or not shutil.which("bash"), reason="needs bash and /dev/fd")
@pytest.mark.parametrize("command", ["export", "original"])
def test_streams_are_written_to_as_they_are(desk: Desk, tmp_path: Path, command: str) -> None:
    whole = desk.write(command).stdout
    assert len(whole) > 500
    for name in ("-", "/dev/stdout"):
        assert desk.write(command, "-o", name).stdout == whole
    more = {"export": "export --format jsonl", "original": f"original {desk.article}"}[command]
    kept, line = tmp_path / "kept", f"{sys.executable} -m reader {more} --library {desk.library} -o"
    subprocess.run(["bash", "-c", f"{line} >(cat > {kept}); wait $!"], cwd=ROOT, timeout=60, check=True)
    assert kept.read_bytes() == whole and not Path("-").exists()
