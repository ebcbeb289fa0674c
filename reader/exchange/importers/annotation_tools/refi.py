"""REFI-QDA projects (.qdpx) in: of ours, and of ATLAS.ti, MAXQDA, NVivo, QualCoder and others.

Text sources are articles, selections with their codings marks, links between them links, codes labels. A source whose
text is missing, and sound, pictures and pages are told one by one; what has no place here is kept and written again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.annotation_tools.refi_source import Book, document
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter
from reader.exchange.importers.package_file import PackageFile
from reader.exchange.records.plain_xml import XmlError, elements, local
from reader.exchange.records.refi import ID, ORIGIN, SECTIONS, refs, role_of, xml_of
from reader.messages import Message
from reader.model.dataset import Problem
from reader.model.labels import BUILTIN

_CHUNK, _DEPTH, _AT_ONCE = 1 << 18, 3, 500
_ZIP = b"PK\x03\x04"
_NO_TEXT = {"PDFSource": "a PDF", "PictureSource": "a picture", "AudioSource": "a sound", "VideoSource": "a video"}


def read(path: Path) -> SetFile:
    """Return the file: codes first, then a document a source, then the links."""
    return SetFile(path, ID, _Reading(PackageFile(path)).items())


@dataclass
class _Reading:
    """Goes through the project twice: for what sources refer to, and for the sources."""

    found: PackageFile
    book: Book = field(default_factory=Book)
    rest: dict[str, Any] = field(default_factory=dict)

    def items(self) -> Iterator[RawDocument | Problem]:
        """Yield everything."""
        self.book.sources = {name.lower(): name for name in self.found.names}
        try:
            for path, element in self._elements():
                self._note(path, element)
        except XmlError as error:
            raise SetError("{0}: {1}: {2}", self.found.path, self._project(), error.message) from error
        yield RawDocument({"labels": self._labels()}, Message("{0}", self._project()), self.book.ours, is_article=False)
        for path, element in self._elements():
            if local(path[-1]) == "Sources":
                yield from self._source(element)
        for links in self._links():
            record = {"relations": links}
            yield RawDocument(record, Message("{0}", self._project()), self.book.ours, is_article=False)

    def _links(self) -> Iterator[list[dict[str, Any]]]:
        """The links between marks, some at a time."""
        found: list[dict[str, Any]] = []
        for path, element in self._elements():
            if local(path[-1]) == "Links" and self._joins_marks(element):
                found.append(self._link(element))
                if len(found) == _AT_ONCE:
                    yield found
                    found = []
        if found:
            yield found

    def _project(self) -> str:
        names = [name for name in self.found.names if name.lower().endswith(".qde")]
        if len(names) != 1:
            raise SetError("{0}: it should have one project file (.qde), and has {1}", self.found.path, len(names))
        return names[0]

    def _elements(self) -> Iterator[tuple[tuple[str, ...], Element]]:
        with self.found.opened(self._project()) as member:
            for path, element in elements(iter(lambda: member.read(_CHUNK), b""), _DEPTH - 1):
                if len(path) == 0 or (len(path) == 2 and local(path[-1]) in (*SECTIONS, "Sources", "CodeBook")):
                    yield path or ("",), element
                elif len(path) == 1 and local(element.tag) in ("Description", "NoteRef"):
                    yield path, element

    # -- the first time ---------------------------------------------------------------------------------------

    def _note(self, path: tuple[str, ...], element: Element) -> None:
        section, name = local(path[-1]), local(element.tag)
        if name == "Project":
            self._begin(element)
        elif section == "CodeBook":
            for code in element:
                self._keep("Codes", code)
                self._code(code)
        elif section == "Sources":
            self._note_source(element)
        elif section == "Links":
            if not self._joins_marks(element):  # the sources, which come first, have all marks
                self._keep(section, element)
        elif section in SECTIONS:
            self._keep(section, element)
            self.book.note(section, element)
        else:
            self.rest.setdefault("tail", []).append(xml_of(element))

    def _begin(self, element: Element) -> None:
        attributes = {name: value for name, value in element.attrib.items() if not name.startswith("{")}
        self.book.ours = attributes.get("origin") == ORIGIN
        self.rest["attributes"] = attributes

    def _code(self, code: Element) -> None:
        self.book.codes[_key(code)] = code.get("name") or _key(code)
        self.book.colours[code.get("name") or _key(code)] = code.get("color", "")
        for inner in code:
            if local(inner.tag) == "Code":
                self._code(inner)

    def _note_source(self, element: Element) -> None:
        for selection in () if self.book.ours else element:
            if local(selection.tag) == "PlainTextSelection":
                self.book.selections.add(_key(selection))
        if local(element.tag) in _NO_TEXT:
            self._keep("Sources", element)

    def _keep(self, section: str, element: Element) -> None:
        self.rest.setdefault(section, {})[element.get("guid", "")] = xml_of(element)

    def _labels(self) -> list[dict[str, Any]]:
        own = {label.id for label in BUILTIN}
        names = [name for name in self.book.colours if name not in own]
        return [{"id": name, "name": name, "colour": role_of(self.book.colours[name])} for name in names]

    # -- the second time --------------------------------------------------------------------------------------

    def _source(self, element: Element) -> Iterator[RawDocument | Problem]:
        kind, name = local(element.tag), element.get("name", "") or element.get("guid", "")
        if kind in _NO_TEXT:
            count = sum(1 for one in element.iter() if local(one.tag) == "Coding")
            reason = Message("“{0}” is no text ({1}): codings that were not taken: {2}", name, kind, count)
            yield Problem(str(self.found.path), Message("{0}", self._project()), reason)
            return
        text = self._text(element)
        if text is None:
            count = sum(1 for one in element if local(one.tag) == "PlainTextSelection")
            reason = Message(
                "the text of “{0}” is not in the file; selections that were lost with it: {1}", name, count
            )
            yield Problem(str(self.found.path), Message("{0}", self._project()), reason)
            return
        record = document(element, text, self.book)
        if self.rest and not self.book.ours:  # what belongs to no source is kept with the first
            record["project"], self.rest = self.rest, {}
        yield RawDocument(record, Message("{0}", name), self.book.ours)

    def _text(self, element: Element) -> str | None:
        inline = next((one.text or "" for one in element if local(one.tag) == "PlainTextContent"), None)
        if inline is not None:
            return inline
        path = element.get("plainTextPath", "")
        name = path.removeprefix("internal://").removeprefix("relative://")
        member = self.book.sources.get(f"sources/{name}".lower()) or self.book.sources.get(name.lower())
        if not path or member is None:
            return None
        try:
            return self.found.data(member).decode("utf-8-sig")
        except UnicodeDecodeError:
            return None

    def _joins_marks(self, link: Element) -> bool:
        """Whether it joins two selections; in a project of ours every link does."""
        return self.book.ours or all(end in self.book.selections for end in _ends(link))

    def _link(self, link: Element) -> dict[str, Any]:
        start, end = _ends(link)
        notes = [self.book.notes[one] for one in refs(link, "NoteRef") if one in self.book.notes]
        record: dict[str, Any] = {
            "id": link.get("guid", ""), "type": link.get("name") or "link", "note": "\n\n".join(notes),
            "members": [{"role": "from", "annotation": self.book.id_of(start)},
                        {"role": "to", "annotation": self.book.id_of(end)}],
        }  # fmt: skip
        values = {"link": dict(link.attrib), "rest": [xml_of(one) for one in link]}
        return record if self.book.ours else record | {"extra": {ID: values}}


def _ends(link: Element) -> list[str]:
    return [link.get(name, "").strip("{}").lower() for name in ("originGUID", "targetGUID")]


def _key(element: Element) -> str:
    return element.get("guid", "").strip("{}").lower()


def knows(path: Path, start: bytes) -> bool:
    """Return true for a zip file with a project in it."""
    if not start.startswith(_ZIP):
        return False
    try:
        with door.opened(path) as file, ZipFile(file) as archive:
            return any(name.lower().endswith(".qde") for name in archive.namelist())
    except (BadZipFile, OSError, ValueError):
        return False


IMPORTER = SetImporter(ID, "REFI-QDA", (".qdpx",), knows, read)
