"""Relations: each against a plain definition, with its arithmetic in words."""

import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.rules.relations import RELATIONS, check
from auditor.rules.relations.words import apart, differences

FIRST_OF_MARCH_2024 = 738946.0  # a Friday


def table(**columns: Any) -> pd.DataFrame:  # noqa: ANN401
    """One row, with the columns of intervals filled in where they are left out."""
    side = {"low": 0.0, "high": 0.0, "low_open": False, "high_open": False, "axis": "count", "start": 0, "end": 1}
    defaults = {f"{name}_{key}": value for name in ("left", "right") for key, value in side.items()}
    return pd.DataFrame(
        {name: pd.Series([value]) for name, value in (defaults | {"days_between": 0.0} | columns).items()}
    )


def holds(name: str, rows: pd.DataFrame, **options: Any) -> bool:  # noqa: ANN401
    """Whether a relation holds in the only row, by pandera's check of that name."""
    relation = RELATIONS[name]
    made = check(relation, relation.options(**options))
    return bool(made(rows).check_passed)


def explained(name: str, rows: pd.DataFrame, **options: Any) -> str:  # noqa: ANN401
    """Why the only row breaks a relation."""
    relation = RELATIONS[name]
    return "; ".join(relation.explain(rows.iloc[0].to_dict(), **relation.options(**options).model_dump()))


ENDS = st.integers(-100, 100).map(float)


def _interval(ends: tuple[float, float, bool, bool, str]) -> tuple[float, float, bool, bool]:
    one, other, low_open, high_open, unbounded = ends
    low, high = min(one, other), max(one, other)
    return (
        -math.inf if "low" in unbounded else low,
        math.inf if "high" in unbounded else high,
        low_open and low < high,
        high_open and low < high,
    )


INTERVALS = st.tuples(ENDS, ENDS, st.booleans(), st.booleans(), st.sampled_from(["", "low", "high", "low high"])).map(
    _interval
)


def _has(interval: tuple[float, float, bool, bool], value: float) -> bool:
    low, high, low_open, high_open = interval
    return (low < value or (low == value and not low_open)) and (value < high or (value == high and not high_open))


@given(INTERVALS, INTERVALS)
def test_intervals_meet_where_a_value_is_in_both(
    left: tuple[float, float, bool, bool], right: tuple[float, float, bool, bool]
) -> None:
    """Ends that touch meet only if neither is open; the relation is the same both ways."""
    names = ("low", "high", "low_open", "high_open")
    one = {f"left_{name}": value for name, value in zip(names, left, strict=True)}
    rows = table(**one, **{f"right_{name}": value for name, value in zip(names, right, strict=True)})
    mirrored = rows.rename(
        columns=lambda name: name.replace("left_", "x_").replace("right_", "left_").replace("x_", "right_")
    )
    assert holds("overlaps", rows) == holds("overlaps", mirrored)
    steps = [value / 2 for value in range(-202, 203)]
    assert holds("overlaps", rows) == any(_has(left, value) and _has(right, value) for value in steps)


@pytest.mark.parametrize(
    ("left", "right", "tolerance", "expected"),
    [
        ((5, 5), (9, 9), 3, False),
        ((5, 5), (9, 9), 4, True),
        ((5, 9), (7, 7), 0, True),
        ((-math.inf, 3), (4, 4), 0, False),
    ],
)
def test_a_tolerance_lets_near_ends_meet(
    left: tuple[float, float],
    right: tuple[float, float],
    tolerance: float,
    expected: bool,  # noqa: FBT001
) -> None:
    """It counts in units of the axis, days for dates."""
    rows = table(left_low=left[0], left_high=left[1], right_low=right[0], right_high=right[1])
    assert holds("overlaps", rows, tolerance=tolerance) is expected


def test_days_apart_are_told() -> None:
    """As people say it, and what would be allowed where that is not far off; numbers are told otherwise."""
    days = table(left_low=10.0, left_high=10.0, right_low=432.0, right_high=432.0, left_axis="day")
    assert explained("overlaps", days, tolerance=3) == "they are about 14 months apart"
    assert (
        explained("overlaps", days, tolerance=100) == "they are about 14 months apart; about 3 months would be allowed"
    )
    years = table(left_low=592059.0, left_high=592423.0, right_low=606669.0, right_high=607033.0, left_axis="day")
    assert explained("overlaps", years, tolerance=1) == "they are 40 years apart"
    assert explained("overlaps", table(left_low=1.0, left_high=1.0)) == "no one figure fits both"


