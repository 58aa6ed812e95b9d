"""What an editor reads first of a finding: what it is about, in the sources' own words, and who says what."""

import pytest

from auditor import audit
from auditor.model import Source


def messages(
    *texts: str,
    publishers: tuple[str | None, ...] = ("The Post", "Radio Nord"),
    days: tuple[str, ...] = ("2025-06-03",) * 2,
) -> list[str]:
    """The messages of the contradictions between some sources."""
    told = zip("abc", texts, publishers, days, strict=False)
    report = audit(
        [Source(f"s/{name}", "s", text, published=day, publisher=publisher) for name, text, publisher, day in told]
    )
    return [finding.message for finding in report.findings if finding.verdict in {"contradiction", "impossible"}]


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        (
            "The mill, built in 1874, has been empty for years.",
            "The mill, which was built in 1847, is to be a museum.",
            "Mill … built: 1874 (The Post), 1847 (Radio Nord)",
        ),
        (
            "Turnout in the town was 36.2 per cent, the office said.",
            "Turnout was 32.6 per cent in the town, said the office.",
            "Turnout: 36.2 per cent (The Post), 32.6 per cent (Radio Nord)",
        ),
        (
            "The helpline had taken 1,250 calls by Friday evening.",
            "By Friday evening the helpline had answered 1,520 calls.",
            "Helpline: 1,250 calls (The Post), 1,520 calls (Radio Nord)",
        ),
        (
            "The council has released 450 million shillings from its fund.",
            "A clerk told reporters that 4.5 billion shillings had been released from the fund.",
            "Council … released … fund: 450 million shillings (The Post), 4.5 billion shillings (Radio Nord)",
        ),
    ],
)
def test_a_message_says_what_two_figures_are_of(left: str, right: str, message: str) -> None:
    """What is measured, or the words that both have, or what is counted; and the publishers."""
    assert message in messages(left, right)


def test_sources_of_one_publisher_are_told_apart() -> None:
    """By their days, else by their ids within the story; so are those whose publisher nobody gives."""
    texts = "The mill, built in 1874, has been empty.", "The mill, which was built in 1847, is to be a museum."
    for publishers in (("The Post", "The Post"), (None, None)):
        assert messages(*texts, publishers=publishers) == ["Mill … built: 1874 (a), 1847 (b)"]
    told = messages(*texts, publishers=("The Post", "The Post"), days=("2025-06-03", "2025-06-04"))
    assert told == ["Mill … built: 1874 (The Post, 3 June 2025), 1847 (The Post, 4 June 2025)"]


def test_what_a_series_is_about_is_spelled_as_in_its_source() -> None:
    """Names keep their capitals."""
    texts = (f"Port Upton death toll climbs to {number}, the mayor said." for number in ("seven", "nine"))
    sources = [
        Source(f"s/{day}", "s", text, published=f"2025-06-{day}") for day, text in zip(("03", "04"), texts, strict=True)
    ]
    updates = [finding.message for finding in audit(sources).findings if finding.verdict == "update"]
    assert updates == ["Port Upton death toll: 7 and 9"]


def test_sums_are_told() -> None:
    """Readers add up, and so does the auditor."""
    text = "There are 31 members: 13 belong to the left, 11 to the right and 5 to the centre."
    assert messages(text) == ["13 + 11 + 5 = 29, not 31 members"]


def test_who_did_it_is_told_both_ways() -> None:
    """Whoever was beaten in the one has won in the other."""
    told = messages(
        "Hult Bank's purchase of Kern Bank was announced on Friday.",
        "The union regrets that Hult Bank is being bought by Kern Bank.",
    )
    assert "Hult Bank bought Kern Bank (The Post), Kern Bank bought Hult Bank (Radio Nord)" in told
