"""Pupils who press everything in any order, in old tabs, on shared devices: it all stays whole."""

from random import Random

import pytest

from quiz.storage.database import Database
from quiz.usecases.attempts.state import load_state
from quiz.usecases.services import Services
from tests.blueprints.pupil import way
from tests.counting import forget_counts
from tests.fuzz.naughty import CLEAR
from tests.visitor import Page, Visitor

PATHS = ["/", "/start", "/code", "/vragen", "/vragen?blok=1", "/resultaat", "/volgende", "/wissen"]
STEPS = 60


class Chaos:
    """A few browsers whose users do anything that a browser can, and remember old tabs."""

    def __init__(self, visitors: list[Visitor], class_code: str, chance: Random) -> None:
        self.visitors = visitors
        self.paths = [*PATHS, f"/meedoen/{class_code}"]
        self.chance = chance
        self.tabs: list[Page] = []
        self.codes: list[str] = []

    def step(self) -> Page:
        """One thing that somebody does."""
        forget_counts(self.visitors[0].client.application)
        visitor = self.chance.choice(self.visitors)
        visitor.chance = self.chance
        doing = self.chance.choices(
            [self._look, self._send, self._send_half, self._come_back, self._lose_cookie],
            weights=[4, 10, 3, 1, 0.3],
        )[0]
        page = doing(visitor)
        if page.document is not None and page.document.find(".//main//form") is not None:
            self.tabs = [*self.tabs[-6:], page]
        if 'class="secret"' in page.html:
            self.codes.append(way.return_code(page))
        return page

    def _look(self, visitor: Visitor) -> Page:
        return visitor.get(self.chance.choice(self.paths))

    def _tab(self, visitor: Visitor) -> Page:
        return self.chance.choice(self.tabs[-3:]) if self.tabs else visitor.get("/start")

    def _send(self, visitor: Visitor) -> Page:
        return visitor.submit_randomly(self._tab(visitor))

    def _send_half(self, visitor: Visitor) -> Page:
        form = self._tab(visitor).form
        values = form.random_values(self.chance)
        kept = {name: value for name, value in values.items() if self.chance.random() < 0.8}
        return visitor.post(form.action, kept)

    def _come_back(self, visitor: Visitor) -> Page:
        code = self.chance.choice([*self.codes, "zon maan 000 000"])
        return visitor.submit(visitor.get("/terug"), code=code)

    def _lose_cookie(self, visitor: Visitor) -> Page:
        visitor.client.delete_cookie("zeven_werelden")
        return visitor.get("/vragen")


def _assert_whole(services: Services, database: Database) -> None:
    """Every attempt holds only answers it was asked for, and a result exactly when it is done."""
    rows = way.stored_rows(database)
    results = {row[0] for row in rows["result"]}
    for attempt in way.stored_attempts(database):
        with database.reading() as session:
            state = load_state(session.connection(), attempt.id)
        assert set(state.answers) <= {*state.asked, *services.bank.tech_items}
        assert len(set(state.asked)) == len(state.asked)
        assert not state.finished or attempt.id in results
        assert all(not state.open_questions(block) for block in range(len(state.blocks) - 1))
    numbers = {attempt.id for attempt in way.stored_attempts(database)}
    assert {row[0] for row in rows["answer"]} | results <= numbers


@pytest.mark.parametrize("seed", range(8))
def test_whatever_pupils_press_in_whatever_tab_everything_stays_whole(
    visitor: Visitor,
    another_visitor: Visitor,
    class_code: str,
    services: Services,
    seed: int,
) -> None:
    chance = Random(f"chaos {seed}")  # noqa: S311
    chaos = Chaos([visitor, another_visitor], class_code, chance)
    for _step in range(STEPS):
        page = chaos.step()
        assert page.status in CLEAR, page.path
        assert page.document is None or way.heading(page)
    _assert_whole(services, services.database)


@pytest.mark.parametrize("seed", range(4))
def test_one_pupil_with_many_tabs_still_reaches_a_result(visitor: Visitor, seed: int) -> None:
    chance = Random(f"tabs {seed}")  # noqa: S311
    visitor.chance = chance
    tabs = [visitor.begin()]
    for _step in range(12):
        page = visitor.submit_randomly(chance.choice(tabs))
        if page.path == "/vragen":
            tabs.append(page)
    page = visitor.get("/vragen")
    for _step in range(10):
        if page.path == "/resultaat":
            break
        page = visitor.submit_randomly(page)
    assert (page.path, page.status) == ("/resultaat", 200)
