"""Established facts carry claims to the axis of days: which fact is meant, and where it puts a claim."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.compare import Known, Pairing, pairs
from auditor.compare.facts import Projection, projections, same_person
from auditor.model import Claim, Interval
from auditor.tables import claims_table
from auditor.tables.columns import REFERENCE
from builders import claim, day, role


def ordinal(iso: str) -> float:
    """A day on the axis."""
    return float(date.fromisoformat(iso).toordinal())


def carried(one: Claim, *facts: Claim, through: Any) -> list[Projection]:  # noqa: ANN401 - a kind of fact
    """Where facts put a claim."""
    table = claims_table([one, *facts], ())
    return projections(table, 0, table[table["origin"] == REFERENCE], through)


def event(name: str, low: str, high: str | None = None, *, also: tuple[str, ...] = ()) -> Claim:
    """An event of the reference."""
    return day(name, low, high, source="reference:events", measure=name, subject=also, start=len(name))


def term(person: str, first: str, last: str, *, title: str = "mayor", organisation: str = "Oban") -> Claim:
    """A term of office of the reference."""
    start = int(first[:4])
    return role(person, title, organisation, source="reference:terms", as_of=(first, last), start=start)


def since(words: str, low: str, high: str, unit: str = "day") -> Claim:
    """A length of time since an event."""
    value = Interval(None, low, high)
    return claim(words, value, kind="duration", measure=words, unit=unit, dimension="time")


def test_a_duration_is_counted_from_its_event() -> None:
    """From the event's first day plus the least to its last plus the most."""
    [found] = carried(since("the flood", "10", "12"), event("the flood", "2024-03-01", "2024-03-03"), through="event")
    assert (found.via, found.low, found.high) == (1, ordinal("2024-03-11"), ordinal("2024-03-15"))


@pytest.mark.parametrize(
    ("words", "via"),
    [
        ("the Arvel flood", 1),
        ("the beginning of the great Arvel flood", 3),
        ("flood of the Arvel", 1),
        ("the Arvel floods", 1),
        ("the flood", None),
        ("Arvel", None),
        ("the Corrin collapse", 2),
        ("the collapse of the mine at Corrin", 2),
        ("the disaster of Corrin", 2),
    ],
)
def test_an_event_is_meant_where_all_words_of_a_name_of_it_stand(words: str, via: int | None) -> None:
    """In any order and number; of two events the one with the longer name."""
    facts = [
        event("Arvel flood", "2019-05-04"),
        event("Corrin collapse", "2018-02-11", also=("Corrin disaster", "mine at Corrin")),
        event("great Arvel flood", "1954-01-01"),
    ]
    found = carried(since(words, "365", "365"), *facts, through="event")
    assert [one.via for one in found] == ([] if via is None else [via])


def test_a_duration_without_words_has_no_event() -> None:
    """A length of time since something unsaid is not placed."""
    nameless = claim("a year", Interval("1", "1", "1"), kind="duration", unit="year", dimension="time")
    assert carried(nameless, event("the flood", "2024-03-01"), through="event") == []


def test_a_term_of_office_is_carried_by_person_title_and_organisation() -> None:
    """Another title, another place, another person are other offices."""
    facts = [
        term("Ada Obi", "2015-01-10", "2020-09-30"),
        term("Ada Obi", "2021-01-10", "2022-09-30", title="minister"),
        term("Ada Obi", "2023-01-10", "2023-09-30", organisation="Perth"),
        term("Bola Obi", "2024-01-10", "2024-09-30"),
    ]
    [found] = carried(role("Ada Obi", "mayor", "Oban"), *facts, through="term")
    assert (found.low, found.high) == (ordinal("2015-01-10"), ordinal("2020-09-30"))
    anywhere = carried(role("Ada Obi", "mayor"), *facts, through="term")
    assert [one.via for one in anywhere] == [1, 3]
    by_surname = carried(role("Obi", "mayor", "Oban"), *facts, through="term")
    assert [one.via for one in by_surname] == [1, 4]


