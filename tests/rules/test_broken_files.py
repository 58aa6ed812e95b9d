"""Rule files with mistakes that are easily made: each is told in exactly these words."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import BadFileError
from auditor.rules import read_files
from auditor.rules.reading.verify import verify
from auditor.rules.relations import RELATIONS
from rulemaking import RULE, written

CLAIMS: dict[str, Any] = {
    "compare": "claims",
    "left": None,
    "pair": None,
    "must": {"low": {"le": 100}},
    "message": "{claim.text}",
}
SOURCES: dict[str, Any] = CLAIMS | {
    "compare": "sources",
    "must": {"published": {"present": "true"}},
    "message": "{source.id}",
}
SERIES: dict[str, Any] = CLAIMS | {"compare": "series", "must": {"constant": {}}, "message": "{series.values}"}

CASES: list[tuple[str, dict[str, Any], list[str]]] = [
    (
        "a severity that is none",
        {"severity": "fatal"},
        ["`severity`: must be `error`, `warning` or `note`, not `fatal`"],
    ),
    ("a table that is none", {"compare": "pair"}, ["`compare`: must be `claims`, `sources`, `pairs` or `series`, "]),
    ("no message", {"message": None}, ["key `message` is missing"]),
    ("an empty message", {"message": ""}, ["`message`: must have at least 1 character, not ``"]),
    ("an empty must", {"must": {}}, ["`must`: "]),
    ("a right side that names no column", {"right": {"zoen": "body"}}, ["unknown column `zoen`, did you mean `zone`?"]),
    (
        "a column of claims where pairs are chosen",
        {"when": {"zone": "body"}},
        ["unknown column `zone`, did you mean `left_zone`?"],
    ),
    (
        "a column of pairs where claims are chosen",
        {"left": {"days_apart": 0}},
        ["unknown column `days_apart`"],
    ),
    (
        "an exemption with a mistake",
        {"unless": [{"alike": 3}, {"alkie": 3}]},
        ["unknown column `alkie`, did you mean `alike`?"],
    ),
    (
        "two mistakes in one selection",
        {"left": {"zone": "boddy", "low": "high"}},
        [
            "`boddy` never stands there, did you mean `body`?",
            "expected a number, or a day such as 2024-05-17, not `high`",
        ],
    ),
    ("limits that exclude each other", {"left": {"low": {"eq": 3, "gt": 5}}}, ["no value of `low` can satisfy this"]),
    ("an open and a closed limit at one place", {"left": {"low": {"ge": 3, "lt": 3}}}, ["no value of `low` can "]),
    (
        "a range and a limit outside of it",
        {"left": {"low": {"in_range": {"min_value": 1, "max_value": 2}, "gt": 7}}},
        ["no value of `low` can satisfy this"],
    ),
    (
        "a word that is excluded",
        {"left": {"unit": {"eq": "EUR", "ne": "EUR"}}},
        ["no value of `unit` can satisfy this"],
    ),
    (
        "every word is excluded",
        {"left": {"change": {"notin": ["up", "down"], "present": "true"}}},
        ["no value of `change` can satisfy this"],
    ),
    (
        "words that have none in common",
        {"left": {"unit": {"isin": ["EUR", "USD"], "eq": "GBP"}}},
        ["no value of `unit` can satisfy this"],
    ),
    ("less alike than nothing", {"when": {"context_alike": {"lt": 0}}}, ["no value of `context_alike` can satisfy"]),
    (
        "a check of text asked of a number",
        {"left": {"low": {"str_contains": "4"}}},
        ["`str_contains` does not go with `low`, which holds a number"],
    ),
    (
        "an order asked of a flag",
        {"left": {"former": {"ge": 1}}},
        ["`ge` does not go with `former`, which holds a flag"],
    ),
    ("a range with another key", {"left": {"low": {"in_range": {"min": 1}}}}, ["expected `min_value` and `max_value`"]),
    ("a check without an argument", {"left": {"low": {"gt": None}}}, ["expected one value, not nothing"]),
    ("a pattern of a thousand letters", {"left": {"text": {"str_matches": "a" * 1000}}}, ["a pattern of 1000 char"]),
    ("a pattern that refers back", {"left": {"text": {"str_matches": r"(a)\1"}}}, ["is not allowed in a pattern"]),
    ("same of a column that is none", {"pair": {"same": ["axis", "unti"]}}, ["unknown column `unti`, did you mean"]),
    ("equal of a column that is none", {"pair": {"equal": ["pre"]}}, ["unknown column `pre`, did you mean `per`?"]),
    (
        "differ of a column that is none",
        {"pair": {"differ": ["sorce"]}},
        ["unknown column `sorce`, did you mean `sour"],
    ),
    ("a pairing that is none", {"pair": {"within": "paragraph"}}, ["`within`: must be `sentence`, `source`, `story`"]),
    ("a fact that is none", {"pair": {"through": "marriage"}}, ["`through`: must be `event`, `term` or `rate`, not "]),
    ("less than nothing alike", {"pair": {"alike": -1}}, ["`alike`: must be greater than or equal to 0, not `-1`"]),
    ("an option of another relation", {"must": {"overlaps": {"least": 3}}}, ["unknown option `least`"]),
    (
        "an option of the wrong type",
        {"must": {"overlaps": {"tolerance": "wide"}}},
        ["`tolerance`: must be a number, not `wide`"],
    ),
    (
        "options beyond their bounds",
        {"must": {"same_weekday": {"apart": 400}}},
        ["must be less than or equal to 40"],
    ),
    (
        "a placeholder of another table",
        {"message": "{claim.text}"},
        ["unknown placeholder `{claim.text}`, did you mean `"],
    ),
    ("a fact in the message of figures", {"message": "{via.speaker}"}, ["`{via.…}` needs `pair: {through: …}`"]),
    ("claims with a left side", CLAIMS | {"left": {"kind": "date"}}, ["`left` has no use where `compare` is claims"]),
    ("claims with pairs", CLAIMS | {"pair": {"alike": 3}}, ["`pair` has no use where `compare` is claims; it goes wi"]),
    ("claims with a when", CLAIMS | {"when": {"zone": "body"}}, ["`when` has no use where `compare` is claims"]),
    (
        "claims with a relation, misspelt",
        CLAIMS | {"must": {"overlap": {}}},
        ["unknown relation `overlap`, did you mean `overlaps`? That is one of pairs, not of claims"],
    ),
    ("claims with a relation", CLAIMS | {"must": {"overlaps": {}}}, ["`overlaps` is a relation of pairs, not of"]),
    (
        "claims with pairs' words",
        CLAIMS | {"message": "{left.text}"},
        ["unknown placeholder `{left.text}`, did you mea"],
    ),
    (
        "a must that names neither a relation nor a column",
        {"must": {"xyzzy": {}}},
        ["unknown relation or column `xyzzy`; relations are compatible, contains, "],
    ),
    ("a must with a column that is none", {"must": {"left_plac": "x"}}, ["unknown column `left_plac`, did you mean `"]),
    (
        "a column that is compared with none",
        {"when": {"left_low": {"lt": {"column": "right_lwo"}}}},
        ["expected the name of a column, did you mean `right_low`?"],
    ),
    (
        "a column that is compared with itself",
        {"when": {"left_low": {"lt": {"column": "left_low"}}}},
        ["`left_low` is the column itself"],
    ),
    (
        "a number compared with a text",
        {"when": {"left_low": {"lt": {"column": "left_text"}}}},
        ["`left_text` holds a text, `left_low` a number"],
    ),
    (
        "a text times a number",
        {"when": {"left_place": {"ne": {"column": "right_place", "times": 2}}}},
        ["`times` goes with numbers only"],
    ),
    (
        "a factor that is none",
        {"when": {"left_low": {"lt": {"column": "right_low", "times": "twice"}}}},
        ["expected a number, or a day such as 2024-05-17, not `twice`"],
    ),
    (
        "a factor that is misspelt",
        {"when": {"left_low": {"lt": {"column": "right_low", "tims": 2}}}},
        ["unknown key `tims`, did you mean `times`?"],
    ),
    (
        "parts where none are added up",
        {"message": "{parts.texts}"},
        ["`{parts.…}` needs `pair: {need: together}`"],
    ),
    ("sources with columns of claims", SOURCES | {"where": {"kind": "date"}}, ["unknown column `kind`"]),
    ("sources with claims' words", SOURCES | {"message": "{source.text}"}, ["unknown placeholder `{source.text}`"]),
    ("series with a left side", SERIES | {"left": {"kind": "date"}}, ["`left` has no use where `compare` is series"]),
    (
        "series with pairs' relation",
        SERIES | {"must": {"overlaps": {}}},
        ["`overlaps` is a relation of pairs, not of s"],
    ),
    ("series that need some", SERIES | {"pair": {"need": "some"}}, ["`need` has no use in a series"]),
    ("series with two sides", SERIES | {"pair": {"equal": ["per"]}}, ["`equal` has no use in a series"]),
    ("series with a side in when", SERIES | {"when": {"left_zone": "body"}}, ["unknown column `left_zone`"]),
    (
        "a figure with a stage",
        {"left": {"kind": "quantity", "stage": "signed"}},
        ["a quantity has no `stage`; a status"],
    ),
    (
        "a demand on what figures do not have",
        {"must": {"left_person": {"ne": "Ann Lee"}}},
        ["a quantity has no `person`; a role or a name has"],
    ),
    (
        "a demand on what was chosen",
        CLAIMS | {"where": {"kind": "quantity", "qualifier": "exact"}, "must": {"qualifier": {"ne": "vague"}}},
        ["always holds: exact is all that was chosen"],
    ),
    (
        "a demand on what brought them together",
        {"pair": {"same": ["unit"]}, "must": {"left_unit": {"eq": {"column": "right_unit"}}}},
        ["always holds: `pair: {same: [unit]}` brings only those together"],
    ),
    (
        "the same in what figures do not have",
        {"pair": {"same": ["organisation"]}},
        ["a quantity has no `organisation`"],
    ),
    (
        "the same of two others",
        {"left": {"unit": "EUR"}, "right": {"unit": ["USD", "GBP"]}, "pair": {"same": ["unit"]}},
        ["no two claims can be the same in `unit`: each side chooses others"],
    ),
    (
        "the same and different",
        {"pair": {"same": ["axis"], "differ": ["unit", "axis"]}},
        ["no two claims can be the same in `axis` and differ in it"],
    ),
    (
        "two sources in one",
        {"pair": {"within": "source", "differ": ["source"]}},
        ["no two claims are so with `within: source`"],
    ),
    (
        "one source in two",
        {"pair": {"within": "sources", "same": ["source"]}},
        ["no two claims are so with `within: sources`"],
    ),
    (
        "facts among the claims of a source",
        {"right": {"kind": "role", "origin": "reference"}},
        ["no fact is among them; `pair: {within: reference}` compares claims with facts"],
    ),
    (
        "facts that are checked by themselves",
        CLAIMS | {"where": {"origin": "reference"}},
        ["no fact is among them; `pair: {within: reference}` compares"],
    ),
    (
        "an example without words",
        {"examples": {"fires": [{"note": "x"}], "silent": [{"text": "x"}]}},
        ["an example has exa"],
    ),
    (
        "an example with a key of none",
        {"examples": {"fires": [{"txt": "x"}], "silent": [{"text": "x"}]}},
        ["unknown key `txt`, did you mean `text`?"],
    ),
    (
        "a source of an example with a key of none",
        {"examples": {"fires": [{"sources": [{"text": "x", "publishd": "y"}]}], "silent": [{"text": "x"}]}},
        ["unknown key `publishd`, did you mean `published`?"],
    ),
]


@pytest.mark.parametrize(("changes", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_mistake_is_told_in_these_words(tmp_path: Path, changes: dict[str, Any], wanted: list[str]) -> None:
    """At a line and a column of the file, each mistake once."""
    path = written(tmp_path, **changes)
    with pytest.raises(BadFileError) as caught:
        read_files([path])
    told = [problem.message for problem in caught.value.problems]
    for words in wanted:
        assert sum(message.startswith(words) or words in message for message in told) == 1, told
    assert all((problem.path, bool(problem.line)) == (str(path), True) for problem in caught.value.problems)


@pytest.mark.parametrize("changes", [{}, CLAIMS, SOURCES, SERIES], ids=["pairs", "claims", "sources", "series"])
def test_the_rules_that_mistakes_are_put_in_have_none(tmp_path: Path, changes: dict[str, Any]) -> None:
    """Else each case above might be told for another reason."""
    assert read_files([written(tmp_path, **changes)])[0].rule.id == "two-figures"


@pytest.mark.parametrize("name", RELATIONS)
def test_every_relation_can_be_named_with_and_without_options(tmp_path: Path, name: str) -> None:
    """``{}`` and nothing at all are the defaults."""
    relation = RELATIONS[name]
    base = SERIES if relation.over == "series" else {"left": {"zone": "body"}}
    defaults = relation.options().model_dump()
    for options in ({}, None, defaults):
        assert read_files([written(tmp_path, **(base | {"must": {name: options}}))])[0].rule.must == {
            name: options if options is None else {key: str(value).lower() for key, value in options.items()}
        }


@pytest.mark.parametrize("key", [key for key in RULE if key not in {"left", "pair"}])
def test_every_other_key_is_needed(tmp_path: Path, key: str) -> None:
    """A rule that does not say why it matters is not finished."""
    path = written(tmp_path)
    kept = {name: value for name, value in RULE.items() if name != key}
    path.write_text(yaml.safe_dump(kept, sort_keys=False), encoding="utf-8")
    with pytest.raises(BadFileError, match=f"key `{key}` is missing"):
        read_files([path])


def test_a_place_in_a_list_is_the_place_of_its_entry(tmp_path: Path) -> None:
    """So that an editor's cursor lands on it."""
    path = tmp_path / "short.yaml"
    path.write_text(
        "id: short\ncompare: pairs\nleft: {kind: date}\nunless:\n- alike: 3\n- alkie: 3\npair:\n  same: [axis, unti]\n",
        encoding="utf-8",
    )
    with pytest.raises(BadFileError) as caught:
        read_files([path])
    told = str(caught.value).splitlines()
    assert f"{path}:6:3: unknown column `alkie`, did you mean `alike`?" in told
    assert any(line.startswith(f"{path}:8:16: unknown column `unti`") for line in told)


plain = st.recursive(
    st.none() | st.sampled_from(["pairs", "series", "claims", "body", "alike", "{left.text}", "3", "overlaps", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["alike", "kind", "eq", "gt", "overlaps", "tolerance", "same", "x"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=150, derandomize=True)
@given(st.dictionaries(st.sampled_from([*RULE, "where", "right", "when", "unless", "x"]), plain) | plain)
def test_whatever_a_file_holds_is_verified(raw: Any) -> None:  # noqa: ANN401 - whatever YAML allows
    """Every mistake is told with the keys that lead to it, and nothing raises."""
    for place, message in verify(raw):
        assert message
        node = raw
        for step in place:
            if isinstance(node, dict) and step in node:
                node = node[step]
