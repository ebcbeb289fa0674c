"""Sentences of a text, for marking one with a key.

Cut by sentencex, whose rules are per language, or where it cannot be had by the rules of `reader.text.sentence_ends`;
abbreviations that neither knows, Indonesian ones above all, are ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from reader.model.spans import Span
from reader.text.sentence_ends import sentence_bounds

# Ends in one of these, and the sentence goes on. Titles, places, firms, numbers; only what stands before a name or
# a figure, since "dll." or "etc." may well end a sentence.
_ABBREVIATIONS = (
    "Jl Jln Jend Jenderal Gg Kel Kec Kab Kp Ds Dsn Perum Komp Blok Lt Ged PT CV UD Fa Yay No Nos Tlp Telp Hp Fax Rp Kol"
    " Mayjen Brigjen Letjen Letkol Letda Lettu Kapt Sertu Serma Serka Kombes AKBP AKP Kompol Irjen Ipda Iptu Aipda"
    " Bripka"
    " Dr dr Drs Dra drg Prof Ir H Hj KH Ust Tgk Tn Ny Nn Sdr Sdri Bpk Bp Yth Pdt Rm St Sto Sta Mr Mrs Ms Mx Messrs Sen"
    " Rep Gov Gen Col Maj Capt Cpt Lt Sgt Cpl Pvt Adm Cmdr Rev Fr Hon Pres Supt Det Insp Jr Sr vs hlm hal bdk lih psl"
    " ay"
    " Pasal al ca approx fig Fig eq Vol vol ed eds Ave Blvd Rd Mt Ft Dept Dpt Univ Ltd Inc Corp Co Bros Jan Feb Mar Apr"
    " Jun Jul Agt Agu Aug Sep Sept Okt Oct Nov Des Dec a.n u.b d.a s.d a.l e.g i.e cf"
)
_KNOWN = frozenset(_ABBREVIATIONS.split())
# States and offices that are written with a stop and often end a sentence too: it goes on when a small letter follows.
_BEFORE_SMALL = re.compile(r"(?:^|[\s(\[“\"'‘])[\w.]{0,12}\.[\"”’')\]]*\s*$")
_DEGREES = re.compile(
    r"\b(?:[A-Z]{1,3}\.\s?){2,}$"
    r"|\b(?:S|M|B|Ph|Psi|Sc|Kom|Si|Pd|Ag|Hum|Sos|Eng|Ked|Kes)\.\s?\w{0,4}\.,?\s*$"
)
_LAST_WORD = re.compile(r"([\w.]+)\.[\"”’')\]]*\s*$")
_NO = re.compile(r"\bno\.[\"”’')]*\s+(?=[\"“‘'(]?[A-Z])")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]$|^[A-Z]$")
_INITIAL_BEFORE_STOP = re.compile(r"(?:^|\s)[A-Z]$")


def sentences(text: str, language: str = "") -> list[Span]:
    """Return the sentences of `text`, in order: half-open spans in code points, without white space at their ends.

    A sentence never crosses a line feed, which ends a block. `language` is an ISO 639-1 code or a tag such as
    `id-ID`; an unknown or empty one is cut as English.
    """
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        found += [Span(at + start, at + end) for start, end in _of_line(line, language)]
        at += len(line) + 1
    return found


def _of_line(line: str, language: str) -> list[tuple[int, int]]:
    if not line or line.isspace():
        return []
    code = re.split("[-_]", language)[0].lower() or "en"
    edges = _bounds()(line, code)
    joined: list[tuple[int, int]] = []
    for start, end in edges:
        if joined and _goes_on(line[joined[-1][0] : joined[-1][1]], line[start:end]):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    parts = [part for start, end in joined for part in _said_no(line, start, end)]
    return [cut for cut in (_stripped(line, start, end) for start, end in parts) if cut[0] < cut[1]]


@cache
def _bounds() -> Callable[[str, str], list[tuple[int, int]]]:
    """What cuts a line: sentencex, a native library that is loaded here, or our rules where it has no wheel."""
    try:
        from sentencex import get_sentence_boundaries
    except ImportError:
        return sentence_bounds

    def bounds(line: str, language: str) -> list[tuple[int, int]]:
        return [(int(b["start_index"]), int(b["end_index"])) for b in get_sentence_boundaries(language, line)]

    return bounds


def _said_no(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut after "said no.", which sentencex takes for a number's abbreviation though a capital follows."""
    edges = [start, *(found.end() for found in _NO.finditer(line, start, end)), end]
    return list(pairwise(edges))


def _goes_on(before: str, after: str) -> bool:
    """Whether the stop at the end of `before` ends an abbreviation and not the sentence."""
    following = after.lstrip(" \t\u00a0\"“‘'([")
    if not following or not after.strip():
        return True
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = last[1]
    if word in _KNOWN or (following[0].isdigit() and word.rsplit(".", 1)[-1] in ("No", "Rp", "Psl", "hlm")):
        return True
    if following[0].islower():
        return True
    return bool(_INITIAL_BEFORE_STOP.search(before[: last.end(1)])) and following[0].isupper()


def _stripped(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return start, end
