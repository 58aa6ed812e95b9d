"""Reads one number as news writes it: digits of any grouping, words, fractions, magnitudes."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditor.language import Table, load

_MANY = 12
"""No number has more words than this."""


class NumberWords(Table):
    """Number words and their values; see the table itself."""

    ones: dict[str, Decimal]
    teens: dict[str, Decimal]
    tens: dict[str, Decimal]
    hundreds: dict[str, Decimal]
    scales: dict[str, Decimal]
    scale_signs: dict[str, Decimal]
    scale_letters: dict[str, Decimal]
    parts: dict[str, Decimal]
    halves: str
    part_signs: dict[str, str]
    vague: dict[str, tuple[Decimal, Decimal]]
    several: dict[str, tuple[Decimal, Decimal]]
    multiples: dict[str, Decimal]
    folds: dict[str, Decimal]
    twice: dict[str, Decimal]


class Number(NamedTuple):
    """A written number.

    Attributes:
        start: Where it starts.
        end: Where it ends, its magnitude ("million") included.
        value: What it says; for a vague amount, the least it is used for.
        step: The value of one unit of its last written digit that is not zero.
        form: How it is written: ``digits``, ``words``, ``part`` (of one), ``vague``, ``multiple``, ``twice``.
        most: For a vague amount, the most it is used for.
        scaled: Whether a magnitude word or sign follows the digits.
        bare: Whether it is a run of digits and nothing else, as years, ids and model numbers are.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    form: str = "digits"
    most: Decimal | None = None
    scaled: bool = False
    bare: bool = False


_DIGITS = re.compile(
    r"(?P<comma>\d{1,3}(?:,\d{3})+(?![\d,]\d)(?:\.\d+)?)"
    r"|(?P<lakh>\d{1,2}(?:,\d{2})+,\d{3}(?!,?\d)(?:\.\d+)?)"
    r"|(?P<dotted>\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}(?!\.?\d))"
    r"|(?P<spaced>\d{1,3}([ \u00a0\u2009\u202f'’])\d{3}(?:\5\d{3})*(?![\d-]|[ ,.]\d{3})(?:[.,]\d{1,2}(?!\d))?)"
    r"|(?P<decimal>\d+,\d{1,2}(?![\d,])(?=\s?(?:%|€|[mb]illion|[mb]n|[mb]ln|per\s?cent)|\b(?<=,\d\d)))"
    r"|(?P<power>\d+(?:\.\d+)?(?:\s?[x×]\s?10\^?|[eE]|\^)(?P<exponent>[+−-]?\d{1,3})(?![\d.]))"
    r"|(?P<plain>\d+(?:\.\d+)?)"
)
_SEPARATORS = {ord(char): None for char in " \u00a0\u2009\u202f'’"}
_WORD = re.compile(r"([ \t\n\r\u00a0]{1,2}|-| - )(?:(and|&)\s{1,2})?([A-Za-z]+)")
_COMMA_WORD = re.compile(r",\s{1,2}(?:(and)\s{1,2})?([A-Za-z]+)")
_AND_PART = re.compile(r"\s{1,2}and\s{1,2}(a|an|one|three)[\s-]([a-z]+)")
_PART_AFTER = re.compile(r"(?:[\s-]{1,2})?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])|(?:\s{1,2}|-)(\d{1,2})\s?/\s?(\d{1,2})(?![\d/])")
_SLASH = re.compile(r"\s?[/⁄]\s?(\d{1,3})(?![\d/.,]*\d)(?!\s?/)")
_SCALE = re.compile(r"[ \u00a0\u2009\u202f\n-]{0,2}([A-Za-z]{1,11})(?![^\W_])")
_OF_SCALE = re.compile(r"(?:\s{1,2}of)?\s{1,2}(?:(?:a|an)\s{1,2})?([a-z]+)")
_NICE = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 1000})
_FINE = 28
"""No more decimals than this are kept of a fraction."""


@cache
def table() -> NumberWords:
    """The number words."""
    return load("numbers", NumberWords)


@cache
def _kinds() -> dict[str, tuple[str, Decimal]]:
    """Each number word with its kind and value."""
    words = table()
    kinds = {}
    for kind in ("ones", "teens", "tens", "hundreds", "scales"):
        for word, value in getattr(words, kind).items():
            kinds[word] = (kind, value)
    return kinds


@cache
def _parts() -> dict[str, Decimal]:
    """Words for a part of one, singular and plural, with how many parts make one."""
    words = table()
    plurals = {words.halves if word == "half" else f"{word}s": value for word, value in words.parts.items()}
    return {**words.parts, **plurals}


@cache
def first_words() -> frozenset[str]:
    """All words that a number or another amount may start with, in lower case."""
    words = table()
    simple = {*_kinds(), *_parts(), *words.vague, *words.multiples, *words.folds, *words.twice}
    return frozenset(simple)


def number_word(word: str) -> bool:
    """Whether a word (in any case) is part of how numbers are written out."""
    return word.lower() in _kinds()


