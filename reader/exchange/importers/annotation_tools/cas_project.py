"""A project that INCEpTION exported: each document with what its curator, or else its annotators, marked.

Java's own form (`.ser`) can be read by Java alone: then the text is taken, and how to export the marks is told.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from reader.exchange.importers.annotation_tools.cas_layers import Layers
from reader.exchange.importers.annotation_tools.cas_reading import CasError, json_of, types_of, xmi_of
from reader.exchange.importers.importer import RawDocument
from reader.exchange.importers.package_file import PackageFile
from reader.exchange.records.cas import Cas
from reader.messages import Message
from reader.model.dataset import Problem

_BY_JAVA = Message(
    "its marks are in a form that Java alone reads; export the project again with “UIMA CAS XMI” as the second format"
)


def project(found: PackageFile, format: str) -> Iterator[RawDocument | Problem]:
    """Yield the documents of a project."""
    for name in dict.fromkeys(one for place in ("source", "annotation", "curation") for one in _names(found, place)):
        yield from _document(found, name, format)


def _names(found: PackageFile, folder: str) -> list[str]:
    paths = [PurePosixPath(name) for name in found.names]
    return sorted({path.parts[1] for path in paths if len(path.parts) > 1 and path.parts[0] == folder})


def _document(found: PackageFile, name: str, format: str) -> Iterator[RawDocument | Problem]:
    record: dict[str, Any] = {}
    for member in _readable(found, name):
        who = PurePosixPath(member).stem
        try:
            theirs = Layers(_cas(found, member), name, format).record()
        except CasError as error:
            yield Problem(str(found.path), Message("{0}", member), error.message)
            continue
        marks = [{**mark, "annotator": mark.get("annotator") or who} for mark in theirs["annotations"]]
        if not record:
            record = {**theirs, "annotations": marks}
        elif theirs["text"] == record["text"]:
            record = _joined(record, theirs, marks, who)
    if not record:
        yield Problem(str(found.path), Message("{0}", name), _BY_JAVA)
        record = _text_alone(found, name)
    if record:
        yield RawDocument(record, Message("{0}", name))


def _readable(found: PackageFile, name: str) -> list[str]:
    """The files of the curator; where there is none that can be read, those of the annotators."""
    for folder in ("curation", "annotation"):
        some = [one for one in found.names if PurePosixPath(one).parts[:2] == (folder, name)]
        readable = sorted(one for one in some if one.lower().endswith((".zip", ".xmi", ".json")))
        if readable:
            return readable
    return []


def _joined(record: dict[str, Any], theirs: dict[str, Any], marks: list[Any], who: str) -> dict[str, Any]:
    """The marks of another annotator beside those of the first; their numbers are those of another file."""
    named = {mark["id"]: f"{who}/{mark['id']}" for mark in marks}
    more = [{**mark, "id": named[mark["id"]], "extra": {}} for mark in marks]
    links = [
        {**link, "id": f"{who}/{link['id']}", "from": named.get(link["from"], ""), "to": named.get(link["to"], ""),
         "annotator": who, "extra": {}} for link in theirs["relations"]
    ]  # fmt: skip
    return {**record, "annotations": [*record["annotations"], *more], "relations": [*record["relations"], *links]}


def _cas(found: PackageFile, member: str) -> Cas:
    data = found.data(member)
    if member.lower().endswith(".json"):
        return json_of(data)
    if member.lower().endswith(".xmi"):
        return xmi_of(data, {})
    inner = PackageFile(found.path, io.BytesIO(data))
    names = {one.rpartition("/")[2].lower(): one for one in inner.names}
    system = next((one for name, one in names.items() if name.endswith("typesystem.xml")), "")
    text = next((one for name, one in names.items() if name.endswith((".xmi", ".json"))), "")
    if not text:
        raise CasError("there is no CAS in it that can be read")
    types = types_of(inner.data(system)) if system else {}
    return json_of(inner.data(text)) if text.lower().endswith(".json") else xmi_of(inner.data(text), types)


def _text_alone(found: PackageFile, name: str) -> dict[str, Any]:
    member = f"source/{name}"
    if member not in found.names:
        return {}
    try:
        text = found.data(member).decode("utf-8-sig")
    except UnicodeDecodeError:
        return {}
    return {"id": name, "title": name, "source": name, "text": text, "annotations": []} if text.strip() else {}
