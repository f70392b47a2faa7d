"""`quiz sso`: signing in with the school's account, for the operator of the installation."""

import os

import click

from quiz.cli.whole_sentences import WholeSentences
from quiz.config import Settings, school_time


@click.group(cls=WholeSentences)
def sso() -> None:
    """Look after signing in with the school's account (SSO_FILE)."""


@sso.command("check")
def check_providers() -> None:
    """Call each provider and say what works; non-zero where something does not.

    Nobody signs in, and nothing is changed.
    """
    from quiz.usecases.sign_on.checking import look_at
    from quiz.usecases.sign_on.connector import Connector
    from quiz.usecases.sign_on.patience import Patience
    from quiz.web.sign_on import way_back

    settings = Settings.from_environment(os.environ)
    if not settings.providers:
        raise click.ClickException(
            "no SSO_FILE is set: staff sign in with a password; docs/operations.md tells how"
        )
    wrong = 0
    for provider in settings.providers:
        click.echo(f"{provider.label} ({provider.id})")
        way = Connector(provider, way_back(settings, provider), Patience())
        for finding in look_at(way, school_time.now()):
            click.echo(f"  {'ok   ' if finding.good else 'WRONG'} {finding.text}")
            wrong += not finding.good
    if wrong:
        raise click.ClickException(f"{wrong} things are wrong: see docs/operations.md")
