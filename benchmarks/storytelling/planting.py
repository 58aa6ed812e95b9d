"""Plants one contradiction in a copy of a story, of a kind, and says where it stands.

A planter takes a story and a seeded generator and returns the story with one source changed, the source, and the place
of the change; None if the story has no room for its kind. What is changed is told by another source of the same day
too, so that a reader who has both could see it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from storytelling.stories import HEADLINE, LAYOUT, Draft, Story, Telling, page
from storytelling.values import UNIT_SLIPS, Value, weekday_after


@dataclass(frozen=True, slots=True)
class Planted:
    """A story with one contradiction.

    Attributes:
        story: The story, changed.
        index: Which of its sources was changed.
        fact: The fact that was changed.
        slot: The slot that was changed; empty for the whole sentence.
    """

    story: Story
    index: int
    fact: int
    slot: str

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where the change stands, and where the headline and the article of the source disagree by it."""
        marks = page(self.story, self.index).marks
        across = [mark for mark in marks if mark.slot and mark.slot == self.slot and HEADLINE in {mark.fact, self.fact}]
        return [self.place, *((mark.start, mark.end) for mark in across)]

    @property
    def place(self) -> tuple[int, int]:
        """Where the change stands in the changed source."""
        marks = page(self.story, self.index).marks
        return next((mark.start, mark.end) for mark in marks if (mark.fact, mark.slot) == (self.fact, self.slot))


@dataclass(frozen=True, slots=True)
class Spot:
    """A slot that can be changed: told here, and told elsewhere on the same day."""

    index: int
    telling: Telling
    slot: str
    value: Value

    @property
    def mode(self) -> str:
        """How the slot is written."""
        return self.telling.slots[self.slot]


Planter = Callable[[Story, Random], Planted | None]
_ROUNDED = "~"


def planters() -> dict[str, Planter]:
    """Every kind of contradiction with its planter, in the order of the report."""
    return {
        "figure changed": lambda story, rng: _figure(story, rng, _changed),
        "digits swapped": lambda story, rng: _figure(story, rng, _swapped),
        "million or billion": lambda story, rng: _figure(story, rng, _rescaled),
        "percent or point": lambda story, rng: _figure(story, rng, _pointed),
        "unit changed": lambda story, rng: _figure(story, rng, _remeasured),
        "part over whole": _part,
        "headline figure": _headline,
        "toll falls": _toll,
        "event date moved": _day,
        "weekday": _weekday,
        "address date": _address,
        "time since event": _elapsed,
        "title changed": _title,
        "name misspelled": _name,
        "quoted number": lambda story, rng: _figure(story, rng, _changed, quoted=True),
        "quoted negation": lambda story, rng: _reversed(story, rng, quoted=True),
        "status reversed": lambda story, rng: _reversed(story, rng, quoted=False),
    }


def _retold(story: Story, spot: Spot, value: Value) -> Planted:
    """The story with one slot of one sentence changed."""
    telling = replace(spot.telling, values=spot.telling.values | {spot.slot: value})
    changed = story.retold(spot.index, story.drafts[spot.index].retold(telling.fact, telling))
    return Planted(changed, spot.index, telling.fact, spot.slot)


def _all_spots(story: Story) -> Iterator[Spot]:
    """Every slot of the body."""
    for index, draft in enumerate(story.drafts):
        for telling in draft.tellings:
            yield from _spots_of(index, telling)


def _spots_of(index: int, telling: Telling) -> Iterator[Spot]:
    """The slots of one sentence."""
    for slot in telling.slots:
        yield Spot(index, telling, slot, telling.values[slot])


def _spots(story: Story) -> Iterator[Spot]:
    """Every slot of the body that another source of the same day tells too, of the same fact."""
    for spot in _all_spots(story):
        draft = story.drafts[spot.index]
        others = [
            told
            for place, other in enumerate(story.drafts)
            if place != spot.index and other.published == draft.published and (told := other.telling(spot.telling.fact))
        ]
        if any(one.slots.get(spot.slot, _ROUNDED) != _ROUNDED for one in others) and spot.mode != _ROUNDED:
            yield spot


