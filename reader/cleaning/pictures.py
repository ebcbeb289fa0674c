"""Pictures of the kept figures: those inside the page are stored, addresses of others are only written down."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import re
from urllib.parse import unquote_to_bytes

from reader.cleaning.links import web
from reader.cleaning.raw import RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind
from reader.model.pages import Picture
from reader.notices import PICTURES, notice

MOST_PIXELS = 40_000_000
MOST_BYTES = 20_000_000
_DATA = re.compile(r"data:image/(png|jpe?g|gif|webp|bmp|avif)\s*((?:;[^,;]*)*),", re.I)
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp", "BMP": "image/bmp"}
FORMATS = list(_TYPES)  # that are looked for in bytes, and no others: not SVG, not PostScript


def settle_pictures(blocks: list[RawBlock], base: str, notices: list[str]) -> list[Picture]:
    """Give each kept figure its `src` or `picture` and `alt`; the stored pictures, each once.

    Nothing is opened or fetched: `data:` addresses of raster formats are decoded, no others are looked at.
    """
    found: dict[str, Picture] = {}
    refused = 0
    for block in blocks:
        if block.kind is not BlockKind.FIGURE:
            continue
        raw, block.attrs = block.attrs, {k: v for k, v in block.attrs.items() if k in ("alt", "dir")}
        if block.reason:
            continue
        block.attrs.update({"alt": " ".join(raw["alt"].split())[:1000]} if raw.get("alt") else {})
        address = next((w for key in ("srcset", "data-src", "src") if (w := web(raw.get(key, ""), base))), "")
        if address:
            block.attrs["src"] = address
        elif raw.get("src", "")[:11].lower() == "data:image/":
            picture = _stored(raw["src"])
            if picture is None:
                refused += 1
                block.reason = reasons.REFUSED_PICTURE
            else:
                found[picture.id] = picture
                block.attrs["picture"] = picture.id
        if not block.reason and not block.attrs.keys() & {"src", "picture"}:
            block.reason = reasons.NO_ADDRESS
    if refused:
        notices.append(notice(PICTURES, refused))
    return list(found.values())


def _stored(address: str) -> Picture | None:
    """The picture of a `data:` address; None when it is no raster picture, broken, or over the limits."""
    head = _DATA.match(address[:200])
    if head is None or len(address) > MOST_BYTES * 4 // 3:
        return None
    body = address[head.end() :]
    try:
        data = base64.b64decode(body) if "base64" in head.group(2).lower() else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return None
    return measured(data)


def is_picture(data: bytes) -> bool:
    """Return whether bytes begin as a raster picture of a size that is shown; it may be broken further on."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            return len(data) <= MOST_BYTES and 4 <= image.width * image.height <= MOST_PIXELS
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


def measured(data: bytes) -> Picture | None:
    """Return the picture of these bytes when its header gives a sane size and it decodes to the end."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            width, height, kind = image.width, image.height, image.format or ""
            if width * height > MOST_PIXELS or width * height < 4:
                return None
            image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return Picture(hashlib.sha256(data).hexdigest(), _TYPES[kind], data, width, height)
