"""Comments of a Word document that we wrote: what an editor changed, answered or added comes home.

A comment on the words of a hidden bookmark `_Tilik_…` is that of the mark; its own words are the note. An answer to it
is told in the note, with who gave it. Another comment is a new mark on its words, in the article whose heading stands
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from reader.errors import SetError
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter
from reader.exchange.importers.package_file import PackageFile
from reader.exchange.importers.word_parts import (
    COMMENTS,
    DOCUMENT,
    Bookmark,
    Comment,
    Words,
    comments_of,
    root_of,
    words_of,
)
from reader.exchange.records.fields import made_id
from reader.exchange.records.word_bookmarks import ARTICLE, PREFIX
from reader.messages import Message
from reader.model.dataset import Problem

LABEL = {"id": "comment", "name": "Comment", "colour": "slate"}
_NAME = re.compile(rf"(?:{PREFIX}|{ARTICLE})([0-9a-f]{{32}})[a-z0-9]?", re.IGNORECASE)
_PIECE = re.compile(r"\s*\(\d+/\d+\)")
_NEAR = 2  # signs by which a bookmark may be beside its comment
Given = Iterator[RawDocument | Problem]


def read(path: Path) -> SetFile:
    """Return the file: remarks on marks that are here, then new marks, article by article."""
    package = PackageFile(path)
    words = words_of(root_of(package, DOCUMENT))
    return SetFile(path, "docx", _Reading(path, words, comments_of(package, words)).items())


@dataclass
class _Reading:
    path: Path
    words: Words
    comments: list[Comment]
    _marks: dict[str, list[Comment]] = field(default_factory=dict)  # the comments of each mark, in order
    _answers: dict[str, list[Comment]] = field(default_factory=dict)  # by the id of the comment that is answered
    _new: list[Comment] = field(default_factory=list)
    _of: dict[str, str] = field(default_factory=dict)  # the mark of a comment
    _beside: dict[str, list[str]] = field(default_factory=dict)  # other marks that begin there

    def items(self) -> Given:
        """Yield everything."""
        self._sort()
        for mark, comments in self._marks.items():
            place = Message("comment by {0} on “{1}”", comments[0].who or "?", self._words(comments[0])[:40])
            yield RawDocument({"remarks": [self._remark(mark, comments)]}, place, ours=True, is_article=False)
        yield from self._new_marks()

    def _sort(self) -> None:
        """Tell the comments of marks, answers and new ones apart."""
        known = {comment.id for comment in self.comments}
        for comment in self.comments:
            if comment.answers in known:
                self._answers.setdefault(comment.answers, []).append(comment)
        first = [comment for comment in self.comments if comment.answers not in known and comment.start is not None]
        free = self._bookmarks()
        # Those with a head of ours are asked first: of two on the same words the other one is an editor's.
        for near, is_ours in ((0, True), (_NEAR, True), (0, False)):
            for comment in sorted(first, key=lambda one: (one.start or 0, _number(one))):
                if comment.id not in self._of and _has_head(comment) is is_ours:
                    self._pair(comment, free, near)
        places: dict[tuple[int | None, int | None], Comment] = {}
        for comment in first:
            if (mark := self._of.get(comment.id)) is not None:
                self._marks.setdefault(mark, []).append(comment)
                places.setdefault((comment.start, comment.end), comment)
        for comment in (c for c in self.comments if c.id not in self._of and c.answers not in known):
            # LibreOffice does not say of an answer which comment it is to: it stands on the same words.
            if comment.end != comment.start and (answered := places.get((comment.start, comment.end))) is not None:
                self._answers.setdefault(answered.id, []).append(comment)
            else:
                self._new.append(comment)

    def _bookmarks(self) -> list[tuple[Bookmark, str]]:
        """The bookmarks of marks, each once: LibreOffice makes two of one over several paragraphs."""
        found: dict[str, tuple[Bookmark, str]] = {}
        for mark in self.words.bookmarks:
            if id := _id_in(mark, PREFIX):
                found.setdefault(mark.name, (mark, id))
        return list(found.values())

    def _pair(self, comment: Comment, free: list[tuple[Bookmark, str]], near: int) -> None:
        """Give a comment the first bookmark that begins where it does; LibreOffice moves some by a sign or two."""
        start = comment.start or 0
        beside = [one for one in free if abs(one[0].start - start) <= near]
        if not beside:
            return
        chosen = min(beside, key=lambda one: abs(one[0].start - start))
        self._of[comment.id] = chosen[1]
        self._beside[comment.id] = [id for _, id in beside if id != chosen[1]]
        free.remove(chosen)

    # -- comments of marks ---------------------------------------------------------------------------------------------

    def _remark(self, mark: str, comments: list[Comment]) -> dict[str, Any]:
        """What is said of a mark: the words of its comments that no program wrote, with the answers to them. `head` is
        the first line, which begins with the name of the label and may go on with an editor's words."""
        own, head = [], ""
        for n, comment in enumerate(comments):
            lines = [line for line in comment.paragraphs if line.text.strip()]
            if lines and (_has_head(comment) or n > 0):
                head = head or _PIECE.sub("", lines[0].text).strip()
                lines = lines[1:]
            own += [line.text.strip() for line in lines if not line.is_told]
            own += [f"{one.who}: {_said(one)}" for one in self._all_answers(comment)]
        first = comments[0]
        found = {
            "id": mark, "others": self._beside.get(first.id, []), "who": first.who, "when": first.when,
            "note": "\n".join(own), "is_resolved": any(one.is_resolved for one in comments),
        }  # fmt: skip
        return found | {"head": head} if head else found

    def _all_answers(self, comment: Comment) -> Iterator[Comment]:
        for one in self._answers.get(comment.id, ()):
            yield one
            yield from self._all_answers(one)

    # -- new comments --------------------------------------------------------------------------------------------------

    def _new_marks(self) -> Given:
        articles = sorted((mark.start, id) for mark in self.words.bookmarks if (id := _id_in(mark, ARTICLE)))
        found: dict[str, list[dict[str, Any]]] = {}
        for comment in self._new:
            place = Message("comment by {0}", comment.who or "?")
            quote = self._words(comment)
            id = next((id for start, id in reversed(articles) if start <= (comment.start or 0)), "")
            if not id or not quote:
                reason = Message("“{0}” stands on no words of an article", _said(comment)[:80])
                yield Problem(str(self.path), place, reason)
                continue
            found.setdefault(id, []).append(self._mark(comment, quote, id, len(found.get(id, ()))))
        for id, marks in found.items():
            record = {"id": id, "annotations": marks, "labels": [LABEL]}
            yield RawDocument(record, Message("its comments"), ours=True, follows=True)

    def _mark(self, comment: Comment, quote: str, article: str, number: int) -> dict[str, Any]:
        said = [_said(comment), *(f"{one.who}: {_said(one)}" for one in self._all_answers(comment))]
        when = comment.when or None
        return {
            "id": made_id("docx", article, comment.who, comment.when, quote, "" if comment.when else str(number)),
            "label": LABEL["id"], "quote": quote, "note": "\n".join(said), "annotator": comment.who, "created": when,
            "modified": when, "attributes": {"resolved": True} if comment.is_resolved else {},
        }  # fmt: skip

    def _words(self, comment: Comment) -> str:
        """The words that a comment is over; of one that only points, its paragraph."""
        if comment.start is None or comment.end is None:
            return ""
        text = self.words.text
        found = text[comment.start : comment.end].strip()
        if found or (comment.id in self.words.starts and comment.end > comment.start):
            return found
        begin = text.rfind("\n", 0, comment.start) + 1
        end = text.find("\n", comment.start)
        return text[begin : end if end >= 0 else len(text)].strip()


def _has_head(comment: Comment) -> bool:
    """Whether its first line is one that we wrote: the name of a label, in bold."""
    lines = [line for line in comment.paragraphs if line.text.strip()]
    return bool(lines) and (lines[0].is_head or (len(lines) > 1 and lines[0].text.rstrip().endswith(":")))


def _number(comment: Comment) -> int:
    return int(comment.id) if comment.id.isdecimal() else 0


def _said(comment: Comment) -> str:
    return " ".join(comment.text.split("\n")) if comment.answers else comment.text


def _id_in(mark: Bookmark, prefix: str) -> str:
    found = _NAME.fullmatch(mark.name)
    return str(UUID(found[1])) if found and mark.name.lower().startswith(prefix.lower()) else ""


def knows(path: Path, head: bytes) -> bool:
    """Return whether it is a Word document with our bookmarks; one of others is added as a page."""
    if not head.startswith(b"PK"):
        return False
    try:
        package = PackageFile(path)
        return COMMENTS in package.names and DOCUMENT in package.names and b'"_Tilik' in package.data(DOCUMENT)
    except SetError:
        return False


IMPORTER = SetImporter("docx", "Word", (".docx",), knows, read)
