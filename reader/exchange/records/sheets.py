"""The sheets of a workbook and their columns: what each is called in either language, how wide it is, what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from reader.exchange.records.values_in_words import LANGUAGES


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


def _hidden(*keys: str, kind: Kind = Kind.TEXT) -> tuple[Column, ...]:
    return tuple(Column(key, key, key, 0, kind) for key in keys)


_DAY, _TIME, _NUMBER = Kind.DAY, Kind.TIME, Kind.NUMBER
_NOTE, _WHO = Column("note", "Note", "Catatan", 36), Column("annotator", "By", "Oleh", 14)
_CREATED = Column("created", "Made (UTC)", "Dibuat (UTC)", 17, kind=_TIME)
_MODIFIED = Column("modified", "Changed (UTC)", "Diubah (UTC)", 17, kind=_TIME)
_CLAIM = Column("claim", "Claim", "Klaim", 48, read_only=True)
_ARTICLE = Column("article", "Article", "Artikel", 32, read_only=True)
_SITE = Column("site", "Outlet", "Media", 18, read_only=True)
_PUBLISHED = Column("published", "Published", "Terbit", 12, kind=_DAY, read_only=True)
CHECKSUM = "checksum"  # over the read-only cells of a row: so it is noticed when one was changed
WRITTEN = "written"  # what stands in columns of days and is no day: so it comes back as it is

CLAIMS = Sheet(
    "claims", "Claims", "Klaim",
    (
        Column("text", "Claim", "Klaim", 56),
        Column("verdict", "Verdict", "Kesimpulan", 18, among="verdict"),
        Column("rating", "Rating", "Penilaian", 15, among="rating"),
        Column("status", "Status", "Status", 16, among="status"),
        Column("justification", "Reasons", "Alasan", 48),
        Column("reviewer", "Reviewer", "Pemeriksa", 14),
        Column("date", "Day of the verdict", "Tanggal kesimpulan", 13, kind=_DAY),
        Column("address", "Published at", "Terbit di", 26),
        Column("strategy", "Method", "Metode", 18, among="strategy"),
        Column("review_note", "Note on the verdict", "Catatan kesimpulan", 30),
        Column("translation", "Translation", "Terjemahan", 36),
        Column("type", "Type", "Jenis", 16, among="type"),
        Column("worth", "Worth checking", "Layak diperiksa", 16, among="worth"),
        Column("event_time", "Time of the event", "Waktu kejadian", 13, kind=_DAY),
        Column("event_time_basis", "How that time is known", "Dasar waktu", 14, among="event_time_basis"),
        Column("place", "Place", "Tempat", 16),
        _NOTE, _WHO, _CREATED, _MODIFIED,
        *_hidden("id", "review_id", WRITTEN, "cites", "related", "credibility", "extra", "review_extra"),
        *_hidden("review_created", "review_modified", kind=_TIME),
    ),
)  # fmt: skip
SIDES = Sheet(
    "sides", "Sides", "Pihak",
    (
        _CLAIM,
        Column("speaker", "Who", "Siapa", 24, read_only=True),
        Column("stance", "Stance", "Sikap", 18, among="stance"),
        Column("response_form", "Answer", "Jawaban", 18, among="response_form"),
        Column("factuality", "How sure", "Seberapa pasti", 16, among="factuality"),
        Column("quote_type", "Word for word", "Cara mengutip", 16, among="quote_type"),
        Column("channel", "Where it was said", "Saluran", 16, among="channel"),
        Column("scope_note", "What exactly", "Persisnya", 24),
        Column("quote", "Words", "Kata-kata", 48, read_only=True),
        _ARTICLE, _SITE, _PUBLISHED, _NOTE, _WHO, _CREATED,
        *_hidden("id", "members", "within", "attributes", "stance_written", CHECKSUM),
    ),
)  # fmt: skip
EVIDENCE = Sheet(
    "evidence", "Evidence", "Bukti",
    (
        _CLAIM,
        Column("bearing", "What it does", "Arah", 18, among="bearing"),
        Column("title", "Title", "Judul", 32),
        Column("address", "Address", "Alamat", 36),
        Column("quote", "Words of an article", "Kata-kata artikel", 36, read_only=True),
        Column("excerpt", "Excerpt", "Kutipan", 40),
        Column("retrieved", "Retrieved", "Diambil", 12, kind=_DAY),
        Column("grade", "Grade", "Tingkat", 14, among="grade"),
        Column("form", "Form", "Bentuk", 14, among="form"),
        _NOTE, _WHO, _CREATED,
        *_hidden("id", "claim_id", "target", "extra", WRITTEN, CHECKSUM),
    ),
)  # fmt: skip
REPLY = Sheet(
    "reply", "Right of reply", "Hak jawab",
    (
        Column("speaker", "Who was asked", "Siapa yang ditanya", 26, read_only=True),
        _CLAIM,
        Column("answered", "Answered", "Menjawab", 10, read_only=True),
        Column("response_form", "Answer", "Jawaban", 20, among="response_form"),
        Column("when", "When", "Kapan", 18, read_only=True),
        Column("quote", "Words", "Kata-kata", 48, read_only=True),
        _ARTICLE, _PUBLISHED,
        *_hidden("id", "form_written", CHECKSUM),
    ),
)  # fmt: skip
SOURCES = Sheet(
    "sources", "Sources", "Sumber",
    (
        Column("name", "Name", "Nama", 28),
        Column("kind", "Kind", "Macam", 18, among="kind"),
        Column("role", "Role", "Jabatan", 22),
        Column("affiliation", "Affiliation", "Lembaga", 22),
        Column("speaks_for", "Speaks for", "Mewakili", 22, read_only=True),
        Column("identification", "How identified", "Cara dikenali", 18, among="identification"),
        Column("identity_basis", "How that is known", "Dasar pengenalan", 16, among="identity_basis"),
        Column("aliases", "Other names", "Nama lain", 22),
        Column("address", "Address", "Alamat", 22),
        Column("ground_rules", "Agreed", "Kesepakatan", 18, among="ground_rules"),
        Column("reliability", "Reliability", "Keandalan", 10, among="reliability"),
        _NOTE, _WHO, _CREATED, _MODIFIED,
        *_hidden("id", "party", "extra", CHECKSUM),
    ),
)  # fmt: skip
MARKS = Sheet(
    "marks", "Marks", "Tanda",
    (
        Column("label_name", "Label", "Label", 12),
        Column("quote", "Words", "Kata-kata", 56),
        _NOTE,
        Column("tags", "Tags", "Tag", 18),
        Column("mentions", "About", "Tentang", 32, read_only=True),
        _ARTICLE, _SITE, _WHO, _CREATED, _MODIFIED,
        Column("stands", "Stands", "Letak", 14, read_only=True),
        *_hidden("doc", "id", "label"), *_hidden("begin", "end", "piece", "pieces", kind=_NUMBER),
        *_hidden("about", "attributes", "standing", CHECKSUM),
    ),
)  # fmt: skip
LINKS = Sheet(
    "links", "Links", "Tautan",
    (
        Column("first", "Words", "Kata-kata", 40, read_only=True),
        Column("says", "Link", "Tautan", 22, read_only=True),
        Column("second", "Other words", "Kata-kata lain", 40, read_only=True),
        _NOTE, _ARTICLE, _WHO, _CREATED,
        *_hidden("doc", "id", "type", "from", "to", "members", "attributes", "within", CHECKSUM),
    ),
)  # fmt: skip
ARTICLES = Sheet(
    "articles", "Articles", "Artikel",
    (
        Column("title", "Title", "Judul", 48),
        Column("byline", "Byline", "Penulis", 22),
        Column("site", "Outlet", "Media", 20),
        Column("published", "Published", "Terbit", 12, kind=_DAY),
        Column("url", "Address", "Alamat", 40),
        Column("language", "Language", "Bahasa", 9),
        Column("tags", "Tags", "Tag", 20),
        Column("state", "State", "Status", 12, read_only=True),
        Column("captured", "Captured (UTC)", "Diambil (UTC)", 17, kind=_TIME, read_only=True),
        Column("count", "Marks", "Tanda", 8, kind=_NUMBER, read_only=True),
        Column("notices", "To be known", "Perlu diketahui", 36, read_only=True),
        *_hidden("id", "fingerprint", "published_basis", WRITTEN, CHECKSUM),
    ),
)  # fmt: skip
LABELS = Sheet("labels", "_labels", "_labels", _hidden("id", "name"), hidden=True)
SHEETS = (CLAIMS, SIDES, EVIDENCE, REPLY, SOURCES, MARKS, LINKS, ARTICLES, LABELS)
BY_KEY: Mapping[str, Sheet] = {sheet.key: sheet for sheet in SHEETS}
ATTRIBUTES = ("stance", "response_form", "factuality", "quote_type", "channel", "scope_note")  # of an attribution
UNANSWERED = ("no_comment", "declined", "not_reached", "silent")
