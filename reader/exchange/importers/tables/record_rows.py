"""Rows of claims, evidence and sources to records, and of the ends of attributions to links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reader.edits.attribution import implied_stance
from reader.exchange.importers.tables.cells import split_members, split_tags
from reader.exchange.records.fields import made_id
from reader.exchange.records.plain_values import json_text, time_out
from reader.exchange.records.sheets import ATTRIBUTES
from reader.foreign_json import JsonError, parsed
from reader.model.claims import Claim, Evidence, Source
from reader.model.codec import description
from reader.model.stamps import now
from reader.model.vocabulary import SILENT

Record = dict[str, Any]
_REVIEW = {
    "verdict": "verdict", "rating": "rating", "status": "status", "reviewer": "reviewer", "date": "date",
    "address": "address", "strategy": "strategy", "review_note": "note", "review_extra": "extra",
    "review_created": "created", "review_modified": "modified",
}  # fmt: skip
_OF_CLAIMS = frozenset(f.name for f in description(Claim)) - {"related", "address"}
_OF_EVIDENCE = frozenset(f.name for f in description(Evidence)) - {"target"}
_OF_SOURCES = frozenset(f.name for f in description(Source)) - {"aliases"}


class RecordRows:
    """Makes records of rows; remembers what claims are called, so that a new row may name one."""

    def __init__(self) -> None:
        self._claims: dict[str, str] = {}
        self._seen: set[str] = set()
        self._new: dict[str, int] = {}

    # -- claims --------------------------------------------------------------------------------------------------------

    def claim(self, said: Mapping[str, Any]) -> Iterator[tuple[str, Record]]:
        """Yield the claim of a row, unless an earlier row has it, and its verdict, each with the name of its list."""
        text = str(said.get("text") or "")
        id = str(said.get("id") or "") or (self._made("claim", text) if text else "")
        if not id:
            return
        self._claims.setdefault(" ".join(text.split()).casefold(), id)
        if id not in self._seen and (text or not said.get("review_id")):
            record = {name: said[name] for name in _OF_CLAIMS & said.keys()} | {"id": id}
            related = _json(said.get("related"))
            if isinstance(related, list):
                record["related"] = [{"kind": one[0], "claim_id": one[1]} for one in related if _is_pair(one)]
            elif said.get("related") == "":
                record["related"] = []
            yield "claims", _dated(record)
        self._seen.add(id)
        if review := self._review(said, id):
            yield "reviews", _dated(review)

    def _review(self, said: Mapping[str, Any], claim_id: str) -> Record | None:
        given = {field: said[key] for key, field in _REVIEW.items() if key in said}
        if not given.get("status"):
            given.pop("status", None)
        id = str(said.get("review_id") or "")
        words = [v for name, v in given.items() if name not in ("extra", "created", "modified")]
        if not id and not any(words) and not said.get("justification"):
            return None
        sentences = _sentences(said)
        return {
            **given, "id": id or self._made("review", claim_id), "claim_id": claim_id,
            **({"justification": sentences} if sentences is not None else {}),
        }  # fmt: skip

    def _made(self, kind: str, words: str) -> str:
        """An id that follows from what a new row says."""
        nth = self._new[f"{kind}\n{words}"] = self._new.get(f"{kind}\n{words}", 0) + 1
        return made_id("row", kind, words, str(nth))

    # -- evidence and sources ------------------------------------------------------------------------------------------

    def evidence(self, said: Mapping[str, Any]) -> Record | None:
        """Return a piece of evidence; None for a new row that does not say of which claim, or where it is."""
        record = {name: said[name] for name in _OF_EVIDENCE & said.keys()}
        address, target = str(said.get("address") or ""), str(said.get("target") or "")
        if not record.get("id"):
            claim = self._claims.get(" ".join(str(said.get("claim") or "").split()).casefold(), "")
            if not claim or not address:
                return None
            new = {"id": self._made("evidence", f"{claim}\n{address}"), "claim_id": claim, "form": "address"}
            record |= {**new, "bearing": record.get("bearing") or "context"}
        form = record.get("form")
        return _dated({**record, "target": address if form == "address" and "address" in said else target}, "created")

    def source(self, said: Mapping[str, Any]) -> Record | None:
        """Return a source; None for a row without a name."""
        record = {name: said[name] for name in _OF_SOURCES & said.keys()}
        if "aliases" in said:
            record["aliases"] = split_tags(str(said["aliases"]))
        if not record.get("name"):
            return None
        record["id"] = record.get("id") or self._made("source", str(record["name"]))
        return _dated(record)


def _dated(record: Record, *names: str) -> Record:
    """A record with its times: those of a new row are now."""
    at = time_out(now())
    for name in names or ("created", "modified"):
        if not record.get(name):
            record[name] = at
    return record


def _json(value: object) -> object:
    try:
        return parsed(value) if isinstance(value, str) and value else None
    except JsonError:
        return None


def _is_pair(one: object) -> bool:
    return isinstance(one, list) and len(one) == 2


def _sentences(said: Mapping[str, Any]) -> list[Record] | None:
    """The reasons of a verdict, a line each; one that was there before keeps what it rests on."""
    if "justification" not in said:
        return None
    before = _json(said.get("cites"))
    pairs = [one for one in before if _is_pair(one)] if isinstance(before, list) else []
    words = str(said["justification"]).replace("\r\n", "\n")
    if words == "\n".join(str(one[0]) for one in pairs):
        return [{"text": one[0], "cites": one[1]} for one in pairs]
    cites = {str(one[0]).strip(): one[1] for one in pairs}
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    return [{"text": line, "cites": cites.get(line, [])} for line in lines]


# -- links -------------------------------------------------------------------------------------------------------------


def side_record(said: Mapping[str, Any], answer: str | None) -> Record | None:
    """Return an attribution; `answer` is what the sheet of the right of reply says otherwise. None for a new row."""
    members = split_members(str(said.get("members") or ""))
    if not said.get("id") or not members:
        return None
    record = _link(said, "attributed_to", members)
    kept = _json(said.get("attributes"))
    if isinstance(kept, dict) or said.get("attributes") == "":
        record["attributes"] = json_text(_attributes(dict(kept) if isinstance(kept, dict) else {}, said, answer))
    return record


def _attributes(kept: Record, said: Mapping[str, Any], answer: str | None) -> Record:
    before = kept.get("response_form", "")
    for name in ATTRIBUTES:
        if name in said and name != "stance" and said[name] != kept.get(name, ""):
            kept[name] = said[name]
    if answer is not None:
        kept["response_form"] = answer
    form, stance = kept.get("response_form", ""), said.get("stance")
    if stance is not None and stance != said.get("stance_written"):
        if stance == SILENT:
            form = kept["response_form"] = SILENT
        kept["stance"] = "" if stance == SILENT else stance
        if form and implied_stance(form) != stance:  # the form of an answer would decide
            kept["response_form"] = ""
    elif form and form != before:
        kept["stance"] = "" if form == SILENT else implied_stance(form)
    return {name: value for name, value in kept.items() if value != "" or name not in ATTRIBUTES}


def link_record(said: Mapping[str, Any]) -> Record | None:
    """Return another link; None for a new row."""
    members = split_members(str(said.get("members") or ""))
    if not said.get("id") or not said.get("type") or not members:
        return None
    record = _link(said, str(said["type"]), members)
    return record | {"attributes": said["attributes"]} if "attributes" in said else record


def _link(said: Mapping[str, Any], kind: str, members: list[dict[str, str]]) -> Record:
    kept = {name: said[name] for name in ("id", "note", "annotator", "created", "within") if name in said}
    return {**kept, "type": kind, "members": members}
