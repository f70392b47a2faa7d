"""Every page that a teacher or an admin can meet, one after the other, each with a name.

As in `tour.py`: whoever must look at all of them (axe, the gallery) walks along.
"""

import re
from collections.abc import Iterator
from random import Random

from playwright.sync_api import Page

from quiz.lab.bench.crowd import at_the_same_time
from quiz.lab.bench.robots import Robot
from tests.browser.admin_tour import admin_tour, press
from tests.browser.coordinator_tour import coordinator_tour
from tests.browser.teacher import Teacher
from tests.live_server import Server

LONG_NAME = "Een klas met een heel erg lange naam 4B2"
FULL, SMALL, TINY, BUSY = 25, 12, 6, 30
SILENT = (
    "UPDATE attempt SET last_used_at = datetime(last_used_at, '-{minutes} minutes') WHERE id IN "
    "(SELECT id FROM attempt WHERE class_id = {class_id} AND finished_at IS NULL LIMIT {pupils})"
)
LONG_NICKNAMES = (
    "UPDATE OR IGNORE attempt SET nickname = 'Avontuurlijke' || substr(nickname, "
    "instr(nickname, ' ')) WHERE class_id = {class_id} AND finished_at IS NULL"
)


def staff_tour(page: Page, server: Server, language: str) -> Iterator[str]:
    """All pages of staff in one language, in one browser, on a server of its own."""
    teacher = Teacher(page, server)
    yield from _signing_in(page, language)
    teacher.sign_in(language)
    yield from _making_a_class(page, teacher)
    yield from _pictures(page, server, teacher)
    yield from _lesson(page, server, teacher)
    page.goto("/klassen")
    yield "docent-klassen"
    yield from _account(page)
    yield from coordinator_tour(page, server)
    yield from admin_tour(page, server)


def _signing_in(page: Page, language: str) -> Iterator[str]:
    page.goto(f"/inloggen?taal={language}")
    yield "docent-inloggen"
    page.locator("#email").fill("docent@planeet.example")
    page.locator("#password").fill("niet het wachtwoord")
    press(page)
    yield "docent-inloggen-fout"


def _making_a_class(page: Page, teacher: Teacher) -> Iterator[str]:
    page.goto("/klassen/nieuw")
    yield "docent-nieuwe-klas"
    page.locator("#place").fill("Bergen")
    page.locator("#name").fill("x")
    page.locator("#school_type").select_option("havo")
    press(page)
    yield "docent-nieuwe-klas-welke-plaats"
    page.goto("/klassen/nieuw")
    page.locator("summary").click()
    page.locator("#places").fill("100")
    page.locator("#name").fill("x")
    press(page)
    yield "docent-nieuwe-klas-fout"
    class_id = teacher.make_class(LONG_NAME)
    yield "docent-klas-leeg"
    page.goto(f"/klassen/{class_id}/voortgang")
    yield "docent-voortgang-leeg"
    yield from _visit(page, class_id, "plaatsen")
    page.locator("#hours").fill("0")
    press(page)
    yield "docent-plaatsen-fout"


def _pictures(page: Page, server: Server, teacher: Teacher) -> Iterator[str]:
    tiny = teacher.make_class("Techniekclub")
    fill(server, teacher.code(), TINY)
    teacher.make_class("3V parallel")
    fill(server, teacher.code(), SMALL - TINY)
    page.goto(f"/klassen/{tiny}/beeld")
    yield "docent-voor-het-beeld"
    page.locator("main form button").last.click()
    yield "docent-te-weinig"
    page.locator("input[name=samen]").first.check()
    page.locator("main form button").last.click()
    yield "docent-beeld-samen"
    page.goto(f"/klassen/{tiny}/beeld/scherm")
    yield "docent-beeld-samen-op-het-bord"
    full = teacher.make_class("2B techniek")
    fill(server, teacher.code(), FULL)
    page.goto(f"/klassen/{full}/beeld")
    page.locator("main form button").last.click()
    yield "docent-beeld"
    page.goto(f"/klassen/vergelijk?beeld={full}&beeld={tiny}")
    yield "docent-beeld-vergelijk"
    board = ("", "?stap=2", "?stap=3", "?stap=4", "?stap=5", "?stap=5&deel=2")
    yield from _visit(page, full, *(f"beeld/scherm{step}" for step in board))
    yield from _visit(page, full, "les", "les?minuten=25", "")


def _lesson(page: Page, server: Server, teacher: Teacher) -> Iterator[str]:
    busy = teacher.make_class("1C brugklas")
    code = teacher.code()
    fill(server, code, BUSY // 3)
    fill(server, code, BUSY - BUSY // 3, forms=4)
    server.change(LONG_NICKNAMES.format(class_id=busy))
    server.change(SILENT.format(class_id=busy, minutes=90, pupils=1))
    server.change(SILENT.format(class_id=busy, minutes=4, pupils=3))
    yield from _visit(page, busy, "scherm", "voortgang", "wijzig", "samen", "sluiten", "wissen")
    page.locator("main form button").last.click()
    yield "docent-wissen-fout"
    page.goto(f"/klassen/{busy}/voortgang?volgorde=naam")
    yield "docent-voortgang-op-naam"
    page.locator(".board td a").first.click()
    yield "docent-ontkoppelen"
    press(page, "main form button")
    yield "docent-maak-ongedaan"
    page.goto("/school")
    yield "docent-onze-school"
    page.goto("/klassen/99999")
    yield "docent-fout-404"


def _account(page: Page) -> Iterator[str]:
    page.goto("/account")
    yield "docent-account"
    page.locator("#present").fill("fout")
    page.locator("#password").fill("kort")
    press(page, "main form button")
    yield "docent-account-fout"
    page.locator("main a.button").last.click()
    yield "docent-extra-stap-aanzetten"
    page.locator("#code").fill("000000")
    press(page)
    yield "docent-extra-stap-fout"
    page.goto("/uitloggen")
    yield "docent-uitloggen"
    press(page, "main form button")


def _visit(page: Page, class_id: int, *places: str) -> Iterator[str]:
    for place in places:
        page.goto(f"/klassen/{class_id}/{place}".rstrip("/"))
        yield "docent-" + (re.sub(r"\W+", "-", place) or "klas-met-beeld")


def fill(server: Server, code: str, pupils: int, forms: int = 0) -> None:
    """So many pupils come; they finish, or stop after some forms.

    They answer alike in each class and at each run: the code of a class is chance, and a picture
    that is another one each time is red once in a while, for the wrong person.
    """

    def work(robot: Robot) -> None:
        page = robot.get(f"/meedoen/{code}")
        while page.path != "/resultaat" and not (forms and len(robot.sent) == forms):
            page = robot.submit(page)
        robot.close()

    at_the_same_time([Robot(server.address, Random(f"pupil {at}")) for at in range(pupils)], work)  # noqa: S311
