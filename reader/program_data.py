"""Where the program's own files lie: fonts, schemas, translations."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path


def resources() -> Path:
    """Return the folder with the program's own files."""
    return data_folder() / "resources"


@cache  # every icon asks
def data_folder() -> Path:
    """Return the checkout, or the folder into which the wheel puts what is no code."""
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "resources" / "themes").is_dir():
        return checkout
    # The wheel puts the data into a folder of its own, so that no name is taken in site-packages.
    found = importlib.util.find_spec("tilik_data")
    places = list(found.submodule_search_locations or ()) if found else []
    return Path(places[0]) if places else checkout / "tilik_data"
