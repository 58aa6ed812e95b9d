"""One finding traced: the sentence, the claim in it, what it stood for, how it was compared, the verdict."""

from collections.abc import Iterator

from auditor.model import Claim, Extent, Finding, Interval, Report
from auditor.report.excerpts import excerpt
from auditor.report.records import value_record
from auditor.suspects import written
from auditor.wording.shown import shorten, visible

_SLOT = ("unit", "counted", "per", "measure", "speaker", "modality", "clue")


def trace(report: Report, finding: Finding) -> str:
    """Return the page for one finding of a report."""
    return "\n".join(_lines(report, finding)) + "\n"


def _lines(report: Report, finding: Finding) -> Iterator[str]:
    rule = next(rule for rule in report.rules if rule.id == finding.rule)
    yield f"{finding.id}  {finding.verdict} ({finding.severity}) by rule {finding.rule}: {rule.title}"
    yield visible(finding.message)
    sources = {info.source.id: info.source for info in report.sources}
    for number, claim in enumerate(finding.claims, start=1):
        yield ""
        yield f"{number}. {claim.source}"
        pieces = excerpt(sources.get(claim.source), [claim])
        quoted = "".join(f"[{visible(piece.text)}]" if piece.mark else visible(piece.text) for piece in pieces)
        yield f"   sentence    {quoted}"
        place = f"{claim.field} {claim.start}–{claim.end}, {claim.zone}"
        yield f"   claim       {claim.kind} “{visible(shorten(claim.text))}” ({place})"
        yield f"   value       {_value(claim)}"
        yield from (f"   compared    {_extent(extent)}" for extent in finding.compared if extent.claim == claim.id)
        yield f"   slot        {_slot(claim)}"
    yield ""
    yield "comparison"
    yield from (f"   {visible(step)}" for step in finding.why)
    yield f"verdict      {finding.verdict}"
    if finding.suspect is not None:
        yield f"suspect      “{visible(finding.suspect.text)}” in {finding.suspect.source}"
    yield f"next         {rule.next}"


def _value(claim: Claim) -> str:
    if not isinstance(claim.value, Interval):
        return ", ".join(f"{key} {visible(str(value))}" for key, value in value_record(claim).items() if value)
    value = claim.value
    point = f"{value.point} in " if value.point else f"{value.written}, " if value.written else ""
    interval = _interval(value, value.low or "−∞", value.high or "∞")
    return f"{point}{interval} {claim.unit or ''} ({claim.qualifier})".replace("  ", " ")


def _extent(extent: Extent) -> str:
    low, high = (written(end, extent.axis) for end in (extent.low, extent.high))
    return f"{_interval(extent, low, high)} {extent.axis}"


def _interval(ends: Interval | Extent, low: str, high: str) -> str:
    """An interval as mathematicians write it, a round bracket at an open end: ``[2.35, 2.45)``."""
    return f"{'(' if ends.low_open else '['}{low}, {high}{')' if ends.high_open else ']'}"


def _slot(claim: Claim) -> str:
    told = [f"{name} {visible(str(value))}" for name in _SLOT if (value := getattr(claim, name))]
    if claim.subject:
        told.append(f"subject {visible('; '.join(claim.subject))}")
    if claim.as_of:
        told.append(f"as of {' to '.join(dict.fromkeys(claim.as_of))}")
    return "; ".join(told)
