"""Values in the words of an editor."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Claim, Interval, Kind, Name, Quotation, Role, Stage, Value
from auditor.wording.values import as_compared, as_written, day, days, stretch


def claim(kind: Kind, value: Value, **more: Any) -> Claim:  # noqa: ANN401 - a claim's fields
    """A claim of which only the value matters."""
    return Claim(kind, 0, 4, more.pop("text", "text"), value, **more)


def number(*ends: str | None, low_open: bool = False, high_open: bool = False) -> Interval:
    """A point with its ends."""
    return Interval(*ends, low_open=low_open, high_open=high_open)


AMOUNTS = [
    (number("2400000000", "2350000000", "2450000000", high_open=True), {"unit": "EUR"}, "2.4 billion euros"),
    (number("29", "29", "29"), {"unit": "count"}, "29"),
    (number("220000", "215000", "225000", high_open=True), {"unit": "count", "qualifier": "about"}, "about 220,000"),
    (number("1234567.5", None, None), {"unit": "count"}, "1,234,567.5"),
    (
        number("600000000000", "600000000000", None),
        {"unit": "USD", "qualifier": "more_than"},
        "more than 600 billion US dollars",
    ),
    (number("1000", None, "1000"), {"unit": "count", "qualifier": "at_most"}, "up to 1,000"),
    (number("5", "4.5", "5.5"), {"unit": "percent", "change": "up"}, "up 5%"),
    (number("5", "5", "5"), {"unit": "percentage point"}, "5 percentage points"),
    (number("1", "1", "1"), {"unit": "kilometre", "per": "hour"}, "1 kilometre per hour"),
    (number("-12", "-12", "-12"), {"unit": "degree celsius"}, "−12 degrees Celsius"),
    (number("40000000000", None, None), {"unit": "EUR", "per": "year"}, "40 billion euros per year"),
    (number("7", "7", "7"), {"unit": "XTS"}, "7 XTS"),
    (number(None, "10000000", "15000000"), {"unit": "GBP", "qualifier": "range"}, "10 to 15 million pounds"),
    (number(None, "24", "99"), {"qualifier": "vague", "text": "dozens"}, "dozens"),
    (number("0", "0", "0"), {"unit": "tonne"}, "0 tonnes"),
    (number("1" + "0" * 30, None, None), {"unit": "count"}, "1" + "0" * 30),
    (number("nonsense", None, None), {"unit": "count"}, "nonsense"),
]


@pytest.mark.parametrize(("value", "fields", "words"), AMOUNTS)
def test_an_amount_is_written_in_one_manner(value: Interval, fields: dict[str, Any], words: str) -> None:
    """Whatever the source's spelling, figures side by side look alike."""
    assert as_written(claim("quantity", value, **fields)) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (number("2400000000", "2350000000", "2450000000", high_open=True), "EUR", "2.35 to under 2.45 billion euros"),
        (number("99", "98.5", "99.5", high_open=True), "percent", "98.5% to under 99.5%"),
        (number("99", "99", None, low_open=True), "percent", "more than 99%"),
        (number("5", "5", None), "count", "at least 5"),
        (number("5", None, "5"), "year", "at most 5 years"),
        (number("5", None, "5", high_open=True), "year", "less than 5 years"),
        (number("5", "5", "5"), "year", "5 years"),
        (number(None, "1", "2", low_open=True), "mile", "over 1 to 2 miles"),
        (number(None, None, None), "count", "any amount"),
        (number(None, "999999", "1000001"), "count", "999,999 to 1,000,001"),
    ],
)
def test_an_interval_is_written_in_words(value: Interval, unit: str, words: str) -> None:
    """Open and closed ends are told apart without brackets."""
    assert as_compared(claim("quantity", value, unit=unit)) == words


@pytest.mark.parametrize(
    ("value", "words", "compared"),
    [
        (
            Interval("2024-11-25", "2024-11-25", "2024-11-25", written="2024-11-25"),
            "25 November 2024",
            "25 November 2024",
        ),
        (Interval(None, "2023-09-01", "2023-09-30", written="2023-09"), "September 2023", "1 to 30 September 2023"),
        (Interval(None, "2024-09-29", "2024-09-29", written="XXXX-09-29"), "29 September", "29 September 2024"),
        (Interval(written="XXXX-09-29"), "29 September", "year unknown"),
        (Interval(None, "2024-01-23", "2024-01-23", written="XXXX-WXX-2"), "Tuesday", "23 January 2024"),
        (Interval(written="2024-02-30"), "30 February 2024, no such day", "no day in the calendar"),
        (
            Interval(None, "2024-06-12", "2024-12-06", written="2024-06-12|2024-12-06"),
            "12 June 2024 or 6 December 2024",
            "12 June 2024 or 6 December 2024",
        ),
        (Interval("2024-01-23", "2024-01-23", "2024-01-23", written="XXXX-XX-XX"), "23 January 2024", None),
        (Interval(None, "2024-01-01", None), "1 January 2024 or later", "1 January 2024 or later"),
        (Interval(None, None, "2024-01-01"), "1 January 2024 or earlier", "1 January 2024 or earlier"),
        (Interval(None, "2023-12-31", "2024-01-01"), "31 December 2023 to 1 January 2024", None),
        (Interval(None, "2024-03-31", "2024-04-01"), "31 March to 1 April 2024", None),
    ],
)
def test_a_date_says_no_more_than_its_words(value: Interval, words: str, compared: str | None) -> None:
    """What was written and what it was taken for stand apart."""
    assert as_written(claim("date", value)) == words
    assert as_compared(claim("date", value)) == (compared or words)


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("role", Role("Ana Lopez", "mayor", "Lisbon", former=True), "Ana Lopez, former mayor, Lisbon"),
        ("role", Role("Ana Lopez", "mayor"), "Ana Lopez, mayor"),
        ("quotation", Quotation("never"), "“never”"),
        ("status", Stage("New bridge", "planned"), "New bridge: planned"),
        ("name", Name("Ana"), "Ana"),
    ],
)
def test_what_is_no_amount_is_named(kind: Kind, value: Value, words: str) -> None:
    """Offices, quotations, plans and names have no interval."""
    assert as_written(claim(kind, value)) == words
    assert as_compared(claim(kind, value)) is None


def test_a_suspect_is_told_what_the_evidence_supports() -> None:
    """Days and numbers alike."""
    assert stretch("2023-09-29", "2023-10-01") == "29 September to 1 October 2023"
    assert stretch("1200000", "1200000") == "1.2 million"
    assert stretch("12", "1500") == "12 to 1,500"


def test_unknown_days_are_left_as_they_are() -> None:
    """A day that the calendar table does not know is shown, not guessed."""
    assert day("2024-13-01") == "2024-13-01"
    assert day("soon") == "soon"
    assert days("2024-05-05", "2024-05-05") == "5 May 2024"


@given(st.text(), st.text(), st.sampled_from(["EUR", "percent", "year", None]))
def test_any_value_can_be_shown(low: str, high: str, unit: str | None) -> None:
    """A report is written whatever an extractor hands over."""
    for kind in ("quantity", "date"):
        for value in (Interval(low, low, high), Interval(None, low, high, written=high), Interval()):
            assert isinstance(as_written(claim(kind, value, unit=unit)), str)
            assert isinstance(as_compared(claim(kind, value, unit=unit)), str)


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_any_number_can_be_shown(amount: object) -> None:
    """Numbers that no text holds do no harm."""
    assert as_written(claim("quantity", Interval(str(amount)), unit="EUR"))
