"""What a finding says that the original has instead."""

import pytest

from auditor import audit
from auditor.model import Source

ARTICLE = (
    "The slide killed 31 villagers and 12 soldiers near Orle, the governor said on 4 May. The army sent 40 diggers. "
    "Repairs will cost €3 million and take until the third quarter of 2027."
)


def why(title: str) -> list[str]:
    """The last line of each warning's arithmetic."""
    report = audit([Source("a", "s", ARTICLE, title=title, published="2026-05-05")])
    return [finding.why[-1] for finding in report.findings if finding.severity != "note"]


@pytest.mark.parametrize(
    ("title", "nearest"),
    [
        ("Slide kills 37 villagers", "are “31”, “40” and “12”"),
        ("Slide to cost €7 million", "is “€3 million”"),
        ("Army back from slide on 14 May", "is “4 May”"),
    ],
)
def test_the_nearest_of_its_kind_are_named(title: str, nearest: str) -> None:
    """Those of the same things first."""
    (line,) = why(title)
    assert line.endswith(f"; nearest {nearest}")


def test_a_number_is_told_of_the_thing_of_that_name() -> None:
    """Ward 6, where the headline has Ward 8."""
    article = "Nora Lind, councillor for Ward 6, will be mayor. She won 1,240 votes of 2,300."
    report = audit([Source("a", "s", article, title="Ward 8 councillor is mayor", published="2026-05-05")])
    (found,) = (finding for finding in report.findings if finding.rule == "headline-figure")
    assert found.why == ["It has “Ward 6”"]


def test_what_was_tried_is_said() -> None:
    """Even where the article has nothing of the kind."""
    (line,) = why("Slide leaves 50 miles of road closed")
    assert line == "It has no such number, and none that comes to it rounded, converted, added up or taken from another"


def test_a_rival_between_the_same_words_is_named() -> None:
    """The figure that was swapped."""
    dogs = "Dogs are looking for more people under the mud of the hill, and 19 diggers dig. " * 5
    short = Source("short", "s", "Near Orle the slide killed 19 villagers, the governor said. Repairs take time.")
    found = audit([Source("long", "s", f"{ARTICLE} {dogs}"), short]).findings
    assert [one.why[-1] for one in found if one.rule == "digest-figure"] == ["Between the same words it has “31”"]


def test_a_rival_among_the_same_words_is_named() -> None:
    """Where the short text says it in other words than the long one."""
    dogs = "Dogs are looking for more people under the mud of the hill, and 19 diggers dig. " * 5
    short = Source(
        "short", "s", "The slide killed soldiers, 40 of them, the governor said on 4 May. Repairs take time."
    )
    found = audit([Source("long", "s", f"{ARTICLE} {dogs}"), short]).findings
    assert [one.why[-1] for one in found if one.rule == "digest-figure"] == [
        "Among the same words it has “31”, and not this"
    ]
