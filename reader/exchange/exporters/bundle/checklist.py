"""What assessors of fact-checking desks look for, ticked off for one bundle.

After principle 2 of the IFCN Code of Principles (transparency of sources: all sources in enough detail that readers can
replicate the work, but where that would endanger a source; links; primary before secondary; more than one source) and
the European standards of EFCSN, which ask for the same and for archived copies. Nothing is judged here: each line says
of how many things something is known, and of which it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.exchange.exporters.bundle.archived import Archived, is_withheld
from reader.exchange.exporters.bundle.lists import Named
from reader.exchange.exporters.bundle.spoken import INDONESIAN, Spoken
from reader.exchange.exporters.claim_files import ClaimFile, reasons
from reader.model.claims import Evidence
from reader.model.protection import is_protected

_TITLE = ("What assessors look for", "Yang dicari para penilai")
_ABOUT = (
    "After the IFCN Code of Principles (sources in enough detail that readers can replicate the work) and the\n"
    "European standards of EFCSN. A line is ticked [x] when it holds for all. Numbers are those of the lists here.",
    "Menurut Kode Prinsip IFCN (sumber cukup rinci sehingga pembaca dapat mengulang pemeriksaannya) dan standar Eropa\n"
    "EFCSN. Baris bertanda [x] bila berlaku untuk semua. Nomor adalah nomor dalam daftar di berkas bukti ini.",
)
_LACK = ("lacking: {0}", "belum: {0}")
_NONE = ("there is none", "tidak ada")
_CLAIMS = ("Claims", "Klaim")
_EVIDENCE = ("Evidence", "Bukti")
_SOURCES = ("Sources", "Sumber")
_Pair = tuple[str, str]
_PLACES = ("It is known where the claim was made: an article in this bundle",
           "Diketahui di mana klaim itu disampaikan: sebuah artikel di berkas bukti ini")  # fmt: skip
_SPEAKER = ("It is known who made the claim", "Diketahui siapa yang menyampaikan klaim itu")
_VERDICT = ("It has a verdict or a rating", "Ada kesimpulan atau penilaian")
_REASONS = ("The verdict gives its reasons", "Kesimpulannya disertai alasan")
_RESTS = ("The verdict rests on more than one piece of evidence", "Kesimpulannya bersandar pada lebih dari satu bukti")
_ANSWER = ("An answer of the other side, or its silence, is recorded", "Jawaban pihak lain, atau diamnya, tercatat")
_REVIEWER = ("It is known who checked it and when", "Diketahui siapa yang memeriksa dan kapan")
_PUBLISHED = ("It has an address where it was published", "Ada alamat tempat pemeriksaan itu terbit")
_ADDRESS = ("It says where it is: an address, a file or an article in this bundle",
            "Disebut di mana bukti itu: alamat, berkas, atau artikel di berkas bukti ini")  # fmt: skip
_DATE = ("It says when it was retrieved", "Disebut kapan bukti itu diambil")
_COPY = ("There is an archived copy of it", "Ada salinan arsipnya")
_GRADE = ("It says whether it is primary or secondary", "Disebut apakah bukti itu primer atau sekunder")
_IDENTITY = ("It says who the source is, or why not", "Disebut siapa sumbernya, atau mengapa tidak")
_INTEREST = ("It says where the source stands: affiliation, role or for whom it speaks",
             "Disebut di mana sumber itu berdiri: lembaga, jabatan, atau bicara untuk siapa")  # fmt: skip
_PROTECTED = ("{0} are protected: their names stay with the desk, which the codes allow where one would be in danger",
              "{0} dilindungi: namanya tetap di redaksi, yang diizinkan kode bila sumber terancam bahaya")  # fmt: skip
_FILES = ("{0} of the files of evidence stay with the desk for the same reason",
          "{0} berkas di antara bukti tetap di redaksi karena alasan yang sama")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checklist:
    """Ticks off one bundle."""

    files: Sequence[ClaimFile]
    named: Named
    archived: Archived
    say: Spoken

    def text(self) -> str:
        """Return the list as plain text."""
        return "\n".join(self._lines()) + "\n"

    def _word(self, pair: _Pair) -> str:
        return pair[self.say.language == INDONESIAN]

    def _lines(self) -> Iterator[str]:
        yield from (self._word(_TITLE), "=" * len(self._word(_TITLE)), "", self._word(_ABOUT))
        yield from self._of_claims()
        yield from self._of_evidence()
        yield from self._of_sources()

    def _heading(self, pair: _Pair, count: int) -> Iterator[str]:
        title = f"{self._word(pair)} ({count})"
        yield from ("", title, "-" * len(title))
        if not count:
            yield self._word(_NONE)

    def _of_claims(self) -> Iterator[str]:
        yield from self._heading(_CLAIMS, len(self.files))
        tests: Sequence[tuple[_Pair, Callable[[ClaimFile], bool]]] = (
            (_PLACES, lambda one: bool(one.places)),
            (_SPEAKER, lambda one: any(said.name for said in one.speakers)),
            (_ANSWER, lambda one: len(one.speakers) < len(one.said)),
            (_VERDICT, lambda one: one.review is not None and bool(one.review.verdict or one.review.rating)),
            (_REASONS, lambda one: one.review is not None and bool(reasons(one.review))),
            (_RESTS, lambda one: len(one.evidence) > 1),
            (_REVIEWER, lambda one: one.review is not None and bool(one.review.reviewer and one.review.date)),
            (_PUBLISHED, lambda one: one.review is not None and bool(one.review.address)),
        )
        for words, holds in tests if self.files else ():
            lacking = [self.named.claims.of(one.claim.id) for one in self.files if not holds(one)]
            yield self._line(words, len(self.files), lacking)

    def _of_evidence(self) -> Iterator[str]:
        pieces = [piece for one in self.files for piece in one.evidence]
        yield from self._heading(_EVIDENCE, len(pieces))
        tests: Sequence[tuple[_Pair, Callable[[Evidence], bool]]] = (
            (_ADDRESS, lambda piece: self.archived.has(piece)[0]),
            (_DATE, lambda piece: self.archived.has(piece)[1]),
            (_COPY, lambda piece: self.archived.has(piece)[2]),
            (_GRADE, lambda piece: bool(piece.grade)),
        )
        for words, holds in tests if pieces else ():
            yield self._line(words, len(pieces), [self.named.evidence.of(p.id) for p in pieces if not holds(p)])
        if withheld := sum(map(is_withheld, pieces)):
            yield "    " + self._word(_FILES).format(withheld)

    def _of_sources(self) -> Iterator[str]:
        sources = [*self.archived.found.sources.values()]
        yield from self._heading(_SOURCES, len(sources))
        if not sources:
            return
        lacking = [self.named.sources.of(s.id) for s in sources if not (s.identification or s.kind or s.affiliation)]
        yield self._line(_IDENTITY, len(sources), lacking)
        named = [s for s in sources if not is_protected(s)]
        lacking = [self.named.sources.of(s.id) for s in named if not (s.affiliation or s.role or s.party)]
        if named:
            yield self._line(_INTEREST, len(named), lacking)
        if protected := sum(map(is_protected, sources)):
            yield "    " + self._word(_PROTECTED).format(protected)

    def _line(self, words: _Pair, count: int, lacking: Sequence[int]) -> str:
        tick = " " if lacking else "x"
        numbers = ", ".join(map(str, sorted(lacking)))
        line = f"[{tick}] {self._word(words)}: {count - len(lacking)}/{count}"
        return f"{line}; {self._word(_LACK).format(numbers)}" if lacking else line
