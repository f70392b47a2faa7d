"""What an admin sees of the classes of the school: their names, and who gives the lesson."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import request, url_for

from quiz.blueprints.accounts import class_operations
from quiz.blueprints.accounts.class_operations import ADD, GIVE, REMOVE, ClassOfSchool
from quiz.storage.tables.staff import Staff
from quiz.web.access.audiences import StaffMember
from quiz.web.pages.choices import Choice
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import schooling_line

DONE, WHO = "nu", "wie"


@dataclass(frozen=True)
class ClassRow:
    """One class; `owner` is "" where nobody of the school can open it."""

    id: int
    name: str
    who: str
    owner: str


@dataclass(frozen=True)
class ClassOfSchoolView:
    """One class with its substitutes, and who else could give the lesson."""

    row: ClassRow
    shared: tuple[Choice, ...]
    others: tuple[Choice, ...]
    done: JustDone | None


@dataclass(frozen=True)
class ClosingView:
    """What happens when an account is closed: its classes, and who could have them."""

    id: int
    email: str
    classes: tuple[ClassRow, ...]
    heirs: tuple[Choice, ...]


def classes(staff: StaffMember) -> tuple[ClassRow, ...]:
    """All classes of the school."""
    return tuple(map(_row, class_operations.classes_of_school(staff)))


def class_of_school(staff: StaffMember, class_id: int) -> ClassOfSchoolView:
    """One class. Raises NotAllowed."""
    found = class_operations.class_of_school(staff, class_id)
    shared = class_operations.substitutes(class_id)
    known = {person.id for person in shared} | ({found.owner.id} if found.owner else set())
    others = [each for each in class_operations.teachers_here(staff) if each.id not in known]
    row = _row(found)
    return ClassOfSchoolView(row, _choices(shared), _choices(others), _done(row, others))


def closing(staff: StaffMember, person: Staff) -> ClosingView:
    """Before an account is closed."""
    heirs = [each for each in class_operations.teachers_here(staff) if each.id != person.id]
    mine = class_operations.classes_of(staff, person.id)
    return ClosingView(person.id, person.email, tuple(map(_row, mine)), _choices(heirs))


def _done(row: ClassRow, others: Sequence[Staff]) -> JustDone | None:
    """What was done a moment ago, as far as it is so."""
    done, number = request.args.get(DONE), request.args.get(WHO)
    if done == GIVE and row.owner:
        return JustDone(_("De klas is nu van %(email)s.", email=row.owner))
    if done == ADD:
        return JustDone(_("Bewaard. De vervanger ziet de klas nu onder Klassen."))
    gone = next((each for each in others if str(each.id) == number), None)
    if done != REMOVE or gone is None:
        return None
    words = _("%(email)s kan niet meer in deze klas.", email=gone.email)
    undo = url_for("accounts.change_class", class_id=row.id)
    return JustDone(words, undo, _("Maak ongedaan"), {"action": ADD, "collega": str(gone.id)})


def _row(found: ClassOfSchool) -> ClassRow:
    who = schooling_line(found.school_type, found.year)
    return ClassRow(found.id, found.name, who, found.owner.email if found.owner else "")


def _choices(people: Iterable[Staff]) -> tuple[Choice, ...]:
    return tuple(Choice(str(person.id), person.email) for person in people)
