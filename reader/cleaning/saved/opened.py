"""What came out of a container."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.cleaning.saved.parts import Part, Parts
from reader.cleaning.saved.signs import Told
from reader.model.pages import Page


@dataclass(frozen=True, slots=True)
class Opened:
    """The main document, the parts that came with it, and what the container says. `main` is the document among the
    parts; None when there was no container. `path` is where it stands in one that has folders."""

    page: Page
    parts: Parts = field(default_factory=Parts)
    main: Part | None = None
    path: str = ""
    told: Told = field(default_factory=Told)
