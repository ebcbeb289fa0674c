"""What a stranger's CAS had beside marks, kept in `extra` and found there again when the document goes out.

Of an article: its text where that had other line ends, the facts of its sofa, its types, and whatever is no mark
(tokens, sentences, chains, slots). Of a mark: the layer that it is of and all features there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reader.exchange.records.cas import Structure, Types
from reader.exchange.records.kept import kept_of
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, fingerprint
from reader.text.invariants import frozen

_TYPE, _FEATURE = re.compile(r"[A-Za-z_][\w.]*(\[\])?"), re.compile(r"@?[A-Za-z_%^][\w.-]*")
FIRST = 2  # 1 is the sofa


class KeptCas:
    """What is kept of one article, as far as it still fits the text."""

    def __init__(self, article: Article, body: str, format: str) -> None:
        record = article.extra.get(format)
        whole: Mapping[str, Any] = record if isinstance(record, Mapping) else {}
        theirs = whole if _fits(whole, body) else {}
        raw = theirs.get("sofaString")
        self._format, self._fits = format, bool(theirs)
        self.text: str = raw if isinstance(raw, str) else body
        self._shifts = _shifts(body, self.text)
        self.sofa: int = _number(theirs.get("sofa"), 1)
        facts = _features(theirs.get("facts"))
        self.facts: dict[str, Any] = {name: said for name, said in facts.items() if name != "sofaString"}
        self.types: Types = _types(theirs.get("types"))
        extra = article.extra if theirs else {}
        self.structures = [made for one in kept_of(extra, format) if (made := _structure(one)) is not None]
        self._used = {one.id for one in self.structures} | {self.sofa}
        self.next_id: int = _number(theirs.get("next"), FIRST)

    @property
    def is_strangers(self) -> bool:
        """Whether the document came as a stranger's CAS, which said of itself what it wished to."""
        return self._fits

    def shifted(self, at: int) -> int:
        """Return the character of the stranger's text at a character of ours."""
        return at if self._shifts is None else self._shifts[at]

    def span(self, mark: Annotation, place: Mapping[str, Any]) -> Structure | None:
        """Return the structure that a mark was, at its place today and with its words of today; None for one of ours,
        and for one that has another label now which its layer cannot say."""
        found = self._theirs(mark)
        if found is None:
            return None
        made, theirs = found
        label, note = theirs.get("label"), theirs.get("note")
        if not _says(made, label, mark.label):
            return None
        if isinstance(note, str) and note in made.features:
            made.features[note] = mark.note
        made.features |= {name: str(at) if self._is_text(made) else at for name, at in place.items()}
        self._used.add(made.id)
        return made

    def relation(self, link: Relation, governor: int, dependent: int) -> Structure | None:
        """Return the structure that a link was, between the structures of today."""
        found = self._theirs(link)
        if found is None or not _says(found[0], found[1].get("label"), link.kind):
            return None
        made = found[0]
        for name, id in (("Governor", governor), ("Dependent", dependent)):
            named = name if name in made.features else f"@{name}"
            made.features[named] = str(id) if named == name else id
        self._used.add(made.id)
        return made

    def _theirs(self, thing: Annotation | Relation) -> tuple[Structure, Mapping[str, Any]] | None:
        theirs = thing.extra.get(self._format) if self._fits else None
        cas = theirs.get("cas") if isinstance(theirs, Mapping) else None
        made = _structure(cas)
        if made is None or not isinstance(cas, Mapping) or made.id in self._used:
            return None
        return made, cas

    def _is_text(self, made: Structure) -> bool:
        return isinstance(made.features.get("begin"), str)


def kept_structure(one: Structure, **record: str) -> dict[str, Any]:
    """Return a structure as plain values; `told` names the features that our label and note were read from."""
    return (
        {"xmi": one.id, "type": one.type, "features": one.features}
        | ({} if one.is_member else {"alone": True})
        | record
    )


def _structure(one: object) -> Structure | None:
    if not isinstance(one, Mapping):
        return None
    id, type_, features = one.get("xmi"), one.get("type"), one.get("features")
    if type(id) is not int or not isinstance(type_, str) or _TYPE.fullmatch(type_) is None:
        return None
    return Structure(id, type_, _features(features), not one.get("alone"))


def _features(value: object) -> dict[str, Any]:
    """Features by names that XML may have."""
    some = value if isinstance(value, Mapping) else {}
    return {name: said for name, said in some.items() if isinstance(name, str) and _FEATURE.fullmatch(name)}


def _types(value: object) -> Types:
    """The descriptions of types, as far as they are such."""
    some = value if isinstance(value, Mapping) else {}
    return {name: record for name, record in some.items() if _TYPE.fullmatch(str(name)) and _is_type(record)}


def _is_type(record: object) -> bool:
    if not isinstance(record, Mapping) or not isinstance(record.get("super"), str):
        return False
    features = record.get("features")
    return isinstance(features, list) and all(
        isinstance(f, Mapping) and isinstance(f.get("name"), str) and isinstance(f.get("range"), str) for f in features
    )


def _says(made: Structure, feature: object, said: str) -> bool:
    """Put `said` into the feature that says it; a type that says it by its own name can say nothing else."""
    if isinstance(feature, str) and feature:
        made.features[feature] = said
        return True
    return made.type.rpartition(".")[2] == said


def _fits(theirs: Mapping[str, Any], body: str) -> bool:
    raw = theirs.get("sofaString")
    return frozen(raw) == body if isinstance(raw, str) else theirs.get("digest") == fingerprint(body)


def _shifts(body: str, raw: str) -> Sequence[int] | None:
    """Where each character of `body` is in `raw`, which has CR LF where that has LF."""
    if len(body) == len(raw):
        return None
    found, at = [], 0
    for c in body:
        found.append(at)
        at += 2 if c == "\n" and raw.startswith("\r\n", at) else 1
    return [*found, at]


def _number(value: object, default: int) -> int:
    return value if type(value) is int else default
