"""Reads whether an amount is that of a rise or a fall, or where one led to: "rose by nine", "rose to nine"."""

from typing import NamedTuple

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.counted import is_stop
from auditor.extract.quantity.numbers import number_word, parts
from auditor.extract.quantity.quantity_words import lookups, table
from auditor.extract.quantity.units import is_minor
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import word_set
from auditor.model import Change

_CLAUSE_ENDS = ".;:!?,"
_IN_REACH = 6
"""No more words than this stand in "an increase in profits of", or in "from 2.1 million people to"."""
_OBJECT = 8
"""No more words than this stand between "cut" and "to" in "cut its main rate to"."""
_LARGE = frozenset({"ratio", "percentage points", "multiple"})
_PRICE = frozenset("$€£¥0123456789")
_TO = FUNCTION_WORDS.single["to"]
_FROM = FUNCTION_WORDS.single["from"]
_BY = FUNCTION_WORDS.single["by"]
_A = FUNCTION_WORDS.single["a"]
_AT = FUNCTION_WORDS.single["at"]
_OF = FUNCTION_WORDS.single["of"]
_IN = FUNCTION_WORDS.single["in"]
_RESTATING = word_set("quantities", "restating")


class Move(NamedTuple):
    """Which way the change went that an amount measures, and which way the one that led to it."""

    change: Change | None = None
    reached: Change | None = None


def move(words: list[str], amount: Amount, after: list[str]) -> Move:
    """The change that an amount measures or is the outcome of, given the words before and after it."""
    if amount.number.form == "multiple":
        return Move("up" if amount.number.value > 1 else "down")
    if led := _led_to(words, amount, after):
        return Move(reached=led)
    told = table().more_than
    if not amount.hyphen and (more := told.get(" ".join(after[:1])) or told.get(" ".join(after[:2]))):
        return Move(more)
    return Move(_change(words, amount, after))


def _kind(amount: Amount) -> str:
    return amount.unit.dimension if amount.unit else "count"


def _led_to(words: list[str], amount: Amount, after: list[str]) -> Change | None:
    """Which way led to an amount: "rose to nine", "edged up to 4%", "cut its main rate to 4%"."""
    found, between, end = lookups(), table().between, len(words)
    if end > 1 and words[-1] in _AT and words[-2] in table().directions:
        return found.strong.get(words[-2]) or found.weak[words[-2]]
    while end and words[end - 1] in between and words[end - 1] not in found.strong:
        end -= 1
    if _TO.isdisjoint(words[end - 1 : end]):
        return None
    end -= 1
    ahead = words[max(0, end - _IN_REACH) : end]
    whole = not _FROM.isdisjoint(ahead)
    if whole:
        end -= 1 + next(steps for steps, word in enumerate(reversed(ahead)) if word in _FROM)
    while end and words[end - 1].endswith(ENDINGS.adverb):
        end -= 1
    if led := _mover(words[:end], amount, after):
        return led
    return _with_object(words[:end], amount) if whole or amount.unit else None


def _mover(words: list[str], amount: Amount, after: list[str]) -> Change | None:
    """The direction of the verb that ends a run of words, if it is one that leads to an amount."""
    if not words or words[-1] in table().aside:
        return None
    found, word, kind = lookups(), words[-1], _kind(amount)
    if word in table().adverbs and words[-2:-1] and words[-2] in table().phrasal and words[-2] not in table().edged:
        return None
    if kind == "count" and _counts(after) and (word in found.weak or word in table().handled):
        return None
    return found.led.get(word) or found.strong.get(word) or found.weak.get(word)


def _with_object(words: list[str], amount: Amount) -> Change | None:
    """The direction of a verb that stands further off: "cut its main rate", "rose in March"."""
    found, aside, barred = lookups(), table().aside, table().bars_change
    if _kind(amount) in ("length", "time"):
        aside |= table().moves
    for word in reversed(words[-_OBJECT:]):
        if word[-1] in _CLAUSE_ENDS or word in barred or _is_amount(word):
            return None
        if word in aside:
            continue
        if change := found.led.get(word) or found.strong.get(word) or found.weak.get(word):
            return None if word in table().adverbs else change
    return None


