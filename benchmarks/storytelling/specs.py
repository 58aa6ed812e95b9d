"""The kinds of story, as data: ``benchmarks/stories/KIND.yaml``."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

STORIES = Path(__file__).resolve().parent.parent / "stories"
QUOTED = (
    "“{quote},” said {office} {by}.",
    "“{quote},” {by}, the {office}, told reporters.",
    "{by}, {office}, said in {by:l}'s first statement: “{quote}.”",
    "“{quote},” {office} {by} said.",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact and the ways to tell it.

    Attributes:
        tell: Templates, each a sentence.
        reversed: The same, with the opposite outcome; empty if there is none.
        part: The slot of a part and the slot of its whole, which the templates set side by side.
        elapsed: The slot of a length of time and the slot of the event since which it has passed.
        by: The slots of the person and of the office that are quoted; empty if nobody is.
        same_day: Whether later sources say nothing of it.
    """

    tell: tuple[str, ...]
    reversed: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    elapsed: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    same_day: bool = False


@dataclass(frozen=True, slots=True)
class Spec:
    """A kind of story."""

    kind: str
    slots: dict[str, str]
    facts: tuple[Fact, ...]
    headlines: tuple[str, ...]
    background: tuple[str, ...]

    @property
    def has_toll(self) -> bool:
        """Whether a figure of the story rises from day to day."""
        return any(declared.startswith("toll") for declared in self.slots.values())


@cache
def specs() -> tuple[Spec, ...]:
    """All kinds of story, by name."""
    return tuple(_spec(path) for path in sorted(STORIES.glob("*.yaml")))


def _spec(path: Path) -> Spec:
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    facts = tuple(_quote(fact) if "quote" in fact else _fact(fact) for fact in told["facts"])
    return Spec(path.stem, told["slots"], facts, _lines(told["headlines"]), _lines(told["background"]))


def _fact(told: dict[str, str]) -> Fact:
    part, elapsed = (tuple(told[key].split(", ")) if key in told else () for key in ("part", "elapsed"))
    return Fact(_lines(told["tell"]), _lines(told.get("reversed", "")), part, elapsed, (), "same_day" in told)


def _quote(told: dict[str, str]) -> Fact:
    by, office = told["by"].split(", ")

    def forms(quote: str) -> tuple[str, ...]:
        return tuple(
            form.replace("{quote}", quote).replace("{office}", f"{{{office}}}").replace("{by", f"{{{by}")
            for form in QUOTED
        )

    return Fact(forms(told["quote"]), forms(told["negated"]), by=(by, office))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line)
