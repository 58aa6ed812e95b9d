"""What a fact is worth: numbers, days and names, drawn by a seed and written in the style of an outlet."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from storytelling.names import COUNTRIES, FIRMS, FIRST_NAMES, PLACES, SURNAMES

CURRENCIES = {"EUR": ("€", "euros"), "USD": ("$", "dollars"), "GBP": ("£", "pounds")}

_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_IMPERIAL = {
    "kilometre": ("mile", Decimal("0.621371")),
    "metre": ("foot", Decimal("3.28084")),
    "millimetre": ("inch", Decimal("0.0393701")),
}
_PLURALS = {"foot": "feet", "inch": "inches"}
UNIT_SLIPS = {
    "kilometre": "mile",
    "metre": "foot",
    "millimetre": "centimetre",
    "tonne": "kilogram",
    "million tonne": "million kilogram",
    "hectare": "square kilometre",
    "square metre": "square kilometre",
    "kilometre per hour": "mile per hour",
    "degree Celsius": "degree Fahrenheit",
}
"""A unit, and another that a hurried hand writes in its place."""


@dataclass(frozen=True, slots=True)
class Style:
    """How an outlet writes.

    Attributes:
        money: Where the currency stands: ``sign``, ``name`` or ``code``.
        percent: What follows the number of a percentage.
        month_first: Whether the month comes before the day.
        day: How the day of an event is written: ``date``, ``full``, ``weekday`` or ``both``.
        imperial: Whether lengths are converted.
        about: The words for a rounded figure: down, up and to either side.
    """

    money: str = "sign"
    percent: str = "%"
    month_first: bool = False
    day: str = "full"
    imperial: bool = False
    about: tuple[str, str, str] = ("more than", "almost", "about")


@dataclass(frozen=True, slots=True)
class Value:
    """What one slot of a story is worth.

    Attributes:
        kind: The word that the slot is declared by, such as ``money``.
        amount: The number as written, if it is one.
        unit: A unit; a currency; what else a title and a choice may be, or a weekday and what to write for it, with
            ``|`` between them.
        scale: ``million``, ``billion`` or nothing.
        day: The day, if it is one.
        text: The words, if it is made of words.
    """

    kind: str
    amount: Decimal = Decimal(0)
    unit: str = ""
    scale: str = ""
    day: date = date.min
    text: str = ""

    @property
    def is_number(self) -> bool:
        """Whether the value is a figure."""
        return not self.text and self.day == date.min


def drawn(declared: str, values: dict[str, Value], first: date, currency: str, rng: Random) -> Value:  # noqa: PLR0911 - a table
    """Draw the value of a slot as it is declared, such as ``money 12 90 million``."""
    kind, _, rest = declared.partition(" ")
    words = rest.split()
    match kind:
        case "int" | "round" | "toll":
            step = int(words[2]) if kind == "round" else 1
            amount = rng.randrange(int(words[0]), int(words[1]) + 1, step)
            return Value(kind, Decimal(amount + (step == 1 and amount % 10 == 0)))  # 4,100 would be a rounded number
        case "tollarea" | "area" | "speed" | "temperature" | "mass" | "bigmass" | "length" | "elapsed":
            return Value(
                kind, Decimal(rng.randint(int(words[0]), int(words[1]))), unit=words[2] if words[2:] else _UNITS[kind]
            )
        case "percent" | "growth" | "decimal":
            amount = rng.randint(int(float(words[0]) * 10), int(float(words[1]) * 10))
            return Value(kind, Decimal(amount + (amount % 10 == 0)) / 10)
        case "money":
            scale = "" if words[2] == "unit" else words[2]
            return Value(kind, _money(float(words[0]), float(words[1]), rng), unit=currency, scale=scale)
        case "intpart" | "moneypart":
            whole = values[words[0]]
            share = Decimal(rng.randint(int(float(words[1]) * 100), int(float(words[2]) * 100))) / 100
            places = Decimal(1) if kind == "intpart" else Decimal("0.1")
            return replace(whole, amount=(whole.amount * share).quantize(places, ROUND_HALF_UP) + places)
        case "day":
            return Value(kind, day=first + timedelta(days=int(words[0])))
        case "person":
            taken = {value.text.split()[-1] for value in values.values() if value.kind == "person"}
            surname = rng.choice([name for name in SURNAMES if name not in taken])
            return Value(kind, text=f"{rng.choice(FIRST_NAMES)} {surname}")
        case "choice" | "title":
            options = rest.split(", ")
            chosen = rng.choice(options)
            return Value(kind, unit="|".join(option for option in options if option != chosen), text=chosen)
        case "words":
            return Value(kind, text=rest.format_map({name: value.text for name, value in values.items()}))
        case _:
            return Value(kind, text=rng.choice({"place": PLACES, "country": COUNTRIES, "firm": FIRMS}[kind]))


_UNITS = {
    "tollarea": "hectare",
    "area": "square metre",
    "speed": "kilometre per hour",
    "temperature": "degree Celsius",
    "mass": "tonne",
    "bigmass": "million tonne",
    "elapsed": "year",
}


def _money(low: float, high: float, rng: Random) -> Decimal:
    """An amount of two or three digits that is not round."""
    if high < 100:  # noqa: PLR2004 - below, tenths are written
        amount = Decimal(rng.randint(int(low * 10), int(high * 10))) / 10
        return amount + Decimal("0.1") if amount == amount.to_integral() else amount
    amount = Decimal(rng.randint(int(low), int(high)))
    return amount + 1 if amount % 10 == 0 else amount


def written(value: Value, mode: str, style: Style) -> str:
    """Write a value: as it is, rounded (mode ``~``), a last name (``l``), a title in capitals (``t``)."""
    if value.day != date.min:
        day = written_day(value.day, style.day, month_first=style.month_first)
        right, _, wrong = value.unit.partition("|")
        return day.replace(right, wrong) if right else day
    if value.text:
        return {"l": value.text.split()[-1], "t": value.text.title()}.get(mode, value.text)
    amount, words = value.amount, ""
    if mode == "~":
        amount, words = _rounded(value.amount, style.about)
    if value.kind in {"percent", "growth"}:
        unit = " percentage points" if value.unit == "percentage point" else style.percent
        return f"{words}{plain(amount)}{unit}"
    if value.kind == "money" or value.scale:
        return words + _written_money(amount, value, style)
    if not value.unit:
        return words + plain(amount)
    return words + _measured(amount, value.unit, style)


def plain(amount: Decimal) -> str:
    """A number in English: one-digit numbers as words, thousands with commas."""
    if amount == amount.to_integral():
        return _SMALL[int(amount)] if 0 <= amount < len(_SMALL) else f"{int(amount):,}"
    return f"{amount.normalize():,f}"


def _rounded(amount: Decimal, about: tuple[str, str, str]) -> tuple[Decimal, str]:
    """A number to two digits, and the words that tell on which side of it the true one lies."""
    step = Decimal(10) ** max(amount.adjusted() - 1, 0)
    near = (amount / step).to_integral_value(ROUND_HALF_UP) * step
    return near, f"{about[0] if near < amount else about[1] if near > amount else about[2]} "


def _written_money(amount: Decimal, value: Value, style: Style) -> str:
    sign, name = CURRENCIES[value.unit]
    number = f"{amount:,f}" if value.scale or amount == amount.to_integral() else f"{amount:,.2f}"
    scale = f" {value.scale}" if value.scale else ""
    return {
        "sign": f"{sign}{number}{scale}",
        "name": f"{number}{scale} {name}",
        "code": f"{value.unit} {number}{scale}",
    }[style.money]


def _measured(amount: Decimal, unit: str, style: Style) -> str:
    if style.imperial and unit in _IMPERIAL:
        unit, factor = _IMPERIAL[unit]
        amount = amount * factor
        amount = (
            amount.quantize(Decimal(10) ** (amount.adjusted() - 1)) if amount >= 1 else amount.quantize(Decimal("0.1"))
        )
        amount = Decimal(f"{amount.normalize():f}")
    head, _, tail = unit.partition(" per ")
    first, _, last = head.rpartition(" ")
    head = f"degrees {last}" if first == "degree" else f"{first} {_PLURALS.get(last, last + 's')}".strip()
    return f"{plain(amount)} {head}{' an ' + tail if tail else ''}"


def written_day(day: date, form: str, *, month_first: bool) -> str:
    """Write a day in one of the forms that outlets use."""
    month = _MONTHS[day.month - 1]
    short = f"{month} {day.day}" if month_first else f"{day.day} {month}"
    full = f"{short}, {day.year}" if month_first else f"{short} {day.year}"
    weekday = _WEEKDAYS[day.weekday()]
    return {"date": short, "full": full, "weekday": weekday, "both": f"{weekday}, {full}"}[form]


def weekday_after(day: date, steps: int) -> str:
    """The name of the weekday so many days later."""
    return _WEEKDAYS[(day.weekday() + steps) % 7]
