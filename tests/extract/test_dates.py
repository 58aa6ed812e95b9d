"""Dates, on sentences labelled by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.calendar.dates import dates
from auditor.extract.document import Document
from auditor.extract.sentence.sentences import sentences
from auditor.model import Claim, Interval, Zone

CASES = yaml.load(Path(__file__).with_name("dates.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - plain text only
PUBLISHED = date(2024, 6, 12)
WORDS = st.sampled_from(CASES.pop("words"))


def found(text: str, published: date | None = PUBLISHED) -> list[Claim]:
    """The date claims of a text."""
    return dates(Document(text, sentences=sentences(text), published=published))


def label(claim: Claim) -> str:
    """A claim as the cases write it."""
    value = claim.value
    assert isinstance(value, Interval)
    days = [] if value.low is None else [value.low if value.low == value.high else f"{value.low}..{value.high}"]
    return " = ".join([claim.text, value.written or "", *days])


@pytest.mark.parametrize(
    "case", [case for cases in CASES.values() for case in cases], ids=lambda case: case["text"][:60]
)
def test_reads_exactly_the_labelled_dates(case: dict[str, Any]) -> None:
    """The words, what they say and the days they mean; nothing else is taken for a date."""
    written = case.get("published", PUBLISHED.isoformat())
    published = date.fromisoformat(written) if written else None
    document = Document(case["text"], sentences=sentences(case["text"]), published=published)
    document.reserved = [(position, len(case["text"])) for position in [case["text"].find("https:")] if position >= 0]
    assert [label(claim) for claim in dates(document)] == case.get("dates", [])


def test_a_day_has_a_point_and_a_span_has_none() -> None:
    """Only what is written as one day is a point."""
    day, month = found("It fell on 4 May 2020 and rose in June 2020.")
    assert isinstance(day.value, Interval)
    assert isinstance(month.value, Interval)
    assert (day.value.point, month.value.point) == ("2020-05-04", None)


def test_a_range_says_so() -> None:
    """Two ends make the qualifier."""
    assert [claim.qualifier for claim in found("From 2010 to 2014 and in 2019.")] == ["range", "exact"]


def test_reserves_figures_of_calendar_and_clock() -> None:
    """Days, years and times of day are no quantities; counted units are."""
    text = "At 15:47 on 23 January 2024, in Q3, for 20 minutes, as in the past 5 years and 3 weeks ago, by 5 p.m."
    document = Document(text, published=PUBLISHED)
    dates(document)
    assert [text[slice(*span)] for span in document.reserved] == ["15:47", "23 January 2024", "Q3", "5"]


def test_leaves_datelines_and_addresses_alone() -> None:
    """Dates there are clues to the publication; their figures are still no quantities."""
    text = "12 June 2024 16:00\nIt rained on 3 May 2024. See www.example.org/2023/01/02/x"
    document = Document(
        text, zones=(Zone("dateline", 0, 19), Zone("body", 19, len(text))), reserved=[(text.index("www"), len(text))]
    )
    assert [claim.text for claim in dates(document)] == ["3 May 2024"]
    assert document.reserved == sorted(document.reserved)
    assert text[slice(*document.reserved[0])] == "12 June 2024"


@given(st.lists(WORDS | st.text(max_size=5), max_size=25).map(" ".join), st.none() | st.dates())
def test_reads_any_text(text: str, published: date | None) -> None:
    """Whatever the text and its day: no crash, exact places, first day before last day."""
    document = Document(text, sentences=sentences(text), published=published)
    for claim in dates(document):
        assert text[claim.start : claim.end] == claim.text != ""
        assert isinstance(claim.value, Interval)
        assert (claim.value.low is None) == (claim.value.high is None)
        assert claim.value.low is None or claim.value.low <= str(claim.value.high)
    assert document.reserved == sorted(document.reserved)
