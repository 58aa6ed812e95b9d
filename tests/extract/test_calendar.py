"""Calendar arithmetic."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.calendar import period
from auditor.extract.calendar.holidays import in_year
from auditor.extract.calendar.lexicon import lexicon

GRAINS: tuple[period.Grain, ...] = (
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)


@given(st.dates(date(1583, 1, 1), date(2400, 1, 1)), st.sampled_from(GRAINS), st.integers(-40, 40))
def test_stepping_there_and_back_returns(day: date, grain: period.Grain, count: int) -> None:
    """So many units on and as many back is the same span; only centuries overlap."""
    span = period.containing(day, grain)
    assert span.low is not None
    assert span.high is not None
    assert span.low <= day <= span.high or grain == "weekend"
    if grain != "century":
        assert period.shifted(period.shifted(span, count, grain), -count, grain) == span


@given(st.dates(), st.sampled_from(GRAINS), st.integers(-99999, 99999))
def test_the_calendar_ends_without_a_crash(day: date, grain: period.Grain, count: int) -> None:
    """Outside year 1 to 9999 there are no days."""
    span = period.around(day, grain, count)
    assert (span.low is None) == (span.high is None)


@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """Between 22 March and 25 April."""
    day = period.easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2023, 11, 23)),
        ("black friday", date(2010, 11, 26)),
        ("memorial day", date(2024, 5, 27)),
        ("good friday", date(2024, 3, 29)),
        ("christmas eve", date(2024, 12, 24)),
    ],
)
def test_named_days_fall_where_they_fell(name: str, day: date) -> None:
    """Rules of the table against the calendars of those years."""
    (found,) = in_year([lexicon().table.holidays[name]], day.year)
    assert found.low == found.high == day


@pytest.mark.parametrize(
    ("name", "day", "length"),
    [
        ("eid al fitr", date(2023, 4, 21), 1),
        ("ramadan", date(2024, 3, 11), 29),
        ("hanukkah", date(2022, 12, 19), 8),
        ("new year", date(2021, 2, 12), 1),
        ("diwali", date(2020, 11, 14), 1),
        ("orthodox easter", date(2021, 5, 2), 1),
    ],
)
def test_feasts_of_other_calendars_begin_on_their_day(name: str, day: date, length: int) -> None:
    """The days listed, against the calendars of those years."""
    (found,) = in_year([lexicon().table.holidays[name]], day.year)
    assert found.low == day
    assert found.high == day + (length - 1) * period.DAY


def test_every_listed_feast_comes_once_or_twice_a_year() -> None:
    """From 2001 to 2035; a year of twelve moons is eleven days short of ours."""
    for name, rule in lexicon().table.holidays.items():
        for year in range(2001, 2036) if rule.on else ():
            assert 1 <= len(in_year([rule], year)) <= 2, (name, year)


@pytest.mark.parametrize(
    ("span", "first", "last", "written"),
    [
        (period.month_period(2024, 2), "2024-02-01", "2024-02-29", "2024-02"),
        (period.quarter_period(2023, 4), "2023-10-01", "2023-12-31", "2023-36"),
        (period.season_period(2023, 4), "2023-12-01", "2024-02-29", "2023-24"),
        (period.week_period(date(2021, 1, 1)), "2020-12-28", "2021-01-03", "2020-W53"),
        (period.year_period(9999), None, None, "9999"),
    ],
)
def test_spans_have_their_days(span: period.Period, first: str | None, last: str | None, written: str) -> None:
    """First and last day and how it is written."""
    assert (str(span.low) if span.low else None, str(span.high) if span.high else None, span.written) == (
        first,
        last,
        written,
    )


def test_a_month_later_than_the_longest_ends_with_the_month() -> None:
    """31 January and a month is 29 February."""
    assert period.moved(date(2024, 1, 31), 1, "month") == date(2024, 2, 29)
    assert period.moved(date(2024, 2, 29), -1, "year") == date(2023, 2, 28)
    assert period.moved(date.max, 1, "day") is None
    assert date(2024, 1, 1) - timedelta(1) == date(2023, 12, 31)
