"""Where a picture is: what `<img>`, `<picture>` and the many ways of loading late say of its address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from unicodedata import category

_CANDIDATE = re.compile(r"\s*,*\s*(\S*[^\s,])(?:\s+([\d.]+)[wx])?[^,\s]*\s*(?:,|$)")
_LATE = re.compile(r"data-(?:[a-z-]*-)?(?:src|original|image|img|url|lazy|hires|full)(?:-[a-z]+)?$")
_ADDRESS = re.compile(r"(?:https?:)?/?[^\s{}<>\"']*[/.][^\s{}<>\"']+$")
_LONGEST = 20_000
_SMALLEST = 50
_LONGEST_SIGN = 12


def widest(choice: str) -> str:
    """Return the address of the widest picture of a `srcset`; the first when none says its width."""
    best, most = "", -1.0
    for found in _CANDIDATE.finditer(choice[:_LONGEST]):
        wide = float(found.group(2)) if found.group(2) and found.group(2).count(".") < 2 else 0.0
        if wide > most and not found.group(1).startswith("data:"):
            best, most = found.group(1), wide
    return best


def named(attributes: Mapping[str, str | None], sources: Sequence[str]) -> dict[str, str]:
    """`srcset`, `data-src`, `src` and `alt` of a picture, each where there is one; the first is the best address.

    `sources` are the choices of the `<source>` elements before it in its `<picture>`.
    """
    choices = [value for key, value in attributes.items() if key.endswith("srcset") and value]
    late = (v for k, v in attributes.items() if v and _is_late(k, v))
    found = {
        "srcset": next((w for choice in (*choices, *sources) if (w := widest(choice))), ""),
        "data-src": next(late, ""),
        "src": attributes.get("src") or "",
        "alt": attributes.get("alt") or "",
    }
    return {key: value for key, value in found.items() if value}


def _is_late(key: str, value: str) -> bool:
    return _LATE.fullmatch(key) is not None and _ADDRESS.match(value) is not None


def is_tiny(attributes: Mapping[str, str | None]) -> bool:
    """Counting pixels and icons, by their declared size; with a choice of widths that is mere proportion, and with an
    address for later that of what stands there meanwhile."""
    if any(key.endswith("srcset") or (value and _is_late(key, value)) for key, value in attributes.items()):
        return False
    for key in ("width", "height"):
        value = (attributes.get(key) or "").strip().removesuffix("px")
        if value.isascii() and value.isdigit() and len(value) < 6 and int(value) < _SMALLEST:
            return True
    return False


def is_glyph(alt: str) -> bool:
    """Return true for the words of a picture that stands for a sign: an emoji, drawn by the site."""
    return (
        bool(alt)
        and len(alt) <= _LONGEST_SIGN
        and not alt.isascii()
        and any(category(c) == "So" and c >= "\N{BLACK SUN WITH RAYS}" for c in alt)
        and not any(c.isalpha() for c in alt)
    )
