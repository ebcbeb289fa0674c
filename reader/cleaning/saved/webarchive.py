"""Safari's `.webarchive`: a property list with the page, its frames and its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from reader.cleaning.property_list import BrokenListError, property_list
from reader.cleaning.saved import moments
from reader.cleaning.saved.opened import Opened
from reader.cleaning.saved.parts import MOST_PARTS, Part, Parts
from reader.cleaning.saved.signs import Told
from reader.errors import CleaningError
from reader.model.pages import Page

_DEEPEST = 5  # frames within frames


def open_webarchive(page: Page) -> Opened:
    """Return the page in a web archive of Safari's. Raises `CleaningError` for a broken one."""
    try:
        found = property_list(page.data)
    except BrokenListError as error:
        raise CleaningError("{0}: this web archive is broken ({1})", page.address, str(error)) from error
    resources = list(islice(_resources(found, 0), MOST_PARTS + 1))
    main = _part(found.get("WebMainResource")) if isinstance(found, dict) else None
    if main is None or len(resources) > MOST_PARTS:
        raise CleaningError("{0}: no page of text is in this web archive", page.address)
    told = Told(main.address, _newest(found), "Safari")
    inner = replace(
        page, data=main.read() or b"", media_type=main.media_type or "text/html", encoding=main.charset,
        url=page.url or main.address, beside=(),
    )  # fmt: skip
    return Opened(inner, Parts.of([main, *resources]), main, "", told)


def _resources(archive: Any, depth: int) -> Iterator[Part]:
    """The pictures of the page, the documents of its frames, and theirs."""
    if not isinstance(archive, dict) or depth > _DEEPEST:
        return
    for one in _list(archive.get("WebSubresources")):
        if (part := _part(one)) is not None:
            yield part
    for frame in _list(archive.get("WebSubframeArchives")):
        if isinstance(frame, dict) and (part := _part(frame.get("WebMainResource"))) is not None:
            yield part
        yield from _resources(frame, depth + 1)


def _list(value: Any) -> list[Any]:
    return value[:MOST_PARTS] if isinstance(value, list) else []


def _part(resource: Any) -> Part | None:
    if not isinstance(resource, dict) or not isinstance(resource.get("WebResourceData"), bytes):
        return None
    data: bytes = resource["WebResourceData"]
    url, kind, charset = (
        value if isinstance(value := resource.get(f"WebResource{name}"), str) else ""
        for name in ("URL", "MIMEType", "TextEncodingName")
    )
    return Part((url,) if url else (), kind.casefold(), lambda: data, charset)


def _newest(archive: Any) -> datetime | None:
    """The time of the last answer of the servers, which came while the page was loaded; no other time is kept."""
    found = [
        time
        for one in _list(archive.get("WebSubresources"))
        if isinstance(one, dict) and (time := _answered(one.get("WebResourceResponse"))) is not None
    ]
    return max(found, default=None)


def _answered(response: Any) -> datetime | None:
    """The header `Date` among the objects of an archived answer, which is a property list itself."""
    if not isinstance(response, bytes):
        return None
    try:
        objects = property_list(response)["$objects"]
        for one in objects:
            if not isinstance(one, dict) or "NS.keys" not in one:
                continue
            names = [objects[key.data] for key in one["NS.keys"]]
            if "Date" in names:
                return moments.moment(str(objects[one["NS.objects"][names.index("Date")].data]))
    except (BrokenListError, KeyError, IndexError, TypeError, AttributeError):
        return None
    return None
