"""Digests: which short texts retell a long one, and which of their figures it does not bear out."""

import pytest

from auditor.digests import digests, unsupported
from auditor.extract import examine
from auditor.model import Source, Zone

LONG = (
    "The harbour authority will deepen the eastern basin from next spring. The works cost €38 million and take 14 "
    "months, the engineer Ida Sund told the council on Monday. Larger container ships will then be able to call at the "
    "port on any tide. The authority counted 19 passengers and 12 crew members on an average ferry. Residents near the "
    "quay had asked for a noise barrier; the authority promised one of 350 metres."
)
SHORT = "The harbour authority will deepen the eastern basin {}, so that larger container ships can call."


def wrong(short: str, long: str = LONG) -> list[str]:
    """The figures of a short text that the long one does not bear out."""
    infos = [examine(Source("long", "s", long)), examine(Source("short", "s", short))]
    missing = unsupported(infos, digests(infos))
    return [claim.text for info in infos for claim in info.claims if claim.id in missing]


def test_a_short_text_made_of_a_long_one_is_its_digest() -> None:
    """Its words stand in the long one; a text of the same story about other things is none."""
    texts = {
        "long": LONG,
        "short": SHORT.format("next year"),
        "other": "A concert hall opened in the old mill, with ice cream.",
    }
    assert digests([examine(Source(name, "s", text)) for name, text in texts.items()]) == {"short": "long"}


def test_stories_do_not_mix() -> None:
    """A long text of another story is no original."""
    infos = [examine(Source("long", "one", LONG)), examine(Source("short", "two", SHORT.format("next year")))]
    assert digests(infos) == {}


@pytest.mark.parametrize(
    "figure",
    ["for €38 million", "for about €40 million", "within 14 months", "for more than €30 million", "by 31 hands"],
)
def test_a_figure_that_is_stated_rounded_bounded_or_summed_is_borne_out(figure: str) -> None:
    """What the long text says in another form is no slip."""
    assert wrong(SHORT.format(figure)) == []


@pytest.mark.parametrize(
    ("figure", "claim"), [("for €83 million", "€83 million"), ("in the course of 25 months", "25 months")]
)
def test_a_figure_of_its_own_is_not(figure: str, claim: str) -> None:
    """Digits swapped, or a number from nowhere."""
    assert wrong(SHORT.format(figure)) == [claim]


def test_a_headline_is_a_digest_of_its_article() -> None:
    """Figures of a headline are looked for in the body only."""
    text = "Ferry carries 40 on board\n\n" + LONG
    zones = (Zone("headline", 0, 27), Zone("body", 27, len(text)))
    info = examine(Source("a", "s", text, title_span=(0, 25), title="Ferry carries 40 on board", zones=zones))
    assert unsupported([info], {}) == {claim.id for claim in info.claims if claim.text == "40"}
