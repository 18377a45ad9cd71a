"""The agreement of November 2014 in miniature: seven outlets on one agency, and others.

The sentences are ours; the facts are those that the agency's sources gave.
"""

from __future__ import annotations

from secondsource.claims import EventType, Polarity
from tests.fusion.making import make_claim, make_report

OFFICIAL = "an opposition official"
COMMANDER = "a rebel commander"

# Each row: the outlet, when it published, its text, and who is quoted.
ON_THE_AGENCY = [
    (
        "Sample Courier",
        "2014-11-13",
        (
            "Isis and Nusra met in Atareb on 2 November and agreed to stop fighting each"
            " other, an opposition official told the Associated Press. Seven senior commanders"
            " sat down at midnight in a farm house west of Aleppo, he said."
        ),
        OFFICIAL,
    ),
    (
        "Sample Tribune",
        "2014-11-13",
        (
            "At a farm house in Atareb on 2 November, Isis and Nusra agreed to end their"
            " feud, a rebel commander told the Associated Press. The two groups want to open"
            " new fronts together against Kurdish fighters in the north of Syria."
        ),
        COMMANDER,
    ),
    (
        "Sample Herald",
        "2014-11-14",
        (
            "Militant chiefs of Isis and Nusra agreed on 2 November to halt their war, an"
            " opposition official told the Associated Press. Leaders sat in Atareb until four"
            " in the morning and promised to destroy the rebels armed by Washington."
        ),
        OFFICIAL,
    ),
    (
        "Sample Gazette",
        "2014-11-14",
        (
            "The Associated Press reported that Isis and Nusra agreed on 2 November to stop"
            " fighting. It quoted a rebel commander and an opposition official on the night"
            " meeting in Atareb."
        ),
        COMMANDER,
    ),
    (
        "Sample Dispatch",
        None,
        (
            "Isis and Nusra have agreed to work together, the Associated Press says, citing"
            " an opposition official. The accord was reached on 2 November in Atareb, where"
            " militants and commanders of several groups gathered in a farm house."
        ),
        OFFICIAL,
    ),
    (
        "Sample Chronicle",
        "2014-11-15",
        (
            "A pact against the rebels: Isis and Nusra agreed on 2 November in Atareb to join"
            " forces, according to the Associated Press. It rests on an opposition official"
            " who says that his movement watched the farm house closely at midnight."
        ),
        OFFICIAL,
    ),
    (
        "Sample Observer",
        "2014-11-15",
        (
            "Isis and Nusra, rivals for a year, agreed on 2 November to stop fighting, a"
            " rebel commander told the Associated Press. Commanders met in Atareb, west of"
            " Aleppo, and divided the new fronts against Kurdish fighters."
        ),
        COMMANDER,
    ),
]
INDEPENDENT = (
    "Sample Standard",
    "2014-11-16",
    (
        "A resident of Atareb told this newspaper that he saw convoys of Isis and Nusra"
        " on 2 November; their leaders agreed that night to stop shooting at each other,"
        " said a resident of a neighbouring village."
    ),
)
DENIAL = (
    "Sample Mercury",
    "2014-11-17",
    "Nusra has not agreed to anything with Isis, a Nusra spokesman said of the talk of 2 November.",
)


def resting_on_the_agency():
    """Seven reports and the claim of each."""
    reports = [
        make_report(text, outlet=outlet, published=date) for outlet, date, text, _ in ON_THE_AGENCY
    ]
    return reports, [
        make_claim(
            report,
            "agreed",
            EventType.AGREE,
            actors=("Isis", "Nusra"),
            place="Atareb",
            time=("2 November", "XXXX-11-02"),
            source=source,
            via="Associated Press",
        )
        for report, (_, _, _, source) in zip(reports, ON_THE_AGENCY, strict=True)
    ]


def independent():
    """A report by another outlet with a source of its own."""
    outlet, date, text = INDEPENDENT
    report = make_report(text, outlet=outlet, published=date)
    claim = make_claim(
        report,
        "agreed",
        EventType.AGREE,
        actors=("Isis", "Nusra"),
        place="Atareb",
        time=("2 November", "2014-11-02"),
        source="a resident",
    )
    return report, claim


def denial():
    """A report in which one side denies it."""
    outlet, date, text = DENIAL
    report = make_report(text, outlet=outlet, published=date)
    claim = make_claim(
        report,
        "agreed",
        EventType.AGREE,
        actors=("Nusra",),
        recipients=("Isis",),
        time=("2 November", "2014-11-02"),
        source="a Nusra spokesman",
        polarity=Polarity.DENIED,
    )
    return report, claim
