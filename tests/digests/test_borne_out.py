"""What a digest says and its original bears out, by cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.digests import digests, unsupported
from auditor.extract import examine
from auditor.model import Source, SourceInfo, Zone

CASES = yaml.safe_load((Path(__file__).parent / "borne_out.yaml").read_text(encoding="utf-8"))


def lacking(infos: list[SourceInfo]) -> list[str]:
    """The words of the claims that are not borne out."""
    missing = unsupported(infos, digests(infos))
    return [claim.text for info in infos for claim in info.claims if claim.id in missing]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["told"])
def test_a_headline_is_asked_for_what_its_article_says(case: dict[str, Any]) -> None:
    """A title that came apart from the text is held against all of it."""
    source = Source("a", "s", case["article"], title=case["told"], published=case.get("published"))
    assert lacking([examine(source)]) == case.get("lacks", [])


def test_a_headline_in_the_text_does_not_bear_out_itself() -> None:
    """Figures of a headline are looked for below it only."""
    text = "Ferry carries 40 on board\n\nThe authority counted 31 people on the ferry."
    zones = (Zone("headline", 0, 27), Zone("body", 27, len(text)))
    source = Source("a", "s", text, title="Ferry carries 40 on board", title_span=(0, 25), zones=zones)
    assert lacking([examine(source)]) == ["40"]


LONG = (
    "The harbour authority will deepen the eastern basin from next spring. The works cost €38 million and take 14 "
    "months, the engineer Ida Sund told the council in 2021. Larger container ships will then be able to call at the "
    "port on any tide. The authority counted 19 passengers and 12 crew members on an average ferry. Residents near the "
    "quay had asked for a noise barrier; the authority promised one of 350 metres in the second quarter of 2022."
)
SHORT = "The harbour authority will deepen the eastern basin {}, so that larger container ships can call."


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("for €38 million", []),
        ("for about €40 million", []),
        ("for more than €30 million", []),
        ("by 31 hands", []),
        ("for €83 million", ["€83 million"]),
        ("in the course of 25 months", ["25 months"]),
        ("in the second quarter of 2022", []),
        ("in the third quarter of 2022", ["the third quarter of 2022"]),
    ],
)
def test_a_short_text_is_asked_for_what_the_long_one_says(told: str, lacks: list[str]) -> None:
    """Not only for its figures, but for the years and quarters too."""
    infos = [examine(Source("long", "s", LONG)), examine(Source("short", "s", SHORT.format(told)))]
    assert lacking(infos) == lacks


def test_a_story_without_digests_asks_nothing() -> None:
    """Two long texts may say what they like."""
    infos = [examine(Source("one", "s", LONG)), examine(Source("other", "s", LONG.replace("38", "83")))]
    assert lacking(infos) == []
