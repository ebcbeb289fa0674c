"""What the rows of marks say of their articles, each row again: it counts where all rows of an article agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reader.messages import Message

FACTS = ("title", "site", "byline", "url", "published", "language")


@dataclass(slots=True)
class ArticleFacts:
    """`said` are the facts of each article; one that is said in two ways is none."""

    said: dict[str, dict[str, str]] = field(default_factory=dict)
    differing: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def note(self, id: str, values: Mapping[str, str]) -> None:
        """Take what a row says."""
        facts = self.said.setdefault(id, {})
        for name in FACTS:
            if name in values and facts.setdefault(name, values[name]) != values[name]:
                self.differing.setdefault((id, name), (facts[name], values[name]))

    def problems(self) -> Iterator[tuple[str, Message]]:
        """Yield what is said in two ways, with its article, and take it out."""
        for (id, name), (one, other) in self.differing.items():
            self.said[id].pop(name, None)
            yield id, Message(
                "the rows of one article say “{0}” in two ways ({1} and {2}); the one here was kept. Change all of"
                " them", name, f"{one!r:.60}", f"{other!r:.60}",
            )  # fmt: skip
