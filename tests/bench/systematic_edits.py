"""Texts edited by rule, with the truth about every mark: each character remembers where it came from."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.model.spans import Span

# A character and its place in the old text; None for one that was put in.
Atoms = list[tuple[str, int | None]]

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"”']?[ ]*|\n")
_WORD = re.compile(r"\w[\w'’]*")
_NEW_SENTENCES = (
    "Keterangan itu belum dapat diperiksa pihak lain. ", "Kantor berita setempat melaporkan hal serupa. ",
    "A spokeswoman for the council gave no further details. ", "Hujan turun sejak dini hari di seluruh kota. ",
    "The figures were corrected later in the day. ", "Rapat berikutnya dijadwalkan pada awal bulan. ",
)  # fmt: skip
_OTHER_WORDS = ("menegaskan", "wilayah", "segera", "puluhan", "reportedly", "several", "officials", "evening")
_NEGATIONS = ("tidak", "bukan", "not", "never")


def _atoms(text: str, start: int = 0) -> Atoms:
    return [(char, start + place) for place, char in enumerate(text)]


def _added(text: str) -> Atoms:
    return [(char, None) for char in text]


def _sentences(text: str) -> list[Atoms]:
    return [_atoms(found[0], found.start()) for found in _SENTENCE.finditer(text)]


def _real(parts: Sequence[Atoms]) -> list[int]:
    """The numbers of the parts that are sentences worth editing."""
    return [n for n, part in enumerate(parts) if len(part) > 25]


def _joined(parts: Sequence[Atoms]) -> Atoms:
    return [atom for part in parts for atom in part]


def inserted(text: str, rng: random.Random) -> Atoms:
    parts = _sentences(text)
    for _ in range(2):
        parts.insert(rng.choice(_real(parts)), _added(rng.choice(_NEW_SENTENCES)))
    return _joined(parts)


def deleted(text: str, rng: random.Random) -> Atoms:
    parts = _sentences(text)
    for _ in range(2):
        del parts[rng.choice(_real(parts))]
    return _joined(parts)


def reordered(text: str, rng: random.Random) -> Atoms:
    lines = [_atoms(found[0], found.start()) for found in re.finditer(r"[^\n]+\n*", text)]
    one = rng.randrange(len(lines))
    lines.insert(rng.randrange(len(lines)), [*lines.pop(one)])
    return _joined([line if line[-1][0] == "\n" else [*line, ("\n", None)] for line in lines])


def requoted(text: str, rng: random.Random) -> Atoms:
    table = {'"': "“", "'": "’", "-": "–", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-"}
    return [(table.get(char, char), origin) for char, origin in _atoms(text)]


def respaced(text: str, rng: random.Random) -> Atoms:
    """Other white space where there was some, and soft hyphens in words; what is put in says nothing."""
    made: Atoms = []
    for char, origin in _atoms(text):
        made.append((rng.choice(" \u00a0\u2009\n") if char == " " else char, origin))
        if char == " " and rng.random() < 0.2:
            made.append((" ", None))
        if char.isalpha() and rng.random() < 0.02:
            made.append(("\u00ad", None))
    return made


def _with_words(text: str, chosen: dict[int, Atoms]) -> Atoms:
    """The text with other atoms for the words that start at these places."""
    made: Atoms = []
    at = 0
    for found in _WORD.finditer(text):
        if found.start() in chosen:
            made += [*_atoms(text[at : found.start()], at), *chosen[found.start()]]
            at = found.end()
    return made + _atoms(text[at:], at)


def reworded(text: str, rng: random.Random) -> Atoms:
    words = [found.start() for found in _WORD.finditer(text)]
    return _with_words(text, {place: _added(rng.choice(_OTHER_WORDS)) for place in rng.sample(words, 6)})


def negated(text: str, rng: random.Random) -> Atoms:
    words = list(_WORD.finditer(text))
    return _with_words(
        text,
        {w.start(): [*_added(rng.choice(_NEGATIONS) + " "), *_atoms(w[0], w.start())] for w in rng.sample(words, 4)},
    )


def refigured(text: str, rng: random.Random) -> Atoms:
    """Other numbers, and negations taken out: the words that turn a fact into another."""
    turned = {w.start(): _added(str(rng.randrange(2, 990))) for w in re.finditer(r"\b\d+\b", text)}
    turned |= {w.start(): _added("kabarnya") for w in re.finditer(r"\b(?:tidak|belum|not|denied)\b", text)}
    kept = rng.sample(sorted(turned), min(5, len(turned)))
    return _with_words(text, {place: turned[place] for place in kept})


def repeated(text: str, rng: random.Random) -> Atoms:
    parts = _sentences(text)
    copy = parts[rng.choice(_real(parts))]
    parts.insert(rng.randrange(len(parts)), _added("".join(char for char, _ in copy)))
    return _joined(parts)


def mixed(text: str, rng: random.Random) -> Atoms:
    """Three edits one after the other."""
    atoms = _atoms(text)
    for edit in rng.sample((inserted, deleted, reordered, requoted, reworded, negated, repeated), 3):
        before = atoms
        shown = "".join(char for char, _ in before)
        atoms = [(char, None if at is None else before[at][1]) for char, at in edit(shown, rng)]
    return atoms


EDITS: tuple[Callable[[str, random.Random], Atoms], ...] = (
    inserted, deleted, reordered, requoted, respaced, reworded, negated, refigured, repeated, mixed,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of a mark: `same`, `edited` or `gone`, and where; `either` when nobody could say; `turned` where its
    words are the same and a negation in the rest of its sentence is not."""

    kind: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """One edit of one text and marks on the old one."""

    edit: str
    old: str
    new: str
    marks: tuple[Span, ...]
    truths: tuple[Truth, ...]


