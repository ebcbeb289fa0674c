"""The W3C form as programs read it that know the vocabulary and nothing of ours."""

from __future__ import annotations

import io
import json
import uuid
from dataclasses import replace
from typing import Any

from reader.exchange.exporters import exporter
from reader.model.dataset import Dataset
from tests.reader.exchange.exporters import made


def written(dataset: Dataset) -> dict[str, Any]:
    out = io.BytesIO()
    list(exporter("w3c").write(dataset, out))
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def test_it_is_a_collection_with_its_first_page_inside() -> None:
    top = written(made.whole())
    assert top["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and top["type"] == "AnnotationCollection"
    assert top["label"] == "3 articles" and written(made.dataset(made.arabic()))["label"] == "الوزير ينفي إغلاق الميناء"
    assert top["total"] == len(top["first"]["items"]) == 15 and top["first"]["type"] == "AnnotationPage"
    ids = [top["id"], top["first"]["id"], *(item["id"] for item in top["first"]["items"])]
    assert len(set(ids)) == 17 and all(str(uuid.UUID(x[9:])) == x[9:] for x in ids)


def test_selectors_count_code_points_and_carry_their_surroundings() -> None:
    texts = {d.article.id: d.revision.text for d in made.whole().documents()}
    seen = 0
    for item in written(made.whole())["first"]["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets if item["motivation"] == "highlighting" else ():
            quote, place = target["selector"]
            text = texts[item["tilik"]["article"]]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote["prefix"]) and text[place["end"] :].startswith(quote["suffix"])
            assert len(quote["prefix"]) == min(64, place["start"])
            seen += 1
    assert seen == 12


def test_label_note_and_tags_are_bodies_and_a_mark_in_pieces_has_several_targets() -> None:
    items = {item["id"][9:]: item for item in written(made.dataset(made.indonesian()))["first"]["items"]}
    source = next(a for a in made.indonesian().annotations if a.tags)
    assert [(b["purpose"], b["value"]) for b in items[source.id]["body"]] == [
        ("classifying", "source"), ("commenting", source.note), ("tagging", "pejabat"), ("tagging", "=1+1"),
    ]  # fmt: skip
    assert items[source.id]["creator"] == {"type": "Person", "name": "Rina"}
    pieces = next(a for a in made.indonesian().annotations if len(a.anchor.spans) == 2)
    assert [t["source"] for t in items[pieces.id]["target"]] == [made.indonesian().article.url] * 2


def test_a_link_is_an_annotation_that_links() -> None:
    (link,) = made.indonesian().relations
    item = written(made.dataset(made.indonesian()))["first"]["items"][-1]
    assert item["motivation"] == "linking" and item["target"] == f"urn:uuid:{link.end('from')}"
    assert item["body"][0] == {"type": "SpecificResource", "purpose": "linking", "source": f"urn:uuid:{link.end('to')}"}
    assert [(b["purpose"], b["value"]) for b in item["body"][1:]] == [
        ("classifying", "attributed_to"), ("commenting", "katanya 🧐"),
    ]  # fmt: skip


def test_ids_and_addresses_that_are_no_iri_get_one() -> None:
    odd = made.english()
    odd = replace(odd, article=replace(odd.article, url="not an <address>"), relations=())
    odd = replace(odd, annotations=(replace(odd.annotations[0], id="brat:T7"),))
    (item,) = written(made.dataset(odd))["first"]["items"]
    assert item["target"]["source"] == f"urn:uuid:{odd.article.id}" and item["tilik"]["id"] == "brat:T7"
    assert str(uuid.UUID(item["id"][9:])) == item["id"][9:]
