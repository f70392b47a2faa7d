"""One mischievous pupil does not keep a school out, and guessing stays hopeless."""

from math import ceil
from urllib.parse import urlsplit

import pytest
from flask import Flask
from limits import parse

from quiz.blueprints.classroom.entrance import board_address
from quiz.domain.codes.class_codes import CLASS_CODE_ALPHABET, CLASS_CODE_LENGTH
from quiz.domain.codes.return_codes import RETURN_CODE_SPACE
from quiz.domain.codes.share_codes import SHARE_CODE_LENGTH
from quiz.usecases.services import Services
from quiz.web.access import limits
from quiz.web.access.board_links import LENGTH, PARAMETER, proof_of
from tests.blueprints.classroom.school import sign_in
from tests.blueprints.counsellor.people import as_pupil, make_code, type_code
from tests.usecases.sharing.sharing import counsellor, finished
from tests.web.test_limits import SCHOOL, browser, guess, use_up

SECONDS_A_YEAR = 365.25 * 24 * 3600


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address has twenty wrong codes: how they are counted is the subject, not how many."""
    monkeypatch.setattr(limits, "PER_ADDRESS", parse("20 per hour"))


def use_up_everything(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crowd typed so many wrong codes that no typed code is looked at any more."""
    monkeypatch.setattr(limits, "OVER_ALL", parse("5 per hour"))
    for number in range(5):
        assert guess(browser(app, f"198.51.100.{number}")).status == 422
    assert guess(browser(app)).status == 429


def board_link(app: Flask, code: str) -> str:
    """Where the QR code on the board leads."""
    with app.test_request_context():
        parts = urlsplit(board_address(code))
    return f"{parts.path}?{parts.query}"


