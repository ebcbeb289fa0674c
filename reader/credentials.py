"""A name and a password within an address: they are of whoever typed them, and go into no library, set or message."""

from __future__ import annotations

import re

# The last @ before the path ends them: a password may hold one.
_OF_AN_ADDRESS = re.compile(r"^(\s*(?:[a-z][a-z0-9+.-]*:)?[/\\]{2})[^/\\?#\s]*@", re.IGNORECASE)
_TYPED = re.compile(r"[^\s@]*:.*@", re.DOTALL)  # from a word with a colon on to the last @
_IN_A_SENTENCE = re.compile(r"([a-z][a-z0-9+.-]*:[/\\]{2})[^\s/\\?#\"'<>]*@", re.IGNORECASE)


def without_credentials(text: str) -> str:
    """Return `text`, an address or a sentence with addresses, without what stands before a host and its @."""
    return _IN_A_SENTENCE.sub(r"\1", _OF_AN_ADDRESS.sub(r"\1", text)) if "@" in text else text


def words_without_secrets(typed: str) -> str:
    """Return what somebody typed to name a thing, as it may be repeated: an address that was half typed, or typed
    wrong, may hold a password in places where `without_credentials` knows none."""
    return _TYPED.sub("…", typed) if "@" in typed else typed
