"""Lists of words stand in the tables of a language, where whoever speaks it finds them, and not in the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import auditor.extract
from auditor.extract.calendar.grammar import PATTERNS
from auditor.extract.events.stages import table
from auditor.extract.quantity.units import units

_CODE = Path(auditor.extract.__file__).parent
_WORD = re.compile(r"[a-z]+(?:[ '’_-][a-z]+)*")
_MOST = 4
"""So few words may belong to how a rule works; more are vocabulary."""


def _sets(code: str) -> Iterator[frozenset[str]]:
    """The words in small letters of each set that code spells out."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"set", "frozenset"}:
            parts = [part for part in node.args if isinstance(part, ast.Tuple | ast.List)]
        else:
            parts = [node] if isinstance(node, ast.Set) else []
        for part in parts:
            values = (element.value for element in part.elts if isinstance(element, ast.Constant))
            yield frozenset(word for word in values if isinstance(word, str) and _WORD.fullmatch(word))


def _vocabularies() -> list[set[str]]:
    """The names that the project itself gives to kinds of dates, of things and of units: no words of a text."""
    return [{*PATTERNS}, {*table().kinds}, {unit.dimension for unit in units().values()}]


@pytest.mark.parametrize("module", sorted(_CODE.rglob("*.py")), ids=lambda path: str(path.relative_to(_CODE)))
def test_no_list_of_words_stands_in_code(module: Path) -> None:
    """A longer set of plain words is read from a table."""
    found = [words for words in _sets(module.read_text(encoding="utf-8")) if len(words) > _MOST]
    assert [sorted(words) for words in found if not any(words <= names for names in _vocabularies())] == []


def test_lists_are_found_however_they_are_written() -> None:
    """As a set or as what becomes one; signs and words in capitals do not count."""
    assert [*_sets('a = {"up", "as good as", "%", "Mr"}')] == [{"up", "as good as"}]
    assert [*_sets('a = frozenset(("up", "down"))'), *_sets('a = set(["up", 5])')] == [{"up", "down"}, {"up"}]
    assert [*_sets("a = frozenset(words)")] == []
