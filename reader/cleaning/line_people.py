"""The persons that one line of text names as those who wrote it, found in the line alone.

A line has no markup: "By Samya Kullab and Vasilisa Stepanenko The Associated Press" goes on without a mark. So names
are read word by word after "by", or from the beginning of the line, up to the first word that is none of a name's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.cleaning.elements import names
from reader.cleaning.month_names import month
from reader.cleaning.raw import letters_and_digits

_LEAD = re.compile(
    r"(?:^|(?<=[\s|·•,(-]))(?:(?:written|reported|posted|published|story|text|words|review|guide|news|updated)\s+)?"
    r"(?:by|oleh|penulis|(?:reporter|wartawan|jurnalis|pewarta|kontributor)(?=\s*:)|von|par|por|autor(?:in|a)?|auteur|author|as\s+told\s+to|"
    r"texte?|tekst|di|af|av|door)\s*:?\s*(?=[^\W\d_])",
    re.I,
)
_EVERYWHERE = re.compile(
    r"\b(?:by|oleh|par|por|von|penulis|author)\b\s*:?\s*$|told\s+to\s*$", re.I
)  # also within a line
# Before it stand a mark, a date, a time: "powered by", "photo by" name nobody who wrote it.
_BEFORE_LEAD = re.compile(r"(?:[^\w\s]|\d|\b(?:ago|am|pm|[A-Z]{2,4}|on|lalu))$")
_GLUED = re.compile(
    r"(?<=[^\W\d_])(?=\d)|(?<=[a-zà-ž])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d)"
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_TOKEN = re.compile(r"[^\s,;|•·/&]+|[,;|•·/&]")
_PARTICLES = names("van von de del della da di do dos das du der den ter ten la le el al bin binti ibn y af zu ben bte")
_TITLES = names("dr prof mr mrs ms ir drs h hj")
_AND = names("and dan und et e y og och i en & и та ve")
_AGENCIES = names("afp ap dpa reuters antara epd sid efe ansa tass pti ani ians upi")
_OTHER_WORDS = names(
    "the staff contributor contributors contributing former senior junior chief head news reporter reporters editor "
    "editors writer writers correspondent journalist columnist producer author for with follow in on at from special "
    "deputy managing associate assistant executive global political business sports science tech technology breaking "
    "intern bureau desk team redaksi redaktur wartawan jurnalis penulis kontributor redakteur redakteurin redaktion "
    "korrespondent korrespondentin volontär volontärin mit für aus journaliste rédacteur rédactrice avec dans "
    "periodista redactor redactora corresponsal enviado enviada para giornalista redazione per verslaggever redactie "
    "voor journalister published updated posted share save view read filed comment comments photo photos image foto "
    "getty last minutes minute min mins ago press institute university times post gazette telegram tribune journal "
    "herald globe agency agencies media magazine online newspaper associated by monday tuesday wednesday thursday "
    "friday saturday sunday senin selasa rabu kamis jumat sabtu minggu cpp psp phd md est edt pst pdt gmt utc wib "
    "article articles story all section popular latest resources details exclusive related terms privacy policy picks "
    "editor's watch video play more home menu top features awards industry full profile cookies"
)
_MOST_TOKENS, _MOST_PEOPLE, _LONGEST = 5, 6, 220


def people_in(line: str) -> str:
    """Return the names in a line that says who wrote a text, joined by commas; empty where it names nobody."""
    if len(line) > _LONGEST:
        return ""
    line = _ASIDE.sub(" ", _GLUED.sub(" ", line))
    for lead in _leads(line):
        if found := list(_people(line[lead.end() :], alone=True)):
            return ", ".join(found)
    return ", ".join(_people(line, alone=False))


def has_lead(line: str) -> bool:
    """Return whether a line says by a word of its own ("By", "Oleh") that somebody wrote something."""
    return any(True for _ in _leads(line))


def _leads(line: str) -> Iterator[re.Match[str]]:
    for found in _LEAD.finditer(line):
        before = line[: found.start()].rstrip()
        if not before or (_EVERYWHERE.search(found[0]) and _BEFORE_LEAD.search(before)):
            yield found


def _people(text: str, *, alone: bool) -> Iterator[str]:
    """The names with which `text` begins; `alone`: one word may be a name where nothing follows it."""
    tokens = _TOKEN.findall(text)
    known: set[str] = set()
    at = 0
    while at < len(tokens) and len(known) < _MOST_PEOPLE:
        name, at, whole = _name(tokens, at)
        words = name.split()
        if len(words) < 2 and not (alone and not known and words and at >= len(tokens)):
            return
        if letters_and_digits(name) not in known:
            known.add(letters_and_digits(name))
            yield name
        if not whole:
            return


def _name(tokens: list[str], at: int) -> tuple[str, int, bool]:
    """The name that begins at a token, the place behind it and its joint, and whether another may follow."""
    words: list[str] = []
    while at < len(tokens):
        token = tokens[at]
        if token in ",;" or token.casefold() in _AND or token in "•·/|":
            return " ".join(words), at + 1, token in ",;&/" or token.casefold() in _AND
        if (
            not _is_part(token, tokens[at + 1] if at + 1 < len(tokens) else "", bool(words))
            or len(words) == _MOST_TOKENS
        ):
            return " ".join(_without_particles(words)), at, False
        if token.strip(".").casefold() not in _TITLES or words:
            words.append(token.rstrip(":"))
        at += 1
    return " ".join(_without_particles(words)), at, False


def _is_part(token: str, after: str, begun: bool) -> bool:
    bare = token.strip(".:'’").casefold()
    if bare in _OTHER_WORDS or bare in _AGENCIES or token in "-–—":
        return False
    if begun and month(bare) and after[:1].isdigit():
        return False
    if not token[0].isalpha() or any(sign.isdigit() or sign in "@…" for sign in token) or token.endswith("?"):
        return False
    return token[0].isupper() or not token[0].islower() or bare in _PARTICLES


def _without_particles(words: list[str]) -> list[str]:
    while words and words[-1].casefold() in _PARTICLES:
        words = words[:-1]
    return words
