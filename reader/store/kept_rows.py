"""Original pages and pictures to rows and back."""

from __future__ import annotations

import zlib
from typing import Any

from reader.model.pages import Original, Picture
from reader.store.damaged import reads
from reader.store.mapping import Row, fields_of, row_of


def original_row(original: Original) -> dict[str, Any]:
    return {**row_of(original), "data": zlib.compress(original.data, 6)}


@reads("original")
def original_of(row: Row) -> Original:
    return Original(**fields_of(Original, row), data=zlib.decompress(row["data"]))


def picture_row(picture: Picture) -> dict[str, Any]:
    return {**row_of(picture), "data": picture.data}


@reads("picture")
def picture_of(row: Row) -> Picture:
    return Picture(**fields_of(Picture, row), data=row["data"])
