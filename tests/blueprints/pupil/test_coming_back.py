"""An expired session, another device, a wrong code: the way back and nothing lost."""

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Visitor


def test_without_a_session_every_page_says_how_to_come_back(visitor: Visitor) -> None:
    visitor.begin()
    visitor.client.delete_cookie("zeven_werelden")
    for path in ("/vragen", "/code", "/resultaat", "/volgende", "/wissen"):
        page = visitor.get(path)
        assert page.status == 403
        assert "We weten niet meer wie je bent" in page.text
        assert "/terug" in page.links()


def test_a_block_sent_without_a_session_says_how_to_come_back_and_stores_nothing(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.begin()
    before = way.stored_rows(database)
    visitor.client.delete_cookie("zeven_werelden")
    answer = visitor.answer_all(page, "4")
    assert answer.status == 403
    assert "/terug" in answer.links()
    assert way.stored_rows(database) == before


def test_a_start_page_sent_without_cookies_leads_back_to_the_start_page(visitor: Visitor) -> None:
    page = visitor.get("/start")
    visitor.client.delete_cookie("zeven_werelden")
    answer = visitor.submit(page, school_type="havo")
    assert answer.status == 400
    assert "/start" in answer.links()


@pytest.mark.parametrize("path", ["/", "/terug", "/?taal=en", "/terug?taal=en"])
def test_on_the_own_device_no_code_is_needed(
    visitor: Visitor, another_visitor: Visitor, database: Database, path: str
) -> None:
    asked_for_a_code = another_visitor.get(path)
    block = visitor.begin("/start" + path[path.find("?") :] if "?" in path else "/start")
    name = way.stored_attempts(database)[0].nickname
    page = visitor.get(path)
    assert name in page.text
    assert page.response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in page.response.headers
    assert page.document is not None
    buttons = [each.get("href") for each in page.document.findall(".//main//a[@class='button']")]
    assert buttons == ["/vragen"]
    assert "/volgende" in page.links()
    assert way.questions_of(visitor.get("/vragen")) == way.questions_of(block)
    assert name not in another_visitor.get(path).text
    visitor.submit(visitor.get("/volgende"))
    assert visitor.get(path).text == asked_for_a_code.text


@pytest.mark.parametrize("path", ["/", "/terug"])
def test_who_is_gone_or_put_out_is_nobody_on_the_own_device(
    visitor: Visitor, another_visitor: Visitor, path: str
) -> None:
    for end in ("/wissen", "/volgende"):
        code_page = visitor.start()
        other = another_visitor.submit(
            another_visitor.get("/terug"), code=way.return_code(code_page)
        )
        assert other.path == "/vragen"
        visitor.submit(visitor.get(end))
        page = another_visitor.get(path)
        assert page.status == 200
        assert "Ga verder als" not in page.text


@pytest.mark.parametrize("blocks", [0, 1, 3])
def test_the_return_code_brings_everything_back_at_the_same_page(
    visitor: Visitor, another_visitor: Visitor, blocks: int
) -> None:
    code_page = visitor.start()
    page = way.answer_blocks(visitor, visitor.submit(code_page), "5", blocks)
    again = another_visitor.submit(another_visitor.get("/terug"), code=way.return_code(code_page))
    assert way.questions_of(again) == way.questions_of(page)
    for block in range(1, blocks + 1):
        back = another_visitor.get(f"/vragen?blok={block}")
        assert set(way.checked_on(back).values()) == {"5"}


def test_the_return_code_of_a_finished_attempt_leads_to_the_same_result(
    visitor: Visitor, another_visitor: Visitor
) -> None:
    code_page = visitor.start()
    page = visitor.answer_all(way.answer_blocks(visitor, visitor.submit(code_page)), "4")
    result = visitor.submit(page, own_world="onbekend")
    again = another_visitor.submit(another_visitor.get("/terug"), code=way.return_code(code_page))
    assert again.path == "/resultaat"
    assert again.text == result.text


@pytest.mark.parametrize("change", ["upper", "dashes", "glued", "digits first"])
def test_a_return_code_may_be_typed_in_many_ways(
    visitor: Visitor, another_visitor: Visitor, change: str
) -> None:
    code = way.return_code(visitor.start())
    first, second, *digits = code.split()
    typed = {
        "upper": code.upper(),
        "dashes": "-".join([first, second, *digits]),
        "glued": f"{first} {second} {''.join(digits)}",
        "digits first": f"{''.join(digits)} {first} {second}",
    }[change]
    assert another_visitor.submit(another_visitor.get("/terug"), code=typed).path == "/vragen"


@pytest.mark.parametrize("code", ["", "otter tafel", "otter tafel 482 913", "123456", "x" * 101])
def test_a_wrong_return_code_comes_back_without_a_hint(visitor: Visitor, code: str) -> None:
    page = visitor.submit(visitor.get("/terug"), code=code)
    assert page.status == 422
    assert page.path == "/terug"
    assert "Deze code kennen we niet" in page.text
    assert page.form.values["code"] == code[:40]


def test_a_pair_of_words_that_exists_gets_no_better_answer_than_one_that_does_not(
    visitor: Visitor, another_visitor: Visitor
) -> None:
    first, second, *_digits = way.return_code(visitor.start()).split()
    form = another_visitor.get("/terug")
    near = another_visitor.submit(form, code=f"{first} {second} 000 000")
    far = another_visitor.submit(form, code="zon maan 000 000")
    assert near.text == far.text


def test_coming_back_while_somebody_else_is_busy_here_changes_to_the_other(
    visitor: Visitor, another_visitor: Visitor, database: Database
) -> None:
    code = way.return_code(another_visitor.start())
    theirs = way.stored_attempts(database)[0].nickname
    old_tab = visitor.begin()
    page = visitor.submit(visitor.get("/terug"), code=code)
    assert theirs in page.html
    refused = visitor.answer_all(old_tab, "5")
    assert refused.status == 400
    assert way.stored_answers(database) == {}
