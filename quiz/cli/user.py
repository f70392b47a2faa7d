"""`quiz user`: accounts of staff, for the operator of the installation."""

import os

import click

from quiz.cli import user_changes
from quiz.cli.accounts import SCHOOL, account_named, show_link, writing_accounts
from quiz.cli.user_add import add_users
from quiz.cli.user_regions import set_user_regions
from quiz.cli.whole_sentences import WholeSentences
from quiz.config import Settings, school_time


@click.group(cls=WholeSentences)
def user() -> None:
    """Look after the accounts of staff."""


for change in (add_users, *user_changes.COMMANDS, set_user_regions):
    user.add_command(change)


@user.command("link")
@click.argument("email")
@SCHOOL
@click.option("--without-code", is_flag=True, help="Also switch the second step off.")
def link_user(email: str, *, school: str | None, without_code: bool) -> None:
    """Print a one-time link with which EMAIL sets a new password."""
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.links import AccountClosed, new_password_link
    from quiz.usecases.staff.recovery import take_second_step_off

    settings = Settings.from_environment(os.environ)
    with writing_accounts() as session:
        person = account_named(session, email, school)
        try:
            token = new_password_link(
                session, settings.code_key.encode(), person, school_time.now()
            )
        except AccountClosed as problem:
            raise click.ClickException(
                f"the account of {person.email} is closed: an admin of the school opens it again"
            ) from problem
        record_action(session, None, Action.PASSWORD_LINK_MADE, "staff", person.id)
        if without_code:
            take_second_step_off(session, person)
            record_action(session, None, Action.SECOND_STEP_OFF, "staff", person.id)
    show_link(settings, token, "24 hours")


@user.command("remove")
@click.argument("email")
@SCHOOL
@click.option("--classes-to", help="Address of the colleague who gets the classes.")
def remove_user(email: str, school: str | None, classes_to: str | None) -> None:
    """Remove the account of EMAIL, so that the address is free again.

    Classes need another teacher first; what pupils shared stays with the school.
    """
    from sqlalchemy import and_, func, select

    from quiz.storage.tables.school import SchoolClass
    from quiz.usecases.classes.colleagues import hand_over
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.emails import plain_email
    from quiz.usecases.staff.people import account_at

    with writing_accounts() as session:
        person = account_named(session, email, school)
        theirs = and_(
            SchoolClass.teacher_id == person.id, SchoolClass.school_id == person.school_id
        )
        classes = session.scalar(select(func.count()).where(theirs)) or 0
        if classes:
            heir = classes_to and account_at(session, person.school_id, plain_email(classes_to))
            if not heir or heir.id == person.id:
                raise click.ClickException(
                    f"{person.email} still has classes ({classes}): give them away with "
                    "--classes-to ADDRESS OF A COLLEAGUE"
                )
            for group in session.scalars(select(SchoolClass).where(theirs)).all():
                hand_over(session, group, heir)
        record_action(session, None, Action.ACCOUNT_REMOVED, "staff", person.id)
        session.flush()
        session.delete(person)
    click.echo(f"removed the account of {plain_email(email)}; the address is free")


@user.command("list")
def list_users() -> None:
    """Print every account, and every open invitation: address, school, roles, state."""
    from sqlalchemy import select

    from quiz.storage.tables.school import School
    from quiz.storage.tables.staff import Staff, StaffInvitation
    from quiz.usecases.staff.regions import regions_of

    settings = Settings.from_environment(os.environ)
    with writing_accounts() as session:
        wanted = select(Staff, School.name).join(School, School.id == Staff.school_id)
        people = session.execute(wanted.order_by(School.name, Staff.email)).all()
        for person, school in people:
            roles = ", ".join(sorted(role.name for role in person.roles))
            if regions := regions_of(session, person.id):
                roles += f" of {', '.join(sorted(regions))}"
            state = "open" if person.active else "closed"
            step = ", second step" if person.tf_totp_secret else ""
            click.echo(f"{person.email}  {school}  {roles}  {state}{step}")
        invited = (
            select(StaffInvitation, School.name)
            .join(School, School.id == StaffInvitation.school_id)
            .where(StaffInvitation.staff_id.is_(None), StaffInvitation.used_at.is_(None))
            .where(StaffInvitation.expires_at > school_time.now())
            .order_by(School.name, StaffInvitation.email)
        )
        waiting = session.execute(invited).all()
        for row, school in waiting:
            until = school_time.stamp(row.expires_at, settings.time_zone)
            click.echo(f"{row.email}  {school}  {', '.join(row.roles)}  invited until {until}")
    if not people and not waiting:
        click.echo("nobody has an account yet: see `quiz user add --help`", err=True)
