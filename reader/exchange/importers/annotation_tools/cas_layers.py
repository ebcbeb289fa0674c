"""The structures of a CAS as a record: spans are marks, relations links, and all else is kept as it came.

Of our own CAS each thing has the fields that it had; what others changed or added in it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from reader.exchange.records.cas import (
    ARTICLE,
    DOCUMENT,
    FORMAT,
    METADATA,
    PIECE_OF,
    RELATION,
    SPAN,
    Cas,
    Structure,
    Units,
    main_ends,
)
from reader.exchange.records.cas_kept import kept_structure
from reader.exchange.records.fields import free
from reader.exchange.records.kept import KEPT, kept_of
from reader.foreign_json import JsonError, parsed
from reader.model.articles import fingerprint
from reader.text.invariants import frozen, frozen_signs

LABELS = ("label", "value", "PosValue", "DependencyType", "identity")
NOTES = ("note", "comment")
# What programs find by themselves or need for their own: no marks that somebody made.
_NO_MARKS = (
    DOCUMENT, METADATA, "de.tudarmstadt.ukp.dkpro.core.api.metadata", "de.tudarmstadt.ukp.dkpro.core.api.segmentation",
    "de.tudarmstadt.ukp.dkpro.core.api.lexmorph", "de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency",
    "org.dkpro.core.api.xml", "de.tudarmstadt.ukp.clarin.webanno.api.type.", "de.tudarmstadt.ukp.inception.",
)  # fmt: skip
_PLACE = ("begin", "end", "sofa", "@sofa")
_PLAIN = (
    "uima.cas.String",
    "uima.cas.Boolean",
    "uima.cas.Integer",
    "uima.cas.Long",
    "uima.cas.Double",
    "uima.cas.Float",
)
Record = dict[str, Any]


class Layers:
    """Makes the record of one CAS. `name` is that of its file; `format` where in `extra` a stranger's things are."""

    def __init__(self, cas: Cas, name: str, format: str) -> None:
        self._cas, self._name, self._format = cas, name, format
        self._units = Units(cas.text)
        self._own = _own_record(cas)
        self._strangers: Mapping[str, Any] = _mapping(self._own.pop("strangers", None))
        self._identifiers = Counter(str(one.features.get("identifier", "")) for one in cas.structures)
        self._ids: dict[int, str] = {}  # of marks, by the numbers of their structures
        self._kept: list[Structure] = []
        self._pieces: dict[str, list[Record]] = {}  # the places of further pieces, by the mark that they are of

    @property
    def is_ours(self) -> bool:
        return bool(self._own)

    def record(self) -> Record:
        """Return the document."""
        links = [one for one in self._cas.structures if self._is_relation(one)]
        found = [mark for one in self._cas.structures if (mark := self._mark(one)) is not None]
        marks = [self._joined(mark) for mark in found if PIECE_OF not in mark]
        relations = [link for one in links if (link := self._link(one)) is not None]
        record = {"text": self._cas.text, "annotations": marks}
        if self.is_ours:
            given = self._own.get("relations")
            whole = [*(given if isinstance(given, list) else []), *relations]
            whole.sort(key=lambda link: str(_mapping(link).get("id")))
            return self._own | record | {"relations": whole} | self._more_kept()
        return self._named() | record | {"relations": relations} | self._facts() | self._kept_record(self._kept)

    # -- marks ----------------------------------------------------------------------------------------------------

    def _mark(self, one: Structure) -> Record | None:
        if one.type == ARTICLE or self._is_relation(one):
            return None
        place = self._place(one)
        if place is None or one.type.startswith(_NO_MARKS):
            if not (self.is_ours and one.type == METADATA):
                self._kept.append(one)
            return None
        found = self._known(one, place) or self._strange(one, place)
        if PIECE_OF not in found:
            self._ids[one.id] = str(found["id"])
        return found

    def _place(self, one: Structure) -> Record | None:
        """Where it is, in characters, and the words there."""
        begin, end = _whole(one.features.get("begin")), _whole(one.features.get("end"))
        sofa = one.features.get("sofa", one.features.get("@sofa"))
        if begin is None or end is None or (sofa is not None and _whole(sofa) != self._cas.sofa):
            return None
        start, stop = self._units.back(begin), self._units.back(end)
        quote = {"quote": self._cas.text[start:stop]} if start <= stop <= len(self._cas.text) else {}
        return {"begin": start, "end": stop} | quote

    def _known(self, one: Structure, place: Record) -> Record | None:
        """A mark of ours, as it was, where it is now."""
        if (more := self._further(one, SPAN)) is None:
            return None
        if isinstance(whole := more.get(PIECE_OF), str):
            self._pieces.setdefault(whole, []).append(place)
            return more
        return _told(more | self._said(one, "label", more) | place)

    def _joined(self, mark: Record) -> Record:
        """A mark with its further pieces, where it has any; each says its words."""
        more = self._pieces.get(str(mark["id"]))
        if not more:
            return mark
        places: list[Record] = sorted([{name: mark[name] for name in ("begin", "end", "quote") if name in mark}, *more],
                        key=lambda place: (place["begin"], place["end"]))  # fmt: skip
        first, last = mark.get("prefix", ""), mark.get("suffix", "")
        places[0], places[-1] = places[0] | {"prefix": first}, places[-1] | {"suffix": last}
        left = {"begin", "end", "quote", "prefix", "suffix"}
        return {name: value for name, value in mark.items() if name not in left} | {"pieces": places}

    def _further(self, one: Structure, type_: str) -> Record | None:
        """What we wrote beside the features that every program knows; None for a thing that is not of ours."""
        if not self.is_ours:
            return None
        stranger = self._strangers.get(str(one.id))
        if isinstance(stranger, Mapping) and _cas_of(stranger, self._format).get("type") == one.type:
            return dict(stranger)
        if one.type != type_ or not one.features.get("identifier"):
            return None
        return dict(_mapping(_json(one.features.get("moreJson"))))

    def _said(self, one: Structure, label: str, more: Mapping[str, Any]) -> Record:
        """What the features say today; those of a stranger's layer where they say it."""
        if "id" in more:
            theirs = _cas_of(more, self._format)
            names = ((theirs.get("label"), label), (theirs.get("note"), "note"))
            return {ours: one.features[name] for name, ours in names if name and name in one.features}
        first = self._identifiers[str(one.features["identifier"])] == 1
        id = str(one.features["identifier"]) if first else f"{one.features['identifier']}-{one.id}"
        exact = _mapping(more.get("exact"))
        return {
            "id": id, label: _exact(one, "label", exact), "note": _exact(one, "note", exact), "exact": None,
            "attributes": one.features.get("attributesJson", ""),
        }  # fmt: skip

    def _strange(self, one: Structure, place: Record) -> Record:
        label, note = _first(one, LABELS), _first(one, NOTES)
        attributes = self._attributes(one, {label, note})
        return {
            "id": self._id(one), "label": str(one.features.get(label) or one.type.rpartition(".")[2]), **place,
            "note": str(one.features.get(note, "")), "attributes": attributes,
            "extra": {self._format: {"cas": kept_structure(one, label=label, note=note)}},
        }  # fmt: skip

    def _id(self, one: Structure) -> str:
        said = str(one.features.get("identifier", ""))
        return said if said and self._identifiers[said] == 1 else str(one.id)

    def _attributes(self, one: Structure, taken: set[str]) -> Record:
        """The plain features of its layer, by name."""
        values = _mapping(_json(one.features.get("attributesJson")))
        plain = self._plain_features(one.type) - taken - {"identifier", "attributesJson", "moreJson", *_PLACE}
        return {**{name: value for name, value in one.features.items() if name in plain and value != ""}, **values}

    def _plain_features(self, type_: str) -> set[str]:
        found: set[str] = set()
        seen: set[str] = set()
        while type_ in self._cas.types and type_ not in seen:
            seen.add(type_)
            found |= {f["name"] for f in self._cas.types[type_]["features"] if f.get("range") in _PLAIN}
            type_ = self._cas.types[type_]["super"]
        return found

    # -- links ----------------------------------------------------------------------------------------------------

    def _is_relation(self, one: Structure) -> bool:
        return _end(one, "Governor") is not None and _end(one, "Dependent") is not None

    def _link(self, one: Structure) -> Record | None:
        start, end = (self._ids.get(_end(one, name) or 0) for name in ("Governor", "Dependent"))
        if start is None or end is None:  # between words, or to what is no mark
            self._kept.append(one)
            return None
        more = self._further(one, RELATION)
        if more is None:
            return self._strange_link(one, start, end)
        given = more.pop("members", None)
        members = [dict(_mapping(x)) for x in given] if isinstance(given, list) else [{"role": "from"}, {"role": "to"}]
        for n, id in zip(main_ends([str(m.get("role", "")) for m in members]), (start, end), strict=True):
            if n < len(members):
                members[n]["annotation"] = id
        return _told(more | self._said(one, "type", more) | {"members": members})

    def _strange_link(self, one: Structure, start: str, end: str) -> Record:
        label, note = _first(one, LABELS), _first(one, NOTES)
        return {
            "id": self._id(one), "type": str(one.features.get(label) or one.type.rpartition(".")[2]),
            "from": start, "to": end, "note": str(one.features.get(note, "")),
            "attributes": self._attributes(one, {label, note}),
            "extra": {self._format: {"cas": kept_structure(one, label=label, note=note)}},
        }  # fmt: skip

    # -- the document ---------------------------------------------------------------------------------------------

    def _named(self) -> Record:
        values = next((one.features for one in self._cas.structures if one.type == METADATA), {})
        language, url = str(values.get("language", "")), str(values.get("documentUri", ""))
        return {
            "id": str(values.get("documentId", "")) or self._name, "title": values.get("documentTitle") or self._name,
            "language": "" if language == "x-unspecified" else language, "source": self._name,
            "url": url if url.startswith(("http://", "https://")) else "",
        }  # fmt: skip

    def _facts(self) -> Record:
        body = frozen(self._cas.text)
        last = max([self._cas.sofa, *(one.id for one in self._cas.structures)])
        raw = {"sofaString": self._cas.text} if body != self._cas.text else {}
        return {"sofa": self._cas.sofa, "facts": self._cas.facts, "types": self._cas.types, "next": last + 1,
                "digest": fingerprint(body), **raw}  # fmt: skip

    def _kept_record(self, kept: list[Structure]) -> Record:
        return {KEPT: [kept_structure(one) for one in kept]} if kept else {}

    def _more_kept(self) -> Record:
        """What other programs put into a CAS of ours since, beside what is kept of it."""
        extra = dict(free(self._own, "extra"))
        known = {(one.get("xmi"), one.get("type")) for one in kept_of(extra, self._format)}
        more = [one for one in self._kept if (one.id, one.type) not in known]
        if not more:
            return {}
        before = list(kept_of(extra, self._format))
        values = {**_mapping(extra.get(self._format)), **self._facts()}
        return {"extra": extra | {self._format: values | {KEPT: [*before, *(kept_structure(one) for one in more)]}}}


