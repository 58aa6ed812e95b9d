"""Names that a short text uses for another sort of thing than the long one does, by cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.digests import completed, unsupported
from auditor.extract import examine
from auditor.model import Source

CASES = yaml.safe_load((Path(__file__).parent / "usage.yaml").read_text(encoding="utf-8"))
LONG = (
    "Ash fell on the roofs of Norville on Sunday night when the volcano in the valley opened. Nora Sund, 44, who "
    "is the engineer of the Valley Trust, had warned walkers, and the council in Norville listened to Ms Sund. "
    "Danish walkers had been brought down by Ostby Mountain Rescue. Ostby Mountain Rescue said that the lava "
    "moves at a metre an hour. The inquiry of a Danish university into the warnings will begin in the spring. A "
    "man saw the lava first and called the police, two Brazilians fled, and a German crew filmed it. Dr Ivar Holt had "
    "flown in from Florida. Families in Mill Street left, and Mill Street has been shut by the Irish Guides. A Chinese "
    "crew filmed the lava too, and GEOG, a club, one of the valley's oldest, gave them ropes."
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["told"])
def test_a_name_is_of_the_sort_that_the_long_text_shows(case: dict[str, Any]) -> None:
    """A name that is pasted over another one breaks the sentence."""
    infos = [examine(Source("long", "s", LONG)), examine(Source("told", "s", case["told"]))]
    digest_of = {"told": "long"}
    infos = completed(infos, digest_of)
    found = unsupported(infos, digest_of)
    told = infos[1].claims
    assert [claim.text for claim in told if claim.kind == "name" and claim.id in found] == case.get("wrong", [])
