"""The words of a bundle in the language chosen: headings, names of files, values. Nothing in it is a code of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reader.exchange.exporters.bundle.names import EDITS, FIELDS
from reader.exchange.exporters.paper.words import Language
from reader.exchange.records import plain_json
from reader.model.annotations import Relation
from reader.model.labels import BUILTIN, DETAILS

ENGLISH, INDONESIAN = "en", "id"
_PATTERNS = tuple(
    (re.compile(re.escape(name).replace(r"\{0\}", "(.+)")), name) for name in EDITS if "{0}" in name
)  # fmt: skip

# English, Indonesian; what is no key here is said as it is.
WORDS: Mapping[str, str] = {
    # files and folders
    "articles": "artikel", "evidence": "bukti", "captures": "pengambilan", "claims": "klaim", "reviews": "pemeriksaan",
    "who-says": "siapa-berkata", "sources": "sumber", "marks": "tanda", "links": "tautan", "changes": "perubahan",
    "checklist": "daftar-periksa", "README": "BACA-SAYA", "text": "teks", "original": "asli",
    # headings
    "Article": "Artikel", "Title": "Judul", "Site": "Situs", "Author": "Penulis", "Published": "Terbit",
    "How the date is known": "Cara tanggal diketahui", "Language": "Bahasa", "Address": "Alamat", "File": "Berkas",
    "Taken from": "Diambil dari", "Added": "Ditambahkan", "Captured": "Diambil", "How it was made": "Cara dibuat",
    "Made here on": "Dibuat di sini pada", "Text": "Teks", "SHA-256 of the text": "SHA-256 teks",
    "Original": "Berkas asli", "SHA-256 of the original": "SHA-256 berkas asli", "Kind of file": "Jenis berkas",
    "Name of the file": "Nama berkas", "Cleaned by": "Dibersihkan oleh", "Fingerprint of the words": "Sidik kata",
    "The text of the marks": "Teks untuk tanda", "Notices": "Catatan pembersih", "Claim": "Klaim", "Wording": "Bunyi",
    "Translation": "Terjemahan", "Type of claim": "Jenis klaim", "Worth checking": "Layak diperiksa",
    "Time of the event": "Waktu kejadian", "How the time is known": "Cara waktu diketahui", "Place": "Tempat",
    "Related claims": "Klaim terkait", "Note": "Catatan", "By": "Oleh", "Made": "Dibuat", "Changed": "Diubah",
    "Other values": "Nilai lain", "Stands in articles": "Ada di artikel", "Says it": "Yang mengatakan",
    "Denies it": "Yang membantah", "Verdict": "Kesimpulan", "House rating": "Penilaian redaksi", "Status": "Status",
    "Reasons": "Alasan", "Rests on": "Bersandar pada", "Method": "Metode", "Reviewer": "Pemeriksa", "Date": "Tanggal",
    "Published at": "Terbit di", "Number": "Nomor", "Bearing": "Arah", "Form": "Bentuk", "What it is": "Apa itu",
    "Retrieved": "Diambil", "Excerpt": "Kutipan", "Primary or secondary": "Primer atau sekunder",
    "Has an address": "Ada alamat", "Has a date": "Ada tanggal", "Has an archived copy": "Ada salinan arsip",
    "Archived copy": "Salinan arsip", "Name": "Nama", "Other names": "Nama lain", "Kind of source": "Jenis sumber",
    "Affiliation": "Lembaga", "Role": "Jabatan", "Identified": "Cara dikenali", "Speaks for": "Bicara untuk",
    "How the identity is known": "Cara identitas diketahui", "Ground rules": "Aturan main", "Who": "Siapa",
    "Reliability": "Keandalan", "Credibility": "Kredibilitas",
    "Stance": "Sikap", "In which words": "Dengan kata", "Label": "Label", "Characters": "Karakter",
    "Quote": "Kutipan", "Tags": "Tag", "Mentions": "Menyebut", "More": "Rincian", "Kind": "Jenis", "From": "Dari",
    "To": "Ke", "All ends": "Semua ujung", "Within link": "Di dalam tautan", "When": "Kapan", "What": "Apa",
    "Where": "Di mana", "Mark": "Tanda", "Source": "Sumber", "Evidence": "Bukti", "Review": "Pemeriksaan",
    "Response": "Tanggapan", "earlier": "lama",
    # cells
    "yes": "ya", "no": "tidak", "corrected": "dibetulkan", "withheld: it could tell who a protected source is":
    "ditahan: bisa mengungkap sumber yang dilindungi", "capture": "diambil",
    "corrected by hand": "dibetulkan dengan tangan", "stands on an earlier text": "berada di teks sebelumnya",
    "clean again": "dibersihkan lagi", "to fetch": "belum diambil", "from": "dari", "to": "ke", "content": "isi",
    "cue": "isyarat", "source": "sumber", "via": "lewat", "time": "waktu",
}  # fmt: skip


class Spoken:
    """Says things in one language; calling it translates a text of ours. Values, labels and kinds of links are called
    as in the claims report."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._at = 1 if language == INDONESIAN else 0
        self._paper = Language(language)
        self.label = self._paper.label

    def __call__(self, text: str) -> str:
        return WORDS.get(text, text) if self._at else text

    def value(self, field: str, value: str) -> str:
        """Return a value of the vocabulary in words; nothing for none."""
        return self._paper.value(field, value) if value else ""

    def field(self, name: str) -> str:
        """Return what an attribution's field is called; another name as it is, with blanks."""
        pair = FIELDS.get(name)
        return pair[self._at] if pair is not None else name.replace("_", " ")

    def edit(self, name: str) -> str:
        """Return what a step of the change log is called."""
        if not self._at:
            return name
        for pattern, known in _PATTERNS:
            if found := pattern.fullmatch(name):
                return EDITS[known].format(self._named(found[1]))
        return EDITS.get(name, name)

    def _named(self, label: str) -> str:
        """A label as a step names it: a built-in one in this language."""
        builtin = (one for one in (*BUILTIN, *DETAILS) if one.name.lower() == label.lower())
        return next((self.label(one).lower() for one in builtin), label)

    def kind(self, link: Relation) -> str:
        """Return what a link says."""
        return self._paper.kind(link.kind, joins_two=len(link.members) == 2)

    def described(self, attributes: Mapping[str, Any]) -> str:
        """Return the attributes of a mark or a link as one cell."""
        return "; ".join(f"{self.field(k)}: {self._value(k, v)}" for k, v in sorted(attributes.items()))

    def _value(self, name: str, value: Any) -> str:
        is_free = name in ("hedge", "scope_note") or not isinstance(value, str)
        return (value if isinstance(value, str) else plain_json(value)) if is_free else self.value(name, value)
