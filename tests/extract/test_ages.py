"""Whose age a sentence gives."""

import pytest

from auditor.extract import extract
from auditor.model import Source

AGES = [
    ("Ann Lee, 53, won the race.", [("Ann Lee",)]),
    ("Jon Brandt, 30, and Ann Lee, 53, won the race.", [("Jon Brandt",), ("Ann Lee",)]),
    ("Ann Lee, aged 53, won the race.", [("Ann Lee",)]),
    ("Mayor Ann Lee, who is now 53, won the race.", [("Ann Lee",)]),
    ("The 53-year-old Ann Lee won the race.", [("Ann Lee",)]),
    ("The 53-year-old retired baker Ann Lee won the race.", [("Ann Lee",)]),
    ("Ann Lee is 53 years old.", [("Ann Lee",)]),
    ("The dead were 4-year-old Ann Lee, 7-year-old Jon Brandt and a dog.", [("Ann Lee",), ("Jon Brandt",)]),
    ("A 53-year-old told Ann Lee of it.", [()]),
    ("A 53-year-old from Ann Lee Street won the race.", [()]),
    ("Ann Lee lives in Oban. She is 53 years old.", [("Ann Lee",)]),
    ("Ann Lee won the race ahead of a 53-year-old.", [()]),
]


@pytest.mark.parametrize(("text", "expected"), AGES, ids=[text for text, _ in AGES])
def test_an_age_is_of_whoever_stands_beside_it(text: str, expected: list[tuple[str, ...]]) -> None:
    """A name before it or behind it, with nothing but what somebody is between the two."""
    claims = extract(Source("a", "s", text))
    found = [
        tuple(one for one in claim.subject if one in {"Ann Lee", "Jon Brandt"})
        for claim in claims
        if claim.measure == "age"
    ]
    assert found == expected
