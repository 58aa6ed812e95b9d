"""Verbs that say the same of one thing, nouns of what they tell, and their opposites."""

from collections import defaultdict
from functools import cache
from itertools import chain

from auditor.extract.words import forms
from auditor.language import Table, WordList, Words, load


class Denials(Table):
    """The words of denials; what each list is for stands beside it in the table."""

    untelling: Words
    opening: Words
    supposing: Words
    alike: dict[str, WordList]
    nouns: dict[str, WordList]
    support: Words
    opposites: dict[str, Words]


DENIALS = load("denials", Denials)


@cache
def opposites() -> dict[str, str]:
    """The opposite of each verb, or of each list of verbs, that has one."""
    return {word: name for name, some in DENIALS.opposites.items() for word in some}


@cache
def alike() -> dict[str, tuple[str, ...]]:
    """For each form of a verb, with its particle if it has one, the names of the lists that it stands in."""
    found: dict[str, list[str]] = {}
    for name, verbs in DENIALS.alike.items():
        for verb in verbs:
            told, _, particle = verb.partition(" ")
            for form in forms(told):
                found.setdefault(f"{form} {particle}".rstrip(), []).append(name)
    return {form: tuple(dict.fromkeys(names)) for form, names in found.items()}


@cache
def deeds() -> dict[str, tuple[str, ...]]:
    """For each noun of a deed the names of the lists that it stands in."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, nouns in DENIALS.nouns.items():
        for noun in nouns:
            found[noun].append(name)
    return {noun: tuple(names) for noun, names in found.items()}


def opposed_verbs() -> frozenset[str]:
    """The verbs that have an opposite, and these."""
    return frozenset((*opposites(), *DENIALS.opposites))


@cache
def known() -> frozenset[str]:
    """The verbs of the lists, in their base forms."""
    told = chain.from_iterable(DENIALS.alike.values())
    return frozenset(verb.partition(" ")[0].partition("/")[0] for verb in told)


@cache
def unchanged() -> frozenset[str]:
    """The verbs of the lists whose past is their base: "cut", "shut"."""
    told = (verb.partition(" ")[0].split("/") for verb in chain.from_iterable(DENIALS.alike.values()))
    return frozenset(of[0] for of in told if len({*of}) < len(of))
