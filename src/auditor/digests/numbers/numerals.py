"""Every number that stands in a text, whatever it means there: digits, words, ordinals, Roman numerals."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditor.digests.words import words
from auditor.extract.quantity.digits import read_digits, read_part_sign, scale_letter
from auditor.extract.quantity.numbers import Number, first_words, table
from auditor.extract.quantity.wording import read_words

_SIGNS = r"(?<![\d.,])\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]|(?<![^\W_])(?-i:[IVXL]{2,6})(?![^\W_])"
_DIGITS = re.compile(r"\d+")
_ORDINAL = re.compile(r"[\s-]([a-z]+)")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})|X{0,3}L?X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}


class Numeral(NamedTuple):
    """A number in a text.

    Attributes:
        value: What it says.
        plain: What it says without its magnitude: 1.2 of "1.2 million".
        step: The value of one unit of its last written digit that is not zero; 0 where it is not rounded.
        scaled: Whether a magnitude word or sign follows it.
        lettered: Whether that is a letter that may be something else: "5m" is five million or five metres.
    """

    value: Decimal
    plain: Decimal
    step: Decimal
    scaled: bool = False
    lettered: bool = False


@cache
def _token() -> re.Pattern[str]:
    """What a number may begin with; words are tried by their first letter."""
    known = words()
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted({*known.sizes, *known.ordinals, *first_words()}, key=lambda word: (-len(word), word)):
        by_letter[word[0]].append(re.escape(word[1:]))
    branches = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
    return re.compile(rf"{_SIGNS}|(?<![^\W_])(?:{branches})(?![^\W_])", re.IGNORECASE)


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers of a text in order, those that parts are made of included."""
    return (number for _, number in numerals_at(text))


def numerals_at(text: str) -> Iterator[tuple[int, Numeral]]:
    """Likewise, each with the place where it begins."""
    end = 0
    for match in _token().finditer(text):
        if match.start() < end:
            continue
        for number in _at(text, match.start(), match[0]):
            end = max(end, number.end)
            lettered = number.scaled and text[number.end - 2 : number.end - 1].isdecimal()
            plain = number.value / number.factor
            yield number.start, Numeral(number.value, plain, number.step, number.scaled, lettered)


def _at(text: str, start: int, token: str) -> Iterable[Number]:
    """The readings of the number that begins with a token, if one does."""
    if token.isdecimal():
        return _digits(text, start)
    if not token[0].isascii():
        return [read_part_sign(text, start)]
    return _words(text, start, token)


def _digits(text: str, start: int) -> Iterator[Number]:
    number = read_digits(text, start)
    if number is None:
        return
    yield scale_letter(text, number) or number
    if number.form == "part":
        for run in _DIGITS.finditer(text, start, number.end):
            yield Number(*run.span(), Decimal(run[0]), Decimal(1))


def _words(text: str, start: int, token: str) -> Iterator[Number]:
    lower, known = token.lower(), words()
    stand_in = known.sizes.get(lower) or known.ordinals.get(lower) or _roman(token)
    if stand_in:
        yield Number(start, start + len(token), stand_in, Decimal(0))
        return
    number = read_words(text, start, lower)
    if number is None or number.form == "vague":
        return
    yield number
    following = _ORDINAL.match(text, number.end) if number.value % 10 == 0 else None
    if following and (ordinal := known.ordinals.get(following[1])):
        yield number._replace(value=number.value + ordinal, end=following.end())
    if number.form == "part":
        yield from _words_of_part(text, number)


def _words_of_part(text: str, number: Number) -> Iterator[Number]:
    """The two numbers of "three quarters" and "one-fifth"."""
    for word in re.findall(r"[a-z]+", text[number.start : number.end].lower()):
        value = words().ordinals.get(word) or words().ordinals.get(word.removesuffix("s")) or table().ones.get(word)
        if value:
            yield number._replace(value=value, step=Decimal(0))


def _roman(token: str) -> Decimal | None:
    """The value of a Roman numeral of two letters or more."""
    if token[0] not in _ROMAN_DIGITS or not _ROMAN.fullmatch(token):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in token]
    return Decimal(sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True)))
