"""The words of offices: which titles there are, whom they belong to, what a person's name is not."""

import re
from functools import cache
from typing import NamedTuple

from auditor.extract.words import listed
from auditor.language import Table, load

_MINISTER = re.compile(r"(minister) (?:of|for) (?:the )?(.+)")
_MOST_NAMES = 3
"""What has more words is mostly no person's name."""
_FIELD = re.compile(r"\w+(?:al|ic|ary|ive|ist|ing|ous)")


class Titles(Table):
    """Offices and jobs; lists are separated by commas."""

    offices: dict[str, str]
    jobs: dict[str, str]
    ranks: dict[str, str]
    royals: dict[str, str]
    portfolios: dict[str, str]
    ranked: str
    acting: str
    former: str
    followed: str
    future: str
    passing: str
    describing: str
    forces: str
    fields: str
    prefixed: str
    banks: str
    bodies: str
    stateless: str
    doing: dict[str, str]
    being: dict[str, str]
    single: str
    honorifics: str
    pronouns: dict[str, str]
    stacked: str
    vague: str
    portfolio_heads: str
    of_seats: str
    shortened: str
    suffixes: str
    heads: str
    inner: str
    letters: str
    things: str


class GivenNames(Table):
    """Given names, and surnames that are also words for things; separated by commas.

    Attributes:
        short: Given names with what people who have them are called.
    """

    given: str
    surnames: str
    short: dict[str, str]


class Countries(Table):
    """Countries and organisations, each with its other names; lists are separated by commas."""

    countries: dict[str, str]
    organisations: dict[str, str]
    chiefs: dict[str, str]
    places: str
    saints: str
    continents: str


class Form(NamedTuple):
    """One way to write a title: what follows its first word, the canonical title, how it may stand beside a name."""

    tail: str
    title: str
    group: str


class Lexicon(NamedTuple):
    """The tables, turned round for looking up."""

    forms: dict[str, tuple[Form, ...]]
    portfolios: dict[str, str]
    ranked: frozenset[str]
    acting: frozenset[str]
    former: frozenset[str]
    followed: frozenset[str]
    future: frozenset[str]
    passing: frozenset[str]
    describing: frozenset[str]
    forces: frozenset[str]
    fields: frozenset[str]
    prefixed: frozenset[str]
    banks: frozenset[str]
    bodies: frozenset[str]
    stateless: frozenset[str]
    doing: dict[str, str]
    being: dict[str, frozenset[str]]
    single: frozenset[str]
    honorifics: frozenset[str]
    pronouns: dict[str, str]
    stacked: frozenset[str]
    vague: frozenset[str]
    portfolio_heads: frozenset[str]
    of_seats: frozenset[str]
    shortened: frozenset[str]
    suffixes: frozenset[str]
    heads: frozenset[str]
    inner: frozenset[str]
    letters: frozenset[str]
    ranks: frozenset[str]
    things: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    countries: frozenset[str]
    organisations: dict[str, str]
    chiefs: dict[str, str]
    saints: frozenset[str]
    continents: frozenset[str]


@cache
def short_names() -> dict[str, frozenset[str]]:
    """For each given name that others are short for, or that is short for others, those with itself, in lower case."""
    found: dict[str, frozenset[str]] = {}
    for name, forms in load("given_names", GivenNames).short.items():
        for form in (name.lower(), *(one.lower() for one in listed(forms))):
            found[form] = found.get(form, frozenset({form})) | {name.lower()}
    return found


