"""JSON that somebody else wrote, read so that nothing in it can end the program: every refusal says what and where."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class JsonError(ValueError):
    """Text that cannot be read as JSON. `reason` says why; `line` and `column` count from 1, or are 0 when unknown."""

    def __init__(self, reason: str, whole: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(whole or reason)
        self.reason, self.line, self.column = reason, line, column


def parsed(text: str) -> Any:
    """The value in `text`; half a character (a lone surrogate), which nothing can store, becomes U+FFFD.

    Raises `JsonError` for what is no JSON, is nested too deeply, or holds a number that is too long to be read.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise JsonError(f"not JSON: {error.msg}", str(error), error.lineno, error.colno) from error
    except RecursionError as error:
        raise JsonError("nested too deeply") from error
    except ValueError as error:
        raise _too_long(text) from error
    return _whole(value) if _ESCAPED_SURROGATE.search(text) or _SURROGATE.search(text) else value


def _too_long(text: str) -> JsonError:
    most = sys.get_int_max_str_digits()
    reason = f"a number has more than {most} digits"
    found = re.search(rf"\d{{{most + 1},}}", text)
    if found is None:
        return JsonError(reason)
    at = found.start()
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return JsonError(reason, f"{reason}: line {line} column {column} (char {at})", line, column)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(name): _whole(item) for name, item in value.items()}
    return value
