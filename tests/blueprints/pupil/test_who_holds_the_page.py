"""Who holds a pupil's page is the pupil: a state model of browsers, copies, codes and devices.

At no point may a browser that was put out read or change anything.
"""

from dataclasses import dataclass

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run

from tests.blueprints.pupil import way
from tests.conftest import services_of
from tests.counting import forget_counts
from tests.visitor import Page, Visitor

COOKIE = "zeven_werelden"
PICK = st.integers(min_value=0, max_value=999)


@dataclass
class Pupil:
    """What the model knows of an attempt; `round` goes up whenever everybody is put out."""

    code: str
    round: int = 0
    erased: bool = False


@dataclass
class Browser:
    """A browser, whom it was let in as, and in which round; a start page that it may send again."""

    visitor: Visitor
    pupil: Pupil | None = None
    round: int = 0
    start: Page | None = None

    @property
    def is_in(self) -> bool:
        """Whether it may be this pupil now."""
        pupil = self.pupil
        return pupil is not None and not pupil.erased and self.round == pupil.round


class Devices(RuleBasedStateMachine):
    """Browsers that start, copy each other's cookies, come back by code, leave and erase."""

    app: Flask

    def __init__(self) -> None:
        super().__init__()
        self.browsers = [Browser(Visitor(self.app))]
        self.pupils: list[Pupil] = []
        self.used: list[Page] = []  # kept, so that no new page is one of them
        forget_counts(self.app)

    def _one(self, pick: int) -> Browser:
        return self.browsers[pick % len(self.browsers)]

    @rule()
    def another_device(self) -> None:
        """Another browser, where nobody is yet."""
        if len(self.browsers) < 6:
            self.browsers.append(Browser(Visitor(self.app)))

    @rule(pick=PICK)
    def copy(self, pick: int) -> None:
        """Somebody takes the cookie along as it is at this moment."""
        one = self._one(pick)
        cookie = one.visitor.client.get_cookie(COOKIE)
        if cookie is None or len(self.browsers) >= 8:
            return
        thief = Visitor(self.app)
        thief.client.set_cookie(COOKIE, cookie.value)
        self.browsers.append(Browser(thief, one.pupil, one.round, one.start))

    @rule(pick=PICK)
    def open_start_page(self, pick: int) -> None:
        """Somebody opens the start page."""
        one = self._one(pick)
        one.start = one.visitor.get("/start")

    @rule(pick=PICK)
    @precondition(lambda self: any(one.start for one in self.browsers))
    def send_start_page(self, pick: int) -> None:
        """A start page is sent, perhaps once more, perhaps from a copy."""
        waiting = [one for one in self.browsers if one.start]
        one = waiting[pick % len(waiting)]
        assert one.start is not None
        if "school_type" not in one.start.form.values and not one.start.form.choices:
            return
        before = len(way.stored_attempts(services_of(self.app).database))
        page = one.visitor.submit(one.start, school_type="havo", year="2")
        made = len(way.stored_attempts(services_of(self.app).database)) - before
        is_other = "secret" in page.html and (one.pupil is None or one.pupil.code not in page.text)
        fresh = page.path == "/code" and page.status == 200 and (is_other or not one.is_in)
        is_used = any(one.start is page for page in self.used)
        if is_used:
            assert made <= 0, "a start page starts once"
        if fresh and made >= 0 and not is_used:
            self._let_in(one, page)
        self.used.append(one.start)

    def _let_in(self, one: Browser, page: Page) -> None:
        if one.pupil is not None and one.is_in:
            one.pupil.erased = True  # who starts once more leaves no empty attempt behind
        one.pupil, one.round = Pupil(way.return_code(page)), 0
        self.pupils.append(one.pupil)

    @rule(pick=PICK)
    def new_code(self, pick: int) -> None:
        """The pupil has a new return code made."""
        one = self._one(pick)
        if not one.is_in or one.pupil is None:
            return
        page = one.visitor.get("/code")
        page = one.visitor.post("/code", {"csrf_token": way.token_of(page), "action": "new"})
        one.pupil.code = way.return_code(page)
        one.pupil.round += 1
        one.round = one.pupil.round

    @rule(pick=PICK, whom=PICK)
    @precondition(lambda self: self.pupils)
    def come_back(self, pick: int, whom: int) -> None:
        """Somebody types the return code of a pupil."""
        one, pupil = self._one(pick), self.pupils[whom % len(self.pupils)]
        if pupil.erased:
            return
        page = one.visitor.submit(one.visitor.get("/terug"), code=pupil.code)
        assert page.status == 200
        one.pupil, one.round, one.start = pupil, pupil.round, None

    @rule(pick=PICK)
    def next_pupil(self, pick: int) -> None:
        """The device is cleared for the next pupil."""
        one = self._one(pick)
        if not one.is_in or one.pupil is None:
            return
        token = way.token_of(one.visitor.get("/volgende"))
        one.visitor.post("/volgende", {"csrf_token": token})
        one.pupil.round += 1
        one.pupil = None

    @rule(pick=PICK)
    def erase(self, pick: int) -> None:
        """The pupil erases everything."""
        one = self._one(pick)
        if not one.is_in or one.pupil is None:
            return
        token = way.token_of(one.visitor.get("/wissen"))
        one.visitor.post("/wissen", {"csrf_token": token})
        one.pupil.erased = True
        one.pupil = None

    @invariant()
    def who_is_out_reads_and_changes_nothing(self) -> None:
        """Every browser gets in exactly when the model says so."""
        database = services_of(self.app).database
        for one in self.browsers:
            if one.is_in:
                assert one.visitor.get("/vragen").status == 200
                continue
            before = way.stored_rows(database)
            for path in ("/vragen", "/code", "/resultaat", "/resultaat.pdf", "/delen", "/wissen"):
                page = one.visitor.get(path)
                assert page.status == 403 or "gewist" in page.text, (path, page.status, page.text)
            token = one.visitor.get("/meedoen").form.values["csrf_token"]
            for path, fields in (
                ("/code", {"action": "new"}),
                ("/vragen", {"brace-hand": "5"}),
                ("/vragen/antwoord", {"question": "brace-hand", "value": "5", "sequence": "1"}),
                ("/delen", {"action": "make"}),
                ("/wissen", {}),
            ):
                one.visitor.post(path, {"csrf_token": token, **fields})
            assert way.stored_rows(database) == before


def test_a_browser_that_was_put_out_reads_and_changes_nothing(clean_app: Flask) -> None:
    class OnThisApp(Devices):
        app = clean_app

    run(
        OnThisApp,
        settings=settings(
            max_examples=5,
            stateful_step_count=12,
            suppress_health_check=list(HealthCheck),
        ),
    )
