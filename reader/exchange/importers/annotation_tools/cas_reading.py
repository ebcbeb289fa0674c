"""A CAS out of XMI or JSON: its text, its structures, and those of its types that they use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from reader.errors import MessageError
from reader.exchange.records.cas import SOFA, Cas, Structure, Types
from reader.exchange.records.plain_xml import XmlError, tree
from reader.foreign_json import JsonError, parsed
from reader.messages import Message

_XMI = "{http://www.omg.org/XMI}"
_CAS = "{http:///uima/cas.ecore}"
_FIRST_VIEW = "_InitialView"
_SPACE, _END = "http:///", ".ecore"


class CasError(MessageError, ValueError):
    """A file that is no CAS, or has no text; the message says why."""


def xmi_of(data: bytes, types: Types) -> Cas:
    """Return the CAS in an XMI, whose types are described elsewhere. Raises `CasError`."""
    try:
        root = tree(data)
    except XmlError as error:
        raise CasError("{0}", error.message) from error
    if root.tag != f"{_XMI}XMI":
        raise CasError("it is no XMI of a CAS")
    sofas = [dict(one.attrib) for one in root if one.tag == f"{_CAS}Sofa"]
    sofa = _sofa([(_number(one.pop(f"{_XMI}id", "")), one) for one in sofas])
    members = _members(root, sofa[0])
    others = [one for one in root if one.tag not in (f"{_CAS}Sofa", f"{_CAS}View", f"{_CAS}NULL")]
    structures = [_structure(one, members) for one in others]
    return _cas(sofa, structures, types)


def _members(root: Element, sofa: int) -> set[int]:
    views = [one for one in root if one.tag == f"{_CAS}View" and _number(one.get("sofa", "")) == sofa]
    return {_number(id) for one in views for id in one.get("members", "").split()}


def _structure(one: Element, members: set[int]) -> Structure:
    features: dict[str, Any] = dict(one.attrib)
    id = _number(features.pop(f"{_XMI}id", ""))
    for child in one:
        features.setdefault(child.tag, [])
        if isinstance(features[child.tag], list):
            features[child.tag].append(child.text or "")
    space, _, name = one.tag[1:].partition("}") if one.tag.startswith("{") else ("", "", one.tag)
    package = space.removeprefix(_SPACE).removesuffix(_END).replace("/", ".")
    return Structure(
        id, f"{package}.{name}" if package not in ("", "uima.noNamespace") else name, features, id in members
    )


def _sofa(sofas: list[tuple[int, dict[str, Any]]]) -> tuple[int, dict[str, Any]]:
    with_text = [one for one in sofas if isinstance(one[1].get("sofaString"), str)]
    first = [one for one in with_text if one[1].get("sofaID") == _FIRST_VIEW]
    if not with_text:
        raise CasError("there is no text in it")
    if len(with_text) > 1:
        raise CasError("it has several texts ({0}), which Tilik does not take", len(with_text))
    return (first or with_text)[0]


def _cas(sofa: tuple[int, dict[str, Any]], structures: list[Structure], types: Types) -> Cas:
    id, facts = sofa
    text = str(facts.pop("sofaString"))
    return Cas(text, id, facts, structures, _used(types, {one.type for one in structures}))


def _used(types: Types, names: Iterable[str]) -> Types:
    """The types that are used, and those that they are made of."""
    found: Types = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop().removesuffix("[]")
        record = types.get(name)
        if record is None or name in found:
            continue
        found[name] = record
        waiting += [record["super"], *(one.get("range", "") for one in record["features"])]
        waiting += [one["of"] for one in record["features"] if one.get("of")]
    return dict(sorted(found.items()))


def types_of(data: bytes) -> Types:
    """Return the types that a type system describes. Raises `CasError`."""
    try:
        root = tree(data)
    except XmlError as error:
        raise CasError("{0}", error.message) from error
    return {_text(one, "name"): _type(one) for one in root.iterfind(".//{*}typeDescription")}


def _type(one: Element) -> dict[str, Any]:
    features = [_feature(f) for f in one.iterfind("{*}features/{*}featureDescription")]
    return {"super": _text(one, "supertypeName"), "features": features}


def _feature(one: Element) -> dict[str, Any]:
    found: dict[str, Any] = {"name": _text(one, "name"), "range": _text(one, "rangeTypeName")}
    if of := _text(one, "elementType"):
        found["of"] = of
    if shared := _text(one, "multipleReferencesAllowed"):
        found["shared"] = shared == "true"
    return found


def _text(one: Element, name: str) -> str:
    return (one.findtext(f"{{*}}{name}") or "").strip()


def json_of(data: bytes) -> Cas:
    """Return the CAS in a JSON. Raises `CasError`."""
    try:
        whole = parsed(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CasError("{0}", Message("not UTF-8 text (at byte {0})", error.start)) from error
    except JsonError as error:
        raise CasError("{0}", error.reason_at_column) from error
    if not isinstance(whole, dict) or not isinstance(whole.get("%FEATURE_STRUCTURES"), list | dict):
        raise CasError("it is no JSON of a CAS")
    sofas: list[tuple[int, dict[str, Any]]] = []
    structures: list[Structure] = []
    views = whole.get("%VIEWS")
    for one in _objects(whole["%FEATURE_STRUCTURES"]):
        features = {name: value for name, value in one.items() if name not in ("%ID", "%TYPE")}
        id, type_ = _number(one.get("%ID")), str(one.get("%TYPE", ""))
        if type_ == SOFA:
            sofas.append((id, features))
        else:
            structures.append(Structure(id, type_, features))
    sofa = _sofa(sofas)
    members = _view(views, str(sofa[1].get("sofaID", _FIRST_VIEW)))
    for structure in structures:
        structure.is_member = structure.id in members
    return _cas(sofa, structures, _json_types(whole.get("%TYPES")))


def _objects(value: object) -> list[dict[str, Any]]:
    """The structures as a list, or by their numbers, as an older form has them."""
    if isinstance(value, dict):
        return [{"%ID": id} | one for id, one in value.items() if isinstance(one, dict)]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _view(views: object, name: str) -> set[int]:
    view = views.get(name) if isinstance(views, Mapping) else None
    members = view.get("%MEMBERS") if isinstance(view, Mapping) else None
    return {id for id in members if type(id) is int} if isinstance(members, list) else set()


def _json_types(value: object) -> Types:
    types = value if isinstance(value, Mapping) else {}
    return {
        str(name): {"super": str(record.get("%SUPER_TYPE", "")), "raw": record,
                    "features": [{"name": f, "range": str(x.get("%RANGE", ""))} for f, x in record.items()
                                 if isinstance(x, Mapping)]}
        for name, record in types.items() if isinstance(record, Mapping)
    }  # fmt: skip


def _number(value: object) -> int:
    """The number of a structure. Raises `CasError` when it is none."""
    if type(value) is int:
        return value
    if isinstance(value, str) and value.isdecimal() and len(value) < 16:
        return int(value)
    raise CasError("{0} is no number of a structure", f"{value!r:.60}")
