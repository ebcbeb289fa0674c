"""What a set says under the name of another program may be anything: it is written where it is sound, and never ends an
export or breaks a file."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from reader.exchange.exporters import EXPORTERS, Exporter
from tests.reader.exchange.exporters import made

FITS = {"digest": made.english().revision.fingerprint}
GARBAGE: list[Any] = [
    7, "text", [], ["x"], None, {"id": 4}, {"id": "urn:x:1", "target": "urn:x"}, {"id": "urn:x:1", "target": [3]},
    {"id": "x", "target": {"source": 3, "selector": ["y"]}, "body": [5], "creator": 6, "tags": "no"},
    {"kept": 3, "holders": "x", "project": [1], "selection": "no", "cas": 5, "label": 4, "code": ["<"]},
    {"kept": [3, {"id": 4}, {"xmi": "1", "type": 4}, {"xmi": 9, "type": "a b<", "features": {"c d": 1}}]},
    {"kept": [{"xmi": 9, "type": "a.B", "features": {"c d": 1, "e": [1], "begin": "x"}}], "sofa": "x",
     "types": {"a": 3}, "facts": [1], "digest": "x", "next": "y"},
    {"selection": {"guid": "<&", "a b": "c"}, "coding": 3, "rest": ["<broken", 4], "description": "{", "label": "claim",
     "code": "<"},
    FITS | {"kept": [{"xmi": 9, "type": "a.B", "features": {"c d": 1, "e": [1], "begin": "x", "f": {"g": 1}}}],
            "types": {"a": 3, "b": {"super": "c", "features": [{"name": "d", "range": "e"}]}},
            "sofa": "x", "facts": {"a b": 1},
            "cas": {"xmi": 9, "type": "a.B", "features": {"begin": [1], "x": None}, "label": "x", "note": "x"}},
    FITS | {"sofa": -1, "next": -5, "facts": {"sofaID": 5, "sofaString": "x"}},
    {"cas": {"xmi": 9, "type": "x.Y", "features": [1], "label": 3, "note": 4}},
    {"textSource": {"guid": "a\"b", "x y": "z"}, "rest": {"Coding": "x", "NoteRef": ["<a"]},
     "project": {"Codes": {"a": "<b"}, "attributes": {"n m": "o", "origin": 4}, "tail": ["</Project>"]}},
]  # fmt: skip
TOOLS = [form for form in EXPORTERS if form.id in ("w3c", "hypothesis", "cas-xmi", "cas-json", "refi", "conll")]


@pytest.mark.parametrize("form", TOOLS, ids=lambda form: form.id)
@pytest.mark.parametrize("garbage", GARBAGE, ids=lambda value: str(value)[:40])
def test_nothing_that_is_kept_breaks_a_file(form: Exporter, garbage: Any) -> None:
    document, extra = made.english(), {form.id: garbage}
    document = replace(
        document, article=replace(document.article, extra=extra),
        annotations=tuple(replace(mark, extra=extra) for mark in document.annotations),
        relations=tuple(replace(link, extra=extra) for link in document.relations),
    )  # fmt: skip
    out = io.BytesIO()
    list(form.write(made.dataset(document), out))
    _read(out)


def _read(out: io.BytesIO) -> None:
    if not zipfile.is_zipfile(out):
        text = out.getvalue().decode("utf-8")
        assert text.startswith("-DOCSTART-") or json.loads(text)
        return
    with zipfile.ZipFile(out) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name.endswith((".xmi", ".xml", ".qde")):
                fromstring(data)
            elif name.endswith(".json"):
                json.loads(data)
