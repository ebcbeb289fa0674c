"""An article as a source of a REFI-QDA project, its marks as selections, its links as links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.exchange.records import json_text, time_out
from reader.exchange.records.cas import main_ends
from reader.exchange.records.plain_xml import XmlError, tree
from reader.exchange.records.refi import ID, PUBLISHED, SECTIONS, VARIABLES, guid, in_text, tag, xml_of
from reader.exchange.records.refi_words import described, read_description
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import Article
from reader.model.dataset import Document
from reader.model.spans import Span

_NAME = 40  # characters of the words that a selection is called by


@dataclass(slots=True)
class Source:
    """One source: the name of its text in the archive, its XML, the links of it, and what was kept of a project."""

    file: str
    xml: str
    links: list[str] = field(default_factory=list)
    kept: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Selection:
    attributes: dict[str, Any]
    description: str
    codings: list[str]
    rest: list[str]


class Sources:
    """Makes sources one after the other, and knows at the end who marked, which codes and variables there are."""

    def __init__(self) -> None:
        self.users: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.variables: dict[str, str] = {}
        self.strangers: set[str] = set()  # labels that a stranger's project has as codes
        self.project: dict[str, str] = {}
        self.tail = ""
        self._names: set[str] = set()
        self._guids: dict[str, str] = {}  # of marks whose selection has a GUID of a stranger's
        self._pending: list[Relation] = []

    def source(self, document: Document) -> Source:
        """Return a document as a source."""
        article, theirs = document.article, _theirs(document.article.extra)
        record = _mapping(theirs.get("textSource"))
        kept = list(self._kept(theirs))
        id = str(record.get("guid") or guid("", article.id))
        file = f"{id}.txt"
        selections: dict[str, _Selection] = {}
        for mark in document.annotations:
            self._select(mark, document.revision.text, selections)
        orphans = {mark.id for mark in document.orphans}
        links = self._links([r for r in document.relations if not any(m.annotation_id in orphans for m in _ends(r))],
                            {mark.id for mark in document.annotations})  # fmt: skip
        attributes = {"guid": id, "name": self._name(str(record.get("name") or article.title or article.id)), **record,
                      "plainTextPath": f"internal://{file}"}  # fmt: skip
        rest = _mapping(theirs.get("rest"))
        said = str(theirs.get("description") or "\n".join(document.revision.notices))
        inner = [
            _description(said), *map(_selection, selections.values()),
            *_texts(rest.get("Coding")), *_texts(rest.get("NoteRef")),
            *self._variables(article, _mapping(theirs.get("variables"))), *_texts(rest.get("VariableValue")),
        ]  # fmt: skip
        xml = tag("TextSource", attributes, "\n".join(one for one in inner if one))
        return Source(file, xml, [xml for _, xml in links], [*kept, *self._notes(document)])

    def _name(self, wanted: str) -> str:
        """A name that no other source has: QualCoder and others know sources by it."""
        name, number = wanted, 2
        while name in self._names:
            name, number = f"{wanted} ({number})", number + 1
        self._names.add(name)
        return name

    # -- selections -----------------------------------------------------------------------------------------------

    def _select(self, mark: Annotation, text: str, selections: dict[str, _Selection]) -> None:
        theirs = _theirs(mark.extra)
        first = str(_mapping(theirs.get("selection")).get("guid") or guid("", mark.id))
        if first != guid("", mark.id):
            self._guids[mark.id] = first
        for n, span in enumerate(mark.anchor.spans):
            id = first if n == 0 else guid(f"piece {n}", mark.id)
            made = self._made(mark, span, text, id, theirs if n == 0 else {})
            shared = selections.get(id)
            if shared is None:
                selections[id] = made
            elif _place(shared) == _place(made) and shared.description == made.description:
                shared.codings += made.codings  # one selection with several codes
            else:
                own = guid("again", mark.id)
                made.attributes["guid"] = self._guids[mark.id] = own
                selections[own] = made

    def _made(self, mark: Annotation, span: Span, text: str, id: str, theirs: Mapping[str, Any]) -> _Selection:
        given = _mapping(theirs.get("selection"))
        place = {"startPosition": span.start, "endPosition": span.end}
        said = str(theirs.get("description", ""))
        same = theirs and read_description(said) == (mark.note, tuple(mark.tags), dict(mark.attributes))
        return _Selection(
            {**given, **place} if given else {"guid": id, "name": _named(span, text)} | place | self._made_by(mark),
            said if same else described(mark.note, mark.tags, mark.attributes),
            self._codings(mark, id, theirs), list(_texts(theirs.get("rest"))),
        )  # fmt: skip

    def _made_by(self, mark: Annotation) -> dict[str, str]:
        changed = time_out(mark.modified) if mark.modified != mark.created else ""
        return {"creatingUser": self._user(mark.annotator), "creationDateTime": time_out(mark.created),
                "modifiedDateTime": changed}  # fmt: skip

    def _codings(self, mark: Annotation, id: str, theirs: Mapping[str, Any]) -> list[str]:
        if theirs and theirs.get("label") == mark.label:
            if not theirs.get("code"):
                return []
            self.strangers.add(mark.label)
            coding = _mapping(theirs.get("coding"))
            return [tag("Coding", coding, _ref("CodeRef", str(theirs["code"])) + "".join(_texts(theirs.get("notes"))))]
        code = self.codes.setdefault(mark.label, guid("code", mark.label))
        record = {"guid": guid("coding", id + mark.id), "creatingUser": self._user(mark.annotator),
                "creationDateTime": time_out(mark.created)}  # fmt: skip
        return [tag("Coding", record, _ref("CodeRef", code))]

    def _user(self, name: str) -> str:
        return self.users.setdefault(name, guid("user", name)) if name else ""

    # -- links, variables, what is kept ---------------------------------------------------------------------------

    def _links(self, relations: Iterable[Relation], here: set[str]) -> Iterator[tuple[str, str]]:
        for link in relations:
            ends = _ends(link)
            if not ends:
                continue
            if all(m.annotation_id in here for m in ends):
                yield link.id, self._link(link)
            else:
                self._pending.append(link)

    def last_links(self) -> list[str]:
        """Return the links from one source to another, whose ends are all known when every source was made."""
        found, self._pending = [self._link(link) for link in self._pending], []
        return found

    def _link(self, link: Relation) -> str:
        theirs = _theirs(link.extra)
        first, last = _ends(link)
        ends = {"originGUID": self._guid(first.annotation_id), "targetGUID": self._guid(last.annotation_id)}
        given = _mapping(theirs.get("link"))
        record = {"guid": guid("", link.id), "direction": "OneWay", **given, "name": link.kind, **ends}
        notes = _ref("NoteRef", guid("note", link.id)) if link.note else ""
        return tag("Link", record, notes + "".join(_texts(theirs.get("rest"))))

    def _guid(self, mark_id: str) -> str:
        return self._guids.get(mark_id) or guid("", mark_id)

    def _notes(self, document: Document) -> Iterator[tuple[str, str, str]]:
        for link in document.relations:
            if link.note and _ends(link):
                record = {"guid": guid("note", link.id), "name": link.kind, "creatingUser": self._user(link.annotator),
                        "creationDateTime": time_out(link.created)}  # fmt: skip
                content = f"<PlainTextContent>{in_text(link.note)}</PlainTextContent>"
                yield "Notes", record["guid"], tag("Note", record, content)

    def _variables(self, article: Article, theirs: Mapping[str, Any]) -> Iterator[str]:
        facts = {name: str(getattr(article, name)) for name in VARIABLES}
        facts[PUBLISHED] = json_text(article.as_published) if article.as_published else ""
        for name, value in facts.items():
            if value:
                id = str(theirs.get(name) or self.variables.setdefault(name, guid("variable", name)))
                yield tag("VariableValue", {}, _ref("VariableRef", id) + f"<TextValue>{in_text(value)}</TextValue>")

    def _kept(self, theirs: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        project = _mapping(theirs.get("project"))
        self.project = self.project or {str(k): str(v) for k, v in _mapping(project.get("attributes")).items()}
        self.tail = self.tail or "".join(_texts(project.get("tail")))
        for section in SECTIONS:
            for id, xml in _mapping(project.get(section)).items():
                if sound := _sound(str(xml)):
                    yield section, str(id), sound


def _ends(link: Relation) -> tuple[Member, ...]:
    """The two ends that a link of this form has; none where ours has no two such."""
    first, last = main_ends([m.role for m in link.members])
    return (link.members[first], link.members[last]) if last < len(link.members) else ()


def _named(span: Span, text: str) -> str:
    return " ".join(text[span.start : min(span.end, span.start + _NAME)].split())


def _selection(one: _Selection) -> str:
    inner = _description(one.description) + "".join(one.codings) + "".join(one.rest)
    return tag("PlainTextSelection", one.attributes, inner)


def _description(text: str) -> str:
    return f"<Description>{in_text(text)}</Description>" if text else ""


def _place(one: _Selection) -> tuple[Any, Any]:
    return one.attributes["startPosition"], one.attributes["endPosition"]


def _ref(name: str, id: str) -> str:
    return tag(name, {"targetGUID": id})


def _theirs(extra: Mapping[str, Any]) -> Mapping[str, Any]:
    return _mapping(extra.get(ID))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _texts(value: object) -> Iterator[str]:
    """The elements that were kept, as far as they are elements."""
    some = value if isinstance(value, list | tuple) else ()
    yield from (xml for one in some if isinstance(one, str) and (xml := _sound(one)))


def _sound(xml: str) -> str:
    """An element that was kept, written anew; nothing for what is none, whoever put it there."""
    try:
        return xml_of(tree(xml.encode("utf-8", "replace")))
    except XmlError:
        return ""
