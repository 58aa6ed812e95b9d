"""The closed classes of the language that is read: articles, pronouns, auxiliaries, prepositions and the like."""

from auditor.language import Table, Words, load


class FunctionWords(Table):
    """Classes of function words; what each is for stands beside it in the table."""

    determiners: Words
    articles: Words
    indefinite: Words
    owning: Words
    before_one: Words
    definite: Words
    pronouns: Words
    personal: Words
    unclear_pronouns: Words
    unclear_subjects: Words
    no_doers: Words
    aged: Words
    be: Words
    passives: Words
    perfect: Words
    future: Words
    do: Words
    do_not: Words
    plural: Words
    modal: Words
    obliging: Words
    foretelling: Words
    none: Words
    all_of: Words
    auxiliaries: Words
    among_auxiliaries: Words
    past: Words
    prepositions: Words
    oblique: Words
    attaching: Words
    tying: Words
    parting_names: Words
    adverbial: Words
    loose: Words
    fillers: Words
    no_subjects: Words
    relatives: Words
    subject_relatives: Words
    setting_off: Words
    boundaries: Words
    parting_alone: Words
    strong_boundaries: Words
    closed_by_comma: Words
    resuming: Words
    additions: Words
    clause_starters: Words
    aside: Words
    before_next: Words
    plural_subjects: Words
    conditional: Words
    timing: Words
    subordinators: Words
    before_figures: Words
    backshifted: Words
    before_participle: Words
    phrase_stops: Words
    plain_adjectives: Words
    small: Words
    openers: Words
    days: Words
    months: Words
    feasts: Words
    near_days: Words
    times: Words
    according: Words
    since: Words
    ordinal_endings: Words
    contractions: Words
    courtesies: Words
    single: dict[str, Words]


FUNCTION_WORDS = load("function_words", FunctionWords)
