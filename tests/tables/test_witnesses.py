"""Near-identical texts are one witness, and what a correction takes back is no claim."""

import pytest

from auditor.model import Report, Source
from auditor.pipeline import audit
from auditor.tables.corrections import is_notice, is_taken_back
from auditor.tables.witnesses import witnesses

WIRE = (
    "The bridge over the Marn will stay closed until spring, the roads office said. Engineers found cracks in two of "
    "its piers, and divers are to look at the others before anything is decided about the repairs."
)
OWN = "Drivers will have to go round by Olm for months: cracks were found in the piers of the bridge over the Marn."


def told(*texts: str, story: str = "s") -> dict[str, str]:
    """The witness of each of some texts."""
    return witnesses(Source(f"{story}{place}", story, text) for place, text in enumerate(texts))


def test_one_agency_is_one_witness_however_often_it_is_printed() -> None:
    """With another ending, or another figure."""
    found = told(WIRE, f"{WIRE} Buses run every hour.", WIRE.replace("two", "three"), OWN)
    assert len({found["s0"], found["s1"], found["s2"]}) == 1
    assert found["s3"] == "s3"


def test_stories_have_witnesses_of_their_own() -> None:
    """Nothing is compared across them."""
    assert told(WIRE, story="a") | told(WIRE, story="b") == {"a0": "a0", "b0": "b0"}


def audited(*texts: str) -> Report:
    """Texts of one day, audited."""
    return audit([Source(f"s{place}", "s", text, published="2024-05-01") for place, text in enumerate(texts)])


SEVEN, NINE = (f"In the north, {n} mended roofs were counted by the guild of roofers." for n in (7, 9))
TURNED = "The guild of roofers counted 7 mended roofs in the north."
OTHERS = (
    "Rain is on its way.",
    "The guild meets again in the summer, when the harvest is in, to count the chimneys too.",
)


def test_a_finding_says_how_many_witnesses_each_value_has() -> None:
    """And suspects the value that fewer of them state."""
    report = audited(NINE, f"{SEVEN} {OTHERS[0]}", f"{TURNED} {OTHERS[1]}")
    [finding] = [one for one in report.findings if one.rule == "figures-across-sources"]
    assert [(one.value, one.sources, one.independent) for one in finding.witnesses] == [("7", 2, 2), ("9", 1, 1)]
    assert "7 stands in 2 sources" in finding.why
    assert finding.suspect is not None
    assert finding.suspect.source == "s0"


def test_a_tie_is_said_to_be_one() -> None:
    """Two copies of one text are one witness, and one stands against one."""
    report = audited(NINE, f"{SEVEN} {OTHERS[1]}", f"{SEVEN} {OTHERS[1]}")
    [finding] = [one for one in report.findings if one.rule == "figures-across-sources"]
    assert {(one.value, one.sources, one.independent) for one in finding.witnesses} == {("7", 2, 1), ("9", 1, 1)}
    assert finding.why[-1].startswith("the values have as many independent witnesses")
    assert finding.suspect is None


@pytest.mark.parametrize(
    ("sentence", "figure", "taken_back"),
    [
        ("An earlier version of this article misstated the cost as 40; it is 60.", "40", True),
        ("An earlier version of this article misstated the cost as 40; it is 60.", "60", False),
        ("Correction: The school cost 60, not 40.", "60", False),
        ("Correction: The school cost 60, not 40.", "40", True),
        ("Clarification: the fee is 60 rather than 40.", "40", True),
    ],
)
def test_a_notice_takes_one_value_back_and_gives_another(sentence: str, figure: str, taken_back: bool) -> None:  # noqa: FBT001
    """By the words before it."""
    assert is_notice(sentence)
    assert is_taken_back(sentence, sentence.index(figure)) == taken_back


def test_most_sentences_are_no_notices() -> None:
    """Though they speak of corrections."""
    assert not is_notice("The correction of the river bed cost 60 million euros.")
