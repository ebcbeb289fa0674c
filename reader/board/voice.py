"""Who says what to a claim, where, and through whom: one voice."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.annotations import Annotation

OWN = ""  # the party of words that nobody is said to have said: the outlet's own voice
UNSAID = " "  # the party of words that somebody said of whom nothing was entered yet; no name is a blank


@dataclass(frozen=True, slots=True)
class Voice:
    """One source to one claim, in one article. `key` is who, `party` whom it speaks for: ids, or names as found.

    `chain` are the names from whoever is committed to the outlet. `mark` is the content's, `source` that of the one
    who speaks, `relation` empty for words that are not attributed. `why` says why it can never count, if so, and
    `standing` what a newer capture did to its words (`reader.board.standing`). `known` and `party_known` say whether
    the desk has said who the source, and the party, is (`reader.board.identity`), `recorded` that `key` is the id of
    a source.
    """

    stance: str
    key: str
    name: str
    party: str
    mark: Annotation
    relation: str = ""
    factuality: str = ""
    scope: str = ""
    form: str = ""
    chain: tuple[str, ...] = ()
    why: str = ""
    source: str = ""
    standing: str = ""
    recorded: bool = False
    known: bool = False
    party_known: bool = False
