"""Reads what stands around an amount: qualifiers, changes, what it is counted per."""

import re
from functools import cache
from typing import NamedTuple

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.amounts import ROUGH
from auditor.extract.quantity.changes import Move, move
from auditor.extract.quantity.counted import is_plural
from auditor.extract.quantity.quantity_words import lookups, table
from auditor.extract.quantity.shields import noun_after
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set
from auditor.model import Qualifier

_BEFORE = 64
_AFTER = 72
_WORDS = 5
"""No qualifier has more words than this."""
_TOKEN = re.compile(r"[^\W_](?:\.(?<=[A-Z]\.)(?:[A-Z]\.)+|(?:[\w'’&./-]*\w)?)|[^\w\s]")
_LEFT = re.compile(r"\S+")
_CLAUSE_ENDS = ".;:!?,"
_CLOSERS = '.,;:!?)”"'
_OPENERS = "\"“‘'([—–-"
_MOST_WORDS = 12
_AFTER_NOUN = pattern("quantities", "after_noun")
_BY_FORM: dict[str, Qualifier] = {"vague": "vague", "tens": "about"}
_PLACED = frozenset({"length", "area", "volume", "mass", "time", "angle"})
_SIGNS = frozenset({">=", "<=", "~", "≈", ">", "<", "≥", "≤", "±"})
_OVER = FUNCTION_WORDS.single["over"]
_UP_TO = word_set("quantities", "up_to")
_ENDS_IN_THAN = pattern("quantities", "ends_in_than")
_EACH = word_set("quantities", "each")
_A = FUNCTION_WORDS.single["a"]
_JOINING = FUNCTION_WORDS.single["and"]
_THAN = pattern("quantities", "than_next")
_DOUBTFUL = word_set("quantities", "doubtful_after")


class Surroundings(NamedTuple):
    """What the words around an amount say of it.

    Attributes:
        start: Where the amount starts with its qualifier.
        end: Where it ends with its qualifier.
        qualifier: How exact it is.
        below: That "about" means a little less.
        near: That the open end is near ("just over").
        move: Whether it is a rise or a fall, or where one led to.
    """

    start: int
    end: int
    qualifier: Qualifier
    below: bool
    near: bool
    move: Move


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
        words = _glued(words) if amount.number.form == "digits" else []
    elif "(" in left:
        words = _inside(words)
    qualifier, taken, phrase = _leading(words)
    ahead = words[: len(words) - taken]
    if taken and _tells_place(amount, phrase, ahead, after):
        qualifier, phrase = "exact", ""
    start = amount.start - (_width(left, taken, phrase) if phrase else 0)
    words = ahead
    end = amount.end
    if qualifier in ("exact", "about"):
        later, stop = _after(text, amount)
        if later and (later != "about" or qualifier == "exact"):
            qualifier, end, phrase = later, stop, ""
        elif amount.unit is None and (far := _AFTER_NOUN.match(text, amount.end)):
            qualifier, phrase = lookups().after[far[1]], ""
    qualifier = "range" if amount.upper else _BY_FORM.get(amount.number.form, qualifier)
    special = table()
    moved = move([*words, "to"] if phrase in special.peaks else words, amount, after)
    return Surroundings(start, end, qualifier, phrase in special.short_of, phrase in special.near, moved)


def _leading(words: list[str]) -> tuple[Qualifier, int, str]:
    """The qualifier that the words before an amount make, where they are meant as one."""
    qualifier, taken, phrase = _before(words)
    ahead = words[: len(words) - taken]
    edged = phrase in _UP_TO and bool(ahead) and ahead[-1] in table().edged
    base = _ENDS_IN_THAN.search(phrase) is not None and _measured(ahead)
    return ("exact", 0, "") if edged or base else (qualifier, taken, phrase)


