"""One teacher and thirty pupils in one lesson, with everything that goes wrong in a lesson."""

import time
from collections import Counter
from random import Random
from threading import Thread

from playwright.sync_api import Page, expect

from quiz.domain.bank.load import load_bank
from quiz.lab.bench.crowd import at_the_same_time
from quiz.lab.bench.robots import Robot, Sent
from tests.browser.chromium import LAPTOP
from tests.browser.conftest import OpenPage
from tests.browser.teacher import Teacher
from tests.live_server import Server

AT_ONCE, SHARED, LATE = 24, 2, 3
ALL = AT_ONCE + 1 + SHARED + LATE  # the one is the phone that falls asleep
FORMS_BEFORE_THE_CUT = 90
# Every fourth of those at once and the first of the late; not who hands a device over.
ENGLISH = {*range(4, AT_ONCE + 1, 4), AT_ONCE + SHARED + 1}
PATIENCE = 60_000
ANSWERS = (
    "SELECT attempt_id, question, value FROM answer JOIN attempt ON attempt.id = attempt_id "
    "WHERE class_id = {}"
)
FINISHED = "SELECT count(*) FROM attempt WHERE class_id = {} AND finished_at IS NOT NULL"
LANGUAGES = "SELECT language, count(*) FROM attempt WHERE class_id = {} GROUP BY language"
NAMES = "SELECT nickname FROM attempt WHERE class_id = {} ORDER BY id"


def test_a_class_of_thirty_in_one_lesson(own_server: Server, open_page: OpenPage) -> None:
    page = open_page(own_server, **LAPTOP)
    teacher = Teacher(page, own_server)
    teacher.sign_in()
    class_id = teacher.make_class("2B techniek")
    code = teacher.code()
    screen = page.context.new_page()
    screen.goto(f"/klassen/{class_id}/scherm")
    page.goto(f"/klassen/{class_id}/voortgang")

    robots = [_robot(own_server, number) for number in range(ALL)]

    def walk(robot: Robot) -> None:
        _walk(robot, code, english=robots.index(robot) in ENGLISH)

    sleeper, first, later, late = _split(robots)
    _answer_one_block(sleeper, code)
    asleep = own_server.rows(NAMES.format(class_id))
    lesson = Thread(target=at_the_same_time, args=(first, walk))
    lesson.start()
    _wait_until(lambda: sum(len(robot.sent) for robot in first) > FORMS_BEFORE_THE_CUT)
    own_server.kill()
    assert own_server.rows(FINISHED.format(class_id))[0][0] < AT_ONCE, "it was not half-way"
    own_server.start("serve")
    lesson.join()
    _expect_board_while_one_sleeps(page, asleep[0][0])
    at_the_same_time(late, walk)
    for before, after in zip(first, later, strict=False):
        _hand_over(before, after, code)
    sleeper.walk("/vragen")
    for robot in robots:
        robot.close()

    _expect_board(page, joined=ALL, finished=ALL)
    expect(screen.locator(".counts dd").first).to_have_text(str(ALL), timeout=PATIENCE)
    assert own_server.rows(NAMES.format(class_id))[0] == asleep[0], "the sleeper is one entry"
    _expect_all(own_server, class_id)
    assert _stored(own_server, class_id) == Counter(_acknowledged(robot.sent) for robot in robots)
    _show_the_picture(page, class_id)


def _expect_board_while_one_sleeps(page: Page, nickname: str) -> None:
    """All are done but the phone that sleeps: its line stands on top."""
    _expect_board(page, joined=AT_ONCE + 1, finished=AT_ONCE)
    top = page.locator(".board tbody tr").first
    expect(top).to_contain_text(nickname)
    expect(top).to_contain_text("7 van 34")


def _expect_all(server: Server, class_id: int) -> None:
    """Everybody finished, in two languages."""
    assert server.rows(FINISHED.format(class_id)) == [(ALL,)]
    spoken = dict(server.rows(LANGUAGES.format(class_id)))
    assert spoken == {"en": len(ENGLISH), "nl": ALL - len(ENGLISH)}


def _show_the_picture(page: Page, class_id: int) -> None:
    page.goto(f"/klassen/{class_id}/beeld")
    page.get_by_role("button", name="Sluit de klas en maak het beeld").click()
    expect(page.locator("main")).to_contain_text(f"met {ALL} leerlingen")
    for name in ("export.csv", "export.xlsx", "beeld.pdf"):
        assert page.request.get(f"/klassen/{class_id}/{name}").status == 200


def _expect_board(page: Page, *, joined: int, finished: int) -> None:
    """What the board shows by itself, without loading the page again."""
    numbers = page.locator(".numbers dd")
    expect(numbers.nth(0)).to_have_text(str(joined), timeout=PATIENCE)
    expect(numbers.nth(1)).to_have_text(str(finished), timeout=PATIENCE)
    expect(page.locator(".board tbody tr")).to_have_count(joined)


def _split(robots: list[Robot]) -> tuple[Robot, list[Robot], list[Robot], list[Robot]]:
    """The phone that falls asleep, those at once, those after them on a shared device, the late."""
    later = 1 + AT_ONCE
    return robots[0], robots[1:later], robots[later : later + SHARED], robots[later + SHARED :]


def _robot(server: Server, number: int) -> Robot:
    return Robot(server.address, Random(number), patience=lambda: time.sleep(0.02))  # noqa: S311


def _walk(robot: Robot, code: str, *, english: bool) -> None:
    language = "en" if english else "nl"
    robot.get(f"/?taal={language}")
    result = robot.walk(f"/meedoen/{code}")
    assert f'<html lang="{language}">'.encode() in result.body


def _answer_one_block(robot: Robot, code: str) -> None:
    page = robot.get(f"/meedoen/{code}")
    for _form in ("start", "code", "first block"):
        page = robot.submit(page)


def _hand_over(before: Robot, after: Robot, code: str) -> None:
    """The device goes to the next pupil, who begins where the class begins."""
    before.submit(before.get("/volgende"))
    after.cookies = before.cookies
    after.walk(f"/meedoen/{code}")


def _wait_until(done: object) -> None:
    assert callable(done)
    end = time.monotonic() + PATIENCE / 1000
    while not done():
        assert time.monotonic() < end
        time.sleep(0.01)


def _acknowledged(sent: list[Sent]) -> frozenset[tuple[str, int]]:
    """The last answer to each question that the server said yes to."""
    bank = load_bank()
    questions = {*bank.items, *bank.tech_items}
    answers = {
        name: int(value)
        for form in sent
        for name, value in form.fields.items()
        if name in questions and value.isdigit()
    }
    return frozenset(answers.items())


def _stored(server: Server, class_id: int) -> Counter[frozenset[tuple[str, int]]]:
    answers: dict[int, set[tuple[str, int]]] = {}
    for attempt, question, value in server.rows(ANSWERS.format(class_id)):
        answers.setdefault(attempt, set()).add((question, value))
    return Counter(frozenset(given) for given in answers.values())
