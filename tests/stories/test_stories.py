"""Small newsroom stories with all that must be found in them, and nothing else.

Each story of ``*.yaml`` is its sources, and every finding that an editor should see. What is not listed must not be
found, so a story without findings shows a trap that the auditor does not fall into.
"""

from collections import Counter
from collections.abc import Iterable

import pytest

from auditor.model import Claim
from handwritten import RULES, STORIES, Doubted, Expected, reports


def words(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The words of claims, established facts left out."""
    return tuple(sorted(claim.text for claim in claims if not claim.source.startswith("reference:")))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_has_these_findings_and_no_others(name: str) -> None:
    """Which rule, how severe, in which words."""
    found = [
        Expected(rule=one.rule, severity=one.severity, texts=words(one.claims)) for one in reports()[name].findings
    ]
    wanted = [one.model_copy(update={"texts": tuple(sorted(one.texts))}) for one in STORIES[name].finds]
    assert Counter(found) == Counter(wanted)


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if story.agrees])
def test_what_agrees_is_told(name: str) -> None:
    """An editor sees what was held together and fits."""
    told = [words(agreement.claims) for agreement in reports()[name].consistent]
    for texts in STORIES[name].agrees:
        assert tuple(sorted(texts)) in told


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if story.suspect])
def test_the_claim_to_correct_is_named(name: str) -> None:
    """Where one claim stands against several others."""
    suspects = {finding.suspect for finding in reports()[name].findings if finding.suspect}
    assert [Doubted(text=one.text, findings=one.findings) for one in suspects] == [STORIES[name].suspect]


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if len(story.sources) > 1])
def test_the_order_of_the_sources_decides_nothing(name: str) -> None:
    """Sources have their names from their places here, so only what is found is compared, not where."""
    both = reports(), reports(turned=True)
    found, other = (Counter((one.rule, words(one.claims)) for one in made[name].findings) for made in both)
    assert found == other


@pytest.mark.parametrize("name", STORIES)
def test_every_claim_of_a_finding_is_quoted_from_its_source(name: str) -> None:
    """Offsets give the words of the claim, so that whoever reads a report can check it."""
    known = {info.source.id: info.source for info in reports()[name].sources}
    for finding in reports()[name].findings:
        for claim in finding.claims:
            if not claim.source.startswith("reference:"):
                assert getattr(known[claim.source], claim.field)[claim.start : claim.end] == claim.text


def test_every_rule_is_found_in_some_story() -> None:
    """Beside its own examples."""
    assert {one.rule for story in STORIES.values() for one in story.finds} == {rule.id for rule in RULES}


def test_most_stories_show_what_must_not_be_found() -> None:
    """False alarms cost more than misses: as many traps as findings at least."""
    silent = sum(not story.finds for story in STORIES.values())
    assert silent >= len(STORIES) - silent
