"""Spans between quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.speech.quotemarks import quoted

SPANS = {
    "straight": ('She said "stay here" twice.', ["stay here"]),
    "curly": ("She said “stay here” twice.", ["stay here"]),
    "single curly": ("She said ‘stay here’ twice.", ["stay here"]),
    "single straight": ("She said 'stay here' twice.", ["stay here"]),
    "guillemets": ("Elle dit « restez » ici.", ["restez"]),
    "reversed guillemets": ("Er sagt »bleib« hier.", ["bleib"]),
    "low and high": ("Er sagt „bleib hier“ laut.", ["bleib hier"]),
    "backticks": ("she said `` stay here '' twice", ["stay here"]),
    "nested": ("“He cried ‘never’ and left,” she said.", ["He cried ‘never’ and left,", "never"]),
    "apostrophes": ("It's the boys' ball and Ann's; don't.", []),
    "curly apostrophes": ("It’s the boys’ ball and Ann’s; don’t.", []),
    "clipped words": ("Rock 'n' roll of the '60s, and 'em all.", []),
    "feet and inches": ('He is 6\'2" tall; it is 27" wide.', []),
    "possessive inside": ("‘The boys’ team won,’ he said.", ["The boys’ team won,"]),
    "never closed": ("He said “this never ends.\n\nNew paragraph.", []),
    "opened twice": ("He said “this “never” ends.", ["never"]),
    "across paragraphs": ("“One.\n\n“Two,” she said.", ["One.\n\n“Two,"]),
    "unclosed, then another": ('He said "one.\n\nShe said "two" then.', ["two"]),
    "empty": ('He said "" and left.', []),
}


@pytest.mark.parametrize(("text", "wanted"), SPANS.values(), ids=SPANS)
def test_finds_spans(text: str, wanted: list[str]) -> None:
    """What stands between marks is found, and nothing else."""
    assert [text[span.start : span.end] for span in quoted(text)] == wanted


@given(st.text(alphabet="“”\"'‘’«»„`a .,s\n", max_size=120))
def test_spans_lie_within_their_marks(text: str) -> None:
    """Any text gives spans inside their marks, none empty."""
    for span in quoted(text):
        assert 0 <= span.first < span.start < span.end <= span.last - 1 < len(text)


def test_a_mark_that_is_never_closed_costs_nothing() -> None:
    """A hundred thousand opening marks are read in one pass and give nothing."""
    assert quoted("“a " * 100_000) == []
