"""The letter that stands for a label wherever there is no room for its name: no two labels of a window share one."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model.labels import CLAIM, CUE, DENIAL, EVIDENCE, SOURCE, TIME, VIA, Label
from ui.language.i18n import label_name

# The letter of its key, in every language: what stands on a badge is what one presses. (Evidence has no key.)
BUILTIN = {CLAIM.id: "C", SOURCE.id: "S", DENIAL.id: "D", CUE.id: "Q", VIA.id: "V", TIME.id: "W", EVIDENCE.id: "E"}


class Letters:
    """Letters by label id, for the labels of one library."""

    def __init__(self, labels: Iterable[Label]) -> None:
        """Those that come first have the first choice."""
        self._letters = dict(BUILTIN)
        for label in labels:
            self.of(label)

    def of(self, label: Label) -> str:
        """Return the letter of `label`; one that was not known until now gets one that is free, and keeps it."""
        if label.id not in self._letters:
            self._letters[label.id] = self._free(label)
        return self._letters[label.id]

    def _free(self, label: Label) -> str:
        """The first of its name's letters that nobody has, else its key, else a letter and a number."""
        taken = set(self._letters.values())
        name = [letter.upper() for letter in label_name(label) if letter.isalnum()]
        key = label.key.upper() if len(label.key) == 1 else ""
        single = [letter for letter in (*name, key) if len(letter) == 1]
        first = single[0] if single else "?"
        numbered = (f"{first}{number}" for number in range(2, len(taken) + 3))
        return next(sign for sign in (*single, *numbered) if sign not in taken)
