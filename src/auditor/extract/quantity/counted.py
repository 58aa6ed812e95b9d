"""The noun phrase that a number counts, and how nouns become singular."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile

from auditor.extract.quantity.numbers import number_word
from auditor.language import Table, WordSet, load
from auditor.language.endings import ENDINGS
from auditor.language.phrases import word_set

_BEING = (["were"], ["are"])
_LONGEST = 6
"""A counted noun phrase has no more words than this."""
_AND = word_set("quantities", "and_or")
_PEOPLE = word_set("quantities", "people")
_OTHER = word_set("quantities", "other")


class Nouns(Table):
    """How nouns end, and where noun phrases end; see the table itself."""

    irregular: dict[str, str]
    compounds: dict[str, str]
    same: WordSet
    ends_in_s: WordSet
    stops: WordSet
    whose: WordSet
    ending_in_ly: WordSet
    loose: WordSet
    also_nouns: WordSet
    participles: WordSet
    verbs: WordSet
    rough: WordSet


@cache
def nouns() -> Nouns:
    """The table of nouns."""
    return load("nouns", Nouns)


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    table = nouns()
    if word in table.irregular or word in table.same or _compound(word):
        return True
    return (
        len(word) > 2  # noqa: PLR2004 - "us", "as", "is"
        and word[-1] == "s"
        and word[-2] not in "'’s"
        and not word.endswith(("ous", "’s", "us", "is"))
        and word not in table.ends_in_s
        and (word not in table.stops or word[:-1] in table.stops)
    )


def _compound(word: str) -> str | None:
    """The irregular plural that a longer word ends with: "oarsmen", "midwives"."""
    if word in nouns().ends_in_s:
        return None
    plurals = nouns().compounds
    return next((plural for plural in plurals if word.endswith(plural) and len(word) > len(plural) + 1), None)


@cache
def _known_singulars() -> dict[str, str]:
    table = nouns()
    return {**{word: word for word in (*table.same, *table.ends_in_s)}, **table.irregular}


def singular(word: str) -> str:
    """The singular of a noun; a noun that is singular stays as it is."""
    known = _known_singulars().get(word)
    if known is not None:
        return known
    if plural := _compound(word):
        return word.removesuffix(plural) + nouns().compounds[plural]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties", "dies"
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_stop(word: str) -> bool:
    """Whether a noun phrase ends before this word in lower case."""
    return word in nouns().stops or word in nouns().verbs


def noun_phrase(tokens: Sequence[str], *, one: bool = False) -> tuple[list[str], int]:
    """The noun phrase that starts a sequence of words, and how many words it takes.

    Args:
        tokens: The words and punctuation marks after the number.
        one: Whether the number is one, so that the noun is a singular.

    Returns:
        The phrase's words in lower case with the head in the singular, empty if there is none.
    """
    phrase: list[str] = []
    plural_at = 0
    table = nouns()
    for index, token in enumerate(tokens[:_LONGEST]):
        word = token.lower()
        if not _is_word(word):
            break
        if word in table.stops and word not in table.loose and not _stands_in_phrase(tokens, index, one=one):
            break
        if plural_at and not is_plural(word):
            break
        if number_word(word) and (not phrase or _is_verb_like(phrase[-1])):
            return [], 0  # "the panel of 14 included three ministers"
        if one and phrase and _is_verb_like(word):
            break
        phrase.append(_without_owner(word))
        if is_plural(word) and word not in table.loose:
            plural_at = index + 1
    if not one:
        phrase = phrase[:plural_at]
    kept = _telling(phrase, one=one)
    if not kept or (not one and not plural_at):
        return [], 0
    kept[-1] = singular(kept[-1])
    return kept, len(phrase)


def _telling(phrase: list[str], *, one: bool) -> list[str]:
    """The words of a phrase that say what is counted; "official" does in "one official"."""
    table = nouns()
    kept = [word for word in phrase if word and word not in table.loose and word not in _AND]
    return kept or [word for word in phrase[-1:] if one and word in table.also_nouns]


def _is_word(token: str) -> bool:
    """Whether a token is a word, be it one with digits such as "155-millimetre", rather than a mark or a date."""
    if "/" in token:
        return False
    if not token[0].isdigit():
        return token[0].isalpha()
    return "-" in token or (token[-1].isalpha() and not token[:-1].isdigit())  # "500mg", but neither "60s" nor "5m"


def _ends_in_plural(tokens: Sequence[str]) -> bool:
    """Whether words before any stop end in a plural: "new and used retail units"."""
    words = takewhile(_may_stand_in_phrase, (token.lower() for token in tokens))
    return any(is_plural(word) for word in words)


def _may_stand_in_phrase(word: str) -> bool:
    return word.isalpha() and (not is_stop(word) or word in nouns().participles)


def _stands_in_phrase(tokens: Sequence[str], index: int, *, one: bool) -> bool:
    """Whether a small word or a verb form belongs to a noun phrase after all: "three US troops", "40 home runs"."""
    token = tokens[index]
    if token.lower() in _AND:
        return index > 0 and not one and _ends_in_plural(tokens[index + 1 : index + 4])
    if token.isupper() and len(token) > 1:
        return any(word.islower() for word in tokens[index + 1 : index + 3])
    if not one and is_plural(token.lower()) and not any(is_plural(word.lower()) for word in tokens[:index]):
        return True
    return _is_modifier(tokens, index)


def _is_modifier(tokens: Sequence[str], index: int) -> bool:
    """Whether a participle stands before its noun: "two broken windows", "new and used cars"."""
    first = index == 0 or tokens[index - 1].lower() in _AND
    return first and tokens[index].lower() in nouns().participles and _ends_in_plural(tokens[index + 1 : index + 3])


def _is_verb_like(word: str) -> bool:
    """Whether a word after a singular noun is more likely its verb or says how."""
    if word.endswith(ENDINGS.adverb):
        return word not in nouns().ending_in_ly
    return word.endswith(("ed", "s")) and not word.endswith(("ss", "bed", "weed", "seed"))


def _without_owner(word: str) -> str:
    return word[:-2] if word.endswith(ENDINGS.possessive) else word


def counted_of(tokens: Sequence[str]) -> str | None:
    """What is counted of a whole: "of the 84 people whose", "of the island's residents", "of them children"."""
    if tokens[:1] and tokens[0].lower() in _PEOPLE:
        return counted_phrase(tokens[1 + (tokens[1:2] in _BEING) :])
    definite = 0
    for index, token in enumerate(tokens[:_LONGEST]):
        if (
            token.lower() in nouns().whose
            or (index == 0 and token.lower() in nouns().rough)
            or token.endswith(("'s", "’s", "s'", "s’"))
        ):
            definite = index + 1
        elif not token[0].isalnum() or (is_stop(token.lower()) and not token.isupper()):
            break
    rest = list(tokens[definite:])
    while rest and (rest[0][0].isdigit() or rest[0] == "," or number_word(rest[0]) or rest[0].lower() in nouns().rough):
        rest = rest[1:]
    return counted_phrase(rest) if len(rest) < len(tokens) else None


def _no_attribute(word: str) -> bool:
    """Whether a word before a head says nothing of what is counted: a number, an adverb."""
    return (
        word[0].isdigit()
        or number_word(word.partition("-")[0])
        or (word.endswith(ENDINGS.adverb) and word not in nouns().ending_in_ly)
    )


def counted_phrase(tokens: Sequence[str], *, one: bool = False) -> str | None:
    """What is counted, as the contract writes it: the common words of the phrase, its head in the singular."""
    words, taken = noun_phrase(tokens, one=one)
    if not words or (len(words) == 1 and words[0] in _OTHER):
        return None
    names = {token.lower() for token in tokens[: taken - 1] if token[0].isupper()}
    common = [word for word in words[:-1] if word not in names and not _no_attribute(word)]
    return " ".join([*common, words[-1]])