def _own_record(cas: Cas) -> Record:
    """Our record of the document; empty for a stranger's."""
    for one in cas.structures:
        if one.type == ARTICLE:
            record = dict(_mapping(_json(one.features.get("recordJson"))))
            return record if str(record.get("format", "")).startswith(f"{FORMAT}/") else {}
    return {}


def _cas_of(thing: Mapping[str, Any], format: str) -> Mapping[str, Any]:
    extra = thing.get("extra")
    whole = _mapping(_json(extra) if isinstance(extra, str) else extra)
    return _mapping(_mapping(whole.get(format)).get("cas"))


def _told(record: Record) -> Record:
    return {name: value for name, value in record.items() if value is not None}


def _exact(one: Structure, name: str, exact: Mapping[str, Any]) -> str:
    """What a feature says; with the signs that XML may not hold, where nobody has changed it since."""
    said, meant = str(one.features.get(name, "")), exact.get(name)
    return meant if isinstance(meant, str) and said in (meant, frozen_signs(meant)) else said


def _first(one: Structure, names: tuple[str, ...]) -> str:
    return next((name for name in names if isinstance(one.features.get(name), str) and one.features[name]), "")


def _end(one: Structure, name: str) -> int | None:
    return _whole(one.features.get(f"@{name}", one.features.get(name)))


def _whole(value: object) -> int | None:
    if isinstance(value, str) and value.isdecimal() and len(value) < 16:
        return int(value)
    return value if type(value) is int and value >= 0 else None


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _json(value: object) -> object:
    """The value of a feature that should hold JSON; nothing when it does not."""
    try:
        return parsed(value) if isinstance(value, str) and value else None
    except JsonError:
        return None
