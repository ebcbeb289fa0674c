"""CAS of strangers: spans are marks, relations links, all else goes out again as it came."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest

from reader import edits
from reader.errors import SetError
from reader.exchange.exporters import export, exporter
from reader.exchange.importers import detect, documents
from reader.exchange.importers.annotation_tools.cas_reading import json_of, xmi_of
from reader.exchange.records.cas import Cas, Units
from reader.intake.sets import SetReport, import_set
from reader.model.dataset import Document, Problem
from reader.model.labels import BUILTIN
from reader.store import Library

TEXT = "Wali Kota 🚧 bantah kabar.\r\nJembatan 🧂 tidak ditutup."
NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"


def at(words: str) -> tuple[int, int]:
    """The place of words in UTF-16 units."""
    start = TEXT.index(words)
    units = Units(TEXT)
    return units.out(start), units.out(start + len(words))


def structures() -> list[dict[str, Any]]:
    (a, b), (c, d), (e, f) = at("Wali Kota"), at("tidak ditutup"), at("Wali")
    return [
        {"%ID": 4, "%TYPE": NER, "@sofa": 1, "begin": a, "end": b, "value": "PER"},
        {"%ID": 5, "%TYPE": "custom.Span", "@sofa": 1, "begin": c, "end": d, "label": "claim", "certainty": "high"},
        {"%ID": 6, "%TYPE": "custom.Relation", "@sofa": 1, "begin": c, "end": d, "@Governor": 4, "@Dependent": 5,
         "label": "says"},
        {"%ID": 7, "%TYPE": TOKEN, "@sofa": 1, "begin": e, "end": f},
        {"%ID": 9, "%TYPE": "custom.Slot", "@target": 4, "role": "x"},
    ]  # fmt: skip


def as_json() -> bytes:
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text",
            "sofaString": TEXT}  # fmt: skip
    types = {
        "custom.Span": {
            "%NAME": "custom.Span",
            "%SUPER_TYPE": "uima.tcas.Annotation",
            **{name: {"%NAME": name, "%RANGE": "uima.cas.String"} for name in ("label", "certainty")},
        }
    }
    views = {"_InitialView": {"%SOFA": 1, "%MEMBERS": [4, 5, 6, 7]}}
    return json.dumps({"%TYPES": types, "%FEATURE_STRUCTURES": [sofa, *structures()], "%VIEWS": views}).encode()


def as_xmi(head: str = "") -> bytes:
    def element(one: dict[str, Any]) -> str:
        package, _, name = one["%TYPE"].rpartition(".")
        told = "".join(f" {k.lstrip('@')}={quoteattr(str(v))}" for k, v in one.items() if k[0] != "%")
        return f'<x:{name} xmlns:x="http:///{package.replace(".", "/")}.ecore" xmi:id="{one["%ID"]}"{told}/>'

    inner = "\n".join(map(element, structures()))
    return f"""<?xml version="1.0" encoding="UTF-8"?>{head}
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>{inner}
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString={quoteattr(TEXT)}/>
<cas:View sofa="1" members="4 5 6 7"/></xmi:XMI>""".encode()


FORMS: dict[str, tuple[str, Callable[[], bytes], Callable[[bytes], Cas]]] = {
    "cas-xmi": (".xmi", as_xmi, lambda data: xmi_of(data, {})),
    "cas-json": (".json", as_json, json_of),
}
forms = pytest.mark.parametrize("form", FORMS)


def written(tmp_path: Path, form: str) -> Path:
    path = tmp_path / f"berita{FORMS[form][0]}"
    path.write_bytes(FORMS[form][1]())
    return path


def canonical(cas: Cas) -> object:
    """What a CAS says, in one order, without what we put beside it."""
    some = [one for one in cas.structures if one.type != "tilik.Article"]
    return cas.text, cas.facts, sorted((x.id, x.type, sorted(x.features.items()), x.is_member) for x in some)


@forms
def test_spans_are_marks_and_relations_links(tmp_path: Path, form: str) -> None:
    path = written(tmp_path, form)
    assert detect(path).id == form
    (document,) = (x for x in documents(path) if isinstance(x, Document))
    assert [(m.label, m.anchor.quote) for m in document.annotations] == [
        ("PER", "Wali Kota"), ("claim", "tidak ditutup")
    ]  # fmt: skip
    (link,) = document.relations
    ends = {mark.id: mark.label for mark in document.annotations}
    assert (link.kind, ends[link.end("from")], ends[link.end("to")]) == ("says", "PER", "claim")
    assert "\r" not in document.revision.text


def test_further_features_of_a_layer_are_attributes(tmp_path: Path) -> None:
    (document,) = (x for x in documents(written(tmp_path, "cas-json")) if isinstance(x, Document))
    assert document.annotations[1].attributes == {"certainty": "high"}


@forms
def test_what_came_goes_out_equal_and_comes_back_the_same(tmp_path: Path, form: str) -> None:
    path, parse = written(tmp_path, form), FORMS[form][2]
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    with Library.open(tmp_path / "a" / "l.tilik") as library, Library.open(tmp_path / "b" / "l.tilik") as other:
        list(import_set(library, path))
        list(export(exporter(form), library.dataset("s"), first))
        again = [step.result for step in import_set(library, path)][-1]
        assert isinstance(again, SetReport) and not again.count("annotation", "added")
        list(import_set(other, first))
        list(export(exporter(form), other.dataset("s"), second))
    with zipfile.ZipFile(first) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(FORMS[form][0])]
        assert canonical(parse(archive.read(name))) == canonical(parse(path.read_bytes()))
    assert first.read_bytes() == second.read_bytes()


@forms
def test_what_was_changed_here_is_what_goes_out(tmp_path: Path, form: str) -> None:
    out, parse = tmp_path / "out.zip", FORMS[form][2]
    with Library.open(tmp_path / "l.tilik") as library:
        list(import_set(library, written(tmp_path, form)))
        (mark,) = [m for d in library.documents() for m in d.annotations if m.label == "claim"]
        library.apply(edits.relabel(mark, BUILTIN[2]))
        list(export(exporter(form), library.dataset("s"), out))
    with zipfile.ZipFile(out) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(FORMS[form][0])]
        (span,) = [one for one in parse(archive.read(name)).structures if one.type == "custom.Span"]
    assert span.features["label"] == "denial" and span.id == 5


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (as_xmi('<!DOCTYPE x [<!ENTITY a "b">]>'), "it has a DOCTYPE"),
        (as_xmi()[:-40], "not XML"),
        (as_xmi().replace(b"</xmi:XMI>", b"<a>" * 300 + b"</a>" * 300 + b"</xmi:XMI>"), "nested too deeply"),
        (as_xmi().replace(b"sofaString", b"other"), "there is no text in it"),
        (as_xmi().replace(b'xmi:id="5"', b'xmi:id="five"'), "'five' is no number of a structure"),
        (as_json()[:-40], "not JSON"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "berita.xmi"
    path.write_bytes(data)
    with pytest.raises(SetError, match=reason):
        list(documents(path, "cas-xmi" if b"<?xml" in data else "cas-json"))


def test_one_broken_document_of_a_zip_file_is_told_and_the_others_taken(tmp_path: Path) -> None:
    path = tmp_path / "set.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("good.xmi", as_xmi())
        archive.writestr("bad.xmi", as_xmi()[:200])
    found = list(documents(path))
    assert [type(one) for one in found] == [Document, Problem]
    assert "bad.xmi" in str(found[1])


def project(tmp_path: Path, **marks: bytes) -> Path:
    path = tmp_path / "project.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("exportedproject1.json", "{}")
        archive.writestr("source/berita.txt", TEXT)
        for name, data in marks.items():
            archive.writestr(f"annotation/berita.txt/{name.replace('_', '.')}", data)
    return path


def zipped(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("sari.xmi", data)
    return out.getvalue()


def test_a_project_of_inception_has_the_marks_of_each_annotator(tmp_path: Path) -> None:
    (document,) = documents(project(tmp_path, sari_zip=zipped(as_xmi()), budi_xmi=as_xmi(), lama_ser=b"\xac\xed"))
    assert isinstance(document, Document)
    assert [mark.annotator for mark in document.annotations] == ["budi", "budi", "sari", "sari"]
    assert len(document.relations) == 2


def test_marks_that_java_alone_reads_are_told_and_the_text_is_taken(tmp_path: Path) -> None:
    problem, document = documents(project(tmp_path, sari_ser=b"\xac\xed"))
    assert isinstance(problem, Problem) and "UIMA CAS XMI" in str(problem.reason)
    assert isinstance(document, Document) and not document.annotations and "ditutup" in document.revision.text
