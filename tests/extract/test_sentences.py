"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.sentence.sentences import sentences

SPLITS = {
    "two sentences": ("The dam broke. Nobody was hurt.", ["The dam broke.", "Nobody was hurt."]),
    "courtesy titles": ("Mr. Hale met Dr. Ito. They talked.", ["Mr. Hale met Dr. Ito.", "They talked."]),
    "initials": ("J. K. Olsen won. He smiled.", ["J. K. Olsen won.", "He smiled."]),
    "months": ("It opened on Jan. 5. Rain fell.", ["It opened on Jan. 5.", "Rain fell."]),
    "decimals": ("It cost $3.5 million. It sank.", ["It cost $3.5 million.", "It sank."]),
    "country inside": ("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
    "country at the end": ("He left the U.S. The plane was late.", ["He left the U.S.", "The plane was late."]),
    "hours": ("It ends at 5 p.m. Then we eat.", ["It ends at 5 p.m.", "Then we eat."]),
    "companies": ("Acme Inc. Robotics fell. It rose.", ["Acme Inc. Robotics fell.", "It rose."]),
    "taken apart": ("the dam broke . 12 men ran ... and hid .", ["the dam broke .", "12 men ran ... and hid ."]),
    "closing quotes": ("“We lost.” He left. ‘Go.’ She stayed.", ["“We lost.”", "He left.", "‘Go.’", "She stayed."]),
    "quote goes on": ("“Stop!” he said. “Why?” she asked.", ["“Stop!” he said.", "“Why?” she asked."]),
    "ellipsis": ("He waited… and left. Then… Silence.", ["He waited… and left.", "Then…", "Silence."]),
    "wrapped lines": (
        "The river rose over\nthe bank in May\nand June.",
        ["The river rose over\nthe bank in May\nand June."],
    ),
    "wrapped before a name": (
        "The river rose over the old stone bank and then\nMarta left for the hills with her two sons.",
        ["The river rose over the old stone bank and then\nMarta left for the hills with her two sons."],
    ),
    "blank line": ("A headline\n\nThe text begins.", ["A headline", "The text begins."]),
    "blank line with blanks": ("A headline\n  \t\nThe text", ["A headline", "The text"]),
    "bullets": ("• One thing\n• Another\n- a third", ["• One thing", "• Another", "- a third"]),
    "numbered": ("1. One thing\n2. Another", ["1. One thing", "2. Another"]),
    "short line before a long one": (
        "21:13 11.06\nHarbour strike enters its third week as talks fail",
        ["21:13 11.06", "Harbour strike enters its third week as talks fail"],
    ),
    "number words": ("No. 5 won. No. It lost.", ["No. 5 won.", "No.", "It lost."]),
    "question and exclamation": ("Why? Nobody knows! Odd.", ["Why?", "Nobody knows!", "Odd."]),
    "nothing": (" \n ", []),
}


@pytest.mark.parametrize(("text", "wanted"), SPLITS.values(), ids=SPLITS)
def test_splits(text: str, wanted: list[str]) -> None:
    """Each text falls into the sentences a reader sees."""
    assert [text[start:end] for start, end in sentences(text)] == wanted


@given(st.text(alphabet=st.sampled_from("aA. \n\t•-“”\"'!?…1M r") | st.characters(), max_size=200))
def test_covers_all_but_white_space(text: str) -> None:
    """Sentences are in order, apart, trimmed, and leave nothing out but white space."""
    spans = sentences(text)
    edge = 0
    for start, end in spans:
        assert edge <= start < end
        assert not text[edge:start].strip()
        assert text[start:end] == text[start:end].strip()
        edge = end
    assert not text[edge:].strip()
