"""The line above the title: where an article comes from, when, and how long it is to read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reader.local_time import local_time
from reader.model.articles import Article, Revision
from reader.model.captures import FILE_DATE, is_correction
from reader.model.stamps import now
from ui.language.captures import corrected
from ui.language.dates import day, moment
from ui.reading_time import minutes_to_read


def meta_parts(article: Article, revision: Revision, locale: QLocale) -> list[tuple[str, bool]]:
    """Return its parts in order, each with whether it is a faint remark to the one before. What is not known is left
    out."""
    parts: list[tuple[str, bool]] = []
    if article.site:
        parts.append((article.site.upper(), False))
    if article.byline:
        parts.append((_byline(article.byline), False))
    if article.published:
        parts.append((day(article.published, locale), False))
        basis = {
            "stated": QCoreApplication.translate("ArticleMeta", "(stated)"),
            "corrected": QCoreApplication.translate("ArticleMeta", "(corrected)"),
            "inferred": QCoreApplication.translate("ArticleMeta", "(inferred)"),
        }.get(article.published_basis)
        if basis:
            parts.append((basis, True))
    if article.words:
        minutes = minutes_to_read(article.words)
        parts.append((QCoreApplication.translate("ArticleMeta", "{0} min").format(minutes), False))
    this_year = local_time(revision.captured).year == local_time(now()).year
    shown = moment(revision.captured, locale, year=not this_year)
    parts.append((QCoreApplication.translate("ArticleMeta", "captured {0}").format(shown), False))
    if revision.metadata.basis.get("captured") == FILE_DATE:
        parts.append((QCoreApplication.translate("ArticleMeta", "(date of the file)"), True))
    if is_correction(revision):
        parts.append((corrected(revision), False))
    return parts


def _byline(name: str) -> str:
    if name.lower().startswith(("by ", "oleh ")):
        return name
    return QCoreApplication.translate("ArticleMeta", "by {0}").format(name)
