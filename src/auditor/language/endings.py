"""How words of the language end, by what that tells of them."""

from auditor.language import Table, WordsInOrder, load


class Endings(Table):
    """Endings for ``str.endswith``; possessive ones are two characters long."""

    adverb: WordsInOrder
    past: WordsInOrder
    progressive: WordsInOrder
    superlative: WordsInOrder
    possessive: WordsInOrder


ENDINGS = load("endings", Endings)
