"""What tells the format of a file costs a look: no large file of another format is read whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.exchange.importers import detect
from reader.exchange.importers.annotation_tools import rows
from reader.exchange.importers.json_stream import JsonStream
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.annotation_tools.test_shapes import written


@pytest.mark.parametrize("id", ["w3c", "jsonl", "native"])
def test_a_set_of_another_format_is_not_read_to_be_known(
    id: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from reader.exchange.exporters import exporter

    path = tmp_path / "set"
    path.write_bytes(written(exporter(id), made.english(), made.arabic()))

    def asked(*_: object) -> None:
        raise AssertionError("it was read")

    monkeypatch.setattr(rows, "rows_of", asked)
    monkeypatch.setattr(JsonStream, "value", asked)
    assert detect(path).id == id


def test_a_text_with_marks_of_nobody_we_know_is_left_to_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Warga.", "label": "positif"}) + "\n", "utf-8")
    assert detect(path).id == "jsonl"
