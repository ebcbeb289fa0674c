"""Labels of a set: those that are not here come in, those that are called otherwise here are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.edits import Swap
from reader.intake.sets.comparing import difference
from reader.intake.sets.report import ADDED, DIFFERS, Differing, SetItem
from reader.messages import Message
from reader.model.labels import COLOURS, DETAILS, Label, Underline
from reader.store.answering import Answering


@dataclass(slots=True)
class LabelChanges:
    """What is to be written, and what is to be told."""

    new: list[Label] = field(default_factory=list)
    swaps: list[Swap] = field(default_factory=list)
    items: list[SetItem] = field(default_factory=list)


def label_changes(
    view: Answering, brought: Mapping[str, tuple[Label, Mapping[str, Any]]], used: Iterable[str], *, was_empty: bool,
    choices: Mapping[str, Differing], choice: Differing,
) -> LabelChanges:  # fmt: skip
    """Return what the labels of a set change: `brought` are those that it defines, with their records, `used` those
    that its marks carry. A library without articles takes every label as the set has it."""
    found, here = LabelChanges(), {label.id: label for label in view.labels()}
    _add_new(found, here, [label for label, _ in brought.values() if label.id not in here])
    for label, record in brought.values():
        if (ours := here.get(label.id)) is None:
            continue
        if (other := difference(ours, label, record)) is None:
            continue
        taken = Differing.UPDATE if was_empty else choices.get(label.id, choice)
        if taken is Differing.BOTH:
            taken = Differing.SKIP
        if taken is Differing.UPDATE:
            found.swaps.append(Swap(ours, other.taken))
        reason = Message("the label {0} is called {1} in the set, or looks otherwise there", ours.name, label.name)
        status = ADDED if was_empty else DIFFERS
        told = SetItem("label", label.id, ours.name, status, "", reason, ours, other.taken, other.fields, taken)
        found.items.append(told)
    _add_unknown(found, [*here.values(), *DETAILS, *found.new], used)
    return found


def _add_new(found: LabelChanges, here: Mapping[str, Label], labels: Sequence[Label]) -> None:
    """One whose key is taken comes without a key; one that would be an eighth of nothing stands last."""
    keys = {label.key for label in here.values() if label.key}
    positions = {label.position for label in here.values()}
    for label in sorted(labels, key=lambda one: (one.position, one.id)):
        key = "" if label.key in keys else label.key
        position = label.position if label.position not in positions else max(positions, default=-1) + 1
        found.new.append(replace(label, builtin=False, key=key, position=position))
        keys |= {key} - {""}
        positions.add(position)


def _add_unknown(found: LabelChanges, known: Sequence[Label], used: Iterable[str]) -> None:
    """Labels that marks carry and nobody defines: named as they are, without a key, in the colours in turn."""
    last = max((label.position for label in known if label not in DETAILS), default=-1)
    for n, id in enumerate(sorted(set(used) - {label.id for label in known})):
        made = Label(id, id, "", COLOURS[(len(known) + n) % len(COLOURS)], Underline.SOLID, last + 1 + n)
        found.new.append(made)
        reason = Message("the label {0} was not here; it was made", made.name)
        found.items.append(SetItem("label", id, id, ADDED, "", reason))
