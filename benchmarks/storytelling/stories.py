"""Stories: the same facts told by several outlets, each in its own words, order, style and layout."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from storytelling.names import SURNAMES
from storytelling.specs import Spec, specs
from storytelling.values import CURRENCIES, Style, Value, drawn, written, written_day

HEADLINE, BACKGROUND = -1, -2
"""The facts of a headline and of a background paragraph, which are none of the story's list."""
GROWTH = 0.3
"""How much a toll grows in a day."""

_SLOT = re.compile(r"\{(\w+)(~|:\w)?\}")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its habits.

    Attributes:
        dated: Where its day stands: a ``line`` above the headline, ``below`` it, in ``dateline`` or ``metadata``.
        address: How its addresses are dated: ``day``, ``month`` or not at all.
        background: Whether background has a heading.
    """

    name: str
    host: str
    style: Style
    dated: str
    address: str
    background: bool = False


OUTLETS = (
    Outlet("Northern Wire", "northernwire.example", Style(month_first=True, day="weekday"), "dateline", "day"),
    Outlet(
        "Daily Courier", "dailycourier.example", Style(money="sign", percent=" per cent", day="full"), "line", "day"
    ),
    Outlet(
        "Harbour Post",
        "harbourpost.example",
        Style(money="name", percent=" percent", day="date"),
        "below",
        "",
        background=True,
    ),
    Outlet(
        "The Ledger",
        "theledger.example",
        Style(month_first=True, imperial=True, day="full", percent=" percent"),
        "metadata",
        "day",
    ),
    Outlet(
        "Radio Nine",
        "radionine.example",
        Style(money="name", day="both", about=("over", "nearly", "around")),
        "line",
        "month",
    ),
    Outlet(
        "Morning Dispatch",
        "morningdispatch.example",
        Style(money="code", day="both", month_first=True),
        "metadata",
        "",
        background=True,
    ),
    Outlet("Valley Observer", "valleyobserver.example", Style(day="weekday", percent=" per cent"), "below", "day"),
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of a source.

    Attributes:
        fact: The position of the fact, or HEADLINE or BACKGROUND.
        template: The sentence with slots.
        values: What the slots stand for here.
    """

    fact: int
    template: str
    values: dict[str, Value]

    @property
    def slots(self) -> dict[str, str]:
        """The slots of the template, each with the mode it is first written in."""
        found: dict[str, str] = {}
        for match in _SLOT.finditer(self.template):
            found.setdefault(match[1], (match[2] or "").lstrip(":"))
        return found


@dataclass(frozen=True, slots=True)
class Draft:
    """One source before it is written down: the headline first, then paragraphs of tellings."""

    outlet: Outlet
    published: date
    displayed: date
    addressed: date
    headline: Telling
    paragraphs: tuple[tuple[Telling, ...], ...]
    background: tuple[Telling, ...]

    @property
    def tellings(self) -> Iterator[Telling]:
        """All sentences of the body."""
        for paragraph in self.paragraphs:
            yield from paragraph

    def telling(self, fact: int) -> Telling | None:
        """How the source tells a fact, if it does."""
        return next((one for one in self.tellings if one.fact == fact), None)

    def retold(self, fact: int, telling: Telling) -> "Draft":
        """The source with one fact told otherwise."""
        if fact == HEADLINE:
            return replace(self, headline=telling)
        swapped = tuple(tuple(telling if one.fact == fact else one for one in some) for some in self.paragraphs)
        return replace(self, paragraphs=swapped)


@dataclass(frozen=True, slots=True)
class Story:
    """A story; its sources are in order of time."""

    id: str
    spec: Spec
    values: dict[str, Value]
    drafts: tuple[Draft, ...]

    def retold(self, index: int, draft: Draft) -> "Story":
        """The story with another source in one place."""
        return replace(self, drafts=(*self.drafts[:index], draft, *self.drafts[index + 1 :]))


class Mark(NamedTuple):
    """Where a slot of a telling, or all of it (slot empty), stands in a text; also ``displayed`` of the fact -3."""

    fact: int
    slot: str
    start: int
    end: int


class Written(NamedTuple):
    """A source as ``auditor.read`` takes it, and where everything stands in its text."""

    record: dict[str, str]
    marks: tuple[Mark, ...]


LAYOUT = -3
"""The fact of marks of the page itself."""


def story(index: int, seed: int = 0) -> Story:
    """The story of a number: kinds take turns."""
    rng = Random(f"{seed}/{index}")
    spec = specs()[index % len(specs())]
    first = date(2023, 1, 2) + timedelta(days=rng.randrange(900))
    currency = rng.choice(sorted(CURRENCIES))
    patrons = f"{SURNAMES[index % len(SURNAMES)]}-{SURNAMES[index // len(SURNAMES) % len(SURNAMES)]}"
    values = {"patrons": Value("words", text=patrons)}
    for name, declared in spec.slots.items():
        values[name] = drawn(declared, values, first, currency, rng)
    outlets = rng.sample(OUTLETS, rng.randint(3, 5))
    last = len(outlets) - 1
    days = [max(0, place - 1) if spec.has_toll else int(place == last and last > 2) for place in range(len(outlets))]  # noqa: PLR2004
    drafts = [_draft(spec, values, outlet, first, day=day, rng=rng) for outlet, day in zip(outlets, days, strict=True)]
    return Story(f"{spec.kind}-{index:03}", spec, values, tuple(drafts))


