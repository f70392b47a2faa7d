"""Classes of pupils with results, written straight into the database, and what they answered."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

from sqlalchemy import insert, select

from quiz.domain.scoring.profile import Profile
from quiz.storage.identifiers import new_attempt_id
from quiz.storage.tables.attempt import Answer, Attempt, Result
from quiz.storage.tables.school import School, SchoolClass
from quiz.usecases.attempts.errors import AttemptError, ClassClosed
from quiz.usecases.classes.care import reopen_class
from quiz.usecases.classes.moving import move_to_class
from quiz.usecases.services import Services
from tests.reading import open_class

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
_CODES, _MILLISECONDS = count(), count()


def next_attempt_id() -> int:
    """A number for an attempt of its own millisecond, so that never two are alike."""
    return new_attempt_id(NOW + timedelta(milliseconds=next(_MILLISECONDS)))


def new_class(services: Services, school: str = "Een school") -> int:
    """An open class of this school; its number."""
    with services.database.writing() as session:
        found = session.scalar(select(School).where(School.name == school))
        if found is None:
            found = School(name=school)
            session.add(found)
            session.flush()
        group = SchoolClass(**class_row(None, found.id))
        session.add(group)
        session.flush()
        return group.id


def comes_in(services: Services, attempt_id: int, class_id: int) -> bool:
    """Whether a pupil who types the code of this class gets in with what they answered."""
    with services.database.reading() as session:
        code = session.get_one(SchoolClass, class_id).code
    reopen_class(services, class_id)
    try:
        return bool(move_to_class(services, attempt_id, code))
    except AttemptError:
        return False


def profile(worlds: Sequence[str], interest: Mapping[str, float]) -> Profile:
    """A profile with these interests, the largest first."""
    ranked = tuple(sorted(worlds, key=lambda world: -interest[world]))
    return Profile(
        worlds=ranked,
        probabilities={world: 1 / len(ranked) for world in ranked},
        interest=dict(interest),
        uncertainty=dict.fromkeys(ranked, 0.4),
        outcome="clear",
        top=ranked[:1],
        answered=28,
        remarks=(),
        fallback=False,
    )


def random_profile(worlds: Sequence[str], chance: Random) -> Profile:
    """A pupil who likes some worlds more than others, with a mean of zero over the worlds."""
    drawn = [round(chance.gauss(0, 1), 3) for _ in worlds]
    mean = sum(drawn) / len(drawn)
    return profile(worlds, {w: value - mean for w, value in zip(worlds, drawn, strict=True)})


def finish(
    services: Services,
    class_id: int | None,
    profiles: Iterable[Profile | None],
    tech: Mapping[str, int] | None = None,
) -> list[int]:
    """Pupils of a class who finished with these profiles; None is one with too few answers."""
    attempts = {next_attempt_id(): each for each in profiles}
    with services.database.writing() as session:
        session.execute(insert(Attempt), [attempt_row(number, class_id) for number in attempts])
        session.execute(
            insert(Result), [result_row(number, 1, each) for number, each in attempts.items()]
        )
        if tech:
            items = {kind: item for item, kind in services.bank.tech_items.items()}
            given = [
                {"attempt_id": number, "question": items[kind], "value": value, "sequence": 1}
                for number in attempts
                for kind, value in tech.items()
            ]
            session.execute(insert(Answer), given)
    return list(attempts)


def finish_randomly(services: Services, class_id: int, size: int) -> list[int]:
    """So many pupils with all kinds of results."""
    chance = Random(f"{class_id} {size}")  # noqa: S311
    worlds = services.bank.worlds
    return finish(services, class_id, [random_profile(worlds, chance) for _ in range(size)])


def class_of(services: Services, size: int, school: str = "Een school") -> int:
    """A class in which so many finished."""
    class_id = new_class(services, school)
    if size:
        finish_randomly(services, class_id, size)
    return class_id


def is_closed(services: Services, class_id: int) -> bool:
    """Whether pupils who come now hear that the class is closed, because somebody closed it."""
    with services.database.reading() as session:
        row = session.get_one(SchoolClass, class_id)
    try:
        open_class(services, row.code)
    except ClassClosed:
        return row.closed_at is not None
    return False


def refine(services: Services, attempt_id: int, number: int, made: Profile | None) -> None:
    """One more round of questions, with a new result."""
    with services.database.writing() as session:
        session.execute(insert(Result).values(result_row(attempt_id, number, made)))


def class_row(number: int | None, school_id: int) -> dict[str, object]:
    """An open class as the table takes it."""
    return {
        "id": number,
        "school_id": school_id,
        "name": "2B",
        "code": f"{next(_CODES):06d}",
        "school_type": "havo",
        "year": 2,
        "municipality": "GM0228",
        "created_at": NOW,
        "joining_until": NOW + timedelta(hours=12),
    }


def attempt_row(number: int, class_id: int | None) -> dict[str, object]:
    """A finished attempt as the table takes it."""
    return {
        "id": number,
        "class_id": class_id,
        "nickname": f"Otter {number}",
        "return_digest": number.to_bytes(32, "big"),
        "school_type": "havo",
        "year": 2,
        "municipality": "GM0228",
        "language": "nl",
        "bank_version": 1,
        "blocks": [],
        "target_blocks": 4,
        "started_at": NOW,
        "last_used_at": NOW,
        "finished_at": NOW,
    }


def result_row(attempt_id: int, number: int, made: Profile | None) -> dict[str, object]:
    """A result as the table takes it; None is one with too few answers."""
    outcome = {"answered": 5} if made is None else {"answered": 28, "profile": made.as_json()}
    return {
        "attempt_id": attempt_id,
        "number": number,
        "scored_at": NOW,
        "bank_version": 1,
        "bank_hash": "a" * 64,
        "model_version": "1-abc",
        "fallback": False,
        "outcome": outcome,
    }
