"""Words stand in the tables of a language, where whoever speaks it finds them, and not in the code."""

import ast
import re
import re._parser as parser  # type: ignore[import-not-found] - what re itself reads patterns with
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

import auditor
from auditor.extract.calendar.grammar import PATTERNS
from auditor.extract.calendar.period import Grain
from auditor.extract.events.stages import STATUSES, progress
from auditor.extract.quantity.units import units
from auditor.extract.triggers import Kind as TriggerKind
from auditor.model import Kind, Qualifier, ZoneName

_CODE = Path(auditor.__file__).parent
_FOLDERS = ("extract", "read", "compare", "digests", "disputes", "versions")
"""What reads texts; other packages read and write the words of the project."""
_MODULES = sorted(
    {*_CODE.glob("*.py"), *(module for folder in _FOLDERS for module in (_CODE / folder).rglob("*.py"))}
    - {_CODE / "tomlfile.py"}
)
_PAGES = {*(_CODE / "read/pages").glob("*.py")}
"""They spell out the names of HTML, of style sheets and of linked data."""
_GRAMMAR = _CODE / "extract/calendar/grammar.py"
"""Its patterns are of letters that each stand for a token of a date."""

_WORD = re.compile(r"[a-z]+(?:[ '’_-][a-z]+)*")
_MOST = 2
"""So few words may belong to how a rule works; more are vocabulary."""
_PATTERN = re.compile(r"\\[bBdDsSwWZ]|\(\?")
_NAMES: list[set[str]] = [
    {*get_args(Grain), "weekday"},
    {"office", "job", "rank", "royal"},
    {"digits", "words", "part", "multiple", "twice", "vague"},
]
"""What dates, titles and numbers are of."""
_NO_WORDS = frozenset({"http", "https", "www"})


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


def _patterns(code: str) -> Iterator[str]:
    """The patterns that code spells out, whole or in part; a digit stands for what it fills in."""
    tree = ast.parse(code)
    nodes = [*ast.walk(tree)]
    within = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    within |= {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    compiled = {
        id(node.args[0])
        for node in nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args
    }
    for node in nodes:
        text = _text(node)
        if text is not None and id(node) not in within and (id(node) in compiled or _PATTERN.search(text)):
            yield text


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _words(pattern: str) -> list[str]:
    """The words that a pattern spells out: two letters or more in a row, a capital or a small one counting as one."""
    return [
        word for word in _runs(parser.parse(pattern)) if len(word) > 1 and not word.isupper() and word not in _NO_WORDS
    ]


def _runs(items: Any) -> Iterator[str]:  # noqa: ANN401 - how re keeps patterns
    run = ""
    for operation, value in items:
        letter = _letter(operation, value)
        if letter:
            run += letter
            continue
        yield run
        run = ""
        parts = value if isinstance(value, tuple | list) else [value]
        for part in [inner for some in parts for inner in (some if isinstance(some, list) else [some])]:
            if isinstance(part, parser.SubPattern):
                yield from _runs(part)
    yield run


def _letter(operation: object, value: Any) -> str:  # noqa: ANN401
    """The letter that a part of a pattern stands for: "a", "[Aa]", "a?"; nothing where it is none."""
    if operation == parser.MAX_REPEAT and value[1] == 1 and len(value[2]) == 1:
        return _letter(*value[2][0])
    if operation == parser.IN:
        letters = {chr(one).lower() if isinstance(one, int) else "" for _, one in value}
        return letters.pop() if len(letters) == 1 and "".join(letters).isalpha() else ""
    return chr(value) if operation == parser.LITERAL and chr(value).isalpha() else ""


def _vocabularies() -> list[set[str]]:
    """The names that the project itself gives to kinds, stages, units and zones: no words of a text."""
    types = (Kind, Qualifier, ZoneName, TriggerKind)
    stages = {sense.stage for senses in progress().verbs.values() for sense in senses}
    dimensions = {unit.dimension for unit in units().values()}
    return [*({*get_args(some)} for some in types), {*PATTERNS}, {*STATUSES.kinds}, stages, dimensions, *_NAMES]


def test_no_list_of_words_stands_in_code() -> None:
    """A longer set of plain words is read from a table."""
    known = _vocabularies()
    found = [(name, words) for name, code in _codes() for words in _sets(code) if len(words) > _MOST]
    assert [(name, sorted(words)) for name, words in found if not any(words <= names for names in known)] == []


def test_no_pattern_in_code_has_words() -> None:
    """A pattern with a word in it is one of a table of phrases."""
    patterns = [(name, text) for name, code in _codes(but=_GRAMMAR) for text in _patterns(code)]
    assert [(name, text, words) for name, text in patterns if (words := _words(text))] == []


def _codes(but: Path | None = None) -> list[tuple[str, str]]:
    """The modules that read texts, each with its code."""
    modules = sorted({*_MODULES} - _PAGES - {but})
    return [(str(module.relative_to(_CODE)), module.read_text(encoding="utf-8")) for module in modules]


def test_lists_are_found_however_they_are_written() -> None:
    """As a set or as what becomes one; signs and words in capitals do not count."""
    assert [*_sets('a = {"up", "as good as", "%", "Mr"}')] == [{"up", "as good as"}]
    assert [*_sets('a = frozenset(("up", "down"))'), *_sets('a = set(["up", 5])')] == [{"up", "down"}, {"up"}]
    assert [*_sets("a = frozenset(words)")] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (r're.compile(r"\s(?:of|to)\b")', ["of", "to"]),
        (r're.compile(rf"\b{some}(?!\sago)$")', ["ago"]),
        (r're.search(r"[Tt]he +(x)", text)', ["the"]),
        (r'_PART = r"(?<!in) an?"', ["in", "an"]),
        (r're.compile(r"https?://[a-z]+|\d{4}-W\d\d|XXXX|M{0,3}")', []),
        ('"""A docstring with (?P<name>words) in it."""', []),
    ],
)
def test_words_are_found_wherever_they_stand_in_a_pattern(code: str, words: list[str]) -> None:
    """Between brackets, in what looks ahead or behind, beside what is filled in, with a capital or a plural."""
    assert [word for text in _patterns(code) for word in _words(text)] == words
