"""Notes that say what was put right in an article. To a fact-checker they are part of it, wherever they stand.

Extractors take them for legal lines, since sites set them apart. Corpora of extraction hold too few to learn from, so
this is a rule: what such a note says is put in few ways, and it stands in the article or right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.raw import Hint, RawBlock
from reader.model.articles import BlockKind

_LONGEST, _NEAR = 1200, 6  # characters of a note, and blocks with words between it and the article
_ELSEWHERE = Hint.NAVIGATION | Hint.COMMENTS | Hint.HIDDEN | Hint.FORM | Hint.RELATED
_LABELS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.HEADING})

_NOTE = re.compile(
    r"\W{0,3}(?:"
    r"(?:this|the)\s+(?:article|story|piece|report|post|page|headline)\s+(?:was|has\s+been)\s+"
    r"(?:amended|corrected|clarified|edited)\b"
    r"|(?:an?\s+|the\s+)?(?:earlier|previous|original)\s+version\s+of\s+this\b"
    r"|(?:correction|clarification|corrigendum|erratum|ralat|koreksi|klarifikasi)\s*(?:\([^)]{0,40}\)\s*)?[:—–]"
    r"|(?:artikel|berita|tulisan|laporan|judul)\s+ini\s+(?:telah|sudah)\s+(?:di)?"
    r"(?:ralat|koreksi|perbaiki|ubah|sunting|mutakhirkan)"
    r"|(?:catatan\s+(?:redaksi|editor)|editor['’]?s?\s+note)\s*[:—–].{0,600}?\b"
    r"(?:correct|amend|clarif|earlier\s+version|ralat|koreksi|diperbaiki|diubah|keliru)"
    r")",
    re.I | re.S,
)


def is_correction(text: str) -> bool:
    """Return whether a block says what was put right in the article it stands with."""
    return len(text) <= _LONGEST and _NOTE.match(text) is not None


def keep_corrections(blocks: Sequence[RawBlock]) -> None:
    """Keep notes of correction that stand between kept blocks or at most a few behind the last."""
    far = _NEAR + 1
    for block in blocks:
        if not block.text:
            continue
        far = far + 1 if block.reason else 0
        note = block.reason and block.kind in _LABELS and not block.hints & _ELSEWHERE
        if note and far <= _NEAR and is_correction(block.text):
            block.reason, far = "", 0
