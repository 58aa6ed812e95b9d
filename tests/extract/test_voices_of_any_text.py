"""Whatever the text, people, voices and things are read without a crash, at exact places, in linear time."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.extract.document import Document
from auditor.extract.events import statuses
from auditor.extract.people import names, roles
from auditor.extract.sentence import context
from auditor.extract.sentence.sentences import sentences
from auditor.extract.speech import quotations
from auditor.model import Claim, Zone

WORDS = st.sampled_from(
    [
        "NATO",
        "Secretary",
        "General",
        "Jens",
        "Brandt",
        "President",
        "the",
        "former",
        "ex-president",
        "of",
        "and",
        ",",
        ".",
        ":",
        ";",
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "–",
        "said",
        "told",
        "he",
        "she",
        "Minister",
        "for",
        "Defence",
        "Ukraine",
        "Ukraine’s",
        "was",
        "signed",
        "will",
        "approve",
        "a",
        "plan",
        "Centre",
        "not",
        "if",
        "could",
        "according",
        "to",
        "\n\n",
        "\n",
        "•",
        "decided",
        "to",
        "create",
        "arrested",
        "40",
        "Mr.",
        "U.S.",
        "denied",
        "that",
        "by",
        "told",
        "CEO",
        "acting",
        "-designate",
        "chief",
        "Anna-Lena",
        "d’Arc",
        "al-Farsi",
        "\xa0",
        "\u202e",
        "\x00",
        "�",
        "1,000",
        "%",
        "“”",
        "’s",
        "S",
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80)


def extract(document: Document) -> list[Claim]:
    """All claims of people, voices and things, with their context."""
    document.sentences = sentences(document.text)
    found: list[Claim] = []
    for one in (roles.roles, quotations.quotations, statuses.statuses, names.names):
        found += one(document)
    context.apply(document, found)
    return found


@settings(max_examples=400)
@given(TEXTS, st.booleans())
@example(text="NATO Secretary Ann Lee spoke in 1999", headline=False)
def test_claims_stand_where_they_say(text: str, headline: bool) -> None:  # noqa: FBT001 - a drawn value
    """A claim's offsets give its text, inside its sentence or out of all."""
    document = Document(text, zones=(Zone("headline", 0, len(text)),) if headline else ())
    for claim in extract(document):
        assert text[claim.start : claim.end] == claim.text != ""
        assert claim.sentence is None or claim.sentence[0] <= claim.start


@settings(max_examples=50)
@given(TEXTS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    """Nothing is remembered from one reading to the next."""
    assert extract(Document(text)) == extract(Document(text))


@pytest.mark.parametrize(
    "piece",
    [
        "President ", "NATO Secretary General ", "“a ", "' ", "said ", "was signed ", "decided to create a ",
        "Ann Lee, ", "Jens Brandt, the president of ", "and ", "A", "Of The ", "a. ", ", and ", "will ",
        "J. ", "X-", "’s ", "“Ann Lee said 5” ", "Jens Brandt, ", "President Ann Lee said he ",
    ],
)  # fmt: skip
def test_a_long_line_costs_no_more_than_its_length(piece: str) -> None:
    """One line of a hundred thousand characters of the same is read to its end."""
    text = piece * (100_000 // len(piece))
    assert all(claim.end <= len(text) for claim in extract(Document(text)))
