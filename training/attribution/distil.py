"""Trains the small tagger that ships, the student, on the answers of annotators and of the teacher.

    python -m training.attribution.distil --teacher CHECKPOINT --train FILE \\
        --weights FOLDER --out FOLDER

The student begins as the teacher with layers left out (Sanh et al., DistilBERT, 2019). It learns
the annotators' answers, the teacher's probabilities (Hinton et al., 2015), which say more than the
answers do, and the teacher's last states (Jiao et al., TinyBERT, 2020).
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.attribution.encoder import STUDENT, TEACHER, Encoder
from training.attribution.labels import IGNORED, ROLES, Batch
from training.attribution.tagger import ROLE_WEIGHT, TAGS, Tagger, read_tagger
from training.attribution.train import Plan, read_training, start, train

# The first and the last layer, and of the others every second.
_KEPT_LAYERS = (0, 2, 3, 5)
_TEACHERS_SHARE = 0.5
_STATES_WEIGHT = 10.0
_WORTH_TEACHING = -2.2  # log-odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the teacher says of a batch: last states (windows, length, width), log-odds of
    beginnings (windows, length) and scores of tags (cues, length, roles × tags)."""

    states: Tensor
    begins: Tensor
    tags: Tensor


def student_of(teacher: Tagger) -> Tagger:
    """A student with the teacher's tables and some of its layers; its heads are new."""
    tagger = Tagger(Encoder(STUDENT))
    known, ours = teacher.encoder, tagger.encoder
    for name in ("words", "positions", "shapes", "norm"):
        getattr(ours, name).load_state_dict(getattr(known, name).state_dict())
    for layer, number in zip(ours.layers, _KEPT_LAYERS, strict=True):
        layer.load_state_dict(known.layers[number].state_dict())
    return tagger


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A student's loss where a teacher answers too."""

    teacher: Tagger
    student: Tagger

    def loss(self, rows: Batch) -> Tensor:
        """As `Tagger.loss`, halfway to the teacher's answers, with the distance of states."""
        with torch.no_grad():
            rows, told = self._taught(rows)
        states = self.student.encoder(rows.pieces, rows.shapes)
        found = Answers(
            states=states,
            begins=self.student.begins(states),
            tags=self.student.pairs(states, rows.rows, rows.cues),
        )
        count = max(1, len(rows.cues))
        answers = _begins(found, told, rows) + ROLE_WEIGHT * _roles(found, told, rows)
        return answers / count + _STATES_WEIGHT * _apart(found, told, rows)

    def _taught(self, rows: Batch) -> tuple[Batch, Answers]:
        """The batch with the cues that the teacher sees beside the annotators', and its answers."""
        states = self.teacher.encoder(rows.pieces, rows.shapes)
        begins = self.teacher.begins(states)
        seen = (begins > _WORTH_TEACHING) & (rows.begins == 0.0)
        added, cues = torch.nonzero(seen, as_tuple=True)
        tags = torch.full((len(added), rows.pieces.shape[1], ROLES), IGNORED, dtype=torch.long)
        more = replace(
            rows,
            rows=torch.cat([rows.rows, added]),
            cues=torch.cat([rows.cues, cues]),
            tags=torch.cat([rows.tags, tags]),
        )
        told = self.teacher.pairs(states, more.rows, more.cues)
        return more, Answers(states=states, begins=begins, tags=told)


def _begins(found: Answers, told: Answers, rows: Batch) -> Tensor:
    kept = rows.begins != IGNORED
    soft = torch.sigmoid(told.begins.float()[kept])
    target = torch.lerp(rows.begins[kept], soft, _TEACHERS_SHARE)
    return functional.binary_cross_entropy_with_logits(
        found.begins.float()[kept], target, reduction="sum"
    )


def _roles(found: Answers, told: Answers, rows: Batch) -> Tensor:
    """By annotators where they read the cue; by the teacher at every word of every cue."""
    ours = functional.log_softmax(found.tags.float().reshape(-1, TAGS), dim=-1)
    theirs = functional.softmax(told.tags.float().reshape(-1, TAGS), dim=-1)
    heads = (rows.begins != IGNORED)[rows.rows][..., None].expand(-1, -1, ROLES).reshape(-1)
    soft = -(theirs * ours).sum(-1)[heads].sum()
    hard = functional.nll_loss(ours, rows.tags.reshape(-1), ignore_index=IGNORED, reduction="sum")
    return torch.lerp(hard, soft, _TEACHERS_SHARE)


def _apart(found: Answers, told: Answers, rows: Batch) -> Tensor:
    kept = rows.pieces != 0
    return functional.mse_loss(found.states[kept].float(), told.states[kept].float())


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--share", type=float, default=1.0, help="use only the first articles")
    parser.add_argument("--begin", type=Path, help="a student to go on with, not a new one")
    parser.add_argument("--rate", type=float, default=1.0, help="the highest rate, as a share")
    options = parser.parse_args()
    plan = Plan(epochs=options.epochs, rate=options.rate)
    start(plan)
    teacher = read_tagger(options.teacher, TEACHER)
    teacher.eval()
    student = read_tagger(options.begin, STUDENT) if options.begin else student_of(teacher)
    articles = read_training(options.train, options.weights, options.share)
    train(student, Lesson(teacher=teacher, student=student).loss, articles, plan, options.out)


if __name__ == "__main__":
    main()
