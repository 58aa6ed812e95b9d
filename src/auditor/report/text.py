"""The report for a terminal: the verdict, then the findings, worst first, each with its sources and its reasoning."""

import textwrap
from collections.abc import Iterable, Iterator

from auditor.model import Report
from auditor.report.arrange import arrange
from auditor.report.excerpts import Piece
from auditor.report.view import Card, Credit, Fix, Page, Side
from auditor.wording.shown import shorten, visible
from auditor.wording.words import several

_LEAST_WIDTH = 60
_CONTEXT = 90
_LONGEST_TITLE = 100
_LONGEST_ID = 40
_MOST_ALIKE = 12

# Around what is to be stressed; no text has them, since `visible` names all control characters.
_MARK, _STRONG, _SOFT, _ERROR, _WARNING, _NOTE, _END = map(chr, range(1, 8))
_STYLES = {"error": _ERROR, "warning": _WARNING, "note": _NOTE}
_PLAIN = str.maketrans(dict.fromkeys((_MARK, _STRONG, _SOFT, _ERROR, _WARNING, _NOTE, _END), ""))
_COLOURED = str.maketrans(
    {
        _MARK: "\x1b[1;4m",
        _STRONG: "\x1b[1m",
        _SOFT: "\x1b[2m",
        _ERROR: "\x1b[1;31m",
        _WARNING: "\x1b[1;33m",
        _NOTE: "\x1b[1;34m",
        _END: "\x1b[0m",
    }
)


def render(report: Report, colour: bool, width: int) -> str:  # noqa: FBT001 - the caller names them
    """The report as lines of text.

    Args:
        report: What to say.
        colour: Whether to stress by ANSI codes; without them, claims stand in square brackets.
        width: Columns of the terminal.
    """
    lines = "\n".join(_page(arrange(report), max(width, _LEAST_WIDTH)))
    return lines.translate(_COLOURED if colour else _PLAIN) + "\n"


def plain_card(card: Card, width: int) -> str:
    """A finding alone, without colours: its message, its places, and the steps to the verdict."""
    return "\n".join(_card(card, width)).translate(_PLAIN)


def _page(page: Page, width: int) -> Iterator[str]:
    yield from _wrapped(f"{page.verdict}.", width, style=_STRONG)
    if page.aside:
        yield from _wrapped(page.aside, width)
    for line in page.unread:
        yield from _wrapped(f"Could not be read: {visible(line)}", width, style=_WARNING)
    for number, fix in enumerate(page.fixes):
        yield ""
        yield from _fix(fix, "Start here" if number == 0 else "Then", width)
    advised: set[str] = set()
    for card in (card for group in page.groups for card in group.cards):
        yield ""
        yield from _card(card, width)
        if card.rule and card.rule_id not in advised:
            advised.add(card.rule_id)
            yield from _wrapped(visible(card.rule.next), width, indent="    ", first="  → ")
    resolved = [card for card in page.settled if card.status == "resolved"]
    if resolved:
        yield ""
    for card in resolved:
        yield from _wrapped(f"RESOLVED  {visible(card.message)}", width, indent="  ", style=_SOFT)
    yield ""
    for one in page.overridden:
        told = f"Changed by this project: {one.rule}, {', '.join(one.changes)}. {one.reason}"
        yield from _wrapped(visible(told), width, style=_SOFT)
    yield from _wrapped(", ".join(f"{number} {label}" for number, label in page.figures) + ".", width, style=_SOFT)


def _fix(fix: Fix, heading: str, width: int) -> Iterator[str]:
    supported = f" The other evidence supports {visible(fix.supported)}." if fix.supported else ""
    verb, effect = ("Look first at", "It stands in") if fix.doubtful else ("Correct", "That clears")
    advice = f"{verb} “{visible(fix.text)}” in {_name(fix.credit)}.{supported} {effect} {fix.effect}."
    yield f"{_STRONG}{heading}{_END}"
    yield from _wrapped(advice, width, indent="  ")


