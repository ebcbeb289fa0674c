"""What pages leave between an article's words: offers of a subscription, players, widgets, initials, republishing.

In Indonesian and English, whole lines only. A sentence that speaks of such things has more round it and stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.raw import Cut, RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind

_LONGEST, _LONGEST_BOX = 240, 700
_BESIDE = 0.7  # of a field's words must stand outside of it as well
_OFFER = re.compile(
    r"you(?:\s+have|’ve|'ve)\s+(?:only\s+)?(?:\d+|one|two|three|no|read|reached|used|hit)\b.{0,40}\b(?:articles?|stor(?:y|ies)|limit)\b.{0,120}"
    r"|this\s+is\s+your\s+(?:last|final|\w+\s+of\s+\w+)\s+(?:free\s+)?(?:article|story)\b.{0,120}"
    r"|\d+\s+(?:free\s+)?(?:articles?|stories)\s+(?:left|remaining)\b.{0,80}"
    r"|already\s+(?:a|an|have|subscribed|registered)\b[^.]{0,40}\?.{0,60}|(?:not|not\s+yet)\s+a\s+(?:subscriber|member)\s*\?.{0,60}"
    r"|to\s+(?:continue|keep|finish)\s+reading\b.{0,160}|(?:continue|keep)\s+reading\s+(?:with|by|for|this|the\s+full)\b.{0,120}"
    r"|(?:please\s+)?(?:log|sign)\s*-?in\s+(?:or|to|and)\s+(?:subscribe|register|create|continue|read|sign|join|view|access|unlock)\b.{0,120}"
    r"|(?:subscribe|register|sign\s+up)\s+(?:now\s+)?(?:to|and)\s+(?:continue|keep|read|unlock|access|get)\b.{0,120}"
    r"|this\s+(?:article|story|content|post)\s+is\s+(?:only\s+)?(?:for|exclusive(?:ly)?(?:\s+(?:to|for))?|available\s+(?:only\s+)?(?:to|for)|reserved\s+for)\s+"
    r"(?:our\s+|paid\s+|paying\s+|registered\s+|premium\s+)*(?:subscribers?|members?)\b.{0,120}"
    r"|unlock\s+(?:this|the\s+full|full|unlimited)\s+(?:article|story|access|reading)\b.{0,120}"
    r"|anda\s+(?:memiliki|punya|sudah|telah)\s+(?:membaca\s+|mencapai\s+)?(?:sisa\s+|batas\s+)?(?:\d+\s+)?artikel\s+gratis\b.{0,120}"
    r"|(?:sisa|tersisa)\s+\d+\s+artikel\b.{0,80}|\d+\s+artikel\s+gratis\s+(?:lagi|tersisa)\b.{0,80}"
    r"|sudah\s+(?:berlangganan|punya\s+akun|memiliki\s+akun|menjadi\s+(?:pelanggan|anggota)|terdaftar)\s*\?.{0,60}|belum\s+(?:berlangganan|punya\s+akun)\s*\?.{0,60}"
    r"|untuk\s+(?:melanjutkan|terus|lanjut)\s+(?:membaca|baca)\b.{0,160}|(?:silakan|silahkan)\s+(?:masuk|log\s*in|login|daftar|berlangganan|mendaftar)\b.{0,120}"
    r"|(?:artikel|berita|konten|tulisan)\s+ini\s+(?:hanya|khusus|eksklusif)\s+(?:untuk|bagi)\s+(?:pelanggan|anggota|member)\b.{0,120}"
    r"|(?:masuk|daftar|login)\s+(?:untuk|dan|atau)\s+(?:melanjutkan|membaca|lanjut|berlangganan|daftar)\b.{0,120}",
    re.I,
)
_WIDGET = re.compile(
    r"(?:loading|memuat|sedang\s+memuat)\b(?:\s+(?:\w+\s+){0,2}(?:stor(?:y|ies)|articles?|news|comments?|content|posts?|videos?|player|more|recommendations?"
    r"|berita|artikel|komentar|konten|video))?\s*[.…]*"
    r"|(?:simak|lihat|tonton|saksikan)\s+(?:juga\s+|pula\s+)?(?:video|foto|infografis|galeri)\b[^.!?]{0,140}[!?\"”’)]?"
    r"|\[\s*(?:gambas|video|foto|photo|image|gambar|embed|gallery|galeri|youtube|twitter|instagram|tiktok|iframe|audio|infografis|ads?|iklan)\b[^\]]{0,90}\]"
    r"|(?:story|article|text)\s+continues\s+(?:below|after)\b.{0,60}|(?:artikel|berita)\s+(?:berlanjut|dilanjutkan)\b.{0,60}"
    r"|scroll\s+(?:down\s+|ke\s+bawah\s+)?(?:to|for|untuk)\s+(?:continue|keep|read|more|lanjut|melanjutkan|membaca)\b.{0,40}|(?:tap|click|klik|ketuk)\s+(?:to|untuk)\s+(?:unmute|play|enlarge|expand|zoom|memutar|memperbesar)\b.{0,40}"
    r"|(?:play|putar|pause)\s+(?:the\s+)?(?:video|audio)|(?:this|the)\s+video\s+(?:can\s*not|cannot|could\s+not)\s+be\s+played\b.{0,60}"
    r"|your\s+browser\s+does\s+not\s+support\b.{0,100}|(?:peramban|browser)\s+anda\s+tidak\s+mendukung\b.{0,100}"
    r"|(?:please\s+)?enable\s+javascript\b.{0,100}|getting\s+your\b.{0,40}player\s+ready\b.{0,20}"
    r"|(?:enlarge|toggle|hide|show)\s+(?:this\s+)?(?:image|caption|photo)|(?:related|recommended)\s+(?:stories|articles)\s+loading\b.{0,20}"
    r"|no\s+related\s+(?:posts?|articles?|stories)\.?|(?:swipe|geser)\s+(?:to|untuk|left|right)\b.{0,60}",
    re.I,
)
_REPUBLISH = re.compile(
    r"(?:republish|repost)\s+(?:this|our|the)\b.{0,300}|this\s+(?:article|story|piece)\s+(?:is|was)\s+(?:re)?published\s+(?:from|under|with)\b.{0,300}\blicen[cs]e\b.{0,200}"
    r"|(?:we\s+believe\s+in\s+the\s+free\s+flow\s+of\s+information|republish\s+our\s+articles)\b.{0,300}"
    r"|you\s+(?:are\s+free\s+to|may|can)\s+(?:republish|repost|reprint)\b.{0,400}"
    r"|(?:artikel|tulisan|berita)\s+ini\s+(?:di)?terbit(?:kan)?\s+(?:ulang|kembali)\s+(?:dari|di\s+bawah|dengan)\b.{0,300}"
    r"|(?:terbitkan|muat)\s+ulang\s+(?:artikel|tulisan|berita)\b.{0,300}"
    r"|(?:copy|salin)\s+(?:the\s+)?(?:html|code|kode|embed)\b.{0,100}",
    re.I,
)
_WIRE = re.compile(
    r"\(?\s*(?:additional\s+)?(?:reporting|writing|compiled|written|pelaporan|laporan)\s+(?:by|oleh)\s+[^.;]{3,120}"
    r"(?:;\s*(?:additional\s+)?(?:reporting|writing|editing|penyuntingan|disunting)\s+(?:by|oleh)\s+[^;]{3,120}){1,4}\)?\.?",
    re.I,
)
_CODE = r"(?:[a-z]{2,5}|[A-Z]{2,5})"
# Who owns the words, with the year; a sentence about a right has more words.
_OWNED = re.compile(
    r"(?:(?:copyright\s*|hak\s+cipta\s*)?(?:©|\(c\))\s*(?:[\w.&-]+[\s,]+){0,5}|(?:copyright|hak\s+cipta)\s+)(?:19|20)\d\d"
    r"(?:\s*[-–]\s*(?:19|20)\d\d)?(?:[\s,.|]+[\w.&-]+){0,8}\W*", re.I,
)  # fmt: skip
_INITIALS = re.compile(rf"[(\[]\s*{_CODE}(?:\s*[/\-,;]\s*{_CODE}){{1,4}}\s*[)\]]\.?")
_ONE = re.compile(r"[(\[]\s*(?:[a-z]{2,4}|[A-Z]{2,3})\s*[)\]]\.?")
_AT_END = re.compile(rf"(?<=[.!?…\"”’])\s*([(\[]\s*{_CODE}(?:/{_CODE}){{1,4}}\s*[)\]])\.?$")
_ONE_AT_END = re.compile(r"(?<=[.!?…\"”’])\s*([(\[]\s*[a-z]{2,4}\s*[)\]])\.?$")
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION})


def leftover_reason(text: str) -> str:
    """Return why a whole line is such a leftover; empty for words that may be the article's."""
    if len(text) <= _LONGEST:
        if _OFFER.fullmatch(text):
            return reasons.PROMOTION
        if _OWNED.fullmatch(text):
            return reasons.FOOTER
        if _WIDGET.fullmatch(text) or _INITIALS.fullmatch(text) or _WIRE.fullmatch(text):
            return reasons.NOT_ARTICLE
    if len(text) <= _LONGEST_BOX and _REPUBLISH.fullmatch(text):
        return reasons.SHARE
    return ""


