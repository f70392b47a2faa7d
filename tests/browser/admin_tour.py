"""Every page that only the admin of a school meets, one after the other, each with a name."""

import json
from collections.abc import Iterator

from passlib.totp import TOTP
from playwright.sync_api import Page

from tests.browser.coordinator_tour import sign_in
from tests.live_server import Server

ADMIN = "beheer@planeet.example"
ROLES = ["teacher"]
CHOSEN = "een zin van de nieuwe"
INVITE = "#formulier > button"


def admin_tour(page: Page, server: Server) -> Iterator[str]:
    """All of them, on a server whose links may be used up."""
    sign_in(page, server, ADMIN)
    page.goto("/collegas")
    page.locator("#email").fill("geen adres")
    page.evaluate("document.querySelector('#email').form.noValidate = true")
    press(page, INVITE)
    yield "beheer-collegas-fout"
    page.goto("/collegas")
    page.locator("#email").fill("nieuwe.collega.met.een.lange.naam@planeet.example")
    page.locator("input[name=roles]").first.check()
    press(page, INVITE)
    yield "beheer-link"
    link = page.locator(".secret").inner_text()
    yield from _inviting_many(page)
    page.goto("/collegas")
    yield "beheer-collegas"
    page.locator("tbody a").first.click()
    yield "beheer-collega"
    page.goto("/collegas/plaats")
    page.locator("#place").fill("Nergenshuizen")
    press(page)
    yield "beheer-plaats"
    page.goto("/collegas/klassen")
    yield "beheer-klassen"
    page.locator("tbody a").first.click()
    yield "beheer-klas"
    page.goto(link)
    yield "docent-wachtwoord-kiezen"
    page.goto(link[:-3] + "abc")
    yield "docent-link-werkt-niet"
    yield from _new_and_asked(page, server, link)


def _new_and_asked(page: Page, server: Server, link: str) -> Iterator[str]:
    """The newcomer, of whom the school asks a second step: a password, a phone and paper."""
    server.change(f"UPDATE school SET second_step_roles = '{json.dumps(ROLES)}'")  # noqa: S608
    page.goto(link)
    page.locator("#password").fill(CHOSEN)
    press(page)
    yield "docent-extra-stap-eerst"
    key = page.locator("figcaption code").inner_text()
    page.locator("#present").fill(CHOSEN)
    page.locator("#code").fill(TOTP(key=key).generate().token)
    press(page)
    yield "docent-herstelcodes"
    page.goto("/account")
    yield "docent-account-extra-stap"
    server.change("UPDATE school SET second_step_roles = NULL")


def _inviting_many(page: Page) -> Iterator[str]:
    page.goto("/collegas/uitnodigen")
    yield "beheer-uitnodigen"
    page.locator("#people").fill("eva@planeet.example\nian.planeet.example\nbo@, decaan")
    press(page)
    yield "beheer-uitnodigen-fout"
    page.locator("#people").fill(f"eva@planeet.example\nian@planeet.example, decaan\n{ADMIN}")
    press(page)
    yield "beheer-links"


def press(page: Page, button: str = "main form button[type=submit]") -> None:
    """Press the last of these buttons, which leads to another page."""
    with page.expect_navigation():
        page.locator(button).last.click()
