"""The tables of offices."""

import pytest

from auditor.extract.people.titles import TITLES, canonical, one_holder
from auditor.extract.people.world import COUNTRIES


@pytest.mark.parametrize(
    "title", ["president", "prime minister", "defence minister", "secretary general", "head coach"]
)
def test_one_person_holds_it_at_a_time(title: str) -> None:
    """Two holders of it at one time contradict each other."""
    assert one_holder(title)


@pytest.mark.parametrize("title", ["spokesperson", "senator", "general", "director", "deputy mayor", "economist"])
def test_many_hold_it_at_once(title: str) -> None:
    """Two holders of it say nothing."""
    assert not one_holder(title)


def test_every_word_for_a_country_means_one() -> None:
    """Adjectives, people and short names lead to the canonical name."""
    owners = COUNTRIES.named
    assert owners["Ukrainian"] == owners["Ukraine"] == "Ukraine"
    assert owners["U.S."] == owners["American"] == "United States"
    assert owners["UN"] == "United Nations"


def test_acronyms_are_titles_in_capitals_only() -> None:
    """An "MD" holds an office, "Md" is a name."""
    forms = TITLES.forms
    assert "MD" in forms
    assert "Md" not in forms


@pytest.mark.parametrize(
    ("title", "organisation", "office"),
    [
        ("Defense Minister", "UK", ("defence minister", "United Kingdom")),
        ("minister of defence", "Norland", ("defence minister", "Norland")),
        ("Secretary-General", "OSCE", ("secretary general", "Organization for Security and Co-operation in Europe")),
        ("harbour master", "Oban", ("harbour master", "Oban")),
    ],
)
def test_an_office_has_one_name(title: str, organisation: str, office: tuple[str, str]) -> None:
    """In whatever form a fact gives it, claims have it in one; what no table knows stays as it is."""
    assert canonical(title, organisation) == office
