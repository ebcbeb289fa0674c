"""The set of labels changed as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from reader.edits.edit import Edit, Swap
from reader.model.labels import Label


def save_labels(before: Sequence[Label], after: Sequence[Label]) -> Edit:
    """Replace the label set. Marks keep the ids they carry."""
    old, new = {b.id: b for b in before}, {a.id: a for a in after}
    gone = [Swap(b, None) for b in before if b.id not in new]
    kept = [Swap(old.get(a.id), a) for a in after if old.get(a.id) != a]
    return Edit("Edit labels", (*gone, *kept))