def _is_amount(word: str) -> bool:
    """Whether a word tells how far: then the amount after "to" is a level like any other."""
    return number_word(word) or word in parts() or any(char.isdigit() for char in word)


def _change(words: list[str], amount: Amount, after: list[str]) -> Change | None:
    """Whether an amount is how far something rose or fell."""
    found, kind = lookups(), _kind(amount)
    stepwise = kind == "count" and (amount.noun or " ".join(after[:1])) in table().steps
    if (noun := _change_in(words)) in found.strong:
        return found.strong[noun]
    if not _of_thing(words, amount, after):
        by = apart = False
        for steps, word in enumerate(reversed(words)):
            if word[-1] in _CLAUSE_ENDS or steps > 7:  # noqa: PLR2004 - a change stands near its amount
                break
            if apart and word in table().directions:
                continue
            if word in found.strong and (by or stepwise or _of_value(word, kind, after)):
                return None if _phrasal(words, steps, shares=stepwise or _of_share(kind)) else found.strong[word]
            if word in found.weak and (by or stepwise or kind in _LARGE or (kind == "money" and _priced(after))):
                return found.weak[word]
            by = by or word in _BY
            apart = apart or word not in table().between
            if apart and not by and kind != "percentage points":
                break
    if stepwise:
        return _change_after(after if amount.noun else after[1:])
    return _change_after(after) if _of_share(kind) and not _is_result(amount, after) else None


def _is_result(amount: Amount, after: list[str]) -> bool:
    """Whether money is what a year or a sale brought, rather than how far a price went: "a $5m loss"."""
    large = amount.unit is not None and amount.unit.dimension == "money" and not is_minor(amount.unit)
    return large and not table().results.isdisjoint(after[:1])


def _of_thing(words: list[str], amount: Amount, after: list[str]) -> bool:
    """Whether an amount tells of what sort a thing is: "bought a 10% stake", "dropped a 2,000-pound bomb"."""
    if amount.hyphen and amount.unit and _kind(amount) not in _LARGE:
        return True
    article = not _A.isdisjoint(words[-1:]) and _AT.isdisjoint(words[-2:-1])
    return article and _counts(after) and _change_after(after) is None


def _priced(after: list[str]) -> bool:
    """Whether what follows money shows that a price moved by it: "lost $1.20 to $47", "shed 15 cents, or 1.2%"."""
    told = " ".join(after[1:3] if after[:1] == [","] else after[:2]).lower()
    restating, _, rest = told.partition(" ")
    return bool(rest) and restating in _RESTATING and (rest[0] in _PRICE or rest in table().settles)


def _change_in(words: list[str]) -> str:
    """The first noun of "an increase in profits of" before an amount, empty if there is none."""
    if _OF.isdisjoint(words[-1:]) or _IN.isdisjoint(words[-_IN_REACH:]):
        return ""
    place = max(place for place, word in enumerate(words) if word in _IN)
    return words[place - 1] if place else ""


def _of_value(word: str, kind: str, after: list[str]) -> bool:
    """Whether a word of change tells how far a value of a kind went rather than where a thing moved."""
    if kind in ("length", "time"):
        return word not in table().moves
    return kind != "count" or word not in table().handled or not _counts(after)


def _counts(after: list[str]) -> bool:
    """Whether a word follows that an amount may be of."""
    return bool(after) and after[0][0].isalpha() and not is_stop(after[0].lower())


def _of_share(kind: str) -> bool:
    """Whether an amount is of a kind that tells how far a value went: a share, points, money, degrees."""
    return kind in _LARGE or kind in ("money", "temperature")


def _phrasal(words: list[str], steps: int, *, shares: bool) -> bool:
    """Whether "up", "down" or "off" belongs to the verb before it: "paid down $5m", "pulled off a 10-wicket win"."""
    if words[-steps - 1] not in table().adverbs or steps == len(words) - 1:
        return False
    verb = words[-steps - 2]
    return verb in table().phrasal and not (shares and verb in table().trading)


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
