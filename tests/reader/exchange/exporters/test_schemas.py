"""The schemas that partners read are those of the model, and what we write is as they say."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from reader.exchange.exporters import exporter
from reader.model.annotations import Origin
from reader.model.dataset import Dataset
from reader.model.spans import Span
from tests import set_schemas
from tests.reader.exchange.exporters import made

SCHEMAS = set_schemas.schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_file_is_what_the_model_says(name: str) -> None:
    file = set_schemas.FOLDER / f"{name}.schema.json"
    assert file.read_text("utf-8") == set_schemas.written(name, SCHEMAS[name])
    Draft202012Validator.check_schema(json.loads(file.read_text("utf-8")))


def rich() -> Dataset:
    """A set with a line in each list."""
    document = made.storied()
    older = replace(document.revision, id=made.uid("older"))
    mark = document.annotations[0]
    origin = Origin(older.id, (Span(0, 5),), "Mayor", "removed")
    orphan = replace(
        mark, id=made.uid("orphan"), anchor=replace(mark.anchor, revision_id=older.id), origin=origin
    )  # fmt: skip
    return made.dataset(replace(document, orphans=(orphan,), revisions=(older,)), made.indonesian(), made.arabic())


def test_every_line_of_an_export_is_as_its_schema_says() -> None:
    out = io.BytesIO()
    list(exporter("native").write(rich(), out))
    with zipfile.ZipFile(out) as found:
        for name, schema in SCHEMAS.items():
            validator = Draft202012Validator(schema)
            whole = f"{name}.json"
            if whole in found.namelist():
                validator.validate(json.loads(found.read(whole)))
            elif name not in ("originals", "pictures"):
                lines = found.read(f"{name}.jsonl").splitlines()
                assert lines, name
                for line in lines:
                    validator.validate(json.loads(line))


def test_a_wrong_line_is_found() -> None:
    assert not Draft202012Validator(SCHEMAS["annotations"]).is_valid({"id": "a", "begin": -1})
