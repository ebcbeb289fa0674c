"""UIMA CAS in: zip files of ours and of INCEpTION, whole projects of INCEpTION, and single XMI and JSON files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.annotation_tools.cas_layers import Layers
from reader.exchange.importers.annotation_tools.cas_project import project
from reader.exchange.importers.annotation_tools.cas_reading import CasError, json_of, types_of, xmi_of
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter, head, is_newer
from reader.exchange.importers.package_file import MOST_BYTES, PackageFile
from reader.exchange.records.cas import FORMAT, VERSION, Cas, Types
from reader.messages import Message
from reader.model.dataset import Problem
from reader.system_reasons import reason_of

XMI, JSON = "cas-xmi", "cas-json"
_ZIP = b"PK\x03\x04"
_SYSTEM = "typesystem.xml"
_STRUCTURES, _TYPES_FIRST = b'"%FEATURE_STRUCTURES"', re.compile(rb'\{\s*"%TYPES"')


def read_xmi(path: Path) -> SetFile:
    """Return the file as one document a CAS."""
    if path.suffix.lower() == ".xmi" or not _is_zip(path):
        return SetFile(path, XMI, _single(path, XMI, partial(xmi_of, types=_types_beside(path))))
    found = PackageFile(path)
    if any(PurePosixPath(name).name.startswith("exportedproject") for name in found.names):
        return SetFile(path, XMI, project(found, XMI))
    types = _types_in(found)
    return SetFile(path, XMI, _members(found, XMI, ".xmi", partial(xmi_of, types=types)))


def read_json(path: Path) -> SetFile:
    """Return the file as one document a CAS."""
    if not _is_zip(path):
        return SetFile(path, JSON, _single(path, JSON, json_of))
    return SetFile(path, JSON, _members(PackageFile(path), JSON, ".json", json_of))


def _single(path: Path, format: str, parse: Callable[[bytes], Cas]) -> Iterator[RawDocument | Problem]:
    try:
        if door.size(path) > MOST_BYTES:
            raise SetError("{0}: {1} is larger than {2} bytes", path, path.name, MOST_BYTES)
        with door.opened(path) as file:
            data = file.read()
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error
    try:
        yield _document(parse(data), path.stem, format, path)
    except CasError as error:
        raise SetError("{0}: {1}", path, error.message) from error


def _members(
    found: PackageFile, format: str, suffix: str, parse: Callable[[bytes], Cas]
) -> Iterator[RawDocument | Problem]:
    for name in found.names:
        if name.lower().endswith(suffix):
            try:
                yield _document(parse(found.data(name)), PurePosixPath(name).stem, format, found.path)
            except CasError as error:
                yield Problem(str(found.path), Message("{0}", name), error.message)


def _document(cas: Cas, name: str, format: str, path: Path) -> RawDocument:
    layers = Layers(cas, name, format)
    record = layers.record()
    written, _, version = str(record.get("format", "")).partition("/")
    if layers.is_ours and written == FORMAT and is_newer(version, VERSION):
        theirs, ours = f"{written}/{version}", f"{FORMAT}/{VERSION}"
        raise SetError("{0}: written by a newer Tilik ({1}); this one reads {2}", path, theirs, ours)
    return RawDocument(record, Message("{0}", name), layers.is_ours)


def _types_in(found: PackageFile) -> Types:
    name = next((one for one in found.names if one.lower().endswith(_SYSTEM)), "")
    return _types(found.data(name), found.path, name) if name else {}


def _types_beside(path: Path) -> Types:
    """The description of the types that lies beside an XMI, as programs write it; without one the names are enough."""
    for name in ("TypeSystem.xml", f"{path.stem}.typesystem.xml", f"{path.stem}-typesystem.xml"):
        beside = path.with_name(name)
        if door.is_file(beside) and door.size(beside) <= MOST_BYTES:
            with door.opened(beside) as file:
                return _types(file.read(), path, name)
    return {}


def _types(data: bytes, path: Path, name: str) -> Types:
    try:
        return types_of(data)
    except CasError as error:
        raise SetError("{0}: {1}: {2}", path, name, error.message) from error


def _is_zip(path: Path) -> bool:
    return head(path).startswith(_ZIP)


def knows_xmi(path: Path, start: bytes) -> bool:
    """Return true for an XMI, and for a zip file that has some or is a project of INCEpTION."""
    if not start.startswith(_ZIP):
        return b"http://www.omg.org/XMI" in start and b"/uima/cas.ecore" in start
    names = [PurePosixPath(name.lower()) for name in _names(path)]
    return any(name.suffix == ".xmi" or name.name.startswith("exportedproject") for name in names)


def knows_json(path: Path, start: bytes) -> bool:
    """Return true for a CAS in JSON, and for a zip file whose first JSON is one."""
    if not start.startswith(_ZIP):
        return start[:1] == b"{" and (_STRUCTURES in start or _TYPES_FIRST.match(start) is not None)
    name = next((one for one in _names(path) if one.lower().endswith(".json")), "")
    try:
        with door.opened(path) as file, ZipFile(file) as archive, archive.open(name) as member:
            return b'"%TYPES"' in member.read(200)
    except (BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, ValueError):
        return False


def _names(path: Path) -> list[str]:
    try:
        with door.opened(path) as file, ZipFile(file) as archive:
            return archive.namelist()
    except (BadZipFile, OSError, ValueError):
        return []


IMPORTER = SetImporter(XMI, "UIMA CAS (XMI)", (".xmi", ".zip"), knows_xmi, read_xmi)
JSON_IMPORTER = SetImporter(JSON, "UIMA CAS (JSON)", (".json", ".zip"), knows_json, read_json)
