"""Notices of the cleaner in Indonesian, for papers in that language. Stored notices are English sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader import notices
from reader.messages import filled

INDONESIAN: Mapping[str, str] = {
    notices.UTF16: "Halaman tidak menyebut set karakternya; dibaca sebagai UTF-16.",
    notices.CHARSET_UNKNOWN: (
        "Halaman menyebut set karakter “{0}” yang tidak dibolehkan atau tidak dikenal; set karakternya "
        "dideteksi sendiri."
    ),
    notices.CHARSET_WRONG: "Halaman mengaku memakai set karakter {0}, tetapi dibaca sebagai {1}.",
    notices.UNREADABLE: "{0} tempat tidak bisa dibaca sebagai {1} dan tampil sebagai “{2}”.",
    notices.NUL: "Halaman memuat karakter NUL; tampil sebagai “{0}”.",
    notices.MANY_LINES: "Teks lebih dari {0} baris; {1} karakter sesudahnya dipotong.",
    notices.TOO_LARGE: ("Halaman terlalu besar untuk pengekstrak; yang disisihkan hanya yang jelas bukan artikel."),
    notices.TOO_LONG: (
        "Halaman terlalu panjang untuk dibaca seluruhnya; yang menyusul blok terakhir di sini dipotong."
    ),
    notices.MANY_CELLS: "Tabel di halaman ini lebih dari {0} sel; baris selebihnya menjadi paragraf biasa.",
    notices.UNCLOSED: ("Skrip atau gaya yang tidak ditutup menyembunyikan {0} karakter halaman, seperti di peramban."),
    notices.PICTURES: "{0} gambar di halaman terlalu besar, rusak, atau jenisnya tidak didukung.",
    notices.DEEP: ("Elemen halaman bersarang lebih dari {0} tingkat; {1} diratakan, kata-katanya tetap ada."),
    notices.ATTRIBUTES: "{0} elemen punya lebih dari {1} atribut; atributnya dibuang, kata-katanya tetap ada.",
    notices.DOUBT: "Dua pembacaan halaman ini berbeda; bandingkan dengan halaman utuhnya.",
    notices.NO_EXTRACT: ("Pengekstrak tidak menemukan artikel; yang tidak jelas-jelas menu atau ajakan dipertahankan."),
    notices.NOT_SURE: ("Artikel tidak ditemukan dengan pasti; yang tidak jelas-jelas menu atau ajakan dipertahankan."),
    notices.STRUCK_OUT: "Tempat yang kata-katanya dicoret penerbit dan bukan bagian dari teks: {0}.",
    notices.ANOTHER: ("Artikel lain menyusul di halaman ini; artikel itu ada di antara yang tidak disertakan."),
    notices.EMPTY: (
        "Halaman ini tampaknya tidak memuat artikel. Jika isinya dibuat oleh skrip, simpanlah lagi "
        "setelah semuanya tampil di peramban."
    ),
    notices.UNSURE: (
        "Tidak pasti bagian mana dari halaman ini yang merupakan artikelnya: bandingkan dengan yang disisihkan."
    ),
    notices.FURTHER_PAGES: (
        "Artikel ini masih punya halaman lain yang tidak ada di sini: simpan juga halaman itu, atau "
        "simpan sebagai satu halaman."
    ),
    notices.ONLY_BEGINNING: (
        "Ini mungkin hanya bagian awal: halaman ini menyebut artikelnya berlanjut di tempat lain atau untuk pelanggan."
    ),
    notices.TWICE_ENCODED: (
        "Di sini ada tanda seperti “{0}” yang mungkin seharusnya “{1}”: teksnya didekode dua kali."
    ),
    notices.MACHINE_TEXT: (
        "Sebagian besar teks ini tidak ditulis untuk dibaca orang; berkasnya mungkin bukan seperti yang terlihat."
    ),
    notices.MORE_DATA: (
        "Data halaman memuat {0} karakter artikel yang tidak ditampilkannya; bagian itu termasuk yang disisihkan."
    ),
}
_HOLE = re.compile(r"\\\{(\d)\\\}")


def in_language(said: str, language: str) -> str:
    """Return a notice in `en` or `id`; one that no template makes stays as it is."""
    if language != "id":
        return said
    for template, words in INDONESIAN.items():
        if found := re.fullmatch(_HOLE.sub(r"(?P<h\1>.*)", re.escape(template)), said, re.DOTALL):
            return filled(words, [found[f"h{n}"] for n in range(len(found.groups()))])
    return said
