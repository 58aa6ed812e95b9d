"""A small report with everything in it: all verdicts, a suspect, agreements, hostile strings."""

from typing import Any

from auditor.model import (
    Agreement,
    Claim,
    Clue,
    Finding,
    Interval,
    Kind,
    Name,
    NotCompared,
    Quotation,
    Report,
    Role,
    RuleInfo,
    Source,
    SourceInfo,
    Stage,
    Suspect,
    Value,
)

GAZETTE = Source(
    id="gazette",
    story="ferry",
    title="Norrvik ferry terminal reopens, minister says repairs cost “a fortune”",
    publisher="Harbour Gazette",
    url="https://gazette.example/2023/09/30/norrvik-terminal",
    text=(
        "11/25/2024\n\n"
        "The ferry terminal at Norrvik took its first passengers on Saturday, a year and a half after the storm that "
        "broke its pier.\n\n"
        "Transport Minister Elin Aasgaard said the repairs had cost 2.4 billion kroner. “It was worth a fortune and "
        "it took one,” she said. About 40 percent of the work went to local firms, 55 percent to foreign ones and "
        "36 percent to the state yard.\n\n"
        "Nine people were hurt when a gangway slipped.\n"
    ),
)
WIRE = Source(
    id="wire",
    story="ferry",
    title="Storm-hit terminal back in use; toll of gangway accident rises to eleven",
    publisher="Coast Wire",
    url="https://coastwire.example/a/20231001-terminal",
    text=(
        "1 October 2023\n\n"
        "Rebuilding the Norrvik terminal cost 3 billion Norwegian kroner, the ministry said, and the Northern "
        "Seafarers’ Centre will move in next spring.\n\n"
        "Eleven people were hurt on Saturday as a gangway gave way. More than 99% of the lorries use the southern "
        "ramp, according to the harbour master, Jon Erik Lunde.\n"
    ),
)
SPEECH = Source(
    id="speech-of-the-harbour-master",
    story="ferry",
    title="Remarks by harbour master Jon-Erik Lunde",
    publisher=None,
    url=None,
    text=(
        "Good morning. We have decided to bring the Northern Seafarers’ Centre here. 99% of all lorries use the "
        "southern ramp. The repairs came to about three billion kroner.\n"
    ),
)
LONG = "and so on " * 10_000
HOSTILE = Source(
    id="=cmd|' /C calc'!A0",
    story="ferry",
    title='<script>alert(1)</script><img src=x onerror="alert(2)"> "quoted" \u202egnp.exe',
    publisher="\x1b[31mRed\x1b[0m & Sons",
    url="javascript:alert(document.domain)",
    text=(
        f"Start {LONG}twelve boats \u2066left\u2069 the harbour {LONG}end.\n"
        "</mark><style>*{display:none}</style> Thirteen boats\x00 left. <img src=//evil.example/x onerror=alert(3)>\n"
    ),
)
REFERENCE = Claim(
    kind="role",
    start=0,
    end=0,
    text="Elin Aasgaard was transport minister until 16 October 2023",
    value=Role("Elin Aasgaard", "transport minister", "Norway"),
    as_of=("2021-10-14", "2023-10-16"),
    speaker="Register of cabinets, https://cabinets.example/aasgaard?a=1&b=2",
    source="reference:terms",
    story="ferry",
    id="c-reference",
)


def claim(source: Source, text: str, kind: Kind, value: Value, **more: Any) -> Claim:  # noqa: ANN401 - a claim's fields
    """A claim whose words stand once in a field of the source, with the sentence around them."""
    field = more.pop("field", "text")
    whole: str = getattr(source, field)
    start = whole.index(text)
    line = whole.rfind("\n", 0, start) + 1
    stop = whole.rfind(". ", line, start)
    left = stop + 2 if stop >= 0 else line
    ends = [place for place in (whole.find(". ", start) + 1, whole.find("\n", start)) if place > 0]
    return Claim(
        kind=kind,
        start=start,
        end=start + len(text),
        text=text,
        value=value,
        field=field,
        sentence=(left, min(ends, default=len(whole))),
        source=source.id,
        story=source.story,
        id=f"c-{source.id.strip('=')[:4]}-{field}-{start}",
        **more,
    )