def _chosen(spots: list[Spot], rng: Random) -> Spot | None:
    return rng.choice(spots) if spots else None


def _figure(
    story: Story, rng: Random, change: Callable[[Value, Random], Value | None], *, quoted: bool = False
) -> Planted | None:
    """Change one figure by a function that says None where it does not apply."""
    found = [
        (spot, changed)
        for spot in _spots(story)
        if spot.value.is_number
        and bool(story.spec.facts[spot.telling.fact].by) == quoted
        and not spot.value.kind.startswith(("toll", "elapsed"))
        and not (change is _remeasured and story.drafts[spot.index].outlet.style.imperial)
        and (changed := change(spot.value, rng)) is not None
    ]
    return _retold(story, *rng.choice(found)) if found else None


def _changed(value: Value, rng: Random) -> Value:
    """A figure well away from the true one, with as many digits."""
    factor = Decimal(rng.choice((60, 70, 135, 150, 180))) / 100
    exponent = value.amount.as_tuple().exponent
    amount = (value.amount * factor).quantize(Decimal(10) ** int(exponent))
    if amount == value.amount or amount < 1:
        amount = value.amount + 2
    return replace(value, amount=amount)


def _swapped(value: Value, rng: Random) -> Value | None:
    """Two neighbouring digits the other way round."""
    text = str(value.amount)
    places = [
        at
        for at in range(len(text) - 1)
        if text[at : at + 2].isdigit() and text[at] != text[at + 1] and (at or text[1] != "0")
    ]
    if len(text) < 3 or not places:  # noqa: PLR2004 - 41 and 14 is another slip
        return None
    at = rng.choice(places)
    return replace(value, amount=Decimal(text[:at] + text[at + 1] + text[at] + text[at + 2 :]))


def _rescaled(value: Value, _: Random) -> Value | None:
    other = {"million": "billion", "billion": "million"}.get(value.scale)
    return replace(value, scale=other) if other else None


def _pointed(value: Value, _: Random) -> Value | None:
    return replace(value, unit="percentage point") if value.kind == "growth" else None


def _remeasured(value: Value, _: Random) -> Value | None:
    return replace(value, unit=UNIT_SLIPS[value.unit]) if value.unit in UNIT_SLIPS else None


def _part(story: Story, rng: Random) -> Planted | None:
    """Let the part and the whole change places."""
    spots = []
    for index, draft in enumerate(story.drafts):
        for telling in draft.tellings:
            if story.spec.facts[telling.fact].part:
                part, whole = story.spec.facts[telling.fact].part
                spots.append((index, telling, part, whole))
    if not spots:
        return None
    index, telling, part, whole = rng.choice(spots)
    values = telling.values | {part: telling.values[whole], whole: telling.values[part]}
    changed = story.retold(index, story.drafts[index].retold(telling.fact, replace(telling, values=values)))
    return Planted(changed, index, telling.fact, part)


def _headline(story: Story, rng: Random) -> Planted | None:
    """Another figure in a headline than in the article below it."""
    spots = [
        spot
        for index, draft in enumerate(story.drafts)
        for spot in _spots_of(index, draft.headline)
        if spot.mode != _ROUNDED
        and spot.value.is_number
        and any(spot.slot in telling.slots for telling in draft.tellings)
    ]
    spot = _chosen(spots, rng)
    changed = _changed(spot.value, rng) if spot else None
    return _retold(story, spot, changed) if spot and changed else None


def _toll(story: Story, rng: Random) -> Planted | None:
    """A toll of people that is lower in a later source than in an earlier one."""
    spots = [
        spot
        for spot in _all_spots(story)
        if spot.value.kind == "toll"
        and "At least" not in spot.telling.template  # at least 12 may still be 30
        and any(
            earlier.published < story.drafts[spot.index].published and earlier.telling(spot.telling.fact)
            for earlier in story.drafts
        )
    ]
    spot = _chosen(spots, rng)
    if spot is None:
        return None
    lower = story.values[spot.slot].amount * Decimal("0.7")
    return _retold(story, spot, replace(spot.value, amount=Decimal(int(lower))))


