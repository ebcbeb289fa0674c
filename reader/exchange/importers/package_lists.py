"""Lists of JSON lines in a package, read side by side: documents, and beside them what belongs to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, Any

from reader.exchange.records.fields import RecordError, mapping_of
from reader.foreign_json import JsonError, parsed
from reader.messages import Message

Line = tuple[int, Mapping[str, Any] | Message]


def lines(member: IO[bytes], longest: int) -> Iterator[Line]:
    """Yield the number of each line from 1 and its record, or why it is none."""
    number = 0
    while raw := member.readline(longest):
        number += 1
        if len(raw) == longest:
            yield number, Message("it is longer than {0} bytes", longest)
            return
        if raw.strip():
            yield number, _record(raw)


def _record(raw: bytes) -> Mapping[str, Any] | Message:
    try:
        return mapping_of(parsed(raw.decode("utf-8")), Message("the line"))
    except UnicodeDecodeError as error:
        return Message("not UTF-8 text ({0} at byte {1})", error.reason, error.start)
    except JsonError as error:
        return error.reason_at_column
    except RecordError as error:
        return error.message


class Grouped:
    """A list whose records belong to articles, in the order of the articles."""

    def __init__(self, found: Iterator[Line], name: str) -> None:
        self._lines, self._name = found, name
        self._next: Line | None = next(found, None)
        self.problems: list[tuple[Message, Message]] = []

    def of(self, article: str) -> list[Mapping[str, Any]]:
        """Return the records of an article that stand next in the list."""
        taken: list[Mapping[str, Any]] = []
        while (line := self._next) is not None:
            if isinstance(line[1], Message):
                self.problems.append((Message("{0}, line {1}", self._name, line[0]), line[1]))
            elif str(line[1].get("article", "")) == article:
                taken.append(line[1])
            else:
                break
            self._next = next(self._lines, None)
        return taken

    def left(self) -> dict[str, list[Mapping[str, Any]]]:
        """Return the records that were never asked for in their turn, by article: another program has put the list
        into another order, or they belong to none."""
        found: dict[str, list[Mapping[str, Any]]] = {}
        while self._next is not None:
            record = self._next[1]
            article = "" if isinstance(record, Message) else str(record.get("article", ""))
            found.setdefault(article, []).extend(self.of(article))
        return found
