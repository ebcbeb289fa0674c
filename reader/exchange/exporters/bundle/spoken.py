"""The words of a bundle in the language chosen: headings, names of files, values. Nothing in it is a code of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reader.exchange.exporters.bundle.values import EDITS, FIELDS, LABELS, VALUES
from reader.exchange.records import plain_json
from reader.model.labels import Label

ENGLISH, INDONESIAN = "en", "id"
_PATTERNS = tuple(
    (re.compile(re.escape(name).replace(r"\{0\}", "(.+)")), name) for name in EDITS if "{0}" in name
)  # fmt: skip

# English, Indonesian; what is no key here is said as it is.
WORDS: Mapping[str, str] = {
    # files and folders
    "articles": "artikel", "evidence": "bukti", "captures": "tangkapan", "claims": "klaim", "reviews": "pemeriksaan",
    "who-says": "siapa-berkata", "sources": "sumber", "marks": "tanda", "links": "tautan", "changes": "perubahan",
    "checklist": "daftar-periksa", "README": "BACA-SAYA", "text": "teks", "original": "asli",
    # headings
    "Article": "Artikel", "Title": "Judul", "Site": "Situs", "Author": "Penulis", "Published": "Terbit",
    "How the date is known": "Cara tanggal diketahui", "Language": "Bahasa", "Address": "Alamat", "File": "Berkas",
    "Taken from": "Diambil dari", "Added": "Ditambahkan", "Captured": "Ditangkap", "How it was made": "Cara dibuat",
    "Made here on": "Dibuat di sini pada", "Text": "Teks", "SHA-256 of the text": "SHA-256 teks",
    "Original": "Berkas asli", "SHA-256 of the original": "SHA-256 berkas asli", "Kind of file": "Jenis berkas",
    "Name of the file": "Nama berkas", "Cleaned by": "Dibersihkan oleh", "Fingerprint of the words": "Sidik kata",
    "The text of the marks": "Teks untuk tanda", "Notices": "Catatan pembersih", "Claim": "Klaim", "Wording": "Bunyi",
    "Translation": "Terjemahan", "Type of claim": "Jenis klaim", "Worth checking": "Layak diperiksa",
    "Time of the event": "Waktu kejadian", "How the time is known": "Cara waktu diketahui", "Place": "Tempat",
    "Related claims": "Klaim terkait", "Note": "Catatan", "By": "Oleh", "Made": "Dibuat", "Changed": "Diubah",
    "Other values": "Nilai lain", "Stands in articles": "Ada di artikel", "Says it": "Yang mengatakan",
    "Denies it": "Yang membantah", "Verdict": "Putusan", "House rating": "Penilaian redaksi", "Status": "Status",
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
    "ditahan: bisa mengungkap sumber yang dilindungi", "capture": "ditangkap",
    "corrected by hand": "dibetulkan dengan tangan", "stands on an earlier text": "berada di teks sebelumnya",
    "attributed to": "menurut", "denies": "membantah", "evidence for": "bukti untuk", "same claim": "klaim yang sama",
    "clean again": "dibersihkan lagi", "to fetch": "belum diambil", "from": "dari", "to": "ke", "content": "isi",
    "cue": "isyarat", "source": "sumber", "via": "lewat", "time": "waktu",
}  # fmt: skip
KINDS = {"attributed_to": "attributed to", "denies": "denies", "evidence": "evidence for", "same_claim": "same claim"}


class Spoken:
    """Says things in one language; calling it translates a text of ours."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._at = 1 if language == INDONESIAN else 0

    def __call__(self, text: str) -> str:
        return WORDS.get(text, text) if self._at else text

    def value(self, field: str, value: str) -> str:
        """Return a value of the vocabulary in words; any other as it is."""
        pair = VALUES.get(field, {}).get(value)
        return pair[self._at] if pair is not None else value

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
                return EDITS[known].format(LABELS.get(found[1].capitalize(), found[1]).lower())
        return EDITS.get(name, name)

    def label(self, label: Label) -> str:
        """Return a label's name: a built-in one that was not renamed in this language."""
        is_own = not label.builtin or label.name.lower() != label.id
        return label.name if is_own or not self._at else LABELS.get(label.name, label.name)

    def kind(self, kind: str) -> str:
        """Return what a kind of link is called."""
        return self(KINDS[kind]) if kind in KINDS else kind.replace("_", " ")

    def described(self, attributes: Mapping[str, Any]) -> str:
        """Return what is said of a mark or a link beside its fields, as one cell."""
        return "; ".join(f"{self.field(k)}: {self._told(k, v)}" for k, v in sorted(attributes.items()))

    def _told(self, name: str, value: Any) -> str:
        return self.value(name, value) if isinstance(value, str) else plain_json(value)