def test_floats_that_should_be_equal_are_equal() -> None:
    """0.1 + 0.2 is 0.3 for an editor."""
    rows = table(left_low=0.1 + 0.2, left_high=0.1 + 0.2, right_low=0.3, right_high=0.3)
    assert holds("overlaps", rows)
    assert holds("contains", table(left_high=0.3, right_low=0.1 + 0.2))


def test_a_part_does_not_exceed_its_whole() -> None:
    """The part's least against the whole's most."""
    assert holds("contains", table(left_high=2450.0, right_low=950.0))
    assert not holds("contains", table(left_high=2.45, right_low=9.5))
    assert holds("contains", table(left_high=math.inf, right_low=9.5))


def test_the_first_does_not_come_before_the_second() -> None:
    """With a day for time zones."""
    rows = table(left_low=9.0, left_high=9.0, right_low=10.0, right_high=10.0)
    assert not holds("not_before", rows)
    assert holds("not_before", rows, tolerance=1)
    assert "should not come before" in explained("not_before", rows)


@pytest.mark.parametrize(
    ("days", "left", "right", "expected"),
    [(3, 11, 15, True), (3, 15, 11, False), (-3, 15, 11, True), (-3, 11, 15, False), (0, 15, 11, True)],
)
def test_a_running_total_does_not_fall(days: float, left: float, right: float, expected: bool) -> None:  # noqa: FBT001
    """Whichever of the two sources is the later one."""
    rows = table(days_between=days, left_low=left, left_high=left, right_low=right, right_high=right)
    assert holds("not_below_earlier", rows) is expected
    assert explained("not_below_earlier", rows).startswith("the later source has the lower figure")


@pytest.mark.parametrize(("written", "expected"), [("XXXX-WXX-5", True), ("XXXX-WXX-4", False), ("2024-03", True)])
def test_a_weekday_is_that_of_the_day(written: str, expected: bool) -> None:  # noqa: FBT001
    """What names no weekday is not compared."""
    rows = _on_the_first_of_march(written, "2024-03-01", 0)
    assert holds("same_weekday", rows) is expected
    assert explained("same_weekday", rows) == "1 March 2024 is a Friday"


@pytest.mark.parametrize(("later", "expected"), [(5, False), (-60, True), (float("nan"), False)])
def test_a_day_without_a_year_may_be_of_the_year_before(later: float, expected: bool) -> None:  # noqa: FBT001
    """Where it is not near the day of publication; 1 March 2023 was a Wednesday."""
    assert holds("same_weekday", _on_the_first_of_march("XXXX-WXX-3", "XXXX-03-01", later)) is expected


def _on_the_first_of_march(weekday: str, written: str, later: float) -> pd.DataFrame:
    """A weekday beside 1 March 2024, in a source of so many days later."""
    return table(
        left_written=weekday,
        right_written=written,
        right_low=FIRST_OF_MARCH_2024,
        right_high=FIRST_OF_MARCH_2024,
        right_published=FIRST_OF_MARCH_2024 + later,
    )


def test_a_weekday_belongs_to_the_day_beside_it() -> None:
    """In either order."""
    applies = RELATIONS["same_weekday"].applies
    assert applies is not None
    near = table(left_start=0, left_end=6, right_start=8, right_end=20)
    far = table(left_start=0, left_end=6, right_start=30, right_end=42)
    before = table(left_start=14, left_end=20, right_start=0, right_end=12)
    assert [bool(applies(rows, apart=3)[0]) for rows in (near, far, before)] == [True, False, True]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("exact", "more_than", False),
        ("exact", "about", True),
        ("at_least", "more_than", True),
        ("at_most", "at_least", False),
        ("range", "exact", True),
    ],
)
def test_strength_is_a_matter_of_direction(left: str, right: str, expected: bool) -> None:  # noqa: FBT001
    """More than, exactly, less than."""
    rows = table(left_qualifier=left, right_qualifier=right)
    assert holds("same_strength", rows) is expected


