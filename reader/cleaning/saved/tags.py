"""The tags of a few elements in a page's markup, one after the other, each looked at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape

# Possessive: what was passed over is not looked at again, so that a page made to be slow is read as quickly as any.
_ATTRIBUTE = re.compile(
    r"[\s/]*+([^\s=>/\"'][^\s=>/]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+)|))?"
)
_END = re.compile(r"[\s/]*+>")
_MOST_ATTRIBUTES = 200


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, from `start` to `end` in the markup, with its attributes as they are meant."""

    start: int
    end: int
    name: str
    attributes: dict[str, str]

    def written(self, changed: Mapping[str, str], element: str = "") -> str:
        """Return the tag with other attributes, an empty one gone, and perhaps with the name of another element."""
        kept = {key: value for key, value in {**self.attributes, **changed}.items() if changed.get(key) != ""}
        written = (f' {key}="{escape(value)}"' for key, value in kept.items())
        return f"<{element or self.name}{''.join(written)}>"


def tags(text: str, names: Sequence[str]) -> Iterator[Tag]:
    """Yield the tags of these elements that are whole, in order."""
    opening = re.compile(rf"<({'|'.join(names)})(?=[\s/>])", re.I)
    at = 0
    while (found := opening.search(text, at)) is not None:
        at, attributes = _attributes(text, found.end())
        end = _END.match(text, at)
        if end is not None:
            at = end.end()
            yield Tag(found.start(), at, found[1].lower(), attributes)


def _attributes(text: str, at: int) -> tuple[int, dict[str, str]]:
    found: dict[str, str] = {}
    for _ in range(_MOST_ATTRIBUTES):
        one = _ATTRIBUTE.match(text, at)
        if one is None:
            break
        at = one.end()
        value = next((part for part in one.groups()[1:] if part is not None), "")
        found.setdefault(one[1].lower(), unescape(value))
    return at, found
