"""A library's file with what stands in its write-ahead log, as SQLite would read both.

https://www.sqlite.org/fileformat2.html#the_write_ahead_log
"""

from __future__ import annotations

import struct

_HEAD = struct.Struct(">8I")  # magic, version, page size, checkpoints, two salts, two sums
_FRAME = struct.Struct(">6I")  # page, pages after a commit or 0, two salts, two sums
_MAGIC = 0x377F0682  # the last bit: sums are made of numbers that begin with their large end
_MASK = 0xFFFFFFFF
_FORMATS = slice(18, 20)  # 2: with a log beside it, 1: without
Sums = tuple[int, int]


def merged(file: bytearray, log: bytes) -> bytearray:
    """Put the commits of the log that are whole into the file, which is changed; it needs no log then."""
    _play(file, log)
    if file[_FORMATS] == b"\2\2":
        file[_FORMATS] = b"\1\1"
    return file


def _play(file: bytearray, log: bytes) -> None:
    if len(log) < _HEAD.size:
        return
    magic, _, size, _, *salts, first, second = _HEAD.unpack_from(log)
    order = ">" if magic & 1 else "<"
    if magic & ~1 != _MAGIC or size < 512 or size & (size - 1) or _summed(log[:24], (0, 0), order) != (first, second):
        return
    sums, pending = (first, second), dict[int, bytes]()
    for at in range(_HEAD.size, len(log) - _FRAME.size - size + 1, _FRAME.size + size):
        number, pages, *told = _FRAME.unpack_from(log, at)
        data = log[at + _FRAME.size : at + _FRAME.size + size]
        sums = _summed(data, _summed(log[at : at + 8], sums, order), order)
        if told[:2] != salts or tuple(told[2:]) != sums or not number:
            return  # what follows was written before the log began anew, or never whole
        pending[number] = data
        if pages:
            _put(file, pending, pages, size)
            pending = {}


def _put(file: bytearray, changed: dict[int, bytes], pages: int, size: int) -> None:
    if pages * size > len(file) + len(changed) * size:  # it says that it is larger than all that was ever written
        return
    file.extend(bytes(max(0, pages * size - len(file))))
    for number, data in changed.items():
        file[(number - 1) * size : number * size] = data
    del file[pages * size :]


def _summed(data: bytes, sums: Sums, order: str) -> Sums:
    first, second = sums
    for one, other in struct.iter_unpack(f"{order}2I", data):
        first = (first + one + second) & _MASK
        second = (second + other + first) & _MASK
    return first, second
