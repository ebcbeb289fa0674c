"""A large JSON file is read value by value: the same values, lines and bytes whatever is read at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.errors import SetError
from reader.exchange.importers import json_stream
from reader.exchange.importers.json_stream import JsonStream

ITEMS: list[Any] = ["feri 🚢", {"a": [1, 2.5, -3]}, "x" * 300, [], {}, None, True, 12345678901234567890, '\n\t"é']


def walked(path: Path) -> tuple[list[Any], list[int], list[bytes]]:
    """The items, the line of each, and its bytes by the places that the stream told."""
    values, at, parts = [], [], []
    raw = path.read_bytes()
    with open(path, "rb") as file:
        stream = JsonStream(path, file)
        for name in stream.members():
            assert name == "items"
            for line in stream.items():
                start = stream.position
                values.append(stream.value())
                at.append(line)
                parts.append(raw[start : stream.position])
        stream.end()
    return values, at, parts


@pytest.mark.parametrize("size", [1, 2, 7, 64, 1 << 18])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_whatever_is_read_at_a_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, size: int, mark: bytes) -> None:
    monkeypatch.setattr(json_stream, "CHUNK", size)
    path = tmp_path / "a.json"
    path.write_bytes(mark + json.dumps({"items": ITEMS}, ensure_ascii=False, indent=1).encode())
    values, at, parts = walked(path)
    assert values == ITEMS and [json.loads(part) for part in parts] == ITEMS
    text = path.read_text("utf-8-sig")
    assert [text.split("\n")[line - 1].strip()[:1] for line in at] == [part.decode()[:1] for part in parts]


def test_what_is_held_is_the_value_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(json_stream, "CHUNK", 1000)
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"n": n, "words": "x" * 200} for n in range(2000)]), "utf-8")
    most = 0
    with open(path, "rb") as file:
        stream = JsonStream(path, file)
        for _ in stream.items():
            stream.value()
            most = max(most, len(stream._text))
    assert most < 5000 < path.stat().st_size


@pytest.mark.parametrize("size", [3, 1 << 18])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"items": [1,\n 2,\n nope]}', "line 3"),
        ('{"items": [1,\n {"a" 5}]}', "line 2"),
        ('{"items": [1,\n 2\n 3]}', "line 3"),
        ('{"items": ["cut', "line 1"),
        ('{"items": [1]} x', "line 1"),
        ('{"items": [\n' + "4" * 5000 + "]}", "line 2: a number has more than"),
        ('{"items": [\n' + "[" * 100_000, "line 2: nested too deeply"),
        ('{"items": [1, NaN]}', "NaN is no number"),
    ],
)
def test_where_it_stops_being_json(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, place: str, size: int
) -> None:
    monkeypatch.setattr(json_stream, "CHUNK", size)
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    with pytest.raises(SetError) as caught:
        walked(path)
    assert place in str(caught.value) and str(path) in str(caught.value)
