"""The package's bytes depend on what is in it and on nothing else."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from reader.exchange.exporters import exporter
from reader.exchange.exporters.native import LISTS, Options
from reader.exchange.exporters.package import EPOCH
from tests.reader.exchange.exporters import made

FORM = exporter("native")


class Pipe(io.RawIOBase):
    """What cannot be rewound."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def write(self, data: object) -> int:
        some = bytes(cast(bytes, data))
        self.data += some
        return len(some)


def written(options: Options | None = None, out: BinaryIO | None = None) -> bytes:
    target = io.BytesIO() if out is None else out
    for _ in FORM.write(made.whole(), target, options or Options()):
        pass
    return target.getvalue() if isinstance(target, io.BytesIO) else cast(Pipe, target).data


def test_no_clock_no_machine_no_folder_is_in_it(tmp_path: Path) -> None:
    data = written()
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        infos = found.infolist()
        assert {info.date_time for info in infos} == {EPOCH} and {info.create_system for info in infos} == {3}
        assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
        assert not [info for info in infos if info.filename.startswith("/") or ".." in info.filename]
    assert b"/home/rina" not in data


def test_a_pipe_gets_the_same_bytes_as_a_file() -> None:
    assert written(out=cast(BinaryIO, Pipe())) == written()


def test_the_manifest_counts_and_names_each_list_by_its_digest() -> None:
    with zipfile.ZipFile(io.BytesIO(written(Options(by="Ibu Redaktur")))) as found:
        manifest = json.loads(found.read("manifest.json"))
        for name in LISTS:
            data = found.read(f"{name}.jsonl")
            assert manifest["members"][f"{name}.jsonl"] == sha256(data).hexdigest()
            assert manifest["counts"][name] == data.count(b"\n")
        texts = {info.filename for info in found.infolist() if info.filename.startswith("texts/")}
        for line in found.read("documents.jsonl").splitlines():
            record = json.loads(line)
            assert sha256(found.read(f"texts/{record['id']}.txt")).hexdigest() == record["text_sha256"]
    assert manifest["by"] == "Ibu Redaktur" and manifest["format"] == "tilik-set" and len(texts) == 3
    assert manifest["counts"] == {**dict.fromkeys(LISTS, 0), "documents": 3, "annotations": 11, "relations": 4}


def test_compressed_it_holds_the_same() -> None:
    with (
        zipfile.ZipFile(io.BytesIO(written())) as plain,
        zipfile.ZipFile(io.BytesIO(written(Options(compressed=True)))) as packed,
    ):
        assert plain.namelist() == packed.namelist()
        assert all(plain.read(name) == packed.read(name) for name in plain.namelist())
        assert sum(x.compress_size for x in packed.infolist()) < sum(x.file_size for x in plain.infolist())