def _tells_place(amount: Amount, phrase: str, ahead: list[str], after: list[str]) -> bool:
    """Whether words before an amount tell where, or how long, not how exact: "near two farms", "over a year"."""
    if phrase in table().beside:
        return amount.unit is None or amount.unit.dimension in _PLACED
    return phrase in table().during and (_lasts(amount, ahead, after) or (phrase in _OVER and _spans(ahead, after)))


def _lasts(amount: Amount, words: list[str], after: list[str]) -> bool:
    """Whether "over three years" tells how long something took rather than that it took longer."""
    if amount.unit is None or amount.unit.dimension != "time" or not _EACH.isdisjoint(after[:1]):
        return False
    return not words or words[-1] not in table().compared


def _measured(words: list[str]) -> bool:
    """Whether it was just said how much more than an amount something is: "3.6% higher than 1.1 million"."""
    return bool(words) and (words[-1][-1] == "%" or words[-1] in table().measured)


def _spans(words: list[str], after: list[str]) -> bool:
    """Whether "seven hits over six innings" tells in how many rather than of more."""
    return bool(words) and is_plural(words[-1]) and bool(after) and after[0].lower() in table().rounds


def _width(left: str, taken: int, phrase: str) -> int:
    """How many characters the last words of a text take, up to its end."""
    places = [match.start() for match in _LEFT.finditer(left)]
    begin = places[-taken]
    first = phrase.split(" ", 1)[0]
    return len(left) - max(left.find(first, begin), begin)


def _inside(words: list[str]) -> list[str]:
    """The words behind the last bracket that opens: "(up 3.2%)"."""
    opening = next((place for place in range(len(words) - 1, -1, -1) if words[place][0] == "("), None)
    return words if opening is None else [words[opening][1:] or ",", *words[opening + 1 :]]


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
        if skip and words[stop] not in table().adding:
            break
        last = words[stop - 1]
        if last not in ends and last.lstrip(_OPENERS) not in ends:
            continue
        for length in range(min(_WORDS, stop), 0, -1):
            phrase = " ".join(words[stop - length : stop]).lstrip(_OPENERS)
            placing = skip and words[stop] in _A and phrase in table().placing
            if (qualifier := found.get(phrase)) and not placing:
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


def _adds(text: str, phrase: str, end: int) -> bool:
    """Whether "and lower" says something of what follows it: "30 and lower prices", "30 and lower than"."""
    return phrase.partition(" ")[0] in _JOINING and (noun_after(text, end) or _THAN.match(text, end) is not None)


@cache
def _first_words_after() -> frozenset[str]:
    """The words that a qualifier after its amount starts with."""
    return frozenset(phrase.partition(" ")[0] for phrase in lookups().after)


def _after(text: str, amount: Amount) -> tuple[Qualifier | None, int]:
    """The qualifier that follows an amount: "or more", "+"."""
    end = amount.end
    if rough := ROUGH.match(text, amount.number.end):
        return lookups().after[rough[1] or rough[2]], end
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isalnum():
        return "at_least", end + 1
    if amount.number.scaled and "+" in text[amount.number.start + 1 : amount.number.end]:
        return "at_least", end  # "6.3+ million"
    first = _LEFT.match(text, end + 1, end + 20) if text[end : end + 1] == " " else None
    if first is None or first.group().rstrip(_CLOSERS).lower() not in _first_words_after():
        return None, end
    found = lookups().after
    following = _LEFT.finditer(text, end, end + 30)
    phrase = ""
    result: tuple[Qualifier | None, int] = (None, end)
    for match, _ in zip(following, range(_WORDS), strict=False):
        word = match.group()
        phrase = f"{phrase} {word.rstrip(_CLOSERS).lower()}".strip()
        if phrase in found and phrase not in _DOUBTFUL and not _adds(text, phrase, match.end()):
            result = found[phrase], match.start() + len(word.rstrip(_CLOSERS))
        if word[-1] in _CLAUSE_ENDS:
            break
    return result
