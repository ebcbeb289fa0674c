"""What each paper is called, wherever one is chosen or shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def paper_name(paper: str) -> str:
    """Return the name of a paper in the reader's language; `system` is whichever the system asks for."""
    translate = QCoreApplication.translate
    return {
        "system": translate("Papers", "As the system"),
        "light": translate("Papers", "Light"),
        "sepia": translate("Papers", "Sepia"),
        "dark": translate("Papers", "Dark"),
        "contrast": translate("Papers", "High contrast, dark"),
        "contrast_light": translate("Papers", "High contrast, light"),
    }[paper]
