"""Two wheels of this code, one with a migration more: on, back, and what fails leads back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import click
import pytest

from quiz.cli.upgrade import go_back, go_on
from tests.cli.upgrade.conftest import BROKEN, SAME, Operated
from tests.cli.upgrade.wheels import NEWER, OLD


def _schools(machine: Operated) -> set[str]:
    with closing(sqlite3.connect(machine.folder / "data/quiz.sqlite3")) as database:
        return {name for (name,) in database.execute("select name from school")}


def _tables(machine: Operated) -> set[str]:
    with closing(sqlite3.connect(machine.folder / "data/quiz.sqlite3")) as database:
        return {name for (name,) in database.execute("select name from sqlite_master")}


def _invite(machine: Operated, school: str) -> None:
    address = f"{school.lower()}@planeet.example"
    machine.quiz("user", "add", address, "--school", school, "--role", "admin", "--new-school")


def _backups(machine: Operated) -> list[str]:
    return sorted(path.name.split("-2")[0] for path in (machine.folder / "backups").iterdir())


def test_on_with_a_migration_and_back_with_its_backup(
    machine: Operated, wheels: dict[str, Path]
) -> None:
    _invite(machine, "Mercurius")
    go_on(machine.here, wheels[NEWER])
    assert machine.here.releases.current == NEWER
    assert NEWER in machine.quiz("--version")
    assert machine.here.wait_until_well() == "ok"
    assert "of_newer" in _tables(machine)
    assert _schools(machine) == {"Mercurius"}
    _invite(machine, "Venus")
    go_back(machine.here, yes=True)
    assert OLD in machine.quiz("--version")
    assert machine.here.wait_until_well() == "ok"
    assert "of_newer" not in _tables(machine)
    assert _schools(machine) == {"Mercurius"}, "as it was before; what came since is in a backup"
    assert _backups(machine) == [f"quiz-back-from-{NEWER}", f"quiz-before-{NEWER}"]
    with pytest.raises(click.ClickException, match="no version to go back to"):
        go_back(machine.here, yes=True)


def test_back_without_a_migration_keeps_what_came_since(
    machine: Operated, wheels: dict[str, Path]
) -> None:
    go_on(machine.here, wheels[SAME])
    _invite(machine, "Venus")
    for backup in (machine.folder / "backups").iterdir():
        backup.unlink()
    go_back(machine.here, yes=False)
    assert OLD in machine.quiz("--version")
    assert _schools(machine) == {"Venus"}
    assert machine.here.wait_until_well() == "ok"


def test_a_version_that_does_not_come_up_leads_back_by_itself(
    machine: Operated, wheels: dict[str, Path]
) -> None:
    _invite(machine, "Mercurius")
    with pytest.raises(click.ClickException) as failed:
        go_on(machine.here, wheels[BROKEN])
    assert failed.value.message.endswith(f"; {OLD} runs again, as before")
    assert machine.here.releases.current == OLD
    assert machine.here.wait_until_well() == "ok"
    assert _schools(machine) == {"Mercurius"}
    assert machine.here.releases.turns() == []
    assert _backups(machine) == [f"quiz-before-{BROKEN}"]


def test_a_service_that_is_not_well_after_its_migration_goes_back_with_the_backup(
    machine: Operated, wheels: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    _invite(machine, "Mercurius")
    systemctl = Operated._systemctl

    def without_the_newer(self: Operated, words: tuple[str, ...]) -> None:
        if words[1] == "start" and self.here.releases.current == NEWER:
            raise click.ClickException("the service did not start")
        systemctl(self, words)

    monkeypatch.setattr(Operated, "_systemctl", without_the_newer)
    with pytest.raises(click.ClickException, match=f"did not start; {OLD} runs again"):
        go_on(machine.here, wheels[NEWER])
    assert "of_newer" not in _tables(machine)
    assert _schools(machine) == {"Mercurius"}
    assert machine.here.wait_until_well() == "ok"


def test_after_a_power_failure_half_way_there_is_a_way_back(
    machine: Operated, wheels: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    _invite(machine, "Mercurius")
    run = Operated.run

    def until_the_migration_is_done(self: Operated, *words: str) -> str:
        if words[1:2] == ("catalogue",):
            raise MemoryError  # nobody catches it, as nobody catches a machine that stops
        return run(self, *words)

    monkeypatch.setattr(Operated, "run", until_the_migration_is_done)
    with pytest.raises(MemoryError):
        go_on(machine.here, wheels[NEWER])
    monkeypatch.setattr(Operated, "run", run)
    assert "of_newer" in _tables(machine)
    go_back(machine.here, yes=True)
    assert "of_newer" not in _tables(machine)
    assert _schools(machine) == {"Mercurius"}
    assert machine.here.wait_until_well() == "ok"


def test_what_is_refused_stops_nothing(machine: Operated, wheels: dict[str, Path]) -> None:
    other = machine.folder / wheels[NEWER].name
    other.write_bytes(wheels[NEWER].read_bytes() + b"changed")
    (machine.folder / "SHA256SUMS").write_bytes(wheels[NEWER].with_name("SHA256SUMS").read_bytes())
    refusals = {
        other: "SHA256SUMS",
        wheels[OLD]: "runs already",
        machine.folder / "quiz": "no wheel of a release",
    }
    for wheel, why in refusals.items():
        with pytest.raises(click.ClickException, match=why):
            go_on(machine.here, wheel)
    assert machine.asked == []


def test_back_is_refused_when_its_backup_is_gone(
    machine: Operated, wheels: dict[str, Path]
) -> None:
    go_on(machine.here, wheels[NEWER])
    for backup in (machine.folder / "backups").iterdir():
        backup.unlink()
    machine.asked.clear()
    with pytest.raises(click.ClickException, match="is gone"):
        go_back(machine.here, yes=True)
    assert machine.asked == []
