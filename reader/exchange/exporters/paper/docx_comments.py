"""Marks as Word's own comments: each on the words that it stands on, however they overlap."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.exchange.exporters.paper.docx_elements import element
from reader.exchange.exporters.paper.parts import EPOCH, Piece, Sign
from reader.exchange.exporters.paper.writing import printable
from reader.exchange.records.word_bookmarks import PREFIX

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_PIECES = "abcdefghijklmnopqrstuvwxyz0123456789"  # one sign more is all that Word takes


@dataclass(slots=True)
class _Range:
    """The first and the last run of one piece of a mark; of one that stands between two characters, an empty run."""

    sign: Sign
    first: Any
    last: Any


@dataclass
class Comments:
    """The comments of one document, gathered while its words are written."""

    document: Document
    _ranges: list[_Range] = field(default_factory=list)
    _open: dict[str, _Range] = field(default_factory=dict)

    def begin(self, piece: Piece, block: Paragraph) -> None:
        """Begin the marks that stand on no words before this piece."""
        over = {sign.id for sign in piece.signs}
        for sign in piece.begins:
            if sign.id not in over:
                run = block.add_run("")._r
                self._ranges.append(_Range(sign, run, run))

    def cover(self, piece: Piece, run: Run) -> None:
        """Let the marks over this piece reach as far as its run; a mark that is not over it has ended."""
        over = {sign.id: sign for sign in piece.signs}
        self._open = {id: found for id, found in self._open.items() if id in over}
        for id, sign in over.items():
            found = self._open.get(id)
            if found is None:
                found = self._open[id] = _Range(sign, run._r, run._r)
                self._ranges.append(found)
            found.last = run._r

    def write(self) -> None:
        """Put the comments in."""
        pieces: dict[str, int] = {}
        for found in self._ranges:
            pieces[found.sign.id] = pieces.get(found.sign.id, 0) + 1
        seen: dict[str, int] = {}
        for number, found in enumerate(self._ranges):
            seen[found.sign.id] = seen.get(found.sign.id, 0) + 1
            of = (seen[found.sign.id], pieces[found.sign.id])
            _put_range(found, number, of)
            self.document.part._comments_part.element.append(_comment(found.sign, number, of))


def _put_range(found: _Range, number: int, of: tuple[int, int]) -> None:
    first, last = _outer(found.first), _outer(found.last)
    name = bookmark_of(found.sign.id) + (_PIECES[of[0] - 2 : of[0] - 1] if of[0] > 1 else "")
    is_named = of[0] <= len(_PIECES) + 1
    if is_named:
        first.addprevious(element("bookmarkStart", id=str(100_000 + number), name=name))
    first.addprevious(element("commentRangeStart", id=str(number)))
    reference = element("r")
    reference.append(element("commentReference", id=str(number)))
    ends = [reference, element("commentRangeEnd", id=str(number))]
    ends += [element("bookmarkEnd", id=str(100_000 + number))] if is_named else []
    for part in ends:
        last.addnext(part)


def _outer(run: Any) -> Any:
    """The run, or the link that it stands in."""
    parent = run.getparent()
    return parent if parent.tag.endswith("}hyperlink") else run


def bookmark_of(id: str, prefix: str = PREFIX) -> str:
    """Return the name of a hidden bookmark for a mark or an article; Word takes forty characters."""
    try:
        return prefix + uuid.UUID(id).hex
    except ValueError:
        return prefix + uuid.uuid5(uuid.NAMESPACE_OID, id).hex


def _comment(sign: Sign, number: int, of: tuple[int, int]) -> Any:
    """The comment on a piece of a mark. What is said of the mark stands with its first piece; what the program tells
    there is in italics: so an editor's words are known when the document comes back."""
    when = (sign.when or EPOCH).strftime("%Y-%m-%dT%H:%M:%SZ")
    made = element("comment", id=str(number), author=printable(sign.who), initials=printable(sign.code), date=when)
    name = sign.name + (f" ({of[0]}/{of[1]})" if of[1] > 1 else "")
    said = sign.said if of[0] == 1 else ()
    made.append(_line(f"{name}:" if said else name, "b"))
    for n, line in enumerate(said):
        made.append(_line(line, "" if n < sign.own else "i"))
    return made


def _line(text: str, look: str) -> Any:
    paragraph, run = element("p"), element("r")
    if look:
        said = element("rPr")
        said.append(element(look))
        run.append(said)
    for n, one in enumerate(printable(text).split("\n")):
        if n:
            run.append(element("br"))
        words = element("t")
        words.text = one
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    paragraph.append(run)
    return paragraph
