"""`quiz school place`: where a school stands, so that its classes count for a region."""

from typing import TYPE_CHECKING

import click

from quiz.cli.accounts import school_name, writing_accounts
from quiz.cli.stored import catalogue_of

if TYPE_CHECKING:
    from quiz.domain.catalogue.catalogue import Catalogue
    from quiz.usecases.staff.schools import SchoolRow


@click.command("place")
@click.argument("name")
@click.argument("place", required=False)
@click.option("--nowhere", is_flag=True, help="Count for no region any more.")
def place(name: str, place: str | None, *, nowhere: bool) -> None:
    """Say that the school NAME stands in PLACE: frozen class pictures then count for its region.

    Only from so many classes and schools that none can be told apart (docs/adr/0041). What counts
    already stays.
    """
    from quiz.domain.catalogue.places.lookup import UnknownPlace, resolve_place
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.holding import hold_school
    from quiz.usecases.staff.school_place import place_school
    from quiz.usecases.staff.schools import find_school

    if nowhere == bool(place and place.strip()):
        raise click.ClickException("give the place, or --nowhere")
    with writing_accounts() as session:
        catalogue = catalogue_of(session)
        row = find_school(session, school_name(name))
        hold_school(session, row.id)
        try:
            code = resolve_place(catalogue, place or "")
        except UnknownPlace as problem:
            near = ", ".join(each.label for each in problem.suggestions) or "none"
            raise click.ClickException(f"no single place is called so; near: {near}") from problem
        place_school(session, row.id, code)
        record_action(session, None, Action.SCHOOL_PLACED, "school", row.id)
        click.echo(f"{row.name}: {_town(catalogue, code) if code else 'no place'}")


def place_words(catalogue: "Catalogue", row: "SchoolRow") -> str:
    """Where a school stands; where nobody said it, what its name makes likely."""
    from quiz.usecases.staff.school_place import likely_municipality

    if row.municipality:
        return _town(catalogue, row.municipality)
    likely = likely_municipality(catalogue, row.name)
    if likely is None:
        return "no place"
    return f"no place; perhaps {_town(catalogue, likely)}, see `quiz school place`"


def _town(catalogue: "Catalogue", code: str) -> str:
    """A municipality with its region; its code where the catalogue has it no more."""
    town = catalogue.municipalities.get(code)
    if town is None:
        return f"{code}, which the catalogue does not know"
    return f"{town.name} ({catalogue.regions[town.app_region_id].name})"
