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


def test_a_text_of_the_same_trade_about_others_is_no_digest() -> None:
    """Filings are worded alike: where most of its names are missing from the long text, it retells something else."""
    rest = (
        " In a filing the fund, led by Ida Sund, said it might buy more shares or sell some of them on the exchange, "
        "as the market goes. It has no plans to seek a seat on the board, and paid for them out of its own means. "
        "The firm, which builds ferries and tugs in Norville, declined to comment. Its shares rose by two per cent."
    )
    filing = "A fund said it had bought shares of {} and might buy more on the exchange. {} declined to comment."
    texts = {
        "long": filing.format("Marl Yards", "Marl Yards") + rest,
        "same": filing.format("Marl Yards", "Ida Sund"),
        "other": filing.format("Orle Mills", "Jon Brandt"),
    }
    assert digests([examine(Source(name, "s", text)) for name, text in texts.items()]) == {"same": "long"}


def test_a_report_of_its_own_is_no_digest() -> None:
    """What has a headline is one, if it is not cut from the long text; what appeared before the long text is none."""
    report = SHORT.format("next year, if the fishermen agree; a baker from the northern suburb means to sue")
    cut = LONG[: LONG.index("The authority counted")]
    sources = {
        "summary": Source("summary", "s", report, published="2024-05-03"),
        "flash": Source("flash", "s", report, published="2024-05-02"),
        "report": Source("report", "s", report, title="Harbour to be deepened", published="2024-05-03"),
        "cut": Source("cut", "s", cut, title="Harbour to be deepened", published="2024-05-03"),
    }
    long = Source("long", "s", LONG + " " + LONG.replace("ferry", "barge"), published="2024-05-03")
    found = {name: digests([examine(one), examine(long)]) for name, one in sources.items()}
    assert found == {"summary": {"summary": "long"}, "flash": {}, "report": {}, "cut": {"cut": "long"}}
