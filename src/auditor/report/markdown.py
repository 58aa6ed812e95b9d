"""The report as Markdown, for a comment on a merge request or the summary of a CI step."""

import re
from collections.abc import Iterable, Iterator

from auditor.model import Report
from auditor.report.arrange import each_card, together
from auditor.report.excerpts import Piece
from auditor.report.places import Place, Places
from auditor.report.summary import OPEN, aside, verdict
from auditor.report.view import Card, Credit, Side
from auditor.wording.shown import visible
from auditor.wording.words import WORDS, several

LONGEST = 60_000
"""Characters that a comment may have with room to spare; GitHub takes 65,536."""

_MOST_PLACES = 40
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#+!|~&$^=]|:(?=//)|(?<=www)\.")
_MENTION = re.compile(r"([@#])(?=\w)")


def render(report: Report) -> str:
    """The result in a sentence, then each finding that nobody has accepted, worst first, as long as there is room."""
    head = [f"### {_text(verdict(report))}", "", *(f"{_text(line)}\n" for line in [aside(report)] if line)]
    head += [f"- **Could not be read:** {_text(line)}" for line in report.unread]
    parts = ["\n".join(head).rstrip()[:LONGEST]]
    places = Places(report)
    room = LONGEST - len(parts[0])
    cards = each_card(report)
    found = {card.anchor: finding for card, finding in zip(cards, report.findings, strict=True)}
    shown = together(card for card in cards if card.status in OPEN)
    for number, card in enumerate(shown):
        where = [place for one in card.alike or (card,) for place, _ in places.of(found[one.anchor])]
        part = "\n".join(_finding(card, where))
        room -= len(part) + 2
        if room < 0:
            parts.append(f"… and {several(sum(one.count for one in shown[number:]), 'more finding')}.")
            break
        parts.append(part)
    return "\n\n".join(parts) + "\n"


def _finding(card: Card, where: list[Place]) -> Iterator[str]:
    severity, status = WORDS.severities[card.severity][0], "" if card.status == "new" else f", {card.status}"
    yield f"**{severity.capitalize()}{status}: {_text(card.message)}**"
    yield ""
    about = [*([card.story] if card.story else []), *([_named(card.credit)] if card.credit else [])]
    if about:
        yield f"{_text(': '.join(about))}"
        yield ""
    for side in card.sides:
        yield _side(side)
    yield ""
    if card.why:
        yield f"{_text('. '.join(step.removesuffix('.') for step in card.why))}."
        yield ""
    names = [_code(card.rule_id), *([] if card.alike else [_code(card.id)])]
    places = list(dict.fromkeys(map(_place, where)))
    left_out = max(0, len(places) - _MOST_PLACES) + (card.left_out if card.alike else 0)
    more = [f"and {left_out} more"] if left_out else []
    yield f"<sub>{', '.join([*places[:_MOST_PLACES], *more, *names])}</sub>"


def _side(side: Side) -> str:
    name = f"{_text(_named(side.credit))}: " if side.credit else ""
    return f"- {name}{_quoted(side.pieces)}"


def _named(credit: Credit) -> str:
    """A source by its title and, where that is known, who published it."""
    return f"{credit.title} ({credit.publisher})" if credit.publisher else credit.title


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
