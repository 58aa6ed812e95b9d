"""Where names of persons begin and end."""

import pytest

from auditor.extract.people.persons import is_dated, is_opener, is_person, person_at, person_before

AFTER_TITLE = {
    "a surname": ("Brandt left.", "Brandt"),
    "two names": ("Anna Brandt left.", "Anna Brandt"),
    "initials": ("J. K. Olsen won.", "J. K. Olsen"),
    "a middle initial": ("Ray B. Mendoza won.", "Ray B. Mendoza"),
    "particles": ("Joost van den Berg won.", "Joost van den Berg"),
    "an Arabic article": ("Huda al-Masri won.", "Huda al-Masri"),
    "an apostrophe": ("Niamh O’Sullivan won.", "Niamh O’Sullivan"),
    "a hyphen": ("Min Ji-hoon won.", "Min Ji-hoon"),
    "a courtesy title": ("Sir Alan Whitcombe won.", "Alan Whitcombe"),
    "two courtesy titles": ("Prof. Dr. Lena Hoff won.", "Lena Hoff"),
    "a possessive": ("Avi Ronen's office", "Avi Ronen"),
    "a nickname": ("Tom “Ace” Burke won.", "Tom “Ace” Burke"),
    "a day after the name": ("Martin Cole Thursday vetoed it.", "Martin Cole"),
    "a month and a figure": ("Martin Cole March 4 vetoed it.", "Martin Cole"),
    "a name that is a month": ("June Allen won.", "June Allen"),
    "a wrapped line": ("Anna\nBrandt left.", "Anna Brandt"),
}
NOBODY = {
    "a verb": "spoke first.",
    "a thing": "Union Street closed.",
    "an opener": "The vote began.",
    "an acronym": "NATO agreed.",
    "a country": "Norway agreed.",
    "an initial alone": "A. was there.",
    "a figure": "12 left.",
}


@pytest.mark.parametrize(("text", "name"), AFTER_TITLE.values(), ids=AFTER_TITLE)
def test_a_name_ends_where_the_person_ends(text: str, name: str) -> None:
    """Courtesy titles, possessives and days are no part of it; a line break is a blank."""
    person = person_at(text, 0, len(text))
    assert person is not None
    assert person.name == name
    assert " ".join(text[person.start : person.end].split()) == name


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_other_words_are_nobody(text: str) -> None:
    """Things, countries and acronyms are no persons."""
    assert person_at(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Anna Brandt", "Anna Brandt"),
        ("Yesterday Mr Paulo Mendes", "Paulo Mendes"),
        ("The Joost van den Berg", "Joost van den Berg"),
        ("They met Brandt", None),
        ("They met at Union Square", None),
        ("Anna Brandt left", None),
    ],
)
def test_a_name_before_a_place_has_two_words(text: str, name: str | None) -> None:
    """A surname alone, or a name that ends elsewhere, is none."""
    person = person_before(text, len(text), 0)
    assert (person.name if person else None) == name


@pytest.mark.parametrize(
    ("name", "surname"), [("Anna Brandt", "Brandt"), ("Tom Burke Jr.", "Burke"), ("Frederik IV", "Frederik")]
)
def test_the_surname_is_the_last_word_that_is_no_suffix(name: str, surname: str) -> None:
    """Numbers of kings and "Jr." name nobody."""
    person = person_at(name, 0, len(name))
    assert person is not None
    assert person.surname == surname


def test_some_words_are_never_names() -> None:
    """Openers of sentences, days, countries and lone initials."""
    assert is_opener("However")
    assert not is_opener("Hover")
    assert is_dated("Monday")
    assert is_dated("Sept")
    assert not is_dated("Maytime")
    assert not is_person("Norway")
    assert not is_person("J. K.")
    assert is_person("Huda al-Masri")
