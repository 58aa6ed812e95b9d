"""Reads what stands around an amount: qualifiers, changes, what it is counted per."""

import re
from functools import cache
from typing import NamedTuple

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.amounts import ROUGH
from auditor.extract.quantity.counted import is_stop
from auditor.extract.quantity.quantity_words import lookups, table
from auditor.model import Change, Qualifier

_BEFORE = 64
_AFTER = 72
_WORDS = 5
"""No qualifier has more words than this."""
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_](?:[\w'’&./-]*\w)?|[^\w\s]")
_LEFT = re.compile(r"\S+")
_FILLERS = frozenset({"another", "a", "an", "additional", "extra", "further"})
_CLAUSE_ENDS = ".;:!?,"
_CLOSERS = '.,;:!?)”"'
_OPENERS = "\"“‘'([—–-"
_PLACES = frozenset({"over", "under", "above", "below", "around", "about", "beyond", "c."})
"""Before an article these are prepositions: "under a 30-day truce"."""
_IN_REACH = 6
_MOST_WORDS = 12
_SIGNS = frozenset({">=", "<=", "~", "≈", ">", "<", "≥", "≤", "±"})
_MOVED_UP = frozenset(
    {"edged", "crept", "inched", "ticked", "nudged", "moved", "went", "pushed", "rounded", "revised", "shot"}
)
"""After these "up to" tells where a figure went, not where it ends."""
_LARGE = frozenset({"ratio", "percentage points", "multiple"})


class Surroundings(NamedTuple):
    """What the words around an amount say of it.

    Attributes:
        start: Where the amount starts with its qualifier.
        end: Where it ends with its qualifier.
        qualifier: How exact it is.
        below: That "about" means a little less.
        near: That the open end is near ("just over").
        change: Whether it is a rise or a fall.
    """

    start: int
    end: int
    qualifier: Qualifier
    below: bool
    near: bool
    change: Change | None


def right_words(text: str, end: int) -> list[str]:
    """Words and marks after an amount, as far as the paragraph goes."""
    window = text[end : end + _AFTER]
    line = window.find("\n\n")
    return _TOKEN.findall(window if line < 0 else window[:line])


def surroundings(text: str, amount: Amount, after: list[str]) -> Surroundings:
    """Qualifier and change of an amount."""
    left = text[max(0, amount.start - _BEFORE) : amount.start]
    if len(lowered := left.lower()) == len(left):  # but for a few letters, which are two in lower case
        left = lowered
    words = left.split()[-_MOST_WORDS:]
    if words and not left[-1].isspace():
        words = _glued(words)
    qualifier, taken, phrase = _before(words)
    if phrase == "up to" and taken < len(words) and words[-taken - 1] in _MOVED_UP:
        qualifier, taken, phrase = "exact", 0, ""
    start = amount.start
    if qualifier != "exact" and phrase in table().during and _lasts(amount, words[: len(words) - taken]):
        qualifier, phrase = "exact", ""
    elif taken:
        start -= _width(left, taken, phrase)
    words = words[: len(words) - taken]
    end = amount.end
    if qualifier in ("exact", "about"):
        later, stop = _after(text, amount)
        if later and (later != "about" or qualifier == "exact"):
            qualifier, end, phrase = later, stop, ""
    if amount.upper:
        qualifier = "range"
    elif amount.number.form == "vague":
        qualifier = "vague"
    special = table()
    change = _change(words, amount, after)
    return Surroundings(start, end, qualifier, phrase in special.short_of, phrase in special.near, change)


def _lasts(amount: Amount, words: list[str]) -> bool:
    """Whether "over three years" tells how long something took rather than that it took longer."""
    if amount.unit is None or amount.unit.dimension != "time":
        return False
    return not words or words[-1] not in table().compared


def _width(left: str, taken: int, phrase: str) -> int:
    """How many characters the last words of a text take, up to its end."""
    places = [match.start() for match in _LEFT.finditer(left)]
    begin = places[-taken]
    first = phrase.split(" ", 1)[0]
    return len(left) - max(left.find(first, begin), begin)


def _glued(words: list[str]) -> list[str]:
    """Nothing before a bracket or quotation mark belongs to the number; "~" and ">" do."""
    return words if words[-1] in _SIGNS else []


@cache
def _last_words() -> frozenset[str]:
    """The words that a qualifier ends with."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in lookups().before)


def _before(words: list[str]) -> tuple[Qualifier, int, str]:
    """The qualifier that the words before an amount make, how many words reach back to it, and its words."""
    found, ends = lookups().before, _last_words()
    for skip in range(min(3, len(words))):
        stop = len(words) - skip
        if skip and words[stop] not in _FILLERS:
            break
        last = words[stop - 1]
        if last not in ends and last.lstrip(_OPENERS) not in ends:
            continue
        for length in range(min(_WORDS, stop), 0, -1):
            phrase = " ".join(words[stop - length : stop]).lstrip(_OPENERS)
            if (qualifier := found.get(phrase)) and not (skip and phrase in _PLACES and words[stop] in ("a", "an")):
                return _stronger(words[: stop - length], qualifier, skip + length, phrase)
    return "exact", 0, ""


def _stronger(words: list[str], qualifier: Qualifier, taken: int, phrase: str) -> tuple[Qualifier, int, str]:
    """An open end stands above "about": "up to about 20"."""
    if qualifier == "about" and words:
        found = lookups().before
        for length in (2, 1, 3):
            earlier = " ".join(words[-length:])
            if len(words) >= length and found.get(earlier, "about") != "about":
                return found[earlier], taken + length, earlier
    return qualifier, taken, phrase


@cache
def _first_words_after() -> frozenset[str]:
    """The words that a qualifier after its amount starts with."""
    return frozenset(phrase.partition(" ")[0] for phrase in lookups().after)


def _after(text: str, amount: Amount) -> tuple[Qualifier | None, int]:
    """The qualifier that follows an amount: "or more", "+"."""
    end = amount.end
    if rough := ROUGH.match(text, amount.number.end):
        return lookups().after[rough[1] or rough[2]], end
    if text[end : end + 1] == "+":
        return "at_least", end + 1
    first = _LEFT.match(text, end + 1, end + 20) if text[end : end + 1] == " " else None
    if first is None or first.group().rstrip(_CLOSERS).lower() not in _first_words_after():
        return None, end
    found = lookups().after
    following = _LEFT.finditer(text, end, end + 30)
    phrase = ""
    result: tuple[Qualifier | None, int] = (None, end)
    for match, _ in zip(following, range(3), strict=False):
        word = match.group()
        phrase = f"{phrase} {word.rstrip(_CLOSERS).lower()}".strip()
        if phrase in found and phrase not in ("plus", "max"):
            result = found[phrase], match.start() + len(word.rstrip(_CLOSERS))
        if word[-1] in _CLAUSE_ENDS:
            break
    return result


def _change(words: list[str], amount: Amount, after: list[str]) -> Change | None:
    """Whether an amount is that of a rise or a fall."""
    if amount.number.form == "multiple":
        return "up" if amount.number.value > 1 else "down"
    found = lookups()
    kind = amount.unit.dimension if amount.unit else "count"
    stepwise = kind == "count" and (amount.noun or " ".join(after[:1])) in table().steps
    if (noun := _change_in(words)) in found.strong:
        return found.strong[noun]
    between = table().between
    by = False
    for steps, word in enumerate(reversed(words)):
        if word[-1] in _CLAUSE_ENDS or steps > 7:  # noqa: PLR2004 - a change stands near its amount
            break
        if word in found.strong and (by or stepwise or _of_value(word, kind, after)):
            return None if _phrasal(words, steps) else found.strong[word]
        if word in found.weak and (by or stepwise or kind in _LARGE):
            return found.weak[word]
        by = by or word == "by"
        if word not in between and not by:
            break
    if stepwise:
        return _change_after(after if amount.noun else after[1:])
    return _change_after(after) if kind in _LARGE or kind in ("money", "temperature") else None


def _change_in(words: list[str]) -> str:
    """The first noun of "an increase in profits of" before an amount, empty if there is none."""
    if words[-1:] != ["of"] or "in" not in words[-_IN_REACH:]:
        return ""
    place = len(words) - 1 - words[::-1].index("in")
    return words[place - 1] if place else ""


def _of_value(word: str, kind: str, after: list[str]) -> bool:
    """Whether a word of change tells how far a value of a kind went rather than where a thing moved."""
    if kind in ("length", "time"):
        return word not in table().moves
    counts = bool(after) and after[0][0].isalpha() and not is_stop(after[0].lower())
    return kind != "count" or word not in table().handled or not counts


def _phrasal(words: list[str], steps: int) -> bool:
    """Whether "up" or "down" belongs to the verb before it: "paid down $5m"."""
    return words[-steps - 1] in ("up", "down") and steps < len(words) - 1 and words[-steps - 2] in table().phrasal


def _change_after(after: list[str]) -> Change | None:
    """Reads "a 5% pay rise", "5% higher", "5% less"."""
    found = lookups().after_change
    for word in after[:3]:
        lower = word.lower()
        if change := found.get(lower) or found.get(lower.removesuffix("s")):
            return change
        if not word[0].isalpha() or lower in table().ends_change:
            return None
    return None
