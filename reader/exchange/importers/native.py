"""Tilik's own package back; see `reader.exchange.exporters.native` for what is in it.

It is read as any stranger's file: names of members are never used as paths, sizes have limits, digests are compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter, is_newer
from reader.exchange.importers.package_file import BROKEN, PackageFile
from reader.exchange.importers.package_lists import Grouped
from reader.exchange.records.fields import RecordError, mapping_of
from reader.messages import Message
from reader.model.dataset import Problem
from reader.model.pages import Original, Picture

FORMAT, VERSION = "tilik-set", 1
LISTS = ("annotations", "relations", "revisions")
CLAIMS = ("claims", "sources", "evidence", "reviews")
Of = Callable[[str], list[Mapping[str, Any]]]


def read(path: Path) -> SetFile:
    """Return the file: labels and claims first, then one document after the other."""
    found = PackageFile(path)
    manifest = found.value("manifest.json")
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise SetError("{0}: its manifest does not say that it is a {1}", path, FORMAT)
    version = str(manifest.get("version", ""))
    if is_newer(version, VERSION):
        raise SetError("{0}: written by a newer Tilik ({1}); this one reads {2}", path, f"{FORMAT}/{version}",
                       f"{FORMAT}/{VERSION}")  # fmt: skip
    sender = manifest.get("by")
    return SetFile(
        path, "native", _items(found), sender if isinstance(sender, str) else "",
        original=lambda id: _original(found, id), picture=lambda id: _picture(found, id),
    )  # fmt: skip


def _items(found: PackageFile) -> Iterator[RawDocument | Problem]:
    labels = found.value("labels.json") if "labels.json" in found.names else []
    yield RawDocument({"labels": labels}, Message("{0}", "labels.json"), ours=True, is_article=False)
    for name in CLAIMS:
        for number, record in found.lines(f"{name}.jsonl"):
            place = Message("{0}, line {1}", f"{name}.jsonl", number)
            if isinstance(record, Message):
                yield Problem(str(found.path), place, record)
            else:
                yield RawDocument({name: [record]}, place, ours=True, is_article=False)
    yield from _documents(found)


def _documents(found: PackageFile) -> Iterator[RawDocument | Problem]:
    lists = {name: Grouped(found.lines(f"{name}.jsonl"), f"{name}.jsonl") for name in LISTS}
    yield from _in_order(found, {name: group.of for name, group in lists.items()}, None)
    left = {name: group.left() for name, group in lists.items()}
    if ids := frozenset(id for some in left.values() for id in some):
        yield from _in_order(found, {name: partial(_take, some) for name, some in left.items()}, ids)
    for group in lists.values():
        yield from (Problem(str(found.path), place, reason) for place, reason in group.problems)
    for name, some in left.items():
        for article, records in some.items():
            reason = Message("{0} records belong to article {1}, which is not in the set", len(records), article)
            yield Problem(str(found.path), Message("{0}", f"{name}.jsonl"), reason)


def _take(some: dict[str, list[Mapping[str, Any]]], id: str) -> list[Mapping[str, Any]]:
    return some.pop(id, [])


def _in_order(found: PackageFile, of: Mapping[str, Of], ids: frozenset[str] | None) -> Iterator[RawDocument | Problem]:
    """The documents, or those of `ids`, each with what `of` gives for it of the other lists."""
    for number, record in found.lines("documents.jsonl"):
        place = Message("{0}, line {1}", "documents.jsonl", number)
        if isinstance(record, Message):
            if ids is None:
                yield Problem(str(found.path), place, record)
        elif ids is None or str(record.get("id", "")) in ids:
            try:
                yield RawDocument(_whole(found, record, of), place, ours=True)
            except RecordError as error:
                yield Problem(str(found.path), place, error.message)


def _whole(found: PackageFile, record: Mapping[str, Any], of: Mapping[str, Of]) -> dict[str, Any]:
    """A document with what the other lists hold of it: a record as a line of JSONL is."""
    id = str(record.get("id", ""))
    current = str(mapping_of(record.get("revision", {}), "“revision”").get("id", ""))
    marks, links, older = (of[name](id) for name in LISTS)
    placed = [mark for mark in marks if str(mark.get("revision", current)) == current]
    orphans = [mark for mark in marks if str(mark.get("revision", current)) != current]
    return {
        **_without(record, "text_sha256"),
        "text": _text(found, f"texts/{id}.txt", record),
        "annotations": [_without(mark, "article", "revision") for mark in placed],
        "orphans": [_without(mark, "article") for mark in orphans],
        "relations": [_without(link, "article") for link in links],
        "revisions": [
            {**_without(one, "article", "text_sha256"), "text": _text(found, f"revisions/{one.get('id')}.txt", one)}
            for one in older
        ],
    }


def _older(found: PackageFile, record: Mapping[str, Any]) -> dict[str, Any]:
    text = _text(found, f"revisions/{record.get('id')}.txt", record)
    return {**_without(record, "article", "text_sha256"), "text": text}


def _without(record: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in names}


def _text(found: PackageFile, name: str, record: Mapping[str, Any]) -> str:
    data = found.data(name)
    digest = record.get("text_sha256")
    if isinstance(digest, str) and hashlib.sha256(data).hexdigest() != digest:
        raise RecordError("{0} is not the text that was put in: its digest differs", name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecordError("{0} is not UTF-8 text ({1} at byte {2})", name, error.reason, error.start) from error


def _original(found: PackageFile, id: str) -> Original | None:
    told, data = _bytes(found, "originals", id)
    if data is None:
        return None
    words = [str(told.get(name) or "") for name in ("media_type", "name")]
    return Original(id, words[0], words[1], data, str(told.get("encoding") or ""))


def _picture(found: PackageFile, id: str) -> Picture | None:
    told, data = _bytes(found, "pictures", id)
    sizes = [told.get(name) for name in ("width", "height")]
    if data is None or not all(isinstance(size, int) and 0 < size < 1 << 24 for size in sizes):
        return None
    return Picture(id, str(told.get("media_type") or ""), data, *(int(size or 0) for size in sizes))


def _bytes(found: PackageFile, kind: str, id: str) -> tuple[Mapping[str, Any], bytes | None]:
    """What is told of a member known by its digest, and its bytes; None when it is not there or not what it says."""
    name = f"{kind}/{id}"
    if name not in found.names:
        return {}, None
    data = found.data(name)
    if hashlib.sha256(data).hexdigest() != id:
        raise SetError("{0}: {1} is not what it says: its digest differs", found.path, name)
    for _, record in found.lines(f"{kind}.jsonl"):
        if isinstance(record, Mapping) and record.get("id") == id:
            return record, data
    return {}, data


def knows(path: Path, head: bytes) -> bool:
    """Return whether it is a zip file with our manifest."""
    if not head.startswith(b"PK"):
        return False
    try:
        with door.opened(path) as file, ZipFile(file) as found:
            return "manifest.json" in found.namelist() and "documents.jsonl" in found.namelist()
    except (*BROKEN, OSError):
        return path.suffix.lower() == SUFFIX


SUFFIX = ".tilik-set"
IMPORTER = SetImporter("native", "Tilik set", (SUFFIX,), knows, read)
