"""Sets are read by a process that reaches nothing: it gives what importers give, and nothing it says is believed."""

from __future__ import annotations

import errno
import json
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from reader.errors import SetError
from reader.exchange.confined import SetReader, reading, wire
from reader.exchange.confined.handing import Handing
from reader.exchange.exporters import EXPORTERS, Exporter, export
from reader.exchange.importers import SET_IMPORTERS, detect
from reader.exchange.importers.importer import RawDocument
from reader.messages import Message
from reader.model.dataset import Problem
from reader.model.pages import Original
from reader.sandbox import confined_process
from reader.sandbox.confined_process import ConfinedProcess, EndedError
from reader.system import is_linux
from tests.reader.exchange.exporters import made

IDS = {x.id for x in SET_IMPORTERS}
formats = pytest.mark.parametrize("exporter", [x for x in EXPORTERS if x.id in IDS], ids=lambda x: x.id)
LINE = {"id": "a", "text": "The ferry sails.", "annotations": []}


def here(path: Path) -> list[Any]:
    return [json.loads(wire.item_out(item)[1:]) for item in detect(path).read(path).items]


def lines(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


@formats
def test_every_format_comes_through_the_pipe_as_it_is(exporter: Exporter, tmp_path: Path) -> None:
    path = tmp_path / f"set{exporter.suffix}"
    list(export(exporter, made.whole(), path, exporter.options()))
    with SetReader() as reader:
        file = reader.read(path)
        assert (file.format, file.sender) == (detect(path).id, detect(path).read(path).sender)
        assert [json.loads(wire.item_out(item)[1:]) for item in file.items] == here(path)


def test_what_is_refused_is_refused_in_the_same_words_and_at_the_same_place(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", LINE, LINE)
    path.write_text(path.read_text("utf-8") + '{"id": }\n' + json.dumps({**LINE, "format": "tilik-jsonl/99"}), "utf-8")
    items, said = [], list[str]()
    for source in (detect(path).read(path), SetReader().read(path)):
        try:
            items.append(list(source.items))
        except SetError as error:
            said.append(str(error))
    assert (items or said)[0] == (items or said)[1] and len(items or said) == 2
    with pytest.raises(SetError) as ours, SetReader() as reader:
        reader.read(tmp_path / "missing.jsonl")
    with pytest.raises(SetError, match=str(ours.value)):
        detect(tmp_path / "missing.jsonl")


def test_saved_pages_come_through_while_items_are_read_ahead(tmp_path: Path) -> None:
    exporter = next(x for x in EXPORTERS if x.id == "native")
    path = tmp_path / "set.tilik-set"
    list(export(exporter, made.whole(), path, exporter.options()))
    page = Original.of(b"+<p>A page", "text/html", "page.html")
    with ZipFile(path, "a") as package:
        package.writestr(f"originals/{page.id}", page.data)
        package.writestr("originals.jsonl", json.dumps({"id": page.id, "media_type": "text/html", "name": page.name}))
        package.writestr(f"originals/{'0' * 64}", b"other")
    with SetReader() as reader:
        file = reader.read(path)
        next(file.items)
        assert file.original(page.id) == page and file.original("none") is None and file.picture(page.id) is None
        with pytest.raises(SetError, match="its digest differs"):
            file.original("0" * 64)
        assert 1 + len(list(file.items)) == len(here(path))


# --- what the process holds and reaches


@pytest.mark.skipif(not is_linux(), reason="what holds elsewhere is said by tilik check --sandbox")
def test_the_process_holds_the_whole_sandbox() -> None:
    process = ConfinedProcess("reader.exchange.confined.child", memory_mb=1500, seconds=30)
    try:
        missing = {layer.name for layer in process.layers if not layer.holds}
        assert missing <= {"network", "files"} and len(process.layers) >= 6  # as the kernel of this machine allows
        status = Path(f"/proc/{process._process.pid}/status").read_text("ascii")
        assert "Seccomp:\t2" in status and "NoNewPrivs:\t1" in status
        names = [os.readlink(one) for one in Path(f"/proc/{process._process.pid}/fd").iterdir()]
        assert not [name for name in names if name.startswith("/") and "(deleted)" not in name and name != "/dev/null"]
    finally:
        process.close()


def asked(handing: Handing, *question: Any) -> Any:
    found = handing.answer(wire.dumped(question))
    return found[1:] if found[:1] == wire.GIVEN else int(found[1:])


def test_bytes_are_handed_over_of_the_set_and_what_is_beside_it_and_of_nothing_else(tmp_path: Path) -> None:
    for name in ("a.jsonl", "a.txt", "secret.txt", "a.relations.csv"):
        (tmp_path / name).write_text(name, "utf-8")
    handing = Handing(tmp_path / "a.jsonl")
    assert asked(handing, "read", str(tmp_path / "a.txt"), 2, 3) == b"txt"
    assert asked(handing, "size", str(tmp_path / "a.relations.csv")) == b"15"
    for other in (tmp_path / "secret.txt", Path("/etc/passwd"), tmp_path / "x" / ".." / "secret.txt"):
        assert asked(handing, "read", str(other), 0, 10) == errno.EACCES
        assert asked(handing, "size", str(other)) == errno.EACCES
        assert asked(handing, "kind", str(other)) == b'""'
    for odd in (("read", str(tmp_path / "a.jsonl"), 0, 1 << 40), ("names", "/etc", ".conf", 9, True), ("read", 7)):
        with pytest.raises((ValueError, TypeError)):
            handing.answer(wire.dumped(odd))
    handing.close()


def test_a_folder_hands_over_what_is_in_it_and_no_link_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "a.ann").write_text("T1\tclaim 0 3\tThe\n", "utf-8")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    handing = Handing(folder)
    assert asked(handing, "names", str(folder), ".ann", 9, True) == b'["a.ann"]'
    assert asked(handing, "read", str(folder / "a.txt"), 0, 10) == errno.EACCES
    handing.close()


def test_a_pipe_beside_a_set_is_waited_for_by_nobody(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with names")
    lines(tmp_path / "a.jsonl", LINE)
    os.mkfifo(tmp_path / "a.txt")
    handing = Handing(tmp_path / "a.jsonl")
    assert asked(handing, "kind", str(tmp_path / "a.txt")) == b'""'
    assert asked(handing, "read", str(tmp_path / "a.txt"), 0, 10) == errno.EINVAL
    handing.close()


# --- limits, and being ended


def test_a_set_that_needs_too_much_memory_is_given_up_in_a_sentence(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {**LINE, "text": "x" * 60_000_000})
    with SetReader(memory_mb=260) as reader, pytest.raises(SetError, match=r"a\.jsonl: .*260 MB"):
        list(reader.read(path).items)


def test_a_process_that_uses_its_time_up_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    process = ConfinedProcess("reader.exchange.confined.child", memory_mb=1500, seconds=30)
    used = iter([0.0, *[31.0] * 1000])
    monkeypatch.setattr(confined_process, "processor_seconds", lambda _process: next(used))
    with pytest.raises(EndedError) as caught:
        process.receive(100)  # which says nothing, since nothing was asked
    assert caught.value.why == confined_process.LATE
    process.close()


def test_reading_is_cancelled_from_another_thread_for_good(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", *[{**LINE, "id": str(n)} for n in range(50)])
    reader = SetReader()
    items = reader.read(path).items
    next(items)
    thread = threading.Thread(target=reader.cancel)
    thread.start()
    thread.join()
    with pytest.raises(SetError, match=r"a\.jsonl: .*cancelled"):
        list(items)
    with pytest.raises(SetError, match="cancelled"):
        reader.read(path)
    reader.close()


def test_each_file_has_a_process_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[ConfinedProcess] = []

    def started(*words: Any, **limits: Any) -> ConfinedProcess:
        begun.append(ConfinedProcess(*words, **limits))
        return begun[-1]

    monkeypatch.setattr(reading, "ConfinedProcess", started)
    one, other = lines(tmp_path / "a.jsonl", LINE), lines(tmp_path / "b.jsonl", LINE)
    with SetReader() as reader:
        assert reader.format_of(one) == "jsonl"
        list(reader.read(one).items)
        list(reader.read(other).items)
        assert len(begun) == 2
        assert reader.format_of(one) == reader.format_of(other) == "jsonl"
    assert len({told._process.pid for told in begun}) == 4
    assert all(told._process.poll() is not None for told in begun)


# --- a process that was taken over


class Odd:
    """A process that answers whatever a test wants."""

    layers = ()

    def __init__(self, *frames: bytes) -> None:
        self.frames = iter(frames)

    def send(self, *messages: bytes) -> None:
        pass

    def receive(self, most: int) -> bytes:
        found = next(self.frames, None)
        if found is None or len(found) > most:
            raise EndedError(confined_process.BROKEN, "it said too much")
        return found

    def stop(self) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., list[wire.Item]]:
    path = lines(tmp_path / "a.jsonl", LINE)

    def told(*frames: bytes) -> list[wire.Item]:
        answers = (wire.ANSWER + b'["jsonl",""]', *frames)
        monkeypatch.setattr(reading, "ConfinedProcess", lambda *_words, **_limits: Odd(*answers))
        with SetReader() as reader:
            return list(reader.read(path).items)

    return told


GOOD = wire.item_out(RawDocument(LINE, Message("line {0}", 1)))


@pytest.mark.parametrize(
    "frame",
    [
        b"", b"x", b"+", b"+7", b"+[1,2,3,4]", b'+[[],null,true,true,true]', b'+[{},null,1,1,1]', b"+" + b"[" * 200_000,
        b'+[{"a":NaN},null,true,true,true]', b"+" + b"9" * 5000, b'+["a",7,["x",[]]]', b'+["a",null,["{0}",{}]]',
        b'+[{},["{0}",[["{0}",[["{0}",[["{0}",[["{0}",[["x",[]]]]]]]]]]],true,true,true]', b"+\xff\xfe",
        wire.ANSWER + b"1", wire.ASKS + b"7", wire.ASKS + b'["eat",7]', wire.ASKS + b'["names","/etc",".conf",9,true]',
    ],
)  # fmt: skip
def test_what_is_no_item_ends_the_set_in_a_sentence(says: Callable[..., list[wire.Item]], frame: bytes) -> None:
    with pytest.raises(SetError, match=r"a\.jsonl: the process that reads sets broke down"):
        says(frame, GOOD, wire.END)


def test_items_come_as_they_were_and_a_refusal_as_it_was_said(says: Callable[..., list[wire.Item]]) -> None:
    problem = Problem("a.jsonl", Message("line {0}", 2), Message("{0} and {1}", Path("b"), 7))
    assert says(GOOD, wire.item_out(problem), wire.END) == [RawDocument(LINE, Message("line {0}", 1)), problem]
    with pytest.raises(SetError, match=r"^b: why$"):
        says(GOOD, wire.error_out(SetError("{0}: {1}", Path("b"), Message("why")), of_item=True))
