"""Faults as they come at a school: doctor and /healthz say them in words.

Purge off for three days, a disk for backups that is full, a clock that is an hour off.
"""

import os
import re
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from quiz.cli.doctor import disk
from quiz.config.school_time import now
from quiz.storage.database import Database
from quiz.usecases.upkeep import Job, note
from tests.cli.conftest import Quiz, complaint
from tests.cli.doctor.findings import found, wrongs
from tests.conftest import services_of
from tests.faults.watching import health_of
from tests.own_app import MakeApp
from tests.visitor import Visitor

HOUR = timedelta(hours=1)
THREE_DAYS = timedelta(days=3)


@pytest.fixture
def folder(quiz: Quiz, environment: dict[str, str], tmp_path: Path) -> Path:
    """Of an installation in use."""
    environment["BASE_URL"] = "https://quiz.school.nl"
    assert quiz("db", "upgrade").exit_code == 0
    return tmp_path / "data"


def _done(folder: Path, job: Job, moment: datetime) -> None:
    with closing(Database(f"sqlite:///{folder}/quiz.sqlite3")) as database:
        note(database, job, moment)


def _served(make_app: MakeApp, folder: Path, **more: str) -> Flask:
    return make_app(DATABASE_URL=f"sqlite:///{folder}/quiz.sqlite3", **more)


def test_purge_and_backup_off_for_three_days(quiz: Quiz, folder: Path, make_app: MakeApp) -> None:
    app = _served(make_app, folder)
    for job in Job:
        _done(folder, job, now() - THREE_DAYS)
    told = wrongs(quiz("doctor", "--offline", "--json"))
    assert told["purge"].startswith("late: last done 3 days ago; last 20")
    assert told["backup"].startswith("late: last done 3 days ago")
    status, words = health_of(app)
    assert (status, words["status"], words["database"]) == (200, "degraded", "ok")
    assert (words["purge"], words["backup"]) == ("late: last done 3 days ago",) * 2
    assert Visitor(app).begin().status == 200, "pupils do not notice"
    assert quiz("purge").exit_code == 0
    assert quiz("backup", str(folder / "copy.backup")).exit_code == 0
    assert health_of(app)[1]["status"] == "ok"
    well = quiz("doctor", "--offline")
    assert well.exit_code == 0
    due = re.findall(r"last (\S+) .*; (?:late from|next) (.+)", well.stdout)
    assert len(due) == 2, "of purge and of backup: the last time, and when it is due"


def test_never_done_is_late_too_but_only_where_it_was_installed(
    quiz: Quiz, folder: Path, make_app: MakeApp
) -> None:
    _done(folder, Job.INSTALLED, now() - THREE_DAYS)
    assert health_of(_served(make_app, folder))[1]["purge"] == "late: never done"
    assert wrongs(quiz("doctor", "--offline", "--json"))["purge"].startswith("late: never done")
    demonstration = make_app()
    assert health_of(demonstration)[1]["status"] == "ok"


def test_copies_that_are_made_elsewhere_are_not_late(folder: Path, make_app: MakeApp) -> None:
    _done(folder, Job.BACKUP, now() - THREE_DAYS)
    app = _served(make_app, folder, BACKUP_DIR="elsewhere")
    assert health_of(app)[1]["backup"] == "ok"


def test_a_full_disk_for_backups(
    quiz: Quiz, folder: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    environment["BACKUP_DIR"] = str(backups)
    _done(folder, Job.BACKUP, now() - THREE_DAYS)
    with _tiny_disk(backups):
        line = complaint(quiz("backup", str(backups / "today.backup")))
        assert "full" in line or "space" in line, line
        assert [each.name for each in backups.iterdir()] == [], "nothing half-made is left"
        told = wrongs(quiz("doctor", "--offline", "--json"))
        assert "free" in told["disk"]
        assert f"in {backups} for backups" in told["disk"]
        assert told["backup"].startswith("late: last done 3 days ago"), "it did not count"


@contextmanager
def _tiny_disk(place: Path) -> Iterator[None]:
    """A disk with room for next to nothing; needs root, as CI has."""
    mounted = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mounted, check=False, capture_output=True).returncode:
        pytest.skip("only root can make a disk")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_disk_with_little_room_left(
    quiz: Quiz, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "LEAST_ROOM", 10**18)
    assert "make room" in quiz("doctor", "--offline").output


@pytest.mark.parametrize(("away", "words"), [(-HOUR, "60 minutes ahead"), (HOUR, "60 minutes beh")])
def test_a_clock_an_hour_off_beside_a_time_server(
    quiz: Quiz, folder: Path, environment: dict[str, str], away: timedelta, words: str
) -> None:
    environment["BASE_URL"] = "http://127.0.0.1:1"
    with _time_server(now() + away) as port:
        told = quiz("doctor", "--json", "--time-server", f"127.0.0.1:{port}")
    assert words in wrongs(told)["clock"]


def test_a_right_clock_and_a_time_server_that_is_none(
    quiz: Quiz, folder: Path, environment: dict[str, str]
) -> None:
    environment["BASE_URL"] = "http://127.0.0.1:1"
    with _time_server(now()) as port:
        assert "clock" not in wrongs(quiz("doctor", "--json", "--time-server", f"127.0.0.1:{port}"))
    for name in ("127.0.0.1:1", "127.0.0.1:x"):
        told = quiz("doctor", "--json", "--time-server", name)
        assert "does not tell the time" in found(told)["clock"][0]["text"]


@contextmanager
def _time_server(moment: datetime) -> Iterator[int]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))

        def answer() -> None:
            _question, asker = listening.recvfrom(48)
            seconds = int(moment.timestamp()) + 2_208_988_800
            listening.sendto(b"\x1c" + bytes(39) + struct.pack("!II", seconds, 0), asker)

        telling = threading.Thread(target=answer)
        telling.start()
        yield listening.getsockname()[1]
        telling.join()


def test_a_clock_that_was_put_back_an_hour(quiz: Quiz, folder: Path, make_app: MakeApp) -> None:
    _done(folder, Job.PURGE, now() + HOUR)
    assert "it was put back" in wrongs(quiz("doctor", "--offline", "--json"))["clock"]
    status, words = health_of(_served(make_app, folder))
    assert (status, words["status"], words["clock"]) == (200, "degraded", "behind what is stored")


def test_a_pupil_of_an_hour_later_says_that_the_clock_was_put_back(
    set_clock_of_pupils: Flask,
) -> None:
    assert health_of(set_clock_of_pupils)[1]["clock"] == "behind what is stored"


@pytest.fixture
def set_clock_of_pupils(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """An app in which a pupil began an hour ahead of now."""
    app = make_app()
    running = app.extensions["quiz"]
    ahead = replace(services_of(app), clock=lambda: now() + HOUR)
    app.extensions["quiz"] = replace(running, services=ahead)
    assert Visitor(app).begin().status == 200
    app.extensions["quiz"] = running
    return app
