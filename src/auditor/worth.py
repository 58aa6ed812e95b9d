"""In which order an editor reads findings: what is worth a minute first.

Severity comes first, then what must be corrected before what is worth knowing, and what a source lacks last. Within
these: what one correction clears together with others, what a headline, the lines below it or an opening paragraph has
(most readers see nothing else), what more witnesses are heard on, and what does not hang on rounding. The names of
rules and stories tell nothing; they only make the order one and the same.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from auditor.model import SEVERITIES, Claim, Finding, SourceInfo, Verdict

_RANK: dict[Verdict, int] = {"nuance": 1, "update": 1, "variant": 1, "missing": 2}
"""How far behind contradictions a verdict comes."""
_OPENING = 400
"""An opening paragraph longer than this is a text without paragraphs, of which so much is seen."""
_HEADLINE, _LEAD, _BELOW = range(3)


def ordered(findings: Iterable[Finding], infos: Sequence[SourceInfo]) -> list[Finding]:
    """Findings, the worst first, and of those that are equally bad the most worth looking at.

    Args:
        findings: The findings, in any order.
        infos: The sources that they are about.
    """
    texts = {info.source.id: info.source for info in infos}

    @cache
    def opening(source: str) -> int:
        """Where the first paragraph of a source's story ends."""
        known = texts.get(source)
        if known is None:
            return 0
        start = next((zone.start for zone in known.zones if zone.name in {"body", "quote"}), 0)
        first = len(known.text) - len(known.text[start:].lstrip())
        end = known.text.find("\n", first, first + _OPENING)
        return end if end >= 0 else first + _OPENING

    def place(claim: Claim) -> int:
        if claim.is_fact:
            return _BELOW
        if claim.field == "title" or claim.zone == "headline":
            return _HEADLINE
        return _LEAD if claim.clue or claim.start < opening(claim.source) else _BELOW

    def worth(finding: Finding) -> tuple[object, ...]:
        return (
            SEVERITIES.index(finding.severity),
            _RANK.get(finding.verdict, 0),
            -(finding.suspect.findings if finding.suspect else 1),
            min(map(place, finding.claims), default=_BELOW),
            -_witnesses(finding),
            finding.bounded,
            finding.story,
            finding.rule,
            finding.id,
        )

    return sorted(findings, key=worth)


def _witnesses(finding: Finding) -> int:
    """How many are heard on it: near-identical texts are one, and so is the reference."""
    if finding.witnesses:
        return sum(one.independent for one in finding.witnesses)
    return len({"" if claim.is_fact else claim.source for claim in finding.claims})
