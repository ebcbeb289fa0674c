"""A CAS as XMI with its type system, and as JSON with its types inside.

Written here and not by dkpro-cassis: that makes an object of each structure first, and takes ten times as long.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reader.exchange.records.cas import OWN_TYPES, SOFA, STRING, Cas, Structure, Types

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XMI = "http://www.omg.org/XMI"
_FORBIDDEN = [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
_ESCAPES = str.maketrans(
    dict.fromkeys(_FORBIDDEN, "\ufffd")
    | {ord(c): f"&#{ord(c)};" for c in "\t\n\r"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
)


def xmi(cas: Cas) -> bytes:
    """Return the document as XMI; its types are written by `type_system`."""
    prefixes = _prefixes([one.type for one in cas.structures])
    spaces = "".join(f' xmlns:{prefix}="{space}"' for space, prefix in prefixes.items())
    lines = [_HEAD, f'<xmi:XMI xmlns:xmi="{_XMI}"{spaces} xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n']
    lines += [_element(one, prefixes, cas.sofa) for one in cas.structures]
    facts = {"sofaNum": "1", "sofaID": "_InitialView", "mimeType": "text/plain"} | cas.facts
    lines.append(f'<cas:Sofa xmi:id="{cas.sofa}"{_attributes(facts)} sofaString="{cas.text.translate(_ESCAPES)}"/>\n')
    members = " ".join(str(one.id) for one in cas.structures if one.is_member)
    lines.append(f'<cas:View sofa="{cas.sofa}" members="{members}"/>\n</xmi:XMI>\n')
    return "".join(lines).encode("utf-8")


def _element(one: Structure, prefixes: Mapping[str, str], sofa: int) -> str:
    space, name = _space(one.type)
    tag = f"{prefixes[space]}:{name}"
    lists = {feature: value for feature, value in one.features.items() if isinstance(value, list)}
    plain = {feature: value for feature, value in one.features.items() if feature not in lists}
    if "begin" in plain and "sofa" not in plain:
        plain = {"sofa": sofa} | plain
    opening = f'<{tag} xmi:id="{one.id}"{_attributes(plain)}'
    if not lists:
        return f"{opening}/>\n"
    inner = "".join(f"<{f}>{str(x).translate(_ESCAPES)}</{f}>" for f, some in lists.items() for x in some)
    return f"{opening}>{inner}</{tag}>\n"


def _attributes(features: Mapping[str, Any]) -> str:
    return "".join([f' {name}="{str(value).translate(_ESCAPES)}"' for name, value in features.items()])


def _space(type_: str) -> tuple[str, str]:
    package, _, name = type_.rpartition(".")
    return (f"http:///{package.replace('.', '/')}.ecore" if package else "http:///uima/noNamespace.ecore"), name


def _prefixes(types: Iterable[str]) -> dict[str, str]:
    """A short name for each package: its last part, numbered where two packages end alike."""
    found = {"http:///uima/cas.ecore": "cas"}
    for space in sorted({_space(one)[0] for one in types}):
        last = space.removesuffix(".ecore").rpartition("/")[2]
        taken = {"xmi", *found.values()}
        name = last if last not in taken else next(f"{last}{n}" for n in range(2, 1 << 20) if f"{last}{n}" not in taken)
        found.setdefault(space, name)
    return found


def type_system(types: Types) -> bytes:
    """Return the description of all types of a set, ours among them."""
    inner = "\n".join(_type(name, record) for name, record in sorted(_with_ours(types).items()))
    space = "http://uima.apache.org/resourceSpecifier"
    whole = f'<typeSystemDescription xmlns="{space}">\n<types>\n{inner}\n</types>\n</typeSystemDescription>\n'
    return (_HEAD + whole).encode("utf-8")


def _type(name: str, record: Mapping[str, Any]) -> str:
    features = "".join(_feature(one) for one in record["features"])
    parent = _tag("supertypeName", record["super"])
    return f"<typeDescription>{_tag('name', name)}{parent}<features>{features}</features></typeDescription>"


def _feature(one: Mapping[str, Any]) -> str:
    tags = _tag("name", one["name"]) + _tag("rangeTypeName", one["range"])
    tags += _tag("elementType", one["of"]) if one.get("of") else ""
    tags += _tag("multipleReferencesAllowed", str(one["shared"]).lower()) if "shared" in one else ""
    return f"<featureDescription>{tags}</featureDescription>"


def _tag(name: str, value: str) -> str:
    return f"<{name}>{value.translate(_ESCAPES)}</{name}>"


def _with_ours(types: Types) -> Types:
    """All types; one of ours that a stranger has too keeps the stranger's features."""
    whole = dict(types)
    for name, ours in OWN_TYPES.items():
        theirs = whole.get(name, {"super": ours["super"], "features": []})
        named = {one["name"] for one in theirs["features"]}
        more = [one for one in ours["features"] if one["name"] not in named]
        whole[name] = {"super": theirs["super"], "features": [*theirs["features"], *more]}
    return whole


def cas_json(cas: Cas) -> bytes:
    """Return the document as JSON, a line for each structure."""
    facts = {"sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain"} | cas.facts
    sofa = {"%ID": cas.sofa, "%TYPE": SOFA, **facts, "sofaString": cas.text}
    lines = [_line(sofa), *(_line(_object(one, cas.sofa)) for one in cas.structures)]
    members = [one.id for one in cas.structures if one.is_member]
    views = {str(facts["sofaID"]): {"%SOFA": cas.sofa, "%MEMBERS": members}}
    types = {name: _type_object(name, record) for name, record in sorted(_with_ours(cas.types).items())}
    joined = ",\n".join(lines)
    return f'{{"%TYPES":{_line(types)},\n"%FEATURE_STRUCTURES":[\n{joined}\n],\n"%VIEWS":{_line(views)}}}\n'.encode()


def _object(one: Structure, sofa: int) -> dict[str, Any]:
    place = {"@sofa": sofa} if "begin" in one.features and "@sofa" not in one.features else {}
    return {"%ID": one.id, "%TYPE": one.type, **place, **one.features}


def _type_object(name: str, record: Mapping[str, Any]) -> dict[str, Any]:
    if "raw" in record:
        return dict(record["raw"])
    features = {one["name"]: {"%NAME": one["name"], "%RANGE": one.get("range", STRING)} for one in record["features"]}
    return {"%NAME": name, "%SUPER_TYPE": record["super"], **features}


_line: Callable[[object], str] = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
