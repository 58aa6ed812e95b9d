"""Arranges claims into lists: those of a source in reading order, those that agree, those not compared."""

from collections import Counter

from auditor.language.spoken import is_foreign
from auditor.model import Agreement, Claim, NotCompared, Severity, SourceInfo
from auditor.report.cards import as_of
from auditor.report.view import Credit, Mention, Part, Row, Sheet
from auditor.wording import values
from auditor.wording.shown import shorten
from auditor.wording.words import WORDS, several

Marks = dict[str, list[tuple[str, Severity]]]
"""The findings that a claim takes part in, by the claim's id: where they stand on the page, and how severe."""

_MOST_ROWS = 400
_LONGEST = 160
_NO_TEXT = "Title and address"


def sheet(info: SourceInfo, credit: Credit, marks: Marks, story: str | None) -> Sheet:
    """A source with its claims."""
    shown = info.claims[:_MOST_ROWS]
    parts: dict[str, list[Row]] = {}
    names: dict[str, Counter[str]] = {}
    for claim in shown:
        rows = parts.setdefault(_part(claim), [])
        if claim.kind == "name" and claim.id not in marks:
            names.setdefault(_part(claim), Counter())[claim.text] += 1
        else:
            rows.append(_row(claim, marks, info.published))
    involved = {place for claim in info.claims for place in marks.get(claim.id, ())}
    dated = [f"dated by {credit.published_from}"] if credit.published_from else []
    if is_foreign(info.source.text):
        dated.insert(0, "in another language, read for its dates alone")
    return Sheet(
        anchor=credit.anchor or "",
        credit=credit,
        summary=_summary(len(info.claims), len(involved)),
        place=tuple(part for part in (*dated, shorten(info.source.path or info.source.id, _LONGEST), story) if part),
        parts=tuple(Part(part, tuple(rows), _names(names.get(part, Counter()))) for part, rows in parts.items()),
        left_out=len(info.claims) - len(shown),
    )


def _names(tally: Counter[str]) -> tuple[str, ...]:
    """Names that no finding speaks of, each once, in the order they first appear."""
    return tuple(shorten(name, _LONGEST) + (f" ({times} times)" if times > 1 else "") for name, times in tally.items())


def _summary(claims: int, findings: int) -> str:
    return several(claims, "claim") + (f", {several(findings, 'finding')}" if findings else "")


def mentions(entry: Agreement | NotCompared, credits_: dict[str, Credit]) -> list[Mention]:
    """The claims of one entry of a list, and how many more it has."""
    listed = [mention(claim, credits_) for claim in entry.claims]
    return [*listed, Mention(f"and {entry.more:,} more", None, "", None)] if entry.more else listed


def mention(claim: Claim, credits_: dict[str, Credit]) -> Mention:
    """A claim named in a list."""
    credit = credits_.get(claim.source)
    name = "Reference" if claim.is_fact else claim.source
    value = values.as_written(claim)
    return Mention(
        source=shorten(credit.title if credit else name, _LONGEST),
        anchor=credit.anchor if credit else None,
        words=shorten(claim.text, _LONGEST),
        value=shorten(value, _LONGEST) if value.strip("“”") != claim.text else None,
    )


def _part(claim: Claim) -> str:
    """The heading that a claim is listed under; what is quoted in the body stays in the body."""
    if claim.field != "text":
        return _NO_TEXT
    return WORDS.zones["body" if claim.zone == "quote" else claim.zone]


def _row(claim: Claim, marks: Marks, published: str | None) -> Row:
    written = values.as_written(claim)
    compared = values.as_compared(claim)
    same = written.strip("“”") == claim.text.strip("“”")
    value = compared if same else written
    return Row(
        kind=WORDS.kinds[claim.kind][2],
        words=shorten(claim.text, _LONGEST),
        value=shorten(value, _LONGEST) if value and value != claim.text else None,
        compared=shorten(compared, _LONGEST) if compared and compared != value else None,
        about=shorten(_about(claim), _LONGEST),
        notes=tuple(shorten(note, _LONGEST) for note in _notes(claim, published)),
        findings=tuple(marks.get(claim.id, ())),
    )


def _about(claim: Claim) -> str:
    """``artillery shell · stocks · NATO``: what is counted, what is measured, of whom."""
    parts = [claim.counted, claim.measure if claim.measure != claim.counted else None, ", ".join(claim.subject)]
    return " · ".join(part for part in parts if part)


def _notes(claim: Claim, published: str | None) -> list[str]:
    """What else the sentence says: who speaks, how firmly, as of when (if not the day of publication)."""
    notes = [f"said by {claim.speaker}"] if claim.speaker else []
    if claim.modality != "stated":
        notes.append(claim.modality)
    notes += as_of(claim, published)
    if claim.clue and claim.field == "text":
        notes.append(WORDS.clues[claim.clue])
    if claim.field != "text":
        notes.append(WORDS.fields[claim.field].lower())
    return notes
