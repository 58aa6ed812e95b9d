"""The tables: what each refuses, and how claims become rows on one axis."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.errors import SchemaErrors

from auditor.compare import Known, Pairing, pairs, series
from auditor.compare.sides import PairsTable
from auditor.model import Claim, Finding, Interval, Name, Quotation, Role, Stage
from auditor.tables import claims_table, findings_table, sources_table
from auditor.tables.columns import CLAIM_COLUMNS, FIRST_COLUMNS, SOURCE_COLUMNS
from auditor.tables.schemas import CLAIMS, FINDINGS, PAIRS, SERIES, SOURCES, cell, frame
from builders import claim, day, info, number, role

CLAIM = number("40", "40", source="a", measure="oaks")
OTHER = number("50", "50", source="b", measure="oaks")
BOTH = np.array([0, 1], dtype=np.int64)


def claims() -> pd.DataFrame:
    """Two claims of two sources."""
    return claims_table([CLAIM, OTHER], [info("a"), info("b", published="2024-01-05")])


def finding(name: str = "f-0123456789ab", **fields: Any) -> Finding:  # noqa: ANN401 - a finding's fields
    """A finding."""
    known: dict[str, Any] = {"verdict": "contradiction", "severity": "error", "message": "No."} | fields
    return Finding(name, "rule", story="s", claims=[CLAIM], **known)


PAIRED = pairs(Known(claims()), BOTH, BOTH, Pairing(same=("axis",)))
assert isinstance(PAIRED.rows, PairsTable)

MADE: dict[str, tuple[pa.DataFrameSchema, pd.DataFrame]] = {
    "claims": (CLAIMS, claims()),
    "sources": (SOURCES, sources_table([info("a"), info("b")])),
    "pairs": (PAIRS, PAIRED.rows.own),
    "series": (SERIES, series(Known(claims()), BOTH, Pairing(same=("axis",))).table),
    "findings": (FINDINGS, findings_table([finding()])),
}
COLUMNS = [(name, column) for name, (_, table) in MADE.items() for column in table.columns[[0, -1]]]


@pytest.mark.parametrize("name", MADE)
def test_what_is_made_satisfies_its_schema(name: str) -> None:
    """Else every refusal below would come from something else."""
    schema, table = MADE[name]
    assert len(table) > 0
    schema.validate(table, lazy=True)


@pytest.mark.parametrize("name", MADE)
def test_an_empty_table_is_a_table(name: str) -> None:
    """A story without claims, pairs or findings is no mistake."""
    schema, table = MADE[name]
    assert len(schema.validate(table.iloc[:0], lazy=True)) == 0


@pytest.mark.parametrize(("name", "column"), COLUMNS)
def test_a_column_may_not_be_missing(name: str, column: str) -> None:
    """A rule that names it would find nothing and say nothing."""
    schema, table = MADE[name]
    with pytest.raises(SchemaErrors):
        schema.validate(table.drop(columns=column), lazy=True)


@pytest.mark.parametrize(("name", "column"), COLUMNS)
def test_a_column_has_the_type_it_should_have(name: str, column: str) -> None:
    """A number that is text is compared letter by letter."""
    schema, table = MADE[name]
    with pytest.raises(SchemaErrors):
        schema.validate(table.assign(**{column: pd.Series([1 + 1j] * len(table))}), lazy=True)


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("claims", {"id": ["one", "one"]}, "every_id_stands_there_once"),
    ("claims", {"start": [5, 0], "end": [4, 2]}, "starts_before_its_end"),
    ("claims", {"low": [2.0, 1.0], "high": [1.0, 1.0]}, "low_is_not_above_high"),
    ("claims", {"kind": ["quantity", None]}, "nothing_is_missing_that_must_be_known"),
    ("claims", {"source": [None, "b"]}, "nothing_is_missing_that_must_be_known"),
    ("sources", {"id": ["one", "one"]}, "every_id_stands_there_once"),
    ("sources", {"story": [None, "s"]}, "nothing_is_missing_that_must_be_known"),
    ("pairs", {"right": [0]}, "no_claim_meets_itself"),
    ("series", {"count": [1]}, "a_series_has_two_members"),
    ("findings", {"id": ["finding-1"]}, "ids_are_those_of_findings"),
    ("findings", {"verdict": ["wrong"]}, "verdicts_and_severities_are_known"),
    ("findings", {"severity": ["fatal"]}, "verdicts_and_severities_are_known"),
    ("findings", {"message": [""]}, "every_finding_says_something"),
    ("findings", {"story": [None]}, "nothing_is_missing_that_must_be_known"),
]


@pytest.mark.parametrize(("name", "changes", "check"), WRONG, ids=[f"{case[0]} {[*case[1]]}" for case in WRONG])
def test_what_cannot_be_is_refused(name: str, changes: dict[str, Any], check: str) -> None:
    """Each by its own check, so that a refusal says what is wrong."""
    schema, table = MADE[name]
    changed = {
        column: pd.Series(values, dtype=object if table[column].dtype == object else table[column].dtype)
        for column, values in changes.items()
    }
    with pytest.raises(SchemaErrors) as caught:
        schema.validate(table.assign(**changed), lazy=True)
    assert [check] == [str(failure.check.name) for failure in caught.value.schema_errors]


def test_two_findings_of_one_identity_are_refused() -> None:
    """An accepted finding must not hide another."""
    findings_table([finding(), finding("f-0123456789ac")])
    with pytest.raises(SchemaErrors):
        findings_table([finding(), finding(message="Other.")])


def test_every_claim_column_comes_twice_in_pairs_and_once_in_series() -> None:
    """With the prefixes that rules use."""
    assert {f"{side}_{name}" for side in ("left", "right") for name in CLAIM_COLUMNS} <= {*PAIRED.table.columns}
    assert FIRST_COLUMNS.keys() <= {*MADE["series"][1].columns}


def row(one: Claim, **sources: Any) -> pd.Series:  # type: ignore[type-arg] # noqa: ANN401
    """The row of one claim."""
    return claims_table([one], sources.pop("infos", ()), **sources).iloc[0]


AXES: list[tuple[str, str, str, str, float]] = [
    ("EUR", "money", "2400000000", "EUR", 2.4e9),
    ("percent", "ratio", "40", "percent", 40.0),
    ("percentage point", "ratio", "5", "percentage point", 5.0),
    ("count", "count", "29", "count", 29.0),
    ("kilometre", "length", "3", "length", 3000.0),
    ("mile", "length", "1", "length", 1609.344),
    ("square kilometre", "area", "2", "area", 2e6),
    ("hectare", "area", "3", "area", 3e4),
    ("tonne", "mass", "1.5", "mass", 1500.0),
    ("degree celsius", "temperature", "20", "temperature", 293.15),
    ("degree fahrenheit", "temperature", "68", "temperature", 293.15),
]


@pytest.mark.parametrize(("unit", "dimension", "written", "axis", "base"), AXES, ids=[case[0] for case in AXES])
def test_numbers_stand_in_the_base_unit_of_their_axis(
    unit: str, dimension: str, written: str, axis: str, base: float
) -> None:
    """So that miles and kilometres can be compared, and euros and dollars cannot."""
    found = row(number(written, written, unit=unit, dimension=dimension))
    assert found["axis"] == axis
    assert [found["point"], found["low"], found["high"]] == pytest.approx([base] * 3)


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [("5", None, (5.0, np.inf)), (None, "5", (-np.inf, 5.0)), ("5", "7", (5.0, 7.0))],
)
def test_an_end_that_is_not_given_is_unbounded(low: str | None, high: str | None, ends: tuple[float, float]) -> None:
    """At least five reaches up to anything."""
    found = row(claim("x", Interval(None, low, high), unit="count", dimension="count"))
    assert (found["low"], found["high"]) == ends
    assert np.isnan(found["point"])


def test_a_vague_amount_cannot_be_compared() -> None:
    """What allows every number allows no comparison; what allows some does."""
    nothing = row(claim("many", Interval(), qualifier="vague", unit="count", dimension="count"))
    dozens = row(claim("dozens", Interval(None, "24", "99"), qualifier="vague", unit="count", dimension="count"))
    assert np.isnan([nothing["low"], nothing["high"]]).all()
    assert (dozens["low"], dozens["high"]) == (24.0, 99.0)


@pytest.mark.parametrize(("unit", "days"), [("day", 2.0), ("week", 14.0), ("hour", 2 / 24)])
def test_durations_are_counted_in_days(unit: str, days: float) -> None:
    """They are added to the day of an event."""
    found = row(claim("x", Interval("2", "2", "2"), kind="duration", unit=unit, dimension="time", measure="the flood"))
    assert found["low"] == pytest.approx(days)
    assert found["topic"] == "the flood"


def test_a_year_of_a_duration_is_about_a_year_of_the_calendar() -> None:
    """Leap days do not matter to an editor, months do."""
    found = row(claim("x", Interval("1", "1", "1"), kind="duration", unit="year", dimension="time"))
    assert found["low"] == pytest.approx(365.25, abs=0.5)


def test_dates_are_ordinal_days() -> None:
    """An unknown end is not comparable; what is written stays beside it."""
    found = row(day("25 March 2024", "2024-03-25"))
    assert (found["axis"], found["written"]) == ("day", "2024-03-25")
    assert found["low"] == found["point"] == date(2024, 3, 25).toordinal()
    lost = row(claim("30 February", Interval(written="2024-02-30"), kind="date"))
    assert np.isnan([lost["point"], lost["low"], lost["high"]]).all()


@given(st.dates(), st.dates())
def test_days_keep_their_order_on_the_axis(one: date, other: date) -> None:
    """Whatever the century."""
    table = claims_table([day("x", one.isoformat(), source="a"), day("y", other.isoformat(), source="b")], ())
    assert (cell(table, 0, "low") < cell(table, 1, "low")) == (one < other)


@pytest.mark.parametrize(
    ("value", "columns"),
    [
        (
            Role("Ada Obi", "mayor", "Oban", former=True),
            {"person": "Ada Obi", "title": "mayor", "organisation": "Oban", "former": True, "topic": "Ada Obi"},
        ),
        (Quotation("never"), {"words": "never", "topic": "never"}),
        (Name("Oban"), {"name": "Oban", "topic": "Oban"}),
        (Stage("the bridge", "decided"), {"thing": "the bridge", "stage": "decided", "topic": "the bridge"}),
    ],
)
def test_each_kind_fills_its_own_columns(value: Any, columns: dict[str, Any]) -> None:  # noqa: ANN401
    """What a rule selects on."""
    found = row(claim("x", value))
    assert {name: found[name] for name in columns} == columns
    assert np.isnan(found["low"])


def test_a_stage_has_its_place_on_its_track() -> None:
    """One that no table knows has none, and is not compared."""
    decided, unheard = row(claim("x", Stage("it", "decided"))), row(claim("x", Stage("it", "sung about")))
    assert decided["track"] is not None
    assert decided["stage_order"] > 0
    assert unheard["track"] is None
    assert np.isnan(unheard["stage_order"])


@pytest.mark.parametrize(
    ("measure", "counted", "topic"),
    [
        ("stocks", "artillery shell", "stocks artillery shell"),
        ("artillery shell stocks", "artillery shell", "artillery shell stocks"),
        (None, "shell", "shell"),
        ("price", None, "price"),
        (None, None, None),
    ],
)
def test_the_topic_of_a_quantity_says_what_is_counted(
    measure: str | None, counted: str | None, topic: str | None
) -> None:
    """Once, even if the measure says so already."""
    assert row(number("4", "4", measure=measure, counted=counted))["topic"] == topic


def test_the_time_of_a_claim_tells_where_it_comes_from() -> None:
    """From its sentence, or from nothing but the day of its source."""
    own = number("1", "1", as_of=("2020-01-01", "2020-12-31"))
    borrowed = number("2", "2", start=10, as_of=("2024-01-05", "2024-01-05"))
    none = number("3", "3", start=20)
    table = claims_table([own, borrowed, none], [info("a", published="2024-01-05")])
    assert table["as_of_from"].tolist() == ["sentence", "source", None]
    assert np.isnan(cell(table, 2, "as_of_first"))
    assert table["published"].tolist() == [float(date(2024, 1, 5).toordinal())] * 3


def test_the_origin_of_a_claim() -> None:
    """Established facts stand in the same table and are told from the sources."""
    table = claims_table([CLAIM, role("Ada Obi", "mayor", source="reference:offices")], [info("a")])
    assert table["origin"].tolist() == ["source", "reference"]


def test_names_are_counted_in_their_story() -> None:
    """As spelled; a name of another story counts for itself, and no figure is a name."""
    names = [claim("Oban", Name("Oban"), start=place) for place in (0, 10)]
    elsewhere = claim("Oban", Name("Oban"), source="b", story="t")
    other = claim("OBAN", Name("OBAN"), start=20)
    assert claims_table([*names, elsewhere, other, CLAIM], ())["mentions"].tolist() == [2, 2, 1, 1, 1]


def test_sentences_are_cut_from_the_field_they_stand_in() -> None:
    """A claim of the address has its address as its sentence."""
    text = "In Oban 40 oaks fell. Nobody was hurt."
    source = info("a", text)
    inside = number("40", "40", start=8, sentence=(0, 21))
    address = number("7", "7", start=3, field="url", sentence=None)
    table = claims_table([inside, address], [source])
    assert table["sentence"].tolist() == ["In Oban 40 oaks fell.", ""]
    assert claims_table([inside], ())["sentence"].tolist() == [None]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The oaks fell near Oban.", "in"),
        ("The oaks fell at the Oban mill.", "in"),
        ("Flights to Velham and to Oban will begin.", "and"),
        ("The oaks were felled by Oban.", "by"),
        ("The oaks of Oban fell.", "of"),
        ("The oaks saw Oban fall.", None),
    ],
)
def test_a_name_is_tied_to_the_words_before_it(text: str, tie: str | None) -> None:
    """Prepositions that answer one question are one tie."""
    where = text.index("Oban")
    name = claim("Oban", Name("Oban"), start=where, sentence=(0, len(text)))
    assert claims_table([name], [info("a", text)])["tie"].tolist() == [tie]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Oban 40 oaks fell.", "Oban"),
        ("near the Oban 40 oaks fell.", "Oban"),
        ("The Oban 40 oaks fell.", None),
        ("From Oban 40 oaks came.", None),
    ],
)
def test_the_place_of_a_sentence_is_named_behind_a_preposition(text: str, place: str | None) -> None:
    """All claims of the sentence share it."""
    where = text.index("Oban")
    name = claim("Oban", Name("Oban"), start=where, sentence=(0, len(text)))
    figure = number("40", "40", start=where + 5, sentence=(0, len(text)))
    assert claims_table([name, figure], [info("a", text)])["place"].tolist() == [place, place]


def test_digests_and_what_they_lack_are_told() -> None:
    """By source and by claim."""
    table = claims_table([CLAIM, OTHER], [info("a"), info("b")], {"b": "a"}, {OTHER.id: "It has 40"})
    assert table["digest_of"].tolist() == [None, "a"]
    assert table["borne_out"].tolist() == [True, False]
    assert table["instead"].tolist() == [None, "It has 40"]


@pytest.mark.parametrize(("thing", "topic"), [("driver", None), ("bus driver", "bus driver"), ("Orme", "Orme")])
def test_a_person_whom_nothing_tells_from_another_is_no_topic(thing: str, topic: str | None) -> None:
    """So that two drivers of one story are not taken for one."""
    assert row(claim("was held", Stage(thing, "arrested")))["topic"] == topic


def test_a_source_is_a_row() -> None:
    """With what was found in it."""
    dated = info("b", published="2024-01-05", claims=(day("5 January", "2024-01-05", clue="displayed"), OTHER))
    table = sources_table([info("a"), dated])
    assert table["published"].tolist() == [None, "2024-01-05"]
    assert table["claims"].tolist() == [0, 2]
    assert set(table.columns) == set(SOURCE_COLUMNS)


def test_text_columns_stay_objects() -> None:
    """Whatever pandas would make of them."""
    made = frame({"word": np.array(["a", None], dtype=object), "number": np.array([1.0, 2.0])})
    assert made["word"].dtype == object
    assert made["word"].tolist() == ["a", None]
    assert frame({"word": np.array([], dtype=object)})["word"].dtype == object


@given(
    st.none() | st.integers(-(10**15), 10**15),
    st.none() | st.integers(0, 10**6),
    st.sampled_from(["EUR", "percent", "mile", "degree fahrenheit", "tonne", "nonsense", None]),
    st.sampled_from(["money", "ratio", "length", "temperature", "mass", None]),
)
def test_any_interval_becomes_a_row(low: int | None, more: int | None, unit: str | None, dimension: str | None) -> None:
    """Its ends in order, as they were."""
    high = None if low is None or more is None else low + more
    value = Interval(None, None if low is None else str(low), None if high is None else str(high))
    found = row(claim("x", value, unit=unit, dimension=dimension))
    assert not found["low"] > found["high"]
