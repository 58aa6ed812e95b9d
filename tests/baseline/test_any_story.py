"""Stories of the tests, accepted: whatever its findings are, nothing of it is new, in any order."""

import dataclasses

import pytest

from auditor.baseline.changes import accept, prune
from auditor.baseline.files import parse, render
from auditor.baseline.statuses import judge
from auditor.model import Accepted, Report, Source
from auditor.pipeline import audit
from auditor.report import json
from auditor.rules.writing.examples import sources
from handwritten import RULES, STORIES, reports

WITH_FINDINGS = [name for name, story in STORIES.items() if story.finds][::4]


def adopted(found: Report) -> tuple[Accepted, ...]:
    """All findings of a report, accepted, written and read again."""
    return parse(render(accept((), found.findings, reason="seen", by="", until=None)), "accepted.jsonl")


def judged(found: Report, accepted: tuple[Accepted, ...]) -> Report:
    """The report against accepted findings; everything was read."""
    whole = {info.source.story for info in found.sources}
    return judge(found, accepted, whole=whole, gone=(), today="")


def again(name: str, change: "dict[str, str]") -> Report:
    """The same story, its sources in another order, with other names or another story."""
    story = STORIES[name]
    changed: list[Source] = []
    for number, one in enumerate(reversed(sources(story.example(), name))):
        told = {"id": f"{change.get('id', '')}{number}"} if "id" in change else {}
        changed.append(dataclasses.replace(one, **told))
    return audit(changed, rules=RULES, reference=story.reference.claims("story"))


@pytest.mark.parametrize("name", WITH_FINDINGS)
def test_what_is_accepted_is_known(name: str) -> None:
    """All of it, and nothing is left over or to prune."""
    accepted = adopted(reports()[name])
    found = judged(reports()[name], accepted)
    assert {one.status for one in found.findings} == {"known"}
    assert prune(accepted, found, whole={"s"}) == accepted
    assert json.render(judged(reports()[name], tuple(reversed(accepted)))) == json.render(found)


@pytest.mark.parametrize("name", WITH_FINDINGS)
@pytest.mark.parametrize("change", [{}, {"id": "renamed-"}], ids=["in another order", "renamed"])
def test_neither_order_nor_names_matter(name: str, change: dict[str, str]) -> None:
    """Sources come as a file system lists them, and files are renamed."""
    found = judged(again(name, change), adopted(reports()[name]))
    assert {one.status for one in found.findings} == {"known"}
