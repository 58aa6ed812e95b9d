"""The words of offices: which titles there are, and what a person's name is not."""

from collections.abc import Container
from functools import cache, cached_property
from typing import NamedTuple

from auditor.extract.people.world import COUNTRIES
from auditor.language import Table, WordSet, load
from auditor.language.phrases import pattern

_MINISTER = pattern("people", "minister")
_MOST_NAMES = 3
"""What has more words is mostly no person's name."""
_PART = 3
"""So many letters at the beginning of a given name can stand for the whole."""
_FIELD = pattern("people", "field_word")


class Form(NamedTuple):
    """One way to write a title: what follows its first word, the canonical title, how it may stand beside a name."""

    tail: str
    title: str
    group: str


class Titles(Table):
    """Offices and jobs; what each list is for stands beside it in the table."""

    offices: dict[str, WordSet]
    jobs: dict[str, WordSet]
    ranks: dict[str, WordSet]
    royals: dict[str, WordSet]
    portfolios: dict[str, WordSet]
    ranked: WordSet
    acting: WordSet
    former: WordSet
    followed: WordSet
    future: WordSet
    passing: WordSet
    leaning: WordSet
    describing: WordSet
    born: WordSet
    led: WordSet
    forces: WordSet
    fields: WordSet
    prefixed: WordSet
    banks: WordSet
    bodies: WordSet
    stateless: WordSet
    awards: WordSet
    doing: dict[str, str]
    being: dict[str, WordSet]
    apposing: dict[str, WordSet]
    appointing: WordSet
    single: WordSet
    exclusive: tuple[WordSet, ...]
    kindred: tuple[WordSet, ...]
    functions: dict[str, WordSet]
    related: tuple[WordSet, ...]
    posts: WordSet
    second: WordSet
    honorifics: WordSet
    pronouns: dict[str, WordSet]
    stacked: WordSet
    of_anything: WordSet
    vague: WordSet
    portfolio_heads: WordSet
    of_seats: WordSet
    shortened: WordSet
    suffixes: WordSet
    heads: WordSet
    inner: WordSet
    letters: WordSet
    things: WordSet

    @cached_property
    def forms(self) -> dict[str, tuple[Form, ...]]:
        """Every form of every title by its first word, in the spellings that open it, longest first."""
        return _forms({"office": self.offices, "job": self.jobs, "rank": self.ranks, "royal": self.royals})

    @cached_property
    def portfolio_of(self) -> dict[str, str]:
        """Each way to write what a minister is for, with the canonical one."""
        return {form: name for name, forms in self.portfolios.items() for form in (name, *forms)}

    @cached_property
    def function_of(self) -> dict[str, str]:
        """Each way to write what somebody in a firm or a body is for, with the canonical one."""
        return {form: name for name, forms in self.functions.items() for form in (name, *forms)}

    @cached_property
    def pronoun_of(self) -> dict[str, str]:
        """Titles that tell whether "he" or "she" has them."""
        return {word: pronoun for pronoun, words in self.pronouns.items() for word in words}

    @cached_property
    def apart(self) -> frozenset[str]:
        """Words before a title that have no meaning for it."""
        return self.passing | self.leaning | self.describing


class GivenNames(Table):
    """Given names, and surnames that are also words for things; what each list is for stands beside it in the table."""

    given: WordSet
    surnames: WordSet
    particles: WordSet
    short: dict[str, WordSet]


GIVEN_NAMES = load("given_names", GivenNames)


@cache
def short_names() -> dict[str, frozenset[str]]:
    """For each given name that others are short for, or that is short for others, those with itself, in lower case."""
    found: dict[str, frozenset[str]] = {}
    for name, forms in GIVEN_NAMES.short.items():
        for form in (name.lower(), *(one.lower() for one in forms)):
            found[form] = found.get(form, frozenset({form})) | {name.lower()}
    return found


def one_given_name(left: str, right: str) -> bool:
    """Whether two given names, in lower case, can be of one person: an initial, a short form, another spelling.

    >>> one_given_name("d", "daniel"), one_given_name("andy", "andrew"), one_given_name("peter", "paul")
    (True, True, False)
    """
    shorter, longer = sorted((left, right), key=len)
    if longer.startswith(shorter) and (len(shorter) == 1 or len(shorter) >= _PART):
        return True
    return bool(short_names().get(left, frozenset({left})) & short_names().get(right, frozenset({right})))


TITLES = load("titles", Titles)


def _forms(groups: dict[str, dict[str, frozenset[str]]]) -> dict[str, tuple[Form, ...]]:
    """Every form of every title of groups by its first word."""
    found: dict[str, set[Form]] = {}
    for group, table in groups.items():
        for title, forms in table.items():
            for form in {title, *forms}:
                if not form.isupper():
                    first = form.lower().split()[0].rstrip(".")
                    found.setdefault(first, set()).add(Form(form.lower().removeprefix(first), title, group))
    spelled: dict[str, tuple[Form, ...]] = _acronyms(groups)
    for first, entries in found.items():
        ordered = tuple(sorted(entries, key=lambda form: (-len(form.tail), form.tail, form.title)))
        hyphened = "-".join(part.capitalize() for part in first.split("-"))
        for word in {first, first.capitalize(), first.upper(), hyphened}:
            spelled[word] = ordered
            for prefix in ("ex-", "then-", "Ex-", "Then-"):
                spelled[prefix + word] = ordered
    return spelled