def read_digits(text: str, start: int) -> Number | None:
    """The number whose first digit stands at ``start``, with fraction and magnitude."""
    match = _DIGITS.match(text, start)
    if match is None:
        return None
    written, form = match.group(), match.lastgroup
    match form:
        case "plain":
            plain = written
        case "comma" | "lakh":
            plain = written.replace(",", "")
        case "dotted":
            plain = written.replace(".", "").replace(",", ".")
        case "spaced":
            plain = written.translate(_SEPARATORS).replace(",", ".")
        case "decimal":
            plain = written.replace(",", ".")
        case _:
            return _power(match)
    value = Decimal(plain)
    number = Number(start, match.end(), value, _step(plain), bare=form == "plain" and "." not in plain)
    return _with_scale(text, _with_part(text, number))


def _power(match: re.Match[str]) -> Number:
    """``6.2x10^-4``, ``1e10`` and ``1.1^2``."""
    written = match.group()
    exponent = int(match["exponent"].replace("−", "-"))
    mantissa = Decimal(re.match(r"[\d.]+", written).group())  # type: ignore[union-attr] - starts with a digit
    by_ten = any(sign in written for sign in "x×eE")
    value = mantissa.scaleb(exponent) if by_ten else mantissa ** min(exponent, 99)
    return Number(match.start(), match.end(), value, Decimal(0))


def _step(plain: str) -> Decimal:
    """The place value of the last digit that is not zero, or of the last decimal."""
    if "." in plain:
        return Decimal(1).scaleb(-len(plain.partition(".")[2]))
    return Decimal(1).scaleb(len(plain) - max(len(plain.rstrip("0")), 1))


def _with_part(text: str, number: Number) -> Number:
    """Adds a fraction that follows: ``2 1/4``, ``2½``; or turns ``3/4`` into one."""
    following = text[number.end : number.end + 1]
    if not number.bare or following not in " -/⁄½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒":
        return number
    if slash := _SLASH.match(text, number.end):
        below = int(slash[1])
        if below in _NICE and number.value < below and text[number.start] != "0":
            return Number(number.start, slash.end(), number.value / below, Decimal(0), "part")
        return number
    if part := _PART_AFTER.match(text, number.end):
        above, below = (part[2], part[3]) if part[2] else table().part_signs[part[1]].split("/")
        if int(below) in _NICE | {7, 9} and int(above) < int(below):
            value = number.value + Decimal(above) / int(below)
            return number._replace(end=part.end(), value=value, step=Decimal(0), bare=False)
    return number


def _with_scale(text: str, number: Number) -> Number:
    """Multiplies by the magnitude words and unmistakable signs that follow: ``2.4 billion``, ``3bn``."""
    for _ in range(2):
        match = _SCALE.match(text, number.end)
        if match is None:
            break
        word = match[1].lower()
        kind, factor = _kinds().get(word) or _kinds().get(word.removesuffix("s")) or ("", None)
        if kind not in ("scales", "hundreds") or (word.endswith("s") and number.scaled):
            factor = None if number.scaled else table().scale_signs.get(word)
        if factor is None:
            break
        number = number._replace(
            end=match.end(), value=number.value * factor, step=number.step * factor, scaled=True, bare=False
        )
    return number


def scale_letter(text: str, number: Number) -> Number | None:
    """The number multiplied by a single letter that touches it (``5k``, ``2.4m``), if there is one."""
    letter = text[number.end : number.end + 1]
    factor = table().scale_letters.get(letter)
    if factor is None or number.scaled or text[number.end + 1 : number.end + 2].isalnum():
        return None
    return number._replace(
        end=number.end + 1, value=number.value * factor, step=number.step * factor, scaled=True, bare=False
    )


def read_part_sign(text: str, start: int) -> Number:
    """The number that a sign such as ``¾`` stands for."""
    above, below = table().part_signs[text[start]].split("/")
    number = Number(start, start + 1, Decimal(above) / Decimal(below), Decimal(0), "part")
    return _of_scale(text, number)


def read_words(text: str, start: int, word: str) -> Number | None:
    """The number written out from ``word`` at ``start`` on: "two hundred and five", "half a million", "dozens"."""
    kind = _kinds().get(word)
    if kind is None:
        return _other_amount(text, start, word)
    value, end = _group(text, start + len(word), *kind)
    number = Number(start, end, value, _step(str(value)), "words")
    number = _following_groups(text, _and_part(text, number), scaled=kind[0] == "scales")
    return _as_part(text, number)


def _group(text: str, end: int, kind: str, value: Decimal) -> tuple[Decimal, int]:
    """A number below a thousand, or a round multiple of hundred, that starts with a word of ``kind``."""
    if kind == "scales":
        return value, end
    if kind == "tens":
        value, end = _plus(text, end, value, ("ones",))
    if kind != "hundreds":
        following = _WORD.match(text, end)
        if following is None or following[2] or _kinds().get(following[3].lower(), ("",))[0] != "hundreds":
            return value, end
        value, end = value * _kinds()[following[3].lower()][1], following.end()
    return _plus(text, end, value, ("ones", "teens", "tens")) if value % 100 == 0 else (value, end)


