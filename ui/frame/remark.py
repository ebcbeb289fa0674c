"""What is said above a text when it is opened: what is to be known of it, or that it is not here and can be fetched."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from reader.model.articles import Article, Revision
from reader.model.captures import TO_FETCH
from ui.frame.banner import Banner
from ui.language.messages import translate_stored


def remark(banner: Banner, article: Article, revision: Revision, fetch: Callable[[], None] | None) -> None:
    """Say it. Where only the address is here, that is said each time, with a button that calls `fetch`."""
    notices = [translate_stored(notice) for notice in revision.notices]
    waits = revision.origin == TO_FETCH
    banner.remark([] if waits else notices)
    if waits and notices and not banner.warns:
        act = fetch if article.url else None
        # About this text, so that it goes as soon as there is another.
        words = QCoreApplication.translate("MainWindow", "Fetch") if act is not None else ""
        banner.tell(notices[0], warning=False, action=words, call=act, about=revision.id)
