"""A batch of `tilik annotate`: marks, claims, sources, attributions, links, evidence, reviews, one JSON object a line.

`op` says what a line makes (a mark when it is missing). `ref` is a name by which later lines of the batch can speak of
it; elsewhere such a name is an id of the library.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reader import edits
from reader.commands.requests import (
    Request,
    RequestError,
    Texts,
    label_of,
    request_of,
    spans_of,
    tags_of,
    text_of,
)
from reader.edits import attribution, claims
from reader.errors import LinkError
from reader.inputs import why_no_file
from reader.model.annotations import Annotation, Member, Relation
from reader.model.claims import KINDS, Claim, Sentence, Source
from reader.model.labels import DETAILS
from reader.model.pages import Original
from reader.model.stamps import new_id, now
from reader.system_reasons import reason_of

if TYPE_CHECKING:
    from reader.store import Library

Made = tuple[edits.Edit, str]  # and the id of what it makes
NOT_FIELDS = frozenset({"op", "ref", "article", "label", "annotator", "tags", "tag"})


class Batch:
    """Carries out one request after another; each is durable when `carry_out` returns."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._texts = Texts(library)
        self._refs: dict[str, str] = {}
        self._ops: dict[str, Callable[[Request], Made]] = {
            "mark": self._mark, "claim": self._claim, "source": self._source, "attribution": self._attribution,
            "link": self._link, "evidence": self._evidence, "review": self._review,
        }  # fmt: skip

    def line(self, line: bytes, options: argparse.Namespace) -> tuple[str, str, str]:
        """Return the kind, the id and the reference of what a line of JSON made. Raises a `TilikError` and makes
        nothing."""
        return self.carry_out(request_of(line, options))

    def carry_out(self, request: Request) -> tuple[str, str, str]:
        """Return as `line`, of a request that was read."""
        op, ref = text_of(request, "op", "mark"), text_of(request, "ref", "")
        if op not in self._ops:
            raise RequestError("op is {0}, none of {1}", f"{op!r:.60}", ", ".join(self._ops))
        edit, id = self._ops[op](request)
        self._library.apply(edit)
        if ref:
            self._refs[ref] = id
        return op, id, ref

    # -- what a request speaks of

    def _id(self, name: object) -> str:
        if not isinstance(name, str) or not name:
            raise RequestError("not the name of anything: {0}", f"{name!r:.60}")
        return self._refs.get(name, name)

    def _marks(self, request: Request, field: str) -> list[Annotation]:
        names = request.get(field) or []
        if not isinstance(names, list):
            raise RequestError("{0} is not a list: {1}", field, f"{names!r:.60}")
        return [self._library.annotation(self._id(name)) for name in names]

    def _known(self, kind: str, name: object) -> Claim | Source:
        id = self._id(name)
        found = self._library.of_kind(kind, [id]).get(id)
        if found is None:
            raise LinkError("there is no {0} {1} in this library", kind, f"{name!r:.60}")
        return cast("Claim | Source", found)

    def _relation(self, name: object) -> Relation:
        id = self._id(name)
        found = self._library.relations_by_id([id])
        if not found:
            raise LinkError("there is no relation {0} in this library", f"{name!r:.60}")
        return found[0]

    # -- what a request makes

    def _mark(self, request: Request) -> Made:
        revision = self._texts.of(text_of(request, "article"))
        label = label_of((*self._library.labels(), *DETAILS), text_of(request, "label"))
        annotator, note = text_of(request, "annotator", ""), text_of(request, "note", "")
        made = edits.annotate(revision, spans_of(revision, request), label, annotator, note=note, tags=tags_of(request))
        mark = cast(Annotation, made.swaps[0].after)
        if not request.get("about"):
            return made, mark.id
        known = self._known("source" if label.id in ("source", "via") else "claim", request["about"])
        about = claims.assign([mark], known).swaps[0].after
        return edits.Edit(made.name, (edits.Swap(None, about),)), mark.id

    def _claim(self, request: Request) -> Made:
        id = new_id()
        return claims.new_claim(
            [], text_of(request, "text"), text_of(request, "annotator", ""), id=id, fields=_fields(request, "claim")
        ), id

    def _source(self, request: Request) -> Made:
        id, fields = new_id(), _fields(request, "source")
        if fields.get("party"):
            fields["party"] = self._known("source", fields["party"]).id
        name, annotator = text_of(request, "name"), text_of(request, "annotator", "")
        return claims.new_source([], name, annotator, id=id, fields=fields), id

    def _attribution(self, request: Request) -> Made:
        id = new_id()
        within = self._relation(request["within"]).id if request.get("within") else ""
        content, source, cue, via, time = (
            self._marks(request, role) for role in ("content", "source", "cue", "via", "time")
        )
        return attribution.attribute(
            content, source=source, cue=cue, via=via, time=time, attributes=_attributes(request), within=within,
            annotator=text_of(request, "annotator", ""), id=id,
        ), id  # fmt: skip

    def _link(self, request: Request) -> Made:
        members = request.get("members")
        if not isinstance(members, list) or not all(isinstance(m, list) and len(m) == 2 for m in members):
            raise RequestError("members is not a list of [role, mark]: {0}", f"{members!r:.60}")
        ends = tuple(Member(str(role), self._library.annotation(self._id(mark)).id) for role, mark in members)
        if len({m.annotation_id for m in ends}) < 2:
            raise LinkError("a link joins at least two marks")
        kind, note = text_of(request, "kind"), text_of(request, "note", "")
        made = Relation(new_id(), kind, ends, now(), note, annotator=text_of(request, "annotator", ""))
        return edits.Edit("Link marks", (edits.Swap(None, made),)), made.id

    def _evidence(self, request: Request) -> Made:
        id, claim = new_id(), cast(Claim, self._known("claim", request.get("claim")))
        title, excerpt, grade, note, by = (
            text_of(request, name, "") for name in ("title", "excerpt", "grade", "note", "annotator")
        )
        bearing, target = text_of(request, "bearing"), self._target(request)
        return claims.add_evidence(
            claim, bearing, target, title=title, excerpt=excerpt, grade=grade, note=note, annotator=by, id=id
        ), id

    def _target(self, request: Request) -> str | Annotation | Original:
        given = [name for name in ("address", "file", "mark") if request.get(name)]
        if len(given) != 1:
            raise RequestError("evidence needs one of address, file and mark")
        if given[0] == "mark":
            return self._library.annotation(self._id(request["mark"]))
        named = text_of(request, given[0])
        return named if given[0] == "address" else _file(Path(named))

    def _review(self, request: Request) -> Made:
        id, claim = new_id(), cast(Claim, self._known("claim", request.get("claim")))
        fields = _fields(request, "review", "claim", "justification")
        sentences = [self._sentence(values) for values in request.get("justification") or ()]
        return claims.add_review(claim, fields, sentences, id=id), id

    def _sentence(self, sentence: object) -> Sentence:
        if isinstance(sentence, str):
            return Sentence(sentence)
        if not isinstance(sentence, list) or len(sentence) != 2 or not isinstance(sentence[0], str):
            raise RequestError("justification is not a list of sentences: {0}", f"{sentence!r:.60}")
        return Sentence(sentence[0], tuple(self._id(name) for name in sentence[1]))


def _fields(request: Request, kind: str, *other: str) -> dict[str, Any]:
    """What the request says of the thing's own fields; an unknown one is an error."""
    own = set(KINDS[kind].__slots__) - {"id", "created", "modified", "annotator", "extra", "related"}
    values = {name: value for name, value in request.items() if name not in NOT_FIELDS | {"text", "name", *other}}
    if unknown := sorted(set(values) - own):
        raise RequestError("a {0} has no {1}", kind, ", ".join(unknown))
    return {
        name: _texts(name, value) if name == "aliases" else text_of(values, name, "") for name, value in values.items()
    }


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise RequestError("{0} is not a list of texts: {1}", name, f"{value!r:.60}")
    return tuple(value)


def _attributes(request: Request) -> Mapping[str, str]:
    values = request.get("attributes") or {}
    if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values()):
        raise RequestError("attributes is not an object of texts: {0}", f"{values!r:.60}")
    return values


def _file(path: Path) -> Original:
    import mimetypes

    if why := why_no_file(path):
        raise RequestError("{0}", why)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RequestError("{0}: {1}", path, reason_of(error)) from error
    return Original.of(data, mimetypes.guess_type(path.name)[0] or "application/octet-stream", path.name)
