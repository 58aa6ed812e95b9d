"""Reads numbers that are written out: "two hundred and five", "half a million", "tens of thousands"."""

import re
from decimal import Decimal
from typing import NamedTuple

from auditor.extract.quantity.numbers import Number, kinds, of_scale, parts, step, table
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, phrase, word_set

_MANY = 12
"""No number has more words than this."""
_AND = phrase("quantities", "and")
_WORD = re.compile(rf"([ \t\n\r\u00a0]{{1,3}}|-| - )(?:({_AND})\s{{1,2}})?([A-Za-z]+)")
_COMMA_WORD = re.compile(rf",\s{{1,2}}(?:({_AND})\s{{1,2}})?([A-Za-z]+)")
_AND_PART = pattern("quantities", "and_part")
_QUARTER = 4
_SMALL = 20
_OF_VAGUE = pattern("quantities", "of_vague")
_A = FUNCTION_WORDS.single["a"]
_QUARTERS = word_set("quantities", "quarter")
_SHARE = pattern("quantities", "share_next")
_ABOVE = pattern("quantities", "above")


class _Next(NamedTuple):
    """The word after a place, if it is part of a number."""

    kind: str
    value: Decimal
    end: int
    anded: bool = False


_NOTHING = _Next("", Decimal(0), 0)


def _next(text: str, end: int) -> _Next:
    """The number word that follows, with whether "and" stands before it."""
    match = _WORD.match(text, end)
    found = _kind(match[3].lower()) if match else None
    return _Next(*found, match.end(), bool(match[2])) if match and found else _NOTHING


def _kind(word: str) -> tuple[str, Decimal] | None:
    """The kind and value of a word inside a number; magnitudes may be plurals or short there ("three mln")."""
    found = kinds().get(word)
    if found is None and word in table().scale_signs:
        return "scales", table().scale_signs[word]
    if found is None and word.endswith("s"):
        found = kinds().get(word[:-1])
        return found if found and found[0] in ("scales", "hundreds") else None
    return found


def read_words(text: str, start: int, word: str) -> Number | None:
    """The number written out from ``word`` at ``start`` on: "two hundred and five", "half a million", "dozens"."""
    kind = kinds().get(word)
    if kind is None:
        return _other_amount(text, start, word)
    value, end = _group(text, start + len(word), *kind)
    scaled = kind[0] == "scales"
    number = _pointed(text, Number(start, end, value, step(str(value)), "words", scaled=scaled))
    number = and_part(text, number, value if scaled else Decimal(1))
    if not number.step and (dozen := _next(text, number.end)).kind == "hundreds" and not dozen.anded:
        number = number._replace(end=dozen.end, value=number.value * dozen.value)
    return _as_part(text, _following_groups(text, number))


def _pointed(text: str, number: Number) -> Number:
    """Adds the decimals of "one point five"."""
    point = _WORD.match(text, number.end)
    if point is None or number.scaled or point[3].lower() != table().point:
        return number
    end, digits = point.end(), ""
    while (following := _next(text, end)).kind == "ones":
        end, digits = following.end, f"{digits}{following.value}"
    if not digits:
        return number
    return number._replace(end=end, value=Decimal(f"{number.value}.{digits}"), step=Decimal(1).scaleb(-len(digits)))


def _group(text: str, end: int, kind: str, value: Decimal) -> tuple[Decimal, int]:
    """A number below a thousand, or a round multiple of hundred, that starts with a word of ``kind``."""
    if kind == "scales":
        return value, end
    if kind == "tens":
        value, end = _plus(text, end, value, ("ones",))
    if kind != "hundreds":
        following = _next(text, end)
        if following.anded or following.kind != "hundreds":
            return value, end
        value, end = value * following.value, following.end
    return _plus(text, end, value, ("ones", "teens", "tens")) if value % 100 == 0 else (value, end)


def _plus(text: str, end: int, value: Decimal, allowed: tuple[str, ...]) -> tuple[Decimal, int]:
    """Adds the number below a hundred that follows, if it is of one of the kinds."""
    following = _next(text, end)
    if following.kind not in allowed or not following.value:
        return value, end
    if following.anded and value < 100:  # noqa: PLR2004 - "and" joins only what follows hundreds
        return value, end
    more, stop = following.value, following.end
    if following.kind == "tens":
        more, stop = _plus(text, stop, more, ("ones",))
    after = _next(text, stop)
    if following.anded and not after.anded and after.kind == "hundreds":
        return value, end
    return value + more, stop


def _following_groups(text: str, number: Number) -> Number:
    """Reads on over "million", "two hundred thousand": magnitudes must fall."""
    total, current, end, place = Decimal(0), number.value, number.end, number.step
    scaled, factor, lowest = number.scaled, Decimal(1), number.value if number.scaled else Decimal(0)
    for _ in range(_MANY):
        following = _next(text, end)
        if following.kind == "scales" and not following.anded:
            current, place, end = current * following.value, place * following.value, following.end
            scaled, lowest, factor = True, following.value, factor * following.value
            continue
        part = and_part(text, number._replace(end=end, value=current), lowest) if lowest else None
        if part and part.end > end:
            return part._replace(value=total + part.value, scaled=True)
        more = _lower_group(text, end, lowest)
        if more is None or (end == number.end and number.scaled and _stands_apart(text, more, lowest)):
            break
        total, current, end, place, lowest = total + current, more.value, more.end, more.step, more.most or Decimal(0)
    return number._replace(end=end, value=total + current, step=place, scaled=scaled, factor=factor)


