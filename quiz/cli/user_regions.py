"""`quiz user regions`: which regions a coordinator looks after."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quiz.cli.accounts import account_named, writing_accounts
from quiz.cli.stored import catalogue_of
from quiz.domain.catalogue.files.findings import did_you_mean

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

COORDINATOR = "coordinator"


def checked_regions(session: "Session", regions: Sequence[str]) -> tuple[str, ...]:
    """The ids as the catalogue has them; one that it does not know is refused."""
    if not regions:
        return ()
    known = catalogue_of(session).regions
    for region in regions:
        if region not in known:
            advice = did_you_mean(region, known) or f"Known: {', '.join(known)}."
            raise click.ClickException(f"the catalogue has no region {region!r}. {advice}")
    return tuple(sorted(set(regions)))


def require_regions(roles: Sequence[str], regions: Sequence[str]) -> None:
    """A coordinator looks after a region, and nobody else does."""
    if (COORDINATOR in roles) != bool(regions):
        raise click.ClickException("--role coordinator goes with one or more of --region ID")


@click.command("regions")
@click.argument("email")
@click.option("--school", help="Which school, for somebody who has an account at two.")
@click.option("--region", "regions", multiple=True, help="Id in the catalogue. None: no region.")
def set_user_regions(email: str, school: str | None, regions: tuple[str, ...]) -> None:
    """Let EMAIL look after these regions and no others; without a region nobody's any more."""
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.people import roles_named
    from quiz.usecases.staff.regions import set_regions

    with writing_accounts() as session:
        person = account_named(session, email, school)
        set_regions(session, person.id, checked_regions(session, regions))
        others = {role.name for role in person.roles} - {COORDINATOR}
        person.roles = roles_named(session, others | ({COORDINATOR} if regions else set()))
        record_action(session, None, Action.REGIONS_CHANGED, "staff", person.id)
        address = person.email
    click.echo(f"{address} looks after: {', '.join(sorted(set(regions))) or 'no region'}")
