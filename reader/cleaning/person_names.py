"""Who is named in a byline: persons, without the paper, their role, their town, ids and addresses behind the names."""

from __future__ import annotations

import re

from reader.cleaning.raw import letters_and_digits

_APART = re.compile(r"\s+[-–—|•·»/]+\s+|\s*[|•·»]\s*|\s*[–—]\s*|\s*,\s*|\s*;\s*")
_SAFE = re.compile(r"\s+[-–—|•·»/]+\s+|\s*[|•·»]\s*|\s*[–—]\s*")
_BRACKETS = re.compile(r"\s*[(\[<](?!\s*(?:avec|with|bersama|mit|con)\b)[^()\[\]<>]{0,80}[)\]>]\s*", re.I)
_DAY = re.compile(
    r"(?:\b(?:on|at|am|pada)\s+)?\b(?:[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\.?\s+[^\W\d_]{3,9}\.?,?\s+\d{4}|"
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})\b(?:[\s,|]*\d{1,2}[.:]\d{2}(?:\s*(?:am|pm|wib|wita|wit))?)?",
    re.I,
)
_CODE = re.compile(r"[A-Z]{2,8}")
_ADDRESS = re.compile(r"\S+@\S+|@\w+|(?:https?:|www\.)\S+|\b\w+\.(?:com|co\.id|id|net|org|co|news)\b", re.I)
_ID = re.compile(r"(?:id|nip|kode|no\.?)?\s*[:#]?\s*\d[\d.\-/]*|[a-z]{2,5}\d+", re.I)
_ROLE_WORD = (
    r"reporters?|editors?|writers?|correspondents?|journalists?|columnists?|contributors?|producers?|photographers?|"
    r"authors?|bureau|desk|staff|newsroom|team|redaksi|redaktur|wartawan|jurnalis|penulis|pewarta|kontributor|reporter|"
    r"penyunting|koresponden|fotografer|tim|redakteur(?:in)?|korrespondent(?:in)?|journaliste|rédacteur|rédactrice|"
    r"redactora?|periodista|corresponsal|giornalista|redazione|redactie|verslaggever"
)
_ROLE = re.compile(
    rf"(?:(?:[\w'’&.]+\s+){{0,4}}(?:{_ROLE_WORD})(?:\s+(?:at|for|of|in|on|di|untuk|bidang|at\s+large|chief|politik|ekonomi|"
    rf"senior|muda|[\w'’&.]+)){{0,4}})",
    re.I,
)
_ROLE_BEFORE = re.compile(
    rf"(?:{_ROLE_WORD})\s*:\s*|(?:reporter|wartawan|jurnalis|penulis|pewarta|kontributor|staff\s+writer)s?\s+(?=(?-i:[A-Z]))",
    re.I,
)
_EDITED = re.compile(r"(?:sub-?editor|editor|penyunting|redaktur|copy\s*editor|edited\s+by|foto|photos?)\s*:", re.I)
_TOWN = re.compile(r"(?<=\w)\s+(?:in|di)\s+(?-i:[A-Z])[\w .'’-]{1,40}$", re.I)
_AGENCY = re.compile(
    r"(?:the\s+)?(?:afp|ap|associated\s+press|agence\s+france-presse|reuters|antara(?:news)?|dpa|upi|bloomberg|ansa|efe|"
    r"xinhua|tass|pa\s+media|kyodo|bernama|agencies|news\s+agencies)",
    re.I,
)


def persons(byline: str, site: str) -> str:
    """Return the names of a byline, joined as they were; the byline itself when nothing in it is a person's name."""
    line = _BRACKETS.sub(" ", _ADDRESS.sub(" ", _DAY.sub(" ", byline))).strip(" .,;|·•-–—:/")
    pieces = [piece for piece in _APART.split(line) if piece]
    kept = [piece for piece in pieces if not _is_other(piece, site)]
    if not kept:
        return line or byline
    if len(kept) > 1 and not all(_CODE.fullmatch(piece) for piece in kept):
        kept = [piece for piece in kept if _CODE.fullmatch(piece) is None]  # a channel by its letters
    if _SAFE.search(line) and any(" " in piece.strip() for piece in kept):
        kept = [piece for piece in kept if " " in piece.strip() or not piece.isascii()]  # one word there is an outlet
    if len(kept) == len(pieces) and not _SAFE.search(line) and len(pieces) > 1:
        return line
    names = [name for piece in kept if (name := _bare(piece))]
    return ", ".join(dict.fromkeys(names)) or byline


_BESIDE = re.compile(r"[,;|/•·()\[\]]|\s[-–—]\s|\b(?:and|dan|with|mit|avec|by)\b")


def agency_in(byline: str) -> str:
    """Return the news agency that a byline names; empty for none."""
    pieces = [piece.strip(" .") for piece in _BESIDE.split(byline)]
    return next((piece for piece in pieces if _AGENCY.fullmatch(piece)), "")


def _bare(name: str) -> str:
    """A name without the role that stands before it, and without an id behind it."""
    found = _ROLE_BEFORE.match(name)
    name = name[found.end() :] if found is not None else name
    name = _TOWN.sub("", name) if len(_TOWN.sub("", name).split()) > 1 else name
    return " ".join(re.sub(r"\s+\d+$", "", name).split()).strip(" .,;|·•-–—:/")


def _is_other(piece: str, site: str) -> bool:
    """The paper, a role, an id: whatever is no person's name."""
    letters, known = letters_and_digits(piece), letters_and_digits(site)
    if not letters or _ID.fullmatch(piece.strip()) or _AGENCY.fullmatch(piece.strip()) or _EDITED.match(piece):
        return True
    if len(known) > 2 and (letters == known or (len(letters) > 3 and (letters in known or known in letters))):
        return True
    return _ROLE.fullmatch(piece.strip()) is not None and _ROLE_BEFORE.match(piece.strip()) is None
