"""Series: claims that may all be compared with one another become one row."""

import numpy as np

from auditor.compare import Known, Pairing, series
from auditor.model import Claim
from auditor.tables import claims_table
from builders import number


def rows(claims: list[Claim], pairing: Pairing) -> list[dict[str, object]]:
    """The series of all claims."""
    table = series(Known(claims_table(claims, ())), np.arange(len(claims), dtype=np.int64), pairing).table
    return table.to_dict("records")  # type: ignore[return-value]


def toll(value: str, start: int, **fields: object) -> Claim:
    """A count of the dead."""
    return number(value, value, start=start, measure="dead", **fields)


def test_groups_are_connected_and_in_order_of_time() -> None:
    """Members come by their time, then by their place; falls are counted along."""
    claims = [
        toll("9", 0, as_of=("2024-03-03", "2024-03-03")),
        toll("7", 9, as_of=("2024-03-01", "2024-03-01")),
        toll("8", 19, as_of=("2024-03-02", "2024-03-02")),
        number("3", "3", start=30, measure="bridges"),
    ]
    [row] = rows(claims, Pairing(within="source", alike=90))
    assert row["members"] == (1, 2, 0)
    assert not row["falls"]
    assert (row["low_max"], row["high_min"]) == (9.0, 7.0)


def test_one_claim_is_no_series() -> None:
    """A group has at least two members."""
    assert rows([toll("9", 0)], Pairing(within="source", alike=90)) == []


def test_an_unbounded_end_bounds_nothing() -> None:
    """At least 9 and 12 can both be true."""
    claims = [number("9", "9", start=0, measure="dead"), toll("12", 9)]
    claims[0].value = claims[0].value._replace(point=None, high=None)  # type: ignore[union-attr]
    [row] = rows(claims, Pairing(within="source", alike=90))
    assert row["high_min"] >= row["low_max"]