def _plus(text: str, end: int, value: Decimal, kinds: tuple[str, ...]) -> tuple[Decimal, int]:
    """Adds the number below a hundred that follows, if it is of one of the kinds."""
    following = _WORD.match(text, end)
    if following is None or (following[2] and value < 100):  # noqa: PLR2004 - "and" joins only what follows hundreds
        return value, end
    kind, more = _kinds().get(following[3].lower(), ("", Decimal(0)))
    if kind not in kinds or not more:
        return value, end
    stop = following.end()
    if kind == "tens":
        more, stop = _plus(text, stop, more, ("ones",))
    after = _WORD.match(text, stop)
    if following[2] and after and not after[2] and _kinds().get(after[3].lower(), ("",))[0] in ("hundreds", "scales"):
        return value, end
    return value + more, stop


def _following_groups(text: str, number: Number, *, scaled: bool) -> Number:
    """Reads on over "million", "two hundred thousand": magnitudes must fall."""
    total, current, end, lowest = Decimal(0), number.value, number.end, Decimal(0)
    step = number.step
    for _ in range(_MANY):
        following = _WORD.match(text, end)
        kind, value = _kinds().get(following[3].lower(), ("", Decimal(0))) if following else ("", Decimal(0))
        if following and kind == "scales" and not following[2]:
            current, step, end, scaled, lowest = current * value, step * value, following.end(), True, value
            continue
        if not scaled:
            break
        comma = None if following else _COMMA_WORD.match(text, end)
        found = following or comma
        kind, value = _kinds().get(found[found.lastindex or 0].lower(), ("", Decimal(0))) if found else ("", Decimal(0))
        if found is None or kind not in ("ones", "teens", "tens") or not lowest:
            break
        more, stop = _group(text, found.end(), kind, value)
        peek = _WORD.match(text, stop)
        factor = _kinds().get(peek[3].lower(), ("", Decimal(0))) if peek and not peek[2] else ("", Decimal(0))
        if factor[0] == "scales":
            more, stop, below = more * factor[1], peek.end() if peek else stop, factor[1]
        else:
            below = Decimal(0)
        if more >= lowest or (comma and not below and not comma[1] and more < 100):  # noqa: PLR2004 - a list
            break
        total, current, end, lowest, step = total + current, more, stop, below, _step(str(more))
    return number._replace(end=end, value=total + current, step=step, scaled=scaled)


def _and_part(text: str, number: Number) -> Number:
    """Adds "and a half", "and three quarters"."""
    match = _AND_PART.match(text, number.end)
    parts = _parts().get(match[2]) if match else None
    if match is None or parts is None or parts not in (2, 3, 4):
        return number
    above = 3 if match[1] == "three" else 1
    return number._replace(end=match.end(), value=number.value + above / parts, step=Decimal(0))


def _as_part(text: str, number: Number) -> Number:
    """Turns "two" before "thirds" into two thirds."""
    match = _WORD.match(text, number.end)
    if match is None or match[2] or not 0 < number.value < 10:  # noqa: PLR2004 - parts are counted by one word
        return number
    word = match[3].lower()
    parts = _parts().get(word)
    plural = word not in table().parts
    if parts is None or parts <= number.value or plural != (number.value != 1):
        return number
    is_time = word in ("quarter", "quarters") and match[1] != "-"
    after = text[match.end() : match.end() + 4]
    if is_time and not after.startswith((" of", " the", " a ", " bil", " mil")):
        return number
    return _of_scale(text, Number(number.start, match.end(), number.value / parts, Decimal(0), "part"))


def _of_scale(text: str, number: Number) -> Number:
    """Multiplies "three quarters" by "of a million", "half" by "a dozen"."""
    match = _OF_SCALE.match(text, number.end)
    kind, value = _kinds().get(match[1], ("", Decimal(0))) if match else ("", Decimal(0))
    if match is None or kind not in ("scales", "hundreds"):
        return number
    return Number(number.start, match.end(), number.value * value, Decimal(0), "words", scaled=kind == "scales")


def _other_amount(text: str, start: int, word: str) -> Number | None:
    """A part, a vague amount, a multiple: words that are no plain numbers."""
    words, end = table(), start + len(word)
    if word in words.vague:
        return _vague(text, start, word)
    for form, values in (("multiple", words.multiples), ("multiple", words.folds), ("twice", words.twice)):
        if word in values:
            return Number(start, end, values[word], Decimal(0), form)
    if word in words.parts:
        return _of_scale(text, Number(start, end, 1 / words.parts[word], Decimal(0), "part"))
    return None


def _vague(text: str, start: int, word: str) -> Number:
    """ "dozens", "tens of thousands", "hundreds of millions"."""
    low, high = table().vague[word]
    end = start + len(word)
    for _ in range(2):
        match = re.compile(r"\s{1,2}of\s{1,2}([a-z]+)").match(text, end)
        if match is None or match[1] not in table().vague or match[1] == word:
            break
        factor = _kinds()[match[1].removesuffix("s")][1] if match[1].removesuffix("s") in _kinds() else Decimal(1)
        low, high, end, word = low * factor, (high + 1) * factor - 1, match.end(), match[1]
    return Number(start, end, low, Decimal(0), "vague", most=high)
