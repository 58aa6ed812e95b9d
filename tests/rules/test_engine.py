"""What rules make of tables: one finding a slot, reasons for what is left out, pages that tell a rule."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Agreement, Claim, Finding, Interval, Name, NotCompared, Source, SourceInfo, Stage
from auditor.rules import Rule, load, load_files, run
from auditor.rules.reading.checks import KINDS, Condition
from auditor.rules.reading.columns import Column
from auditor.rules.reading.conditions import parse
from auditor.rules.reading.loading import RuleFile
from auditor.rules.reading.pack import Entry, pack
from auditor.rules.running.prepared import Prepared
from auditor.rules.running.selection import chosen, satisfied
from auditor.rules.writing.examples import Result
from auditor.rules.writing.pages import listing, page, results_page
from auditor.tables import claims_table, sources_table
from auditor.yamlfile import Node
from builders import claim, day, number, role
from rulemaking import made

Ran = tuple[list[Finding], list[Agreement], list[NotCompared]]
LATER, EARLIER = ("2024-02-01", "2024-02-01"), ("2024-01-01", "2024-01-01")


def ran(rule: Rule | list[Rule], *claims: Claim, published: dict[str, str] | None = None) -> Ran:
    """What rules say of claims of the sources that they name."""
    known = published or {}
    names = dict.fromkeys((one.story, one.source) for one in claims)
    infos = [SourceInfo(Source(name, story, ""), known.get(name), None, ()) for story, name in names]
    rules = rule if isinstance(rule, list) else [rule]
    return run(rules, claims, claims_table(claims, infos), sources_table(infos))


def roof(size: int, source: str = "a", **fields: Any) -> Claim:  # noqa: ANN401 - a claim's fields
    """A figure for the roof."""
    return number(str(size), str(size), source=source, **({"measure": "stadium roof", "start": size} | fields))


REASONS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("days_apart", {"le": 3}, {"as_of": LATER}, "it is not said of which day one of them speaks"),
    ("subject_alike", {"ge": 80}, {"subject": ("council",)}, "it is not said of whom one of them speaks"),
    ("speaker_alike", {"ge": 80}, {"speaker": "Ada"}, "it is not known who says one of them"),
    ("days_between", {"ge": 0}, {}, "one of their sources has no date"),
    ("right_as_of_first", {"ge": 0}, {}, "one of them does not say enough"),
]


@pytest.mark.parametrize(("column", "wanted", "fields", "reason"), REASONS, ids=[case[0] for case in REASONS])
def test_what_is_lacking_is_the_reason(
    column: str, wanted: dict[str, Any], fields: dict[str, Any], reason: str
) -> None:
    """Told once for each pair that would differ; not for pairs that would agree."""
    rule = made(when={column: wanted})
    found, agreed, left_out = ran(rule, roof(14, **fields), roof(19, "b"), published={"a": "2024-01-01"})
    assert (found, agreed) == ([], [])
    assert [(one.reason, [held.text for held in one.claims]) for one in left_out] == [(reason, ["14", "19"])]
    same = roof(14, "b", start=99)
    assert ran(rule, roof(14, **fields), same, published={"a": "2024-01-01"})[2] == []


def test_a_pair_that_is_out_of_reach_for_another_reason_is_not_told() -> None:
    """More knowledge would not make it a finding."""
    rule = made(when={"days_apart": {"le": 3}, "left_change": "up"})
    assert ran(rule, roof(14, change="down"), roof(19, "b"))[2] == []


def test_only_contradictions_tell_what_they_could_not_compare() -> None:
    """A nuance that cannot be seen is nothing an editor misses."""
    rule = made(when={"days_apart": {"le": 3}}, verdict="nuance", severity="note")
    assert ran(rule, roof(14), roof(19, "b"))[2] == []


def test_figures_without_a_value_are_told() -> None:
    """They looked alike and say nothing that could be held together."""
    vague = roof(15, "b", qualifier="vague")
    vague.value = vague.value._replace(point=None, low=None, high=None)  # type: ignore[union-attr]
    found, _, left_out = ran(made(), roof(14), vague)
    assert found == []
    assert [one.reason for one in left_out] == ["it is not known what one of them stands for"]


SLOTS: list[tuple[str, list[Claim], int]] = [
    ("three sources on one thing", [roof(14), roof(19, "b"), roof(23, "c")], 1),
    ("one thing in other words", [roof(14), roof(19, "b", measure="stadium’s roofs")], 1),
    (
        "two things",
        [roof(14), roof(19, "b"), roof(3, "c", measure="swimming pool"), roof(5, "d", measure="swimming pool")],
        2,
    ),
    ("one thing in two stories", [roof(14), roof(19, "b"), roof(15, "c", story="t"), roof(18, "d", story="t")], 2),
    (
        "one thing on two axes",
        [roof(14), roof(19, "b"), *(roof(n, x, unit="EUR", dimension="money") for n, x in ((4, "c"), (9, "d")))],
        2,
    ),
]


@pytest.mark.parametrize(("claims", "number_"), [case[1:] for case in SLOTS], ids=[case[0] for case in SLOTS])
def test_one_finding_for_each_thing_of_a_story(claims: list[Claim], number_: int) -> None:
    """With all claims that speak of it, each once, in the order of the sources."""
    found, _, _ = ran(made(), *claims)
    assert len(found) == number_
    assert sorted(one.text for finding in found for one in finding.claims) == sorted(one.text for one in claims)
    assert len({one.id for one in found}) == number_
    for finding in found:
        sources = [one.source for one in finding.claims]
        assert sources == sorted(sources)


def test_the_identity_of_a_finding_is_that_of_its_slot() -> None:
    """Not of its values, its witnesses, or the order they come in."""
    base = ran(made(), roof(14), roof(19, "b"))[0][0].id
    for claims in (
        [roof(19), roof(14, "b")],
        [roof(4, "x"), roof(5, "y"), roof(6, "z")],
        [roof(14), roof(19, start=1)],
    ):
        assert [one.id for one in ran(made(), *claims)[0]] == [base]
    for rule, claims in (
        (made(id="other"), [roof(14), roof(19, "b")]),
        (made(), [roof(14, story="t"), roof(19, "b", story="t")]),
        (made(), [roof(14, measure="floor"), roof(19, "b", measure="floor")]),
    ):
        assert [one.id for one in ran(rule, *claims)[0]] != [base]


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from("abc")), min_size=2, max_size=6, unique=True))
def test_every_pair_is_broken_kept_or_told(drafts: list[tuple[int, str]]) -> None:
    """What differs is in the finding, with those who say the same; what agrees with nothing is not said to agree."""
    claims = [roof(size, source, start=20 * place) for place, (size, source) in enumerate(drafts)]
    found, agreed, left_out = ran(made(pair={"within": "sources", "same": ["axis"]}), *claims)
    sources = {source for _, source in drafts}
    differing = {one.id for one in claims for other in claims if one.source != other.source and one.text != other.text}
    disputed = {one.text for one in claims if one.id in differing}
    involved = {one.id for finding in found for one in finding.claims}
    assert differing <= involved <= {one.id for one in claims if one.text in disputed}
    assert left_out == []
    for agreement in agreed:
        assert len({one.source for one in agreement.claims}) > 1
    assert len(sources) > 1 or (found, agreed) == ([], [])


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.lists(st.integers(1, 60), min_size=2, max_size=5, unique=True), st.integers(0, 60), st.integers(0, 60))
def test_more_tolerance_finds_less(sizes: list[int], one: int, other: int) -> None:
    """Every claim that a wide tolerance objects to, a narrow one objects to."""
    claims = [roof(size, f"s{place}") for place, size in enumerate(sizes)]
    objected = [
        {
            held.id
            for finding in ran(made(must={"overlaps": {"tolerance": size}}), *claims)[0]
            for held in finding.claims
        }
        for size in sorted((one, other))
    ]
    assert objected[1] <= objected[0]


def test_an_agreeing_witness_takes_nothing_away() -> None:
    """Two against one is no less a contradiction."""
    first = ran(made(), roof(14), roof(19, "b"))[0]
    second = ran(made(), roof(14), roof(19, "b"), roof(19, "c"))[0]
    assert [one.id for one in first] == [one.id for one in second]
    assert {one.id for one in first[0].claims} < {one.id for one in second[0].claims}


def test_rules_that_want_the_same_pairs_find_as_if_alone() -> None:
    """They share the table, not the outcome."""
    claims = [roof(14, qualifier="at_least"), roof(19, "b")]
    meets, strength = made(), made(id="strength", must={"same_strength": {}}, verdict="nuance", severity="note")
    together = ran([meets, strength], *claims)[0]
    assert together == ran(meets, *claims)[0] + ran(strength, *claims)[0]
    assert [one.rule for one in together] == ["two-figures", "strength"]


def test_a_finding_says_at_most_a_dozen_steps() -> None:
    """Of many pairs that differ, the first few explain the rest."""
    sizes = [(size, Interval(None, str(size), f"{size}.8")) for size in range(10, 25)]
    claims = [replace(roof(size, f"s{size}"), value=value) for size, value in sizes]
    [found] = ran(made(), *claims)[0]
    assert len(found.claims) == 15
    assert len(found.why) == len(set(found.why)) == 12


def test_stages_are_held_together_on_one_track_only() -> None:
    """What is being built and what is being signed are two matters."""
    rule = made(
        left={"kind": "status"}, pair={"within": "sources", "same": ["track"], "alike": 90}, must={"not_backwards": {}}
    )
    days = {"a": "2024-01-01", "b": "2024-02-01"}
    stages = [
        claim(stage, Stage("the treaty", stage), source=source)
        for stage, source in (("decided", "a"), ("preparing", "b"))
    ]
    found, _, _ = ran(rule, *stages, published=days)
    turned, agreed, _ = ran(rule, *stages, published={"a": days["b"], "b": days["a"]})
    assert (len(found), len(turned), len(agreed)) == (1, 0, 1)


def test_a_former_office_and_a_day_can_be_chosen() -> None:
    """Flags and dates are columns like any other."""
    rule = made(
        compare="claims",
        left=None,
        pair=None,
        where={"kind": "role", "former": "true"},
        must={"organisation": {"present": "true"}},
        message="{claim.person}",
    )
    past = role("Ada Obi", "mayor", start=3)
    past.value = past.value._replace(former=True)  # type: ignore[union-attr]
    found, _, _ = ran(rule, past, role("Bola Ojo", "mayor"), day("5 May", "2024-05-05"), claim("x", Name("x")))
    assert [one.message for one in found] == ["Ada Obi"]


@pytest.mark.parametrize(
    ("size", "unit", "found"), [(14, "count", 0), (19, "count", 1), (14, "kilogram", 1)], ids=["both", "value", "unit"]
)
def test_a_must_may_name_relations_and_columns(size: int, unit: str, found: int) -> None:
    """Either is enough for a finding."""
    rule = made(must={"overlaps": {}, "left_unit": {"eq": {"column": "right_unit"}}})
    assert len(ran(rule, roof(14), roof(size, "b", start=99, unit=unit))[0]) == found


WORDS = [None, "red", "blue", "dark red", ""]
SIZES = [np.nan, -1.0, 0.0, 1.0, 3.0, np.inf]
TABLE = pd.DataFrame({"word": np.array(WORDS * 6, dtype=object), "size": SIZES * 5, "old": [True, False] * 15})
KNOWN = {"word": Column("text"), "size": Column("number"), "old": Column("flag")}
ARGUMENTS: dict[str, tuple[str, Any]] = {
    "eq": ("word", "red"),
    "ne": ("word", "red"),
    "gt": ("size", "0"),
    "ge": ("size", "0"),
    "lt": ("size", "1"),
    "le": ("size", "1"),
    "in_range": ("size", {"min_value": "0", "max_value": "3"}),
    "not_in_range": ("size", {"min_value": "0", "max_value": "3"}),
    "isin": ("word", ["red", "blue"]),
    "notin": ("word", ["red", "blue"]),
    "str_matches": ("word", "(dark )?red$"),
    "str_contains": ("word", "re"),
    "str_lacks": ("word", "re"),
    "str_startswith": ("word", "dark"),
    "str_endswith": ("word", "ue"),
    "present": ("word", "true"),
    "str_length": ("word", {"min_value": "3", "max_value": "4"}),
    "str_words": ("word", {"min_value": "2"}),
    "real_date": ("word", "true"),
}


def test_every_check_is_tried_here() -> None:
    """A new one must be added to the table above; what takes another column is tried below."""
    assert set(ARGUMENTS) == {name for name, kind in KINDS.items() if kind.takes != "column"}


LACKING = {"not_in_range", "str_lacks", "present", "str_words", "real_date"}
"""The checks that pandera does not have."""


@pytest.mark.parametrize("name", sorted(ARGUMENTS.keys() - LACKING))
def test_a_check_means_what_pandera_means_by_it(name: str) -> None:
    """Where there is a value; what is missing is passed over in a must, and not chosen."""
    column, argument = ARGUMENTS[name]
    [condition] = parse({column: {name: argument}}, KNOWN, _refuse)
    there = TABLE[column].notna().to_numpy()
    judged = np.array([_allows(condition, value) for value in TABLE[column][there]])
    assert (chosen(Prepared(TABLE), [condition])[there] == judged).all()
    passed = satisfied(Prepared(TABLE), condition)
    assert (passed[there] == judged).all()
    assert passed[~there].all()


def _allows(condition: Condition, value: object) -> bool:
    """What pandera's own check of that name says of a value."""
    argument = condition.argument
    given: tuple[Any, ...] = argument if isinstance(argument, tuple) else (argument,)
    check = getattr(pa.Check, condition.check)(*((list(given),) if condition.check in {"isin", "notin"} else given))
    try:
        pa.SeriesSchema(checks=[check]).validate(pd.Series([value], dtype=TABLE[condition.column].dtype))
    except pa.errors.SchemaError:
        return False
    return True


