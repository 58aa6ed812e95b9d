"""Arranges a report into the parts of a page."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from auditor.model import SEVERITIES, Agreement, NotCompared, Report
from auditor.read.bylines import publisher
from auditor.report import summary
from auditor.report.cards import Cards, credit
from auditor.report.sheets import Marks, mentions, sheet
from auditor.report.view import Card, Comparison, Credit, Fix, Group, Page
from auditor.wording.names import names
from auditor.wording.shown import shorten
from auditor.wording.words import WORDS, capital, enumeration, several

_MOST_ENTRIES = 60
_MOST_STORIES = 4
_MOST_APART = 3
_LONGEST_STORY = 60
_ANCHOR = re.compile(r"f-[0-9A-Za-z_]{1,60}")


def arrange(report: Report) -> Page:
    """All that a page says, in the order it says it."""
    stories = sorted({info.source.story for info in report.sources})
    cards = _cards(report)
    named = cards.credits
    shown = _shown(report, cards)
    anchors = [card.anchor for card in shown]
    marks = _marks(report, anchors)
    return Page(
        title=_title(stories),
        heading=" · ".join(part for part in (summary.verdict(report), _title(stories)) if part),
        verdict=summary.verdict(report),
        aside=summary.aside(report),
        contents=_contents(report),
        figures=_figures(report),
        unread=report.unread,
        fixes=_fixes(report, cards, anchors),
        groups=_groups(shown),
        settled=tuple(card for card in shown if card.status not in summary.OPEN),
        sheets=tuple(
            sheet(info, named[info.source.id], marks, story=info.source.story if len(stories) > 1 else None)
            for info in report.sources
        ),
        consistent=_agreements(report, named),
        not_compared=_reasons(report, named),
        rules=report.rules,
        overridden=report.overridden,
    )


def each_card(report: Report) -> list[Card]:
    """A card for each finding, in the order of the findings."""
    return _shown(report, _cards(report))


def together(cards: Iterable[Card]) -> list[Card]:
    """Cards again, but one for the many sources that lack the same thing, so that they bury nothing else.

    Only findings that quote nothing are told together: what there is to read of each is the name of its source.
    """
    alike: dict[tuple[str, str, str] | str, list[Card]] = defaultdict(list)
    for card in cards:
        bare = card.credit is not None and card.rule is not None and not card.sides
        alike[(card.rule_id, card.severity, card.status) if bare else card.anchor].append(card)
    return [
        one for members in alike.values() for one in ([_several(members)] if len(members) > _MOST_APART else members)
    ]


def _several(members: list[Card]) -> Card:
    cards = sorted(members, key=lambda card: (card.credit.title if card.credit else "", card.id))
    first = members[0]
    title = first.rule.title if first.rule else first.rule_id
    return replace(
        first,
        anchor=f"all-{first.rule_id}-{first.status}",
        story=None,
        message=shorten(f"{title}: {several(len(cards), 'source')}"),
        credit=None,
        alike=tuple(cards[:_MOST_ENTRIES]),
        left_out=max(0, len(cards) - _MOST_ENTRIES),
    )


def _shown(report: Report, cards: Cards) -> list[Card]:
    anchors = _anchors([finding.id for finding in report.findings])
    return [cards.card(finding, anchor) for finding, anchor in zip(report.findings, anchors, strict=True)]


def _cards(report: Report) -> Cards:
    named = names(
        (info.source.id, info.source.story, publisher(info.source), info.published) for info in report.sources
    )
    return Cards(
        infos={info.source.id: info for info in report.sources},
        credits={
            info.source.id: credit(info, named[info.source.id], f"source-{number}")
            for number, info in enumerate(report.sources, 1)
        },
        rules={rule.id: rule for rule in report.rules},
        stories=len({info.source.story for info in report.sources}) > 1,
    )


def _anchors(ids: list[str]) -> list[str]:
    """Where each finding stands: its id, so that links to it last, or its number where the id is unfit or taken."""
    anchors: list[str] = []
    taken: set[str] = set()
    for number, name in enumerate(ids, 1):
        fit = _ANCHOR.fullmatch(name) and name not in taken
        anchors.append(name if fit else f"finding-{number}")
        taken.add(name)
    return anchors


def _title(stories: list[str]) -> str:
    names = [shorten(story, _LONGEST_STORY) for story in stories if story]
    if len(names) > _MOST_STORIES:
        return several(len(names), "story", "stories")
    return enumeration(names)


def _figures(report: Report) -> tuple[tuple[str, str], ...]:
    """The figures at the top: a number and what it counts."""
    tally = [
        (len(report.sources), "source read", "sources read"),
        (sum(len(info.claims) for info in report.sources), "claim found", "claims found"),
        (len(report.consistent), "agreement", "agreements"),
        (len(report.not_compared), "not comparable", "not comparable"),
        (len(report.rules), "rule applied", "rules applied"),
    ]
    return tuple((f"{number:,}", one if number == 1 else many) for number, one, many in tally)


def _contents(report: Report) -> tuple[tuple[str, str, int], ...]:
    settled = sum(finding.status not in summary.OPEN for finding in report.findings)
    parts = (
        ("settled", "Settled", settled),
        ("sources", "Sources", len(report.sources)),
        ("consistent", "What agrees", len(report.consistent)),
        ("not-compared", "Not compared", len(report.not_compared)),
        ("rules", "Rules", len(report.rules)),
    )
    return tuple(part for part in parts if part[2])


def _marks(report: Report, anchors: list[str]) -> Marks:
    marks: Marks = {}
    for finding, anchor in zip(report.findings, anchors, strict=True):
        for claim in dict.fromkeys(claim.id for claim in finding.claims if claim.id):
            marks.setdefault(claim, []).append((anchor, finding.severity))
    return marks


def _fixes(report: Report, cards: Cards, anchors: list[str]) -> tuple[Fix, ...]:
    """The corrections that clear more than one finding: where to start."""
    where = {id(finding): anchor for finding, anchor in zip(report.findings, anchors, strict=True)}
    return tuple(
        cards.fix(
            remedy.suspect,
            clears=tuple((where[id(finding)], shorten(capital(finding.message))) for finding in remedy.findings),
        )
        for remedy in summary.remedies(report)
    )


def _groups(cards: list[Card]) -> tuple[Group, ...]:
    """The open findings by severity; a severity without findings has no group."""
    groups = []
    for severity in SEVERITIES:
        members = [card for card in cards if card.severity == severity and card.status in summary.OPEN]
        if members:
            groups.append(Group(severity, WORDS.severities[severity][2], tuple(together(members))))
    return tuple(groups)


def _agreements(report: Report, named: dict[str, Credit]) -> tuple[Comparison, ...]:
    """What agrees by what was looked at, such as dates; a rule's title names the dispute that there is none of."""
    groups = {rule.id: rule.group for rule in report.rules}
    return _comparisons(((groups.get(entry.rule, entry.rule), entry) for entry in report.consistent), named)


def _reasons(report: Report, named: dict[str, Credit]) -> tuple[Comparison, ...]:
    return _comparisons(((entry.reason, entry) for entry in report.not_compared), named)


def _comparisons(
    entries: Iterable[tuple[str, Agreement | NotCompared]], named: dict[str, Credit]
) -> tuple[Comparison, ...]:
    """Entries under their headings, in the order the headings first appear."""
    grouped: dict[str, list[Agreement | NotCompared]] = {}
    for heading, entry in entries:
        grouped.setdefault(heading, []).append(entry)
    return tuple(
        Comparison(
            heading=capital(shorten(heading)),
            entries=tuple(tuple(mentions(entry, named)) for entry in members[:_MOST_ENTRIES]),
            count=len(members),
            left_out=max(0, len(members) - _MOST_ENTRIES),
        )
        for heading, members in grouped.items()
    )
