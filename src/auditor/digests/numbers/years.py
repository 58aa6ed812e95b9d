"""Whether a headline gives another year than its article, which may take the year for known.

A year that an article does not name is another one where what the headline retells is told of some other year, or where
the article has another year before the word that the headline has behind its own: "2005 tax return".
"""

import re

from auditor.compare.topics import stem_of
from auditor.digests.numbers.days import YEAR_LONG, Calendar, is_year, length
from auditor.digests.numbers.evidence import Evidence
from auditor.model import Claim

_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d,])")
_NAMED = re.compile(rf"({_YEAR.pattern})(?:[/–-]\d+)?\s+([^\W\d_]+)")
_REACHED = 2
"""How many years the next or the last one is at most from one that an article of an unknown day names."""


def named_otherwise(claim: Claim, after: str, body: str, numbers: Evidence, days: Calendar) -> str | None:
    """Another year that a text has before the word that follows one in its headline, if it has not that one.

    Args:
        claim: The date, or the number, in the headline.
        after: The headline behind it.
        body: The text.
        numbers: Its numbers.
        days: Its dates.

    Returns:
        The other year with the word, as they stand in the text.
    """
    named = _NAMED.match(claim.text + after)
    stem = stem_of(named[2]) if named else None
    if named is None or stem is None or int(named[1]) in numbers.plain or days.tells(int(named[1])):
        return None
    return next((other[0] for other in _NAMED.finditer(body) if stem_of(other[2]) == stem), None)


def is_missing_year(claim: Claim, numbers: Evidence, days: Calendar) -> bool:
    """Whether words name a year that a text does not, and that is not near one if it tells of years without a name."""
    near = _REACHED if YEAR_LONG in days.relative else 0
    return any(
        not is_year(year, numbers, days) and not any(abs(year - other) <= near for other in numbers.years)
        for year in map(int, _YEAR.findall(claim.text))
    )


def tells_year(claim: Claim) -> bool:
    """Whether a date tells a year itself: "in 2016", "last year"."""
    return length(claim) == YEAR_LONG or _YEAR.search(claim.text) is not None
