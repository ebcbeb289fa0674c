"""Names and passwords in addresses (`http://me:secret@host/`): taken out before these are kept, shown, written."""

from __future__ import annotations

import re

# The last @ before the path ends them: a password may hold one.
_CREDENTIALS = re.compile(r"([a-z][a-z0-9+.-]*:[/\\]{2})[^\s/\\?#\"'<>]*@", re.IGNORECASE)


def without_credentials(text: str) -> str:
    """Return `text`, an address or a sentence with addresses, without what stands before a host and its @."""
    return _CREDENTIALS.sub(r"\1", text) if "@" in text else text
