"""Every page that somebody meets who signs in with the school's account, each with a name.

Two providers that a test rules: one that does as told, and one as Entree is, with rules of whom we
let in.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.admin_tour import ADMIN
from tests.browser.coordinator_tour import sign_in
from tests.browser.teacher import password_of
from tests.live_server import Server
from tests.sign_on.provider import Provider
from tests.sign_on.settings import part

TEACHER, NEWCOMER = "docent@planeet.example", "nieuw@planeet.example"
WORK, SCHOOL = "eduPersonAffiliation", "nlEduPersonHomeOrganizationId"
BUTTON = "main a[href*='/inloggen/school/school']"
SOMEBODY_NEW = "een-ander-account"


def settings_of(folder: Path, school: Provider, entree: Provider) -> Path:
    """The file with both."""
    rules = {"label": '"Entree"', "kind": '"entree"', "schools": '["01AB"]'}
    file = folder / "sso.toml"
    file.write_text(part(school, 1, {"label": '"Microsoft"'}) + part(entree, 2, rules))
    return file


def school_account_tour(
    page: Page, server: Server, providers: tuple[Provider, Provider], language: str
) -> Iterator[str]:
    """In, linked, invited, closed, and everything that can go wrong on the way."""
    school, entree = providers
    page.goto(f"/inloggen?taal={language}")
    yield "school-inloggen"
    _come_in(page)
    yield "school-onbekend"
    yield from _linking(page, server)
    yield from _invited(page, server, school)
    yield from _rules(page, entree)
    yield from _troubles(page, school)


def _linking(page: Page, server: Server) -> Iterator[str]:
    sign_in(page, server, TEACHER)
    page.goto("/account")
    yield "school-nog-niet-gekoppeld"
    _follow(page, BUTTON)
    yield "school-koppelen"
    page.locator("#present").fill("geraden wachtwoord")
    _press(page)
    yield "school-koppelen-fout"
    page.locator("#present").fill(password_of(server.log, TEACHER))
    _press(page)
    yield "school-gekoppeld"
    _go_out(page)
    _come_in(page)
    assert page.url.endswith("/klassen"), page.url
    _go_out(page)


def _invited(page: Page, server: Server, school: Provider) -> Iterator[str]:
    """With the account that somebody else linked, and then with the own one; until it is closed."""
    sign_in(page, server, ADMIN)
    page.goto("/collegas")
    page.locator("#email").fill(NEWCOMER)
    page.locator("input[name=roles]").first.check()
    with page.expect_navigation():
        page.locator("#formulier > button").last.click()
    link = page.locator(".secret").inner_text()
    _go_out(page)
    page.goto(link)
    yield "school-uitgenodigd"
    _follow(page, BUTTON)
    yield "school-uitgenodigd-koppelen"
    _press(page)
    yield "school-bezet"
    before, school.subject = school.subject, SOMEBODY_NEW
    page.goto(link)
    _follow(page, BUTTON)
    _press(page)
    assert page.url.endswith("/klassen"), page.url
    page.goto("/account")
    yield "school-zonder-wachtwoord"
    yield from _asked_a_step(page, server)
    _go_out(page)
    server.change(f"UPDATE staff SET active = 0 WHERE email = '{NEWCOMER}'")  # noqa: S608
    _come_in(page)
    yield "school-dicht"
    school.subject = before


def _asked_a_step(page: Page, server: Server) -> Iterator[str]:
    """Without a password the phone is set up right after signing in."""
    server.change("""UPDATE school SET second_step_roles = '["teacher"]'""")
    _go_out(page)
    _come_in(page)
    assert page.url.endswith("/account/code"), page.url
    yield "school-extra-stap-eerst"
    server.change("UPDATE school SET second_step_roles = NULL")


def _rules(page: Page, entree: Provider) -> Iterator[str]:
    entree.userinfo = {WORK: ["student"], SCHOOL: "01AB"}
    _come_in(page, "school-2")
    yield "school-geen-medewerker"
    entree.userinfo = {WORK: ["employee"], SCHOOL: "99ZZ"}
    _come_in(page, "school-2")
    yield "school-andere-school"


def _troubles(page: Page, school: Provider) -> Iterator[str]:
    """The last three end with a provider that is left alone for a minute."""
    school.answer = {"error": "access_denied", "code": ""}
    _come_in(page)
    yield "school-gestopt"
    page.reload()
    yield "school-verlopen"
    school.answer, school.claims = {}, {"aud": "iemand-anders"}
    _come_in(page)
    yield "school-klopt-niet"
    school.claims = {"iat": 1}
    _come_in(page)
    yield "school-klokken"
    school.claims, school.trouble = {}, {"/token": _knows_us_not}
    _come_in(page)
    yield "school-sleutel"
    school.trouble = {"/token": 500}
    _come_in(page)
    yield "school-antwoordt-niet"
    _come_in(page)
    _come_in(page)
    _come_in(page)
    yield "school-druk"


def _knows_us_not(handler: Any) -> None:
    handler.json(401, {"error": "invalid_client"})


def _come_in(page: Page, provider: str = "school") -> None:
    page.goto("/inloggen")
    _follow(page, f"main a[href$='/inloggen/school/{provider}']")


def _go_out(page: Page) -> None:
    page.goto("/uitloggen")
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()


def _follow(page: Page, link: str) -> None:
    with page.expect_navigation():
        page.locator(link).first.click()


def _press(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form button[type=submit]").last.click()
