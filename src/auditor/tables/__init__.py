"""The tables of an audit, each validated by its pandera schema where it is made.

A table holds one story or several whole ones; nothing is compared across them. A claims table has a plain 0, 1, 2 …
index, the position of the claim in the list it was made from. Text columns hold ``str`` or ``None``. Interval columns
hold floats on the claim's axis: numbers in the base unit of their dimension, days as proleptic Gregorian ordinals,
lengths of time in days; an unbounded end is infinite, and an end that is not comparable is NaN.
"""

from auditor.tables.claims import claims_table
from auditor.tables.findings import findings_table
from auditor.tables.sources import sources_table

__all__ = ["claims_table", "findings_table", "sources_table"]
