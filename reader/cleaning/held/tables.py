"""Lists as CSV: Pocket, Instapaper, Readwise and its Reader, Raindrop, Matter, and whatever has a column of
addresses. A list is known by the names of its columns."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator

from reader.cleaning.held import entries as entry
from reader.cleaning.held.entries import address, is_true, line, moment, paragraph, state, words
from reader.messages import Message
from reader.model.held import Held, Highlight, Listed
from reader.model.pages import Page

Row = dict[str, str]
_URLS = ("url", "link", "address", "source_url", "uri")
_LONGEST = 16 * 1024  # characters of the line of names
_SIGNS = ",;\t"
_READER = "Readwise Reader"


def list_in_table(page: Page, text: str) -> Held | None:
    """Return the entries of a table whose columns say that it is a list to read."""
    if "html" in page.media_type:
        return None
    first = text[:_LONGEST].lstrip("\n\r").split("\n", 1)[0]
    for sign in _SIGNS:
        names = [name.strip().strip('"').strip().casefold() for name in first.split(sign)]
        read = _reader(set(names)) if len(names) > 1 else None
        if read is not None:
            return _read(page, text.lstrip("\n\r"), sign, names, read)
    return None


def _reader(names: set[str]) -> tuple[str, Callable[[Row], Listed | None]] | None:
    for what, wanted, read in _KINDS:
        if set(wanted) <= names:
            return what, read
    told = any(url in names for url in _URLS) and "title" in names
    return ("a table", _any) if told else None


def _read(page: Page, text: str, sign: str, names: list[str], read: tuple[str, Callable[[Row], Listed | None]]) -> Held:
    what, of = read
    broken: list[Message] = []
    rows = list(_rows(page, text, sign, names, broken))
    chosen = [row for row in rows if what != _READER or row.get("location", "").strip() != "feed"]
    if len(chosen) < len(rows):  # these come by themselves; nobody put them on a list
        fed = len(rows) - len(chosen)
        broken.append(Message("{0}: entries that came by a feed, which were passed over: {1}", page.address, fed))
    found = entry.held(what, (of(row) for row in chosen), page)
    if what == "Readwise":
        found = _by_book(found)
    return Held(found.what, found.entries, (*broken, *found.problems))


def _rows(page: Page, text: str, sign: str, names: list[str], broken: list[Message]) -> Iterator[Row]:
    rows = csv.reader(text.splitlines(keepends=True), delimiter=sign)
    next(rows, None)
    number = 1
    while True:
        try:
            for cells in rows:
                number = rows.line_num
                if any(cells):
                    yield dict(zip(names, cells, strict=False))
            return
        except csv.Error as error:
            if rows.line_num == number:
                return
            number = rows.line_num
            broken.append(Message("{0}, line {1}: {2}", page.address, number, str(error)))


def _pocket(row: Row) -> Listed:
    return Listed(
        address(row.get("url")), _title(row.get("title")), words(row.get("tags", ""), "|"),
        added=moment(row.get("time_added")), state=state(archived=row.get("status") == "archive"),
    )  # fmt: skip


def _title(text: str | None) -> str:
    """Pocket puts the address where it knows no title."""
    found = line(text)
    return "" if address(found) == found else found


def _instapaper(row: Row) -> Listed:
    folder = line(row.get("folder"), 100)
    said = paragraph(row.get("selection"))
    kept = (folder,) if folder.casefold() not in ("", "unread", "archive", "starred") else ()
    return Listed(
        address(row.get("url")), line(row.get("title")), words(row.get("tags", "")), kept,
        moment(row.get("timestamp")), state(archived=folder == "Archive"), folder == "Starred",
        highlights=(Highlight(said),) if said else (),
    )  # fmt: skip


def _reader_document(row: Row) -> Listed:
    where = row.get("location", "").strip()
    return Listed(
        address(row.get("url")), line(row.get("title")), words(row.get("document tags", "")),
        added=moment(row.get("saved date")), state=state(archived=where == "archive"),
        favourite=where == "shortlist", byline=line(row.get("author")),
    )  # fmt: skip


def _readwise(row: Row) -> Listed | None:
    quote = paragraph(row.get("highlight"))
    if not quote:
        return None
    mark = Highlight(quote, paragraph(row.get("note")), line(row.get("highlighted at")))
    return Listed(
        address(row.get("source url") or row.get("url")), line(row.get("book title")),
        (*words(row.get("document tags", ""), ","), *words(row.get("tags", ""), ",")),
        byline=line(row.get("book author")), highlights=(mark,),
    )  # fmt: skip


def _by_book(found: Held) -> Held:
    """Readwise writes a row a highlight; those of one title and author are of one text."""
    books: dict[tuple[str, str, str], list[Listed]] = {}
    for one in found.entries:
        books.setdefault((one.url, one.title, one.byline), []).append(one)
    merged = tuple(
        Listed(
            url, title, tuple(dict.fromkeys(tag for one in some for tag in one.tags)), byline=byline,
            highlights=tuple(dict.fromkeys(mark for one in some for mark in one.highlights)),
        )
        for (url, title, byline), some in books.items()
    )  # fmt: skip
    return Held(found.what, merged, found.problems)


def _raindrop(row: Row) -> Listed:
    folder = line(row.get("folder"), 200)
    kept = tuple(part for part in folder.split("/") if part.strip() and part.strip() != "Unsorted")
    return Listed(
        address(row.get("url")), line(row.get("title")), words(row.get("tags", ""), ","), kept,
        moment(row.get("created")), favourite=is_true(row.get("favorite")), note=paragraph(row.get("note")),
        highlights=tuple(_marks(row.get("highlights", ""))),
    )  # fmt: skip


def _marks(text: str) -> Iterable[Highlight]:
    """`Highlight:words` and `Note:words`, parted by empty lines."""
    quote, note = "", ""
    for piece in text.replace("\r", "").split("\n"):
        if piece.startswith("Highlight:"):
            if quote:
                yield Highlight(quote, note)
            quote, note = piece[10:].strip(), ""
        elif piece.startswith("Note:"):
            note = piece[5:].strip()
    if quote:
        yield Highlight(quote, note)


def _matter(row: Row) -> Listed:
    return Listed(
        address(row.get("url")), line(row.get("title")), words(row.get("tags", ""), ";"),
        added=moment(row.get("last interaction date")), state=state(archived=row.get("in queue") == "False"),
        favourite=is_true(row.get("favorited")), byline=line(row.get("author")), site=line(row.get("publisher")),
    )  # fmt: skip


def _any(row: Row) -> Listed:
    url = next((found for name in _URLS if (found := address(row.get(name)))), "")
    added = next((at for name in _DAYS if (at := moment(row.get(name))) is not None), None)
    tags = words(row.get("tags", ""), ",;|")
    return Listed(url, line(row.get("title")), tags, added=added, note=line(row.get("note")))


_DAYS = ("added", "date added", "created", "created_at", "time_added", "date", "timestamp")
_KINDS: tuple[tuple[str, tuple[str, ...], Callable[[Row], Listed | None]], ...] = (
    (_READER, ("title", "url", "document tags", "saved date"), _reader_document),
    ("Readwise", ("highlight", "book title"), _readwise),
    ("Pocket", ("title", "url", "time_added", "status"), _pocket),
    ("Instapaper", ("url", "title", "selection", "folder"), _instapaper),
    ("Raindrop", ("title", "url", "excerpt", "folder", "created"), _raindrop),
    ("Matter", ("title", "url", "in queue", "favorited"), _matter),
)
