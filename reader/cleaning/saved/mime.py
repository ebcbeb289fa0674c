"""Pages saved as one MIME file (MHTML: `.mht`, `.mhtml`), and mails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message as Mail
from html import escape

from reader.cleaning.saved import moments
from reader.cleaning.saved.opened import Opened
from reader.cleaning.saved.parts import MOST_PARTS, Part, Parts
from reader.cleaning.saved.signs import Told
from reader.errors import CleaningError
from reader.model.pages import Page

_TITLE = re.compile(rb"<title[\s>]", re.I)
_LOCATIONS = ("Snapshot-Content-Location", "Content-Location")
_PAGES = ("text/html", "application/xhtml+xml")


def open_mime(page: Page) -> Opened:
    """Return the page in a MIME file. Raises `CleaningError` when there is no text in it, or far too much of it."""
    try:
        mail = message_from_bytes(page.data)
        bodies = list(_bodies(mail))
    except (MessageError, RecursionError, LookupError, ValueError) as error:
        raise CleaningError("{0}: this MIME file is broken ({1})", page.address, type(error).__name__) from error
    if len(bodies) > MOST_PARTS:
        raise CleaningError("{0}: more than {1} parts are in this file; it was given up", page.address, MOST_PARTS)
    read = [(_part(body), body) for body in bodies]
    main = _main(mail, [part for part, _ in read])
    if main is None:
        raise CleaningError("{0}: no page of text is in this MIME file", page.address)
    told = Told(_on_web(mail) or main.address, _date(mail), "MIME date")
    data = _with_title(main.read() or b"", _subject(mail)) if main.media_type in _PAGES else main.read() or b""
    inner = replace(
        page, data=data, media_type=main.media_type, encoding=main.charset, url=page.url or told.url, beside=()
    )
    return Opened(inner, Parts.of(part for part, _ in read), main, "", told)


def _bodies(mail: Mail) -> Iterator[Mail]:
    """What is no box of others; of what says the same twice, in plain words and as a page, the page."""
    if mail.get_content_type() == "multipart/alternative" and mail.is_multipart():
        inner = [body for part in mail.get_payload() if isinstance(part, Mail) for body in _bodies(part)]
        rich = any(body.get_content_type() in _PAGES for body in inner)
        yield from (body for body in inner if not rich or body.get_content_type() != "text/plain")
    elif mail.is_multipart():
        for part in mail.get_payload():
            if isinstance(part, Mail):
                yield from _bodies(part)
    else:
        yield mail


def _part(body: Mail) -> Part:
    location = " ".join(str(body.get("Content-Location", "")).split())
    id = str(body.get("Content-ID", "")).strip().strip("<>")
    names = tuple(name for name in (location, location.replace(" ", ""), f"cid:{id}" if id else "") if name)
    return Part(names, body.get_content_type(), lambda: _bytes(body), body.get_content_charset("") or "")


def _bytes(body: Mail) -> bytes | None:
    try:
        data = body.get_payload(decode=True)
    except (ValueError, LookupError):  # what is called base64 and is none
        return None
    return data if isinstance(data, bytes) else None


def _main(mail: Mail, parts: list[Part]) -> Part | None:
    """The part that the file calls its start, that has the file's own address, or the first page in it."""
    start = mail.get_param("start", "")
    names = {f"cid:{str(start).strip('<>')}", *(str(mail.get(name, "")).strip() for name in _LOCATIONS)} - {""}
    texts = [part for part in parts if part.is_text]
    named = [part for part in texts if names & set(part.names)]
    pages = [part for part in texts if part.media_type in _PAGES]
    return next(iter([*named, *pages, *texts]), None)


def _on_web(mail: Mail) -> str:
    values = ("".join(str(mail.get(name, "")).split()) for name in _LOCATIONS)
    return next((value for value in values if value.casefold().startswith(("http://", "https://"))), "")


def _date(mail: Mail) -> datetime | None:
    return moments.moment(str(mail.get("Date", "")))


def _subject(mail: Mail) -> str:
    try:
        return " ".join(str(make_header(decode_header(str(mail.get("Subject", ""))))).split())
    except (HeaderParseError, LookupError, ValueError):
        return ""


def _with_title(data: bytes, subject: str) -> bytes:
    """A page without a title has that of its mail. In ASCII, since the page may be in any charset."""
    if not subject or _TITLE.search(data) is not None:
        return data
    return f"<title>{escape(subject)}</title>".encode("ascii", "xmlcharrefreplace") + data
