"""Documents that nobody reads here, by their first bytes."""

from __future__ import annotations

from reader.cleaning.no_pages import kinds
from reader.cleaning.no_pages.kinds import NoPage, Sample

_STARTS = (
    (b"{\\rtf", kinds.RTF),
    (b"%!PS", kinds.POSTSCRIPT),
    (b"\xd0\xcf\x11\xe0", kinds.OLD_OFFICE),
    (b"L\x00\x00\x00\x01\x14\x02\x00", kinds.SHORTCUT),
    (b"BEGIN:VCALENDAR", kinds.CALENDAR),
    (b"BEGIN:VCARD", kinds.CALENDAR),
)


def document(sample: Sample) -> NoPage | None:
    """Return the document that the bytes begin as."""
    data = sample.data
    return next((found for start, found in _STARTS if data.startswith(start)), None)
