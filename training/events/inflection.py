"""Forms of English verbs, for sentences made from the lexicon."""

from __future__ import annotations

_IRREGULAR = {
    row.split()[0]: (row.split()[1], row.split()[2])
    for row in """
    be was been; beat beat beaten; beg begged begged; begin began begun; blow blew blown;
    break broke broken; bring brought brought; cut cut cut; do did done; draw drew drawn;
    drive drove driven; drop dropped dropped; fall fell fallen; feed fed fed; fight fought fought;
    find found found; flee fled fled; fly flew flown; forbid forbade forbidden; free freed freed;
    freeze froze frozen; give gave given; go went gone; hit hit hit; hold held held; lay laid laid;
    leave left left; let let let; make made made; meet met met; overrun overran overrun;
    pay paid paid; put put put; quit quit quit; seek sought sought; send sent sent; set set set;
    shake shook shaken; shoot shot shot; shut shut shut; slay slew slain; speak spoke spoken;
    stand stood stood; strike struck struck; swear swore sworn; take took taken; tear tore torn;
    undertake undertook undertaken; withdraw withdrew withdrawn; withhold withheld withheld;
    bar barred barred; ban banned banned; gag gagged gagged; stab stabbed stabbed;
    step stepped stepped; stop stopped stopped; plan planned planned; slam slammed slammed;
    slur slurred slurred; rebut rebutted rebutted; commit committed committed;
    expel expelled expelled; admit admitted admitted; confer conferred conferred;
    permit permitted permitted; rob robbed robbed; whip whipped whipped; wrap wrapped wrapped;
    team teamed teamed; flog flogged flogged; kidnap kidnapped kidnapped; hijack hijacked hijacked;
    bomb bombed bombed; retake retook retaken; overrule overruled overruled; pledge pledged pledged;
    mob mobbed mobbed; trade traded traded; wage waged waged; rebuff rebuffed rebuffed
    """.replace("\n", " ").split(";")
    if row.strip()
}
_PLURAL = frozenset(
    "talk discussion negotiation consultation tie relation sanction weapon fighter soldier troop "
    "reinforcement demand rocket shell missile hand force rank asset hostility operation attack "
    "charge restriction remains inspector observer exercise arm".split()
)
_VOWELS = "aeiou"


def past(verb: str) -> str:
    """The past tense."""
    return _IRREGULAR[verb][0] if verb in _IRREGULAR else _regular(verb)


def participle(verb: str) -> str:
    """The past participle."""
    return _IRREGULAR[verb][1] if verb in _IRREGULAR else _regular(verb)


def gerund(verb: str) -> str:
    """The form in "-ing"."""
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be":
        return f"{verb[:-1]}ing"
    doubled = verb in _IRREGULAR and _regular(verb) != f"{verb}ed"
    stem = past(verb)[: len(verb) + 1]
    return f"{stem}ing" if doubled and stem.startswith(verb + verb[-1]) else f"{verb}ing"


def third(verb: str) -> str:
    """The third person of the present tense."""
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def surface(lemma: str) -> str:
    """A word of a phrase as it usually stands there: "hold talk" is "hold talks"."""
    return f"{lemma}s" if lemma in _PLURAL and not lemma.endswith("s") else lemma


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed"
