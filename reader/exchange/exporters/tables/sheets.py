"""The sheets of a workbook and their columns: what each is called in either language, how wide it is, what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from reader.exchange.exporters.paper.words import LANGUAGES


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    DAY = "day"  # a day as a typed date; what is more or less precise as text in ISO 8601
    TIME = "time"  # a moment in UTC as a typed date with its time
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is its name in a row. What is `read_only` repeats what stands in another place, and does not come back; a
    column without width is hidden. `among` names the vocabulary of its values."""

    key: str
    en: str
    id: str
    width: int = 0
    kind: Kind = Kind.TEXT
    read_only: bool = False
    among: str = ""

    def heading(self, language: str) -> str:
        """Return what it is called."""
        return (self.en, self.id)[LANGUAGES.index(language)]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; a hidden one is there for the way back."""

    key: str
    en: str
    id: str
    columns: tuple[Column, ...]
    hidden: bool = False

    @property
    def summed(self) -> list[str]:
        """The columns that only tell and whose words are summed, so that a change is noticed."""
        return [c.key for c in self.columns if c.read_only and c.kind in (Kind.TEXT, Kind.DAY)]

    def name(self, language: str) -> str:
        """Return what it is called."""
        return (self.en, self.id)[LANGUAGES.index(language)]


def _c(key: str, en: str, id: str, width: int = 0, **more: Kind | bool | str) -> Column:
    return Column(key, en, id, width, **more)  # type: ignore[arg-type]


def _hidden(*keys: str, kind: Kind = Kind.TEXT) -> tuple[Column, ...]:
    return tuple(Column(key, key, key, 0, kind) for key in keys)


_DAY, _TIME, _NUMBER = Kind.DAY, Kind.TIME, Kind.NUMBER
_NOTE, _WHO = _c("note", "Note", "Catatan", 36), _c("annotator", "By", "Oleh", 14)
_CREATED = _c("created", "Made (UTC)", "Dibuat (UTC)", 17, kind=_TIME)
_MODIFIED = _c("modified", "Changed (UTC)", "Diubah (UTC)", 17, kind=_TIME)
_CLAIM = _c("claim", "Claim", "Klaim", 48, read_only=True)
_ARTICLE = _c("article", "Article", "Artikel", 32, read_only=True)
_SITE = _c("site", "Outlet", "Media", 18, read_only=True)
_PUBLISHED = _c("published", "Published", "Terbit", 12, kind=_DAY, read_only=True)
CHECKSUM = "checksum"  # over the read-only cells of a row: so it is noticed when one was changed
WRITTEN = "written"  # what stands in columns of days and is no day: so it comes back as it is

CLAIMS = Sheet(
    "claims", "Claims", "Klaim",
    (
        _c("text", "Claim", "Klaim", 56),
        _c("verdict", "Verdict", "Kesimpulan", 18, among="verdict"),
        _c("rating", "Rating", "Penilaian", 15, among="rating"),
        _c("status", "Status", "Status", 16, among="status"),
        _c("justification", "Reasons", "Alasan", 48),
        _c("reviewer", "Reviewer", "Pemeriksa", 14),
        _c("date", "Day of the verdict", "Tanggal kesimpulan", 13, kind=_DAY),
        _c("address", "Published at", "Terbit di", 26),
        _c("strategy", "Method", "Metode", 18, among="strategy"),
        _c("review_note", "Note on the verdict", "Catatan kesimpulan", 30),
        _c("translation", "Translation", "Terjemahan", 36),
        _c("type", "Type", "Jenis", 16, among="type"),
        _c("worth", "Worth checking", "Layak diperiksa", 16, among="worth"),
        _c("event_time", "Time of the event", "Waktu kejadian", 13, kind=_DAY),
        _c("event_time_basis", "How that time is known", "Dasar waktu", 14, among="event_time_basis"),
        _c("place", "Place", "Tempat", 16),
        _NOTE, _WHO, _CREATED, _MODIFIED,
        *_hidden("id", "review_id", WRITTEN, "cites", "related", "credibility", "extra", "review_extra"),
        *_hidden("review_created", "review_modified", kind=_TIME),
    ),
)  # fmt: skip
SIDES = Sheet(
    "sides", "Sides", "Pihak",
    (
        _CLAIM,
        _c("speaker", "Who", "Siapa", 24, read_only=True),
        _c("stance", "Stance", "Sikap", 18, among="stance"),
        _c("response_form", "Answer", "Jawaban", 18, among="response_form"),
        _c("factuality", "How sure", "Seberapa pasti", 16, among="factuality"),
        _c("quote_type", "Word for word", "Cara mengutip", 16, among="quote_type"),
        _c("channel", "Where it was said", "Saluran", 16, among="channel"),
        _c("scope_note", "What exactly", "Persisnya", 24),
        _c("quote", "Words", "Kata-kata", 48, read_only=True),
        _ARTICLE, _SITE, _PUBLISHED, _NOTE, _WHO, _CREATED,
        *_hidden("id", "members", "within", "attributes", "stance_written", CHECKSUM),
    ),
)  # fmt: skip
EVIDENCE = Sheet(
    "evidence", "Evidence", "Bukti",
    (
        _CLAIM,
        _c("bearing", "What it does", "Arah", 18, among="bearing"),
        _c("title", "Title", "Judul", 32),
        _c("address", "Address", "Alamat", 36),
        _c("quote", "Words of an article", "Kata-kata artikel", 36, read_only=True),
        _c("excerpt", "Excerpt", "Kutipan", 40),
        _c("retrieved", "Retrieved", "Diambil", 12, kind=_DAY),
        _c("grade", "Grade", "Tingkat", 14, among="grade"),
        _c("form", "Form", "Bentuk", 14, among="form"),
        _NOTE, _WHO, _CREATED,
        *_hidden("id", "claim_id", "target", "extra", WRITTEN, CHECKSUM),
    ),
)  # fmt: skip
REPLY = Sheet(
    "reply", "Right of reply", "Hak jawab",
    (
        _c("speaker", "Who was asked", "Siapa yang ditanya", 26, read_only=True),
        _CLAIM,
        _c("answered", "Answered", "Menjawab", 10, read_only=True),
        _c("response_form", "Answer", "Jawaban", 20, among="response_form"),
        _c("when", "When", "Kapan", 18, read_only=True),
        _c("quote", "Words", "Kata-kata", 48, read_only=True),
        _ARTICLE, _PUBLISHED,
        *_hidden("id", "form_written", CHECKSUM),
    ),
)  # fmt: skip
SOURCES = Sheet(
    "sources", "Sources", "Sumber",
    (
        _c("name", "Name", "Nama", 28),
        _c("kind", "Kind", "Macam", 18, among="kind"),
        _c("role", "Role", "Jabatan", 22),
        _c("affiliation", "Affiliation", "Lembaga", 22),
        _c("speaks_for", "Speaks for", "Mewakili", 22, read_only=True),
        _c("identification", "How identified", "Cara dikenali", 18, among="identification"),
        _c("identity_basis", "How that is known", "Dasar pengenalan", 16, among="identity_basis"),
        _c("aliases", "Other names", "Nama lain", 22),
        _c("address", "Address", "Alamat", 22),
        _c("ground_rules", "Agreed", "Kesepakatan", 18, among="ground_rules"),
        _c("reliability", "Reliability", "Keandalan", 10, among="reliability"),
        _NOTE, _WHO, _CREATED, _MODIFIED,
        *_hidden("id", "party", "extra", CHECKSUM),
    ),
)  # fmt: skip
MARKS = Sheet(
    "marks", "Marks", "Tanda",
    (
        _c("label_name", "Label", "Label", 12),
        _c("quote", "Words", "Kata-kata", 56),
        _NOTE,
        _c("tags", "Tags", "Tag", 18),
        _c("mentions", "About", "Tentang", 32, read_only=True),
        _ARTICLE, _SITE, _WHO, _CREATED, _MODIFIED,
        _c("stands", "Stands", "Letak", 14, read_only=True),
        *_hidden("doc", "id", "label"), *_hidden("begin", "end", "piece", "pieces", kind=_NUMBER),
        *_hidden("about", "attributes", "standing", CHECKSUM),
    ),
)  # fmt: skip
LINKS = Sheet(
    "links", "Links", "Tautan",
    (
        _c("first", "Words", "Kata-kata", 40, read_only=True),
        _c("says", "Link", "Tautan", 22, read_only=True),
        _c("second", "Other words", "Kata-kata lain", 40, read_only=True),
        _NOTE, _ARTICLE, _WHO, _CREATED,
        *_hidden("doc", "id", "type", "from", "to", "members", "attributes", "within", CHECKSUM),
    ),
)  # fmt: skip
ARTICLES = Sheet(
    "articles", "Articles", "Artikel",
    (
        _c("title", "Title", "Judul", 48),
        _c("byline", "Byline", "Penulis", 22),
        _c("site", "Outlet", "Media", 20),
        _c("published", "Published", "Terbit", 12, kind=_DAY),
        _c("url", "Address", "Alamat", 40),
        _c("language", "Language", "Bahasa", 9),
        _c("tags", "Tags", "Tag", 20),
        _c("state", "State", "Status", 12, read_only=True),
        _c("captured", "Captured (UTC)", "Diambil (UTC)", 17, kind=_TIME, read_only=True),
        _c("count", "Marks", "Tanda", 8, kind=_NUMBER, read_only=True),
        _c("notices", "To be known", "Perlu diketahui", 36, read_only=True),
        *_hidden("id", "fingerprint", "published_basis", WRITTEN, CHECKSUM),
    ),
)  # fmt: skip
LABELS = Sheet("labels", "_labels", "_labels", _hidden("id", "name"), hidden=True)
SHEETS = (CLAIMS, SIDES, EVIDENCE, REPLY, SOURCES, MARKS, LINKS, ARTICLES, LABELS)
BY_KEY: Mapping[str, Sheet] = {sheet.key: sheet for sheet in SHEETS}
ATTRIBUTES = ("stance", "response_form", "factuality", "quote_type", "channel", "scope_note")  # of an attribution
UNANSWERED = ("no_comment", "declined", "not_reached", "silent")