def _draft(spec: Spec, values: dict[str, Value], outlet: Outlet, first: date, *, day: int, rng: Random) -> Draft:
    """Tell most facts of a story in the words of one outlet, so many days after the first report."""
    known = {name: _risen(value, day) for name, value in values.items()}
    published = first + timedelta(days=day)
    chosen = [
        Telling(place, rng.choice(fact.tell), known)
        for place, fact in enumerate(spec.facts)
        if not (fact.same_day and day) and (place == 0 or rng.random() < 0.85)  # noqa: PLR2004 - most of them
    ]
    rest = chosen[1:]
    rng.shuffle(rest)
    paragraphs = [(chosen[0], *rest[:1])]
    at = 1
    while at < len(rest):
        size = rng.choice((1, 2, 2))
        paragraphs.append(tuple(rest[at : at + size]))
        at += size
    told = {slot for one in chosen for slot, mode in one.slots.items() if mode != "~"}
    borne_out = [line for line in spec.headlines if set(Telling(HEADLINE, line, known).slots) <= told]
    headline = Telling(HEADLINE, rng.choice(borne_out or spec.headlines[-1:]), known)
    background = tuple(Telling(BACKGROUND, line, known) for line in spec.background if rng.random() < 0.6)  # noqa: PLR2004
    return Draft(outlet, published, published, published, headline, tuple(paragraphs), background)


def _risen(value: Value, day: int) -> Value:
    """A toll so many days later; anything else as it is."""
    if not value.kind.startswith("toll") or not day:
        return value
    amount = int(float(value.amount) * (1 + GROWTH * day))
    return replace(value, amount=type(value.amount)(amount + (amount % 10 == 0)))


class _Page:
    """A text that grows, with the places of what was written into it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []

    def add(self, text: str) -> None:
        """Append words."""
        self.parts.append(text)
        self.length += len(text)

    def mark(self, fact: int, slot: str, text: str) -> None:
        """Append words and note where they stand."""
        self.marks.append(Mark(fact, slot, self.length, self.length + len(text)))
        self.add(text)

    def tell(self, telling: Telling, style: Style) -> None:
        """Append a sentence."""
        start, at = self.length, 0
        for match in _SLOT.finditer(telling.template):
            self.add(telling.template[at : match.start()])
            words = written(telling.values[match[1]], (match[2] or "").lstrip(":"), style)
            self.mark(telling.fact, match[1], words[:1].upper() + words[1:] if self.length == start else words)
            at = match.end()
        self.add(telling.template[at:])
        self.marks.append(Mark(telling.fact, "", start, self.length))


def page(story: Story, index: int) -> Written:
    """Write a source down."""
    draft = story.drafts[index]
    outlet, style, out = draft.outlet, draft.outlet.style, _Page()
    shown = written_day(draft.displayed, "full", month_first=style.month_first)
    if outlet.dated == "line":
        out.mark(LAYOUT, "displayed", shown)
        out.add("\n\n")
    out.tell(draft.headline, style)
    out.add("\n\n")
    if outlet.dated == "below":
        out.add("Published: ")
        out.mark(LAYOUT, "displayed", shown)
        out.add("\n\n")
    for place, paragraph in enumerate(draft.paragraphs):
        if not place and outlet.dated == "dateline":
            out.add(f"{story.values['town'].text.upper() if 'town' in story.values else 'CAPITAL'}, ")
            out.mark(LAYOUT, "displayed", shown)
            out.add(f" ({outlet.name}) — ")
        _paragraph(out, paragraph, style)
    if draft.background:
        out.add("Background\n\n" if outlet.background else "")
        _paragraph(out, draft.background, style)
    return Written(_record(story, index, "".join(out.parts).rstrip("\n") + "\n"), tuple(out.marks))


def _paragraph(out: _Page, tellings: tuple[Telling, ...], style: Style) -> None:
    for place, telling in enumerate(tellings):
        out.add(" " if place else "")
        out.tell(telling, style)
    out.add("\n\n")


def _record(story: Story, index: int, text: str) -> dict[str, str]:
    """The line of a source; its address always tells the story's subject."""
    draft = story.drafts[index]
    outlet, day = draft.outlet, draft.addressed
    dated = {"day": f"{day:%Y/%m/%d}/", "month": f"{day:%Y/%m}/", "": ""}[outlet.address]
    record = {
        "id": f"{story.id}.{index}",
        "story": story.id,
        "text": text,
        "url": f"https://www.{outlet.host}/news/{dated}{story.spec.kind}",
        "publisher": outlet.name,
    }
    return record | ({"published": draft.published.isoformat()} if outlet.dated == "metadata" else {})


def pages(story: Story) -> list[Written]:
    """Write all sources of a story down."""
    return [page(story, index) for index in range(len(story.drafts))]
