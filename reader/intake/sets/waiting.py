"""A set that speaks of a text which is neither in it nor here: the article is kept as one to be fetched, and its marks
wait with their words until somebody fetches it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Any

from reader.edits import Swap
from reader.exchange.records import Read, RecordError
from reader.exchange.records.fields import text
from reader.exchange.records.kept import KEPT, kept_of
from reader.exchange.records.places import place_of
from reader.intake.same_address import at_address
from reader.messages import Message
from reader.model.articles import Article
from reader.model.captures import TO_FETCH
from reader.model.dataset import Document
from reader.notices import NOT_FETCHED
from reader.revisions.first_text import fetch_text
from reader.store.answering import Answering

_ADDRESSES = ("url", "source", "address", "uri")


def waiting(record: Mapping[str, Any], format: str) -> dict[str, Any] | None:
    """Return the record as that of an article to be fetched; None when it names no address to fetch.

    A mark that says no words can be found in no text that comes: it is kept whole, where it came whole.
    """
    addresses = (text(record, name) for name in _ADDRESSES)
    url = next((one for one in addresses if one.startswith(("http://", "https://"))), "")
    if not url:
        return None
    marks, kept = [], list(record.get(KEPT) or ())
    for entry in record["annotations"]:
        whole = _whole(entry, format)
        if whole is None or _has_words(entry):
            marks.append(entry)
        else:
            kept.append(whole)
    values = {**record, "url": url, "text": "", "annotations": marks, "title": text(record, "title") or url,
            "revision": {"origin": TO_FETCH}, "notices": [NOT_FETCHED]}  # fmt: skip
    return values | ({KEPT: kept} if kept else {})


def _whole(entry: object, format: str) -> Any:
    extra = entry.get("extra") if isinstance(entry, Mapping) else None
    return extra.get(format) if isinstance(extra, Mapping) else None


def _has_words(entry: Mapping[str, Any]) -> bool:
    try:
        return place_of(entry).has_words
    except RecordError:
        return True  # what is wrong with it is told where marks are read


def with_what_waits(read: Read) -> Read:
    """Return what was read of such a record, with the sentence about it instead of one for each mark."""
    if read.document.orphans:
        read.told.add(Message("its text is not in the file: it is to be fetched; marks that wait for it: {0}",
                              len(read.document.orphans)))  # fmt: skip
    else:
        read.told.add(Message("its text is not in the file: it is to be fetched"))
    return replace(read, looked_for=())


def text_for_who_waits(view: Answering, found: Document, made: Container[str]) -> list[Swap]:
    """Return what is changed when a set brings the text of an article that is to be fetched here, by its id or its
    address: the text is the article's, and the marks that waited are looked for in it."""
    if not found.revision.text or (article := _here(view, found.article)) is None or article.id in made:
        return []
    empty = view.revision(article.revision_id)
    if empty.origin != TO_FETCH or view.stored([found.revision]):
        return []
    text_ = replace(found.revision, article_id=article.id)
    values = fetch_text(article, empty, text_, None, marks=view.annotations(article.id))
    return list(values.swaps)


def _here(view: Answering, article: Article) -> Article | None:
    ours = view.stored([article]).get(article.id)
    if isinstance(ours, Article):
        return ours
    same = at_address(view, article.url)
    return view.article(same) if same else None


def told_of_kept(read: Read, record: Mapping[str, Any]) -> None:
    """Tell how many of a stranger's things are no marks on words of the text."""
    if count := sum(1 for _ in kept_of({"": record}, "")):
        read.told.add(Message("what is no mark on words was kept as it came, to be written again: {0}", count))
