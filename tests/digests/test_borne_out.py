"""What a digest says and its original bears out, by cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.digests import completed, digests, unsupported
from auditor.extract import examine
from auditor.model import Source, SourceInfo, Zone

CASES = yaml.safe_load((Path(__file__).parent / "borne_out.yaml").read_text(encoding="utf-8"))


def lacking(infos: list[SourceInfo]) -> list[str]:
    """The words of the claims that are not borne out."""
    missing = unsupported(infos, digests(infos))
    return [claim.text for info in infos for claim in info.claims if claim.id in missing]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["told"])
def test_a_headline_is_asked_for_what_its_article_says(case: dict[str, Any]) -> None:
    """A title that came apart from the text is held against all of it."""
    source = Source("a", "s", case["article"], title=case["told"], published=case.get("published"))
    assert lacking([examine(source)]) == case.get("lacks", [])


def test_a_headline_in_the_text_does_not_bear_out_itself() -> None:
    """Figures of a headline are looked for below it only."""
    text = "Ferry carries 40 on board\n\nThe authority counted 31 people on the ferry."
    zones = (Zone("headline", 0, 27), Zone("body", 27, len(text)))
    source = Source("a", "s", text, title="Ferry carries 40 on board", title_span=(0, 25), zones=zones)
    assert lacking([examine(source)]) == ["40"]


LONG = (
    "The harbour authority will deepen the eastern basin from next spring. The works cost €38 million and take 14 "
    "months, the engineer Ida Sund told the council in 2021. Larger container ships will then be able to call at the "
    "port on any tide. The authority counted 19 passengers and 12 crew members on an average ferry. Residents near the "
    "quay had asked for a noise barrier; the authority promised one of 350 metres in the second quarter of 2022."
)
SHORT = "The harbour authority will deepen the eastern basin {}, so that larger container ships can call."


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("for €38 million", []),
        ("for about €40 million", []),
        ("for more than €30 million", []),
        ("by 31 people", []),
        ("for €83 million", ["€83 million"]),
        ("in the course of 25 months", ["25 months"]),
        ("in the second quarter of 2022", []),
        ("in the third quarter of 2022", ["the third quarter of 2022"]),
    ],
)
def test_a_short_text_is_asked_for_what_the_long_one_says(told: str, lacks: list[str]) -> None:
    """Not only for its figures, but for the years and quarters too."""
    infos = [examine(Source("long", "s", LONG)), examine(Source("short", "s", SHORT.format(told)))]
    assert lacking(infos) == lacks


def test_a_story_without_digests_asks_nothing() -> None:
    """Two long texts may say what they like."""
    infos = [examine(Source("one", "s", LONG)), examine(Source("other", "s", LONG.replace("38", "83")))]
    assert lacking(infos) == []


PEOPLE = (
    "The prime minister of Portugal, Carla Matos, opened the bridge over the Tarn on Monday with King Frederik of "
    "Denmark and guests from the United Arab Emirates. The World Health Organization had its yearly meeting in the "
    "town on the same day, and the U.S. delegates came late. The builder, Kestrel Steel, gave a dinner for the "
    "workers, and their union chief Jonas Weidmann spoke. The toll for lorries will be decided after the summer, the "
    "minister said, when all of the figures are known."
)


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("Mrs Matos opened the bridge over the Tarn on Monday with the king", []),
        ("The Portuguese minister opened the bridge over the Tarn with the Danish king", []),
        ("The American delegates came late to the meeting in the town", []),
        ("The bridge over the Tarn was opened with the union chief Jonas Weidman on Monday", []),
        ("The bridge over the Tarn was opened on Monday with the union chief Jonas Brandt", ["Jonas Brandt"]),
        ("The bridge over the Tarn was opened on Monday with the king of Norway", ["Norway"]),
        ("The bridge over the Tarn was opened on Monday with guests from the United Arab Emirates", []),
        ("The builder of the bridge, Ondaro Logistics, gave a dinner for the workers", ["Ondaro Logistics"]),
    ],
)
def test_a_short_text_is_asked_for_whom_the_long_one_names(told: str, lacks: list[str]) -> None:
    """In any form of the name."""
    infos = [examine(Source("long", "s", PEOPLE)), examine(Source("short", "s", f"{told}."))]
    assert lacking(infos) == lacks


def test_a_country_is_not_asked_after_where_the_long_text_names_none() -> None:
    """A reader knows in which country a town lies."""
    long = (
        PEOPLE.replace("of Portugal", "")
        .replace("of Denmark and guests from the United Arab Emirates", "")
        .replace("U.S. ", "")
    )
    told = "The bridge over the Tarn in Norway was opened on Monday with the union chief."
    assert not lacking([examine(Source("long", "s", long)), examine(Source("short", "s", told))])


FLOOD = (
    "The river Sarn rose over its banks on Tuesday and drowned 17 sheep on the farm of the Ottens. Firemen took 240 "
    "people out of the low houses of Marl and brought them to the school. The flood of 1998 had cost the county €12 "
    "million, and its engineers had called for a dam. The county council will vote on the dam on Friday. Thousands of "
    "volunteers filled bags with sand until late in the night, and the baker of Marl gave out 60 loaves of bread. "
    "Insurers expect claims of 3 or 4 million euros, and the bridge at Lund stays closed to lorries for six weeks. "
)


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("Firemen took 240 people out of low houses after the river Sarn rose", []),
        ("Firemen took 60 people out of low houses after the river Sarn rose", ["60"]),
        ("Firemen took 17 people out of low houses after the river Sarn rose", ["17"]),
        ("Firemen took six weeks out of low houses after the river Sarn rose", ["six weeks"]),
        ("Firemen took thousands of people out of low houses of Marl after the river Sarn rose", ["thousands"]),
        ("Thousands of volunteers filled bags with sand after the river Sarn rose", []),
        ("The flood of 1998 cost €12 million, and volunteers have filled bags with sand", []),
        ("The river Sarn rose over its banks on Tuesday, and firemen came", []),
        ("The river Sarn rose over its banks on Friday and drowned sheep of the Ottens, and firemen came", ["Friday"]),
        ("The river Sarn rose over its banks today and drowned sheep of the Ottens, and firemen came", []),
        ("The river Sarn rose over its banks for the first time in 25 years and drowned sheep", []),
        ("The river Sarn rose over its banks, and the bridge at Lund stays closed for five weeks", ["five weeks"]),
    ],
)
def test_a_short_text_is_asked_where_the_long_one_says_it(told: str, lacks: list[str]) -> None:
    """A number, an amount or a day that stands there for something else is a slip."""
    infos = [examine(Source("long", "s", FLOOD)), examine(Source("short", "s", f"{told}."))]
    assert lacking(infos) == lacks


HERRING = (
    "The herring fleet of Skarn sailed at dawn on Monday, for the first time since the storm. The harbour master Ida "
    "Brekke counted 40 boats, and the fishwives of Skarn sang on the quay as they do every spring. Brekke said that "
    "the fleet would be at sea for a week. The price of salt has doubled. In the village hall the painter Vera Lund "
    "has hung up her views of the lake, and the baker gives away buns to all who come and look at them this week."
)


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("Vera Lund counted the boats of the herring fleet at dawn on Monday", ["Vera Lund"]),
        ("Ida Brekke counted the boats of the herring fleet at dawn on Monday", []),
        ("The painter Vera Lund looked on as the boats of the herring fleet sailed at dawn", []),
        ("The herring fleet sailed at dawn (Vera Lund), and the harbour master counted the boats", []),
    ],
)
def test_a_short_text_is_asked_for_whom_the_long_one_names_in_passing(told: str, lacks: list[str]) -> None:
    """Not where what it tells stands beside another one, and nothing of it beside this one; nor for who tells it."""
    assert _lacking_in(HERRING, told) == lacks


def test_two_days_that_the_long_text_has_together_are_kept() -> None:
    """However well the rest of the sentence fits another one."""
    long = (
        "The mayor of Marl says that she will sail to the isles for talks about the herring. There has been a quarrel "
        "over it for years. Ms Sund has now said that she expects to travel to the talks in February or March. It will "
        "be her second visit to the town of Lund within a year. The two women met in Lund in August shortly after "
        "Olga Trent took on the role of guildmaster, and each of them gave the other a spoon of silver from her town."
    )
    told = "Mayor Sund hopes to come in February or March to Lund, where Olga Trent took on the role of guildmaster."
    assert not lacking([examine(Source("long", "s", long)), examine(Source("short", "s", told))])


QUARTER = (
    "Orders of the ropeworks rose 12.4% from last year to 830 tonnes, its manager Lena Holt said. In the third quarter "
    "profit fell by 7% to €4.5 million. New customers get 15% off in the first year of a contract, and the works saves "
    "them 40 man-hours per month. The works expects sales of between €90 million and €100 million in 2027, and a share "
    "of exports of more than 10 percent. A ship chandler from the islands has ordered ropes for its whole fleet again."
)


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("Orders of the ropeworks rose 12.4% from the previous year, its manager said", []),
        ("Orders of the ropeworks rose 12.4% from last month, its manager said", ["12.4%", "last month"]),
        ("Orders of the ropeworks fell 12.4% from last year, its manager said", ["12.4%"]),
        ("The ropeworks gives its new customers 15% off in the first month of a contract", ["15%"]),
        ("The ropeworks gives its new customers 15% off in the 2nd year of a contract", ["15%"]),
        ("The ropeworks gives its new customers 15% off in the 1st year of a contract", []),
        ("The ropeworks saves its new customers 40 man-hours per week", ["40"]),
        ("Profit of the ropeworks fell by 7% in the third quarter to €4.5 million", []),
        ("Orders of the ropeworks of 830 tonnes rose 12.4% from last year, its manager said", []),
        (
            "Profit of the ropeworks fell by 7% in the fourth quarter to €4.5 million",
            ["7%", "the fourth quarter", "€4.5 million"],
        ),
        ("The ropeworks expects sales of between €90 million and €100 million", []),
        (
            "The ropeworks expects sales of between €80 million and €100 million",
            ["between €80 million and €100 million"],
        ),
        ("The ropeworks expects a share of exports of more than 9 percent", ["more than 9 percent"]),
    ],
)
def test_a_short_text_is_asked_for_what_stands_beside(told: str, lacks: list[str]) -> None:
    """The same figure, but of another time, for another unit or going the other way."""
    infos = [examine(Source("long", "s", QUARTER)), examine(Source("short", "s", f"{told}."))]
    assert lacking(infos) == lacks


VISIT = (
    "Foreign minister Ida Brekke opened the new lighthouse of Skarn on Monday and thanked all who had built it, for "
    "the old one had been dark since the storm. The crew of the Marlin painted the harbour wall, and the council of "
    "Skarn gave a dinner for them. The engineer of the county will climb Mount Orle in the spring to mend the mast, "
    "which fell in the same storm, and a team from Iceland will help him to do so. The painter Vera Lund has her house "
    "in the north of the island, not far from Ostby, where the builder Tom Oakes grew up before he went to sea."
)


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("The foreign minister Ida Brekke opened the new lighthouse of Skarn", []),
        ("The foreign minister Tom Oakes opened the new lighthouse of Skarn", ["Tom Oakes"]),
        ("The house of the painter Ida Brekke is in the north of the island", ["Ida Brekke"]),
        ("The house of Vera Lund is in the north of the island, near the house of Tom Oakes", []),
        ("The county's engineer will climb Ostby in the spring to mend the mast", ["Ostby"]),
        ("The county's engineer will climb Mount Orle in the spring to mend the mast", []),
        ("The foreign minister opened the lighthouse in Vera Lund on Monday and gave a dinner", ["Vera Lund"]),
        ("The foreign minister opened the lighthouse in Ostby on Monday and gave a dinner", ["Ostby"]),
        ("The foreign minister opened the lighthouse in Vera Lund's house on Monday and gave a dinner", []),
        ("The county's engineer gets the help of a Iceland team to mend the mast", ["Iceland"]),
        ("The county's engineer gets the help of an Iceland team to mend the mast", []),
        ("The crew of a the Marlin painted the harbour wall of the council", ["Marlin"]),
    ],
)
def test_a_short_text_is_asked_where_the_long_one_names_it(told: str, lacks: list[str]) -> None:
    """A name of the long text that stands where that has another, or where none like it can stand."""
    infos = [examine(Source("long", "s", VISIT)), examine(Source("short", "s", f"{told}."))]
    assert lacking(infos) == lacks


REGATTA = (
    "The island league of Skarn has let the club of Ostby row again. Prime Minister Nora Vik told the club on Monday, "
    "and Mr Glen, the baker who founded it, wept. Glen has sold bread in Brazil and Iceland. The Ostby rowers had lost "
    "their boats in the storm; the Marl rowers lent them two. The film star Tom Oakes, 41, gave the first oar, and "
    "Oakes means to come for the race. The race was moved from east Marl to the lake. A radio song by Ida Lie tells of "
    "it, and the new Ida Lie song is played in the UK. The keeper of the John Lorne shop has sewn the flags."
)


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("The club of Ostby rows again, the Prime Minister Nora Vik told the club", []),
        ("The club of Ostby rows again, the Prime Minister Brazil told the club", ["Brazil"]),
        ("The club of Ostby rows again, the Prime Minister of Brazil told the club", []),
        ("The club of Ostby rows again, the prime minister of Mr Glen told the club", ["Glen"]),
        ("The club of Ostby rows again, a secretary of Mr Glen told the club", []),
        ("Glen has wept for the club of Ostby, which rows in the league again", []),
        ("The Marl rowers had no boats, and the club of Ostby rows in the league again", []),
        ("The UK rowers lost their boats in the storm, and the league let the club row again", []),
        ("The race of the rowers was moved from east UK to the lake, and the club rows again", ["UK"]),
        ("The race of the rowers was moved from east Marl to the lake, and the club rows again", []),
        ("The new Tom Oakes song is played on the radio, and it tells of the race of the rowers", ["Tom Oakes"]),
        ("The new Ida Lie song is played on the radio, and it tells of the race of the rowers", []),
        ("The flags of the club of Ostby, which rows again in the league, were sewn in John Lorne", []),
        ("The flags of the club of Ostby, which rows again in the league, were sewn in Tom Oakes", ["Tom Oakes"]),
        ("The club of Ostby, which rows again in the league, has lost all trust in Tom Oakes", []),
        ("The baker of the club of Ostby, which rows again in the league, shouted at Tom Oakes", []),
    ],
)
def test_a_short_text_is_asked_for_what_sort_of_thing_it_names(told: str, lacks: list[str]) -> None:
    """A place in a person's stead, a person in a place's, a name beside another's word; first and short ones too."""
    assert _lacking_in(REGATTA, told) == lacks


