"""A claim as a JSON object and as a row of a table."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Claim, Interval, Name
from auditor.report.records import ROW_FIELDS, claim_cells, claim_record
from report.ferry import COST, DECIDED, DISPLAYED, HARBOUR_MASTER, MINISTER, REFERENCE, SAID_FORTUNE, SINCE

KEYS = (
    "id source story kind text field start end sentence zone value qualifier change reached unit dimension counted per "
    "measure subject as_of modality speaker clue"
)


def test_a_record_has_the_keys_of_the_contract_in_their_order() -> None:
    """No more, no fewer, for every kind."""
    for claim in (COST, DECIDED, DISPLAYED, HARBOUR_MASTER, MINISTER, REFERENCE, SAID_FORTUNE, SINCE):
        assert list(claim_record(claim)) == KEYS.split()


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        (
            COST,
            {"point": "2400000000", "low": "2350000000", "high": "2450000000", "low_open": False, "high_open": True},
        ),
        (
            DISPLAYED,
            {
                "point": "2024-11-25",
                "low": "2024-11-25",
                "high": "2024-11-25",
                "low_open": False,
                "high_open": False,
                "written": "2024-11-25",
            },
        ),
        (
            MINISTER,
            {"person": "Elin Aasgaard", "title": "transport minister", "organisation": "Norway", "former": False},
        ),
        (SAID_FORTUNE, {"words": "It was worth a fortune and it took one,"}),
        (DECIDED, {"thing": "Northern Seafarers’ Centre", "stage": "decided"}),
        (HARBOUR_MASTER, {"name": "Jon Erik Lunde"}),
    ],
)
def test_the_value_of_each_kind(claim: Claim, value: dict[str, object]) -> None:
    """Only dates say what was written."""
    assert claim_record(claim)["value"] == value


def test_a_row_is_flat_text() -> None:
    """Lists are joined, flags are words, what is not said is empty."""
    row = claim_cells(COST)
    assert tuple(row) == ROW_FIELDS
    assert (row["low"], row["high_open"], row["subject"], row["as_of_first"]) == (
        "2350000000",
        "true",
        "Norrvik terminal",
        "",
    )
    assert (claim_cells(MINISTER)["former"], claim_cells(MINISTER)["as_of_last"]) == ("false", "2024-11-25")
    assert all(isinstance(cell, str) for cell in row.values())


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("+5.25", "+5.25"),
        ("5-6", "5-6"),
        ("−5", "−5"),
        ("", ""),
    ],
)
def test_a_spreadsheet_reads_no_formula(text: str, cell: str) -> None:
    """Plain numbers stay numbers, everything that could run is text."""
    assert claim_cells(Claim("name", 0, 1, text, Name("x"), source="s"))["text"] == cell


@given(st.text(), st.text())
def test_any_row_survives_csv(text: str, unit: str) -> None:
    """Whatever a source says, the table can be read back, and no cell begins a formula."""
    row = claim_cells(Claim("quantity", 0, 1, text, Interval(unit), unit=unit))
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, ROW_FIELDS)
    writer.writerow(row)
    target.seek(0)
    assert list(csv.reader(target)) == [list(row.values())]
    assert not any(cell[:1] in {"=", "@"} for cell in row.values())
