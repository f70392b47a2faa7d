"""`quiz sso check`: what works, what does not, and never a secret."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.cli import main
from tests.own_app import SECRETS
from tests.sign_on.provider import SECRET, Provider, running
from tests.sign_on.settings import OURS, written


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running() as one:
        yield one


def check(folder: Path, *providers: Provider) -> Result:
    """Run it, with these providers."""
    environment = {name.upper(): value for name, value in SECRETS.items()}
    if providers:
        environment |= {"SSO_FILE": str(written(folder, *providers)), "BASE_URL": OURS}
    done = CliRunner().invoke(main, ["sso", "check"], env={**environment, "DATA_DIR": str(folder)})
    assert SECRET not in done.output
    return done


def test_all_is_well(tmp_path: Path, provider: Provider) -> None:
    done = check(tmp_path, provider)
    assert done.exit_code == 0, done.output
    assert f"{OURS}/inloggen/school/school/terug" in done.output
    assert "known there" in done.output
    assert "WRONG" not in done.output


def test_nothing_is_set(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert done.exit_code == 1
    assert "no SSO_FILE" in done.output


def test_each_thing_that_is_wrong_is_said(tmp_path: Path, provider: Provider) -> None:
    provider.trouble = {"/token": lambda handler: handler.json(401, {"error": "invalid_client"})}
    done = check(tmp_path, provider)
    assert done.exit_code == 1
    assert "secret has ended" in done.output
    provider.metadata = {"issuer": "https://ander.example"}
    assert "cannot be used (Untrusted: issuer)" in check(tmp_path, provider).output
    provider.trouble = {"/.well-known/openid-configuration": 404}
    assert "can this server reach it" in check(tmp_path, provider).output
