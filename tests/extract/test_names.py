"""Proper names and slips of spelling."""

import pytest

from auditor.extract.document import Document
from auditor.extract.people.names import names
from auditor.extract.sentence.sentences import sentences

NAMES = {
    "of and the": ("She chairs the Bank of the Northern Isles today.", ["Bank of the Northern Isles"]),
    "two names at and": ("Talks between Canada and Norway stalled.", ["Canada", "Norway"]),
    "one name with and": ("The Health and Safety Agency agreed.", ["Health and Safety Agency"]),
    "a list inside a name": (
        "They run a Rescue, Research and Training Centre in Oslo.",
        ["Rescue, Research and Training Centre", "Oslo"],
    ),
    "hyphens and acronyms": ("It joined the EU-Norway Fisheries Board.", ["EU-Norway Fisheries Board"]),
    "office apart from person": ("It was Defence Minister Olga Brandt who called.", ["Olga Brandt"]),
    "courtesy titles": ("They saw Mr Brandtner leave.", ["Brandtner"]),
    "possessives": ("It was Denmark’s Blue Harbour Plan.", ["Denmark", "Blue Harbour Plan"]),
    "days and months": ("It ends on Monday in April.", []),
    "start of a sentence": ("However, it ended. Ministers left.", []),
    "short words": ("It was in Lima with Ann. Rome fell, said Kim.", ["Lima"]),
    "headlines in capitals": ("Big Storm Hits The Northern Coast And Closes Two Ports", []),
}


def found(text: str) -> list[str]:
    """The texts of all name claims."""
    return [claim.text for claim in names(Document(text, sentences=sentences(text)))]


@pytest.mark.parametrize(("text", "wanted"), NAMES.values(), ids=NAMES)
def test_finds_names(text: str, wanted: list[str]) -> None:
    """Names are found whole, and words that only open a sentence are not."""
    assert found(text) == wanted


def test_finds_a_slip_at_the_start_of_a_sentence() -> None:
    """A rare word one letter from a frequent one is claimed, with the mentions of the other."""
    text = "Minsters met. Ministers spoke. The NATO Ministers left. Minister Olsen stayed."
    assert [name for name in found(text) if name.startswith("Min")] == ["Minsters", "Ministers"]


def test_two_orthographies_are_two_names() -> None:
    """Variants stay as spelled; what is another name stays another."""
    text = "They praised the Defense Supply Pledge, the Defence Supply Pledge and the Defence Growth Pledge."
    assert found(text) == ["Defense Supply Pledge", "Defence Supply Pledge", "Defence Growth Pledge"]


def test_repeats_a_name_a_few_times_only() -> None:
    """A name in every sentence of a long text does not fill the claims."""
    assert len(found("They left Trondheim early. " * 50)) == 5
