"""The report as Markdown, for a comment on a merge request or the summary of a CI step."""

import re
from collections.abc import Iterable, Iterator

from auditor.model import Finding, Report
from auditor.report.arrange import each_card
from auditor.report.excerpts import Piece, visible
from auditor.report.places import Place, Places
from auditor.report.summary import OPEN, aside, verdict
from auditor.report.view import Card, Side
from auditor.report.words import several, words

LONGEST = 60_000
"""Characters that a comment may have with room to spare; GitHub takes 65,536."""

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#+!|~&$^=]|:(?=//)|(?<=www)\.")
_MENTION = re.compile(r"([@#])(?=\w)")


def render(report: Report) -> str:
    """The result in a sentence, then each finding that nobody has accepted, worst first, as long as there is room."""
    head = [f"### {_text(verdict(report))}", "", *(f"{_text(line)}\n" for line in [aside(report)] if line)]
    head += [f"- **Could not be read:** {_text(line)}" for line in report.unread]
    parts = ["\n".join(head).rstrip()[:LONGEST]]
    places = Places(report)
    room = LONGEST - len(parts[0])
    shown = [(f, card) for f, card in zip(report.findings, each_card(report), strict=True) if f.status in OPEN]
    for number, (finding, card) in enumerate(shown):
        part = "\n".join(_finding(finding, card, places))
        room -= len(part) + 2
        if room < 0:
            parts.append(f"… and {several(len(shown) - number, 'more finding')}.")
            break
        parts.append(part)
    return "\n\n".join(parts) + "\n"


def _finding(finding: Finding, card: Card, places: Places) -> Iterator[str]:
    severity, status = words().severities[card.severity][0], "" if card.status == "new" else f", {card.status}"
    yield f"**{severity.capitalize()}{status}: {_text(card.message)}**"
    yield ""
    for side in card.sides:
        yield _side(side)
    yield ""
    if card.why:
        yield f"{_text('; '.join(card.why))}."
        yield ""
    where = [_place(place) for place, _ in places.of(finding)]
    yield f"<sub>{', '.join([*where, _code(card.rule_id), _code(card.id)])}</sub>"


def _side(side: Side) -> str:
    title = f"{_text(side.credit.title)}: " if side.credit else ""
    return f"- {title}{_quoted(side.pieces)}"


def _quoted(pieces: Iterable[Piece]) -> str:
    return "".join(f"**{_text(piece.text)}**" if piece.mark else _text(piece.text) for piece in pieces)


def _place(place: Place) -> str:
    return _code(f"{place.path}:{place.line}")


def _code(text: str) -> str:
    return f"<code>{_text(text)}</code>"


def _text(text: str) -> str:
    """A text that stays text: no markup, no link, no formula, nobody called by name, no issue referred to."""
    apart = _MENTION.sub(r"\1 ", visible(text))
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", apart)
