"""Whatever is in a file, the command ends with an exit code and clear lines, never by a fault of its own."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rulemaking import written
from running import WRONG, Auditor

SOMETIMES = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
WORDS = [
    *("---\n", "title: ", "published: 2024-03-01\n", "url: https://a.example/2024/03/01\n", "\n\n", "“", "”"),
    *("\0", "\u202e"),
    *("€14 million ", "30 February 2024", "Mayor ", "Ann Lee ", "said ", "more than 99% of ", "decided to build ", "é"),
    *(
        "dozens of ",
        "since the flood ",
        "; ",
        ". ",
        "{",
        "}",
        ": ",
        "- ",
        "[",
        "&a ",
        "*a ",
        "!!python/name:os ",
        "\u202e",
    ),
]
PIECES = st.lists(st.sampled_from(WORDS), max_size=40).map("".join).map(str.encode)
ANYTHING = st.binary(max_size=300) | PIECES | st.tuples(PIECES, st.binary(max_size=20), PIECES).map(b"".join)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.html"])
@given(data=ANYTHING)
@SOMETIMES
def test_any_source(auditor: Auditor, name: str, data: bytes) -> None:
    """It is read and audited, or told to be no source."""
    run = auditor("check", auditor.source(name, data), "-o", "text", "-o", "html:page.html", "-o", "json:report.json")
    assert run.code in {0, 1, 2}
    assert (run.code == 2) == bool(run.err)
    assert "internal error" not in run.err
    assert all(line.startswith("auditor: ") for line in run.err.splitlines())


@given(data=ANYTHING)
@SOMETIMES
def test_any_facts(auditor: Auditor, data: bytes) -> None:
    """They are used, or every mistake is told."""
    run = auditor("check", auditor.source("a.txt", WRONG), "--reference", auditor.source("facts.yaml", data))
    assert "internal error" not in run.err
    assert (run.code == 2) == run.err.startswith("auditor: facts.yaml:")


@given(data=ANYTHING, place=st.integers(0, 600))
@SOMETIMES
def test_any_rule(auditor: Auditor, data: bytes, place: int) -> None:
    """One that was broken somewhere is as good as before, or every mistake is told."""
    rule = written(auditor.folder)
    whole = rule.read_bytes()
    rule.write_bytes(whole[:place] + data + whole[place:])
    run = auditor("rules", "show", "two-figures", "--rules", "two-figures.yaml")
    assert "internal error" not in run.err
    assert run.code == 0 or (run.code == 2 and all(line.startswith("auditor: ") for line in run.err.splitlines()))
