"""What an editor said of a mark in a document that holds its note and its words alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from reader.exchange.exporters.paper.words import Language
from reader.exchange.records.fields import RecordError, text, words
from reader.exchange.records.values_in_words import LANGUAGES
from reader.model.annotations import Annotation
from reader.model.labels import DETAILS, Label
from reader.store.answering import Answering
from reader.text.invariants import frozen

RESOLVED = "resolved"


def meant(view: Answering, entry: Mapping[str, Any]) -> Annotation:
    """Return the mark that an entry speaks of: of several that begin at the same place the one that its writer made
    at its time. Raises `RecordError` when it is not here."""
    id = text(entry, "id")
    here = {mark.id: mark for mark in view.annotations_by_id([id, *words(entry, "others")])}
    signed = [mark for mark in here.values() if _sign(mark) == (text(entry, "who"), text(entry, "when"))]
    if len(signed) == 1:
        return signed[0]
    if id not in here:
        raise RecordError("mark {0} is not here", id)
    return here[id]


def _sign(mark: Annotation) -> tuple[str, str]:
    return mark.annotator, mark.created.strftime("%Y-%m-%dT%H:%M:%SZ")


def remarked(
    mark: Annotation, entry: Mapping[str, Any], labels: Iterable[Label]
) -> tuple[Annotation, Mapping[str, Any]]:
    """Return the mark as the entry has it, and what it says of it. What an editor wrote behind the name of the label
    belongs to the note."""
    note = frozen(text(entry, "note")).strip()
    if more := _behind_label(text(entry, "head"), labels):
        note = f"{more}\n{note}".strip()
    attributes = {name: value for name, value in mark.attributes.items() if name != RESOLVED}
    if entry.get("is_resolved") is True:
        attributes[RESOLVED] = True
    note = mark.note if _same(note, mark.note) else note
    return replace(mark, note=note, attributes=attributes), {"note": note, "attributes": attributes}


def _behind_label(head: str, labels: Iterable[Label]) -> str:
    """What stands in the first line beside the name of a label; all of it where no name stands there."""
    head = " ".join(head.split())
    names = {label.name for label in labels}
    for label in (*labels, *DETAILS):
        names |= {Language(language).label(label) for language in LANGUAGES}
    for name in sorted((" ".join(name.split()) for name in names), key=len, reverse=True):
        if head.startswith(name):
            return head.removeprefix(name).strip(" :")
    return head.strip(" :")


def _same(one: str, other: str) -> bool:
    """Whether two notes say the same: a document keeps neither blanks at the ends of lines nor signs it cannot hold."""
    return " ".join(one.split()) == " ".join(other.split())
