"""What words around a number keep it from being a quantity: names, labels, addresses, years, numbers of lines."""

import re

from auditor.extract.quantity.counted import is_plural, is_stop
from auditor.extract.quantity.numbers import Number
from auditor.extract.quantity.numbers import table as numbers
from auditor.extract.quantity.quantity_words import lookups, table
from auditor.extract.quantity.units import units
from auditor.extract.speech.verbs import finite
from auditor.extract.words import capitalised_throughout
from auditor.language.endings import ENDINGS
from auditor.language.phrases import any_of, pattern, word_set

_WORD_BEFORE = re.compile(r"[^\W\d_][\w'’&.-]*$")
_ADDRESS = re.compile(r"(?:\s[A-Z][\w'’]+){2,4}|\s[A-Z][a-z]+")
NEXT_WORDS = re.compile(
    r"[ \u00a0\n]([^\W\d_][\w'’-]*)(?:[ \u00a0\n]([^\W\d_][\w'’-]*))?(?:[ \u00a0\n]([^\W\d_][\w'’-]*))?"
)
_THING = pattern("quantities", "thing")
_LEAST_NAME = 100
"""Smaller numbers before a single thing are as likely an amount without its hyphen: "a 12 page report"."""
_A_MODEL = pattern("quantities", "one_model")
"""What makes "a Beech 200 aircraft" one aircraft of that name."""
_MODEL = pattern("quantities", "model")
_ORDINAL = pattern("quantities", "ordinal", scale=any_of((*numbers().scales, *numbers().hundreds)))
_LINE_NUMBER = re.compile(r"(?:[.):]|\s\([a-z]+\):)\s+[A-Z“\"]")
_LABELLED = pattern("quantities", "labelled")
_LIST_ITEM = re.compile(r"\)\s+[A-Z]")
_SECTION = re.compile(r"[.)]?[ \t]+[A-Z“\"]")
_YEARS = range(1800, 2101)
_RECENT = 1900
"""Four digits from here on are a year even without a word that says so."""
_LINE = 64
"""How far to look around a number for words in lower case."""
_LONGEST = 15
"""No amount is written with more digits."""
_ARTICLES = word_set("quantities", "articles")
_CLUB = pattern("quantities", "club")
_KIN_TIED = pattern("quantities", "kin_tied")
_MOST_CLUB = 20
_ON = word_set("quantities", "going_on")


def word_before(text: str, start: int) -> str:
    """The word right before a place, with its full stop."""
    before = text[max(0, start - 24) : start].removesuffix("\n")
    if before[-1:] in ("#", "№"):
        before = before[:-1]
    before = before.removesuffix(" ")
    match = _WORD_BEFORE.search(before, before.rfind(" ") + 1)
    return match[0] if match else ""


def counts_after(text: str, end: int) -> bool:
    """Whether a plural noun follows, so that "5m" before it means millions."""
    words = NEXT_WORDS.match(text, end)
    if words is None:
        return False
    first = words[1].lower()
    unit = units()
    if is_stop(first):
        return False
    return first.upper() in unit or any(word and is_plural(word.lower()) for word in words.groups()[:2])


def tied_to_kin(text: str, start: int) -> bool:
    """Whether a hyphen ties a number to whose children it counts: "the father-of-six"."""
    return text[start - 1 : start] == "-" and _KIN_TIED.search(text, max(0, start - _MOST_CLUB), start) is not None


def names_unit(text: str, start: int) -> bool:
    """Whether a number before a unit in capitals is of a name: "CBS's 60 Minutes", "Three Mile Island"."""
    if in_headline(text, start):
        return False
    word = word_before(text, start)
    if text[start].isupper() or not word:
        return True
    lower = word.lower()
    return word[0].isupper() and not is_stop(lower) and not _is_verb(lower)


def _is_verb(lower: str) -> bool:
    """Whether a word is a verb that headlines put before numbers, or the form of one that is nothing else."""
    return lower in table().headline_verbs or lower in finite().sure


def noun_after(text: str, end: int) -> bool:
    """Whether a common word follows that an amount may be of."""
    words = NEXT_WORDS.match(text, end)
    return words is not None and words[1][0].islower() and not is_stop(words[1])


