"""Whether the same words say something else now, because what is said about them has changed.

"The fund is empty" stays word for word where "It is false that" is put before it, or where "said Okora" behind a
quotation becomes "denied Rella". Right beside a mark any word that turns a statement round counts; in the rest of its
sentence words of truth and falsehood, and of who says it and how.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.anchoring.comparison import Comparison
from reader.anchoring.words import Words, is_word

_NEGATION_WORDS = (
    "not never no nor neither none nobody nothing hardly without cannot deny denied denies denying"
    " tidak tak bukan bukanlah belum jangan tanpa tiada enggak nggak membantah menyangkal"
)
_TRUTH_WORDS = (
    "false falsely untrue wrong wrongly incorrect incorrectly hoax lie lies lied baseless unfounded fake misleading"
    " debunked debunks refuted refutes refute rejected rejects reject disputed disputes dispute retracted withdrawn"
    " denied denies deny denial alleged allegedly purported purportedly supposedly rumour rumours rumor rumors myth"
    " hoaks bohong kebohongan palsu keliru salah fitnah membantah bantah dibantah bantahan menyangkal sangkal disangkal"
    " menepis tepis ditepis menampik tampik menolak ditolak mencabut dicabut menyesatkan isu rumor diduga konon dugaan"
    " benar true correct confirmed confirms terbukti"
)
_SPEECH_WORDS = (
    "said says say saying told tells claimed claims claim insisted insists admitted admits conceded added adds stated"
    " states announced argued argues warned warns denied denies confirmed confirms suggested suggests asked replied"
    " according joked lied alleged alleges accused acknowledged explained wrote"
    " kata katanya ujar ujarnya ucap ucapnya tutur tuturnya ungkap ungkapnya jelas jelasnya tegas tegasnya imbuh"
    " imbuhnya sebut sebutnya klaim klaimnya aku akunya bantah bantahnya kilah kilahnya dalih dalihnya tulis tulisnya"
    " mengatakan menyatakan menyebut menuturkan mengungkapkan menjelaskan menegaskan mengaku mengklaim membantah"
    " menyangkal membenarkan mengakui menuding menduga menurut berkata berujar berdalih"
)
_NEGATIONS, _TRUTH, _SPEECH = (frozenset(some.split()) for some in (_NEGATION_WORDS, _TRUTH_WORDS, _SPEECH_WORDS))
_NEAR = 4  # words between a verb of speech and whoever speaks


def negated(old: Words, ours: tuple[int, int], new: Words, theirs: tuple[int, int]) -> bool:
    """Return whether another turning word, or one more or less, stands right before or behind the same words now.

    A word of another sentence says nothing; a line that is merely wrapped elsewhere is no other sentence.
    """
    pairs = ((_before(old, ours[0]), _before(new, theirs[0])), (_behind(old, ours[1]), _behind(new, theirs[1])))
    return any(word != other and not (apart and far) for (word, apart), (other, far) in pairs)


def turned(comparison: Comparison, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Return whether the rest of the sentence says otherwise that the same words are true, or who says them and how.

    Only words count that the other text has not, wherever they stand there: a line wrapped elsewhere changes nothing.
    """
    lost = _Rest(comparison.old, ours, comparison.alignment.to)
    come = _Rest(comparison.new, theirs, comparison.alignment.back)
    if any(word in _TRUTH or _is_negation(word) for word in (*lost.words, *come.words)):
        return True
    said, says = (any(word in _SPEECH for word in rest.words) for rest in (lost, come))
    return (said and says) or (lost.speaks and come.speaks)


class _Rest:
    """What only one of two texts has in the sentence round a mark.

    `words` are without case; `speaks` says whether a name beside a verb of speech is among them.
    """

    def __init__(self, words: Words, mark: tuple[int, int], other: Sequence[int]) -> None:
        start, end = words.sentence(*mark)
        places = [n for n in (*range(start, mark[0]), *range(mark[1], end)) if is_word(words.keys[n])]
        alone = [n for n in places if other[n] < 0]
        self.words = {words.keys[n].casefold() for n in alone}
        verbs = [n for n in places if words.keys[n].casefold() in _SPEECH] if alone else []
        names = [n for n in alone if words.keys[n][:1].isupper() and not words.breaks[n]]
        self.speaks = any(abs(name - verb) <= _NEAR for name in names for verb in verbs)


def _before(words: Words, first: int) -> tuple[str, bool]:
    """The turning word before word `first`, and whether a sentence or line begins there."""
    return (_negation(words.keys[first - 1]), bool(words.breaks[first])) if first else ("", True)


def _behind(words: Words, end: int) -> tuple[str, bool]:
    return (_negation(words.keys[end]), bool(words.breaks[end])) if end < len(words) else ("", True)


def _negation(word: str) -> str:
    """The word if it turns a statement round, else nothing."""
    return word.casefold() if _is_negation(word.casefold()) else ""


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")