def test_a_digest_has_the_names_that_its_original_shows() -> None:
    """A first word is a name where the original has it in the middle of a sentence, and never in small letters."""
    infos = [examine(Source("long", "s", REGATTA)), examine(Source("short", "s", "Glen wept. It had boats of the UK."))]
    short = completed(infos, {"short": "long"})[1]
    assert [claim.text for claim in short.claims if claim.kind == "name"] == ["Glen", "UK"]
    assert len({claim.id for claim in short.claims}) == len(short.claims)


STRIKE = (
    "The dockers of Orle were called out on Monday, and the pilots joined them. The police arrested a crane driver who "
    "had blocked the gate. The harbour board will raise wages by 4% in the spring, and it has not cut the bonus. The "
    "board could sell the old ferry, as three of its nine pilots had asked five years ago. The strike cost the port a "
    "profit of €3 million; the Hill Cup of the rowing club was moved to Marl, and the Lake Cup, which the dockers gave "
    "in 1912, was won by the pilots on Sunday."
)


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("The police have not arrested the crane driver who had blocked the gate", ["have not arrested"]),
        ("The crane driver who had blocked the gate wasn't arrested by the police", ["wasn't arrested"]),
        ("The police have arrested the crane driver who had blocked the gate", []),
        ("The harbour board won't raise wages in the spring, it said in Orle", ["won't raise"]),
        ("The harbour board hasn't cut the bonus of the dockers in the spring", []),
        ("The harbour board will not sell the old ferry in the spring", []),
        ("The dockers of Orle don't know when the harbour board will raise wages", []),
        ("The police do not say why the crane driver had blocked the gate", []),
    ],
)
def test_a_short_text_is_asked_for_what_it_denies(told: str, lacks: list[str]) -> None:
    """A denial of what the long one asserts; not of what it leaves open, and not of words."""
    assert _lacking_in(STRIKE, told) == lacks


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("The strike of the dockers and pilots cost the port of Orle a loss of €3 million", ["€3 million"]),
        ("The strike of the dockers and pilots cost the port of Orle profits of €3 million", []),
        ("Three of the five pilots of the port of Orle joined the strike of the dockers", ["five"]),
        ("Three of the nine pilots of the port of Orle joined the strike of the dockers", []),
        ("The Hill Cup, which the dockers gave, was won by the pilots", ["Hill Cup"]),
        ("The Lake Cup, which the dockers gave, was won by the pilots", []),
        ("The Hill Cup of the rowing club was moved, the dockers of Orle said", []),
    ],
)
def test_a_short_text_is_asked_for_contraries_and_siblings(told: str, lacks: list[str]) -> None:
    """A loss for a profit, and one cup for the other."""
    assert _lacking_in(STRIKE, told) == lacks


