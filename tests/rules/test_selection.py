"""Selections choose rows; what is missing satisfies only what asks for it."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.rules.reading.columns import Column, columns
from auditor.rules.reading.conditions import parse
from auditor.rules.running.exchanged import either_way
from auditor.rules.running.prepared import Prepared
from auditor.rules.running.selection import chosen, exempt

KNOWN = {"word": Column("text"), "size": Column("number"), "old": Column("flag"), "alike": Column("number", score=True)}
TABLE = pd.DataFrame(
    {
        "word": np.array(["red", "blue", None, "dark red"], dtype=object),
        "size": [1.0, np.nan, 3.0, np.inf],
        "old": [True, False, False, True],
        "alike": [0.0, 50.0, np.nan, 100.0],
    }
)
CASES: list[tuple[dict[str, Any], list[int]]] = [
    ({}, [0, 1, 2, 3]),
    ({"word": "red"}, [0]),
    ({"word": ["red", "blue"]}, [0, 1]),
    ({"word": None}, [2]),
    ({"word": ["red", None]}, [0, 2]),
    ({"size": ["3", None]}, [1, 2]),
    ({"word": {"present": "true"}}, [0, 1, 3]),
    ({"word": {"present": "false"}}, [2]),
    ({"word": {"ne": "red"}}, [1, 2, 3]),
    ({"word": {"notin": ["red", "blue"]}}, [2, 3]),
    ({"word": {"str_matches": "(dark )?re."}}, [0, 3]),
    ({"word": {"str_contains": "ed$"}}, [0, 3]),
    ({"word": {"str_lacks": "e"}}, [2]),
    ({"word": {"str_startswith": "dark"}}, [3]),
    ({"word": {"str_endswith": "ue"}}, [1]),
    ({"size": "3"}, [2]),
    ({"size": {"ge": "3"}}, [2, 3]),
    ({"size": {"gt": "1", "lt": "4"}}, [2]),
    ({"size": {"less_than_or_equal_to": "1"}}, [0]),
    ({"size": {"in_range": {"min_value": "1", "max_value": "3"}}}, [0, 2]),
    ({"size": {"in_range": {"min_value": "2"}}}, [2, 3]),
    ({"size": {"not_in_range": {"min_value": "2"}}}, [0, 1]),
    ({"old": "true", "size": {"lt": "9"}}, [0]),
    ({"alike": {"le": "50"}}, [0, 1]),
]


def _refuse(place: object, message: str) -> None:
    raise AssertionError((place, message))


@pytest.mark.parametrize(("selection", "rows"), CASES, ids=[str(case[0]) for case in CASES])
def test_conditions_choose_rows(selection: dict[str, Any], rows: list[int]) -> None:
    """All conditions of a selection together."""
    assert np.flatnonzero(chosen(Prepared(TABLE), parse(selection, KNOWN, _refuse))).tolist() == rows


def test_any_of_several_selections_exempts() -> None:
    """A list of selections is an or."""
    selections = [parse({"word": "red"}, KNOWN, _refuse), parse({"size": "3"}, KNOWN, _refuse)]
    assert exempt(Prepared(TABLE), selections).tolist() == [True, False, True, False]
    assert not exempt(Prepared(TABLE), []).any()


def test_a_pattern_looks_at_the_beginning_of_a_long_text_only() -> None:
    """So that no quotation of a book makes it slow."""
    table = pd.DataFrame({"word": np.array(["a" * 300 + "b", "a" * 500 + "b"], dtype=object)})
    assert chosen(Prepared(table), parse({"word": {"str_contains": "b"}}, KNOWN, _refuse)).tolist() == [True, False]


@given(
    st.dictionaries(
        st.sampled_from([*KNOWN, "none"]),
        st.recursive(
            st.none() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["eq", "gt", "isin", "x"]), inner)
            ),
            max_leaves=4,
        ),
    )
)
def test_whatever_is_written_is_read_or_reported(selection: dict[str, object]) -> None:
    """No shape of YAML raises, and what was read can be used."""
    reported: list[str] = []
    found = parse(selection, KNOWN, lambda _, message: reported.append(message))
    assert len(chosen(Prepared(TABLE), found)) == len(TABLE)
    assert all(reported)


def test_every_table_has_its_columns() -> None:
    """Pairs have both sides, series their first member; positions are no columns to select on."""
    assert columns("claims")["kind"].words[0] == "quantity"
    assert columns("pairs")["left_low"].type == "number"
    assert columns("pairs")["alike"].score
    assert columns("series")["first_former"].type == "flag"
    assert not {"left", "right", "via", "members"} & {*columns("pairs"), *columns("series")}


_EITHER_WAY: list[tuple[dict[str, Any], list[dict[str, Any]]]] = [
    ({"left_met": "true"}, [{"right_met": "true"}]),
    ({"alike": {"lt": "40"}}, []),
    ({"left_met": "true", "right_met": "true"}, []),
    ({"left_place": {"ne": {"column": "right_place"}}}, []),
    (
        {"left_number": {"gt": {"column": "right_number", "times": "3"}}},
        [{"right_number": {"gt": {"column": "left_number", "times": "3"}}}],
    ),
    ({"days_between": {"gt": "7"}}, [{"days_between": {"lt": "-7"}}]),
    ({"days_between": {"ne": "0"}}, []),
    ({"days_between": None}, []),
    (
        {"left_stage": "open", "days_between": {"in_range": {"min_value": "0", "max_value": "3"}}},
        [{"right_stage": "open", "days_between": {"in_range": {"min_value": "-3", "max_value": "0"}}}],
    ),
]


@pytest.mark.parametrize(("selection", "more"), _EITHER_WAY, ids=[str(case[0]) for case in _EITHER_WAY])
def test_a_selection_reads_either_way(selection: dict[str, Any], more: list[dict[str, Any]]) -> None:
    """With the two claims exchanged it is said once more, unless that says the same."""
    known = columns("pairs")
    read = parse(selection, known, _refuse)
    assert list(either_way([read])) == [read, *(parse(other, known, _refuse) for other in more)]
