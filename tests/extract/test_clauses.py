"""Clauses, how sure they are, and on which side of the present a date lies."""

import re

import pytest

from auditor.extract.calendar.tense import direction
from auditor.extract.calendar.tokens import tokens
from auditor.extract.document import Document
from auditor.extract.sentence.clauses import Clauses
from auditor.extract.sentence.modality import Modalities
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
FIGURES = [
    ("A plan to rebuild #1 mills was dropped after #2 objections were lodged.", ["planned", "stated"]),
    ("The proposal to move #1 stalls drew #2 letters.", ["proposed", "stated"]),
    ("The planned sale of #1 boats, which began in May, has cost #2.", ["planned", "stated"]),
    ("Planned spending of #1 was cut to #2.", ["planned", "stated"]),
    ("The yard wants to spend #1 because #2 boats sank.", ["proposed", "stated"]),
    ("The pier may have been weak when it gave way and #1 people fell.", ["stated"]),
    ("Sales fell #1 after the mill said it could shed #2 staff.", ["stated", "hypothetical"]),
    ("The mill would close when #1 had left.", ["expected"]),
    ("More than #1 guests are expected to come.", ["expected"]),
    ("Profit of #1 will rise to #2.", ["stated", "expected"]),
    ("In Oban a further #1 homes could go.", ["hypothetical"]),
    ("It earned #1, above the #2 expected by banks.", ["stated", "expected"]),
    ("It could close its #1 shops and #2 of the #3 depots.", ["stated", "hypothetical", "stated"]),
    ("It did not name the #1 victims.", ["denied"]),
    ("The #1-seat hall will open.", ["stated"]),
    ("The firm will recall #1 cars, including #2 abroad.", ["planned", "planned"]),
    ("The bill will rise by #1, and the firm will repay #2.", ["expected", "planned"]),
    ("Acme Foods to axe #1 jobs as sales slump #2", ["planned", "stated"]),
    ("Prices fell, far from the #1 rise that traders in Leeds had forecast.", ["expected"]),
    ("Acme Foods to add #1 shops", ["planned"]),
    ("The tax will add #1 to prices.", ["expected"]),
    ("Lawyers sought a fine of #1.", ["proposed"]),
    ("The town plans to spend #1, two councillors and #2 officials said.", ["planned", "stated"]),
    ("Divers search for #1 sailors believed to be alive.", ["hypothetical"]),
    ("He faces #1 years if convicted.", ["hypothetical"]),
    ("Reports, which cannot be checked, show #1 dead.", ["stated"]),
    ('"If we win #1 seats, we govern," she said.', ["hypothetical"]),
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
    modalities = Modalities(Clauses(document, document.sentences[0]))
    assert [modalities.of(*match.span()) for match in re.finditer(r"#\d", text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_says_how_sure_a_figure_is(text: str, wanted: list[str]) -> None:
    """A figure is as sure as what it is a part of: no more than the plan, no less than what has happened."""
    document = Document(text, sentences=sentences(text))
    modalities = Modalities(Clauses(document, document.sentences[0]))
    assert [modalities.of(*match.span(), figure=True) for match in re.finditer(r"#\d", text)] == wanted


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
