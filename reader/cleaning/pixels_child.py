"""The process that decodes stored pictures: bytes in, pixels out, until stdin ends."""

from __future__ import annotations

import io
import json
import sys

from PIL import Image, UnidentifiedImageError

from reader.cleaning.pictures import FORMATS, MOST_PIXELS
from reader.sandbox.frames import receive, send
from reader.sandbox.inside import enter
from reader.sandbox.limits import limit_time

_NONE = b"[0,0]"
_BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError)


def decoded(data: bytes, widest: int) -> Image.Image | None:
    """Return the picture no wider than that, in four bytes a pixel; None for what is not shown."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if not 0 < image.width * image.height <= MOST_PIXELS:
                return None
            height = max(1, image.height * widest // image.width)
            if image.width > widest:
                image.draft(None, (widest, height))  # a JPEG is decoded smaller at once
            whole = image.convert("RGBA")
            return whole if whole.width <= widest else whole.resize((widest, height), reducing_gap=3.0)
    except _BROKEN:
        return None


def main(arguments: list[str]) -> None:
    """Confine this process, then decode what comes."""
    incoming, outgoing = enter(arguments)
    while (asked := receive(incoming)) is not None and (data := receive(incoming)) is not None:
        widest, seconds = json.loads(asked)
        limit_time(float(seconds))
        image = decoded(data, max(1, int(widest)))
        if image is None:
            send(outgoing, _NONE)
        else:
            send(outgoing, json.dumps(image.size).encode("ascii"), image.tobytes())


if __name__ == "__main__":
    main(sys.argv[1:])
