"""A teacher at a browser: signs in and makes a class, by clicking what is on the page."""

import re

from playwright.sync_api import Page, expect

from tests.live_server import Server

EMAIL = "docent@planeet.example"


class Teacher:
    """Goes the teacher's way with a mouse."""

    def __init__(self, page: Page, server: Server, email: str = EMAIL) -> None:
        self.page = page
        self.email = email
        self.password = password_of(server.log, email)

    def sign_in(self, language: str = "nl") -> None:
        """Sign in, in this language, and see the classes."""
        self.page.goto(f"/klassen?taal={language}")
        self.page.locator("#email").fill(self.email)
        self.page.locator("#password").fill(self.password)
        self.press_on()
        expect(self.page).to_have_url(re.compile(r"^[^?]*/klassen"))

    def make_class(self, name: str) -> int:
        """Make a class in Ede and return its number."""
        self.page.goto("/klassen/nieuw")
        self.page.locator("#name").fill(name)
        self.page.locator("#school_type").select_option("havo")
        self.page.locator("#year").select_option("2")
        self.page.locator("#place").fill("Ede")
        self.press_on()
        return int(self.page.url.rsplit("/", 1)[1])

    def code(self) -> str:
        """The class code on the page of a class, as pupils type it."""
        return self.page.locator(".code.big").inner_text().replace(" ", "")

    def press_on(self) -> None:
        """Press the button of the main form."""
        self.page.locator("main form button[type=submit]").last.click()


def password_of(log: str, email: str = EMAIL) -> str:
    """What `quiz demo` printed behind the address of a teacher, the last time."""
    found = re.findall(rf"{re.escape(email)}\s+(?:\S+:\s*)?(\S+)", log)
    assert found, log[-1500:]
    return str(found[-1])