def day(text: str) -> Interval:
    """One day."""
    return Interval(text, text, text, written=text)


def exactly(number: str) -> Interval:
    """A number that allows nothing else."""
    return Interval(number, number, number)


DISPLAYED = claim(GAZETTE, "11/25/2024", "date", day("2024-11-25"), clue="displayed", zone="dateline")
ADDRESS = claim(GAZETTE, "2023/09/30", "date", day("2023-09-30"), clue="url", field="url", zone="headline")
SINCE = claim(
    GAZETTE,
    "a year and a half after the storm",
    "duration",
    Interval("1.5", "1.25", "1.75"),
    unit="year",
    dimension="time",
    measure="storm",
)
MINISTER = claim(
    GAZETTE,
    "Transport Minister Elin Aasgaard",
    "role",
    Role("Elin Aasgaard", "transport minister", "Norway"),
    as_of=("2024-11-25", "2024-11-25"),
)
COST = claim(
    GAZETTE,
    "2.4 billion kroner",
    "quantity",
    Interval("2400000000", "2350000000", "2450000000", high_open=True),
    unit="NOK",
    dimension="money",
    measure="repairs",
    subject=("Norrvik terminal",),
    speaker="Elin Aasgaard",
)
SHARES = [
    claim(GAZETTE, words, "quantity", value, unit="percent", dimension="ratio", measure="work", qualifier=qualifier)
    for words, value, qualifier in (
        ("About 40 percent", Interval("40", "36", "44"), "about"),
        ("55 percent", Interval("55", "54.5", "55.5", high_open=True), "exact"),
        ("36 percent", Interval("36", "35.5", "36.5", high_open=True), "exact"),
    )
]
HURT_NINE = claim(GAZETTE, "Nine people", "quantity", exactly("9"), unit="count", dimension="count", counted="person")
FORTUNE = claim(GAZETTE, "a fortune", "quotation", Quotation("a fortune"), field="title", zone="headline")
SAID_FORTUNE = claim(
    GAZETTE,
    "It was worth a fortune and it took one,",
    "quotation",
    Quotation("It was worth a fortune and it took one,"),
    zone="quote",
    speaker="Elin Aasgaard",
)
WIRE_DAY = claim(WIRE, "1 October 2023", "date", day("2023-10-01"), clue="displayed", zone="dateline")
WIRE_COST = claim(
    WIRE,
    "3 billion Norwegian kroner",
    "quantity",
    Interval("3000000000", "2500000000", "3500000000", high_open=True),
    unit="NOK",
    dimension="money",
    measure="rebuilding",
    subject=("Norrvik terminal",),
)
MOVES = claim(
    WIRE,
    "will move in next spring",
    "status",
    Stage("Northern Seafarers’ Centre", "planned"),
    modality="planned",
)
TOLL = claim(WIRE, "toll of gangway accident rises to eleven", "quantity", exactly("11"), unit="count", field="title")
HURT_ELEVEN = claim(WIRE, "Eleven people", "quantity", exactly("11"), unit="count", counted="person")
MORE_THAN = claim(
    WIRE,
    "More than 99%",
    "quantity",
    Interval("99", "99", None, low_open=True),
    qualifier="more_than",
    unit="percent",
    measure="lorry",
)
HARBOUR_MASTER = claim(WIRE, "Jon Erik Lunde", "name", Name("Jon Erik Lunde"))
DECIDED = claim(
    SPEECH,
    "have decided to bring the Northern Seafarers’ Centre",
    "status",
    Stage("Northern Seafarers’ Centre", "decided"),
)
NINETY_NINE = claim(
    SPEECH,
    "99% of all lorries",
    "quantity",
    Interval("99", "98.5", "99.5", high_open=True),
    unit="percent",
    measure="lorry",
)
ABOUT_THREE = claim(
    SPEECH,
    "about three billion kroner",
    "quantity",
    Interval("3000000000", "2700000000", "3300000000"),
    qualifier="about",
    unit="NOK",
    dimension="money",
    measure="repairs",
)
GREETING = claim(SPEECH, "Good", "name", Name("Good"))
HYPHENED = claim(SPEECH, "Jon-Erik Lunde", "name", Name("Jon-Erik Lunde"), field="title", zone="headline")
TWELVE = claim(HOSTILE, "twelve boats", "quantity", exactly("12"), unit="count", counted="<b>boat</b>")
THIRTEEN = claim(HOSTILE, "Thirteen boats", "quantity", exactly("13"), unit="count", counted="boat")

