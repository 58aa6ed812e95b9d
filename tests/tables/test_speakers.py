"""In which office somebody speaks: by what the source says of the person, or by what stands there for a name."""

import pytest

from auditor.model import Claim
from auditor.tables.speakers import Speakers
from builders import number, role

ROLES: list[Claim] = [
    role("Ann Lee", "mayor", "Exampleton"),
    role("Ann Lee", "chair", "Northern Rail"),
    role("Tom Reed", "minister", "Norland", source="b"),
]


@pytest.mark.parametrize(
    ("speaker", "office"),
    [
        ("Ann Lee", ("mayor", "Exampleton")),
        ("Tom Reed", (None, None)),
        ("spokesperson for Northern Rail", ("spokesperson", "Northern Rail")),
        ("Northern Rail spokesman", ("spokesperson", "Northern Rail")),
        ("police spokeswoman", ("spokesperson", "police")),
        ("finance minister", ("finance minister", None)),
        ("police", (None, None)),
        (None, (None, None)),
    ],
)
def test_the_office_of_a_speaker(speaker: str | None, office: tuple[str | None, str | None]) -> None:
    """Of several the first; one that another source gives does not count, nor a body without a title."""
    assert Speakers(ROLES).office(number("14", "14", speaker=speaker)) == office


def test_a_former_office_is_none() -> None:
    """Nobody speaks in it."""
    former = role("Ida Holm", "mayor", "Oban")
    former.value = former.value._replace(former=True)  # type: ignore[union-attr]
    assert Speakers([former]).office(number("14", "14", speaker="Ida Holm")) == (None, None)
