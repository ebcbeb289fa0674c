"""What is connected before the first paint, because it is said then; the rest is in `wiring`."""

from __future__ import annotations

from ui.desk import Desk


def connect_first(desk: Desk) -> None:
    """Connect where the reader is, and whether there is anything to read, with those who show it."""
    desk.places.moved.connect(desk.status.show_reading)
    desk.places.read.connect(desk.library.show_progress)
    desk.library.filled.connect(desk.welcome.show_filled)
    desk.library.tell_filled()
