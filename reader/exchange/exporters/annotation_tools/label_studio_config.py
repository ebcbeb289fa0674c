"""The labelling interface for Label Studio: the labels and kinds of links of a set, notes and attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from reader.exchange.exporters.annotation_tools.shared import ToolOptions
from reader.model.dataset import Dataset
from reader.model.labels import RELATION_KINDS
from reader.progress import Progress

# The roles of colour that themes fill in, as Label Studio shows them on white.
COLOURS = {
    "blue": "#5b8def", "amber": "#d99a1c", "rose": "#d9627f", "green": "#4c9f5e", "violet": "#8d6fd1",
    "teal": "#3a9ea5", "brown": "#a0744c", "slate": "#6b7787",
}  # fmt: skip


def write_config(dataset: Dataset, out: BinaryIO, _options: ToolOptions) -> Iterator[Progress]:
    """Yield article after article; write the interface when all labels and links are known."""
    known = {label.id: label for label in dataset.labels}
    labels, kinds = set(known), set(RELATION_KINDS)
    for done, document in enumerate(dataset.documents(), 1):
        labels.update(mark.label for mark in document.annotations)
        kinds.update(link.kind for link in document.relations)
        yield Progress(done, dataset.count, document.article.title)
    lines = ["<View>", "  <Relations>", *(f"    <Relation value={quoteattr(kind)}/>" for kind in sorted(kinds))]
    lines += ["  </Relations>", '  <Labels name="label" toName="text">']
    for id in sorted(labels, key=lambda id: (known[id].position if id in known else len(known), id)):
        colour = COLOURS.get(known[id].colour, COLOURS["slate"]) if id in known else COLOURS["slate"]
        lines.append(f'    <Label value={quoteattr(id)} background="{colour}"/>')
    lines += [
        "  </Labels>", '  <Text name="text" value="$text"/>',
        '  <TextArea name="note" toName="text" perRegion="true" placeholder="Note"/>',
        '  <TextArea name="attributes" toName="text" perRegion="true" placeholder="Attributes (JSON)"/>', "</View>", "",
    ]  # fmt: skip
    out.write("\n".join(lines).encode("utf-8", "xmlcharrefreplace"))
