"""Numbers and times that cannot stand between the words between which a short text has them, by cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.digests.places.misfits import Misfits, unread
from auditor.extract import examine
from auditor.model import Source

CASES = yaml.safe_load((Path(__file__).parent / "misfits.yaml").read_text(encoding="utf-8"))


def broken(told: str, original: str = "") -> list[str]:
    """The words that do not fit, in order."""
    claims = [claim for claim in examine(Source("a", "s", told)).claims if claim.kind in {"quantity", "date"}]
    misfits = Misfits(told, claims, original)
    found = {claim.start: claim.text for claim in (*claims, *unread(told, original)) if misfits.of(claim)}
    return [found[start] for start in sorted(found)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["told"])
def test_what_is_beside_a_number_asks_for_its_sort(case: dict[str, Any]) -> None:
    """A wrong one that is pasted over the right one breaks the sentence."""
    assert broken(case["told"]) == case.get("broken", [])


def test_words_of_the_long_text_are_no_slip() -> None:
    """Whoever wrote it there meant it."""
    assert (
        broken("The mayor said it in Friday.", "In Friday, the mayor's book, it was said in Friday and nowhere else.")
        == []
    )
