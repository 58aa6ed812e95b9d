"""The order of findings: what an editor should look at first comes first."""

from dataclasses import replace

import pytest

from auditor.model import Claim, Finding, Source, SourceInfo, Suspect, Witnesses, Zone
from auditor.worth import ordered
from builders import number

TEXT = "Roof costs 19\n\nThe roof costs 14, said one.\n\nThe other said 12, not 14."
ZONES = (Zone("headline", 0, 15), Zone("body", 15, len(TEXT)))
INFOS = [SourceInfo(Source(name, "s", TEXT, zones=ZONES), None, None, ()) for name in "abc"]


def claim(word: str, source: str) -> Claim:
    """A figure where it stands in the text."""
    start = TEXT.index(word)
    zone = "headline" if start < ZONES[0].end else "body"
    return replace(number(word, word), start=start, end=start + len(word), zone=zone, source=source)


def finding(name: str, *claims: Claim, **fields: object) -> Finding:
    """A contradiction of some claims, a warning if nothing else is said."""
    known = {"verdict": "contradiction", "severity": "warning"} | fields
    return Finding(id=name, rule="rule", story="s", message="", claims=[*claims], **known)  # type: ignore[arg-type]


IN_HEADLINE = finding("z-headline", claim("19", "a"))
IN_LEAD = finding("y-lead", claim("14", "a"), claim("12", "b"))
BELOW = finding("x-below", claim("12", "a"), claim("12", "b"))
ALONE = finding("w-alone", claim("12", "a"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (replace(ALONE, severity="error"), IN_HEADLINE),
        (ALONE, replace(IN_HEADLINE, verdict="nuance")),
        (replace(ALONE, verdict="variant"), replace(IN_HEADLINE, verdict="missing")),
        (IN_HEADLINE, IN_LEAD),
        (IN_LEAD, BELOW),
        (BELOW, ALONE),
        (replace(ALONE, suspect=Suspect(("c",), "a", "12", None, 3)), IN_HEADLINE),
        (finding("z", claim("12", "a"), claim("12", "b"), claim("12", "c")), BELOW),
        (replace(BELOW, id="z"), replace(BELOW, witnesses=[Witnesses("12", 2, 1, ())])),
        (replace(BELOW, id="z"), replace(BELOW, bounded=True)),
    ],
    ids=[
        "an error before a warning",
        "what must be corrected before what is worth knowing",
        "what a source lacks last",
        "the headline",
        "the opening",
        "sources before one source",
        "what goes away with others",
        "many sources",
        "many witnesses",
        "the sure before what rounding decides",
    ],
)
def test_worth_comes_first(first: Finding, second: Finding) -> None:
    """Whatever order they are given in, and whatever their names."""
    assert ordered([first, second], INFOS) == ordered([second, first], INFOS) == [first, second]


def test_what_is_equally_worth_is_ordered_by_name() -> None:
    """So that the order of rules and sources leaves no trace."""
    one, other = replace(ALONE, story="a"), replace(ALONE, story="b")
    assert ordered([other, one], INFOS) == [one, other]


def test_a_finding_of_no_known_source_has_a_place() -> None:
    """A library may hand over findings without their sources."""
    assert ordered([ALONE, IN_HEADLINE, replace(ALONE, claims=[])], []) == [
        IN_HEADLINE,
        ALONE,
        replace(ALONE, claims=[]),
    ]
