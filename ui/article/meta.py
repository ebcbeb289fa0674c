"""The line above the title: where an article comes from, when, and how long it is to read."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reader.local_time import local_time
from reader.model.articles import Article, Revision
from ui.language.dates import day
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
            "inferred": QCoreApplication.translate("ArticleMeta", "(inferred)"),
        }.get(article.published_basis)
        if basis:
            parts.append((basis, True))
    if article.words:
        minutes = minutes_to_read(article.words)
        parts.append((QCoreApplication.translate("ArticleMeta", "{0} min").format(minutes), False))
    parts.append((_captured(revision.captured, locale), False))
    return parts


def _byline(name: str) -> str:
    if name.lower().startswith(("by ", "oleh ")):
        return name
    return QCoreApplication.translate("ArticleMeta", "by {0}").format(name)


def _captured(moment: datetime, locale: QLocale) -> str:
    here = local_time(moment)
    shown = f"{locale.toString(QDate(here.year, here.month, here.day), 'd MMM')} {here:%H:%M}"
    return QCoreApplication.translate("ArticleMeta", "captured {0}").format(shown)
