"""A table of sources as reports on armed conflict put them, each with what its words say of it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from secondsource.annotations import (
    AttributionMention,
    Layers,
    SourceType,
    annotators,
    attach,
    load_resources,
)
from secondsource.reports import from_text
from secondsource.text import Span

PERSON = SourceType.NAMED_PERSON
BODY = SourceType.NAMED_ORGANISATION
OFFICE = SourceType.OFFICE_HOLDER
ANONYMOUS = SourceType.ANONYMOUS
OUTLET = SourceType.OUTLET
DOCUMENT = SourceType.DOCUMENT
SOCIAL = SourceType.SOCIAL_MEDIA
GROUP = SourceType.GROUP


class Row(NamedTuple):
    """A sentence and its first source: its words and sort, its role, the body it is ``of``, where
    it is ``at``, how ``near`` it was, why it is ``unnamed``, and the outlet that it told."""

    text: str
    words: str
    type: SourceType
    role: str | None = None
    of: str | None = None
    at: str | None = None
    near: str | None = None
    unnamed: str | None = None
    via: str | None = None


ROWS = [
    # anonymous people
    Row(
        "A rebel commander told Reuters that the town had fallen.",
        "A rebel commander",
        ANONYMOUS,
        "commander",
        "rebel",
        via="Reuters",
    ),
    Row(
        "Two rebel commanders said that the town had fallen.",
        "Two rebel commanders",
        ANONYMOUS,
        "commander",
        "rebel",
    ),
    Row(
        "Three diplomats said that the talks had failed.", "Three diplomats", ANONYMOUS, "diplomat"
    ),
    Row(
        "Dozens of residents said that the army had shelled the town.",
        "Dozens of residents",
        ANONYMOUS,
        "resident",
    ),
    Row(
        "At least four witnesses told AFP that the convoy had been hit.",
        "At least four witnesses",
        ANONYMOUS,
        "witness",
        via="AFP",
    ),
    Row("Local sources said that the fighters had left.", "Local sources", ANONYMOUS, "source"),
    Row(
        "Activists said that the barrels were dropped on a market.",
        "Activists",
        ANONYMOUS,
        "activist",
    ),
    Row("Medics said that at least ten people had died.", "Medics", ANONYMOUS, "medic"),
    Row(
        "Hospital sources said that six people had died.",
        "Hospital sources",
        ANONYMOUS,
        "source",
        "Hospital",
    ),
    Row(
        "Medical sources in Aleppo said that six people had died.",
        "Medical sources in Aleppo",
        ANONYMOUS,
        "source",
        at="Aleppo",
    ),
    Row(
        "Security officials said that the bomber was a foreigner.",
        "Security officials",
        ANONYMOUS,
        "official",
        "Security",
    ),
    Row(
        "A security source said that the bomber was a foreigner.",
        "A security source",
        ANONYMOUS,
        "source",
        "security",
    ),
    Row(
        "A military source told SANA that the army had taken the hill.",
        "A military source",
        ANONYMOUS,
        "source",
        "military",
        via="SANA",
    ),
    Row(
        "Residents reached by phone said that the shelling went on all night.",
        "Residents reached by phone",
        ANONYMOUS,
        "resident",
    ),
    Row(
        "A resident who gave only his first name said that the bridge was gone.",
        "A resident who gave only his first name",
        ANONYMOUS,
        "resident",
        unnamed="who gave only his first name",
    ),
    Row(
        "An official who was not authorised to speak to reporters said that the raid had failed.",
        "An official who was not authorised to speak to reporters",
        ANONYMOUS,
        "official",
        unnamed="who was not authorised to speak to reporters",
    ),
    Row(
        "It failed, an official said on condition of anonymity because the raid was secret.",
        "an official",
        ANONYMOUS,
        "official",
        unnamed="on condition of anonymity because the raid was secret",
    ),
    Row(
        "A Western diplomat in Amman said that the weapons had arrived.",
        "A Western diplomat in Amman",
        ANONYMOUS,
        "diplomat",
        at="Amman",
    ),
    Row(
        "A Turkish official, speaking in Ankara, said that the border was closed.",
        "A Turkish official",
        ANONYMOUS,
        "official",
        "Turkish",
        at="Ankara",
    ),
    Row(
        "A rebel spokesman speaking from Turkey said that the attack had begun.",
        "A rebel spokesman speaking from Turkey",
        OFFICE,
        "spokesman",
        "rebel",
        at="Turkey",
    ),
    Row(
        "Speaking from Turkey, an opposition activist said that the attack had begun.",
        "an opposition activist",
        ANONYMOUS,
        "activist",
        "opposition",
        at="Turkey",
    ),
    Row(
        "A fighter with Ahrar al-Sham said that the base had been taken.",
        "A fighter with Ahrar al-Sham",
        ANONYMOUS,
        "fighter",
        "Ahrar al-Sham",
    ),
    Row(
        "A commander of the Free Syrian Army in Idlib said that the base had been taken.",
        "A commander of the Free Syrian Army in Idlib",
        ANONYMOUS,
        "commander",
        "the Free Syrian Army",
        at="Idlib",
    ),
    Row(
        "A senior Kurdish official close to the talks said that a deal was near.",
        "A senior Kurdish official close to the talks",
        ANONYMOUS,
        "official",
        "Kurdish",
        near="close to the talks",
    ),
    Row(
        "A source with direct knowledge of the negotiations said that a deal was near.",
        "A source with direct knowledge of the negotiations",
        ANONYMOUS,
        "source",
        near="with direct knowledge of the negotiations",
    ),
    Row(
        "Two people briefed on the matter told the New York Times that a deal was near.",
        "Two people briefed on the matter",
        ANONYMOUS,
        "people",
        near="briefed on the matter",
        via="the New York Times",
    ),
    Row(
        "A man who witnessed the attack said that the gunmen wore uniforms.",
        "A man who witnessed the attack",
        ANONYMOUS,
        "man",
        near="who witnessed the attack",
    ),
    Row(
        "The official said that the meeting was closely followed by members of his movement.",
        "The official",
        ANONYMOUS,
        "official",
        near="closely followed by members of his movement",
    ),
    Row(
        "An aid worker in Deraa who asked not to be named for fear of reprisals said it was over.",
        "An aid worker in Deraa who asked not to be named for fear of reprisals",
        ANONYMOUS,
        "worker",
        "aid",
        at="Deraa",
        unnamed="who asked not to be named for fear of reprisals",
    ),
    Row(
        "An Iraqi army officer said that his unit had withdrawn.",
        "An Iraqi army officer",
        ANONYMOUS,
        "officer",
        "Iraqi army",
    ),
    Row(
        "A police officer in Kirkuk said that two cars had exploded.",
        "A police officer in Kirkuk",
        ANONYMOUS,
        "officer",
        "police",
        at="Kirkuk",
    ),
    Row(
        "Villagers near Mosul said that the militants had fled.",
        "Villagers near Mosul",
        ANONYMOUS,
        "villager",
        at="Mosul",
    ),
    Row(
        "Residents of Raqqa said that the power was cut.",
        "Residents of Raqqa",
        ANONYMOUS,
        "resident",
        at="Raqqa",
    ),
    Row(
        "Relatives of the hostages said that no ransom had been paid.",
        "Relatives of the hostages",
        ANONYMOUS,
        "relative",
    ),
    Row("Witnesses said that the police had opened fire.", "Witnesses", ANONYMOUS, "witness"),
    Row(
        "Several U.S. officials said that the strike had killed him.",
        "Several U.S. officials",
        ANONYMOUS,
        "official",
        "U.S.",
    ),
    Row(
        "One of the defectors said that he had been forced to shoot.",
        "One of the defectors",
        ANONYMOUS,
        "defector",
    ),
    Row(
        "Some of the fighters said that they had not been paid.",
        "Some of the fighters",
        ANONYMOUS,
        "fighter",
    ),
    Row("Analysts said that the group was losing money.", "Analysts", ANONYMOUS, "analyst"),
    Row("Rebels said that they had shot down a helicopter.", "Rebels", ANONYMOUS, "rebel"),
    Row(
        "The militants said that they would free the hostages.",
        "The militants",
        ANONYMOUS,
        "militant",
    ),
    Row(
        "A former detainee said that the prisoners had been beaten.",
        "A former detainee",
        ANONYMOUS,
        "detainee",
    ),
    Row(
        "A tribal leader in Anbar said that his men had run out of bullets.",
        "A tribal leader in Anbar",
        ANONYMOUS,
        "leader",
        at="Anbar",
    ),
    Row(
        "A doctor at a field hospital in Douma said that the children could not breathe.",
        "A doctor at a field hospital in Douma",
        ANONYMOUS,
        "doctor",
        "a field hospital",
        at="Douma",
    ),
    Row(
        "A 35-year-old farmer said that his house had been hit.",
        "A 35-year-old farmer",
        ANONYMOUS,
        "farmer",
    ),
    Row(
        "Peshmerga sources told Rudaw that the village was retaken.",
        "Peshmerga sources",
        ANONYMOUS,
        "source",
        "Peshmerga",
        via="Rudaw",
    ),
    # office-holders
    Row(
        "A Pentagon spokesman said that the strike had succeeded.",
        "A Pentagon spokesman",
        OFFICE,
        "spokesman",
        "Pentagon",
    ),
    Row(
        "The foreign minister said that the border would stay open.",
        "The foreign minister",
        OFFICE,
        "minister",
    ),
    Row(
        "Turkey's prime minister said that the border would stay open.",
        "Turkey's prime minister",
        OFFICE,
        "minister",
        "Turkey",
    ),
    Row(
        "A spokesman for the Nusra Front said that the prisoners were well.",
        "A spokesman for the Nusra Front",
        OFFICE,
        "spokesman",
        "the Nusra Front",
    ),
    Row(
        "The governor of Anbar said that the city would not fall.",
        "The governor of Anbar",
        OFFICE,
        "governor",
    ),
    Row(
        "The U.N. envoy to Syria said that the truce had failed.",
        "The U.N. envoy to Syria",
        OFFICE,
        "envoy",
        "U.N.",
    ),
    Row(
        "The head of the Syrian Observatory for Human Rights said that fighting had resumed.",
        "The head of the Syrian Observatory for Human Rights",
        OFFICE,
        "head",
        "the Syrian Observatory for Human Rights",
    ),
    Row(
        "The mayor of Kobani told CNN that the city was besieged.",
        "The mayor of Kobani",
        OFFICE,
        "mayor",
        via="CNN",
    ),
    Row(
        "The army's chief of staff said that the advance had been halted.",
        "The army's chief of staff",
        OFFICE,
        "chief",
        "army",
    ),
    # named persons
    Row(
        "Russian Foreign Minister Sergei Lavrov said that the talks would resume.",
        "Russian Foreign Minister Sergei Lavrov",
        PERSON,
        "minister",
    ),
    Row("John Kerry said that the talks would resume.", "John Kerry", PERSON),
    Row("Ban Ki-moon said that the truce had failed.", "Ban Ki-moon", PERSON),
    Row(
        "President Barack Obama said that the strikes would go on.",
        "President Barack Obama",
        PERSON,
        "president",
    ),
    Row(
        "Rami Abdulrahman, who runs the Syrian Observatory for Human Rights, said it was over.",
        "Rami Abdulrahman, who runs the Syrian Observatory for Human Rights",
        PERSON,
    ),
    Row(
        "Gen. Martin Dempsey told the BBC that the strikes would go on.",
        "Gen. Martin Dempsey",
        PERSON,
        via="the BBC",
    ),
    # named organisations
    Row(
        "The Syrian Observatory for Human Rights, a Britain-based monitor, said it was over.",
        "The Syrian Observatory for Human Rights, a Britain-based monitor",
        BODY,
        at="Britain",
    ),
    Row("The Pentagon said that the strike had succeeded.", "The Pentagon", BODY),
    Row("The Kremlin said that its planes had not flown.", "The Kremlin", BODY),
    Row(
        "Amnesty International said that hundreds had been executed.", "Amnesty International", BODY
    ),
    Row("The army said in a statement that the hill had been taken.", "The army", BODY, "army"),
    Row("In a statement, the army said that the hill had been taken.", "the army", BODY, "army"),
    Row(
        "The defence ministry said that two soldiers had died.", "The defence ministry", BODY, None
    ),
    Row("Police said that two cars had exploded.", "Police", BODY, "police"),
    Row("Turkey said that it had shot down a drone.", "Turkey", BODY),
    Row("The United Nations said that 200,000 people had fled.", "The United Nations", BODY),
    Row(
        "Doctors Without Borders said that its clinic had been hit.",
        "Doctors Without Borders",
        BODY,
    ),
    Row("Islamic State said that it had carried out the bombing.", "Islamic State", BODY),
    Row(
        "The government said that the rebels had broken the truce.",
        "The government",
        BODY,
        "government",
    ),
    # groups
    Row(
        "A monitoring group based in Britain said that fighting had resumed.",
        "A monitoring group based in Britain",
        GROUP,
        "group",
        at="Britain",
    ),
    Row(
        "Opposition groups said that the town had been shelled.",
        "Opposition groups",
        GROUP,
        "group",
    ),
    Row(
        "An activist group said that the town had been shelled.",
        "An activist group",
        GROUP,
        "group",
    ),
    Row(
        "The Local Coordination Committees, an activist network, said that ten people had died.",
        "The Local Coordination Committees, an activist network",
        BODY,
    ),
    # outlets
    Row(
        "State television said that the army had taken the hill.",
        "State television",
        OUTLET,
        "television",
        "State",
    ),
    Row(
        "Syrian state TV said that the army had taken the hill.",
        "Syrian state TV",
        OUTLET,
        "tv",
        "state",
    ),
    Row(
        "State media reported that the army had taken the hill.",
        "State media",
        OUTLET,
        "media",
        "State",
    ),
    Row(
        "Syria's state news agency said that the army had taken the hill.",
        "Syria's state news agency",
        OUTLET,
        "agency",
    ),
    Row(
        "SANA, the state news agency, said that the army had taken the hill.",
        "SANA, the state news agency",
        OUTLET,
        "agency",
    ),
    Row(
        "The Daily Star newspaper said that the army had taken the hill.",
        "The Daily Star newspaper",
        OUTLET,
        "newspaper",
    ),
    Row(
        "An AFP correspondent said that shells were falling on the town.",
        "An AFP correspondent",
        OUTLET,
        "correspondent",
        "AFP",
    ),
    Row(
        "A BBC reporter in Kobani said that shells were falling on the town.",
        "A BBC reporter in Kobani",
        OUTLET,
        "reporter",
        "BBC",
        at="Kobani",
    ),
    Row("Local media said that the army had taken the hill.", "Local media", OUTLET, "media"),
    Row(
        "The Kurdish news network Rudaw said that the village had been retaken.",
        "The Kurdish news network Rudaw",
        OUTLET,
        "network",
        "Kurdish",
    ),
    Row("The Wall Street Journal said that a deal was near.", "The Wall Street Journal", OUTLET),
    Row(
        "Iran's Fars news agency reported that a general had been killed.",
        "Iran's Fars news agency",
        OUTLET,
        "agency",
    ),
    Row("The paper said that a deal was near.", "The paper", OUTLET, "paper"),
    Row(
        "The opposition-run Shaam News Network said that ten people had died.",
        "The opposition-run Shaam News Network",
        OUTLET,
    ),
    Row(
        "Al-Manar television reported that the convoy had been hit.",
        "Al-Manar television",
        OUTLET,
        "television",
    ),
    # documents and recordings
    Row(
        "A video posted online showed that the soldiers had surrendered.",
        "A video posted online",
        DOCUMENT,
        "video",
    ),
    Row(
        "According to documents seen by Reuters, the weapons were sold in 2013.",
        "documents seen by Reuters",
        DOCUMENT,
        "document",
        via="Reuters",
    ),
    Row(
        "A leaked recording suggests that the minister knew of the raid.",
        "A leaked recording",
        DOCUMENT,
        "recording",
    ),
    Row(
        "A report by Amnesty International said that prisoners were tortured.",
        "A report by Amnesty International",
        DOCUMENT,
        "report",
        "Amnesty International",
    ),
    Row(
        "According to a report by Amnesty International seen by the BBC, prisoners were tortured.",
        "a report by Amnesty International seen by the BBC",
        DOCUMENT,
        "report",
        "Amnesty International",
        via="the BBC",
    ),
    Row("The statement said that the prisoners were well.", "The statement", DOCUMENT, "statement"),
    Row(
        "A United Nations report said that both sides had used chlorine.",
        "A United Nations report",
        DOCUMENT,
        "report",
        "United Nations",
    ),
    Row(
        "Satellite images show that the depot was destroyed.", "Satellite images", DOCUMENT, "image"
    ),
    Row(
        "An internal memo obtained by the Guardian says that the camp was overcrowded.",
        "An internal memo obtained by the Guardian",
        DOCUMENT,
        "memo",
        via="the Guardian",
    ),
    Row(
        "The audio message said that the leader was alive.",
        "The audio message",
        DOCUMENT,
        "message",
    ),
    Row(
        "A study by Johns Hopkins University found that thousands had died.",
        "A study by Johns Hopkins University",
        DOCUMENT,
        "study",
        "Johns Hopkins University",
    ),
    Row(
        "An army communique said that the hill had been taken.",
        "An army communique",
        DOCUMENT,
        "communique",
        "army",
    ),
    # social media
    Row("A post on Facebook said that the town had fallen.", "A post on Facebook", SOCIAL, "post"),
    Row(
        "Posts on social media said that the town had fallen.",
        "Posts on social media",
        SOCIAL,
        "post",
    ),
    Row(
        "A Twitter account linked to Islamic State said that the town had fallen.",
        "A Twitter account linked to Islamic State",
        SOCIAL,
        "account",
        "Islamic State",
    ),
    Row(
        "Social media reports said that the town had fallen.",
        "Social media reports",
        SOCIAL,
        "report",
    ),
    Row(
        "Pro-regime accounts on X said that the town had fallen.",
        "Pro-regime accounts on X",
        SOCIAL,
        "account",
        "regime",
    ),
    Row(
        "An opposition Telegram channel said that the town had fallen.",
        "An opposition Telegram channel",
        SOCIAL,
        "channel",
        "opposition",
    ),
    # via
    Row(
        "A resident told this newspaper that the town had fallen.",
        "A resident",
        ANONYMOUS,
        "resident",
        via="this newspaper",
    ),
    Row(
        "A resident told the paper that the town had fallen.",
        "A resident",
        ANONYMOUS,
        "resident",
        via="the paper",
    ),
    Row(
        "A commander told Al-Quds al-Arabi newspaper that the town had fallen.",
        "A commander",
        ANONYMOUS,
        "commander",
        via="Al-Quds al-Arabi newspaper",
    ),
    Row(
        "The minister said in an interview with CNN that the town had fallen.",
        "The minister",
        OFFICE,
        "minister",
        via="CNN",
    ),
    Row(
        "A resident told AP by telephone that the town had fallen.",
        "A resident",
        ANONYMOUS,
        "resident",
        via="AP",
    ),
    Row(
        "The ministry was quoted by state news agency SANA as saying that the town had fallen.",
        "The ministry",
        BODY,
        "ministry",
        via="state news agency SANA",
    ),
    Row(
        "“The town has fallen,” a resident told the Associated Press.",
        "a resident",
        ANONYMOUS,
        "resident",
        via="the Associated Press",
    ),
    Row(
        "The town has fallen, a fighter told a Reuters reporter.",
        "a fighter",
        ANONYMOUS,
        "fighter",
        via="a Reuters reporter",
    ),
    Row("A diplomat told reporters that the town had fallen.", "A diplomat", ANONYMOUS, "diplomat"),
    Row(
        "The rebel leader said on his Telegram channel that the town had fallen.",
        "The rebel leader",
        OFFICE,
        "leader",
        "rebel",
    ),
    Row(
        "The minister wrote on Twitter that the town had fallen.",
        "The minister",
        OFFICE,
        "minister",
    ),
    Row("The ministry said on X that the town had fallen.", "The ministry", BODY, "ministry"),
    Row(
        "The army said in a statement carried by SANA that the town had fallen.",
        "The army",
        BODY,
        "army",
        via="SANA",
    ),
    Row(
        "A spokesman said in a statement to AFP that the town had fallen.",
        "A spokesman",
        OFFICE,
        "spokesman",
        via="AFP",
    ),
]


@pytest.fixture(scope="module")
def read() -> dict[str, AttributionMention]:
    """The first attribution with a source of each sentence of the table."""
    resources = load_resources()
    reports = [from_text(row.text) for row in ROWS]
    stages = annotators(resources)
    found: dict[str, AttributionMention] = {}
    for report, parse in zip(reports, resources.parser.parse(reports), strict=True):
        layers = attach(Layers(report=report, parse=parse), stages)
        sourced = [row for row in layers.attributions or () if row.source]
        found.update({report.text: sourced[0]} if sourced else {})
    return found


@pytest.mark.parametrize("row", ROWS, ids=[row.text for row in ROWS])
def test_source(read: dict[str, AttributionMention], row: Row) -> None:
    mention = read[row.text]
    details = mention.details[0]

    def words(span: Span | None) -> str | None:
        return span.of(row.text) if span is not None else None

    assert row == Row(
        text=row.text,
        words=details.words.of(row.text),
        type=details.type or SourceType.GROUP,
        role=details.role,
        of=words(details.affiliation),
        at=words(details.location),
        near=words(details.closeness),
        unnamed=words(details.anonymity),
        via=words(mention.via),
    )
