"""Who is on the way in as a pupil, or holds a copy, when the pupil puts everybody out stays out."""

from functools import partial

import pytest
from flask import Flask

from quiz.blueprints.pupil import operations, retake_routes
from tests.blueprints.pupil import way
from tests.security.meanwhile import Act, Between
from tests.usecases.attempts.pupils import at_the_same_instant
from tests.visitor import Page, Visitor

COOKIE = "zeven_werelden"
CHANGES = ["new code", "next"]


class Pupil:
    """A pupil with a result, in a browser; `codes` are the return codes they had."""

    def __init__(self, app: Flask) -> None:
        self.app, self.visitor = app, Visitor(app)
        self.token = way.token_of(self.visitor.start())
        way.answer_blocks(self.visitor, self.visitor.get("/vragen"))
        self.codes: list[str] = []
        self.visitor.walk_to_result("/vragen")
        self.new_code()

    def new_code(self) -> None:
        """Have a new return code made."""
        page = self.visitor.post("/code", {"csrf_token": self.token, "action": "new"})
        self.codes.append(way.return_code(page))

    def change(self, what: str) -> None:
        """Put everybody else out."""
        if what == "new code":
            self.new_code()
        else:
            self.visitor.submit(self.visitor.get("/volgende"))

    def copy(self) -> Visitor:
        """A browser with a copy of the pupil's cookie."""
        cookie, thief = self.visitor.client.get_cookie(COOKIE), Visitor(self.app)
        assert cookie is not None
        thief.client.set_cookie(COOKIE, cookie.value)
        assert is_in(thief)
        return thief

    def keeps_the_code(self) -> bool:
        """Whether the newest code leads back."""
        phone = Visitor(self.app)
        return come_back(phone, self.codes[-1]).status == 200 and is_in(phone)


@pytest.fixture
def pupil(clean_app: Flask) -> Pupil:
    return Pupil(clean_app)


def come_back(visitor: Visitor, code: str) -> Page:
    return visitor.submit(visitor.get("/terug"), code=code)


def is_in(visitor: Visitor) -> bool:
    return visitor.get("/resultaat").status == 200 or visitor.get("/vragen").status == 200


@pytest.mark.parametrize("change", CHANGES)
def test_a_return_code_of_a_moment_ago_lets_nobody_in(
    clean_app: Flask, pupil: Pupil, between: Between, *, change: str
) -> None:
    thief = Visitor(clean_app)
    between(operations, "enter", partial(pupil.change, change))
    come_back(thief, pupil.codes[0])
    assert not is_in(thief)
    assert pupil.keeps_the_code()


@pytest.mark.parametrize("how", ["again", "stop"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_retake_lets_no_copy_in_anew(
    pupil: Pupil, between: Between, *, change: str, how: str
) -> None:
    thief = pupil.copy()
    between(retake_routes, "go_on_with", partial(pupil.change, change))
    thief.post("/opnieuw", {"csrf_token": pupil.token, "action": how})
    assert not is_in(thief)
    assert pupil.keeps_the_code()


@pytest.mark.parametrize("change", CHANGES)
def test_a_copy_that_is_out_makes_no_new_code(
    pupil: Pupil, between: Between, *, change: str
) -> None:
    thief = pupil.copy()
    between(operations, "replace_code", partial(pupil.change, change))
    assert thief.post("/code", {"csrf_token": pupil.token, "action": "new"}).status == 403
    assert not is_in(thief)
    assert pupil.keeps_the_code()


def test_who_keeps_sending_the_old_code_is_out_after_a_new_one(
    clean_app: Flask, pupil: Pupil
) -> None:
    for _round in range(6):
        thieves = [Visitor(clean_app) for _one in range(3)]
        forms = [thief.get("/terug") for thief in thieves]
        old = pupil.codes[-1]
        tries = [
            partial(thief.submit, form, code=old)
            for thief, form in zip(thieves, forms, strict=True)
        ]
        calls: list[Act] = [*tries, pupil.new_code]
        at_the_same_instant(calls)
        assert not any(is_in(thief) for thief in thieves)
        assert pupil.keeps_the_code()
