"""A row of numbers for each block that is worth a judgement; `NAMES` says what they are, in the model's order."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from string import ascii_letters, ascii_uppercase, digits

from reader.cleaning.page_view import FAR, Line, PageView
from reader.cleaning.raw import Element, Hint
from reader.model.articles import BlockKind, InlineKind

_ENDS = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]」』]*$")
_MARKS = ("|", "»", "›", "•", "·", "/", "→", "@", "©", "#", "►", "▶", "http:", "https:")
_STOPS = ".!?…。！？؟۔।"
_ASCII = (digits.encode(), ascii_uppercase.encode(), ascii_letters.encode())
_OTHER = re.compile(r"[^\x00-\x7f]+")
_KINDS_OF_CHARACTERS = (re.compile(r"\d"), re.compile(r"[À-ÖØ-ÞА-ЯΑ-Ω]"), re.compile(r"[^\W\d_]"))
_LOOKED = 400  # characters of a block in which digits and capitals are counted
_PIECE, _STEP = 12, 6

_KINDS = {kind: float(number) for number, kind in enumerate(
    (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TABLE_ROW, BlockKind.CODE,
     BlockKind.CAPTION)
)}  # fmt: skip
_TAGS = {tag: float(number) for tag, number in {
    "p": 0, "div": 1, "section": 1, "li": 2, "td": 3, "th": 3, "blockquote": 4, "article": 5, "main": 5, "body": 6,
    "h1": 7, "h2": 8, "h3": 9, "h4": 10, "h5": 11, "h6": 12, "figcaption": 13, "dd": 14, "dt": 14, "header": 15,
    "footer": 16, "aside": 17, "button": 18, "form": 18, "address": 19, "nav": 20, "summary": 21, "details": 21,
}.items()}  # fmt: skip
_HINTS = (
    Hint.ARTICLE, Hint.FIGURE, Hint.CREDIT, Hint.TEASER, Hint.SIDE, Hint.PROMOTION, Hint.ASIDE, Hint.BOX, Hint.MEDIA,
    Hint.TAGS, Hint.BODY, Hint.RELATED, Hint.META, Hint.ABOUT,
)  # fmt: skip
_OWN = [
    "size", "linked", "links", "strong", "emphasis", "kind", "level", "tag", "depth", "ends", "stops", "commas",
    "digits", "upper", "marks", "kept", "agreed", "told", "good", "times", "title", "in_title", "has_title",
    "described", "in_described",
]  # fmt: skip
_ORDER = [
    "share", "index", "left", "before", "after", "from_title", "from_first", "from_last", "since_good", "until_good",
    "announced", "headed", "article", "articles", "headlines", "earlier", "near",
]  # fmt: skip
_SHARES = ["count", "size", "linked", "kept", "agreed", "good"]
_NO_SHARES = (0.0,) * len(_SHARES)
_AROUND = ["size", "linked", "agreed", "kept", "told", "strong", "crowd", "same"]
_PAGE = [
    "lines", "whole", "page_kept", "page_agreed", "both_kept", "both_agreed", "page_good", "page_told", "kept_good",
    "agreed_good",
]  # fmt: skip
_NOBODY = (-1.0,) * len(_AROUND)
_STEPS = (-2, -1, 1, 2)
NAMES = (
    *_OWN, *_ORDER, *(f"{group}_{name}" for group in ("path", "parent_path", "own", "parent", "grand")
    for name in _SHARES), "in_main", "steps", "branch", "branch_good", *(f"hint_{h.name}" for h in _HINTS if h.name),
    *(f"{step:+d}_{name}" for step in _STEPS for name in _AROUND), *_PAGE,
)  # fmt: skip


def rows(view: PageView) -> list[list[float] | None]:
    """Return the features of each line of a page; None for a line too far from everything to be the article's."""
    page, order, worth = _of_page(view), Order(view), view.worth()
    own = [_own(view, line) if worth[index] else None for index, line in enumerate(view.lines)]
    around = [_seen(view, line) for line in view.lines]
    found: list[list[float] | None] = []
    for index, row in enumerate(own):
        if row is None:
            found.append(None)
            continue
        row += order.of(index)
        row += _places(view, view.lines[index])
        row += _neighbours(view, around, index)
        row += page
        found.append(row)
    return found