def _acronyms(groups: dict[str, dict[str, frozenset[str]]]) -> dict[str, tuple[Form, ...]]:
    """The forms that are acronyms, which no other spelling stands for: "CEO", "MD"."""
    return {
        prefix + form: (Form("", title, group),)
        for group, table in groups.items()
        for title, forms in table.items()
        for form in forms
        if form.isupper()
        for prefix in ("", "ex-", "then-", "Ex-", "Then-")
    }


def is_title(word: str) -> bool:
    """Whether one word is a title by itself."""
    return word.lower() in TITLES.honorifics or any(not form.tail for form in TITLES.forms.get(word, ()))


def is_field(word: str) -> bool:
    """Whether a word before a job or "minister" tells what it is about rather than whose it is."""
    lowered = word.lower()
    return lowered in TITLES.fields or lowered in TITLES.function_of or _FIELD.fullmatch(word) is not None


def ends_in(word: str, ends: Container[str]) -> bool:
    """Whether what a hyphen joins to a word is one of some: "London-based"."""
    return word.partition("-")[2] in ends


def canonical(title: str, organisation: str) -> tuple[str, str]:
    """An office by the names that claims give it; what no table knows stays as it is.

    >>> canonical("Minister of Defense", "UK"), canonical("Secretary-General", "Nordic Council")
    (('defence minister', 'United Kingdom'), ('secretary general', 'Nordic Council'))
    """
    lowered = title.lower()
    first, space, rest = lowered.partition(" ")
    forms = (form.title for form in TITLES.forms.get(first, ()) if form.tail == space + rest)
    field, _, rank = _MINISTER.sub(r"\2 \1", lowered).rpartition(" ")
    portfolio = f"{TITLES.portfolio_of.get(field, field)} {rank}".lstrip()
    return next(forms, portfolio), COUNTRIES.named.get(organisation, organisation)


def surname(name: str) -> str | None:
    """The last word of a full name, in lower case; None of what is none.

    >>> surname("Ada Lind"), surname("Lind"), surname("the union of bakers and millers")
    ('lind', None, None)
    """
    words = name.split()
    return words[-1].casefold() if 1 < len(words) <= _MOST_NAMES and words[0][:1].isupper() else None


def has_given_name(name: str) -> bool:
    """Whether a name begins with a common given name."""
    return name.split(maxsplit=1)[0] in GIVEN_NAMES.given


def is_institution(name: str) -> bool:
    """Whether a word of a name says that it is a body: "Institute of Oceanography", "the High Court"."""
    return not TITLES.bodies.isdisjoint(name.lower().split())


def is_thing(name: str) -> bool:
    """Whether a name ends in a word that no person is called by: "Labour Party", "Green Bay"."""
    last = name.rpartition(" ")[2]
    return is_institution(name) or (last in TITLES.things and last not in GIVEN_NAMES.surnames)


def fit(title: str, other: str) -> bool:
    """Whether one person may have both of two (canonical) titles.

    >>> fit("sergeant", "inspector"), fit("deputy mayor", "mayor"), fit("chair", "chief executive")
    (False, False, True)
    >>> fit("mines minister", "health secretary"), fit("finance minister", "economy minister")
    (False, True)
    >>> fit("sales head", "chief financial officer"), fit("president", "chief operating officer")
    (False, True)
    >>> fit("chair", "sales chief"), fit("health director general", "health minister")
    (False, False)
    """
    if title == other:
        return True
    shorter, longer = sorted((title, other), key=len)
    if longer.removesuffix(f" {shorter}") in TITLES.second:
        return False
    if any(title in titles and other in titles for titles in TITLES.exclusive):
        return False
    ours, theirs = (_remit(one) for one in (title, other))
    if ours is None or theirs is None or ours == theirs:
        return True
    is_one_sort = ours.of == theirs.of
    return is_one_sort and any(ours.name in names and theirs.name in names for names in ours.together)


class _Remit(NamedTuple):
    """What a title is for.

    Attributes:
        name: The canonical word for it.
        of: The last word of the title, if that is one of governments; else none.
        together: Those that one person may have together.
    """

    name: str
    of: str
    together: tuple[WordSet, ...]


def _remit(title: str) -> _Remit | None:
    """What a minister, a secretary, or somebody in a firm or a body is for, where a table knows it."""
    field, _, head = title.rpartition(" ")
    if head in TITLES.portfolio_heads:
        return _Remit(field, "government", TITLES.kindred) if field in TITLES.portfolios else None
    for one in TITLES.posts | TITLES.of_anything:
        if title.endswith(f" {one}"):
            field = title.removesuffix(f" {one}")
    told = field.split()
    while told and (told[0] in TITLES.ranked or told[0] in TITLES.passing):
        told = told[1:]
    function = TITLES.function_of.get(title) or TITLES.function_of.get(" ".join(told))
    return _Remit(function, "", TITLES.related) if function is not None else None


def one_holder(title: str) -> bool:
    """Whether one person at a time holds a (canonical) title in an organisation."""
    return title in TITLES.single or title.endswith(" minister")
