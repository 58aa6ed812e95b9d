"""The file of accepted findings: what is written can be read, and what is wrong in it is told at its place."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.baseline import files
from auditor.baseline.files import parse, render
from auditor.errors import BadFileError
from auditor.model import Accepted

ONE = Accepted("figures", "town", "quantity EUR: roof", ("14 EUR", "19 EUR"), reason="a joke", by="Ann Lee")
LINE = render([ONE]).rstrip("\n")

texts = st.text(max_size=30)
accepted = st.builds(
    Accepted,
    rule=texts,
    story=texts,
    slot=texts,
    values=st.sets(texts, max_size=3).map(lambda some: tuple(sorted(some))),
    source=st.none() | texts,
    reason=texts,
    by=texts,
    until=st.none() | st.dates().map(str),
)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(accepted, max_size=5, unique_by=files._bare))  # noqa: SLF001 - what may stand in a file once
def test_what_is_written_is_read(some: list[Accepted]) -> None:
    """Whatever stands in it, in any order, also with the line ends of other systems."""
    written = render(some)
    assert written.count("\n") == len(some)
    assert render(reversed(some)) == written
    assert set(parse(written, "f")) == set(some)
    assert render(parse(written.replace("\n", "\r\n"), "f")) == written


def test_a_line_is_plain_to_read() -> None:
    """All that a reviewer wants to know, and nothing that changes by itself."""
    assert LINE == (
        '{"format": 1, "rule": "figures", "story": "town", "slot": "quantity EUR: roof", '
        '"values": ["14 EUR", "19 EUR"], "reason": "a joke", "by": "Ann Lee"}'
    )


def test_what_a_merge_doubled_counts_once() -> None:
    """Blank lines count nothing, and the order of values is none."""
    turned = LINE.replace('"14 EUR", "19 EUR"', '"19 EUR", "14 EUR"')
    assert parse(f"{LINE}\n\n{LINE}\n{turned}\n", "f") == (ONE,)
    assert parse("", "f") == ()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "f:2:2: is not JSON: Expecting property name"),
        ("<<<<<<< HEAD", "f:2:1: a merge left this mark; keep the lines of both sides, and delete the marks"),
        ("[]", "f:2:1: expected keys with values, not a list"),
        (LINE.replace('"rule"', '"rul"'), "f:2:15: unknown key `rul`, did you mean `rule`?"),
        (LINE.replace('"reason": "a joke", ', ""), "f:2:1: key `reason` is missing"),
        (LINE.replace('"by"', '"by": "Bo", "by"'), "f:2:145: duplicate key `by`"),
        (LINE.replace('["14 EUR", "19 EUR"]', "14"), "f:2:91: `values`: must be a list, not `14`"),
        (LINE.replace('"town"', "3"), "f:2:1: `story`: must be a valid string"),
        (LINE[:-1] + ', "until": "31 May"}', "must be a day such as 2026-12-31, not `31 May`"),
        (LINE[:-1] + ', "until": "2026-02-30"}', "must be a day such as 2026-12-31, not `2026-02-30`"),
        (LINE.replace('"format": 1', '"format": 2'), "format 2 is none that this auditor reads, which is 1; a newer"),
        (LINE.replace('"format": 1', '"format": 0'), "f:2:1: format 0 is none that this auditor reads, which is 1"),
        (LINE.replace("a joke", "an error"), "f:2:1: accepts what line 1 accepts, with another reason; keep one"),
        ("[" * 100_000, "f:2:1: is not JSON: nested too deep"),
    ],
)
def test_a_bad_line_is_told_at_its_place(line: str, problem: str) -> None:
    """With what is wrong and the nearest right thing."""
    with pytest.raises(BadFileError, match=re.escape(problem)):
        parse(f"{LINE}\n{line}\n", "f")


def test_all_mistakes_are_told() -> None:
    """In one go."""
    with pytest.raises(BadFileError) as told:
        parse("{\n[]\n\n}", "f")
    assert [problem.line for problem in told.value.problems] == [1, 2, 4]


def test_a_line_of_an_older_format_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Step by step; beside lines of the newest, as a merge leaves them; and written in the newest."""

    def renamed(record: dict[str, Any]) -> dict[str, Any]:
        return {"format": 2, "reason": record.pop("why"), **{k: v for k, v in record.items() if k != "format"}}

    monkeypatch.setattr(files, "FORMAT", 3)
    monkeypatch.setattr(files, "MIGRATIONS", {1: renamed, 2: lambda record: record | {"format": 3}})
    newest = LINE.replace('"format": 1', '"format": 3')
    oldest = LINE.replace('"reason"', '"why"').replace("town", "village")
    both = parse(f"{newest}\n{oldest}\n", "f")
    assert {one.story for one in both} == {"town", "village"}
    assert {one.reason for one in both} == {"a joke"}
    assert render(both).count('"format": 3') == 2
