"""The language of a text, by the naive Bayes table of py3langid read without numpy.

The table (140 languages, 100,000 runs of two to six bytes) is `language_table.bin`, made by
`tests/training/language_table.py`; its licence stands beside it. Indonesian and Malay, which share most of their
words, are told apart by the words that they spell or choose differently before the table is believed.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import iter_unpack

_TABLE = Path(__file__).with_name("language_table.bin")
_SURE = 25.0  # a logarithm; of 1,300 paragraphs of 120 to 300 characters none past it is another language
_NOTHING = "zxx"  # ISO 639: no linguistic content
_WORD = re.compile(r"[a-z]+")
_MOST_ROWS = 256  # of which the sum of one byte each fits into two
# Words that one of the two spells or chooses differently; those that both have in another sense are not among them.
_INDONESIAN = (
    "bahwa karena uang mobil kantor polisi bisa miliar triliun persen rp senin selasa kamis jumat maret agustus "
    "desember provinsi kabupaten kecamatan gubernur bupati walikota kelurahan terdakwa tersangka berbeda "
    "perbedaan butuh listrik dokter perusahaan pabrik coba mencoba universitas kualitas aktivitas komunitas "
    "fasilitas terkait diduga usai telepon koran sepeda kebijakan departemen nggak banget pengadilan pengacara"
)
_MALAY = (
    "bahawa kerana wang polis hospital syarikat bilion trilion peratus rm isnin khamis jumaat ogos julai disember "
    "sahaja iaitu berbeza perbezaan elektrik kilang cuba mencuba universiti kualiti aktiviti komuniti fasiliti "
    "pengerusi setiausaha mesyuarat mangsa suspek tertuduh peguam datuk semasa telefon akhbar basikal "
    "mahu berkuasa kakitangan hendaklah susulan berikutan menerusi ekoran tular kes perlembagaan sesiapa"
)
_SPELLED = {"id": frozenset(_INDONESIAN.split()), "ms": frozenset(_MALAY.split())}


def language_of(text: str) -> str:
    """Return the ISO 639 code of the language of `text`, or an empty string when nothing in it shows a language.

    The time grows with the text: 4,000 characters take about 3 ms.
    """
    if not any(map(str.isalpha, text)):
        return ""
    found = _table().language(text)
    if found in _SPELLED:
        words = set(_WORD.findall(text.lower()))
        here = {language: len(words & known) for language, known in _SPELLED.items()}
        return max(here, key=lambda language: (here[language], language == found))
    return "" if found == _NOTHING else found


def is_surely(language: str, text: str) -> bool:
    """Return whether `language`, which `language_of` tells of `text`, is far likelier than the next one."""
    return language in _SPELLED or _table().margin(text) >= _SURE


@dataclass(frozen=True, slots=True)
class _Table:
    """For each run of bytes one row: a byte for each language, the logarithm of how likely the run is there."""

    languages: list[str]
    prior: list[float]
    floor: list[float]  # what a zero in a row stands for, by language
    scale: float
    lengths: list[int]  # of runs, the longest first
    places: dict[bytes, int]  # where the row of a run begins
    rows: memoryview

    def language(self, text: str) -> str:
        """Return the likeliest language, or an empty string when no run of the table stands in `text`."""
        counts = Counter(self._runs(_bytes(text)))
        scores = self._scores(counts)
        return self.languages[max(range(len(scores)), key=scores.__getitem__)] if counts else ""

    def margin(self, text: str) -> float:
        """Return by how much the likeliest language is before the next one, as a logarithm."""
        best, other = sorted(self._scores(Counter(self._runs(_bytes(text)))))[-1:-3:-1]
        return best - other

    def _runs(self, data: bytes) -> list[int]:
        """The place of the longest run that ends at each byte of `data` where one ends."""
        found, place = [], self.places.get
        for end in range(2, len(data) + 1):
            for length in self.lengths:
                row = place(data[end - length : end]) if length <= end else None
                if row is not None:
                    found.append(row)
                    break
        return found

    def _scores(self, counts: Counter[int]) -> list[float]:
        """The logarithm of each language's likelihood; a run counts by the logarithm of how often it stands there."""
        scores, weights = [0.0] * len(self.languages), 0.0
        equal: dict[int, list[int]] = defaultdict(list)
        for place, count in counts.items():
            equal[count].append(place)
        for count, places in equal.items():
            weight = math.log1p(count)
            weights += weight * len(places)
            for start in range(0, len(places), _MOST_ROWS):
                for number, total in enumerate(self._sums(places[start : start + _MOST_ROWS])):
                    scores[number] += weight * total
        parts = zip(scores, self.floor, self.prior, strict=True)
        return [score / self.scale + floor * weights + prior for score, floor, prior in parts]

    def _sums(self, places: list[int]) -> list[int]:
        """The sums of at most `_MOST_ROWS` rows, by language; whole rows are added at once as one large number."""
        width, rows = len(self.languages), self.rows
        every_other = int.from_bytes(b"\xff\x00" * (width // 2), "little")
        even = odd = 0
        for place in places:
            row = int.from_bytes(rows[place : place + width], "little")
            even += row & every_other
            odd += row >> 8 & every_other
        sums = [0] * width
        sums[0::2] = memoryview(even.to_bytes(width, "little")).cast("H").tolist()
        sums[1::2] = memoryview(odd.to_bytes(width, "little")).cast("H").tolist()
        return sums


def _bytes(text: str) -> bytes:
    """The text as the table was trained on it: composed, and small where it is all capitals."""
    return unicodedata.normalize("NFC", text.lower() if text.isupper() else text).encode("utf-8", "ignore")


@cache
def _table() -> _Table:
    """The table, of which the rows are read from the file where they are asked for."""
    with _TABLE.open("rb") as file:
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    at = data.find(b"\n") + 1
    header = json.loads(data[: at - 1])
    width = len(header["languages"])
    places: dict[bytes, int] = {}
    for length, count in header["runs"]:
        end, first = at + length * count, len(places) * width
        runs = (run for (run,) in iter_unpack(f"{length}s", data[at:end]))
        places.update(zip(runs, range(first, first + count * width, width), strict=True))
        at = end
    lengths = sorted((length for length, _ in header["runs"]), reverse=True)
    return _Table(
        header["languages"], header["prior"], header["floor"], header["scale"], lengths, places, memoryview(data)[at:]
    )
