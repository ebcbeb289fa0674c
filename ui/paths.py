"""Where the program's own data lies: beside the code in a checkout, in `tilik_data/` once installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def resources() -> Path:
    """The folder with icons, fonts, themes and translations."""
    return _data() / "resources"


def seeds() -> Path:
    """The folder with the sample pages that a new user opens first."""
    return _data() / "seeds"


def _data() -> Path:
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "resources" / "themes").is_dir():
        return checkout
    # The wheel puts the data into a folder of its own, so that no name is taken in site-packages.
    found = importlib.util.find_spec("tilik_data")
    places = list(found.submodule_search_locations or ()) if found else []
    return Path(places[0]) if places else checkout / "tilik_data"
