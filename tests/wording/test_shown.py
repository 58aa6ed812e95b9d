"""Foreign text on one line, with nothing hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.wording.shown import shorten, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\r\n\tb", "a b"),
        ("\x1b[31m", "⟦U+001B⟧[31m"),
        ("a\u202eb\u2069", "a⟦U+202E⟧b⟦U+2069⟧"),
        ("\x00\x7f\x9b", "⟦U+0000⟧⟦U+007F⟧⟦U+009B⟧"),
        ("zero\u200bwidth\ufeff", "zero⟦U+200B⟧width⟦U+FEFF⟧"),
        ("\ud83d", "⟦U+D83D⟧"),
        (
            "soft\u00adhyphen, joiner \u200d, no-break\u00a0space",
            "soft\u00adhyphen, joiner \u200d, no-break\u00a0space",
        ),
    ],
)
def test_what_hides_is_named(text: str, shown: str) -> None:
    """Controls and marks of direction are written out; what words need is left alone."""
    assert visible(text) == shown


@given(st.text(), st.integers(min_value=10, max_value=100))
def test_shortened_text_is_short(text: str, longest: int) -> None:
    """A limit is a limit."""
    assert len(shorten(text, longest)) <= longest + 3
