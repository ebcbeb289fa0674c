"""What is typed and what stands there: pairs that every search must find, each by another kind of sign.

`quote` says whether a quote may be given so: only what nobody can type or see is forgiven there.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Pair(NamedTuple):
    name: str
    typed: str
    stands: str
    quote: bool


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


PAIRS = [
    Pair("soft hyphens", "Bundesrechnungshof", "der Bun\xaddes\xadrech\xadnungs\xadhof prüft", True),
    Pair("zero width space", "lighthouse", "the light\u200bhouse keeper", True),
    Pair("word joiner", "flagship", "a flag\u2060ship store", True),
    Pair("byte order mark", "harvester", "one \ufeffhar\ufeffvester left", True),
    Pair("zero width non-joiner", "میخواهم", "او گفت می\u200cخواهم که", True),
    Pair("direction marks", "Kapal 17", "para \u202aKapal\u200f 17\u202c berlabuh", True),
    Pair("variation selector", "☂ payung", "bawa ☂\ufe0e payung", True),
    Pair("no-break space", "12 400 euros", "payé 12\u00a0400\u202feuros hier", True),
    Pair("ideographic space", "春 夏", "四季は春\u3000夏という", True),
    Pair("a line end", "akhir awal", "ini akhir\nawal itu", True),
    Pair("ligature fi", "finance office", "the ﬁnance oﬃce said", True),
    Pair("ligature fl", "conflict", "a conﬂict of", True),
    Pair("apostrophe", "n'a rien", "il n’a rien dit", True),
    Pair("single quotes", "'heard'", "he ‘heard’ it", True),
    Pair("double quotes", '"gutes Wort"', "ein „gutes Wort“ war", True),
    Pair("angle quotes", '"oui merci"', "dire «oui merci» ici", True),
    Pair("prime", "l'eau douce", "de l′eau douce la", True),
    Pair("no-break hyphen", "tekan-menekan", "saling tekan‑menekan lagi", True),
    Pair("en dash", "1998-2004", "tahun 1998–2004 itu", True),
    Pair("em dash", "datang - lalu", "ia datang — lalu pergi", True),
    Pair("two hyphens", "kembali--lagi", "mau kembali—lagi nanti", True),
    Pair("minus", "suhu -40", "pada suhu −40 derajat", True),
    Pair("ellipsis", "entah...", "maka entah… kata", True),
    Pair("full width", "ABC123", "規格ＡＢＣ１２３です", True),
    Pair("half width kana", "ガイド", "街のｶﾞｲﾄﾞ本", True),
    Pair("composed", "préfet", _nfd("le préfet parle"), True),
    Pair("composed Korean", "서울시", _nfd("어제 서울시가"), True),
    Pair("tatweel", "السيد", "قال الســـيد إن", True),
    Pair("power", "10^6", "sekitar 3,2 × 10⁶ liter", True),
    Pair("lowered", "CO2 emission", "a CO₂ emission cut", True),
    Pair("raised unit", "45 m2", "lahan 45 m² saja", True),
    Pair("fraction", "2 1/2", "minum 2½ gelas", True),
    Pair("accents", "deja presente", "c’est déjà présenté là", False),
    Pair("typed accents", "Café Résumé", "at the cafe resume desk", False),
    Pair("case", "WAKIL KETUA", "kata Wakil Ketua itu", False),
    Pair("Polish strokes", "Lodz Walesa", "w Łodz Wałęsa był", False),
    Pair("Nordic letters", "Ostergard smorebrod", "på Østergård smørebrød nu", False),
    Pair("joined letters", "aero oeuvre", "den Ærø œuvre", False),
    Pair("Vietnamese", "duong Dien Bien", "trên đường Điện Biên Phủ", False),
    Pair("sharp s", "Strasse gross", "die Straße groß war", False),
    Pair("dotless i", "isik yildiz", "bir ışık yıldız", False),
    Pair("hamza", "خطا اعلان", "هذا خطأ إعلان جديد", False),
    Pair("vowel signs", "محمد رسول", "كان مُحَمَّدٌ رَسُولٌ هنا", False),
    Pair("Arabic endings", "مدرسه علي", "في مدرسة على تل", False),
    Pair("Arabic digits", "1445", "عام ١٤٤٥ هجري", False),
    Pair("Hebrew points", "שלום עולם", "אמר שָׁלוֹם עוֹלָם היום", False),
    Pair("Greek", "αθηνας", "της Αθήνας σήμερα", False),
    Pair("Russian", "елка чье", "это ёлка чьё дело", False),
    Pair("kana", "かめら", "古いカメラを見た", False),
    Pair("Han in a run", "署名", "市長は昨日契約書に署名したと述べた", True),
    Pair("one Han", "雪", "山の上に雪が降った", True),
    Pair("Chinese in a run", "环境保护", "政府加强环境保护工作的决定", True),
    Pair("Thai in a run", "น้ำท่วม", "เมื่อวานนี้น้ำท่วมหนักในเมือง", True),
    Pair("Korean compound", "위원회", "국회예산결산특별위원회가 열렸다", True),
    Pair("Hindi", "हिन्दी में", "यह हिन्दी में लिखा", True),
    Pair("a sign", "C++", "written in C++ only", True),
    Pair("emoji", "🧂 garam", "impor 🧂 garam naik", True),
]
