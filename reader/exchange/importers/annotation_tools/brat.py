"""brat's standoff format back: a zip or folder of a collection, or one `.ann` with its `.txt`.

An event is a link of its trigger with those who take part; one in which another event takes part leads to the trigger
of that. An equivalence is a link of all its marks. Every line is kept as it came, so that it can go back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.annotation_tools.brat_document import AnnDocument
from reader.exchange.importers.annotation_tools.brat_files import SUFFIX, Collection, Folder, Zipped, collection
from reader.exchange.importers.importer import BOM, RawDocument, SetFile, SetImporter, is_newer
from reader.exchange.records.brat import ID, NAME, REST, TILIK, TYPES, line_of
from reader.exchange.records.fields import RecordError
from reader.exchange.records.remainder import ToolLink, ToolMark, is_of, is_remainder, keys_of, together
from reader.foreign_json import JsonError, parsed
from reader.messages import Message
from reader.model.dataset import Problem

VERSION = 1
Node = dict[str, Any]


def read(path: Path) -> SetFile:
    """Return the collection as one document an `.ann`."""
    return SetFile(path, ID, _items(path))


def _items(path: Path) -> Iterator[RawDocument | Problem]:
    found = collection(path)
    types, names = _types(found), dict.fromkeys(found.stems)
    for rest in _rests(found):
        if isinstance(rest, Problem):
            yield rest
        elif (name := str(rest.get("name"))) in names:
            del names[name]
            yield from _document(found, name, types, rest, {})
    confs = {name: found.text(name) for name in found.confs} if names else {}
    for n, name in enumerate(names):
        yield from _document(found, name, types, None, confs if n == 0 else {})
    if called := list(_labels(found, types["entities"])):  # last, since what Tilik says itself of a label counts
        yield RawDocument({"labels": called}, Message("{0}", "visual.conf"), is_article=False)


def _document(
    found: Collection,
    name: str,
    types: Mapping[str, Mapping[str, str]],
    rest: Mapping[str, Any] | None,
    confs: Mapping[str, str],
) -> Iterator[RawDocument | Problem]:
    place = Message("{0}", f"{name}{SUFFIX}")
    try:
        if not found.has(f"{name}.txt"):
            raise RecordError("its text {0} is not there", f"{name}.txt")
        text = found.text(f"{name}.txt").removeprefix(BOM.decode("utf-8"))
        document = AnnDocument(name, text, found.lines(f"{name}{SUFFIX}"))
        yield from (Problem(str(found.path), place, reason) for reason in document.problems)
        if rest is not None and is_of(rest, text):
            record = {key: value for key, value in rest.items() if key != "name"}
            yield RawDocument(_ours(record, document, types), place, ours=True)
            return
        if rest is not None:
            reason = Message("its text was changed elsewhere; it is taken as a text of others")
            yield Problem(str(found.path), place, reason)
        yield RawDocument(document.record() | ({"conf": dict(confs)} if confs else {}), place)
    except RecordError as error:
        yield Problem(str(found.path), place, error.message)
    except SetError as error:
        yield Problem(str(found.path), place, error.message)


def _ours(rest: Mapping[str, Any], document: AnnDocument, types: Mapping[str, Mapping[str, str]]) -> Node:
    """The document as we wrote it, with what was done to it in brat."""
    own = document.triggers_of(keys_of(rest, "relations")) - keys_of(rest, "annotations")
    marks = [_named(mark, types) for mark in document.marks() if mark.key not in own]
    links = [_named_link(link, types) for link in document.links() if link.key[:1] != "*"]
    return together(rest, document.text, marks, links, document.same)


def _named(mark: ToolMark, types: Mapping[str, Mapping[str, str]]) -> ToolMark:
    attributes = {types["attributes"].get(name, name): value for name, value in mark.said["attributes"].items()}
    return replace(mark, label=types["entities"].get(mark.label, mark.label),
                   said={**mark.said, "attributes": attributes})  # fmt: skip


def _named_link(link: ToolLink, types: Mapping[str, Mapping[str, str]]) -> ToolLink:
    kinds = types["events" if link.key[:1] == "E" else "relations"]
    ends = [(types["roles"].get(role, role), key) for role, key in link.ends]
    return replace(link, kind=kinds.get(link.kind, link.kind), ends=ends)


# -- what we wrote beside ------------------------------------------------------------------------------------------


def _types(found: Collection) -> Mapping[str, Mapping[str, str]]:
    """What plain names stand for. Raises `SetError` for a collection that a newer Tilik wrote."""
    if found.has(TILIK):
        values = _object(found, TILIK, found.text(TILIK))
        name, _, version = str(values.get("format", "")).partition("/")
        if name == NAME and is_newer(version, VERSION):
            theirs, ours = str(values["format"]), f"{NAME}/{VERSION}"
            raise SetError("{0}: written by a newer Tilik ({1}); this one reads {2}", found.path, theirs, ours)
    values = _object(found, TYPES, found.text(TYPES)) if found.has(TYPES) else {}
    kinds = ("entities", "relations", "events", "attributes", "roles")
    return {kind: _texts(values.get(kind)) for kind in kinds}


def _texts(value: object) -> dict[str, str]:
    found = value if isinstance(value, dict) else {}
    return {name: ours for name, ours in found.items() if isinstance(ours, str)}


def _object(found: Collection, name: str, text: str) -> Node:
    try:
        value = parsed(text)
    except JsonError as error:
        raise SetError("{0}: {1}: {2}", found.path, name, error.message) from error
    return value if isinstance(value, dict) else {}


def _rests(found: Collection) -> Iterator[Mapping[str, Any] | Problem]:
    if found.has(REST):
        for number, record in enumerate(found.records(REST), 1):
            if isinstance(record, Message):
                yield Problem(str(found.path), Message("{0}, line {1}", REST, number), record)
            elif is_remainder(record):
                yield record


def _labels(found: Collection, types: Mapping[str, str]) -> Iterator[Node]:
    """What types are called on the screen of brat."""
    if not found.has("visual.conf"):
        return
    section = ""
    for line in found.lines("visual.conf"):
        line = line.strip()
        if line.startswith("["):
            section = line
        names = [part.strip() for part in line.split("|")]
        if section == "[labels]" and not line.startswith("#") and len(names) > 1 and names[0] != names[1] and names[1]:
            yield {"id": types.get(names[0], names[0]), "name": names[1]}


def knows(path: Path, head: bytes) -> bool:
    """Return true for a zip or a folder with an `.ann` that has its `.txt`, or an `.ann` by itself."""
    if door.is_folder(path) or head.startswith(b"PK"):
        try:
            found = Folder(path) if door.is_folder(path) else Zipped(path)
            return any(found.has(f"{stem}.txt") for stem in found.stems)
        except SetError:
            return False
    first = head.split(b"\n", 1)[0].decode("utf-8", "replace")
    return path.suffix == SUFFIX and (line_of(first) is not None or not first.strip())


IMPORTER = SetImporter(ID, "brat", (".zip", SUFFIX), knows, read)
