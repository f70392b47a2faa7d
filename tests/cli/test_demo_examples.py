"""`quiz demo` shows a school that is in use: lessons, pictures and talks, each at its address."""

import os
import re
from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus

import pytest
import structlog
from click.testing import CliRunner
from flask import Flask

from quiz.app import create_app
from quiz.cli import main
from quiz.cli.demo import demo_secrets
from quiz.config import Settings, school_time
from quiz.usecases.demonstration import filling
from quiz.usecases.demonstration.examples import EXAMPLES, IN_LESSON
from quiz.usecases.demonstration.school import CLASS
from quiz.usecases.retention import school_year_began
from tests.blueprints.accounts.people import sign_in
from tests.conftest import services_of
from tests.visitor import Page, Visitor


class Started:
    """What the demonstration printed the second time, and the app that serves it."""

    def __init__(self, output: str, app: Flask) -> None:
        self.output = output
        self.app = app

    def visitor(self, email: str) -> Visitor:
        """Somebody of the staff, signed in with the printed password."""
        password = re.search(rf"{email}  (\S+)\n", self.output)
        assert password is not None
        visitor = Visitor(self.app)
        sign_in(visitor, email, password[1])
        return visitor

    def pages(self, visitor: Visitor, kind: str, rest: str = "") -> dict[str, Page]:
        """The pages at the printed addresses of this kind, by their names."""
        found = re.findall(rf"(/{kind}/\d+)  (\S.*)\n", self.output)
        return {name: visitor.get(f"{path}{rest}") for path, name in found}


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """The demonstration after its second start: everything is there once. All look at the same."""
    data, logs = tmp_path_factory.mktemp("demonstration"), structlog.get_config()
    environment = {"DATA_DIR": str(data), "PATH": os.environ["PATH"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", environment)
        words = ("demo", "--prepare")
        results = [CliRunner().invoke(main, words, prog_name="quiz") for _time in range(2)]
    assert [result.exit_code for result in results] == [0, 0], results[-1].output
    secrets = demo_secrets(data)
    app = create_app(Settings.from_environment({**environment, **secrets, "QUIZ_DEMO": "1"}))
    yield Started(results[-1].output, app)
    services_of(app).database.close()
    structlog.configure(**logs)  # a demonstration speaks to people; other tests read JSON


def test_a_teacher_finds_a_lesson_half_way_and_pictures_of_those_before(started: Started) -> None:
    teacher = started.visitor("docent@planeet.example")
    listed = teacher.get("/klassen").text
    assert [example.name for example in EXAMPLES if example.name not in listed] == []
    in_lesson, *others = started.pages(teacher, "klassen", "/voortgang").values()
    assert "Klaar 15 Al 3 minuten stil 2" in in_lesson.text
    assert "24 van 26" in in_lesson.text
    assert all("Al 3 minuten stil" in page.text for page in others)
    pictures = list(started.pages(teacher, "klassen", "/beeld").values())
    assert "klassenbeeld" not in pictures[0].path or "Wat opvalt" not in pictures[0].text
    assert all("Wat opvalt" in page.text for page in pictures[1:])
    last_year = next(page for page in pictures if "beeld van Voorbeeld 2A: vorig" in page.text)
    year = school_time.day_of(school_time.now() - timedelta(days=365)).year
    assert re.search(rf"Gemaakt op \d+ \w+ {year}, met 23 leerlingen", last_year.text)
    progress = started.pages(teacher, "klassen", "/voortgang")["Voorbeeld 2A: vorig jaar"].text
    assert "staan hier niet meer. Het klassenbeeld blijft bewaard." in progress
    assert "Zet de code op het bord." not in progress
    counted = pictures[1].text
    assert "Hi-tech & Science" in counted
    assert "In de top drie" in counted


def test_a_second_teacher_shares_classes_and_the_school_has_its_figure(started: Started) -> None:
    mentor = started.visitor("mentor@planeet.example")
    text = mentor.get("/klassen").text
    assert f"{IN_LESSON.name}" in text
    assert "van docent@planeet.example" in text
    page = mentor.get("/school")
    counted = "van 3 klassenbeelden met samen ongeveer 60 leerlingen" in page.text
    now = school_time.now()
    first_days = now - school_year_began(now) < timedelta(days=9)
    assert counted or (first_days and "Het schoolbeeld maakt de decaan" in page.text)
    counsellor = started.visitor("decaan@planeet.example")
    links = [link for link in counsellor.get("/school").links() if "/school/klassen/" in link]
    assert [counsellor.get(link).status for link in links] == [HTTPStatus.OK] * 4, "one of before"


def test_the_class_to_join_is_none_of_the_examples_and_still_there(started: Started) -> None:
    """Examples go at the next start, also the one that lets pupils in."""
    code = re.search(r"/meedoen/(\w{6})\n", started.output)
    assert code is not None
    assert f"Je doet mee met {CLASS}" in Visitor(started.app).get(f"/meedoen/{code[1]}").text


def test_a_counsellor_finds_three_talks_and_one_step_that_is_due(started: Started) -> None:
    counsellor = started.visitor("decaan@planeet.example")
    talks = list(started.pages(counsellor, "gesprekken").values())
    assert [page.status for page in talks] == [HTTPStatus.OK] * 3
    assert ["Toen en nu" in page.text for page in talks] == [False, False, True]
    assert ["Haal weg: Naar een open dag" in page.text for page in talks] == [False, False, True]
    assert "misschien minder dan toen" in talks[2].text
    own = "Je koos zelf “Mens & Gezondheid”, en je antwoorden wijzen nu meer naar “Energie, Water"
    assert [own in page.text for page in talks] == [False, True, False]
    listed = counsellor.get("/gesprekken").text
    assert "Gesprekken 3 Stappen afgesproken 1 Stappen gedaan 0" in listed


def test_the_printed_code_opens_a_result_that_says_it_is_invented(started: Started) -> None:
    code = re.search(r"/terug met code (.+)\n", started.output)
    assert code is not None
    visitor = Visitor(started.app)
    page = visitor.submit(visitor.get("/terug"), code=code[1])
    assert page.path == "/resultaat"
    assert "naar Hi-tech & Science" in page.text
    assert "alles is verzonnen" in page.html


def test_every_page_says_that_it_is_invented(started: Started) -> None:
    teacher = started.visitor("docent@planeet.example")
    visited = [
        Visitor(started.app).get("/"),
        teacher.get("/klassen"),
        *started.pages(teacher, "klassen", "/scherm").values(),
        *started.pages(teacher, "klassen", "/beeld/scherm").values(),
        started.visitor("decaan@planeet.example").get("/gesprekken"),
    ]
    assert all("alles is verzonnen" in page.html for page in visited)


def classes_of(teacher: Visitor) -> list[str]:
    return [link for link in teacher.get("/klassen").links() if re.fullmatch(r"/klassen/\d+", link)]


def test_an_admin_begins_again_and_finds_the_way_to_everything(started: Started) -> None:
    admin, teacher = (started.visitor(f"{who}@planeet.example") for who in ("beheer", "docent"))
    before = [
        path for path in teacher.get("/klassen").links() if re.fullmatch(r"/klassen/\d+", path)
    ]
    asked = admin.get(next(link for link in admin.get("/collegas").links() if "demonst" in link))
    assert "verdwijnt" in asked.text
    page = admin.submit(asked)
    after = [
        path for path in teacher.get("/klassen").links() if re.fullmatch(r"/klassen/\d+", path)
    ]
    assert len(after) == len(before)
    assert len(set(after) & set(before)) == 1  # the class to join is no example
    links = {link for link in page.links() if re.fullmatch(r"/(klassen|gesprekken)/\d+", link)}
    new = set(after) - set(before)
    assert {link for link in links if "klassen" in link} < new
    assert len(links) == len(new) - 1 + 3  # the class of the three talks has nothing to show
    code = re.search(r"dat klaar is: code (\S+ \S+ \d+ \d+)", page.text)
    assert code is not None
    pupil = Visitor(started.app)
    assert pupil.submit(pupil.get("/terug"), code=code[1]).path == "/resultaat"


def test_beginning_again_happens_whole_or_not_at_all(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin, teacher = (started.visitor(f"{who}@planeet.example") for who in ("beheer", "docent"))
    before = teacher.get("/klassen").text
    monkeypatch.setattr(filling, "make_talks", lambda *_given: 1 / 0)
    assert admin.submit(admin.get("/demonstratie")).status == HTTPStatus.INTERNAL_SERVER_ERROR
    assert teacher.get("/klassen").text == before
    monkeypatch.undo()
    assert admin.submit(admin.get("/demonstratie")).status == HTTPStatus.OK


def test_the_own_year_begins_again_too(started: Started) -> None:
    admin, counsellor = (started.visitor(f"{who}@planeet.example") for who in ("beheer", "decaan"))
    talk = next(link for link in counsellor.get("/gesprekken").links() if "/gesprekken/" in link)
    assert counsellor.client.get(f"{talk}.pdf").status_code == HTTPStatus.OK
    assert admin.submit(admin.get("/demonstratie")).status == HTTPStatus.OK
    assert "Gesprekken 3 Stappen afgesproken 1" in counsellor.get("/gesprekken").text


def test_only_the_admin_of_a_demonstration_begins_again(started: Started, app: Flask) -> None:
    for who in ("docent", "decaan"):
        assert started.visitor(f"{who}@planeet.example").get("/demonstratie").status == 404
    assert Visitor(app).get("/demonstratie").path == "/inloggen"
