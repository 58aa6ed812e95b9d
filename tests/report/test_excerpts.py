"""Quoting a source: around the claim, never too long, with nothing hidden."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Claim, Interval, Source
from auditor.report.excerpts import Piece, excerpt
from auditor.wording.shown import LONGEST, shorten

NUMBER = Interval("9", "9", "9")


def quoted(text: str, *spans: tuple[int, int], sentence: tuple[int, int] | None = None) -> str:
    """An excerpt with its marks in square brackets."""
    source = Source(id="a", story="s", text=text)
    claims = [
        Claim("quantity", start, end, text[start:end], NUMBER, sentence=sentence, source="a") for start, end in spans
    ]
    return "".join(f"[{piece.text}]" if piece.mark else piece.text for piece in excerpt(source, claims))


def test_a_sentence_is_quoted_whole_with_its_claims_marked() -> None:
    """Neighbouring sentences are left out."""
    text = "First one. Nine of ten agreed. Last one."
    assert quoted(text, (11, 15), (19, 22), sentence=(11, 30)) == "[Nine] of [ten] agreed."


def test_claims_that_overlap_are_one_mark() -> None:
    """Marks do not nest."""
    assert quoted("Nine of ten agreed.", (0, 11), (8, 18), sentence=(0, 19)) == "[Nine of ten agreed]."


def test_without_a_sentence_the_line_is_quoted() -> None:
    """A date that stands by itself is shown with its line."""
    assert quoted("Title\n• 3 May 2021 •\nBody", (8, 18)) == "• [3 May 2021] •"


def test_a_long_sentence_is_cut_around_its_claims_between_words() -> None:
    """What is far from every claim becomes an ellipsis."""
    text = "word " * 20_000 + "nine boats " + "word " * 20_000 + "ten boats."
    start, far = text.index("nine"), text.index("ten")
    result = quoted(text, (start, start + 10), (far, far + 9), sentence=(0, len(text)))
    assert len(result) < 3 * LONGEST
    assert result.startswith("… word ")
    assert "word [nine boats] word" in result
    assert "word … word" in result
    assert result.endswith("[ten boats].")


def test_a_long_claim_keeps_its_beginning_and_its_end() -> None:
    """A quotation of 100,000 characters is not printed in full."""
    text = "He said: " + "yes " * 25_000 + "indeed."
    result = quoted(text, (9, len(text)), sentence=(0, len(text)))
    assert len(result) < LONGEST
    assert result.startswith("He said: [yes yes")
    assert result.endswith("yes indeed.]")


def test_a_claim_that_is_not_where_it_says_is_quoted_by_itself() -> None:
    """Wrong offsets never quote the wrong words."""
    source = Source(id="a", story="s", text="Nothing here.")
    claim = Claim("quantity", 2, 6, "nine", NUMBER, source="a")
    assert excerpt(source, [claim]) == [Piece("nine", mark=True)]


def test_a_reference_is_quoted_unmarked() -> None:
    """An established fact is no part of a text."""
    claim = Claim("quantity", 0, 0, "It was nine.", NUMBER, source="reference:x")
    assert excerpt(None, [claim]) == [Piece("It was nine.")]


@given(st.text(alphabet=st.characters() | st.sampled_from("\n .“”"), min_size=1), st.data())
def test_the_claim_is_in_its_excerpt(text: str, data: st.DataObject) -> None:
    """Whatever the text, the marked words are the claim's, and nothing crashes."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pieces = excerpt(
        Source(id="a", story="s", text=text), [Claim("name", start, end, text[start:end], NUMBER, source="a")]
    )
    assert [piece.text for piece in pieces if piece.mark] == [shorten(text[start:end], 320)]
