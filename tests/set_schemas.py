"""JSON Schemas of the members of a Tilik set, made from the model's own fields: `python -m tests.set_schemas`.

They are for whoever reads or writes a set without Tilik. A test holds that the files are those made here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin

from reader.exchange.exporters.native import FORMAT, VERSION
from reader.exchange.records.shape import SHAPES, Shape
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Block, InlineMark, LeftOut, Metadata, Revision
from reader.model.claims import Claim, Evidence, Review, Source
from reader.model.codec import FieldCodec, description
from reader.model.labels import Label
from reader.model.pages import Original, Picture
from reader.model.spans import Span

FOLDER = Path(__file__).parent.parent / "resources" / "schemas"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
JSON_TEXT: Schema = {"type": "string", "contentMediaType": "application/json"}


def list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def thing(properties: Mapping[str, Schema], about: str = "", *, optional: frozenset[str] = frozenset()) -> Schema:
    """An object; a later Tilik may add properties."""
    made: Schema = {"type": "object", "properties": dict(sorted(properties.items()))}
    made["required"] = sorted(properties.keys() - optional)
    return {**({"description": about} if about else {}), **made}


def entity(kind: type[Any], **more: Schema) -> Schema:
    """An entity as records have it, with what stands in them besides its own fields."""
    shape = SHAPES.get(kind, Shape())
    found: dict[str, Schema] = {}
    for f in description(kind):
        if f.name in shape.apart:
            continue
        if f.hint is Span:
            found |= {"begin": COUNT, "end": COUNT}
        else:
            found[shape.names.get(f.name, f.name)] = of_field(f)
    return thing({**found, **more}, " ".join((kind.__doc__ or "").split("\n\n")[0].split()))


def of_field(f: FieldCodec) -> Schema:
    hint = f.hint
    plain: Mapping[Any, Schema] = {str: TEXT, int: {"type": "integer"}, bool: {"type": "boolean"}}
    if hint in plain:
        return plain[hint]
    if hint is datetime:
        return {"type": "string", "format": "date-time"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "string", "enum": [member.value for member in hint]}
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return list_of(entity(item) if is_dataclass(item) and isinstance(item, type) else TEXT)
    if datetime in get_args(hint):
        return {"type": "string", "description": "A time, or empty."}
    return {**JSON_TEXT, "description": "JSON text of an object, or empty."}


def text_parts() -> dict[str, Schema]:
    return {
        "blocks": list_of(entity(Block)), "marks": list_of(entity(InlineMark)), "left_out": list_of(entity(LeftOut)),
        "notices": list_of(TEXT), "metadata": entity(Metadata), "text_sha256": DIGEST,
    }  # fmt: skip


def bytes_of(kind: type[Any]) -> Schema:
    fields = {f.name: of_field(f) for f in description(kind) if f.name != "data"}
    return thing({**fields, "id": DIGEST}, f"What is known of the member {kind.__name__.lower()}s/ID.")


def schemas() -> dict[str, Schema]:
    """Return the schema of each member by its name; of a list, that of one line."""
    major = VERSION.partition(".")[0]
    spans = list_of({"type": "array", "prefixItems": [COUNT, COUNT], "minItems": 2, "maxItems": 2})
    member = thing({"role": TEXT, "annotation": TEXT})
    mark = {
        "article": TEXT, "revision": TEXT, "begin": COUNT, "end": COUNT, "spans": spans, "quote": TEXT, "prefix": TEXT,
        "suffix": TEXT,
    }  # fmt: skip
    return {
        "manifest": thing(
            {
                "format": {"const": FORMAT}, "version": {"type": "string", "pattern": rf"^{major}\."},
                "counts": {"type": "object", "additionalProperties": COUNT},
                "members": {"type": "object", "additionalProperties": DIGEST}, "by": TEXT,
            },
            "Format and version, how many lines each list has, the SHA-256 of each list; `by` is who sent the set.",
            optional=frozenset({"by"}),
        ),
        "labels": list_of(entity(Label)),
        "people": list_of(thing({"name": TEXT})),
        "documents": entity(Article, revision=entity(Revision), **text_parts()),
        "revisions": entity(Revision, article=TEXT, **text_parts()),
        "annotations": entity(Annotation, **mark),
        "relations": entity(Relation, **{"article": TEXT, "from": TEXT, "to": TEXT, "members": list_of(member)}),
        "claims": entity(Claim), "sources": entity(Source), "evidence": entity(Evidence), "reviews": entity(Review),
        "originals": bytes_of(Original), "pictures": bytes_of(Picture),
    }  # fmt: skip


def written(name: str, schema: Schema) -> str:
    """Return the text of a schema's file."""
    whole = {"$schema": DRAFT, "$id": f"urn:x-tilik:schemas:{name}", "title": f"Tilik set: {name}", **schema}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (FOLDER / f"{name}.schema.json").write_text(written(name, schema), encoding="utf-8")
