"""Why the system, SQLite or a reader of JSON or UTF-8 refused, as messages that can be translated."""

from __future__ import annotations

import errno

from reader.messages import Message, Words

_SYSTEM = {
    errno.ENOENT: Message("No such file or directory"),
    errno.EACCES: Message("Permission denied"),
    errno.EPERM: Message("Operation not permitted"),
    errno.EISDIR: Message("Is a directory"),
    errno.ENOTDIR: Message("Not a directory"),
    errno.ENOSPC: Message("No space left on device"),
    getattr(errno, "EDQUOT", -1): Message("Disk quota exceeded"),  # Windows has no such number
    errno.EROFS: Message("Read-only file system"),
    errno.ENAMETOOLONG: Message("File name too long"),
    errno.EIO: Message("Input/output error"),
}
_SQLITE = {  # by the primary result code
    5: Message("database is locked"),
    8: Message("attempt to write a readonly database"),
    10: Message("disk I/O error"),
    11: Message("database disk image is malformed"),
    13: Message("database or disk is full"),
    14: Message("unable to open database file"),
    26: Message("file is not a database"),
}
_FULL = 13
_NO_ROOM_BESIDE = (4874, 5386)  # SQLITE_IOERR_SHMSIZE, _SHMMAP: 32 KB beside the library, which even reading needs
# Python has no code for these, only the words, which are the same everywhere.
_COMPLAINTS = {
    str(message): message
    for message in (
        Message("embedded null byte"),
        Message("Expecting value"),
        Message("Expecting property name enclosed in double quotes"),
        Message("Illegal trailing comma before end of array"),
        Message("Illegal trailing comma before end of object"),
        Message("Expecting ',' delimiter"),
        Message("Expecting ':' delimiter"),
        Message("Extra data"),
        Message("Unterminated string starting at"),
        Message("Invalid control character at"),
        Message("invalid start byte"),
        Message("invalid continuation byte"),
        Message("unexpected end of data"),
    )
}


def reason_of(error: BaseException) -> Words:
    """Return why `error` came, without the file that it names: a message for what is known, else the words it came
    with."""
    message = getattr(error, "message", None)
    if isinstance(message, Message):
        return message
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0) or error.strerror or str(error)
    if isinstance(error, UnicodeDecodeError):
        return _undecoded(error)
    if getattr(error, "sqlite_errorcode", 0) in _NO_ROOM_BESIDE:
        return _SYSTEM[errno.ENOSPC]
    known = _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if known is not None and str(known) == str(error):  # SQLite may know more than its code says
        return known
    return complaint(str(error))


def complaint(words: str) -> Words:
    """Return the words with which Python's readers of JSON and UTF-8 refuse, as a message when they are known."""
    return _COMPLAINTS.get(words, words)


def is_full(error: BaseException | None) -> bool:
    """Return whether it came because there is no room on the disk, or because of an error that came for that."""
    if error is None:
        return False
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", -1))
    code = getattr(error, "sqlite_errorcode", 0)
    return code in _NO_ROOM_BESIDE or code & 0xFF == _FULL or is_full(error.__cause__)


def _undecoded(error: UnicodeDecodeError) -> Words:
    if error.encoding != "utf-8" or error.end - error.start != 1:
        return str(error)
    byte, why = f"0x{error.object[error.start]:02x}", complaint(error.reason)
    return Message("'utf-8' codec can't decode byte {0} in position {1}: {2}", byte, error.start, why)
