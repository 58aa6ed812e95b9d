"""How words of the language end, by what that tells of them."""

from auditor.language import Table, WordsInOrder, load


class Endings(Table):
    """Endings for ``str.endswith``.

    Attributes:
        adverb: Of adverbs that are made from adjectives.
        past: Of the past and the participle of regular verbs.
        progressive: Of the form of verbs that tells of what goes on.
        superlative: Of adjectives that nothing exceeds.
        possessive: Of names and nouns that something belongs to; all of them two characters long.
    """

    adverb: WordsInOrder
    past: WordsInOrder
    progressive: WordsInOrder
    superlative: WordsInOrder
    possessive: WordsInOrder


ENDINGS: Endings = load("endings", Endings)