@pytest.mark.parametrize(
    ("name", "argument", "value", "holds"),
    [
        ("str_length", {"min_value": "3", "max_value": "4"}, "blue", True),
        ("str_length", {"min_value": "3", "max_value": "4"}, "dark red", False),
        ("str_length", {"max_value": "4"}, "", True),
        ("str_words", {"max_value": "2"}, "dark red", True),
        ("str_words", {"max_value": "2"}, "dark red blue", False),
        ("real_date", "true", "2024-02-29", True),
        ("real_date", "true", "2023-02-29", False),
        ("real_date", "true", "1900-02-29", False),
        ("real_date", "true", "XXXX-02-29", True),
        ("real_date", "true", "XXXX-02-30", False),
        ("real_date", "true", "2024-13-01", False),
        ("real_date", "true", "2024-02", True),
        ("real_date", "false", "2023-02-30", True),
    ],
)
def test_checks_of_what_is_written(name: str, argument: Any, value: str, holds: bool) -> None:  # noqa: ANN401, FBT001
    """The length of a text, and whether a calendar has the day that is written."""
    [condition] = parse({"word": {name: argument}}, KNOWN, _refuse)
    table = Prepared(pd.DataFrame({"word": [value]}, dtype=object))
    assert satisfied(table, condition).tolist() == [holds]