def _own(view: PageView, line: Line) -> list[float]:
    block, text, words = line.block, line.block.text, line.words
    length, looked = len(text), text[:_LOOKED]
    numbers, capitals, letters = _counted(looked)
    strong = emphasis = links = 0
    for start, end, kind, target, _ in block.marks:
        if kind is InlineKind.LINK or (kind is InlineKind.NOTE and target):
            links += 1
        elif kind is InlineKind.STRONG:
            strong += end - start
        elif kind is InlineKind.EMPHASIS or kind is InlineKind.CITATION:
            emphasis += end - start
    title, described, some = view.title, view.described, len(words) > 8
    return [
        line.size, line.linked, float(links), strong / length, emphasis / length,
        _KINDS.get(block.kind, 0.0), float(block.level), _TAGS.get(block.place.tag, 30.0), float(block.place.depth),
        float(_ENDS.search(text) is not None), sum(map(text.count, _STOPS)) / length, text.count(",") / length,
        numbers / len(looked), capitals / max(1, letters), sum(map(looked.count, _MARKS)) / len(looked),
        float(line.kept), line.agreed, line.told, float(line.good), float(view.times[words]), float(words == title),
        float(some and words in title), float(len(title) > 8 and title in words),
        float(bool(described) and words == described),
        float(len(words) > 30 and len(described) > 30 and (described in words or words in described)),
    ]  # fmt: skip


def _counted(text: str) -> tuple[int, int, int]:
    """How many digits, capitals and letters stand in a text. ASCII is counted by what is left without each kind, which
    takes a tenth of the time of looking for them."""
    plain = text.encode("ascii", "ignore")
    found = [len(plain) - len(plain.translate(None, kind)) for kind in _ASCII]
    if len(plain) < len(text):
        other = "".join(_OTHER.findall(text))
        found = [count + len(kind.findall(other)) for count, kind in zip(found, _KINDS_OF_CHARACTERS, strict=True)]
    return found[0], found[1], found[2]


class Order:
    """What a line's place among the others says."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        good = [line.good for line in view.lines]
        sizes = (line.size if line.good else 0.0 for line in view.lines)
        self._before = list(accumulate(sizes, initial=0.0))
        self._since, self._until = view.since(good), view.since(good, -1)
        self._announced, self._headed = view.under()
        self._articles = _articles(view)
        self._most = max(self._articles, default=0.0)
        self._headlines = _headlines(view)
        self._twice = _twice(view)

    def of(self, index: int) -> list[float]:
        """Return the values of `_ORDER` for one line."""
        view, count = self._view, len(self._view.lines)
        from_title = index - view.at_title if view.at_title >= 0 else FAR
        return [
            index / count, float(index), float(count - index), self._before[index], view.good - self._before[index],
            float(from_title), float(index - view.first), float(index - view.last), self._since[index],
            self._until[index], self._announced[index], self._headed[index], self._articles[index], self._most,
            self._headlines[index], *self._twice[index],
        ]  # fmt: skip


def _articles(view: PageView) -> list[float]:
    """For each line which of the page's outermost `<article>` elements holds it, counted from 1; 0 for none."""
    numbers: dict[int, int] = {}
    outer: dict[int, int] = {}
    found = []
    for line in view.lines:
        number = outermost_article(line.block.place, outer)
        found.append(float(numbers.setdefault(number, len(numbers) + 1)) if number else 0.0)
    return found


def outermost_article(place: Element, known: dict[int, int]) -> int:
    """Return the number of the outermost `<article>` round a place, 0 without one; `known` remembers each element's."""
    above: list[Element] = []
    step: Element | None = place
    while step is not None and step.number not in known:
        above.append(step)
        step = step.parent
    found = known[step.number] if step is not None else 0
    for element in reversed(above):
        found = found or (element.number if element.tag == "article" else 0)
        known[element.number] = found
    return found


