"""Checks the actors of a user's file: every wrong value is told with its line and what to write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from secondsource.annotations.actors.keys import name_key
from secondsource.annotations.actors.records import Actor, Affiliation, Name, NameUse
from secondsource.annotations.actors.serial import kind_of, use_of
from secondsource.annotations.actors.user_fields import FieldCheck
from secondsource.annotations.actors.user_nodes import Node, Problem
from secondsource.annotations.records import ActorKind

ORIGIN = "user"
RELATIONS = ("part", "member", "leader", "spokesperson", "affiliate", "merger", "split")
_FIELDS = ("id", "kind", "country", "names", "affiliations", "same_as")
_NAME_FIELDS = ("text", "language", "start", "end", "use", "source")
_AFFILIATION_FIELDS = ("actor", "relation", "office", "start", "end", "source")
_ID = re.compile(r"(?!x-)[^\s,;]+")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An actor of the file and the line on which it begins."""

    line: int
    actor: Actor


def checked(nodes: Iterable[Node], shipped: Collection[str]) -> tuple[list[Checked], list[Problem]]:
    """The actors of the nodes, and all that is wrong with them. ``shipped`` are ids that an
    affiliation may name besides those of the file."""
    check = FieldCheck()
    actors = [one for node in nodes if (one := _actor(check, node)) is not None]
    check.problems.extend(_shared_names(actors))
    ids = {one.actor.id for one in actors}
    for one in actors:
        for affiliation in one.actor.affiliations:
            if affiliation.actor not in ids and affiliation.actor not in shipped:
                reason = f"{one.actor.id} belongs to {affiliation.actor!r}, which is no actor"
                step = "give an id of this file or of the shipped registry"
                check.add(one.line, reason, step)
    return actors, sorted(check.problems, key=lambda problem: problem.line)


def _actor(check: FieldCheck, node: Node) -> Checked | None:
    fields = check.fields(node, _FIELDS, "an actor")
    if not fields:
        return None
    given = check.needed(node, fields, "id", "the actor")
    step = "an id has no spaces, commas or semicolons and does not begin with x-"
    actor_id = check.shaped(fields, "id", _ID, step) if given else None
    kind = check.one_of(fields, "kind", kind_of)
    country = check.shaped(fields, "country", _COUNTRY, "write two capitals, such as SY")
    names = tuple(name for one in check.items(fields, "names") if (name := _name(check, one)))
    given_names = fields.get("names")
    if given_names is None or given_names.value in (None, ()):
        line = given_names.line if given_names else node.line
        check.add(line, f"{given or 'the actor'} has no names", "give one")
    belongs = tuple(
        made for one in check.items(fields, "affiliations") if (made := _affiliation(check, one))
    )
    same_as = tuple(one.value for one in check.items(fields, "same_as") if _is_text(one))
    if actor_id is None or not names:
        return None
    return Checked(
        line=node.line,
        actor=Actor(
            id=actor_id,
            kind=kind or ActorKind.UNKNOWN,
            country=country,
            names=names,
            affiliations=belongs,
            same_as=tuple(str(one) for one in same_as),
            origin=ORIGIN,
        ),
    )


def _is_text(node: Node) -> bool:
    return isinstance(node.value, str)


def _name(check: FieldCheck, node: Node) -> Name | None:
    if isinstance(node.value, str):
        fields: Mapping[str, Node] = {"text": node}
    else:
        fields = check.fields(node, _NAME_FIELDS, "a name")
    text = check.needed(node, fields, "text", "the name") if fields else None
    start, end = check.interval(fields)
    language = check.shaped(fields, "language", _LANGUAGE, "write an ISO 639 code, such as ar")
    use = check.one_of(fields, "use", use_of)
    if text is None:
        return None
    if not any(character.isalnum() for character in text):
        check.add(node.line, f"the name {text!r} has no letters", "write it out")
        return None
    return Name(
        text=text,
        language=language or "en",
        start=start,
        end=end,
        use=use or NameUse.NAME,
        source=check.text(fields, "source") or ORIGIN,
    )


def _affiliation(check: FieldCheck, node: Node) -> Affiliation | None:
    fields = check.fields(node, _AFFILIATION_FIELDS, "an affiliation")
    other = check.needed(node, fields, "actor", "the affiliation") if fields else None
    relation = check.one_of(fields, "relation", _relation)
    start, end = check.interval(fields)
    if other is None:
        return None
    source = check.text(fields, "source") or ORIGIN
    return Affiliation(
        actor=other,
        relation=relation or "part",
        office=check.text(fields, "office"),
        start=start,
        end=end,
        source=source,
    )


def _relation(words: str) -> str:
    if words not in RELATIONS:
        raise ValueError(f"relation {words!r} is none of: {', '.join(RELATIONS)}")
    return words


def _shared_names(actors: Iterable[Checked]) -> Iterator[Problem]:
    """A written-out name means one actor only."""
    owners: dict[tuple[str, str], Checked] = {}
    for one in actors:
        for name in one.actor.names:
            if name.use is not NameUse.NAME:
                continue
            owner = owners.setdefault((name.language, name_key(name.text)), one)
            if owner.actor.id != one.actor.id:
                yield Problem(
                    line=one.line,
                    reason=f"{name.text!r} is a name of {owner.actor.id} too (line {owner.line})",
                    next_step="keep it with one of them",
                )
