"""Lists as JSON: Wallabag, Omnivore, Karakeep, Linkwarden, Readability, Delicious, bookmarks of Firefox and Chrome."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from reader.cleaning.held.entries import address, dicts, held, is_true, line, moment, paragraph, part, state, words
from reader.model.held import Held, Highlight, Listed
from reader.model.pages import Page

_DEEPEST = 60  # folders within folders


def list_in_json(page: Page, text: str) -> Held | None:
    """Return the entries of JSON that is a list to read; None for any other."""
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    for what, fits, read in _KINDS:
        if fits(value):
            return held(what, read(page, value), page)
    return None


def _first(value: Any) -> dict[str, Any]:
    return next(dicts(value), {})


def _wallabag(page: Page, value: Any) -> Iterator[Listed]:
    for number, one in enumerate(dicts(value), 1):
        url = address(one.get("url")) or address(one.get("given_url"))
        people = one.get("published_by")
        yield Listed(
            url, line(one.get("title")), words(one.get("tags")), added=moment(one.get("created_at")),
            state=state(archived=is_true(one.get("is_archived"))), favourite=is_true(one.get("is_starred")),
            byline=", ".join(words(people)), published=line(one.get("published_at"))[:10],
            language=line(one.get("language"))[:2].casefold(),
            highlights=tuple(_wallabag_marks(one)), page=part(page, number, url, one.get("content")),
        )  # fmt: skip


def _wallabag_marks(one: dict[str, Any]) -> Iterator[Highlight]:
    for mark in dicts(one.get("annotations")):
        if quote := paragraph(mark.get("quote")):
            yield Highlight(quote, paragraph(mark.get("text")), line(mark.get("created_at")))


def omnivore(page: Page, value: Any) -> Iterator[Listed]:
    """Yield the entries of one of Omnivore's lists. Their texts and highlights are files beside it."""
    for one in dicts(value):
        yield Listed(
            address(one.get("url")), line(one.get("title")), words(one.get("labels")),
            added=moment(one.get("savedAt")), state=state(archived=one.get("state") == "Archived"),
            byline=line(one.get("author")), published=line(one.get("publishedAt"))[:10],
        )  # fmt: skip


def _karakeep(page: Page, value: Any) -> Iterator[Listed]:
    lists = {one["id"]: line(one.get("name")) for one in dicts(value.get("lists")) if isinstance(one.get("id"), str)}
    for number, one in enumerate(dicts(value["bookmarks"]), 1):
        content = next(dicts([one.get("content")]), {})
        url = address(content.get("url"))
        html = content.get("htmlContent") or _paragraphs(content.get("text"))
        yield Listed(
            url, line(one.get("title") or content.get("title")), words(one.get("tags")),
            tuple(lists[id] for id in words(one.get("lists")) if lists.get(id)), moment(one.get("createdAt")),
            state(archived=is_true(one.get("archived"))), is_true(one.get("favourited")),
            note=paragraph(one.get("note")), page=part(page, number, url, html, line(one.get("title"))),
        )  # fmt: skip


def _paragraphs(text: object) -> str:
    from html import escape

    return "".join(f"<p>{escape(one)}</p>" for one in paragraph(text).split("\n") if one.strip())


def _linkwarden(page: Page, value: Any) -> Iterator[Listed]:
    shelves = list(dicts(value["collections"]))
    by_id = {one.get("id"): one for one in shelves if isinstance(one.get("id"), int)}
    for shelf in shelves:
        folders = tuple(_path(shelf, by_id))
        for one in dicts(shelf.get("links")):
            yield Listed(
                address(one.get("url")), line(one.get("name")), words(one.get("tags")), folders,
                moment(one.get("createdAt")), note=paragraph(one.get("description")),
            )  # fmt: skip


def _path(shelf: dict[str, Any], by_id: dict[Any, dict[str, Any]]) -> list[str]:
    """The names of a collection and of those it stands in, from the outermost; a circle ends."""
    names: list[str] = []
    step: dict[str, Any] | None = shelf
    while step is not None and len(names) < _DEEPEST:
        names.insert(0, line(step.get("name"), 100))
        step = by_id.get(step.get("parentId"))
    return [name for name in dict.fromkeys(names) if name]


def _readability(page: Page, value: Any) -> Iterator[Listed]:
    for one in dicts(value["bookmarks"]):
        yield Listed(
            address(one.get("article__url")), line(one.get("article__title")), words(one.get("tags")),
            added=moment(one.get("date_added")), state=state(archived=is_true(one.get("archive"))),
            favourite=is_true(one.get("favorite")),
        )  # fmt: skip


def _delicious(page: Page, value: Any) -> Iterator[Listed]:
    for one in dicts(value):
        yield Listed(
            address(one.get("url")), line(one.get("title")), words(one.get("tags")), added=moment(one.get("created")),
            note=paragraph(one.get("description")),
        )  # fmt: skip


def _firefox(page: Page, value: Any) -> Iterator[Listed]:
    yield from _tree(value, (), "uri")


def _chrome(page: Page, value: Any) -> Iterator[Listed]:
    for root in value["roots"].values():
        yield from _tree(root, (), "url")


def _tree(node: Any, folders: tuple[str, ...], url: str) -> Iterator[Listed]:
    if not isinstance(node, dict) or len(folders) > _DEEPEST:
        return
    title = line(node.get("title") or node.get("name"))
    if isinstance(node.get(url), str):
        if (found := address(node[url])) or not node[url].startswith("place:"):
            yield Listed(found, title, words(node.get("tags", ""), ","), folders, _added(node))
        return
    within = (*folders, title) if title else folders
    for child in dicts(node.get("children")):
        yield from _tree(child, within, url)


def _added(node: dict[str, Any]) -> Any:
    """Chrome counts microseconds from 1601, Firefox from 1970."""
    stamp = node.get("date_added")
    if isinstance(stamp, str) and stamp.isdigit():
        return moment(int(stamp) / 1e6 - 11644473600)
    return moment(node.get("dateAdded"))


_KINDS: tuple[tuple[str, Callable[[Any], bool], Callable[[Page, Any], Iterator[Listed]]], ...] = (
    ("Wallabag", lambda v: {"is_archived", "url", "title"} <= _first(v).keys(), _wallabag),
    ("Omnivore", lambda v: {"slug", "url", "savedAt", "labels"} <= _first(v).keys(), omnivore),
    ("Delicious", lambda v: {"url", "title", "tags", "created"} <= _first(v).keys(), _delicious),
    ("a list", lambda v: isinstance(v, list) and {"url", "title"} <= _first(v).keys(), _delicious),
    ("Linkwarden", lambda v: isinstance(v, dict) and "links" in _first(v.get("collections")), _linkwarden),
    ("Readability", lambda v: isinstance(v, dict) and "article__url" in _first(v.get("bookmarks")), _readability),
    ("Karakeep", lambda v: isinstance(v, dict) and "content" in _first(v.get("bookmarks")), _karakeep),
    ("bookmarks", lambda v: isinstance(v, dict) and v.get("type") == "text/x-moz-place-container", _firefox),
    ("bookmarks", lambda v: isinstance(v, dict) and isinstance(v.get("roots"), dict), _chrome),
)
