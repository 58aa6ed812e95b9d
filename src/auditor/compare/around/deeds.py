"""What a text says was done in a year or on a day: the verb of the clause, as two outlets would share it."""

import re
from typing import Any

import pandas as pd

from auditor.compare import topics
from auditor.extract.events.happenings import deed, deed_of_day

_IS_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_IS_WEEKDAY = re.compile(r"\w{4}-WXX-\d")


def deeds(claims: pd.DataFrame) -> "pd.Series[Any]":
    """For each claim of a year or a weekday the stem of what was done then; None for all others."""
    columns = zip(*(claims[name] for name in ("written", "before", "after")), strict=True)
    found = [_deed(*claim) for claim in columns]
    return pd.Series([verb and topics.stem_of(verb) for verb in found], dtype=object)


def _deed(written: str | None, before: str | None, after: str | None) -> str | None:
    if written and _IS_WEEKDAY.fullmatch(written):
        return deed_of_day(before or "", after or "")
    return deed(before or "") if written and _IS_YEAR.fullmatch(written) else None
