"""A pupil at a browser: clicks what is on the page, and knows the way only from the page."""

from random import Random
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

MOST_STEPS = 20
RESULT = "/resultaat"


class Pupil:
    """Goes the pupil's way with a mouse or a finger."""

    def __init__(self, page: Page, seed: int = 7) -> None:
        self.page = page
        self.chance = Random(seed)  # noqa: S311

    @property
    def path(self) -> str:
        """Where the pupil is."""
        return urlsplit(self.page.url).path

    @property
    def heading(self) -> str:
        """The words of the main heading."""
        return self.page.locator("h1").inner_text()

    @property
    def place(self) -> tuple[str, str]:
        """What tells one step of the way from another: the path and the title."""
        return self.path, self.page.title()

    def speak(self, language: str) -> None:
        """Choose a language for all pages that follow."""
        self.page.goto(f"/?taal={language}")

    def start(self, path: str = "/start", school_type: str = "havo", year: str = "2") -> None:
        """Fill in the start page and see the code page."""
        self.page.goto(path)
        self.choose(self.page.locator(f"input[name=school_type][value={school_type}]"))
        self.page.locator("select[name=year]").select_option(year)
        self.press_on()

    def begin(self, path: str = "/start") -> None:
        """Start, and go past the code page to the first questions."""
        self.start(path)
        self.press_on()

    def answer(self, value: str | None = None) -> None:
        """Choose an answer everywhere: this value where it is offered, else any; and press on."""
        for group in self.page.locator("main form fieldset").all():
            choice = group.locator(f"input[type=radio][value='{value}']")
            if value is None or choice.count() == 0:
                choice = self.chance.choice(group.locator("input[type=radio]").all())
            self.choose(choice)
        self.press_on()

    def choose(self, radio: Locator) -> None:
        """Click on the words or the face of a choice, as a finger does."""
        radio.locator("xpath=ancestor::label").click()

    def answer_until(self, path: str = RESULT, value: str | None = None) -> None:
        """Answer page after page until the pupil gets somewhere."""
        for _step in range(MOST_STEPS):
            if self.path == path:
                return
            self.answer(value)
        raise AssertionError(f"never at {path}; now at {self.path}")

    def press_on(self) -> None:
        """Press the first button of the main form and see what comes."""
        self.press("main form button")

    def press(self, selector: str) -> None:
        """Click something that leads to a page."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
