"""What others type wrong behind the address of a school keeps nobody's right code out."""

import pytest
from flask import Flask
from limits import parse

from quiz.web.access import limits
from tests.conftest import services_of
from tests.usecases.classes.changes import change_class
from tests.visitor import Visitor
from tests.web.test_limits import HOME, RETURN_CODE, SCHOOL, browser, guess, use_up


def return_code_of(pupil: Visitor) -> str:
    """Start, and note down the code."""
    found = RETURN_CODE.search(pupil.start().text)
    assert found is not None
    return found[0]


def test_an_address_with_very_many_wrong_codes_is_told_so_and_its_right_codes_work(
    clean_app: Flask, class_code: str
) -> None:
    use_up(clean_app)
    page = guess(browser(clean_app))
    assert page.status == 429
    assert "een goede code werkt meteen" in page.text
    assert SCHOOL not in page.html
    for _pupil in range(30):
        assert guess(browser(clean_app), class_code).path == f"/meedoen/{class_code}"
    assert guess(browser(clean_app, HOME)).status == 422


def test_a_right_return_code_leads_back_whatever_others_typed_behind_the_same_address(
    clean_app: Flask,
) -> None:
    code = return_code_of(browser(clean_app))
    use_up(clean_app)
    use_up(clean_app, path="/terug")
    page = guess(browser(clean_app), "otter tafel 123 456", "/terug")
    assert page.status == 429
    assert "/terug" in page.links()
    assert guess(browser(clean_app), code, "/terug").path == "/vragen"


def test_a_school_where_one_in_four_slips_hears_that_a_code_is_wrong_and_never_to_wait(
    clean_app: Flask, class_code: str
) -> None:
    change_class(services_of(clean_app), capacity=1000)
    slips = ("CCC 333", "HJM 47", "hoi", "CDH347", "HJM 4799")
    for number in range(240):
        pupil = browser(clean_app)
        if number % 4 == 0:
            assert guess(pupil, slips[number // 4 % len(slips)]).status == 422
        assert guess(pupil, class_code).path == f"/meedoen/{class_code}"


def test_no_single_address_uses_up_what_everybody_may_type_wrong(
    clean_app: Flask, class_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PER_ADDRESS", parse("3 per hour"))
    monkeypatch.setattr(limits, "OVER_ALL", parse("20 per hour"))
    flood = [guess(browser(clean_app)) for _guess in range(12)]
    assert [page.status for page in flood] == [422] * 3 + [429] * 9
    assert "Even wachten" in flood[-1].text, "half of it is gone: no code is looked at here"
    assert guess(browser(clean_app), class_code).status == 429
    assert guess(browser(clean_app, HOME), class_code).path == f"/meedoen/{class_code}"
    assert guess(browser(clean_app, HOME)).status == 422
    back = guess(browser(clean_app), "otter tafel 123 456", "/terug")
    assert back.status == 422, "return codes have counts of their own"


def test_what_cannot_be_a_code_takes_no_guesses_from_everybody(
    clean_app: Flask, class_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OVER_ALL", parse("5 per hour"))
    for text in ("hoi", "", "HJM 47", "BBB 888", "x" * 3000, "wat is de code?", "HJM4799"):
        assert guess(browser(clean_app), text).status == 422
    assert guess(browser(clean_app), class_code).path == f"/meedoen/{class_code}"
