"""How clauses hang together is data: words joined in a pattern stand in a table of the language."""

import re
from pathlib import Path

import pytest

import auditor.extract.sentence
from auditor.extract.patterns import Patterns, pattern
from auditor.language import load

_CODE = Path(auditor.extract.sentence.__file__).parent
_NAMES = load("clauses", Patterns).patterns
_CHOICE = re.compile(r"re\.compile\([^)]*[a-z]{2,}\|[a-z]{2,}")


@pytest.mark.parametrize("name", _NAMES)
def test_every_pattern_is_one_and_is_used(name: str) -> None:
    """A pattern compiles, and a module of sentences asks for it."""
    assert pattern(name).pattern
    assert any(f'pattern("{name}")' in module.read_text(encoding="utf-8") for module in _CODE.glob("*.py"))


@pytest.mark.parametrize("module", sorted(_CODE.glob("*.py")), ids=lambda path: path.name)
def test_no_choice_of_words_stands_in_a_pattern_in_code(module: Path) -> None:
    """Words that a pattern chooses among are those of a language."""
    assert _CHOICE.search(module.read_text(encoding="utf-8")) is None


def test_capital_letters_are_those_of_all_european_languages() -> None:
    """What stands for them in a table is filled in."""
    assert pattern("named").search("in Łódź") is not None
