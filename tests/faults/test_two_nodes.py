"""Two nodes over one PostgreSQL, and nothing else, behave as one, also while replaced."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests import postgres
from tests.faults.browser import Browser, Shown
from tests.faults.kills import compare, database_url
from tests.faults.load import Load
from tests.faults.stored import stored
from tests.live_server import Server

SHARE_CODE = re.compile(r"\b[A-Z0-9]{4} [A-Z0-9]{4}\b")
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
TEACHER, COUNSELLOR = "docent@planeet.example", "decaan@planeet.example"
WHO = {"school_type": "havo", "year": "2"}


class Nodes(NamedTuple):
    """The two of them; the first was started with the demonstration and knows its passwords."""

    one: Server
    other: Server


@pytest.fixture(scope="module")
def nodes(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    folder = tmp_path_factory.mktemp("nodes")
    with postgres.empty_database(postgres_url) as url:
        both = Nodes(*(Server(folder, 2, DATABASE_URL=url) for _node in range(2)))
        try:
            both.one.start()
            both.other.start("serve")
            yield both
        finally:
            for node in both:
                node.stop()


def words(page: Shown) -> str:
    """What stands inside <main>, without its tags."""
    found = MAIN.search(page.html)
    assert found is not None
    return " ".join(re.sub(r"<[^>]*>", " ", found[0]).split())


def sign_in(nodes: Nodes, email: str) -> Browser:
    """A browser in which this member of staff signed in on one node."""
    browser = Browser()
    password = nodes.one.log.split(email, 1)[1].split(None, 1)[0]
    page = browser.get(nodes.one, "/inloggen")
    after = browser.submit(nodes.one, page, email=email, password=password)
    assert (after.status, after.path != "/inloggen") == (200, True)
    return browser


def start(browser: Browser, node: Server, path: str = "/start") -> Shown:
    """The first questions of somebody who starts here."""
    return browser.submit(node, browser.submit(node, browser.get(node, path), **WHO))


def test_a_pupil_starts_on_one_and_answers_on_both(nodes: Nodes) -> None:
    pupil = Browser()
    page = start(pupil, nodes.one)
    seen = [page.form.choices.keys()]
    for node in (nodes.other, nodes.one, nodes.other):
        page = pupil.submit(node, page)
        assert (page.status, page.path) == (200, "/vragen")
        seen.append(page.form.choices.keys())
    assert len({name for names in seen for name in names}) == sum(map(len, seen))
    result = pupil.walk(nodes.one, page)
    again = pupil.get(nodes.other, "/resultaat")
    assert (words(result), result.status) == (words(again), 200)


def test_who_signed_in_on_one_is_signed_in_on_the_other_and_sees_who_is_where(
    nodes: Nodes,
) -> None:
    teacher, pupil = sign_in(nodes, TEACHER), Browser()
    overview = teacher.get(nodes.other, "/klassen")
    assert overview.status == 200
    found = re.search(r"/klassen/\d+", overview.html)
    assert found is not None
    board = f"{found[0]}/voortgang"
    entrance = f"/meedoen/{nodes.one.class_code}"
    start_page = pupil.submit(nodes.one, pupil.get(nodes.one, entrance), **WHO)
    nickname = re.search(r"Je heet hier <span[^>]*>([^<]+)<", start_page.html)
    assert nickname is not None
    for node in nodes:
        assert nickname[1] in teacher.get(node, board).html


def test_wrong_codes_are_counted_together(nodes: Nodes) -> None:
    browser = Browser()
    for guess in range(10):
        node = nodes[guess % 2]
        assert browser.submit(node, browser.get(node, "/meedoen"), code="CCC 333").status == 422
    for node in nodes:
        assert browser.submit(node, browser.get(node, "/meedoen"), code="CCC 333").status == 429


def test_a_result_is_shared_from_one_node_to_the_other(nodes: Nodes) -> None:
    pupil, counsellor = Browser(), sign_in(nodes, COUNSELLOR)
    pupil.walk(nodes.one, pupil.get(nodes.one, "/start"))
    page = pupil.get(nodes.one, "/delen")
    code = SHARE_CODE.search(words(pupil.submit(nodes.one, page, action="make")))
    assert code is not None
    typing = counsellor.get(nodes.other, "/gesprekken")
    waiting = counsellor.submit(nodes.other, typing, code=code[0])
    assert waiting.status == 200
    pupil.submit(nodes.one, pupil.get(nodes.one, "/delen"), action="confirm")
    talk = counsellor.get(nodes.other, waiting.path)
    assert (talk.status, words(talk) == words(waiting)) == (200, False)


def test_one_after_the_other_is_replaced_under_load_and_no_pupil_sees_it(nodes: Nodes) -> None:
    before = stored(database_url(nodes.one)).attempts
    load = Load([node.address for node in nodes], at_once=4)
    for node in nodes:
        load.wait_for(forms=25)
        node.stop()
        load.wait_for(forms=25)
        with load.slowly():
            node.start("serve")
    load.wait_for(forms=25)
    load.finish()
    tally = compare(nodes.one, load.robots, before)
    assert (tally.lost, tally.double) == (0, 0)
    assert tally.journeys >= 8
