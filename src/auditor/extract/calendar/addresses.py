"""Dates in web addresses and file names."""

import re

from auditor.extract.calendar.lexicon import lexicon
from auditor.extract.calendar.period import Period, exact, month_period
from auditor.model import Span

_INNER = re.compile(r"https?:/{1,2}|www\.", re.IGNORECASE)
_YEAR = r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})"
#: The ways of writing a day, the surest first. A lone figure before words (/2023/10/3-questions) is no day.
_DAYS = (
    re.compile(_YEAR + r"(?P<sep>[/.])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>[0-3]?[0-9])(?=[/?#.]|$)"),
    re.compile(_YEAR + r"/(?P<month>0[1-9]|1[0-2])/(?P<day>0[1-9])(?=[-_])"),
    re.compile(_YEAR + r"/(?P<month>[a-z]{3,9})/(?P<day>[0-3]?[0-9])(?=[/?#]|$)", re.IGNORECASE),
    re.compile(_YEAR + r"/[A-Za-z_-]{2,30}/(?P<month>0?[1-9]|1[0-2])/(?P<day>[0-3]?[0-9])(?=/)"),
    re.compile(r"(?<=[/_=-])" + _YEAR + r"(?P<sep>[-_])(?P<month>[01][0-9])(?P=sep)(?P<day>[0-3][0-9])(?![0-9])"),
    re.compile(r"(?<=[/_=-])" + _YEAR + r"/?(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?=[/_.?#-]|$)"),
)
_MONTH = re.compile(r"(?<=/)" + _YEAR + r"[/-](?P<month>0[1-9]|1[0-2])(?=/|$)")
_NAME = re.compile(_YEAR + r"(?P<sep>[-_.]?)(?P<month>[01][0-9])(?P=sep)(?P<day>[0-3][0-9])(?![0-9])")


def date_in_url(url: str) -> tuple[Span, Period] | None:
    """The date in the path of an address; of an archived copy, in the address of the original."""
    starts = [match.start() for match in _INNER.finditer(url)]
    begin = starts[-1] if len(starts) > 1 and starts[-1] > starts[0] + len("https://www.") else 0
    for pattern in _DAYS:
        for match in pattern.finditer(url, begin):
            period = _day(match)
            if period is not None and period.low is not None:
                return (match.start(), match.end()), period
    month = _MONTH.search(url, begin)
    return None if month is None else (month.span(), month_period(int(month["year"]), int(month["month"])))


def date_in_name(name: str) -> tuple[Span, Period] | None:
    """The day in a file's name."""
    for match in _NAME.finditer(name):
        period = _day(match)
        if period is not None and period.low is not None:
            return match.span(), period
    return None


def _day(match: re.Match[str]) -> Period | None:
    """The day that a match names."""
    month = match["month"].lower()
    number = int(month) if month.isdecimal() else lexicon().table.months.get(month)
    return None if number is None else exact(int(match["year"]), number, int(match["day"]))
