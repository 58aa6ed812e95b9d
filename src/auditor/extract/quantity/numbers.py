"""A written number, and the words that numbers are made of."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditor.language import Table, load
from auditor.language.phrases import pattern


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
    point: str
    part_signs: dict[str, str]
    vague: dict[str, tuple[Decimal, Decimal]]
    several: dict[str, tuple[Decimal, Decimal]]
    tens_of: dict[str, Decimal]
    parts_of_ten: dict[str, Decimal]
    negative: frozenset[str]
    multiples: dict[str, Decimal]
    multiplying: dict[str, Decimal]
    folds: dict[str, Decimal]
    twice: dict[str, Decimal]


class Number(NamedTuple):
    """A written number.

    Attributes:
        start: Where it starts.
        end: Where it ends, its magnitude ("million") included.
        value: What it says; for a vague amount, the least it is used for.
        step: The value of one unit of its last written digit that is not zero.
        form: How it is written: ``digits``, ``words``, ``part`` (of one), ``vague``, ``multiple``, ``twice``,
            ``tens`` ("his 30s").
        most: For a vague amount, the most it is used for.
        scaled: Whether a magnitude word or sign follows the digits.
        bare: Whether it is a run of digits and nothing else, as years, ids and model numbers are.
        factor: The magnitude after it, as a number.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    form: str = "digits"
    most: Decimal | None = None
    scaled: bool = False
    bare: bool = False
    factor: Decimal = Decimal(1)


@cache
def table() -> NumberWords:
    """The number words."""
    return load("numbers", NumberWords)


@cache
def kinds() -> dict[str, tuple[str, Decimal]]:
    """Each number word with its kind and value."""
    words = table()
    found: dict[str, tuple[str, Decimal]] = {}
    for kind in ("ones", "teens", "tens", "hundreds", "scales"):
        for word, value in getattr(words, kind).items():
            found[word] = (kind, value)
    return found


@cache
def parts() -> dict[str, Decimal]:
    """Words for a part of one, singular and plural, with how many parts make one."""
    words = table()
    plurals = {words.halves if word == "half" else f"{word}s": value for word, value in words.parts.items()}
    return {**words.parts, **plurals}


@cache
def first_words() -> frozenset[str]:
    """All words that a number or another amount may start with, in lower case."""
    words = table()
    simple = {*kinds(), *parts(), *words.vague, *words.multiples, *words.folds, *words.twice, *words.tens_of}
    return frozenset(simple)


def number_word(word: str) -> bool:
    """Whether a word (in any case) is part of how numbers are written out."""
    return word.lower() in kinds()


def step(plain: str) -> Decimal:
    """The place value of the last digit of a decimal string that is not zero, or of its last decimal."""
    if "." in plain:
        return Decimal(1).scaleb(-len(plain.partition(".")[2]))
    return Decimal(1).scaleb(len(plain) - max(len(plain.rstrip("0")), 1))


_OF_SCALE = pattern("quantities", "of_scale")


def of_scale(text: str, number: Number) -> Number:
    """Multiplies "three quarters" by "of a million", "half" by "a dozen"."""
    match = _OF_SCALE.match(text, number.end)
    kind, value = kinds().get(match[1].lower(), ("", Decimal(0))) if match else ("", Decimal(0))
    if match is None or kind not in ("scales", "hundreds"):
        return number
    return Number(number.start, match.end(), number.value * value, Decimal(0), "words", scaled=kind == "scales")


def times(number: Number, factor: Decimal, end: int) -> Number:
    """The number multiplied by a magnitude that ends at ``end``."""
    return number._replace(
        end=end,
        value=number.value * factor,
        step=number.step * factor,
        factor=number.factor * factor,
        scaled=True,
        bare=False,
    )
