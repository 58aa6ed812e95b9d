"""Arranges findings into cards: every place that takes part side by side, with the reasoning and the remedy."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby

from auditor.extract.events import stages
from auditor.model import Accepted, Claim, Finding, Interval, Quotation, Role, RuleInfo, SourceInfo, Stage, Suspect
from auditor.report.excerpts import excerpt
from auditor.report.links import Link, host, href, linked
from auditor.report.view import Card, Credit, Fix, Reading, Side
from auditor.wording import values
from auditor.wording.shown import shorten
from auditor.wording.words import WORDS, capital, several

_TIMELESS = ("date", "name", "quotation")
"""The kinds of claims that hold whenever they are read."""

_ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_MOST_SIDES = 8
_LONGEST_TITLE = 180
_LONGEST_VALUE = 120


def credit(info: SourceInfo, name: str, anchor: str) -> Credit:
    """How a source is named on the page, beside its name in messages."""
    source = info.source
    clues = WORDS.clues
    return Credit(
        title=shorten(source.title or source.id, _LONGEST_TITLE),
        publisher=shorten(source.publisher, _LONGEST_TITLE) if source.publisher else None,
        url=Link(shorten(host(source.url) or source.url, _LONGEST_TITLE), href(source.url)) if source.url else None,
        published=values.day(info.published) if info.published else None,
        published_from=clues.get(info.published_from) if info.published_from else None,
        anchor=anchor,
        name=shorten(name, _LONGEST_TITLE) if source.title and source.id in {name, f"{source.story}/{name}"} else None,
    )


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes cards of findings.

    Attributes:
        infos: The sources by id, to quote from.
        credits: How each is named, by id.
        rules: The rules that ran, by id.
        stories: Whether cards must say which story they belong to.
    """

    infos: dict[str, SourceInfo]
    credits: dict[str, Credit]
    rules: dict[str, RuleInfo]
    stories: bool

    def card(self, finding: Finding, anchor: str) -> Card:
        """One finding, ready to be shown."""
        sides = self._sides(finding)
        alone = self._alone(finding, sides)
        if alone:
            sides = [replace(side, credit=None) for side in sides]
        return Card(
            anchor=anchor,
            id=finding.id,
            verdict=finding.verdict,
            label=WORDS.verdicts[finding.verdict][2],
            severity=finding.severity,
            status=finding.status,
            status_label=WORDS.statuses[finding.status],
            story=finding.story if self.stories else None,
            message=shorten(capital(finding.message)),
            credit=alone,
            sides=_foremost(sides),
            left_out=max(0, len(sides) - _MOST_SIDES) + finding.more,
            why=tuple(shorten(capital(step)) for step in finding.why),
            fix=self.fix(finding.suspect) if finding.suspect else None,
            rule_id=finding.rule,
            rule=self.rules.get(finding.rule),
            accepted=shorten(_acceptance(finding.accepted, finding)) if finding.accepted else None,
        )

    def fix(self, suspect: Suspect, clears: tuple[tuple[str, str], ...] = ()) -> Fix:
        """A correction; ``clears`` are the anchors and messages of the findings that it would clear."""
        supported = values.stretch(*suspect.supported, suspect.unit) if suspect.supported else None
        return Fix(
            text=shorten(suspect.text, _LONGEST_VALUE),
            credit=self._credit(suspect.source),
            supported=supported,
            evidence=tuple(shorten(_dated(line)) for line in suspect.evidence),
            effect=several(len(clears) or suspect.findings, "finding"),
            clears=clears,
            doubtful=_is_doubtful(suspect),
        )

    def _sides(self, finding: Finding) -> list[Side]:
        """A side for each sentence; sides of one source stay together, in the order the finding names them.

        A sentence that a source repeats word for word (a list of headlines that stands twice) is shown once.
        """
        order = {source: place for place, source in reversed(list(enumerate(c.source for c in finding.claims)))}
        claims = sorted(finding.claims, key=lambda c: (order[c.source], _sentence(c)))
        doubted = finding.suspect.claims if finding.suspect and not _is_doubtful(finding.suspect) else ()
        places = groupby(claims, key=lambda c: (c.source, _sentence(c)))
        return list(dict.fromkeys(self._side(list(group), doubted, finding.bounded) for _, group in places))

    def _side(self, claims: list[Claim], doubted: tuple[str, ...], bounded: bool) -> Side:  # noqa: FBT001 - the caller names it
        first = claims[0]
        credit_ = self._credit(first.source)
        info = self.infos.get(first.source)
        pieces = tuple(excerpt(info.source if info else None, claims))
        reference = first.is_fact
        if reference:
            credit_ = Credit("Reference", citation=tuple(linked(first.speaker or "")))
        return Side(
            credit=credit_,
            readings=_readings(claims, bounded=bounded, told=len(pieces) == 1),
            pieces=pieces,
            place=() if reference else _place(first, info.published if info else None),
            doubted=any(claim.id in doubted for claim in claims),
        )

    def _alone(self, finding: Finding, sides: list[Side]) -> Credit | None:
        """The one source that a finding is about, if it is about one."""
        if not sides:
            return self._credit(finding.source) if finding.source else None
        first = sides[0].credit
        return first if first and first.anchor and all(side.credit == first for side in sides) else None

    def _credit(self, source: str) -> Credit:
        return self.credits.get(source) or Credit(shorten(source, _LONGEST_TITLE))


