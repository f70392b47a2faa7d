"""`quiz bench` measures what it says, in sizes as small as a test needs; it judges nothing."""

import json
from pathlib import Path

from click.testing import CliRunner

from quiz.cli import main
from quiz.cli.bench import PARTS
from quiz.lab.bench import plan
from quiz.lab.bench.run import PARTS as RUN
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import begin


def test_the_command_knows_every_part() -> None:
    assert tuple(RUN) == PARTS


def test_growth_stops_at_what_was_asked() -> None:
    assert plan.growing_to(1_000_000) == (1_000, 100_000, 1_000_000)
    assert plan.growing_to(20_000) == (1_000, 20_000)
    assert plan.growing_to(500) == (500,)


def test_figures_stand_beside_their_budgets_and_in_a_file(tmp_path: Path) -> None:
    target = tmp_path / "figures.json"
    parts = ("--only", "engine", "--only", "growth")
    done = CliRunner().invoke(main, ["bench", "--quick", *parts, "--json", str(target)])
    assert done.exit_code == 0, done.output
    written = json.loads(target.read_text(encoding="utf-8"))
    assert {row["part"] for row in written["rows"]} == {"engine", "growth"}
    for row in written["rows"]:
        (line,) = [line for line in done.stdout.splitlines() if line.startswith(row["what"] + "  ")]
        assert row["measured"] in line
        assert line.endswith(row["budget"])
    assert "Filling up to 400 attempts" in done.stderr
    assert not done.stdout.startswith("{")


def test_what_is_no_database_is_said_of_the_option_and_not_of_a_setting() -> None:
    for address in ("x", "sqlite:///", "postgresql://p@ss:w@host/quiz"):
        done = CliRunner().invoke(main, ["bench", "--quick", "--database", address])
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith("Error: --database must ")


def test_a_database_with_pupils_in_it_is_left_alone(services: Services) -> None:
    begin(services)
    url = services.database.url.render_as_string(hide_password=False)
    address = url.replace("postgresql+psycopg", "postgresql")
    done = CliRunner().invoke(main, ["bench", "--quick", "--only", "engine", "--database", address])
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "Error: the database holds attempts: give quiz bench an empty one"
    ]
