"""CAS as INCEpTION takes it: its own layers, UTF-16 units, and nothing that XML may not hold."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from reader.exchange.exporters import exporter
from reader.exchange.importers import documents
from reader.exchange.importers.annotation_tools.cas_reading import json_of, types_of, xmi_of
from reader.exchange.records.cas import METADATA, RELATION, SPAN, Cas
from reader.model.dataset import Dataset, Document
from tests.reader.exchange.exporters import made

forms = pytest.mark.parametrize("form", ["cas-xmi", "cas-json"])


def written(form: str, dataset: Dataset) -> zipfile.ZipFile:
    out = io.BytesIO()
    list(exporter(form).write(dataset, out))
    return zipfile.ZipFile(out)


def cases(form: str, dataset: Dataset) -> list[Cas]:
    archive = written(form, dataset)
    if form == "cas-json":
        return [json_of(archive.read(name)) for name in archive.namelist() if name.endswith(".json")]
    types = types_of(archive.read("TypeSystem.xml"))
    return [xmi_of(archive.read(name), types) for name in archive.namelist() if name.endswith(".xmi")]


@forms
def test_marks_are_spans_of_inceptions_own_layer_in_utf16_units(form: str) -> None:
    document = made.english()
    (cas,) = cases(form, made.dataset(document))
    spans = [one for one in cas.structures if one.type == SPAN]
    units = cas.text.encode("utf-16-le")
    for mark, span in zip(document.annotations, spans, strict=True):
        place = slice(2 * int(span.features["begin"]), 2 * int(span.features["end"]))
        assert units[place].decode("utf-16-le") == mark.anchor.quote
        assert span.features["identifier"] == mark.id and span.features["label"] == mark.label


@forms
def test_a_relation_stands_at_its_end_and_one_of_three_is_told_beside(form: str) -> None:
    (cas,) = cases(form, made.dataset(made.english()))
    (relation,) = [one for one in cas.structures if one.type == RELATION]
    by_id = {one.id: one for one in cas.structures}
    told = relation.features
    ends = [int(str(told.get(name) or told.get(f"@{name}"))) for name in ("Governor", "Dependent")]
    assert [by_id[end].features["label"] for end in ends] == ["denial", "claim"]
    assert [relation.features[name] for name in ("begin", "end")] == [
        by_id[ends[1]].features[name] for name in ("begin", "end")
    ]
    assert relation.features["label"] == "denies"


@forms
def test_the_document_says_what_it_is(form: str) -> None:
    (cas,) = cases(form, made.dataset(made.english()))
    (told,) = [one.features for one in cas.structures if one.type == METADATA]
    assert told["documentTitle"].startswith("Mayor denies") and told["language"] == "en"
    assert told["documentUri"] == "https://ledger.example/2026/bridge"


def test_the_type_system_has_every_feature_that_is_used() -> None:
    for cas in cases("cas-xmi", made.whole()):
        for one in cas.structures:
            known = {feature["name"] for feature in cas.types[one.type]["features"]}
            assert set(one.features) <= known | {"begin", "end", "sofa", "language"}, one.type


@forms
def test_signs_that_xml_may_not_hold_come_back(form: str, tmp_path: Path) -> None:
    document = made.english()
    source, *others = document.annotations
    odd = replace(source, note="a\x0bb\x1f\ufffe", attributes={"k": "\ud800\uffff"})
    document = replace(document, annotations=(odd, *others))
    path = tmp_path / "set.zip"
    with open(path, "wb") as file:
        list(exporter(form).write(made.dataset(document), file))
    (back,) = (x for x in documents(path) if isinstance(x, Document))
    assert back.annotations[0].note == odd.note
