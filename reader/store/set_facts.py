"""What is known of a set by a statement each, without reading its documents; see `reader.model.dataset.Facts`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Set
from typing import cast

from reader.model.articles import Revision
from reader.model.claims import ClaimRecord, Source
from reader.model.dataset import Document
from reader.model.pages import Original, Picture
from reader.model.protection import is_protected, searched_names
from reader.model.publisher import PUBLISHER, Publisher, parsed
from reader.model.steps import Step, Touched
from reader.store import claim_rows, fetching, mapping
from reader.store.asking import rows
from reader.store.damaged import moment
from reader.store.documents import documents
from reader.store.set_claims import SetClaims
from reader.store.set_scope import SetScope, plain_cursor

_OF_SET = "FROM article a JOIN annotation m ON m.article_id = a.id"
# Members of relations that touch the set, which are in another article than a mark of the set in the same relation.
_ENDS = (
    "SELECT DISTINCT n.annotation_id FROM relation_member f CROSS JOIN annotation m ON m.id = f.annotation_id"
    " CROSS JOIN article a ON a.id = m.article_id"
    " CROSS JOIN relation_member n ON n.relation_id = f.relation_id"
    " LEFT JOIN annotation o ON o.id = n.annotation_id AND o.article_id = a.id"
    " WHERE o.id IS NULL AND {0}"
)
_PEOPLE = (
    f"SELECT m.annotator {_OF_SET} WHERE {{0}} UNION SELECT l.annotator {_OF_SET}"
    " JOIN relation_member f ON f.annotation_id = m.id JOIN relation l ON l.id = f.relation_id WHERE {0}"
)
# What a mark is about that stands in a link with a mark about one of these.
_SPOKEN_OF = (
    "SELECT DISTINCT c.about FROM annotation s CROSS JOIN relation_member f ON f.annotation_id = s.id"
    " CROSS JOIN relation_member n ON n.relation_id = f.relation_id CROSS JOIN annotation c ON c.id = n.annotation_id"
    " WHERE s.about IN (SELECT value FROM json_each(?)) AND c.about <> ''"
)
_SPOKEN_IN = (
    "SELECT DISTINCT r.original_id FROM annotation s CROSS JOIN article a ON a.id = s.article_id"
    " CROSS JOIN revision r ON r.article_id = a.id WHERE s.about IN (SELECT value FROM json_each(?))"
    " AND r.original_id <> '' AND a.url NOT LIKE 'http://%' AND a.url NOT LIKE 'https://%'"
)
_STEPS = (
    "SELECT c.number, c.name, c.origin, c.at, c.who, json_group_array(json_array(a.id, a.title))"
    " FROM json_each(?) j CROSS JOIN article a ON a.id = j.value"
    " CROSS JOIN change_article t INDEXED BY ix_change_article_state_turn"
    " ON t.article_id = a.id AND t.state = 'done' CROSS JOIN change c ON c.number = t.number"
    " GROUP BY c.number ORDER BY c.number"
)


class SetFacts:
    """The facts of one set, as they are while its transaction is open."""

    def __init__(self, scope: SetScope) -> None:
        self._scope, self._connection = scope, scope.connection

    def claims(self) -> Iterator[ClaimRecord]:
        """Yield the claims, sources, evidence and reviews of the set, each once."""
        return SetClaims(self._scope).every()

    def protected(self) -> dict[str, int]:
        """Return the protected sources of the library by id, numbered from 1 in the order in which they were made."""
        return {source.id: number for number, source in enumerate(self._protected(), 1)}

    def protected_names(self) -> frozenset[str]:
        """Return their names, folded, as they are looked for in other words."""
        return frozenset(name for source in self._protected() for name in searched_names(source))

    def _protected(self) -> Iterator[Source]:
        read = claim_rows.claim_record_reader("source")
        for (told,) in plain_cursor(self._connection).execute("SELECT told FROM source ORDER BY number"):
            source = read({"told": told})
            if isinstance(source, Source) and is_protected(source):
                yield source

    def protected_claims(self) -> frozenset[str]:
        """Return the claims that a protected source of the library speaks about."""
        ids = [source.id for source in self._protected()]
        return self._ids(_SPOKEN_OF, _listed(frozenset(ids))) if ids else frozenset()

    def protected_files(self) -> frozenset[str]:
        """Return the originals, of articles that are no pages of the web, in which a protected source speaks."""
        ids = [source.id for source in self._protected()]
        return self._ids(_SPOKEN_IN, _listed(frozenset(ids))) if ids else frozenset()

    def publisher(self) -> Publisher:
        """Return who publishes the library's reviews, and how they are rated."""
        found = plain_cursor(self._connection).execute("SELECT value FROM setting WHERE key = ?", (PUBLISHER,))
        return parsed("".join(value for (value,) in found))

    def steps(self, article_ids: Collection[str]) -> Iterator[Step]:
        """Yield the changes that were made to these articles and stand, oldest first; of each, these articles alone."""
        for row in plain_cursor(self._connection).execute(_STEPS, (_listed(frozenset(article_ids)),)):
            number, name, origin, at, who, touched = row
            of = tuple(Touched(id, title) for id, title in sorted(json.loads(touched)))
            yield Step(number, name, origin, moment(at), who, articles=of, count=len(of))

    def people(self) -> tuple[str, ...]:
        """Return the names of who marked and linked in the set, sorted."""
        asked = (self._scope.asked, self._scope.asked)
        return tuple(sorted(self._ids(_PEOPLE.format(self._scope.is_in), *asked) - {""}))

    def revisions(self, article_id: str) -> Iterator[Revision]:
        """Yield every text that an article has had, oldest first."""
        wanted = "SELECT * FROM revision WHERE article_id = ? AND present = 1 ORDER BY number"
        return (mapping.revision_of(row) for row in rows(self._connection, wanted, (article_id,)))

    def original(self, id: str) -> Original:
        """Return the bytes that a text came from. Raises `NotFoundError`."""
        return cast(Original, fetching.fetch_one(self._connection, "original", id))

    def picture(self, id: str) -> Picture:
        """Return a stored picture. Raises `NotFoundError`."""
        return cast(Picture, fetching.fetch_one(self._connection, "picture", id))

    def missing(self) -> frozenset[str]:
        """Return the marks that links of the set speak of and that are not in it."""
        if self._scope.is_whole:  # what is in no set stands in the trash
            trashed = "a.state = 'trashed'"
            wanted = f"SELECT m.id {_OF_SET} JOIN relation_member f ON f.annotation_id = m.id WHERE {trashed}"
            return self._ids(wanted)
        ends = self.elsewhere()
        wanted = f"SELECT m.id {_OF_SET} WHERE {self._scope.is_in} AND m.id IN (SELECT value FROM json_each(?))"
        return ends - self._ids(wanted, self._scope.asked, _listed(ends)) if ends else ends

    def elsewhere(self) -> frozenset[str]:
        """Return the marks that links of the set speak of from another article."""
        return self._ids(_ENDS.format(self._scope.is_in), self._scope.asked)

    def counts(self) -> dict[str, int]:
        """Return how many marks of the set carry each label."""
        wanted = f"SELECT m.label, count(*) {_OF_SET} WHERE {self._scope.is_in} GROUP BY m.label"
        return dict(plain_cursor(self._connection).execute(wanted, (self._scope.asked,)).fetchall())

    def documents_with(self, marks: frozenset[str]) -> Iterator[Document]:
        """Yield the documents of the set that hold any of these marks."""
        wanted = (
            f"SELECT DISTINCT a.id {_OF_SET} WHERE {self._scope.is_in} AND m.id IN (SELECT value FROM json_each(?))"
        )
        return documents(self._connection, sorted(self._ids(wanted, self._scope.asked, _listed(marks))))

    def _ids(self, wanted: str, *asked: str) -> frozenset[str]:
        return frozenset(id for (id,) in plain_cursor(self._connection).execute(wanted, asked))


def _listed(ids: Set[str]) -> str:
    return json.dumps(sorted(ids))
