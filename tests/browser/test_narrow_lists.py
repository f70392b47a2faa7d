"""Lists of staff on a small phone: nothing of a row beside the screen, every link a finger high."""

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.coordinator_tour import COORDINATOR, sign_in
from tests.browser.teacher import EMAIL, Teacher
from tests.live_server import Server

ADMIN = "beheer@planeet.example"
LISTS = [
    (COORDINATOR, "/regio/nakijken"),
    (COORDINATOR, "/regio/aanbod"),
    (ADMIN, "/collegas/logboek"),
    (EMAIL, "/klassen"),
]
BESIDE = """() => [document.documentElement, ...document.querySelectorAll('.scroll')]
  .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.className)"""
# 44 points of a phone, less what a letter of another machine differs.
LOW = """() => [...document.querySelectorAll('.scroll a')]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 40)
  .map(each => each.innerText)"""


@pytest.mark.parametrize(("email", "path"), LISTS)
def test_a_list_of_staff_fits_a_small_phone(
    server: Server, open_page: OpenPage, email: str, path: str
) -> None:
    page = open_page(server, viewport={"width": 360, "height": 560}, has_touch=True, is_mobile=True)
    sign_in(page, server, email)
    if email == EMAIL:
        Teacher(page, server).make_class("Vmbo gemengd techniek en vakmanschap")
    page.goto(path)
    assert page.locator(".scroll tbody tr").count()
    assert page.evaluate(BESIDE) == []
    assert page.evaluate(LOW) == []