DATE = Suspect(
    claims=(DISPLAYED.id,),
    source=GAZETTE.id,
    text="11/25/2024",
    supported=("2023-09-30", "2023-10-16"),
    findings=3,
    evidence=(
        "The address of the article says 30 September 2023.",
        "A year and a half after the storm of 12 March 2022 is about 12 September 2023.",
        "Elin Aasgaard was transport minister until 16 October 2023.",
    ),
)

FINDINGS = (
    Finding(
        id="f-1a2b3c",
        rule="published-dates-agree",
        verdict="contradiction",
        severity="error",
        story="ferry",
        message="The displayed date and the date in the address are 422 days apart",
        claims=[DISPLAYED, ADDRESS],
        why=[
            "The displayed date is 25 November 2024.",
            "The address says 30 September 2023.",
            "25 November 2024 − 30 September 2023 = 422 days; dates of one article may be 2 days apart.",
        ],
        suspect=DATE,
    ),
    Finding(
        id="f-4d5e6f",
        rule="in-office",
        verdict="contradiction",
        severity="error",
        story="ferry",
        message="Elin Aasgaard was no longer transport minister on 25 November 2024",
        claims=[MINISTER, DISPLAYED, REFERENCE],
        why=["Her term ended on 16 October 2023.", "25 November 2024 is 406 days later."],
        suspect=DATE,
    ),
    Finding(
        id="f-77aa88",
        rule="time-since",
        verdict="contradiction",
        severity="error",
        story="ferry",
        message="“A year and a half after the storm” does not reach the displayed date",
        claims=[SINCE, DISPLAYED],
        why=["The storm was on 12 March 2022.", "1.25 to 1.75 years later is 12 June 2023 to 12 December 2023."],
        suspect=DATE,
    ),
    Finding(
        id="f-parts",
        rule="parts-of-a-whole",
        verdict="impossible",
        severity="error",
        story="ferry",
        message="The shares of the work add up to 131%",
        claims=SHARES,
        why=["36 to 44% + 54.5 to 55.5% + 35.5 to 36.5% = 126 to 136%.", "A whole is 100%."],
    ),
    Finding(
        id="f-cost",
        rule="same-amount",
        verdict="contradiction",
        severity="error",
        story="ferry",
        message="What the repairs of the terminal cost: 2.4 billion or 3 billion kroner",
        claims=[COST, WIRE_COST, ABOUT_THREE],
        bounded=True,
        why=["2.35 to under 2.45 billion and 2.5 to under 3.5 billion do not meet."],
        status="changed",
    ),
    Finding(
        id="not an anchor: \u202e<i>",
        rule="same-count",
        verdict="contradiction",
        severity="error",
        story="ferry",
        message="Twelve <b>boats</b> & \u202ethirteen boats\x1b[2J",
        claims=[TWELVE, THIRTEEN],
        why=["12 is not 13.<script>alert(4)</script>"],
    ),
    Finding(
        id="f-headline",
        rule="headline-borne-out",
        verdict="unsupported",
        severity="warning",
        story="ferry",
        message="The headline says eleven were hurt before the article does",
        claims=[TOLL],
        why=["No sentence of the article says that a toll rose."],
    ),
    Finding(
        id="f-undated",
        rule="has-date",
        verdict="missing",
        severity="warning",
        story="ferry",
        message="The source carries no publication date",
        claims=[],
        source=SPEECH.id,
        why=["No date is displayed, none is in an address, none in the metadata."],
    ),
    Finding(
        id="f-stage",
        rule="stage-of-a-plan",
        verdict="nuance",
        severity="note",
        story="ferry",
        message="The seafarers’ centre: decided, or planned",
        claims=[MOVES, DECIDED],
        why=["“decided” is a stage before “planned”."],
    ),
    Finding(
        id="f-strength",
        rule="same-amount",
        verdict="nuance",
        severity="note",
        story="ferry",
        message="99% in one source, more than 99% in another",
        claims=[MORE_THAN, NINETY_NINE],
        status="known",
    ),
    Finding(
        id="f-spelling",
        rule="spelling-of-names",
        verdict="variant",
        severity="note",
        story="ferry",
        message="One person is spelled Jon Erik Lunde and Jon-Erik Lunde",
        claims=[HARBOUR_MASTER, HYPHENED],
    ),
    Finding(
        id="f-toll",
        rule="running-total",
        verdict="update",
        severity="note",
        story="ferry",
        message="People hurt on the gangway: from nine to eleven",
        claims=[HURT_NINE, HURT_ELEVEN],
        why=["9 on 30 September 2023, 11 on 1 October 2023: the later figure is the higher one."],
    ),
)


