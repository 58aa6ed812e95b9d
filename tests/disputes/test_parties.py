"""Who did what to whom."""

import pytest

from auditor.disputes.parties import deeds
from auditor.extract import examine
from auditor.model import Source


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Lee defeated Jon Brandt.", [("beat", "Ann Lee", "Jon Brandt")]),
        ("Ann Lee lost to Jon Brandt.", [("beat", "Jon Brandt", "Ann Lee")]),
        ("Ann Lee, the mayor, was beaten by Jon Brandt.", [("beat", "Jon Brandt", "Ann Lee")]),
        ("It was Ann Lee who had paid Mr Jon Brandt.", [("pay", "Ann Lee", "Jon Brandt")]),
        ("Ann Lee won in Westport, beating the incumbent, Jon Brandt.", [("beat", "Ann Lee", "Jon Brandt")]),
        ("Ann Lee said that the guards accused Jon Brandt.", []),
        ("Ann Lee beat the record of Jon Brandt.", []),
        ("Ann Lee accused Chinese sailors.", []),
    ],
)
def test_deeds(text: str, told: list[tuple[str, str, str]]) -> None:
    """The names next to the verb, the right way round, and nothing where others stand between."""
    found = [(deed.verb, deed.doer, deed.other) for deed in deeds(examine(Source("a", "s", text)))]
    assert found == told