@pytest.mark.parametrize(
    ("qualifier", "left", "right", "expected"),
    [
        ("more_than", 40, 46, True),
        ("more_than", 52, 40, False),
        ("more_than", 2_100, 2_700, False),
        ("more_than", 14_000_000, 14_300_000, True),
        ("at_least", 10_000_000, 14_000_000, False),
        ("less_than", 24, 23, True),
        ("less_than", 19, 24, False),
        ("at_most", 580, 850, False),
    ],
)
def test_a_bound_is_a_number_rounded(qualifier: str, left: float, right: float, expected: bool) -> None:  # noqa: FBT001
    """By a step of its own, which is a twentieth of it at least and a fifth at most."""
    rows = table(left_qualifier=qualifier, left_point=left, right_point=right, left_number=left, right_number=math.nan)
    assert holds("one_bound", rows) is expected


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("The bridge can’t wait for us", "The bridge cannot wait for us", [("can't", "cannot")]),
        (
            "We will not leave a single family without heat",
            "We will not leave one family without heat",
            [("a single", "one")],
        ),
        ("The harbour is open to every ship", "the HARBOR is open to every ship.", []),
        ("The harbour is open to every ship", "harbour is open to every", []),
        ("The harbour … is open to every honest ship", "The harbour of ours is open to every honest ship", []),
        ("The harbour is open to every ship", "The budget is balanced and will stay so", []),
        ("Yes, we can", "Yes, we could", []),
        ("The harbour is open to ships", "The harbour is open to boats", [("ships", "boats")]),
        ("The ferry will sail on Monday at nine", "The ferry will sail on Monday when the ice has gone", []),
        (
            "Courage does not stop drones. Heroism alone can't stop a missile",
            "Heroism alone cannot stop a missile",
            [("can't", "cannot")],
        ),
    ],
)
def test_quotations_differ_in_their_midst_or_not_at_all(left: str, right: str, found: list[tuple[str, str]]) -> None:
    """Beginnings and ends that one outlet left out are no difference."""
    assert differences(left, right) == found
    assert differences(right, left) == [(b, a) for a, b in found]
    assert holds("same_words", table(left_words=left, right_words=right)) is (not found)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(left: str, right: str) -> None:
    """And a text does not differ from itself."""
    differences(left, right)
    assert differences(left, left) == []


def test_a_difference_in_a_quotation_is_told() -> None:
    """In the words of both."""
    rows = table(left_words="The bridge can't wait for us", right_words="The bridge cannot wait for us")
    assert explained("same_words", rows) == "“can't” in one is “cannot” in the other"
    more = table(left_words="We will really never leave the town", right_words="We will never leave the town")
    assert explained("same_words", more) == "“really” is only in one of them"


def test_long_quotations_are_told_by_where_they_differ() -> None:
    """Else the reader of two long sentences looks for one word; short ones are told whole."""
    start = "We came to this valley with nothing, and nobody here will ever have to ask us twice for a hand. "
    told = apart(f"{start}The dam wasn’t ever safe. Go!", f"{start}The dam was ever safe,")
    assert told == ("… The dam wasn’t ever safe …", "… The dam was ever safe")
    assert apart("The dam was ever safe", "The dam was never safe")[1] == "The dam was never safe"


def test_names_are_compared_letter_by_letter() -> None:
    """Case, accents and hyphens do not count."""
    assert holds("same_spelling", table(left_name="Coastal DEFENCE Fund", right_name="Coastal Defence Fund"))
    rows = table(left_name="Coastal Defense Fund", right_name="Coastal Defence Fund")
    assert not holds("same_spelling", rows)
    assert explained("same_spelling", rows) == "“Defence” in one is “Defense” in the other"
    turned = table(left_name="Coastal Defence Fund", right_name="Coastal Defense Fund")
    assert explained("same_spelling", turned) == explained("same_spelling", rows), "said once, whichever is left"
    assert explained("same_spelling", table(left_name="Coastal Fund", right_name="Coastal Defence Fund")) == ""


def test_one_person_may_be_named_by_surname() -> None:
    """Two first names are two people."""
    told = {"left_person": "Ida Holm", "right_origin": "source", "right_subject": None}
    assert holds("same_person", table(**told, right_person="Holm"))
    rows = table(**told, right_person="Jon Brandt")
    assert not holds("same_person", rows)
    assert explained("same_person", rows) == "Ida Holm and Jon Brandt are two people"


