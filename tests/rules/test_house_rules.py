"""Rules that a newsroom might write for itself, each in one file: what the vocabulary can say."""

from pathlib import Path

import pytest

from auditor.rules import Rule, read_files
from auditor.rules.writing.examples import check

HOUSE = [file.rule for file in read_files([Path(__file__).parent / "house"])]


@pytest.mark.parametrize("rule", HOUSE, ids=lambda rule: rule.id)
def test_a_house_rule_does_what_its_examples_say(rule: Rule) -> None:
    """It fires where it should, and is silent where it should."""
    assert [str(result) for result in check([rule]) if not result.holds] == []
