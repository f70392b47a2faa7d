"""Schools as the operator looks after them: names that look alike, another name, two made one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from quiz.storage.tables.picture import SchoolFigure
from quiz.storage.tables.school import School, SchoolClass
from quiz.storage.tables.share import Share
from quiz.storage.tables.staff import Staff, StaffIdentity, StaffInvitation
from quiz.usecases.staff.holding import hold_school

ALIKE = 0.84  # of 1: a letter left out, two that changed places, another ending


class SchoolProblem(ValueError):
    """Why a school cannot be changed so; the message is one line with what to do."""


@dataclass(frozen=True)
class SchoolRow:
    """A school and how much there is of it."""

    name: str
    accounts: int
    classes: int
    municipality: str | None


def all_schools(session: Session) -> Sequence[SchoolRow]:
    """Every school, by name."""
    accounts = select(func.count()).where(Staff.school_id == School.id).scalar_subquery()
    classes = select(func.count()).where(SchoolClass.school_id == School.id).scalar_subquery()
    wanted = select(School.name, accounts, classes, School.municipality).order_by(School.name)
    return [SchoolRow(*row) for row in session.execute(wanted)]


def looks_like(session: Session, name: str) -> str | None:
    """The school of another name that is probably meant; None for one that is there, or is new."""
    names = session.scalars(select(School.name).order_by(School.name)).all()
    if name in names:
        return None
    plain = {letters_of(each): each for each in names}
    found = get_close_matches(letters_of(name), plain, n=1, cutoff=ALIKE)
    return plain[found[0]] if found else None


def find_school(session: Session, name: str) -> School:
    """The school of this name. Raises SchoolProblem."""
    school = session.scalar(select(School).where(School.name == name))
    if school is None:
        other = looks_like(session, name)
        advice = f"do you mean {other!r}?" if other else "see `quiz school list`"
        raise SchoolProblem(f"there is no school {name!r}: {advice}")
    return school


def rename_school(session: Session, name: str, new: str) -> School:
    """Give a school another name. Raises SchoolProblem when another has it."""
    school = find_school(session, name)
    hold_school(session, school.id)
    if session.scalar(select(School.id).where(School.name == new, School.id != school.id)):
        raise SchoolProblem(f"{new!r} is there already: `quiz school merge` makes them one")
    school.name = new
    return school


def merge_schools(session: Session, name: str, into: str) -> School:
    """Let everything of a school be of another one: two spellings of one school. The first goes.

    The second step is then asked of whom either of them asked it.

    Raises SchoolProblem: somebody has an account at both, or there are figures of the first school
    already, which would tell something beside those of both together.
    """
    old, kept = find_school(session, name), find_school(session, into)
    if old.id == kept.id:
        raise SchoolProblem("that is one school")
    for number in sorted((old.id, kept.id)):
        hold_school(session, number)
    _require_apart(session, old, kept)
    _share_once(session, old, kept)
    for table in (Staff, StaffIdentity, StaffInvitation, SchoolClass, Share):
        session.execute(
            update(table).where(table.school_id == old.id).values(school_id=kept.id),
            execution_options={"synchronize_session": False},
        )
    session.expire_all()
    kept.municipality = kept.municipality or old.municipality
    asked = {*(kept.second_step_roles or ()), *(old.second_step_roles or ())}
    kept.second_step_roles = sorted(asked) or None
    session.delete(old)
    session.flush()
    return kept


def _require_apart(session: Session, old: School, kept: School) -> None:
    theirs = select(Staff.email).where(Staff.school_id == kept.id)
    both = session.scalars(
        select(Staff.email).where(Staff.school_id == old.id, Staff.email.in_(theirs))
    ).all()
    if both:
        raise SchoolProblem(
            f"{', '.join(sorted(both)[:3])} has an account at both: first "
            f"`quiz user remove` the one at {old.name!r}"
        )
    linked = select(StaffIdentity.subject).where(StaffIdentity.school_id == kept.id)
    theirs_too = StaffIdentity.school_id == old.id, StaffIdentity.subject.in_(linked)
    if session.scalar(select(StaffIdentity.id).where(*theirs_too).limit(1)):
        raise SchoolProblem(
            "somebody linked one school account to accounts at both: first `quiz user remove` "
            f"the one at {old.name!r}"
        )
    if session.scalar(select(SchoolFigure.number).where(SchoolFigure.school_id == old.id).limit(1)):
        raise SchoolProblem(
            f"{old.name!r} has figures of its own already: merge the other way round, or leave it"
        )


def _share_once(session: Session, old: School, kept: School) -> None:
    """Who shared with both shares once: what the pupil said yes to, and lasts longest, stays."""
    by_pupil = defaultdict(list)
    for share in session.scalars(select(Share).where(Share.school_id.in_((old.id, kept.id)))):
        by_pupil[share.attempt_id].append(share)
    for shares in by_pupil.values():
        shares.sort(key=lambda each: (each.confirmed_at is not None, each.until))
        for less in shares[:-1]:
            session.delete(less)
    session.flush()


def letters_of(name: str) -> str:
    """A name by its letters and digits alone: how two spellings of one are told."""
    return "".join(filter(str.isalnum, name.casefold()))
