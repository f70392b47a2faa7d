"""A pupil at a browser: clicks what is on the page, and knows the way only from the page."""

from collections.abc import Callable
from random import Random
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from quiz.lab.bench.fast_forms import FastForm
from quiz.lab.bench.robots import Robot

Fill = Callable[[FastForm], dict[str, str]]

MOST_STEPS, MOST_CARDS = 20, 40
RESULT = "/resultaat"
CARDS = ".one-by-one .question"
# The last card, on screen: the choice on it ends the block.
LAST_CARD = f"{CARDS}:not([hidden]):not(:has(~ .question))"
# A finger inside the page answers all cards but the last: no message for each of them. It waits
# until a card takes a tap, and presses only what a finger would hit: what lies on top.
FINGER = """async ([value, chances]) => {
  const answer = card => {
    const radios = [...card.querySelectorAll('input[type=radio]')];
    const any = radios[Math.floor(chances.pop() * radios.length)];
    const label = (radios.find(radio => radio.value === value) || any).closest('label');
    label.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, right, top, bottom } = label.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!label.contains(hit)) throw new Error(`${label.textContent.trim()} lies under something`);
    label.click();
  };
  const shown = () => document.querySelector('.one-by-one .question:not([hidden])');
  for (let card = shown(); card.matches(':has(~ .question)'); card = shown()) {
    if (card.matches('.fresh')) await new Promise(resolve => setTimeout(resolve, 20));
    else answer(card);
  }
}"""


class Pupil:
    """Goes the pupil's way with a mouse or a finger; `by_hand` clicks on every card as well."""

    def __init__(self, page: Page, seed: int = 7, *, by_hand: bool = False) -> None:
        self.page = page
        self.by_hand = by_hand
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

    @property
    def cards(self) -> Locator:
        """All cards of the block, when they come one by one; without scripts there are none."""
        return self.page.locator(CARDS)

    @property
    def card(self) -> Locator:
        """The card on screen."""
        return self.page.locator(f"{CARDS}:not([hidden])")

    def speak(self, language: str) -> None:
        """Choose a language for all pages that follow."""
        self.page.goto(f"/?taal={language}")

    def start(self, path: str = "/start", school_type: str = "havo", year: str = "2") -> None:
        """Fill in the start page and see the code page."""
        self.page.goto(path)
        fold = self.page.locator("main form details:not([open]) > summary")
        if fold.count():  # the class says where the pupil is at school
            fold.click()
        self.tell(school_type, year)

    def tell(self, school_type: str, year: str) -> None:
        """Choose the school type and the year on this page, and go on."""
        self.choose(self.page.locator(f"input[name=school_type][value={school_type}]"))
        self.page.locator("select[name=year]").select_option(year)
        self.press_on()

    def begin(self, path: str = "/start") -> None:
        """Start, and go past the code page to the first questions."""
        self.start(path)
        self.press_on()

    def answer(self, value: str | None = None) -> None:
        """Choose an answer everywhere: this value where it is offered, else any; and go on."""
        if self.cards.count():
            self.answer_cards(value)
            return
        for group in self.page.locator("main form fieldset").all():
            self.choose_in(group, value)
        self.press_on()

    def answer_cards(self, value: str | None = None) -> None:
        """Answer card after card, from the first one; after the last the next page comes."""
        while self.page.locator(".back").is_visible():
            self.page.locator(".back").click()
        with self.page.expect_navigation():
            self.choose_all(value)

    def choose_all(self, value: str | None = None) -> None:
        """Answer this card and all after it, whatever comes then."""
        while self.by_hand and self.page.locator(LAST_CARD).count() == 0:
            self.choose_in(self.card, value)
        self.page.evaluate(FINGER, [value, [self.chance.random() for _card in range(MOST_CARDS)]])
        self.choose_in(self.card, value)

    def choose_in(self, group: Locator, value: str | None = None) -> None:
        """Choose an answer to one question: this value where it is offered, else any."""
        choice = group.locator(f"input[type=radio][value='{value}']")
        if value is None or choice.count() == 0:
            choice = self.chance.choice(group.locator("input[type=radio]").all())
        self.choose(choice)

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

    def arrive(self, path: str = "", fill: Fill | None = None) -> None:
        """Be at the result where the way there is not the subject: a robot walks it.

        It has the cookies of this browser, and goes on from the questions, or begins at `path`;
        `fill` says what it answers.
        """
        jar = self.page.context
        known = {each["name"]: each["value"] for each in jar.cookies(self._address)}
        address = urlsplit(self._address).netloc
        robot = Robot(address, self.chance, fill=fill, cookies=known)
        robot.walk(path or "/vragen", until=RESULT)
        robot.close()
        jar.add_cookies(
            [
                {"name": name, "value": value, "url": self._address}
                for name, value in robot.cookies.items()
            ]
        )
        self.page.goto(RESULT)

    @property
    def _address(self) -> str:
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.page.url))

    def press_on(self) -> None:
        """Press the first button of the main form and see what comes."""
        self.press("main form button")

    def send_as_it_is(self) -> None:
        """Send the main form past everything that scripts would say about it."""
        with self.page.expect_navigation():
            self.page.locator("main form").first.evaluate("form => form.submit()")

    def press(self, selector: str) -> None:
        """Click something in sight that leads to a page."""
        with self.page.expect_navigation():
            self.page.locator(selector).filter(visible=True).first.click()
