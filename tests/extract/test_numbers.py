"""Numbers in digits and in words, and what they allow."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.quantity.digits import read_digits
from auditor.extract.quantity.intervals import plain
from auditor.extract.quantity.wording import read_words

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen"),
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int) -> str:
    """A number below a thousand million in words."""
    for size, word in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            above, below = divmod(number, size)
            link = " and " if size == 100 else " "
            return f"{spell(above)} {word}" + (f"{link}{spell(below)}" if below else "")
    if number < len(ONES):
        return ONES[number]
    if number < 20:
        return {17: "seventeen", 18: "eighteen", 19: "nineteen"}[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")


@given(st.integers(0, 999_999_999))
def test_reads_back_what_is_spelled_out(number: int) -> None:
    """Every number below a thousand million."""
    text = spell(number)
    read = read_words(text, 0, text.split(" ")[0].split("-")[0])
    assert read is not None
    assert (read.value, read.end) == (number, len(text))


@given(st.integers(0, 10**12), st.sampled_from([",", " ", "\u00a0", "\u2009", "\u202f", "'", "’"]))
def test_reads_back_what_is_grouped(number: int, separator: str) -> None:
    """Any separator between the thousands."""
    text = f"{number:,}".replace(",", separator)
    read = read_digits(text, 0)
    assert read is not None
    assert (read.value, read.end) == (number, len(text))


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_writes_decimals_without_exponent_and_trailing_zeros(value: Decimal) -> None:
    """A decimal string stands for the same value."""
    text = plain(value)
    assert Decimal(text) == value
    assert "e" not in text.lower()
    assert "." not in text or text[-1] not in "0."


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("12 million people", "12000000", 10),
        ("12m people", "12", 2),
        ("3bn", "3000000000", 3),
        ("5 lakh crore", "5000000000000", 12),
        ("1,234.5", "1234.5", 7),
        ("1.234,5", "1234.5", 7),
        ("2,50 €", "2.5", 4),
        ("1 000 000", "1000000", 9),
        ("30 155-millimetre", "30", 2),
        ("2 dozen", "24", 7),
        ("1e3", "1000", 3),
        ("2^10", "1024", 4),
    ],
)
def test_digits_end_where_the_number_ends(text: str, value: str, end: int) -> None:
    """Grouping, decimals, magnitudes."""
    read = read_digits(text, 0)
    assert read is not None
    assert (plain(read.value), read.end) == (value, end)


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("one two three", "1", 3),
        ("one hundred and two hundred", "100", 11),
        ("two and three", "2", 3),
        ("five and a half million", "5500000", 23),
        ("five billion and three quarters", "5750000000", 31),
        ("three quarters of a million", "750000", 27),
        ("two million, five, six", "2000000", 11),
        ("twenty twenty", "20", 6),
    ],
)
def test_words_end_where_the_number_ends(text: str, value: str, end: int) -> None:
    """What looks like more of the number and is another."""
    read = read_words(text, 0, text.split(" ", maxsplit=1)[0])
    assert read is not None
    assert (plain(read.value), read.end) == (value, end)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("dozens", "24", "99"),
        ("tens of thousands", "20000", "99999"),
        ("hundreds of millions", "200000000", "999999999"),
    ],
)
def test_vague_amounts_have_a_least_and_a_most(text: str, least: str, most: str) -> None:
    """What the words are used for."""
    read = read_words(text, 0, text.split(" ", maxsplit=1)[0])
    assert read is not None
    assert read.most is not None
    assert (plain(read.value), plain(read.most), read.end) == (least, most, len(text))


def test_a_long_run_of_digits_is_no_number() -> None:
    """Ids and keys are left alone."""
    assert read_digits("9" * 200, 0) is None
