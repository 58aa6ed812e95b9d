"""What an amount measures, as two sources would share it: "death toll", "military aid to ukraine"."""

import re
from itertools import zip_longest

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.counted import is_plural, is_stop, nouns, singular
from auditor.extract.quantity.numbers import number_word
from auditor.extract.quantity.numbers import table as number_table
from auditor.extract.quantity.quantity_words import lookups, table
from auditor.extract.quantity.units import dimension
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set

_LOOK_BACK = 120
_MOST_LETTERS = 20
_MOST = 8
"""A measure has no more words than this."""
_CLAUSE = pattern("quantities", "clause")
_WORD = re.compile(r"[^\W_](?:[\w'’&-]|\.(?=\d))*")
_AVERAGE = pattern("quantities", "average")
_NUMBER_OF = pattern("quantities", "number_of")
_LABEL = re.compile(r"([A-Za-z]+): $")
_AT_ONCE = re.compile(r"\s?[:=]\s?$")
_TO = FUNCTION_WORDS.single["to"]
_WORTH = word_set("quantities", "worth")
_OF = FUNCTION_WORDS.single["of"]
_MEASURED_BY = word_set("quantities", "measured_by")
_OUTNUMBERING = word_set("quantities", "outnumbering")
_IN = FUNCTION_WORDS.single["in"]
_ON = FUNCTION_WORDS.single["on"]
_NUMBER = word_set("quantities", "number")
_PAIR = 2


def measure_after(after: list[str], amount: Amount) -> str | None:
    """The measure that follows: "2% of their GDP on defence", "worth of military support", "9% more passengers"."""
    words = [word.lower() if word not in _TO else word for word in after]
    if not _WORTH.isdisjoint(words[:1]):
        words, after = words[1:], after[1:]
    ratio = amount.unit is not None and amount.unit.dimension == "ratio"
    if ratio and not _OUTNUMBERING.isdisjoint(words[:1]):
        phrase = _phrase(after[1:])
        return _finish(phrase) if phrase and is_plural(phrase[-1]) else None
    if not words or words[0] not in (_OF if ratio else _MEASURED_BY):
        return None
    phrase = _phrase(after[1:])
    if not phrase or (words[0] in _IN and not _is_matter(after[1], phrase)):
        return None
    return " ".join(phrase)


def _is_matter(first: str, phrase: list[str]) -> bool:
    """Whether "in" names a matter ("in damages"), not a place or a time."""
    return (
        first[0].islower()
        and first not in table().determiners
        and dimension(singular(phrase[-1])) != "time"
        and phrase[0] not in table().no_matter
    )


def _phrase(words: list[str]) -> list[str]:
    """A noun phrase with the phrases that hang on it, as far as they are nouns and links."""
    links, determiners = table().prepositions, table().determiners
    phrase: list[str] = []
    after_determiner = False
    for token, following in zip_longest(words, words[1:], fillvalue=""):
        word = token.lower()
        open_ended = not phrase or phrase[-1] in links
        if word in determiners and open_ended:
            after_determiner = following[:1].isalpha()
            continue
        if word in links and not open_ended and following and _links(following, word, phrase):
            phrase.append(word)
        elif word not in links and word not in determiners and (_is_noun(word) or after_determiner):
            if not open_ended and (word.endswith(ENDINGS.past) or is_plural(phrase[-1])):
                break
            phrase.append(word[:-2] if word.endswith(ENDINGS.possessive) else word)
        else:
            break
        after_determiner = False
        if len(phrase) >= _MOST:
            break
    while phrase and phrase[-1] in links:
        phrase.pop()
    return phrase


def _links(following: str, link: str, phrase: list[str]) -> bool:
    """Whether a preposition goes on with the phrase: "military aid to Ukraine", but not "orders to cover"."""
    if not _is_noun(following.lower()) or len(table().prepositions.intersection(phrase)) > 1:
        return False
    if link in _ON and following in FUNCTION_WORDS.days | FUNCTION_WORDS.months:
        return False
    if link in _TO:
        return following[0].isupper() or following.lower() in table().determiners
    return link not in _IN or len(phrase) == 1


def _is_noun(word: str) -> bool:
    return (
        word[0].isalpha()
        and "/" not in word
        and (not is_stop(word) or word in table().determiners)
        and not word.endswith(("’ve", "'ve"))
    )


def measure_before(text: str, start: int) -> str | None:
    """The measure that stands before: "contracts worth", "the death toll rose to", "Deaths: "."""
    if average := _AVERAGE.search(text, max(0, start - len("an average of ")), start):
        start = average.start()
    low = max(0, start - _LOOK_BACK)
    left = text[low:start]
    if label := _AT_ONCE.search(left, max(0, len(left) - 4)):
        return _head(_WORD.findall(re.split(r"[.;:!?\n,\d]", left[: label.start()])[-1])[-4:])
    begin = 0
    for cut in _CLAUSE.finditer(left):
        begin = cut.end()
    clause = left[begin:]
    words = _WORD.findall(clause)
    if not words:
        return None
    verb = _verb(words)
    if verb is None:
        return None
    if words[verb].lower() in table().close_links:
        return _tail(words[:verb])
    return _head(words[:verb])


