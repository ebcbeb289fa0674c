"""What the clipboard gets of an article: words and structure, never the paper's colours and fonts."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QMimeData

from reader.local_time import local_time
from reader.model.articles import Article, Revision
from reader.model.spans import Span
from ui.language.dates import day

Quotation = Sequence[Span]


def copied(revision: Revision, quotations: Sequence[Quotation], source: str = "") -> QMimeData:
    """Return quotations for the clipboard, each in quotation marks when there is a line of `source` to stand below
    them."""
    from reader.exchange.exporters.excerpt import excerpt_html, excerpt_text  # no first paint needs them

    struck = QCoreApplication.translate("Copying", "[struck out: {0}]")
    texts = [excerpt_text(revision, spans, struck) for spans in quotations]
    parts = [excerpt_html(revision, spans) for spans in quotations]
    if source:
        texts = [*(f"“{text}”" for text in texts), f"— {source}"]
        parts = [*(f"<blockquote>{part}</blockquote>" for part in parts), f"<p>— {html.escape(source)}</p>"]
    made = QMimeData()
    made.setText("\n\n".join(texts))
    made.setHtml("".join(parts))
    return made


def source_line(article: Article, revision: Revision, locale: QLocale) -> str:
    """Return who wrote it, what, where and when, and when this text was captured; what is not known is left out."""
    parts = [article.byline, f"“{article.title}”" if article.title else "", article.site]
    parts += [day(article.published, locale) if article.published else "", article.url]
    return ", ".join(part for part in (*parts, _captured(revision.captured, locale)) if part)


def _captured(moment: datetime, locale: QLocale) -> str:
    words = QCoreApplication.translate("Copying", "captured {0}")
    return words.format(day(local_time(moment).date().isoformat(), locale))