def _stands_apart(text: str, more: Number, scale: Decimal) -> bool:
    """Whether a small number behind a bare magnitude begins something else: "a thousand two years ago"."""
    return more.value * _SMALL < scale and not _next(text, more.start).anded


def _lower_group(text: str, end: int, lowest: Decimal) -> Number | None:
    """The group after a magnitude, which must be smaller than it; ``most`` is its own magnitude."""
    following, comma = _next(text, end), None
    if not following.kind:
        comma = _COMMA_WORD.match(text, end)
        found = kinds().get(comma[2].lower()) if comma else None
        following = _Next(*found, comma.end()) if comma and found else _NOTHING
    if following.kind not in ("ones", "teens", "tens") or not lowest:
        return None
    value, stop = _group(text, following.end, following.kind, following.value)
    scale, below = _next(text, stop), Decimal(0)
    if scale.kind == "scales" and not scale.anded:
        value, stop, below = value * scale.value, scale.end, scale.value
    in_list = comma and not below and not comma[1] and value < 100  # noqa: PLR2004 - "a million, two, three"
    return None if value >= lowest or in_list else Number(end, stop, value, step(str(value)), most=below)


def and_part(text: str, number: Number, of: Decimal = Decimal(1)) -> Number:
    """Adds "and a half", "and three quarters": of one, or of the magnitude before."""
    match = _AND_PART.match(text, number.end)
    several, name = match.group(1, 2) if match else ("", "")
    share = parts().get(name.lower())
    if match is None or share is None:
        return number
    above = 1 if several.lower() in _A else table().ones.get(several.lower(), share)
    if not 0 < above < share or (name.lower() in table().parts) != (above == 1) or (above == 1 and share > _QUARTER):
        return number  # "three and a fifth" may be four
    return number._replace(end=match.end(), value=number.value + above * of / share, step=Decimal(0))


def _as_part(text: str, number: Number) -> Number:
    """Turns "two" before "thirds" into two thirds."""
    match = _WORD.match(text, number.end)
    if match is None or match[2] or number.value <= 0 or number.scaled:
        return number
    word, end = match[3].lower(), match.end()
    more = table().tens.get(word)
    if more and (unit := _WORD.match(text, end)):
        word, end = unit[3].lower(), unit.end()
    share = parts().get(word)
    if share is None or not _agree(word, number.value, hyphen=match[1] == "-"):
        return number
    if (more and share > 9) or (_may_be_months(word, match[1]) and not _is_share(text, number.start, end)):  # noqa: PLR2004 - "twenty-fifths"
        return number
    above, tens = number.value, number.value % 100
    if above > tens >= 20 and not tens % 10 and share < 10:  # noqa: PLR2004 - "one hundred thirty-fifths"
        above, share = above - tens, share + tens
    return of_scale(text, Number(number.start, end, above / (share + (more or 0)), Decimal(0), "part"))


def _agree(word: str, value: Decimal, *, hyphen: bool) -> bool:
    """Whether a word for parts has the number of its numerator: "one third", "two thirds", "a two-third majority"."""
    singular = word in table().parts
    if singular and hyphen and 1 < value < table().parts[word]:
        return table().parts[word] != _QUARTER or value == _QUARTER - 1
    return singular == (value == 1)


def _may_be_months(word: str, gap: str) -> bool:
    """Whether "two quarters" may be half a year."""
    return word.removesuffix("s") in _QUARTERS and gap != "-"


def _is_share(text: str, start: int, end: int) -> bool:
    """Whether quarters are parts, not months: "three quarters of", "above one quarter"."""
    return _SHARE.match(text, end) is not None or _compares(text, start)


def _compares(text: str, start: int) -> bool:
    """Whether the word before a number compares with it: "above one quarter"."""
    return _ABOVE.search(text, max(0, start - 6), start) is not None


def _other_amount(text: str, start: int, word: str) -> Number | None:
    """A part, a vague amount, a multiple: words that are no plain numbers."""
    words, end = table(), start + len(word)
    if word in words.vague:
        return _vague(text, start, word)
    if value := words.multiples.get(word) or words.folds.get(word) or words.multiplying.get(word):
        return Number(start, end, value, Decimal(0), "multiple")
    if word in words.twice:
        return Number(start, end, words.twice[word], Decimal(0), "twice")
    if word in words.parts:
        return of_scale(text, Number(start, end, 1 / words.parts[word], Decimal(0), "part"))
    return None


def _vague(text: str, start: int, word: str) -> Number:
    """Reads "dozens", "tens of thousands", "hundreds of millions"."""
    low, high = table().vague[word]
    end = start + len(word)
    for _ in range(2):
        match = _OF_VAGUE.match(text, end)
        next_one = match[1].lower() if match else ""
        if match is None or next_one not in table().vague or next_one == word:
            break
        factor = kinds()[next_one.removesuffix("s")][1] if next_one.removesuffix("s") in kinds() else Decimal(1)
        low, high, end, word = low * factor, (high + 1) * factor - 1, match.end(), next_one
    return Number(start, end, low, Decimal(0), "vague", most=high)
