"""With scripts the years to choose from are those of the chosen school, for pupils and teachers."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import PHONE
from tests.browser.conftest import OpenPage
from tests.browser.pupil import Pupil
from tests.live_server import Server


def _years(page: Page) -> str:
    return "".join(
        str(year)
        for year in page.locator("#year option").evaluate_all(
            "options => options.map(option => option.value)"
        )
    )


def _school(pupil: Pupil, name: str) -> None:
    pupil.choose(pupil.page.locator(f"input[name=school_type][value={name}]"))


def test_the_years_follow_the_school_and_a_year_that_is_gone_is_asked_again(
    server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(server, **PHONE))
    page = pupil.page
    page.goto("/start")
    assert _years(page) == "12345678"
    for school, years in (("po", "78"), ("vmbo-kb", "1234"), ("vwo", "123456"), ("havo", "12345")):
        _school(pupil, school)
        assert _years(page) == years, school
    page.select_option("#year", "5")
    line = page.locator("#year-again")
    _school(pupil, "vwo")
    assert (page.input_value("#year"), line.is_visible()) == ("5", False)
    _school(pupil, "mbo")
    assert (page.input_value("#year"), line.is_visible()) == ("", True)
    page.select_option("#year", "4")
    expect(line).to_be_hidden()
    pupil.press_on()
    assert pupil.path == "/code"
    page.go_back()
    assert _years(page) in {"1234", "12345678"}


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_in_a_class_one_tap_begins_and_who_sits_elsewhere_says_so(
    own_server: Server, open_page: OpenPage, scripts: bool
) -> None:
    phone = Pupil(open_page(own_server, **PHONE, java_script_enabled=scripts))
    entrance = f"/meedoen/{own_server.class_code}"
    phone.page.goto(entrance)
    expect(phone.page.locator("input[name=school_type]").first).to_be_hidden()
    phone.press_on()
    assert phone.path == "/code"
    other = Pupil(open_page(own_server, **PHONE, java_script_enabled=scripts))
    other.start(entrance, school_type="vwo", year="3")
    assert other.path == "/code"
    told = own_server.rows("SELECT school_type, year FROM attempt ORDER BY id")
    assert told == [("vmbo-kb", 2), ("vwo", 3)]


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_page_that_came_back_keeps_the_school(
    server: Server, open_page: OpenPage, scripts: bool
) -> None:
    pupil = Pupil(open_page(server, java_script_enabled=scripts))
    page = pupil.page
    page.goto("/start")
    page.fill("#place", "Xyzzyburcht")
    _school(pupil, "po")
    page.select_option("#year", "8")
    pupil.press_on()
    assert page.locator("[name=school_type]:checked").input_value() == "po"
    assert page.input_value("#year") == "8"
    assert _years(page) == ("78" if scripts else "12345678")
