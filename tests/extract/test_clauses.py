"""Clauses, how sure they are, and on which side of the present a date lies."""

import re

import pytest

from auditor.extract.calendar.tense import direction
from auditor.extract.calendar.tokens import tokens
from auditor.extract.document import Document
from auditor.extract.sentence.clauses import Clauses
from auditor.extract.sentence.sentences import sentences

SURE = [
    ("If it rains, #1 may fall but #2 will stay.", ["hypothetical", "hypothetical"]),
    ("The firm did not cut #1; it cut #2.", ["denied", "stated"]),
    ("#1 fell while #2 rose.", ["stated", "stated"]),
    ("The mine will not reopen on #1, and the mill won't cost #2.", ["denied", "denied"]),
    ("The mine cannot take #1.", ["denied"]),
    ("The ministry denied that #1 died, but #2 did.", ["denied", "stated"]),
    ("More than expected, #1 came.", ["stated"]),
    ("He was denied bail for #1 days.", ["stated"]),
    ("Was it #1?", ["hypothetical"]),
    ("It plans to hire #1, and the union wants #2.", ["planned", "proposed"]),
    ("If approved, the plan will cost #1.", ["hypothetical"]),
]
SIDES = [
    ("He spoke on @.", -1),
    ("He will speak on @.", 1),
    ("He spoke until @.", 1),
    ("She said he would go on @.", 1),
    ("It was to be held on @.", 1),
    ("A pact to sign @", 1),
    ("@: a strike will begin.", 1),
    ("The work is due on @.", 1),
    ("He left. Rain on @", 0),
    ("The United team on @", 0),
    ("May Brown on @", 0),
]
LETTERS = [
    ("on 4 May 1987 in", "iDmYi"),
    ("Jan. 5", "m.D"),
    ("the '90s", "d^S"),
    ("15:47 and 5pm", "T&T"),
    ("$2019 and 25%", "$Y&D%"),
    ("last two weeks", "LcP"),
    ("1,998 shares", "Zx"),
    ("3rd of March", "Ofm"),
    ("mid-2023", "e=Y"),
    ("a year and a half ago", "1U&1hG"),
    ("13-14 June", "rm"),
    ("2012-13", "R"),
    ("06/12/2024", "A"),
    ("20240612", "C"),
    ("FY24", "g"),
    ("every Sunday", "nW"),
    ("many words of no part\n\nin a date", "xfx!i1b"),
]


@pytest.mark.parametrize(("text", "wanted"), SURE)
def test_says_how_sure_a_clause_is(text: str, wanted: list[str]) -> None:
    """The strongest cue that reaches a place; no cue reaches over a new statement."""
    document = Document(text, sentences=sentences(text))
    clauses = Clauses(document, document.sentences[0])
    assert [clauses.modality(*match.span()) for match in re.finditer(r"#\d", text)] == wanted


def test_a_clause_ends_at_the_boundary_beside_it() -> None:
    """Punctuation and parting words bound it; an addition is loose."""
    text = "Nine came, including #1 children, while #2 stayed; #3 left."
    document = Document(text, sentences=sentences(text))
    clauses = Clauses(document, document.sentences[0])
    found = {match[0]: match.start() for match in re.finditer(r"#\d", text)}
    assert [text[slice(*clauses.clause(place))].strip(" ,") for place in found.values()] == [
        "#1 children",
        "#2 stayed",
        "#3 left.",
    ]
    assert [clauses.loose(place) for place in found.values()] == [True, False, False]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_the_tense_says_on_which_side_a_day_lies(text: str, side: int) -> None:
    """The verb nearest before the date, else the one after it; participles and names say nothing."""
    place = text.index("@")
    assert direction(text, place, place + 1, sentences(text)[-1]) == side


@pytest.mark.parametrize(("text", "letters"), LETTERS)
def test_every_token_has_the_letter_of_its_part(text: str, letters: str) -> None:
    """Runs of words that play no part in a date are one token."""
    found = tokens(text)
    assert found.letters == letters
    assert [text[start:end].lower() for start, end in zip(found.starts, found.ends, strict=True)] == [
        found.word(index) for index in range(len(letters))
    ]
