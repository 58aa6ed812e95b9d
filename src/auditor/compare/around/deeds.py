"""What a text says was done in a year: the verb that the year ends the clause of, as two outlets would share it."""

import re
from typing import Any

import pandas as pd

from auditor.compare import topics
from auditor.extract.events.happenings import deed

_IS_YEAR = re.compile(r"\d{4}(?:-\d\d)?")


def deeds(claims: pd.DataFrame) -> "pd.Series[Any]":
    """For each claim of a year the stem of what was done in it; None for all others."""
    columns = zip(claims["written"], claims["before"], strict=True)
    found = [deed(before or "") if written and _IS_YEAR.fullmatch(written) else None for written, before in columns]
    return pd.Series([verb and topics.stem_of(verb) for verb in found], dtype=object)
