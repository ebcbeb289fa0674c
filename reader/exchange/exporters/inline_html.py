"""The publisher's markup within a block as HTML elements: what a page says by its form, said by the same form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from reader.exchange.exporters.runs import Run
from reader.model.articles import InlineKind, InlineMark

K = InlineKind
_TAGS = {
    K.EMPHASIS: "em", K.STRONG: "strong", K.CODE: "code", K.KEYBOARD: "kbd", K.CITATION: "cite", K.HIGHLIGHT: "mark",
    K.SUPERSCRIPT: "sup", K.SUBSCRIPT: "sub",
}  # fmt: skip
_WEB = ("http://", "https://")


@dataclass(slots=True)
class InlineHtml:
    """Writes runs. `notes` begins the names of notes and of references to them, which are links when it is given;
    `schemes` are the addresses that may be linked, `rel` what their links say besides; `bare` leaves out elements
    that would bring quotation marks of their own."""

    notes: str | None = None
    schemes: tuple[str, ...] = _WEB
    rel: str = ""
    bare: bool = False
    _referred: set[str] = field(default_factory=set)

    def run(self, run: Run) -> str:
        """Return the words of a run in the elements that they stand in, the widest outermost."""
        words = f"<del>{escape(run.struck, quote=False)}</del>" if run.struck else escape(run.text, quote=False)
        words = words.replace("\n", "<br>\n") if "\n" in words else words
        for mark in reversed(run.inline):
            words = self._in(mark, run, words)
        return words

    def code(self, run: Run) -> str:
        """Return the same in a block of code, whose lines are lines already."""
        return self.run(run).replace("<br>\n", "\n")

    def _in(self, mark: InlineMark, run: Run, words: str) -> str:
        tag, said = _TAGS.get(mark.kind), mark.attrs
        if tag:
            return f"<{tag}>{words}</{tag}>"
        match mark.kind:
            case K.LINK:
                rel = f' rel="{self.rel}"' if self.rel else ""
                return f'<a href="{escape(mark.target)}"{rel}>{words}</a>' if self._may(mark.target) else words
            case K.INSERTION:
                return f"<ins{self._cite(mark)}{_attributes(said, 'datetime')}>{words}</ins>"
            case K.QUOTATION:
                return words if self.bare else f"<q{self._cite(mark)}>{words}</q>"
            case K.ABBREVIATION:
                return f"<abbr{_attributes(said, 'title')}>{words}</abbr>"
            case K.TIME:
                return f"<time{_attributes(said, 'datetime')}>{words}</time>"
            case K.RUBY:
                return _ruby(words, said.get("reading", "") if run.end == mark.span.end else "")
            case K.NOTE:
                return self._reference(mark, words)
            case K.MATH:
                return f'<span role="math"{_attributes({"title": said.get("tex", "")}, "title")}>{words}</span>'
        return words

    def _may(self, address: str) -> bool:
        return address.startswith(self.schemes)

    def _cite(self, mark: InlineMark) -> str:
        return f' cite="{escape(mark.target)}"' if mark.target.startswith(_WEB) else ""

    def _reference(self, mark: InlineMark, words: str) -> str:
        if self.notes is None:
            return words
        name = note_id(self.notes, mark.target)
        here = "" if name in self._referred else f' id="{escape(name)}-ref"'
        self._referred.add(name)
        return f'<a{here} href="#{escape(name)}">{words}</a>'

    def note(self, name: str) -> tuple[str, str]:
        """Return the attribute that names a note, and the link from it to the first words that refer to it."""
        if self.notes is None:
            return "", ""
        found = note_id(self.notes, name)
        back = f' <a href="#{escape(found)}-ref">↩</a>' if found in self._referred else ""
        return f' id="{escape(found)}"', back


def note_id(prefix: str, name: str) -> str:
    """Return the name of a note within a file, which may hold anything but white space."""
    return prefix + "note-" + re.sub(r"\s+", "_", name)


def _attributes(said: Mapping[str, str], name: str) -> str:
    return f' {name}="{escape(said[name])}"' if said.get(name) else ""


def _ruby(words: str, reading: str) -> str:
    said = f"<rp>(</rp><rt>{escape(reading, quote=False)}</rt><rp>)</rp>" if reading else ""
    return f"<ruby>{words}{said}</ruby>" if reading else words
