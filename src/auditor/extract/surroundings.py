"""Reads what stands around an amount: qualifiers, changes, what it is counted per."""

import re
from typing import NamedTuple

from auditor.extract.amounts import Amount
from auditor.extract.quantity_words import lookups, table
from auditor.model import Change, Qualifier

_BEFORE = 90
_AFTER = 90
_WORDS = 5
"""No qualifier has more words than this."""
_TOKEN = re.compile(r"[^\W_](?:[\w'’&./-]*\w)?|[^\w\s]")
_LEFT = re.compile(r"\S+")
_FILLERS = frozenset({"another", "the", "a", "an", "additional", "extra", "further", "his", "her", "their", "its"})
_CLAUSE_ENDS = ".;:!?,"
_CLOSERS = ".,;:!?)”\""
_KEPT_DOTS = frozenset({"approx.", "c.", "ca."})
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
    low = max(0, amount.start - _BEFORE)
    left = text[low : amount.start]
    words = [(match.group(), low + match.start()) for match in _LEFT.finditer(left)][-12:]
    if left and not left[-1].isspace() and words and words[-1][0].lower() not in lookups().before:
        words = _glued(words)
    qualifier, start, phrase = _before(words, amount)
    words = [word for word in words if word[1] < start]
    end = amount.end
    if qualifier == "exact" or qualifier == "about":
        later, stop = _after(text, amount)
        if later and (later != "about" or qualifier == "exact"):
            qualifier, end, phrase = later, stop, ""
    qualifier = _settled(qualifier, amount)
    special = table()
    return Surroundings(
        start if qualifier != "exact" else amount.start,
        end,
        qualifier,
        phrase in special.short_of,
        phrase in special.near,
        _change(words, amount, after),
    )


def _glued(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Nothing before a bracket or quotation mark belongs to the number; "~" and ">" do."""
    last, at = words[-1]
    for sign in (">=", "<=", "~", "≈", ">", "<", "≥", "≤", "±"):
        if last.endswith(sign):
            return [*words[:-1], (sign, at + len(last) - len(sign))]
    return []


def _before(words: list[tuple[str, int]], amount: Amount) -> tuple[Qualifier, int, str]:
    """The qualifier that the words before an amount make, where it starts, and its words."""
    found = lookups().before
    count = len(words)
    for skip in range(3):
        stop = count - skip
        if stop <= 0 or (skip and words[stop][0].lower() not in _FILLERS):
            break
        for length in range(min(_WORDS, stop), 0, -1):
            phrase = " ".join(word.lower() for word, _ in words[stop - length : stop]).lstrip("\"“‘'([—–-")
            qualifier = found.get(phrase)
            if qualifier:
                return _stronger(words[: stop - length], qualifier, words[stop - length][1], phrase)
    return "exact", amount.start, ""


def _stronger(words: list[tuple[str, int]], qualifier: Qualifier, start: int, phrase: str) -> tuple[Qualifier, int, str]:
    """An open end stands above "about": "up to about 20"."""
    if qualifier == "about" and words:
        found = lookups().before
        for length in (2, 1, 3):
            earlier = " ".join(word.lower() for word, _ in words[-length:])
            if len(words) >= length and found.get(earlier, "about") != "about":
                return found[earlier], words[-length][1], earlier
    return qualifier, start, phrase


def _after(text: str, amount: Amount) -> tuple[Qualifier | None, int]:
    """The qualifier that follows an amount: "or more", "+"."""
    end = amount.end
    if text[end : end + 1] == "+":
        return "at_least", end + 1
    if text[end : end + 1] != " ":
        return None, end
    found = lookups().after
    following = _LEFT.finditer(text, end, end + 30)
    phrase, result = "", (None, end)
    for match, _ in zip(following, range(3), strict=False):
        word = match.group()
        phrase = f"{phrase} {word.rstrip(_CLOSERS).lower()}".strip()
        if phrase in found and phrase not in ("plus", "max"):
            result = found[phrase], match.start() + len(word.rstrip(_CLOSERS))
        if word[-1] in _CLAUSE_ENDS:
            break
    return result


def _settled(qualifier: Qualifier, amount: Amount) -> Qualifier:
    """Ranges and vague amounts keep what they are; "over three years" tells how long, not how much more."""
    if amount.upper:
        return "range"
    if amount.number.form == "vague":
        return "vague"
    return qualifier


def _change(words: list[tuple[str, int]], amount: Amount, after: list[str]) -> Change | None:
    """Whether an amount is that of a rise or a fall."""
    if amount.number.form == "multiple":
        return "up" if amount.number.value > 1 else "down"
    found = lookups()
    ratio = amount.unit is not None and amount.unit.dimension in _LARGE
    between = table().between
    by = False
    for steps, (raw, _) in enumerate(reversed(words)):
        word = raw.lower()
        if word[-1] in _CLAUSE_ENDS or steps > 7:  # noqa: PLR2004 - a change stands near its amount
            break
        if word in found.strong and not (word in ("off", "lower", "down", "up", "loss") and not (ratio or amount.unit)):
            return found.strong[word]
        if word in found.weak and (ratio or by):
            return found.weak[word]
        by = by or word == "by"
        if word not in between and not by:
            break
    return _change_after(after) if ratio or (amount.unit and amount.unit.dimension == "money") else None


def _change_after(after: list[str]) -> Change | None:
    """ "a 5% pay rise", "5% higher", "5% less"."""
    found = lookups().after_change
    for word in after[:3]:
        lower = word.lower()
        if lower in found:
            return found[lower]
        if not word[0].isalpha() or lower in ("of", "to", "in", "for", "and", "the", "from", "on", "at", "a", "by", "who", "or", "per"):
            return None
    return None


_PER = re.compile(r"\s?/\s?([a-z]+)|\s(?:per|a|an|each|every|for every|for each|for an?)\s([a-z]+)|\s([a-z]+ly|apiece|each)\b|-an?-([a-z]+)")
_PER_FAR = re.compile(r"\s(?:(?:a|each|every|per)\s(year|month|week|day|hour|annum|quarter|night)|(annually|yearly|monthly|weekly|hourly))\b")
_STOP = re.compile(r"[.;:!?\n,\d(]")
_PER_BEFORE = re.compile(r"\b(annually|yearly|monthly|weekly|(?:each|every)\s(?:year|month|week|day))\s[^.;,\d]{0,24}$", re.I)


def per(text: str, amount: Amount, end: int) -> tuple[str | None, int]:
    """What an amount is for each of, and where that ends if it follows at once."""
    words = table()
    far = amount.unit is not None and amount.unit.dimension == "money"
    if match := _PER.match(text, end, end + 40):
        noun = match[1] or match[2] or match[4]
        if noun is None and match[3] in words.per_words:
            return words.per_words[match[3]], match.end()
        if noun and (noun in words.per_nouns or noun in words.per_names or match.group().lstrip().startswith("per ")):
            return words.per_names.get(noun, noun), match.end()
    if not far:
        return None, end
    clause = text[end : end + 70]
    if stop := _STOP.search(clause):
        clause = clause[: stop.start()]
    if match := _PER_FAR.search(clause):
        noun = match[1] or words.per_words[match[2]]
        return words.per_names.get(noun, noun), end
    if match := _PER_BEFORE.search(text, max(0, amount.start - 40), amount.start):
        said = match[1].lower().split()
        return said[1] if len(said) > 1 else words.per_words[said[0]], end
    return None, end
