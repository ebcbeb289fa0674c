"""What the dates in a line are of: publishing or changing ("Senin, 12 Juni 2023 | 10:05 WIB · Diperbarui 13 Juni")."""

from __future__ import annotations

import re

from reader.cleaning import phrases
from reader.cleaning.written_dates import in_plain_digits, written_dates

_TIME = re.compile(r"\b(\d{1,2})[.:](\d{2})\s*(WIB|WITA|WIT|GMT|UTC)\b")
_ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "GMT": "+00:00", "UTC": "+00:00"}
_CHANGED = re.compile(
    r"\b(?:last\s+)?(?:updated?|modified|changed|edited|revised|amended)\b|\b(?:di)?(?:perbarui|perbaharui|mutakhirkan|ubah|sunting)\b|"
    r"\bpembaruan\b|\b(?:zuletzt|aktualisiert|geändert|stand)\b|\b(?:mis\s+à\s+jour|mise\s+à\s+jour|modifié)\b|"
    r"\b(?:actualizad[oa]|actualización|modificad[oa])\b|\b(?:atualizad[oa]|atualização)\b|\baggiornat[oa]\b|\baggiornamento\b|"
    r"\b(?:bijgewerkt|gewijzigd)\b|\b(?:oppdatert|sist\s+endret|uppdaterad|ändrad|opdateret|päivitetty|aktualizováno|aktualizacja|"
    r"zaktualizowano|frissítve|actualizat|güncelle(?:me|ndi)|обновлено|изменено|оновлено|ενημέρωση|ενημερώθηκε)\b|"
    r"\bcập\s+nhật\b|\bdikemas\s*kini\b|แก้ไข|อัปเดต|更新|修正|수정|업데이트|تحديث|به‌روزرسانی|بروزرسانی|হালনাগাদ|আপডেট|अपडेट|अद्यतन|עודכן|עדכון",
    re.I,
)
_PUBLISHED = re.compile(
    r"\b(?:(?:first|originally)\s+)?(?:published|posted|released|created)\b|\b(?:di)?(?:terbitkan|terbit|tayang(?:kan)?|unggah|publikasikan|rilis)\b|"
    r"\b(?:veröffentlicht|erschienen|erstellt)\b|\b(?:publiée?|parue?)\b|\bpublicad[oa]\b|\bpublicación\b|\bpubblicat[oa]\b|"
    r"\b(?:gepubliceerd|geplaatst)\b|\bditerbitkan\b|\b(?:publisert|publicerad|udgivet|offentliggjort|julkaistu|publikováno|vydáno|"
    r"opublikowano|data\s+publikacji|publikacja|megjelent|publicat|yayınla(?:nma|ndı)|yayın\s+tarihi|опубликовано|опубліковано|"
    r"δημοσίευση|δημοσιεύτηκε)\b|\bđăng\b|\bxuất\s+bản\b|เผยแพร่|公開|发布|發布|発表|掲載|配信|입력|등록|게시|نشر|منتشر|انتشار|প্রকাশ|प्रकाशित|פורסם",
    re.I,
)
_FEW = 20  # words
_LONGEST = 110
_BARE = 34  # characters of a line besides its date that a date line may have


def shown_date(line: str, days_first: bool | None = None, language: str = "") -> str:
    """Return the date of a line, with the time where a zone stands by it; else empty. The rest as `written_dates`."""
    day = next((day for _, _, day in written_dates(line, days_first, language)), "")
    time = _TIME.search(in_plain_digits(line))
    if day and time and int(time[1]) < 24 and int(time[2]) < 60:
        return f"{day}T{int(time[1]):02}:{time[2]}:00{_ZONES[time[3]]}"
    return day


def published_and_updated(line: str, days_first: bool | None = None, language: str = "") -> tuple[str, str]:
    """Return when a line says that something was published, and when it was changed, in whichever order."""
    published = updated = ""
    before = 0
    for start, end, day in written_dates(line, days_first, language):
        label = line[before:start]
        changed = [found.start() for found in _CHANGED.finditer(label)]
        first = [found.start() for found in _PUBLISHED.finditer(label)]
        if changed and max(changed) > max(first, default=-1):
            updated = updated or day
        else:
            published = published or day
        before = end
    return published, updated


def is_about_dates(line: str) -> bool:
    """Return whether a line is about the day of publishing or changing, and about little else."""
    return (_CHANGED.search(line) or _PUBLISHED.search(line)) is not None and len(line.split()) <= _FEW


def is_date_line(text: str, language: str = "") -> bool:
    """Return whether a line gives the day of publishing or changing, and little else."""
    if not 6 <= len(text) <= _LONGEST:
        return False
    if phrases.DATE.fullmatch(text):
        return True
    if not any(published_and_updated(text, days_first=True, language=language)):
        return False
    words = re.sub(r"[\W\d_]+", " ", text)
    return len(words) <= _BARE or is_about_dates(text) or phrases.BY.match(text) is not None