def is_label(text: str, start: int, number: Number) -> bool:
    """Whether a number without a unit is part of a name, a numbered thing, an address or a year."""
    digits = text[number.start : number.end].lstrip("-−")
    if number.scaled or "," in digits or " " in digits:
        return False
    if len(digits) > _LONGEST or (number.bare and digits.startswith("0") and len(digits) > 1):
        return True
    if _ORDINAL.match(text, number.end) or _numbers_line(text, start, number) or _in_brackets(text, start, number):
        return True
    counted = counts_after(text, number.end)
    word = word_before(text, start)
    lower = word.lower()
    if not counted and (_is_year(number, digits, lower) or _is_club(text, start)):
        return True
    if lower in _ON and not counted and (label := _LABELLED.search(text, max(0, start - 40), start)):
        lower = label[1].lower()
    labelled = lower in table().labels and not (counted and word.islower() and not word.endswith("."))
    if (
        labelled
        or (counted and number.bare and _A_MODEL.search(text, max(0, start - 40), start))
        or _is_model(text, number, word, counted=counted)
        or (word[:1].isupper() and not counted and _makes_name(text, start, word, lower))
    ):
        return True
    return (not counted and _is_nickname(text, start, number)) or _is_address(text, number.end)


def _is_address(text: str, end: int) -> bool:
    """Whether a street follows a number: "51 Franklin Street"."""
    words = _ADDRESS.match(text, end)
    return words is not None and not table().streets.isdisjoint(words.group().lower().split()[1:])


def _is_nickname(text: str, start: int, number: Number) -> bool:
    """Whether a number stands for a name before a single thing: "the 767 jetliner", "a 911 call", "a .22 rifle"."""
    calibre = text[number.start - 1 : number.start] == "."
    named = calibre or (number.bare and number.value >= _LEAST_NAME)
    thing = _THING.match(text, number.end) if named else None
    if thing is None or word_before(text, start).lower() not in _ARTICLES:
        return False
    return not (is_stop(thing[1]) or is_plural(thing[1]) or thing[1] in table().hyphen_nouns)


def _is_model(text: str, number: Number, word: str, *, counted: bool) -> bool:
    """Whether a number names a product: "737 MAX", "iOS 17"."""
    spelled = word[:1].islower() and word[1:2].isupper() and not counted
    return spelled or _MODEL.match(text, number.end) is not None


def is_numbered(text: str, number: Number) -> bool:
    """Whether a number in words is that of a thing ("at number six") or in a name ("Group of Seven"), not of things."""
    return _is_club(text, number.start) or (
        word_before(text, number.start).lower() in table().labels and not counts_after(text, number.end)
    )


def _is_club(text: str, start: int) -> bool:
    """Whether a number says how many have joined in what it names: "Group of Seven"."""
    return _CLUB.search(text, max(0, start - _MOST_CLUB), start) is not None


def _in_brackets(text: str, start: int, number: Number) -> bool:
    """Whether a small number stands alone in brackets, as the parts of a list do."""
    if text[start - 1 : start] != "(" or text[number.end : number.end + 1] != ")":
        return False
    opens = start == 1 or text[max(0, start - 3) : start - 1].rstrip()[-1:] in (".", "!", "?", ":", ";", "\n", "")
    return number.value < 10 or (opens and _LIST_ITEM.match(text, number.end) is not None)  # noqa: PLR2004 - one digit


def _is_year(number: Number, digits: str, before: str) -> bool:
    """Whether four digits that count nothing are a year."""
    return len(digits) == 4 and number.value in _YEARS and (number.value >= _RECENT or before in table().year_cues)  # noqa: PLR2004


def _numbers_line(text: str, start: int, number: Number) -> bool:
    """Whether a number opens its line as the label of a paragraph: "2. Redistribution", "1.3 “Use”"."""
    line = text[max(0, start - 12) : start].rpartition("\n")
    if (not line[1] and start > 0) or line[2].strip(" \t*•-(") or (start == 0 and number.bare is False):
        return False
    return (_LINE_NUMBER if number.bare else _SECTION).match(text, number.end) is not None


def in_headline(text: str, start: int) -> bool:
    """Whether the line around a place capitalises all but its small words, so that capitals mark no names."""
    before = text[max(0, start - _LINE) : start].rpartition("\n")
    after = text[start : start + _LINE].partition("\n")[0]
    left = before[2] if before[1] or start <= _LINE else before[2].partition(" ")[2]
    right = after.rpartition(" ")[0] if len(after) == _LINE else after
    return capitalised_throughout(f"{left}{right}")


def _makes_name(text: str, start: int, word: str, lower: str) -> bool:
    """Whether a capitalised word before a number forms a name with it ("Apollo 11")."""
    if text[start - 1 : start] not in (" ", "\u00a0"):
        return False
    words, found = table(), lookups()
    if _is_verb(lower) and in_headline(text, start):
        return False
    at = start - len(word) - 1
    if (
        lower.endswith(ENDINGS.progressive)
        and len(lower) > len("viking")
        and (text[max(0, at - 3) : at].rstrip()[-1:] in ".!?" or in_headline(text, start))
    ):
        return False  # "Chasing 375 to win, they", where a sentence begins; "Star Dies a Day Before Turning 80"
    plain = is_stop(lower) or lower in words.plain_before or lower in found.strong or lower in found.weak
    return not (plain or lower in words.states or lower in found.before or word.endswith("."))