def counted_before(text: str, start: int, measure: str) -> str | None:
    """What a figure counts by its measure: "the number of confirmed cases climbed to", "staff numbers fell to"."""
    said = _NUMBER_OF.search(text, max(0, start - _LOOK_BACK), start)
    if said is None:
        label = _LABEL.search(text, max(0, start - _MOST_LETTERS), start)
        return measure if label and is_plural(label[1].lower()) else None
    if said[1] is None:
        return measure
    return measure.removesuffix(" number") if measure.endswith(" number") else None


def _verb(words: list[str]) -> int | None:
    """Where the words that link a subject to its amount start, or None if something else stands between."""
    found = lookups()
    index = len(words)
    while index > 0:
        word = words[index - 1].lower()
        if index > 1 and words[index - 2].lower() in table().determiners and word not in table().links:
            break
        if _is_link(word) or word in table().between or word in found.before:
            if word in table().results and not _OF.isdisjoint(words[index : index + 1]):
                break  # "a pre-tax loss of"
            index -= 1
        else:
            break
    while index < len(words) and not _is_link(words[index].lower()):
        index += 1
    while index + 1 < len(words) and words[index].lower() in table().noun_links and _is_link(words[index + 1].lower()):
        index += 1
    return index if index < len(words) else None


def _is_link(word: str) -> bool:
    """Whether a word links a subject to its amount: "reached", "rose", "doubled"."""
    found = lookups()
    return word in table().links or word in found.strong or word in found.weak or word in number_table().multiples


def _head(words: list[str]) -> str | None:
    """The head of the first noun phrase of a clause: "the death toll from the attack" is the death toll."""
    phrase: list[str] = []
    for word in words:
        lower = word.lower()
        if _is_number_of(phrase) and len(phrase) == _PAIR and lower in table().states:
            return table().states[lower]
        if lower in table().determiners and not phrase:
            continue
        if lower in _OF and phrase:
            phrase.append(lower)
            continue
        if _is_number_of(phrase) and word[0].isupper() and is_plural(phrase[-1]):
            break
        sort = _is_number_of(phrase) and len(phrase) == _PAIR and lower in nouns().participles
        if is_stop(lower) and lower not in nouns().loose and not sort:
            if phrase:
                break
            return None
        if lower.endswith(ENDINGS.past) and phrase and not sort:
            break
        if lower.endswith(ENDINGS.possessive):
            phrase = []
            continue
        phrase.append(lower)
    return _finish(phrase)


def _tail(words: list[str]) -> str | None:
    """The last noun phrase before a link: "has agreed contracts worth" speaks of contracts."""
    phrase: list[str] = []
    for word in reversed(words):
        lower = word.lower()
        if (
            is_stop(lower)
            or lower.endswith(ENDINGS.possessive)
            or lower in table().determiners
            or (phrase and lower.endswith(("ed", "s")) and not lower.endswith("ss"))
        ):
            break
        phrase.insert(0, lower)
    return _finish(phrase[-4:])


def _no_noun(word: str) -> bool:
    """Whether a single word is more likely a verb, an adverb or the sign of a unit."""
    return len(word) < 3 or word.endswith(ENDINGS.past + ENDINGS.progressive + ENDINGS.adverb)  # noqa: PLR2004


def _finish(phrase: list[str]) -> str | None:
    loose = nouns().loose
    kept = [word for index, word in enumerate(phrase) if word not in loose or (index and index + 1 == len(phrase))]
    if _is_number_of(kept):
        kept = kept[2:]
    while kept and (
        kept[-1] in _OF
        or kept[-1] in table().remainder
        or (len(kept) > 1 and kept[-1].endswith(ENDINGS.adverb) and kept[-1] not in nouns().ending_in_ly)
    ):
        kept.pop()
    if not kept or len(kept) > _MOST or (len(kept) == 1 and _no_noun(kept[0])):
        return None
    if len(kept) == 1 and kept[0] in lookups().strong:
        return None
    if dimension(" ".join([*kept[:-1], singular(kept[-1])])) or number_word(kept[0]):
        return None
    kept[-1] = singular(kept[-1])
    return " ".join(kept)


def _done_by(words: list[str]) -> bool:
    """Whether a verb of harm has an object of its own: "two crashes killed 346"."""
    if len(words) < 3 or words[1].lower() not in table().harming or words[0].lower() in table().people_words:  # noqa: PLR2004 - no object
        return False
    return words[2][0].isdigit() or number_word(words[2]) or words[2].lower() in table().objects


def state(after: list[str]) -> str | None:
    """The state of the people counted: "29 people injured"."""
    states, passing = table().states, table().people_words
    for index, word in enumerate(after[:7]):
        lower = word.lower()
        if lower in states:
            return None if index and _done_by(after[index - 1 : index + 2]) else states[lower]
        if lower not in passing and not is_plural(lower):
            return None
    return None


def _is_number_of(phrase: list[str]) -> bool:
    """Whether a phrase begins with "number of"."""
    return len(phrase) >= _PAIR and phrase[0] in _NUMBER and phrase[1] in _OF
