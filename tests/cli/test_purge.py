"""`quiz purge`: counts first, removes when asked, and says what it did."""

from tests.cli.conftest import Quiz


def test_an_empty_database_has_nothing_to_remove(quiz: Quiz) -> None:
    assert quiz("db", "upgrade").exit_code == 0
    dry, real = quiz("purge", "--dry-run"), quiz("purge")
    assert dry.output.startswith("would remove 0 attempts")
    assert real.output.startswith("removed 0 attempts")


def test_without_tables_it_is_one_line(quiz: Quiz) -> None:
    done = quiz("purge")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: the database refused")
