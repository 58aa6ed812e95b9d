"""Tells whether "one" counts something rather than standing for somebody."""

import re
from itertools import pairwise

from auditor.extract.quantity.counted import is_plural, is_stop, singular
from auditor.extract.quantity.numbers import Number, number_word
from auditor.extract.quantity.numbers import table as number_table
from auditor.extract.quantity.part_words import hyphen_unit
from auditor.extract.quantity.quantity_words import table
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set

_FAR = 90
"""How far back a list may begin that "one" ends."""
_RANGED = pattern("quantities", "ranged")
_OUT_OF = pattern("quantities", "one_of_many")
_CLAUSE_END = re.compile(r"[.;:!?]")
_QUOTES = "\"“‘'("
_BEFORE_ONE = word_set("quantities", "before_one")
_AT_LEAST = word_set("quantities", "at_least_one")
_MORE = word_set("quantities", "more")
_ONLY = word_set("quantities", "only")
_AND = FUNCTION_WORDS.single["and"]


def counts_one(text: str, number: Number, words: list[str], after: str) -> bool:
    """Whether "one" counts something, given the words before it and the word after it."""
    if text[number.end : number.end + 1] == "-":
        return hyphen_unit(text, number.end)
    known, last = table(), _before_one(words)
    if last.strip(_QUOTES) in known.one_before:
        return False
    if _counts_without_noun(text, number, last, after):
        return True
    if not after or after in known.one_not or _goes_on(after):
        return False
    return not is_stop(after) or after in known.states or after in known.remainder


def _counts_without_noun(text: str, number: Number, last: str, after: str) -> bool:
    """Whether the words around "one" make it an amount whether a noun follows or not."""
    known = table()
    if _OUT_OF.match(text, number.end) or _is_low_end(text, number.end) or last in number_table().negative:
        return True
    if not after:
        return last in _BEFORE_ONE or last in known.harming
    if last in _AT_LEAST and after in known.one_after_least:
        return True
    return after in known.list_links and _ends_list(text[max(0, number.start - _FAR) : number.start], after)


def _is_low_end(text: str, end: int) -> bool:
    """Whether "one" opens a range: "one to two", "one or more"."""
    ranged = _RANGED.match(text, end)
    return ranged is not None and (ranged[1] is None or ranged[1] in _MORE or bool(number_word(ranged[1])))


def _before_one(words: list[str]) -> str:
    """The word before "one"; none where "only" counts it rather than "the only one"."""
    last, ahead = ([""] * 2 + [word.lower() for word in words])[-1:-3:-1]
    return "" if last in _ONLY and ahead not in table().determiners else last


def _ends_list(before: str, link: str) -> bool:
    """Whether "one in Perth" ends a list: "three in Darwin and one in Perth"."""
    words = _CLAUSE_END.split(before)[-1].split()
    if _AND.isdisjoint(words[-1:]):
        return False
    return any(after == link and (number_word(word) or word.isdecimal()) for word, after in pairwise(words))


def _goes_on(word: str) -> bool:
    """Whether a word after "one" is an adverb or a verb, so that "one" is anybody: "one seldom sees", "one learns"."""
    return word in table().seldom or (is_plural(word) and singular(word) != word)
