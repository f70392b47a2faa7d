"""`quiz user add`: one colleague or more, by a one-time link each; all of them, or nobody."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quiz.cli.accounts import ROLES, link_address, school_name, show_link, writing_accounts
from quiz.cli.user_regions import checked_regions, require_regions
from quiz.config import Settings, school_time

if TYPE_CHECKING:
    from quiz.usecases.staff.inviting import Invited


@click.command("add")
@click.argument("emails", metavar="EMAIL...", nargs=-1, required=True)
@click.option("--school", required=True, help="Name of the school; made when it is new.")
@click.option("--role", "roles", multiple=True, type=click.Choice(ROLES), help="Required.")
@click.option("--region", "regions", multiple=True, help="Of a coordinator: id in the catalogue.")
@click.option("--new-school", is_flag=True, help="Also when another has almost this name.")
def add_users(
    *,
    emails: tuple[str, ...],
    school: str,
    roles: tuple[str, ...],
    regions: tuple[str, ...],
    new_school: bool,
) -> None:
    """Invite EMAIL and print the one-time link that sets the password.

    Somebody with two roles: --role teacher --role admin. An admin invites colleagues. For a
    coordinator the organisation is the school: --role coordinator --region foodvalley.
    Several at once get the same roles; their links come as CSV, of an address and a link each.
    """
    if not roles:
        raise click.ClickException(f"--role is missing: one or more of {', '.join(ROLES)}")
    require_regions(roles, regions)
    addresses, name = _addresses(emails), school_name(school)
    settings = Settings.from_environment(os.environ)
    name = name if new_school else _meant(name)
    made = _invite(settings, name, addresses, (roles, regions))
    called = ", ".join(sorted(set(roles)))
    if len(made) == 1:
        click.echo(f"invited {made[0].email} of {name} as {called}")
        show_link(settings, made[0].token or "", "7 days")
        return
    click.echo(
        f"invited {len(made)} of {name} as {called}; their links are not kept here:", err=True
    )
    for one in made:
        click.echo(f"{one.email},{link_address(settings, one.token or '')}")


def _addresses(typed: Sequence[str]) -> list[str]:
    """In plain form, each once. Every one that is wrong is named."""
    from quiz.usecases.staff.emails import InvalidEmail, plain_email

    found, wrong = [], []
    for each in typed:
        try:
            found.append(plain_email(each))
        except InvalidEmail as problem:
            wrong.append(str(problem))
    if wrong:
        raise click.ClickException("; ".join(wrong))
    return list(dict.fromkeys(found))


def _invite(
    settings: Settings, name: str, emails: Sequence[str], what: tuple[Sequence[str], Sequence[str]]
) -> "list[Invited]":
    """`what`: the roles and the regions. Nobody is invited where one has an account already."""
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.inviting import invite_all
    from quiz.usecases.staff.people import NewAccount, school_named

    with writing_accounts() as session:
        school_id = school_named(session, name).id
        regions = checked_regions(session, what[1])
        wanted = [NewAccount(email, school_id, tuple(what[0]), regions) for email in emails]
        made = invite_all(session, settings.code_key.encode(), wanted, school_time.now())
        if members := [one.email for one in made if one.token is None]:
            have = "has an account" if len(members) == 1 else "have an account"
            raise click.ClickException(
                f"{', '.join(members)} {have} there: see `quiz user link --help`"
            )
        for _one in made:
            record_action(session, None, Action.COLLEAGUE_INVITED, "school", school_id)
    return made


def _meant(name: str) -> str:
    """The name of the school that is meant: one that is almost there is asked about, not made."""
    from quiz.usecases.staff.schools import looks_like

    with writing_accounts() as session:
        other = looks_like(session, name)
    if other is None:
        return name
    if sys.stdin.isatty() and click.confirm(f"there is no {name!r}; is it {other!r}?"):
        return other
    raise click.ClickException(
        f"there is no school {name!r}, but there is {other!r}: give that name, or add --new-school"
    )
