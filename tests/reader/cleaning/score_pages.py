"""How near the cleaner comes to the gold of our own pages: `python -m tests.reader.cleaning.score_pages`.

Body text is scored by F1 over runs of four words, counted as often as they occur; where a script has no
spaces between words (Japanese), over runs of four characters. Title and byline are right or wrong as a
whole, the date by its day, kinds over the lines that came out whole. `--unread` scores the pages that nobody
looks at while changing the cleaner, and prints for them no line of any page.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from statistics import mean

from tests.reader.cleaning.gold_pages import PAGES, UNREAD, Score, read_pages, score


def row(name: str, one: Score) -> str:
    marks = " ".join("ok" if right else "--" for right in (one.title, one.byline, one.date))
    wrong = ", ".join(f"{sort} {count}" for sort, count in sorted(one.wrong.items()))
    return f"{name:<34} {one.f1:6.3f}  {marks}  {one.kinds:5.2f}  {one.failed or wrong}"


def overall(done: list[Score]) -> list[str]:
    wrong = sum((one.wrong for one in done), Counter[str]())
    rights = [sum(getattr(one, part) for one in done) for part in ("title", "byline", "date")]
    return [
        f"pages {len(done)}, mean F1 {mean(one.f1 for one in done):.4f}, lowest {min(one.f1 for one in done):.3f}",
        "title {} byline {} date {} right; kinds {:.3f}".format(*rights, mean(one.kinds for one in done)),
        *(f"{count:5} {sort}" for sort, count in wrong.most_common()),
    ]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--unread", action="store_true", help="the held-out pages, without their lines")
    parser.add_argument("--lines", action="store_true", help="also print the wrong lines (not of held-out pages)")
    chosen = parser.parse_args(arguments)
    done = [score(page) for page in read_pages(UNREAD if chosen.unread else PAGES)]
    print(f"{'page':<34} {'F1':>6}  ti by da  kinds  wrong lines")
    for one in done:
        print(row(one.name, one))
        if chosen.lines and not chosen.unread:
            for sort, line in one.faults:
                print(f"    {sort}: {line[:140]}")
    print(*overall(done), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
