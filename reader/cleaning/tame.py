"""Markup made only to exhaust a parser, taken out before parsing; words are never touched, but at the end of a page
that is too long.

Measured with lexbor: 100,000 nested elements take 20 seconds; so do 100,000 attributes on one element, because each
new one is compared with all before it; and 6,000 unclosed `<font>` of different colours are opened again by each new
paragraph, 18 million elements.
"""

from __future__ import annotations

import re
from collections import Counter

from reader.cleaning.elements import names
from reader.notices import ATTRIBUTES, DEEP, TOO_LONG, notice

DEEPEST = 1000
MOST_ATTRIBUTES = 1000
MOST_TAGS = 1_000_000
_MOST_LOOSE = 200  # formatting elements open at a time
_FEW = 2000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
_END_OF_STYLE, _STYLE = re.compile(r"</style", re.I), re.compile(r"<style\b[^<>]*>", re.I)


# These close themselves, or hold nothing; unclosed ones say nothing of depth.
_SHALLOW = names(
    "p li td th tr dd dt option tbody thead tfoot img br hr input meta link wbr source area col base embed param track "
    "html head body path"
)
# These are opened again where an element round them was closed before them.
_LOOSE = names("a b big code em font i nobr s small strike strong tt u")

_LOOSE_BYTES = frozenset(name.encode() for name in _LOOSE)
_PASSED_OVER = frozenset(mark + name.encode() for name in _SHALLOW for mark in (b"", b"/"))
_PARTS = re.compile(rb"<(/?[a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>")
_END_BYTES, _STYLE_BYTES = re.compile(rb"</style", re.I), re.compile(rb"<style\b[^<>]*>", re.I)
_STRETCH = 128  # tags that are counted together


def tamed(text: str) -> tuple[str, list[str]]:
    """Return the page without nesting past `DEEPEST`, without elements of more than `MOST_ATTRIBUTES`, and cut after
    `MOST_TAGS`; and what to say of it. A style sheet that nothing ends does not swallow the rest of the page."""
    if is_tame(text):
        return text, []
    text = _without_open_styles(text)
    if text.count("<") < _FEW and text.count("=") < MOST_ATTRIBUTES:
        return text, []
    taming = _Taming(text)
    taming.run()
    return taming.text(), taming.notices()


def is_tame(text: str) -> bool:
    """Return true when a quicker look says that there is nothing to take out, as in nearly all pages.

    Bytes are looked through, in which `re` finds a letter at once, and tags counted, not followed. Of a name no more
    elements are open anywhere in a stretch of tags than there were at its start and begin in it; at its end no more
    than that without those that end in it, or than begin in it if that is more.
    """
    data = text.encode("utf-8", "surrogatepass")
    if _STYLE_BYTES.search(data, max((end.start() for end in _END_BYTES.finditer(data)), default=0)):
        return False
    tags = _PARTS.findall(data)
    long = [b"<%b%b>" % tag for tag in tags if len(tag[1]) >= MOST_ATTRIBUTES]
    if len(tags) > MOST_TAGS or any(_is_stuffed(tag.decode("utf-8", "surrogatepass")) for tag in long):
        return False
    names = [name for name, rest in tags if name not in _PASSED_OVER and rest[-1:] != b"/"]
    still = dict[bytes, int]()
    for start in range(0, len(names), _STRETCH):
        counts = Counter[bytes]()
        for name, count in Counter(names[start : start + _STRETCH]).items():
            counts[name.lower()] += count
        began = {name: n for name, n in counts.items() if name not in _PASSED_OVER and name[:1] != b"/"}
        most = {**still, **began}
        for name in still.keys() & began.keys():
            most[name] = still[name] + began[name]
        loose = sum(n for name, n in most.items() if name in _LOOSE_BYTES)
        if loose >= _MOST_LOOSE or sum(most.values()) - loose >= DEEPEST:
            return False
        still = {name: left for name, n in most.items() if (left := max(n - counts[b"/" + name], began.get(name, 0)))}
    return True


def _without_open_styles(text: str) -> str:
    """The page without `<style>` tags that no `</style>` follows: inside MathML browsers show what comes after them."""
    last = 0
    for end in _END_OF_STYLE.finditer(text):
        last = end.start()
    tail = _STYLE.sub("", text[last:])
    return text if len(tail) == len(text) - last else text[:last] + tail


class _Taming:
    """One pass over the tags of a page: those that are open, and the pieces of the text that stay."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._at = 0  # where the next piece begins
        self._end = len(text)
        self._open: list[tuple[str, bool]] = []  # name, and whether the tag was taken out
        self._known: Counter[str] = Counter()  # how many of each name are open
        self._loose = 0  # formatting elements that are open
        self._flattened = self._stripped = 0

    def run(self) -> None:
        """Look at each tag in turn."""
        left = MOST_TAGS
        for tag in _TAG.finditer(self._text):
            left -= 1
            if left < 0:
                self._end = tag.start()
                return
            closing, name = tag.groups()
            if tag.end() - tag.end(2) > MOST_ATTRIBUTES and _is_stuffed(tag[0]):
                self._replace(tag, f"<{name}>")
                self._stripped += 1
            if name in _SHALLOW or self._text[tag.end() - 2] == "/":
                continue
            name = name.lower()
            if name in _SHALLOW:
                continue
            if self._closes(name) if closing else self._opens(name):
                self._replace(tag, "")

    def text(self) -> str:
        """Return what is left of the page."""
        if not self._pieces and self._end == len(self._text):
            return self._text
        return "".join([*self._pieces, self._text[self._at : self._end]])

    def notices(self) -> list[str]:
        """Return what the reader should know of it."""
        found = []
        if self._flattened:
            found.append(notice(DEEP, DEEPEST, self._flattened))
        if self._stripped:
            found.append(notice(ATTRIBUTES, self._stripped, MOST_ATTRIBUTES))
        return [*found, TOO_LONG] if self._end < len(self._text) else found

    def _opens(self, name: str) -> bool:
        """Take an opening tag in; True when it must go."""
        if name in _LOOSE:
            goes = self._loose >= _MOST_LOOSE
            self._loose += not goes
        else:
            goes = len(self._open) >= DEEPEST
            self._open.append((name, goes))
        self._known[name] += not (goes and name in _LOOSE)
        self._flattened += goes
        return goes

    def _closes(self, name: str) -> bool:
        """Take a closing tag in; True when it closes one that went. What stands open inside it is closed too."""
        if not self._known[name]:
            return False
        if name in _LOOSE:
            self._known[name] -= 1
            self._loose -= 1
            return False
        inner = ""
        while inner != name:
            inner, taken_out = self._open.pop()
            self._known[inner] -= 1
        return taken_out

    def _replace(self, tag: re.Match[str], by: str) -> None:
        if self._at <= tag.start():
            self._pieces += [self._text[self._at : tag.start()], by]
            self._at = tag.end()


def _is_stuffed(tag: str) -> bool:
    """A tag with more attributes than any page needs."""
    return tag.count("=") > MOST_ATTRIBUTES or (len(tag) > 4 * MOST_ATTRIBUTES and tag.count(" ") > len(tag) // 8)
