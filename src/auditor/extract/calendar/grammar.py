"""Which sequences of tokens are dates: patterns over the letters of :mod:`auditor.extract.calendar.tokens`."""

import re
from functools import cache

_MONTH = r"[Mmv]\.?"
_DAY = r"(?:c=?o|[DOo])"
_COUNT = r"(?:(?:1?qf?|(?:[cDN][&>](?=[cDN]))?[cDNZ])(?:&1h)?)"
_THIS = r"(?:H?L|[HK])"
_THAT_YEAR = r"(?:,?f?(?:H?L|[HK])U|,?f(?:dJ|VJ?|d[KL])U)"
_OF_YEAR = rf"(?:[,f]{{0,2}}[Yy]|fdU[Yy]|{_THAT_YEAR}|=(?:[Yy]|[ND](?![=DNMm]))|,?\^[ND])?"
_MORE_DAYS = rf"(?:,{_DAY}){{0,4}}(?:&|,&){_DAY}|[>~]d?{_DAY}(?!{_MONTH})"
_YEAR = r"(?:[Yy]|g|FU?f?[Yy]|U[Yy]|(?:H?L|[HKV])F?U|F?U)"
_WORDS = r"(?:cX(?:&?c(?:=?c)?)?|c=?c(?:=?c)?)"

#: What may stand before an expression and belongs to it: "early", "the end of the", "later in the".
LEAD = re.compile(r"(?:d?e=?|d?zfd?|z=|[Ee]id|E|d)\Z")
#: A length of time that leads to a date right behind it: "two days before", "a week after the".
STEP = re.compile(r"(?:(?<![id=cDN])(?<![cDN]&)[cD]P|(?<![id])1U|(?<!>)dU)[a<]d?\Z")

