"""Lines that the cleaner keeps though they are no part of the story: captions, "read also", calls, repeats, bylines.

`python -m tests.training.wrong_lines CORPUS [--held-out] [--lines]` gives the share of pages with at least one. A body
line counts when the gold text has less than half of it and it has the shape of that sort of debris; the shapes are
described here anew, wider than the cleaner's own phrases, so that what those do not know is counted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.articles import Block, BlockKind, InlineKind
from reader.model.pages import Cleaned
from tests.training.articles import made
from tests.training.corpus import Example
from tests.training.measure import shingles, words
from tests.training.pages import BODY

GOALS = {"caption or credit": 0.01, "read also": 0.03, "call": 0.03, "repeated line": 0.01, "byline or date": 0.01}
_LONGEST = 300  # characters of a line that is debris by its shape
_CREDIT = re.compile(
    r"(?:photo|photograph|image|picture|foto|fotos|fotograf[íi]a|bild|bilder|imagen|imagem|video|illustration|"
    r"cr[ée]dit|credits?|"
    r"imago|getty|afp|reuters|dpa|©)\s*(?:by|credits?|von|de|di|:|/|\||—|©).{0,200}"
    r"|.{0,200}(?:getty images|shutterstock|/\s?(?:afp|ap|reuters|dpa|epa|imago)\b|\((?:photo|foto|image|"
    r"bild)\b.{0,80}\)|via (?:ap|getty)|"
    r"\((?:ap|afp|reuters|getty|dpa)\b[^)]{0,60}\)).{0,40}",
    re.I,
)
_READ_ALSO = re.compile(
    r"(?:read|see|also read|watch|listen|related|more (?:on|from|stories)|further reading|don.t miss|up next|"
    r"recommended|you (?:may|might) (?:also )?like|"
    r"baca|simak|lihat|lesen sie|lesetipp|mehr (?:zum|zu|dazu)|auch interessant|lire (?:aussi|plus|également)|à lire|"
    r"lea |leer |lee también|te puede interesar|vea|leia|leggi|les også|les mer|läs (?:också|även|mer)|"
    r"lees (?:ook|meer)|læs (?:også|mere)|lue myös|"
    r"czytaj|zobacz|czytaj też|читайте|ayrıca|ilgili|関連|【関連|もっと読む)\b.{0,220}",
    re.I,
)
_CALL = re.compile(
    r".{0,80}(?:subscribe|sign up|newsletter|follow (?:us|me|him|her|our)|follow .{2,40} on (?:twitter|facebook|"
    r"instagram|x\b)|join (?:us|our|the)|donate|"
    r"support (?:us|our|independent)|become a member|download (?:the|our) app|like us on|get (?:our|"
    r"the) .{0,30}(?:inbox|newsletter)|whatsapp|telegram|"
    r"abonnieren|abonnez|suscr[íi]b|inscr(?:ivez|eva)|iscriviti|abonner|ikuti|berlangganan|folgen sie|suivez|"
    r"síguenos|seguici|"
    r"click here|leave a comment|share this|tell us|let us know|contact us|email us|send (?:us )?tips).{0,200}",
    re.I,
)
_DATE = re.compile(
    r"(?:published|updated|posted|stand|publié|actualizado|last (?:updated|modified)|aktualisiert|opublikowano|"
    r"diperbarui)?\W*"
    r"(?:[^\W\d]{2,12}\.?,? )?(?:\d{1,2}[./ -](?:\d{1,2}|[^\W\d]{3,12})\.?[./ -]\d{2,4}|"
    r"[^\W\d]{3,12}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d|\d{4}年\d+月\d+日)"
    r".{0,40}",
    re.I,
)
_BY = re.compile(
    r"(?:by|von|par|por|di|av|door|af|oleh|texte?|words)\b:?\s+"
    r"(?:[^\W\d_a-z][\w.'’-]*(?:[ ,]+(?:and|und|et|y|e|och|og|en|dan|de|van|von)\b)?[ ,]*){1,8}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that should not be there, and what it is."""

    sort: str
    line: str


def wrong_lines(example: Example, article: Cleaned) -> Iterator[Wrong]:
    """Every wrong line of an article whose sort is known."""
    gold = " " + " ".join(words(example.text)) + " "
    runs = shingles(words(example.text))
    seen: Counter[str] = Counter()
    for block in article.blocks:
        line = block.span.of(article.text)
        tokens = words(line)
        if block.kind not in BODY or not tokens:
            continue
        bare = " ".join(tokens)
        seen[bare] += 1
        if seen[bare] > max(1, gold.count(f" {bare} ")) and len(tokens) >= 5:
            yield Wrong("repeated line", line)
        own = shingles(tokens)
        inside = f" {bare} " in gold if len(tokens) < 8 else (own & runs).total() >= own.total() / 2
        if not inside and block.kind is not BlockKind.TABLE_ROW and (sort := _sort(example, article, block, line)):
            yield Wrong(sort, line)


def _sort(example: Example, article: Cleaned, block: Block, line: str) -> str:
    """What a line without gold is by its shape; empty for none of the sorts."""
    tokens = words(line)
    if _is_caption(example, tokens) or (len(line) < _LONGEST and _CREDIT.fullmatch(line)):
        return "caption or credit"
    if len(line) >= _LONGEST:
        return ""
    names = example.told.get("authors") or []
    people = {" ".join(words(name)).casefold() for name in ([names] if isinstance(names, str) else names)}
    if " ".join(tokens).casefold() in people or _DATE.fullmatch(line) or (len(line) < 100 and _BY.fullmatch(line)):
        return "byline or date"
    if _READ_ALSO.fullmatch(line) or (_linked(article, block) > 0.9 and len(tokens) > 3):
        return "read also"
    return "call" if _CALL.fullmatch(line) else ""


def _is_caption(example: Example, tokens: list[str]) -> bool:
    """True for the words that the gold knows as those under a picture."""
    if len(tokens) < 3:
        return False
    told = (image.get(key) or "" for image in example.told.get("images") or [] for key in ("caption", "description"))
    own = shingles(tokens)
    return any((own & shingles(words(text))).total() > own.total() / 2 for text in told)


def _linked(article: Cleaned, block: Block) -> float:
    marks = [m.span for m in article.inline if m.kind is InlineKind.LINK and block.span.overlaps(m.span)]
    return sum(span.end - span.start for span in marks) / max(1, block.span.end - block.span.start)


def main() -> int:
    """Print the share of pages with each sort of wrong line."""
    pages: dict[str, set[str]] = defaultdict(set)
    options, articles = made(__doc__ or "")
    count = 0
    for example, article in articles:
        count += 1
        for wrong in wrong_lines(example, article):
            pages[wrong.sort].add(example.id)
            if options.lines:
                print(f"{example.id} {wrong.sort}: {wrong.line[:140]}")
    for sort, goal in GOALS.items():
        share = len(pages[sort]) / max(1, count)
        print(f"{sort:<18} {len(pages[sort]):>4} of {count} pages  {share:.3f}  goal {goal:.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
