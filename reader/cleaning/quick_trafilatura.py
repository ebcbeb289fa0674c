"""trafilatura's expressions that know parts of a page by their names, with the same answers sooner.

Most of what trafilatura takes on a page goes into a few XPath expressions that put the class names and the id of every
element through long patterns. Names come again and again, on a page and from page to page: here each is judged once.
Nothing is written down a second time: the tags, the tests and the patterns are read from trafilatura's own expressions.
One of a shape that is not known here stays as it is.

It holds for the copies that `walk` makes: their elements have no other attributes than `WRITTEN`, in that order.
Source: trafilatura 2 (Apache-2.0). Import this module where it is used: it loads lxml and trafilatura.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from importlib import import_module
from itertools import count, islice

import trafilatura
from lxml.etree import XPath
from lxml.html import HtmlElement

from reader.cleaning.copying import WRITTEN

_KNOWN = "2."  # how the versions begin whose expressions may be replaced
LISTS = (
    "BODY_XPATH", "OVERALL_DISCARD_XPATH", "TEASER_DISCARD_XPATH", "DISCARD_IMAGE_ELEMENTS", "RAW_TREE_PRUNE_XPATH",
    "REMOVE_COMMENTS_AND_LISTS_XPATH",
)  # fmt: skip
SINGLE = "BASIC_CLEAN_XPATH"
_MOST_NAMES = 8192
_TEXT = re.compile(r"'([^']*)'")
_SHAPE = re.compile(r"\(?\.//(\*|\w+)((?:\s*\[[^\[\]]*\])+?)\)?\s*(\[1\])?")
_WHOLE = re.compile(r"\.//\w+")
_PART = re.compile(r"\[\s*([^\[\]]*?)\s*\]")
_TAGS = re.compile(r"self::\w+(?:\s+or\s+self::\w+)*")
_TERM = re.compile(
    r"(?P<test>re:test|contains|starts-with)\((?:translate\()?(?P<nodes>@[\w-]+(?:\|@[\w-]+)*)"
    r"(?:,\s*'(?P<old>\d+)',\s*'(?P<new>\d+)'\))?,\s*'(?P<wanted>\d+)'(?P<flags>,\s*'\d+')?\)"
    r"|(?P<given>@[\w-]+)(?:\s*=\s*'(?P<equal>\d+)')?"
)

Test = Callable[[str], object]  # true or not, of one attribute's value


class UnknownShape(ValueError):
    """An expression that cannot be read here."""


class QuickExpression:
    """Stands for one XPath expression: called with an element, it returns what that finds below it, in order.

    Of an expression that ends with `[1]` it returns the first alone.
    """

    def __init__(self, theirs: XPath) -> None:
        """Read the expression. Raises `UnknownShape`."""
        self.theirs = theirs
        texts: list[str] = _TEXT.findall(theirs.path)
        numbers = count()
        bare = _TEXT.sub(lambda _: f"'{next(numbers)}'", theirs.path.strip())
        shape = _SHAPE.fullmatch(bare)
        if shape is None or (shape[1] != "*" and "self::" in shape[2]):
            raise UnknownShape(theirs.path)
        self._first = shape[3] is not None
        tags, terms, further = _parts(shape[2])
        tests = _tests(terms, texts)
        self._names = [name for name in WRITTEN if any(name in names for names in tests)]
        if not self._names:
            raise UnknownShape(theirs.path)
        self._tests = [([self._names.index(name) for name in names], some) for names, some in tests.items()]
        self._further = XPath(_with_texts(f"self::*[{further}]", texts), namespaces=_SPACES) if further else None
        self._tags = [tag.removeprefix("self::") for tag in re.split(r"\s+or\s+", tags)] if tags else [shape[1]]
        self._judged = lru_cache(_MOST_NAMES)(self._judge)

    def __call__(self, tree: HtmlElement) -> list[HtmlElement]:
        names, judged, further = self._names, self._judged, self._further
        found = (e for e in tree.iterdescendants(*self._tags) if judged(*map(e.get, names)))
        if self._first:
            return list(islice(found, 1))
        return list(found) if further is None else [element for element in found if further(element)]

    def _judge(self, *values: str | None) -> bool:
        for places, tests in self._tests:
            value = values[places[0]]
            for place in places[1:]:  # XPath takes the first attribute that the element has
                value = values[place] if value is None else value
            if value:
                for test in tests:
                    if test(value):
                        return True
        return False


_SPACES = {"re": "http://exslt.org/regular-expressions"}


def _parts(bare: str) -> tuple[str, str, str]:
    """The tags, the tests of attributes, and a further condition; the first and the last may be missing."""
    parts = _PART.findall(bare)
    tags = parts.pop(0) if parts and _TAGS.fullmatch(parts[0]) else ""
    if not 1 <= len(parts) <= 2:
        raise UnknownShape(bare)
    return tags, parts[0], parts[1] if len(parts) == 2 else ""


def _with_texts(bare: str, texts: Sequence[str]) -> str:
    return re.sub(r"'(\d+)'", lambda found: f"'{texts[int(found[1])]}'", bare)


def _tests(terms: str, texts: Sequence[str]) -> dict[tuple[str, ...], list[Test]]:
    """The tests of an expression by the attributes that they look at, those that no copy has left out."""
    found: dict[tuple[str, ...], list[Test]] = {}
    for term in re.split(r"\s+or\s+", terms):
        parts = _TERM.fullmatch(term)
        if parts is None:
            raise UnknownShape(term)
        wanted = [name.strip("@") for name in (parts["nodes"] or parts["given"]).split("|")]
        names = tuple(name for name in WRITTEN if name in wanted)
        if names:
            found.setdefault(names, []).append(_test(parts, texts))
    return found


def _test(parts: re.Match[str], texts: Sequence[str]) -> Test:
    """One test as a function of a value that is not empty: whatever it is, a pattern says it soonest."""
    if parts["given"]:
        if parts["equal"] is None:
            raise UnknownShape(parts[0])
        return re.compile(re.escape(texts[int(parts["equal"])])).fullmatch
    wanted = texts[int(parts["wanted"])]
    if parts["test"] == "re:test":
        test: Test = re.compile(wanted, re.I if parts["flags"] else 0).search
    elif parts["test"] == "contains":
        test = re.compile(re.escape(wanted)).search
    else:
        test = re.compile(re.escape(wanted)).match
    return _translated(test, parts, texts) if parts["old"] else test


def _translated(test: Test, parts: re.Match[str], texts: Sequence[str]) -> Test:
    table = str.maketrans(texts[int(parts["old"])], texts[int(parts["new"])])
    return lambda value: test(value.translate(table))


class QuickUnion:
    """Stands for an expression that takes several tags whole, and besides what other expressions find."""

    def __init__(self, theirs: XPath) -> None:
        """Read the expression. Raises `UnknownShape`."""
        self.theirs = theirs
        parts = re.split(r"\|(?=\.//)", theirs.path)
        whole = {part for part in parts if _WHOLE.fullmatch(part)}
        self._whole = frozenset(part.removeprefix(".//") for part in whole)
        self._named = [QuickExpression(XPath(part, namespaces=_SPACES)) for part in parts if part not in whole]

    def __call__(self, tree: HtmlElement) -> list[HtmlElement]:
        named = {element for some in self._named for element in some(tree)}
        return [element for element in tree.iterdescendants("*") if element.tag in self._whole or element in named]


def quick(theirs: object) -> object:
    """Return what answers as this expression does; itself when it cannot be read, or is none."""
    if not isinstance(theirs, XPath):
        return theirs
    for kind in (QuickExpression, QuickUnion):
        with suppress(UnknownShape):
            return kind(theirs)
    return theirs


@cache
def quicken_trafilatura() -> None:
    """Put quick expressions in the place of trafilatura's own, in this process.

    An unknown trafilatura keeps its own: it is slower, and its answers are the same.
    """
    if not trafilatura.__version__.startswith(_KNOWN):
        return
    xpaths = import_module("trafilatura.xpaths")
    for name in LISTS:
        several = getattr(xpaths, name, None)
        if isinstance(several, list):
            several[:] = [quick(one) for one in several]
    baseline = import_module("trafilatura.baseline")  # the package hides it behind a function of that name
    if (theirs := getattr(baseline, SINGLE, None)) is not None:
        setattr(baseline, SINGLE, quick(theirs))