def test_of_two_terms_the_nearer_one_counts() -> None:
    """Who comes back into office held it on the day."""
    facts = [term("Ada Obi", "2010-01-10", "2014-09-30"), term("Ada Obi", "2020-01-10", "2024-09-30")]
    shown = day("2023-05-05", "2023-05-05", clue="displayed", start=40)
    table = claims_table([role("Ada Obi", "mayor", "Oban"), shown, *facts], ())
    made = pairs(Known(table), np.array([0]), np.array([1]), Pairing(within="source", through="term")).table
    assert made["via"].tolist() == [3]
    assert (made["left_axis"].tolist(), made["left_low"].tolist()) == (["day"], [ordinal("2020-01-10")])


def test_a_claim_that_no_fact_carries_is_told() -> None:
    """Not in silence: an editor may want to add the fact."""
    shown = day("2023-05-05", "2023-05-05", clue="displayed", start=40)
    fact = term("Bo Lind", "2010-01-10", "2014-09-30")
    table = claims_table([role("Ada Obi", "mayor", "Oban"), shown, fact], ())
    made = pairs(Known(table), np.array([0]), np.array([1]), Pairing(within="source", through="term"))
    assert len(made.table) == 0
    assert made.left_out == (((0,), "the reference has no term for it"),)


def test_no_fact_carries_an_amount_to_another_currency_yet() -> None:
    """So nothing of two currencies is compared."""
    assert carried(claim("€5", Interval("5", "5", "5"), unit="EUR"), event("x", "2024-03-01"), through="rate") == []


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Umerov", "Rustem Umerov", True),
        ("R. Umerov", "Rustem Umerov", True),
        ("D. Umerov", "Rustem Umerov", False),
        ("Rustem Umierov", "Rustem Umerov", True),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Bola Obi", "Ada Obi", False),
        ("Ada Obi", "Ada Ojo", False),
        ("ADA OBI", "Ada Obi", True),
        ("José Nuñez", "Jose Nunez", True),
        ("Ada", "Ada Obi", False),
        ("Ada B. Obi", "Ada Obi", True),
        ("", "Ada Obi", False),
    ],
)
def test_one_person_or_two(left: str, right: str, same: bool) -> None:  # noqa: FBT001
    """The surname decides, and the first name where both have one; asked from either side."""
    assert same_person(left, right) is same
    assert same_person(right, left) is same


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_answer_has_no_side(left: str, right: str) -> None:
    """Any two texts can be asked about."""
    assert same_person(left, right) is same_person(right, left)


@given(st.from_regex(r"[A-Z][a-z]{1,9}( [A-Z][a-z]{1,9}){0,2}", fullmatch=True))
def test_everybody_is_themselves(name: str) -> None:
    """By their name in full and by their surname."""
    assert same_person(name, name)
    assert same_person(name, name.rsplit(maxsplit=1)[-1])


def test_a_claim_meets_the_facts_themselves() -> None:
    """Within the reference the right claims are facts, and only those; the left ones are of any source."""
    held = term("Ada Obi", "2020-01-01", "2022-12-31")
    told = [
        role(person, "mayor", "Oban", source=source, start=start, as_of=("2021-05-05", "2021-05-05"))
        for start, (person, source) in enumerate([("Ada Obi", "a"), ("Ben Roe", "b")])
    ]
    table = claims_table([*told, held], ())
    pairing = Pairing(within="reference", same=("title", "organisation"))
    found = pairs(Known(table), np.arange(3), np.arange(3), pairing).table
    assert found[["left", "right", "days_apart", "on_record"]].to_numpy().tolist() == [
        [0, 2, 0, True],
        [1, 2, 0, False],
    ]


def test_facts_are_alike_by_their_words() -> None:
    """Whatever is rare in the story; a fact is of no story."""
    flood = event("the Arvel flood", "2024-03-01")
    told = [day(word, "2024-03-02", measure=word, start=place) for place, word in enumerate(["Arvel flood", "fair"])]
    table = claims_table([*told, flood], ())
    found = pairs(Known(table), np.arange(3), np.arange(3), Pairing(within="reference", alike=80)).table
    assert found[["left", "right"]].to_numpy().tolist() == [[0, 2]]
