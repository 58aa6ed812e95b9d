"""Patterns in rules: what is allowed works as in any regular expression, and nothing runs away."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.rules.reading.patterns import LONGEST, compiled

GOOD = [
    "abc",
    r"^\$\d{1,3} billion (US|A)? ?dollars?$",
    r"\b(voter|voters|household)s?\b",
    "[$€£¥].*(dollar|euro)",
    r"XXXX-\d\d-\d\d",
    "[^]]x",
    r"[\]\-a-z]+",
    "(?:ab)+c",
    "a.*b.*c",
    "a+?b{2,}",
]
BAD = [
    "(a+)+",
    "(a|a)*b",
    "(a|aa){2,40}b",
    ".*.*.*b",
    "(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)",
    "a?" * 25 + "a" * 25,
    "(?=x)",
    "(?<!x)y",
    "(?P<n>x)",
    r"(x)\1",
    "(?i)x",
    "(",
    "a)",
    "[a-z",
    "*a",
    "a{,3}b{1,2}{3}",
    "x" * (LONGEST + 1),
]


@pytest.mark.parametrize("pattern", GOOD)
def test_plain_patterns_are_compiled(pattern: str) -> None:
    """They mean what they mean elsewhere."""
    assert compiled(pattern) == re.compile(pattern)


@pytest.mark.parametrize("pattern", BAD)
def test_others_are_refused_with_a_reason(pattern: str) -> None:
    """The reason is one line."""
    with pytest.raises(ValueError, match=r"pattern") as caught:
        compiled(pattern)
    assert "\n" not in str(caught.value)


@given(st.text(alphabet="ab|()*+?{}[]^$.\\,0123?:<=!", max_size=40))
def test_no_pattern_raises_anything_else(pattern: str) -> None:
    """Whatever is written, it is compiled or refused."""
    with suppress(ValueError):
        compiled(pattern).search("ab" * 50)
