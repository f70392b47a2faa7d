"""Where a school stands: what makes its classes count for a region. Somebody says it, always.

A name that the catalogue knows gives a suggestion, no more: the school decides whether it takes
part, and the same name may stand in another town.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.schema import Institution
from quiz.storage.tables.school import School
from quiz.usecases.staff.schools import letters_of

_SCHOOLS = "vo"


def municipality_of(session: Session, school_id: int) -> str | None:
    """The code of the municipality in which somebody said that this school stands."""
    return session.scalar(select(School.municipality).where(School.id == school_id))


def place_school(session: Session, school_id: int, municipality: str | None) -> None:
    """Say where a school stands, or that it counts for no region. The caller holds the school.

    What is frozen of its classes stays where it is, and counts for no other region.
    """
    session.get_one(School, school_id).municipality = municipality


def likely_municipality(catalogue: Catalogue, name: str) -> str | None:
    """Where the one school that the catalogue calls so stands; None for none, or for two."""
    wanted = letters_of(name)
    found = {
        each.municipality
        for each in catalogue.institutions.values()
        if each.kind == _SCHOOLS and wanted in _spellings(catalogue, each)
    }
    return found.pop() if len(found) == 1 else None


def _spellings(catalogue: Catalogue, school: Institution) -> tuple[str, str]:
    """Its name, also with the town behind it."""
    town = catalogue.municipalities[school.municipality].name
    return letters_of(school.name), letters_of(school.name + town)
