"""Copies in web archives (the Internet Archive and those that write addresses as it does): the page's own address, the
time of the copy, and the page without what the archive has put into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from reader.cleaning.saved import moments

ARCHIVE = "web archive"
_COPY = re.compile(
    r"https?://(?:(?:[\w-]+\.)*archive\.org/web|archive\.(?:today|ph|is|li|vn|md|fo)|[\w.:-]+(?:/[\w.-]+){0,2})"
    r"/(\d{14}|(?<=archive\.org/web/)\d{4,13})(?:[a-z]{2}_|\*)?/(https?:/{1,2}[^\s\"'<>]+)",
    re.I,
)
_BAR, _BAR_END = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"
_WOMBAT = re.compile(r"__wm\.wombat\(\s*[\"'](https?://[^\"'\s]+)[\"']\s*,\s*[\"'](\d{14})[\"']")
_NAMED = re.compile(
    r"<(?:link|meta)\b(?=[^<>]*(?:canonical|bookmark|og:url))[^<>]*(?:href|content)=[\"']([^\"'<>]+)", re.I
)
_TAG = re.compile(r"<[^<>!]+>")
_HEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Copy:
    """The address that was copied, when, and the stamp by which the archive writes that."""

    url: str
    stamp: str

    @property
    def moment(self) -> datetime | None:
        return moments.of_digits(self.stamp)


def copy_at(address: str) -> Copy | None:
    """Return which copy `address` leads to; None when it leads to no archive."""
    found = _COPY.match(address)
    if found is None:
        return None
    return Copy(re.sub(r"^(https?:)/{1,2}", r"\1//", found[2], flags=re.I), found[1])


def copy_in(text: str) -> Copy | None:
    """Return which copy a page says that it is, by the archive's own script or by the address that it names."""
    head = text[:_HEAD]
    script = _WOMBAT.search(head)
    if script is not None:
        return Copy(script[1], script[2])
    return next((copy for address in _NAMED.findall(head) if (copy := copy_at(address)) is not None), None)


def without_archive(text: str, copy: Copy) -> str:
    """Return the page with its own links, and without the archive's bar. Links that its publisher had to other copies
    stay."""
    before, _, rest = text.partition(_BAR)
    bar, _, after = rest.partition(_BAR_END)
    text = before + (after if after else bar)
    stamp = rf"(?:(?:https?:)?//[\w.-]+)?/(?:web/)?{copy.stamp}(?:[a-z]{{2}}_)?/(?=https?:/)"
    prefix = re.compile(stamp, re.I)
    return _TAG.sub(lambda tag: prefix.sub("", tag[0]), text)
