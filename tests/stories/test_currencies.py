"""Bare names of money, and the currency that a story means by them."""

import pytest

from auditor.extract import examine
from auditor.model import Source
from auditor.stories.currencies import settled


@pytest.mark.parametrize(
    ("one", "other", "units"),
    [
        ("The bill came to DKK 750 million.", "It was 7.5 billion crowns.", ["DKK", "DKK"]),
        ("The bill came to KSh 27 billion.", "It was 27 million shillings.", ["KES", "KES"]),
        ("The bill came to 750 million Danish kroner.", "It was 750 million kroner.", ["DKK", "DKK"]),
        ("The bill came to A$5 million.", "It was 5 million dollars.", ["AUD", "AUD"]),
        ("The bill came to A$5 million ($3 million).", "It was 5 million dollars.", ["AUD", "USD", "USD"]),
        ("The bill came to 750 million crowns.", "It was 7.5 billion crowns.", ["crown", "crown"]),
        ("The bill came to DKK 750 million or SEK 1 billion.", "It was 7.5 billion crowns.", ["DKK", "SEK", "crown"]),
        ("The bill came to DKK 750 million.", "It was 7.5 million Swedish crowns.", ["DKK", "SEK"]),
        ("The bill came to DKK 750 million.", "It was 7.5 million euros.", ["DKK", "EUR"]),
    ],
)
def test_a_bare_name_is_of_the_one_currency_that_a_story_names(one: str, other: str, units: list[str]) -> None:
    """And stays what it is where the story names two of that name, or none."""
    infos = settled([examine(Source("a", "s", one)), examine(Source("b", "s", other))])
    assert [claim.unit for info in infos for claim in info.claims if claim.dimension == "money"] == units


def test_other_stories_say_nothing_of_a_name() -> None:
    """Each story has its own money."""
    infos = settled(
        [examine(Source("a", "s", "It was DKK 5 million.")), examine(Source("b", "t", "It was 5 million crowns."))]
    )
    assert [claim.unit for info in infos for claim in info.claims if claim.dimension == "money"] == ["DKK", "crown"]
