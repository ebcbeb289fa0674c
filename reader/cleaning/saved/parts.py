"""What came in one file with a page: pictures, frames, and by which addresses the page speaks of them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote, urldefrag, urljoin

_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
MOST_PARTS = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One file among those of a page. `names` are the addresses it goes by; `read` returns its bytes, or None when
    they cannot be had."""

    names: tuple[str, ...]
    media_type: str
    read: Callable[[], bytes | None]
    charset: str = ""
    file: str = ""  # its name beside the page, when it stood there as a file

    @property
    def is_text(self) -> bool:
        """Whether it is a page or a text of its own, such as a frame."""
        return self.media_type in _TEXTS

    @property
    def address(self) -> str:
        """Its address on the web; empty when it has none."""
        return next((name for name in self.names if name.startswith(("http://", "https://"))), "")

    @property
    def base(self) -> str:
        """From where the references in it are counted."""
        return self.names[0] if self.names else ""


@dataclass(slots=True)
class Parts:
    """The parts of one page, found by the references that stand in it. Of two with one name the first counts."""

    all: list[Part] = field(default_factory=list)
    _by_name: dict[str, Part] = field(default_factory=dict)

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Parts:
        made = cls()
        for part in parts:
            made.all.append(part)
            for name in part.names:
                made._by_name.setdefault(name, part)
        return made

    def at(self, reference: str, base: str) -> Part | None:
        """Return the part that `reference` in a document at `base` leads to; None when that did not come along."""
        if not reference or reference[:5].lower() == "data:" or not self._by_name:
            return None
        return next((self._by_name[name] for name in _ways(reference.strip(), base) if name in self._by_name), None)


def _ways(reference: str, base: str) -> Iterable[str]:
    """The names by which a part may be known that is referred to so."""
    bare = urldefrag(reference).url
    yield reference
    yield bare
    try:
        whole = urljoin(base, bare)
    except ValueError:  # an address no browser could open either
        whole = ""
    yield whole
    yield unquote(whole)
    if "://" not in reference:
        path = path_of(unquote(bare.partition("?")[0]), "" if "://" in base else base)
        yield path
        yield path_of(unquote(bare), "" if "://" in base else base)


def path_of(reference: str, base: str) -> str:
    """Return a relative path within a container, counted from the document at `base` there; empty for one that leads
    out of it."""
    reference = reference.replace("\\", "/")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), reference))
    return "" if path.startswith(("/", "..")) or reference[1:2] == ":" else path