def leave_out_leftovers(blocks: Sequence[RawBlock]) -> None:
    """Give every leftover that stands in the article a reason, and take the initials off its last words."""
    _copies(blocks)
    for block in blocks:
        if not block.reason and block.kind in _LINES and block.text:
            block.reason = leftover_reason(block.text)
    _initials([block for block in blocks if not block.reason and block.kind in _LINES and block.text])


def _copies(blocks: Sequence[RawBlock]) -> None:
    """Words in a field to copy them from, beside an article of which they are a copy or less than one."""
    kept = [block for block in blocks if not block.reason and block.text]
    fields = [block for block in kept if block.place.tag == "textarea"]
    within = sum(len(block.text) for block in fields)
    if fields and sum(len(block.text) for block in kept) - within >= _BESIDE * within:
        for block in fields:
            block.reason = reasons.FORM


def _initials(kept: Sequence[RawBlock]) -> None:
    """Initials end an article: alone in its last line, or behind its last sentence."""
    last = kept[-1] if kept else None
    if last is None:
        return
    if _ONE.fullmatch(last.text):
        last.reason = reasons.NOT_ARTICLE
        last = kept[-2] if len(kept) > 1 else last
    for block in (last, *kept[-4:-1]):
        found = _AT_END.search(block.text) or (_ONE_AT_END.search(block.text) if block is last else None)
        if found is not None:
            block.text = block.text[: found.start()]
            block.marks = [(m[0], min(m[1], len(block.text)), *m[2:]) for m in block.marks if m[0] < len(block.text)]
            block.link_length = min(block.link_length, len(block.text))
            block.cut = (*block.cut, Cut(found[1], reasons.NOT_ARTICLE))
