"""`tilik anchor` on files as others make them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from reader.commands import main

OLD = "Dermaga timur ditutup sejak Senin pagi. Nelayan menolak pindah ke dermaga barat."
NEW = "Dermaga timur ditutup sejak Senin pagi. Nelayan tidak menolak pindah ke dermaga barat. 😀"


def case(quote: str, text: str = OLD, **other: Any) -> dict[str, Any]:
    start = text.index(quote)
    return {"id": quote, "old": "a", "new": "b", "start": start, "end": start + len(quote), "exact": quote} | other


def written(folder: Path, *cases: dict[str, Any], **texts: str) -> Path:
    path = folder / "cases.json"
    path.write_text(json.dumps({"texts": {"a": OLD, "b": NEW} | texts, "cases": cases}), encoding="utf-8")
    return path


def answers(path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["anchor", str(path)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_case_has_its_answer_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, third = answers(
        written(
            tmp_path,
            case("Nelayan menolak pindah"),
            case("Dermaga timur ditutup sejak Senin pagi."),
            case("dermaga barat", new="c"),
            c="Harga cabai naik di pasar induk kota.",
        ),
        capsys,
    )
    assert first == {"id": "Nelayan menolak pindah", "status": "changed", "start": 40, "end": 68}
    assert second == {"id": "Dermaga timur ditutup sejak Senin pagi.", "status": "same", "start": 0, "end": 39}
    assert third == {"id": "dermaga barat", "status": "orphan", "start": None, "end": None}


@pytest.mark.parametrize(
    ("unit", "start", "end"),
    [("utf16", 5, 10), ("utf8", 9, 14), ("collapsed", 4, 9), (None, 5, 10), ("codepoint", 4, 9)],
)
def test_offsets_of_other_tools(
    unit: str | None, start: int, end: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "😀 – Kabar"
    (found,) = answers(
        written(tmp_path, case("Kabar", text, new="a", unit=unit, start=start, end=end), a=text), capsys
    )  # fmt: skip
    assert (found["status"], found["start"], found["end"]) == ("same", 4, 9)


def test_a_packed_file_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cases.json.gz"
    path.write_bytes(gzip.compress(written(tmp_path, case("Dermaga timur ditutup sejak")).read_bytes()))
    assert [found["status"] for found in answers(path, capsys)] == ["same"]


def broken(**other: Any) -> bytes:
    return json.dumps({"texts": {"a": OLD, "b": NEW}, "cases": [case("Nelayan"), case("pagi") | other]}).encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not JSON"),
        (b"{]", "not JSON"),
        (b"\xff\xfe{", "not UTF-8"),
        (b"[" * 200_000, "nested too deep"),
        (gzip.compress(b'{"texts": {}, "cases": []}', mtime=0)[:-9], "cut or damaged"),
        (b"\x1f\x8b no", "cut or damaged"),
        (b"[]", "holds no cases"),
        (b'{"texts": {"a": 1}, "cases": []}', "text 'a' is no string"),
        (b'{"texts": {}, "cases": [3]}', "case 1 is no object"),
        (broken(new="c"), "case 2: there is no text 'c'"),
        (broken(start="0"), "case 2: 'start' must be a whole number"),
        (broken(start=True), "case 2: 'start' must be a whole number"),
        (broken(end=0), "case 2: [34, 0) is no span"),
        (broken(end=10_000), "case 2: [34, 10000) reaches past the end of text 'a'"),
        (broken(id=7), "case 2: 'id' must be a string"),
        (broken(unit="furlong"), "case 2: there is no unit 'furlong'"),
    ],
)
def test_a_broken_file_is_told_and_nothing_is_answered(
    data: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cases.json"
    path.write_bytes(data)
    assert main(["anchor", str(path)]) == 65
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err and str(path) in shown.err


def test_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["anchor", str(tmp_path / "none.json")]) == 66
    assert "there is no such file" in capsys.readouterr().err
