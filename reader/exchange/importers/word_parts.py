"""A Word document as its words with the places of bookmarks and comments in them, and the comments themselves.

What Word, LibreOffice and others write differs; what is read here is the same in all: the order of the parts, and the
formats of ISO 29500. Words that an editor put in under track changes are left out, those that she struck stay: so the
words are those of the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.errors import SetError
from reader.exchange.importers.package_file import PackageFile
from reader.system_reasons import reason_of

if TYPE_CHECKING:
    from lxml import etree

DOCUMENT, COMMENTS, EXTENDED = "word/document.xml", "word/comments.xml", "word/commentsExtended.xml"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_PASSED = frozenset({"ins", "moveTo", "Fallback", "instrText", "footnote", "rPr", "pPr"})
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark and the words it is over, as a range of the document's words."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Comment:
    """A comment: who wrote it and when, its paragraphs, each with whether a program wrote it (in italics) and whether
    it is a head (in bold), the comment that it answers, whether it is resolved, and the words it is over."""

    id: str
    who: str
    when: str
    paragraphs: list[Line] = field(default_factory=list)
    sign: str = ""  # by which others know it
    answers: str = ""
    is_resolved: bool = False
    start: int | None = None
    end: int | None = None

    @property
    def text(self) -> str:
        """All of its words."""
        return "\n".join(line.text for line in self.paragraphs).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a comment."""

    text: str
    is_told: bool = False
    is_head: bool = False


@dataclass(slots=True)
class Words:
    """The words of a document, its bookmarks in order, and where comments stand by their ids."""

    text: str
    bookmarks: list[Bookmark]
    starts: dict[str, int]
    ends: dict[str, int]
    points: dict[str, int]


def root_of(package: PackageFile, name: str) -> etree._Element:
    """Return a part as a tree: without entities, and nothing is looked up elsewhere. Raises `SetError`."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(package.data(name), parser)
    except etree.XMLSyntaxError as error:
        raise SetError("{0}: {1} is broken: {2}", package.path, name, reason_of(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise SetError("{0}: it defines names of its own, as no document does; it was not read", package.path)
    return root


def local(node: Any) -> str:
    """Return the name of an element without that of its language; empty for what is none."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node: Any, name: str) -> str:
    """Return an attribute by its local name."""
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def is_on(run: Any, name: str) -> bool:
    """Return whether a run has a look, as bold."""
    looks = next((child for child in run if local(child) == "rPr"), None)
    found = next((child for child in looks if local(child) == name), None) if looks is not None else None
    return found is not None and attribute(found, "val") not in _OFF


class _Walk:
    """Goes through a document once, in order."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.bookmarks: list[tuple[str, str, int]] = []
        self.closed: dict[str, int] = {}
        self.places: tuple[dict[str, int], dict[str, int], dict[str, int]] = ({}, {}, {})

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def node(self, root: Any) -> None:
        stack: list[tuple[Any, bool]] = [(root, False)]
        while stack:
            node, is_over = stack.pop()
            name = local(node)
            if is_over:
                self.add("\n")
            elif name and name not in _PASSED and not (name == "r" and is_on(node, "strike")):
                self._begin(node, name)
                if name == "p":
                    stack.append((node, True))
                stack.extend((child, False) for child in reversed(node))

    def _begin(self, node: Any, name: str) -> None:
        if name in ("t", "delText"):
            self.add(node.text or "")
        elif name in _SIGNS:
            self.add(_SIGNS[name])
        elif name == "bookmarkStart":
            self.bookmarks.append((attribute(node, "id"), attribute(node, "name"), self.length))
        elif name == "bookmarkEnd":
            self.closed.setdefault(attribute(node, "id"), self.length)
        elif name in _RANGE:
            self.places[_RANGE[name]].setdefault(attribute(node, "id"), self.length)


_RANGE = {"commentRangeStart": 0, "commentRangeEnd": 1, "commentReference": 2}


def words_of(root: etree._Element) -> Words:
    """Return the words of a document."""
    walk = _Walk()
    walk.node(root)
    marks = [Bookmark(name, start, walk.closed.get(id, start)) for id, name, start in walk.bookmarks]
    return Words("".join(walk.pieces), marks, *walk.places)


def comments_of(package: PackageFile, words: Words) -> list[Comment]:
    """Return the comments in the order of their places."""
    root = root_of(package, COMMENTS)
    found = [_comment(node, words) for node in root if local(node) == "comment"]
    if EXTENDED in package.names:
        by_sign = {one.sign: one for one in found if one.sign}
        for node in root_of(package, EXTENDED):
            one = by_sign.get(attribute(node, "paraId"))
            if one is not None:
                parent = by_sign.get(attribute(node, "paraIdParent"))
                one.answers = parent.id if parent is not None else ""
                one.is_resolved = attribute(node, "done") in ("1", "true")
    return sorted(found, key=lambda one: (one.start is None, one.start or 0))


def _comment(node: Any, words: Words) -> Comment:
    id = attribute(node, "id")
    paragraphs = [child for child in node.iter() if local(child) == "p"]
    start = words.starts.get(id, words.points.get(id))
    return Comment(
        id, attribute(node, "author"), attribute(node, "date"), list(_lines(paragraphs)),
        attribute(paragraphs[-1], "paraId") if paragraphs else "", start=start,
        end=words.ends.get(id, start) if start is not None else None,
    )  # fmt: skip


def _lines(paragraphs: list[Any]) -> Iterator[Line]:
    for paragraph in paragraphs:
        runs = [(run, text) for run in paragraph.iter() if local(run) == "r" and (text := _run_text(run))]
        text = "".join(text for _, text in runs)
        said = [run for run, text in runs if text.strip()]
        yield Line(
            text, bool(said) and all(is_on(run, "i") for run in said), bool(said) and all(is_on(r, "b") for r in said)
        )


def _run_text(run: Any) -> str:
    found = []
    for child in run:
        name = local(child)
        found.append((child.text or "") if name == "t" else _SIGNS.get(name, ""))
    return "".join(found)
