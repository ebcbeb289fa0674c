"""The publisher's markup within a block as HTML elements: what a page says by its form, said by the same form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from reader.exchange.exporters.runs import Run
from reader.model.articles import InlineKind, InlineMark

K = InlineKind
_TAGS = {
    K.EMPHASIS: "em", K.STRONG: "strong", K.CODE: "code", K.KEYBOARD: "kbd", K.CITATION: "cite", K.HIGHLIGHT: "mark",
    K.SUPERSCRIPT: "sup", K.SUBSCRIPT: "sub", K.INSERTION: "ins", K.ABBREVIATION: "abbr", K.TIME: "time",
    K.MATH: "span",
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

    def runs(self, runs: Iterable[Run]) -> str:
        """Return the words of runs in the elements that they stand in, the widest outermost."""
        parts, open_, at = list[str](), list[InlineMark](), 0
        for run in runs:
            kept = common(open_, run.inline)
            parts += [self._closing(open_.pop(), at) for _ in range(len(open_) - kept)]
            for mark in run.inline[kept:]:
                parts.append(self._opening(mark))
                open_.append(mark)
            said = f"<del>{escape(run.struck, quote=False)}</del>" if run.struck else escape(run.text, quote=False)
            parts.append(said.replace("\n", "<br>\n") if "\n" in said else said)
            at = run.end
        return "".join(parts + [self._closing(mark, at) for mark in reversed(open_)])

    def code(self, runs: Iterable[Run]) -> str:
        """Return the same in a block of code, whose lines are lines already."""
        return self.runs(runs).replace("<br>\n", "\n")

    def _opening(self, mark: InlineMark) -> str:
        tag, said = self._tag(mark), mark.attrs
        match mark.kind:
            case K.LINK if tag:
                rel = f' rel="{self.rel}"' if self.rel else ""
                return f'<a href="{escape(mark.target)}"{rel}>'
            case K.INSERTION:
                return f"<ins{self._cite(mark)}{_attributes(said, 'datetime')}>"
            case K.QUOTATION if tag:
                return f"<q{self._cite(mark)}>"
            case K.ABBREVIATION:
                return f"<abbr{_attributes(said, 'title')}>"
            case K.TIME:
                return f"<time{_attributes(said, 'datetime')}>"
            case K.NOTE if tag:
                return self._reference(mark)
            case K.MATH:
                return f'<span role="math"{_attributes({"title": said.get("tex", "")}, "title")}>'
        return f"<{tag}>" if tag else ""

    def _closing(self, mark: InlineMark, at: int) -> str:
        """What closes a mark at a code point; a reading stands where the words that it is of end."""
        tag, reading = self._tag(mark), mark.attrs.get("reading", "")
        if mark.kind is K.RUBY and tag and at >= mark.span.end:
            return f"<rp>(</rp><rt>{escape(reading, quote=False)}</rt><rp>)</rp></ruby>"
        return f"</{tag}>" if tag else ""

    def _tag(self, mark: InlineMark) -> str:
        """The element of a mark; empty where it has none here."""
        match mark.kind:
            case K.LINK:
                return "a" if self._may(mark.target) else ""
            case K.QUOTATION:
                return "" if self.bare else "q"
            case K.NOTE:
                return "" if self.notes is None else "a"
            case K.RUBY:
                return "ruby" if mark.attrs.get("reading") else ""
        return _TAGS[mark.kind]

    def _may(self, address: str) -> bool:
        return address.startswith(self.schemes)

    def _cite(self, mark: InlineMark) -> str:
        return f' cite="{escape(mark.target)}"' if mark.target.startswith(_WEB) else ""

    def _reference(self, mark: InlineMark) -> str:
        name = note_id(self.notes or "", mark.target)
        here = "" if name in self._referred else f' id="{escape(name)}-ref"'
        self._referred.add(name)
        return f'<a{here} href="#{escape(name)}">'

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


def common(open_: Sequence[InlineMark], wanted: Sequence[InlineMark]) -> int:
    """Return how many of the marks that are open stay open."""
    count = 0
    while count < min(len(open_), len(wanted)) and open_[count] is wanted[count]:
        count += 1
    return count
