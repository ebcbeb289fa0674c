"""Files as annotation tools write them, of our own words: with everything that we have no place for."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

TEXT = "Lurah 🧂 menyangkal kabar.\nWarga Sidorejo bertahan."


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _region(id: str, words: str, label: list[str], name: str = "label") -> dict[str, Any]:
    start, end = place(words)
    value = {"start": start, "end": end, "text": words, "labels": label}
    return {"id": id, "from_name": name, "to_name": "isi", "type": "labels", "value": value, "origin": "manual"}


def _chosen(id: str, words: str, name: str, kind: str, **value: Any) -> dict[str, Any]:
    start, end = place(words)
    return {"id": id, "from_name": name, "to_name": "isi", "type": kind, "value": {"start": start, "end": end, **value}}


LABEL_STUDIO: list[dict[str, Any]] = [
    {
        "id": 5, "inner_id": 1, "meta": {"batch": 3}, "drafts": [], "predictions": [], "project": 3,
        "data": {"isi": TEXT, "sumber": "pos", "url": "https://kabar.example/1"},
        "annotations": [
            {
                "id": 8, "completed_by": {"id": 1, "email": "sari@example.org"}, "lead_time": 3.5,
                "created_at": "2026-11-23T15:52:20.220215Z", "ground_truth": False,
                "result": [
                    _region("r1", "Lurah", ["source", "pejabat"]),
                    _chosen("r1", "Lurah", "note", "textarea", text=["siapa?", "lurah baru"]),
                    _region("r2", "menyangkal kabar.\nWarga", ["denial"]),
                    _chosen("r2", "menyangkal kabar.\nWarga", "sikap", "choices", choices=["kuat"]),
                    {"id": "x", "from_name": "mutu", "to_name": "isi", "type": "rating", "value": {"rating": 4}},
                    {"type": "relation", "from_id": "r1", "to_id": "r2", "direction": "left", "labels": ["says"]},
                    {"type": "relation", "from_id": "r1", "to_id": "r2", "direction": "bi"},
                ],
            },
            {"id": 9, "completed_by": 2, "result": [_region("r1", "Warga", ["source"])]},
        ],
    },
    {"id": 6, "data": {"isi": "Tidak ada apa-apa.", "sumber": "pos"}, "annotations": []},
]  # fmt: skip


def _entity(id: int, words: str, label: str) -> dict[str, Any]:
    start, end = place(words)
    return {"id": id, "label": label, "start_offset": start, "end_offset": end}


DOCCANO: list[dict[str, Any]] = [
    {
        "id": 11, "text": TEXT, "halaman": {"no": 1}, "Comments": [],
        "entities": [_entity(3, "Warga", "source"), _entity(1, "Lurah", "source"), _entity(7, "menyangkal", "denial")],
        "relations": [{"id": 2, "from_id": 1, "to_id": 7, "type": "says"}],
    },
    {"text": "Warga pulang.", "label": [[0, 5, "LOC"], [0, 5, "LOC"]], "meta": {"n": 1}},
]  # fmt: skip


def _span(words: str, label: str, **told: Any) -> dict[str, Any]:
    start, end = place(words)
    return {"start": start, "end": end, "label": label, **told}


PRODIGY: list[dict[str, Any]] = [
    {
        "text": TEXT, "meta": {"title": "Lurah"}, "_input_hash": 12, "_task_hash": -7, "answer": "accept",
        "tokens": [{"text": "Lurah", "start": 0, "end": 5, "id": 0, "ws": True}],
        "spans": [
            _span("Lurah", "source", token_start=0, token_end=0),
            _span("menyangkal", "denial", token_start=2, token_end=2, source="ner"),
        ],
        "relations": [
            {"head": 2, "child": 0, "label": "says", "color": "#c2f2f6", "head_span": _span("menyangkal", "denial"),
             "child_span": _span("Lurah", "source")},
            {"head": 0, "child": 2, "label": "said_by"},
        ],
    },
    {"text": "Warga pulang.", "spans": [], "answer": "reject"},
]  # fmt: skip


def _bound(id: str, type: str, *words: str) -> str:
    places = [place(one) for one in words]
    return f"{id}\t{type} {';'.join(f'{start} {end}' for start, end in places)}\t{' '.join(words)}"


BRAT: Mapping[str, str] = {
    "annotation.conf": "[entities]\nOrang\n",
    "visual.conf": "[labels]\nOrang | Orang atau jabatan | Org\nsource | source\n",
    "sub/kabar.txt": TEXT,
    "sub/kabar.ann": "\n".join([
        _bound("T4", "Orang", "Lurah"), _bound("T2", "Menyangkal", "menyangkal"),
        _bound("T9", "source", "kabar.", "Warga"), _bound("T12", "Kabar", "kabar"),
        _bound("T13", "Bertahan", "bertahan"),
        "E1\tMenyangkal:T2 Siapa:T4 Apa2:E3 Apa:T12", "E2\tBertahan:T13", "E3\tKabar:T12 Oleh:T9",
        "R1\tKeluarga Arg1:T4 Arg2:T9\t", "R7\tBagian Utuh:T4 Potong:T9", "*\tAlias T4 T9",
        "A1\tYakin E1 Tinggi", "A2\tPejabat T4", "M1\tLama T4", "A3\tPeran T4 lurah baru",
        "N1\tReference T4 Wikipedia:64488\tLurah Sidorejo", "#1\tAnnotatorNotes T4\tsiapa ini?\\nbenar?",
        "#2\tAnnotatorNotes R1\tsaudara", "#3\tCatatan E1\tlain", "#7\tAnnotatorNotes E2\tsampai kapan", "",
    ]),
    "kosong.txt": "Tidak ada apa-apa.", "kosong.ann": "",
}  # fmt: skip


def lines(rows: Iterable[Mapping[str, Any]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def put(folder: Path, id: str) -> Path:
    """Write the sample of a format; return its file."""
    if id == "brat":
        with zipfile.ZipFile(folder / "brat.zip", "w") as out:
            for name, text in BRAT.items():
                out.writestr(name, text)
        return folder / "brat.zip"
    path = folder / f"{id}.json{'' if id == 'label-studio' else 'l'}"
    path.write_text(
        json.dumps(LABEL_STUDIO) if id == "label-studio" else lines(DOCCANO if id == "doccano" else PRODIGY), "utf-8"
    )
    return path


def values(path: Path) -> object:
    """What a file says, in the canonical order of its format."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as found:
            texts = {name: found.read(name).decode() for name in found.namelist() if name.endswith((".ann", ".txt"))}
        return {name: text.split("\n") if name.endswith(".ann") else text for name, text in texts.items()}
    text = path.read_text("utf-8")
    return json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]
