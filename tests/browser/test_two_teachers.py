"""Two teachers give one lesson, and correct what went wrong half-way; one has no JavaScript."""

import re
from random import Random

from playwright.sync_api import Page, expect

from quiz.lab.bench.fast_forms import FastForm
from quiz.lab.bench.robots import Robot
from tests.browser.chromium import LAPTOP
from tests.browser.conftest import OpenPage
from tests.browser.teacher import Teacher
from tests.live_server import Server

MENTOR = "mentor@planeet.example"
PATIENCE = 30_000
SCHOOLING = "SELECT DISTINCT school_type, year FROM attempt WHERE class_id = {}"


def test_a_lesson_of_two_teachers_with_a_correction_half_way(
    own_server: Server, open_page: OpenPage
) -> None:
    page = open_page(own_server, **LAPTOP)
    owner = Teacher(page, own_server)
    owner.sign_in()
    class_id = owner.make_class("3K techniek")
    code = owner.code()
    _share(page, class_id)

    plain = open_page(own_server, java_script_enabled=False, **LAPTOP)
    Teacher(plain, own_server, MENTOR).sign_in()
    expect(plain.locator("main")).to_contain_text("3K techniek")

    robots = [_robot(own_server, number) for number in range(3)]
    for robot in robots:
        _answer_one_block(robot, code)
    page.goto(f"/klassen/{class_id}/voortgang")
    expect(page.locator(".board tbody tr")).to_have_count(3)

    _correct(plain, class_id)
    assert own_server.rows(SCHOOLING.format(class_id)) == [("vmbo-kb", 3)]

    name = _take_out(plain, class_id)
    expect(page.locator(".board tbody tr")).to_have_count(2, timeout=PATIENCE)
    plain.get_by_role("button", name="Maak ongedaan").click()
    expect(plain.locator("main")).to_contain_text(f"{name} is weer in de klas.")
    expect(page.locator(".board tbody tr")).to_have_count(3, timeout=PATIENCE)

    robots[0].walk("/vragen")
    plain.goto(f"/klassen/{class_id}/wijzig")
    expect(plain.locator("main")).to_contain_text("er is al een leerling klaar")
    expect(plain.locator("#school_type")).to_have_count(0)
    _close_and_undo(plain, class_id)
    _stop_sharing(page, plain, class_id)
    for robot in robots:
        robot.close()


def _robot(server: Server, number: int) -> Robot:
    """A pupil who says the same as the class does."""
    chance = Random(number)  # noqa: S311
    as_the_class = {"school_type": "havo", "year": "2"}

    def fill(form: FastForm) -> dict[str, str]:
        values = form.random_values(chance)
        return values | {name: as_the_class[name] for name in values if name in as_the_class}

    return Robot(server.address, chance, fill=fill)


def _share(page: Page, class_id: int) -> None:
    page.goto(f"/klassen/{class_id}")
    page.get_by_role("link", name="Samen met collega’s").click()
    page.locator("#collega").select_option(label=MENTOR)
    page.get_by_role("button", name="Deel deze klas").click()
    expect(page.locator("main")).to_contain_text(f"{MENTOR} kan nu meedoen")


def _answer_one_block(robot: Robot, code: str) -> None:
    page = robot.get(f"/meedoen/{code}")
    for _form in ("start", "code", "first block"):
        page = robot.submit(page)


def _correct(page: Page, class_id: int) -> None:
    """A year that this school does not have is asked again; nothing is dropped unsaid."""
    page.goto(f"/klassen/{class_id}")
    page.get_by_role("link", name="Wijzig").click()
    page.locator("#school_type").select_option("vmbo-kb")
    page.locator("#year").select_option("6")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("main")).to_contain_text("leerjaar 1 tot en met 4")
    page.locator("#year").select_option("3")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("main")).to_contain_text("Vmbo kader, leerjaar 3, Ede")


def _take_out(page: Page, class_id: int) -> str:
    page.goto(f"/klassen/{class_id}/voortgang")
    name = page.locator(".board tbody th").first.inner_text()
    page.locator(".board tbody td a").first.click()
    page.get_by_role("button", name="Haal uit de klas").click()
    expect(page.locator("main")).to_contain_text(f"{name} is uit de klas.")
    return name


def _close_and_undo(page: Page, class_id: int) -> None:
    page.goto(f"/klassen/{class_id}/sluiten")
    page.get_by_role("button", name="Sluit de klas").click()
    expect(page.locator("main")).to_contain_text("De klas is dicht")
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.locator("main")).to_contain_text("Open tot")


def _stop_sharing(page: Page, plain: Page, class_id: int) -> None:
    """From that moment the class does not exist for the other teacher."""
    page.goto(f"/klassen/{class_id}/samen")
    page.get_by_role("button", name=re.compile("Deel de klas niet meer")).click()
    expect(page.locator("main")).to_contain_text(f"{MENTOR} kan niet meer in deze klas")
    gone = plain.goto(f"/klassen/{class_id}/voortgang")
    assert gone is not None
    assert gone.status == 404
    page.get_by_role("button", name="Maak ongedaan").click()
    again = plain.goto(f"/klassen/{class_id}/voortgang")
    assert again is not None
    assert again.status == 200
