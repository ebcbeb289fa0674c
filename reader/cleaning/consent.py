"""Walls of consent: the paragraphs on cookies and partners that a page sets before, over or under its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.raw import Hint, RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind

_ABOUT = re.compile(
    r"\b(?:cookies?|kuki|tracking\s+technolog\w*|GDPR|TCF|CCPA|privasi|privacy|privatsphäre|datenschutz|confidentialité|privacidad)\b",
    re.I,
)
_CUES = tuple(
    re.compile(rf"\b(?:{words})\b", re.I)
    for words in (
        r"partners?|vendors?|third[\s-]part(?:y|ies)|mitra|pihak\s+ketiga|partnern?|partenaires|socios|drittanbieter\w*",
        r"consent\w*|accept\w*|agree|refuse|reject|opt[\s-]out|withdraw|menyetujui|setuju|persetujuan|terima|tolak|"
        r"zustimm\w*|einwillig\w*|akzeptier\w*|accepter|refuser|aceptar|rechazar",
        r"personal\s+data|personali[sz]ed?|your\s+data|data\s+pribadi|personenbezogene\w*|données\s+personnelles|datos\s+personales",
        r"your\s+(?:device|browser|choices|preferences|privacy|experience)|perangkat\s+anda|peramban\s+anda|pengalaman\s+anda|"
        r"ihre[mr]?\s+(?:gerät|endgerät|browser)|votre\s+appareil|su\s+dispositivo|legitimate\s+interest",
        r"store|stores|storing|access|process|processes|processing|measure|menyimpan|mengakses|memproses|speichern|verarbeiten|stocker",
        r"advertis\w+|ads|iklan|werbung|publicité|publicidad|audience|analytics",
        r"settings|preferences|purposes?|pengaturan|preferensi|tujuan|einstellungen|paramètres|finalités",
    )
)  # fmt: skip
_WALL, _PLAIN = 2, 4  # cues besides the subject, in a box that asks for something and anywhere before the headline
_ASKING = Hint.PROMOTION | Hint.FORM | Hint.HIDDEN
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.QUOTE})


def leave_out_consent(blocks: Sequence[RawBlock], title: RawBlock | None) -> None:
    """Give the words of a wall of consent a reason, unless the article itself is about such things."""
    kept = [block for block in blocks if not block.reason and block.kind in _KINDS and block.text]
    if title is not None and _ABOUT.search(title.text):
        return
    after = title is None
    kept_ids = {id(block) for block in kept}
    for block in blocks:
        after = after or block is title
        if id(block) not in kept_ids:
            continue
        wanted = _WALL if block.hints & _ASKING or not after else _PLAIN
        if _ABOUT.search(block.text) and sum(cue.search(block.text) is not None for cue in _CUES) >= wanted:
            block.reason = reasons.PROMOTION
