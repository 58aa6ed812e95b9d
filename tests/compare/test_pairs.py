"""Pairs: who is compared with whom, through what, and how far apart the two are."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from auditor.compare import Compared, Known, Pairing, facts, pairs
from auditor.model import Claim, Interval, Name, Quotation, Role, SourceInfo
from auditor.tables import claims_table
from builders import claim, day, info, number, role


def compared(
    claims: list[Claim], pairing: Pairing, left: list[int], right: list[int], infos: tuple[SourceInfo, ...] = ()
) -> Compared:
    """Pair claims by position."""
    return pairs(
        Known(claims_table(claims, infos)), np.array(left, dtype=np.int64), np.array(right, dtype=np.int64), pairing
    )


def found(claims: list[Claim], pairing: Pairing) -> list[tuple[int, int]]:
    """The pairs of all claims with all claims."""
    everything = list(range(len(claims)))
    table = compared(claims, pairing, everything, everything).table
    return list(zip(table["left"].tolist(), table["right"].tolist(), strict=True))


def test_a_pair_comes_once_and_no_claim_meets_itself() -> None:
    """The same selection on both sides gives each unordered pair once."""
    claims = [number("1", "1", start=0), number("2", "2", start=5), number("3", "3", start=9)]
    assert found(claims, Pairing(within="source")) == [(0, 1), (0, 2), (1, 2)]


def test_scope_keeps_sources_apart_or_together() -> None:
    """One source, one story, two different sources."""
    claims = [number("1", "1"), number("2", "2", start=5), number("3", "3", source="b")]
    assert found(claims, Pairing(within="source")) == [(0, 1)]
    assert found(claims, Pairing(within="sources")) == [(0, 2), (1, 2)]
    assert len(found(claims, Pairing(within="story"))) == 3


def test_equal_columns_must_be_known_on_both_sides() -> None:
    """What is missing is equal to nothing, not even to itself."""
    claims = [number("1", "1", per="year"), number("2", "2", start=5, per="year"), number("3", "3", start=9)]
    assert found(claims, Pairing(within="source", same=("per",))) == [(0, 1)]
    assert found([claims[2], number("4", "4", start=12)], Pairing(within="source", same=("per",))) == []


def test_alike_topics_are_found_by_blocks() -> None:
    """Synonyms and order are bridged, another thing is not."""
    claims = [
        number("99%", "99", measure="military aid to Ukraine"),
        number("98%", "98", start=9, measure="military support for Ukraine"),
        number("97%", "97", start=19, measure="winter fuel"),
    ]
    assert found(claims, Pairing(within="source", alike=90)) == [(0, 1)]


def test_a_tying_word_must_stand_between() -> None:
    """Only the claim that follows the word inside the sentence is its partner."""
    text = "Contracts of $9 million, including $2 million for spares, follow $7 million."
    claims = [
        number(word, word, start=text.index(f"${word}"), sentence=(0, len(text)), source="a")
        for word in ("9", "2", "7")
    ]
    table = compared(
        claims, Pairing(within="sentence", between=("including",)), [0, 1, 2], [0, 1, 2], (info("a", text),)
    )
    assert list(zip(table.table["left"], table.table["right"], strict=True)) == [(0, 1), (0, 2)]


def test_some_partner_keeps_claims_without_any() -> None:
    """A left claim without candidates stays in the table, with a missing right side."""
    claims = [number("5", "5", zone="headline"), number("6", "6", start=9, unit="kilometre", dimension="length")]
    table = compared(claims, Pairing(within="source", same=("axis",), need="some"), [0], [1]).table
    assert table["right"].tolist() == [-1]
    assert np.isnan(table["right_low"].iloc[0])


def test_names_pair_by_spelling_and_quotations_by_their_words() -> None:
    """Each kind of claim is alike in its own way."""
    claims = [claim("Defence Fund", Name("Defence Fund")), claim("Defense Fund", Name("Defense Fund"), source="b")]
    assert found(claims, Pairing(alike=90)) == [(0, 1)]
    said = [
        claim("x", Quotation("Courage alone can't win")),
        claim("y", Quotation("Courage alone cannot win"), start=4),
    ]
    assert found(said, Pairing(alike=85)) == [(0, 1)]


def test_days_apart_and_days_between() -> None:
    """Periods that meet are 0 days apart; an unknown period is unknown, not far."""
    claims = [
        number("1", "1", as_of=("2024-01-01", "2024-01-31")),
        number("2", "2", source="b", as_of=("2024-02-02", "2024-02-02")),
        number("3", "3", source="c"),
    ]
    infos = (info("a", published="2024-01-10"), info("b", published="2024-02-10"), info("c"))
    table = compared(claims, Pairing(), [0, 1, 2], [0, 1, 2], infos).table
    assert table["days_apart"].tolist()[:1] == [2.0]
    assert table["days_between"].tolist()[:1] == [31.0]
    assert table[["days_apart", "days_between"]].iloc[1:].isna().all(axis=None)


def _event() -> Claim:
    return day(
        "The flood began on 1 March 2020.", "2020-03-01", source="reference:events", measure="great flood",
        subject=("spring flood",),
    )  # fmt: skip


def test_a_duration_is_carried_to_days_by_its_event() -> None:
    """Two years since the flood place the writing two years after it."""
    since = claim(
        "two years",
        Interval("2", "1.5", "2.5"),
        kind="duration",
        unit="year",
        dimension="time",
        measure="the great flood",
    )
    shown = day("1 May 2024", "2024-05-01", start=20, clue="displayed")
    row = compared([since, shown, _event()], Pairing(within="source", through="event"), [0], [1]).table.iloc[0]
    assert row["via"] == 2
    assert date.fromordinal(round(row["left_low"])).year == 2021
    assert row["left_high"] < row["right_low"]


def test_a_role_is_carried_to_days_by_its_term_and_the_nearest_term_counts() -> None:
    """A person with two terms is compared with the one that is nearest."""
    terms = [
        role("Ann Okoro", "mayor", "Lagos", source="reference:offices", start=start, as_of=span)
        for start, span in enumerate([("2001-01-01", "2005-01-01"), ("2015-01-01", "2019-01-01")])
    ]
    claims = [role("Okoro", "mayor"), day("2 May 2016", "2016-05-02", start=20), *terms]
    row = compared(claims, Pairing(within="source", through="term"), [0], [1]).table.iloc[0]
    assert row["via"] == 3


def test_what_the_reference_does_not_know_is_left_out_with_a_reason() -> None:
    """A role without a term is no pair, and is said to be none where the reference has terms of that office."""
    claims = [role("Bo Lind", "mayor"), day("2 May 2016", "2016-05-02", start=20)]
    other = role("Ann Okoro", "mayor", "Lagos", source="reference:offices", as_of=("2001-01-01", "2005-01-01"))
    result = compared([*claims, other], Pairing(within="source", through="term"), [0], [1])
    assert result.table.empty
    assert result.left_out == (((0,), "the reference has no term for it"),)
    for nearby in ((), (replace(other, value=Role("Ann Okoro", "bishop", "Lagos")),)):
        assert not compared([*claims, *nearby], Pairing(within="source", through="term"), [0], [1]).left_out


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Umerov", "Rustem Umerov", True),
        ("R. Umerov", "Rustem Umerov", True),
        ("Boris Johnson", "Rachel Johnson", False),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("", "Anyone", False),
    ],
)
def test_same_person(left: str, right: str, *, same: bool) -> None:
    """A surname is part of a name; two first names are two people."""
    assert facts.same_person(left, right) is same


def test_roles_without_a_topic_pair_only_by_columns() -> None:
    """A pairing without likeness asks for no topic."""
    claims = [claim("x", Role("A", "mayor")), claim("y", Role("B", "mayor"), start=4)]
    assert found(claims, Pairing(same=("title",))) == [(0, 1)]


def test_what_a_source_says_twice_is_compared_once() -> None:
    """A sentence repeated a thousand times makes no million pairs."""
    claims = [number("9", "9", start=2 * i, measure="bridges", sentence=(0, 0)) for i in range(1000)]
    claims.append(number("8", "8", source="b", measure="bridges"))
    assert found(claims, Pairing(alike=90)) == [(0, 1000)]


def test_a_block_that_everything_shares_makes_no_pairs() -> None:
    """Six hundred figures for one thing in one source are a table, not a contradiction."""
    claims = [number(str(i), str(i), start=4 * i, measure="bridges") for i in range(600)]
    assert found(claims, Pairing(within="source", alike=90)) == []


SENTENCE = "The ferry carried {} passengers and {} cars to the islands last summer."


def retold(first: tuple[str, str], second: tuple[str, str]) -> Compared:
    """Pair the figures of one sentence told twice."""
    claims, infos = [], []
    for source, figures in (("a", first), ("b", second)):
        text = SENTENCE.format(*figures)
        infos.append(info(source, text))
        claims += [
            number(figure, figure, source=source, start=text.index(figure), sentence=(0, len(text)))
            for figure in figures
        ]
    everything = list(range(len(claims)))
    return compared(claims, Pairing(within="sources", same=("axis",), context=75), everything, everything, tuple(infos))


def test_of_two_figures_in_a_sentence_each_answers_to_its_own() -> None:
    """Passengers are compared with passengers, cars with cars, by the words around them."""
    table = retold(("310", "90"), ("320", "95")).table
    assert sorted(zip(table["left"][table["aligned"]], table["right"][table["aligned"]], strict=True)) == [
        (0, 2),
        (1, 3),
    ]
    assert (table["context_alike"] == 100).all()


def test_a_value_that_the_other_source_states_is_met() -> None:
    """What stands in the other source, be it of something else, is no proof of a conflict."""
    table = retold(("310", "90"), ("320", "310")).table
    met = dict(zip(zip(table["left"], table["right"], strict=True), table["left_met"], strict=True))
    assert met[0, 2]
    assert not met[1, 3]


def test_a_figure_is_the_only_one_of_its_source_for_a_thing() -> None:
    """Not where the source has another for it of the same day, or one behind it that may be for it as well."""
    told: list[list[dict[str, Any]]] = [
        [{"low": "61"}],
        [{"low": "61"}, {"low": "61"}, {"low": "57", "as_of": ("2019-05-08", "2019-05-08")}],
        [{"low": "66"}, {"low": "70"}],
        [{"low": "66"}, {"low": "70", "measure": None}],
        [{"low": "66"}, {"low": "70", "measure": "abstention"}],
    ]
    turnout: dict[str, Any] = {"measure": "turnout", "sentence": (0, 17), "as_of": ("2023-05-08", "2023-05-08")}
    claims = [
        number(one["low"], source=source, start=7 * place, **(turnout | one))
        for source, some in zip("abcde", told, strict=True)
        for place, one in enumerate(some)
    ]
    infos = tuple(info(source, "66 and 70 and 57. And so on and on and on.") for source in "abcde")
    everything = list(range(len(claims)))
    table = compared(claims, Pairing(within="sources", same=("axis",), alike=90), everything, everything, infos).table
    sole = dict(zip([*table["left"], *table["right"]], [*table["left_sole"], *table["right_sole"]], strict=True))
    assert {claims[place].source for place, alone in sole.items() if alone} == {"a", "b", "e"}


def test_sentences_about_other_things_are_no_candidates() -> None:
    """Without shared words around them two counts are not compared."""
    texts = {
        "a": "The ferry carried 310 passengers to the islands.",
        "b": "Police stopped 420 riders near the stadium.",
    }
    claims = [
        number(figure, figure, source=source, start=texts[source].index(figure), sentence=(0, len(texts[source])))
        for source, figure in (("a", "310"), ("b", "420"))
    ]
    infos = tuple(info(source, text) for source, text in texts.items())
    assert compared(claims, Pairing(within="sources", context=50), [0, 1], [0, 1], infos).table.empty