def _day(story: Story, rng: Random) -> Planted | None:
    """Another day of the event, named by its date."""
    spots = [
        spot
        for spot in _spots(story)
        if spot.value.kind == "day" and story.drafts[spot.index].outlet.style.day in {"date", "full"}
    ]
    spot = _chosen(spots, rng)
    return (
        _retold(story, spot, replace(spot.value, day=spot.value.day - timedelta(days=rng.randint(3, 20))))
        if spot
        else None
    )


def _weekday(story: Story, rng: Random) -> Planted | None:
    """A weekday that does not belong to the date beside it."""
    spots = [
        spot
        for spot in _all_spots(story)
        if spot.value.kind == "day" and story.drafts[spot.index].outlet.style.day == "both"
    ]
    spot = _chosen(spots, rng)
    if spot is None:
        return None
    right, wrong = weekday_after(spot.value.day, 0), weekday_after(spot.value.day, rng.choice((2, 3, 4, 5)))
    return _retold(story, spot, replace(spot.value, unit=f"{right}|{wrong}"))


def _address(story: Story, rng: Random) -> Planted | None:
    """A displayed date far from the one in the address."""
    found = [
        index
        for index, draft in enumerate(story.drafts)
        if draft.outlet.address == "day" and draft.outlet.dated in {"line", "below", "dateline"}
    ]
    if not found:
        return None
    index = rng.choice(found)
    draft = story.drafts[index]
    moved = replace(draft, addressed=draft.addressed - timedelta(days=rng.randint(20, 700)))
    return Planted(story.retold(index, moved), index, LAYOUT, "displayed")


def _elapsed(story: Story, rng: Random) -> Planted | None:
    """Too many or too few years since an event that the reference knows."""
    spots = [spot for spot in _all_spots(story) if spot.slot in story.spec.facts[spot.telling.fact].elapsed[:1]]
    spot = _chosen(spots, rng)
    return _retold(story, spot, replace(spot.value, amount=spot.value.amount + rng.choice((2, 3, 4)))) if spot else None


def _title(story: Story, rng: Random) -> Planted | None:
    """Another office of the same person."""
    spot = _chosen([spot for spot in _spots(story) if spot.value.kind == "title"], rng)
    return _retold(story, spot, replace(spot.value, text=rng.choice(spot.value.unit.split("|")))) if spot else None


def _name(story: Story, rng: Random) -> Planted | None:
    """A surname with one slip inside."""
    spots = [spot for spot in _spots(story) if spot.value.kind == "person" and spot.mode == ""]
    spot = _chosen(spots, rng)
    if spot is None:
        return None
    first, surname = spot.value.text.split()
    at = rng.choice([place for place in range(2, len(surname) - 3) if surname[place] != surname[place + 1]])
    slips = (
        surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :],
        surname[:at] + surname[at + 1 :],
        surname[:at] + surname[at] + surname[at:],
    )
    return _retold(story, spot, replace(spot.value, text=f"{first} {rng.choice(slips)}"))


def _reversed(story: Story, rng: Random, *, quoted: bool) -> Planted | None:
    """The opposite outcome, or a quotation with its negation."""
    found = [
        (index, telling)
        for index, draft in enumerate(story.drafts)
        for telling in draft.tellings
        if story.spec.facts[telling.fact].reversed
        and bool(story.spec.facts[telling.fact].by) == quoted
        and _later_or_same(story, index, telling.fact)
    ]
    if not found:
        return None
    index, telling = rng.choice(found)
    fact = story.spec.facts[telling.fact]
    other = fact.reversed[fact.tell.index(telling.template)]
    changed = story.retold(index, story.drafts[index].retold(telling.fact, replace(telling, template=other)))
    return Planted(changed, index, telling.fact, "")


def _later_or_same(story: Story, index: int, fact: int) -> bool:
    """Whether another source has told a fact by the day that one tells it."""
    own: Draft = story.drafts[index]
    return any(
        other.published <= own.published and other.telling(fact)
        for place, other in enumerate(story.drafts)
        if place != index
    )
