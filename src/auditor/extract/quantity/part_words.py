"""Tells whether "half", "a third" and the like are meant as parts of one."""

import re

from auditor.extract.quantity.counted import is_stop
from auditor.extract.quantity.numbers import Number
from auditor.extract.quantity.numbers import table as number_table
from auditor.extract.quantity.quantity_words import lookups, table
from auditor.extract.quantity.spellings import unit_after
from auditor.extract.quantity.units import units
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import any_of, pattern, word_set

_HYPHEN_UNIT = re.compile(r"-([a-z]+)")
_DIVIDED = frozenset({"length", "area", "volume", "mass", "time"})
_WRITTEN_OUT = 3
_OPENING = "\"“‘'(["
"""What a quotation or an aside opens with."""
_REACH = 40
_THAN = pattern("quantities", "than")
_HALVED = word_set("quantities", "halved")
_HALF = word_set("quantities", "half")
_A = FUNCTION_WORDS.single["a"]
_QUARTER = word_set("quantities", "quarter")
_OF = FUNCTION_WORDS.single["of"]
_BY = FUNCTION_WORDS.single["by"]
_AND = FUNCTION_WORDS.single["and"]
_TIME = word_set("quantities", "time")
_PARTED = word_set("quantities", "parted")
_RANGED = word_set("quantities", "ranged")
_TO_PART = pattern("quantities", "to_part", part=any_of(number_table().parts))
_FROM_PART = pattern("quantities", "from_part", part=any_of(number_table().parts))


def is_part(text: str, number: Number, word: str, words: list[str], after: str) -> bool:
    """Whether a word for a part is one, given the words before it and the word after it."""
    last = words[-1].lower().lstrip(_OPENING) if words else ""
    if text[number.end : number.end + 1] == "-":
        return word in _HALVED and hyphen_unit(text, number.end)
    if word in _HALVED and last not in table().not_half and _divides_unit(text, number.end):
        return True
    if word in _HALF:
        return last not in table().not_half and _is_half(words, last, after)
    if number.value >= 1 or last not in _A:
        return word in _QUARTER and number.value >= 1
    ahead = words[-2].lower() if len(words) > 1 else ""
    alone = not after and len(words) == 1
    if after in _OF or alone or _is_compared(text, number.end, after) or (ahead in _RANGED and _ranges(text, number)):
        return True
    ends = not after or is_stop(after) or after.endswith(ENDINGS.adverb) or after in table().after_part
    return ends and (ahead in _BY or ahead in lookups().strong or (word not in _QUARTER and ahead in table().part_cues))


def _ranges(text: str, number: Number) -> bool:
    """Whether a part is one end of a range of parts: "between a quarter and a third"."""
    if _TO_PART.match(text, number.end):
        return True
    return _FROM_PART.search(text, max(0, number.start - _REACH), number.start) is not None


def _is_compared(text: str, end: int, after: str) -> bool:
    """Whether the word behind a part says by how much something is more or less: "a quarter higher than"."""
    return after in lookups().after_change and _THAN.match(text, end + 1 + len(after)) is not None


def _is_half(words: list[str], last: str, after: str) -> bool:
    """Whether "half" is one of something, of what was said before, or all that is said."""
    near = words[-2].lower() if last in _A and len(words) > 1 else last
    if after in table().half_of or near in table().part_cues:
        return True
    return last in _A and ((not after and len(words) == 1) or (near in _AND and _is_measure(words[-3:-2])))


def _divides_unit(text: str, end: int) -> bool:
    """Whether a unit follows that is measured in halves: "half mile", "quarter pound", not "half year", "half time"."""
    found = unit_after(text, end)
    if found is None or len(found.written) < _WRITTEN_OUT or found.unit.dimension not in _DIVIDED:
        return False
    return found.unit.dimension != "time" or found.unit.name in ("hour", "minute", "second")


def _is_measure(words: list[str]) -> bool:
    """Whether a word names a measure that "and a half" adds to: "an hour and a half"."""
    return bool(words) and (unit := unit_after(f" {words[0]}", 0)) is not None and unit.unit.dimension in _DIVIDED


def hyphen_unit(text: str, end: int) -> bool:
    """Whether a unit is joined by a hyphen."""
    match = _HYPHEN_UNIT.match(text, end)
    if match is None or match[1] in _TIME:
        return False
    return match[1] in units() or match[1] in _PARTED or match[1] in table().hyphen_nouns
