"""JSON that somebody else wrote, read so that nothing in it can end the program: every refusal says what and where."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from reader.errors import MessageError
from reader.messages import Message, Words
from reader.system_reasons import complaint

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class JsonError(MessageError, ValueError):
    """Text that cannot be read as JSON. `reason` says why; `line` and `column` count from 1, or are 0 when unknown."""

    def __init__(self, reason: Message, whole: Message | None = None, line: int = 0, column: int = 0) -> None:
        super().__init__("{0}", whole or reason)
        self.reason, self.line, self.column = reason, line, column

    @property
    def reason_at_column(self) -> Message:
        """Why, and in which column, for a text of one line."""
        return Message("{0} at column {1}", self.reason, self.column) if self.column else self.reason


class _NoNumber(ValueError):
    """NaN or an infinity, which Python reads and JSON does not have."""


def _no_number(name: str) -> float:
    raise _NoNumber(name)


DECODER = json.JSONDecoder(parse_constant=_no_number)


def parsed(text: str) -> Any:
    """Return the value in `text`; half a character (a lone surrogate), which nothing can store, becomes U+FFFD.

    Raises `JsonError` for what is no JSON, is nested too deeply, or holds a number that is too long or none.
    """
    try:
        value = DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise failed(error, text) from error
    return whole_characters(value, text)


def whole_characters(value: Any, text: str, start: int = 0, end: int = sys.maxsize) -> Any:
    """Return `value`, which was read from that part of `text`, with U+FFFD for each half of a character."""
    if _ESCAPED_SURROGATE.search(text, start, end) or _SURROGATE.search(text, start, end):
        return _whole(value)
    return value


def failed(error: Exception, text: str) -> JsonError:
    """Return why `text` could not be read, with its place where that is known, for an error of the decoder."""
    if isinstance(error, json.JSONDecodeError):
        why = complaint(error.msg)
        whole = _placed(why, error.lineno, error.colno, error.pos)
        return JsonError(Message("not JSON: {0}", why), whole, error.lineno, error.colno)
    if isinstance(error, RecursionError):
        return JsonError(Message("nested too deeply"))
    if isinstance(error, _NoNumber):
        return JsonError(Message("not JSON: {0} is no number", str(error)))
    return _too_long(text)


def _too_long(text: str) -> JsonError:
    most = sys.get_int_max_str_digits()
    reason = Message("a number has more than {0} digits", most)
    found = re.search(rf"\d{{{most + 1},}}", text)
    if found is None:
        return JsonError(reason)
    at = found.start()
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return JsonError(reason, _placed(reason, line, column, at), line, column)


def _placed(why: Words, line: int, column: int, at: int) -> Message:
    return Message("{0}: line {1} column {2} (char {3})", why, line, column, at)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(name): _whole(item) for name, item in value.items()}
    return value