def _headlines(view: PageView) -> list[float]:
    """How many other headlines stand between this page's and each line, it among them."""
    start = view.at_title if view.at_title >= 0 else view.first
    path = view.lines[view.at_title].block.place.path if view.at_title >= 0 else -1
    found, count = [], 0.0
    for index, line in enumerate(view.lines):
        block = line.block
        heads = (block.kind is BlockKind.HEADING and block.level == 1) or block.place.path == path
        count += index > start and line.words != view.title and heads
        found.append(count)
    return found


def _twice(view: PageView) -> list[tuple[float, float]]:
    """For each line whether it stood further up already, and how many of its pieces did."""
    lines, pieces, found = set[str](), set[str](), []
    for line in view.lines:
        words = line.words
        again = float(len(words) > _PIECE and words in lines)
        near = 0.0
        if len(words) >= 2 * _PIECE:
            own = [words[at : at + _PIECE] for at in range(0, len(words) - _PIECE + 1, _STEP)]
            near = sum(piece in pieces for piece in own) / len(own)
            pieces.update(own)
        lines.add(words)
        found.append((again, near))
    return found


def _places(view: PageView, line: Line) -> list[float]:
    """Sums of the kinds of place and of the elements round a line, its branch of the main element, its hints."""
    place = line.block.place
    parent = place.parent
    grand = parent.parent if parent is not None else None
    whole = view.whole
    none = _NO_SHARES
    row = list(view.by_path[place.path].shares(whole))
    row += view.by_parent[parent.path].shares(whole) if parent is not None else none
    row += view.inside[place.number].shares(whole)
    row += view.inside[parent.number].shares(whole) if parent is not None else none
    row += view.inside[grand.number].shares(whole) if grand is not None else none
    row += _branch(view, place)
    row += _hinted(int(line.block.hints), int(place.own), int(parent.own) if parent is not None else 0)
    return row


@lru_cache(8192)
def _hinted(hints: int, own: int, above: int) -> list[float]:
    """For each hint whether it is the element's own, its parent's, one from further above, or none."""
    return [(3.0 if own & h else 2.0 if above & h else 1.0) if hints & h else 0.0 for h in map(int, _HINTS)]


def _branch(view: PageView, place: Element) -> list[float]:
    """How far below the main element a place is, and what the branch is that it stands on."""
    steps, branch = 0, place
    step: Element | None = place
    while step is not None:
        if step.number == view.main:
            held = view.inside[branch.number]
            return [1.0, float(steps), held.size / view.whole, held.good / (held.size or 1.0)]
        branch, step, steps = step, step.parent, steps + 1
    return [0.0, -1.0, -1.0, -1.0]


def _seen(view: PageView, line: Line) -> list[float]:
    """What a line's neighbours see of it."""
    block, strong = line.block, 0
    for start, end, kind, _, _ in block.marks:
        if kind is InlineKind.STRONG:
            strong += end - start
    crowd = view.by_path[block.place.path].size / view.whole
    return [line.size, line.linked, line.agreed, float(line.kept), line.told, strong / len(block.text), crowd]


def _neighbours(view: PageView, around: list[list[float]], index: int) -> list[float]:
    row: list[float] = []
    path = view.lines[index].block.place.path
    for step in _STEPS:
        near = index + step
        if 0 <= near < len(around):
            row += around[near]
            row.append(float(view.lines[near].block.place.path == path))
        else:
            row += _NOBODY
    return row


def _of_page(view: PageView) -> list[float]:
    lines, whole = view.lines, view.whole
    kept = sum(line.size for line in lines if line.kept)
    agreed = sum(line.size * line.agreed for line in lines if line.agreed > 0)
    both = sum(line.size * line.agreed for line in lines if line.kept and line.agreed > 0)
    return [
        float(len(lines)), whole, kept / whole, agreed / whole, both / (kept or 1), both / (agreed or 1),
        view.good / whole, len(view.data) / whole, kept / view.good, agreed / view.good,
    ]  # fmt: skip
