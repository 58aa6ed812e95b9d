"""Texts in another language are told from those that are read, by how many words hold their sentences together."""

import pytest

from auditor import extract
from auditor.language.spoken import is_foreign
from auditor.model import Source

ENGLISH = (
    "The harbour board of Tarnby said on Monday that 14 of its 40 cranes would rest until the ice had gone. The port's "
    "director, Ada Lind, told the council that the two ferries to the islands will sail as before, and that nobody "
    "will lose work."
)
GERMAN = (
    "Der Hafenrat von Tarnby teilte am Montag mit, dass 14 der 40 Kräne ruhen, bis das Eis fort ist. Hafenchefin Ada "
    "Lind sagte dem Rat, die zwei Fähren zu den Inseln würden wie bisher verkehren, und niemand werde seine Arbeit "
    "verlieren. Im Mai 2021 soll der Betrieb wieder beginnen."
)
TERSE = (
    "Tarnby Cranes Inc Q3 net 14.2 mln dlrs vs 11.1 mln. Sales 40 mln vs 38 mln. Nine mths net 44 mln vs 41 mln. Note: "
    "results include a gain of two mln dlrs from the sale of a dock. Board to meet on dividend in May, company said."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, False),
        (TERSE, False),
        (GERMAN, True),
        ("타른비 항만 위원회는 월요일에 얼음이 사라질 때까지 크레인 40대 가운데 14대를 세워 둔다고 밝혔다. " * 4, True),
        (GERMAN[:100], False),
        ("\n".join(["Lind 14 Obi 40 Tarnby"] * 40), False),
        (f"{ENGLISH}\n\n{GERMAN[:120]}", False),
        ("", False),
    ],
    ids=["English", "terse English", "German", "Korean", "too little", "a table", "a foreign quotation", "nothing"],
)
def test_other_languages(text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    """Short texts and lists get the benefit of the doubt."""
    assert is_foreign(text) is expected


def test_of_a_foreign_text_only_the_days_of_its_page_are_claims() -> None:
    """What its words seem to say in English is not taken for what they say."""
    text = f"Kräne ruhen\n\n3 May 2021\n\n{GERMAN}"
    source = Source("a", "s", text, url="https://news.example/2021/05/03/kraene")
    assert {claim.clue for claim in extract(source)} <= {"url", "displayed"}
    assert extract(source)
