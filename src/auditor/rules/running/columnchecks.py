"""What a must demands of columns, as a check of a table that is registered with pandera."""

from functools import cache

import pandas as pd
import pandera.pandas as pa
from pandera import extensions

from auditor.rules.reading.checks import Condition
from auditor.rules.running.prepared import Prepared
from auditor.rules.running.selection import satisfied


def check(condition: Condition) -> pa.Check:
    """A condition as pandera's check of a table; what is missing passes, unless it is asked for."""
    _register()
    made: pa.Check = pa.Check.satisfies(condition=condition)
    return made


def satisfies(table: pd.DataFrame, *, condition: Condition) -> "pd.Series[bool]":
    """Whether a condition holds of the columns of a table."""
    return pd.Series(satisfied(Prepared(table), condition), index=table.index, dtype=bool)


@cache
def _register() -> None:
    extensions.register_check_method(satisfies, statistics=["condition"], supported_types=[pd.DataFrame])