def _is_doubtful(suspect: Suspect) -> bool:
    """Whether several findings share what is suspected, and no value fits all that stands against it."""
    return suspect.findings > 1 and suspect.supported is None


def _foremost(sides: list[Side]) -> tuple[Side, ...]:
    """As many sides as a card has room for, in their order: of each value the first, then the second, and so on."""
    seen: Counter[tuple[str, ...]] = Counter()
    turns = []
    for place, side in enumerate(sides):
        values_ = tuple(one.value for one in side.readings if one.value)
        stated = values_ or tuple(one.text for one in side.pieces if one.mark)
        seen[stated] += 1
        turns.append((seen[stated], place))
    return tuple(sides[place] for place in sorted(place for _, place in sorted(turns)[:_MOST_SIDES]))


def _acceptance(accepted: Accepted, finding: Finding) -> str:
    """``Accepted by Ann Lee until 31 May 2025: both are said at court``."""
    ended = finding.status == "new" and accepted.until
    by = f" by {accepted.by}" if accepted.by else ""
    until = f" until {values.day(accepted.until)}{', which is over' * bool(ended)}" if accepted.until else ""
    other = f" with {', '.join(accepted.values)}" if finding.status == "changed" else ""
    return f"Accepted{by}{until}{other}: {accepted.reason}"


def _dated(line: str) -> str:
    """A line of evidence with its days in words; what it quotes stays as it is."""
    quoted, mark, rest = line.rpartition("”")
    return quoted + mark + _ISO_DAY.sub(lambda found: values.day(found[0]), rest)


def _sentence(claim: Claim) -> tuple[str, int, int]:
    """What claims quoted together share; a claim outside every sentence stands for itself."""
    start, end = claim.sentence or (claim.start, claim.start)
    return (claim.field, start, end) if start < end else (claim.field, claim.start, claim.end)


def _readings(claims: list[Claim], *, bounded: bool, told: bool) -> tuple[Reading, ...]:
    """The values of a side, each once.

    Args:
        claims: The claims of the side.
        bounded: Whether what rounding allows decides.
        told: Whether the excerpt is just the words of one claim.
    """
    readings = dict.fromkeys(_reading(claim, bounded=bounded) for claim in claims)
    return tuple(replace(reading, written=None) if told else reading for reading in readings)


def _reading(claim: Claim, *, bounded: bool) -> Reading:
    said = shorten(claim.text, _LONGEST_VALUE)
    match claim.value:
        case Interval():
            value, compared = shorten(values.as_written(claim), _LONGEST_VALUE), _compared(claim, bounded=bounded)
            written = said if said.casefold() != value.casefold() else None
            return Reading(value, written, compared if compared != value else None)
        case Role(person):
            return Reading(shorten(person, _LONGEST_VALUE), said, note=shorten(values.office(claim.value)))
        case Stage(thing, stage):
            return Reading(said, note=shorten(thing) if stages.place(stage) and thing not in said else None)
        case Quotation():
            return Reading(None)
        case _:
            return Reading(said)


def _compared(claim: Claim, *, bounded: bool) -> str | None:
    compared = values.understood(claim, bounded=bounded)
    return compared and shorten(compared, _LONGEST_VALUE)


def _place(claim: Claim, published: str | None) -> tuple[str, ...]:
    """Which part of the source, who speaks, how firmly, as of when if not of the day it was published."""
    if claim.field != "text":
        part = WORDS.fields[claim.field]
    else:
        part = capital(WORDS.clues[claim.clue].removeprefix("the ")) if claim.clue else WORDS.zones[claim.zone]
    speaker = [f"said by {shorten(claim.speaker, _LONGEST_VALUE)}"] if claim.speaker else []
    is_told = claim.modality == "stated" or isinstance(claim.value, Stage)  # a denial is quoted with its "not"
    modality = [] if is_told else [claim.modality]
    return (part, *speaker, *modality, *as_of(claim, published))


def as_of(claim: Claim, published: str | None) -> list[str]:
    """When a claim holds, if that says more than the day on which its source was published."""
    if claim.as_of is None or claim.kind in _TIMELESS or claim.as_of == (published, published):
        return []
    return [f"as of {values.days(*claim.as_of)}"]
