"""`quiz school`: the schools of this installation, for its operator."""

import click

from quiz.cli.accounts import ROLES, school_name, writing_accounts
from quiz.cli.school_place import place, place_words
from quiz.cli.stored import catalogue_of
from quiz.cli.terminal import confirm
from quiz.cli.whole_sentences import WholeSentences


@click.group(cls=WholeSentences)
def school() -> None:
    """Look after the schools: list, rename, merge, say where one stands, ask the second step."""


school.add_command(place)


@school.command("list")
def list_schools() -> None:
    """Print every school: how many accounts and classes it has, and where it stands."""
    from quiz.usecases.staff.schools import all_schools

    with writing_accounts() as session:
        catalogue = catalogue_of(session)
        schools = all_schools(session)
        for row in schools:
            where = place_words(catalogue, row)
            accounts, classes = _count(row.accounts, "account"), _count(row.classes, "class", "es")
            click.echo(f"{row.name}  {accounts}, {classes}  {where}")
    if not schools:
        click.echo("there is no school yet: `quiz user add` makes the first", err=True)


def _count(number: int, what: str, more: str = "s") -> str:
    return f"{number} {what}{'' if number == 1 else more}"


@school.command("rename")
@click.argument("name")
@click.argument("new")
def rename(name: str, new: str) -> None:
    """Give the school NAME the name NEW: on pages, papers, and for pupils who share."""
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.schools import rename_school

    with writing_accounts() as session:
        row = rename_school(session, school_name(name), school_name(new))
        record_action(session, None, Action.SCHOOL_RENAMED, "school", row.id)
    click.echo(f"the school is {row.name} now")


@school.command("merge")
@click.argument("name")
@click.argument("into")
@click.option("--yes", is_flag=True, help="Do not ask.")
def merge(name: str, into: str, *, yes: bool) -> None:
    """Let everything of the school NAME be of the school INTO. There is no way back.

    Only for two spellings of one school: staff of both see classes and shared results of both.
    """
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.schools import merge_schools

    names = school_name(name), school_name(into)
    if not yes:  # asked first: a pupil's answer would wait for a transaction
        question = f"are {names[0]!r} and {names[1]!r} one school? this cannot be undone"
        confirm(question, "to make them one, add --yes")
    with writing_accounts() as session:
        row = merge_schools(session, *names)
        record_action(session, None, Action.SCHOOL_MERGED, "school", row.id)
    click.echo(f"{names[0]} is {row.name} now")


@school.command("second-step")
@click.argument("name")
@click.option("--role", "roles", multiple=True, type=click.Choice(ROLES), help="None: of nobody.")
def second_step(name: str, roles: tuple[str, ...]) -> None:
    """Ask the second step of these roles of the school NAME, and of no others.

    Who has none sets it up at the next sign-in and can do nothing else. An admin does the same at
    /collegas; this is the way back when no admin comes in any more.
    """
    from quiz.usecases.staff.asked_step import NobodyLeft, ask_second_step
    from quiz.usecases.staff.audit import Action, record_action
    from quiz.usecases.staff.holding import hold_school
    from quiz.usecases.staff.schools import find_school

    with writing_accounts() as session:
        row = find_school(session, school_name(name))
        hold_school(session, row.id)
        try:
            ask_second_step(session, row.id, roles)
        except NobodyLeft as problem:
            raise click.ClickException(
                "no admin of this school has a password or a school account, so none could come "
                "in: first `quiz user link`"
            ) from problem
        record_action(session, None, Action.SECOND_STEP_ASKED, "school", row.id)
        asked = ", ".join(sorted(set(roles))) or "nobody"
        click.echo(f"{row.name} asks the second step of {asked}")
