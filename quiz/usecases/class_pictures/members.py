"""Reading what a picture needs of the pupils of some classes; it never leaves this package."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.profile import Profile
from quiz.storage.tables.attempt import Answer, Attempt, Result
from quiz.storage.tables.picture import PicturedAttempt


@dataclass(frozen=True)
class Member:
    """One pupil with a result.

    `profile` is None, and the pupil in no figure, with too few real answers, or (nearly) the same
    answer everywhere: the order of the worlds would be chance. `tech`: the answer (0 to 5) for
    each tech type; `pictured`: the history in earlier pictures and the number of the result that
    the last of them took, or None.
    """

    attempt_id: int
    result_number: int
    model_version: str
    profile: Profile | None
    tech: Mapping[str, int]
    pictured: tuple[str, int] | None


def read_members(session: Session, class_ids: Sequence[int], bank: Bank) -> list[Member]:
    """Every pupil of these classes with a result, as the newest result has them.

    Holds their attempts until we commit, so that nobody leaves while the picture is made.
    """
    newest = {row.id: row for row in session.execute(_with_results(class_ids))}
    answers = _tech_answers(session, list(newest), bank)
    return [_member(row, answers[row.id]) for row in newest.values()]


def _with_results(class_ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    columns = (
        Attempt.id,
        Result.number,
        Result.outcome,
        Result.model_version,
        PicturedAttempt.history,
        PicturedAttempt.result_number,
    )
    return (
        select(*columns)
        .join(Result, Result.attempt_id == Attempt.id)
        .outerjoin(PicturedAttempt, PicturedAttempt.attempt_id == Attempt.id)
        .where(Attempt.class_id.in_(class_ids))
        .order_by(Attempt.id, Result.number)
        .with_for_update(of=Attempt)
    )


def _tech_answers(
    session: Session, attempt_ids: Sequence[int], bank: Bank
) -> dict[int, dict[str, int]]:
    """The answer for each tech type, by attempt."""
    kinds = bank.every_tech_item
    found: dict[int, dict[str, int]] = {attempt_id: {} for attempt_id in attempt_ids}
    given = select(Answer.attempt_id, Answer.question, Answer.value).where(
        Answer.attempt_id.in_(attempt_ids), Answer.question.in_(list(kinds))
    )
    for attempt_id, question, value in session.execute(given):
        found[attempt_id][question] = value
    return {
        attempt_id: {kinds[name]: value for name, value in bank.tech_answers(answers).items()}
        for attempt_id, answers in found.items()
    }


def _member(row: Row[*tuple[Any, ...]], tech: Mapping[str, int]) -> Member:
    stored = row.outcome.get("profile")
    profile = None if stored is None else Profile.from_json(stored)
    return Member(
        attempt_id=row.id,
        result_number=row.number,
        model_version=row.model_version,
        profile=None if profile is None or profile.flat else profile,
        tech=tech,
        pictured=None if row.history is None else (row.history, row.result_number),
    )
