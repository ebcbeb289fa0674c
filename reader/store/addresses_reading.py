"""Which articles lie at some addresses: looked up in the index of addresses, never among all articles."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reader.store.connections import Connected

MOST = 2000  # addresses that are looked at; of a site that tells its pages apart by a query there may be many
# The ranges are walked in their order, each by the index.
WITHIN = (
    "SELECT a.number, a.id, a.url FROM json_each(?) wanted CROSS JOIN article a INDEXED BY ix_article_url"
    " ON a.url >= json_extract(wanted.value, '$[0]') AND a.url < json_extract(wanted.value, '$[1]')"
    " WHERE a.state <> 'trashed' LIMIT ?"
)


class AddressesReading(Connected):
    """The part of `Library` that finds articles by ranges of addresses."""

    def at_addresses(self, ranges: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Return ids and addresses of the articles in these ranges, at most `MOST`, the first that was added first; not
        of those in the trash."""
        with self._reading() as connection:
            found = connection.execute(WITHIN, (json.dumps(list(ranges)), MOST))
            return [(id, url) for _, id, url in sorted({(number, id, url) for number, id, url in found})]
