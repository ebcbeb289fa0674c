"""Files whose lines are not sentences: subtitles, tokens with their tags, tables, references."""

from __future__ import annotations

import re

from reader.cleaning.no_pages import kinds
from reader.cleaning.no_pages.kinds import NoPage, Sample

_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?[,.]\d{1,3}"
_SUBTITLES = re.compile(rf"\[Script Info\]\s|{_CLOCK},{_CLOCK}\r?\n")  # SubStation, SubViewer
_REFERENCES = re.compile(r"TY {2}- [A-Z]{3,5}\s|(?:%[^\n]*\n\s*)*@[a-zA-Z]{4,20}\s*\{[^\s,{}]{1,200},\s")
_BRAT = re.compile(r"T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t|[REAMN]\d+\t\S+ |\*\t\S+ |#\d+\t\S+ ")
_TAG = re.compile(r"O|[BIESLUM]-\S+")
_CONLLU = re.compile(r"\d+(?:[-.]\d+)?\t[^\t]*\t[^\t]*\t[A-Z_]+\t")
_TABLES = {".csv": ",;", ".tsv": "\t", ".tab": "\t"}
_MARKS = ({"label", "tag", "annotation", "highlight", "code", "category", "labels"},
          {"quote", "exact", "text", "start", "begin", "start_offset", "quotation", "segment"})  # fmt: skip
_NEARLY_ALL = 0.9
_FEW = 3  # lines that tell no more than chance


def lines_of_something(sample: Sample) -> NoPage | None:
    """Return what the lines of a text are that are no sentences. Whatever begins as markup has none."""
    if sample.is_markup and sample.start.startswith("<"):
        return None
    start, lines = sample.start, sample.lines
    if start.startswith("#FORMAT=WebAnno TSV"):
        return kinds.ANNOTATED_SET
    if _SUBTITLES.match(start) is not None:
        return kinds.SUBTITLES
    if _REFERENCES.match(start) is not None:
        return kinds.REFERENCES
    if _mostly(lines, _BRAT) or _mostly(_without_remarks(lines), _CONLLU) or _are_tagged(_without_remarks(lines)):
        return kinds.ANNOTATED_SET
    return _table(sample, lines)


def _without_remarks(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.startswith("#")]


def _mostly(lines: list[str], pattern: re.Pattern[str]) -> bool:
    return bool(lines) and sum(pattern.match(line) is not None for line in lines) > _NEARLY_ALL * len(lines)


def _are_tagged(lines: list[str]) -> bool:
    """One token a line, with its tag in the last column, as the shared tasks on names have them."""
    words = [line.split() for line in lines]
    if len(words) <= _FEW:
        return False
    tagged = sum(2 <= len(line) <= 12 and _TAG.fullmatch(line[-1]) is not None for line in words)
    return tagged > _NEARLY_ALL * len(words) and any(line[-1] != "O" for line in words)


def _table(sample: Sample, lines: list[str]) -> NoPage | None:
    """A table by its name, when its lines have the same columns; or by a head that only a table of marks has."""
    ending = next((marks for suffix, marks in _TABLES.items() if sample.name.endswith(suffix)), "")
    if sample.is_markup and not ending:
        return None
    best: NoPage | None = None
    for mark in ending or ",;\t":
        rows = _rows(lines, mark)
        head = {cell.strip().casefold() for cell in rows[0]} if rows and len(rows[0]) > 1 else set()
        if head and all(head & names for names in _MARKS) and (ending or len(head) > _FEW):
            return kinds.ANNOTATED_TABLE
        same = sum(len(row) == len(head) for row in rows)
        if ending and head and same > _NEARLY_ALL * len(rows):
            best = kinds.TABLE
    return best


def _rows(lines: list[str], mark: str) -> list[list[str]]:
    import csv

    try:
        return [row for row in csv.reader(lines[:200], delimiter=mark) if row]
    except csv.Error:
        return []
