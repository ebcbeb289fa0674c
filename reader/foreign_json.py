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


def parsed(text: str) -> Any:
    """Return the value in `text`; half a character (a lone surrogate), which nothing can store, becomes U+FFFD.

    Raises `JsonError` for what is no JSON, is nested too deeply, or holds a number that is too long to be read.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        why = complaint(error.msg)
        whole = _placed(why, error.lineno, error.colno, error.pos)
        raise JsonError(Message("not JSON: {0}", why), whole, error.lineno, error.colno) from error
    except RecursionError as error:
        raise JsonError(Message("nested too deeply")) from error
    except ValueError as error:
        raise _too_long(text) from error
    return _whole(value) if _ESCAPED_SURROGATE.search(text) or _SURROGATE.search(text) else value


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