def _lacking_in(original: str, told: str) -> list[str]:
    """The claims of a short text that its original does not bear out."""
    infos = [examine(Source("long", "s", original)), examine(Source("short", "s", f"{told}."))]
    digest_of = digests(infos)
    assert digest_of == {"short": "long"}
    return lacking(completed(infos, digest_of))


@pytest.mark.parametrize(
    ("told", "article", "reason"),
    [
        (
            "Burglaries up 19% last year",
            "Burglaries rose by 31% last year, the county said. Thefts of bikes went up by 12%, and arson fell by 8%.",
            "Where it tells the same it has “31%”",
        ),
        (
            "Ferry line returns to profit in 2019",
            "The ferry line made a profit in 2016 for the first time in a decade. Its harbours in the north were sold.",
            "Where it tells the same it has “2016”",
        ),
        (
            "Baker's 2016 tax return shown",
            "A clerk left the papers in a tram, and the baker’s 2015 tax return was read out on the radio.",
            "Where it tells the same it has “2015 tax”",
        ),
    ],
)
def test_a_headline_is_told_what_it_retells(told: str, article: str, reason: str) -> None:
    """The reason names what stands where the article tells the same."""
    info = examine(Source("a", "s", article, title=told, published="2017-02-13"))
    assert list(unsupported([info], {}).values()) == [reason]