def _rule(finding: Finding, title: str, group: str = "figures") -> RuleInfo:
    return RuleInfo(
        id=finding.rule,
        title=title,
        group=group,
        severity=finding.severity,
        verdict=finding.verdict,
        why="Readers who meet both will trust neither, and whoever quotes the article repeats the mistake.",
        next="Ask the desk which of them was checked, correct the other and say so under the article.",
        findings=sum(other.rule == finding.rule for other in FINDINGS),
    )


RULES = tuple(
    sorted(
        (
            _rule(FINDINGS[0], "Dates of publication agree", "dates"),
            _rule(FINDINGS[1], "People hold the office they are given", "people"),
            _rule(FINDINGS[2], "Time since an event fits the date", "dates"),
            _rule(FINDINGS[3], "Parts do not exceed the whole"),
            _rule(FINDINGS[4], "One amount, one figure"),
            _rule(FINDINGS[5], "One count, one figure"),
            _rule(FINDINGS[6], "Headlines say what the article says", "wording"),
            _rule(FINDINGS[7], "A source says when it appeared", "dates"),
            _rule(FINDINGS[8], "A plan has one stage", "plans"),
            _rule(FINDINGS[10], "One person, one spelling", "people"),
            _rule(FINDINGS[11], "Running totals do not fall"),
        ),
        key=lambda rule: rule.id,
    )
)


def _info(source: Source, published: str | None, clue: Clue | None, *claims: Claim) -> SourceInfo:
    ordered = sorted(claims, key=lambda c: (c.field == "text", c.field, c.start))
    return SourceInfo(source=source, published=published, published_from=clue, claims=tuple(ordered))


SOURCES = (
    _info(HOSTILE, None, None, TWELVE, THIRTEEN),
    _info(
        *(GAZETTE, "2023-09-30", "url"),
        *(DISPLAYED, ADDRESS, SINCE, MINISTER, COST, *SHARES, HURT_NINE, FORTUNE, SAID_FORTUNE),
    ),
    _info(SPEECH, None, None, GREETING, DECIDED, NINETY_NINE, ABOUT_THREE, HYPHENED),
    _info(WIRE, "2023-10-01", "displayed", WIRE_DAY, WIRE_COST, MOVES, TOLL, HURT_ELEVEN, MORE_THAN, HARBOUR_MASTER),
)

REPORT = Report(
    sources=SOURCES,
    findings=FINDINGS,
    consistent=(
        Agreement("same-amount", "ferry", (WIRE_COST, ABOUT_THREE)),
        Agreement("in-office", "ferry", (MINISTER, REFERENCE)),
    ),
    not_compared=(
        NotCompared("ferry", (HURT_NINE, SHARES[1]), "One counts people, the other is a share of something unnamed."),
        NotCompared("ferry", (TWELVE, HURT_ELEVEN), "What is counted is not the same <thing>."),
    ),
    rules=RULES,
    unread=("claims/sources/ferry/scan.txt: is not a text",),
)
"""Four sources, twelve findings; the fourth source is hostile."""

EMPTY = Report(sources=(), findings=(), consistent=(), not_compared=(), rules=())
"""An audit that read nothing."""