def test_when_no_typed_code_is_looked_at_the_qr_code_on_the_board_lets_everybody_in(
    clean_app: Flask, class_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = board_link(clean_app, class_code)
    use_up_everything(clean_app, monkeypatch)
    for _pupil in range(30):
        pupil = browser(clean_app)
        assert pupil.submit(pupil.get(link), school_type="havo", year="2").path == "/code"


def test_the_page_says_that_the_qr_code_helps(
    clean_app: Flask, class_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_up_everything(clean_app, monkeypatch)
    page = guess(browser(clean_app), class_code)
    assert page.status == 429
    assert "QR-code" in page.text


def test_the_next_pupil_on_a_shared_laptop_gets_in_as_well(
    clean_app: Flask, class_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = browser(clean_app)
    laptop.submit(guess(laptop, class_code), school_type="havo", year="2")
    use_up_everything(clean_app, monkeypatch)
    page = laptop.submit(laptop.get("/volgende"))
    assert page.path == f"/meedoen/{class_code}"
    assert laptop.submit(page, school_type="havo", year="2").path == "/code"


def test_who_typed_the_right_code_is_not_stopped_half_way(
    clean_app: Flask, class_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pupil = browser(clean_app)
    start = guess(pupil, class_code)
    use_up_everything(clean_app, monkeypatch)
    assert pupil.get(f"/meedoen/{class_code}?taal=en").status == 200
    assert pupil.submit(start, school_type="havo", year="2").path == "/code"


def test_a_right_code_opens_no_other_code(
    clean_app: Flask, class_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pupil = browser(clean_app)
    guess(pupil, class_code)
    use_up_everything(clean_app, monkeypatch)
    assert guess(pupil).status == 429
    assert (
        pupil.get(f"/meedoen/CCC333?{PARAMETER}={proof_of_in(clean_app, class_code)}").status == 429
    )


def proof_of_in(app: Flask, code: str) -> str:
    with app.app_context():
        return proof_of(code)


@pytest.mark.parametrize("proof", ["", "0" * LENGTH, "é", "\x00", "x" * 5000])
def test_an_invented_proof_is_worth_nothing(
    clean_app: Flask, class_code: str, proof: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_up_everything(clean_app, monkeypatch)
    path = f"/meedoen/{class_code}"
    answer = browser(clean_app).client.get(path, query_string={PARAMETER: proof})
    assert answer.status_code == 429


def test_a_proof_of_a_class_that_is_gone_counts_as_a_wrong_code(clean_app: Flask) -> None:
    link = board_link(clean_app, "CCC333")
    visitor = browser(clean_app)
    assert [visitor.get(link).status for _ in range(3)] == [404] * 3
    assert [guess(visitor).status for _ in range(8)] == [422] * 7 + [429]


@pytest.mark.usefixtures("few")
def test_a_counsellor_goes_on_whatever_pupils_type_behind_the_same_address(
    clean_app: Flask, services: Services
) -> None:
    pupil = as_pupil(clean_app, finished(services))
    use_up(clean_app, "127.0.0.1")
    talk = type_code(sign_in(clean_app, counsellor(services), services.clock()), make_code(pupil))
    assert talk.path.startswith("/gesprekken/")


def test_a_counsellor_who_guesses_is_stopped_in_every_browser(
    clean_app: Flask, services: Services
) -> None:
    person = counsellor(services)
    statuses = []
    for number in range(limits.PER_BROWSER.amount + 2):
        visitor = sign_in(clean_app, person, services.clock())
        visitor.client.environ_base["REMOTE_ADDR"] = f"198.51.100.{number}"
        statuses.append(type_code(visitor, "CCCC 3333").status)
    assert statuses == [422] * limits.PER_BROWSER.amount + [429] * 2
    other = sign_in(clean_app, counsellor(services, "tweede"), services.clock())
    assert type_code(other, "CCCC 3333").status == 422


@pytest.mark.usefixtures("few")
def test_all_addresses_of_one_ipv6_line_count_as_one(clean_app: Flask) -> None:
    for number in range(limits.PER_ADDRESS.amount):
        assert guess(browser(clean_app, f"2001:db8:0:{13 * number:x}::{number:x}")).status == 422
    assert guess(browser(clean_app, "2001:db8:0:ab:1:2:3:4")).status == 429
    assert guess(browser(clean_app, "2001:db8:0:100::1")).status == 422, "another line"


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("address", ["::ffff:203.0.113.7", "fe80::1%eth0", "", "unix:", "x" * 300])
def test_an_address_in_any_form_is_counted(clean_app: Flask, address: str) -> None:
    visitors = [browser(clean_app, address) for _ in range(limits.PER_ADDRESS.amount + 1)]
    assert [guess(one).status for one in visitors] == [422] * limits.PER_ADDRESS.amount + [429]


@pytest.mark.usefixtures("few")
def test_an_address_of_version_4_is_the_same_in_the_clothes_of_version_6(clean_app: Flask) -> None:
    use_up(clean_app)
    assert guess(browser(clean_app, f"::ffff:{SCHOOL}")).status == 429


def test_wrong_proofs_do_not_reach_the_database(
    clean_app: Flask, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_up_everything(clean_app, monkeypatch)
    monkeypatch.setattr(services.database, "reading", None)
    assert guess(browser(clean_app), "CCC333").status == 429


def expected_years(space: int, targets: int, guesses_an_hour: float) -> float:
    """How long, on average, until one of so many open codes is hit."""
    return space / targets / guesses_an_hour * 3600 / SECONDS_A_YEAR


def test_the_arithmetic_of_the_security_page() -> None:
    """docs/security.md, "Guessing codes": the figures there are these."""
    own, of_all = limits.PER_ADDRESS.amount, limits.OVER_ALL.amount
    an_hour, by_account = of_all // 2, limits.PER_ACCOUNT.amount
    class_space = len(CLASS_CODE_ALPHABET) ** CLASS_CODE_LENGTH
    share_space = len(CLASS_CODE_ALPHABET) ** SHARE_CODE_LENGTH
    assert (own, an_hour, by_account, of_all) == (120, 1000, 60, 2000)
    assert 1 + ceil((of_all - an_hour) / own) == 10, "addresses that stop all typed codes"
    assert class_space == 24_137_569
    assert share_space == 6_975_757_441
    assert RETURN_CODE_SPACE == 2048**2 * 10**6
    assert round(expected_years(class_space, 10, an_hour) * 12, 1) == 3.3
    assert round(expected_years(class_space, 100, an_hour) * SECONDS_A_YEAR / 86_400) == 10
    assert round(expected_years(class_space, 1000, of_all) * SECONDS_A_YEAR / 3600) == 12
    assert round(expected_years(RETURN_CODE_SPACE, 1_000, an_hour)) == 478
    assert round(expected_years(RETURN_CODE_SPACE, 1_000_000, of_all) * 12, 1) == 2.9
    assert round(expected_years(share_space, 100, by_account)) == 133
    at_one_door, together = 4 * limits.TRIES_PER_KEY.amount, limits.TRIES_TOGETHER.amount
    assert (at_one_door, together) == (40, 100)
    assert round(expected_years(10**6, 3, at_one_door) * 12) == 11
    assert round(expected_years(10**6, 3, at_one_door + together) * 12, 1) == 3.3
