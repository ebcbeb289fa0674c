"""Whether an article is whole: pages say themselves that more of it stands elsewhere, or that it must be paid for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reader.cleaning.page_view import size
from reader.cleaning.raw import ABOUT, RawBlock
from reader.notices import FURTHER_PAGES, ONLY_BEGINNING

_PAGE_OF = re.compile(
    r"(?:page|halaman|hal\.?|laman|seite|página|pagina|sayfa|strona|side|sida)\s*(\d{1,2})\s*(?:of|dari|/|von|de|di|van|sur|z|av)\s*"
    r"(\d{1,2})", re.I,
)  # fmt: skip
_NEXT_PAGE = re.compile(
    r"(?:(?:go\s+to\s+)?next\s+page|halaman\s+(?:selanjutnya|berikutnya)|(?:selanjutnya|berikutnya|lanjut)\s+ke\s+halaman.{0,10}|"
    r"nächste\s+seite|auf\s+der\s+nächsten\s+seite.{0,60}|page\s+suivante|página\s+siguiente|próxima\s+página|pagina\s+successiva|"
    r"volgende\s+pagina|(?:1\s+2(?:\s+\d+){0,8}\s+(?:next|selanjutnya|berikutnya|lanjut|weiter|suivant|siguiente))|"
    r"tampilkan\s+semua\s+halaman|show\s+all\s+pages?)\W{0,3}", re.I,
)  # fmt: skip
_GO_ON = re.compile(
    r"(?:(?:to\s+)?(?:continue|keep)\s+reading\b.{4,60}|(?:read|see|view)\s+(?:the\s+)?(?:full|rest\s+of\s+the|whole|entire)\s+"
    r"(?:article|story|text|post).{0,30}|(?:subscribe|log\s+in|sign\s+in|register|sign\s+up)\b.{0,40}\bto\s+(?:read|continue|keep|"
    r"unlock|access)\b.{0,60}|(?:this|the)\s+(?:article|story|content)\s+is\s+(?:for|only\s+available\s+to|reserved\s+for)\s+"
    r"subscribers.{0,40}|baca\s+(?:artikel\s+)?(?:selengkapnya|kelanjutannya).{0,30}|lanjut(?:kan)?\s+membaca.{0,40}|"
    r"(?:berlangganan|langganan|masuk|login|daftar)\b.{0,40}\buntuk\s+(?:membaca|melanjutkan|mengakses)\b.{0,60}|"
    r"artikel\s+(?:ini\s+)?khusus\s+(?:untuk\s+)?pelanggan.{0,40}|weiterlesen\b.{0,50}|lire\s+la\s+suite.{0,30}|"
    r"(?:il\s+vous\s+reste|la\s+suite\s+est\s+réservée).{0,80}|(?:sigue|seguir|continuar)\s+(?:leyendo|lendo).{0,40}|"
    r"continua\s+a\s+leggere.{0,30}|lees\s+(?:verder|meer).{0,30}|les\s+(?:hele|mer).{0,30})\W{0,3}", re.I,
)  # fmt: skip
_BARE_GO_ON = re.compile(r"(?:(?:continue|keep)\s+reading|read\s+more|baca\s+selengkapnya|selengkapnya)\W{0,3}", re.I)
_BEHIND = 4  # blocks behind the last kept one in which it is said that the article goes on
_LONGEST = 120
_SHORT = 300  # words of a text behind which two words are enough to say that it goes on
_MORE, _LEAST_MORE = 1.6, 150  # so many times our words, and so many more, must a page count of its own
_SIGNS = 4.5  # times our words; so many more are characters, which some pages count


def notices_of_parts(blocks: Sequence[RawBlock], data: Mapping[str, Any] | None = None) -> list[str]:
    """Return the notices for an article of which more stands elsewhere, told by the blocks of its page and by the
    page's `data` (JSON-LD)."""
    kept = [n for n, block in enumerate(blocks) if not block.reason and block.kind not in ABOUT and block.text]
    if not kept:
        return []
    near = [block.text for block in blocks[kept[-1] : kept[-1] + 1 + _BEHIND] if len(block.text) <= _LONGEST]
    texts = [block.text for block in blocks if len(block.text) <= _LONGEST]
    parts = any(_is_part(found) for text in texts for found in _PAGE_OF.finditer(text))
    if parts or any(map(_NEXT_PAGE.fullmatch, near)):
        return [FURTHER_PAGES]
    ours = sum(len(blocks[n].text.split()) for n in kept)
    goes_on = any(map(_GO_ON.fullmatch, near)) or (ours < _SHORT and any(map(_BARE_GO_ON.fullmatch, near)))
    spaced = all(size(blocks[n].text) <= 1.5 * len(blocks[n].text) for n in kept)
    return [ONLY_BEGINNING] if goes_on or (spaced and _counts_more(ours, data or {})) else []


def _is_part(found: re.Match[str]) -> bool:
    return 1 <= int(found[1]) <= int(found[2]) and int(found[2]) > 1


def _counts_more(ours: int, data: Mapping[str, Any]) -> bool:
    """Whether the page says that its article has many more words than are here."""
    stated = str(data.get("wordCount") or "")
    if not stated.isdecimal() or len(stated) > 6:
        return False
    return max(_MORE * ours, ours + _LEAST_MORE) < int(stated) and (int(stated) < _SIGNS * ours or ours < _SHORT)