@pytest.mark.parametrize(
    ("left", "right", "holds"),
    [
        ("Ann Lee", "Lee", True),
        ("Ann Lee", "A. Lee", True),
        ("Ann Lee", "Tom Lee", False),
        ("Ann Lee", "Tom Reed; Ann Lee", True),
        ("Ann Lee; Tom Reed", "Ida Holm; Jan Moss", False),
        (None, "Ann Lee", False),
        ("Ann Lee", None, False),
    ],
)
def test_names_in_two_columns_are_one_person(left: str | None, right: str | None, holds: bool) -> None:  # noqa: FBT001
    """In a selection where both are known; a must lets pass what is missing."""
    table = Prepared(pd.DataFrame({"speaker": [left], "byline": [right]}, dtype=object))
    known = {"speaker": Column("text"), "byline": Column("text")}
    conditions = parse({"speaker": {"same_person": {"column": "byline"}}}, known, _refuse)
    assert chosen(table, conditions).tolist() == [holds]
    assert satisfied(table, conditions[0]).tolist() == [holds or None in {left, right}]


def _refuse(place: object, message: str) -> None:
    raise AssertionError((place, message))


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.id)
def test_a_rule_is_told_on_a_page(rule: Rule) -> None:
    """All that it says of itself, and each of its examples, on lines that fit a terminal."""
    told = page(Entry(RuleFile(rule, Path("rules/some.yaml"), packaged=True), rule))
    plain = " ".join(told.split())
    assert plain.startswith(f"{rule.id} ({rule.group}) {rule.title}: {rule.verdict}, {rule.severity} ")
    for words in (rule.why, f"What to do: {rule.next}", f"says {rule.message}"):
        assert " ".join(words.split()) in plain
    for name in {*rule.must} | {*rule.where} | {*rule.left} | {*rule.right}:
        assert name in plain
    assert plain.count("fires on ") == len(rule.examples.fires)
    assert all(len(line) <= 88 or " " not in line.strip() for line in told.splitlines())


