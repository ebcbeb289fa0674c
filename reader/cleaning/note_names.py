"""Footnotes in the tree: which element is the note that a reference leads to, and what leads back from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cleaning.elements import BLOCKS, names
from reader.cleaning.places import NOTE_NAME
from reader.cleaning.tree import ancestors, char_before

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_NOTES = names("li p div dt dd aside section td")  # a reference stands in a line
_LONGEST = 4000  # characters; more is a chapter
_HIGH = 4
_BACK = (
    "[role~=doc-backlink], .mw-cite-backlink, a.footnote-backref, a.footnote-back, a.reversefootnote, a[rev=footnote], "
    "a.footnote-backlink, a.footnotes-backlink, a.data-footnote-backref, a[data-footnote-backref]"
)
_NO_WORD = re.compile(r"[\W_]*|(?:[\W_]*\b[a-z]{1,2}\b[\W_]*)+")  # "↩", "^ a b": letters for each place that refers


class Notes:
    """The places of a page that have a name, and which of them are notes. Each is looked at once: a page may refer to
    one of them thousands of times."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._named: dict[str, LexborNode] = {}
        for node in tree.css("[id], a[name]"):
            for name in (node.attributes.get("id"), node.attributes.get("name") if node.tag == "a" else None):
                if name:
                    self._named.setdefault(name, node)
        self._notes: dict[str, LexborNode | None] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._named

    def refer(self, name: str, outer: LexborNode, link: LexborNode) -> None:
        """Give the note that `link` leads to its name, and the reference, `outer` with its link, the same."""
        if name not in self._notes:
            self._notes[name] = _note(self._named.get(name))
        note = self._notes[name]
        if note is None or any(one.mem_id == note.mem_id for one in ancestors(link)):
            return
        name = note.attributes.get(NOTE_NAME) or name
        for part in (note, *(_definitions(note) if note.tag == "dt" else ())):
            part.attrs["role"], part.attrs[NOTE_NAME] = "doc-endnote", name
        address = link.attributes.get("href") or ""
        link.attrs[NOTE_NAME] = ""
        outer.attrs[NOTE_NAME], outer.attrs["href"] = name, address


def take_out_back_links(tree: LexborHTMLParser) -> list[LexborNode]:
    """Take out what leads from notes back to the text; return those that say so in words."""
    found = {node.mem_id: node for node in tree.css(_BACK)}
    for note in tree.css(f"[{NOTE_NAME}]"):
        for link in note.css("a[href*='#']") if note.tag in _NOTES else ():
            if not (link.text() or "").strip(" \n\t[]()↑↩↵⏎⤴⮌▲△^\ufe0e\ufe0f\u200b\xa0"):
                found[link.mem_id] = link
    said = []
    for node in found.values():
        words = (node.text() or "").strip()
        if words.strip("[]().: ").isdigit():
            continue  # it is the note's own number
        if _NO_WORD.fullmatch(words):
            node.remove()
        else:
            said.append(node)
    return said


def _definitions(term: LexborNode) -> Iterator[LexborNode]:
    """What stands under a term."""
    step = term.next
    while step is not None and step.tag != "dt":
        if step.tag == "dd":
            yield step
        step = step.next


def _note(named: LexborNode | None) -> LexborNode | None:
    """The element with a name, or the box of the anchor that has it, where it may be a note."""
    if named is None or (named.tag not in BLOCKS and char_before(named)):
        return None  # the place in a line from which a note is referred to
    boxes = (one for one, _ in zip((named, *ancestors(named)), range(_HIGH), strict=False))
    note = next((one for one in boxes if one.tag in _NOTES), None)
    if note is None or len(note.text() or "") > _LONGEST:
        return None
    role = note.attributes.get("role") or ""
    return note if role in ("", "listitem", "note") or role.startswith("doc-") else None
