"""Passphrases that cost next to nothing, and keys that are forgotten after a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.store import driver, passphrases


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A passphrase is made a key of by the least work, and no key outlives the test."""
    for name, value in (("MEMORY", 64), ("PASSES", 1), ("LANES", 1)):
        monkeypatch.setattr(passphrases, name, value)
    with monkeypatch.context() as held:
        held.setattr(driver, "_held", {})
        yield