def test_the_list_names_every_rule_under_its_group() -> None:
    """One line each."""
    entries = pack(load_files(), {}, Node(None, "auditor.toml", 1, 1)).entries
    lines = listing(entries, {"toll-falls": 12}).splitlines()
    for rule in load():
        [line] = [line for line in lines if line.split()[:1] == [rule.id]]
        fired = "12" if rule.id == "toll-falls" else "-"
        assert [rule.severity, rule.verdict, "packaged", fired] == line.split()[1:5]
        assert line.endswith(rule.title)
    assert {line for line in lines if line and not line.startswith(" ")} == {rule.group for rule in load()}
    assert listing([]) == "\n"


def test_results_are_counted_and_failures_told() -> None:
    """By rule, in order; what holds is a number, what does not a line."""
    results = [
        Result("one", "fires", 0, expected=True, findings=("a",)),
        Result("one", "silent", 0, expected=False, findings=()),
        Result("two", "fires", 0, expected=True, findings=()),
        Result("two", "known_miss", 0, expected=False, findings=("b", "c")),
    ]
    assert results_page(results) == (
        "ok    one  fires 1/1, silent 1/1\n"
        "FAIL  two  fires 0/1, known miss 0/1\n"
        "      fires 1: silent, should fire\n"
        "      known miss 1: fired: b; c, found by now\n"
        "4 examples of 2 rules, 1 failed; 1 known miss, 1 found by now\n"
    )