#: A name each for the kinds of expression, tried in this order.
PATTERNS = {
    "nth": rf"[oOL0][UWk][fi]d?(?:{_MONTH}(?:,?f?[Yy])?|{_THIS}[Uu]|[Yy]|U(?![=a<]))|U[DN](?:f{_YEAR})?",
    "days_of": rf"(?:r|{_DAY}(?:&|>|~|,&)d?{_DAY})[fi]?d?{_THIS}U|Ofd?{_THIS}U",
    "worded": rf"{_MONTH}[,f]?(?:c=?c,?(?=c)|c,|d?(?:c=?)?o,?)?{_WORDS}(?![PUp%c=])"
    r"|(?<=[ifs<>])(?:cX(?:&?c(?:=?c)?)?|c=?c(?:=?c)?)(?![PUp%xc=])",
    "spelled_day": rf"{_MONTH}c(?:=?c)?(?![PUpX%co=&~]|>c)",
    "day_month": rf"(?:r|{_DAY}(?:(?:,{_DAY}){{0,4}}(?:&|>|~|,&)d?{_DAY})?)(?:U?fd?|=)?{_MONTH}{_OF_YEAR}",
    "month_day": rf"(?:{_THIS})?{_MONTH}(?:=|,(?={_DAY},?[Yy]))?d?(?:r|{_DAY}(?:{_MORE_DAYS})?)(?!=(?!{_MONTH})|[%hUP])"
    rf"(?:,?f?[Yy]|{_THAT_YEAR}|,?\^[ND]|Tx?Y)?",
    "month_year": rf"{_MONTH}(?:[,f=]|f?dUf?)?[Yy](?:=[DO])?|{_MONTH}(?:f?\^[ND]|{_THAT_YEAR})",
    "year_month": rf"Y=?{_MONTH}(?:=?{_DAY}(?![=%]))?",
    "year_quarter": rf"{_YEAR}'?(?:[oO]=?[uh]|Q)",
    "month_quarter": rf"{_MONTH}[=']?u(?!=)(?:,?f?{_YEAR})?",
    "quarter_in": r"Y'?u(?!=)",
    "quarter": rf"(?:[oO][=F]?[uh]|Q)(?:,?f?d?(?:{_YEAR}|R)|\^[ND])?",
    "last_part": rf"[L0][uh]fd?{_YEAR}",
    "years": r"R",
    "fiscal": r"F=?U?f?(?:[Yy]|R|\^[ND])|g|HFU",
    "decade": r"c=?S|\^?S|(?<=[de])Y'(?!=?[uU])",
    "century": r"(?:c=?)?[oO]=?U",
    "figures": r"A|C|B",
    "spaced": r"YDD(?![=~>%,.]?[DNPUu])",
    "day_before": r"U[a<]t",
    "year_end": rf"{_YEAR}'?U=?z|[Uu][=']?z(?:,?f?{_YEAR})?|j(?:,?f?{_YEAR})?|(?<=e=)U(?:,?f?{_YEAR})?",
    "to_date": r"U=?>=?b",
    "beyond_next": r"[Uuk]a[LK](?![UuPkWws])",
    "weekdays_ago": r"(?:1?q|[cD])p(?:G|<I)",
    "ago_in": rf"(?:{_COUNT}[PU]|1U)G(?:{_MONTH}(?![DONYy])|W(?![,.]?[MmvDO])|t)",
    "ago": rf"(?:{_COUNT}[PU]|1h?U)(?:&1h)?G|h1UG|(?:{_COUNT}[PU]|1U)&{_COUNT}[PU]G",
    "first": rf"[oL0]{_COUNT}Pfd?(?:{_YEAR}|{_MONTH}(?:,?f?[Yy])?|U(?![=a<]))|o{_COUNT}P",
    "ahead": rf"(?<=i)(?:{_COUNT}P(?![EGa<=])|1U(?='))",
    "counted": rf"{_THIS}(?:{_COUNT}P(?:,?&?{_COUNT}P){{0,3}}|U&1h|1?qfP)",
    "before": rf"(?:(?<=d)U|{_COUNT}P|1U)a(?=[.,)!]|\Z)",
    "later": rf"(?:{_COUNT}P|1U)(?:E(?!i|d[Uu])|[a<]t|<[IW])|(?<!i)1UiW(?![,.]?[MmvDO])",
    "year_ago": r"(?:U=[GE]|(?<=d)U(?:G|E(?![idHLK])))(?:[oO]=?[uh]|[Uu])?|L=U(?:[oO]=?[uh]|[Uu])?|L[oO]=?u",
    "same_then": r"J[Uu](?:1UE|,?f?LU|,?[fi]Y)",
    "same": r"JF?[Uuk]|V[Uu]",
    "that_part": r"V(?:s|[Mm](?!d?[DONYyo]))|(?<=[i.!])VW",
    "weekday_of": rf"[Ww]\.?,?(?:f|i)?{_THIS}U|{_THIS}U,?i?[Ww]",
    "this": rf"{_THIS}(?:F?U|F?u|s|k|[Ww]|{_MONTH}(?![DO])|l)",
    "season": rf"s(?:f?,?(?:[YyR]|\^[ND])|{_THAT_YEAR})|Ys",
    "year": r"[Yy]",
    "today": r"t",
    "short_year": r"(?<=[ifs<>d&])\^[ND](?![\^'=])",
    "weekend": r"(?<=d)k(?!=)",
    "after_next": r"Wa[K](?![UuPkWw])|WU(?![=U'fo])",
    "weekday": r"W|w(?=\.?,?\(?[DOMmABr])|(?<=i)w(?=[.!]|\Z)",
    "unit": r"(?<=zfd)[Uu](?!=)|(?<=[Ee]id)[Uu](?!=)|(?<=id)[Uu](?![=fa<Yy])|(?<=d)u(?![=ufka<GEPDNYy])",
    "month": _MONTH,
    "holiday": r"l",
    "the_day": r"(?<=id)O|(?<=[Ww])[DO]|(?<=[Ww]d)O",
}  # fmt: skip


#: The letters that begin an expression: those that may be all of it, and those that more must follow.
_WHOLE, _BEGUN = "ABCDMOQRSTUWYgjklmrstuvwy", "FHJKLNVZ01choq^"


@cache
def grammar() -> re.Pattern[str]:
    """One pattern over token letters; the group that matched names the kind of expression."""
    alternatives = "|".join(f"(?P<{name}>{pattern})" for name, pattern in PATTERNS.items())
    return re.compile(
        rf"(?=[{_WHOLE}]|[{_BEGUN}][^x])(?<![$#])(?:(?<!%)|(?=[KL][FUukWsM]|[tW]|U=?>=?b))(?:(?<!=)|(?<=[ezMmvYU]=)|(?<=[Mm]\.=)|(?<=[DO]=)(?=[Mmv]))(?:{alternatives})"
    )