def trials(texts: Sequence[str], count: int, marks: int = 10) -> Iterator[Trial]:
    """`count` edits in turn over kinds and texts; the same ones every time."""
    for number in range(count):
        rng = random.Random(number)
        edit, text = EDITS[number % len(EDITS)], texts[number // len(EDITS) % len(texts)]
        atoms = edit(text, rng)
        spans = tuple(_mark(text, rng) for _ in range(marks))
        homes = {origin: place for place, (_, origin) in enumerate(atoms) if origin is not None}
        truths = tuple(_truth(text, atoms, homes, span) for span in spans)
        yield Trial(edit.__name__, text, "".join(char for char, _ in atoms), spans, truths)


def _mark(text: str, rng: random.Random) -> Span:
    """A few words, a part of a sentence, a sentence or two."""
    kind = rng.randrange(4)
    sentences = [found for found in _SENTENCE.finditer(text) if len(found[0]) > 25]
    at = rng.randrange(len(sentences) - 1)
    words = list(_WORD.finditer(sentences[at][0]))
    start = sentences[at].start()
    if kind < 2 and len(words) > 2:
        first = rng.randrange(len(words) - 1)
        last = min(len(words) - 1, first + rng.randrange(*((0, 3) if kind == 0 else (2, 14))))
        return Span(start + words[first].start(), start + words[last].end())
    last_one = sentences[at + kind // 3]
    return Span(start + words[0].start(), last_one.start() + len(last_one[0].rstrip()))


def _truth(old: str, atoms: Atoms, homes: dict[int, int], span: Span) -> Truth:
    wanted = [n for n in range(span.start, span.end) if old[n].isalnum()]
    there = [homes[n] for n in wanted if n in homes]
    if not there:
        shown = "".join(char for char, _ in atoms)
        return Truth("either" if span.of(old) in shown else "gone")
    place = Span(min(there), max(there) + 1)
    inside = [atoms[n] for n in range(place.start, place.end) if atoms[n][0].isalnum()]
    if [origin for _, origin in inside] == wanted:
        beside = _words_beside(atoms, place)
        if beside & set(_NEGATIONS):
            return Truth("edited", place)
        return Truth("turned" if _is_turned(old, atoms, homes, span) else "same", place)
    own = sum(origin is not None and span.start <= origin < span.end for _, origin in inside)
    torn = own < 0.5 * len(inside) or len(there) < 0.5 * len(wanted)
    return Truth("either" if torn else "edited", place)


def _is_turned(old: str, atoms: Atoms, homes: dict[int, int], span: Span) -> bool:
    """Whether a negation was put into, or taken out of, the sentences that a mark is in."""
    for found in _SENTENCE.finditer(old):
        if found.start() >= span.end or found.end() <= span.start:
            continue
        there = [homes[n] for n in range(found.start(), found.end()) if n in homes]
        now = atoms[min(there) : max(there) + 1] if there else []
        put_in = "".join(char if origin is None else " " for char, origin in now)
        left = {origin for _, origin in now}
        taken = [w[0] for w in _WORD.finditer(old, *found.span()) if w.start() not in left]
        if {*_WORD.findall(put_in), *taken} & {*_NEGATIONS, "belum", "denied"}:
            return True
    return False


def _words_beside(atoms: Atoms, place: Span) -> set[str]:
    """The words put in right before and behind a place, one space away."""
    before = "".join(c if o is None else "|" for c, o in atoms[max(0, place.start - 8) : place.start])
    behind = "".join(c if o is None else "|" for c, o in atoms[place.end : place.end + 9])
    found = {before.rstrip(" ").rsplit("|", 1)[-1].split(" ")[-1]} if before.endswith(" ") else set()
    return found | ({behind[1:].split(" ")[0].split("|")[0]} if behind.startswith("|") else set())
