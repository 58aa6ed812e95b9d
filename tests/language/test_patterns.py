"""How words hang together is data: words joined in a pattern stand in a table of the language."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

import auditor
from auditor.language import TableError, load
from auditor.language.phrases import Phrases, any_of, pattern, phrase

_CODE = Path(auditor.__file__).parent
_TABLES = sorted(
    file.name.removesuffix(".yaml") for file in files("auditor.language").joinpath("en", "phrases").iterdir()
)
_PATTERNS = {
    (table, name): text for table in _TABLES for name, text in load(f"phrases/{table}", Phrases).patterns.items()
}
_NAMED = re.compile(r"[\"']([a-z_]+)[\"']")
_REFERENCE = re.compile(r"\{([a-z_]+)\}")


def _asked() -> set[tuple[str, str]]:
    """The patterns that modules name which name their table, and those that these are made of."""
    named = [{*_NAMED.findall(module.read_text(encoding="utf-8"))} for module in _CODE.rglob("*.py")]
    left = {(table, name) for table, name in _PATTERNS if any({table, name} <= names for names in named)}
    found: set[tuple[str, str]] = set()
    while left:
        found |= left
        made_of = {(table, part) for table, name in left for part in _REFERENCE.findall(_PATTERNS[table, name])}
        left = {name for name in made_of if name in _PATTERNS} - found
    return found


def test_every_pattern_is_used() -> None:
    """Some module asks for it, or another pattern holds it."""
    assert set(_PATTERNS) == _asked()


def test_every_list_of_words_is_used() -> None:
    """Some module asks for it, or a pattern of its table holds it."""
    named = [{*_NAMED.findall(module.read_text(encoding="utf-8"))} for module in _CODE.rglob("*.py")]
    unused = [
        (table, name)
        for table in _TABLES
        for name in load(f"phrases/{table}", Phrases).words
        if not any({table, name} <= names for names in named)
        and not any(f"{{{name}}}" in text for (of, _), text in _PATTERNS.items() if of == table)
    ]
    assert unused == []


def test_references_stand_for_words_patterns_and_what_is_given() -> None:
    """What stands for them in a table is filled in, the letters of all European languages among it."""
    assert pattern("clauses", "named").search("in Łódź") is not None
    assert pattern("quantities", "ordinal", scale=any_of(["hundred", "million"])).fullmatch(" millionth") is not None


def test_a_reference_to_nothing_is_a_mistake() -> None:
    """It is told with its table."""
    with pytest.raises(TableError, match="quantities: scale: neither words nor a pattern"):
        phrase("quantities", "ordinal")
