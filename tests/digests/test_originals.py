"""Which short texts retell a long one."""

from auditor.digests import digests
from auditor.extract import examine
from auditor.model import Source

LONG = (
    "The harbour authority will deepen the eastern basin from next spring. The works cost €38 million and take 14 "
    "months, the engineer Ida Sund told the council on Monday. Larger container ships will then be able to call at the "
    "port on any tide. The authority counted 19 passengers and 12 crew members on an average ferry. Residents near the "
    "quay had asked for a noise barrier; the authority promised one of 350 metres."
)
SHORT = "The harbour authority will deepen the eastern basin {}, so that larger container ships can call."


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