@pytest.mark.parametrize(("origin", "expected"), [("reference", True), ("source", False)])
def test_a_fact_has_several_names(origin: str, expected: bool) -> None:  # noqa: FBT001
    """Its subjects are its other names; those of a claim are what it speaks of."""
    names = {"right_person": "Ida Holm", "right_subject": "Ida Holm-Berg; Ida Lind"}
    assert holds("same_person", table(left_person="Ida Lind", right_origin=origin, **names)) is expected


@pytest.mark.parametrize(("days", "expected"), [(98, False), (-98, True), (0, True)])
def test_a_thing_does_not_go_back_to_an_earlier_stage(days: float, expected: bool) -> None:  # noqa: FBT001
    """Decided first, preparing later."""
    stages = {"left_stage": "decided", "right_stage": "preparing", "left_stage_order": 3.0, "right_stage_order": 1.0}
    rows = table(**stages, days_between=float(days))
    assert holds("not_backwards", rows) is expected
    assert not holds("same_stage", rows)
    assert "two stages of one thing" in explained("same_stage", rows)
    if not expected:
        assert (
            explained("not_backwards", rows) == "“decided” came 98 days before “preparing”, which is an earlier stage"
        )


@pytest.mark.parametrize(
    ("low_max", "high_min", "is_open", "expected"),
    [(9, 9, False, True), (9, 9, True, False), (9, 8, False, False), (8, 9, True, True)],
)
def test_a_series_is_constant_where_one_value_satisfies_all(
    low_max: float,
    high_min: float,
    is_open: bool,  # noqa: FBT001
    expected: bool,  # noqa: FBT001
) -> None:
    """The largest least against the smallest most."""
    rows = pd.DataFrame(
        {"low_max": [low_max], "high_min": [high_min], "low_max_open": [is_open], "high_min_open": [False]}
    )
    assert holds("constant", rows) is expected


def test_a_series_that_falls_is_told() -> None:
    """Once or more often."""
    assert not holds("never_falls", pd.DataFrame({"falls": [2]}))
    assert holds("never_falls", pd.DataFrame({"falls": [0]}))
    assert explained("never_falls", pd.DataFrame({"falls": [1]})) == "in order of time the figure falls once"


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=list(RELATIONS))
def test_each_relation_says_what_must_hold(relation: Any) -> None:  # noqa: ANN401
    """For the list of relations."""
    assert relation.says.endswith(".")
    assert relation.over in {"pairs", "series"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Paul Ostrow", "Peter Ostrow", False),
        ("Anna Risberg", "Anna Ristberg", False),
        ("Tom Ostrow", "Thomas Ostrow", True),
        ("Bob Lind", "Robert Lind", True),
        ("Bill Lind", "Bob Lind", False),
        ("J. Lind", "Jonas Lind", True),
        ("LK Advent", "Lal Krishna Advent", True),
        ("Jörg Lind", "Jorg Lind", True),
    ],
)
def test_one_name(left: str, right: str, expected: bool) -> None:  # noqa: FBT001 - a table
    """Initials, short forms and accents make no other name."""
    rows = table(left_person=left, right_person=right)
    assert holds("one_name", rows) == expected


@pytest.mark.parametrize(("left", "right"), [("Paul Ostrow", "Ada Lind"), ("Ostrow", "Peter Ostrow")])
def test_one_name_asks_nothing_of_other_people(left: str, right: str) -> None:
    """Where no part is shared, or one name is no full one, there is nothing to compare."""
    applies = RELATIONS["one_name"].applies
    assert applies is not None
    assert not applies(table(left_person=left, right_person=right), given=0, known=False, like=0).any()


def test_one_name_may_ask_for_alike_or_known_given_names() -> None:
    """Ivan may be a slip for Ivar; Olle and Marek may be brothers, and nobody knows whether "Briton" is a name."""
    applies = RELATIONS["one_name"].applies
    assert applies is not None
    assert applies(table(left_person="Ivar Lind", right_person="Ivan Lind"), given=75, known=False, like=0).all()
    assert not applies(table(left_person="Marek Lind", right_person="Olle Lind"), given=75, known=False, like=0).any()
    assert applies(table(left_person="Peter Lind", right_person="Anna Lind"), given=0, known=True, like=0).all()
    assert not applies(table(left_person="Peter Lind", right_person="Briton Lind"), given=0, known=True, like=0).any()
