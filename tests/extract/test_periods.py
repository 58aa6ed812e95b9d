"""The days that claims speak of."""

import re
from datetime import date

import pytest

from auditor.extract.calendar import periods
from auditor.extract.calendar.dates import dates
from auditor.extract.document import Document
from auditor.extract.sentence.sentences import sentences
from auditor.extract.sentence.spans import Spans
from auditor.model import Claim, Interval

TODAY = ("2024-06-12", "2024-06-12")
CASES = [
    ("By the end of 2024, allies will add #5.", [("2024-12-31", "2024-12-31")]),
    ("In 2023, exports were #5.", [("2023-01-01", "2023-12-31")]),
    ("Exports rose to #5 in 2023 from #4 in 2022.", [("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")]),
    ("Since 2022 the fund has paid #5.", [("2022-01-01", "2024-06-12")]),
    ("From 2022 onwards the fund paid #5.", [("2022-01-01", "2024-06-12")]),
    ("It paid #5 on Monday; it owes #6 more.", [("2024-06-10", "2024-06-10"), None]),
    ("In 2023, exports rose to #5 from #4.", [("2023-01-01", "2023-12-31"), None]),
    (
        "In 2023 exports were #5, compared with #4 in 2022.",
        [("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")],
    ),
    ("Before 2010 it paid #5.", [None]),
    ("The firm, founded in 1952, paid #5.", [None]),
    ("The firm, which opened its doors in May 2021, has paid #5.", [None]),
    ("In the year, ended in May 2021, the firm paid #5.", [("2020-06-01", "2021-05-31")]),
    ("It paid #5, up from #4 in 2021.", [TODAY, ("2021-01-01", "2021-12-31")]),
    ("It paid #5 compared with #4 in May 2022.", [TODAY, ("2022-05-01", "2022-05-31")]),
    ("It was the worst flood since 1978, when it took #5 lives.", [("1978-01-01", "1978-12-31")]),
    ("It paid #5.", [TODAY]),
    (
        "In May 2024 it paid #5, and in April 2024, it paid #6.",
        [("2024-05-01", "2024-05-31"), ("2024-04-01", "2024-04-30")],
    ),
    ("It paid #5. In 2023 it paid #6.", [TODAY, ("2023-01-01", "2023-12-31")]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_takes_the_date_that_governs(text: str, wanted: list[tuple[str, str] | None]) -> None:
    """The date of its own clause, the one that opens the sentence, else the source's day."""
    document = Document(text, sentences=sentences(text), published=date(2024, 6, 12))
    found = [Claim("quantity", *match.span(), match[0], Interval()) for match in re.finditer("#[0-9]", text)]
    periods.apply(document, [*found, *dates(document)])
    assert [claim.as_of for claim in found] == wanted


def test_a_date_speaks_of_itself() -> None:
    """A date claim's period is its own days."""
    document = Document("It paid in May 2023.", sentences=Spans([(0, 20)]))
    (claim,) = found = dates(document)
    periods.apply(document, found)
    assert claim.as_of == ("2023-05-01", "2023-05-31")


def test_knows_nothing_without_any_date() -> None:
    """No date in the sentence, no day of the source: no period."""
    claim = Claim("quantity", 8, 9, "5", Interval("5"))
    periods.apply(Document("It paid 5.", sentences=Spans([(0, 10)])), [claim])
    assert claim.as_of is None
