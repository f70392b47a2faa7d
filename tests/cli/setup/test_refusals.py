"""What could only fail half-way is refused at once, in one line, and nothing is written."""

from pathlib import Path

import click
import pytest

from quiz.cli.setup.fitting import require_way_in
from tests.cli.conftest import complaint
from tests.cli.setup.conftest import GIVEN, SetUp
from tests.live_server import free_port

REFUSED = [
    ({"address": "http://quiz.planeet.example"}, "https://"),
    ({"address": "https://quiz.planeet.example:8443"}, "without a port"),
    ({"address": "https://planeet"}, "full name"),
    ({"address": "https://planeet.example/quiz"}, "no path"),
    ({"database": "mysql://quiz@localhost/quiz"}, "--database (DATABASE_URL) must be"),
    ({"web": "apache"}, "caddy or nginx"),
    ({"certificate": "internal"}, "for caddy"),
    ({"certificate": "school.pem", "key": "/etc/ssl/school.key"}, "whole path"),
    (
        {"mail": "smtp.planeet.example", "mail_from": "quiz", "mail_user": "none"},
        "--mail-from (MAIL_FROM)",
    ),
    (
        {"mail": "smtp.planeet.example:x", "mail_from": "a@b.nl", "mail_user": "none"},
        "--mail (MAIL_PORT)",
    ),
    ({"mail": 'a"b', "mail_from": "a@b.nl", "mail_user": "none"}, "quote"),
]


@pytest.mark.parametrize(("given", "word"), REFUSED, ids=lambda each: str(each)[:40])
def test_a_bad_answer_is_one_line(
    set_up: SetUp, root: Path, given: dict[str, str], word: str
) -> None:
    said = complaint(set_up(**{**GIVEN, "operator_mail": "none", **given}))
    assert word in said
    assert list(root.iterdir()) == []


def test_a_postgresql_that_lets_nobody_in_says_so_without_its_password() -> None:
    address = f"postgresql://quiz:geheim@127.0.0.1:{free_port()}/quiz"
    with pytest.raises(click.ClickException) as refused:
        require_way_in(address)
    assert "Connection refused" in refused.value.message
    assert "geheim" not in refused.value.message


def test_a_question_that_nobody_answers_names_its_option(set_up: SetUp, root: Path) -> None:
    result = set_up(said="")
    assert result.exit_code == 1
    assert "Error: nobody answers: give --address" in result.output
    assert list(root.iterdir()) == []


@pytest.mark.parametrize(
    "typed",
    ["quiz.planeet.example", "HTTPS://quiz.planeet.example", "https://Quiz.Planeet.example/"],
)
def test_an_address_is_taken_as_people_write_it(set_up: SetUp, root: Path, typed: str) -> None:
    set_up(**{**GIVEN, "address": typed})
    settings = (root / "etc/zeven-werelden.env").read_text("utf-8")
    assert "\nBASE_URL=https://quiz.planeet.example\n" in settings
    site = (root / "etc/nginx/conf.d/zeven-werelden.conf").read_text("utf-8")
    assert "server_name quiz.planeet.example;" in site


def test_another_web_server_begins_with_undoing(set_up: SetUp) -> None:
    set_up(**GIVEN)
    assert "--undo" in complaint(set_up(web="caddy"))
