"""Set-up: what dev.py finds missing, what it tells, what it runs. Nothing is installed here."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

import dev
from tests import wheels

Calls = list[list[str]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Every command dev.py would have run, in order; all succeed."""
    seen: Calls = []

    def call(command: Sequence[str | Path], **variables: str) -> int:
        seen.append([str(part) for part in command] + [f"{name}={value}" for name, value in variables.items()])
        return 0

    monkeypatch.setattr(dev, "call", call)
    return seen


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "ready", lambda window=False: Path("python"))
    monkeypatch.setattr(dev, "BUILD", tmp_path / "build")


@pytest.mark.parametrize(
    ("environment", "platform", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_known_from_the_environment(environment: dict[str, str], platform: str, seen: bool) -> None:
    assert dev.has_display(environment, platform) is seen


def test_missing_libraries_are_found_by_soname_and_on_linux_only() -> None:
    wanted = {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"}
    assert dev.missing(wanted, platform="linux") == {"libnowhere.so.9": "libnowhere9"}
    assert dev.missing(wanted, platform="darwin") == {}


def test_without_rights_one_line_names_the_packages(monkeypatch: pytest.MonkeyPatch, calls: Calls) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "apt_prefix", lambda root, sudo: None)
    with pytest.raises(dev.SetupError) as told:
        dev.install_packages(["libegl1", "libgl1"], "Qt needs libEGL.so.1, libGL.so.1")
    assert "sudo apt-get install -y --no-install-recommends libegl1 libgl1" in str(told.value)
    assert "\n" not in str(told.value)
    assert calls == []


def test_without_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch, calls: Calls) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(dev.SetupError, match=r"libegl1 libgl1$"):
        dev.install_packages(["libegl1", "libgl1"], "Qt needs libEGL.so.1")
    assert calls == []


@pytest.mark.parametrize("prefix", [[], ["sudo", "-n"]])
def test_with_rights_the_lists_are_fetched_then_the_packages(
    prefix: list[str], monkeypatch: pytest.MonkeyPatch, calls: Calls
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "apt_prefix", lambda root, sudo: prefix)
    dev.install_packages(["libegl1"], "Qt needs libEGL.so.1")
    update, install = calls
    assert update[: len(prefix) + 2] == [*prefix, "apt-get", "update"]
    assert install[: len(prefix)] == prefix
    assert install[-1] == "libegl1"
    assert "DEBIAN_FRONTEND=noninteractive" in install


def test_root_needs_no_sudo_and_sudo_is_asked_for_only_without_root() -> None:
    assert dev.apt_prefix(True, lambda: pytest.fail("root asked for sudo")) == []
    assert dev.apt_prefix(False, lambda: True) == ["sudo", "-n"]
    assert dev.apt_prefix(False, lambda: False) is None


def test_a_library_still_missing_after_installing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "missing", lambda wanted: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(dev, "install_packages", lambda packages, why: None)
    with pytest.raises(dev.SetupError, match="not found even now"):
        dev.ensure_system(window=False)


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A checkout with a lock and no environment."""
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "environment_python", lambda: tmp_path / ".venv" / "python")
    dev.LOCK.write_text("nh3==1 --hash=sha256:0\n")
    return tmp_path


def as_if_made(command: Sequence[str | Path]) -> None:
    """What `python -m venv` leaves behind, so far as dev.py looks at it."""
    if "venv" in command:
        dev.VENV.mkdir(exist_ok=True)
        (dev.VENV / "python").touch()


def test_the_environment_is_made_from_hashes_and_again_only_when_the_lock_changed(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Sequence[str | Path]] = []

    def make(command: Sequence[str | Path]) -> None:
        seen.append(command)
        as_if_made(command)

    monkeypatch.setattr(dev, "must", make)
    monkeypatch.setattr(dev, "call", lambda command: 0)
    dev.ensure_environment()
    assert [("venv" in command, "--require-hashes" in command) for command in seen] == [(True, False), (False, True)]
    dev.ensure_environment()
    assert len(seen) == 2
    dev.LOCK.write_text("nh3==2 --hash=sha256:1\n")
    dev.ensure_environment()
    assert "--require-hashes" in seen[-1]
    assert len(seen) == 3, "the environment itself is kept, only its packages are brought up to date"


def test_a_failed_install_is_tried_again_the_next_time(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(command: Sequence[str | Path]) -> None:
        as_if_made(command)
        if "pip" in command:
            raise dev.SetupError("no network")

    monkeypatch.setattr(dev, "must", fail)
    monkeypatch.setattr(dev, "call", lambda command: 0)
    for _ in range(2):
        with pytest.raises(dev.SetupError, match="no network"):
            dev.ensure_environment()


def test_what_the_system_lacks_is_asked_for_in_one_go(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    answers = iter([{"libEGL.so.1": "libegl1"}, {}])
    monkeypatch.setattr(dev, "missing", lambda wanted: next(answers))
    monkeypatch.setattr(dev, "has_venv", lambda: False)
    monkeypatch.setattr(dev, "install_packages", lambda packages, why: asked.append(packages))
    dev.ensure_system(window=False)
    assert asked == [["libegl1", "python3-venv"]]


def test_a_window_needs_more_libraries_than_drawing_to_memory(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[set[str]] = []

    def missing(wanted: Mapping[str, str]) -> dict[str, str]:
        looked.append(set(wanted))
        return {}

    monkeypatch.setattr(dev, "missing", missing)
    monkeypatch.setattr(dev, "has_venv", lambda: True)
    dev.ensure_system(window=False)
    dev.ensure_system(window=True)
    assert "libxcb-cursor.so.0" not in looked[0]
    assert "libxcb-cursor.so.0" in looked[-1]
    assert looked[0] < looked[-1]


@pytest.mark.usefixtures("prepared")
def test_run_opens_the_samples_on_a_screen(monkeypatch: pytest.MonkeyPatch, calls: Calls) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: True)
    assert dev.main(["run"]) == 0
    assert calls == [["python", "-m", "ui", "--samples"]]


@pytest.mark.usefixtures("prepared")
def test_run_without_a_screen_says_so_and_does_the_job(
    monkeypatch: pytest.MonkeyPatch, calls: Calls, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: False)
    assert dev.main(["run"]) == 0
    assert calls == [["python", "-m", "ui", "--headless-demo", str(dev.BUILD), "QT_QPA_PLATFORM=offscreen"]]
    assert "no screen" in capsys.readouterr().out


@pytest.mark.usefixtures("prepared")
def test_run_hands_arguments_on(calls: Calls) -> None:
    assert dev.main(["run", "--", "clean", "--json", "page.html"]) == 0
    assert calls == [["python", "-m", "ui", "clean", "--json", "page.html"]]


@pytest.mark.usefixtures("prepared")
def test_test_runs_every_check_and_then_the_tests(calls: Calls) -> None:
    assert dev.main(["test"]) == 0
    text = [" ".join(call) for call in calls]
    for part in ("ruff check", "ruff format --check", "mypy", "lint-imports", "pytest"):
        assert any(part in line for line in text), part
    assert any("pytest" in line and "--cov" in line for line in text)
    # Each part has a measure of its own, so that one cannot hide what the other lacks.
    assert [line.rpartition("--include ")[2] for line in text[-2:]] == [
        "reader/* --fail-under 93",
        "ui/* --fail-under 88",
    ]


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("broken", ["mypy", "pytest", "lint-imports", "reader/*", "ui/*"])
def test_one_failure_fails_the_whole_and_the_rest_is_still_run(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def call(command: Sequence[str | Path], **_: str) -> int:
        seen.append(" ".join(str(part) for part in command))
        return int(broken in seen[-1])

    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test"]) == 1
    assert any("pytest" in line for line in seen)


def test_set_up_that_cannot_go_on_is_one_line_and_exit_69(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(window: bool = False) -> Path:
        raise dev.SetupError("Qt needs libEGL.so.1")

    monkeypatch.setattr(dev, "ready", stop)
    assert dev.main(["lint"]) == 69
    assert capsys.readouterr().err == "dev.py: Qt needs libEGL.so.1\n"


def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))
    assert dev.main(["run"]) == 69
    assert "needs Python" in capsys.readouterr().err


@pytest.mark.usefixtures("prepared")
def test_the_bundle_is_built_and_used_by_a_module_of_the_tests(calls: Calls) -> None:
    assert dev.main(["bundle-check"]) == 0
    assert calls == [["python", "-m", "tests.bundle"]]


def test_help_works_with_a_python_that_has_nothing_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", dev.__file__, "--help"], capture_output=True, text=True, check=True
    )
    assert "run" in done.stdout


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("arguments", [[], ["--upgrade"]])
def test_the_lock_keeps_its_versions_unless_asked_to_upgrade(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, calls: Calls
) -> None:
    monkeypatch.setattr(wheels, "lacking", lambda compiler: [])
    assert dev.main(["lock", "--", *arguments]) == 0
    assert ("--upgrade" in calls[-1]) is bool(arguments)
    assert "--no-emit-index-url" in calls[-1]


@pytest.mark.usefixtures("prepared", "calls")
def test_a_package_without_a_wheel_fails_the_lock_by_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    native = {"nothere", "norhere"}

    def run(command: dev.Command) -> str:
        text = " ".join(map(str, command))
        lacking = sorted(name for name in native if f"--no-binary={name}" not in text)
        arm = "aarch64-pc-windows-msvc" in text and lacking
        return f"hint: Wheels are required for `{lacking[0]}` because building from source is off" if arm else ""

    monkeypatch.setattr(wheels, "refused", run)
    assert dev.main(["lock"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == len(native) * len(wheels.PYTHONS)
    assert "nothere has no wheel for Windows on ARM, Python 3.13." in told


def test_what_the_compiler_says_otherwise_is_told_and_not_taken_for_a_wheel() -> None:
    with pytest.raises(wheels.LookUpError, match="no route to host"):
        wheels.lacking(["uv"], lambda command: "error: no route to host")


def test_a_command_that_fails_says_why() -> None:
    assert wheels.refused([sys.executable, "-c", ""]) == ""
    assert "gone" in wheels.refused([sys.executable, "-c", "import sys; sys.exit('gone')"])
    assert "3" in wheels.refused([sys.executable, "-c", "import sys; sys.exit(3)"])