@cache
def lexicon() -> Lexicon:
    """The words of offices."""
    titles, countries, names = load("titles", Titles), load("countries", Countries), load("given_names", GivenNames)
    return Lexicon(
        forms=_forms(titles),
        portfolios={form: name for name, forms in titles.portfolios.items() for form in (name, *listed(forms))},
        ranked=listed(titles.ranked),
        acting=listed(titles.acting),
        former=listed(titles.former),
        followed=listed(titles.followed),
        future=listed(titles.future),
        passing=listed(titles.passing) | listed(titles.describing),
        describing=listed(titles.describing),
        forces=listed(titles.forces),
        fields=listed(titles.fields),
        prefixed=listed(titles.prefixed),
        banks=listed(titles.banks),
        bodies=listed(titles.bodies),
        stateless=listed(titles.stateless),
        doing=titles.doing,
        being={kind: listed(words) for kind, words in titles.being.items()},
        single=listed(titles.single),
        honorifics=listed(titles.honorifics),
        pronouns={word: pronoun for pronoun, words in titles.pronouns.items() for word in listed(words)},
        stacked=listed(titles.stacked),
        vague=listed(titles.vague),
        portfolio_heads=listed(titles.portfolio_heads),
        of_seats=listed(titles.of_seats),
        shortened=listed(titles.shortened),
        suffixes=listed(titles.suffixes),
        heads=listed(titles.heads),
        inner=listed(titles.inner),
        letters=listed(titles.letters),
        ranks=frozenset(form for rank, forms in titles.ranks.items() for form in (rank, *listed(forms))),
        things=listed(titles.things),
        given=listed(names.given),
        surnames=listed(names.surnames),
        countries=frozenset(countries.countries),
        organisations=_organisations(countries),
        chiefs=countries.chiefs,
        saints=listed(countries.saints),
        continents=listed(countries.continents),
    )


def _forms(titles: Titles) -> dict[str, tuple[Form, ...]]:
    """Every form of every title by its first word, in the spellings that open it, longest first."""
    groups = {"office": titles.offices, "job": titles.jobs, "rank": titles.ranks, "royal": titles.royals}
    found: dict[str, set[Form]] = {}
    for group, table in groups.items():
        for title, forms in table.items():
            for form in {title, *listed(forms)}:
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


def _acronyms(groups: dict[str, dict[str, str]]) -> dict[str, tuple[Form, ...]]:
    """The forms that are acronyms, which no other spelling stands for: "CEO", "MD"."""
    return {
        prefix + form: (Form("", title, group),)
        for group, table in groups.items()
        for title, forms in table.items()
        for form in listed(forms)
        if form.isupper()
        for prefix in ("", "ex-", "then-", "Ex-", "Then-")
    }


def _organisations(countries: Countries) -> dict[str, str]:
    found = {place: place for place in listed(countries.places)}
    for table in (countries.organisations, countries.countries):
        for name, others in table.items():
            found[name] = name
            for other in listed(others):
                found.setdefault(other, name)
    return found


def is_title(word: str) -> bool:
    """Whether one word is a title by itself."""
    return word.lower() in lexicon().honorifics or any(not form.tail for form in lexicon().forms.get(word, ()))


def is_field(word: str) -> bool:
    """Whether a word before a job or "minister" tells what it is about rather than whose it is."""
    return word.lower() in lexicon().fields or _FIELD.fullmatch(word) is not None


def canonical(title: str, organisation: str) -> tuple[str, str]:
    """An office by the names that claims give it; what no table knows stays as it is.

    >>> canonical("Minister of Defense", "UK"), canonical("Secretary-General", "Nordic Council")
    (('defence minister', 'United Kingdom'), ('secretary general', 'Nordic Council'))
    """
    words, lowered = lexicon(), title.lower()
    first, space, rest = lowered.partition(" ")
    forms = (form.title for form in words.forms.get(first, ()) if form.tail == space + rest)
    field, _, rank = _MINISTER.sub(r"\2 \1", lowered).rpartition(" ")
    portfolio = f"{words.portfolios.get(field, field)} {rank}".lstrip()
    return next(forms, portfolio), words.organisations.get(organisation, organisation)


def surname(name: str) -> str | None:
    """The last word of a full name, in lower case; None of what is none.

    >>> surname("Ada Lind"), surname("Lind"), surname("the union of bakers and millers")
    ('lind', None, None)
    """
    words = name.split()
    return words[-1].casefold() if 1 < len(words) <= _MOST_NAMES and words[0][:1].isupper() else None


def has_given_name(name: str) -> bool:
    """Whether a name begins with a common given name."""
    return name.split(maxsplit=1)[0] in lexicon().given


def one_holder(title: str) -> bool:
    """Whether one person at a time holds a (canonical) title in an organisation."""
    return title in lexicon().single or title.endswith(" minister")
