"""What a dump says of the paper: its name, in a dateline or beside ©, and the section in a path of links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.cleaning.raw import RawBlock, fold, letters_and_digits
from reader.model.articles import Metadata

DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w .'’/-]{1,40}),?\s*(?:,\s*(?P<site>[\w][\w .&-]{1,30}?)|\((?P<named>[\w .&-]{2,30})\))?"
    r"\s*(?:\([^)]{2,20}\))?\s*[–—-]{1,2}\s+\S"
)
_OWNER = re.compile(
    r"(?:copyright|hak\s+cipta|©|\(c\))\s*(?:©|\(c\)|by\b|oleh\b)?[\s\d–—,-]*(?P<site>[^\W\d][^\d|©.,•·–—]{1,38})", re.I
)
_CLAIM = re.compile(
    r"\s*(?:all\s+rights|alle\s+rechte|tous\s+droits|hak\s+cipta|seluruh|dilindungi|inc|ltd|gmbh|llc)\b.*", re.I
)
_PATH = re.compile(r"\s*[>›»/]\s*")
_HOME = frozenset(
    ("home", "beranda", "startseite", "inicio", "accueil", "start", "hjem", "hem", "index", "news", "berita")
)
_NEAR = 12  # lines round the headline in which the path of links stands
_LONGEST = 120


def with_site_and_section(metadata: Metadata, blocks: Sequence[RawBlock], title: int) -> Metadata:
    """Return the metadata with the paper's name and the section as lines say them; `title` numbers the headline, or is
    -1."""
    site, basis = _site(metadata, blocks)
    if site and site != metadata.site:
        metadata = replace(metadata, site=site, basis={**metadata.basis, "site": basis})
    if letters_and_digits(metadata.byline) == letters_and_digits(metadata.site) != "":
        kept = {part: source for part, source in metadata.basis.items() if part != "byline"}
        metadata = replace(metadata, byline="", basis=kept)
    section = _section(blocks, title) if title >= 0 else ""
    if section and not metadata.section:
        metadata = replace(metadata, section=section, basis={**metadata.basis, "section": "path of links"})
    return metadata


def _site(metadata: Metadata, blocks: Sequence[RawBlock]) -> tuple[str, str]:
    """A dateline that names the site ("JAKARTA, Contoh.id –") gives it better than a title's suffix; else whoever owns
    the page, where that name stands in another line, too."""
    for block in blocks:
        found = None if block.reason else DATELINE.match(block.text)
        if found is not None and found["place"][:2].isupper():
            name = (found["site"] or found["named"] or "").strip()
            suffix = letters_and_digits(metadata.site)
            if name and ("." in name or (suffix and suffix in letters_and_digits(name))):
                return name, "dateline"
            break
    return (metadata.site, "") if metadata.site else (_owner(blocks), "copyright line")


def _owner(blocks: Sequence[RawBlock]) -> str:
    for block in reversed(blocks):
        found = _OWNER.match(block.text) if block.reason and len(block.text) <= _LONGEST else None
        name = _CLAIM.sub("", found["site"]).strip(" -") if found is not None else ""
        known = fold(name)
        if len(known) > 2 and any(known in one.folded for one in blocks if one is not block):
            return name
    return ""


def _section(blocks: Sequence[RawBlock], title: int) -> str:
    headline = blocks[title].folded
    for block in blocks[max(0, title - _NEAR) : title + _NEAR]:
        parts = (
            [part.strip() for part in _PATH.split(block.text)] if len(block.text) <= _LONGEST + len(headline) else []
        )
        if len(parts) < 2 or parts[0].casefold() not in _HOME:
            continue
        named = [part for part in parts[1:] if part and fold(part) not in headline and part.casefold() not in _HOME]
        if named and len(named[-1]) <= 40:
            return named[-1]
    return ""
