"""The sheet for a talk: the page of a shared result on paper, for as long as it is shared."""

import re

import pytest
from sqlalchemy import select

from quiz.domain.bank.paper import load_paper
from quiz.domain.bank.schema import COMPETENCES
from quiz.domain.bank.texts import load_texts
from quiz.storage.tables.staff import Staff, StaffAction
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step
from quiz.usecases.sharing.share import withdraw_share
from quiz.usecases.sharing.share_codes import make_share_code
from tests.blueprints.counsellor.people import as_pupil
from tests.blueprints.counsellor.samples import SAMPLES, sample_pupil
from tests.pdf_reading import Pdf
from tests.usecases.attempts import bank_1
from tests.usecases.attempts.pupils import OTHERWISE, walk
from tests.usecases.sharing.sharing import ask, share
from tests.visitor import Visitor


def _sheet(talking: Visitor, share_id: int, **asked: object) -> Pdf:
    response = talking.client.get(f"/gesprekken/{share_id}.pdf", query_string=asked)
    assert response.status_code == 200
    assert response.content_type == "application/pdf"
    named = r'attachment; filename="(Gesprek|Talk) [A-Z]\S+ .+ \d{4}-\d\d-\d\d \d\d min\w+\.pdf"'
    assert re.match(named, response.headers["Content-Disposition"])
    assert response.headers["Cache-Control"] == "no-store"
    return Pdf(response.data)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_it_holds_profile_questions_and_care_in_both_languages(
    services: Services, talking: Visitor, decaan: Staff, name: str, language: str
) -> None:
    share_id = share(services, sample_pupil(services, name), decaan)
    sheet = _sheet(talking, share_id, taal=language, minuten=25)
    words = load_paper(language).talk
    assert sheet.headings[0] == ("H1", words["title"])
    for part in ("short", "profile", "agreed", "why", "steps"):
        assert ("H2", words[part]) in sheet.headings
    assert words["care"] in sheet.text
    assert sheet.language == language
    assert sheet.findings == []
    assert sheet.is_tagged
    assert sheet.shows_its_title
    assert sheet.tags.count("Table") == sheet.tags.count("THead") == 1
    assert sheet.tags.count("TR") == 8


def test_a_short_talk_has_fewer_questions_than_a_long_one(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    share_id = share(services, sample_pupil(services, "contradictory"), decaan)
    page = talking.get(f"/gesprekken/{share_id}?minuten=25").text
    short, long = (_sheet(talking, share_id, minuten=minutes).text for minutes in (10, 25))
    assert "Vragen voor 10 minuten" in short
    assert "Vragen voor 25 minuten" in long
    assert long.count("?") > short.count("?") > len(COMPETENCES)
    told = long.partition("Vragen voor 25 minuten")[2]
    first = told.partition("Om te beginnen ")[2].partition("?")[0]
    assert first in page


def test_agreed_steps_are_on_it(services: Services, talking: Visitor, decaan: Staff) -> None:
    attempt = sample_pupil(services, "clear")
    share_id = share(services, attempt, decaan)
    assert "maart 2027" not in _sheet(talking, share_id).text
    agree_step(services, attempt, AgreedStepDraft("open-day", "2027-03"))
    assert "maart 2027: Naar een open dag" in _sheet(talking, share_id).text


def test_it_holds_no_number_and_no_code_of_the_pupil(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    attempt = sample_pupil(services, "clear")
    share_id = share(services, attempt, decaan)
    code = make_share_code(services, attempt)
    sheet = _sheet(talking, share_id)
    for secret in (str(attempt), str(share_id), code):
        assert secret not in sheet.text
        assert secret.encode() not in sheet.content


def test_making_it_stands_in_the_trail_without_the_pupil(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    share_id = share(services, sample_pupil(services, "clear"), decaan)
    _sheet(talking, share_id)
    with services.database.reading() as session:
        made = select(StaffAction).where(StaffAction.action == "paper made")
        (line,) = session.scalars(made).all()
    assert (line.staff_id, line.kind, line.object_id) == (decaan.id, "share", share_id)


def test_before_the_yes_there_is_none(services: Services, talking: Visitor, decaan: Staff) -> None:
    share_id = ask(services, sample_pupil(services, "clear"), decaan)
    assert talking.get(f"/gesprekken/{share_id}.pdf").status == 404


def test_after_withdrawing_or_erasing_there_is_none(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    for end in ("withdraw", "erase"):
        attempt = sample_pupil(services, "clear")
        share_id = share(services, attempt, decaan)
        _sheet(talking, share_id)
        if end == "withdraw":
            withdraw_share(services, attempt, share_id)
        else:
            erase_attempt(services, attempt)
        assert talking.get(f"/gesprekken/{share_id}.pdf").status == 404


def test_another_school_finds_none(
    services: Services, elsewhere: Visitor, talking: Visitor, decaan: Staff
) -> None:
    share_id = share(services, sample_pupil(services, "clear"), decaan)
    _sheet(talking, share_id)
    assert elsewhere.get(f"/gesprekken/{share_id}.pdf").status == 404


def test_a_retake_with_too_few_answers_makes_none_but_leads_to_the_page(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    attempt = sample_pupil(services, "clear")
    share_id = share(services, attempt, decaan)
    walk(services, start_retake(services, attempt), 0)
    page = talking.get(f"/gesprekken/{share_id}.pdf")
    assert page.is_html
    assert page.path == f"/gesprekken/{share_id}"


def test_a_retake_stands_beside_the_first(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    attempt = sample_pupil(services, "clear")
    share_id = share(services, attempt, decaan)
    walk(services, start_retake(services, attempt), *OTHERWISE)
    for sheet in (
        _sheet(talking, share_id, minuten=25),
        Pdf(as_pupil(talking.client.application, attempt).client.get("/resultaat.pdf").data),
    ):
        (title,) = [words for _level, words in sheet.headings if words.startswith("Toen en nu")]
        assert f"{title} Misschien is er iets veranderd" in sheet.text


def test_the_pupil_takes_home_what_was_agreed(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    attempt = sample_pupil(services, "clear")
    share(services, attempt, decaan)
    agree_step(services, attempt, AgreedStepDraft("second-look", "2027-05"))
    own = Pdf(as_pupil(talking.client.application, attempt).client.get("/resultaat.pdf").data)
    assert "mei 2027: De quiz nog een keer doen" in own.text


def test_a_result_of_earlier_questions_is_talked_about_in_their_words(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    share_id = share(services, bank_1.put_back(services.database).done, decaan)
    page = talking.get(f"/gesprekken/{share_id}")
    assert page.status == 200
    assert services.bank.items["hacker-sporen"].status == "retired"
    assert load_texts("nl").items["hacker-sporen"] in page.text
    assert _sheet(talking, share_id).findings == []
