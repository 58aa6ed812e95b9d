"""YAML with positions: what is refused, where each mistake is placed, and the exact words of every message."""

from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, field_validator

from auditor.errors import BadFileError
from auditor.yamlfile import load, validate


class Part(BaseModel):
    """An inner shape."""

    model_config = ConfigDict(extra="forbid")
    name: str
    day: date
    level: Literal["low", "high"] = "low"


class Shape(BaseModel):
    """An outer shape."""

    model_config = ConfigDict(extra="forbid")
    parts: tuple[Part, ...] = ()
    count: int = 0
    extra: Part | str | None = None

    @field_validator("count")
    @classmethod
    def within_limit(cls, value: int) -> int:
        """A check of the model's own."""
        if value > 10:
            raise ValueError(f"{value} is more than 10")
        return value


def refusal(text: str) -> str:
    """What is said of a text that is refused."""
    with pytest.raises(BadFileError) as caught:
        validate(load(text, "f.yaml"), Shape)
    return str(caught.value)


def test_scalars_stay_as_written() -> None:
    """Nothing becomes a boolean, a number or a day by itself."""
    assert load("[NO, 12:30, 010, 2024-06-12, 'null', null, ~, ]", "f").plain() == [
        "NO",
        "12:30",
        "010",
        "2024-06-12",
        "null",
        None,
        None,
    ]


def test_positions() -> None:
    """Keys and values know their line and column, counted from 1."""
    node = load("a:\n  - é: x\n", "f")
    inner = node.at("a", 0)
    assert (inner.line, inner.column) == (2, 5)
    assert inner.keys == {"é": (2, 5)}
    assert (inner.at("é").line, inner.at("é").column) == (2, 8)
    assert str(inner.problem("odd", key="é")) == "f:2:5: odd"
    assert str(node.problem("odd")) == "f:1:1: odd"


def test_first_line_moves_positions() -> None:
    """Front matter begins on line 2 of its file."""
    assert load("a: 1", "f", first_line=2).at("a").line == 2


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_nothing_is_none(text: str) -> None:
    """A file without a value has the value None."""
    assert load(text, "f").plain() is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("count: 1\ncount: 2", "f.yaml:2:1: duplicate key `count`, first on line 1"),
        ("count: &x 1", "f.yaml:1:8: anchors are not allowed (&x); put a text that begins with & in quotes"),
        ("count: !!int 1", "f.yaml:1:8: tags are not allowed (tag:yaml.org,2002:int)"),
        ("---\n{}\n---\n{}", "f.yaml:3:1: more than one YAML document in a file"),
        ("? [a]\n: b", "f.yaml:1:3: a key must be a word or a text"),
        ("[" * 1000, "f.yaml:1:51: nested deeper than 50 levels"),
        (
            "count: 1: 2",
            "f.yaml:1:9: is not YAML: a colon too many: put the text in quotes, or look at the indentation",
        ),
        (
            "count: '1",
            "f.yaml:1:10: is not YAML: a quotation mark is not closed, or a backslash stands before what needs none",
        ),
        (
            "a: {b: c\nd: e",
            "f.yaml:1:4: is not YAML: a `{` is not closed, or a comma is missing (noticed on line 2)",
        ),
        ("a: b\n\tc: d", "f.yaml:2:1: is not YAML: a tab; use blanks instead"),
        ("a:\n\tb: c", "f.yaml:2:1: is not YAML: a tab; use blanks instead"),
        ("a: @b", "f.yaml:1:4: is not YAML: put what begins with `@` in quotes"),
        (
            "a: b\nc\nd: e",
            "f.yaml:2:1: is not YAML: a key without its colon, or without a blank behind it (noticed on line 3)",
        ),
        ("\ncount: \x07", "f.yaml:2:8: is not YAML: a character that YAML does not allow"),
        ("\ncount: \ud800", "f.yaml:2:8: is not YAML: half a surrogate pair"),
        ("x" * 5_000_001, "f.yaml: too large: 5,000,001 characters, at most 5,000,000"),
    ],
)
def test_refused_yaml(text: str, message: str) -> None:
    """What could harm or mislead is refused with its place."""
    assert refusal(text) == message


def test_aliases_are_refused_with_all_else_that_is_wrong() -> None:
    """All mistakes are listed at once, in the order of their places."""
    assert refusal("a: &x [1]\nb: *x\nb: 2").splitlines() == [
        "f.yaml:1:4: anchors are not allowed (&x); put a text that begins with & in quotes",
        "f.yaml:2:4: aliases are not allowed (*x); write the value again",
        "f.yaml:3:1: duplicate key `b`, first on line 2",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("coutn: 3", "f.yaml:1:1: unknown key `coutn`, did you mean `count`?"),
        ("quokka: 3", "f.yaml:1:1: unknown key `quokka`; known here are count, extra, parts"),
        ("parts:\n- name: a\n  day: 2024-01-02\n  dya: a", "f.yaml:4:3: unknown key `dya`, did you mean `day`?"),
        ("parts:\n- name: a", "f.yaml:2:3: key `day` is missing"),
        (
            "parts:\n- {name: a, day: 2024-01-02, level: hihg}",
            "f.yaml:2:37: `level`: must be `low` or `high`, not `hihg`, did you mean `high`?",
        ),
        ("parts:\n- 3", "f.yaml:2:3: `parts`: expected keys with values, not `3`"),
        (
            "count: many",
            "f.yaml:1:8: `count`: must be a whole number, not `many`",
        ),
        ("count: 11", "f.yaml:1:8: `count`: 11 is more than 10"),
        ("- a", "f.yaml:1:1: expected keys with values, not a list"),
        ("", "f.yaml:1:1: expected keys with values, not nothing"),
    ],
)
def test_wrong_shape(text: str, message: str) -> None:
    """A model's complaints are said in the file's terms, with the nearest right key or word."""
    assert refusal(text) == message


def test_unknown_key_inside_a_union() -> None:
    """The members of a union are no keys, but theirs are known."""
    assert "f.yaml:1:9: unknown key `nam`, did you mean `name`?" in refusal("extra: {nam: 3}").splitlines()


def test_files(tmp_path: Path) -> None:
    """A file is read as UTF-8, with or without a byte order mark."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfcount: 3")
    assert validate(load(file), Shape).count == 3
    file.write_bytes(b"count: \xe9")
    with pytest.raises(BadFileError) as caught:
        load(file, "a.yaml")
    assert str(caught.value) == "a.yaml:1:8: is not UTF-8 text (byte 8); save it as UTF-8"
    with pytest.raises(BadFileError) as caught:
        load(tmp_path / "b.yaml", "b.yaml")
    assert str(caught.value) == "b.yaml: cannot be read: No such file or directory"


@given(st.text() | st.text(alphabet="ab: -\n[]{}&*!?|>'\"#%,~é\t"))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the reader fail in any other way."""
    try:
        validate(load(text, "f"), Shape)
    except BadFileError:
        return
