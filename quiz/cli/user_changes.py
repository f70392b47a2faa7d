"""`quiz user close`, `open`, `role` and `rename`: what an admin's page does, for the operator."""

import click

from quiz.cli.accounts import ROLES, SCHOOL, account_named, writing_accounts

OF_A_SCHOOL = tuple(role for role in ROLES if role != "coordinator")


@click.command("close")
@click.argument("email")
@SCHOOL
def close_user(email: str, school: str | None) -> None:
    """Close the account of EMAIL: its sessions and links end at once; classes stay with it.

    Its classes go to a colleague with `quiz user remove`, or by an admin at /collegas.
    """
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.links import close_account
    from quiz.usecases.staff.people import admins_of

    with writing_accounts() as session:
        person = account_named(session, email, school)
        had_admin = bool(admins_of(session, person.school_id))
        close_account(session, person)
        record_action(session, None, Action.ACCOUNT_CLOSED, "staff", person.id)
        alone = had_admin and not admins_of(session, person.school_id)
    click.echo(f"closed the account of {person.email}; `quiz user open` opens it again")
    _say_alone(alone)


@click.command("open")
@click.argument("email")
@SCHOOL
def open_user(email: str, school: str | None) -> None:
    """Open a closed account again; the password is as it was."""
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.links import end_sessions

    with writing_accounts() as session:
        person = account_named(session, email, school)
        person.active = True
        end_sessions(session, person)
        record_action(session, None, Action.ACCOUNT_OPENED, "staff", person.id)
    click.echo(f"the account of {person.email} is open")


@click.command("role")
@click.argument("email")
@click.option("--role", "roles", multiple=True, type=click.Choice(OF_A_SCHOOL), help="Required.")
@SCHOOL
def change_roles(email: str, roles: tuple[str, ...], school: str | None) -> None:
    """Give EMAIL these roles, in the place of those it had.

    A coordinator stays one: `quiz user regions` decides on that.
    """
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.links import forget_links_of
    from quiz.usecases.staff.people import admins_of, roles_named

    if not roles:
        raise click.ClickException(f"--role is missing: one or more of {', '.join(OF_A_SCHOOL)}")
    with writing_accounts() as session:
        person = account_named(session, email, school)
        had_admin = bool(admins_of(session, person.school_id))
        kept = {role.name for role in person.roles} - set(OF_A_SCHOOL)
        person.roles = roles_named(session, kept | set(roles))
        if "admin" not in roles:
            forget_links_of(session, person)
        record_action(session, None, Action.ROLES_CHANGED, "staff", person.id)
        alone = had_admin and not admins_of(session, person.school_id)
    click.echo(f"{person.email} is {', '.join(sorted(set(roles)))}")
    _say_alone(alone)


@click.command("rename")
@click.argument("email")
@click.argument("new")
@SCHOOL
def rename_user(email: str, new: str, school: str | None) -> None:
    """Give the account of EMAIL the address NEW: password and classes stay, sessions end."""
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.emails import plain_email
    from quiz.usecases.staff.links import end_sessions, forget_links_for
    from quiz.usecases.staff.people import account_at

    address = plain_email(new)
    with writing_accounts() as session:
        person = account_named(session, email, school)
        if account_at(session, person.school_id, address) is not None:
            raise click.ClickException(f"{address} has an account at that school already")
        person.email = address
        end_sessions(session, person)
        forget_links_for(session, person)
        record_action(session, None, Action.ACCOUNT_RENAMED, "staff", person.id)
    click.echo(f"the account is of {address} now; who was signed in signs in again")


def _say_alone(alone: bool) -> None:
    if alone:
        click.echo(
            "nobody looks after this school now: `quiz user role EMAIL --role admin`", err=True
        )


COMMANDS = (close_user, open_user, change_roles, rename_user)
