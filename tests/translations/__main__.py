"""`python -m tests.translations`: what is to be translated into resources/i18n, and that made ready to be loaded."""

from __future__ import annotations

import sys

from tests.translations import translations


def main() -> int:
    """Run lupdate and lrelease for all languages; 0, or 1 with the strings that lack a translation."""
    translations.update()
    missing = {file.name: found for file in translations.OURS if (found := translations.unfinished(file))}
    for name, found in missing.items():
        print(f"{name} lacks a translation of:")
        print(*(f"  {context}: {source}" for context, source in found), sep="\n")
    translations.release()
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
