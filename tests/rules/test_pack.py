"""The rules that come with the auditor do what their examples say."""

import re
from pathlib import Path

import pytest

from auditor.rules import Rule, load, packaged
from auditor.rules.running.compile import compiled
from auditor.rules.running.exchanged import is_mutual
from auditor.rules.writing.examples import Result, check
from auditor.rules.writing.mutations import mutate

PACK = {rule.id: rule for rule in load()}
_LEAST = 2
_NOTICED = 0.9


@pytest.mark.parametrize("name", PACK)
def test_examples_of_each_rule_hold(name: str) -> None:
    """What must fire fires, what must stay silent is silent, and a known miss is still missed."""
    assert [str(result) for result in check([PACK[name]]) if not result.holds] == []


@pytest.mark.parametrize("rule", PACK.values(), ids=list(PACK))
def test_each_rule_shows_both_sides(rule: Rule) -> None:
    """Two examples of each kind at least."""
    assert len(rule.examples.fires) >= _LEAST
    assert len(rule.examples.silent) >= _LEAST


@pytest.mark.parametrize("rule", PACK.values(), ids=list(PACK))
def test_each_rule_speaks_in_sentences(rule: Rule) -> None:
    """An editor reads why it matters and what to do."""
    for words in (rule.why, rule.next):
        assert re.match(r'["A-Z]', words), words
        assert words.endswith((".", "?")), words
    assert not rule.title.endswith(".")


@pytest.mark.parametrize("rule", [rule for rule in PACK.values() if is_mutual(rule)], ids=lambda rule: rule.id)
def test_no_rule_says_twice_what_holds_either_way(rule: Rule) -> None:
    """An exception for the one claim is one for the other."""
    exempt = [frozenset(selection) for selection in compiled(rule).unless]
    assert len(exempt) == len({*exempt})


def test_every_rule_file_is_named_after_its_rule() -> None:
    """The folder holds the rules and nothing that only looks like one."""
    assert sorted(path.stem for path in packaged().iterdir() if path.suffix == ".yaml") == sorted(PACK)


def test_errors_are_contradictions() -> None:
    """Only what cannot be true is an error; a matter of style never is."""
    for rule in PACK.values():
        assert rule.severity != "error" or rule.verdict in {"contradiction", "impossible"}
        assert rule.severity == "note" or rule.verdict not in {"variant", "update"}


def test_a_result_says_what_was_expected() -> None:
    """One line a person can act on."""
    assert str(Result("r", "fires", 0, expected=True, findings=())) == "fires 1: silent, should fire"
    fired = Result("r", "silent", 1, expected=False, findings=("9 or 10",))
    assert str(fired) == "silent 2: fired: 9 or 10, should be silent"
    assert not fired.holds


def test_packaged_rules_are_in_the_repository() -> None:
    """An installation from the source tree reads the folder at its root."""
    assert packaged().is_dir()
    assert isinstance(packaged(), Path)


def test_the_pack_notices_what_changes_its_silent_examples() -> None:
    """Nine of ten changes that some rule could notice; `auditor rules test --mutate` lists the others."""
    rules = [rule for rule in PACK.values() if rule.group in {"people", "quotations", "events"}]
    counted = [mutant for mutant in mutate(rules, [*PACK.values()]) if mutant.counts]
    assert len(counted) > len(rules)
    assert sum(mutant.noticed for mutant in counted) >= _NOTICED * len(counted)
