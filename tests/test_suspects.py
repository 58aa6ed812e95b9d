"""Suspects: the one smallest set of claims that clears findings which share claims."""

from datetime import date

from auditor.model import Claim, Extent, Finding
from auditor.suspects import name_suspects, written
from builders import claim, day


def finding(name: str, *claims: Claim, compared: list[Extent] | None = None, verdict: str = "contradiction") -> Finding:
    """A finding of a conflict between claims."""
    return Finding(name, name, verdict, "error", "s", name, list(claims), compared=compared or [])  # type: ignore[arg-type]


def conflict(name: str, *days: tuple[Claim, str, str]) -> Finding:
    """A finding between claims that allow days from one to another."""
    return finding(name, *(claim for claim, _, _ in days), compared=[extent(*day) for day in days])


def extent(of: Claim, low: str, high: str) -> Extent:
    """Days that a claim allows."""
    return Extent(of.id, "day", *(float(date.fromisoformat(end).toordinal()) for end in (low, high)))


SHOWN = day("2 June 2024", "2024-06-02", clue="displayed")
ADDRESS = day("2023/03/09", "2023-03-09", start=40, clue="url")
SINCE = claim("a year since", start=60, kind="duration")
TERM = claim("Ann was mayor until May 2024.", source="reference:offices")


def test_the_shared_claim_is_the_suspect_and_the_rest_supports_a_value() -> None:
    """The displayed date clears both findings; what the others allow is said."""
    findings = [
        conflict("url", (SHOWN, "2024-06-02", "2024-06-02"), (ADDRESS, "2023-03-09", "2023-03-09")),
        conflict("since", (SHOWN, "2024-06-02", "2024-06-02"), (SINCE, "2023-01-01", "2023-12-31")),
    ]
    name_suspects(findings)
    suspects = {finding.suspect for finding in findings}
    assert len(suspects) == 1
    [suspect] = suspects
    assert suspect is not None
    assert (suspect.text, suspect.supported) == ("2 June 2024", ("2023-03-09", "2023-03-09"))
    assert suspect.findings == 2
    assert len(suspect.evidence) == 2


def test_a_lone_finding_and_a_tie_name_nobody() -> None:
    """One finding says nothing of who is wrong; two claims that share all findings neither."""
    alone = [finding("url", SHOWN, ADDRESS)]
    tied = [finding("one", SHOWN, ADDRESS), finding("two", SHOWN, ADDRESS)]
    assert [f.suspect for f in name_suspects(alone) + name_suspects(tied)] == [None, None, None]


def test_established_facts_and_mere_nuances_are_no_suspects() -> None:
    """A reference fact shared by findings is not to be corrected; variants make no case."""
    by_fact = [finding("one", SHOWN, TERM), finding("two", SINCE, TERM)]
    nuances = [finding("one", SHOWN, ADDRESS, verdict="nuance"), finding("two", SHOWN, SINCE, verdict="nuance")]
    assert [f.suspect for f in name_suspects(by_fact) + name_suspects(nuances)] == [None] * 4


def test_evidence_that_leaves_nothing_supports_nothing() -> None:
    """Where the other claims disagree too, no value is proposed."""
    findings = [
        conflict("url", (SHOWN, "2024-06-02", "2024-06-02"), (ADDRESS, "2023-03-09", "2023-03-09")),
        finding("since", SHOWN, SINCE, compared=[extent(SINCE, "2021-01-01", "2021-12-31")]),
    ]
    name_suspects(findings)
    assert findings[0].suspect is not None
    assert findings[0].suspect.supported is None


def test_written_values() -> None:
    """Days are ISO days, numbers plain decimals, unbounded ends said to be any."""
    assert [written(738000.0, "day"), written(2.5e9, "EUR"), written(float("inf"), "day")] == [
        "2021-07-29",
        "2500000000",
        "any",
    ]