def _card(card: Card, width: int) -> Iterator[str]:
    status = "" if card.status == "new" else f" ({card.status_label.lower()})"
    story = f" in {visible(shorten(card.story, _LONGEST_ID))}" if card.story else ""
    severity, label = card.severity.upper(), f"{card.label}{status}{story}"
    name = several(card.count, "finding") if card.alike else visible(shorten(card.id, _LONGEST_ID))
    break_ = "  " if len(severity) + len(label) + len(name) + 4 <= width else "\n  "
    yield f"{_STYLES[card.severity]}{severity}{_END}  {label}{break_}{_SOFT}{name}{_END}"
    yield from _wrapped(visible(card.message), width, indent="  ", style=_STRONG)
    if card.credit:
        yield from _wrapped(_credited(card.credit), width, indent="    ", style=_SOFT)
    for one in card.alike[:_MOST_ALIKE]:
        name = visible(shorten(one.id, _LONGEST_ID))
        yield from _wrapped(_credited(one.credit) if one.credit else "", width, indent="      ", first=f"    {name}  ")
    if card.alike and card.count > _MOST_ALIKE:
        yield f"    and {card.count - _MOST_ALIKE} more"
    named = None
    for side in card.sides:
        if side.credit and side.credit != named:
            yield from _wrapped(_credited(side.credit), width, indent="    ", style=_SOFT)
        named = side.credit
        yield from _side(side, width)
    if card.sides and card.left_out:
        yield f"    and {card.left_out} more places"
    if card.accepted:
        sign = "✓" if card.status == "known" else "•"
        yield from _wrapped(visible(card.accepted), width, indent="    ", first=f"  {sign} ")
    for step in card.why:
        yield from _wrapped(visible(step), width, indent="    ", first="  • ")


def _side(side: Side, width: int) -> Iterator[str]:
    values = dict.fromkeys(reading.value for reading in side.readings if reading.value)
    if values:
        details = [part for reading in side.readings for part in (reading.note, reading.compared) if part]
        detail = f" ({details[0]})" if len(values) == len(details) == 1 else ""
        yield from _wrapped(visible(", ".join(values) + detail), width, indent="      ")
    yield from _wrapped(_quoted(side.pieces), width, indent="      ", first="    | ")


def _quoted(pieces: Iterable[Piece]) -> str:
    """The excerpt with its claims in brackets, and no more around them than a terminal has room for."""
    known = list(pieces)
    quoted = []
    for number, piece in enumerate(known):
        text = visible(piece.text)
        if piece.mark:
            quoted.append(f"[{_MARK}{text}{_END}]")
        else:
            quoted.append(_trimmed(text, before=number < len(known) - 1, after=number > 0))
    return "".join(quoted).strip()


def _trimmed(text: str, *, before: bool, after: bool) -> str:
    """What stands before a claim, after one, or both, without what is far from it."""
    if len(text) <= _CONTEXT * (before + after) or not (before or after):
        return text
    head = text[:_CONTEXT].rsplit(" ", 1)[0] + " " if after else ""
    tail = " " + text[-_CONTEXT:].split(" ", 1)[-1] if before else ""
    return f"{head}…{tail}"


def _name(credit: Credit) -> str:
    title = visible(shorten(credit.title, _LONGEST_TITLE))
    return f"“{title}”" if credit.anchor and "“" not in title else title


def _credited(credit: Credit) -> str:
    """``Publisher, 30 September 2023: Title``; a reference is named with its citation."""
    if credit.citation:
        return f"{credit.title}: {visible(''.join(run.text for run in credit.citation))}"
    publisher = credit.publisher or (credit.url and credit.url.text.removeprefix("www."))
    origin = ", ".join(visible(part) for part in (publisher, credit.published, credit.name) if part)
    title = visible(shorten(credit.title, _LONGEST_TITLE))
    return f"{origin}: {title}" if origin else title


def _wrapped(text: str, width: int, *, indent: str = "", first: str | None = None, style: str = "") -> list[str]:
    """Lines no longer than ``width``, each in the style."""
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
    return [f"{style}{line}{_END}" for line in lines] if style else lines
