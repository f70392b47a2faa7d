"""The same answer everywhere tells nothing: no top three, no choice made, and a way to go on."""

import pytest
from flask import Flask

from quiz.blueprints.counsellor import talk_page
from quiz.domain.bank.paper import load_paper
from quiz.domain.bank.texts import load_texts
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.class_pictures.members import read_members
from quiz.usecases.retakes.comparing import FLAT, change_since
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from tests.blueprints.pupil import result_reading as reading
from tests.blueprints.pupil import way
from tests.blueprints.pupil.retaking import retake, to_result
from tests.pdf_reading import Pdf
from tests.reading import read
from tests.usecases.attempts.pupils import OTHERWISE, begin, walk
from tests.visitor import Visitor

NEARLY = "4 4 4 4 4 4 5"  # in every block one answer is another
SAME = ["1", "2", "3", "4", "5", NEARLY]


@pytest.mark.parametrize("value", SAME)
def test_no_world_is_put_first_and_nothing_is_chosen(visitor: Visitor, value: str) -> None:
    content = load_texts("nl")
    page = way.at_result(visitor, value=value)
    words = content.results["flat.nearly" if value == NEARLY else "flat.all"]
    assert words in page.text
    for said in (
        "Je interesse is breed",
        "Waarom deze",
        "nummer 1",
        "Springt eruit",
        "trekt je meer dan",
        "Bijna gelijk",
    ):
        assert said not in page.text
    assert reading.steps(page) == []
    assert content.results["steps.flat"] in page.text
    assert "/werelden" in page.links()
    sizes = {image.get("width") for image in reading.skies(page)[0].iter(f"{reading.SVG}image")}
    assert len(sizes) == 1


def test_who_tapped_the_same_in_a_minute_is_not_asked_whether_the_picture_is_right(
    visitor: Visitor,
) -> None:
    page = visitor.begin()
    while len(page.form.choices) == way.BLOCK_SIZE:
        token = way.token_of(page)
        for place, question in enumerate(page.form.choices):
            given = {"question": question, "value": "3", "sequence": str(place + 1)}
            fields = {"csrf_token": token, **given, "milliseconds": "300"}
            assert visitor.post("/vragen/antwoord", fields).status == 204
        page = visitor.get("/vragen")
        page = way.answer_blocks(visitor, page, "3", 1)
    page = visitor.submit(visitor.answer_all(page, "3"), own_world="onbekend")
    assert "Misschien vond je alles echt gelijk. Dat kan. Ging het snel?" in page.text
    assert "Klopt dit beeld" not in page.text


def test_who_wants_to_do_it_again_calmly_finds_the_button_and_no_advice_to_wait(
    visitor: Visitor,
) -> None:
    page = way.at_result(visitor, value="4")
    assert "Nog eens rustig" in page.text
    assert "/opnieuw" in page.links()
    again = visitor.get("/opnieuw")
    assert "Neem de tijd" in again.text
    assert "Later is beter" not in again.text
    better = to_result(visitor, retake(visitor))
    assert "Waarom deze" in better.text
    assert "Nog eens rustig" not in better.text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sheet_says_the_same_and_names_no_world_as_the_outcome(
    visitor: Visitor, language: str
) -> None:
    way.at_result(visitor, value=NEARLY)
    response = visitor.client.get(f"/resultaat.pdf?taal={language}")
    text = Pdf(response.data).text
    content = load_texts(language)
    assert content.results["flat.nearly"] in text
    assert content.results["steps.flat"] in text
    assert load_paper(language).words["competences"]["nothing"] in text
    for world in content.worlds.values():
        assert world.name not in text


@pytest.mark.parametrize("value", [1, 5])
def test_the_counsellor_gets_no_order_of_worlds_to_talk_about(
    app: Flask, services: Services, value: int
) -> None:
    number = begin(services)
    walk(services, number, value)
    with app.test_request_context("/gesprekken"):
        view = talk_page.talk_view(read(services, load_result, number), (), None)
    assert view is not None
    assert (view.shown.cards, view.chart, view.reasons) == ((), (), ())
    assert not any("top drie" in each for each in view.noticed)


def test_then_and_now_are_not_compared_when_one_of_them_tells_nothing(services: Services) -> None:
    first = begin(services)
    walk(services, first, 4)
    second = start_retake(services, first)
    walk(services, second, *OTHERWISE)
    change = read(services, change_since, second)
    assert change is not None
    assert (change.caution, change.worlds) == (FLAT, {})


def test_a_class_picture_leaves_such_a_pupil_out_of_every_figure(
    services: Services, class_code: str
) -> None:
    flat, other = begin(services, class_code), begin(services, class_code)
    walk(services, flat, 3)
    walk(services, other)
    with services.database.reading() as session:
        found = session.get(Attempt, flat)
        assert found is not None
        assert found.class_id is not None
        members = read_members(session, [found.class_id], services.bank)
    counted = {member.attempt_id: member.profile is not None for member in members}
    assert counted == {flat: False, other: True}
